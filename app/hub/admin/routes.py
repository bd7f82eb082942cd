"""The addresses of the pages, and who may come there; every form is checked before it is read."""

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

from litestar import Request, Response, Router, get, post
from litestar.concurrency import sync_to_thread
from litestar.connection import ASGIConnection
from litestar.di import NamedDependency, Provide
from litestar.exceptions import HTTPException, NotFoundException
from litestar.handlers import BaseRouteHandler
from litestar.params import FromPath
from litestar.response import Redirect

from app.clock import today
from app.crashes import tell
from app.errors import KnownError
from app.hub.admin import overview
from app.hub.admin.casework import Casework
from app.hub.admin.doors import Doors, Visitor, check_form, new_token
from app.hub.admin.pages import COOKIE, FOLDER, HEADERS, PREFIX, cookie, first_of_year, page
from app.hub.hub import Hub
from app.hub.users import ROLES
from app.texts import RESOURCES

Asked = Request[Any, Any, Any]
Connected = ASGIConnection[Any, Any, Any, Any]
Form = dict[str, str]
Page = Response[str]
Given = NamedDependency[Form]

_FORM_BYTES = 16 * 1024
_FIELDS = 20
_FONTS = frozenset({"SourceSans3-Regular.ttf", "SourceSans3-Semibold.ttf"})
_A_DAY = {"Cache-Control": "private, max-age=86400"}
_STATUS = {
    "hub.web_signed_out": 401,
    "hub.wrong_sign_in": 403,
    "hub.not_for_role": 403,
    "hub.not_your_role": 403,
    "hub.foreign_form": 403,
    "hub.no_case_number": 404,
    "hub.no_user": 404,
    "hub.no_device": 404,
    "hub.no_such_page": 404,
    "hub.too_large": 413,
    "hub.too_many_attempts": 429,
}


