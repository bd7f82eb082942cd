"""A real hub on a real database: SQLCipher always, PostgreSQL where there is a server."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

from app.hub.engine import journal_tables, open_database
from app.hub.engine import postgresql as engine_of
from app.hub.tables import HUB, SCHEMA, setting
from app.journal import tables
from tests.hub.office import KEY, Laptop, Office, listening, open_hub

BINARIES = Path("/usr/lib/postgresql")


# What is written there costs no time and wears no disk.
MEMORY = Path("/dev/shm")  # noqa: S108 - folders in it get names that nobody guesses
ROOM = 1024**3


def _memory() -> Path | None:
    """Return a folder that lies in memory, if there is one with room."""
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        return MEMORY
    return None


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """A folder for the test alone, in memory if there is room."""
    memory = _memory()
    if memory is None:
        yield tmp_path
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


def _address(server: str, name: str) -> str:
    return f"postgresql+psycopg://hub@/{name}?host={server}"


@pytest.fixture(scope="session")
def prepared_database(server: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a PostgreSQL database with a hub's tables."""
    with psycopg.connect(f"user=hub dbname=postgres host={server}", autocommit=True) as admin:
        admin.execute("CREATE DATABASE hub")
    address = f"postgresql+psycopg://hub@/hub?host={server}"
    open_database(tmp_path_factory.mktemp("prepared"), KEY, address).dispose()
    return address


@pytest.fixture
def postgresql(prepared_database: str) -> str:
    """The address of a PostgreSQL database of a hub, with nothing in it."""
    engine = engine_of(prepared_database)
    with engine.connect() as connection, connection.begin():
        for table in (*HUB.tables.values(), *journal_tables()):
            if table not in (setting, tables.meta):
                connection.execute(sa.delete(table))
        connection.execute(sa.delete(setting).where(setting.c.name != "schema"))
        connection.execute(sa.update(setting).values(value=str(SCHEMA)))
    engine.dispose()
    return prepared_database


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """The address of an empty database; "" is the embedded one."""
    if request.param == "sqlite":
        return ""
    return str(request.getfixturevalue("postgresql"))


@pytest.fixture
def office(tmp_path: Path, database: str) -> Iterator[Office]:
    """A hub with two teams, north (Vera, Nils) and south (Bo), that listens on loopback."""
    with open_hub(tmp_path / "hub", database) as hub, listening(hub) as address:
        made = Office(hub, address, tmp_path)
        made.user("vera", "north")
        made.user("nils", "north")
        made.user("bo", "south")
        yield made
        for laptop in made.laptops:
            laptop.close()


@pytest.fixture
def vera(office: Office) -> Laptop:
    return office.laptop("vera")


@pytest.fixture
def bo(office: Office) -> Laptop:
    return office.laptop("bo")
