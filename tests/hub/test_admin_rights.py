"""Every role at every page and every act of the administration: who may, and who may not."""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.hub.http import make_app
from app.hub.hub import Hub
from app.journal.tables import STATE
from tests.hub.office import Office, listening, open_hub
from tests.hub.pages_office import LOT, Browser, busy, park, staff, trespass

ROLES = ("", "vera", "rita", "lena", "sven", "adam")
READERS = {"rita", "lena", "sven", "adam"}
LEADERS = {"lena", "sven", "adam"}
EVERYBODY = {*READERS, "vera"}
# Who may see which page.
PAGES: dict[str, set[str]] = {
    "/": READERS,
    "/deadlines": READERS,
    "/letters": READERS,
    "/statistics": READERS,
    "/conflicts": LEADERS,
    "/cases": LEADERS,
    "/audit": LEADERS,
    "/computers": LEADERS,
    "/people": LEADERS,
    "/quarantine": LEADERS,
    "/parked": {"adam"},
    "/erasures": {"adam"},
    "/acts": {"adam"},
    "/password": EVERYBODY,
}
# Found by somebody who is at the way in, or by anybody.
OPEN = {
    "/sign-in",
    "/sign-in/provider",
    "/sign-in/answer",
    "/style.css",
    "/fonts/{name}",
    "/{rest}",
}
# Who may do what to the things of north, with which fields; the others find nothing there.
ACTS: dict[str, tuple[set[str], dict[str, str]]] = {
    "/audit": ({"lena", "adam"}, {"number": "N-1"}),
    "/cases": (LEADERS, {"text": "N-1"}),
    "/conflicts": ({"lena"}, {"conflict": "CONFLICT"}),
    "/statistics/file": (READERS, {}),
    "/quarantine": ({"sven", "adam"}, {"number": "HELD"}),
    "/quarantine/again": ({"sven", "adam"}, {"number": "HELD"}),
    "/quarantine/drop": ({"sven", "adam"}, {"number": "HELD", "why": "En fejl"}),
    "/cases/move": ({"lena", "adam"}, {"case": "CASE", "team": "west", "why": "Flyttet"}),
    "/computers/invite": ({"lena", "adam"}, {"login": "vera"}),
    "/computers/revoke": ({"lena", "adam"}, {"device": "DEVICE"}),
    "/computers/readmit": ({"lena", "adam"}, {"device": "DEVICE"}),
    "/parked/take": ({"adam"}, {"lot": "LOT"}),
    "/people/user": ({"adam"}, {"login": "vera"}),
    "/people/add": ({"adam"}, {"login": "ny", "name": "Ny", "role": "visitator"}),
    "/people/role": ({"adam"}, {"login": "nils", "role": "reader"}),
    "/people/password": ({"adam"}, {"login": "nils"}),
    "/people/provider": ({"adam"}, {"login": "nils", "subject": "4711"}),
    "/people/team": ({"adam"}, {"login": "nils", "team": "south", "do": "join"}),
    "/people/close": ({"adam"}, {"login": "nils"}),
    "/people/open": ({"adam"}, {"login": "nils"}),
    "/teams/add": ({"adam"}, {"name": "east"}),
    "/teams/rename": ({"adam"}, {"team": "west", "name": "far west"}),
    "/password": (EVERYBODY, {"before": "forkert", "password": "x", "again": "x"}),
    "/sign-out": (set(), {}),
}
# What a page that is open to a role answers where there is nothing for that role to do it to,
# or where the form is refused for what stands in it.
REFUSED = {303, 400, 403, 404}


