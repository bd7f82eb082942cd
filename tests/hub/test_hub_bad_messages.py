"""Bad messages: refused with a sentence, nothing changed, nothing personal in any log."""

import gzip
import json
from pathlib import Path

import msgspec
import pytest

from app.domain.ids import new_id
from app.errors import KnownError
from app.sync import wire
from app.texts import Texts
from tests.hub.office import Laptop, Office, listening, open_hub, read, why

NONSENSE = [b"", b"{", b"null", b"[]", b"7", b"\xff\xfe", b'{"actions":7}', b'{"actions":[', b"{}"]


@pytest.fixture
def database() -> str:
    """These are about HTTP: the embedded database is enough."""
    return ""


def test_bodies_of_nonsense_are_refused_on_every_route(vera: Laptop) -> None:
    for body in NONSENSE:
        for path in ("/devices", "/sessions", "/sessions/challenge", "/search"):
            headers = {"Content-Type": "application/json"}
            answer = vera.ask("POST", path, body, headers=headers)
            assert why(answer) == (400, "hub.bad_request"), (path, body)
        if body != b"[]":
            assert why(vera.send(body)) == (400, "hub.bad_request"), body


def test_too_much_is_refused_before_it_is_whole(office: Office, vera: Laptop) -> None:
    stranger = office.stranger()
    big = b'{"text":"' + b"x" * 100_000 + b'"}'
    assert why(vera.ask("POST", "/search", big)) == (413, "hub.too_large")
    assert why(stranger.ask("POST", "/devices", big)) == (413, "hub.too_large")
    bomb = gzip.compress(bytes(wire.BODY_BYTES + 1))
    headers = {"Content-Encoding": "gzip", wire.SIGNATURE_HEADER: ""}
    assert why(vera.ask("POST", "/changes", bomb, headers=headers)) == (413, "hub.too_large")
    assert why(stranger.ask("POST", "/changes", bomb, headers=headers)) == (
        401,
        "hub.not_signed_in",
    )


def test_a_push_of_too_many_changes_is_refused_whole(office: Office, vera: Laptop) -> None:
    vera.scribe().set(new_id(), "x")
    (one,) = vera.store.journal.exchange.outgoing()
    many = wire.Push(actions=(one,) * (wire.PUSH_CHANGES + 1))
    assert why(vera.send(msgspec.json.encode(many))) == (413, "hub.too_many_changes")
    assert office.hub.statistics()["actions"] == 0


def test_a_body_that_is_not_what_its_encoding_says_is_refused(vera: Laptop) -> None:
    body = msgspec.json.encode(wire.Push(actions=()))
    packed = gzip.compress(body)
    for content, encoding in ((body, "gzip"), (packed[:-9], "gzip"), (body, "br")):
        headers = {"Content-Encoding": encoding, wire.SIGNATURE_HEADER: ""}
        answer = vera.ask("POST", "/changes", content, headers=headers)
        assert why(answer) == (400, "hub.bad_request")


def test_paths_and_methods_that_are_not_there_are_said(vera: Laptop) -> None:
    assert why(vera.ask("GET", "/nothing")) == (404, "hub.no_such_page")
    assert why(vera.ask("DELETE", "/changes")) == (405, "hub.no_such_page")
    assert why(vera.ask("GET", "/standards/x/y")) == (404, "hub.no_standard")
    assert why(vera.ask("GET", "/changes", params={"limit": "0"})) == (400, "hub.bad_request")
    assert why(vera.ask("GET", "/changes", params={"limit": "x"})) == (400, "hub.bad_request")
    assert why(vera.ask("GET", "/hub", params={"nonce": "ø"})) == (400, "hub.bad_request")


def test_large_answers_are_zipped(vera: Laptop) -> None:
    vera.scribe().set(new_id(), "x" * 5_000)
    vera.push()
    answer = vera.ask("GET", "/changes")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert int(answer.headers["Content-Length"]) < 2_000
    assert len(read(answer, wire.Page).actions) == 1


def test_nothing_personal_is_written_to_any_log(
    office: Office, vera: Laptop, capfd: pytest.CaptureFixture[str]
) -> None:
    citizen, case = vera.case("Hemmelig Person")
    vera.push()
    vera.ask("POST", "/search", wire.Search(text="Hemmelig"))
    vera.ask("POST", f"/cases/{case}/open", wire.OpenCase(why="Hemmelig grund"))
    vera.ask("POST", "/search", b'{"text":"Hemmelig')
    office.hub._engine.dispose()
    office.hub.room.engine = None  # type: ignore[assignment]
    assert why(vera.ask("GET", "/me", params={"q": "Hemmelig"})) == (500, "hub.failed")
    out, err = capfd.readouterr()
    assert "AttributeError" in err
    for word in ("Hemmelig", citizen, case, vera.token, "Vera"):
        assert word not in out + err


def test_every_reason_that_has_a_status_has_its_sentence_in_both_languages() -> None:
    from app.hub.http_answers import STATUS

    for language in ("da", "en"):
        sentences = Texts(language).table("errors")["hub"]
        assert isinstance(sentences, dict)
        assert {key.removeprefix("hub.") for key in STATUS} <= set(sentences)


def test_the_schema_names_every_route_and_needs_no_network(office: Office) -> None:
    answer = office.stranger().http.get("/schema/openapi.json")
    schema = json.loads(answer.content)
    assert {"/v1/changes", "/v1/blobs/{sha256}", "/v1/me"} <= set(schema["paths"])
    push = schema["paths"]["/v1/changes"]["post"]["requestBody"]["content"]["application/json"]
    items = push["schema"]["properties"]["actions"]["items"]
    assert items["$ref"].removeprefix("#/components/schemas/") in schema["components"]["schemas"]
    assert "http://" not in answer.text
    assert "https://" not in answer.text


def test_standards_go_out_as_they_were_taken_in(
    office: Office, vera: Laptop, tmp_path: Path
) -> None:
    source = Path("resources/standards/soroe-2021.toml")
    made = office.hub.standards.add(source)
    assert office.hub.standards.add(source) == made
    (info,) = read(vera.ask("GET", "/standards"), tuple[wire.StandardInfo, ...])
    assert info == made
    text = vera.ask("GET", f"/standards/{info.id}/{info.version}")
    assert text.content == source.read_bytes()
    changed = tmp_path / "changed.toml"
    changed.write_bytes(source.read_bytes() + b"\n# andet\n")
    with pytest.raises(KnownError, match=r"hub\.standard_known"):
        office.hub.standards.add(changed)
    broken = tmp_path / "broken.toml"
    broken.write_text("id = 7")
    with pytest.raises(KnownError, match=r"standard\.broken"):
        office.hub.standards.add(broken)


def test_a_hub_that_is_opened_again_is_the_same_hub(tmp_path: Path) -> None:
    ids = []
    for _ in range(2):
        with open_hub(tmp_path / "again") as hub, listening(hub):
            ids.append(hub.id)
    assert ids[0] == ids[1]
