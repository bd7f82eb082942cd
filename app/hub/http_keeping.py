"""Routes of computers that come to an end here: leaving, revoked, and what they had to erase."""

from litestar import delete, post
from litestar.params import JSONBody

from app.hub.asking import Asked, caller_of, hub_of
from app.sync import wire

_SMALL = 64 * 1024
# Base64 in JSON takes a third more.
_PART = 2 * wire.PARKED_BYTES


@delete("/devices/self", sync_to_thread=True, status_code=200)
def leave(request: Asked) -> wire.Done:
    """Let the calling computer go; what it has sent stays."""
    hub_of(request).farewell.leave(caller_of(request))
    return wire.Done()


@post("/devices/revocation", sync_to_thread=True, request_max_body_size=_SMALL, status_code=200)
def revocation(request: Asked, data: JSONBody[wire.SignIn]) -> wire.Revocation:
    """Give a computer that shows who it is the hub's signed word that it was revoked."""
    return hub_of(request).devices.revocation(data)


@post("/parking", sync_to_thread=True, request_max_body_size=_PART, status_code=200)
def park(request: Asked, data: JSONBody[wire.Parked]) -> wire.Done:
    """Keep what a revoked computer has not sent, sealed to the hub's key."""
    hub_of(request).parking.take(data)
    return wire.Done()


@post("/erasures", sync_to_thread=True, request_max_body_size=_SMALL, status_code=200)
def confirm_erased(request: Asked, data: JSONBody[wire.Erased]) -> wire.Done:
    """Note what the calling computer has erased, as it was told to."""
    hub_of(request).erasures.confirm(caller_of(request), data.scopes)
    return wire.Done()


PUBLIC = (revocation, park)
SIGNED_IN = (leave, confirm_erased)
