"""A character that no letter can show is found before the letter is made, with its place."""

import pytest

from app.documents.tagging.fonts import unprintable as by_the_fonts
from app.domain.findings import Missing
from app.domain.judgement import judge
from app.domain.printable import clean, spelled, unprintable
from app.domain.records import Record
from tests.factories import TODAY, assessment, casefile, denmark, koebenhavn, need


def test_the_file_of_characters_says_what_the_fonts_have() -> None:
    every = "".join(chr(c) for c in range(0x20, 0x30000) if not 0xD800 <= c < 0xE000)
    for start in range(0, len(every), 4096):
        piece = every[start : start + 4096]
        assert set(unprintable(piece)) == set(by_the_fonts(piece)), hex(start)


@pytest.mark.parametrize("text", ["Blåbærgrød", "e\u0301", "Łódź", "½ – “”", "a\u200db", "a\nb"])
def test_what_people_in_denmark_write_can_be_printed(text: str) -> None:
    assert unprintable(text) == ()


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Trappe\x0bBad", "Trappe\nBad"),  # a line break within a paragraph, as Word has it
        ("a\u2028b\u2029c\x85d\x0ce\r\nf\rg", "a\nb\nc\nd\ne\nf\ng"),
        ("a\tb\u2009c\u3000d", "a b c d"),
        ("kl.\u00a09", "kl.\u00a09"),
        ("a\u200bb\u200dc\ufeffd\u00ade\u202ef", "abcdef"),
        ("\u2611\ufe0f Ja", "\u2611 Ja"),
        ("e\u0301 a\u030a", "é å"),
        ("Łucja ﬁ", "Łucja ﬁ"),
    ],
)
def test_what_is_pasted_is_printed_without_its_invisible_marks_and_no_words_run_together(
    typed: str, printed: str
) -> None:
    assert clean(typed) == printed
    assert unprintable(typed) == by_the_fonts(typed) == ()


def test_a_character_that_nobody_sees_is_named_by_its_code() -> None:
    assert spelled(("😀", "\ue000", "\u0bcd")) == "😀 U+E000 U+0BCD"


def lacking(*records: Record) -> list[Missing]:
    judged = judge(casefile(*records), koebenhavn(), denmark(), TODAY)
    return [m for m in judged.missing if m.key == "missing.unprintable"]


def test_an_unprintable_character_stops_the_locking_and_leads_to_its_field() -> None:
    record = assessment("bad", "3", own_words="Tak 😀 og שלום")
    (found,) = lacking(need(), record)
    assert found.blocks
    assert found.params["characters"] == "😀 ש ל ו ם"
    assert found.anchor.section == "assessment"
    assert found.anchor.key is not None
    assert (found.anchor.key.id, found.anchor.key.field) == (record.id, "own_words")


def test_a_text_with_danish_letters_stops_nothing() -> None:
    assert lacking(need(), assessment("bad", "3", own_words="Ærø å")) == []
