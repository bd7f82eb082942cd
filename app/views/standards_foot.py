"""Under the sections: the standards that the visit is made under, and how to change them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.domain.values import StandardRef
from app.widgets.buttons import link_button
from app.widgets.card import muted
from app.workflow.edits import SetField, Together
from app.workflow.library import StandardHead, ref_of
from app.workflow.visit_view import VisitView

Offered = Callable[[], Sequence[StandardHead]]


class StandardsFoot(QWidget):
    """Names the visit's standards, and offers those at hand as a list to tick.

    Signals:
        edited: the Edit that gives the visit other standards.
    """

    edited = Signal(object)

    def __init__(self, offered: Offered, parent: QWidget | None = None) -> None:
        """`offered` names what may be chosen: asked when the list is opened."""
        super().__init__(parent)
        self._offered = offered
        self._view: VisitView | None = None
        self.setProperty("kind", "nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.names = muted("")
        self.change = link_button(self.tr("Add a quality standard"))
        self.change.clicked.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 8)
        column.setSpacing(2)
        column.addWidget(self.names)
        column.addWidget(self.change)

    def load(self, view: VisitView) -> None:
        """Show the standards of a visit."""
        self._view = view
        names = "\n".join(standard.short_title for standard in view.standards)
        if names != self.names.text():
            self.names.setText(names)
            said = self.tr("The visit is made under: {standards}")
            self.names.setAccessibleName(said.format(standards=names.replace("\n", ", ")))
            self.names.setToolTip("\n".join(standard.title for standard in view.standards))
        self.change.setVisible(not view.locked)

    def menu(self) -> QMenu:
        """Return the list of standards: those of the visit are ticked."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        if self._view is None:
            return menu
        chosen = {s.id: (ref_of(s), s.short_title) for s in self._view.standards}
        others = {h.id: (h.ref, h.short_title) for h in self._offered() if h.id not in chosen}
        for standard, (ref, title) in {**chosen, **others}.items():
            self._add(menu, ref, title, ticked=standard in chosen, alone=len(chosen) == 1)
        return menu

    def _add(self, menu: QMenu, ref: StandardRef, title: str, *, ticked: bool, alone: bool) -> None:
        act = QAction(title.replace("&", "&&"), menu)
        act.setCheckable(True)
        act.setChecked(ticked)
        if ticked and (alone or self._has_content(ref.id)):
            act.setEnabled(False)
            act.setToolTip(
                self.tr("A visit needs one standard.")
                if alone
                else self.tr("Something is applied for or chosen under this standard.")
            )
        act.toggled.connect(lambda on: self._set(ref, on))
        menu.addAction(act)

    def _has_content(self, standard: str) -> bool:
        if self._view is None:
            return False
        share = self._view.under(standard).casefile
        return bool(share.needs or share.grants)

    def _set(self, ref: StandardRef, on: bool) -> None:
        if self._view is None:
            return
        refs = [r for r in map(ref_of, self._view.standards) if r.id != ref.id]
        chosen = (*refs, ref) if on else tuple(refs)
        change = SetField(self._view.casefile.visit, "standards", chosen)
        self.edited.emit(Together((change,), self.tr("Quality standards of the visit")))

    def _open(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.change.mapToGlobal(self.change.rect().bottomLeft()))
