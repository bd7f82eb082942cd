"""What is applied for: services of the catalogue as chips, and anything else in words."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from app.domain.ids import new_id
from app.domain.records import AppliedNeed, Request
from app.domain.standard import AreaGroup, Service, Standard
from app.forms.binding import TextBinding
from app.forms.layout import FieldGrid
from app.forms.parts import CardPart, FormPart, PartList, add_part
from app.forms.standard_form import Fields
from app.widgets.buttons import icon_button, link_button
from app.widgets.card import text_label
from app.widgets.fields import LineEdit
from app.widgets.inputs import MultiChoice
from app.workflow.edits import AddRecord, RemoveRecord
from app.workflow.visit_view import VisitView

RequestOf = Callable[[VisitView], Request]


class NeedsPart(CardPart):
    """Everything that is applied for, by group of the catalogue."""

    def __init__(self, standard: Standard, request_of: RequestOf) -> None:
        super().__init__(self.tr("Applied for"))
        grid = FieldGrid()
        fields = Fields(self, grid, request_of)
        fields.area("applied_for", self.tr("In the words of the one who asked"))
        self.column.addWidget(grid)
        for group in standard.groups:
            if offered(standard, group):
                add_part(self, GroupNeeds(group, standard, request_of))


class GroupNeeds(FormPart):
    """The needs of one group: its services, and needs that no service names."""

    def __init__(self, group: AreaGroup, standard: Standard, request_of: RequestOf) -> None:
        super().__init__()
        self.group = group.id
        self.request_of = request_of
        self.view: VisitView | None = None
        self._awaited = ""
        services = [(s.id, s.name) for s in offered(standard, group)]
        self.chips = MultiChoice(group.name, services)
        self.chips.changed.connect(self._chosen)
        self.others = PartList(self._other, self._other_ids)
        self.add = link_button(self.tr("Something else"))
        self.add.setAccessibleName(f"{group.name}: " + self.tr("Something else"))
        self.add.clicked.connect(self._add_other)
        self.column.setSpacing(6)
        self.column.addWidget(text_label(group.name, "label"))
        self.column.addWidget(self.chips)
        add_part(self, self.others)
        self.column.addWidget(self.add)

    def load(self, view: VisitView) -> None:
        self.view = view
        super().load(view)
        self.others.setVisible(bool(self.others.shown))
        self.chips.setEnabled(not view.locked)
        self.add.setEnabled(not view.locked)
        chosen = tuple(need.service for need in self._needs(view) if need.service)
        if set(self.chips.value()) != set(chosen):
            self.chips.set_value(chosen)
        if self._awaited in self.others.shown:
            self.others.shown[self._awaited].reveal(None)
            self._awaited = ""

    def _needs(self, view: VisitView) -> list[AppliedNeed]:
        return [need for need in view.casefile.needs if self._belongs(need)]

    def _belongs(self, need: AppliedNeed) -> bool:
        return need.service in self.chips.values if need.service else need.group == self.group

    def _other_ids(self, view: VisitView) -> list[str]:
        return [need.id for need in self._needs(view) if not need.service]

    def _other(self, need_id: str) -> "OtherNeed":
        return OtherNeed(need_id)

    def _chosen(self, chosen: tuple[str, ...]) -> None:
        if self.view is None:
            return
        needs = {need.service: need for need in self._needs(self.view) if need.service}
        for service in chosen:
            if service not in needs:
                self.edited.emit(AddRecord(self._new(self.view, service)))
        for service, need in needs.items():
            if service not in chosen:
                self.edited.emit(RemoveRecord(need))

    def _add_other(self) -> None:
        if self.view is not None:
            need = self._new(self.view, "")
            self._awaited = need.id
            self.edited.emit(AddRecord(need))

    def _new(self, view: VisitView, service: str) -> AppliedNeed:
        request = self.request_of(view)
        return AppliedNeed(
            id=new_id(), request=request.id, case=request.case, group=self.group, service=service
        )


class OtherNeed(FormPart):
    """A need in words, with a way to take it away."""

    def __init__(self, need_id: str) -> None:
        super().__init__()
        self.need_id = need_id
        self.need: AppliedNeed | None = None
        self.line = LineEdit(self.tr("What is applied for"))
        self.line.setAccessibleName(self.tr("What is applied for"))
        self.bind(TextBinding(self.line, self._record, "text"))
        self.remove = icon_button("close", self.tr("Remove this need"))
        self.remove.clicked.connect(self._removed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.remove)
        self.column.addLayout(row)

    def load(self, view: VisitView) -> None:
        self.need = self._record(view)
        self.remove.setEnabled(not view.locked)
        super().load(view)

    def _record(self, view: VisitView) -> AppliedNeed:
        return view.casefile.get(AppliedNeed, self.need_id) or AppliedNeed(id=self.need_id)

    def _removed(self) -> None:
        if self.need is not None:
            self.edited.emit(RemoveRecord(self.need))


def offered(standard: Standard, group: AreaGroup) -> list[Service]:
    """Return the services of a group that are applied for; others are open to everybody."""
    return [s for s in standard.services if s.group == group.id and s.visitated]
