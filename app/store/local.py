"""Small things that only this computer keeps, in the encrypted database."""

from collections.abc import Mapping

import sqlalchemy as sa

from app.journal.failures import explained
from app.journal.writer import Writer
from app.store import tables


class Local:
    """Texts by name."""

    def __init__(self, engine: sa.Engine, writer: Writer) -> None:
        self._engine = engine
        self._writer = writer

    def get(self, name: str) -> str | None:
        """Return what was kept under a name."""
        kept = sa.select(tables.setting.c.value).where(tables.setting.c.name == name)
        with explained(), self._engine.connect() as connection:
            return connection.scalar(kept)

    def set(self, name: str, value: str) -> None:
        """Keep a text under a name, in the place of the one before."""
        self._writer.run(lambda connection: _put(connection, name, value))

    def set_all(self, values: Mapping[str, str]) -> None:
        """Keep several texts, all or none."""

        def work(connection: sa.Connection) -> None:
            for name, value in values.items():
                _put(connection, name, value)

        self._writer.run(work)


def _put(connection: sa.Connection, name: str, value: str) -> None:
    connection.execute(sa.delete(tables.setting).where(tables.setting.c.name == name))
    connection.execute(sa.insert(tables.setting), {"name": name, "value": value})
