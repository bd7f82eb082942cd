"""A computer that the hub has revoked: what it has not sent is parked, and then it is locked."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from app.domain.ids import new_id
from app.errors import KnownError
from app.journal.exchange import blobs_of
from app.settings import write_whole
from app.sync.parking import BLOB_PART, Part, Text, parts_of_actions, parts_of_blob, seal
from app.sync.revoking import Revoked, is_proven
from app.sync.rounds import Enrolment
from app.sync.signing import SigningKey
from app.sync.transport import Transport
from app.sync.wire import PARKED_PARTS
from app.workflow.session import Session

# Where the parts lie beside the database, if the hub could not be given them.
FOLDER = "parked"


def lock_out(session: Session, hub: Transport, known: Enrolment, error: KnownError) -> KnownError:
    """Lock a computer for good and return what to tell: "sync.parked".

    Only on the word that the hub of `known` has signed: without it nothing is touched, and the
    answer is "sync.unproven". First what is here only is sealed to the hub's key, written
    beside the database, and left at the hub if it can be reached.
    """
    if not isinstance(error, Revoked):
        return KnownError("sync.unproven")
    if not is_proven(error.revocation, known.device, known.hub_key):
        return KnownError("sync.unproven")
    unsent, lot = session.store.journal.exchange.unsent(), new_id()
    files = _write(session, known, error.revocation.parking_key, lot)
    with contextlib.suppress(KnownError):
        _leave_at_hub(hub, known, files, lot)
    session.store.lock_out()
    return KnownError("sync.parked", count=unsent)


def _write(session: Session, known: Enrolment, key: bytes, lot: str) -> list[Path]:
    folder, whose = session.store.folder / FOLDER, (known.hub, known.device, lot)
    small, large = list(_small_parts(session)), _blobs(session)
    total = len(small) + sum(-(-size // BLOB_PART) for size in large.values())
    files = []
    for number, part in enumerate(_all_parts(session, small, large), 1):
        path = folder / f"{known.device}-{lot}-{number:04}-{total:04}.sealed"
        write_whole(path, seal(part, key, whose, (number, total)))
        files.append(path)
    return files


def _small_parts(session: Session) -> Iterator[Part]:
    yield from parts_of_actions(session.store.journal.exchange.unsent_actions())
    texts = tuple(
        Text(
            scope=each.scope,
            entity=each.key.entity,
            record=each.key.id,
            field=each.key.field,
            text=each.text,
        )
        for each in session.store.pending.all()
    )
    if texts:
        yield Part(texts=texts)


def _blobs(session: Session) -> dict[str, int]:
    """Return the blobs that are here only, with their sizes."""
    blobs = session.store.blobs
    named = blobs_of(session.store.journal.exchange.unsent_actions())
    sizes = {sha256: blobs.size(sha256) for sha256 in sorted({*named, *blobs.owed("up")})}
    return {sha256: size for sha256, size in sizes.items() if size}


def _all_parts(session: Session, small: list[Part], large: dict[str, int]) -> Iterator[Part]:
    yield from small
    for sha256 in large:
        yield from parts_of_blob(sha256, session.store.blobs.get(sha256))


def _leave_at_hub(hub: Transport, known: Enrolment, files: list[Path], lot: str) -> None:
    if len(files) > PARKED_PARTS:
        return
    key, whose = SigningKey.load(known.private), (known.hub, known.device, lot)
    for number, path in enumerate(files, 1):
        hub.park(whose, (number, len(files)), path.read_bytes(), key)
