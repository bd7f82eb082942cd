"""Cases as the office handles them: found, opened, given to another team, erased by law."""

from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa

from app.errors import KnownError
from app.hub.access import AccessLog
from app.hub.blobs import drop_blobs
from app.hub.entitlement import add_reason, settle, settle_all
from app.hub.erasures import await_erasure
from app.hub.feeds import Item, announce, standing
from app.hub.quarantine import forget_scope
from app.hub.room import Caller, Room
from app.hub.tables import access, case_team, entitled, erased, reason
from app.hub.users import find_team, workers
from app.journal import tables
from app.journal.parting import Parting
from app.journal.tables import STATE
from app.sync.wire import Found, FoundCase

_SHORTEST = 2
_GIVEN = reason.c.kind == "given"
_MOST = 50
_CPR_DIGITS = 10
_AT_A_TIME = 500


class Cases:
    """Finds, opens, moves and erases; all of it stands in the access log."""

    def __init__(
        self, room: Room, log: AccessLog, parting: Parting, bury: Callable[[], None]
    ) -> None:
        self._room = room
        self._log = log
        self._parting = parting
        self._bury = bury

    def search(self, caller: Caller, text: str) -> tuple[Found, ...]:
        """Return citizens with a case in the caller's teams, by name or whole CPR number.

        All words must begin a word of the name. At most 50. Each that is shown is logged.
        """
        words = text.casefold().split()
        if len("".join(words)) < _SHORTEST:
            return ()
        with self._room.reading() as connection:
            citizens = [row for row in connection.execute(_CITIZENS) if _fits(row, words)]
            cases = _of_teams(connection, list(caller.teams), [row.id for row in citizens])
        shown = [row for row in citizens if row.id in cases][:_MOST]
        self._log_search(caller, text, [row.scope for row in shown])
        return tuple(
            Found(
                citizen=row.id,
                name=row.name or "",
                cpr_masked=_masked(row.cpr_value or ""),
                cases=tuple(cases[row.id]),
            )
            for row in shown
        )

    def _log_search(self, caller: Caller, text: str, scopes: Sequence[int | None]) -> None:
        def work(connection: sa.Connection) -> None:
            for scope in scopes or [None]:
                note = self._log.note
                note(connection, caller.user, caller.device or None, "search", scope, text[:200])

        self._room.write(work)

    def open(self, caller: Caller, scope: str, why: str) -> None:
        """Give a user a case of one of the user's teams, with its citizen.

        Raises KnownError "hub.say_why", and "hub.not_yours" for a case of other teams.
        """
        if not why.strip():
            raise KnownError("hub.say_why")

        def work(connection: sa.Connection) -> None:
            number = _case(connection, scope, "hub.not_yours")
            team = sa.select(case_team.c.team).where(case_team.c.scope == number)
            theirs = connection.scalar(team) in caller.teams
            if not theirs and standing(connection, caller.user, number) is not False:
                raise KnownError("hub.not_yours")
            add_reason(connection, caller.user, number, "opened")
            settle(connection, caller.user)
            self._log.note(connection, caller.user, caller.device, "open", number, why.strip())

        self._room.write(work)

    def move(self, scope: str, name: str, by: str | None = None, why: str = "") -> None:
        """Give a case to another team: its visitators and leaders get it, others keep a copy.

        What the others still send is taken in and shown to the new team. `by` is the user who
        does it, if one is known. Raises KnownError "hub.no_case", "hub.no_team".
        """

        def work(connection: sa.Connection) -> None:
            number, team = _case(connection, scope, "hub.no_case"), find_team(connection, name)
            connection.execute(sa.delete(case_team).where(case_team.c.scope == number))
            connection.execute(sa.insert(case_team), {"scope": number, "team": team})
            had = sa.select(entitled.c.user).where(entitled.c.scope == number)
            mine = workers(connection, team)
            connection.execute(sa.delete(reason).where(_GIVEN, reason.c.scope == number))
            for user in mine:
                add_reason(connection, user, number, "given")
            settle_all(connection, mine.union(connection.scalars(had)))
            self._log.note(connection, by, None, "moved", number, why)

        self._room.write(work)

    def erase(self, scope: str, why: str) -> int:
        """Erase a case, or a citizen with all cases, as the law may ask.

        Values go here and, at their next contact, from every computer; ids, order and chain
        stay. Returns how many values went. Raises KnownError "hub.say_why",
        "journal.unknown_scope".
        """
        if not why.strip():
            raise KnownError("hub.say_why")

        def work(connection: sa.Connection) -> int:
            case = STATE["case"]
            cases = connection.scalars(sa.select(case.c.id).where(case.c.citizen == scope)).all()
            return sum(self._erase(connection, each, why) for each in (*cases, scope))

        gone = self._room.write(work)
        self._bury()
        return gone

    def _erase(self, connection: sa.Connection, scope: str, why: str) -> int:
        gone = self._parting.erase_in(connection, scope, even_unsent=True)
        table = tables.scope
        number = connection.execute(sa.select(table.c.number).where(table.c.id == scope)).one()[0]
        drop_blobs(connection, number)
        forget_scope(connection, scope)
        blank = sa.update(access).where(access.c.scope == number).values(why="")
        connection.execute(blank)
        had = sa.select(entitled.c.user).where(entitled.c.scope == number)
        users = sorted(connection.scalars(had))
        announce(connection, [(user, Item("erased", number)) for user in users])
        await_erasure(connection, number, users)
        connection.execute(sa.delete(erased).where(erased.c.scope == number))
        row = {"scope": number, "at": self._room.now(), "why": why.strip()}
        connection.execute(sa.insert(erased), row)
        self._log.note(connection, None, None, "erased", number)
        return gone


