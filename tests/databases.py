"""Databases for tests: a PostgreSQL server of their own, and folders that lie in memory."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

BINARIES = Path("/usr/lib/postgresql")
# What is written there costs no time and wears no disk.
MEMORY = Path("/dev/shm")  # noqa: S108 - folders in it get names that nobody guesses
ROOM = 1024**3


def _memory() -> Path | None:
    """Return a folder that lies in memory, if there is one with room."""
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        return MEMORY
    return None


@contextmanager
def quick_folder(otherwise: Path | None = None) -> Iterator[Path]:
    """Give a folder for a while, in memory if there is room."""
    memory = _memory()
    if memory is None and otherwise is not None:
        yield otherwise
        return
    with tempfile.TemporaryDirectory(dir=memory, prefix="hub-test-") as place:
        yield Path(place)


def _tool(name: str) -> str | None:
    """Return where a program of the server is; the newest, if there are several."""
    installed = sorted(BINARIES.glob(f"*/bin/{name}"))
    return str(installed[-1]) if installed else shutil.which(name)


def _as_server(command: list[str]) -> None:
    """Run a command as a user that may run the server: it refuses root."""
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    subprocess.run(command, check=True, capture_output=True, cwd="/")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as the tests."""
    initdb, control = _tool("initdb"), _tool("pg_ctl")
    if initdb is None or control is None:
        pytest.skip("PostgreSQL is not installed")
    if os.geteuid() == 0 and not shutil.which("runuser"):
        pytest.skip("PostgreSQL does not run as root, and nobody else can be asked")
    place = Path(tempfile.mkdtemp(prefix="hub-pg-", dir=_memory()))
    if os.geteuid() == 0:
        shutil.chown(place, "postgres")
    data = str(place / "data")
    settings = f"-k {place} -c listen_addresses='' -F -c full_page_writes=off"
    try:
        _as_server([initdb, "-D", data, "-U", "hub", "-A", "trust", "-E", "UTF8", "-N"])
        log = str(place / "log")
        _as_server([control, "-D", data, "-w", "-l", log, "-o", settings, "start"])
        try:
            yield str(place)
        finally:
            _as_server([control, "-D", data, "-w", "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(place)


class Databases:
    """The databases of a server: one with a hub's tables, and copies of others."""

    def __init__(self, server: str) -> None:
        self._server = server
        self.admin = psycopg.connect(f"user=hub dbname=postgres host={server}", autocommit=True)

    def address(self, name: str) -> str:
        """Return the address of a database."""
        return f"postgresql+psycopg://hub@/{name}?host={self._server}"

    def make(self, name: str, like: str = "template0") -> str:
        """Make a database, empty or as a copy of another that nobody has open."""
        self.admin.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
        return self.address(name)

    def drop(self, name: str) -> None:
        """Let go of a database, whoever has it open."""
        self.admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def databases(server: str) -> Iterator[Databases]:
    """The databases of a PostgreSQL server that lives as long as the tests."""
    made = Databases(server)
    yield made
    made.admin.close()


@pytest.fixture(scope="session")
def prepared_database(
    databases: Databases, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[psycopg.Connection]:
    """A connection to a PostgreSQL database with a hub's tables, called `hub`."""
    from app.hub.engine import open_database
    from tests.hub.office import KEY

    address = databases.make("hub")
    open_database(tmp_path_factory.mktemp("prepared"), KEY, address).dispose()
    with psycopg.connect(address.replace("+psycopg", ""), autocommit=True) as connection:
        yield connection


@pytest.fixture
def postgresql(databases: Databases, prepared_database: psycopg.Connection) -> str:
    """The address of a PostgreSQL database of a hub, with nothing in it."""
    import sqlalchemy as sa
    from sqlalchemy.dialects.postgresql import dialect

    from app.hub.engine import journal_tables
    from app.hub.tables import HUB, SCHEMA, setting
    from app.journal import tables

    statements: list[sa.Delete | sa.Update] = [
        sa.delete(table)
        for table in (*HUB.tables.values(), *journal_tables())
        if table not in (setting, tables.meta)
    ]
    statements.append(sa.delete(setting).where(setting.c.name != "schema"))
    statements.append(sa.update(setting).values(value=str(SCHEMA)))
    how: dict[str, Any] = {"dialect": dialect(), "compile_kwargs": {"literal_binds": True}}  # type: ignore[no-untyped-call]
    prepared_database.execute(";".join(str(each.compile(**how)) for each in statements))
    return databases.address("hub")
