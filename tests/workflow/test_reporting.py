"""Figures and national codes over a span of days, from a real store."""

import csv
import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.ids import new_id
from app.domain.records import Complaint, Swap
from app.domain.statistics import Figure
from app.errors import KnownError
from app.texts import Texts
from app.tour.stage import PICTURE_DAY
from app.workflow.demonstration import demonstration_people
from app.workflow.edits import AddRecord
from app.workflow.open_visit import OpenVisit
from app.workflow.planning import day_bounds
from app.workflow.reporting import export_codes, statistics, write_statistics
from app.workflow.session import Session

DAY = PICTURE_DAY.date()
BEFORE, AFTER = DAY - timedelta(days=900), DAY + timedelta(days=30)


def value(figures: tuple[Figure, ...], measure: str) -> float:
    return sum(f.value for f in figures if f.measure == measure)


def add(opened: OpenVisit, record: Complaint | Swap) -> None:
    opened.apply(AddRecord(record))


def test_the_visits_of_a_span_are_counted_by_kind(reopen: Callable[[], Session]) -> None:
    session = reopen()
    figures = statistics(session, DAY, DAY)
    rows = session.store.overview.visits_between(*day_bounds(DAY))
    assert sum(f.value for f in figures if f.measure.startswith("visits_")) == len(rows)
    assert statistics(session, date(1990, 1, 1), date(1990, 1, 2)) == ()


def test_a_decision_is_counted_once_with_its_outcomes_and_hours(
    reopen: Callable[[], Session],
) -> None:
    figures = statistics(reopen(), BEFORE, AFTER)
    assert value(figures, "decisions") >= 1
    outcomes = sum(f.value for f in figures if f.measure.startswith("outcome_"))
    assert outcomes >= value(figures, "decisions")
    assert all(f.of for f in figures if f.measure == "grants")


def test_complaints_and_swaps_of_the_span_are_counted_and_others_are_not(
    session: Session, visit_of: Callable[[Session, str], OpenVisit]
) -> None:
    opened_visit = visit_of(session, demonstration_people()[0])
    case = opened_visit.view.casefile.case.id
    for day in (DAY, AFTER + timedelta(days=400)):
        add(opened_visit, Complaint(id=new_id(), case=case, received_on=day, outcome="upheld"))
        add(opened_visit, Swap(id=new_id(), case=case, swapped_on=day))
    figures = statistics(session, BEFORE, AFTER)
    assert value(figures, "complaints") == value(figures, "complaints_upheld") == 1
    assert value(figures, "swaps") == 1


def test_the_figures_name_nobody_and_open_in_a_spreadsheet(
    reopen: Callable[[], Session], tmp_path: Path
) -> None:
    session, path = reopen(), tmp_path / "tal.csv"
    write_statistics(statistics(session, BEFORE, AFTER), path, Texts("da"))
    text = path.read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines(), delimiter=";"))
    assert rows[0] == ["Tal", "For", "Værdi"]
    assert {len(row) for row in rows} == {3}
    for citizen in session.store.overview.citizens():
        assert citizen.name not in text
        assert citizen.cpr is None or citizen.cpr.value not in text


def test_a_place_that_cannot_be_written_is_told(
    reopen: Callable[[], Session], tmp_path: Path
) -> None:
    with pytest.raises(KnownError, match=r"export\.not_written"):
        write_statistics((), tmp_path / "mangler" / "tal.csv", Texts("da"))
    blocked = tmp_path / "fil"
    blocked.write_text("")
    with pytest.raises(KnownError, match=r"export\.not_written"):
        export_codes(reopen(), BEFORE, AFTER, blocked)


def test_each_decided_visit_is_a_file_named_without_anybody(
    reopen: Callable[[], Session], tmp_path: Path
) -> None:
    session = reopen()
    made = export_codes(session, BEFORE, AFTER, tmp_path / "koder")
    files = sorted((tmp_path / "koder").iterdir())
    assert len(files) == made.visits == value(statistics(session, BEFORE, AFTER), "decisions")
    for path in files:
        bundle = json.loads(path.read_text(encoding="utf-8"))
        assert bundle["resourceType"] == "Bundle"
        assert session.casefile(path.stem).decision is not None