class Office:
    """What the pages of one hub share."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.doors = Doors(hub)
        self.casework = Casework(hub)


def _office(connection: Connected) -> Office:
    found: Office = connection.app.state.admin
    return found


def _visitor(connection: Connected) -> Visitor:
    found: Visitor = connection.state.visitor
    return found


async def _harden(connection: Connected, _: BaseRouteHandler) -> None:
    """Give every answer of the pages its headers, whatever comes of the request."""
    secure = connection.url.scheme == "https"
    connection.state.headers = HEADERS | (
        {"Strict-Transport-Security": "max-age=31536000"} if secure else {}
    )


async def _signed_in(connection: Connected, _: BaseRouteHandler) -> None:
    """Let in who is signed in, before anything of the body is read."""
    token = connection.cookies.get(COOKIE, "")
    connection.state.visitor = await sync_to_thread(_office(connection).doors.visitor, token)


def _leads(connection: Connected, _: BaseRouteHandler) -> None:
    if not _visitor(connection).leads:
        raise KnownError("hub.not_your_role")


def _administers(connection: Connected, _: BaseRouteHandler) -> None:
    if not _visitor(connection).administers:
        raise KnownError("hub.not_your_role")


async def _form(request: Asked) -> Form:
    """Read a form that this browser was given; KnownError for any other."""
    body = await request.body()
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_FIELDS)
    except ValueError:
        raise KnownError("hub.bad_form") from None
    found = dict(pairs)
    if any("\0" in value for value in found.values()):
        raise KnownError("hub.bad_form")
    check_form(request.cookies.get(COOKIE, ""), found.get("form_token", ""))
    return found


def _on(where: str, said: str = "") -> Redirect:
    """Send the browser on to a page, so that going back does nothing twice."""
    return Redirect(f"{PREFIX}{where}" + (f"?said={said}" if said else ""), status_code=303)


@get("/sign-in", sync_to_thread=False)
def sign_in_page(request: Asked) -> Page:
    """Show the form; a browser that comes for the first time is given what it is known by."""
    known = request.cookies.get(COOKIE)
    token = known or new_token()
    answer = page(request, "sign_in", login="", token=token)
    if not known:
        answer.set_cookie(cookie(request, token))
    return answer


@post("/sign-in", sync_to_thread=True)
def sign_in(request: Asked, form: Given) -> Response[Any]:
    """Begin a session; the browser is known by something else from now on."""
    origin = request.client.host if request.client else ""
    login = form.get("login", "")
    try:
        token = _office(request).doors.sign_in(login, form.get("password", ""), origin)
    except KnownError as error:
        return page(request, "sign_in", _status(error), login=login, error=error)
    answer = _on("")
    answer.set_cookie(cookie(request, token))
    return answer


@post("/sign-out", sync_to_thread=True)
def sign_out(request: Asked, form: Given) -> Redirect:
    """End the session."""
    _office(request).doors.sign_out(request.cookies.get(COOKIE, ""))
    answer = _on("/sign-in", "signed_out")
    answer.set_cookie(cookie(request, new_token()))
    return answer


@get("/", sync_to_thread=True)
def home(request: Asked) -> Page:
    """Show the overview."""
    office, visitor = _office(request), _visitor(request)
    counted = overview.counts(office.hub, visitor) if visitor.leads else None
    return page(request, "overview", counts=counted, due=office.casework.due(visitor))


@get("/statistics", sync_to_thread=True)
def statistics(request: Asked) -> Page:
    """Show the figures of a span of days, by default of this year."""
    day = today(_office(request).hub.room.clock)
    given = request.query_params
    start, end = given.get("start", first_of_year(day).isoformat()), given.get("end", str(day))
    shown: dict[str, Any] = {"start": start, "end": end}
    try:
        span = date.fromisoformat(start), date.fromisoformat(end)
        figures = _office(request).casework.figures(_visitor(request), *span)
    except (ValueError, OverflowError):
        shown |= {"figures": (), "error": KnownError("hub.bad_date")}
        return page(request, "statistics", 400, **shown)
    except KnownError as error:
        return page(request, "statistics", _status(error), figures=(), error=error, **shown)
    return page(request, "statistics", figures=figures, **shown)


def _computers(request: Asked, status: int = 200, **more: Any) -> Page:
    hub, visitor = _office(request).hub, _visitor(request)
    values = {"code": "", "login": "", **more}
    devices, users = overview.computers(hub, visitor), overview.people(hub, visitor)
    return page(request, "computers", status, devices=devices, users=users, **values)


@get("/computers", sync_to_thread=True)
def computers(request: Asked) -> Page:
    """List the computers."""
    return _computers(request)


@post("/computers/invite", sync_to_thread=True, status_code=200)
def invite(request: Asked, form: Given) -> Page:
    """Make a code for one computer of a user, and show it this once."""
    login = form.get("login", "")
    seen = {u.login for u in overview.people(_office(request).hub, _visitor(request))}
    try:
        if login not in seen:
            raise KnownError("hub.no_user")
        code = _office(request).hub.devices.invite(login)
    except KnownError as error:
        return _computers(request, _status(error), error=error)
    return _computers(request, code=code, login=login)


@post("/computers/revoke", sync_to_thread=True)
def revoke(request: Asked, form: Given) -> Response[Any]:
    """Let a computer in no more."""
    which, hub = form.get("device", ""), _office(request).hub
    try:
        if which not in {d.id for d in overview.computers(hub, _visitor(request))}:
            raise KnownError("hub.no_device")
        hub.devices.revoke(which)
    except KnownError as error:
        return _computers(request, _status(error), error=error)
    return _on("/computers", "revoked")


def _people(request: Asked, status: int = 200, **more: Any) -> Page:
    hub, visitor = _office(request).hub, _visitor(request)
    own = set(visitor.teams.values())
    teams = [each for each in hub.users.teams() if visitor.administers or each[0] in own]
    users = overview.people(hub, visitor)
    return page(request, "people", status, users=users, teams=teams, roles=ROLES, **more)


@get("/people", sync_to_thread=True)
def people(request: Asked) -> Page:
    """List users and teams."""
    return _people(request)


def _change(request: Asked, said: str, work: Callable[[], object]) -> Response[Any]:
    try:
        work()
    except KnownError as error:
        return _people(request, _status(error), error=error)
    return _on("/people", said)


@post("/people/add", sync_to_thread=True)
def add_user(request: Asked, form: Given) -> Response[Any]:
    """Take a user in, with a team if one is chosen."""
    users = _office(request).hub.users

    def work() -> None:
        if form.get("team") and form["team"] not in dict(users.teams()):
            raise KnownError("hub.no_team")
        login = form.get("login", "")
        users.add(login, form.get("name", ""), form.get("role", ""), form.get("password", ""))
        if form.get("team"):
            users.join(login, form["team"])

    return _change(request, "user_added", work)


@post("/people/role", sync_to_thread=True)
def set_role(request: Asked, form: Given) -> Response[Any]:
    """Give another user another role; nobody takes their own away by mistake."""

    def work() -> None:
        login = form.get("login", "")
        if login == _visitor(request).login:
            raise KnownError("hub.own_role")
        _office(request).hub.users.set_role(login, form.get("role", ""))

    return _change(request, "changed", work)


@post("/people/team", sync_to_thread=True)
def set_team(request: Asked, form: Given) -> Response[Any]:
    """Make a user a member of a team, or no longer one."""
    leave = form.get("do") == "leave"
    login, team = form.get("login", ""), form.get("team", "")
    users = _office(request).hub.users
    return _change(request, "changed", lambda: users.join(login, team, leave=leave))


@post("/teams/add", sync_to_thread=True)
def add_team(request: Asked, form: Given) -> Response[Any]:
    """Make a team."""
    users = _office(request).hub.users
    return _change(request, "team_added", lambda: users.add_team(form.get("name", "")))


@get("/quarantine", sync_to_thread=True)
def quarantine(request: Asked) -> Page:
    """List what was refused, and why."""
    held = overview.quarantine(_office(request).hub, _visitor(request))
    return page(request, "quarantine", held=held)


@get("/audit", sync_to_thread=False)
def audit_page(request: Asked) -> Page:
    """Ask for a case's number."""
    return page(request, "audit", asked="", cases=())


