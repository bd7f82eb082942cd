"""Services (ydelser): proposals, the lines of help with their findings, the week, the catalogue."""

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QWidget

from app.domain.extents import extent_words
from app.domain.findings import Proposal
from app.domain.records import Grant
from app.domain.standard import Standard
from app.domain.week import minutes_per_week, total_minutes, week_entries
from app.forms.catalogue import CatalogueCard
from app.forms.finding_list import FindingList
from app.forms.grant_card import GrantCard, belongs
from app.forms.grant_record import take
from app.forms.parts import CardPart, FormPart, LivingForm, PartList, add_part, in_row
from app.forms.questions import add_questions
from app.forms.section import Panel
from app.texts import Texts
from app.widgets.buttons import link_button, plain_button
from app.widgets.card import muted
from app.widgets.finding_card import ProposalCard
from app.widgets.week_view import WeekEntry, WeekView
from app.workflow.edits import AddRecord, RemoveRecord, SetField, Together
from app.workflow.visit_view import VisitView

# More items than these are not named in a proposal's title.
FEW = 3


class ProposalPart(FormPart):
    """One proposal of the standard; taking it makes the line of help in one act."""

    def __init__(self, proposal: Proposal, standard: Standard, texts: Texts) -> None:
        super().__init__()
        self.proposal = proposal
        self.view: VisitView | None = None
        self.title = proposal_title(proposal, standard)
        extent = extent_words(proposal.extent, texts)
        self.shown = ProposalCard(proposal, self.title, extent, area_at(proposal, standard))
        self.shown.taken.connect(self._take)
        self.column.addWidget(self.shown)

    def show_proposal(self, proposal: Proposal, view: VisitView) -> None:
        """Show the proposal as it is now."""
        self.view = view
        self.proposal = proposal
        service = view.standard.service(proposal.service)
        grantable = service is not None and service.visitated
        area = area_at(proposal, view.standard)
        self.shown.set_proposal(proposal, view.locked or not grantable, area)

    def _take(self) -> None:
        if self.view is None:
            return
        label = self.tr("Proposal taken: {name}").format(name=self.title)
        act = take(self.view, self.proposal, label)
        if act is not None:
            self.edited.emit(act)


