"""The enclosures: form, consents, the home as a workplace, and the two sheets."""

from datetime import date

import pytest

from app.documents.package import Part, build
from app.domain.records import Attachment, Consent, WorkplaceCheck, WorkplaceItem
from app.domain.standard import ConsentPurpose
from tests import factories as make
from tests.documents import reading, sample


def words_of(part: Part, **fields: object) -> str:
    return reading.text(build([part], sample.issued(**fields)))


def purpose(purpose_id: str) -> ConsentPurpose:
    return next(c for c in make.koebenhavn().consents if c.id == purpose_id)


def test_the_form_gathers_the_whole_visit() -> None:
    """KBH-051: citizen, household, request, conversation, levels, goals, help."""
    words = words_of("assessment_form")
    for said in (
        "150277-9995",
        "Łucja Test Berggren samlever, født 1980, rask",
        "16. november 2026",
        "Fætteren Max kommer om søndagen.",
        "»Jeg tør ikke stå op i badet, når jeg er alene.«",
        "Hjælpen betyder: Jeg kan komme ud blandt andre igen.",
        "Nyt siden sidst: Har været faldet to gange siden sidst.",
        "Hjælperen skriver i samarbejdsbogen, hvad du selv har gjort.",
        "Torsdag Personlig pleje Rengøring",
        "I orden: 2. Skal ændres: 1. Skal ændres, før hjælpen kan starte: 1.",
    ):
        assert said in words


def test_the_form_says_when_contact_was_made_and_when_the_visit_was() -> None:
    """KBH-023."""
    content = sample.issued(make.request(contacted_on=date(2026, 11, 17)))
    words = reading.text(build(["assessment_form"], content))
    assert "Borgeren kontaktet 17. november 2026" in words
    assert "23. november 2026 kl. 10.00" in words


def test_the_form_explains_the_four_levels() -> None:
    """KBH-031."""
    words = words_of("assessment_form")
    assert all(level.text in words for level in make.koebenhavn().scale.levels)  # type: ignore[union-attr]


def test_the_profile_is_one_picture_whose_text_says_each_level_and_the_last() -> None:
    said = reading.alternatives(build(["assessment_form"], sample.issued()))
    assert said == [
        "Funktionsprofil på en skala fra 1 Klarer selv til 4 Kan ikke. Personlig hjælp. "
        "Bad: 3 (sidst 2). På- og afklædning: 3. Medicin: 1. Mad og drikke: 1. "
        "Praktisk hjælp. Rengøring: 4. Tøjvask: 3. Indkøb: 1."
    ]


def test_a_question_that_was_not_answered_is_left_out() -> None:
    assert "Hvordan er din familiesituation?" not in words_of("assessment_form")


def test_a_consent_is_copied_in_the_words_that_were_shown() -> None:
    words = words_of("consents")
    assert reading.squeeze(purpose("share").text["da"]) in words
    assert reading.squeeze(purpose("share").if_no["da"]) in words
    assert "Dit svar Nej" in words
    assert "Svaret er givet mundtligt, noteret af Sanne Test Visitator" in words


def test_an_ink_signature_is_drawn_as_curves_with_time_and_name() -> None:
    pdf = build(["consents"], sample.issued())
    assert reading.operators(pdf).count("c") > 20
    assert reading.images(pdf) == []
    said = "Underskrift af Ruddi Test Berggren, 23. november 2026 kl. 10.30"
    assert reading.alternatives(pdf) == [said]
    assert "Underskrevet af Ruddi Test Berggren, 23. november 2026 kl. 10.30" in reading.text(pdf)


@pytest.mark.parametrize("ink", [b"", b"INK1junk", b"\x00" * 40])
def test_a_signature_that_cannot_be_read_is_told_and_loses_nothing(ink: bytes) -> None:
    pdf = build(["consents"], sample.issued(blobs={sample.INK_ID: ink}))
    assert reading.faults(pdf) == []
    assert "Underskriften kan ikke læses" in reading.text(pdf)


def test_a_withdrawn_consent_says_when_and_how() -> None:
    assert "Trukket tilbage den 24. november 2026 kl. 09.05: Telefon" in words_of("consents")


