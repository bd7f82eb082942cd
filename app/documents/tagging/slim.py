"""Drops from a subset TrueType font what a PDF does not need: hinting, names, metrics for print.

A third of a letter's size; the outlines stay as they are.
"""

import struct
from itertools import pairwise

_KEPT = (b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp")
_MAGIC = 0xB1B0AFBA
# Flags of a component of a composite glyph (OpenType, table glyf).
_WORDS, _SCALE, _MORE, _XY_SCALE, _TWO_BY_TWO, _INSTRUCTIONS = 1, 8, 0x20, 0x40, 0x80, 0x100


def slim(font: bytes) -> bytes:
    """Return the font program without hinting and without tables that only a screen uses."""
    tables = _tables(font)
    head = bytearray(tables[b"head"])
    glyphs = [_without_hints(g) for g in _glyphs(tables, long_index=bool(head[51]))]
    offsets = [0]
    for glyph in glyphs:
        offsets.append(offsets[-1] + len(glyph))
    is_long = offsets[-1] >= 0x20000
    struct.pack_into(">h", head, 50, int(is_long))
    struct.pack_into(">I", head, 8, 0)
    index = offsets if is_long else [o // 2 for o in offsets]
    tables[b"loca"] = struct.pack(f">{len(index)}{'I' if is_long else 'H'}", *index)
    tables[b"glyf"], tables[b"head"] = b"".join(glyphs), bytes(head)
    tables[b"maxp"] = _without_program_limits(tables[b"maxp"])
    return _assemble({tag: tables[tag] for tag in _KEPT if tag in tables})


def _tables(font: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">H", font, 4)
    found = {}
    for at in range(12, 12 + 16 * count, 16):
        _, start, length = struct.unpack_from(">III", font, at + 4)
        found[font[at : at + 4]] = font[start : start + length]
    return found


def _glyphs(tables: dict[bytes, bytes], *, long_index: bool) -> list[bytes]:
    loca, glyf = tables[b"loca"], tables[b"glyf"]
    if long_index:
        offsets = struct.unpack(f">{len(loca) // 4}I", loca)
    else:
        offsets = tuple(2 * o for o in struct.unpack(f">{len(loca) // 2}H", loca))
    return [glyf[a:b] for a, b in pairwise(offsets)]


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
    out, at, flags = bytearray(glyph), 10, _MORE
    while flags & _MORE:
        (flags,) = struct.unpack_from(">H", out, at)
        struct.pack_into(">H", out, at, flags & ~_INSTRUCTIONS)
        scale = 2 if flags & _SCALE else 4 if flags & _XY_SCALE else 8 if flags & _TWO_BY_TWO else 0
        at += 4 + (4 if flags & _WORDS else 2) + scale
    return bytes(out[:at])


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
