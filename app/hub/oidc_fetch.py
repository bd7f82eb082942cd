"""What the hub asks the municipality's provider: its own description, its keys, and tokens.

OpenID Connect Discovery 1.0. Nothing is asked before somebody signs in: a provider that is away
stops nobody else.
"""

import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from typing import Any, TypeVar
from urllib.parse import quote_plus

import httpx
import msgspec
from authlib.oidc.discovery import get_well_known_url
from joserfc.jwk import KeySet

from app.clock import Clock
from app.errors import KnownError
from app.hub.oidc_settings import ProviderSettings
from app.hub.oidc_tokens import keys_of
from app.sync.provider import is_safe
from app.sync.transport import make_client
from app.sync.wire import Proof

T = TypeVar("T")
_TIMEOUT = httpx.Timeout(8, connect=4)
# A provider that hangs holds up no more than so many of the hub's threads; others are told soon.
_AT_ONCE = 8
_WAIT_S = 1.0
_QUIET = timedelta(seconds=5)
# Nothing is left open: it is long until somebody signs in again.
_HEADERS = {"Accept": "application/json", "Connection": "close"}
_LARGEST = 512 * 1024
# A description and keys that were fetched are good for a day, unless a key is not among them.
_GOOD_FOR = timedelta(hours=24)


class Described(msgspec.Struct, frozen=True, kw_only=True):
    """What is used of what the provider says of itself."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    token_endpoint_auth_methods_supported: tuple[str, ...] = ("client_secret_basic",)


class Tokens(msgspec.Struct, frozen=True, kw_only=True):
    """What is used of what the provider gives for a code; neither is kept."""

    id_token: str
    access_token: str = ""

    def __repr__(self) -> str:
        return "Tokens(…)"


class _Error(msgspec.Struct, frozen=True, kw_only=True):
    error: str = ""


class ProviderLine:
    """Asks one provider. Used from any thread.

    Raises KnownError "hub.provider_away" when it does not answer, "hub.provider_odd" when its
    answer makes no sense, "hub.provider_refused" when it does not know the code.
    """

    def __init__(self, settings: ProviderSettings, clock: Clock) -> None:
        self.settings = settings
        self._clock = clock
        self._client = make_client(settings.issuer)
        self._client.timeout = _TIMEOUT
        self._lock = threading.Lock()
        self._gate = threading.BoundedSemaphore(_AT_ONCE)
        self._away_until: datetime | None = None
        self._described: tuple[Described, datetime] | None = None
        self._keys: tuple[KeySet, datetime] | None = None

    def describe(self) -> Described:
        """Return what the provider says of itself, as it was said within a day."""
        with _turn(self._lock):
            if self._described is None or self._described[1] < self._clock():
                self._described = self._ask_description(), self._clock() + _GOOD_FOR
            return self._described[0]

    def keys(self, *, afresh: bool = False) -> KeySet:
        """Return the provider's keys; `afresh` as they are now."""
        where = self.describe().jwks_uri
        with _turn(self._lock):
            if afresh or self._keys is None or self._keys[1] < self._clock():
                found = keys_of(_decoded(self._get(where), dict[str, Any]))
                self._keys = found, self._clock() + _GOOD_FOR
            return self._keys[0]

    def exchange(self, proof: Proof, client: str) -> Tokens:
        """Return what the provider gives for a code."""
        described = self.describe()
        form = {
            "grant_type": "authorization_code",
            "code": proof.code,
            "redirect_uri": proof.redirect,
            "code_verifier": proof.verifier,
            "client_id": client,
        }
        secret, auth = self.settings.secret_of(client), None
        if secret and "client_secret_post" in described.token_endpoint_auth_methods_supported:
            form["client_secret"] = secret
        elif secret:
            auth = httpx.BasicAuth(quote_plus(client), quote_plus(secret))
        status, body = self._send("POST", described.token_endpoint, form, auth)
        if status == httpx.codes.OK:
            return _decoded(body, Tokens)
        raise _said_no(status, body)

    def _ask_description(self) -> Described:
        where = get_well_known_url(self.settings.issuer, external=True)
        found = _decoded(self._get(where), Described)
        ends = (found.authorization_endpoint, found.token_endpoint, found.jwks_uri)
        if found.issuer != self.settings.issuer or not all(map(is_safe, ends)):
            raise KnownError("hub.provider_odd")
        return found

    def _get(self, url: str) -> bytes:
        status, body = self._send("GET", url)
        if status != httpx.codes.OK:
            raise KnownError("hub.provider_away")
        return body

    def _send(
        self,
        method: str,
        url: str,
        form: Mapping[str, str] | None = None,
        auth: httpx.BasicAuth | None = None,
    ) -> tuple[int, bytes]:
        self._be_quiet()
        with _turn(self._gate):
            try:
                request = self._client.build_request(method, url, data=form, headers=_HEADERS)
                with closing(self._client.send(request, stream=True, auth=auth)) as answer:
                    return answer.status_code, _read(answer)
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                self._away_until = self._clock() + _QUIET
                raise KnownError("hub.provider_away") from error

    def _be_quiet(self) -> None:
        """Ask nothing for a moment after it was away; a clock that was set back is no moment."""
        until, now = self._away_until, self._clock()
        if until is not None and timedelta(0) < until - now <= _QUIET:
            raise KnownError("hub.provider_away")


@contextmanager
def _turn(turns: "threading.Lock | threading.BoundedSemaphore") -> Iterator[None]:
    """Wait for a turn, but not for long."""
    if not turns.acquire(timeout=_WAIT_S):
        raise KnownError("hub.provider_away")
    try:
        yield
    finally:
        turns.release()


def _said_no(status: int, body: bytes) -> KnownError:
    """Return whose fault it is that there is no token (RFC 6749, 5.2)."""
    if status not in (400, 401, 403):
        return KnownError("hub.provider_away")
    ours = _decoded(body, _Error).error not in ("invalid_grant", "invalid_request")
    return KnownError("hub.provider_odd" if ours else "hub.provider_refused")


def _read(answer: httpx.Response) -> bytes:
    body = b""
    for part in answer.iter_bytes():
        body += part
        if len(body) > _LARGEST:
            raise KnownError("hub.provider_odd")
    return body


def _decoded(body: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise KnownError("hub.provider_odd") from None
