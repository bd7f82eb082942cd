"""What is missing elsewhere than in København: packages, no scale, follow-up, routing."""

from datetime import date
from typing import Any

import msgspec
import pytest

from app.domain.findings import Missing
from app.domain.ids import derived_id
from app.domain.records import (
    ActionPlan,
    Answer,
    FollowUp,
    Grant,
    OverallAssessment,
    ProviderPlan,
    Record,
    Swap,
)
from app.domain.standard import Standard
from app.domain.values import Level, Quantities
from tests.factories import (
    TODAY,
    VISIT,
    assessment,
    case,
    casefile,
    decision,
    decision_item,
    disputed,
    judged,
    koebenhavn,
    lacking,
    need,
    standard,
    visit,
    whole_case,
)
from tests.factories import grant as kbh_grant

ABC = {
    "id": "abc",
    "name": "Samlet",
    "method": "Egen",
    "levels": [{"value": v, "name": v, "text": v} for v in ("A", "B", "C")],
}
OVERALL = {
    "scale": ABC,
    "note": "Afgør ikke alene.",
    "proposals": [{"level": "B", "areas_at": ["b"]}, {"level": "C", "areas_at": ["c"]}],
}


def with_services(made: Standard, **changes: Any) -> Standard:
    """Return a standard whose cleaning is changed."""
    clean = msgspec.structs.replace(made.services[0], **changes)
    return msgspec.structs.replace(made, services=(clean, made.services[1]))


def grant(record_id: str = "g1", **fields: Any) -> Grant:
    """Make cleaning of the small standard."""
    known: dict[str, Any] = {"standard": None, "service": "clean", "items": ("floor",)}
    return kbh_grant(record_id, **{**known, **fields})


def home(level: str, **fields: Any) -> Any:
    """Assess the small standard's one area."""
    return assessment("home", level, "lille", scale="small", **fields)


def gaps(by: Standard, key: str, *records: Record) -> list[Missing]:
    """Return what is missing under a key."""
    return lacking(casefile(*records), key, by)


class TestPackages:
    by = with_services(
        standard(
            packages=[{"id": "p1", "name": "1"}, {"id": "p2", "name": "2", "hours_per_week": 3}]
        ),
        packages=("p1", "p2"),
    )

    def test_a_package_says_how_much(self) -> None:
        assert gaps(self.by, "grant_package", grant(extent=None, package="p1")) == []
        assert gaps(self.by, "grant_extent", grant(extent=None, package="p1")) == []

    def test_neither_package_nor_extent_is_a_gap(self) -> None:
        (missing,) = gaps(self.by, "grant_package", grant(extent=None))
        assert missing.blocks
        assert missing.anchor.key
        assert missing.anchor.key.field == "package"
        assert gaps(self.by, "grant_package", grant()) == []
        assert gaps(standard(), "grant_extent", grant(extent=None))

    def test_a_package_without_hours_asks_for_them_and_stops_nothing(self) -> None:
        (missing,) = gaps(self.by, "package_hours", grant(extent=None, package="p1"))
        assert not missing.blocks
        told = (
            grant(extent=None, package="p2"),
            grant(package="p1"),
            grant(extent=None, package="p1", minutes=90),
            grant(extent=None, package="p1", quantities=Quantities(hours=2.0)),
        )
        assert [gaps(self.by, "package_hours", g) for g in told] == [[], [], [], []]


class TestWithoutAScale:
    by = standard(
        scale=None,
        enclosures=[{"id": "assessment_form", "title": "Skema"}],
        sections=[{"id": "assessment", "title": "Områder"}],
    )

    def test_no_level_is_asked_for(self) -> None:
        assert gaps(self.by, "levels") == []
        assert gaps(standard(), "levels")

    def test_words_fill_the_form_and_the_section(self) -> None:
        assert gaps(self.by, "enclosure_assessment_form_words")
        words = home("", own_words="Jeg kan selv.")
        assert gaps(self.by, "enclosure_assessment_form_words", words) == []
        assert judged(casefile(words), self.by).sections["assessment"] == "complete"
        assert judged(casefile(home("")), self.by).sections["assessment"] == "empty"

    def test_with_a_scale_the_form_needs_a_level(self) -> None:
        scaled = standard(enclosures=[{"id": "assessment_form", "title": "Skema"}])
        assert gaps(scaled, "enclosure_assessment_form", home("", own_words="Jeg kan selv."))
        assert gaps(scaled, "enclosure_assessment_form", home("b")) == []


