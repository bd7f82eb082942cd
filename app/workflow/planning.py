"""Making citizens, cases and visits, and the list of a day."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import msgspec

from app.clock import COPENHAGEN, local, today
from app.domain.casefile import CaseFile
from app.domain.combining import share_of
from app.domain.findings import Deadline, Judgement
from app.domain.ids import new_id
from app.domain.judgement import due_days
from app.domain.records import (
    ENTITY_OF,
    AppliedNeed,
    Case,
    Citizen,
    Contact,
    Record,
    Request,
    Visit,
)
from app.domain.values import Planned, StandardRef
from app.errors import KnownError
from app.journal.journal import Write
from app.journal.overview import VisitRow
from app.workflow.elsewhere import check_ours, moved_to
from app.workflow.picture import Painter
from app.workflow.session import Session
from app.workflow.writing import key_of, recorded

VisitKind = str

# No deadline of a request or a decision is longer than this, complaints included.
LATELY = timedelta(days=60)


class NewVisit(msgspec.Struct, frozen=True, kw_only=True):
    """What is needed to plan a visit; `citizen` is one already known, or a new one.

    Without `standards` the visit is opened under the usual one.
    """

    citizen: Citizen
    start: datetime
    minutes: int = 60
    kind: VisitKind = "first"
    place: str = ""
    note: str = ""
    source: str = ""
    source_key: str = ""
    received_on: date | None = None
    needs: tuple[AppliedNeed, ...] = ()
    standards: tuple[StandardRef, ...] = ()


def add_citizen(session: Session, citizen: Citizen) -> str:
    """Write a citizen by hand; return the id."""
    _write(session, citizen.id, [citizen])
    return citizen.id


def plan_visit(session: Session, new: NewVisit) -> str:
    """Plan a visit, with a case of its own unless the citizen has an open one; return its id."""
    if not session.store.overview.has_citizen(new.citizen.id):
        add_citizen(session, new.citizen)
    case_id = session.store.overview.open_case_of(new.citizen.id)
    records: list[Record] = []
    if not case_id:
        case = Case(
            id=new_id(),
            citizen=new.citizen.id,
            number=_case_number(session),
            responsible=session.profile.name,
            state="open",
        )
        case_id = case.id
        records.append(case)
    visit = Visit(
        id=new_id(),
        case=case_id,
        kind=new.kind,  # type: ignore[arg-type]  # checked when written
        planned=Planned(start=new.start, minutes=new.minutes, place=new.place),
        note=new.note,
        source=new.source,
        source_key=new.source_key,
        visitator=session.profile.name,
        state="planned",
        standards=new.standards,
    )
    records.append(visit)
    if new.received_on is not None or new.needs:
        request = Request(id=new_id(), case=case_id, received_on=new.received_on)
        records.append(request)
        records += [msgspec.structs.replace(n, case=case_id, request=request.id) for n in new.needs]
    _write(session, case_id, records)
    return visit.id


def cancel_visit(session: Session, visit: Visit) -> None:
    """Take a visit off the day; it stays in the journal."""
    write = Write(key_of(visit, "state"), "cancelled")
    check_ours(session, visit.case)
    session.store.journal.append(visit.case, [write], actor=session.profile.name)


def day_bounds(day: date) -> tuple[datetime, datetime]:
    """Return the first moment of a Danish day and of the next."""
    start = datetime.combine(day, time(), COPENHAGEN)
    end = datetime.combine(day + timedelta(days=1), time(), COPENHAGEN)
    return start, end


class DayVisit(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the day's list; `moved` tells that others look after the case now."""

    visit: Visit
    citizen: Citizen
    case: Case
    interpreter_missing: bool = False
    nearest: Deadline | None = None
    moved: bool = False


def visits_of_day(session: Session, day: date) -> tuple[DayVisit, ...]:
    """Return the visits of a day in the order of the clock."""
    rows = session.store.overview.visits_between(*day_bounds(day))
    moved = frozenset(session.store.journal.exchange.moved()) if rows else frozenset()
    return tuple(
        DayVisit(
            visit=r.visit,
            citizen=r.citizen,
            case=r.case,
            interpreter_missing=_interpreter_missing(session, r.citizen),
            nearest=None if r.case.id in moved else _nearest(session, r, day),
            moved=r.case.id in moved,
        )
        for r in rows
        if r.visit.state != "cancelled"
    )


def _nearest(session: Session, row: VisitRow, day: date) -> Deadline | None:
    """Return the nearest deadline of a visit that is not decided yet."""
    if row.visit.state == "closed":
        return None
    waiting = (d for d in _deadlines_of(session, row, day) if not d.met)
    return min(waiting, key=_due, default=None)


