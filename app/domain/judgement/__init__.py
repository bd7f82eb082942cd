"""Judges a case by its standard: findings, proposals, what is missing, deadlines."""

from collections.abc import Callable
from datetime import date
from typing import Any

from app.domain import rules
from app.domain.casefile import CaseFile
from app.domain.findings import Deadline, Finding, Judgement
from app.domain.judgement import (
    answers,
    catalogue,
    consent,
    extent,
    hours,
    household,
    levels,
    overall,
    people,
    periods,
    plans,
    swaps,
    workplace,
)
from app.domain.judgement.deadlines import deadlines
from app.domain.judgement.facts import Facts
from app.domain.judgement.missing import missing
from app.domain.judgement.missing_basis import goes_with
from app.domain.judgement.proposals import proposals
from app.domain.judgement.sections import sections
from app.domain.national import NationalLaw
from app.domain.standard import Standard

RULES: dict[type[rules.RuleBase], Callable[[Any, Facts], tuple[Finding, ...]]] = {
    rules.MinimumLevel: levels.minimum_level,
    rules.HouseholdCapacity: household.household_capacity,
    rules.ChildrenShare: household.children_share,
    rules.LevelLimitsItems: levels.level_limits_items,
    rules.ExtentAboveDefault: extent.extent_above_default,
    rules.QuantityAbove: extent.quantity_above,
    rules.ItemPerYear: extent.item_per_year,
    rules.OutsideHours: hours.outside_hours,
    rules.NotAlone: catalogue.not_alone,
    rules.SpecialCase: catalogue.special_case,
    rules.SingleGrant: catalogue.single_grant,
    rules.NeedsScheme: catalogue.needs_scheme,
    rules.ToolsMissing: workplace.tools_missing,
    rules.AgeRange: people.age_range,
    rules.AgeChoice: people.age_choice,
    rules.ConditionElsewhere: people.condition_elsewhere,
    rules.ElderCareAct: people.elder_care_act,
    rules.Expired: catalogue.expired,
    rules.AlwaysConsider: catalogue.always_consider,
    rules.ConsentRefused: consent.consent_refused,
    rules.WorkplaceBlocking: workplace.workplace_blocking,
    rules.OverallAccess: overall.overall_access,
    rules.StairOrder: overall.stair_order,
    rules.AnswerGiven: answers.answer_given,
    rules.AnswerMissing: answers.answer_missing,
    rules.LongerThan: periods.longer_than,
    rules.StayDays: periods.stay_days,
    rules.SwapsAbove: swaps.swaps_above,
    rules.SwapOutside: swaps.swap_outside,
    rules.ActionPlanOffer: plans.action_plan_offer,
    rules.ExternalProvider: plans.external_provider,
    rules.OrderMissing: plans.order_missing,
}


def judge(casefile: CaseFile, standard: Standard, national: NationalLaw, today: date) -> Judgement:
    """Return everything that follows from a case, its standard and the law on one day."""
    facts = Facts(casefile, standard, national, today)
    findings = tuple(f for rule in standard.rules for f in RULES[type(rule)](rule, facts))
    lacking = missing(facts, findings)
    return Judgement(
        findings=findings,
        proposals=proposals(facts),
        missing=lacking,
        deadlines=deadlines(facts),
        sections=sections(facts, lacking),
        overall_proposal=overall.overall_proposal(facts),
    )


def due_days(
    casefile: CaseFile, standard: Standard, national: NationalLaw, today: date
) -> tuple[Deadline, ...]:
    """Return the deadlines alone, for lists of many cases; the nearest first."""
    return deadlines(Facts(casefile, standard, national, today))


def enclosed(
    casefile: CaseFile, standard: Standard, national: NationalLaw, today: date
) -> frozenset[str]:
    """Return the ids of the enclosures that go with the decision as it stands."""
    facts = Facts(casefile, standard, national, today)
    return frozenset(e.id for e in standard.enclosures if goes_with(e, facts))
