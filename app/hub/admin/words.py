"""What the pages say of moments, fields, values and reasons, in the browser's language."""

import re
from datetime import date, datetime
from typing import Any

import msgspec

from app.clock import local
from app.domain.values import Address, Cpr, Extent, Level, Planned
from app.errors import BugError, KnownError
from app.texts import Texts
from app.wording import clock, enumeration, extent_words, short_date

TABLE = "hub_admin"
# A value of a list of choices, or of another record, as the record has it.
_CODE = re.compile(r"[a-z]+(_[a-z]+)*")
_ID = re.compile(r"[0-9a-f]{32}|[0-9a-f]{64}")


class Words:
    """Says things in one language."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def one_of(self, group: str, key: str) -> str:
        """Return the word for a key, or the key itself where a newer program wrote it."""
        return self._known(f"{group}.{key}") or key

    def reason(self, key: str) -> str:
        """Return why something was refused, also where its sentence asks for more than is kept."""
        try:
            return self._texts.error(KnownError(key))
        except (BugError, KeyError):
            return self._texts.lookup(TABLE, "quarantine.other", key=key)

    def moment(self, moment: datetime | None) -> str:
        """Say a moment in Danish time."""
        if moment is None:
            return self._texts.lookup(TABLE, "never")
        there = local(moment)
        return f"{short_date(there.date())} {clock(there)}"

    def number(self, value: float) -> str:
        """Say a number with at most two decimals."""
        text = f"{value:.2f}".rstrip("0").rstrip(".")
        return text.replace(".", ",") if self._texts.language == "da" else text

    def field(self, entity: str, field: str) -> str:
        """Name a field: what it is a part of, and its own name as far as there is one."""
        try:
            whole = self._texts.message(f"record_word.{entity}")
        except BugError:
            whole = entity
        own = self._known(f"field.{entity}_{field}") or self._known(f"field.{field}")
        return f"{whole}: {own}" if own else whole

    def value(self, value: Any) -> str:
        """Say a value as a person reads it."""
        match value:
            case None | "" | ():
                return self._texts.lookup(TABLE, "value_none")
            case bool():
                return self._texts.message("answer.yes" if value else "answer.no")
            case datetime():
                return self.moment(value)
            case date():
                return short_date(value)
            case Level():
                return self._texts.lookup(TABLE, "level", value=value.value)
            case Extent():
                return extent_words(value, self._texts)
            case Cpr():
                return f"{value.value[:6]}-{value.value[6:]}"
            case Address():
                town = f"{value.postcode} {value.city}".strip()
                return ", ".join(filter(None, (value.street, town)))
            case Planned():
                return f"{self.moment(value.start)} {value.place}".strip()
            case tuple():
                return enumeration([self.value(each) for each in value], self._texts.language)
            case msgspec.Struct():
                fields = (getattr(value, name) for name in value.__struct_fields__)
                return ", ".join(self.value(each) for each in fields if each not in (None, ""))
        return self._plain(str(value))

    def _plain(self, text: str) -> str:
        """Say a choice in its word, and of a reference only that there is one."""
        if _ID.fullmatch(text):
            return self._texts.lookup(TABLE, "value_reference")
        return self._known(f"choice.{text}") or text if _CODE.fullmatch(text) else text

    def _known(self, key: str) -> str:
        try:
            return self._texts.lookup(TABLE, key)
        except BugError:
            return ""


def first_of_year(day: date) -> date:
    """Return the day from which figures are shown unless another is chosen."""
    return day.replace(month=1, day=1)
