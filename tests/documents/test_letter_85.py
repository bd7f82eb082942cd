"""Whole letters and papers under Køge's and Kerteminde's standards, read as the citizen would."""

from datetime import date

import msgspec
import pytest

from app.documents.content import Content, Part
from app.documents.package import build, parts_for
from app.domain.records import Record
from app.domain.standard import Standard
from tests import factories as make
from tests.documents import reading, support
from tests.documents.test_texts import PLAIN, lix
from tests.paragraph_85 import SUPPORT, grant, kerteminde, koege, ref

AGREED = "Vi har aftalt, at vi ser på hjælpen sammen igen den 23. februar 2027."
LATER = "Vi følger også op den 23. maj 2027 og 23. november 2027."


def case(standard: Standard, *changed: Record, **fields: object) -> Content:
    """Return a case of support under a standard, with the help that is given."""
    known = {
        koege().id: grant(koege(), "individuelt", "digitalt", places=("hjemmet", "bibliotek")),
        kerteminde().id: grant(
            kerteminde(), "gruppe_individuel", "struktur_i_dagen", package="pakke_3"
        ),
    }
    chosen = make.provider_choice(service=SUPPORT, provider=standard.provider.municipal[0].id)
    visit = make.visit(
        standards=(ref(standard),), previous=support.BEFORE, next_visit=date(2027, 2, 23)
    )
    given = msgspec.structs.replace(known[standard.id], need="n1")
    return support.content(
        given, visit, chosen, *changed, standard=standard, service=SUPPORT, **fields
    )


def refused(standard: Standard) -> Content:
    """Return the case when the support is refused: no help is given."""
    outcome = make.decision_item("n1", "refused", reasons="Du klarer det selv nu.")
    views = make.decision(citizens_views="Jeg vil gerne have støtte.", views_weighed="Vi har set.")
    found = case(standard, outcome, views)
    tables = {k: t for k, t in found.casefile.records.items() if k != "grant"}
    return msgspec.structs.replace(
        found, casefile=msgspec.structs.replace(found.casefile, records=tables)
    )


def words(found: Content, *parts: Part) -> str:
    return reading.text(build(list(parts) or ["letter"], found))


def test_koeges_letter_tells_what_where_and_how_much() -> None:
    letter = words(case(koege()))
    assert "Du får den hjælp, du har søgt om" in letter
    assert "Individuelt forløb og helt eller delvist digital støtte" in letter
    assert "hjemme hos dig og på et bibliotek" in letter
    assert "1 gang om ugen" in letter
    assert "ca. 120 minutter" in letter


def test_koeges_letter_tells_that_a_course_comes_after_individual_support() -> None:
    assert "Når du er klar, hører det individuelle op" in words(case(koege()))


def test_koeges_letter_names_the_law_the_standard_and_that_it_decides_nothing() -> None:
    letter = words(case(koege()))
    assert "servicelovens § 85" in letter
    assert "»Kvalitetsstandard for socialpædagogisk støtte § 85«" in letter
    assert "den afgør ikke din sag" in letter


def test_koeges_letter_tells_the_overall_level_and_the_stair() -> None:
    letter = words(case(koege()))
    assert "C. Moderat problem" in letter
    assert "afgør ikke alene, hvilken hjælp du får" in letter
    for word in ("Indsatstrappen", "Støtte for en tid", "Råd og vejledning"):
        assert word in letter


def test_koeges_letter_has_the_technology_considered_and_the_citizens_own_words() -> None:
    letter = words(case(koege()))
    assert "En app med påmindelser kan hjælpe dig" in letter
    assert "Du siger: Det er svært om morgenen." in letter


def test_koeges_letter_gives_the_days_of_the_three_follow_ups() -> None:
    letter = words(case(koege()))
    assert f"{AGREED} {LATER}" in letter
    assert letter.count("23. februar 2027") == 1


def test_koeges_letter_tells_payment_plan_duties_and_how_to_stop() -> None:
    letter = words(case(koege()))
    for told in (
        "Støtten er gratis, men du kan have udgifter til transport.",
        "servicelovens § 141 (handleplan)",
        "Vi regner med, at du deltager",
        "Vil du stoppe, så sig det til leverandøren eller til Socialafdelingen.",
        "Du kan ikke selv vælge leverandør.",
    ):
        assert told in letter


@pytest.mark.parametrize(
    ("given", "told"),
    [({}, "uden slutdato"), ({"ends_on": date(2027, 5, 31)}, "til 31. maj 2027")],
)
def test_a_limit_in_time_stands_in_the_letter(given: dict[str, date], told: str) -> None:
    support_line = grant(koege(), "kursus", need="n1", **given)
    assert told in words(case(koege(), support_line))


def test_koeges_letter_tells_how_to_complain_and_of_what_one_cannot() -> None:
    letter = words(case(koege()))
    for told in (
        "senest 4 uger efter, at du har fået brevet",
        "Ankestyrelsen",
        "Klag til Socialafdelingen i Velfærdsforvaltningen, telefon 56 67 26 71.",
        "Er du utilfreds med den måde, støtten bliver givet på?",
        "Du kan ikke klage over kommunens takster.",
    ):
        assert told in letter


