"""What all routes of the pages share: who may come, forms that are checked, and errors."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl

from litestar import Request, Response
from litestar.concurrency import sync_to_thread
from litestar.connection import ASGIConnection
from litestar.di import NamedDependency
from litestar.exceptions import HTTPException
from litestar.handlers import BaseRouteHandler
from litestar.response import Redirect

from app.crashes import tell
from app.errors import KnownError
from app.hub.admin.casework import Casework
from app.hub.admin.doors import Doors, Visitor, check_form
from app.hub.admin.pages import COOKIE, HEADERS, PREFIX, page
from app.hub.hub import Hub

Asked = Request[Any, Any, Any]
Connected = ASGIConnection[Any, Any, Any, Any]
Form = dict[str, str]
Page = Response[str]
Given = NamedDependency[Form]

FORM_BYTES = 16 * 1024
_FIELDS = 20
# What a browser says of a form that another site made it send.
_FOREIGN = frozenset({"cross-site", "same-site"})
_STATUS = {
    "hub.web_signed_out": 401,
    "hub.wrong_sign_in": 403,
    "hub.not_for_role": 403,
    "hub.not_your_role": 403,
    "hub.not_yours": 403,
    "hub.foreign_form": 403,
    "hub.no_case_number": 404,
    "hub.no_case": 404,
    "hub.no_conflict": 404,
    "hub.no_held": 404,
    "hub.no_parked": 404,
    "hub.no_user": 404,
    "hub.no_device": 404,
    "hub.no_such_page": 404,
    "hub.plan.no_visit": 404,
    "hub.plan.no_citizen": 404,
    "hub.no_provider": 404,
    "hub.provider_refused": 403,
    "hub.provider_unknown": 403,
    "hub.closed_user": 403,
    "hub.provider_odd": 502,
    "hub.provider_away": 503,
    "hub.too_large": 413,
    "hub.too_many_attempts": 429,
}


class Office:
    """What the pages of one hub share."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.doors = Doors(hub)
        self.casework = Casework(hub)


def office(connection: Connected) -> Office:
    """Return what the pages share."""
    found: Office = connection.app.state.admin
    return found


def visitor(connection: Connected) -> Visitor:
    """Return who is signed in."""
    found: Visitor = connection.state.visitor
    return found


async def harden(connection: Connected, _: BaseRouteHandler) -> None:
    """Give every answer of the pages its headers, whatever comes of the request."""
    secure = connection.url.scheme == "https"
    connection.state.headers = HEADERS | (
        {"Strict-Transport-Security": "max-age=31536000"} if secure else {}
    )


async def signed_in(connection: Connected, _: BaseRouteHandler) -> None:
    """Let in who is signed in, before anything of the body is read."""
    token = connection.cookies.get(COOKIE, "")
    connection.state.visitor = await sync_to_thread(office(connection).doors.visitor, token)


def enters(connection: Connected, _: BaseRouteHandler) -> None:
    """Let in whose password is their own, and whose role sees anything at all."""
    who = visitor(connection)
    if who.must_choose:
        raise KnownError("hub.choose_password")
    if not who.enters:
        raise KnownError("hub.not_for_role")


def leads(connection: Connected, _: BaseRouteHandler) -> None:
    """Let in team leaders and administrators."""
    if not visitor(connection).leads:
        raise KnownError("hub.not_your_role")


def administers(connection: Connected, _: BaseRouteHandler) -> None:
    """Let in administrators."""
    if not visitor(connection).administers:
        raise KnownError("hub.not_your_role")


async def read_form(request: Asked) -> Form:
    """Read a form that this browser was given; KnownError for any other."""
    body = await request.body()
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_FIELDS)
    except ValueError:
        raise KnownError("hub.bad_form") from None
    found = dict(pairs)
    if any("\0" in value for value in found.values()):
        raise KnownError("hub.bad_form")
    check_given(request, found)
    return found


def check_given(request: Asked, form: Mapping[str, str]) -> None:
    """Raise KnownError("hub.foreign_form") for a form that this browser was not given."""
    if request.headers.get("sec-fetch-site", "") in _FOREIGN:
        raise KnownError("hub.foreign_form")
    check_form(request.cookies.get(COOKIE, ""), form.get("form_token", ""))


def on(where: str, said: str = "") -> Redirect:
    """Send the browser on to a page, so that going back does nothing twice."""
    return Redirect(f"{PREFIX}{where}" + (f"?said={said}" if said else ""), status_code=303)


def done(
    work: Callable[[], object], where: str, said: str, again: Callable[..., Page]
) -> Response[Any]:
    """Do what a form asks and go on; or show the page `again`, with what went wrong."""
    try:
        work()
    except KnownError as error:
        return again(status=status(error), error=error)
    return on(where, said)


def status(error: KnownError) -> int:
    """Return the status of an answer that says what went wrong."""
    return 503 if error.key.startswith("store.") else _STATUS.get(error.key, 400)


def known(request: Asked, error: KnownError) -> Response[Any]:
    """Answer what the visitor can put right; one who is not signed in is shown the way in."""
    if error.key == "hub.web_signed_out":
        return on("/sign-in")
    if error.key == "hub.choose_password":
        return on("/password")
    return page(request, "wrong", status(error), error=error)


def refused(request: Asked, error: HTTPException) -> Page:
    """Answer what the server itself refuses."""
    if error.status_code >= 500:
        return unknown(request, error)
    keys = {404: "hub.no_such_page", 405: "hub.no_such_page", 413: "hub.too_large"}
    said = KnownError(keys.get(error.status_code, "hub.bad_form"))
    return page(request, "wrong", error.status_code, error=said)


def unknown(request: Asked, error: Exception) -> Page:
    """Answer a fault of ours; it is told to whoever looks after the server."""
    tell(error)
    return page(request, "wrong", 500, error=KnownError("hub.failed"))
