"""What goes wrong on the way to the hub, as sentences that say what is safe."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import msgspec

from app.errors import KnownError
from app.sync.revoking import REVOKED, Revoked
from app.sync.wire import Problem
from app.texts import Texts


@contextmanager
def explained_network() -> Iterator[None]:
    """Raise KnownError "sync.…" where the network fails."""
    try:
        yield
    except httpx.InvalidURL as error:
        raise KnownError("sync.bad_address") from error
    except httpx.HTTPError as error:
        raise KnownError(_key(error)) from error


def _key(error: httpx.HTTPError) -> str:
    if _is_certificate(error):
        return "sync.certificate"
    kinds: tuple[tuple[type[Exception], str], ...] = (
        (httpx.ProxyError, "sync.proxy"),
        (httpx.ConnectTimeout, "sync.no_connection"),
        (httpx.ConnectError, "sync.no_connection"),
        (httpx.TimeoutException, "sync.timeout"),
        (httpx.DecodingError, "sync.odd_answer"),
        (httpx.UnsupportedProtocol, "sync.bad_address"),
    )
    return next((key for kind, key in kinds if isinstance(error, kind)), "sync.cut_off")


def _is_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


def problem_of(status: int, body: bytes) -> KnownError:
    """Return what an answer that is an error means; the hub's own words go first.

    A key that this program has no sentence for comes from a newer hub.
    """
    try:
        problem = msgspec.json.decode(body, type=Problem)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return KnownError(_of_status(status))
    if problem.key == REVOKED and problem.revocation is not None:
        return Revoked(problem.revocation)
    if problem.key.startswith("store."):  # its store, and not this computer's
        full = problem.key == "store.disk_full"
        return KnownError("sync.hub_full" if full else "sync.hub_trouble")
    if is_known(problem.key, problem.params):
        return KnownError(problem.key, **problem.params)
    return KnownError("sync.refused_by_hub", reason=problem.key[:80])


def _of_status(status: int) -> str:
    if status == httpx.codes.PROXY_AUTHENTICATION_REQUIRED:
        return "sync.proxy"
    if status in (httpx.codes.TOO_MANY_REQUESTS, httpx.codes.SERVICE_UNAVAILABLE):
        return "sync.hub_busy"
    return "sync.hub_trouble" if status >= httpx.codes.INTERNAL_SERVER_ERROR else "sync.not_a_hub"


def is_known(key: str, params: dict[str, str | int]) -> bool:
    """Tell whether this program has the sentence of a key, with all that fills it."""
    entry: object = Texts("da").table("errors")
    for part in key.split("."):
        entry = entry.get(part) if isinstance(entry, dict) else None
    if not isinstance(entry, str):
        return False
    from string import Template

    return set(Template(entry).get_identifiers()) <= params.keys()
