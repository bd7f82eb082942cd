"""The decision letter: what it must hold, in which order, and what it never says."""

import re
from datetime import date

import msgspec
import pytest

from app.documents.package import build
from app.domain.records import (
    Answer,
    AppliedNeed,
    Decision,
    Goal,
    Hearing,
    ProviderChoice,
    Record,
    Request,
)
from app.domain.rules import ElderCareAct
from app.domain.standard import LetterText
from app.errors import KnownError
from tests import factories as make
from tests.documents import reading, sample

# Blocks 3-20 of a decision letter, each by words that only it has, in the order they stand.
BLOCKS = (
    "Københavns Kommune",
    "Ruddi Test Berggren",
    "Du får noget af den hjælp, du har søgt om",
    "Det har vi besluttet",
    "Den hjælp, du får",
    "Formålet med hjælpen og dine mål",
    "De regler, vi har brugt",
    "Det har vi lagt vægt på",
    "Derfor har vi besluttet det",
    "Det har du selv sagt",
    "Kan du komme til at klare mere selv?",
    "De oplysninger, vi har brugt",
    "Hvad skal du selv betale?",
    "Vi ses igen",
    "Når hjælpen kommer",
    "Sig til, når noget ændrer sig",
    "Du kan bytte hjælpen",
    "Dine rettigheder",
    "Hvis du vil klage",
    "Det følger med brevet:",
    "Venlig hilsen",
)


def letter(*changed: Record, **fields: object) -> str:
    return reading.text(build(["letter"], sample.content(*changed, **fields)))


def issued_letter(*changed: Record, **fields: object) -> str:
    return reading.text(build(["letter"], sample.issued(*changed, **fields)))


def test_the_blocks_stand_in_order_for_the_eye() -> None:
    words = issued_letter()
    places = [words.find(block) for block in BLOCKS]
    assert -1 not in places
    assert places == sorted(places)


def test_the_blocks_stand_in_order_for_the_ear() -> None:
    words = reading.heard(build(["letter"], sample.issued()))
    places = [words.find(block) for block in BLOCKS]
    assert -1 not in places
    assert places == sorted(places)


def test_the_letter_holds_the_seven_contents_of_the_standard() -> None:
    """KBH-090."""
    words = issued_letter()
    for content in (
        "Bad og på- og afklædning",  # which services
        "2 gange om ugen",  # how often
        "Du kan vaske dig uden at falde, og du gør selv det, du kan.",  # the purpose
        "Fra 7. december 2026 til 30. juni 2027",  # for which period
        "Du er faldet to gange i badet.",  # relevant background
        "Visitationsenheden på handicapområdet Bernstorffsgade 17, 2. sal",  # contact
        "senest 4 uger efter, at du har fået brevet",  # complaint guidance
    ):
        assert content in words


def test_the_letter_names_its_enclosures_and_the_two_sheets() -> None:
    """KBH-091, KBH-092: three enclosures and two information sheets."""
    words = issued_letter().partition("Det følger med brevet:")[2]
    assert words.startswith(
        " Kort fortalt, visitationsskema, kopi af dine samtykker, arbejdspladsvurdering, "
        "frit valg af leverandør, selvvalgt hjælper og ark om dine oplysninger."
    )


def test_the_letter_names_the_standard_with_its_year() -> None:
    """KBH-001."""
    assert "handicappede, psykisk syge og misbrugere, 2007" in issued_letter()


def test_each_applied_need_has_its_outcome() -> None:
    words = issued_letter()
    assert "Rengøring Ja, det får du" in words
    assert "Du får noget af det" in words
    assert "Nej, det får du ikke" in words


def outcome_of(kind: str, *outcomes: str) -> list[Record]:
    changed: list[Record] = [
        make.decision_item(f"n{i + 1}", outcome, before="Hver uge", what_changed="Du er raskere.")
        for i, outcome in enumerate(outcomes)
    ]
    return [*changed, make.decision(kind=kind)]


