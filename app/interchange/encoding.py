"""Finds out how a text file is written: UTF-8, or Windows-1252 as older programs save it."""

import codecs

from app.errors import KnownError

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
# Danish letters that were UTF-8 and have been read and saved as Windows-1252 since.
_TWICE = tuple(letter.encode().decode("latin-1").encode() for letter in "æøåéöü")
_LOST = "\N{REPLACEMENT CHARACTER}".encode()
_CHUNK = 1024 * 1024


def encoding_of(data: bytes) -> str:
    """Return the codec that reads the whole file; KnownError where none does it truly."""
    if data.startswith(_WIDE_MARKS) or b"\0" in data:
        raise KnownError("worklist.encoding", line=1)
    broken = _first_broken(data, "utf-8")
    if broken is None:
        _refuse_damaged(data, (*_TWICE, _LOST))
        return "utf-8-sig"
    wrong = _first_broken(data, "cp1252")
    if wrong is not None:
        raise KnownError("worklist.encoding", line=_line_of(data, wrong))
    _refuse_damaged(data, tuple(letter.encode() for letter in "æøåÆØÅ"))
    return "cp1252"


def _first_broken(data: bytes, codec: str) -> int | None:
    """Return where a codec fails, reading in pieces so that memory stays bounded."""
    decoder = codecs.getincrementaldecoder(codec)()
    start = carried = 0
    while start < len(data):
        piece = data[start : start + _CHUNK]
        try:
            decoder.decode(piece, final=start + _CHUNK >= len(data))
        except UnicodeDecodeError as error:
            return start - carried + error.start
        carried = len(decoder.getstate()[0])
        start += _CHUNK
    return None


def _refuse_damaged(data: bytes, marks: tuple[bytes, ...]) -> None:
    places = [place for place in map(data.find, marks) if place >= 0]
    if places:
        raise KnownError("worklist.encoding", line=_line_of(data, min(places)))


def _line_of(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1
