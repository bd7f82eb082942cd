"""Measures the program against bare Qt, a bare database and other makers of PDF; prints a table."""

import argparse
import os
import shutil
import sys
from pathlib import Path

from tests.benchmarks.table import printed

FOLDER = Path("build/benchmarks")
START_ROUNDS = 7
WINDOW_ROUNDS = 7
PRINT_ROUNDS = 9
KEYS = 20
DURABLE_BLOCKS, DURABLE_ROUNDS = 11, 500
OPEN_ROUNDS = 7
READ_ROUNDS = 15
PAPER_ROUNDS = 9
# A year of so many is made at first; of a hundred (3 GB, two minutes) only when it is asked for.
FEW_VISITATORS = 10


def main() -> None:
    """Seed what is missing, measure, and print."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks", description=__doc__)
    parser.add_argument("--heavy", action="store_true", help="a hub with 100 visitators' year, too")
    heavy = parser.parse_args().heavy
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Offscreen windows say at each turn what they cannot do; the table should stand alone.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    from PySide6.QtWidgets import QApplication

    from app.bootstrap import open_demonstration, open_session
    from app.widgets.theme import apply_theme
    from tests.benchmarks.durable import bytes_per_change, durable, long_visit, opening
    from tests.benchmarks.homecoming import coming_home
    from tests.benchmarks.keystrokes import writing
    from tests.benchmarks.papers import papers
    from tests.benchmarks.seed import PASSPHRASE, seeded
    from tests.benchmarks.starting import starting
    from tests.benchmarks.sync import syncing
    from tests.benchmarks.window import printing, working
    from tests.benchmarks.year import VISITATORS, after_a_year

    few, crowd = FOLDER / "10", FOLDER / "10000"
    print("Seeding 10,000 visits the first time each day ...", file=sys.stderr)
    seeded(few, 10).close()
    seeded(crowd, 10_000).close()
    rows = starting(few, crowd, START_ROUNDS)
    app = QApplication([])
    apply_theme(app, "light")
    # Made anew: what an earlier program made, or an earlier run typed, is not measured.
    shutil.rmtree(FOLDER / "demonstration", ignore_errors=True)
    many, demonstration = seeded(crowd, 10_000), open_demonstration(FOLDER / "demonstration")
    try:
        rows += working(demonstration, many, WINDOW_ROUNDS)
        rows += writing(demonstration, KEYS)
        rows += printing(demonstration, PRINT_ROUNDS)
    finally:
        demonstration.close()
        many.close()
    for folder, name in ((few, " (10 visits)"), (crowd, " (10,000 visits)")):
        rows += opening(folder, OPEN_ROUNDS, name)
        session = open_session(folder, PASSPHRASE)
        rows += durable(session, DURABLE_BLOCKS, DURABLE_ROUNDS, name)
        rows += long_visit(session, READ_ROUNDS, name) + bytes_per_change(session, name)
        session.close()
    rows += papers(PAPER_ROUNDS)
    rows += syncing(FOLDER / "sync") + coming_home(FOLDER / "home")
    visitators = VISITATORS if heavy else FEW_VISITATORS
    print(f"Making a hub's year of {visitators} visitators the first time ...", file=sys.stderr)
    rows += after_a_year(FOLDER / "year", visitators)
    print(printed(rows))


if __name__ == "__main__":
    main()
