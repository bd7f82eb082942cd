"""The journal: every change of the record, in whole actions; the one way to write."""

from collections.abc import Sequence

import sqlalchemy as sa

from app.clock import Clock, system_clock
from app.journal.appending import Act, Appender, Follower
from app.journal.changes import (
    Appended,
    ChangeId,
    HistoryEntry,
    Problem,
    Snapshot,
    Write,
)
from app.journal.failures import explained
from app.journal.names import Names
from app.journal.reading import Reader
from app.journal.writer import Writer


class Journal:
    """Takes writes and gives snapshots and history; may be used from any thread.

    Raises KnownError("store...") where the disk or the file fails: then nothing of the
    action was written.
    """

    def __init__(
        self,
        engine: sa.Engine,
        writer: Writer,
        clock: Clock = system_clock,
        followers: Sequence[Follower] = (),
    ) -> None:
        self._engine = engine
        self._writer = writer
        self._followers = tuple(followers)
        self._appender = Appender(clock, self._followers)
        self._names = Names()

    def append(
        self,
        scope: str,
        writes: Sequence[Write],
        *,
        actor: str,
        label: str = "",
        reason: str = "",
        undoable: bool = True,
    ) -> Appended:
        """Write one action, whole and durable; return its id and the heads that follow.

        `scope` is the id of a citizen or of a case; all records of the action belong to it.
        At most 500 writes. `undoable` is False for signing, locking and delivery.
        """
        act = Act(
            scope=scope,
            writes=tuple(writes),
            actor=actor,
            label=label,
            reason=reason,
            undoable=undoable,
        )
        return self._append(act)

    def _append(self, act: Act) -> Appended:
        return self._writer.run(
            lambda connection: self._appender.append(connection, act), self._appender.forget
        )

    def snapshot(self, scopes: Sequence[str]) -> Snapshot:
        """Return the records, heads and disputes of some scopes, all of one moment."""
        with explained(), self._engine.connect() as connection, connection.begin():
            return Reader(connection, self._names).snapshot(list(scopes))


__all__ = ["Appended", "ChangeId", "HistoryEntry", "Journal", "Problem", "Snapshot", "Write"]
