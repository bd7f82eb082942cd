"""What lies in quarantine: seen, offered again, or dropped for a reason by one who may."""

from datetime import datetime
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from app.errors import KnownError
from app.hub import second_look
from app.hub.admin.cases import cases_of
from app.hub.admin.doors import Visitor
from app.hub.admin.noting import note
from app.hub.admin.overview import quarantine as held_of
from app.hub.hub import Hub
from app.hub.quarantine import Held
from app.journal import tables
from app.journal.clock import from_wall
from app.journal.parcels import Parcel
from app.journal.tables import STATE
from app.journal.values import decode


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A change in a refused action; its value only for those whose team looks after the case."""

    entity: str
    field: str
    value: Any = None
    shown: bool = False


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is in a refused action, as far as it can be read and the visitor may see it.

    `elsewhere` tells that values are hidden because other teams look after the case.
    """

    held: Held
    who: str = ""
    at: datetime | None = None
    label: str = ""
    reason: str = ""
    number: str = ""
    lines: tuple[Line, ...] = ()
    elsewhere: bool = False


class _Case(NamedTuple):
    scope: int | None
    number: str
    own: bool


def content(hub: Hub, visitor: Visitor, number: str) -> Content:
    """Return what is in a refused action; that it was shown is noted.

    Raises KnownError("hub.no_held").
    """
    held = _find(hub, visitor, number)
    raw, case = second_look.body_of(hub, held), _case(hub, visitor, held)
    note(hub, visitor, "quarantine", (case.scope,))
    try:
        parcel = msgspec.json.decode(raw, type=Parcel)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Content(held=held, number=case.number)
    return Content(
        held=held,
        who=parcel.actor,
        at=from_wall(parcel.wall),
        label=parcel.label,
        reason=(parcel.reason or "") if case.own else "",
        number=case.number,
        lines=tuple(_line(c.entity, c.field, c.value, case.own) for c in parcel.changes),
        elsewhere=not case.own,
    )


def _line(entity: str, field: str, text: str | None, own: bool) -> Line:
    if not own or text is None:
        return Line(entity=entity, field=field)
    try:
        value = decode(entity, field, text)
    except (msgspec.DecodeError, KeyError, ValueError, TypeError):
        value = text
    return Line(entity=entity, field=field, value=value, shown=True)


def offer_again(hub: Hub, visitor: Visitor, number: str) -> None:
    """Try a refused action once more, as what the user who sent it is now.

    Raises KnownError "hub.no_held", "hub.still_refused": then it lies there with the reason
    of today.
    """
    held = _find(hub, visitor, number)
    with hub.acts.doing(visitor.user, "offered_again", held.login):
        taken = second_look.offer_again(hub, held)
    if not taken:
        raise KnownError("hub.still_refused")


def drop(hub: Hub, visitor: Visitor, number: str, why: str) -> None:
    """Let go of a refused action for a reason; the computer that made it keeps its own.

    Raises KnownError "hub.no_held", "hub.say_why".
    """
    held = _find(hub, visitor, number)
    with hub.acts.doing(visitor.user, "dropped", held.login, why.strip()):
        second_look.drop(hub, held, visitor.user, why)


def _find(hub: Hub, visitor: Visitor, number: str) -> Held:
    held = next((each for each in held_of(hub, visitor) if str(each.number) == number), None)
    if held is None:
        raise KnownError("hub.no_held")
    return held


def _case(hub: Hub, visitor: Visitor, held: Held) -> _Case:
    """Return which case a refused action is of, and whether the visitor's teams have it.

    What belongs to no case that is here is the sender's own.
    """
    known = tables.scope.c
    with hub.room.reading() as connection:
        scope = connection.scalar(sa.select(known.number).where(known.id == held.scope))
        own = {each.id: each for each in cases_of(connection, list(visitor.teams))}
        every = _cases_around(connection, held.scope)
    mine = [own[each] for each in every if each in own]
    if mine:
        return _Case(scope, mine[0].number, own=True)
    return _Case(scope, "", own=not every and _leads_sender(hub, visitor, held))


def _cases_around(connection: sa.Connection, scope: str) -> list[str]:
    case = STATE["case"].c
    return list(
        connection.scalars(sa.select(case.id).where((case.id == scope) | (case.citizen == scope)))
    )


def _leads_sender(hub: Hub, visitor: Visitor, held: Held) -> bool:
    sender = next((each for each in hub.users.all() if each.login == held.login), None)
    return sender is not None and bool(set(sender.teams) & set(visitor.teams.values()))
