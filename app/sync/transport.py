"""The way to the hub: one HTTP request for each thing that is said, and an answer that is typed."""

import base64
import gzip
import ssl
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

import httpx
import msgspec

from app.clock import Clock
from app.errors import KnownError
from app.journal.parcels import Parcel
from app.sync import signing, wire
from app.sync.faults import explained_network, problem_of

T = TypeVar("T")
# Seconds; a page of 500 changes is made in a fraction of one.
TIMEOUT = httpx.Timeout(60, connect=10)
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_BLOBS = f"{wire.PREFIX}/blobs"
_NOTHING: Mapping[str, int] = {}


def make_client(
    url: str, ca_file: Path | None = None, transport: httpx.BaseTransport | None = None
) -> httpx.Client:
    """Return a client that trusts who the system trusts, and goes by the system's proxy.

    `ca_file` holds a further authority, the municipality's own. Raises KnownError
    "sync.bad_address", "sync.not_https" unless the hub is on this computer, "sync.ca_file".
    """
    with explained_network():
        address = httpx.URL(url)
    if address.scheme not in ("http", "https") or not address.host:
        raise KnownError("sync.bad_address")
    if address.scheme == "http" and address.host not in _LOOPBACK:
        raise KnownError("sync.not_https")
    # What is on this computer is not asked for by way of a proxy.
    beside = address.host in _LOOPBACK
    # Without TLS nobody need be trusted; to read whom would take longer than a round.
    nobody = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return httpx.Client(
        base_url=address,
        verify=_trust(ca_file) if address.scheme == "https" else nobody,
        timeout=TIMEOUT,
        trust_env=not beside,
        transport=transport,
    )


def _trust(ca_file: Path | None) -> ssl.SSLContext:
    import truststore

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if ca_file is not None:
        try:
            context.load_verify_locations(ca_file)
        except (OSError, ssl.SSLError) as error:
            raise KnownError("sync.ca_file") from error
    return context


