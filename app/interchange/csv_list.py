"""Reads a work list from CSV: semicolon, comma or tab, as spreadsheets save it."""

import csv
import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime

from app.domain.values import Address
from app.errors import KnownError
from app.interchange.encoding import encoding_of
from app.interchange.entries import (
    DENMARK,
    MAX_LINE_BYTES,
    Collector,
    WorkListEntry,
    WorkListResult,
    bounded_lines,
    clean,
    clean_text,
    read_clock,
    read_day,
    read_kind,
    read_minutes,
    read_person,
    source_key,
)

# Each column by its documented Danish header, then other headers that mean the same.
COLUMNS: dict[str, tuple[str, ...]] = {
    "dato": ("besøgsdato", "dag"),
    "klokkeslæt": ("kl", "tid", "tidspunkt", "starttid", "klokken"),
    "varighed": ("minutter", "varighed (min)", "varighed i minutter"),
    "cpr": ("cpr-nr", "cprnr", "cpr-nummer", "cprnummer", "cpr nr", "personnummer"),
    "navn": ("borger", "borgerens navn"),
    "adresse": ("vej", "gade", "vejnavn"),
    "postnr": ("postnummer", "post nr"),
    "by": ("postdistrikt",),
    "telefon": ("tlf", "telefonnummer", "mobil"),
    "type": ("besøgstype", "besøg"),
    "visitator": ("medarbejder", "besøges af", "ansvarlig"),
    "bemærkning": ("bemærkninger", "note", "noter"),
}
REQUIRED = ("dato", "klokkeslæt", "cpr", "navn")
DELIMITERS = ";,\t"

_NAMES = {other: name for name, others in COLUMNS.items() for other in (name, *others)}
_MAX_LINES_IN_RECORD = 200
_MAX_LINES_BEFORE_HEADER = 100

Line = tuple[int, str | None]
Row = dict[str, str]


def read_csv(data: bytes) -> WorkListResult:
    """Read a CSV work list; each line that cannot be read is refused alone.

    Raises:
        KnownError: the file as a whole cannot be read: encoding, no lines, columns missing.
    """
    codec = encoding_of(data)
    lines = _Lines((n, _decoded(raw, codec)) for n, raw in bounded_lines(data))
    delimiter, columns = _header(lines)
    found = Collector()
    for number, record in _records(lines, delimiter):
        if found.stops_at(number):
            break
        if record is None:
            found.refuse(number, "worklist.line_too_long")
        else:
            _take(found, number, record, delimiter, columns)
    return found.result()


class _Lines:
    """Lines that can be given back when a quoted field turns out not to end."""

    def __init__(self, source: Iterator[Line]) -> None:
        self._source = source
        self._back: list[Line] = []

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> Line:
        return self._back.pop() if self._back else next(self._source)

    def give_back(self, lines: list[Line]) -> None:
        """Let these lines come again, in the same order."""
        self._back.extend(reversed(lines))


def _decoded(raw: bytes | None, codec: str) -> str | None:
    return None if raw is None else raw.decode(codec).lstrip("\ufeff").replace("\r", " ")


def _header(lines: _Lines) -> tuple[str, list[str]]:
    """Find the delimiter and the columns in the first line that is not empty."""
    for number, text in lines:
        if text is None or number > _MAX_LINES_BEFORE_HEADER:
            raise KnownError("worklist.missing_columns", columns=", ".join(REQUIRED))
        if text.strip() and not text.casefold().startswith("sep="):
            return _columns(text)
    raise KnownError("worklist.empty")


def _columns(text: str) -> tuple[str, list[str]]:
    read = {d: _column_names(text, d) for d in DELIMITERS}
    delimiter = max(read, key=lambda d: len(set(read[d]) - {""}))
    missing = [name for name in REQUIRED if name not in read[delimiter]]
    if missing:
        raise KnownError("worklist.missing_columns", columns=", ".join(missing))
    twice = {name for name in read[delimiter] if name and read[delimiter].count(name) > 1}
    if twice:
        raise KnownError("worklist.column_twice", columns=", ".join(sorted(twice)))
    return delimiter, read[delimiter]


