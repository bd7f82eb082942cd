"""A real hub on a real database: SQLCipher always, PostgreSQL where there is a server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.databases import quick_folder
from tests.hub.office import Laptop, Office, listening, open_hub


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """A folder for the test alone, in memory if there is room."""
    with quick_folder(tmp_path) as place:
        yield place


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
