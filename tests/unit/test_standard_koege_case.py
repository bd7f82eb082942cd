"""Køge's standard of § 85 on a case: what it finds, what it asks for, the days it counts."""

from datetime import UTC, date, datetime

import pytest

from app.domain.case_records import ActionPlan, Complaint, ProviderStart
from app.domain.casefile import CaseFile
from app.domain.findings import Judgement
from app.domain.judgement.delivery import on_paper
from app.domain.records import ProviderChoice, Record, Visit
from app.domain.values import Planned
from app.interchange.national import report
from tests import factories as make
from tests.paragraph_85 import (
    DECIDED,
    SUPPORT,
    answer,
    deadlines,
    decided,
    file,
    findings,
    grant,
    judged,
    koege,
    lacking,
    level,
    need,
    overall,
    question,
    ref,
)

STEPS = ("raad", "for_en_tid")


def hits(*records: Record, rule: str) -> list[str]:
    return [f.text for f in findings(file(koege(), *records), koege(), rule)]


def test_check_15_support_is_looked_at_after_3_6_and_12_months() -> None:
    seen = deadlines(decided(koege()), koege(), "follow_up", date(2027, 11, 1))
    assert [d.due for d in seen] == [date(2027, 2, 28), date(2027, 5, 30), date(2027, 11, 30)]
    assert {d.counted_from for d in seen} == {DECIDED}


def test_check_15_only_the_next_follow_up_is_listed_while_it_is_ahead() -> None:
    (first,) = deadlines(decided(koege()), koege(), "follow_up")
    assert (first.due, first.met) == (date(2027, 2, 28), False)


def test_check_15_a_follow_up_visit_meets_the_first_and_brings_the_second() -> None:
    later = Visit(
        id="v2",
        case="k1",
        kind="follow_up",
        state="closed",
        planned=Planned(start=datetime(2027, 2, 26, 10, tzinfo=UTC)),
    )
    file_now = decided(koege(), make.visit(standards=()), later)
    seen = deadlines(file_now, koege(), "follow_up", date(2027, 3, 1))
    assert [(d.due, d.met) for d in seen] == [
        (date(2027, 2, 28), True),
        (date(2027, 5, 30), False),
    ]


def test_check_15_follow_up_holds_for_temporary_help_too() -> None:
    temporary = decided(koege(), make.case(permanence="temporary"))
    assert deadlines(temporary, koege(), "follow_up")


def test_check_16_support_at_overall_level_b_is_outside_the_target_group() -> None:
    (found,) = findings(file(koege(), need(), overall(koege(), "B")), koege(), "target_group")
    assert "»Let problem«" in found.text
    assert "uden for målgruppen" in found.text
    assert "Åben Rådgivning" in found.text
    assert "§§ 82 a og 82 b" in found.text
    assert found.open
    assert found.needs_reason


@pytest.mark.parametrize("value", ["C", "D", "E"])
def test_check_16_support_from_overall_level_c_is_within_the_target_group(value: str) -> None:
    assert hits(need(), overall(koege(), value), rule="target_group") == []


def test_check_16_the_lower_steps_are_offered_until_they_are_considered() -> None:
    (text,) = hits(need(), overall(koege(), "B"), rule="stair")
    assert "Råd og vejledning" in text
    assert "Støtte for en tid" in text
    assert "Du klarer dig selv" not in text
    assert hits(need(), overall(koege(), "B", *STEPS), rule="stair") == []


def test_check_16_open_counselling_itself_asks_for_no_level() -> None:
    counselling = need(service="aaben_raadgivning")
    assert hits(counselling, overall(koege(), "A"), rule="target_group") == []


def test_check_20_whoever_is_exempt_from_digital_post_gets_paper() -> None:
    exempt = file(koege(), make.citizen(digital_post="exempt"))
    assert on_paper(exempt.citizen)
    assert not on_paper(file(koege()).citizen)


def proposed(*records: Record) -> str:
    judgement: Judgement = judged(file(koege(), *records), koege())
    return judgement.overall_proposal


def test_the_hardest_area_points_to_the_overall_level() -> None:
    areas = [level(koege(), "mobilitet", "A"), level(koege(), "socialt_liv", "D")]
    assert proposed(*areas) == "D"
    assert proposed(level(koege(), "mobilitet", "B")) == "B"
    assert proposed() == ""


def test_step_now_and_step_aimed_at_are_asked() -> None:
    assert {"overall_steps_now", "overall_step_aimed_at"} <= lacking(file(koege()), koege())
    placed = overall(koege(), "C", steps_now=("socialpaedagogisk",), step_aimed_at="for_en_tid")
    assert not {"overall_steps_now", "overall_step_aimed_at"} & lacking(
        file(koege(), placed), koege()
    )


def test_technology_is_considered_before_support() -> None:
    (text,) = hits(need(), rule="technology")
    assert question(koege(), "consider", "technology_considered").label in text
    given = answer("consider", "technology_considered", text="En app med påmindelser.")
    assert hits(need(), given, rule="technology") == []


def test_technology_is_not_asked_for_open_counselling() -> None:
    assert hits(need(service="aaben_raadgivning"), rule="technology") == []


