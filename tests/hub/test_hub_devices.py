"""Who is let in: one-time codes, the computer's own key, sessions, roles and revocation."""

import base64
from datetime import timedelta

import httpx
import msgspec
import pytest

from app.domain.ids import new_id
from app.errors import KnownError
from app.hub.attempts import ALLOWED
from app.sync import signing, wire
from app.sync.signing import SigningKey
from tests.hub.office import PASSWORD, Laptop, Office, read, why
from tests.scribe import SteppingClock


def clock(office: Office) -> SteppingClock:
    found = office.hub.room.clock
    assert isinstance(found, SteppingClock)
    return found


def test_the_hub_shows_that_it_holds_its_key(office: Office) -> None:
    nonce = signing.new_nonce()
    asked = {"nonce": base64.b64encode(nonce).decode()}
    hello = read(office.stranger().ask("GET", "/hub", params=asked), wire.Hello)
    assert hello.hub == signing.hub_id(hello.key) == office.hub.id
    assert signing.verify(hello.key, hello.signature, signing.hello_text(nonce))
    assert hello.api == wire.API


def test_a_code_takes_one_computer_in_and_no_second(office: Office) -> None:
    code = office.hub.devices.invite("Vera ")
    first, second = office.stranger(), office.stranger()
    assert first.enrol(f"{code[:5]} {code[5:]}".lower()).status_code == 200
    assert why(second.enrol(code)) == (403, "hub.bad_code")
    assert first.sign_in().status_code == 200
    me = read(first.ask("GET", "/me"), wire.Me)
    assert (me.name, me.role, me.teams) == ("Vera", "visitator", ("north",))


def test_a_code_is_no_good_after_two_days(office: Office) -> None:
    code = office.hub.devices.invite("vera")
    clock(office).now += timedelta(hours=49)
    assert why(office.stranger().enrol(code)) == (403, "hub.bad_code")


def test_a_code_is_used_up_by_wrong_passwords(office: Office) -> None:
    code, laptop = office.hub.devices.invite("vera"), office.stranger()
    for _ in range(5):
        assert why(laptop.enrol(code, "en helt anden")) == (403, "hub.wrong_password")
    assert why(laptop.enrol(code)) == (403, "hub.bad_code")


def test_who_guesses_codes_must_wait(office: Office) -> None:
    laptop = office.stranger()
    for _ in range(ALLOWED):
        assert why(laptop.enrol("AAAAAAAAAA")) == (403, "hub.bad_code")
    code = office.hub.devices.invite("vera")
    assert why(laptop.enrol(code)) == (429, "hub.too_many_attempts")
    clock(office).now += timedelta(minutes=16)
    assert laptop.enrol(code).status_code == 200


def test_a_key_that_is_no_key_or_another_computers_is_refused(office: Office) -> None:
    vera, other = office.laptop("vera"), office.stranger()
    other.key = vera.key
    assert why(other.enrol(office.hub.devices.invite("vera"))) == (400, "hub.bad_device_key")
    ask = wire.Enrol(code="X", password=PASSWORD, key=b"kort", name="", program="")
    assert why(other.ask("POST", "/devices", ask)) == (400, "hub.bad_device_key")


def test_nobody_signs_in_with_another_key_or_a_used_challenge(office: Office, vera: Laptop) -> None:
    assert why(vera.sign_in(SigningKey.make())) == (403, "hub.bad_signature")
    asked = vera.ask("POST", "/sessions/challenge", wire.Knock(device=vera.device))
    nonce = read(asked, wire.Challenge).nonce
    signed = vera.key.sign(signing.sign_in_text(vera.hub, vera.device, nonce))
    ask = wire.SignIn(device=vera.device, nonce=nonce, signature=signed)
    assert vera.ask("POST", "/sessions", ask).status_code == 200
    assert why(vera.ask("POST", "/sessions", ask)) == (403, "hub.bad_signature")
    elsewhere = vera.key.sign(signing.sign_in_text("0" * 64, vera.device, nonce))
    forged = msgspec.structs.replace(ask, signature=elsewhere)
    assert why(vera.ask("POST", "/sessions", forged)) == (403, "hub.bad_signature")


def test_a_challenge_is_good_for_a_minute_and_a_session_for_twelve_hours(
    office: Office, vera: Laptop
) -> None:
    asked = vera.ask("POST", "/sessions/challenge", wire.Knock(device=vera.device))
    nonce = read(asked, wire.Challenge).nonce
    clock(office).now += timedelta(minutes=2)
    signed = vera.key.sign(signing.sign_in_text(vera.hub, vera.device, nonce))
    ask = wire.SignIn(device=vera.device, nonce=nonce, signature=signed)
    assert why(vera.ask("POST", "/sessions", ask)) == (403, "hub.bad_signature")
    assert vera.ask("GET", "/me").status_code == 200
    clock(office).now += timedelta(hours=12)
    assert why(vera.ask("GET", "/me")) == (401, "hub.not_signed_in")


