"""What a round of sync does for seals: a certificate in time, and the municipality's own seal."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import msgspec

from app.domain.records import DecisionVersion, Seal
from app.errors import KnownError
from app.sync.transport import Transport
from app.workflow.sealing import (
    Identity,
    Waiting,
    WaitingList,
    identity,
    keep_identity,
    locked,
    municipality_write,
    record,
    seal_waiting,
)
from app.workflow.session import Session

ASKED = "seal.asked"
# How old the list of revoked certificates may be, and how often a hub without an authority,
# or an older one, is asked again.
_EVERY = timedelta(hours=12)
# A hub that has no authority, or is too old to know of one.
_NONE = ("hub.no_authority", "hub.no_such_page", "sync.not_a_hub")
# The documents have not come there yet: a later round asks again.
_LATER = ("hub.blob_missing",)
# What will not be sealed, however often it is asked.
_NEVER = ("hub.not_sealed", "seal.no_place", "seal.unreadable")


def prepare_seals(session: Session, hub: Transport) -> bool:
    """Renew what this computer seals with, and seal what waits; tell whether there was any.

    In a round, signed in. Raises KnownError "sync.…", "hub.…", "store.…", "seal.…".
    """
    try:
        _renew(session, hub)
    except KnownError as error:
        if error.key not in _NONE:
            raise
    return seal_waiting(session) > 0


def fetch_seals(session: Session, hub: Transport) -> bool:
    """Fetch the municipality's seals on what has come to the hub; tell whether there were any."""
    waiting = WaitingList(session.store.local).all()
    ripe = [each for each in waiting if each.sealed and not each.refused]
    return sum(_fetch(session, hub, each) for each in ripe) > 0


# Each is followed by another sending if it wrote something.
SEAL_STEPS: tuple[Callable[[Session, Transport], bool], ...] = (prepare_seals, fetch_seals)


def _renew(session: Session, hub: Transport) -> None:
    """Ask for the authority's list, and for a certificate if there is none that lasts."""
    mine, now = identity(session), session.clock()
    if _asked(session) + _EVERY > now:
        return
    session.store.local.set(ASKED, now.isoformat())
    trusted = hub.authority()
    if mine is None or mine.authority != trusted.certificate or _is_due(mine, now):
        mine = _certified(hub, trusted.certificate)
    keep_identity(session, msgspec.structs.replace(mine, revoked=trusted.revoked))


def _asked(session: Session) -> datetime:
    """Return when the hub was asked; a clock that was set back does not stop the asking."""
    kept = session.store.local.get(ASKED)
    asked = datetime.fromisoformat(kept) if kept else None
    never = datetime.min.replace(tzinfo=UTC)
    return asked if asked is not None and asked <= session.clock() else never


def _is_due(mine: Identity, now: datetime) -> bool:
    from app.seals import issuing, keys

    return issuing.is_due(keys.load_certificate(mine.certificate), now)


def _certified(hub: Transport, authority: bytes) -> Identity:
    """Return a new key's certificate; a key is renewed with its certificate."""
    from app.seals import keys

    own = keys.new_key()
    made = hub.certificate(keys.request_for(own))
    if not keys.belongs(keys.load_certificate(made), own):
        raise KnownError("sync.odd_answer")
    return Identity(private=keys.save_key(own), certificate=made, authority=authority)


def _fetch(session: Session, hub: Transport, one: Waiting) -> bool:
    """Fetch the municipality's seals on one decision, once all of it is at the hub."""
    found = locked(session, one)
    version, seal = found or (None, None)
    if version is None or seal is None:
        return False
    waiting = WaitingList(session.store.local)
    try:
        added = _added(session, hub, version, seal)
    except KnownError as error:
        if error.key in _NEVER:
            waiting.put(msgspec.structs.replace(one, refused=True))
        elif error.key not in (*_LATER, *_NONE):
            raise
        return False
    record(session, one.case, [municipality_write(version.id, added)])
    waiting.drop(one.version)
    return True


def _added(
    session: Session, hub: Transport, version: DecisionVersion, seal: Seal
) -> dict[str, str]:
    owed = set(session.store.blobs.owed("up"))
    added: dict[str, str] = {}
    for part, own in seal.parts.items():
        document = version.parts[part]
        if {document, own} & owed:
            raise KnownError(_LATER[0])
        added[part] = session.store.blobs.put(hub.seal(document, own))
    return added
