"""Finding a citizen by name, CPR or address, as one types."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.errors import KnownError
from app.views.phrases import masked_number
from app.widgets.fields import LineEdit
from app.workflow.session import Session

MOST = 8
WIDTH = 300
NARROWEST = 150
# Marks the line that leads to the municipality's server.
HUB = Qt.ItemDataRole.UserRole + 1


class SearchField(LineEdit):
    """A line whose hits drop down under it.

    Signals:
        chosen: the id of the citizen.
        hub_wanted: the text is to be looked for at the municipality's server.
    """

    chosen = Signal(str)
    hub_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._hub_offered = False
        self.setPlaceholderText(self.tr("Find name, CPR or address   Ctrl+K"))
        self.setAccessibleName(self.tr("Find a citizen"))
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDTH)
        self.setClearButtonEnabled(True)
        self.drop = QFrame(self)
        self.drop.hide()
        self.drop.setObjectName("drop")
        self.hits = QListWidget()
        self.hits.setAccessibleName(self.tr("Citizens found"))
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.itemClicked.connect(self._choose)
        column = QVBoxLayout(self.drop)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.hits)
        self.textEdited.connect(self.look_up)
        self.installEventFilter(self)

    def offer_hub(self, *, offered: bool) -> None:
        """Offer to look at the municipality's server, too."""
        self._hub_offered = offered

    def look_up(self, text: str) -> None:
        """Show who matches; fewer than two characters show nothing."""
        self.hits.clear()
        if len(text.strip()) < 2:
            self.drop.hide()
            return
        try:
            found = self._session.store.search.find(text, MOST)
        except KnownError:
            found = ()
        for hit in found:
            line = " · ".join(filter(None, (hit.name, masked_number(hit.cpr), hit.address)))
            item = QListWidgetItem(line)
            item.setData(Qt.ItemDataRole.UserRole, hit.citizen)
            self.hits.addItem(item)
        if not found:
            item = QListWidgetItem(self.tr("Nobody found"))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.hits.addItem(item)
        if self._hub_offered:
            item = QListWidgetItem(self.tr("Search at the municipality too …"))
            item.setData(HUB, True)
            self.hits.addItem(item)
        self.hits.setCurrentRow(self.hits.count() - 1 if not found else 0)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            return self._key(event)
        if watched is self and event.type() == QEvent.Type.FocusOut:
            self.drop.hide()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        row = self.hits.currentRow()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and self.drop.isVisible():
            row = min(max(row + steps[Qt.Key(event.key())], 0), self.hits.count() - 1)
            self.hits.setCurrentRow(row)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.hits.currentItem()
            if item is not None:
                self._choose(item)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.drop.hide()
            self.clear()
            return True
        return False

    def _choose(self, item: QListWidgetItem) -> None:
        citizen, text = item.data(Qt.ItemDataRole.UserRole), self.text().strip()
        if not citizen and not item.data(HUB):
            return
        self.drop.hide()
        self.clear()
        if citizen:
            self.chosen.emit(str(citizen))
        else:
            self.hub_wanted.emit(text)

    def _place(self) -> None:
        rows = max(1, self.hits.count())
        # A child of the window: it lies over the page and never takes the focus.
        self.drop.setParent(self.window())
        self.drop.resize(max(self.width(), 420), rows * 40 + 12)
        corner = QPoint(self.width() - self.drop.width(), self.height() + 4)
        self.drop.move(self.mapTo(self.window(), corner))
        self.drop.show()
        self.drop.raise_()
