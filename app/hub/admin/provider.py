"""The way in to the pages by the municipality's own login, and who is tied to whom there."""

from typing import Any

from litestar import Response, get
from litestar.datastructures import Cookie
from litestar.response import Redirect

from app.errors import KnownError
from app.hub.admin.pages import PREFIX, cookie, page
from app.hub.admin.web import Asked, Page, office, status
from app.hub.oidc import PATIENCE, REFUSED

# What a browser keeps while it is at the provider. It comes back from another site: a cookie
# that no other site makes it send would not be there.
BEGUN = "hjemmebesoeg_begun"
_PATH = f"{PREFIX}/sign-in"


def way_in(request: Asked, status: int = 200, **values: Any) -> Page:
    """Return the page on which one signs in, with the municipality's own login if there is one."""
    offered = office(request).hub.sign_ins.shelf.get() is not None
    return page(request, "sign_in", status, provider=offered, **values)


def ties(request: Asked) -> dict[str, Any]:
    """Return what the page of the users shows of who is tied to whom at the provider."""
    sign_ins = office(request).hub.sign_ins
    return {"provider": sign_ins.shelf.get() is not None, "bound": sign_ins.bound()}


@get("/sign-in/provider", sync_to_thread=True)
def to_provider(request: Asked) -> Response[Any]:
    """Send the browser to the provider."""
    desk = office(request)
    try:
        desk.doors.check_origin(_origin(request))
        own = f"{request.url.scheme}://{request.url.netloc}"
        address, begun = desk.hub.sign_ins.begin(own)
    except KnownError as error:
        return page(request, "wrong", status(error), error=error)
    answer = Redirect(address, status_code=303)
    answer.set_cookie(_begun(request, begun))
    return answer


@get("/sign-in/answer", sync_to_thread=True)
def from_provider(request: Asked) -> Response[Any]:
    """Begin a session of whom the provider names.

    The page goes on by itself: a browser that is sent on from another site at once would not
    show the session's cookie.
    """
    desk, given = office(request), {name: str(v) for name, v in request.query_params.items()}
    try:
        desk.doors.check_origin(_origin(request))
        who = desk.hub.sign_ins.finish(request.cookies.get(BEGUN, ""), given)
        token = desk.doors.let_in(who.id)
        answer = page(request, "signed_in")
        answer.headers["Refresh"] = f"0; url={PREFIX}/"
        answer.set_cookie(cookie(request, token))
    except KnownError as error:
        if error.key in REFUSED:
            desk.doors.failed(_origin(request))
        answer = page(request, "wrong", status(error), error=error)
    answer.set_cookie(_begun(request, ""))
    return answer


def _origin(request: Asked) -> str:
    return request.client.host if request.client else ""


def _begun(request: Asked, value: str) -> Cookie:
    """Return the cookie of a sign-in that has begun; without a value, it is forgotten."""
    return Cookie(
        BEGUN,
        value=value,
        path=_PATH,
        max_age=int(PATIENCE.total_seconds()) if value else 0,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )


PUBLIC = (to_provider, from_provider)
