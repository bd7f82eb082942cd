"""The way to the hub fails in sentences, and believes nobody who cannot show who he is."""

import base64
import gzip
import json
import socket
import ssl
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import msgspec
import pytest

from app.errors import KnownError
from app.sync import wire
from app.sync.signing import SigningKey, hello_text, hub_id, request_text, verify
from app.sync.transport import Transport, make_client
from app.texts import Texts

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
Answer = Callable[[httpx.Request], httpx.Response]


def to(answer: Answer, url: str = "http://127.0.0.1:9") -> Transport:
    return Transport(make_client(url, transport=httpx.MockTransport(answer)), lambda: NOW)


def key_of(ask: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        ask()
    assert Texts("da").error(caught.value)
    assert Texts("en").error(caught.value)
    return caught.value.key


def page(**more: object) -> dict[str, object]:
    return {"cursor": "1", "more": False, **more}


def raising(error: Exception) -> Answer:
    def answer(request: httpx.Request) -> httpx.Response:
        raise error

    return answer


FAULTS: dict[str, list[Exception]] = {
    "sync.no_connection": [httpx.ConnectError("x"), httpx.ConnectTimeout("x")],
    "sync.timeout": [httpx.ReadTimeout("x"), httpx.WriteTimeout("x"), httpx.PoolTimeout("x")],
    "sync.proxy": [httpx.ProxyError("x")],
    "sync.cut_off": [httpx.ReadError("x"), httpx.RemoteProtocolError("x"), httpx.WriteError("x")],
    "sync.odd_answer": [httpx.DecodingError("x")],
}


@pytest.mark.parametrize(
    ("key", "error"), [(key, error) for key, errors in FAULTS.items() for error in errors]
)
def test_each_fault_of_the_network_has_its_sentence(key: str, error: Exception) -> None:
    assert key_of(lambda: to(raising(error)).page("")) == key


STATUS = {
    302: "sync.not_a_hub",
    401: "sync.not_a_hub",
    404: "sync.not_a_hub",
    407: "sync.proxy",
    429: "sync.hub_busy",
    500: "sync.hub_trouble",
    502: "sync.hub_trouble",
    503: "sync.hub_busy",
}


@pytest.mark.parametrize("status", STATUS)
def test_a_page_of_somebody_else_is_no_hub(status: int) -> None:
    hub = to(lambda _: httpx.Response(status, html="<h1>Log on</h1>"))
    assert key_of(lambda: hub.page("")) == STATUS[status]


def problem(key: str, **params: object) -> Answer:
    body = {"key": key, "params": params, "server_time": "2026-11-23T18:00:00Z"}
    return lambda _: httpx.Response(400, json=body)


def test_the_hubs_own_words_are_said() -> None:
    with pytest.raises(KnownError) as caught:
        to(problem("journal.unsent", count=3)).page("")
    assert (caught.value.key, caught.value.params) == ("journal.unsent", {"count": 3})


@pytest.mark.parametrize(
    "answer", [problem("hub.of_tomorrow"), problem("journal.unsent"), problem("journal.problem")]
)
def test_a_newer_hubs_reason_without_a_sentence_here_is_named(answer: Answer) -> None:
    assert key_of(lambda: to(answer).page("")) == "sync.refused_by_hub"


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"cursor": 7}', b"\xff", b"null"])
def test_an_answer_that_makes_no_sense_is_not_believed(body: bytes) -> None:
    assert key_of(lambda: to(lambda _: httpx.Response(200, content=body)).page("")) == (
        "sync.odd_answer"
    )


def test_an_answer_without_end_is_not_read_to_the_end() -> None:
    bomb = gzip.compress(b" " * (wire.BODY_BYTES + 1))
    headers = {"Content-Encoding": "gzip"}
    hub = to(lambda _: httpx.Response(200, content=bomb, headers=headers))
    assert key_of(lambda: hub.page("")) == "sync.odd_answer"


def test_what_a_newer_hub_adds_is_left_alone() -> None:
    hub = to(lambda _: httpx.Response(200, json=page(of_tomorrow=[1])))
    assert hub.page("").cursor == "1"


@pytest.mark.parametrize("url", ["", "hub", "ftp://hub", "https://", "https://a:b"])
def test_a_wrong_address_is_refused(url: str) -> None:
    assert key_of(lambda: make_client(url)) == "sync.bad_address"


