"""The one thread that writes: every transaction whole, in the order asked for."""

import heapq
import itertools
import math
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa

from app.errors import BugError
from app.journal.failures import explained
from app.journal.prepared import run_bare

T = TypeVar("T")
Work = Callable[[sa.Connection], T]
# Tidying waits for a pause after so many transactions.
TIDY_AFTER = 100
PAUSE_S = 0.5


class Outcome(NamedTuple):
    """What came of some work: its result, or why it left no trace."""

    result: Any = None
    error: BaseException | None = None


class Task(NamedTuple):
    """Work that waits, and who is told of its outcome and of its failure, on this thread."""

    work: Work[Any]
    tell: Callable[[Outcome], None]
    rolled_back: Callable[[], None] | None


class Due(NamedTuple):
    """A task, when it is due by the monotonic clock, and how many were asked for before it."""

    at: float
    number: int
    task: Task


class Writer:
    """Runs work in transactions that may write, one after the other, on a thread of its own.

    Work that comes due first runs first; `close` runs everything that still waits. `tidy` is
    given the connection, outside any transaction, when much was written and nobody waits.
    """

    def __init__(self, engine: sa.Engine, tidy: Callable[[sa.Connection], None] | None = None):
        # Transactions are begun and ended here, by the driver: once for each change it counts.
        self._engine = engine.execution_options(begin="")
        self._begin = str(engine.get_execution_options().get("begin_writing", "BEGIN"))
        self._tidy = tidy
        self._tidied = 0
        # How many transactions were begun; of interest to work, and to `rolled_back`.
        self.begun = 0
        # The one who asks only drops the task in; the thread alone keeps what is not yet due.
        self._asked: SimpleQueue[Due | None] = SimpleQueue()
        self._waiting: list[Due] = []
        self._numbers = itertools.count()
        self._connection: sa.Connection | None = None
        self._door = threading.Lock()
        self._closing = False
        self._thread = threading.Thread(target=self._loop, name="journal writer", daemon=True)
        self._thread.start()

    def run(self, work: Work[T], rolled_back: Callable[[], None] | None = None) -> T:
        """Do work in one transaction and wait for it to be durable.

        Raises what the work raises; KnownError for a full disk and the like. `rolled_back`
        is called before any other work if the transaction fails.
        """
        if threading.current_thread() is self._thread:
            raise BugError("a transaction was asked for inside a transaction")
        told: SimpleQueue[Outcome] = SimpleQueue()
        self._ask(Task(work, told.put, rolled_back), 0.0)
        outcome = told.get()
        if outcome.error is None:
            return outcome.result  # type: ignore[no-any-return]
        try:
            raise outcome.error
        finally:
            del outcome  # or the error and this frame keep each other alive

    def post(
        self,
        work: Work[T],
        delay: float = 0.0,
        rolled_back: Callable[[], None] | None = None,
    ) -> "Future[T]":
        """Do work in one transaction, `delay` seconds from now, without waiting for it."""
        future: Future[T] = Future()
        self._ask(Task(work, partial(_settle, future), rolled_back), delay)
        return future

    def _ask(self, task: Task, delay: float) -> None:
        with self._door:
            if self._closing:
                raise BugError("the writer is closed")
            self._asked.put(Due(time.monotonic() + delay, next(self._numbers), task))

    def close(self) -> None:
        """Run all that waits, and end the thread. Closing twice does nothing."""
        with self._door:
            self._closing = True
            self._asked.put(None)
        self._thread.join()

    def _loop(self) -> None:
        while (task := self._next()) is not None:
            task.tell(self._outcome(task))
            del task
        if self._connection is not None:
            self._connection.close()

    def _outcome(self, task: Task) -> Outcome:
        try:
            return Outcome(self._whole_or_not(task))
        except BaseException as error:  # whatever it is belongs to the one who asked
            return Outcome(error=error)

    def _whole_or_not(self, task: Task) -> Any:
        try:
            return self._in_transaction(task.work)
        except BaseException:
            if task.rolled_back is not None:
                task.rolled_back()
            raise

    def _in_transaction(self, work: Work[T]) -> T:
        self.begun += 1
        with explained():
            connection = self._connection = self._connection or self._engine.connect()
            try:
                run_bare(connection, self._begin)
                result = work(connection)
                run_bare(connection, "COMMIT")
            except BaseException:
                self._roll_back(connection)
                raise
        return result

    def _roll_back(self, connection: sa.Connection) -> None:
        """Undo what was done; a connection that the server has closed is replaced."""
        dialect: Any = connection.dialect
        with suppress(dialect.loaded_dbapi.Error):
            if not connection.invalidated:
                connection.connection.rollback()
                return
        self._connection = None
        connection.invalidate()
        connection.close()

    def _next(self) -> Task | None:
        while not self._is_due():
            try:
                asked = self._asked.get(timeout=self._patience())
            except Empty:
                self._tidy_up()
                continue
            if asked is None:
                return self._last()
            heapq.heappush(self._waiting, asked)
        return heapq.heappop(self._waiting).task

    def _is_due(self) -> bool:
        """Tell whether the first must be done now, and all that was asked for is in its place."""
        first = self._waiting[0].at if self._waiting else math.inf
        return first <= time.monotonic() and self._asked.empty()

    def _patience(self) -> float | None:
        if self._waiting:
            return max(0.0, self._waiting[0].at - time.monotonic())
        much = self.begun - self._tidied >= TIDY_AFTER
        return PAUSE_S if much and self._tidy is not None else None

    def _tidy_up(self) -> None:
        if self._waiting or self._tidy is None or self._connection is None:
            return
        self._tidied = self.begun
        with suppress(sa.exc.DBAPIError):  # whoever writes next is told if the disk fails
            self._tidy(self._connection)

    def _last(self) -> Task | None:
        """Return what still waits, due or not, and nothing when all is done."""
        self._asked.put(None)
        return heapq.heappop(self._waiting).task if self._waiting else None


def _settle(future: "Future[Any]", outcome: Outcome) -> None:
    if outcome.error is None:
        future.set_result(outcome.result)
    else:
        future.set_exception(outcome.error)
