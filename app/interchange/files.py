"""Reads files that somebody chose, never more of them than a limit."""

from pathlib import Path

from app.errors import KnownError


def read_at_most(path: Path, limit: int, *, too_big: str, unreadable: str) -> bytes:
    """Return a file's bytes; more than `limit` bytes is KnownError(too_big).

    A file that is not there, is no file or may not be read is KnownError(unreadable).
    """
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1) if path.stat().st_size <= limit else b""
            over = len(data) > limit or path.stat().st_size > limit
    except OSError:
        raise KnownError(unreadable) from None
    if over:
        raise KnownError(too_big, megabytes=limit // 1024**2)
    return data
