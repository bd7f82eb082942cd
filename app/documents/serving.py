"""Makes documents in a process of its own, which keeps all it needs warm between two of them."""

import contextlib
import gc
import io
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from app.crashes import tell
from app.documents.jobs import PrintJob, Said, make, make_all, part_alone, whole
from app.domain.national import NationalLaw
from app.domain.standard import Standard
from app.errors import BugError, KnownError

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

T = TypeVar("T")
# Most of a job, and the same from one keystroke to the next: sent once, and then by a number.
_LASTING = (Standard, NationalLaw)
# At the far end: what was sent once, by its number.
_KEPT: dict[int, object] = {}
# New objects between two looks for rings of them; a page makes many, and few rings.
_MANY_OBJECTS = 100_000


class Answer(NamedTuple):
    """One part that was made, and which parts the job has, in their order."""

    part: str
    pdf: bytes
    parts: tuple[str, ...]


class Maker:
    """The near end: threads hand it jobs, one at a time; any may end it, and never waits for it."""

    def __init__(self) -> None:
        self._turn = threading.RLock()
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None
        self._sent: dict[int, tuple[int, object]] = {}
        self._ended = False

    def make(self, job: PrintJob, part: str = "") -> Answer:
        """Return a part of a job, the first if it has none by that key; begin the process first.

        A job without parts is the whole package. Raises KnownError as `make` does, and
        "preview.stopped" when the process has died; the next job begins another.
        """
        return Answer(*self._asked(_made, job, part))

    def make_all(self, jobs: Mapping[str, PrintJob]) -> Mapping[str, Said]:
        """Return a PDF of each job; raises as `make`."""
        return self._asked(make_all, jobs)

    def _asked(self, work: Callable[..., T], *args: object) -> T:
        """Let the far end do some work, and wait for what comes of it."""
        with self._turn, self._known_death():
            line, process = self._begun()
            line.send_bytes(self._packed(work, args))
            # Who dies while it begins leaves its end of the line open on some systems.
            if line not in wait([line, process.sentinel]):
                raise EOFError
            answer = pickle.loads(line.recv_bytes())  # noqa: S301 - by our own process
        if isinstance(answer, Exception):
            raise answer
        made: T = answer
        return made

    def end(self) -> None:
        """Stop what is being made, and begin nothing more; this does not wait."""
        with self._lock:
            self._ended = True
            if self._process is not None:
                self._process.kill()

    def let_go(self) -> None:
        """End the process and wait until it is gone; for a thread that hands over jobs."""
        with self._turn, self._lock:
            line, process = self._line, self._process
            self._line = self._process = None
        if line is None or process is None:
            return
        line.close()
        process.kill()
        process.join()
        process.close()

    @contextlib.contextmanager
    def _known_death(self) -> Iterator[None]:
        try:
            yield
        except (EOFError, OSError):
            self.let_go()
            raise KnownError("preview.stopped") from None

    def _begun(self) -> "tuple[Connection, SpawnProcess]":
        if self._line is not None and self._process is not None:
            return self._line, self._process
        import multiprocessing

        # A fresh process: a fork of a program with threads and a window may hang.
        context = multiprocessing.get_context("spawn")
        line, other_end = context.Pipe()
        process = context.Process(target=serve, args=(other_end,), daemon=True)
        process.start()
        other_end.close()
        self._sent = {}
        with self._lock:
            self._line, self._process = line, process
            if self._ended:  # meanwhile
                process.kill()
        return line, process

    def _packed(self, work: Callable[..., object], args: tuple[object, ...]) -> bytes:
        """Return what goes over the line: what lasts and was not sent yet, and the rest."""
        fresh: dict[int, object] = {}

        def numbered(each: object) -> tuple[Callable[[int], object], tuple[int]]:
            if id(each) not in self._sent:
                self._sent[id(each)] = (len(self._sent), each)
                fresh[len(self._sent) - 1] = each
            return _kept, (self._sent[id(each)][0],)

        rest = io.BytesIO()
        pickler = pickle.Pickler(rest, pickle.HIGHEST_PROTOCOL)
        pickler.dispatch_table = dict.fromkeys(_LASTING, numbered)
        pickler.dump((work, args))
        return pickle.dumps((fresh, rest.getvalue()), pickle.HIGHEST_PROTOCOL)


def serve(line: Connection) -> None:
    """Answer until nobody asks any more: the far end."""
    # Ctrl+C in a terminal reaches every process; the program says when this one ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, OSError):
        while True:
            line.send_bytes(_answered(line.recv_bytes()))
            _keep_warm()


def _answered(asked: bytes) -> bytes:
    try:
        fresh, rest = pickle.loads(asked)  # noqa: S301 - by our own program
        _KEPT.update(fresh)
        work, args = pickle.loads(rest)  # noqa: S301 - the same
        answer: object = work(*args)
    except KnownError as error:
        answer = error
    except Exception as error:
        tell(error)
        answer = BugError(type(error).__qualname__)
    return pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)


def _kept(number: int) -> object:
    """Return what was sent once, in the place of its number."""
    return _KEPT[number]


def _made(job: PrintJob, part: str) -> Answer:
    job = job if job.parts else whole(job)
    part = part if part in job.parts else job.parts[0]
    return Answer(part, make(part_alone(job, part)), job.parts)


def _keep_warm() -> None:
    """Once a document is made, what it took to make it is there for good."""
    if gc.get_freeze_count() == 0:
        gc.collect()
        gc.freeze()
        gc.set_threshold(_MANY_OBJECTS)
