"""The kinds of rule about stair, overall view, answers, plans and the time after, one by one."""

from datetime import date, datetime, timedelta
from typing import Any

import msgspec
import pytest

from app.domain.findings import Finding
from app.domain.ids import derived_id
from app.domain.records import (
    ActionPlan,
    Answer,
    Grant,
    HospitalStay,
    Order,
    OverallAssessment,
    ProviderChoice,
    Record,
    Swap,
    TaskDone,
    Visit,
)
from app.domain.standard import Standard
from app.domain.values import Level, Planned
from tests.factories import (
    TODAY,
    VISIT,
    case,
    casefile,
    citizen,
    decision,
    decision_item,
    departure,
    disputed,
    findings,
    issued,
    judged,
    lacking,
    need,
    standard,
)
from tests.factories import grant as kbh_grant

A_TO_C = {
    "id": "abc",
    "name": "Samlet",
    "method": "Egen",
    "levels": [
        {"value": v, "name": name, "text": name}
        for v, name in (("A", "Intet"), ("B", "Let"), ("C", "Moderat"))
    ],
}
OVERALL = {"scale": A_TO_C, "note": "Afgør ikke noget alene.", "access": ["C"]}
STEPS = [
    {"id": "self", "name": "Selv", "text": "Selv"},
    {"id": "open", "name": "Rådgivning", "text": "Råd", "services": ["shop"]},
    {"id": "course", "name": "Kursus", "text": "Sammen"},
    {"id": "support", "name": "Støtte", "text": "Støtte", "services": ["clean"]},
]
QUESTIONS = [
    {
        "id": "why",
        "label": "Hvad kan afhjælpes af andet?",
        "kind": "several",
        "options": [
            {"value": "aids", "name": "Hjælpemidler"},
            {"value": "training", "name": "Træning"},
            {"value": "none", "name": "Intet"},
        ],
    },
    {"id": "active", "label": "Deltager aktivt?", "kind": "yes_no"},
    {"id": "course", "label": "Kursus overvejet?", "services": ["clean"]},
    {"id": "alone", "label": "Kun alene?", "kind": "yes_no", "services": ["clean"]},
]
OWN = [{"id": "own", "title": "Egne", "questions": QUESTIONS}]


def ruled(kind: str, says: str = "", extra: dict[str, Any] | None = None, **own: Any) -> Standard:
    """Return the small standard with one rule, and what else it needs."""
    rule = {"kind": kind, "id": "r", "title": "T", "text": says, "ref": "1.1"}
    return standard(rules=[{**rule, **own}], **(extra or {}))


def hits(rules: Standard, *records: Record, today: date = TODAY) -> list[Finding]:
    """Return the rule's hits."""
    return [f for f in judged(casefile(*records), rules, today).findings if f.rule == "r"]


def texts(rules: Standard, *records: Record, today: date = TODAY) -> list[str]:
    """Return what the rule's hits say."""
    return [f.text for f in hits(rules, *records, today=today)]


def field(finding: Finding) -> str:
    """Return the section and field that a finding leads to."""
    return f"{finding.anchor.section}.{finding.anchor.key.field if finding.anchor.key else ''}"


def grant(record_id: str = "g1", **fields: Any) -> Grant:
    """Make cleaning of the small standard."""
    known: dict[str, Any] = {"standard": None, "service": "clean", "items": ("floor",)}
    return kbh_grant(record_id, **{**known, **fields})


def overall(value: str = "", scale: str = "abc", **fields: Any) -> OverallAssessment:
    """Make the overall assessment of the small standard."""
    level = Level(scale=scale, value=value) if value else None
    key = derived_id(VISIT, "lille")
    return OverallAssessment(id=key, visit=VISIT, standard="lille", value=level, **fields)


def answer(question: str, **given: Any) -> Answer:
    """Make an answer in the standard's own section."""
    key = derived_id(VISIT, "own", question)
    return Answer(id=key, visit=VISIT, section="own", question=question, **given)


def done(anchor: str) -> TaskDone:
    """Mark a task of the rule as done."""
    return TaskDone(id="t1", case="k1", rule="r", anchor=anchor, done_on=TODAY)


