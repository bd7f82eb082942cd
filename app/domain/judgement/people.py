"""Who the standard is for: ages, another authority, and the act that covers old age."""

from datetime import date
from typing import Literal

from app.domain.calendar import add_months, birthday
from app.domain.findings import Anchor, Finding
from app.domain.judgement.facts import Facts
from app.domain.judgement.places import HOUSEHOLD, place
from app.domain.judgement.words import day_words
from app.domain.national import NationalLaw, PensionAge
from app.domain.records import Case
from app.domain.rules import AgeChoice, AgeRange, ConditionElsewhere, ElderCareAct
from app.domain.standard import Standard

LegalBasis = Literal["social_services_act", "elder_care_act", "unclear"]


def propose_legal_basis(birth_date: date | None, national: NationalLaw, today: date) -> LegalBasis:
    """Propose which act covers the citizen, from age alone; a person decides.

    Ældreloven § 2 asks for a need that arose with ageing, so that age never settles it.
    """
    if birth_date is None:
        return "unclear"
    in_force = today >= national.elder_care_act_from
    reached = in_force and has_pension_age(birth_date, national, today)
    return "elder_care_act" if reached else "social_services_act"


def has_pension_age(birth_date: date, national: NationalLaw, today: date) -> bool:
    """Tell whether somebody has reached pension age (folkepensionsalder)."""
    return pension_day(national, birth_date) <= today


def pension_day(national: NationalLaw, birth_date: date) -> date:
    """Return the day on which somebody reaches pension age; the last day there is, if beyond."""
    try:
        return national.pension_day(birth_date)
    except ValueError:  # a birth date at the end of the calendar
        return date.max


def age_range(rule: AgeRange, facts: Facts) -> tuple[Finding, ...]:
    """Find a citizen outside the standard's ages (KBH-010, KBH-011)."""
    standard, age = facts.standard, facts.age
    if age is None or not _outside(age, standard):
        return ()
    first, last = str(standard.age_from or ""), str(standard.age_to or "")
    return (facts.find(rule, "", _born(facts), age=str(age), age_from=first, age_to=last),)


def _outside(age: int, standard: Standard) -> bool:
    too_young = standard.age_from is not None and age < standard.age_from
    return too_young or (standard.age_to is not None and age > standard.age_to)


def age_choice(rule: AgeChoice, facts: Facts) -> tuple[Finding, ...]:
    """Find a citizen who comes to an age within the period and has not chosen (KBH-012)."""
    citizen = facts.casefile.citizen
    if citizen.birth_date is None or citizen.turning_choice:
        return ()
    day = birthday(citizen.birth_date, rule.age)
    if day > facts.period_end:
        return ()
    anchor = place(HOUSEHOLD, citizen, "turning_choice")
    return (facts.find(rule, "", anchor, birthday=day_words(day)),)


def condition_elsewhere(rule: ConditionElsewhere, facts: Facts) -> tuple[Finding, ...]:
    """Find a choice on the case that belongs with another authority (KBH-013)."""
    case = facts.casefile.case
    if getattr(case, rule.field, None) != rule.value:
        return ()
    return (facts.find(rule, "", place(HOUSEHOLD, case, rule.field)),)


def is_under_elder_care(case: Case, standard: Standard) -> bool:
    """Tell whether a case is routed to ældreloven, and that act takes over this standard's help."""
    taken = any(isinstance(rule, ElderCareAct) and rule.takes_over for rule in standard.rules)
    return taken and case.legal_basis == "elder_care_act"


def elder_care_act(rule: ElderCareAct, facts: Facts) -> tuple[Finding, ...]:
    """Find a citizen whom ældreloven may cover; the reason of the routing is its reason."""
    case, born = facts.casefile.case, facts.casefile.citizen.birth_date
    proposed = propose_legal_basis(born, facts.national, facts.today)
    if "elder_care_act" not in (case.legal_basis, proposed):
        return ()
    anchor = place(HOUSEHOLD, case, "legal_basis")
    return (
        facts.find(
            rule,
            "",
            anchor,
            given=case.legal_basis_reason,
            pension_age=pension_age_words(facts),
        ),
    )


def pension_age_words(facts: Facts) -> str:
    """Say the citizen's pension age; that of those who reach it now, if the age is unknown."""
    ages = facts.national.pension_ages
    reached = (a for a in ages if add_months(a.born_from, _months(a)) <= facts.today)
    newest = max(reached, key=lambda a: a.born_from, default=ages[0])
    born = facts.casefile.citizen.birth_date or newest.born_from
    day = pension_day(facts.national, born)
    months = (day.year - born.year) * 12 + day.month - born.month
    return f"{months // 12}½" if months % 12 else str(months // 12)


def _months(age: PensionAge) -> int:
    return age.years * 12 + age.months


def _born(facts: Facts) -> Anchor:
    return place(HOUSEHOLD, facts.casefile.citizen, "birth_date")
