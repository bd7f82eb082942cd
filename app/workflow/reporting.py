"""What leaves as figures or in national codes: made by the user's act, over a span of days."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from app.clock import local_day, today
from app.domain.casefile import CaseFile
from app.domain.judgement import judge
from app.domain.statistics import Figure, Figures
from app.errors import KnownError
from app.interchange.national import Report, report
from app.texts import Texts
from app.workflow.planning import day_bounds
from app.workflow.session import Session


class Exported(msgspec.Struct, frozen=True, kw_only=True):
    """How many visits were written, and what could not be said in national codes, counted."""

    visits: int = 0
    left_out: dict[tuple[str, str], int] = {}


def statistics(session: Session, start: date, end: date) -> tuple[Figure, ...]:
    """Return the figures of the visits of a span of days, both ends with (KBH-170)."""
    figures = Figures(start, end)
    for casefile in _visits(session, start, end):
        standard = session.standard_for(casefile)
        day = today(session.clock)
        figures.add(casefile, standard, judge(casefile, standard, session.national, day))
    return figures.all()


def write_statistics(figures: tuple[Figure, ...], path: Path, texts: Texts) -> None:
    """Write the figures as a list that a spreadsheet opens; KnownError if it cannot be written."""
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            rows = csv.writer(file, delimiter=";")
            rows.writerow([texts.message(f"statistics.head_{k}") for k in ("what", "of", "value")])
            for figure in figures:
                said = texts.message(f"statistics.{figure.measure}")
                value = f"{figure.value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
                rows.writerow([said, figure.of, value])
    except OSError as error:
        raise KnownError("export.not_written", file=path.name) from error


def export_codes(session: Session, start: date, end: date, folder: Path) -> Exported:
    """Write each decided visit of a span of days in national codes, a file for each.

    The files are named after the visit's id. Raises KnownError "export.not_written".
    """
    count, left_out = 0, dict[tuple[str, str], int]()
    for casefile in _visits(session, start, end):
        made = _decided(session, casefile)
        if made is None:
            continue
        for place in made.left_out:
            left_out[place] = left_out.get(place, 0) + 1
        path = folder / f"{casefile.visit_id}.json"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            text = json.dumps(made.bundle, ensure_ascii=False, indent=2)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise KnownError("export.not_written", file=path.name) from error
        count += 1
    return Exported(visits=count, left_out=left_out)


def _decided(session: Session, casefile: CaseFile) -> Report | None:
    decision = casefile.decision
    locked = (v.locked_at for v in casefile.versions if decision and v.decision == decision.id)
    newest = max((at for at in locked if at), default=None)
    if newest is None:
        return None
    return report(casefile, session.standard_for(casefile), local_day(newest))


def _visits(session: Session, start: date, end: date) -> Iterator[CaseFile]:
    first, _ = day_bounds(start)
    _, last = day_bounds(end)
    for row in session.store.overview.visits_between(first, last):
        if row.visit.state != "cancelled":
            yield session.casefile(row.visit.id)
