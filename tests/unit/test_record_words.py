"""Every field and every value out of a fixed list has a word, in each language."""

import typing

import pytest

from app.domain.casefile import FieldKey
from app.domain.records import ENTITIES
from app.texts import Texts
from app.views.record_words import RecordNames, field_word, has_free_text, value_word

FIELDS = [
    FieldKey(entity, "", field)
    for entity, (kind, _) in ENTITIES.items()
    for field in kind.__struct_fields__
    if field not in ("id", "removed")
]


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_field_has_a_word(language: str) -> None:
    texts = Texts(language)
    assert all(field_word(texts, key) for key in FIELDS)


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_value_of_a_fixed_list_has_a_word_of_its_own(language: str) -> None:
    texts = Texts(language)
    for key in FIELDS:
        hint = typing.get_type_hints(ENTITIES[key.entity][0])[key.field]
        if typing.get_origin(hint) is typing.Literal:
            codes = [code for code in typing.get_args(hint) if code]
            words = [value_word(texts, key, code) for code in codes]
            assert len(set(words)) == len(codes), key
            assert "_" not in "".join(words)


def test_what_somebody_wrote_is_never_taken_for_a_code() -> None:
    texts = Texts("da")
    assert value_word(texts, FieldKey("citizen", "", "name"), "stay") == "stay"
    assert value_word(texts, FieldKey("citizen", "", "turning_choice"), "stay") == "Bliver"


def test_a_field_is_named_with_what_it_is_a_part_of() -> None:
    names = RecordNames(Texts("da"))
    assert names.own_name(FieldKey("case", "", "legal_basis")) == "Sag · Lov"
    assert names.own_name(FieldKey("goal", "", "removed")) == "Mål"


def test_only_own_words_can_be_written_anew_where_no_form_stands() -> None:
    free = {(key.entity, key.field) for key in FIELDS if has_free_text(key)}
    assert ("citizen", "name") in free
    assert ("assessment", "own_words") in free
    assert not free & {("case", "citizen"), ("grant", "service"), ("consent", "purpose")}
