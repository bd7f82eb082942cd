"""Text under way: kept encrypted while it is typed, until it becomes a change."""

import threading
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from contextlib import suppress
from datetime import datetime

import msgspec
import sqlalchemy as sa

from app.clock import Clock
from app.domain.casefile import FieldKey
from app.errors import BugError, KnownError
from app.journal.appending import Written
from app.journal.changes import ChangeId
from app.journal.clock import from_wall, to_wall
from app.journal.failures import explained
from app.journal.values import encode
from app.journal.writer import Writer
from app.store.tables import pending

# Typing is gathered for a moment, so that fast typing costs few transactions.
GATHER_S = 0.15
# What could not be kept is tried again as soon: the disk may have room again.
AGAIN_S = 0.25
# Before the entity of a line that is no value: its row never becomes a change.
UNFINISHED = "unfinished/"

_SAME = (
    pending.c.entity == sa.bindparam("of_entity"),
    pending.c.record == sa.bindparam("of_record"),
    pending.c.field == sa.bindparam("of_field"),
)
_DROP = sa.delete(pending).where(*_SAME)
_DROP_TEXT = _DROP.where(pending.c.text == sa.bindparam("of_text"))
_INSERT = sa.insert(pending)


class PendingText(msgspec.Struct, frozen=True, kw_only=True):
    """Text that was being typed: where, what, and the heads on the screen when it began."""

    key: FieldKey
    scope: str
    text: str
    heads: tuple[ChangeId, ...]
    section: str
    at: datetime

    @property
    def is_value(self) -> bool:
        """Tell whether it is the whole text of a field, and no line half typed."""
        return not self.key.entity.startswith(UNFINISHED)