@pytest.mark.parametrize(
    ("kind", "outcomes", "heading"),
    [
        ("first", ["granted"] * 4, "Du får den hjælp, du har søgt om"),
        ("first", ["granted", "refused"] * 2, "Du får noget af den hjælp, du har søgt om"),
        ("first", ["refused"] * 4, "Du får ikke den hjælp, du har søgt om"),
        ("change", ["changed"] * 4, "Vi ændrer din hjælp"),
        ("reduction", ["changed"] * 4, "Du får mindre hjælp end før"),
        ("end", ["ended"] * 4, "Din hjælp hører op"),
    ],
)
def test_the_heading_says_the_result(kind: str, outcomes: list[str], heading: str) -> None:
    pdf = build(["letter"], sample.content(*outcome_of(kind, *outcomes)))
    assert reading.faults(pdf) == []
    assert reading.bookmarks(pdf) == [heading]


def test_a_reduction_shows_before_and_after_and_what_changed() -> None:
    words = letter(*outcome_of("reduction", *["changed"] * 4))
    assert "Det fik du før" in words
    assert "Hver uge" in words
    assert "Du er raskere." in words


def test_a_refusal_promises_no_help() -> None:
    words = letter(*outcome_of("first", *["refused"] * 4))
    assert "Den hjælp, du får" not in words
    assert "Vil du klage" in words


def test_acute_help_is_told_with_its_start() -> None:
    words = letter(make.request(acute=True, acute_start=date(2026, 11, 20)))
    assert "Hjælpen kunne derfor begynde den 20. november 2026" in words


def test_a_decision_without_consent_rests_on_the_existing_basis() -> None:
    """KBH-072."""
    words = issued_letter()
    assert "på det foreliggende grundlag" in words
    assert "En udtalelse fra din læge." in words
    assert "foreliggende grundlag" not in issued_letter(make.decision())


def test_every_reason_written_at_a_finding_stands_in_the_letter() -> None:
    content = sample.issued()
    words = reading.text(build(["letter"], content))
    reasons = [f.reason for f in content.judgement.findings if f.reason]
    assert len(reasons) >= 2
    assert all(reading.squeeze(reason) in words for reason in reasons)
    assert sample.WEEKLY_REASON in words


def test_a_chosen_reason_is_printed_only_when_it_is_chosen() -> None:
    """KBH-034."""
    takes_longer = "Den tager måske lidt længere end før."
    chosen = make.decision_item("n4", "refused", chosen_reason="takes_longer")
    assert takes_longer not in letter()
    assert takes_longer in letter(chosen)


def test_reasons_are_never_made_up() -> None:
    bare = sample.without(Decision, Answer, Goal, Hearing, draft=False)
    items = {
        key: msgspec.structs.replace(item, reasons="", chosen_reason="")
        for key, item in bare.casefile.records["decision_item"].items()
    }
    file = msgspec.structs.replace(
        bare.casefile,
        records={**bare.casefile.records, "decision_item": items, "departure": {}},
    )
    words = reading.text(build(["letter"], sample.issued(casefile=file)))
    assert "Derfor har vi besluttet det" not in words
    assert "[Mangler" not in words


@pytest.mark.parametrize(
    ("gone", "mark"),
    [
        ((Goal,), "mål for hjælpen"),
        ((Decision,), "de fakta, der har haft betydning"),
        ((Decision,), "vurdering af, om træning kan hjælpe"),
        ((ProviderChoice,), "leverandør"),
        ((AppliedNeed,), "hvad der er søgt om"),
    ],
)
def test_a_draft_shows_what_it_lacks_and_an_issued_letter_does_not(
    gone: tuple[type[Record], ...], mark: str
) -> None:
    draft = reading.text(build(["letter"], sample.without(*gone)))
    assert f"[Mangler: {mark}]" in draft
    issued = sample.without(*gone, draft=False, version=sample.version())
    assert "[Mangler" not in reading.text(build(["letter"], issued))