class TestQuestions:
    by = standard(
        sections=[
            {
                "id": "own",
                "title": "Egne",
                "questions": [
                    {"id": "q", "label": "Hvor mange?", "kind": "number", "required": True},
                    {
                        "id": "s",
                        "label": "Hvilke?",
                        "kind": "several",
                        "required": True,
                        "options": [{"value": "a", "name": "A"}],
                        "services": ["clean"],
                    },
                ],
            }
        ]
    )

    def open_questions(self, *records: Record) -> list[str]:
        return [m.params["question"] for m in gaps(self.by, "question", *records)]

    def answer(self, question: str, **given: Any) -> Answer:
        key = derived_id(VISIT, "own", question)
        return Answer(id=key, visit=VISIT, section="own", question=question, **given)

    def test_one_for_a_service_is_asked_when_it_is_at_hand(self) -> None:
        assert self.open_questions() == ["Hvor mange?"]
        assert self.open_questions(need(service="clean")) == ["Hvor mange?", "Hvilke?"]
        assert self.open_questions(need(service="shop")) == ["Hvor mange?"]

    def test_nought_is_an_answer_and_so_is_one_of_several(self) -> None:
        answers = (self.answer("q", number=0.0), self.answer("s", choices=("a",)))
        assert self.open_questions(need(service="clean"), *answers) == []

    def test_the_way_to_it_is_the_field_of_its_kind(self) -> None:
        found = gaps(self.by, "question", need(service="clean"))
        assert [m.anchor.key.field for m in found if m.anchor.key] == ["number", "choices"]


class TestOverallView:
    by = standard(
        overall=OVERALL,
        stair={
            "title": "Trappe",
            "text": "Trin",
            "steps": [{"id": "low", "name": "Lav", "text": "Lav"}],
        },
        sections=[{"id": "overall", "title": "Samlet"}],
    )

    def overall(self, value: str = "", **fields: Any) -> OverallAssessment:
        level = Level(scale="abc", value=value) if value else None
        key = derived_id(VISIT, "lille")
        return OverallAssessment(id=key, visit=VISIT, standard="lille", value=level, **fields)

    def asked(self, *records: Record, by: Standard | None = None) -> list[str]:
        found = judged(casefile(*records), by or self.by).missing
        return [m.key.removeprefix("missing.overall_") for m in found if "overall_" in m.key]

    def test_level_and_steps_are_asked_for(self) -> None:
        assert self.asked() == ["value", "steps_now", "step_aimed_at"]
        assert self.asked(self.overall("B")) == ["reason", "steps_now", "step_aimed_at"]
        whole = self.overall("B", reason="Fordi", steps_now=("low",), step_aimed_at="low")
        assert self.asked(whole) == []
        assert self.asked(by=standard()) == []

    def test_the_section_follows(self) -> None:
        sections = [
            judged(casefile(*records), self.by).sections["overall"]
            for records in (
                (),
                (self.overall("B"),),
                (self.overall("B", steps_now=("low",), step_aimed_at="low"),),
            )
        ]
        assert sections == ["empty", "partial", "complete"]

    @pytest.mark.parametrize(("level", "proposed"), [("a", ""), ("b", "B"), ("c", "C"), ("", "")])
    def test_the_areas_point_to_a_level(self, level: str, proposed: str) -> None:
        assert judged(casefile(home(level)), self.by).overall_proposal == proposed

    def test_the_last_proposal_that_fits_holds(self) -> None:
        areas = [
            {"id": "home", "name": "H", "group": "praktisk"},
            {"id": "town", "name": "B", "group": "praktisk"},
        ]
        by = standard(overall=OVERALL, areas=areas)
        town = assessment("town", "b", "lille", scale="small")
        assert judged(casefile(home("c"), town), by).overall_proposal == "C"
        assert judged(casefile(home("a"), town), by).overall_proposal == "B"

    def test_a_level_of_another_scale_points_nowhere(self) -> None:
        other = assessment("home", "c", "lille", scale="kbh-1-4")
        assert judged(casefile(other), self.by).overall_proposal == ""
        assert judged(casefile(home("c")), standard()).overall_proposal == ""


class TestFollowUpVisits:
    by = standard(sections=[{"id": "follow_up", "title": "Opfølgning"}])

    @pytest.mark.parametrize("kind", ["follow_up", "reassessment"])
    def test_the_result_is_asked_for_and_stops_nothing(self, kind: str) -> None:
        (missing,) = gaps(self.by, "follow_up_result", visit(kind=kind))
        assert not missing.blocks
        assert missing.anchor.section == "follow_up"
        key = derived_id(VISIT, "follow_up")
        made = FollowUp(id=key, case="k1", visit=VISIT, result="continue")
        assert gaps(self.by, "follow_up_result", visit(kind=kind), made) == []
        assert judged(casefile(visit(kind=kind), made), self.by).sections["follow_up"] == "complete"

    def test_a_first_visit_has_no_result(self) -> None:
        assert gaps(self.by, "follow_up_result", visit()) == []
        assert gaps(standard(), "follow_up_result", visit(kind="follow_up")) == []

    def test_what_is_decided_then_is_said(self) -> None:
        again = visit(kind="follow_up")
        assert gaps(self.by, "decision_kind", again, decision(kind=""))
        assert gaps(self.by, "decision_kind", again, decision(kind="change")) == []
        assert gaps(self.by, "decision_kind", visit(), decision(kind="")) == []


