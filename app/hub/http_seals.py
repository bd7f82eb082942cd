"""Routes of the authority: its certificate and list, a computer's certificate, a seal."""

from typing import Any

from litestar import Request, get, post
from litestar.params import JSONBody

from app.hub.hub import Hub
from app.hub.room import Caller
from app.sync import wire

_SMALL = 64 * 1024

Asked = Request[Any, Any, Any]


def _hub(request: Asked) -> Hub:
    found: Hub = request.app.state.hub
    return found


def _caller(request: Asked) -> Caller:
    found: Caller = request.state.caller
    return found


@get("/authority", sync_to_thread=True)
def authority(request: Asked) -> wire.Trusted:
    """Give the authority's certificate, and the list of certificates that count no more."""
    return _hub(request).authority.trusted()


@post("/certificates", sync_to_thread=True, request_max_body_size=_SMALL, status_code=200)
def certify(request: Asked, data: JSONBody[wire.AskCertificate]) -> wire.Certified:
    """Issue a certificate to the calling computer."""
    made = _hub(request).authority.certify(_caller(request), data.request)
    return wire.Certified(certificate=made)


@post("/seals", sync_to_thread=True, request_max_body_size=_SMALL, status_code=200)
def countersign(request: Asked, data: JSONBody[wire.AskSeal]) -> wire.Sealed:
    """Give the municipality's seal on a document that has come."""
    made = _hub(request).authority.countersign(_caller(request), data.document, data.seal)
    return wire.Sealed(added=made)


SIGNED_IN = (authority, certify, countersign)
