"""What the section after the decision reads out of a case: pure steps."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from app.domain.calendar import add_months
from app.domain.findings import Deadline
from app.domain.ids import derived_id
from app.domain.judgement.deadlines import unannounced
from app.domain.judgement.facts import Facts
from app.domain.records import (
    Complaint,
    HospitalStay,
    ProcessingNotice,
    ProviderChoice,
    ProviderStart,
    Request,
    StatusReport,
    Swap,
)
from app.domain.rules import Rule, StayDays, SwapOutside, SwapsAbove
from app.domain.standard import Standard
from app.forms.provider_record import choices_for, granted_services, listed_name
from app.workflow.visit_view import VisitView

R = TypeVar("R")

_LAST = date.max


def starts_of(view: VisitView, service: str) -> tuple[ProviderStart, ...]:
    """Return how a service was begun, a record for each provider that began it."""
    return tuple(s for s in view.casefile.all(ProviderStart) if s.service == service)


def start_ids(view: VisitView) -> list[str]:
    """Return a record for each granted service's start, or the draft of it."""
    ids: list[str] = []
    for service in granted_services(view):
        known = [start.id for start in starts_of(view, service)]
        ids += known or [start_draft(view, service)]
    return ids


def start_draft(view: VisitView, service: str) -> str:
    """Return the id that the first start of a service has or will have."""
    return derived_id(view.casefile.case.id, "provider_start", service)


def service_of_start(view: VisitView, start_id: str) -> str:
    """Return the service whose start this is."""
    known = view.casefile.get(ProviderStart, start_id)
    drafts = {start_draft(view, service): service for service in granted_services(view)}
    return known.service if known and known.service else drafts.get(start_id, "")


def provider_of(view: VisitView, service: str) -> str:
    """Return the name of the provider that is chosen for a service, the newest choice first."""
    named = [c.provider for c in choices_for(view, service) if c.provider.strip()]
    return provider_words(view, named[-1]) if named else ""


def provider_words(view: VisitView, provider: str) -> str:
    """Return a provider's name: from the list of the municipality, or as it was written."""
    return listed_name(view.standard.provider, provider) or provider.strip()


def changes_of_provider(view: VisitView) -> tuple[ProviderChoice, ...]:
    """Return the changes of provider that were asked for."""
    return tuple(c for c in view.casefile.providers if c.is_change)


def swaps(view: VisitView) -> Sequence[Swap]:
    """Return the swaps, newest first; those without a day stand on top."""
    return _newest([(s.swapped_on, s) for s in view.casefile.all(Swap)])


def swap_limit(view: VisitView) -> SwapsAbove | None:
    """Return the rule that says how many swaps ask for a new look at the case."""
    return next((r for r in rules_of(view) if isinstance(r, SwapsAbove)), None)


def swaps_within(view: VisitView, months: int) -> int:
    """Count the swaps of the last months, today included."""
    days = [s.swapped_on for s in view.casefile.all(Swap) if s.swapped_on is not None]
    return sum(1 for day in days if day <= view.today <= add_months(day, months))


def has_swaps(view: VisitView) -> bool:
    """Tell whether a standard knows swaps, or there are some."""
    known = (SwapsAbove, SwapOutside)
    return any(isinstance(r, known) for r in rules_of(view)) or bool(swaps(view))


def stays(view: VisitView) -> Sequence[HospitalStay]:
    """Return the stays, newest first."""
    return _newest([(s.starts_on, s) for s in view.casefile.all(HospitalStay)])


def stay_limit(view: VisitView, kind: str) -> int | None:
    """Return for how many days support is given in connection with such a stay."""
    rules = (r for r in rules_of(view) if isinstance(r, StayDays))
    return next((r.days for r in rules if kind in r.stays), None)


def has_stays(view: VisitView) -> bool:
    """Tell whether a standard limits support around stays, or there are some."""
    return any(isinstance(r, StayDays) for r in rules_of(view)) or bool(stays(view))


def support_days(stay: HospitalStay, today: date) -> int | None:
    """Count the days of support around a stay, both ends included; None before it begins."""
    if stay.support_from is None or stay.support_from > today:
        return None
    return ((stay.support_until or today) - stay.support_from).days + 1


def reports(view: VisitView) -> Sequence[StatusReport]:
    """Return the status reports, newest first."""
    return _newest([(r.due_on or r.received_on, r) for r in view.casefile.all(StatusReport)])


def has_reports(view: VisitView) -> bool:
    """Tell whether a standard asks for status reports, or there are some."""
    return any(_asks_for_reports(standard) for standard in view.standards) or bool(reports(view))


def _asks_for_reports(standard: Standard) -> bool:
    own = [standard.follow_up, *(s.follow_up for s in standard.services if s.follow_up)]
    asked = any(follow_up.report_weeks_before for follow_up in own)
    return asked or "status_report" in standard.documents.used


def complaints(view: VisitView) -> Sequence[Complaint]:
    """Return the complaints, newest first."""
    return _newest([(c.received_on, c) for c in view.casefile.all(Complaint)])


def notices(view: VisitView) -> tuple[ProcessingNotice, ...]:
    """Return the notices of an exceeded deadline, newest first."""
    return tuple(reversed(view.casefile.all(ProcessingNotice)))


def processing_rules(view: VisitView) -> dict[str, str]:
    """Return the standards' deadlines for what was applied for: names by their ids."""
    rules = (rule for standard in view.standards for rule in standard.deadlines)
    return {rule.id: rule.name for rule in rules if rule.counted_from == "received"}


def processing_deadlines(view: VisitView) -> list[Deadline]:
    """Return the deadlines by which what was applied for must be decided."""
    known = processing_rules(view)
    return [d for d in view.judgement.deadlines if d.rule in known]


def exceeded(view: VisitView) -> list[tuple[Deadline, Request]]:
    """Return the deadlines that have passed and that the citizen got no notice about."""
    return [
        pair
        for share in shares_of(view)
        for pair in unannounced(Facts(share.casefile, share.standard, share.national, share.today))
    ]


def shares_of(view: VisitView) -> tuple[VisitView, ...]:
    """Return the visit as each of its standards sees it; itself where there is one."""
    return tuple(view.shares.values()) or (view,)


def rules_of(view: VisitView) -> list[Rule]:
    """Return the rules of every standard of the visit."""
    return [rule for standard in view.standards for rule in standard.rules]


def deadline_named(view: VisitView, rule: str, service: str = "") -> Deadline | None:
    """Return a deadline of the case by its rule, and by its service where it has one."""
    found = (d for d in view.judgement.deadlines if d.rule == rule)
    return next((d for d in found if not service or d.service == service), None)


def _newest(dated: Sequence[tuple[date | None, R]]) -> list[R]:
    ordered = sorted(dated, key=lambda pair: pair[0] or _LAST, reverse=True)
    return [record for _, record in ordered]