def test_a_refusal_without_a_reason_is_a_gap_that_names_it() -> None:
    words = letter(make.decision_item("n4", "refused"), make.assessment("indkoeb", "3"))
    assert "[Mangler: din konkrete begrundelse for Indkøb]" in words


def test_a_missing_request_leaves_its_date_out() -> None:
    words = reading.text(build(["letter"], sample.without(Request)))
    assert "Det har vi besluttet" in words
    assert "Du søgte om hjælp den" not in words


def test_the_law_is_the_one_of_the_day() -> None:
    def law(words: str) -> str:
        return words.partition("De regler, vi har brugt")[2].partition("Det har vi lagt vægt på")[0]

    meal = make.grant("g9", need="n1", service="ernaering", items=("madservice",))
    assert "§ 83 b" in law(letter(meal))
    before = letter(meal, today=date(2024, 5, 1))
    assert "§ 83 b" not in law(before)
    assert "§ 83, stk. 1, nr. 3" in law(before)


def test_the_complaint_guidance_is_that_of_the_day() -> None:
    """KBH-180 to KBH-185: the route of 2007 is history, today's goes to Ankestyrelsen."""
    now, then = letter(), letter(today=date(2007, 5, 1))
    assert "Ankestyrelsen" in now
    assert "senest 4 uger efter, at du har fået brevet" in now
    assert "Klagerådet" not in now
    assert "Klagerådet" in then
    assert "Ankestyrelsen" not in then


def test_a_draft_without_complaint_guidance_says_so() -> None:
    silent = msgspec.structs.replace(make.koebenhavn(), complaint=())
    words = letter(standard=silent, today=date(2007, 5, 1))
    assert "[Mangler: klagevejledning]" in words


def test_a_letter_without_help_encloses_nothing_about_help() -> None:
    words = letter(*outcome_of("first", *["refused"] * 4)).partition("Det følger med brevet")[2]
    assert "visitationsskema" in words
    assert "frit valg af leverandør" not in words.lower()


def test_a_passage_of_another_time_is_left_out() -> None:
    standard = make.koebenhavn()
    later = LetterText(id="x", title="Fra 2030", paragraphs=("Nyt.",), valid_from=date(2030, 1, 1))
    changed = msgspec.structs.replace(standard, passages=(*standard.passages, later))
    assert "Fra 2030" not in letter(standard=changed)
    assert "Fra 2030" in letter(standard=changed, today=date(2030, 2, 1))


def test_a_citizen_exempt_from_digital_post_gets_a_marked_letter() -> None:
    assert "Sendes med almindelig post" in letter(make.citizen(digital_post="exempt"))
    assert "Sendes med almindelig post" not in letter()


@pytest.mark.parametrize("receiver", ["representative", "provider", "file"])
def test_a_protected_address_never_stands_on_a_copy_for_others(receiver: str) -> None:
    hidden = make.citizen(protected_address=True)
    content = sample.content(hidden, receiver=receiver)
    for part in ("letter", "assessment_form", "consents", "workplace"):
        words = reading.text(build([part], content))  # type: ignore[list-item]
        assert "Testgrusgraven" not in words
        assert "Hillerød" not in words


def test_the_citizen_with_a_protected_address_still_gets_the_letter() -> None:
    assert "Testgrusgraven 3" in letter(make.citizen(protected_address=True))


def test_a_party_representative_gets_the_letter_in_their_own_name() -> None:
    words = letter(receiver="representative")
    assert "Kirsten Test Berggren For Ruddi Test Berggren" in words


def test_the_full_cpr_number_is_not_in_the_letter() -> None:
    words = issued_letter()
    assert "150277-••••" in words
    assert "9995" not in words


def test_the_letter_is_signed_with_name_title_and_unit() -> None:
    words = issued_letter().partition("Venlig hilsen")[2]
    assert "Sanne Test Visitator Visitator, Visitationsenheden på handicapområdet" in words
    assert "Underskrevet den 23. november 2026" in words