class TestOverallAccess:
    rules = ruled(
        "overall_access", "$service|$overall|$access", {"overall": OVERALL}, services=["clean"]
    )

    def test_a_level_without_access_is_found(self) -> None:
        (finding,) = hits(self.rules, overall("B"), need(service="clean"))
        assert finding.text == "Rengøring|Let|Moderat"
        assert (finding.id, finding.need) == ("r:clean", "n1")
        assert field(finding) == "overall.value"

    def test_a_level_with_access_is_let_through(self) -> None:
        assert hits(self.rules, overall("C"), grant()) == []

    def test_no_level_or_one_of_another_scale_says_nothing(self) -> None:
        assert hits(self.rules, overall(), grant()) == []
        assert hits(self.rules, overall("B", scale="other"), grant()) == []
        assert hits(self.rules, overall("X"), grant()) == []

    def test_services_that_the_rule_does_not_name_are_left_alone(self) -> None:
        shop = need(service="shop")
        assert hits(self.rules, overall("B"), shop) == []

    def test_of_a_group_only_what_is_chosen_from_it_is_at_hand(self) -> None:
        group, shop = need(group="praktisk"), grant(service="shop", items=("food",))
        assert hits(self.rules, overall("B"), group)
        assert hits(self.rules, overall("B"), group, shop) == []


class TestStairOrder:
    rules = ruled(
        "stair_order",
        "$service|$step|$lower",
        {"stair": {"title": "Trappe", "text": "Trin", "steps": STEPS}},
    )

    def test_lower_steps_that_nobody_considered_are_found(self) -> None:
        (finding,) = hits(self.rules, need(service="clean"))
        assert finding.text == "Rengøring|Støtte|Rådgivning, Kursus"
        assert field(finding) == "overall.steps_considered"
        assert finding.open

    def test_the_bottom_without_a_service_is_nothing_to_try(self) -> None:
        assert hits(self.rules, need(service="shop")) == []

    def test_a_bottom_with_a_service_is_considered_like_any_other(self) -> None:
        stair = {"title": "T", "text": "T", "steps": STEPS[1:]}
        rules = ruled("stair_order", "$lower", {"stair": stair})
        assert texts(rules, need(service="clean")) == ["Rådgivning, Kursus"]

    def test_considered_stood_on_or_tried_is_enough(self) -> None:
        seen = overall(steps_considered=("course",), steps_now=("open",))
        assert hits(self.rules, need(service="clean"), seen) == []
        tried = grant("g0", service="shop", items=("food",), ends_on=date(2026, 1, 1))
        considered = overall(steps_considered=("course",))
        assert hits(self.rules, need(service="clean"), considered, tried) == []

    def test_what_was_written_of_the_steps_is_the_reason(self) -> None:
        written = overall(step_reason="Kan ikke være i en gruppe.")
        (finding,) = hits(self.rules, need(service="clean"), written)
        assert finding.reason == "Kan ikke være i en gruppe."
        assert not finding.open


class TestAnswerGiven:
    rules = ruled(
        "answer_given",
        "$service|$answer",
        {"sections": OWN},
        section="own",
        question="why",
        values=["aids", "training"],
    )

    def test_each_answer_is_found_by_itself(self) -> None:
        given = answer("why", choices=("aids", "none", "training"))
        found = hits(self.rules, given, grant())
        assert [f.text for f in found] == ["Rengøring|Hjælpemidler", "Rengøring|Træning"]
        assert [f.id for f in found] == ["r:aids", "r:training"]
        assert {field(f) for f in found} == {"own.choices"}
        assert {f.grant for f in found} == {"g1"}

    def test_other_answers_or_no_service_are_let_through(self) -> None:
        assert hits(self.rules, answer("why", choices=("none",)), grant()) == []
        assert hits(self.rules, answer("why", choices=("aids",))) == []

    def test_a_yes_or_no_is_said_in_danish(self) -> None:
        rules = ruled(
            "answer_given",
            "$answer",
            {"sections": OWN},
            section="own",
            question="active",
            values=["no"],
            services=["clean"],
        )
        (finding,) = hits(rules, answer("active", choice="no"), need(service="clean"))
        assert (finding.text, field(finding)) == ("nej", "own.choice")
        assert hits(rules, answer("active", choice="yes"), need(service="clean")) == []
        assert hits(rules, answer("active", choice="no"), need(service="shop")) == []

    def test_an_answer_that_is_asked_no_more_says_nothing(self) -> None:
        rules = ruled(
            "answer_given",
            extra={"sections": OWN},
            section="own",
            question="alone",
            values=["yes"],
        )
        left = answer("alone", choice="yes")
        assert hits(rules, left, grant())
        assert hits(rules, left, grant(service="shop", items=("food",))) == []

    def test_a_disputed_answer_never_reaches_the_rule(self) -> None:
        given = answer("why")
        file = casefile(given, grant(), disputes=(disputed(given, "choices", ("aids",), ()),))
        assert findings(file, "r", self.rules) == []


