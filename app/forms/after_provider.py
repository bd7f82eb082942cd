"""After the decision: how the provider began with each service, changes of provider, swaps."""

from PySide6.QtCore import Qt

from app.domain.findings import Anchor
from app.domain.ids import new_id
from app.domain.records import ProviderStart, Record, Swap
from app.domain.standard import Standard
from app.forms.after_record import (
    changes_of_provider,
    deadline_named,
    has_swaps,
    provider_of,
    provider_words,
    service_of_start,
    start_ids,
    starts_of,
    swap_limit,
    swaps,
    swaps_within,
)
from app.forms.asks import GoTo
from app.forms.logs import LogCard, LogDetails, LogRow
from app.forms.parts import CardPart, PartList, add_part, say_on
from app.forms.section import Panel
from app.widgets.buttons import link_button
from app.widgets.card import muted
from app.workflow.edits import AddRecord
from app.workflow.visit_view import VisitView

PROVIDER = "provider"


class StartRow(LogRow):
    """How a provider began with one service: told, first contact, first visit."""

    kind = ProviderStart

    def __init__(self, record_id: str) -> None:
        super().__init__(record_id, removable=False)
        self.again = link_button(self.tr("Another provider begins"))
        self.again.clicked.connect(self._begin_again)
        self.column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)

    def new(self, view: VisitView) -> ProviderStart:
        service = service_of_start(view, self.record_id)
        provider = provider_of(view, service)
        case = view.casefile.case.id
        return ProviderStart(id=self.record_id, case=case, service=service, provider=provider)

    def fill(self, details: LogDetails) -> None:
        details.fields.line("provider", self.tr("Provider"), wide=True)
        details.fields.date("informed_on", self.tr("The provider was told on"))
        details.fields.date("contacted_on", self.tr("The provider called the citizen on"))
        details.fields.date("started_on", self.tr("First visit on"))
        hint = self.tr("Weekdays, times, who does what, and how they work with the goals.")
        details.fields.area("agreed", self.tr("Agreed at the first visit"), hint)

    def words(self, view: VisitView) -> tuple[str, str]:
        start = self.record(view)
        if not isinstance(start, ProviderStart):
            return "", ""
        service = view.standard.service(start.service)
        name = service.name if service else start.service
        line = ", ".join(part for part in (name, provider_words(view, start.provider)) if part)
        return line, self._so_far(start, view)

    def _so_far(self, start: ProviderStart, view: VisitView) -> str:
        from app.wording import short_date

        if start.started_on is not None:
            return self.tr("Begun on {day}.").format(day=short_date(start.started_on))
        due = deadline_named(view, "start", start.service)
        by = self.tr("Normally begun by {day} at the latest.").format(
            day=short_date(due.due) if due else ""
        )
        if start.contacted_on is not None:
            said = self.tr("The citizen was called on {day}; not begun yet.")
            said = said.format(day=short_date(start.contacted_on))
        elif start.informed_on is not None:
            said = self.tr("The provider was told on {day}; not begun yet.")
            said = said.format(day=short_date(start.informed_on))
        else:
            said = self.tr("Nothing noted yet.")
        return " ".join((said, by)) if due else said

    def load(self, view: VisitView) -> None:
        super().load(view)
        start = self.record(view)
        mine = isinstance(start, ProviderStart) and start.started_on is not None
        service = service_of_start(view, self.record_id)
        known = starts_of(view, service)
        last = bool(known) and known[-1].id == self.record_id
        changed = any(c.service == service for c in changes_of_provider(view))
        self.again.setVisible(mine and last and changed)
        name = self.tr("Another provider begins: {name}").format(name=self.line.text())
        self.again.setAccessibleName(name)

    def _begin_again(self) -> None:
        if self.view is None:
            return
        view, service = self.view, service_of_start(self.view, self.record_id)
        made = ProviderStart(
            id=new_id(),
            case=view.casefile.case.id,
            service=service,
            provider=provider_of(view, service),
        )
        self.edited.emit(AddRecord(made))


class StartsCard(CardPart):
    """How the providers began, service by service, and changes that were asked for."""

    def __init__(self) -> None:
        super().__init__(self.tr("The providers begin"))
        self.none = muted(self.tr("No help is granted yet."))
        self.column.addWidget(self.none)
        self.list = add_part(self, PartList(self._make, start_ids))
        self.changes = muted("")
        self.to_provider = link_button(self.tr("Change provider"))
        self.to_provider.clicked.connect(self._go)
        self.column.addWidget(self.changes)
        self.column.addWidget(self.to_provider, 0, Qt.AlignmentFlag.AlignLeft)

    def load(self, view: VisitView) -> None:
        super().load(view)
        granted = bool(self.list.shown)
        self.none.setVisible(not granted)
        self.list.setVisible(granted)
        known = view.standard.section(PROVIDER) is not None
        self.to_provider.setVisible(granted and known)
        count = len(changes_of_provider(view))
        words = self.tr("%n change(s) of provider asked for.", "", count) if count else ""
        say_on(self.changes, words)

    def _make(self, key: str) -> Panel:
        return StartRow(key)

    def _go(self) -> None:
        self.asked.emit(GoTo(Anchor(section=PROVIDER)))


class SwapRow(LogRow):
    """One service swapped for another."""

    kind = Swap

    def __init__(self, record_id: str, standard: Standard) -> None:
        super().__init__(record_id)
        self.services = [(s.id, s.name) for s in standard.services if s.visitated]

    def fill(self, details: LogDetails) -> None:
        details.fields.date("swapped_on", self.tr("Day of the swap"))
        details.fields.line("reported_by", self.tr("Told by"))
        details.fields.combo("from_service", self.tr("Instead of"), self.services)
        details.fields.combo("to_service", self.tr("The citizen got"), self.services)
        details.fields.area("note", self.tr("Note"), lines=1)

    def words(self, view: VisitView) -> tuple[str, str]:
        swap = self.record(view)
        if not isinstance(swap, Swap):
            return "", ""
        names = dict(self.services)
        line = self._swapped(names.get(swap.from_service, ""), names.get(swap.to_service, ""))
        from app.wording import short_date

        day = short_date(swap.swapped_on) if swap.swapped_on else ""
        return " · ".join(part for part in (day, line) if part), swap.note.strip()

    def _swapped(self, old: str, new: str) -> str:
        if old and new:
            return self.tr("{new} instead of {old}").format(new=new, old=old)
        if old:
            return self.tr("Something else instead of {old}").format(old=old)
        return self.tr("Swapped to {new}").format(new=new) if new else self.tr("A swap")


class SwapsCard(LogCard):
    """The swaps, and how many there were lately."""

    def __init__(self, standard: Standard) -> None:
        super().__init__(
            self.tr("Swapped services"),
            self.tr("No swaps noted."),
            (self.tr("Add swap"), _new_swap),
            swaps,
            lambda key: SwapRow(key, standard),
        )

    def load(self, view: VisitView) -> None:
        super().load(view)
        self.setVisible(has_swaps(view))
        limit = swap_limit(view)
        if limit is None or not self.list.shown:
            self.say("")
            return
        count = swaps_within(view, limit.months)
        said = self.tr("%n swap(s) in the last {months} months.", "", count)
        rule = self.tr("More than {count} ask for a new look at the case.")
        words = (said.format(months=limit.months), rule.format(count=limit.count))
        self.say(" ".join(words))


def _new_swap(view: VisitView) -> Record:
    return Swap(id=new_id(), case=view.casefile.case.id, swapped_on=view.today)
