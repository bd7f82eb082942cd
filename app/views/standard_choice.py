"""Which quality standards a new visit is made under."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.values import StandardRef
from app.errors import KnownError
from app.widgets.fields import labelled
from app.widgets.inputs import MultiChoice
from app.workflow.library import StandardHead


class StandardChoice(QWidget):
    """The standards at hand as chips; usually one is chosen, and there may be several."""

    def __init__(self, offered: Sequence[StandardHead], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refs = {head.id: head.ref for head in offered}
        name = self.tr("Quality standard")
        self.chips = MultiChoice(name, [(head.id, head.short_title) for head in offered])
        # Another municipality's is not chosen by chance.
        if len({head.municipality.name for head in offered}) == 1:
            self.chips.set_value([offered[0].id])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(labelled(name, self.chips, self.tr("Several, if the help needs it.")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A dialog asks how high its parts are before it knows how wide: chips of two lines.
        self.setMinimumHeight(self.heightForWidth(event.size().width()))

    @property
    def is_a_choice(self) -> bool:
        """Tell whether there is more than one to choose among."""
        return len(self._refs) > 1

    def choose(self, standards: Sequence[StandardRef]) -> None:
        """Propose standards; those that are not offered are left out."""
        known = [ref.id for ref in standards if ref.id in self._refs]
        if known:
            self.chips.set_value(known)

    def chosen(self) -> tuple[StandardRef, ...]:
        """Return what is chosen; raises KnownError "visit.no_standard" for nothing."""
        if self.is_a_choice and not self.chips.value():
            raise KnownError("visit.no_standard")
        return tuple(self._refs[standard] for standard in self.chips.value())