def test_check_20_a_letter_to_whoever_is_exempt_is_marked_for_the_post() -> None:
    exempt = make.citizen(name="Ruddi Test Berggren", digital_post="exempt")
    assert "Sendes med almindelig post" in words(case(koege(), exempt))
    assert "Sendes med almindelig post" not in words(case(koege()))


def test_a_refusal_in_koege_points_to_open_counselling() -> None:
    letter = words(refused(koege()))
    assert "Du får ikke den hjælp, du har søgt om" in letter
    assert "Du klarer det selv nu." in letter
    assert "Åben Rådgivning kan hjælpe dig" in letter
    assert "56 67 26 28" in letter
    assert "Vi regner med, at du deltager" not in letter


def test_the_sheet_on_open_counselling_goes_with_a_refusal_only() -> None:
    assert "open_counselling" in parts_for(refused(koege()))
    assert "open_counselling" not in parts_for(case(koege()))
    sheet = words(refused(koege()), "open_counselling")
    for told in ("anonym", "Rådhusstræde 10C", "koege.dk/aar", "Akutlinjen"):
        assert told in sheet


def test_koeges_sheet_tells_what_to_expect_of_each_other() -> None:
    assert "duties" in parts_for(case(koege()))
    sheet = words(case(koege()), "duties")
    for told in ("straffeattest", "Socialtilsyn Øst", "Styrelsen for Patientsikkerhed", "tolk"):
        assert told in sheet


def test_koeges_form_holds_area_level_and_stair() -> None:
    form = words(case(koege()), "assessment_form")
    for told in ("Voksenudredningsmetoden", "Kommunikation", "C. Moderat problem", "Trin nu"):
        assert told in form


def test_kertemindes_letter_tells_package_form_and_content() -> None:
    letter = words(case(kerteminde()))
    for told in (
        "Pakke 3",
        "Gruppetilbud og individuel støtte",
        "støtte til struktur i dagligdagen",
    ):
        assert told in letter


def test_kertemindes_letter_shows_areas_without_a_level() -> None:
    letter = words(case(kerteminde()))
    assert "Skemaet viser, hvordan du klarer dig i dag." in letter
    assert "At mestre sygdom eller handicap" in letter
    assert "Niveau" not in letter


def test_kertemindes_letter_tells_of_order_status_meetings_and_smoking() -> None:
    letter = words(case(kerteminde()))
    for told in (
        "også når du ikke vil have en handleplan",
        "Vi holder jævnligt statusmøde med dig.",
        "Ingen må ryge i dit hjem",
        "Du har pligt til at give os de oplysninger",
        "Støtten er gratis.",
        "Støtten er som udgangspunkt midlertidig.",
    ):
        assert told in letter


def test_kertemindes_letter_says_how_to_whom_and_until_when_to_complain() -> None:
    letter = words(case(kerteminde()))
    for told in ("mundtligt eller skriftligt", "Klag til Myndighedsafdelingen", "senest 4 uger"):
        assert told in letter


def test_a_refusal_in_kerteminde_says_where_to_ask_again() -> None:
    letter = words(refused(kerteminde()))
    assert "Du kan søge igen" in letter
    assert "Ingen må ryge" not in letter


def test_kertemindes_order_holds_the_goals_for_whoever_gives_the_support() -> None:
    order = words(case(kerteminde()), "order")
    for told in ("Kerteminde Kommunes ansatte", "Pakke 3", "Du åbner selv din post hver uge."):
        assert told in order


def test_kertemindes_provider_plan_is_pedagogic_and_tells_who_does_what() -> None:
    plan = words(case(kerteminde()), "provider_plan")
    for told in ("Pædagogisk handleplan", "Det gør du", "Det gør dit netværk", "Sådan arbejder vi"):
        assert told in plan


def test_kertemindes_papers_of_the_home_and_duties_go_with_the_letter() -> None:
    assert {"workplace", "duties", "action_plan"} <= set(parts_for(case(kerteminde())))
    home = words(case(kerteminde()), "workplace")
    assert "Ingen ryger i dit hjem" in home
    sheet = words(case(kerteminde()), "duties")
    for told in ("tavshedspligt", "set og hørt", "rehabiliterende", "kerteminde.dk"):
        assert told in sheet


@pytest.mark.parametrize("standard", [koege(), kerteminde()], ids=["koege", "kerteminde"])
def test_the_whole_letter_is_plain(standard: Standard) -> None:
    assert lix(words(case(standard))) <= PLAIN
    assert lix(words(refused(standard))) <= PLAIN


@pytest.mark.parametrize("standard", [koege(), kerteminde()], ids=["koege", "kerteminde"])
def test_every_paper_can_be_read_aloud(standard: Standard) -> None:
    found = case(standard)
    assert reading.faults(build(list(parts_for(found)), found)) == []


@pytest.mark.parametrize("standard", [koege(), kerteminde()], ids=["koege", "kerteminde"])
def test_no_letter_is_longer_than_four_pages(standard: Standard) -> None:
    assert len(reading.pages(build(["letter"], case(standard)))) <= 4