def test_a_course_is_considered_first() -> None:
    assert len(hits(need(), rule="course_first")) == 1
    assert hits(need(), answer("consider", "course", choice="yes"), rule="course_first") == []


@pytest.mark.parametrize("item", ["individuelt", "kombination"])
def test_individual_support_asks_for_a_reason(item: str) -> None:
    (found,) = findings(file(koege(), need(), grant(koege(), item)), koege(), "individual")
    assert found.needs_reason
    assert "gå over på et kursus" in found.text


@pytest.mark.parametrize("item", ["kursus", "digitalt"])
def test_a_course_asks_for_no_reason(item: str) -> None:
    assert hits(need(), grant(koege(), item), rule="individual") == []


def test_whoever_is_ready_for_a_course_goes_on_to_it() -> None:
    ready = answer("consider", "course", choice="ready")
    (text,) = hits(need(), ready, rule="ready_for_course")
    assert "hører det individuelle forløb så op" in text


@pytest.mark.parametrize(
    ("value", "rule", "word"),
    [
        ("open_counselling", "excluded_open_counselling", "56 67 26 28"),
        ("accompaniment", "excluded_accompaniment", "§ 97"),
        ("transport", "excluded_transport", "regionen"),
        ("treatment", "excluded_treatment", "samtaleterapi"),
        ("care", "excluded_care", "§ 83"),
    ],
)
def test_each_exclusion_is_found_by_itself_and_asks_for_a_reason(
    value: str, rule: str, word: str
) -> None:
    given = answer("consider", "not_covered", choices=(value,))
    (found,) = findings(file(koege(), need(), given), koege(), rule)
    assert word in found.text
    assert found.needs_reason
    others = [r.id for r in koege().rules if r.id.startswith("excluded_") and r.id != rule]
    assert not any(findings(file(koege(), need(), given), koege(), other) for other in others)


def test_two_exclusions_at_once_are_two_findings() -> None:
    given = answer("consider", "not_covered", choices=("transport", "care"))
    judgement = judged(file(koege(), need(), given), koege())
    found = {f.rule for f in judgement.findings if f.rule.startswith("excluded_")}
    assert found == {"excluded_transport", "excluded_care"}


def test_a_citizen_who_cannot_take_part_has_the_offer_looked_at() -> None:
    assert len(hits(need(), answer("consider", "active_part", choice="no"), rule="active_part"))
    assert not hits(need(), answer("consider", "active_part", choice="yes"), rule="active_part")


def test_a_party_who_was_not_heard_is_found() -> None:
    assert "question" in lacking(file(koege(), need()), koege())
    assert len(hits(need(), answer("consider", "party_heard", choice="no"), rule="not_heard")) == 1
    assert hits(need(), answer("consider", "party_heard", choice="yes"), rule="not_heard") == []


def test_an_action_plan_is_offered_below_pension_age() -> None:
    (found,) = findings(decided(koege()), koege(), "action_plan")
    assert "folkepensionsalderen" in found.text
    offered = ActionPlan(id="h1", case="k1", offered_on=DECIDED, wish="no")
    assert findings(decided(koege(), offered), koege(), "action_plan") == []


def test_no_action_plan_is_asked_for_after_pension_age() -> None:
    old = make.citizen(birth_date=date(1950, 1, 1))
    assert findings(decided(koege(), old), koege(), "action_plan") == []


def test_pension_age_does_not_send_support_to_another_act() -> None:
    old = make.citizen(birth_date=date(1950, 1, 1))
    assert "legal_basis_unclear" not in lacking(file(koege(), old, need()), koege())


def test_open_counselling_brings_no_action_plan() -> None:
    counselling = need(service="aaben_raadgivning")
    given = grant(koege(), service="aaben_raadgivning", items=())
    assert findings(decided(koege(), counselling, given), koege(), "action_plan") == []


def test_an_external_provider_is_looked_up_in_the_register() -> None:
    chosen = ProviderChoice(
        id="p1", case="k1", service=SUPPORT, kind="external", provider="Fjordhuset"
    )
    (text,) = hits(need(), grant(koege()), chosen, rule="external_provider")
    assert "Tilbudsportalen" in text
    assert "Fjordhuset" in text


def test_an_external_provider_seen_in_the_register_is_no_finding() -> None:
    chosen = ProviderChoice(
        id="p1", case="k1", service=SUPPORT, kind="external", provider="Fjordhuset", listed=True
    )
    assert hits(need(), grant(koege()), chosen, rule="external_provider") == []


def test_nobody_is_asked_to_choose_a_provider() -> None:
    assert "provider" not in lacking(decided(koege()), koege())


def test_a_citizen_of_17_is_outside_the_age() -> None:
    young = make.citizen(birth_date=date(2008, 12, 24))
    (text,) = hits(need(), young, rule="age_range")
    assert "17 år" in text
    assert "fyldt 18" in text


def test_a_caller_needs_the_citizens_consent() -> None:
    called = make.request(received_from="hospital", caller="Afdeling P")
    assert "caller_consent" in lacking(file(koege(), called, need()), koege())
    refused = make.consent("contact", "no")
    assert len(hits(need(), refused, rule="contact_refused")) == 1