class TestAnswerMissing:
    rules = ruled(
        "answer_missing",
        "$service|$question",
        {"sections": OWN},
        section="own",
        question="course",
        services=["clean"],
    )

    def test_help_before_the_answer_is_found(self) -> None:
        (finding,) = hits(self.rules, grant())
        assert finding.text == "Rengøring|Kursus overvejet?"
        assert (finding.id, field(finding)) == ("r", "own.text")

    def test_an_answer_is_enough(self) -> None:
        assert hits(self.rules, grant(), answer("course", text="Ja, uden udbytte.")) == []

    def test_a_blank_answer_is_none(self) -> None:
        assert hits(self.rules, grant(), answer("course", text=" "))

    def test_other_services_are_left_alone(self) -> None:
        assert hits(self.rules, grant(service="shop", items=("food",))) == []
        anybody = ruled("answer_missing", extra={"sections": OWN}, section="own", question="course")
        assert hits(anybody, grant(service="shop", items=("food",))) == []
        assert hits(anybody, grant())


class TestLongerThan:
    rules = standard(
        rules=[
            {"kind": "longer_than", "id": "r", "title": "T", "text": "$service|$months", "ref": "1"}
        ]
    )
    rules = msgspec.structs.replace(
        rules,
        services=(
            msgspec.structs.replace(rules.services[0], max_months=6),
            rules.services[1],
        ),
    )

    def test_more_months_than_the_longest_course_is_found(self) -> None:
        long = grant(starts_on=date(2027, 1, 1), ends_on=date(2027, 7, 2))
        (finding,) = hits(self.rules, long)
        assert finding.text == "Rengøring|6"
        assert field(finding) == "services.ends_on"
        assert finding.grant == "g1"

    def test_help_without_an_end_is_found_where_the_need_is_permanent(self) -> None:
        assert hits(self.rules, grant(ends_on=None))
        assert hits(self.rules, grant(ends_on=None), case(permanence="temporary")) == []

    @pytest.mark.parametrize("end", [date(2027, 6, 30), date(2027, 7, 1)])
    def test_six_months_are_six_months(self, end: date) -> None:
        assert hits(self.rules, grant(starts_on=date(2027, 1, 1), ends_on=end)) == []

    def test_a_service_without_a_longest_course_is_let_through(self) -> None:
        assert hits(self.rules, grant(service="shop", items=("food",))) == []
        assert hits(self.rules, grant(service="gone", items=())) == []


class TestStayDays:
    rules = ruled("stay_days", "$stay|$days|$limit", stays=["admission", "relief"], days=8)

    def stay(self, days: int | None, kind: Any = "admission", **fields: Any) -> HospitalStay:
        known: dict[str, Any] = {"support_from": date(2026, 11, 2)}
        if days is not None:
            known["support_until"] = date(2026, 11, 1) + timedelta(days=days)
        return HospitalStay(id="h1", case="k1", kind=kind, **{**known, **fields})

    def test_the_ninth_day_is_found(self) -> None:
        (finding,) = hits(self.rules, self.stay(9))
        assert finding.text == "indlæggelse|9|8"
        assert (finding.id, field(finding)) == ("r:h1", "after.support_until")

    def test_eight_days_are_let_through(self) -> None:
        assert hits(self.rules, self.stay(8)) == []

    def test_open_support_counts_until_today(self) -> None:
        assert texts(self.rules, self.stay(None)) == ["indlæggelse|22|8"]
        assert hits(self.rules, self.stay(None), today=date(2026, 11, 9)) == []

    def test_other_stays_and_stays_without_support_are_left_alone(self) -> None:
        assert hits(self.rules, self.stay(20, kind="discharge")) == []
        assert hits(self.rules, self.stay(20, support_from=None)) == []
        assert hits(self.rules, self.stay(20, removed=True)) == []

    def test_what_a_person_has_dealt_with_is_said_no_more(self) -> None:
        assert hits(self.rules, self.stay(9), done("h1")) == []


