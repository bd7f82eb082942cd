"""What the routes read off a request: the hub it came to, and who asks."""

from typing import Any

from litestar import Request
from litestar.connection import ASGIConnection

from app.hub.hub import Hub
from app.hub.room import Caller

Asked = Request[Any, Any, Any]


def hub_of(request: ASGIConnection[Any, Any, Any, Any]) -> Hub:
    """Return the hub that was asked."""
    found: Hub = request.app.state.hub
    return found


def caller_of(request: Asked) -> Caller:
    """Return the computer that asks; its guard has looked it up."""
    found: Caller = request.state.caller
    return found