def test_whether_an_interpreter_is_needed_is_asked() -> None:
    unknown = make.citizen(interpreter=None)
    assert "interpreter" in lacking(file(koege(), unknown), koege())
    assert "interpreter" not in lacking(file(koege()), koege())


def test_a_refusal_asks_for_written_reasons() -> None:
    refused = [need(), make.decision(), make.decision_item(outcome="refused")]
    assert "reasons" in lacking(file(koege(), *refused), koege())


def test_the_day_in_the_grant_is_the_day_support_starts() -> None:
    (start,) = deadlines(decided(koege()), koege(), "provider_start")
    assert (start.due, start.met) == (date(2026, 12, 1), False)
    assert "den dato, der står i brevet" in start.text
    begun = ProviderStart(id="ps1", case="k1", service=SUPPORT, started_on=date(2026, 12, 1))
    (met,) = deadlines(decided(koege(), begun), koege(), "provider_start")
    assert met.met


def test_a_complaint_is_assessed_again_within_four_weeks() -> None:
    complaint = Complaint(id="q1", case="k1", about="decision", received_on=date(2026, 12, 10))
    (due,) = deadlines(decided(koege(), complaint), koege(), "complaint_reassessed")
    assert due.due == date(2027, 1, 7)
    assert make.denmark().complaint_weeks == 4


def test_no_answer_is_due_on_a_day_the_source_does_not_give() -> None:
    asked = [make.request(), need()]
    found = judged(file(koege(), *asked), koege()).deadlines
    assert not [d for d in found if d.counted_from == date(2026, 11, 16)]


def test_a_course_is_the_first_proposal_at_level_c() -> None:
    judgement = judged(file(koege(), level(koege(), "socialt_liv", "C")), koege())
    (found,) = judgement.proposals
    assert (found.service, found.items) == (SUPPORT, ("kursus",))
    assert "kursus" in found.text
    assert "4-8 deltagere" in found.text
    assert judged(file(koege(), level(koege(), "socialt_liv", "B")), koege()).proposals == ()


def whole(*changed: Record) -> CaseFile:
    """Return a case under Køge's standard that lacks nothing: support on a course."""
    answers = [
        answer("conversation", "needs", text="Støtte til at komme ud."),
        answer("conversation", "tasks", text="At åbne post og gå til aftaler."),
        answer("consider", "technology_considered", text="En app, som vi prøver sammen."),
        answer("consider", "course", choice="yes"),
        answer("consider", "active_part", choice="yes"),
        answer("consider", "party_heard", choice="yes"),
    ]
    check = make.workplace_check()
    records: list[Record] = [
        make.citizen(),
        make.request(),
        need(),
        make.decision(rehabilitation_assessed="", rehabilitation_reason=""),
        make.decision_item(),
        grant(koege(), "kursus", ends_on=date(2027, 11, 30)),
        make.goal(services=(SUPPORT,)),
        make.contact(),
        make.consent("obtain"),
        make.consent("share"),
        overall(koege(), "C", *STEPS, reason="Tydelige problemer.", steps_now=("for_en_tid",)),
        ActionPlan(id="h1", case="k1", offered_on=DECIDED, wish="no"),
        check,
        *(make.workplace_item(p.id, "ok") for p in koege().workplace.points),
        *(level(koege(), a.id, "C") for a in koege().areas),
        *answers,
    ]
    together = {(type(r), r.id): r for r in (*records, *changed)}
    visit = make.visit(
        standards=(ref(koege()),),
        planned=Planned(start=datetime(2026, 11, 23, 10)),
        next_visit=date(2027, 2, 26),
    )
    return file(koege(), visit, *together.values())


def test_a_whole_case_can_be_decided_and_nothing_is_found() -> None:
    judgement = judged(whole(), koege())
    assert judgement.blocked == ()
    assert [f.rule for f in judgement.findings] == []


def test_a_whole_case_lacks_only_the_step_aimed_at() -> None:
    assert lacking(whole(), koege()) == {"overall_step_aimed_at"}


def test_the_decision_waits_for_a_reason_where_it_departs() -> None:
    alone = grant(koege(), "individuelt", ends_on=date(2027, 11, 30))
    assert [m.key for m in judged(whole(alone), koege()).blocked] == ["missing.finding_reason"]
    (found,) = findings(whole(alone), koege(), "individual")
    reasoned = whole(alone, make.departure(found.id, "Grupper gør dig bange lige nu."))
    assert judged(reasoned, koege()).blocked == ()


def test_only_levels_of_activity_and_participation_leave_for_the_national_list() -> None:
    found = report(whole(), koege(), DECIDED)
    left_out = {name for name, key in found.left_out if key == "export.not_rated"}
    assert left_out == {"Sundhed", "Omgivelser"}
    entries = [e["resource"] for e in found.bundle["entry"]]
    rated = [r for r in entries if "severity" in r]
    assert len(rated) == 6
    assert {r["severity"]["coding"][0]["display"] for r in rated} == {
        "Moderat nedsat funktionsevne"
    }