@post("/audit", sync_to_thread=True, status_code=200)
def audit(request: Asked, form: Given) -> Page:
    """Show who read and changed a case; its number stands in no address and no log."""
    asked = form.get("number", "")
    try:
        cases = _office(request).casework.audit(_visitor(request), asked)
    except KnownError as error:
        return page(request, "audit", _status(error), asked=asked, cases=(), error=error)
    return page(request, "audit", asked=asked, cases=cases)


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


def _status(error: KnownError) -> int:
    return 503 if error.key.startswith("store.") else _STATUS.get(error.key, 400)


def _known(request: Asked, error: KnownError) -> Response[Any]:
    if error.key == "hub.web_signed_out":
        return _on("/sign-in")
    return page(request, "wrong", _status(error), error=error)


def _refused(request: Asked, error: HTTPException) -> Page:
    if error.status_code >= 500:
        return _unknown(request, error)
    keys = {404: "hub.no_such_page", 413: "hub.too_large"}
    known = KnownError(keys.get(error.status_code, "hub.bad_form"))
    return page(request, "wrong", error.status_code, error=known)


def _unknown(request: Asked, error: Exception) -> Page:
    tell(error)
    return page(request, "wrong", 500, error=KnownError("hub.failed"))


PUBLIC = (sign_in_page, sign_in, style, font, elsewhere)
SIGNED_IN = (sign_out, home, statistics)
LEADERS = (computers, invite, revoke, people, quarantine, audit_page, audit)
ADMINISTRATORS = (add_user, set_role, set_team, add_team)


def admin_pages() -> Router:
    """Return the routes of the pages; the application's state holds their Office as `admin`."""
    administrators = Router("/", route_handlers=ADMINISTRATORS, guards=[_administers])
    leaders = Router("/", route_handlers=[*LEADERS, administrators], guards=[_leads])
    inside = Router("/", route_handlers=[*SIGNED_IN, leaders], guards=[_signed_in])
    return Router(
        PREFIX,
        route_handlers=[*PUBLIC, inside],
        guards=[_harden],
        dependencies={"form": Provide(_form)},
        exception_handlers={KnownError: _known, HTTPException: _refused, Exception: _unknown},
        include_in_schema=False,
        request_max_body_size=_FORM_BYTES,
    )
