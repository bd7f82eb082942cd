"""Measures the program against bare Qt and a bare database in one run; prints one table."""

import os
import sys
from pathlib import Path

from tests.benchmarks.table import printed

FOLDER = Path("build/benchmarks")
START_ROUNDS = 7
WINDOW_ROUNDS = 7
PRINT_ROUNDS = 9
DURABLE_ROUNDS = 420


def main() -> None:
    """Seed what is missing, measure, and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Offscreen windows say at each turn what they cannot do; the table should stand alone.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    from PySide6.QtWidgets import QApplication

    from app.bootstrap import open_demonstration
    from app.widgets.theme import apply_theme
    from tests.benchmarks.durable import durable
    from tests.benchmarks.seed import seeded
    from tests.benchmarks.starting import starting
    from tests.benchmarks.window import printing, working

    few, crowd = FOLDER / "10", FOLDER / "10000"
    print("Seeding 10,000 visits the first time each day ...", file=sys.stderr)
    seeded(few, 10).close()
    seeded(crowd, 10_000).close()
    rows = starting(few, crowd, START_ROUNDS)
    app = QApplication([])
    apply_theme(app, "light")
    many, demonstration = seeded(crowd, 10_000), open_demonstration(FOLDER / "demonstration")
    try:
        rows += working(demonstration, many, WINDOW_ROUNDS)
        rows += printing(demonstration, PRINT_ROUNDS)
        rows += durable(many, DURABLE_ROUNDS)
    finally:
        demonstration.close()
        many.close()
    print(printed(rows))


if __name__ == "__main__":
    main()
