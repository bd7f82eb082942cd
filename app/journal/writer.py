"""The one thread that writes: every transaction whole, in the order asked for."""

import heapq
import itertools
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa

from app.errors import BugError
from app.journal.failures import explained

T = TypeVar("T")
Work = Callable[[sa.Connection], T]


class Task(NamedTuple):
    """Work that waits, who is told of its result, and of its failure on the writer's thread."""

    work: Work[Any]
    future: Future[Any]
    rolled_back: Callable[[], None] | None

    def fail(self, error: BaseException) -> None:
        """Say that the transaction left no trace."""
        if self.rolled_back is not None:
            self.rolled_back()
        self.future.set_exception(error)


class Writer:
    """Runs work in transactions that may write, one after the other, on a thread of its own.

    Work that comes due first runs first; `close` runs everything that still waits.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine.execution_options(begin="BEGIN IMMEDIATE")
        self._queue: list[tuple[float, int, Task]] = []
        self._numbers = itertools.count()
        self._connection: sa.Connection | None = None
        self._wake = threading.Condition()
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
        return self.post(work, rolled_back=rolled_back).result()

    def post(
        self,
        work: Work[T],
        delay: float = 0.0,
        rolled_back: Callable[[], None] | None = None,
    ) -> "Future[T]":
        """Do work in one transaction, `delay` seconds from now, without waiting for it."""
        task = Task(work, Future(), rolled_back)
        with self._wake:
            if self._closing:
                raise BugError("the writer is closed")
            heapq.heappush(self._queue, (time.monotonic() + delay, next(self._numbers), task))
            self._wake.notify()
        return task.future

    def close(self) -> None:
        """Run all that waits, and end the thread. Closing twice does nothing."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        self._thread.join()

    def _loop(self) -> None:
        while (task := self._next()) is not None:
            try:
                result = self._in_transaction(task.work)
            except BaseException as error:  # whatever it is belongs to the one who asked
                task.fail(error)
            else:
                task.future.set_result(result)
            del task
        if self._connection is not None:
            self._connection.close()

    def _in_transaction(self, work: Work[T]) -> T:
        with explained():
            self._connection = self._connection or self._engine.connect()
            with self._connection.begin():
                return work(self._connection)

    def _next(self) -> Task | None:
        with self._wake:
            while True:
                wait = self._queue[0][0] - time.monotonic() if self._queue else None
                if wait is not None and (self._closing or wait <= 0):
                    return heapq.heappop(self._queue)[2]
                if self._closing:
                    return None
                self._wake.wait(wait)
