"""Dates, extents and lists in words, as a letter and a screen say them."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from app.domain.extents import extent_words as extent_words

# A letter says the same few days again and again.
_DAYS = 1000


@lru_cache(_DAYS)
def long_date(day: date, language: str = "da") -> str:
    """Say a day with month: 23. november 2026."""
    from babel.dates import format_date

    return format_date(day, "d. MMMM y" if language == "da" else "d MMMM y", locale=language)


def weekday_date(day: date, language: str = "da") -> str:
    """Say a day with weekday: mandag den 23. november 2026."""
    from babel.dates import format_date

    pattern = "EEEE 'den' d. MMMM y" if language == "da" else "EEEE d MMMM y"
    return format_date(day, pattern, locale=language)


def short_date(day: date) -> str:
    """Say a day in figures: 23/11 2026."""
    return f"{day.day}/{day.month} {day.year}"


def clock(moment: datetime) -> str:
    """Say a time of day: 10.15."""
    return f"{moment.hour:02}.{moment.minute:02}"


def enumeration(parts: Sequence[str], language: str = "da") -> str:
    """Join words as a sentence does: a, b og c."""
    from babel.lists import format_list

    return format_list(list(parts), locale=language) if parts else ""


def language_name(code: str, language: str = "da") -> str:
    """Name a language by its code, or say what was written if it is no code."""
    from babel import Locale

    return str(Locale.parse(language).languages.get(code.lower(), code))
