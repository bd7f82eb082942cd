"""Routes of the authority: its certificate and list, a computer's certificate, a seal."""

from litestar import get, post
from litestar.params import JSONBody

from app.hub.asking import Asked, caller_of, hub_of
from app.sync import wire

_SMALL = 64 * 1024


@get("/authority", sync_to_thread=True)
def authority(request: Asked) -> wire.Trusted:
    """Give the authority's certificate, and the list of certificates that count no more."""
    return hub_of(request).authority.trusted()


@post("/certificates", sync_to_thread=True, request_max_body_size=_SMALL, status_code=200)
def certify(request: Asked, data: JSONBody[wire.AskCertificate]) -> wire.Certified:
    """Issue a certificate to the calling computer."""
    made = hub_of(request).authority.certify(caller_of(request), data.request)
    return wire.Certified(certificate=made)


@post("/seals", sync_to_thread=True, request_max_body_size=_SMALL, status_code=200)
def countersign(request: Asked, data: JSONBody[wire.AskSeal]) -> wire.Sealed:
    """Give the municipality's seal on a document that has come."""
    made = hub_of(request).authority.countersign(caller_of(request), data.document, data.seal)
    return wire.Sealed(added=made)


SIGNED_IN = (authority, certify, countersign)
