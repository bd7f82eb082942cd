"""The background loop: one thread that does a round whenever one is due."""

import sys
import threading
from collections.abc import Callable
from datetime import timedelta

from app.clock import Clock
from app.errors import KnownError
from app.sync.rounds import Report
from app.sync.schedule import Schedule

# How long a lock waits for the action under way before the line is cut.
PATIENCE_S = 2.0
# A round that is not due for long is looked at again: computers sleep, and clocks are set.
LONGEST_NAP_S = 60.0

Do = Callable[[Callable[[], bool]], Report]
Nap = Callable[[threading.Condition, float], object]


def report_fault() -> None:
    """Give the exception under way to whoever collects those of threads."""
    kind, error, trace = sys.exc_info()
    if kind is not None:
        found = (kind, error, trace, threading.current_thread())
        threading.excepthook(threading.ExceptHookArgs(found))


def _nap(door: threading.Condition, seconds: float) -> object:
    return door.wait(seconds)


class Loop:
    """Runs rounds one after the other, on a thread of its own, until it is stopped.

    `do` does a round and is given what to ask whether to go on; `keep` keeps the schedule's
    text; `told` is called with what the user should know, `ended` after each round, both on
    the loop's thread. `cut` ends a request that does not answer.
    """

    def __init__(
        self,
        do: Do,
        schedule: Schedule,
        keep: Callable[[str], None],
        clock: Clock,
        *,
        told: Callable[[KnownError], None] = lambda _: None,
        ended: Callable[[Report | KnownError], None] = lambda _: None,
        cut: Callable[[], None] = lambda: None,
        nap: Nap = _nap,
    ) -> None:
        self._do = do
        self._schedule = schedule
        self._keep = keep
        self._clock = clock
        self._told = told
        self._ended = ended
        self._cut = cut
        self._nap = nap
        self._door = threading.Condition()
        self._stopping = False
        self._cancelled = False
        self.busy = False
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)

    def start(self) -> None:
        """Begin; the first round comes as soon as one is due."""
        self._thread.start()

    def ask(self) -> None:
        """Do a round now, whatever went wrong before; one under way will do."""
        with self._door:
            self._cancelled = False
            if not self.busy:
                self._schedule.asked()
            self._door.notify_all()

    def came_online(self) -> None:
        """Do a round soon if it was the network that was missing."""
        with self._door:
            self._schedule.came_online(self._clock())
            self._door.notify_all()

    def cancel(self) -> None:
        """End the round under way after its present step."""
        with self._door:
            self._cancelled = True

    def stop(self, patience_s: float = PATIENCE_S) -> None:
        """Let the action under way finish, and end; a request without an answer is cut off."""
        with self._door:
            self._stopping = self._cancelled = True
            self._door.notify_all()
        if self._thread.ident is None or self._thread is threading.current_thread():
            return
        self._thread.join(patience_s)
        if self._thread.is_alive():
            self._cut()
            self._thread.join()

    def _run(self) -> None:
        while self._wait_until_due():
            try:
                outcome: Report | KnownError = self._do(lambda: self._cancelled)
            except KnownError as error:
                outcome = error
            except Exception:  # a fault of ours: it is reported, and tried again later
                report_fault()
                outcome = KnownError("sync.fault")
            self._note(outcome)

    def _wait_until_due(self) -> bool:
        with self._door:
            self.busy = False
            while not self._stopping:
                rest = self._schedule.wait(self._clock())
                if rest is not None and rest <= timedelta(0):
                    self._cancelled, self.busy = False, True
                    return True
                seconds = LONGEST_NAP_S if rest is None else rest.total_seconds()
                self._nap(self._door, min(seconds, LONGEST_NAP_S))
            return False

    def _note(self, outcome: Report | KnownError) -> None:
        with self._door:
            now, tell = self._clock(), False
            if isinstance(outcome, KnownError):
                tell = not self._stopping and self._schedule.failed(outcome, now)
            elif not self._stopping:
                self._schedule.succeeded(now)
            text = self._schedule.text()
        try:
            self._keep(text)
        except KnownError as error:  # the disk fails: the round itself has said so, or the next
            outcome = outcome if isinstance(outcome, KnownError) else error
        if tell and isinstance(outcome, KnownError):
            self._told(outcome)
        self._ended(outcome)
