"""What is due in all running cases: follow-ups, reports, reviews, consents, complaints, starts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

import msgspec

from app.clock import local_day, today
from app.domain.casefile import CaseFile
from app.domain.combining import share_of
from app.domain.findings import Deadline
from app.domain.ids import derived_id
from app.domain.judgement import due_days, places
from app.domain.records import TaskDone, Visit
from app.domain.values import StandardRef
from app.errors import KnownError
from app.journal.changes import Write
from app.journal.running import RunningCase, Tables
from app.workflow.elsewhere import check_ours
from app.workflow.session import Session
from app.workflow.writing import recorded

DueKind = Literal[
    "follow_up", "status_report", "workplace", "age", "consent", "complaint", "start", "processing"
]
Found = tuple["DueItem", ...]

_AT_A_TIME = 200
# By the first word of a rule's id: which list it belongs to, and the section that deals with it.
_KINDS: dict[str, tuple[DueKind, str]] = {
    "follow_up": ("follow_up", places.AFTER),
    "next_visit": ("follow_up", places.DECISION),
    "status_report": ("status_report", places.AFTER),
    "workplace_review": ("workplace", places.WORKPLACE),
    "turns_age": ("age", places.HOUSEHOLD),
    "consent_expires": ("consent", places.CONSENT),
    "complaint": ("complaint", places.AFTER),
    "complaint_answer": ("complaint", places.AFTER),
    "complaint_reassessed": ("complaint", places.AFTER),
    "start": ("start", places.AFTER),
    "provider_start": ("start", places.AFTER),
}
_LOOKING_AGAIN = ("follow_up", "reassessment")


class DueItem(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is due in a case, and where it is dealt with.

    `planned` is the day of a visit ahead that will deal with it; `visit` is that visit then.
    """

    case: str
    visit: str
    section: str
    citizen: str
    name: str
    standards: tuple[StandardRef, ...]
    kind: DueKind
    deadline: Deadline
    planned: date | None = None


class DueList:
    """Counts what is due; a case where nothing was written since is not counted again.

    May be asked in a thread, one at a time.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[int, tuple[tuple[int, date], Found]] = {}

    def all(self, stopped: Callable[[], bool] = lambda: False) -> Found:
        """Return everything that is due in the running cases, overdue first.

        Gives up with what it has when `stopped` becomes true.
        """
        day = today(self._session.clock)
        cases = self._session.store.overview.running.all()
        changed = [c for c in cases if self._key_of(c) != (c.state, day)]
        for start in range(0, len(changed), _AT_A_TIME):
            if stopped():
                break
            part = changed[start : start + _AT_A_TIME]
            for case, tables in self._session.store.overview.running.read(part):
                self._known[case.scope] = (
                    (case.state, day),
                    due_in(tables, day, lambda casefile: self._deadlines(casefile, day)),
                )
        known = (self._known.get(c.scope, (None, ()))[1] for c in cases)
        # Whoever looks after a case that moved keeps its deadlines.
        moved = frozenset(self._session.store.journal.exchange.moved())
        found = [item for items in known for item in items if item.case not in moved]
        return tuple(sorted(found, key=lambda item: (item.deadline.due, item.name)))

    def _key_of(self, case: RunningCase) -> tuple[int, date] | None:
        known = self._known.get(case.scope)
        return known[0] if known else None

    def _deadlines(self, casefile: CaseFile, day: date) -> Iterator[Deadline]:
        standards = self._session.standards_for(casefile)
        for standard in standards:
            share = share_of(casefile, standard, standards)
            yield from due_days(share, standard, self._session.national, day)


def due_in(tables: Tables, day: date, deadlines: Callable[[CaseFile], Iterable[Deadline]]) -> Found:
    """Return what is due in one case; `deadlines` counts those of a visit of it.

    A visit for which it raises KnownError is left out: opening the visit says why.
    """
    found: dict[tuple[str, str, date, str], DueItem] = {}
    for visit in _looked_at(tables):
        casefile = CaseFile(visit_id=visit.id, records=tables)
        try:
            counted = tuple(deadlines(casefile))
        except KnownError:  # a standard that is not here any more
            continue
        for d in _worth_listing(counted, day):
            item = _item(d, casefile, day)
            if not _is_arranged(item):
                found.setdefault((d.rule, d.name, d.due, d.service), item)
    return tuple(found.values())


def mark_done(session: Session, item: DueItem, label: str) -> str:
    """Note that a person has done what is due; return the action, which can be undone."""
    check_ours(session, item.case)
    anchor = item.deadline.due.isoformat()
    done = TaskDone(
        id=derived_id(item.case, item.deadline.rule, anchor),
        case=item.case,
        rule=item.deadline.rule,
        anchor=anchor,
        done_on=today(session.clock),
        by=session.profile.name,
    )
    writes = [Write(key, value) for key, value in recorded(done)]
    journal = session.store.journal
    appended = journal.append(item.case, writes, actor=session.profile.name, label=label)
    return appended.action


def take_back(session: Session, item: DueItem, action: str) -> None:
    """Take back that something was marked as done; KnownError("visit.moved") as for marking."""
    check_ours(session, item.case)
    session.store.journal.undo(action)


def _looked_at(tables: Tables) -> list[Visit]:
    """Return the newest visit that is done or under way, and the newest decided one."""
    visits = [v for v in tables.get("visit", {}).values() if isinstance(v, Visit)]
    living = sorted((v for v in visits if v.state != "cancelled"), key=_order)
    begun = [v for v in living if v.state != "planned"] or living
    decided = [v for v in begun if v.state == "closed"]
    return list({v.id: v for v in (*decided[-1:], *begun[-1:])}.values())


def _order(visit: Visit) -> tuple[str, str]:
    return (visit.planned.start.isoformat() if visit.planned else "", visit.id)


def _worth_listing(deadlines: Sequence[Deadline], day: date) -> Iterator[Deadline]:
    """Yield what is not met; of what recurs only the first that is overdue.

    The citizen's own deadline for a complaint is nothing that anybody here can be late with.
    """
    late: set[tuple[str, str]] = set()
    for d in sorted(deadlines, key=lambda d: d.due):
        if d.met or (d.due < day and (d.rule == "complaint" or (d.rule, d.service) in late)):
            continue
        if d.due < day:
            late.add((d.rule, d.service))
        yield d


def _is_arranged(item: DueItem) -> bool:
    """Tell whether it is the next visit that was agreed on, and that is planned in time."""
    agreed = item.deadline.rule == "next_visit"
    return agreed and item.planned is not None and item.planned <= item.deadline.due


def _item(deadline: Deadline, casefile: CaseFile, day: date) -> DueItem:
    kind, section = _KINDS.get(deadline.rule.partition(":")[0], ("processing", places.REQUEST))
    ahead = _planned(casefile, day) if kind == "follow_up" else None
    dealt_with = ahead or casefile.visit
    return DueItem(
        case=casefile.case.id,
        visit=dealt_with.id,
        section=places.FOLLOW_UP if ahead else section,
        citizen=casefile.citizen.id,
        name=casefile.citizen.name,
        standards=casefile.visit.standards,
        kind=kind,
        deadline=deadline,
        planned=local_day(ahead.planned.start) if ahead and ahead.planned else None,
    )


def _planned(casefile: CaseFile, day: date) -> Visit | None:
    """Return the nearest visit ahead that looks at the help again."""
    ahead = [
        v
        for v in casefile.all(Visit)
        if v.kind in _LOOKING_AGAIN
        and v.state in ("planned", "ongoing")
        and v.planned is not None
        and local_day(v.planned.start) >= day
    ]
    return min(ahead, key=_order, default=None)
