"""Makes the part of a TrueType font that a PDF needs: the outlines of the characters it prints.

Hinting, names and what only a screen uses are left out: a third of a letter's size.
"""

import struct
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

_MAGIC = 0xB1B0AFBA
# Flags of a component of a composite glyph (OpenType, table glyf).
_WORDS, _SCALE, _MORE, _XY_SCALE, _TWO_BY_TWO, _INSTRUCTIONS = 1, 8, 0x20, 0x40, 0x80, 0x100
# Its outline, and where in that other glyphs are named, each with its number in the font.
_Glyph = tuple[bytes, Sequence[tuple[int, int]]]


class Outlines:
    """The glyphs of a font without hinting, each read once."""

    def __init__(self, face: Any) -> None:
        self._face = face
        self._data: bytes = face.get_table("glyf")
        self._read: dict[int, _Glyph] = {}

    def part(self, characters: Sequence[int]) -> bytes:
        """Return the font program of these characters, by the order of which they are coded."""
        face = self._face
        wanted = [face.charToGlyph.get(character, 0) for character in characters]
        order = self._with_components(dict.fromkeys([0, *wanted]))
        place = {glyph: number for number, glyph in enumerate(order)}
        glyphs = [self._placed(glyph, place) for glyph in order]
        offsets = list(accumulate(map(len, glyphs), initial=0))
        metrics, count = _metrics([face.hmetrics[glyph] for glyph in order])
        is_long = offsets[-1] >= 0x20000
        index = offsets if is_long else [offset // 2 for offset in offsets]
        tables = {
            b"cmap": _cmap([place[glyph] for glyph in wanted]),
            b"glyf": b"".join(glyphs),
            b"head": _head(face.get_table("head"), is_long=is_long),
            b"hhea": _replaced(face.get_table("hhea"), 34, count),
            b"hmtx": metrics,
            b"loca": struct.pack(f">{len(index)}{'I' if is_long else 'H'}", *index),
            b"maxp": _without_program_limits(_replaced(face.get_table("maxp"), 4, len(order))),
        }
        return _assemble(tables)

    def _with_components(self, wanted: dict[int, None]) -> list[int]:
        """Return glyphs in their order, and after them those that they are made of."""
        order = list(wanted)
        for glyph in order:
            for _, component in self._glyph(glyph)[1]:
                if component not in wanted:
                    wanted[component] = None
                    order.append(component)
        return order

    def _placed(self, glyph: int, place: dict[int, int]) -> bytes:
        outline, components = self._glyph(glyph)
        for at, component in components:
            outline = _replaced(outline, at, place[component])
        return outline

    def _glyph(self, number: int) -> _Glyph:
        if number not in self._read:
            start, end = self._face.glyphPos[number : number + 2]
            glyph = self._data[start:end]
            bare = _without_hints(glyph + b"\0" * (-len(glyph) % 4))
            self._read[number] = bare, _components(bare)
        return self._read[number]


def _metrics(pairs: Sequence[tuple[float, float]]) -> tuple[bytes, int]:
    """Return the widths of glyphs, and how many there are: the last holds for all after it."""
    count = len(pairs)
    while count > 1 and pairs[count - 1][0] == pairs[count - 2][0]:
        count -= 1
    values = [int(v) for pair in pairs[:count] for v in pair]
    values += [int(left) for _, left in pairs[count:]]
    return struct.pack(f">{len(values)}H", *values), count


def _cmap(glyphs: Sequence[int]) -> bytes:
    """Return the table from codes to glyphs (format 6, platform 1)."""
    length = 10 + 2 * len(glyphs)
    words = [0, 1, 1, 0, 0, 12, 6, length, 0, 0, len(glyphs), *glyphs]
    return struct.pack(f">{len(words)}H", *words)


def _head(table: bytes, *, is_long: bool) -> bytes:
    head = bytearray(table)
    struct.pack_into(">h", head, 50, int(is_long))
    struct.pack_into(">I", head, 8, 0)
    return bytes(head)


def _replaced(table: bytes, at: int, value: int) -> bytes:
    return table[:at] + struct.pack(">H", value) + table[at + 2 :]


def _without_hints(glyph: bytes) -> bytes:
    if len(glyph) <= 10:
        return glyph
    (contours,) = struct.unpack_from(">h", glyph)
    bare = _bare_simple(glyph, contours) if contours >= 0 else _bare_composite(glyph)
    return bare + b"\0" * (-len(bare) % 4)


def _bare_simple(glyph: bytes, contours: int) -> bytes:
    at = 10 + 2 * contours
    (length,) = struct.unpack_from(">H", glyph, at)
    return glyph[:at] + b"\0\0" + glyph[at + 2 + length :]


def _bare_composite(glyph: bytes) -> bytes:
    out, end = bytearray(glyph), 10
    for at, flags, end in _parts(glyph):  # noqa: B007 - where the last one ends
        struct.pack_into(">H", out, at, flags & ~_INSTRUCTIONS)
    return bytes(out[:end])


def _components(glyph: bytes) -> list[tuple[int, int]]:
    """Return where a composite glyph names others, and their numbers."""
    if len(glyph) <= 10 or struct.unpack_from(">h", glyph)[0] >= 0:
        return []
    return [(at + 2, *struct.unpack_from(">H", glyph, at + 2)) for at, _, _ in _parts(glyph)]


def _parts(glyph: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield where each component of a composite glyph begins, its flags, and where it ends."""
    at, flags = 10, _MORE
    while flags & _MORE:
        (flags,) = struct.unpack_from(">H", glyph, at)
        scale = 2 if flags & _SCALE else 4 if flags & _XY_SCALE else 8 if flags & _TWO_BY_TWO else 0
        end = at + 4 + (4 if flags & _WORDS else 2) + scale
        yield at, flags, end
        at = end


def _without_program_limits(maxp: bytes) -> bytes:
    out = bytearray(maxp)
    if len(out) >= 32:
        struct.pack_into(">7H", out, 14, 1, 0, 0, 0, 0, 0, 0)
    return bytes(out)


def _checksum(data: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}I", data)
    return sum(words) & 0xFFFFFFFF


def _assemble(tables: dict[bytes, bytes]) -> bytes:
    offset = 12 + 16 * len(tables)
    records, bodies, head_at = [], [], 0
    for tag, table in sorted(tables.items()):
        body = table + b"\0" * (-len(table) % 4)
        head_at = offset if tag == b"head" else head_at
        records.append(struct.pack(">4sIII", tag, _checksum(body), offset, len(table)))
        bodies.append(body)
        offset += len(body)
    power = len(tables).bit_length() - 1
    search = 16 << power
    start = struct.pack(">IHHHH", 0x10000, len(tables), search, power, 16 * len(tables) - search)
    font = bytearray(start + b"".join(records) + b"".join(bodies))
    struct.pack_into(">I", font, head_at + 8, (_MAGIC - _checksum(bytes(font))) & 0xFFFFFFFF)
    return bytes(font)
