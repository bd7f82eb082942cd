"""What the letter says to the citizen, and leaves unsaid, in each kind of decision."""

from datetime import date

import msgspec
import pytest

from app.documents.package import build
from app.domain.findings import Anchor, Finding
from app.domain.records import Contact, Record
from app.domain.values import Address
from tests import factories as make
from tests.documents import reading, sample
from tests.documents.test_letter import issued_letter, letter, outcome_of
from tests.documents.test_texts import PLAIN, lix

SCHEME = "Chaufføren tager kasser og køleelementer med igen."


def test_where_no_phone_is_known_the_letter_says_where_to_write() -> None:
    words = letter()
    assert (
        "Skriv til Visitationsenheden på handicapområdet, Bernstorffsgade 17, 2. sal, "
        "1592 København V" in words
    )
    assert "[Mangler" not in words


def test_where_a_phone_is_known_the_letter_gives_it() -> None:
    standard = make.koebenhavn()
    units = tuple(msgspec.structs.replace(u, phones=("33 17 00 00",)) for u in standard.units)
    words = letter(standard=msgspec.structs.replace(standard, units=units))
    assert "Visitationsenheden på handicapområdet, telefon 33 17 00 00" in words
    assert "Skriv til" not in words


@pytest.mark.parametrize(
    ("items", "is_told"),
    [(("ordning_levering", "ordning_koel"), True), (("personligt_indkoeb",), False)],
)
def test_how_a_scheme_delivers_is_told_only_to_those_who_have_it(
    items: tuple[str, ...], is_told: bool
) -> None:
    """KBH-202."""
    shopping = make.grant("g4", need="n4", service="indkoeb", items=items)
    words = issued_letter(make.decision_item("n4", "granted"), shopping)
    assert (SCHEME in words) is is_told
    assert ("mellem kl. 8 og 18" in words) is is_told


def test_the_limits_of_an_item_are_told_only_to_those_who_have_it() -> None:
    moving = "Hjælp til en flytning får du én gang"
    care = make.grant("g5", need="n1", service="psykisk_pleje", items=("psykisk_stoette",))
    assert moving not in issued_letter(care)
    with_moving = msgspec.structs.replace(care, items=("ledsagelse_flytning",))
    assert moving in issued_letter(with_moving)


def finding(rule: str, title: str) -> Finding:
    return Finding(
        id=rule,
        rule=rule,
        title=title,
        text="",
        ref="",
        anchor=Anchor(section="household"),
        reason="Du har boet hos os i mange år.",
    )


def with_finding(found: Finding) -> str:
    content = sample.issued()
    judgement = msgspec.structs.replace(
        content.judgement, findings=(*content.judgement.findings, found)
    )
    return issued_letter(judgement=judgement)


def test_a_reason_without_a_service_is_headed_by_words_for_the_citizen() -> None:
    words = with_finding(finding("age_range", "Alderen ligger uden for målgruppen"))
    assert "Din alder: Du har boet hos os i mange år." in words
    assert "uden for målgruppen" not in words


def test_a_reason_whose_rule_has_no_such_words_stands_without_a_heading() -> None:
    words = with_finding(finding("expired", "Standarden gælder ikke længere"))
    assert "Du har boet hos os i mange år." in words
    assert "gælder ikke længere" not in words


def test_a_representatives_copy_carries_their_address() -> None:
    guardian = Contact(
        id="o3",
        citizen="c1",
        role="party_representative",
        name="Kirsten Test Berggren",
        gets_letters=True,
        address=Address(street="Testvej 9", postcode="2100", city="København Ø"),
    )
    words = letter(guardian, receiver="representative")
    assert "Kirsten Test Berggren Testvej 9 2100 København Ø For Ruddi Test Berggren" in words


def ending(*days: date | None) -> list[Record]:
    services = {"g1": "personlig_pleje", "g2": "rengoering", "g3": "toejvask"}
    grants: list[Record] = [
        make.grant(key, need=f"n{i}", service=service, ends_on=day)
        for i, (key, service, day) in enumerate(
            zip(services, services.values(), days, strict=True), start=1
        )
    ]
    return [*outcome_of("end", *["ended"] * 4), *grants]


def test_an_ending_names_its_last_day_and_nothing_that_begins() -> None:
    last = date(2026, 12, 31)
    words = letter(*ending(last, last, last))
    assert "Den sidste dag med hjælp er den 31. december 2026" in words
    for said in ("Den første hjælp:", "Når hjælpen kommer", "dine mål"):
        assert said not in words


