"""Two texts are compared word by word, and nothing of either is lost in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.word_diff import Piece, word_diff

TEXT = st.text(alphabet="ab æ\n.,", max_size=60)


@given(TEXT, TEXT)
def test_the_pieces_hold_the_whole_of_both_texts(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert "".join(p.text for p in pieces if p.kind != "added") == before
    assert "".join(p.text for p in pieces if p.kind != "removed") == after
    assert all(piece.text for piece in pieces)


def test_a_changed_word_is_one_that_goes_and_one_that_comes() -> None:
    assert word_diff("Går selv til bad.", "Går støttet til bad.") == (
        Piece("same", "Går "),
        Piece("removed", "selv"),
        Piece("added", "støttet"),
        Piece("same", " til bad."),
    )


def test_words_changed_in_a_row_are_read_as_a_phrase() -> None:
    found = word_diff("Han går alene ud.", "Han følges altid ud.")
    assert Piece("removed", "går alene") in found
    assert Piece("added", "følges altid") in found


def test_equal_texts_differ_in_nothing() -> None:
    assert word_diff("ens", "ens") == (Piece("same", "ens"),)
    assert word_diff("", "") == ()


@pytest.mark.parametrize("words", [4_000])
def test_a_very_long_text_is_compared_by_its_lines(words: int) -> None:
    before = "\n".join(f"linje {n}" for n in range(words))
    found = word_diff(before, before.replace("linje 7\n", "linje syv\n"))
    assert Piece("removed", "linje 7\n") in found
    assert Piece("added", "linje syv\n") in found
