"""What rules, stair and follow-ups need of a standard's file: every lack is named at once."""

import copy
from datetime import date
from typing import Any

import pytest

from app.domain.schema_check import Fault
from app.domain.standard_references import reference_faults
from app.texts import Texts

# Only its shape counts: the small standard's data, as a file would hold them.
from tests.factories import _SMALL as SMALL
from tests.factories import standard

SCALE = {
    "id": "abc",
    "name": "Samlet",
    "method": "Egen",
    "levels": [{"value": v, "name": v, "text": v} for v in ("A", "B", "C")],
}
OVERALL = {"scale": SCALE, "note": "Afgør ikke alene.", "access": ["C"]}
STAIR = {
    "title": "Trappe",
    "text": "Trin",
    "steps": [
        {"id": "low", "name": "Lav", "text": "Lav", "services": ["shop"]},
        {"id": "high", "name": "Høj", "text": "Høj", "services": ["clean"]},
    ],
}
QUESTIONS = [
    {
        "id": "aid",
        "label": "Hvad?",
        "kind": "several",
        "options": [{"value": "a", "name": "A"}, {"value": "b", "name": "B"}],
    },
    {"id": "active", "label": "Aktiv?", "kind": "yes_no"},
    {"id": "words", "label": "Hvorfor?"},
]
BUILT_IN = [{"id": s, "title": s} for s in ("overall", "plan", "after", "provider", "goals")]
SECTIONS = [*BUILT_IN, {"id": "own", "title": "Egne", "questions": QUESTIONS}]


def faults(**fields: Any) -> list[Fault]:
    """Return what is wrong with the small standard, changed."""
    data = copy.deepcopy({**SMALL, "sections": SECTIONS, **fields})
    return list(reference_faults(data, lambda _: 1))


def said(**fields: Any) -> list[str]:
    """Return what is wrong in words: the place and the sentence, in both languages."""
    texts = [Texts("da"), Texts("en")]
    found = faults(**fields)
    for fault in found:
        assert texts[1].lookup("standard_check", fault.key, **fault.params)
    return [
        f"{'.'.join(str(p) for p in f.place)}: "
        + texts[0].lookup("standard_check", f.key, **f.params)
        for f in found
    ]


def ruled(kind: str, **own: Any) -> list[dict[str, Any]]:
    """Return one rule."""
    return [{"kind": kind, "id": "r", "title": "T", "text": "T", "ref": "1", **own}]


def test_the_small_standard_is_whole() -> None:
    assert standard(sections=SECTIONS)
    assert said() == []


class TestStair:
    def test_a_service_on_two_steps_is_circular(self) -> None:
        steps = [*STAIR["steps"], {"id": "top", "name": "T", "text": "T", "services": ["shop"]}]  # type: ignore[misc]
        (problem,) = said(stair={**STAIR, "steps": steps})
        assert problem.startswith("stair.steps.2.services.0: »shop« står allerede på trinnet »low«")

    def test_each_service_on_its_step_is_whole(self) -> None:
        assert said(stair=STAIR) == []

    def test_a_rule_of_order_needs_a_stair(self) -> None:
        assert said(stair=STAIR, rules=ruled("stair_order")) == []
        (problem,) = said(rules=ruled("stair_order"))
        assert problem == "rules.0.kind: reglen har ikke noget at gå efter; den kræver stair"


class TestOverall:
    rules = ruled("overall_access", services=["clean"])

    def test_a_rule_of_access_needs_levels_that_give_it(self) -> None:
        assert said(overall=OVERALL, rules=self.rules) == []
        missing = said(rules=self.rules)
        assert [p.rpartition(" ")[2] for p in missing] == ["overall", "overall.access"]
        (problem,) = said(overall={**OVERALL, "access": []}, rules=self.rules)
        assert problem.endswith("den kræver overall.access")

    def test_levels_that_no_scale_has_are_named(self) -> None:
        proposals = [{"level": "D", "areas_at": ["a", "9"]}]
        found = said(overall={**OVERALL, "access": ["E"], "proposals": proposals})
        assert [p.partition(":")[0] for p in found] == [
            "overall.access.0",
            "overall.proposals.0.level",
            "overall.proposals.0.areas_at.1",
        ]

    def test_a_standard_without_a_scale_has_no_levels_to_name(self) -> None:
        found = said(scale=None, rules=ruled("minimum_level", level="b"))
        assert any("findes ikke i [scale.levels]" in p for p in found)

    @pytest.mark.parametrize(("key", "table"), [("overall", OVERALL), ("stair", STAIR)])
    def test_what_is_filled_in_has_its_section(self, key: str, table: Any) -> None:
        (problem,) = said(**{key: table}, sections=[{"id": "goals", "title": "Mål"}])
        assert problem == f"{key}: afsnittet »overall« skal stå i [sections], så det kan udfyldes"


@pytest.mark.parametrize(
    ("kind", "own", "section"),
    [
        ("swaps_above", {"count": 3, "months": 2}, "after"),
        ("swap_outside", {"groups": ["praktisk"]}, "after"),
        ("stay_days", {"stays": ["relief"], "days": 8}, "after"),
    ],
)
def test_a_rule_about_the_time_after_has_its_section(
    kind: str, own: dict[str, Any], section: str
) -> None:
    assert said(rules=ruled(kind, **own)) == []
    (problem,) = said(rules=ruled(kind, **own), sections=[{"id": "goals", "title": "Mål"}])
    assert problem.startswith(f"rules.0.kind: afsnittet »{section}« skal stå")