def swap(number: int, day: date | None, to: str = "shop") -> Swap:
    """Make a swap of cleaning for something else."""
    return Swap(id=f"b{number}", case="k1", swapped_on=day, from_service="clean", to_service=to)


class TestSwapsAbove:
    rules = ruled("swaps_above", "$count|$months", count=3, months=2)
    days = (date(2026, 9, 30), date(2026, 10, 5), date(2026, 11, 1), date(2026, 11, 20))

    def swaps(self, *days: date | None) -> list[Swap]:
        return [swap(n, day) for n, day in enumerate(days)]

    def test_four_within_two_months_are_found(self) -> None:
        (finding,) = hits(self.rules, *self.swaps(*self.days))
        assert finding.text == "4|2"
        assert (finding.id, field(finding)) == ("r:2026-11-20", "after.swapped_on")

    def test_three_are_let_through(self) -> None:
        assert hits(self.rules, *self.swaps(*self.days[1:])) == []

    def test_four_over_a_longer_time_are_let_through(self) -> None:
        longer = (date(2026, 9, 19), *self.days[1:])
        assert hits(self.rules, *self.swaps(*longer)) == []
        just = (date(2026, 9, 20), *self.days[1:])
        assert hits(self.rules, *self.swaps(*just))

    def test_a_swap_of_an_unknown_day_counts_not(self) -> None:
        assert hits(self.rules, *self.swaps(None, *self.days[1:])) == []

    def test_the_order_they_were_written_in_does_not_matter(self) -> None:
        assert texts(self.rules, *self.swaps(*reversed(self.days))) == ["4|2"]

    def test_a_reassessment_or_decision_after_them_answers(self) -> None:
        looked = Visit(
            id="v2",
            case="k1",
            kind="reassessment",
            state="closed",
            planned=Planned(start=datetime(2026, 11, 21, 10)),
        )
        assert hits(self.rules, *self.swaps(*self.days), looked) == []
        still_open = msgspec.structs.replace(looked, state="ongoing")
        assert hits(self.rules, *self.swaps(*self.days), still_open)
        assert hits(self.rules, *self.swaps(*self.days), decision(), issued(TODAY)) == []

    def test_a_decision_of_the_same_day_did_not_know_of_the_last_swap(self) -> None:
        assert hits(self.rules, *self.swaps(*self.days), decision(), issued(date(2026, 11, 20)))

    def test_new_swaps_after_it_are_counted_again(self) -> None:
        before = issued(date(2026, 11, 10))
        assert hits(self.rules, *self.swaps(*self.days), decision(), before)

    def test_what_a_person_has_dealt_with_is_said_no_more(self) -> None:
        assert hits(self.rules, *self.swaps(*self.days), done("2026-11-20")) == []


class TestSwapOutside:
    rules = ruled(
        "swap_outside",
        "$service",
        {"groups": [{"id": "praktisk", "name": "P"}, {"id": "personlig", "name": "Q"}]},
        groups=["personlig"],
    )
    rules = msgspec.structs.replace(
        rules,
        services=(
            rules.services[0],
            msgspec.structs.replace(rules.services[1], group="personlig"),
        ),
    )

    def test_a_swap_to_a_group_without_a_grant_is_found(self) -> None:
        (finding,) = hits(self.rules, swap(1, date(2026, 12, 10)), grant())
        assert finding.text == "Indkøb"
        assert (finding.id, field(finding)) == ("r:b1", "after.to_service")

    def test_with_a_grant_in_the_group_it_is_let_through(self) -> None:
        shop = grant("g2", service="shop", items=("food",))
        assert hits(self.rules, swap(1, date(2026, 12, 10)), shop) == []

    def test_a_grant_that_had_ended_by_then_does_not_help(self) -> None:
        ended = grant("g2", service="shop", items=("food",), ends_on=date(2026, 12, 9))
        assert hits(self.rules, swap(1, date(2026, 12, 10)), ended)
        assert hits(self.rules, swap(1, date(2026, 12, 9)), ended) == []

    def test_other_groups_are_left_alone(self) -> None:
        assert hits(self.rules, swap(1, date(2026, 12, 10), to="clean")) == []
        assert hits(self.rules, swap(1, date(2026, 12, 10), to="gone")) == []

    def test_what_a_person_has_dealt_with_is_said_no_more(self) -> None:
        assert hits(self.rules, swap(1, date(2026, 12, 10)), done("b1")) == []


