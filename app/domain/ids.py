"""Identities: random after a time, or derived from the parents' identities."""

import secrets
import time
import uuid
from functools import lru_cache

_DERIVED = uuid.UUID("5d0d2b0e-7a64-4f5e-9d0c-6a3f3c1f8b11")


def new_id() -> str:
    """Return a random id that begins with the present time: 32 hexadecimal digits.

    Whoever shortens an id takes its end: the beginning is the same for hours.
    """
    return id_at(time.time_ns() // 1000)


def id_at(wall: int) -> str:
    """Return a random id that begins with a time, microseconds since 1970 (RFC 9562, version 7).

    Such ids come in about the order they are made in: an index of millions takes in the next
    ones on one page, where random ones each need a page of their own.
    """
    since = wall // 1000 & 0xFFFF_FFFF_FFFF
    few, many = secrets.randbits(12), secrets.randbits(62)
    return f"{since << 80 | 0x7 << 76 | few << 64 | 0b10 << 62 | many:032x}"


# Each judging of a case asks for the same hundred ids again.
@lru_cache(maxsize=8192)
def derived_id(*parents: str) -> str:
    """Return the one id that belongs to these parents, the same on every computer.

    Parents are ids and keys of a standard, never personal data.
    """
    return uuid.uuid5(_DERIVED, "\x1f".join(parents)).hex
