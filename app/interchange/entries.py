"""One line of a work list, and how its cells are read: dates, times, kinds, plain text."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from app.domain.cpr import read_cpr
from app.domain.values import Address, Cpr
from app.errors import KnownError

VisitKind = Literal["", "first", "reassessment", "follow_up"]

DENMARK = ZoneInfo("Europe/Copenhagen")
MAX_FILE_BYTES = 50 * 1024 * 1024
MAX_LINE_BYTES = 64 * 1024
MAX_LINES = 1_000_000
MAX_ENTRIES = 20_000
MAX_REFUSED = 1_000
DEFAULT_MINUTES = 60

_KINDS: dict[str, VisitKind] = {
    "": "",
    "første": "first",
    "første besøg": "first",
    "første visitation": "first",
    "førstegangsbesøg": "first",
    "revisitation": "reassessment",
    "revurdering": "reassessment",
    "opfølgning": "follow_up",
}
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DANISH_DAY = re.compile(r"(\d{1,2})\s?[-/.]\s?(\d{1,2})\.?\s?[-/.\s]\s?(\d{4}|\d{2})")
_CLOCK = re.compile(r"(?:kl\.?\s*)?(\d{1,2})[.:]?(\d{2})(?:[.:]00)?", re.IGNORECASE)


class WorkListEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A visit that somebody else has planned; `start` is Danish time, with its zone.

    `source_key` is the same each time the same visit is read, so that it is imported once.
    `remarks` are keys of what is unusual about the CPR number, though allowed. `visitator` is
    who is to visit, as the list names them, if it does.
    """

    line: int
    start: datetime
    minutes: int
    cpr: Cpr
    birth_date: date | None
    name: str
    address: Address
    phone: str
    kind: VisitKind
    note: str
    source: Literal["csv", "calendar"]
    source_key: str
    remarks: tuple[str, ...] = ()
    visitator: str = ""


class RefusedLine(msgspec.Struct, frozen=True):
    """A line that is left out: its number in the file and the sentence that says why."""

    line: int
    key: str
    params: dict[str, object] = {}

    @property
    def error(self) -> KnownError:
        """The reason as an error, whose sentence names the line."""
        return KnownError(self.key, line=self.line, **self.params)


class WorkListResult(msgspec.Struct, frozen=True):
    """What a work list holds: the visits, and each line that was left out."""

    entries: tuple[WorkListEntry, ...] = ()
    refused: tuple[RefusedLine, ...] = ()


class Collector:
    """Gathers entries and refusals within bounds, and finds the same visit twice."""

    def __init__(self) -> None:
        self.entries: list[WorkListEntry] = []
        self.refused: list[RefusedLine] = []
        self._lines: dict[str, int] = {}

    def stops_at(self, line: int) -> bool:
        """Tell whether reading ends here, and say so once: the rest was not read."""
        full = len(self.entries) >= MAX_ENTRIES or len(self.refused) >= MAX_REFUSED
        if full or line > MAX_LINES:
            self.refuse(line, "worklist.too_many")
            return True
        return False

    def take(self, line: int, read: Callable[[], WorkListEntry | None]) -> None:
        """Read one line; what is wrong with it refuses this line alone."""
        try:
            entry = read()
        except KnownError as error:
            self.refuse(line, error.key, **error.params)
            return
        if entry is not None:
            self._keep(entry)

    def refuse(self, line: int, key: str, **params: object) -> None:
        """Leave a line out."""
        self.refused.append(RefusedLine(line, key, params))

    def result(self) -> WorkListResult:
        """Return what was gathered, refusals in the order of the file."""
        refused = sorted(self.refused, key=lambda r: r.line)
        return WorkListResult(tuple(self.entries), tuple(refused))

    def _keep(self, entry: WorkListEntry) -> None:
        first = self._lines.setdefault(entry.source_key, entry.line)
        if first != entry.line:
            self.refuse(entry.line, "worklist.twice", first=first)
        else:
            self.entries.append(entry)


def bounded_lines(data: bytes) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line with its number, counted from 1; None where it is over 64 KB."""
    ending = b"\n" if b"\n" in data else b"\r"
    start, number = 0, 1
    while start < len(data):
        end = data.find(ending, start)
        end = len(data) if end < 0 else end
        yield number, data[start:end].rstrip(b"\r") if end - start <= MAX_LINE_BYTES else None
        start, number = end + 1, number + 1


def clean(text: str, limit: int = 200) -> str:
    """Return a line of text without control characters; KnownError if it is too long."""
    return " ".join(clean_text(text, limit).split())


def clean_text(text: str, limit: int = 20_000) -> str:
    """Return text of several lines without other control characters."""
    composed = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in composed if c in "\n\t" or unicodedata.category(c) != "Cc").strip()
    if len(kept) > limit:
        raise KnownError("worklist.text_too_long", limit=limit)
    return kept


def read_day(text: str) -> date:
    """Read 23-11-2026, 23/11 2026 or 2026-11-23; KnownError where there is no such day."""
    if iso := _ISO_DAY.fullmatch(text):
        year, month, day = (int(part) for part in iso.groups())
    elif danish := _DANISH_DAY.fullmatch(text):
        day, month, year = (int(part) for part in danish.groups())
        year += 2000 if len(danish[3]) == 2 else 0
    else:
        raise KnownError("worklist.bad_date")
    if not 2000 <= year <= 2100:
        raise KnownError("worklist.bad_date")
    try:
        return date(year, month, day)
    except ValueError:
        raise KnownError("worklist.bad_date") from None


def read_clock(text: str) -> time:
    """Read 10:15, 10.15, 1015 or "kl. 10.15"; KnownError where there is no such time."""
    found = _CLOCK.fullmatch(text)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise KnownError("worklist.bad_time")
    return time(int(found[1]), int(found[2]))


def read_minutes(text: str) -> int:
    """Read how long a visit takes, in minutes or as 1:30; an empty cell is an hour."""
    if not text:
        return DEFAULT_MINUTES
    digits = re.fullmatch(r"(\d{1,3})\s*(?:min\.?|minutter)?", text, re.IGNORECASE)
    hours = re.fullmatch(r"(\d{1,2}):(\d{2})(?::00)?", text)
    minutes = int(digits[1]) if digits else int(hours[1]) * 60 + int(hours[2]) if hours else 0
    if not 5 <= minutes <= 600:
        raise KnownError("worklist.bad_minutes")
    return minutes


def read_kind(text: str) -> VisitKind:
    """Read the kind of visit; KnownError where the word is not known."""
    kind = _KINDS.get(text.casefold())
    if kind is None:
        raise KnownError("worklist.bad_kind")
    return kind


def read_person(text: str) -> tuple[Cpr, date | None, tuple[str, ...]]:
    """Read a CPR number: the number, the birth date, and remarks about it."""
    if not text:
        raise KnownError("worklist.no_cpr")
    reading = read_cpr(text)
    if reading.problem or reading.cpr is None:
        raise KnownError("worklist.bad_cpr")
    return reading.cpr, reading.birth_date, tuple(reading.remarks)


def source_key(*parts: str) -> str:
    """Return a key that is the same for the same visit and shows nothing of the citizen."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
