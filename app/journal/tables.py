"""The tables: the journal itself, and one state table per entity that follows from it."""

import hashlib
from collections.abc import Callable
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import sqlalchemy as sa

from app.clock import local
from app.domain.records import ENTITIES
from app.journal.values import field_types

METADATA = sa.MetaData()
ID_BYTES = 16
# The version of the tables that are not state; a database with a higher one is a newer
# program's. State tables follow from the records, whatever they are, and need no number.
SCHEMA = 3


# SQLite's whole numbers are as great as they come; PostgreSQL's must be asked for.
Whole = sa.Integer().with_variant(sa.BigInteger(), "postgresql")


class _TextWithoutZero(sa.TypeDecorator[str]):
    """Text for PostgreSQL, which keeps no U+0000: U+FFFF, which is no character, escapes it."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:
        if value is None or not {"\0", "\uffff"} & set(value):
            return value
        return value.replace("\uffff", "\uffffu").replace("\0", "\uffff0")

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> str | None:
        if value is None or "\uffff" not in value:
            return value
        return value.replace("\uffff0", "\0").replace("\uffffu", "\uffff")


# What somebody typed, in a column of its own.
Typed = sa.Text().with_variant(_TextWithoutZero(), "postgresql")


class Id(sa.TypeDecorator[str]):
    """An id of 32 hexadecimal digits as 16 bytes; any other id as padded UTF-8."""

    impl = sa.LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> bytes | None:
        return None if value is None else pack_id(value)

    def bind_processor(self, dialect: sa.Dialect) -> Callable[[str | None], bytes | None]:
        """Return what packs an id: every driver takes bytes as they are."""
        return lambda value: None if value is None else pack_id(value)

    def process_result_value(self, value: bytes | None, dialect: sa.Dialect) -> str | None:
        return None if value is None else unpack_id(value)


def pack_id(text: str) -> bytes:
    """Return the bytes of an id; those of a random or derived one are 16."""
    if len(text) == 2 * ID_BYTES and text == text.lower():
        try:
            return bytes.fromhex(text)
        except ValueError:
            pass
    raw = text.encode()
    return raw.ljust(max(ID_BYTES + 1, len(raw)), b"\0")


def unpack_id(raw: bytes) -> str:
    """Return the id that these bytes stand for."""
    return raw.hex() if len(raw) == ID_BYTES else raw.rstrip(b"\0").decode()


meta = sa.Table(
    "journal_meta",
    METADATA,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text),
)

# An epoch is numbered on this computer; `previous` is the last hash before it began, and
# `opened` is NULL for one that began on another computer.
epoch = sa.Table(
    "journal_epoch",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", Id, unique=True),
    sa.Column("previous", sa.LargeBinary),
    sa.Column("opened", sa.BigInteger),
)

scope = sa.Table(
    "journal_scope",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", Id, unique=True),
)

field = sa.Table(
    "journal_field",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("entity", sa.Text),
    sa.Column("name", sa.Text),
)

# The changes of an action are `size` in a row, from `first` on, in its epoch.
# `hlc` is the hybrid logical clock (clock.py), `wall` microseconds of UTC since 1970.
# The reason is salted, so that it can be erased and the chain still verifies.
action = sa.Table(
    "journal_action",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", Id, unique=True),
    sa.Column("scope", sa.Integer, index=True),
    sa.Column("epoch", sa.Integer),
    sa.Column("first", Whole),
    sa.Column("size", sa.Integer),
    sa.Column("actor", sa.Text),
    sa.Column("hlc", sa.BigInteger),
    sa.Column("wall", sa.BigInteger),
    sa.Column("schema", Whole),
    sa.Column("undoable", sa.Boolean),
    sa.Column("undoes", Id),
    sa.Column("label", sa.Text),
    sa.Column("reason", sa.Text),
    sa.Column("salt", sa.LargeBinary),
    sa.Column("digest", sa.LargeBinary),
)

# `digest` stands in for salt and value where they were erased. A row with nothing but a hash
# is a stub: it ties what came from elsewhere to what did not come.
change = sa.Table(
    "journal_change",
    METADATA,
    sa.Column("epoch", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("seq", Whole, primary_key=True, autoincrement=False),
    sa.Column("action", sa.Integer),
    sa.Column("field", sa.Integer),
    sa.Column("record", Id),
    sa.Column("value", sa.Text),
    sa.Column("replaces", sa.Text),
    sa.Column("salt", sa.LargeBinary),
    sa.Column("digest", sa.LargeBinary),
    sa.Column("hash", sa.LargeBinary),
    sa.Index("journal_change_of_field", "record", "field"),
    sqlite_with_rowid=False,
)

head = sa.Table(
    "journal_head",
    METADATA,
    sa.Column("scope", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("record", Id, primary_key=True),
    sa.Column("field", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("epoch", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("seq", Whole, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# The hub has every change of an epoch up to this one.
confirmed = sa.Table(
    "journal_confirmed",
    METADATA,
    sa.Column("epoch", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("seq", Whole),
)

# Own actions that the hub did not take, and why: whatever is confirmed around them, they are
# not. One without a reason waits to be offered again.
refused = sa.Table(
    "journal_refused",
    METADATA,
    sa.Column("action", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("key", sa.Text),
    sa.Column("params", sa.Text),
    sa.Column("since", sa.BigInteger),
)

# How far each hub was read.
bookmark = sa.Table(
    "journal_bookmark",
    METADATA,
    sa.Column("hub", sa.Text, primary_key=True),
    sa.Column("cursor", sa.Text),
)

# Cases and citizens that others look after now: what is here of them stays readable.
moved = sa.Table(
    "journal_moved",
    METADATA,
    sa.Column("scope", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("since", sa.BigInteger),
)

# What came from the hub and could not be taken in, as it came: it is tried again.
aside = sa.Table(
    "journal_aside",
    METADATA,
    sa.Column("action", Id, primary_key=True),
    sa.Column("scope", Id),
    sa.Column("parcel", sa.LargeBinary),
    sa.Column("key", sa.Text),
)

# Blobs that are owed: "up" to the hub, which has a change that names it, or "down" from there.
owed = sa.Table(
    "journal_owed",
    METADATA,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("way", sa.Text, primary_key=True),
)

# Cases that the hub keeps and this computer no longer does: stubs are left of their changes.
parted = sa.Table(
    "journal_parted",
    METADATA,
    sa.Column("scope", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("since", sa.BigInteger),
)


def danish_time(moment: datetime) -> str:
    """Return a moment as text that sorts: Danish local time, also if it came with a zone."""
    try:
        there = moment if moment.tzinfo is None else local(moment)
    except OverflowError:  # the calendar's last day, in another zone
        there = moment
    return there.replace(tzinfo=None).isoformat(timespec="seconds")


def _planned_start(planned: dict[str, str]) -> str:
    return danish_time(datetime.fromisoformat(planned["start"]))


def _cpr_value(cpr: dict[str, str]) -> str:
    return cpr["value"]


# What lists look for, taken out of composite fields: entity -> column -> (field, how).
Take = Callable[[dict[str, str]], str]
EXTRACTED: dict[str, dict[str, tuple[str, Take]]] = {
    "visit": {"planned_start": ("planned", _planned_start)},
    "citizen": {"cpr_value": ("cpr", _cpr_value)},
}
INDEXED = {
    "visit": ("planned_start", "source_key"),
    "citizen": ("cpr_value", "name"),
    "case": ("citizen",),
}

_PLAIN: dict[Any, sa.types.TypeEngine[Any]] = {
    str: Typed,
    bool: sa.Boolean(),
    int: Whole,
    float: sa.Float(),
    date: sa.Text(),
    datetime: sa.Text(),
}


def bare(hint: Any) -> Any:
    """Return a field's type without None; str for a Literal of strings."""
    if get_origin(hint) in (Union, UnionType):
        kinds = [a for a in get_args(hint) if a is not NoneType]
        return bare(kinds[0]) if len(kinds) == 1 else Any
    return type(get_args(hint)[0]) if get_origin(hint) is Literal else hint


