"""An office with work on every page, and somebody who reads pages and sends forms over HTTP."""

import re
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import httpx

from app.domain.ids import new_id
from app.domain.standard_file import load_standard
from app.domain.values import Planned, StandardRef
from app.errors import KnownError
from app.journal.outbox import Answered
from app.sync.parking import Part, seal
from app.texts import RESOURCES
from tests.hub.office import NO_TLS, PASSWORD, Laptop, Office

STANDARD = next((RESOURCES / "standards").glob("k*benhavn*.toml"))
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
LOT = "d" * 32
LONG = "Anna-Margrethe Elisabeth Sørensen-Østergaard af Rosenørn-Lehnsgaard"


class Browser:
    """Somebody who reads pages and sends forms, with the cookies of one browser."""

    def __init__(self, address: str) -> None:
        self.http = httpx.Client(
            base_url=f"{address}/admin",
            verify=NO_TLS,
            trust_env=False,
            timeout=20,
            follow_redirects=True,
        )

    def get(self, path: str = "") -> httpx.Response:
        """Read a page."""
        return self.http.get(path)

    def token(self, path: str = "") -> str:
        """Return the token of the forms of a page."""
        found = re.search(r'name="form_token" value="(\w+)"', self.get(path).text)
        assert found is not None
        return found[1]

    def send(self, path: str, page: str = "/password", **fields: str) -> httpx.Response:
        """Send a form of a page."""
        return self.http.post(path, data={"form_token": self.token(page), **fields})

    def sign_in(self, login: str, password: str = PASSWORD) -> httpx.Response:
        """Send the form by which one comes in."""
        return self.send("/sign-in", "/sign-in", login=login, password=password)


def staff(office: Office) -> Office:
    """Take in two teams, each with a leader and a visitator; an administrator; a reader."""
    office.user("vera", "north")
    office.user("bo", "south")
    office.user("lena", "north", role="team_leader")
    office.user("sven", "south", role="team_leader")
    office.user("adam", role="administrator")
    office.user("rita", "north", role="reader")
    return office


def send(laptop: Laptop) -> None:
    """Send what waits, and note that it came."""
    waiting = laptop.store.journal.exchange.outgoing()
    assert laptop.push(waiting) == ["stored"] * len(waiting)
    answers = [Answered(action=parcel.id) for parcel in waiting]
    laptop.store.journal.exchange.answered(answers, NOW)


def open_case(laptop: Laptop, name: str, number: str) -> str:
    """Write a case whose next visit was agreed on for a day that has passed, and send it."""
    _, case = laptop.case(name)
    visit, standard = new_id(), load_standard(STANDARD)
    writer = laptop.scribe(case)
    writer.set(case, number, "number", "case", label="Sagsnummer skrevet", reason="Ny sag")
    planned = Planned(start=datetime(2026, 11, 2, 9, 0, tzinfo=UTC), minutes=60)
    for field, value in {
        "case": case,
        "kind": "first",
        "state": "ongoing",
        "planned": planned,
        "standards": (StandardRef(id=standard.id, version=standard.version),),
        "next_visit": date(2026, 11, 20),
    }.items():
        writer.set(visit, value, field, "visit")
    send(laptop)
    return case


def decide(laptop: Laptop, case: str, number: int = 1, decision: str = "") -> str:
    """Write a version of a decision that is issued, send it, and return its id."""
    version, writer = new_id(), laptop.scribe(case)
    for field, value in {
        "case": case,
        "decision": decision or f"{case[:30]}de",
        "number": number,
        "name": "Vera Visitator",
        "unit": "Visitationen",
        "locked_at": datetime(2026, 11, 17, 13, 30, tzinfo=UTC),
    }.items():
        writer.set(version, value, field, "decision_version", undoable=False)
    send(laptop)
    return version


def deliver(laptop: Laptop, case: str, version: str) -> None:
    """Record that a version was sent."""
    sent, writer = new_id(), laptop.scribe(case)
    for field, value in {
        "case": case,
        "version": version,
        "how": "digital_post",
        "sent_on": date(2026, 11, 18),
    }.items():
        writer.set(sent, value, field, "delivery", undoable=False)
    send(laptop)


def disagree(case: str, first: Laptop, second: Laptop, field: str = "responsible") -> None:
    """Let two computers write a field of a case without seeing each other."""
    assert second.ask("POST", f"/cases/{case}/open", {"why": "afløser"}).status_code == 200
    second.pull()
    for laptop, value in ((first, "Vera V."), (second, "Lena L.")):
        laptop.scribe(case, value.split()[0]).set(case, value, field, "case")
        send(laptop)


def trespass(laptop: Laptop, case: str, value: str = "Bos ord") -> None:
    """Let a computer of another team write into a case: it is refused and kept."""
    action = laptop.scribe(case, "Bo").set(
        case, value, "responsible", "case", label="Ansvarlig skrevet"
    )
    sent = [each for each in laptop.store.journal.exchange.outgoing() if each.id == action]
    assert laptop.push(sent) == ["hub.not_yours"]
    refused = Answered(action=action, error=KnownError("hub.not_yours"))
    laptop.store.journal.exchange.answered([refused], NOW)


def park(office: Office, laptop: Laptop) -> None:
    """Let the hub have what a computer has not sent, as if it had been revoked."""
    hub, whose = office.hub, (laptop.hub, laptop.device, LOT)
    part = Part(actions=laptop.store.journal.exchange.unsent_actions())
    sealed = seal(part, hub.farewell.parking.public_key().public_bytes_raw(), whose, (1, 1))
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / f"{laptop.device}-{LOT}-0001-0001.sealed"
        file.write_bytes(sealed)
        hub.parking.add(file)


def busy(office: Office, name: str = "Åse Ærø") -> str:
    """Give north a case with something on every page; return it."""
    vera, lena, bo = (office.laptop(each) for each in ("vera", "lena", "bo"))
    case = open_case(vera, name, "N-1")
    decide(vera, case)
    disagree(case, vera, lena)
    trespass(bo, case)
    return case
