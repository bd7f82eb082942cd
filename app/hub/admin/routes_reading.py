"""Pages that are read: overview, deadlines, letters, conflicts, cases and their logs, figures."""

import csv
from datetime import date
from io import StringIO
from typing import Any

from litestar import Response, get, post

from app.clock import today
from app.domain.statistics import Figure
from app.errors import KnownError
from app.hub.admin import cases, conflicts, letters, overview
from app.hub.admin.casework import SOON, SPANS
from app.hub.admin.pages import page, texts_for
from app.hub.admin.web import Asked, Given, Page, done, office, status, visitor
from app.hub.admin.words import Words, first_of_year

# So many deadlines stand on the overview.
_FIRST = 10


@get("/", sync_to_thread=True)
def home(request: Asked) -> Page:
    """Show the overview."""
    shared, who = office(request), visitor(request)
    counted = overview.counts(shared.hub, who) if who.leads else None
    due, every = shared.casework.due(who, most=_FIRST)
    waiting = letters.count(shared.hub, who)
    return page(request, "overview", counts=counted, due=due, every=every, letters=waiting)


@get("/deadlines", sync_to_thread=True)
def deadlines(request: Asked) -> Page:
    """List the deadlines of the teams; how far ahead can be chosen."""
    given = request.query_params.get("days", "")
    days = int(given) if given in map(str, SPANS) else SOON
    due, _ = office(request).casework.due(visitor(request), days)
    return page(request, "deadlines", due=due, days=days, spans=SPANS)


@get("/letters", sync_to_thread=True)
def waiting_letters(request: Asked) -> Page:
    """List the decisions that nobody has sent."""
    found = letters.letters(office(request).hub, visitor(request))
    return page(request, "letters", letters=found)


@get("/conflicts", sync_to_thread=True)
def open_conflicts(request: Asked) -> Page:
    """List the conflicts that stand open, without values."""
    found = conflicts.conflicts(office(request).hub, visitor(request))
    return page(request, "conflicts", conflicts=found)


@post("/conflicts", sync_to_thread=True, status_code=200)
def one_conflict(request: Asked, form: Given) -> Page:
    """Show the values of one conflict to the team that looks after the case."""
    which = form.get("conflict", "")
    found = conflicts.conflict(office(request).hub, visitor(request), which)
    return page(request, "conflict", conflict=found)


@get("/cases", sync_to_thread=True)
def search_page(request: Asked) -> Page:
    """Ask for a case."""
    return _cases(request)


@post("/cases", sync_to_thread=True, status_code=200)
def search(request: Asked, form: Given) -> Page:
    """Show the cases that were asked for; what was asked stands in no address."""
    asked = form.get("text", "")
    try:
        found = cases.find(office(request).hub, visitor(request), asked)
    except KnownError as error:
        return _cases(request, status=status(error), error=error, asked=asked)
    return _cases(request, asked=asked, found=found)


def _cases(request: Asked, status: int = 200, **more: Any) -> Page:
    teams = [name for name, _ in office(request).hub.users.teams()]
    values = {"asked": "", "found": None, "teams": teams, **more}
    return page(request, "cases", status, **values)


@post("/cases/move", sync_to_thread=True)
def move(request: Asked, form: Given) -> Response[Any]:
    """Give a case to another team."""
    hub, who = office(request).hub, visitor(request)
    case, team, why = (form.get(name, "") for name in ("case", "team", "why"))
    return done(
        lambda: cases.move(hub, who, case, team, why),
        "/cases",
        "case_moved",
        lambda **more: _cases(request, **more),
    )


@get("/audit", sync_to_thread=False)
def audit_page(request: Asked) -> Page:
    """Ask for a case's number."""
    return page(request, "audit", asked="", cases=())


@post("/audit", sync_to_thread=True, status_code=200)
def audit(request: Asked, form: Given) -> Page:
    """Show who read and changed a case; its number stands in no address and no log."""
    asked = form.get("number", "")
    try:
        found = office(request).casework.audit(visitor(request), asked, form.get("case", ""))
    except KnownError as error:
        return page(request, "audit", status(error), asked=asked, cases=(), error=error)
    return page(request, "audit", asked=asked, cases=found)


@get("/statistics", sync_to_thread=True)
def statistics(request: Asked) -> Page:
    """Show the figures of a span of days, by default of this year."""
    shown: dict[str, Any] = {"figures": ()}
    try:
        shown["figures"] = _figures(request, request.query_params, shown)
    except KnownError as error:
        return page(request, "statistics", status(error), error=error, **shown)
    return page(request, "statistics", **shown)


@post("/statistics/file", sync_to_thread=True, status_code=200)
def statistics_file(request: Asked, form: Given) -> Response[Any]:
    """Give the same figures as a list that a spreadsheet opens."""
    shown: dict[str, Any] = {"figures": ()}
    try:
        figures = _figures(request, form, shown)
    except KnownError as error:
        return page(request, "statistics", status(error), error=error, **shown)
    text, texts = StringIO(), texts_for(request)
    rows, words = csv.writer(text, delimiter=";"), Words(texts)
    rows.writerow([texts.message(f"statistics.head_{key}") for key in ("what", "of", "value")])
    for each in figures:
        said = texts.message(f"statistics.{each.measure}")
        rows.writerow([said, each.of, words.number(each.value)])
    name = texts.lookup("hub_admin", "statistics.file", start=shown["start"], end=shown["end"])
    request.state.headers |= {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(text.getvalue().encode("utf-8-sig"), media_type="text/csv; charset=utf-8")


def _figures(request: Asked, given: Any, shown: dict[str, Any]) -> tuple[Figure, ...]:
    """Return the figures of the span that is asked for, and put it in `shown`."""
    day = today(office(request).hub.room.clock)
    shown["start"] = given.get("start", first_of_year(day).isoformat())
    shown["end"] = given.get("end", day.isoformat())
    try:
        span = date.fromisoformat(shown["start"]), date.fromisoformat(shown["end"])
        return office(request).casework.figures(visitor(request), *span)
    except (ValueError, OverflowError):
        raise KnownError("hub.bad_date") from None


READERS = (home, deadlines, waiting_letters, statistics, statistics_file)
LEADERS = (open_conflicts, one_conflict, search_page, search, move, audit_page, audit)