def _interpreter_missing(session: Session, citizen: Citizen) -> bool:
    """Tell whether a citizen needs an interpreter and none is named among the contacts."""
    if citizen.interpreter is None or not citizen.interpreter.need:
        return False
    contacts = session.store.journal.snapshot((citizen.id,)).records.get("contact", {})
    return not any(
        isinstance(c, Contact) and c.role == "interpreter" and c.name and not c.removed
        for c in contacts.values()
    )


def visit_to_read(session: Session, case: str) -> tuple[str, str]:
    """Return the visit to show of a case that was fetched, and its citizen; "" for none.

    A visit that is only planned is not opened by looking: that would begin it.
    """
    rows = session.store.overview.visits_in(case)
    begun = [row for row in rows if row.visit.state in ("ongoing", "closed")]
    under_way = [row for row in begun if row.visit.state == "ongoing"]
    chosen = next(reversed(under_way or begun), None)
    citizens = [row.citizen.id for row in rows]
    return (chosen.visit.id if chosen else ""), next(iter(citizens), "")


class VisitCard(msgspec.Struct, frozen=True, kw_only=True):
    """What to know before ringing the bell; `moved_to` as in VisitView."""

    casefile: CaseFile
    judgement: Judgement
    standard_title: str
    moved_to: str | None = None

    @property
    def nearest(self) -> Deadline | None:
        """The nearest deadline that is not met."""
        return min((d for d in self.judgement.deadlines if not d.met), key=_due, default=None)


def visit_card(session: Session, visit_id: str) -> VisitCard:
    """Read what the card of a visit shows."""
    casefile = session.casefile(visit_id)
    view = Painter(session, casefile).paint(casefile)
    title = view.standard.short_title
    return VisitCard(
        casefile=casefile,
        judgement=view.judgement,
        standard_title=title,
        moved_to=moved_to(session, casefile.case.id),
    )


class DueDay(msgspec.Struct, frozen=True, kw_only=True):
    """A deadline ahead, and the visit where it is dealt with."""

    visit: str
    citizen: str
    deadline: Deadline


def deadlines_ahead(
    session: Session, days: int = 14, stopped: Callable[[], bool] = lambda: False
) -> tuple[DueDay, ...]:
    """Return the deadlines that fall due within so many days, overdue first.

    Looks at the cases where something has happened lately. May be called in a thread, and
    gives up with what it has when `stopped` becomes true.
    """
    now = today(session.clock)
    last = now + timedelta(days=days)
    found: list[DueDay] = []
    moved = frozenset(session.store.journal.exchange.moved())
    for row in session.store.overview.active_cases(now - LATELY, last):
        if stopped():
            break
        if row.case.id in moved:  # whoever looks after it now keeps its deadlines
            continue
        found += [
            DueDay(visit=row.visit.id, citizen=row.citizen.name, deadline=d)
            for d in _deadlines_of(session, row, now)
            if not d.met and d.due <= last
        ]
    return tuple(sorted(found, key=lambda d: d.deadline.due))


def _deadlines_of(session: Session, row: VisitRow, now: date) -> tuple[Deadline, ...]:
    """Count a case's deadlines; none where its standard is not at hand: opening it says so."""
    try:
        return _counted(session, row, now)
    except KnownError:
        return ()


def _counted(session: Session, row: VisitRow, now: date) -> tuple[Deadline, ...]:
    """Count a case's deadlines; before the first decision all they need stands in the row."""
    if row.visit.state == "closed" or row.visit.kind != "first":
        return visit_card(session, row.visit.id).judgement.deadlines
    casefile = CaseFile(visit_id=row.visit.id, records=_by_entity(row))
    standards = session.standards_for(casefile)
    shares = ((share_of(casefile, s, standards), s) for s in standards)
    return tuple(d for share, s in shares for d in due_days(share, s, session.national, now))


def _by_entity(row: VisitRow) -> dict[str, dict[str, Record]]:
    records: dict[str, dict[str, Record]] = {}
    for record in (row.citizen, row.case, row.visit, row.request, *row.needs):
        if record is not None:
            records.setdefault(ENTITY_OF[type(record)], {})[record.id] = record
    return records


def _due(deadline: Deadline) -> date:
    return deadline.due


def _case_number(session: Session) -> str:
    """Number a case by year and a random part: no two computers can make the same."""
    return f"{local(session.clock()).year}-{new_id()[-6:].upper()}"


def _write(session: Session, scope: str, records: list[Record]) -> None:
    check_ours(session, scope)
    writes = [Write(key, value) for record in records for key, value in recorded(record)]
    session.store.journal.append(scope, writes, actor=session.profile.name)
