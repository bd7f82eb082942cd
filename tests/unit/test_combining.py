"""One visit under two standards: each judges its own share, and the page shows them together."""

from datetime import date

import msgspec

from app.domain.casefile import CaseFile
from app.domain.combining import (
    merged,
    section_key,
    share_of,
    short_names,
    shown_sections,
    together,
)
from app.domain.findings import Anchor, Deadline, Judgement, Missing
from app.domain.standard import Standard
from app.domain.values import StandardRef
from tests.factories import (
    casefile,
    citizen,
    departure,
    goal,
    grant,
    judged,
    need,
    provider_choice,
    standard,
)

SECTIONS = [
    {"id": "household", "title": "Borger"},
    {"id": "assessment", "title": "Funktion"},
    {"id": "own", "title": "Egne spørgsmål"},
    {"id": "services", "title": "Ydelser"},
    {"id": "decision", "title": "Afgørelse"},
    {"id": "follow_up", "title": "Opfølgning"},
]


def practical() -> Standard:
    return standard(sections=SECTIONS, short_title="Praktisk")


def social() -> Standard:
    support = {
        "id": "support",
        "name": "Støtte",
        "group": "social",
        "law": "law",
        "purpose": "At klare sig",
        "items": [{"id": "talk", "name": "Samtale"}],
    }
    return standard(
        id="anden",
        short_title="Støtte",
        groups=[{"id": "social", "name": "Socialt"}],
        areas=[{"id": "life", "name": "Livet", "group": "social", "services": ["support"]}],
        services=[support],
        sections=[
            *SECTIONS[:2],
            {"id": "overall", "title": "Samlet"},
            *SECTIONS[2:5],
            {"id": "after", "title": "Efter"},
        ],
    )


def both() -> tuple[Standard, Standard]:
    return practical(), social()


def case_of_both() -> CaseFile:
    first = StandardRef(id="lille", version="1")
    second = StandardRef(id="anden", version="1")
    return casefile(
        need("n1", service="clean"),
        need("n2", service="support"),
        need("n3", group="social"),
        grant("g1", service="clean", standard=first, need="n1"),
        grant("g2", service="support", standard=second, need="n2"),
        goal(services=("support",)),
        provider_choice(service="clean"),
    )


def test_with_one_standard_the_share_is_the_case_itself() -> None:
    case = case_of_both()
    assert share_of(case, practical(), (practical(),)) is case
    alone = practical()
    assert together((alone,)) is alone


def test_each_standard_has_its_own_needs_grants_goals_and_providers() -> None:
    case, standards = case_of_both(), both()
    one, other = (share_of(case, s, standards) for s in standards)
    assert [n.id for n in one.needs] == ["n1"]
    assert [g.id for g in one.grants] == ["g1"]
    assert not one.goals
    assert len(one.providers) == 1
    assert [n.id for n in other.needs] == ["n2", "n3"]
    assert [g.id for g in other.grants] == ["g2"]
    assert len(other.goals) == 1
    assert not other.providers
    assert one.citizen == other.citizen == case.citizen


def test_every_need_belongs_to_exactly_one_standard() -> None:
    case = casefile(need("n1", service="unknown"), need("n2", group="", service=""))
    standards = both()
    shares = [share_of(case, s, standards) for s in standards]
    assert [len(share.needs) for share in shares] == [2, 0]


def test_a_service_that_both_offer_follows_the_grant_that_answers_it() -> None:
    one = practical()
    other = msgspec.structs.replace(one, id="anden")
    ref = StandardRef(id="anden", version="1")
    case = casefile(
        need("n1", service="clean"), grant("g1", service="clean", standard=ref, need="n1")
    )
    assert not share_of(case, one, (one, other)).needs
    assert len(share_of(case, other, (one, other)).needs) == 1


def test_what_each_standard_has_of_its_own_stands_once_per_standard() -> None:
    shown = shown_sections(both(), "first")
    assert [s.key for s in shown] == [
        "household",
        "assessment",
        "assessment:anden",
        "overall:anden",
        "own",
        "own:anden",
        "services",
        "services:anden",
        "decision",
        "after",
    ]
    titles = {s.key: s.title for s in shown}
    assert titles["assessment"] == "Funktion · Praktisk"
    assert titles["services:anden"] == "Ydelser · Støtte"
    assert titles["household"] == "Borger"


