"""Text that the disk would not take before the program locked: sealed, and put back after."""

import msgspec

from app.domain.casefile import CaseFile
from app.domain.records import ENTITIES, ENTITY_OF, Record
from app.errors import KnownError
from app.workflow.drafts import VisitDraft
from app.workflow.edits import SetField
from app.workflow.open_visit import OpenVisit
from app.workflow.session import Session
from app.workflow.writing import clean_text


class UnkeptText(msgspec.Struct, frozen=True, kw_only=True):
    """One field's text, and the record it belongs to as it stood on the screen."""

    entity: str
    record: bytes
    field: str
    text: str


class Unkept(msgspec.Struct, frozen=True, kw_only=True):
    """What would be lost by locking.

    `unread` are fields whose text could not be read, in words. `unsaved_answers` tells that
    a citizen had begun to answer or sign on the turned screen. `plan` is a visit that was
    being planned.
    """

    visit: str = ""
    section: str = ""
    texts: tuple[UnkeptText, ...] = ()
    unread: str = ""
    unsaved_answers: bool = False
    plan: VisitDraft | None = None

    @property
    def is_anything(self) -> bool:
        """Tell whether there is something to say or to put back."""
        return bool(self.texts or self.unread or self.unsaved_answers or self.plan)


def unkept_text(record: Record, field: str, text: str) -> UnkeptText:
    """Note the text of a field."""
    return UnkeptText(
        entity=ENTITY_OF[type(record)],
        record=msgspec.json.encode(record),
        field=field,
        text=clean_text(text),
    )


def sealed(session: Session, unkept: Unkept) -> bytes:
    """Encrypt it with the data key, which is dropped by locking. For the memory only."""
    return session.store.seal(msgspec.json.encode(unkept))


def unsealed(session: Session, held: bytes) -> Unkept | None:
    """Return what was sealed; None if this is no longer the data that it belongs to."""
    plain = session.store.unseal(held)
    return None if plain is None else msgspec.json.decode(plain, type=Unkept)


def write_back(opened: OpenVisit, texts: tuple[UnkeptText, ...]) -> tuple[UnkeptText, ...]:
    """Write the texts into the visit, in their order; return those that still cannot be kept."""
    for place, text in enumerate(texts):
        record = _record(text, opened.view.casefile)
        if getattr(record, text.field) == text.text:
            continue
        try:
            opened.apply(SetField(record, text.field, text.text))
        except KnownError:
            return texts[place:]
    return ()


def _record(text: UnkeptText, casefile: CaseFile) -> Record:
    """Return the record as it is now, or as it was where nothing of it was ever written."""
    kind, _ = ENTITIES[text.entity]
    kept: Record = msgspec.json.decode(text.record, type=kind)
    return casefile.records.get(text.entity, {}).get(kept.id, kept)