class TestActionPlanOffer:
    rules = ruled("action_plan_offer", "$pension_age", services=["clean"])

    def test_nobody_below_pension_age_is_forgotten(self) -> None:
        (finding,) = hits(self.rules, grant())
        assert finding.text == "70"
        assert field(finding) == "plan.offered_on"
        assert finding.grant == "g1"

    @pytest.mark.parametrize(
        "plan",
        [
            ActionPlan(id="a1", case="k1", offered_on=TODAY),
            ActionPlan(id="a1", case="k1", wish="no"),
        ],
    )
    def test_an_offer_or_an_answer_is_enough(self, plan: ActionPlan) -> None:
        assert hits(self.rules, grant(), plan) == []

    def test_an_empty_plan_is_no_offer(self) -> None:
        (finding,) = hits(self.rules, grant(), ActionPlan(id="a1", case="k1"))
        assert finding.anchor.key
        assert finding.anchor.key.id == "a1"

    def test_past_pension_age_or_of_unknown_age_nothing_is_asked(self) -> None:
        assert hits(self.rules, grant(), citizen(birth_date=date(1950, 1, 1))) == []
        assert hits(self.rules, grant(), citizen(birth_date=None)) == []

    def test_without_help_or_with_other_help_nothing_is_asked(self) -> None:
        assert hits(self.rules) == []
        assert hits(self.rules, grant(service="shop", items=("food",))) == []

    def test_with_levels_only_those_are_asked(self) -> None:
        rules = ruled("action_plan_offer", extra={"overall": OVERALL}, overall=["C"])
        assert hits(rules, grant(), overall("C"))
        assert hits(rules, grant(), overall("B")) == []
        assert hits(rules, grant()) == []


class TestExternalProvider:
    rules = ruled(
        "external_provider",
        "$provider|$register",
        {
            "provider": {
                "free_choice": False,
                "self_chosen": False,
                "external": True,
                "listed_at": "Registret",
            }
        },
    )

    def choice(self, **fields: Any) -> ProviderChoice:
        known: dict[str, Any] = {"case": "k1", "service": "clean", "kind": "external"}
        return ProviderChoice(id="p1", **{**known, "provider": "Huset", **fields})

    @pytest.mark.parametrize("listed", [None, False])
    def test_a_provider_nobody_has_seen_listed_is_found(self, listed: bool | None) -> None:
        (finding,) = hits(self.rules, self.choice(listed=listed), grant())
        assert finding.text == "Huset|Registret"
        assert (finding.id, field(finding)) == ("r:p1", "provider.listed")
        assert finding.grant == "g1"

    def test_one_that_is_listed_or_the_municipalitys_own_is_let_through(self) -> None:
        assert hits(self.rules, self.choice(listed=True), grant()) == []
        assert hits(self.rules, self.choice(kind="municipal"), grant()) == []
        assert hits(self.rules, self.choice(service="gone"), grant()) == []


