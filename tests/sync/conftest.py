"""A real hub and as many real laptops as a test asks for."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.scribe import SteppingClock
from tests.sync.laptops import Laptop, Office, close_all, office_at

MakeLaptop = Callable[..., Laptop]


@pytest.fixture
def clock() -> SteppingClock:
    return SteppingClock()


@pytest.fixture
def office(tmp_path: Path, clock: SteppingClock) -> Iterator[Office]:
    """A hub with Vera of the team Nord."""
    with office_at(tmp_path / "hub", clock) as made:
        made.add_user("vera")
        yield made


@pytest.fixture
def make_laptop(office: Office, tmp_path: Path, clock: SteppingClock) -> Iterator[MakeLaptop]:
    """Makes computers that are enrolled for a user."""
    made: list[Laptop] = []

    def make(name: str, login: str = "vera", url: str = "") -> Laptop:
        laptop = Laptop(tmp_path / name, clock)
        made.append(laptop)
        laptop.enrol(office, login, url)
        return laptop

    yield make
    close_all(made)


@pytest.fixture
def laptop(make_laptop: MakeLaptop) -> Laptop:
    """Vera's computer."""
    return make_laptop("laptop")


@pytest.fixture
def other(make_laptop: MakeLaptop) -> Laptop:
    """Vera's other computer."""
    return make_laptop("other")
