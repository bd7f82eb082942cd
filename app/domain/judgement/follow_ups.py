"""When granted help is looked at again, and when the provider's status report is due before."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count, islice, takewhile

import msgspec

from app.domain.calendar import add_days, add_months, days_before
from app.domain.findings import Deadline
from app.domain.judgement.decided import Decided, grants_decided, looked_again, newest_decided
from app.domain.judgement.facts import Facts
from app.domain.judgement.words import texts
from app.domain.records import Grant, StatusReport
from app.domain.standard import FollowUp, Service

FOLLOW_UP = "follow_up"
STATUS_REPORT = "status_report"
_DAYS_OF_WEEK = 7


def follow_up_days(rule: FollowUp, start: date, *, permanent: bool) -> Iterator[date]:
    """Return the days on which help is looked at again, counted from the decision or its start.

    After the first times come those of the cycle, without end; where the standard gives no
    cycle, help is seen at least every `max_months` (permanent help only, if it says so).
    """
    weeks = {add_days(start, n * _DAYS_OF_WEEK) for n in rule.after_weeks}
    first = sorted(weeks | {add_months(start, n) for n in rule.after_months})
    yield from first
    every = rule.then_every_months
    if every is None and (permanent or not rule.permanent_only):
        every = rule.max_months
    if every is not None:
        yield from _again(rule, start, first[-1] if first else start, every)


def _again(rule: FollowUp, start: date, last: date, every: int) -> Iterator[date]:
    """Count whole months from the start where the last day was, so that no month is cut twice."""
    months = max(rule.after_months, default=0)
    origin, done = (start, months) if add_months(start, months) == last else (last, 0)
    for step in count(1):
        day = add_months(origin, done + step * every)
        if day <= last:
            return
        last = day
        yield day
        if day == date.max:
            return


def follow_ups(facts: Facts) -> Iterator[Deadline]:
    """Yield the follow-ups of what is granted, with status reports, up to the next ones.

    A service with a follow-up of its own is followed by that one (KOG-108, SOR-072, SOR-086).
    """
    decided = newest_decided(facts)
    if decided is None:
        return
    series = list(_series(facts, decided))
    met = _met(series, facts, decided)
    for one in series:
        for day in one.up_to_next(facts.today, met):
            yield from one.deadlines(day, met=day in met, facts=facts)


class _Series(msgspec.Struct, frozen=True, kw_only=True):
    """The follow-ups of one rule while help runs: the standard's, or a service's own."""

    rule: FollowUp
    start: date
    end: date
    permanent: bool
    service: str = ""
    name: str = ""

    def days(self) -> Iterator[date]:
        """Return the days while the help runs."""
        days = follow_up_days(self.rule, self.start, permanent=self.permanent)
        return takewhile(lambda day: day <= self.end, days)

    def ahead(self, until: date, more: int) -> Iterator[date]:
        """Return the days before a day, and so many from it on."""
        days = self.days()
        for day in days:
            yield day
            if day >= until:
                yield from islice(days, more)
                return

    def up_to_next(self, today: date, met: set[date]) -> Iterator[date]:
        """Return the days up to the next one that is ahead and not met."""
        for day in self.days():
            yield day
            if day >= today and day not in met:
                return

    def deadlines(self, day: date, *, met: bool, facts: Facts) -> Iterator[Deadline]:
        """Return a follow-up, and the status report due before it."""
        yield self._deadline(FOLLOW_UP, day, met)
        weeks = self.rule.report_weeks_before
        due = days_before(day, (weeks or 0) * _DAYS_OF_WEEK)
        if weeks is not None and due >= self.start:
            yield self._deadline(STATUS_REPORT, due, met or _reported(due, facts))

    def _deadline(self, rule: str, due: date, met: bool) -> Deadline:
        key = f"deadline.{rule}_of" if self.service else f"deadline.{rule}"
        return Deadline(
            rule=rule,
            name=texts().message(key, service=self.name),
            due=due,
            counted_from=self.start,
            text=self.rule.text,
            ref=self.rule.ref,
            met=met,
            service=self.service,
        )


def _series(facts: Facts, decided: Decided) -> Iterator[_Series]:
    """Return the follow-ups of each service that has its own, and of all the others."""
    shared: list[Grant] = []
    grants = grants_decided(facts, decided)
    for service_id in dict.fromkeys(g.service for g in grants):
        mine = [g for g in grants if g.service == service_id]
        service = facts.services.get(service_id)
        if service is not None and service.follow_up is not None:
            yield _of(service.follow_up, mine, decided.day, facts, service)
        else:
            shared += mine
    if shared:
        yield _of(facts.standard.follow_up, shared, decided.day, facts)


def _of(
    rule: FollowUp,
    grants: Sequence[Grant],
    decided: date,
    facts: Facts,
    service: Service | None = None,
) -> _Series:
    begun = [g.starts_on for g in grants if g.starts_on]
    ends = [g.ends_on or date.max for g in grants]
    return _Series(
        rule=rule,
        start=min(begun, default=decided) if rule.counted_from == "start" else decided,
        end=max(ends),
        permanent=facts.casefile.case.permanence == "permanent",
        service=service.id if service else "",
        name=service.name if service else "",
    )


def _met(series: list[_Series], facts: Facts, decided: Decided) -> set[date]:
    """Return the days that are met: by hand, or by a visit that looked at the help again.

    A visit meets all that was due by then; one ahead of time meets the earliest to come.
    """
    visits = looked_again(facts, decided.day, but=decided.visit)
    until = max((facts.today, *visits))
    days = {day for one in series for day in one.ahead(until, len(visits))}
    met = {day for day in days if facts.is_done(FOLLOW_UP, day.isoformat())}
    for visit in visits:
        waiting = sorted(days - met)
        due = [day for day in waiting if day <= visit]
        met |= set(due or waiting[:1])
    return met


def _reported(due: date, facts: Facts) -> bool:
    reports = facts.casefile.all(StatusReport)
    return any(r.received_on is not None and r.due_on == due for r in reports)
