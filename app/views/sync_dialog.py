"""The numbers of the sync, over whatever is open."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.views.scrolling import scrolling
from app.views.sync_card import SyncCard
from app.views.sync_watch import SyncWatch
from app.widgets.buttons import plain_button
from app.workflow.session import Session


class SyncDialog(QDialog):
    """The panel, wherever one is.

    Signals:
        disputes_wanted: the fields that were written differently are to be listed.
    """

    disputes_wanted = Signal()

    def __init__(self, session: Session, watch: SyncWatch, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sending to the municipality"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.resize(720, 560)
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        self.card = SyncCard(session, watch)
        self.card.disputes_wanted.connect(self._list)
        column.addWidget(self.card)
        column.addStretch(1)
        with_close(self, page).setFocus()

    def _list(self) -> None:
        self.accept()
        self.disputes_wanted.emit()


def with_close(dialog: QDialog, page: QWidget) -> QWidget:
    """Put a page into a dialog, over a button that closes it."""
    close = plain_button(QCoreApplication.translate("SyncDialog", "Close"))
    close.clicked.connect(dialog.accept)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 8, 0, 12)
    inside = page.layout()
    if inside is not None:
        inside.setContentsMargins(20, 12, 20, 12)
    column.addWidget(scrolling(page), 1)
    row = QHBoxLayout()
    row.setContentsMargins(20, 0, 20, 0)
    row.addStretch(1)
    row.addWidget(close)
    column.addLayout(row)
    return close
