"""Pages where the office plans: lists of a day or a week, a visit's form, lists read in."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

import msgspec
from litestar import Response, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import UploadFile
from litestar.params import FromPath
from litestar.response import Redirect

from app.clock import COPENHAGEN, local, today
from app.domain.cpr import read_cpr
from app.domain.records import Citizen
from app.errors import KnownError
from app.hub.admin.doors import Visitor
from app.hub.admin.noting import note, note_daily
from app.hub.admin.pages import PREFIX, page, texts_for
from app.hub.admin.plan_forms import Plan, read_appointment, read_person, shown, to_write
from app.hub.admin.web import Asked, Given, Page, check_given, office, status, visitor
from app.hub.plan_import import PlanImport, sentence
from app.hub.plan_lists import ListedVisit
from app.hub.planning import Planner, Source
from app.hub.room import Caller
from app.wording import clock, weekday_date

# A list that is read in lies in memory only: more would go to the disk.
LIST_BYTES = 1024 * 1024
_BODY_BYTES = LIST_BYTES + 64 * 1024
_WEEK, _DAY = "week", "day"


def _planner(who: Visitor) -> Planner:
    return Planner(user=who.user, name=who.name, role=who.role, teams=who.teams)


def _day(text: str, otherwise: date) -> date:
    try:
        return date.fromisoformat(text) if text else otherwise
    except ValueError:
        raise KnownError("hub.bad_date") from None


@get("/planning", sync_to_thread=True)
def planning(request: Asked) -> Page:
    """List the visits of a day or a week, of the own teams or one, of all or one visitator."""
    given, who, hub = request.query_params, visitor(request), office(request).hub
    now, error = today(hub.room.clock), None
    try:
        day = _day(given.get("day", ""), now)
    except KnownError as wrong:
        day, error = now, wrong
    span = _DAY if given.get("span") == _DAY else _WEEK
    first = day if span == _DAY else day - timedelta(days=day.weekday())
    last = first if span == _DAY else first + timedelta(days=6)
    team = given.get("team", "") if given.get("team") in who.teams else ""
    teams = [team] if team else list(who.teams)
    visits = hub.plan_lists.visits(teams, first, last, given.get("visitator", ""))
    note_daily(hub, who, "planning", {each.scope for each in visits})
    step = last - first + timedelta(days=1)
    return page(
        request,
        "planning",
        400 if error else 200,
        error=error,
        days=_by_day(visits),
        asked={"day": day, "span": span, "team": team, "visitator": given.get("visitator", "")},
        around=(first - step, first + step),
        span=(first, last),
        workers=hub.plan_lists.workers(list(who.teams)),
        clock=lambda moment: clock(local(moment)),
        weekday=partial(_weekday, language=texts_for(request).language),
    )


def _weekday(day: date, language: str) -> str:
    said = weekday_date(day, language)
    return said[:1].upper() + said[1:]


def _by_day(visits: tuple[ListedVisit, ...]) -> dict[date, list[ListedVisit]]:
    found: dict[date, list[ListedVisit]] = {}
    for each in visits:
        if each.visit.planned is not None:
            found.setdefault(local(each.visit.planned.start).date(), []).append(each)
    return found


@post("/planning/find", sync_to_thread=True, status_code=200)
def find(request: Asked, form: Given) -> Page:
    """Show the citizens of the own teams whom a name or a CPR number fits."""
    who, asked = visitor(request), form.get("text", "")
    caller = Caller(device="", user=who.user, name=who.name, role=who.role, teams=who.teams)
    found = office(request).hub.cases.search(caller, asked)
    return page(request, "plan_find", asked=asked, found=found, under="planning")


@post("/planning/new", sync_to_thread=True, status_code=200)
def new(request: Asked, form: Given) -> Page:
    """Show the form of a new visit, for a citizen of the own teams or for somebody new."""
    citizen = _citizen(request, form.get("citizen", ""))
    return _form(request, _blank(form.get("text", ""), citizen), citizen)


def _citizen(request: Asked, chosen: str) -> Citizen | None:
    """Return the citizen who was chosen, if one was; that he or she was shown is noted."""
    if not chosen:
        return None
    who, hub = visitor(request), office(request).hub
    citizen, scope = hub.plan_lists.citizen(list(who.teams), chosen)
    note(hub, who, "planning", {scope})
    return citizen


def _blank(asked: str, citizen: Citizen | None) -> Plan:
    """Return an empty form; what was looked for stands in its place."""
    plan = Plan(citizen=citizen.id if citizen else "")
    if citizen is not None:
        return plan
    known = read_cpr(asked)
    if known.cpr is not None and not known.problem:
        return msgspec.structs.replace(plan, cpr=asked.strip())
    return msgspec.structs.replace(plan, name=asked.strip())


def _form(
    request: Asked, plan: Plan, citizen: Citizen | None, error: KnownError | None = None
) -> Page:
    who = visitor(request)
    return page(
        request,
        "plan_visit",
        status(error) if error else 200,
        error=error,
        plan=plan,
        citizen=citizen,
        under="planning",
        workers=office(request).hub.plan_lists.workers(list(who.teams)),
    )


@post("/planning/add", sync_to_thread=True)
def add(request: Asked, form: Given) -> Response[Any]:
    """Plan a visit; what cannot be is said above the form, with all that was written."""
    who, hub, plan = visitor(request), office(request).hub, to_write(form)
    try:
        when, team = read_appointment(plan)
        person = read_person(plan)
        hub.planning.add(_planner(who), team, person, when, Source())
    except KnownError as error:
        return _form(request, plan, _citizen(request, plan.citizen), error)
    return _to_list(when.start, "visit_planned")


def _to_list(start: datetime, said: str) -> Redirect:
    day = local(start).date()
    return Redirect(f"{PREFIX}/planning?day={day}&said={said}", status_code=303)


@get("/planning/visit/{visit:str}", sync_to_thread=True)
def one(request: Asked, visit: FromPath[str]) -> Page:
    """Show a planned visit in its form; that it was shown is noted."""
    return _change_form(request, visit)


def _change_form(
    request: Asked, visit: str, plan: Plan | None = None, error: KnownError | None = None
) -> Page:
    who, hub = visitor(request), office(request).hub
    listed = hub.plan_lists.one(list(who.teams), visit)
    note(hub, who, "planning", {listed.scope})
    meanwhile = error is not None and error.key == "hub.plan.changed_meanwhile"
    return page(
        request,
        "plan_change",
        status(error) if error else 200,
        error=error,
        plan=plan if plan is not None and not meanwhile else shown(listed),
        listed=listed,
        citizen=listed.citizen,
        under="planning",
        workers=hub.plan_lists.workers([listed.team_id]),
    )


@post("/planning/change", sync_to_thread=True)
def change(request: Asked, form: Given) -> Response[Any]:
    """Move a visit, or give it to another."""
    plan = to_write(form)
    try:
        when, _ = read_appointment(plan)
        seen = _number(form.get("seen", ""))
        planner = _planner(visitor(request))
        office(request).hub.planning.change(planner, plan.visit, seen, when)
    except KnownError as error:
        return _change_form(request, plan.visit, plan, error)
    return _to_list(when.start, "visit_changed")


@post("/planning/cancel", sync_to_thread=True)
def cancel(request: Asked, form: Given) -> Response[Any]:
    """Cancel a visit."""
    planner, visit = _planner(visitor(request)), form.get("visit", "")
    try:
        day = _day(form.get("day", ""), today(office(request).hub.room.clock))
        office(request).hub.planning.cancel(planner, visit, _number(form.get("seen", "")))
    except KnownError as error:
        return _change_form(request, visit, error=error)
    return _to_list(datetime.combine(day, time(12), COPENHAGEN), "visit_cancelled")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else -1


@get("/planning/import", sync_to_thread=True)
def import_page(request: Asked) -> Page:
    """Ask for a work list."""
    return _import_page(request)


def _import_page(request: Asked, error: KnownError | None = None, **more: Any) -> Page:
    workers = office(request).hub.plan_lists.workers(list(visitor(request).teams))
    values = {"report": None, "refused": (), "team": "", **more}
    code = status(error) if error else 200
    return page(
        request, "plan_import", code, error=error, workers=workers, under="planning", **values
    )


@post("/planning/import", status_code=200, request_max_body_size=_BODY_BYTES)
async def read_list(request: Asked) -> Page:
    """Read a work list in, and say what came of each line that was refused."""
    form = await request.form()
    given = {name: value for name, value in form.items() if isinstance(value, str)}
    check_given(request, given)
    file = form.get("list")
    data = await file.read() if isinstance(file, UploadFile) else b""
    return await sync_to_thread(_read_list, request, given, data)


def _read_list(request: Asked, form: Mapping[str, str], data: bytes) -> Page:
    hub, who, team = office(request).hub, visitor(request), form.get("team", "")
    try:
        if len(data) > LIST_BYTES:
            raise KnownError("worklist.too_big", megabytes=LIST_BYTES // 1024**2)
        reader = PlanImport(hub.room, hub.planning)
        report = reader.read(_planner(who), team, form.get("visitator", ""), data)
    except KnownError as error:
        return _import_page(request, error, team=team)
    texts = texts_for(request)
    refused = [sentence(texts, line) for line in report.refused]
    return _import_page(request, report=report, refused=refused, team=team)


READERS = (planning,)
LEADERS = (find, new, add, one, change, cancel, import_page, read_list)