class ProposalsCard(CardPart):
    """What the standard points to at the levels recorded, and is not taken yet."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.texts = texts
        self.view: VisitView | None = None
        self.card.set_title(self.tr("Proposals by the standard"))
        self.none = muted("")
        self.take_all = plain_button(self.tr("Take all proposals"))
        self.take_all.clicked.connect(self._take_all)
        self.column.addWidget(self.none)
        self.list = add_part(self, PartList(self._make))
        self.column.addWidget(in_row(self.take_all))

    def load(self, view: VisitView) -> None:
        self.view = view
        super().load(view)
        open_ones = self._open()
        self.list.show_ids(list(open_ones))
        for key, part in self.list.shown.items():
            if isinstance(part, ProposalPart):
                part.show_proposal(open_ones[key], view)
        self.take_all.setVisible(len(open_ones) > 1)
        self.take_all.setEnabled(not view.locked)
        self.none.setVisible(not open_ones)
        self.none.setText(
            self.tr("All proposals are taken.")
            if view.judgement.proposals
            else self.tr("There are no proposals yet: they follow from the levels.")
        )

    def _open(self) -> dict[str, Proposal]:
        found = self.view.judgement.proposals if self.view else ()
        return {p.id: p for p in found if not p.taken}

    def _make(self, key: str) -> Panel:
        if self.view is None:
            return FormPart()
        return ProposalPart(self._open()[key], self.view.standard, self.texts)

    def _take_all(self) -> None:
        edits: list[SetField | AddRecord | RemoveRecord] = []
        for proposal in _each_once(self._open().values()):
            act = take(self.view, proposal, "") if self.view else None
            edits.extend(act.edits if act else ())
        self.edited.emit(Together(tuple(edits), self.tr("All proposals taken")))


class WeekCard(CardPart):
    """All lines of help in a week, and the time they take where it is known."""

    def __init__(self, standard: Standard, texts: Texts) -> None:
        super().__init__()
        self.texts = texts
        self.card.set_title(self.tr("The week"))
        times = [(option.value, option.name) for option in standard.times_of_day]
        self.week = WeekView(times)
        self.column.addWidget(self.week)
        self.unplaced = muted("")
        self.time = muted("")
        self.column.addWidget(self.unplaced)
        self.column.addWidget(self.time)

    def load(self, view: VisitView) -> None:
        super().load(view)
        grants, standard = view.casefile.grants, view.standard
        entries = week_entries(grants, standard)
        placed: list[WeekEntry] = [
            (e.weekday, e.time_of_day, e.name, "info") for e in entries if e.weekday is not None
        ]
        if tuple(placed) != self.week.entries:
            self.week.set_entries(placed)
        self._say_unplaced([e.name for e in entries if e.weekday is None])
        self._say_time(view)

    def _say_unplaced(self, names: list[str]) -> None:
        listed = ", ".join(dict.fromkeys(names))
        self.unplaced.setText(self.tr("No weekday agreed: {names}").format(names=listed))
        self.unplaced.setVisible(bool(listed))

    def _say_time(self, view: VisitView) -> None:
        known = [g for g in view.casefile.grants if minutes_per_week(g, view.standard) is not None]
        total = round(total_minutes(known, view.standard))
        self.time.setText(
            self.tr("Time in a week, where it is known: {hours} h {minutes} min").format(
                hours=total // 60, minutes=total % 60
            )
        )
        self.time.setVisible(bool(known))


class ServicesForm(LivingForm):
    """The section of services."""

    def __init__(self, section_id: str, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(section_id, texts, parent)
        self.view: VisitView | None = None

    def build(self, standard: Standard) -> None:
        self.search = link_button(self.tr("Search in the catalogue"))
        self.search.clicked.connect(self._search)
        self.column.addWidget(in_row(self.search))
        self.proposals = add_part(self, ProposalsCard(self.texts))
        self.proposals.setVisible(bool(standard.level_proposals))
        self.general = add_part(self, FindingList())
        self.none = muted(self.tr("No help is chosen yet. Take a proposal, or use the catalogue."))
        self.column.addWidget(self.none)
        self.lines = add_part(self, PartList(self._make, known_lines))
        self.lines.column.setSpacing(16)
        self.week = add_part(self, WeekCard(standard, self.texts))
        self.catalogue = add_part(self, CatalogueCard(standard))
        add_questions(self, standard)

    def load(self, view: VisitView) -> None:
        before, self.view = self.view, view
        super().load(view)
        if before is not None and before.casefile.visit_id == view.casefile.visit_id:
            self._open_new({g.id for g in before.casefile.grants})

    def _search(self) -> None:
        self.catalogue.search.setFocus()

    def loaded(self, view: VisitView) -> None:
        grants = known_lines(view)
        self.none.setVisible(not grants)
        services = [
            f
            for f in view.judgement.findings
            if f.anchor.section == self.section_id and not any(belongs(f, g) for g in grants)
        ]
        self.general.show_findings(services, view)

    def _open_new(self, known: set[str]) -> None:
        for key, card in self.lines.shown.items():
            if key not in known and isinstance(card, GrantCard):
                card.disclosure.open()

    def _make(self, key: str) -> Panel:
        grant = self.view.casefile.get(Grant, key) if self.view else None
        service = self.view.standard.service(grant.service) if self.view and grant else None
        if self.view is None or grant is None or service is None:
            return FormPart()
        return GrantCard(grant, service, self.view.standard, self.texts)


def known_lines(view: VisitView) -> list[str]:
    """Return the lines of help whose service the standard knows."""
    return [g.id for g in view.casefile.grants if view.standard.service(g.service)]


def _each_once(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Leave out what an earlier proposal brings: several areas may point to the same help."""
    brought: dict[str, set[str]] = {}
    for proposal in proposals:
        known = brought.get(proposal.service)
        if known is None or not set(proposal.items) <= known:
            yield proposal
        brought.setdefault(proposal.service, set()).update(proposal.items)


def area_at(proposal: Proposal, standard: Standard) -> str:
    """Name the area that a proposal follows from, and its level."""
    area = next((a.name for a in standard.areas if a.id == proposal.area), "")
    return f"{area} {proposal.level}".strip() if area else ""


def proposal_title(proposal: Proposal, standard: Standard) -> str:
    """Name what is proposed: the items, or the service as a whole."""
    service = standard.service(proposal.service)
    if service is None:
        return proposal.service
    items = [i.name for i in service.items if i.id in proposal.items]
    few = items and len(items) <= FEW
    return f"{service.name}: {', '.join(items)}" if few else service.name