class Transport:
    """Talks to one hub. Raises KnownError "sync.…" for the network, "hub.…" as the hub says.

    `skew` is how far the hub's clock is ahead of this computer's, by the last answer. For one
    thread at a time; `close` may come from another one and ends what is under way.
    """

    def __init__(self, client: httpx.Client, clock: Clock) -> None:
        self._client = client
        self._clock = clock
        self.token = ""
        self.skew = timedelta(0)
        # Which standards the hub had when all of them were fetched.
        self.standards_known = ""

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()

    def hello(self) -> wire.Hello:
        """Ask which hub this is; KnownError("sync.not_a_hub") if it cannot show that it is."""
        nonce = signing.new_nonce()
        asked = base64.b64encode(nonce).decode()
        hello = self._ask("GET", f"{wire.PREFIX}/hub", wire.Hello, params={"nonce": asked})
        proven = signing.verify(hello.key, hello.signature, signing.hello_text(nonce))
        if not proven or signing.hub_id(hello.key) != hello.hub:
            raise KnownError("sync.not_a_hub")
        return hello

    def provider(self) -> wire.Provider:
        """Return where the municipality's users sign in."""
        return self._ask("GET", f"{wire.PREFIX}/provider", wire.Provider)

    def enrol(self, enrol: wire.Enrol) -> wire.Enrolled:
        """Let this computer be taken in."""
        return self._ask("POST", f"{wire.PREFIX}/devices", wire.Enrolled, enrol)

    def sign_in(self, hub: str, device: str, key: signing.SigningKey) -> None:
        """Show the hub which computer this is; what follows is asked in its name."""
        self.token = ""
        path = f"{wire.PREFIX}/sessions"
        knock = wire.Knock(device=device)
        nonce = self._ask("POST", f"{path}/challenge", wire.Challenge, knock).nonce
        signature = key.sign(signing.sign_in_text(hub, device, nonce))
        sign_in = wire.SignIn(device=device, nonce=nonce, signature=signature)
        self.token = self._ask("POST", path, wire.SignedIn, sign_in).token

    def leave(self) -> None:
        """Tell the hub that this computer does not belong to it any more."""
        self._send("DELETE", f"{wire.PREFIX}/devices/self")
        self.token = ""

    def confirm_erased(self, scopes: Sequence[str]) -> None:
        """Tell the hub what was erased here, as it had asked."""
        self._ask("POST", f"{wire.PREFIX}/erasures", wire.Done, wire.Erased(scopes=tuple(scopes)))

    def park(
        self,
        whose: tuple[str, str, str],
        place: tuple[int, int],
        data: bytes,
        key: signing.SigningKey,
    ) -> None:
        """Leave a sealed part at a hub that lets this computer in no more.

        `whose` are hub, computer and lot, `place` the part's number and how many there are.
        """
        hub, device, lot = whose
        knock = wire.Knock(device=device)
        path = f"{wire.PREFIX}/sessions/challenge"
        nonce = self._ask("POST", path, wire.Challenge, knock).nonce
        signature = key.sign(signing.parking_text(hub, device, nonce, lot, place, data))
        part = wire.Parked(
            device=device,
            nonce=nonce,
            lot=lot,
            number=place[0],
            total=place[1],
            data=data,
            signature=signature,
        )
        self._ask("POST", f"{wire.PREFIX}/parking", wire.Done, part)

    def push(self, actions: Sequence[Parcel], key: signing.SigningKey) -> tuple[wire.Answer, ...]:
        """Send whole actions; return what came of each."""
        push = wire.Push(actions=tuple(actions))
        return self._ask("POST", wire.CHANGES_PATH, wire.PushAnswer, push, key=key).answers

    def page(
        self, cursor: str, limit: int = wire.PAGE_CHANGES, have: Mapping[str, int] = _NOTHING
    ) -> wire.Page:
        """Return what is new since a cursor, but of no epoch what is here: up to a change."""
        params = {"after": cursor, "limit": str(limit)}
        if have:
            params["have"] = wire.have_text(have)
        return self._ask("GET", wire.CHANGES_PATH, wire.Page, params=params)

    def digest(self) -> wire.Digest:
        """Return what the hub has of this user's computers."""
        return self._ask("GET", f"{wire.PREFIX}/digest", wire.Digest)

    def me(self) -> wire.Me:
        """Return who the hub takes this computer's user for."""
        return self._ask("GET", f"{wire.PREFIX}/me", wire.Me)

    def search(self, text: str) -> tuple[wire.Found, ...]:
        """Return the citizens whom the hub finds; it notes that it was asked."""
        search = wire.Search(text=text)
        return self._ask("POST", f"{wire.PREFIX}/search", tuple[wire.Found, ...], search)

    def open_case(self, scope: str, why: str) -> None:
        """Ask for a case, which comes with the next round; the hub notes it."""
        path = f"{wire.PREFIX}/cases/{quote(scope, safe='')}/open"
        self._send("POST", path, wire.OpenCase(why=why))

    def history(self, scope: str, after: str = "") -> wire.History:
        """Return a part of the whole history of a case that the user has."""
        path = f"{wire.PREFIX}/cases/{quote(scope, safe='')}/history"
        return self._ask("GET", path, wire.History, params={"after": after})

    def authority(self) -> wire.Trusted:
        """Return the municipality's authority; KnownError("hub.no_authority")."""
        return self._ask("GET", f"{wire.PREFIX}/authority", wire.Trusted)

    def certificate(self, request: bytes) -> bytes:
        """Ask for a certificate for this computer's key."""
        asked = wire.AskCertificate(request=request)
        return self._ask("POST", f"{wire.PREFIX}/certificates", wire.Certified, asked).certificate

    def seal(self, document: str, seal: str) -> bytes:
        """Ask for the municipality's seal on a document that this computer has sealed."""
        asked = wire.AskSeal(document=document, seal=seal)
        return self._ask("POST", f"{wire.PREFIX}/seals", wire.Sealed, asked).added

    def standards(self) -> tuple[wire.StandardInfo, ...]:
        """Return which versions of quality standards lie at the hub."""
        return self._ask("GET", f"{wire.PREFIX}/standards", tuple[wire.StandardInfo, ...])

    def standard(self, info: wire.StandardInfo) -> bytes:
        """Return the file of a standard."""
        parts = "/".join(quote(part, safe="") for part in (info.id, info.version))
        return self._send("GET", f"{wire.PREFIX}/standards/{parts}")[1]

    def blob_state(self, sha256: str) -> wire.BlobState:
        """Return how much of a blob the hub has."""
        try:
            headers, _ = self._send("HEAD", f"{_BLOBS}/{sha256}")
        except KnownError as error:
            if error.key in ("hub.blob_missing", "sync.not_a_hub"):
                return wire.BlobState(size=0, complete=False)
            raise
        offset = headers.get(wire.OFFSET_HEADER, "0")
        if not offset.isdigit():
            raise KnownError("sync.odd_answer")
        return wire.BlobState(
            size=int(offset), complete=headers.get(wire.COMPLETE_HEADER, "") == "?1"
        )

    def put_blob(
        self, sha256: str, data: bytes, start: int, key: signing.SigningKey
    ) -> wire.BlobState:
        """Send the next part of a blob, from an offset on; return how much the hub has then."""
        part = data[start : start + wire.PART_BYTES]
        headers = {"Content-Type": "application/octet-stream"}
        if part:
            headers["Content-Range"] = f"bytes {start}-{start + len(part) - 1}/{len(data)}"
        path = f"{_BLOBS}/{sha256}"
        return self._ask("PUT", path, wire.BlobState, raw=part, headers=headers, key=key)

    def get_blob(self, sha256: str, start: int) -> bytes:
        """Return the next part of a blob."""
        wanted = {"Range": f"bytes={start}-{start + wire.PART_BYTES - 1}"}
        return self._send("GET", f"{_BLOBS}/{sha256}", headers=wanted)[1]

    def _ask(self, method: str, path: str, kind: type[T], body: object = None, **more: Any) -> T:
        _, answer = self._send(method, path, body, **more)
        try:
            return msgspec.json.decode(answer, type=kind)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise KnownError("sync.odd_answer") from error

    def _send(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        raw: bytes | None = None,
        params: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
        key: signing.SigningKey | None = None,
    ) -> tuple[httpx.Headers, bytes]:
        content = raw if raw is not None else msgspec.json.encode(body) if body else b""
        sent = {"Accept-Encoding": "gzip", **(headers or {})}
        if body is not None:
            sent["Content-Type"] = "application/json"
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        if key is not None:
            text = signing.request_text(method, path, self.token, content)
            sent[wire.SIGNATURE_HEADER] = base64.b64encode(key.sign(text)).decode()
        if body is not None and len(content) > wire.COMPRESS_OVER:
            content = gzip.compress(content, 1, mtime=0)
            sent["Content-Encoding"] = "gzip"
        with explained_network():
            request = self._client.build_request(
                method, path.lstrip("/"), content=content or None, params=params, headers=sent
            )
            with closing(self._client.send(request, stream=True)) as answer:
                return answer.headers, self._read(answer)

    def _read(self, answer: httpx.Response) -> bytes:
        self._note_time(answer.headers.get(wire.TIME_HEADER, ""))
        parts, size = [], 0
        for part in answer.iter_bytes():
            size += len(part)
            if size > wire.BODY_BYTES:
                raise KnownError("sync.odd_answer")
            parts.append(part)
        body = b"".join(parts)
        if not answer.is_success:
            raise problem_of(answer.status_code, body)
        return body

    def _note_time(self, text: str) -> None:
        try:
            self.skew = datetime.fromisoformat(text) - self._clock()
        except (ValueError, TypeError):
            return