def _case(connection: sa.Connection, scope: str, missing: str) -> int:
    """Return the number of a case's scope; KnownError if there is no such case."""
    case, known = STATE["case"].c, tables.scope.c
    query = sa.select(case.scope).join(tables.scope, known.number == case.scope)
    number = connection.scalar(query.where(case.id == scope, known.id == scope))
    if number is None:
        raise KnownError(missing)
    return int(number)


_CITIZEN = STATE["citizen"].c
_CITIZENS = (
    sa.select(_CITIZEN.id, _CITIZEN.scope, _CITIZEN.name, _CITIZEN.cpr_value)
    .where(sa.not_(_CITIZEN.removed))
    .order_by(_CITIZEN.name, _CITIZEN.id)
)


def _of_teams(
    connection: sa.Connection, teams: list[str], citizens: list[str]
) -> dict[str, list[FoundCase]]:
    """Return the cases that some teams look after, by citizen."""
    case, found = STATE["case"].c, dict[str, list[FoundCase]]()
    query = (
        sa.select(case.id, case.number, case.state, case.citizen)
        .join(case_team, case_team.c.scope == case.scope)
        .where(case_team.c.team.in_(teams), sa.not_(case.removed))
        .order_by(case.made, case.id)
    )
    for start in range(0, len(citizens), _AT_A_TIME):
        mine = query.where(case.citizen.in_(citizens[start : start + _AT_A_TIME]))
        for row in connection.execute(mine):
            one = FoundCase(scope=row.id, number=row.number or "", state=row.state or "")
            found.setdefault(row.citizen, []).append(one)
    return found


def _fits(row: Any, words: list[str]) -> bool:
    digits = "".join(words).replace("-", "")
    if len(digits) == _CPR_DIGITS and digits[:6].isdigit():
        return bool((row.cpr_value or "").casefold() == digits)
    names = (row.name or "").casefold().replace("-", " ").split()
    wanted = " ".join(words).replace("-", " ").split()
    return all(any(name.startswith(word) for name in names) for word in wanted)


def _masked(cpr: str) -> str:
    return f"{cpr[:6]}-xxxx" if cpr else ""