class Pending:
    """Keeps text within 300 ms of the keystroke, without the typist waiting for it.

    `failed` is called, on another thread, when texts cannot be kept any more, once until they
    can again; then `kept` is. They stay in memory meanwhile and are tried again all the time.
    """

    def __init__(self, engine: sa.Engine, writer: Writer, clock: Clock) -> None:
        self.failed: Callable[[KnownError], None] = lambda _: None
        self.kept: Callable[[], None] = lambda: None
        self._engine = engine
        self._writer = writer
        self._clock = clock
        self._lock = threading.Lock()
        self._waiting: dict[FieldKey, PendingText] = {}
        # Taken out of `_waiting` by a transaction that may still fail, and by which one.
        self._in_doubt: dict[FieldKey, PendingText] = {}
        self._doubted = 0
        self._stored: set[FieldKey] | None = None
        self._scheduled = False
        self._failing = False

    def put(
        self, key: FieldKey, scope: str, text: str, heads: Sequence[ChangeId], section: str
    ) -> None:
        """Keep the text of a field, in the place of what was kept for it."""
        entry = PendingText(
            key=key, scope=scope, text=text, heads=tuple(heads), section=section, at=self._clock()
        )
        with self._lock:
            self._waiting[key] = entry
        self._schedule(GATHER_S)

    def _schedule(self, delay: float) -> None:
        with self._lock:
            if self._scheduled:
                return
            self._scheduled = True
        writing = self._writer.post(self._write, delay, self.rolled_back)
        writing.add_done_callback(self._done)

    def flush(self) -> None:
        """Keep everything now, and wait for it; KnownError if it cannot be kept."""
        self._writer.run(self._write, self.rolled_back)

    def all(self) -> tuple[PendingText, ...]:
        """Return every text under way, in the order they were typed."""
        self.flush()
        query = sa.select(pending).order_by(pending.c.at)
        with explained(), self._engine.connect() as connection, connection.begin():
            return tuple(_read(row) for row in connection.execute(query))

    def of(self, scopes: Collection[str]) -> tuple[PendingText, ...]:
        """Return the texts under way in some scopes, in the order they were typed."""
        return tuple(text for text in self.all() if text.scope in scopes)

    def forget(self, key: FieldKey) -> None:
        """Forget the text of a field soon, without waiting for it."""
        with self._lock:
            self._waiting.pop(key, None)
        self._writer.post(lambda connection: connection.execute(_DROP, _of(key)))

    def clear(self, key: FieldKey) -> None:
        """Forget the text of a field."""
        with self._lock:
            self._waiting.pop(key, None)
        self._writer.run(lambda connection: connection.execute(_DROP, _of(key)))

    def changed(self, connection: sa.Connection, written: Sequence[Written]) -> None:
        """Forget, in the transaction of the change, the text that became one."""
        stored = self._stored_keys(connection)
        with self._lock:
            same = [
                key
                for key, value in written
                if (waiting := self._waiting.get(key)) and encode(waiting.text) == value
            ]
            self._doubt(same)
        for key, value in written:
            text = msgspec.json.decode(value) if key in stored else None
            if isinstance(text, str):
                connection.execute(_DROP_TEXT, _of(key) | {"of_text": text})

    def received(self, connection: sa.Connection, keys: Sequence[FieldKey]) -> None:
        """What others wrote is not what is being typed here."""

    def parting(
        self, connection: sa.Connection, scope: str, blobs: Collection[str], erased: bool
    ) -> None:
        """Forget the text under way in an erased scope; KnownError("journal.unsent") else.

        A line that never became a value holds no case back: it goes with the case.
        """
        mine = pending.c.scope == scope
        with self._lock:
            texts = [text for text in self._waiting.values() if text.scope == scope]
        values = mine & pending.c.entity.not_like(f"{UNFINISHED}%")
        query = sa.select(sa.func.count()).select_from(pending).where(values)
        count = sum(text.is_value for text in texts) + (connection.scalar(query) or 0)
        if count and not erased:
            raise KnownError("journal.unsent", count=count)
        with self._lock:
            self._doubt([text.key for text in texts])
        connection.execute(sa.delete(pending).where(mine))

    def rebuilt(self, connection: sa.Connection) -> None:
        """Text under way does not follow from the journal."""

    def rolled_back(self) -> None:
        """Take back the texts of a transaction that failed, unless typing has gone on."""
        with self._lock:
            if self._doubted == self._writer.begun:
                self._waiting = self._in_doubt | self._waiting
            self._in_doubt = {}
            waits = bool(self._waiting)
        if waits:
            with suppress(BugError):  # nothing is tried again by a writer that closes
                self._schedule(AGAIN_S)

    def _doubt(self, keys: Sequence[FieldKey]) -> None:
        """Take texts out of what waits, until the transaction under way has succeeded."""
        self._in_doubt = {key: self._waiting.pop(key) for key in keys}
        self._doubted = self._writer.begun

    def _stored_keys(self, connection: sa.Connection) -> set[FieldKey]:
        """Return the fields that may have a row: most changes have none to look for."""
        if self._stored is None:
            columns = (pending.c.entity, pending.c.record, pending.c.field)
            rows = connection.execute(sa.select(*columns))
            self._stored = {FieldKey(*row) for row in rows}
        return self._stored

    def _write(self, connection: sa.Connection) -> None:
        with self._lock:
            self._scheduled = False
            self._doubt(list(self._waiting))
            entries = list(self._in_doubt.values())
        stored = self._stored_keys(connection) if entries else set()
        for entry in entries:
            stored.add(entry.key)
            connection.execute(_DROP, _of(entry.key))
            connection.execute(_INSERT, _row(entry))

    def _done(self, written: "Future[None]") -> None:
        error, before = written.exception(), self._failing
        self._failing = error is not None
        if error is not None and not before:
            known = error if isinstance(error, KnownError) else KnownError("store.write_failed")
            self.failed(known)
        elif error is None and before:
            self.kept()


def _of(key: FieldKey) -> dict[str, str]:
    return {"of_entity": key.entity, "of_record": key.id, "of_field": key.field}


def _row(entry: PendingText) -> dict[str, object]:
    return {
        "entity": entry.key.entity,
        "record": entry.key.id,
        "field": entry.key.field,
        "scope": entry.scope,
        "text": entry.text,
        "heads": encode(entry.heads),
        "section": entry.section,
        "at": to_wall(entry.at),
    }


def _read(row: sa.Row[tuple[object, ...]]) -> PendingText:
    return PendingText(
        key=FieldKey(row.entity, row.record, row.field),
        scope=row.scope,
        text=row.text,
        heads=msgspec.json.decode(row.heads, type=tuple[ChangeId, ...]),
        section=row.section,
        at=from_wall(row.at),
    )