def test_a_case_under_another_law_gets_no_letter_of_this_standard() -> None:
    with pytest.raises(KnownError) as refused:
        build(["letter"], sample.content(make.case(legal_basis="elder_care_act")))
    assert refused.value.key == "documents.other_law"


def test_the_receiver_stands_in_the_window_of_the_envelope() -> None:
    import io

    import pypdf

    found: list[tuple[float, float]] = []

    def visit(text: str, matrix: list[float], place: list[float], *_: object) -> None:
        if "Testjulianevej" in text:
            x, y = place[4] * matrix[0] + matrix[4], place[5] + matrix[5]
            found.append((x / 72 * 25.4, 297 - y / 72 * 25.4))

    pdf = build(["letter"], sample.issued())
    pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text(visitor_text=visit)
    left, top = found[0]
    assert 20 < left < 30
    assert 57 < top < 88


def test_each_service_stands_with_items_extent_time_period_level_goal_and_limits() -> None:
    """KBH-202."""
    words = issued_letter()
    for said in (
        "Støvsugning, gulvvask og rengøring af badeværelse",  # items
        "1 gang om ugen",  # extent
        "Formiddag, torsdag",  # time of day
        "Fra 7. december 2026, uden slutdato",  # period
        "Rengøring 4. Kan ikke",  # level
        "Du lægger selv tøjet sammen.",  # goal
        "Op til 60 m²",  # a limit of this grant
        "Vi gør ikke rent efter gæster.",  # a limit of the service
    ):
        assert said in words


def test_what_one_can_do_the_network_and_what_help_means_reach_the_letter() -> None:
    """KBH-035."""
    words = issued_letter()
    for said in (
        "Ruddi sidder på badetaburet og vasker overkroppen.",
        "Du siger: Jeg tør ikke stå op i badet, når jeg er alene.",
        "Det betyder hjælpen for dig: Jeg kan komme ud blandt andre igen.",
        "Fætteren Max kommer om søndagen.",
    ):
        assert said in words


def test_what_each_of_the_household_can_take_on_reaches_the_letter() -> None:
    """KBH-042."""
    words = issued_letter()
    assert "Du bor sammen med Łucja Test Berggren (samlever)." in words
    assert "Łucja kan hjælpe til med tøjvask. Hun hænger tøjet op." in words


def test_services_of_one_visit_stand_together_in_letter_and_week() -> None:
    """KBH-081."""
    assert "Sammen med personlig pleje" in issued_letter()
    week = reading.text(build(["assessment_form"], sample.issued()))
    assert "Torsdag Personlig pleje Rengøring" in week


def test_one_of_the_household_without_a_name_is_told_by_kinship() -> None:
    child = make.member("m2", relation="child", birth_year=2015)
    assert "Du bor sammen med dit barn." in letter(child)


@pytest.mark.parametrize("lines", range(0, 40, 5))
def test_no_heading_ends_a_page_and_the_signature_is_never_torn(lines: int) -> None:
    content = sample.issued(make.decision(facts="Vi har talt om din hverdag.\n" * lines))
    pdf = build(["letter"], content)
    titles = reading.all_bookmarks(pdf)
    pages = [re.sub(r" Sag 2026-01447 Side \d+ af \d+$", "", p) for p in reading.pages(pdf)]
    assert not [p for p in pages for title in titles if p.endswith(f" {title}")]
    (signed,) = [p for p in pages if "Venlig hilsen" in p]
    assert "Underskrevet den 23. november 2026" in signed


def test_help_that_the_act_on_elder_care_leaves_alone_keeps_its_letter() -> None:
    rules = tuple(
        msgspec.structs.replace(rule, takes_over=False) if isinstance(rule, ElderCareAct) else rule
        for rule in make.koebenhavn().rules
    )
    case = make.case(legal_basis="elder_care_act")
    standard = msgspec.structs.replace(make.koebenhavn(), rules=rules)
    content = msgspec.structs.replace(sample.content(case), standard=standard)
    assert build(["letter"], content).startswith(b"%PDF")
