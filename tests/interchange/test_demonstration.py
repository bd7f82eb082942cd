"""The demonstration day is made up, complete, and judged like any other day."""

import itertools
import json
import re
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import msgspec
import pytest

from app.domain.casefile import CaseFile
from app.domain.combining import shown_sections
from app.domain.judgement import judge
from app.domain.national import NationalLaw
from app.domain.records import (
    ENTITIES,
    ENTITY_OF,
    Assessment,
    Case,
    Citizen,
    Contact,
    DecisionVersion,
    Delivery,
    OverallAssessment,
    Record,
    Visit,
)
from app.domain.standard import Standard
from app.domain.standard_file import load_national, load_standard
from app.texts import RESOURCES
from app.workflow.demonstration import (
    MAX_WRITES,
    demonstration_people,
    demonstration_person,
    demonstration_visit,
    demonstration_visitator,
    demonstration_writes,
)
from app.workflow.demonstration_records import FOLDER, load_toml, when
from app.workflow.demonstration_script import WholeVisit, whole_visit

TODAY = date(2026, 11, 21)
DAYS = [TODAY, date(2028, 2, 29), date(2027, 1, 1), date(2026, 12, 31)]


@pytest.fixture(scope="module")
def standard() -> Standard:
    return load_standard(RESOURCES / "standards" / "koebenhavn-83-2007.toml")


@pytest.fixture(scope="module")
def national() -> NationalLaw:
    return load_national(RESOURCES / "law" / "denmark.toml")


@pytest.fixture(scope="module")
def script(standard: Standard) -> WholeVisit:
    return whole_visit(TODAY, standard)


def casefile(records: tuple[Record, ...], visit: str) -> CaseFile:
    tables: dict[str, dict[str, Record]] = {}
    for record in records:
        tables.setdefault(ENTITY_OF[type(record)], {})[record.id] = record
    return CaseFile(visit_id=visit, records=tables)


@cache
def others() -> dict[str, Standard]:
    """Return the standards of the other municipalities, by id."""
    shipped = (load_standard(path) for path in (RESOURCES / "standards").glob("*.toml"))
    return {found.id: found for found in shipped}


def own(name: str, standard: Standard) -> Standard:
    """Return the standard that one of the people lives under."""
    return others().get(load_toml(name).get("standard", ""), standard)


def person(name: str, standard: Standard, today: date = TODAY) -> CaseFile:
    return casefile(
        demonstration_person(name, today, standard, others()),
        demonstration_visit(name, today, standard),
    )


def sections_of_a_first_visit(standard: Standard) -> set[str]:
    """Return what is worked with at the visit itself: not what comes after the decision."""
    return {s.key for s in shown_sections((standard,), "first")} - {"after", "plan"}


def filled_in(standard: Standard, script: WholeVisit) -> CaseFile:
    case = person(script.person, standard)
    for step in script.steps:
        case = case.with_value(step.field_key, step.value)
    tables = {e: dict(rows) for e, rows in case.records.items()}
    for step in script.steps:
        known = tables[step.entity][step.record.id]
        parents = {
            name: getattr(step.record, name)
            for name in known.__struct_fields__
            if not getattr(known, name)
        }
        tables[step.entity][step.record.id] = msgspec.structs.replace(known, **parents)
    return CaseFile(visit_id=script.visit, records=tables)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", TODAY),
        ("today-5d", date(2026, 11, 16)),
        ("today-1y+2d", date(2025, 11, 23)),
        ("today+3m", date(2027, 2, 21)),
        ("yesterday", None),
        ("today is a text", None),
    ],
)
def test_days_are_told_from_today(text: str, expected: date | None) -> None:
    assert when(text, TODAY) == expected


