"""The addresses of the pages and who may come there; the way in, and one's own password."""

from typing import Any

from litestar import Response, Router, get, post
from litestar.di import Provide
from litestar.exceptions import HTTPException, NotFoundException
from litestar.params import FromPath

from app.errors import KnownError
from app.hub.admin import planning, provider, routes_lost, routes_reading, routes_running
from app.hub.admin.doors import new_token
from app.hub.admin.pages import COOKIE, FOLDER, HEADERS, PREFIX, cookie, page
from app.hub.admin.web import (
    FORM_BYTES,
    Asked,
    Given,
    Page,
    administers,
    enters,
    harden,
    known,
    leads,
    office,
    on,
    read_form,
    refused,
    signed_in,
    status,
    unknown,
    visitor,
)
from app.texts import RESOURCES

_FONTS = frozenset({"SourceSans3-Regular.ttf", "SourceSans3-Semibold.ttf"})
_A_DAY = {"Cache-Control": "private, max-age=86400"}


@get("/sign-in", sync_to_thread=True)
def sign_in_page(request: Asked) -> Page:
    """Show the form; a browser that comes for the first time is given what it is known by."""
    known_by = request.cookies.get(COOKIE)
    token = known_by or new_token()
    answer = provider.way_in(request, login="", token=token)
    if not known_by:
        answer.set_cookie(cookie(request, token))
    return answer


@post("/sign-in", sync_to_thread=True)
def sign_in(request: Asked, form: Given) -> Response[Any]:
    """Begin a session; the browser is known by something else from now on."""
    origin = request.client.host if request.client else ""
    login = form.get("login", "")
    try:
        token = office(request).doors.sign_in(login, form.get("password", ""), origin)
    except KnownError as error:
        return provider.way_in(request, status(error), login=login, error=error)
    answer = on("")
    answer.set_cookie(cookie(request, token))
    return answer


@post("/sign-out", sync_to_thread=True)
def sign_out(request: Asked, form: Given) -> Response[Any]:
    """End the session."""
    office(request).doors.sign_out(request.cookies.get(COOKIE, ""))
    answer = on("/sign-in", "signed_out")
    answer.set_cookie(cookie(request, new_token()))
    return answer


@get("/password", sync_to_thread=False)
def password_page(request: Asked) -> Page:
    """Ask for the visitor's own new password."""
    return page(request, "password")


@post("/password", sync_to_thread=True)
def choose_password(request: Asked, form: Given) -> Response[Any]:
    """Give the visitor another password; every other session of theirs ends."""
    before, after = form.get("before", ""), form.get("password", "")
    doors, who = office(request).doors, visitor(request)
    try:
        if after != form.get("again", ""):
            raise KnownError("hub.not_alike")
        doors.choose_password(who, before, after)
    except KnownError as error:
        return page(request, "password", status(error), error=error)
    answer = on("/password", "password_chosen")
    answer.set_cookie(cookie(request, doors.begin(who)))
    return answer


@get("/style.css", sync_to_thread=True)
def style(request: Asked) -> Response[bytes]:
    """Give the style sheet."""
    request.state.headers = HEADERS | _A_DAY
    return Response((FOLDER / "admin.css").read_bytes(), media_type="text/css")


@get("/fonts/{name:str}", sync_to_thread=True)
def font(request: Asked, name: FromPath[str]) -> Response[bytes]:
    """Give one of the two fonts."""
    if name not in _FONTS:
        raise NotFoundException
    request.state.headers = HEADERS | _A_DAY
    return Response((RESOURCES / "fonts" / name).read_bytes(), media_type="font/ttf")


@get("/{rest:path}", sync_to_thread=False)
def elsewhere(request: Asked, rest: FromPath[str]) -> Page:
    """Answer for every other address."""
    raise NotFoundException


PUBLIC = (sign_in_page, sign_in, *provider.PUBLIC, style, font, elsewhere)
OWN = (sign_out, password_page, choose_password)
READERS = (*routes_reading.READERS, *planning.READERS)
LEADERS = (*routes_reading.LEADERS, *routes_running.LEADERS, *planning.LEADERS)
ADMINISTRATORS = (*routes_running.ADMINISTRATORS, *routes_lost.ADMINISTRATORS)


def admin_pages() -> Router:
    """Return the routes of the pages; the application's state holds their Office as `admin`."""
    administrators = Router("/", route_handlers=ADMINISTRATORS, guards=[administers])
    leaders = Router("/", route_handlers=[*LEADERS, administrators], guards=[leads])
    readers = Router("/", route_handlers=[*READERS, leaders], guards=[enters])
    inside = Router("/", route_handlers=[*OWN, readers], guards=[signed_in])
    return Router(
        PREFIX,
        route_handlers=[*PUBLIC, inside],
        guards=[harden],
        dependencies={"form": Provide(read_form)},
        exception_handlers={KnownError: known, HTTPException: refused, Exception: unknown},
        include_in_schema=False,
        request_max_body_size=FORM_BYTES,
    )
