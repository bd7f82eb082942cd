"""Every way in which the store can fail has its sentence, in both languages."""

import tomllib

import pytest

from app.errors import KnownError
from app.texts import RESOURCES, Texts


def table(language: str) -> dict[str, object]:
    with (RESOURCES / "texts" / language / "errors.toml").open("rb") as file:
        return tomllib.load(file)


@pytest.mark.parametrize("name", ["journal", "unlock", "start", "store", "pin", "recovery"])
def test_both_languages_have_the_same_sentences(name: str) -> None:
    danish, english = table("da")[name], table("en")[name]
    assert isinstance(danish, dict)
    assert isinstance(english, dict)
    assert danish.keys() == english.keys()


def test_a_sentence_is_filled() -> None:
    error = KnownError("journal.replaced_since", who="Bo", when="23-11-2026 10.15")
    assert "Bo" in Texts("da").error(error)
    assert "23-11-2026 10.15" in Texts("en").error(error)