def test_a_moment_is_danish_time() -> None:
    moment = when("today 10:15", TODAY)
    assert isinstance(moment, datetime)
    assert moment.isoformat() == "2026-11-21T10:15:00+01:00"


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_the_day_has_seven_or_eight_visits_in_order(standard: Standard, today: date) -> None:
    visits = [person(name, standard, today).visit for name in demonstration_people()]
    starts = [v.planned.start for v in visits if v.planned]
    assert 7 <= len(starts) <= 8
    assert {start.date() for start in starts} == {today}
    ordered = sorted(starts)
    assert len(set(ordered)) == len(starts)
    assert all(
        later - earlier >= timedelta(hours=1) for earlier, later in itertools.pairwise(ordered)
    )


def test_everybody_is_a_test_person_of_the_right_age(standard: Standard) -> None:
    for name in demonstration_people():
        citizen = person(name, standard).citizen
        assert citizen.cpr is not None
        assert citizen.birth_date is not None
        assert citizen.cpr.value[:6] == citizen.birth_date.strftime("%d%m%y")
        assert "99" in citizen.cpr.value[6:]
        assert " Test " in citizen.name
        assert citizen.address is not None
        assert citizen.address.street.startswith("Test")
        age = TODAY.year - citizen.birth_date.year
        assert age >= 18
        assert age <= (own(name, standard).age_to or age)


def test_every_name_and_address_is_clearly_made_up() -> None:
    for path in FOLDER.glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        for name in re.findall(r'^(?:name|caller) = "([^"]+)"', text, re.MULTILINE):
            made_up = "Test" in name or name in (
                "Egen læge",
                "Kontaktperson i distriktspsykiatrien",
            )
            assert made_up, name
        for phone in re.findall(r'^phone = "([^"]+)"', text, re.MULTILINE):
            assert phone.startswith("70 00 0")


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_the_writes_fit_the_journal(standard: Standard, today: date) -> None:
    actions = demonstration_writes(today, standard, others())
    for action in actions:
        assert 0 < len(action.writes) <= MAX_WRITES
        for key, value in action.writes:
            kind, _ = ENTITIES[key.entity]
            record = kind(id=key.id)
            written = json.loads(msgspec.json.encode({"id": key.id, key.field: value}))
            assert getattr(msgspec.convert(written, kind), key.field) != getattr(record, key.field)


def test_the_writes_are_the_same_each_time(standard: Standard) -> None:
    once = demonstration_writes(TODAY, standard, others())
    assert once == demonstration_writes(TODAY, standard, others())


def test_whoever_lives_under_a_standard_that_is_not_here_is_left_out(standard: Standard) -> None:
    here = {action.scope for action in demonstration_writes(TODAY, standard)}
    every = {action.scope for action in demonstration_writes(TODAY, standard, others())}
    assert here < every
    assert not demonstration_person("stair", TODAY, standard)


def test_every_area_service_point_and_question_exists(
    standard: Standard, script: WholeVisit
) -> None:
    check_names([step.record for step in script.steps], standard)
    for name in demonstration_people():
        records = demonstration_person(name, TODAY, standard, others())
        assert records
        check_names(list(records), own(name, standard))


def check_names(records: list[Record], standard: Standard) -> None:
    known = {
        "area": {a.id for a in standard.areas},
        "service": {s.id for s in standard.services} | {""},
        "group": {g.id for g in standard.groups},
        "item": {p.id for p in standard.workplace.points},
        "question": {q.id for s in standard.sections for q in s.questions},
        "section": {s.id for s in standard.sections},
        "purpose": {c.id for c in standard.consents},
        "received_from": {r.value for r in standard.requesters} | {""},
        "target_group": {g.id for g in standard.target_groups} | {""},
        "provider": {u.id for u in (*standard.provider.municipal, *standard.provider.private)},
    }
    for record in records:
        for field, values in known.items():
            if field in record.__struct_fields__ and not (
                field in ("purpose", "provider")
                and ENTITY_OF[type(record)] in ("grant", "workplace_check", "action_plan")
            ):
                assert getattr(record, field) in values, record
        for service in standard.services:
            if getattr(record, "service", None) == service.id and hasattr(record, "items"):
                assert {i.id for i in service.items} >= set(record.items)