@pytest.mark.parametrize(
    ("kind", "given", "needed"),
    [
        ("order_missing", {"documents": {"used": ["order"]}}, "documents.used"),
        ("action_plan_offer", {"documents": {"used": ["action_plan"]}}, "documents.used"),
        (
            "external_provider",
            {"provider": {"free_choice": False, "self_chosen": False, "external": True}},
            "provider.external",
        ),
    ],
)
def test_a_rule_needs_what_it_speaks_of(kind: str, given: dict[str, Any], needed: str) -> None:
    assert said(rules=ruled(kind), **given) == []
    (problem,) = said(rules=ruled(kind))
    assert problem.endswith(f"den kræver {needed}")


class TestLongestCourse:
    def services(self, *months: int | None) -> list[dict[str, Any]]:
        return [
            {**service, "max_months": m} if m is not None else service
            for service, m in zip(SMALL["services"], months, strict=True)
        ]

    def test_the_services_named_have_one(self) -> None:
        rules = ruled("longer_than", services=["clean", "shop"])
        assert said(rules=rules, services=self.services(6, 6)) == []
        (problem,) = said(rules=rules, services=self.services(6, None))
        assert problem == "rules.0.services.1: »shop« har ikke max_months"

    def test_without_names_some_service_has_one(self) -> None:
        assert said(rules=ruled("longer_than"), services=self.services(6, None)) == []
        (problem,) = said(rules=ruled("longer_than"))
        assert problem.endswith("den kræver services.max_months")


class TestQuestions:
    def of(self, section: str, question: str, **own: Any) -> list[str]:
        kind = "answer_given" if "values" in own else "answer_missing"
        return said(rules=ruled(kind, section=section, question=question, **own))

    def test_a_question_of_the_section_and_its_answers_are_whole(self) -> None:
        assert self.of("own", "aid", values=["a", "b"]) == []
        assert self.of("own", "active", values=["no"]) == []
        assert self.of("own", "words") == []

    def test_a_question_of_another_section_is_named(self) -> None:
        (problem,) = self.of("goals", "aid", values=["a"])
        assert problem == "rules.0.question: spørgsmålet »aid« står ikke i afsnittet »goals«"

    def test_names_nobody_knows_are_named_once(self) -> None:
        assert [p.partition(":")[0] for p in self.of("own", "nobody")] == ["rules.0.question"]
        assert [p.partition(":")[0] for p in self.of("nowhere", "aid")] == ["rules.0.section"]

    def test_an_answer_that_cannot_be_given_is_named(self) -> None:
        (problem,) = self.of("own", "aid", values=["a", "c"])
        assert problem == "rules.0.values.1: »c« findes ikke; en af: a, b"
        (problem,) = self.of("own", "active", values=["maybe"])
        assert problem.endswith("en af: yes, no")

    def test_words_are_no_answers_to_choose_from(self) -> None:
        (problem,) = self.of("own", "words", values=["a"])
        assert "»words« har ingen svar at vælge imellem" in problem


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"follow_up": {"max_months": 0, "text": ""}}, "follow_up.max_months"),
        (
            {"follow_up": {"max_months": 12, "after_months": [3, 0], "text": ""}},
            "follow_up.after_months.1",
        ),
        (
            {"follow_up": {"max_months": 12, "after_weeks": [-1], "text": ""}},
            "follow_up.after_weeks.0",
        ),
        (
            {"follow_up": {"max_months": 12, "then_every_months": 0, "text": ""}},
            "follow_up.then_every_months",
        ),
        (
            {"follow_up": {"max_months": 12, "report_weeks_before": 0, "text": ""}},
            "follow_up.report_weeks_before",
        ),
        ({"deadlines": [{"id": "d", "name": "D", "weeks": 0}]}, "deadlines.0.weeks"),
        ({"rules": ruled("swaps_above", count=0, months=2)}, "rules.0.count"),
        ({"approval": {"body": "U", "interval_months": 0}}, "approval.interval_months"),
    ],
)
def test_counts_are_at_least_one(fields: dict[str, Any], place: str) -> None:
    assert said(**fields) == [f"{place}: et tal på mindst 1"]


def test_a_services_own_follow_up_is_counted_too() -> None:
    clean = {**SMALL["services"][0], "follow_up": {"max_months": 0, "text": ""}}
    (problem,) = said(services=[clean, SMALL["services"][1]])
    assert problem.startswith("services.0.follow_up.max_months:")


def test_a_measure_of_nothing_is_none() -> None:
    assert said(packages=[{"id": "p", "name": "P", "hours_per_week": 0.5}]) == []
    (problem,) = said(packages=[{"id": "p", "name": "P", "hours_per_week": 0.0}])
    assert problem == "packages.0.hours_per_week: et tal over 0"


def test_a_deadline_has_a_length() -> None:
    assert said(deadlines=[{"id": "d", "name": "D", "weeks": 12}]) == []
    (problem,) = said(deadlines=[{"id": "d", "name": "D"}])
    assert problem == "deadlines.0: fristens længde: days, weeks eller months"


def test_what_is_open_to_everybody_is_not_proposed() -> None:
    services = [SMALL["services"][0], {**SMALL["services"][1], "visitated": False}]
    proposal = {"area": "home", "levels": ["b"], "service": "shop", "items": [], "text": "T"}
    (problem,) = said(services=services, level_proposals=[proposal])
    assert problem.startswith("level_proposals.0.service: »shop« er åben for alle")


def test_all_of_it_comes_in_one_go() -> None:
    found = said(
        follow_up={"max_months": 0, "text": ""},
        deadlines=[{"id": "d", "name": "D"}],
        rules=[*ruled("stair_order"), *ruled("overall_access", services=["clean"])],
        valid_until=date(2025, 1, 1),
    )
    assert [p.partition(":")[0] for p in sorted(found)] == [
        "deadlines.0",
        "follow_up.max_months",
        "rules.0.kind",
        "rules.1.id",
        "rules.1.kind",
        "rules.1.kind",
        "valid_until",
    ]
