"""The days on which granted help is looked at again, counted from the decision or its start."""

from collections.abc import Sequence
from datetime import date
from itertools import islice

import msgspec

from app.documents import facts
from app.documents.content import Content
from app.domain.calendar import add_days
from app.domain.judgement.follow_ups import follow_up_days
from app.domain.records import Grant
from app.domain.standard import FollowUp

_WEEK = 7


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """When services are followed up: the first days, and when the first status is due."""

    services: tuple[str, ...]
    days: tuple[date, ...]
    then_every_months: int | None
    report: date | None


def coming(content: Content) -> tuple[Coming, ...]:
    """Return the follow-ups of the help that is given, counted from the day of the letter.

    Services with the same days stand together; days after the help has ended are left out.
    """
    found: dict[tuple[FollowUp, date, date], list[str]] = {}
    for service in facts.given_services(content):
        rule = service.follow_up or content.standard.follow_up
        mine = [g for g in facts.given(content) if g.service == service.id]
        start = _counted_from(content, rule, mine)
        if start is not None:
            end = max(g.ends_on or date.max for g in mine)
            found.setdefault((rule, start, end), []).append(service.name)
    made = (_coming(rule, start, end, names) for (rule, start, end), names in found.items())
    return tuple(c for c in made if c.days)


def _counted_from(content: Content, rule: FollowUp, grants: Sequence[Grant]) -> date | None:
    if rule.counted_from == "decided":
        return content.day
    return min((g.starts_on for g in grants if g.starts_on), default=None)


def _coming(rule: FollowUp, start: date, end: date, names: Sequence[str]) -> Coming:
    first = len(rule.after_weeks) + len(rule.after_months)
    found = islice(follow_up_days(rule, start, permanent=True), first)
    days = tuple(day for day in found if day <= end)
    weeks = rule.report_weeks_before
    return Coming(
        services=tuple(names),
        days=days,
        then_every_months=rule.then_every_months if len(days) == first else None,
        report=add_days(days[0], -_WEEK * weeks) if days and weeks else None,
    )
