"""What a field, and a value out of a fixed list, is called where no form stands beside."""

import typing
from functools import cache
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.casefile import FieldKey
from app.domain.records import ENTITIES
from app.texts import Texts
from app.views.value_words import value_in_words
from app.wording import language_name

_LITERAL = typing.Literal
# Texts that name something else, and are chosen and never written.
_NAMES = frozenset(
    (
        *("anchor", "area", "blob", "case", "check", "citizen", "consent", "content_hash"),
        *(
            "decision",
            "finding",
            "from_service",
            "group",
            "help_language",
            "ink",
            "item",
            "language",
        ),
        *("media_type", "merged_into", "need", "package", "previous", "question", "request"),
        *("rule", "section", "service", "source", "source_key", "standard", "step_aimed_at"),
        *("subject", "target_group", "to_service", "unit", "version", "visit"),
    )
)


class RecordNames:
    """Knows what fields and values are called, wherever they are filled in."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def own_name(self, key: FieldKey) -> str:
        """Return what a field is a part of, and what it is called there."""
        part = self._texts.message(f"record_word.{key.entity}")
        word = field_word(self._texts, key)
        return f"{part} · {word}" if word else part

    def plain_value(self, key: FieldKey, value: Any) -> str:
        """Return a value in words; nothing if it is not recorded."""
        return value_word(self._texts, key, value)

    def life(self, removed: bool) -> str:
        """Say whether a record is to go or to stay."""
        if removed:
            return QCoreApplication.translate("FieldNames", "It is removed")
        return QCoreApplication.translate("FieldNames", "It is kept")

    def has_field(self, key: FieldKey) -> bool:
        """Tell whether the field itself can be written in on a form that is at hand."""
        return False


def field_word(texts: Texts, key: FieldKey) -> str:
    """Return what a field is called; nothing for the life of a record."""
    if key.field == "removed":
        return ""
    return texts.lookup("record_words", f"field.{key.field}")


def value_word(texts: Texts, key: FieldKey, value: Any) -> str:
    """Return a value in words, also one out of a fixed list; nothing if it is not recorded."""
    if isinstance(value, str) and value in _codes(key.entity, key.field):
        return texts.lookup("record_words", f"value.{value}")
    if key.field == "help_language" and value:
        return language_name(str(value), texts.language).capitalize()
    return value_in_words(value, texts)


def has_free_text(key: FieldKey) -> bool:
    """Tell whether a person writes the field in his or her own words."""
    kind, _ = ENTITIES[key.entity]
    if key.field in _NAMES or (key.entity, key.field) == ("consent", "purpose"):
        return False
    return typing.get_type_hints(kind).get(key.field) is str


@cache
def _codes(entity: str, field: str) -> frozenset[str]:
    """Return the values that a field may have, if they are few and fixed."""
    kind, _ = ENTITIES[entity]
    hint = typing.get_type_hints(kind).get(field)
    if typing.get_origin(hint) is not _LITERAL:
        return frozenset()
    return frozenset(filter(None, typing.get_args(hint)))
