"""Seals on issued decisions: each document gets this computer's, in the background.

What is to be sealed is noted before a decision is locked, so that a crash between the two
leaves nothing without: the next start finds the note.
"""

import threading
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

import msgspec

from app.clock import Clock
from app.domain.casefile import FieldKey
from app.domain.ids import derived_id
from app.domain.records import DecisionVersion, Record, Seal
from app.journal.journal import Write
from app.store.local import Local
from app.workflow.session import Session
from app.workflow.writing import recorded

IDENTITY, WAITING = "seal.identity", "seal.waiting"
# Before the SHA-256 of what a seal adds: it was made here, or found to be right.
_GOOD = "seal.good."
# The name of the field in the PDF that this computer's seal goes into.
COMPUTER = "computer"
# One at a time seals: the window's worker and a round of sync may both want to.
_ONE = threading.Lock()
# A note whose decision was never locked is let go after so long.
_FORGOTTEN = timedelta(days=1)


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """What this computer seals with, as DER: its secret key, its certificate, the authority's.

    `revoked` is the authority's newest list of certificates that count no more.
    """

    private: bytes
    certificate: bytes
    authority: bytes
    revoked: bytes = b""

    def __repr__(self) -> str:
        return "Identity(…)"


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A decision that awaits a seal: this computer's, or if `sealed` the municipality's.

    `refused` says that the municipality would not seal it.
    """

    version: str
    case: str
    since: datetime
    sealed: bool = False
    refused: bool = False


class WaitingList:
    """The decisions that await a seal, kept on this computer; for several threads."""

    _one = threading.Lock()

    def __init__(self, local: Local) -> None:
        self._local = local

    def all(self) -> tuple[Waiting, ...]:
        """Return what waits, the oldest first."""
        kept = self._local.get(WAITING)
        return msgspec.json.decode(kept, type=tuple[Waiting, ...]) if kept else ()

    def put(self, one: Waiting) -> None:
        """Note one, in the place of an earlier note on the same decision."""
        self._change(one.version, (one,))

    def drop(self, version: str) -> None:
        """Let go of a note."""
        self._change(version, ())

    def _change(self, version: str, new: tuple[Waiting, ...]) -> None:
        with self._one:
            kept = [each for each in self.all() if each.version != version]
            self._local.set(WAITING, msgspec.json.encode([*kept, *new]).decode())


def identity(session: Session) -> Identity | None:
    """Return what this computer seals with, None before it has a certificate."""
    kept = session.store.local.get(IDENTITY)
    return msgspec.json.decode(kept, type=Identity) if kept else None


def keep_identity(session: Session, made: Identity) -> None:
    """Keep what this computer seals with, in the encrypted store."""
    session.store.local.set(IDENTITY, msgspec.json.encode(made).decode())


def await_seal(session: Session, version: DecisionVersion) -> None:
    """Note that a decision is to be sealed; before it is locked."""
    note = Waiting(version=version.id, case=version.case, since=session.clock())
    WaitingList(session.store.local).put(note)


def seal_waiting(session: Session) -> int:
    """Seal what waits and is locked; return how many decisions were sealed.

    Nothing is done without a certificate: it waits. Slow: in a thread. Raises KnownError of a
    disk that fails; what was not sealed waits still.
    """
    mine = identity(session)
    if mine is None:
        return 0
    with _ONE:
        return sum(_seal_one(session, mine, w) for w in WaitingList(session.store.local).all())


def _seal_one(session: Session, mine: Identity, one: Waiting) -> int:
    found, waiting = locked(session, one), WaitingList(session.store.local)
    if found is None:
        if session.clock() - one.since > _FORGOTTEN:
            waiting.drop(one.version)
        return 0
    if one.sealed:
        return 0
    sealed = _seal(session, mine, *found)
    waiting.put(msgspec.structs.replace(one, sealed=True))
    return sealed


def note_good(session: Session, sha: str) -> None:
    """Note that what is added by a blob is a seal that holds."""
    session.store.local.set(_GOOD + sha, "1")


def is_good(session: Session, sha: str) -> bool:
    """Tell whether it was noted."""
    return bool(session.store.local.get(_GOOD + sha))


def seal_of(version: str, records: Mapping[str, Mapping[str, Record]]) -> Seal | None:
    """Return the seals of an issued decision, None before it has any."""
    found = records.get("seal", {}).get(derived_id(version, "seal"))
    return found if isinstance(found, Seal) else None


def demonstration_identity(organisation: str, clock: Clock) -> Identity:
    """Return a certificate of an authority that nobody knows, for made-up letters."""
    from app.seals import issuing, keys

    own = keys.new_key()
    authority = issuing.new_authority(organisation, keys.new_key(), clock())
    made = issuing.issue(
        authority, "computer", "Demonstration", own.public_key(), clock(), issuing.COMPUTER_LIFE
    )
    return Identity(
        private=keys.save_key(own),
        certificate=keys.der(made),
        authority=keys.der(authority.certificate),
    )


def locked(session: Session, one: Waiting) -> tuple[DecisionVersion, Seal | None] | None:
    """Return a decision that awaits a seal, with the seals it has; None if it is not locked."""
    records = session.store.journal.snapshot((one.case,)).records
    version = records.get("decision_version", {}).get(one.version)
    if not isinstance(version, DecisionVersion):
        return None
    return version, seal_of(version.id, records)


def _seal(session: Session, mine: Identity, version: DecisionVersion, before: Seal | None) -> int:
    """Seal every document of a decision, and record it; once."""
    if before is not None and before.parts:
        return 0
    parts = dict(_added(session, mine, version))
    made = Seal(
        id=derived_id(version.id, "seal"), version=version.id, case=version.case, parts=parts
    )
    record(session, version.case, [Write(key, value) for key, value in recorded(made)])
    return 1


def record(session: Session, case: str, writes: list[Write]) -> None:
    """Write what sealing leaves behind; it is nobody's act to undo."""
    session.store.journal.append(case, writes, actor=session.profile.name, undoable=False)


def municipality_write(version: str, added: dict[str, str]) -> Write:
    """Return the change that records the municipality's seals."""
    return Write(FieldKey("seal", derived_id(version, "seal"), "municipality"), added)


def _added(session: Session, mine: Identity, version: DecisionVersion) -> Iterator[tuple[str, str]]:
    """Yield each document with the blob that holds its seal."""
    from app.seals import keys
    from app.seals.sealing import Sealer, seal

    sealer = Sealer(
        keys.load_key(mine.private),
        keys.load_certificate(mine.certificate),
        keys.load_certificate(mine.authority),
    )
    reason, blobs = session.texts.message("seal.reason_computer"), session.store.blobs
    for part, sha in version.parts.items():
        made = blobs.put(seal(blobs.get(sha), sealer, COMPUTER, reason, session.clock()))
        note_good(session, made)
        yield part, made