def test_an_unknown_computer_gets_a_challenge_and_no_further(office: Office) -> None:
    stranger = office.stranger()
    stranger.device, stranger.hub = new_id(), office.hub.id
    for _ in range(ALLOWED):
        assert why(stranger.sign_in()) == (403, "hub.bad_signature")
    ask = wire.Knock(device=stranger.device)
    answer = stranger.ask("POST", "/sessions/challenge", ask)
    assert why(answer) == (429, "hub.too_many_attempts")


def test_a_revoked_computer_neither_sends_nor_reads_nor_signs_in(
    office: Office, vera: Laptop
) -> None:
    vera.case()
    parcels = vera.store.journal.exchange.outgoing()
    office.hub.devices.revoke(vera.device)
    body = msgspec.json.encode(wire.Push(actions=parcels))
    assert why(vera.send(body)) == (401, "hub.not_signed_in")
    assert why(vera.ask("GET", "/changes")) == (401, "hub.not_signed_in")
    assert why(vera.sign_in()) == (403, "hub.revoked")
    assert office.hub.journal.exchange.of_scope(parcels[0].scope) == ()
    assert [each.revoked is not None for each in office.hub.devices.all()] == [True]
    with pytest.raises(KnownError, match=r"hub\.no_device"):
        office.hub.devices.revoke(new_id())


def test_a_user_who_is_closed_is_out_at_once(office: Office, vera: Laptop) -> None:
    office.hub.users.close("vera")
    assert why(vera.ask("GET", "/me")) == (401, "hub.not_signed_in")
    assert why(vera.sign_in()) == (403, "hub.revoked")
    with pytest.raises(KnownError, match=r"hub\.no_user"):
        office.hub.devices.invite("vera")


def test_a_reader_reads_and_sends_nothing(office: Office, vera: Laptop) -> None:
    office.hub.users.set_role("vera", "reader")
    vera.case()
    body = msgspec.json.encode(wire.Push(actions=vera.store.journal.exchange.outgoing()))
    assert why(vera.send(body)) == (403, "hub.reader_only")
    assert vera.page().actions == ()


def test_every_route_but_the_way_in_asks_for_a_session(office: Office) -> None:
    stranger = office.stranger()
    paths = office.http_paths()
    assert len(paths) >= 11
    for method, path in paths:
        for token in ("", "x", "ø" * 10_000):
            headers = {"Authorization": f"Bearer {token}".encode()} if token else {}
            answer = stranger.http.request(method, path, headers=headers)
            assert answer.status_code == 401, (method, path)


def test_a_push_is_signed_by_this_computer_for_this_session_and_this_body(
    office: Office, vera: Laptop, bo: Laptop
) -> None:
    vera.case()
    body = msgspec.json.encode(wire.Push(actions=vera.store.journal.exchange.outgoing()))
    text = signing.request_text("POST", wire.CHANGES_PATH, vera.token, body)

    def sent(signature: bytes | str, token: str = vera.token, content: bytes = body) -> object:
        plain = signature if isinstance(signature, str) else base64.b64encode(signature).decode()
        headers = {wire.SIGNATURE_HEADER: plain, "Authorization": f"Bearer {token}"}
        return why(vera.http.post(wire.CHANGES_PATH, content=content, headers=headers))

    right = vera.key.sign(text)
    assert sent(bo.key.sign(text)) == (403, "hub.bad_signature")
    assert sent(right, content=body + b" ") == (403, "hub.bad_signature")
    assert sent(right, token=bo.token) == (403, "hub.bad_signature")
    assert sent("ikke base64") == (400, "hub.bad_request")
    assert sent("") == (403, "hub.bad_signature")
    vera.sign_in()
    assert sent(right, token=vera.token) == (403, "hub.bad_signature")
    assert office.hub.statistics()["actions"] == 0


def test_passwords_names_and_roles_are_checked(office: Office) -> None:
    users = office.hub.users
    for key, wrong in {
        "short_password": lambda: users.add("ny", "Ny", "visitator", "kort"),
        "bad_name": lambda: users.add(" ", "Ny", "visitator"),
        "bad_role": lambda: users.add("ny", "Ny", "boss"),
        "login_taken": lambda: users.add("VERA", "Ny", "visitator"),
        "team_taken": lambda: users.add_team("north"),
        "no_user": lambda: users.join("ingen", "north"),
        "no_team": lambda: users.join("vera", "west"),
    }.items():
        with pytest.raises(KnownError, match=rf"hub\.{key}"):
            wrong()
    users.set_password("vera", "en ny og lang")
    code = office.hub.devices.invite("vera")
    assert why(office.stranger().enrol(code)) == (403, "hub.wrong_password")
    assert office.stranger().enrol(code, "en ny og lang").status_code == 200
    users.join("vera", "north", leave=True)
    assert dict(users.teams()) == {"north": 1, "south": 1}


def test_a_user_without_a_password_cannot_enrol_with_one(office: Office) -> None:
    office.hub.users.add("oidc", "Oda", "visitator")
    code = office.hub.devices.invite("oidc")
    for password in ("", PASSWORD):
        answer: httpx.Response = office.stranger().enrol(code, password)
        assert why(answer) == (403, "hub.wrong_password")
