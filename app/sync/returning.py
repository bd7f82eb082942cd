"""Cases that come back: they had left this computer, and are wanted or written in again."""

from collections.abc import Iterable

import msgspec

from app.errors import KnownError
from app.journal.parcels import Parcel
from app.sync.carrying import Told
from app.sync.local import LocalSide
from app.sync.transport import Transport

# Cases that the user asked for, and those in which something new was written elsewhere. Two
# lists: the one is written by whoever asks, the other by a round.
WANTED, CAME = "sync.wanted", "sync.came_back"
# The hub does not give it, and will not the next time either.
_GONE = ("hub.not_yours", "hub.no_case", "hub.erased")


def add_wish(local: LocalSide, which: str, scopes: Iterable[str]) -> None:
    """Remember cases that are to come back with this round or the next."""
    known = _wishes(local, which)
    if more := set(scopes) - set(known):
        _keep(local, which, sorted({*known, *more}))


def note_written(local: LocalSide, parcels: Iterable[Parcel]) -> None:
    """Remember which of the cases that left have something new, before it is taken in."""
    written = {parcel.scope for parcel in parcels}
    if written and (away := written & set(local.parted())):
        add_wish(local, CAME, away)


def take_back(local: LocalSide, hub: Transport, tell: Told) -> int:
    """Fetch the cases that are to come back, each whole; return how many came.

    One that the hub does not give any more stays away. Raises KnownError for the network.
    """
    done = 0
    for which in (WANTED, CAME):
        for scope in _wishes(local, which):
            tell("receive", done)
            done += _take_back(local, hub, scope)
            _keep(local, which, [each for each in _wishes(local, which) if each != scope])
    return done


def _take_back(local: LocalSide, hub: Transport, scope: str) -> bool:
    if scope not in local.parted():
        return False
    try:
        local.take_back(scope, _history(hub, scope))
    except KnownError as error:
        if error.key not in _GONE:
            raise
        return False
    return True


def _history(hub: Transport, scope: str) -> list[Parcel]:
    """Return every action of a case, in the order of the chains."""
    found: list[Parcel] = []
    after = ""
    while True:
        page = hub.history(scope, after)
        found += page.actions
        if not page.after:
            return sorted(found, key=lambda parcel: (parcel.epoch, parcel.first))
        if page.after == after:
            raise KnownError("sync.odd_answer")
        after = page.after


def _wishes(local: LocalSide, which: str) -> list[str]:
    return msgspec.json.decode(local.recall(which) or "[]", type=list[str])


def _keep(local: LocalSide, which: str, scopes: list[str]) -> None:
    local.remember(which, msgspec.json.encode(scopes).decode())