class Work:
    """A hub with work of north on every page, and a browser for each role."""

    def __init__(self, hub: Hub, address: str, folder: Path) -> None:
        self.hub = hub
        self.office = staff(Office(hub, address, folder))
        self.office.user("nils", "north")
        hub.users.add_team("west")
        self.case = busy(self.office)
        self.device = self.office.laptops[0].device
        park(self.office, self.office.laptops[1])
        self.browsers = {each: Browser(address) for each in ROLES}
        for login, browser in self.browsers.items():
            browser.http.follow_redirects = False
            if login:
                assert browser.sign_in(login).status_code == 303

    def close(self) -> None:
        """Let go of the computers and the browsers."""
        for each in (*self.office.laptops, *(b.http for b in self.browsers.values())):
            each.close()

    def scribble(self) -> None:
        """Put something into quarantine if nothing lies there."""
        if not self.hub.quarantine.all():
            trespass(self.office.laptops[2], self.case, "Igen")

    def send(self, login: str, path: str, fields: dict[str, str]) -> int:
        """Send a form with what its words in capitals stand for; return the status."""
        meant = {"CASE": self.case, "DEVICE": self.device, "HELD": self.held}
        meant["LOT"] = LOT
        meant["CONFLICT"] = f"{self.case}.case.{self.case}.responsible"
        given = {name: meant.get(value, value) for name, value in fields.items()}
        browser = self.browsers[login]
        page = "/password" if login else "/sign-in"
        return browser.send(path, page, **given).status_code

    @property
    def held(self) -> str:
        """The number of what lies in quarantine, if anything does."""
        return next((str(each.number) for each in self.hub.quarantine.all()), "")

    def state(self) -> Any:
        """Return everything that an act may change."""
        hub = self.hub
        with hub.room.reading() as connection:
            cases = connection.execute(STATE["case"].select()).all()
        lists = (hub.users.all(), hub.users.teams(), hub.devices.all(), hub.quarantine.all())
        lists = (*lists, hub.parking.all())
        return lists, cases, len(hub.acts.all()), hub.sign_ins.bound()


@pytest.fixture(scope="module")
def work() -> Iterator[Work]:
    """The hub of this module."""
    with (
        tempfile.TemporaryDirectory(prefix="rights-") as place,
        open_hub(Path(place) / "hub") as hub,
        listening(hub) as address,
    ):
        made = Work(hub, address, Path(place))
        yield made
        made.close()


def _routes(hub: Hub, method: str) -> set[str]:
    found = set()
    for route in make_app(hub).routes:
        if route.path.startswith("/admin") and method in getattr(route, "methods", ()):
            bare = re.sub(r"{(\w+):\w+}", r"{\1}", route.path.removeprefix("/admin")) or "/"
            found.add(bare)
    return found


def test_every_page_and_every_act_stands_in_the_tables_above(work: Work) -> None:
    planned = {path for path in _routes(work.hub, "GET") if path.startswith("/planning")}
    assert _routes(work.hub, "GET") - planned == set(PAGES) | OPEN
    acts = {path for path in _routes(work.hub, "POST") if not path.startswith("/planning")}
    assert acts == {*ACTS, "/sign-in"}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_shown_to_its_roles_and_to_no_other(work: Work, path: str) -> None:
    found = {login: work.browsers[login].get(path).status_code for login in ROLES}
    others = {login: 303 if login == "" else 403 for login in ROLES if login not in PAGES[path]}
    assert found == others | dict.fromkeys(PAGES[path], 200)


@pytest.mark.parametrize("path", [path for path in ACTS if path != "/sign-out"])
def test_an_act_is_refused_to_all_others_and_changes_nothing_then(work: Work, path: str) -> None:
    allowed, fields = ACTS[path]
    before = work.state()
    found = {login: work.send(login, path, fields) for login in ROLES if login not in allowed}
    assert set(found.values()) <= REFUSED, found
    assert found[""] == 303
    assert work.state() == before


def test_what_a_role_may_do_is_done_and_noted(work: Work) -> None:
    done_once = {"/people/add", "/teams/add", "/teams/rename"}
    do_all(work, [(path, login) for path in ACTS for login in sorted(ACTS[path][0])])
    for path in done_once:
        assert work.send("adam", path, ACTS[path][1]) in (400, 404)


def test_on_postgresql_it_is_done_and_noted_too(postgresql: str, tmp_path: Path) -> None:
    with open_hub(tmp_path / "hub", postgresql) as hub, listening(hub) as address:
        work = Work(hub, address, tmp_path)
        do_all(work, [(path, min(allowed)) for path, (allowed, _) in ACTS.items() if allowed])
        work.close()


def do_all(work: Work, todo: list[tuple[str, str]]) -> None:
    """Do what each may do: all that changes something is noted as an act of theirs."""
    for path, login in todo:
        work.scribble()
        noted = len(work.hub.acts.all())
        if path == "/cases/move":
            work.hub.cases.move(work.case, "north")
        status = work.send(login, path, ACTS[path][1])
        if path == "/people/provider":
            assert status == 404  # there is none
            continue
        if path == "/password":
            assert status == 400, login
        elif path == "/quarantine/again":
            assert (status, work.hub.acts.all()[0].what) == (400, "offered_again")
        else:
            assert status in (200, 303), (path, login, status)
        reads = path in ("/audit", "/cases", "/conflicts", "/statistics/file", "/quarantine")
        if not reads and path not in ("/password", "/people/user"):
            newest = work.hub.acts.all()[0]
            assert len(work.hub.acts.all()) > noted, path
            assert newest.login == login