def _column_names(text: str, delimiter: str) -> list[str]:
    try:
        return [_column(cell) for cell in _cells(text, delimiter)]
    except KnownError:
        return []


def _column(cell: str) -> str:
    name = unicodedata.normalize("NFC", cell).casefold().strip(" .:\"'\u00a0")
    return _NAMES.get(name, "")


def _records(lines: _Lines, delimiter: str) -> Iterator[Line]:
    """Yield whole records: a quoted note may hold line breaks; None is over 64 KB."""
    for number, text in lines:
        if text is None:
            yield number, None
        elif not _quote_open(text, delimiter, False):
            yield number, text
        else:
            yield number, _rest_of_record(lines, text, delimiter)


def _rest_of_record(lines: _Lines, text: str, delimiter: str) -> str:
    """Join the lines of a quoted field; where its end is missing, the line stands alone."""
    taken: list[Line] = []
    size = len(text)
    for line in lines:
        taken.append(line)
        size += len(line[1] or "")
        if line[1] is None or size > MAX_LINE_BYTES or len(taken) > _MAX_LINES_IN_RECORD:
            break
        if not _quote_open(line[1], delimiter, True):
            return "\n".join([text, *(part or "" for _, part in taken)])
    lines.give_back(taken)
    return text


def _quote_open(text: str, delimiter: str, is_open: bool) -> bool:
    """Tell whether a quoted field is still open at the end of a line."""
    opening = re.compile(rf'(?:^|{delimiter})[ ]*"')
    place = 0
    while True:
        if not is_open:
            found = opening.search(text, place)
            if found is None:
                return False
            place, is_open = found.end(), True
        end = text.find('"', place)
        if end < 0:
            return True
        doubled = text[end + 1 : end + 2] == '"'
        place, is_open = end + 1 + doubled, doubled


def _cells(record: str, delimiter: str) -> list[str]:
    lines = [line + "\n" for line in record.split("\n")]
    try:
        rows = list(csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True))
    except csv.Error:
        raise KnownError("worklist.open_quote") from None
    return rows[0] if rows else []


def _take(found: Collector, number: int, record: str, delimiter: str, columns: list[str]) -> None:
    if record.strip(delimiter + " \t\"'"):
        found.take(number, lambda: _entry(number, _row(record, delimiter, columns)))


def _row(record: str, delimiter: str, columns: list[str]) -> Row:
    cells = _cells(record, delimiter)
    if len(cells) < len(columns):
        cells += [""] * (len(columns) - len(cells))
    if any(cell.strip() for cell in cells[len(columns) :]):
        raise KnownError("worklist.too_many_cells")
    named = {name: cell for name, cell in zip(columns, cells, strict=False) if name}
    note = clean_text(named.pop("bemærkning", ""))
    return {**{name: clean(cell) for name, cell in named.items()}, "bemærkning": note}


def _entry(number: int, row: Row) -> WorkListEntry:
    start = datetime.combine(read_day(row["dato"]), read_clock(row["klokkeslæt"]), DENMARK)
    cpr, born, remarks = read_person(row["cpr"])
    if not row["navn"]:
        raise KnownError("worklist.no_name")
    return WorkListEntry(
        line=number,
        start=start,
        minutes=read_minutes(row.get("varighed", "")),
        cpr=cpr,
        birth_date=born,
        name=row["navn"],
        address=_address(row),
        phone=row.get("telefon", ""),
        kind=read_kind(row.get("type", "")),
        note=row["bemærkning"],
        source="csv",
        source_key=source_key("csv", cpr.value, start.isoformat()),
        remarks=remarks,
        visitator=row.get("visitator", ""),
    )


def _address(row: Row) -> Address:
    return Address(
        street=row.get("adresse", ""), postcode=row.get("postnr", ""), city=row.get("by", "")
    )
