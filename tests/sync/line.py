"""A line to the hub that loses, doubles and delays what is said, exactly when it is told to."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import httpx
import sqlalchemy as sa

from app.clock import Clock
from app.journal.prepared import run_bare
from app.journal.writer import Writer
from app.settings import write_whole
from app.store import files
from app.sync.transport import Transport, make_client
from app.workflow import syncing
from app.workflow.syncing import Syncing
from tests.hub.office import NO_TLS
from tests.sync.laptops import Laptop

# So many pages may an SQLite database have.
MOST = 4294967294

Fault = Literal["none", "no_request", "no_answer", "twice", "late"]


class Crash(BaseException):
    """The power fails."""


class FaultyLine(httpx.BaseTransport):
    """Does one thing wrong at the `at`-th request, and keeps a copy of the pushes for later."""

    def __init__(self, fault: Fault, at: int, late: list[httpx.Request]) -> None:
        self._line = httpx.HTTPTransport(verify=NO_TLS)
        self._fault = fault
        self._at = at
        self._late = late
        self._count = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request, or not."""
        request.read()
        self._count += 1
        wrong = self._count == self._at
        if self._fault == "late" and self._late:
            self._send(self._late.pop(0))
        if request.method == "POST" and request.url.path.endswith("/changes"):
            self._late.append(request)
        if wrong and self._fault == "no_request":
            raise httpx.ConnectError("lost on its way")
        answer = self._send(request)
        if wrong and self._fault == "twice":
            answer = self._send(request)
        if wrong and self._fault == "no_answer":
            raise httpx.ReadError("lost on its way back")
        return answer

    def _send(self, request: httpx.Request) -> httpx.Response:
        answer = self._line.handle_request(request)
        body = b"".join(answer.iter_raw())
        answer.close()
        return httpx.Response(answer.status_code, headers=answer.headers, content=body)

    def close(self) -> None:
        """Let go of the line."""
        self._line.close()


class Failing:
    """Lets the power fail in the `at`-th transaction: before, in, or after it.

    What is within a transaction is there whole or not at all: how far it came is no matter.
    """

    def __init__(self, writer: Writer, at: int, where: int) -> None:
        self._run, self._count, self._at, self._where = writer.run, 0, at, where
        writer.run = self._failing  # type: ignore[method-assign]

    def _failing(self, work, rolled_back=None):  # type: ignore[no-untyped-def]
        self._count += 1
        if self._count != self._at:
            return self._run(work, rolled_back)
        if self._where == 0:
            raise Crash
        if self._where == 1:

            def cut(connection):  # type: ignore[no-untyped-def]
                work(connection)
                raise Crash

            return self._run(cut, rolled_back)
        self._run(work, rolled_back)
        raise Crash


@contextmanager
def full_disk(writer: Writer) -> Iterator[None]:
    """Let an SQLite database grow no more for a while: for it, the disk is full."""

    def no_more(connection: sa.Connection) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        run_bare(connection, f"PRAGMA max_page_count = {pages}")

    writer.run(no_more)
    try:
        yield
    finally:
        writer.run(lambda connection: run_bare(connection, f"PRAGMA max_page_count = {MOST}"))


def round_over(
    laptop: Laptop,
    clock: Clock,
    fault: Fault = "none",
    at: int = 0,
    late: list[httpx.Request] = [],  # noqa: B006 - filled on purpose
) -> None:
    """Do one round over a line that is faulty; raises what the round raises."""
    known = syncing.enrolment(laptop.session)
    assert known is not None
    one = Syncing(laptop.session)
    line = FaultyLine(fault, at, late)
    one._hub = Transport(make_client(known.url, transport=line), clock)
    keys = (laptop.folder / files.KEYS).read_bytes()
    try:
        one.round()
    finally:
        one.disconnect()
        # A computer that was locked out goes on from a copy of its keys, as a thief's would.
        write_whole(laptop.folder / files.KEYS, keys)
