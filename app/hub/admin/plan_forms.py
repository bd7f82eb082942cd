"""The form of a planned visit: what is written in it, and what that means."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import get_args

import msgspec

from app.clock import COPENHAGEN, local
from app.domain.cpr import read_cpr
from app.domain.values import Address
from app.errors import KnownError
from app.hub.plan_lists import ListedVisit
from app.hub.planning import Appointment, Person
from app.interchange.entries import VisitKind
from app.workflow.writing import clean_text

_SHORTEST, _LONGEST = 5, 600
_LINE = 200


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """The fields as they are written; `who` is the id of a team, ":", and of a user in it."""

    citizen: str = ""
    visit: str = ""
    seen: str = ""
    name: str = ""
    cpr: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    who: str = ""
    day: str = ""
    time: str = ""
    minutes: str = "60"
    kind: str = "first"
    place: str = ""
    note: str = ""


def to_write(form: Mapping[str, str]) -> Plan:
    """Return the fields of a form that was sent."""
    names = Plan.__struct_fields__
    return Plan(**{n: clean_text(text).strip() for n, text in form.items() if n in names})


def shown(listed: ListedVisit) -> Plan:
    """Return the fields of a visit as it is now."""
    visit = listed.visit
    start = local(visit.planned.start) if visit.planned else None
    return Plan(
        visit=visit.id,
        seen=str(listed.seen),
        who=f"{listed.team_id}:{listed.given_to}",
        day=start.date().isoformat() if start else "",
        time=f"{start:%H:%M}" if start else "",
        minutes=str(visit.planned.minutes) if visit.planned else "60",
        kind=visit.kind,
        place=visit.planned.place if visit.planned else "",
        note=visit.note,
    )


def read_appointment(plan: Plan) -> tuple[Appointment, str]:
    """Return when the visit is, and the id of the team.

    Raises KnownError "hub.bad_date", "hub.plan.bad_time", "hub.plan.bad_minutes",
    "hub.plan.no_visitator".
    """
    team, _, who = plan.who.partition(":")
    if not who:
        raise KnownError("hub.plan.no_visitator")
    made = Appointment(
        start=datetime.combine(_day(plan.day), _time(plan.time), COPENHAGEN),
        visitator=who,
        minutes=_minutes(plan.minutes),
        kind=plan.kind if plan.kind in get_args(VisitKind) else "",
        place=plan.place,
        note=plan.note,
    )
    return made, team


def read_person(plan: Plan) -> Person:
    """Return whom to visit; raises KnownError "hub.plan.no_citizen", "hub.plan.bad_cpr"."""
    if plan.citizen:
        return Person(id=plan.citizen)
    reading = read_cpr(plan.cpr)
    if plan.cpr and (reading.cpr is None or reading.problem):
        raise KnownError("hub.plan.bad_cpr")
    lines = (plan.name, plan.street, plan.postcode, plan.city, plan.phone)
    if any(len(line) > _LINE for line in lines):
        raise KnownError("hub.plan.text_too_long", limit=_LINE)
    return Person(
        cpr=reading.cpr,
        birth_date=reading.birth_date,
        name=plan.name,
        address=Address(street=plan.street, postcode=plan.postcode, city=plan.city),
        phone=plan.phone,
    )


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise KnownError("hub.bad_date") from None
    if not 2000 <= day.year <= 2100:
        raise KnownError("hub.bad_date")
    return day


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text.replace(".", ":")).replace(tzinfo=None)
    except ValueError:
        raise KnownError("hub.plan.bad_time") from None


def _minutes(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not _SHORTEST <= int(text[:4]) <= _LONGEST:
        raise KnownError("hub.plan.bad_minutes")
    return int(text)
