"""Statements that are compiled once and handed to the driver as they are.

Building a statement anew costs more than running it, and so does asking for the result of one
that has none: what each change of the record writes goes this way, in the transaction of the
connection that it is given.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

Process = Callable[[Any], Any] | None


class _Compiled(NamedTuple):
    """The text of a statement, and what becomes of each of its parameters, in order."""

    sql: str
    parameters: tuple[tuple[str, Process], ...]
    by_position: bool

    def values(self, row: Mapping[str, Any]) -> tuple[Any, ...] | dict[str, Any]:
        found = [process(row[name]) if process else row[name] for name, process in self.parameters]
        if self.by_position:
            return tuple(found)
        return {name: value for (name, _), value in zip(self.parameters, found, strict=True)}


class Prepared:
    """An insert, update or delete with its parameters, for any database.

    `columns` are the columns that an insert or update sets.
    """

    def __init__(self, statement: sa.Executable, columns: Sequence[str] | None = None) -> None:
        self._statement = statement
        self._columns = columns
        self._compiled: dict[str, _Compiled] = {}

    def run(self, connection: sa.Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run the statement for each row, a mapping of its parameters; sa.exc.DBAPIError."""
        compiled = self._for(connection.dialect)
        run_bare(connection, compiled.sql, [compiled.values(row) for row in rows])

    def _for(self, dialect: sa.Dialect) -> _Compiled:
        name = f"{dialect.name}+{dialect.driver}"
        if name not in self._compiled:
            self._compiled[name] = self._compile(dialect)
        return self._compiled[name]

    def _compile(self, dialect: sa.Dialect) -> _Compiled:
        compiler: Any = self._statement.compile(  # type: ignore[attr-defined]
            dialect=dialect, column_keys=self._columns
        )
        names = list(compiler.positiontup or compiler.binds)
        types = {name: compiler.binds[name].type for name in names}
        processes = [
            (name, types[name].dialect_impl(dialect).bind_processor(dialect)) for name in names
        ]
        return _Compiled(str(compiler), tuple(processes), bool(compiler.positiontup))


def run_bare(connection: sa.Connection, sql: str, rows: Sequence[Any] = ((),)) -> None:
    """Run a statement without a result for each row of its parameters, straight by the driver.

    What the driver reports is raised as SQLAlchemy would, without any value.
    """
    dialect: Any = connection.dialect
    cursor = connection.connection.cursor()
    try:
        if len(rows) == 1:
            cursor.execute(sql, rows[0])
        else:
            cursor.executemany(sql, rows)
    except dialect.loaded_dbapi.Error as error:
        raise sa.exc.DBAPIError.instance(
            sql, None, error, dialect.loaded_dbapi.Error, hide_parameters=True, dialect=dialect
        ) from error
    finally:
        cursor.close()