def test_a_consent_read_in_english_is_copied_in_english() -> None:
    from app.domain.values import TextVersion

    shown = make.consent(
        "share", text=TextVersion(key="share", version="1", language="en"), noted_by="S. Test"
    )
    words = reading.text(build(["consents"], sample.issued(shown)))
    assert reading.squeeze(purpose("share").title["en"]) in words
    assert purpose("share").title["da"] not in words


def test_no_consent_is_said_in_a_sentence() -> None:
    words = reading.text(build(["consents"], sample.without(Consent)))
    assert "Der er ikke spurgt om samtykke." in words


def test_the_workplace_sheet_says_what_must_change_who_and_when() -> None:
    words = words_of("workplace")
    for said in (
        "Ramper sættes op. Kommune 4/12 2026",
        "Indtil da: Hjælp til vask i soveværelset.",
        "Skal ændres, før hjælpen kan starte",
        "Høje dørtrin til badet.",
        "Du sørger for de redskaber og rengøringsmidler, som hjælpen kræver.",
        "Næste gennemgang 1. november 2027",
    ):
        assert said in words


def test_what_stops_the_help_stands_first_of_what_must_change() -> None:
    words = words_of("workplace")
    assert words.index("Skabet flyttes.") < words.index("Ramper sættes op.")


def test_a_point_tells_which_photo_shows_it_and_the_photo_says_what_it_is() -> None:
    step = sample.casefile().workplace_item("gulv.doertrin").id
    shown = Attachment(
        id="a2",
        case="k1",
        subject=step,
        blob=sample.PHOTO_ID,
        media_type="image/jpeg",
        caption="Trin & <rampe>",
    )
    pdf = build(["workplace"], sample.issued(shown))
    assert "Høje dørtrin til badet. Se billede 1." in reading.text(pdf)
    said = ["Billede 1: Trin & <rampe>", "Billede 2: Dørtrinet til badeværelset"]
    assert reading.alternatives(pdf) == said
    assert reading.faults(pdf) == []


def test_a_signature_is_drawn_as_curves_as_wide_as_the_pen_pressed() -> None:
    pdf = build(["consents"], sample.issued())
    drawn = reading.operators(pdf)
    assert drawn.count("c") > 20
    assert reading.images(pdf) == []
    plain = build(["consents"], sample.issued(blobs={}))
    assert drawn.count("w") > reading.operators(plain).count("w") + 2


def test_a_photo_is_printed_with_its_text_and_without_its_metadata() -> None:
    pdf = build(["workplace"], sample.issued())
    assert reading.alternatives(pdf) == ["Billede 1: Dørtrinet til badeværelset"]
    (image,) = reading.images(pdf)
    assert b"HemmeligtKamera" in sample.photo()
    assert b"HemmeligtKamera" not in image
    assert b"HemmeligtKamera" not in pdf


def test_a_photo_that_cannot_be_read_is_told() -> None:
    content = sample.issued(blobs={sample.PHOTO_ID: sample.photo()[:300]})
    assert "Billedet kan ikke læses og er ikke med." in reading.text(build(["workplace"], content))


def test_a_home_that_was_not_gone_through_says_so() -> None:
    content = sample.without(WorkplaceCheck, WorkplaceItem)
    assert "Hjemmet er ikke gennemgået endnu." in reading.text(build(["workplace"], content))


def test_the_sheet_on_free_choice_lists_providers_and_todays_law() -> None:
    """KBH-092, KBH-120, KBH-123."""
    words = words_of("free_choice")
    assert "Handicapcenter Øst Øster Fælled Torv 13" in words
    assert "servicelovens § 91" in words
    assert "Handicapcenter Øst: Personlig pleje og rengøring." in words


def test_the_sheet_on_ones_own_helper_says_who_approves() -> None:
    """KBH-122."""
    words = words_of("self_chosen")
    assert "ansat af Socialforvaltningen" in words
    assert "servicelovens § 94" in words


def test_the_signature_of_a_consent_stays_on_the_page_of_its_question() -> None:
    names = ("obtain", "contact", "presence", "photo")
    before = [make.consent(n, noted_by="S. Test", how="oral") for n in names]
    pages = reading.pages(build(["consents"], sample.issued(*before)))
    page = next(p for p in pages if purpose("share").title["da"] in p)
    assert "Underskrevet af" in page