class TestOrderMissing:
    rules = ruled("order_missing", "$service", needs_reason=False)
    decided = (decision(), issued(date(2026, 11, 20)), need(service="clean"), grant())

    def order(self, **fields: Any) -> Order:
        known: dict[str, Any] = {"case": "k1", "service": "clean", "sent_on": date(2026, 11, 20)}
        return Order(id="o1", **{**known, **fields})

    def test_decided_help_without_an_order_is_found(self) -> None:
        (finding,) = hits(self.rules, *self.decided)
        assert finding.text == "Rengøring"
        assert (finding.id, field(finding)) == ("r:clean", "plan.sent_on")
        assert not finding.needs_reason

    def test_before_the_decision_there_is_none_to_send(self) -> None:
        assert hits(self.rules, need(service="clean"), grant(), decision()) == []

    @pytest.mark.parametrize("version", ["", "w1"])
    def test_an_order_that_went_out_is_enough(self, version: str) -> None:
        assert hits(self.rules, *self.decided, self.order(version=version)) == []

    def test_a_corrected_letter_needs_no_new_order(self) -> None:
        corrected = issued(date(2026, 11, 22), record_id="w2")
        assert hits(self.rules, *self.decided, corrected, self.order(version="w1")) == []

    @pytest.mark.parametrize(
        "fields",
        [
            {"sent_on": None},
            {"sent_on": date(2026, 11, 19)},
            {"version": "older"},
            {"service": "shop"},
        ],
    )
    def test_one_not_sent_or_for_something_else_is_not(self, fields: dict[str, Any]) -> None:
        assert hits(self.rules, *self.decided, self.order(**fields))

    def test_refused_help_needs_no_order(self) -> None:
        refused = decision_item(outcome="refused")
        assert hits(self.rules, *self.decided, refused) == []

    def test_what_a_person_has_dealt_with_is_said_no_more(self) -> None:
        assert hits(self.rules, *self.decided, done("clean")) == []


class TestWhatIsOpenToEverybody:
    small = standard()
    rules = msgspec.structs.replace(
        small,
        services=(
            small.services[0],
            msgspec.structs.replace(small.services[1], visitated=False),
        ),
    )

    def test_it_is_no_help_to_decide_and_needs_no_outcome(self) -> None:
        advice = need(service="shop", group="")
        file = casefile(advice, grant(service="shop", items=("food",), extent=None))
        assert [m.key for m in judged(file, self.rules).missing if m.key == "missing.outcome"] == []
        assert lacking(file, "needs", self.rules)
        assert lacking(file, "grant_extent", self.rules) == []

    def test_it_is_not_in_play_with_its_group(self) -> None:
        rules = ruled("overall_access", extra={"overall": OVERALL}, services=["shop", "clean"])
        rules = msgspec.structs.replace(rules, services=self.rules.services)
        found = hits(rules, need(group="praktisk"), overall("A"))
        assert [f.id for f in found] == ["r:clean"]


def test_a_task_after_the_decision_never_stops_one() -> None:
    rules = ruled("stay_days", stays=["admission"], days=8)
    stay = HospitalStay(id="h1", case="k1", kind="admission", support_from=date(2026, 10, 1))
    file = casefile(stay, grant(), need(service="clean"), decision(), decision_item())
    assert findings(file, "r", rules)[0].open
    assert lacking(file, "finding_reason", rules) == []


def test_a_reason_at_the_finding_takes_the_offers_place() -> None:
    rules = ruled("action_plan_offer", extra={"documents": {"used": ["action_plan"]}})
    given = (grant(), need(service="clean"), decision(), decision_item())
    key = "action_plan_or_reason"
    (missing,) = lacking(casefile(*given), key, rules)
    assert missing.blocks
    assert missing.anchor.section == "plan"
    assert lacking(casefile(*given), "finding_reason", rules) == []
    reasoned = casefile(*given, departure("r", "Støtten er kort."))
    assert lacking(reasoned, key, rules) == []
    refused = casefile(*given[:-1], decision_item(outcome="refused"))
    assert lacking(refused, key, rules) == []
    unused = ruled("action_plan_offer")
    assert lacking(casefile(*given), key, unused) == []
    strict = ruled(
        "action_plan_offer", extra={"documents": {"used": ["action_plan"]}}, needs_reason=False
    )
    assert [m.blocks for m in lacking(casefile(*given), "action_plan", strict)] == [True]


def test_the_decision_of_another_visit_has_its_own_orders() -> None:
    rules = ruled("order_missing", "$service")
    other = issued(date(2026, 11, 20), decision="another")
    assert hits(rules, grant(), need(service="clean"), decision(), other) == []
