"""A recorded value as a person reads it in a history."""

from datetime import date, datetime
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication

from app.clock import local
from app.domain.values import Address, Capacity, Cpr, Extent, Level, Planned
from app.texts import Texts
from app.wording import clock, enumeration, extent_words, short_date


def value_in_words(value: Any, texts: Texts) -> str:
    """Return a value in words; nothing when it is not recorded."""
    match value:
        case None | "" | ():
            return ""
        case bool():
            yes = QCoreApplication.translate("Values", "Yes")
            return yes if value else QCoreApplication.translate("Values", "No")
        case datetime():
            at = local(value) if value.tzinfo else value
            return f"{short_date(at.date())} {clock(at)}"
        case date():
            return short_date(value)
        case Level():
            return QCoreApplication.translate("Values", "Level {value}").format(value=value.value)
        case Extent():
            return extent_words(value, texts)
        case Cpr():
            return f"{value.value[:6]}-{value.value[6:]}"
        case Address():
            return ", ".join(filter(None, (value.street, f"{value.postcode} {value.city}".strip())))
        case Planned():
            return f"{value_in_words(value.start, texts)} {value.place}".strip()
        case Capacity():
            return f"{value.service}: {value.share}"
        case tuple():
            return enumeration([value_in_words(v, texts) for v in value], texts.language)
        case msgspec.Struct():
            fields = (getattr(value, name) for name in value.__struct_fields__)
            return ", ".join(filter(None, (value_in_words(f, texts) for f in fields)))
    return str(value)
