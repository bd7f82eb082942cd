"""How long: help beyond its longest course, and support in connection with a stay."""

from datetime import date

from app.domain.calendar import add_months
from app.domain.findings import Finding
from app.domain.judgement.facts import Facts
from app.domain.judgement.places import AFTER, SERVICES, place
from app.domain.judgement.words import texts
from app.domain.records import Grant, HospitalStay
from app.domain.rules import LongerThan, StayDays


def longer_than(rule: LongerThan, facts: Facts) -> tuple[Finding, ...]:
    """Find help that runs longer than its longest course (SOR-072)."""
    grants = (g for g in facts.grants if not rule.services or g.service in rule.services)
    limited = ((g, facts.services[g.service].max_months) for g in grants if _known(g, facts))
    return tuple(
        facts.find(
            rule,
            grant.id,
            place(SERVICES, grant, "ends_on"),
            grant=grant,
            service=facts.service_name(grant.service),
            months=str(months),
        )
        for grant, months in limited
        if months is not None and _runs_longer(grant, months, facts)
    )


def _known(grant: Grant, facts: Facts) -> bool:
    return grant.service in facts.services


def _runs_longer(grant: Grant, months: int, facts: Facts) -> bool:
    """Tell whether a line of help goes on for more months; a permanent one has no end."""
    if grant.ends_on is None:
        return facts.casefile.case.permanence == "permanent"
    starts = grant.starts_on
    return starts is not None and grant.ends_on > add_months(starts, months)


def stay_days(rule: StayDays, facts: Facts) -> tuple[Finding, ...]:
    """Find support around a stay that goes on for more days than the standard gives (SOR-083)."""
    stays = (s for s in facts.casefile.all(HospitalStay) if s.kind in rule.stays)
    counted = ((s, support_days(s, facts.today)) for s in stays)
    return tuple(
        facts.find(
            rule,
            stay.id,
            place(AFTER, stay, "support_until"),
            stay=texts().message(f"stay.{stay.kind}"),
            days=str(days),
            limit=str(rule.days),
        )
        for stay, days in counted
        if days > rule.days and not facts.is_done(rule.id, stay.id)
    )


def support_days(stay: HospitalStay, today: date) -> int:
    """Return the days of support in connection with a stay, so far; both ends count."""
    if stay.support_from is None:
        return 0
    last = stay.support_until or today
    return max(0, (last - stay.support_from).days + 1)
