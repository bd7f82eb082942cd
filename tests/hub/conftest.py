"""A real hub on a real database: SQLCipher always, PostgreSQL where there is a server."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from app.domain.ids import new_id

BINARIES = Path("/usr/lib/postgresql")


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
    place = Path(tempfile.mkdtemp(prefix="hub-pg-"))
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


@pytest.fixture
def new_database(server: str) -> Iterator[Callable[[], str]]:
    """Makes empty PostgreSQL databases, each with an address of its own."""
    made: list[str] = []
    with psycopg.connect(f"user=hub dbname=postgres host={server}", autocommit=True) as admin:

        def make() -> str:
            made.append(f"hub_{new_id()}")
            admin.execute(f"CREATE DATABASE {made[-1]}".encode())
            return f"postgresql+psycopg://hub@/{made[-1]}?host={server}"

        yield make
        for name in made:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """The address of an empty database; "" is the embedded one."""
    if request.param == "sqlite":
        return ""
    return str(request.getfixturevalue("new_database")())
