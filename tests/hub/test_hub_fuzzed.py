"""Whatever is sent to the hub: it answers with a reason, and nothing changes or gets out."""

import gzip
import hashlib
import json
import random
import warnings
from collections.abc import Iterator
from typing import Any

import httpx
import msgspec
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, given, settings

from app.domain.ids import new_id
from app.hub.engine import journal_tables
from app.hub.hub import Hub
from app.hub.tables import HUB
from app.sync import wire
from tests.hub.office import Laptop, Office, why

# What anybody may add to: tries, questions, uploads that nothing names, notes of who read.
_ANYBODYS = {"hub_nonce", "hub_attempt", "hub_session", "hub_looked", "hub_access", "hub_once"}
_UPLOADS = {"hub_blob", "hub_chunk", "hub_part", "hub_holder", "hub_doomed"}
_REFUSED = {"hub_quarantine"}
# What a computer that is signed in may do to itself.
_OWN = {("DELETE", f"{wire.PREFIX}/devices/self")}
# What nobody of another team may read.
SECRET = "Hemmelig Nordborger"


@pytest.fixture
def database() -> str:
    """These are about HTTP: the embedded database is enough."""
    return ""


def digest(hub: Hub, but: set[str] = _ANYBODYS) -> dict[str, str]:
    """Return what each table of the hub holds, as one hash."""
    found = {}
    with hub.room.reading() as connection:
        for table in (*HUB.tables.values(), *journal_tables()):
            if table.name not in but:
                rows = sorted(map(repr, connection.execute(sa.select(table))))
                found[table.name] = hashlib.sha256(repr(rows).encode()).hexdigest()
    return found


