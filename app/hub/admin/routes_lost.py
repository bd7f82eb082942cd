"""Pages about what is away: erasures not confirmed, what revoked computers had not sent."""

from typing import Any

from litestar import get, post

from app.errors import KnownError
from app.hub.admin.pages import page
from app.hub.admin.web import Asked, Given, Page, office, status, visitor


@get("/erasures", sync_to_thread=True)
def erasures(request: Asked) -> Page:
    """List what was erased by law, and the computers that have not said that they did."""
    return page(request, "erasures", erasures=office(request).hub.erasures.all())


def _parked(request: Asked, status: int = 200, **more: Any) -> Page:
    values = {"lots": office(request).hub.parking.all(), "taken": None, **more}
    return page(request, "parked", status, **values)


@get("/parked", sync_to_thread=True)
def parked(request: Asked) -> Page:
    """List what revoked computers had not sent."""
    return _parked(request)


@post("/parked/take", sync_to_thread=True, status_code=200)
def take_parked(request: Asked, form: Given) -> Page:
    """Take what a computer had not sent in, as if it had been sent in time; say what came of it."""
    hub, who = office(request).hub, visitor(request)
    try:
        lot = next((each for each in hub.parking.all() if each.id == form.get("lot", "")), None)
        if lot is None:
            raise KnownError("hub.no_parked")
        with hub.acts.doing(who.user, "parked_taken", f"{lot.login}: {lot.computer}"):
            taken = hub.parking.take_in(lot.id)
    except KnownError as error:
        return _parked(request, status(error), error=error)
    return _parked(request, taken=taken)


ADMINISTRATORS = (erasures, parked, take_parked)
