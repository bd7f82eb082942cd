"""Sign-in at the municipality's provider (OpenID Connect), as laptop and hub both know it.

The authorization code flow with PKCE (RFC 6749, RFC 7636). The laptop is a native app (RFC 8252):
its browser is the system's own, and the answer comes to an address on the computer itself.
"""

import base64
import hashlib
import re
import secrets
from urllib.parse import urlencode, urlsplit

import msgspec

from app.sync import wire

# The path of the laptop's own address, which is registered at the provider; the port is free.
LOOPBACK_HOST, LOOPBACK_PATH = "127.0.0.1", "/hjemmebesoeg"
_LOOPBACK = re.compile(rf"http://{re.escape(LOOPBACK_HOST)}:\d{{1,5}}{LOOPBACK_PATH}")
_HOSTS_HERE = ("127.0.0.1", "::1", "localhost")
_NONCE = b"hjemmebesoeg enrolment nonce 1"
_SECRET_BYTES = 32


class Pending(msgspec.Struct, frozen=True, kw_only=True):
    """What a sign-in that has begun is known by again; `verifier` is PKCE's secret."""

    redirect: str
    nonce: str
    state: str
    verifier: str

    def __repr__(self) -> str:
        return "Pending(…)"


def begin(redirect: str, nonce: str = "") -> Pending:
    """Return a new sign-in that is answered at `redirect`; a nonce is made if none is given."""
    return Pending(
        redirect=redirect,
        nonce=nonce or _random(),
        state=_random(),
        verifier=_random(),
    )


def address(provider: wire.Provider, pending: Pending) -> str:
    """Return the address of the provider's page, to be opened in a browser."""
    asked = {
        "response_type": "code",
        "client_id": provider.client,
        "redirect_uri": pending.redirect,
        "scope": provider.scopes,
        "state": pending.state,
        "nonce": pending.nonce,
        "code_challenge": _text(hashlib.sha256(pending.verifier.encode()).digest()),
        "code_challenge_method": "S256",
    }
    mark = "&" if "?" in provider.authorize else "?"
    return provider.authorize + mark + urlencode(asked)


def device_nonce(hub: str, key: bytes) -> str:
    """Return the nonce that ties a sign-in to one computer's key at one hub.

    Whoever gets hold of what the provider said of a user can take no other computer in with it.
    """
    parts = (hub.encode(), key)
    return _text(hashlib.sha256(_NONCE + b"".join(map(_digest, parts))).digest())


def is_loopback(redirect: str) -> bool:
    """Tell whether an address is one that a laptop listens on."""
    return _LOOPBACK.fullmatch(redirect) is not None


def is_safe(url: str) -> bool:
    """Tell whether an address may be met: by https, or on this computer itself."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    encrypted = parts.scheme == "https" and bool(host)
    return encrypted or (parts.scheme == "http" and host in _HOSTS_HERE)


def _random() -> str:
    return _text(secrets.token_bytes(_SECRET_BYTES))


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _digest(part: bytes) -> bytes:
    return hashlib.sha256(part).digest()