def test_standards_are_told_apart_in_few_words() -> None:
    def names(*titles: str) -> list[str]:
        made = [standard(id=f"s{n}", short_title=title) for n, title in enumerate(titles)]
        return list(short_names(made).values())

    assert names("By § 83, 2020", "By § 85, 2021") == ["§ 83", "§ 85"]
    assert names("By § 83, 2020", "Land § 85, 2021") == ["By § 83", "Land § 85"]
    assert names("By § 83, 2020", "By § 83, 2021") == ["By § 83, 2020", "By § 83, 2021"]
    assert names("By", "By § 85") == ["By", "By § 85"]


def test_a_single_standards_sections_keep_their_names_and_order() -> None:
    shown = shown_sections((practical(),), "first")
    assert [(s.key, s.title) for s in shown] == [(s["id"], s["title"]) for s in SECTIONS[:5]]


def test_follow_up_stands_first_and_only_where_there_is_something_to_follow() -> None:
    for kind in ("follow_up", "reassessment"):
        assert shown_sections((practical(),), kind)[0].key == "follow_up"
    for kind in ("first", ""):
        assert "follow_up" not in [s.key for s in shown_sections((practical(),), kind)]


def test_the_merged_judgement_names_each_place_by_its_sections_key() -> None:
    case, standards = case_of_both(), both()
    said = [(s, judged(share_of(case, s, standards), s)) for s in standards]
    together_said = merged(said)
    assert set(together_said.sections) >= {"assessment", "assessment:anden", "overall:anden"}
    assert not together_said.proposals
    keys = {s.key for s in shown_sections(standards, "first")}
    levels = [m for m in together_said.missing if m.key == "missing.levels"]
    assert [m.anchor.section for m in levels] == ["assessment", "assessment:anden"]
    assert {m.anchor.section for m in levels} <= keys
    blocking = [m.blocks for m in together_said.missing]
    assert blocking == sorted(blocking, reverse=True)


def test_what_both_say_is_said_once() -> None:
    day = date(2026, 12, 1)
    due = Deadline(rule="next_visit", name="Næste besøg", due=day, counted_from=day)
    lack = Missing(key="missing.name", anchor=Anchor(section="household"), blocks=True)
    said = Judgement(missing=(lack,), deadlines=(due,))
    both_said = merged([(s, said) for s in both()])
    assert both_said.missing == (lack,)
    assert both_said.deadlines == (due,)


def test_a_reason_given_under_one_standard_is_none_under_the_other() -> None:
    rule = {
        "kind": "age_range",
        "id": "age",
        "title": "Alder",
        "text": "$age",
        "ref": "1",
    }
    asking = [
        standard(id=s.id, rules=[rule], age_from=60, groups=list(s.groups), services=[])
        for s in both()
    ]
    case = casefile(citizen(), departure("age", "Borgeren er alvorligt syg."))
    said = merged([(s, judged(share_of(case, s, asking), s)) for s in asking])
    assert [(f.id, f.open) for f in said.findings] == [("age", False), ("anden:age", True)]


def test_what_both_standards_only_remark_is_said_once() -> None:
    rule = {
        "kind": "age_range",
        "id": "age",
        "title": "Alder",
        "text": "$age",
        "ref": "1",
        "needs_reason": False,
    }
    asking = [
        standard(id=s.id, rules=[rule], age_from=60, groups=list(s.groups), services=[])
        for s in both()
    ]
    case = casefile(citizen())
    said = merged([(s, judged(share_of(case, s, asking), s)) for s in asking])
    assert [f.id for f in said.findings] == ["age"]


def test_together_they_offer_every_service_and_ask_each_question_once() -> None:
    joined = together(both())
    assert [s.id for s in joined.services] == ["clean", "shop", "support"]
    assert [g.id for g in joined.groups] == ["praktisk", "social"]
    assert joined.id == "lille"
    assert joined.short_title == "Praktisk + Støtte"
    assert len({s.id for s in joined.sections}) == len(joined.sections)


def test_two_versions_of_a_law_stay_two_when_standards_are_joined() -> None:
    laws = [
        {"id": "law", "text": "før", "valid_until": date(2025, 12, 31)},
        {"id": "law", "text": "nu", "valid_from": date(2026, 1, 1)},
    ]
    joined = together((standard(laws=laws), social()))
    assert [law.text for law in joined.laws] == ["før", "nu"]


def test_a_shared_section_has_one_key_whatever_the_standard() -> None:
    standards = both()
    assert section_key("goals", "anden", standards) == "goals"
    assert section_key("services", "lille", standards) == "services"
    assert section_key("services", "anden", standards) == "services:anden"
