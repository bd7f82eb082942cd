"""What the rules ask of a case: one picture of it, with its standard, on one day."""

from datetime import date
from functools import cached_property

from app.clock import local_day
from app.domain.calendar import add_months, age_on
from app.domain.casefile import CaseFile
from app.domain.findings import Anchor, Finding
from app.domain.ids import derived_id
from app.domain.judgement.recorded import Levels
from app.domain.judgement.words import fill
from app.domain.national import NationalLaw
from app.domain.records import (
    AppliedNeed,
    DecisionItem,
    DecisionVersion,
    Delivery,
    Grant,
    OverallAssessment,
    Request,
    TaskDone,
)
from app.domain.rules import RuleBase
from app.domain.standard import Area, Item, Service, Standard, WorkplacePoint

NOT_FULLY = ("partly", "refused", "ended")
GIVING = ("granted", "partly", "changed")


class Facts:
    """The case, its standard and the law on one day; everything else is worked out once."""

    def __init__(
        self, casefile: CaseFile, standard: Standard, national: NationalLaw, today: date
    ) -> None:
        self.casefile = casefile
        self.standard = standard
        self.national = national
        self.today = today
        self.levels = Levels(casefile, standard)
        self._chosen: dict[str, tuple[Item, ...]] = {}

    @cached_property
    def needs(self) -> tuple[AppliedNeed, ...]:
        """What is applied for and decided on; what is open to everybody needs no decision."""
        return tuple(n for n in self.casefile.needs if n.service not in self.open_to_all)

    @cached_property
    def open_to_all(self) -> frozenset[str]:
        """The services that nobody is granted: they are pointed to."""
        return frozenset(s.id for s in self.standard.services if not s.visitated)

    @cached_property
    def overall(self) -> OverallAssessment:
        """The overall assessment of this visit, empty if none is recorded."""
        return self.casefile.overall_assessment(self.standard.id)

    @cached_property
    def all_grants(self) -> tuple[Grant, ...]:
        """Every line of help under this standard, ended ones too."""
        mine = (None, self.standard.id)
        return tuple(
            g
            for g in self.casefile.grants
            if (g.standard.id if g.standard else None) in mine
            and g.service
            and g.service not in self.open_to_all
        )

    @cached_property
    def grants(self) -> tuple[Grant, ...]:
        """The lines of help that have not ended."""
        return tuple(g for g in self.all_grants if g.ends_on is None or g.ends_on >= self.today)

    @cached_property
    def granted(self) -> dict[str, tuple[Grant, ...]]:
        """The lines of help by service."""
        services = dict.fromkeys(g.service for g in self.grants)
        return {s: tuple(g for g in self.grants if g.service == s) for s in services}

    @cached_property
    def named(self) -> frozenset[str]:
        """The services granted or applied for by name."""
        return frozenset(self.granted) | {n.service for n in self.needs if n.service}

    @cached_property
    def in_play(self) -> frozenset[str]:
        """The services granted or applied for, by name or through their group."""
        groups = {n.group for n in self.needs if n.group and not n.service}
        offered = (s for s in self.standard.services if s.visitated)
        return self.named | {s.id for s in offered if s.group in groups}

    @cached_property
    def at_hand(self) -> tuple[str, ...]:
        """The services in play, but of a group from which one is named only that one."""
        groups = {s.group for s in self.standard.services if s.id in self.named}
        asked = (s for s in self.standard.services if s.id in self.in_play)
        return tuple(s.id for s in asked if s.id in self.named or s.group not in groups)

    @cached_property
    def items(self) -> dict[str, DecisionItem]:
        """The outcome of each applied need, by the need's id."""
        return {n.id: self.casefile.decision_item(n.id) for n in self.needs}

    @cached_property
    def decision_id(self) -> str:
        """The id that the decision of this visit has or will have."""
        decision = self.casefile.decision
        return decision.id if decision else derived_id(self.casefile.visit_id, "decision")

    @cached_property
    def not_fully_granted(self) -> bool:
        """Tell whether the citizen gets less than applied for, or than before."""
        decision = self.casefile.decision
        lessened = decision is not None and decision.kind in ("reduction", "end")
        return lessened or any(i.outcome in NOT_FULLY for i in self.items.values())

    @cached_property
    def gives_help(self) -> bool:
        """Tell whether the decision gives help, or is on its way to."""
        outcomes = [i.outcome for i in self.items.values()]
        return any(o in GIVING for o in outcomes) or (bool(self.grants) and "" in outcomes)

    @cached_property
    def giving_grants(self) -> tuple[Grant, ...]:
        """The lines of help that the decision gives."""
        answered = {n.id: self.grants_for(n) for n in self.needs}
        refused = {
            g.id
            for need, grants in answered.items()
            if self.items[need].outcome in ("refused", "ended")
            for g in grants
        }
        return tuple(g for g in self.grants if g.id not in refused)

    @cached_property
    def issued(self) -> DecisionVersion | None:
        """The newest issued version of this visit's decision."""
        decision = self.casefile.decision
        mine = (v for v in self.casefile.versions if decision and v.decision == decision.id)
        return max(mine, key=lambda v: v.number, default=None)

    @cached_property
    def deliveries(self) -> tuple[Delivery, ...]:
        """How the issued version was delivered, where the day is known."""
        version = self.issued.id if self.issued else None
        sent = (d for d in self.casefile.all(Delivery) if d.version == version)
        return tuple(d for d in sent if d.sent_on is not None)

    @cached_property
    def age(self) -> int | None:
        """The citizen's age today."""
        born = self.casefile.citizen.birth_date
        return None if born is None else age_on(born, self.today)

    @cached_property
    def period_end(self) -> date:
        """The last day of the help, or of the longest time until it is looked at again."""
        ends = [g.ends_on for g in self.grants]
        known = [day for day in ends if day is not None]
        if ends and len(known) == len(ends):
            return max(known)
        return add_months(self.today, self.standard.follow_up.max_months)

    @property
    def visited_on(self) -> date:
        """The day of the visit, today if it is not planned."""
        planned = self.casefile.visit.planned
        return local_day(planned.start) if planned else self.today

    @cached_property
    def points(self) -> tuple[WorkplacePoint, ...]:
        """The points of the home as a workplace that concern the chosen services."""
        return relevant_points(self.standard, self.grants)

    @cached_property
    def services(self) -> dict[str, Service]:
        """The catalogue's services by id."""
        return {s.id: s for s in self.standard.services}

    def is_done(self, rule: str, anchor: str) -> bool:
        """Tell whether a person has marked a task as done."""
        return (rule, anchor) in self._done

    @cached_property
    def _done(self) -> frozenset[tuple[str, str]]:
        done = (t for t in self.casefile.all(TaskDone) if t.done_on is not None)
        return frozenset((t.rule, t.anchor) for t in done)

    def service_name(self, service_id: str) -> str:
        """Return a service's name, its id if the standard does not know it."""
        service = self.services.get(service_id)
        return service.name if service else service_id

    def areas_of(self, service_id: str) -> tuple[Area, ...]:
        """Return the areas that a service rests on."""
        return tuple(a for a in self.standard.areas if service_id in a.services)

    def chosen(self, grant: Grant) -> tuple[Item, ...]:
        """Return the catalogue's items that a grant holds."""
        if grant.id not in self._chosen:
            service = self.services.get(grant.service)
            items = service.items if service else ()
            self._chosen[grant.id] = tuple(i for i in items if i.id in grant.items)
        return self._chosen[grant.id]

    def laws_of(self, service_id: str) -> tuple[str, ...]:
        """Return the legal bases of what is granted of a service, or of the service itself."""
        service = self.services.get(service_id)
        own = service.law if service else ""
        items = (i for g in self.granted.get(service_id, ()) for i in self.chosen(g))
        return tuple(dict.fromkeys(i.law or own for i in items)) or (own,)

    def area_of(self, service_id: str, item: Item) -> str:
        """Return the area that an item rests on, "" if the standard does not say."""
        areas = self.areas_of(service_id)
        if item.area:
            return item.area
        own = [a.id for a in areas if item.id in a.items]
        return own[0] if own else areas[0].id if len(areas) == 1 else ""

    def need_for(self, service_id: str) -> AppliedNeed | None:
        """Return the applied need that a service answers."""
        named = (n for n in self.needs if n.service and n.service == service_id)
        by_name = next(named, None)
        service = self.services.get(service_id)
        if by_name or service is None:
            return by_name
        groups = (n for n in self.needs if not n.service and n.group == service.group)
        return next(groups, None)

    def grants_for(self, need: AppliedNeed) -> tuple[Grant, ...]:
        """Return the lines of help that answer an applied need."""
        return self._answering.get(need.id, ())

    def request_of(self, need: AppliedNeed) -> Request | None:
        """Return the request that a need came with."""
        return self.casefile.get(Request, need.request) or self.casefile.request

    def find(
        self,
        rule: RuleBase,
        subject: str,
        anchor: Anchor,
        *,
        service_id: str = "",
        grant: Grant | None = None,
        given: str = "",
        **params: str,
    ) -> Finding:
        """Return a rule's hit on a subject, with the reason already given for it.

        `given` is a reason that stands elsewhere in the case.
        """
        finding_id = _finding_id(self.casefile.share, rule.id, subject)
        held = grant or next(iter(self.granted.get(service_id, ())), None)
        need = self.need_for(grant.service if grant else service_id)
        return Finding(
            id=finding_id,
            rule=rule.id,
            title=rule.title,
            text=fill(rule.text, params),
            ref=rule.ref,
            anchor=anchor,
            needs_reason=rule.needs_reason,
            reason=self.casefile.departure(finding_id).reason or given,
            need=self._living(held.need if held else "") or (need.id if need else ""),
            grant=held.id if held else "",
        )

    def _living(self, need: str) -> str:
        return need if need in self.items else ""

    @cached_property
    def _answering(self) -> dict[str, tuple[Grant, ...]]:
        by_service = {service: self.need_for(service) for service in self.granted}
        needs = ((g, self._living(g.need), by_service[g.service]) for g in self.grants)
        pairs = [(g, own or (need.id if need else "")) for g, own, need in needs]
        return {n.id: tuple(g for g, own in pairs if own == n.id) for n in self.needs}


def relevant_points(standard: Standard, grants: tuple[Grant, ...]) -> tuple[WorkplacePoint, ...]:
    """Return the points of the home to ask about: the general ones, and those that concern
    the chosen services and items (KBH-060)."""
    return tuple(p for p in standard.workplace.points if not p.services or _concerns(p, grants))


def _concerns(point: WorkplacePoint, grants: tuple[Grant, ...]) -> bool:
    return any(
        g.service in point.services and (not point.items or set(g.items) & set(point.items))
        for g in grants
    )


def _finding_id(share: str, rule: str, subject: str) -> str:
    """Name a finding; two standards of one visit may have a rule of the same name."""
    return ":".join(filter(None, (share, rule, subject)))
