"""What is missing before a decision is whole: legal elements of its letter, and hints."""

from collections.abc import Sequence

from app.domain.findings import Finding, Missing
from app.domain.judgement import (
    hints,
    hints_after,
    missing_basis,
    missing_parties,
    missing_print,
    missing_result,
)
from app.domain.judgement.facts import Facts

_ALL = (
    missing_parties.parties,
    missing_parties.legal_basis,
    missing_result.result,
    missing_result.help_given,
    missing_result.reasons,
    missing_basis.grounds,
    missing_basis.assessed_first,
    missing_basis.information,
    missing_basis.follow_up,
    missing_basis.complaint,
    missing_basis.enclosures,
    missing_parties.disputes,
    missing_print.characters,
    missing_result.compared_otherwise,
    hints.about_citizen,
    hints.about_household,
    hints.about_request,
    hints.about_levels,
    hints.about_questions,
    hints.about_goals,
    hints.about_packages,
    hints.about_workplace,
    hints.about_consents,
    hints.about_providers,
    hints.about_changes,
    hints.about_next_visit,
    hints.about_delivery,
    hints_after.about_overall,
    hints_after.about_follow_up,
    hints_after.about_notices,
)


def missing(facts: Facts, findings: Sequence[Finding]) -> tuple[Missing, ...]:
    """Return what is missing, what blocks first; in the order of the visit's letter."""
    found = [m for part in _ALL for m in part(facts)]
    found += missing_result.departures(facts, findings)
    found += missing_basis.action_plan(facts, findings)
    return tuple(sorted(found, key=lambda m: not m.blocks))
