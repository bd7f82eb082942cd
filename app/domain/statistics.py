"""Figures over many visits for the follow-up on a standard: counts and times, nobody's data."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from statistics import median

import msgspec

from app.clock import local_day
from app.domain.casefile import CaseFile
from app.domain.findings import Judgement
from app.domain.records import Complaint, DecisionVersion, Swap
from app.domain.standard import Standard
from app.domain.week import minutes_per_week

_MINUTES = 60


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One figure: `measure` names its sentence in messages.toml, `of` what it is counted for."""

    measure: str
    value: float
    of: str = ""


class Figures:
    """Collects the figures of the visits of a span of days, case by case (KBH-170).

    Something that belongs to a case and not to a visit is counted once.
    """

    def __init__(self, start: date, end: date) -> None:
        self._span = (start, end)
        self._counts: Counter[tuple[str, str]] = Counter()
        self._hours: dict[str, float] = {}
        self._days: list[int] = []
        self._seen: set[str] = set()

    def add(self, casefile: CaseFile, standard: Standard, judgement: Judgement) -> None:
        """Count one visit."""
        self._count(f"visits_{casefile.visit.kind or 'first'}")
        self._late(casefile, judgement)
        self._after(casefile)
        issued = self._issued(casefile)
        if issued is not None and self._new(issued.id):
            self._decision(casefile, standard, issued)

    def all(self) -> tuple[Figure, ...]:
        """Return every figure, by measure and by what it is counted for."""
        found = [Figure(measure=m, of=of, value=n) for (m, of), n in self._counts.items()]
        found += [Figure(measure="hours_a_week", of=of, value=h) for of, h in self._hours.items()]
        if self._days:
            found.append(Figure(measure="days_to_decision", value=median(self._days)))
        return tuple(sorted(found, key=lambda f: (f.measure, f.of)))

    def _decision(self, casefile: CaseFile, standard: Standard, issued: DecisionVersion) -> None:
        self._count("decisions")
        for need in casefile.needs:
            outcome = casefile.decision_item(need.id).outcome
            if outcome:
                self._count(f"outcome_{outcome}")
        for day in self._waited(casefile, issued):
            self._days.append(day)
        for grant in casefile.grants:
            if service := standard.service(grant.service):
                self._count("grants", service.name)
                hours = (minutes_per_week(grant, standard) or 0.0) / _MINUTES
                self._hours[service.name] = self._hours.get(service.name, 0.0) + hours

    def _waited(self, casefile: CaseFile, issued: DecisionVersion) -> Iterator[int]:
        """Yield the days from the newest request to its first decision."""
        request = casefile.request
        if request and request.received_on and issued.locked_at and self._new(request.id):
            yield (local_day(issued.locked_at) - request.received_on).days

    def _late(self, casefile: CaseFile, judgement: Judgement) -> None:
        for deadline in judgement.deadlines:
            key = f"{casefile.case.id} {deadline.rule} {deadline.due}"
            start, end = self._span
            if not deadline.met and start <= deadline.due <= end and self._new(key):
                self._count("deadlines_passed", deadline.name)

    def _after(self, casefile: CaseFile) -> None:
        start, end = self._span
        for complaint in casefile.all(Complaint):
            on = complaint.received_on
            if on and start <= on <= end and self._new(complaint.id):
                self._count("complaints")
                if complaint.outcome:
                    self._count(f"complaints_{complaint.outcome}")
        for swap in casefile.all(Swap):
            if swap.swapped_on and start <= swap.swapped_on <= end and self._new(swap.id):
                self._count("swaps")

    def _issued(self, casefile: CaseFile) -> DecisionVersion | None:
        decision = casefile.decision
        mine = [v for v in casefile.versions if decision and v.decision == decision.id]
        return mine[-1] if mine else None

    def _count(self, measure: str, of: str = "") -> None:
        self._counts[measure, of] += 1

    def _new(self, key: str) -> bool:
        known = key in self._seen
        self._seen.add(key)
        return not known