def test_an_ending_on_several_days_names_each() -> None:
    words = letter(*ending(date(2026, 12, 31), date(2026, 12, 31), date(2027, 1, 31)))
    assert "tøjvask den 31. januar 2027" in words
    assert "personlig pleje den 31. december 2026" in words


def test_an_ending_without_a_day_is_a_gap() -> None:
    assert "[Mangler: den sidste dag med hjælp]" in letter(*ending(None, None, None))


def test_complaints_over_the_carrying_out_are_told_to_those_who_get_help() -> None:
    refused = letter(*outcome_of("first", *["refused"] * 4))
    assert "Er du utilfreds med hjælpen, når den kommer?" in letter()
    assert "Er du utilfreds med hjælpen, når den kommer?" not in refused
    assert "Ankestyrelsen" in refused


def test_all_but_a_full_grant_tell_at_once_how_to_complain() -> None:
    soon = "Vil du klage"
    granted = letter(*outcome_of("first", *["granted"] * 4))
    assert soon in letter()
    assert soon not in granted
    assert "senest 4 uger efter, at du har fået brevet" in granted


def test_a_change_says_each_thing_once() -> None:
    words = letter(*outcome_of("change", *["changed"] * 4))
    assert words.count("Det er anderledes hos dig") == 1
    assert "Vores afgørelse" not in words
    assert "Den første ændring: 30. november 2026" in words


def test_what_is_told_of_ones_data_stands_with_the_consents() -> None:
    consents = reading.text(build(["consents"], sample.issued()))
    assert "Du kan klage til Datatilsynet" in consents
    assert "Datatilsynet" not in issued_letter()


# What a decision must hold whatever its result, each by words that only its block has.
ALWAYS = (
    "Københavns Kommune",
    "Sag 2026-01447",
    "Det har vi besluttet",
    "Det har vi lagt vægt på",
    "Derfor har vi besluttet det",
    "Det har du selv sagt",
    "Kan du komme til at klare mere selv?",
    "De oplysninger, vi har brugt",
    "servicelovens § 83, stk. 1, nr. 1",
    "misbrugere, 2007",
    "Vi ses igen",
    "aktindsigt",
    "bisidder",
    "tolk",
    "senest 4 uger efter, at du har fået brevet",
    "Ankestyrelsen",
    "Det følger med brevet: Kort fortalt, visitationsskema",
    "Venlig hilsen Sanne Test Visitator",
)
WITH_HELP = ("Den hjælp, du får", "Formålet med hjælpen", "pligt til at fortælle", "Du kan bytte")


@pytest.mark.parametrize(
    ("kind", "outcome", "gives"),
    [
        ("first", "granted", True),
        ("first", "partly", True),
        ("first", "refused", False),
        ("change", "changed", True),
        ("reduction", "changed", True),
        ("end", "ended", False),
    ],
)
def test_every_kind_of_letter_holds_its_legal_blocks(kind: str, outcome: str, gives: bool) -> None:
    """Forvaltningsloven §§ 22-25, serviceloven §§ 83, 88 and 89, retssikkerhedsloven §§ 11, 66."""
    words = issued_letter(*_decided(kind, outcome))
    assert [block for block in ALWAYS if block not in words] == []
    assert [block for block in WITH_HELP if (block in words) is not gives] == []


def _decided(kind: str, outcome: str) -> list[Record]:
    reasons = "Vi har set, hvad du selv kan, og talt om det, du mangler hjælp til."
    said = {"before": "Hver uge", "after": "Hver 14. dag", "what_changed": "Du er raskere."}
    items: list[Record] = [
        make.decision_item(f"n{i}", outcome, reasons=reasons, **said) for i in range(1, 5)
    ]
    decision = make.decision(
        kind=kind,
        facts="Du er faldet to gange i badet.",
        citizens_views="Du vil helst have hjælp hver dag.",
        views_weighed="Vi har talt om det med dig.",
        rehabilitation_assessed="yes",
        rehabilitation_reason="Du har lige afsluttet et forløb.",
    )
    return [*items, decision]


def test_the_whole_letter_is_plain_and_no_longer_than_five_pages() -> None:
    pdf = build(["letter"], sample.issued())
    assert lix(reading.text(pdf)) <= PLAIN
    assert len(reading.pages(pdf)) <= 5
