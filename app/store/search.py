"""Finds citizens as one types: by name, CPR number, address or phone."""

import re
import unicodedata
from collections.abc import Collection, Sequence

import msgspec
import sqlalchemy as sa

from app.domain.casefile import FieldKey
from app.domain.records import Citizen
from app.journal import tables
from app.journal.appending import Written
from app.journal.failures import explained
from app.journal.state import read_row

# Danish letters are letters of their own: nothing is stripped of its marks.
_MAKE = (
    "CREATE TABLE IF NOT EXISTS search_citizen"
    " (number INTEGER PRIMARY KEY, citizen BLOB UNIQUE, name TEXT, cpr TEXT, address TEXT)",
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5"
    " (words, content='', contentless_delete=1, prefix='1 2 3',"
    " tokenize='unicode61 remove_diacritics 0')",
)
_NUMBER = "SELECT number FROM search_citizen WHERE citizen = ?"
_FORGET = (
    "DELETE FROM search_words WHERE rowid = ?",
    "DELETE FROM search_citizen WHERE number = ?",
)
_ADD = "INSERT INTO search_citizen (citizen, name, cpr, address) VALUES (?, ?, ?, ?)"
_ADD_WORDS = "INSERT INTO search_words (rowid, words) VALUES (?, ?)"
_TIDY = "INSERT INTO search_words (search_words) VALUES ('optimize')"
_EMPTY = ("DELETE FROM search_words", "DELETE FROM search_citizen")
_FIND = (
    "SELECT citizen, name, cpr, address FROM search_citizen WHERE number IN"
    " (SELECT rowid FROM search_words WHERE search_words MATCH ? LIMIT ?) ORDER BY name LIMIT ?"
)
# So many are looked at before sorting; typing on narrows them down.
_CANDIDATES = 200
_DIGITS = re.compile(r"[\d\s+-]+")


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A citizen that was found; `cpr` has ten characters or none, `address` is one line."""

    citizen: str
    name: str
    cpr: str
    address: str


class Search:
    """The index of citizens; follows the state in the same transactions."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    @staticmethod
    def make(connection: sa.Connection) -> None:
        """Make the index's tables."""
        for statement in _MAKE:
            connection.exec_driver_sql(statement)

    def find(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        """Return the citizens all of whose words begin so, by name; none for an empty text."""
        query = match_query(text)
        if not query:
            return ()
        with explained(), self._engine.connect() as connection, connection.begin():
            rows = connection.exec_driver_sql(_FIND, (query, _CANDIDATES, limit)).all()
        return tuple(
            Hit(citizen=tables.unpack_id(row[0]), name=row[1], cpr=row[2], address=row[3])
            for row in rows
        )

    def changed(self, connection: sa.Connection, written: Sequence[Written]) -> None:
        """Index the citizens among the changed records anew."""
        self.received(connection, [key for key, _ in written])

    def received(self, connection: sa.Connection, keys: Sequence[FieldKey]) -> None:
        """Index the citizens among the changed records anew, or not at all if they are gone."""
        table = tables.STATE["citizen"]
        for citizen in dict.fromkeys(key.id for key in keys if key.entity == "citizen"):
            query = sa.select(table).where(table.c.id == citizen)
            row = connection.execute(query).mappings().first()
            self._forget(connection, citizen)
            if row is not None:
                self._add(connection, read_row("citizen", row))

    def parting(
        self, connection: sa.Connection, scope: str, blobs: Collection[str], erased: bool
    ) -> None:
        """The index follows the state; words of who is gone leave it for good."""
        connection.exec_driver_sql(_TIDY)

    def rebuilt(self, connection: sa.Connection) -> None:
        """Index every citizen anew."""
        for statement in _EMPTY:
            connection.exec_driver_sql(statement)
        for row in connection.execute(sa.select(tables.STATE["citizen"])).mappings():
            self._add(connection, read_row("citizen", row))

    def rolled_back(self) -> None:
        """The index was rolled back with the rest."""

    @staticmethod
    def _forget(connection: sa.Connection, citizen: str) -> None:
        number = connection.exec_driver_sql(_NUMBER, (tables.pack_id(citizen),)).scalar()
        if number is not None:
            for statement in _FORGET:
                connection.exec_driver_sql(statement, (number,))

    @staticmethod
    def _add(connection: sa.Connection, citizen: object) -> None:
        if not isinstance(citizen, Citizen) or citizen.removed or citizen.merged_into:
            return
        cpr, address = citizen.cpr.value if citizen.cpr else "", address_line(citizen)
        words = " ".join((citizen.name, cpr, address, _compact(citizen.phone)))
        if not words.strip():
            return
        row = (tables.pack_id(citizen.id), citizen.name, cpr, address)
        added = connection.exec_driver_sql(_ADD, row)
        connection.exec_driver_sql(_ADD_WORDS, (added.lastrowid, _normal(words)))


def address_line(citizen: Citizen) -> str:
    """Return the address in one line."""
    address = citizen.address
    if address is None:
        return ""
    town = f"{address.postcode} {address.city}".strip()
    return ", ".join(part for part in (address.care_of, address.street, town) if part)


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\0", " ")


def _compact(digits: str) -> str:
    return re.sub(r"[\s+-]", "", digits)


def match_query(text: str) -> str:
    """Return the search for a text: every word begins with what was typed.

    A CPR or phone number may be typed with hyphen or spaces.
    """
    text = _normal(text).strip()
    if _DIGITS.fullmatch(text) and _compact(text):
        words = [_compact(text)]
    else:
        words = [re.sub(r"^(\d{6})-(\d)", r"\1\2", word) for word in text.split()]
    quoted = (word.replace('"', '""') for word in words if any(c.isalnum() for c in word))
    return " ".join(f'"{word}"*' for word in quoted)
