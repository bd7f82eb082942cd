"""Reads a work list from a calendar (.ics): one visit in each event.

The citizen's name is the title, the address the place, and the description holds lines
such as "CPR: …", "Telefon: …" and "Type: …"; its other lines are the note.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from app.domain.values import Address
from app.errors import KnownError
from app.interchange.encoding import encoding_of
from app.interchange.entries import (
    DEFAULT_MINUTES,
    DENMARK,
    MAX_LINE_BYTES,
    MAX_LINES,
    Collector,
    WorkListEntry,
    WorkListResult,
    bounded_lines,
    clean,
    clean_text,
    read_kind,
    read_person,
    source_key,
)

if TYPE_CHECKING:
    from icalendar import Event

_MAX_ZONES = 50
_LABELLED = re.compile(r"(cpr|telefon|tlf|type)[^:]{0,10}:(.*)", re.IGNORECASE)
_CPR = re.compile(r"(?<!\d)\d{6}\s?-?\s?\d{4}(?!\d)")
_PLACE = re.compile(r"(?P<street>.*?)[,\s]+(?P<postcode>\d{4})\s+(?P<city>\D+)", re.DOTALL)


class _Block(msgspec.Struct):
    """The raw lines of one component, and the line it begins at."""

    name: str
    line: int
    text: list[str] = []
    size: int = 0
    whole: bool = True
    ended: bool = True

    @property
    def zone(self) -> str:
        """How an event names this time zone."""
        ids = (line.partition(":")[2] for line in self.text if line.upper().startswith("TZID:"))
        return "TZID=" + next(ids, "")


def read_calendar(data: bytes) -> WorkListResult:
    """Read a calendar file; each event that is no visit is refused with its line.

    Raises:
        KnownError: the file's encoding cannot be told (worklist.encoding).
    """
    zones: list[_Block] = []
    found = Collector()
    for block in _blocks(data, encoding_of(data)):
        if found.stops_at(block.line):
            break
        if block.name == "VTIMEZONE":
            zones += [block] if len(zones) < _MAX_ZONES else []
        elif not block.whole:
            found.refuse(block.line, "worklist.line_too_long")
        elif not block.ended:
            found.refuse(block.line, "worklist.cut_off")
        else:
            _take(found, block, zones)
    return found.result()


def _take(found: Collector, block: _Block, zones: list[_Block]) -> None:
    found.take(block.line, lambda: _entry(block.line, _parsed(_zones_of(block, zones), block.text)))


def _zones_of(event: _Block, zones: list[_Block]) -> list[str]:
    """Return the lines of the calendar's own time zones that an event names."""
    text = "\n".join(event.text).replace('"', "")
    named = [z for z in zones if z.whole and z.zone in text]
    return [line for zone in named for line in zone.text]


def _blocks(data: bytes, codec: str) -> Iterator[_Block]:
    """Yield each event and time zone with its lines; one over 64 KB is not whole,
    and one that the file ends in has not ended."""
    block: _Block | None = None
    for number, raw in bounded_lines(data):
        text = None if raw is None else raw.decode(codec).lstrip("\ufeff")
        if number > MAX_LINES:
            yield _Block("", number)
            return
        mark = (text or "").strip().upper()
        if block is None:
            name = mark.removeprefix("BEGIN:")
            if mark != name and name in ("VEVENT", "VTIMEZONE"):
                block = _Block(name, number, [mark])
            continue
        _add(block, text)
        if mark == f"END:{block.name}":
            yield block
            block = None
    if block is not None:
        yield msgspec.structs.replace(block, ended=False)


def _add(block: _Block, text: str | None) -> None:
    block.size += MAX_LINE_BYTES + 1 if text is None else len(text)
    block.whole = block.whole and block.size <= MAX_LINE_BYTES
    if block.whole and text is not None:
        block.text.append(text)


def _parsed(zones: list[str], lines: list[str]) -> "Event":
    from icalendar import Calendar

    text = "\r\n".join(["BEGIN:VCALENDAR", *zones, *lines, "END:VCALENDAR", ""])
    try:
        events = Calendar.from_ical(text).events
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError):
        # What the library answers differs with how the event is damaged.
        raise KnownError("worklist.bad_event") from None
    if len(events) != 1:
        raise KnownError("worklist.bad_event")
    return events[0]


