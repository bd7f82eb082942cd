"""The benchmarks measure what they say, on a store that looks like a real one."""

from pathlib import Path

import page
import pytest

from app.clock import today
from app.hub.hub import Hub
from app.hub.identity import find_key
from app.workflow.planning import visits_of_day
from tests.benchmarks.durable import bytes_per_change, durable, long_visit, opening
from tests.benchmarks.paper import Block, Package
from tests.benchmarks.paper_case import package
from tests.benchmarks.paper_engines import ENGINES
from tests.benchmarks.paper_reading import blocks
from tests.benchmarks.seed import VISITS_TODAY, seeded
from tests.benchmarks.table import Row, limited, p99, printed
from tests.benchmarks.year import EDITS, make_year
from tests.documents import reading
from tests.documents.sample import photo


def test_a_seeded_store_has_its_citizens_and_the_visits_of_today(tmp_path: Path) -> None:
    session = seeded(tmp_path / "data", 20)
    counts = session.store.overview.counts()
    assert (counts.citizens, counts.cases, counts.visits) == (20, 20, 20)
    assert len(visits_of_day(session, today(session.clock))) == VISITS_TODAY
    assert session.store.search.find("test")
    assert session.store.journal.verify() == ()
    session.close()


def test_a_store_that_is_seeded_is_used_again(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    seeded(folder, 8).close()
    before = (folder / "seeded").stat().st_mtime_ns
    seeded(folder, 8).close()
    assert (folder / "seeded").stat().st_mtime_ns == before


@pytest.mark.parametrize(("ms", "verdict"), [(150.0, "ok"), (170.0, "OVER")])
def test_a_ratio_over_what_is_allowed_is_said(ms: float, verdict: str) -> None:
    row = Row("window", ms, "bare window", 100.0, 1.6)
    assert row.ratio == ms / 100
    assert row.verdict == verdict
    assert verdict in printed([row])


def test_one_slow_time_does_not_move_the_median_but_the_last_hundredth() -> None:
    times = [1.0] * 99 + [50.0]
    assert limited("quick", times, 16.0).ms == 1.0
    assert p99(times) > 40


def test_what_keeping_costs_is_measured_against_the_very_same_rows(tmp_path: Path) -> None:
    session = seeded(tmp_path / "data", 10)
    change, tail, limit = durable(session, 3, 20)
    assert change.against_ms > 0
    assert (tail.allowed, limit.against_ms) == (2.0, 5.0)
    (reading,) = long_visit(session, 1)
    assert reading.ms > 0
    (size,) = bytes_per_change(session)
    assert 50 < size.ms < 1_000
    assert session.store.journal.verify() == ()
    session.close()
    assert opening(tmp_path / "data", 1)[0].ratio > 0


@pytest.fixture(scope="module")
def wanted() -> Package:
    return Package(1, blocks(package(1), 1), photo())


def test_other_engines_are_given_all_that_the_package_holds(wanted: Package) -> None:
    assert [b.kind for b in wanted.blocks].count("part") == len(reading.heard_parts(package(1)))
    heard = reading.heard(package(1))
    given = [text for b in wanted.blocks if b.kind != "figure" for text in (b.text, *_cells(b))]
    assert [text for text in given if text[:-1] not in heard] == []
    assert sum(map(len, given)) > 0.9 * len(heard)


def _cells(block: Block) -> list[str]:
    return [line for row in block.rows for cell in row for line in cell.lines]


@pytest.mark.parametrize("name", ["plain reportlab", "WeasyPrint", "typst"])
def test_an_engine_sets_every_word_and_says_it_to_a_screen_reader(
    name: str, wanted: Package
) -> None:
    pdf = ENGINES[name](wanted)
    words = reading.text(pdf).replace(" ", "")
    lost = [
        b.text for b in wanted.blocks if b.kind[0] == "h" and b.text.replace(" ", "") not in words
    ]
    assert lost == []
    if name != "plain reportlab":
        assert page.validate_pdf_bytes(pdf, profile="ua1").failures == []


@pytest.mark.parametrize("later", [2, 11, 63])
def test_no_two_rounds_give_an_engine_the_same_words(wanted: Package, later: int) -> None:
    other = blocks(package(1), later)
    same = {b.text for b in wanted.blocks if len(b.text) > 1} & {b.text for b in other}
    assert same == set()


def test_a_made_up_year_stands_in_the_tables_as_real_work_does(tmp_path: Path) -> None:
    make_year(tmp_path, 2, 3)
    standing = """SELECT count(*) FROM journal_head h JOIN journal_change c USING (epoch, seq)
 JOIN journal_action a ON a.number = c.action JOIN hub_origin o ON o.action = a.number
 JOIN assessment s ON s.id = c.record AND c.value = '"' || s.own_words || '"'
 JOIN hub_entitled e ON e.scope = a.scope AND e."user" = o."user"
 WHERE s.scope = a.scope AND h.scope = a.scope AND h.record = c.record"""
    ids = "SELECT count(DISTINCT id) FROM journal_action"
    feed = "SELECT count(*) FROM hub_feed f JOIN journal_action a ON a.number = f.action"
    with Hub(tmp_path, find_key(tmp_path, {}).key) as hub, hub.room.reading() as connection:
        assert connection.exec_driver_sql(standing).scalar() == 2 * 3 * 40
        assert connection.exec_driver_sql(ids).scalar() == 2 * 3 * EDITS
        assert connection.exec_driver_sql(feed).scalar() == 2 * 3 * EDITS
