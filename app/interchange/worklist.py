"""Reads a work list, CSV or calendar, into visits to plan; nothing is written here."""

from app.errors import KnownError
from app.interchange.csv_list import read_csv
from app.interchange.entries import (
    MAX_FILE_BYTES,
    RefusedLine,
    WorkListEntry,
    WorkListResult,
)
from app.interchange.ics_list import read_calendar

__all__ = ["MAX_FILE_BYTES", "RefusedLine", "WorkListEntry", "WorkListResult", "read_work_list"]


def read_work_list(data: bytes) -> WorkListResult:
    """Read the bytes of a work list; a calendar is known by its first line.

    Raises:
        KnownError: nothing of the file can be read (worklist.too_big, .empty, .encoding,
            .missing_columns, .column_twice).
    """
    if len(data) > MAX_FILE_BYTES:
        raise KnownError("worklist.too_big", megabytes=MAX_FILE_BYTES // 1024**2)
    if not data.strip(b"\xef\xbb\xbf \r\n\t"):
        raise KnownError("worklist.empty")
    opening = data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").upper()
    return read_calendar(data) if opening.startswith(b"BEGIN:VCALENDAR") else read_csv(data)
