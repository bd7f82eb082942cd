"""The hub counts deadlines as the laptops do: with the standards that it gives out.

Used from any thread.
"""

from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock

from app.domain.casefile import CaseFile
from app.domain.combining import share_of
from app.domain.findings import Deadline
from app.domain.judgement import due_days
from app.domain.national import NationalLaw
from app.domain.standard import Standard
from app.domain.standard_file import StandardError, load_national
from app.domain.values import StandardRef
from app.hub.room import Room
from app.hub.standards import Standards
from app.journal.running import RunningCases
from app.texts import RESOURCES
from app.workflow.due import due_in
from app.workflow.library import Library

# So many days before it is due, a follow-up is on a laptop.
_AHEAD = timedelta(days=14)
_AT_A_TIME = 200


class Shelf:
    """The standards at hand, those that were given out among them."""

    def __init__(self, room: Room, standards: Standards) -> None:
        self._running = RunningCases(room.engine)
        self._given = standards
        self._library = Library()
        self._lock = RLock()

    @cached_property
    def national(self) -> NationalLaw:
        """National law as dated data."""
        return load_national(RESOURCES / "law" / "denmark.toml")

    def take_in(self) -> int:
        """Read what was given out since the last time; return how many there are."""
        infos = self._given.all()
        with self._lock:
            for info in infos:
                ref = StandardRef(id=info.id, version=info.version)
                if not self._library.has(ref):
                    self._take_in(ref)
        return len(infos)

    def _take_in(self, ref: StandardRef) -> None:
        with TemporaryDirectory() as folder, suppress(StandardError):
            path = Path(folder) / "standard.toml"
            path.write_bytes(self._given.get(ref.id, ref.version).encode())
            self._library.take_in(path)
            # One that older rules took in is none by these: its visits are left out.
            self._library.get(ref)

    def standards_of(self, casefile: CaseFile) -> tuple[Standard, ...]:
        """Return what a visit was opened with; KnownError "standard.not_installed"."""
        return tuple(self._library.get(ref) for ref in casefile.visit.standards)

    def deadlines(self, casefile: CaseFile, day: date) -> Iterator[Deadline]:
        """Yield the deadlines of a visit, as they stand on a day."""
        standards = self.standards_of(casefile)
        for standard in standards:
            share = share_of(casefile, standard, standards)
            yield from due_days(share, standard, self.national, day)

    def due_follow_ups(self, scopes: Collection[int], day: date) -> set[int]:
        """Return in which of some running cases a follow-up is overdue or due in two weeks."""
        last = day + _AHEAD
        with self._lock:
            self.take_in()
            wanted = set(scopes)
            cases = [case for case in self._running.all() if case.scope in wanted]
            found: set[int] = set()
            for start in range(0, len(cases), _AT_A_TIME):
                for case, rows in self._running.read(cases[start : start + _AT_A_TIME]):
                    items = due_in(rows, day, lambda casefile: self.deadlines(casefile, day))
                    if any(i.kind == "follow_up" and i.deadline.due <= last for i in items):
                        found.add(case.scope)
            return found