def test_nothing_goes_over_the_network_without_tls() -> None:
    assert key_of(lambda: make_client("http://hub.example")) == "sync.not_https"
    for near in ("http://127.0.0.1:8000", "http://localhost", "http://[::1]:8000"):
        make_client(near).close()


def test_a_file_that_holds_no_certificate_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ca.pem"
    assert key_of(lambda: make_client("https://hub.example", path)) == "sync.ca_file"
    path.write_text("x", encoding="utf-8")
    assert key_of(lambda: make_client("https://hub.example", path)) == "sync.ca_file"


def hello(mine: SigningKey, **wrong: object) -> Answer:
    def answer(request: httpx.Request) -> httpx.Response:
        nonce = base64.b64decode(request.url.params["nonce"])
        made = wire.Hello(
            hub=hub_id(mine.public),
            key=mine.public,
            name="Hubben",
            api=1,
            server_time=NOW,
            signature=mine.sign(hello_text(nonce)),
        )
        body = msgspec.to_builtins(msgspec.structs.replace(made, **wrong))
        return httpx.Response(200, json=body)

    return answer


def test_a_hub_shows_that_it_holds_its_key() -> None:
    key, other = SigningKey.make(), SigningKey.make()
    assert to(hello(key)).hello().hub == hub_id(key.public)
    assert key_of(to(hello(key, hub=hub_id(other.public))).hello) == "sync.not_a_hub"
    assert key_of(to(hello(key, key=other.public)).hello) == "sync.not_a_hub"
    stale = key.sign(hello_text(b"another nonce"))
    assert key_of(to(hello(key, signature=stale)).hello) == "sync.not_a_hub"


def test_a_push_is_signed_before_it_is_compressed() -> None:
    key, seen = SigningKey.make(), list[httpx.Request]()

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"answers": []})

    hub = to(answer, "http://127.0.0.1:9/hubben/")
    hub.token = "pas"
    hub.push([], key)
    (request,) = seen
    signature = base64.b64decode(request.headers[wire.SIGNATURE_HEADER])
    text = request_text("POST", wire.CHANGES_PATH, "pas", request.content)
    assert verify(key.public, signature, text)
    assert request.url.path == "/hubben/v1/changes"
    assert request.headers["Authorization"] == "Bearer pas"
    assert json.loads(request.content) == {"actions": []}


def test_the_clocks_difference_is_known_after_each_answer() -> None:
    ahead = NOW + timedelta(days=3650)
    times = iter([ahead.isoformat(), "no time", "2026-11-23T18:00:00"])

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=page(), headers={wire.TIME_HEADER: next(times)})

    hub = to(answer)
    for _ in range(3):
        hub.page("")
        assert hub.skew == timedelta(days=3650)


def test_a_hub_that_nobody_listens_as_is_no_connection() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        hub = Transport(make_client(f"http://127.0.0.1:{taken.getsockname()[1]}"), lambda: NOW)
        assert key_of(lambda: hub.page("")) == "sync.no_connection"
        hub.close()


def self_signed(folder: Path) -> Path:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    path = folder / "hub.pem"
    plain = serialization.NoEncryption()
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain)
    path.write_bytes(secret + made.public_bytes(pem))
    return path


@pytest.fixture
def tls_port(tmp_path: Path) -> int:
    """A hub with its own certificate that answers two calls; a refused one counts."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(self_signed(tmp_path))
    listening = socket.create_server(("127.0.0.1", 0))
    body = json.dumps(page()).encode()
    head = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(body)

    def serve() -> None:
        with listening:
            for _ in range(2):
                plain, _address = listening.accept()
                try:
                    with context.wrap_socket(plain, server_side=True) as line:
                        line.recv(65536)
                        line.sendall(head + body)
                except OSError:
                    plain.close()

    threading.Thread(target=serve, daemon=True).start()
    return int(listening.getsockname()[1])


def test_a_certificate_that_nobody_vouches_for_is_refused_and_the_municipalitys_own_is_not(
    tls_port: int, tmp_path: Path
) -> None:
    url = f"https://localhost:{tls_port}"
    stranger = Transport(make_client(url), lambda: NOW)
    assert key_of(lambda: stranger.page("")) == "sync.certificate"
    stranger.close()
    known = Transport(make_client(url, tmp_path / "hub.pem"), lambda: NOW)
    assert known.page("").cursor == "1"
    known.close()