def is_plain(hint: Any) -> bool:
    """Tell whether values of a type have a column of their own type, and are not JSON."""
    return bare(hint) in _PLAIN


def _column(name: str, hint: Any) -> sa.Column[Any]:
    return sa.Column(name, _PLAIN.get(bare(hint), sa.Text()))


def _state_table(entity: str) -> sa.Table:
    columns = [_column(name, hint) for name, hint in field_types(entity).items()]
    columns += [sa.Column(name, Typed) for name in EXTRACTED.get(entity, {})]
    indexes = [sa.Index(f"{entity}_{name}", name) for name in INDEXED.get(entity, ())]
    return sa.Table(
        entity,
        METADATA,
        sa.Column("id", Id, primary_key=True),
        sa.Column("scope", sa.Integer),
        sa.Column("made", sa.BigInteger),
        *columns,
        sa.Index(f"{entity}_scope", "scope", "made"),
        *indexes,
    )


STATE: dict[str, sa.Table] = {entity: _state_table(entity) for entity in ENTITIES}


def shape() -> str:
    """Return what the state tables look like, in few letters: it differs if they differ."""
    lines = (
        f"{table.name}.{column.name} {column.type!r} {column.index}"
        for table in STATE.values()
        for column in table.columns
    )
    indexes = (str(index.name) for table in STATE.values() for index in table.indexes)
    return hashlib.sha256("\n".join([*lines, *sorted(indexes)]).encode()).hexdigest()
