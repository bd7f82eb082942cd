"""A visitator's computer for the benchmarks: a real store that works and meets a real hub."""

import random
import shutil
from pathlib import Path

import httpx

from app.clock import system_clock
from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.journal.appending import Act
from app.journal.changes import Write
from app.store.keys import Cost
from app.store.store import Store
from app.sync.rounds import Report
from app.sync.transport import Transport, make_client
from app.workflow import syncing
from app.workflow.session import Session
from app.workflow.syncing import Syncing
from tests.benchmarks.hub_process import PASSWORD
from tests.benchmarks.seed import PASSPHRASE, append_all

_CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
_WORDS = (
    "Kan selv klare morgenmaden, men bliver hurtigt træt og må sætte sig",
    "Går med rollator inde og ude, falder ikke, er utryg på trappen",
    "Datteren kommer hver søndag og hjælper med indkøb og vasketøj",
    "Ønsker at kunne komme i haven igen og selv lave aftensmad",
)
RECORDS_IN_A_CASE = 10


class _Counting(httpx.BaseTransport):
    """A line that counts what goes over it."""

    def __init__(self) -> None:
        self._line = httpx.HTTPTransport()
        self.count = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request, and read its answer as it came."""
        self.count += len(request.read()) + _heads(request.headers) + len(request.url.raw_path)
        answer = self._line.handle_request(request)
        body = b"".join(answer.iter_raw())
        answer.close()
        self.count += len(body) + _heads(answer.headers)
        return httpx.Response(answer.status_code, headers=answer.headers, content=body)

    def close(self) -> None:
        """Let go of the line."""
        self._line.close()


def _heads(headers: httpx.Headers) -> int:
    return sum(len(name) + len(value) + len(": \r\n") for name, value in headers.raw)


class Visitator:
    """One computer with its user; `close` when done."""

    def __init__(self, folder: Path, url: str = "", code: str = "") -> None:
        if not Store.exists(folder):
            shutil.rmtree(folder, ignore_errors=True)
            Store.create(folder, PASSPHRASE, cost=_CHEAP).close()
        self.session = Session(Store.open(folder, PASSPHRASE), system_clock)
        self._chance = random.Random(folder.name)  # noqa: S311 - made-up words
        if code:
            syncing.enrol(self.session, url, code, PASSWORD)
        self.syncing = Syncing(self.session)
        self.records: list[tuple[str, str]] = []

    def close(self) -> None:
        """Let go of the hub and close the store."""
        self.syncing.disconnect()
        self.session.close()

    def round(self) -> Report:
        """Do a round on the connection that is there, as the loop in the background does."""
        return self.syncing.round()

    def bytes_of_a_round(self) -> int:
        """Do a round and return how many bytes went over the wire, bodies and heads."""
        known = syncing.enrolment(self.session)
        assert known is not None
        wire = _Counting()
        one = Syncing(self.session)
        one._hub = Transport(make_client(known.url, transport=wire), system_clock)
        one.round()  # signs in
        self.change(len(self.records))
        wire.count = 0
        one.round()
        one.disconnect()
        return wire.count

    def visit(self, count: int) -> None:
        """Make so many records, ten in each case, and write in each of them."""
        for _ in range(0, count, RECORDS_IN_A_CASE):
            case = new_id()
            self.records += ((case, new_id()) for _ in range(RECORDS_IN_A_CASE))
        del self.records[count:]
        self.change(count)

    def shown(self, record: tuple[str, str]) -> str:
        """Return what a reader sees of a record: its values, and those of its disputes."""
        found = self.session.store.journal.snapshot([record[0]])
        disputes = [each.values for each in found.disputes if each.key.id == record[1]]
        return f"{found.records['assessment'][record[1]]} {disputes}"

    def change(self, count: int, field: str = "own_words", words: str = "") -> None:
        """Change one field of each of so many records: an action each, as when one types."""
        acts = [
            Act(
                scope=self.records[number % len(self.records)][0],
                writes=(self._write(self.records[number % len(self.records)][1], field, words),),
                actor="Visitator Test",
            )
            for number in range(count)
        ]
        append_all(self.session.store, acts)

    def _write(self, record: str, field: str, words: str) -> Write:
        text = f"{words or self._chance.choice(_WORDS)} ({self._chance.randrange(10**6)})"
        return Write(FieldKey("assessment", record, field), text)