def _entry(line: int, event: "Event") -> WorkListEntry | None:
    if _text(event, "STATUS").upper() == "CANCELLED":
        raise KnownError("worklist.cancelled")
    if "RRULE" in event:
        raise KnownError("worklist.recurring")
    start = _start(event)
    labelled, note = _description(clean_text(_text(event, "DESCRIPTION")))
    title = clean(_text(event, "SUMMARY"))
    cpr, born, remarks = read_person(labelled.get("cpr", "") or _cpr_in(title))
    name = clean(_CPR.sub("", title)).strip(" ,;-–()")
    if not name:
        raise KnownError("worklist.no_name")
    return WorkListEntry(
        line=line,
        start=start,
        minutes=_minutes(event),
        cpr=cpr,
        birth_date=born,
        name=name,
        address=_address(clean(_text(event, "LOCATION"))),
        phone=clean(labelled.get("telefon", "") or labelled.get("tlf", "")),
        kind=read_kind(clean(labelled.get("type", ""))),
        note=note,
        source="calendar",
        source_key=_key(event, cpr.value, start),
        remarks=remarks,
    )


def _text(event: "Event", name: str) -> str:
    """Return a property as text, the first where it stands several times."""
    value: Any = event.get(name, "")
    return str(value[0] if isinstance(value, list) and value else value)


def _start(event: "Event") -> datetime:
    start = _moment(event, "DTSTART")
    if start is None:
        raise KnownError("worklist.bad_date")
    if not isinstance(start, datetime):
        raise KnownError("worklist.no_time")
    try:
        local = start.astimezone(DENMARK) if start.tzinfo else start.replace(tzinfo=DENMARK)
    except OverflowError:
        raise KnownError("worklist.bad_date") from None
    if not 2000 <= local.year <= 2100:
        raise KnownError("worklist.bad_date")
    return local


def _moment(event: "Event", name: str) -> date | datetime | None:
    value = _value(event, name)
    return value if isinstance(value, date) else None


def _value(event: "Event", name: str) -> Any:
    """Return what a property holds; None where it is missing or cannot be read."""
    try:
        return getattr(event.get(name), "dt", None)
    except ValueError:
        return None


def _minutes(event: "Event") -> int:
    start, end = _moment(event, "DTSTART"), _moment(event, "DTEND")
    length = _value(event, "DURATION")
    if isinstance(start, datetime) and isinstance(end, datetime):
        if (start.tzinfo is None) != (end.tzinfo is None):
            raise KnownError("worklist.bad_minutes")
        length = end - start
    if not isinstance(length, timedelta):
        return DEFAULT_MINUTES
    minutes = int(length.total_seconds() // 60)
    if not 5 <= minutes <= 600:
        raise KnownError("worklist.bad_minutes")
    return minutes


def _description(text: str) -> tuple[dict[str, str], str]:
    """Part the description into what is labelled and the note."""
    labelled: dict[str, str] = {}
    note: list[str] = []
    for line in text.splitlines():
        found = _LABELLED.fullmatch(line.strip())
        if found and found[1].casefold() not in labelled:
            labelled[found[1].casefold()] = found[2].strip()
        else:
            note.append(line)
    return labelled, "\n".join(note).strip()


def _cpr_in(title: str) -> str:
    found = _CPR.search(title)
    return found[0] if found else ""


def _address(place: str) -> Address:
    found = _PLACE.fullmatch(place)
    if found is None:
        return Address(street=place)
    return Address(
        street=found["street"].strip(" ,"), postcode=found["postcode"], city=found["city"].strip()
    )


def _key(event: "Event", cpr: str, start: datetime) -> str:
    """Return the event's own identity, so that a moved visit is still the same one."""
    uid = _text(event, "UID").strip()
    if not uid:
        return source_key("calendar", cpr, start.isoformat())
    instance = _moment(event, "RECURRENCE-ID")
    return source_key("calendar", uid, instance.isoformat() if instance else "")
