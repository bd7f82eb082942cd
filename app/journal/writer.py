"""The one thread that writes: every transaction whole, in the order asked for."""

import heapq
import itertools
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa

from app.errors import BugError
from app.journal.failures import explained

T = TypeVar("T")
Work = Callable[[sa.Connection], T]


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

    Work that comes due first runs first; `close` runs everything that still waits.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine.execution_options(begin="BEGIN IMMEDIATE")
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
            return Outcome(self._in_transaction(task.work))
        except BaseException as error:  # whatever it is belongs to the one who asked
            if task.rolled_back is not None:
                task.rolled_back()
            return Outcome(error=error)

    def _in_transaction(self, work: Work[T]) -> T:
        with explained():
            self._connection = self._connection or self._engine.connect()
            with self._connection.begin():
                return work(self._connection)

    def _next(self) -> Task | None:
        while True:
            wait = self._waiting[0].at - time.monotonic() if self._waiting else None
            if wait is not None and wait <= 0 and self._asked.empty():
                return heapq.heappop(self._waiting).task
            try:
                asked = self._asked.get(timeout=None if wait is None else max(wait, 0))
            except Empty:
                continue
            if asked is None:
                return self._last()
            heapq.heappush(self._waiting, asked)

    def _last(self) -> Task | None:
        """Return what still waits, due or not, and nothing when all is done."""
        self._asked.put(None)
        return heapq.heappop(self._waiting).task if self._waiting else None


def _settle(future: "Future[Any]", outcome: Outcome) -> None:
    if outcome.error is None:
        future.set_result(outcome.result)
    else:
        future.set_exception(outcome.error)
