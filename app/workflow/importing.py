"""Reading a work list into the plan: each visit once, each refused line told."""

from pathlib import Path

import msgspec

from app.domain.ids import new_id
from app.domain.records import Citizen
from app.errors import KnownError
from app.interchange.files import read_at_most
from app.interchange.worklist import (
    MAX_FILE_BYTES,
    RefusedLine,
    WorkListEntry,
    read_work_list,
)
from app.workflow.planning import NewVisit, plan_visit
from app.workflow.session import Session


class ImportReport(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a work list: visits planned, already there, and lines refused."""

    planned: int
    known: int
    refused: tuple[RefusedLine, ...]


def import_file(session: Session, path: Path) -> ImportReport:
    """Plan the visits of a work list; reading the same one again plans nothing twice.

    Raises KnownError "worklist.…" when nothing of the file can be read.
    """
    data = read_at_most(
        path, MAX_FILE_BYTES, too_big="worklist.too_big", unreadable="worklist.unreadable"
    )
    result = read_work_list(data)
    planned = known = 0
    refused = list(result.refused)
    for entry in result.entries:
        if session.store.overview.visit_from(entry.source, entry.source_key) is not None:
            known += 1
            continue
        try:
            plan_visit(session, _new_visit(session, entry))
        except KnownError as error:
            refused.append(RefusedLine(entry.line, error.key, error.params))
        else:
            planned += 1
    return ImportReport(planned=planned, known=known, refused=tuple(refused))


def _new_visit(session: Session, entry: WorkListEntry) -> NewVisit:
    known = session.store.overview.citizen_with_cpr(entry.cpr.value)
    citizen = known or Citizen(
        id=new_id(),
        cpr=entry.cpr,
        birth_date=entry.birth_date,
        name=entry.name,
        address=entry.address,
        phone=entry.phone,
    )
    return NewVisit(
        citizen=citizen,
        start=entry.start,
        minutes=entry.minutes,
        kind=entry.kind,
        note=entry.note,
        source=entry.source,
        source_key=entry.source_key,
    )