def test_no_sentence_stands_twice() -> None:
    texts: list[str] = []
    for path in sorted(FOLDER.glob("*.toml")):
        found = re.findall(r'= "([^"]{60,})"', path.read_text(encoding="utf-8"))
        texts += found
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_every_person_is_judged_without_error(
    standard: Standard, national: NationalLaw, today: date
) -> None:
    for name in demonstration_people():
        under = own(name, standard)
        assert judge(person(name, standard, today), under, national, today).deadlines


def test_a_few_deadlines_fall_in_the_next_fourteen_days(
    standard: Standard, national: NationalLaw
) -> None:
    ahead = [
        deadline
        for name in demonstration_people()
        for deadline in judge(
            person(name, standard), own(name, standard), national, TODAY
        ).deadlines
        if not deadline.met and TODAY <= deadline.due <= TODAY + timedelta(days=14)
    ]
    assert 4 <= len(ahead) <= 12


def test_one_is_decided_and_handed_over(standard: Standard, national: NationalLaw) -> None:
    case = person("decided", standard)
    assert case.first(DecisionVersion) is not None
    delivery = case.first(Delivery)
    assert delivery is not None
    assert delivery.how == "handed_over"
    assert not judge(case, standard, national, TODAY).blocked


def test_one_is_in_progress_with_findings_and_most_sections(
    standard: Standard, national: NationalLaw
) -> None:
    case = person("in_progress", standard)
    judgement = judge(case, standard, national, TODAY)
    assert case.visit.state == "ongoing"
    assert sum(state != "empty" for state in judgement.sections.values()) >= 8
    assert [f for f in judgement.findings if f.open]
    assert judgement.proposals


def test_the_follow_up_knows_the_levels_of_a_year_ago(standard: Standard) -> None:
    case = person("follow_up", standard)
    assert case.visit.kind == "follow_up"
    before = case.get(Visit, case.visit.previous)
    assert before is not None
    levels = [a for a in case.all(Assessment) if a.visit == before.id and a.level]
    assert {a.area for a in levels} == {a.id for a in standard.areas}


def test_one_stands_on_a_stair_and_one_on_two_steps(standard: Standard) -> None:
    before = person("stair", standard)
    (overall,) = before.all(OverallAssessment)
    assert overall.value is not None
    assert overall.step_aimed_at
    assert before.visit.kind == "follow_up"
    (several,) = person("several_steps", standard).all(OverallAssessment)
    assert len(several.steps_now) == 2


def test_one_lacks_an_interpreter_and_one_has_a_protected_address(standard: Standard) -> None:
    case = person("interpreter", standard)
    assert case.citizen.interpreter is not None
    assert case.citizen.interpreter.need
    assert not [c for c in case.all(Contact) if c.role == "interpreter"]
    assert person("protected_address", standard).citizen.protected_address


def test_the_script_goes_through_every_section(standard: Standard, script: WholeVisit) -> None:
    assert set(script.sections()) == sections_of_a_first_visit(standard)
    assert all(script.steps_of(section) for section in script.sections())


def test_the_script_ends_in_a_decision_that_lacks_nothing(
    standard: Standard, national: NationalLaw, script: WholeVisit
) -> None:
    judgement = judge(filled_in(standard, script), standard, national, TODAY)
    assert judgement.missing == ()
    states = {judgement.sections[s] for s in sections_of_a_first_visit(standard)}
    assert states == {"complete"}


def test_the_scripts_visit_is_one_of_the_day(standard: Standard, script: WholeVisit) -> None:
    case = person(script.person, standard)
    assert case.visit.id == script.visit
    assert case.visit.state == "planned"
    assert (case.first(Case), case.first(Citizen)) != (None, None)


def test_the_visitator_belongs_to_a_unit_of_the_standard(standard: Standard) -> None:
    visitator = demonstration_visitator()
    assert "Test" in visitator.name
    assert visitator.unit in {u.name for u in standard.units}


def test_people_in_files_are_the_people_of_the_day() -> None:
    files = {path.stem for path in Path(FOLDER).glob("*.toml")} - {"day", "whole_visit"}
    assert files == set(demonstration_people())