class TestTheActThatCoversOldAge:
    """Serviceloven § 85 is not among the help that ældreloven takes over (DOMAIN 2.2)."""

    routed = whole_case(case(legal_basis="elder_care_act"))

    def test_a_case_routed_there_gets_no_letter_under_this_law(self) -> None:
        assert [m.blocks for m in lacking(self.routed, "elder_care_act")] == [True]

    def test_it_stays_recorded_and_is_judged_all_the_same(self) -> None:
        found = judged(self.routed)
        assert [f.anchor.section for f in found.findings if f.rule == "elder_care_act"] == [
            "household"
        ]
        assert found.sections["assessment"] == "complete"

    def test_help_that_it_does_not_touch_goes_on(self) -> None:
        others = tuple(r for r in koebenhavn().rules if r.id != "elder_care_act")
        untouched = msgspec.structs.replace(koebenhavn(), rules=others)
        assert judged(self.routed, untouched).blocked == ()
        unclear = whole_case(case(legal_basis="unclear"))
        assert lacking(unclear, "legal_basis_unclear")
        assert lacking(unclear, "legal_basis_unclear", untouched) == []


class TestProviders:
    def test_where_there_is_no_choice_nobody_is_asked_for(self) -> None:
        own = standard(
            provider={"free_choice": False, "self_chosen": False, "own_text": "Vores egne."}
        )
        help_given = (need(service="clean"), grant(), decision_item())
        assert gaps(own, "provider", *help_given) == []
        assert gaps(standard(), "provider", *help_given)


class TestEnclosures:
    by = standard(
        enclosures=[
            {"id": "action_plan", "title": "Handleplan"},
            {"id": "open_counselling", "title": "Åben Rådgivning"},
        ]
    )
    given = (need(service="clean"), grant(), decision())

    def test_the_way_to_open_counselling_goes_with_a_refusal_only(self) -> None:
        refused = (*self.given, decision_item(outcome="refused"))
        assert gaps(self.by, "enclosure_open_counselling", *refused)
        granted = (*self.given, decision_item())
        assert gaps(self.by, "enclosure_open_counselling", *granted) == []

    def test_a_plan_that_the_citizen_wants_goes_with_the_help(self) -> None:
        plan = ActionPlan(id="a1", case="k1", offered_on=TODAY, wish="yes")
        granted = (*self.given, decision_item())
        assert gaps(self.by, "enclosure_action_plan", *granted, plan)
        made = msgspec.structs.replace(plan, purpose="Et roligere hjem")
        assert gaps(self.by, "enclosure_action_plan", *granted, made) == []
        declined = msgspec.structs.replace(plan, wish="no")
        assert gaps(self.by, "enclosure_action_plan", *granted, declined) == []


class TestTheTimeAfter:
    @pytest.mark.parametrize(
        ("record", "field", "blocks"),
        [
            (Swap(id="b1", case="k1", note=""), "note", False),
            (ProviderPlan(id="l1", case="k1"), "goals", False),
            (ActionPlan(id="a1", case="k1"), "purpose", False),
            (ActionPlan(id="a1", case="k1"), "wish", True),
        ],
    )
    def test_a_dispute_about_it_does_not_stop_the_decision(
        self, record: Record, field: str, blocks: bool
    ) -> None:
        file = whole_case(record)
        file = msgspec.structs.replace(file, disputes=(disputed(record, field, "a", "b"),))
        assert [m.blocks for m in lacking(file, "dispute")] == [blocks]

    def test_its_sections_are_begun_by_what_stands_there(self) -> None:
        by = standard(
            sections=[{"id": "plan", "title": "Planer"}, {"id": "after", "title": "Derefter"}]
        )
        assert set(judged(casefile(), by).sections.values()) == {"empty"}
        begun = casefile(
            Swap(id="b1", case="k1", swapped_on=date(2026, 11, 1)),
            ProviderPlan(id="l1", case="k1"),
        )
        assert judged(begun, by).sections == {"plan": "complete", "after": "complete"}
