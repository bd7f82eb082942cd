"""Counts the steps that the database takes: the same on every machine, busy or not."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from app.store.store import Store

EVERY = 100


class Steps:
    """How many steps of SQLite's machine were taken, in hundreds rounded down."""

    def __init__(self) -> None:
        self.taken = 0

    def __call__(self) -> int:
        self.taken += EVERY
        return 0


@contextmanager
def counted(store: Store) -> Iterator[Steps]:
    """Count what is asked of a store meanwhile."""
    steps = Steps()

    def begin(driver: Any, _record: object, _proxy: object) -> None:
        driver.set_progress_handler(steps, EVERY)

    def end(driver: Any, _record: object) -> None:
        driver.set_progress_handler(None, EVERY)

    sa.event.listen(store._engine, "checkout", begin)
    sa.event.listen(store._engine, "checkin", end)
    try:
        yield steps
    finally:
        sa.event.remove(store._engine, "checkout", begin)
        sa.event.remove(store._engine, "checkin", end)
