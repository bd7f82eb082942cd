"""What others are called: the computers that changes came from, the teams that cases moved to."""

from collections.abc import Mapping

from app.errors import KnownError
from app.workflow.session import Session

_COMPUTER, _TEAM = "sync.computer.", "sync.team."


def keep_names(session: Session, computers: Mapping[str, str], teams: Mapping[str, str]) -> None:
    """Keep what the hub calls computers, by the epochs they wrote, and who has moved cases."""
    named = {_COMPUTER + epoch: name for epoch, name in computers.items()}
    named |= {_TEAM + scope: name for scope, name in teams.items()}
    fresh = {each: name for each, name in named.items() if session.store.local.get(each) != name}
    if fresh:
        session.store.local.set_all(fresh)


def computer_of(session: Session, epoch: str) -> str:
    """Return what the computer is called that wrote an epoch; "" if nobody has said."""
    return session.store.local.get(_COMPUTER + epoch) or ""


def team_of(session: Session, scope: str) -> str:
    """Return the team that a case moved to; "" if nobody has said."""
    return session.store.local.get(_TEAM + scope) or ""


def moved_to(session: Session, scope: str) -> str | None:
    """Return the team that looks after a case now, "" if it has no name; None for one's own."""
    if scope not in session.store.journal.exchange.moved():
        return None
    return team_of(session, scope)


def moved_cases(session: Session) -> tuple[str, ...]:
    """Return the cases that others look after now; without the citizens who went with them."""
    moved, overview = session.store.journal.exchange.moved(), session.store.overview
    return tuple(scope for scope in moved if not overview.has_citizen(scope))


def is_mine(session: Session, case: str) -> bool:
    """Tell whether a case is on this computer, and may be written in."""
    here = session.store.overview.has_case(case)
    return here and case not in session.store.journal.exchange.moved()


def check_ours(session: Session, *scopes: str) -> None:
    """Raise KnownError("visit.moved") if others look after one of some citizens and cases."""
    if not set(session.store.journal.exchange.moved()).isdisjoint(scopes):
        raise KnownError("visit.moved")


class Whereabouts:
    """Where the case of an open visit is looked after; one's own until it was looked for.

    `moved_to` is the team that has it now, "" if nobody has said, None for one's own. `held`
    says that nothing is written in it for a while: its decision is being locked.
    """

    def __init__(self, session: Session, case: str) -> None:
        self._session = session
        self._case = case
        self.moved_to: str | None = None
        self.held = False

    def look(self) -> bool:
        """Look again; tell whether it is another place than before."""
        before, self.moved_to = self.moved_to, moved_to(self._session, self._case)
        return before != self.moved_to

    def check(self) -> None:
        """Raise KnownError: "visit.moved" where others look after the case, "visit.held"."""
        if self.moved_to is not None:
            raise KnownError("visit.moved")
        if self.held:
            raise KnownError("visit.held")
