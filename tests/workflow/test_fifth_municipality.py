"""A made-up fifth municipality: a whole visit, from plan to locked letter, by its file alone.

Another scale of levels that are numbers and letters, another order of sections, questions of
each kind, other rules, consents and letter passages (tests/standards).
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

from app.domain.records import DecisionVersion
from app.domain.standard import QuestionKind, Standard
from app.domain.standard_file import load_standard, unconfirmed
from app.domain.standard_names import BUILT_IN_SECTIONS
from app.domain.values import Extent
from app.errors import KnownError
from app.texts import RESOURCES
from app.workflow.locking import lock_decision
from app.workflow.open_visit import OpenVisit, open_visit
from app.workflow.planning import NewVisit, plan_visit
from app.workflow.printing import issued
from app.workflow.session import Session
from tests import bakkedal
from tests.documents import reading

FILE = bakkedal.STANDARDS / "bakkedal-hverdag-2026.toml"


class Journey(NamedTuple):
    """A visit that was carried through and locked, read again from the unlocked store."""

    session: Session
    opened: OpenVisit
    version: DecisionVersion
    letter: str
    package: bytes


@pytest.fixture(scope="module")
def standard() -> Standard:
    return load_standard(FILE)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = bakkedal.new_session(tmp_path / "data")
    yield made
    made.close()


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    """Plan, fill in and lock; then close the program, unlock it and read what is there."""
    folder = tmp_path_factory.mktemp("bakkedal") / "data"
    first = bakkedal.new_session(folder)
    visit_id = bakkedal.planned(first)
    version = lock_decision(bakkedal.filled_in(first, visit_id).opened)
    first.close()
    session = bakkedal.again(folder)
    opened = open_visit(session, visit_id)
    letter = issued(opened.view, session.store.blobs, ("letter",))
    package = session.store.blobs.get(version.parts["package"])
    assert letter is not None
    yield Journey(session, opened, version, reading.text(letter), package)
    session.close()


def test_the_file_has_no_mistakes(standard: Standard) -> None:
    assert unconfirmed(FILE) == ()
    assert standard.municipality.name == "Bakkedal Kommune"


def test_the_program_knows_nothing_of_it() -> None:
    code = RESOURCES.parent / "app"
    words = ("bakkedal", "havehjaelp", "kaldenavn", "spoerg_naboen")
    found = [p for p in code.rglob("*.py") if any(w in p.read_text("utf-8") for w in words)]
    assert not found


def test_its_levels_are_numbers_and_letters_in_an_order_of_their_own(standard: Standard) -> None:
    assert standard.scale is not None
    values = [v.value for v in standard.scale.levels]
    assert values == ["0", "1", "2", "A", "B", "5"]
    assert values != sorted(values)


def test_its_sections_stand_in_another_order_than_every_shipped_standards(
    standard: Standard,
) -> None:
    mine = [s.id for s in standard.sections if s.id in BUILT_IN_SECTIONS]
    for path in (RESOURCES / "standards").glob("*.toml"):
        other = [s.id for s in load_standard(path).sections]
        assert [s for s in other if s in mine] != [s for s in mine if s in other]


def test_it_asks_a_question_of_each_kind(standard: Standard) -> None:
    section = standard.section("bakken")
    assert section is not None
    assert {q.kind for q in section.questions} == set(get_args(QuestionKind))


def test_the_municipalitys_visitator_is_offered_its_standard_alone(session: Session) -> None:
    assert [h.id for h in session.offered()] == ["bakkedal-hverdag"]
    opened = open_visit(session, bakkedal.planned(session))
    (ref,) = opened.view.casefile.visit.standards
    assert (ref.id, ref.version) == ("bakkedal-hverdag", "2026")


def test_the_sections_are_shown_in_the_files_order(session: Session, standard: Standard) -> None:
    opened = open_visit(session, bakkedal.planned(session))
    shown = [s.id for s in opened.view.standard.sections]
    assert shown == [s.id for s in standard.sections]
    assert shown[:3] == ["consent", "bakken", "services"]
    assert set(opened.view.judgement.sections) == set(shown)


def test_an_empty_visit_cannot_be_locked(session: Session) -> None:
    visit = bakkedal.Visit(session, bakkedal.planned(session))
    visit.decide(havehjaelp="granted", foelge="granted", orden="refused")
    with pytest.raises(KnownError, match=r"decision\.incomplete"):
        lock_decision(visit.opened)


def test_levels_of_letters_and_numbers_propose_help_and_an_overall_level(
    session: Session,
) -> None:
    visit = bakkedal.Visit(session, bakkedal.planned(session))
    visit.assess(have="2")
    assert visit.opened.view.judgement.proposals == ()
    visit.assess(have="A")
    (proposal,) = visit.opened.view.judgement.proposals
    assert (proposal.service, proposal.items) == ("havehjaelp", ("graes",))
    assert visit.opened.view.judgement.overall_proposal == "III"
    visit.assess(ture="5")
    assert visit.opened.view.judgement.overall_proposal == "4"


@pytest.mark.parametrize(("level", "below"), [("2", True), ("A", False), ("5", False)])
def test_the_minimum_level_follows_the_files_order(
    session: Session, level: str, below: bool
) -> None:
    visit = bakkedal.Visit(session, bakkedal.planned(session))
    visit.assess(have=level)
    found = [f for f in visit.opened.view.judgement.findings if f.rule == "for_frit"]
    assert bool([f for f in found if "Havehjælp" in f.text]) is below


def test_its_own_rules_find_what_it_says(session: Session) -> None:
    visit = bakkedal.Visit(session, bakkedal.planned(session))
    visit.answer("dyr", choices=("ulv",))
    visit.overall("I")
    visit.consent("no")
    visit.grant("havehjaelp", ("graes",), Extent(times=1, unit="week"))
    visit.grant("orden", ("bunker",), Extent(times=1, unit="week"), ends_on=date(2027, 3, 8))
    found = {f.rule: f.text for f in visit.opened.view.judgement.findings}
    assert "»Roligt«" in found["for_roligt"]
    assert "Svaret var Ulv" in found["ulven"]
    assert "Hvor mange skridt er der op?" in found["skridt_mangler"]
    assert "højst 3 måneder" in found["for_laenge"]
    assert "Spørge naboen" in found["intet_ja"]
    assert {"for_tit", "naboen"} <= set(found)


def test_its_own_deadline_is_ten_working_days(session: Session) -> None:
    opened = open_visit(session, bakkedal.planned(session))
    due = {d.rule: d.due for d in opened.view.judgement.deadlines}
    assert due["svar_fra_bakken"] == date(2026, 11, 30)


def test_the_decision_is_locked_with_the_documents_that_the_file_names(journey: Journey) -> None:
    assert journey.opened.view.locked
    assert set(journey.version.parts) == {"package", "letter", "assessment_form", "duties", "file"}
    assert (journey.version.name, journey.version.unit) == ("Asta Test Bakke", "Hverdagsteamet")


def test_every_kind_of_answer_is_there_when_the_program_is_opened_again(
    journey: Journey,
) -> None:
    file = journey.opened.view.casefile
    assert file.answer("bakken", "historie").text == "Den har altid været der."
    assert file.answer("bakken", "kaldenavn").text == "Knolden"
    assert file.answer("bakken", "vejr").choice == "blaest"
    assert file.answer("bakken", "dyr").choices == ("faar", "ulv")
    assert file.answer("bakken", "trappe").choice == "no"
    assert file.answer("bakken", "sidst").day == date(2026, 10, 4)
    assert file.answer("bakken", "skridt").number == 212.0


@pytest.mark.parametrize(
    "said",
    [
        "Bakkedal Kommune Hverdagsteamet Bakkevej 1",
        "Havehjælp (2 gange om måneden) og følge (1 gang om ugen)",
        "Du får ikke orden i papirer",
        "Lille pakke",
        "Vi fælder ikke træer.",
        "Niveauerne går fra 0 (frit) til 5 (aldrig)",
        "B. Sjældent",
        "A. Lidt",
        "III. Uroligt",
        "Her står du nu Foden",
        bakkedal.REASON,
        "en robotklipper. Den vælter på bakken.",
        "servicelovens § 83 (hjælp i hjemmet)",
        "Du betaler selv for benzinen.",
        "den 28. december 2026",
        "Vi ringer tre gange på klokken",
        "Klag på Bakkevej 1.",
        "Bakkeskema og husk ulven",
        "Asta Test Bakke Hverdagsrådgiver",
    ],
)
def test_the_letter_read_back_says_it_in_the_files_words(journey: Journey, said: str) -> None:
    assert said in journey.letter


def test_the_letter_has_nothing_of_another_municipality_and_no_gap(journey: Journey) -> None:
    for word in ("København", "Sorø", "Køge", "Kerteminde", "Visitationsenhed", "[Mangler"):
        assert word not in journey.letter
    assert "Der er altid et godt råd" not in journey.letter  # it is for those who get no help


def test_the_form_shows_each_kind_of_answer_in_words(journey: Journey) -> None:
    words = reading.text(journey.session.store.blobs.get(journey.version.parts["assessment_form"]))
    for said in ("Den har altid været der.", "Knolden", "Blæst", "Får", "Ulv", "4. oktober 2026"):
        assert said in words
    assert re.search(r"Hvor mange skridt er der op\? 212\b", words)


def test_the_sheet_is_the_files_own(journey: Journey) -> None:
    words = reading.text(journey.session.store.blobs.get(journey.version.parts["duties"]))
    assert "Du fodrer ulven." in words


def test_a_screen_reader_finds_nothing_wrong_with_the_package(journey: Journey) -> None:
    assert reading.faults(journey.package) == []


def test_what_comes_after_is_counted_by_the_file(journey: Journey) -> None:
    due = {(d.rule, d.service): d.due for d in journey.opened.view.judgement.deadlines}
    assert due["follow_up", "foelge"] == date(2026, 12, 28)
    assert due["follow_up", ""] == date(2027, 8, 23)
    ordered = {f.rule for f in journey.opened.view.judgement.findings}
    assert "ingen_bestilling" in ordered


def test_a_year_after_a_follow_up_begins_where_the_visit_ended(tmp_path: Path) -> None:
    session = bakkedal.new_session(tmp_path / "data")
    first = bakkedal.filled_in(session, bakkedal.planned(session))
    lock_decision(first.opened)
    citizen = first.opened.view.casefile.citizen
    again = NewVisit(citizen=citizen, start=bakkedal.NOW, kind="follow_up")
    opened = open_visit(session, plan_visit(session, again))
    assert "follow_up" in [s.key for s in opened.view.sections]
    assert "follow_up" not in [s.key for s in first.opened.view.sections]
    last = opened.view.previous["have"].level
    assert last is not None
    assert (last.scale, last.value) == ("bakkedal-seks", "B")
    session.close()
