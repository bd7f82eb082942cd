"""What every record has: an id, and whether its life has ended."""

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records."""

    id: str
    removed: bool = False
