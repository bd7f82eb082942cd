"""Brings the hub's tables of earlier versions to this one: nothing that was kept is lost."""

import sqlalchemy as sa

from app.hub.tables import HUB, entitled, holder, named, reason

# Where schemas 1 and 2 noted in which scopes a blob is named, without saying by whom.
_NAMED_BEFORE = sa.table("hub_named", sa.column("sha256"), sa.column("scope"))

_NOBODY = "0" * 32


def upgrade(connection: sa.Connection) -> None:
    """Add the columns and indexes that tables of earlier versions lack; new tables are there.

    What was named before it was noted by whom stands as it stood: readable in its scopes.
    """
    there = sa.inspect(connection)
    for table in HUB.sorted_tables:
        _add_columns(connection, there, table)
    if there.has_table(_NAMED_BEFORE.name):
        _keep_names(connection)
    if connection.execute(sa.select(reason).limit(1)).first() is None:
        _keep_reasons(connection)


def _add_columns(connection: sa.Connection, there: sa.Inspector, table: sa.Table) -> None:
    known = {column["name"] for column in there.get_columns(table.name)}
    quoted = connection.dialect.identifier_preparer
    for column in table.columns:
        if column.name not in known:
            kind = column.type.compile(connection.dialect)
            name = f"{quoted.format_table(table)} ADD COLUMN {quoted.format_column(column)}"
            connection.execute(sa.text(f"ALTER TABLE {name} {kind}"))
    for index in table.indexes:
        index.create(connection, checkfirst=True)


def _keep_names(connection: sa.Connection) -> None:
    nobody = sa.literal(_NOBODY, named.c.user.type)
    before = sa.select(_NAMED_BEFORE.c.sha256, _NAMED_BEFORE.c.scope, nobody)
    held = sa.select(_NAMED_BEFORE.c.sha256, nobody).distinct()
    connection.execute(sa.insert(named).from_select(["sha256", "scope", "user"], before))
    connection.execute(sa.insert(holder).from_select(["sha256", "user"], held))
    connection.execute(sa.text(f"DROP TABLE {_NAMED_BEFORE.name}"))


def _keep_reasons(connection: sa.Connection) -> None:
    """Whoever had a case before it was noted why has it for having written in it."""
    had = sa.select(entitled.c.user, entitled.c.scope, sa.literal("sent"))
    had = had.where(sa.not_(entitled.c.left))
    connection.execute(sa.insert(reason).from_select(["user", "scope", "kind"], had))