def operations(address: str) -> Iterator[Any]:
    """Return every operation that the hub's schema names."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the libraries' own, while they are read
        import schemathesis

        schema = httpx.get(f"{address}/schema/openapi.json", trust_env=False).json()
        for found in schemathesis.openapi.from_dict(schema).get_all_operations():
            yield found.ok()  # type: ignore[union-attr]


def send(http: httpx.Client, case: Any, headers: dict[str, str]) -> httpx.Response:
    """Send a generated request; what no client can send at all is left out."""
    body = case.body if isinstance(case.body, bytes | str) else None
    if body is None and type(case.body).__name__ != "NotSet":
        body = json.dumps(case.body, default=repr)
        headers = {"Content-Type": "application/json", **headers}
    given_too = {name: str(v) for name, v in (case.headers or {}).items() if str(v).isascii()}
    given_too = {name: v for name, v in given_too.items() if v.isprintable()}
    query = {name: v for name, v in (case.query or {}).items() if v is not None}
    return http.request(
        case.method, case.formatted_path, params=query, content=body, headers=given_too | headers
    )


def fuzz(laptop: Laptop, address: str, examples: int, headers: dict[str, str]) -> int:
    """Send so many requests to each operation; none may be a fault of the hub."""
    sent = 0
    for operation in operations(address):
        if headers and (operation.method.upper(), operation.path) in _OWN:
            continue

        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def sending(case: Any) -> None:
            nonlocal sent
            answer = send(laptop.http, case, headers)
            assert answer.status_code < 500, (case.method, case.formatted_path, answer.text)
            assert SECRET not in answer.text
            sent += 1

        sending()
    return sent


def fuzz_as_stranger(office: Office, examples: int) -> None:
    office.laptop("bo")
    before = digest(office.hub)
    assert fuzz(office.stranger(), office.address, examples, {}) > 20
    assert digest(office.hub) == before


def fuzz_as_another_team(office: Office, examples: int) -> None:
    vera, bo = office.laptop("vera"), office.laptop("bo")
    vera.case(SECRET)
    vera.push()
    bo.pull()
    but = _ANYBODYS | _UPLOADS | _REFUSED
    before = digest(office.hub, but)
    token = {"Authorization": f"Bearer {bo.token}"}
    assert fuzz(bo, office.address, examples, token) > 20
    assert digest(office.hub, but) == before


def test_generated_requests_change_nothing_and_are_no_fault(office: Office) -> None:
    fuzz_as_another_team(office, 1)


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_many_generated_requests_change_nothing_and_are_no_fault(office: Office) -> None:
    fuzz_as_stranger(office, 100)
    fuzz_as_another_team(office, 100)


def mutated(body: bytes, chance: random.Random) -> bytes:
    """Return a body with something broken, cut out or doubled."""
    at, end = sorted(chance.randrange(len(body)) for _ in range(2))
    kind = chance.randrange(4)
    if kind == 0:
        return body[:at] + bytes([chance.randrange(256)]) + body[at + 1 :]
    if kind == 1:
        return body[:at] + body[end:]
    if kind == 2:
        return body[:end] + body[at:]
    return body[:at] + chance.choice([b"null", b"-1", b'"\\ud800"', b"1e400", b"[[[["]) + body[end:]


def push_mutations(office: Office, times: int) -> None:
    vera = office.laptop("vera")
    scribe = vera.scribe()
    for _ in range(3):
        scribe.set(new_id(), "x")
    actions = vera.store.journal.exchange.outgoing()
    body = msgspec.json.encode(wire.Push(actions=actions))
    before = digest(office.hub, _ANYBODYS | _REFUSED)
    unchanged = {action.id: action for action in actions}
    chance = random.Random(20261123)  # noqa: S311 - not a secret
    for _ in range(times):
        answer = vera.send(mutated(body, chance))
        assert answer.status_code < 500, answer.text
    stored = office.hub.journal.exchange.of_scope(scribe.scope)
    assert all(unchanged[each.id] == each for each in stored)
    if not stored:
        assert digest(office.hub, _ANYBODYS | _REFUSED) == before
    assert office.hub.journal.verify() == ()


def test_a_push_that_was_broken_on_its_way_stores_only_what_is_whole(office: Office) -> None:
    push_mutations(office, 60)


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_push_that_was_broken_in_thousands_of_ways_stores_only_what_is_whole(
    office: Office,
) -> None:
    push_mutations(office, 5000)


def test_replayed_forged_and_foreign_pushes_change_nothing(
    office: Office, vera: Laptop, bo: Laptop
) -> None:
    citizen, case = vera.case(SECRET)
    mine = vera.store.journal.exchange.outgoing()
    vera.push()
    body = msgspec.json.encode(wire.Push(actions=mine))
    thief = office.laptop("bo")
    before = digest(office.hub, _ANYBODYS)
    forged = why(vera.send(body, key=bo.key))
    assert forged == (403, "hub.bad_signature")
    replayed = vera.send(body).request
    replayed.headers["Authorization"] = f"Bearer {bo.token}"
    assert why(bo.http.send(replayed)) == (403, "hub.bad_signature")
    assert vera.push(mine) == ["duplicate"] * len(mine)
    assert digest(office.hub, _ANYBODYS) == before
    assert thief.push(mine) == ["hub.not_yours"] * len(mine)
    bo.scribe(case, "Bo").set(new_id(), "ind ad bagdøren")
    assert bo.push() == ["hub.not_yours"]
    assert len(office.hub.quarantine.all()) == len(mine) + 1
    assert digest(office.hub, _ANYBODYS | _REFUSED) == {
        name: hashed for name, hashed in before.items() if name not in _REFUSED
    }
    assert bo.page().actions == ()
    for path in (f"/cases/{case}/open", f"/cases/{citizen}/open"):
        assert SECRET not in bo.ask("POST", path, wire.OpenCase(why="nysgerrig")).text
    assert SECRET not in bo.ask("POST", "/search", wire.Search(text="Hemmelig")).text


def test_paths_that_climb_and_bodies_of_the_wrong_kind_lead_nowhere(
    office: Office, vera: Laptop
) -> None:
    before = digest(office.hub)
    for path in (
        "/blobs/..%2f..%2fhub.db",
        "/blobs/%2e%2e/%2e%2e/hub.key",
        "/blobs/" + "A" * 64,
        "/standards/..%2f..%2f/hub.key",
        "/standards/%00/x",
        "/cases/../../admin/open",
        "/../../../etc/passwd",
    ):
        for method in ("GET", "PUT", "POST", "HEAD"):
            answer = vera.ask(method, path, b"x" if method != "GET" else None)
            assert 400 <= answer.status_code < 500, (method, path)
    for kind in ("text/plain", "application/xml", "multipart/form-data; boundary=x", "", "\x01"):
        for path in ("/search", "/sessions", "/changes"):
            answer = vera.ask("POST", path, b"<x/>", headers={"Content-Type": kind})
            assert 400 <= answer.status_code < 500, (kind, path)
    bomb = gzip.compress(bytes(wire.BODY_BYTES + 1))
    for path in ("/changes", "/search"):
        headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
        headers[wire.SIGNATURE_HEADER] = ""
        assert why(vera.ask("POST", path, bomb, headers=headers)) == (413, "hub.too_large")
    assert digest(office.hub) == before
