"""The journal: every change of the record, in whole actions; the one way to write."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import sqlalchemy as sa

from app.clock import Clock, system_clock
from app.domain.casefile import FieldKey
from app.journal.appending import Act, Appender, Follower
from app.journal.changes import (
    Appended,
    ChangeId,
    HistoryEntry,
    Problem,
    Snapshot,
    Write,
)
from app.journal.checking import rebuild, verify
from app.journal.exchange import Exchange
from app.journal.failures import explained
from app.journal.histories import Histories
from app.journal.names import Names
from app.journal.parting import Parting
from app.journal.reading import Reader
from app.journal.undoing import action_row, plan_undo
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
        # The last transaction of others that something was appended in.
        self._joined = 0
        self.exchange = Exchange(engine, writer, self._appender)
        self.parting = Parting(engine, writer, self._appender, clock)

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
            reason=reason.replace("\0", " "),
            undoable=undoable,
        )
        return self._append(act)

    def _append(self, act: Act) -> Appended:
        return self._writer.run(
            lambda connection: self._appender.append(connection, act), self._appender.forget
        )

    def append_in(
        self,
        connection: sa.Connection,
        scope: str,
        writes: Sequence[Write],
        *,
        actor: str,
        label: str = "",
    ) -> Appended:
        """Write one action inside a transaction of the writer in which others write as well.

        It can be undone as any other; see `append` for the rest.
        """
        if self._joined != self._writer.begun:
            self._appender.refresh()
            self._joined = self._writer.begun
        act = Act(scope=scope, writes=tuple(writes), actor=actor, label=label)
        return self._appender.append(connection, act)

    def snapshot(self, scopes: Sequence[str]) -> Snapshot:
        """Return the records, heads and disputes of some scopes, all of one moment."""
        with self._reading() as connection:
            return Reader(connection, self._names).snapshot(list(scopes))

    def history(self, key: FieldKey) -> tuple[HistoryEntry, ...]:
        """Return every change of a field, newest first."""
        with self._reading() as connection:
            return Histories(connection, self._names).of_field(key)

    def scope_history(self, scope: str, limit: int = 200) -> tuple[HistoryEntry, ...]:
        """Return the newest changes of a citizen or a case, newest first."""
        with self._reading() as connection:
            return Histories(connection, self._names).of_scope(scope, limit)

    def epochs_here(self) -> frozenset[str]:
        """Return the epochs that began on this computer: what was written in them is its own."""
        with self._reading() as connection:
            return Histories(connection, self._names).begun_here()

    def label_of(self, action: str) -> str:
        """Return what an action was called."""
        with self._reading() as connection:
            return str(action_row(connection, action).label)

    def undo(self, action: str, *, actor: str = "") -> str:
        """Undo an action by a new one, whose id is returned; an undo can be undone.

        `actor` is by default who made the action. Raises KnownError:
        "journal.replaced_since" (who, when), "journal.not_undoable",
        "journal.settles_dispute"; then nothing is written.
        """

        def work(connection: sa.Connection) -> str:
            act = plan_undo(connection, Names(), action, actor)
            return self._appender.append(connection, act).action

        return self._writer.run(work, self._appender.forget)

    def redo(self, undone: str, *, actor: str = "") -> str:
        """Do again what the action `undone`, made by `undo`, took back."""
        return self.undo(undone, actor=actor)

    def verify(self) -> tuple[Problem, ...]:
        """Check chain, heads and state rows; return what is wrong, nothing if all is well."""
        with self._reading() as connection:
            return verify(connection, self._names)

    def rebuild(self) -> None:
        """Make heads and state anew from the changes, whole or not at all."""

        def work(connection: sa.Connection) -> None:
            rebuild(connection, Names())
            self._appender.refresh()
            for follower in self._followers:
                follower.rebuilt(connection)

        self._writer.run(work, self._appender.forget)

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with explained(), self._engine.connect() as connection, connection.begin():
            yield connection


__all__ = ["Appended", "ChangeId", "HistoryEntry", "Journal", "Problem", "Snapshot", "Write"]
