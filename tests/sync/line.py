"""A line to the hub that loses, doubles and delays what is said, exactly when it is told to."""

from typing import Literal

import httpx

from app.clock import Clock
from app.settings import write_whole
from app.store import files
from app.sync.transport import Transport, make_client
from app.workflow import syncing
from app.workflow.syncing import Syncing
from tests.sync.laptops import Laptop

Fault = Literal["none", "no_request", "no_answer", "twice", "late"]


class Crash(BaseException):
    """The power fails."""


class FaultyLine(httpx.BaseTransport):
    """Does one thing wrong at the `at`-th request, and keeps a copy of the pushes for later."""

    def __init__(self, fault: Fault, at: int, late: list[httpx.Request]) -> None:
        self._line = httpx.HTTPTransport()
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
    """Lets the power fail in the `at`-th transaction: before, in, or after it."""

    def __init__(self, laptop: Laptop, at: int, where: int) -> None:
        writer = laptop.store._writer
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
