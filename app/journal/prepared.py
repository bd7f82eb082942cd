"""Statements that are compiled once: building them anew costs more than running them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

Process = Callable[[Any], Any] | None


class Prepared:
    """An insert, update or delete with its parameters, for any database.

    `columns` are the columns that an insert or update sets.
    """

    def __init__(self, statement: sa.Executable, columns: Sequence[str] | None = None) -> None:
        self._statement = statement
        self._columns = columns
        self._compiled: dict[str, tuple[str, list[tuple[str, Process]], bool]] = {}

    def run(self, connection: sa.Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run the statement for each row, a mapping of its parameters."""
        sql, parameters, by_position = self._for(connection.dialect)
        values = [
            {name: process(row[name]) if process else row[name] for name, process in parameters}
            for row in rows
        ]
        given: list[Any] = [tuple(each.values()) for each in values] if by_position else values
        connection.exec_driver_sql(sql, given[0] if len(given) == 1 else given)

    def _for(self, dialect: sa.Dialect) -> tuple[str, list[tuple[str, Process]], bool]:
        name = f"{dialect.name}+{dialect.driver}"
        if name not in self._compiled:
            self._compiled[name] = self._compile(dialect)
        return self._compiled[name]

    def _compile(self, dialect: sa.Dialect) -> tuple[str, list[tuple[str, Process]], bool]:
        compiler: Any = self._statement.compile(  # type: ignore[attr-defined]
            dialect=dialect, column_keys=self._columns
        )
        names = list(compiler.positiontup or compiler.binds)
        types = {name: compiler.binds[name].type for name in names}
        processes = [
            (name, types[name].dialect_impl(dialect).bind_processor(dialect)) for name in names
        ]
        return str(compiler), processes, bool(compiler.positiontup)
