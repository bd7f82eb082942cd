"""Lines that are no value yet, as half a date: kept encrypted as they stand, never as a value."""

import msgspec

from app.domain.casefile import FieldKey
from app.journal.changes import ChangeId
from app.store.pending import UNFINISHED
from app.workflow.open_visit import OpenVisit
from app.workflow.session import Session
from app.workflow.writing import scope_of

# In the place of a record and a case, for the lines that say who uses this computer.
_NOBODY = "0" * 32


class Place(msgspec.Struct, frozen=True):
    """Which line: the `number`th of a field's editor.

    Of a line that belongs to no field, the key's entity is "", its id the visit's, and its
    field the part of the form that the line stands in.
    """

    key: FieldKey
    number: int


class Unfinished(msgspec.Struct, frozen=True):
    """What stood in a line when it was last kept; `overtaken` if its field has changed since."""

    place: Place
    text: str
    section: str
    overtaken: bool


def keep_line(opened: OpenVisit, place: Place, text: str) -> None:
    """Keep a line as it stands, within 300 ms, without waiting for it."""
    casefile, key = opened.view.casefile, place.key
    scope = scope_of(key, casefile) if key.entity else casefile.case.id
    heads = heads_of(opened, place)
    opened.session.store.pending.put(_row_of(place), scope, text, heads, opened.section)


def forget_line(opened: OpenVisit, place: Place) -> None:
    """Let go of a line: it is a value now, or it was emptied."""
    opened.session.store.pending.forget(_row_of(place))


def unfinished_lines(opened: OpenVisit) -> tuple[Unfinished, ...]:
    """Return the lines that were kept and are no value yet, in the order they were typed."""
    casefile = opened.view.casefile
    rows = opened.session.store.pending.of((casefile.citizen.id, casefile.case.id))
    found = []
    for row in rows:
        if row.is_value:
            continue
        field, _, number = row.key.field.rpartition("/")
        key = FieldKey(row.key.entity.removeprefix(UNFINISHED), row.key.id, field)
        if key.entity or key.id == casefile.visit_id:
            place = Place(key, int(number))
            overtaken = {*row.heads} != {*heads_of(opened, place)}
            found.append(Unfinished(place, row.text, row.section, overtaken))
    return tuple(found)


def heads_of(opened: OpenVisit, place: Place) -> tuple[ChangeId, ...]:
    """Return the changes that the field of a line comes from on the screen."""
    return opened.heads.get(place.key, ())


def _row_of(place: Place) -> FieldKey:
    key = place.key
    return FieldKey(f"{UNFINISHED}{key.entity}", key.id, f"{key.field}/{place.number}")


def keep_profile_line(session: Session, number: int, text: str) -> None:
    """Keep a line of who uses this computer as it stands, without waiting for it."""
    session.store.pending.put(_profile_row(number), _NOBODY, text, (), "")


def profile_lines(session: Session) -> dict[int, str]:
    """Return the lines of who uses this computer that were typed and never written."""
    return {int(row.key.field): row.text for row in session.store.pending.of((_NOBODY,))}


def forget_profile_line(session: Session, number: int) -> None:
    """Let go of a line of who uses this computer."""
    session.store.pending.forget(_profile_row(number))


def _profile_row(number: int) -> FieldKey:
    return FieldKey(f"{UNFINISHED}profile", _NOBODY, str(number))
