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
from app.hub.engine import open_database
from tests.hub.office import KEY, Laptop, Office, listening, open_hub

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
    if os.geteuid() == 0 and not shutil.which("runuser"):
        pytest.skip("PostgreSQL does not run as root, and nobody else can be asked")
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


def _address(server: str, name: str) -> str:
    return f"postgresql+psycopg://hub@/{name}?host={server}"


@pytest.fixture(scope="session")
def template(server: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a database with a hub's tables, and nothing in them."""
    with psycopg.connect(f"user=hub dbname=postgres host={server}", autocommit=True) as admin:
        admin.execute("CREATE DATABASE hub_template")
    folder = tmp_path_factory.mktemp("template")
    open_database(folder, KEY, _address(server, "hub_template")).dispose()
    return "hub_template"


@pytest.fixture
def new_database(server: str, template: str) -> Iterator[Callable[[], str]]:
    """Makes PostgreSQL databases of a hub, each with an address of its own."""

    def make() -> str:
        name = f"hub_{new_id()}"
        admin.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
        return _address(server, name)

    # They are not dropped one by one: the server goes with all of them.
    with psycopg.connect(f"user=hub dbname=postgres host={server}", autocommit=True) as admin:
        yield make


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """The address of an empty database; "" is the embedded one."""
    if request.param == "sqlite":
        return ""
    return str(request.getfixturevalue("new_database")())


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
