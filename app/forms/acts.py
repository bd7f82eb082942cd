"""Edits that are one act of the visitator, made of several fields."""

from typing import Any

import msgspec

from app.domain.casefile import CaseFile
from app.domain.ids import new_id
from app.domain.records import ENTITY_OF, Record
from app.workflow.edits import AddRecord, SetField, Together


def is_recorded(record: Record, casefile: CaseFile) -> bool:
    """Tell whether the record is in the case already, and not only a form's draft."""
    return record.id in casefile.records.get(ENTITY_OF[type(record)], {})


def usable(draft: str, kind: type[Record], casefile: CaseFile) -> str:
    """Return a draft's id, or a new one when a record with that id was removed since."""
    used = casefile.records.get(ENTITY_OF[kind], {}).get(draft)
    return new_id() if used is not None and used.removed else draft


def change(casefile: CaseFile, record: Record, label: str = "", **values: Any) -> Together:
    """Return the one act that sets these fields; a draft record is made with them."""
    if not is_recorded(record, casefile):
        made = msgspec.structs.replace(record, **values)
        return Together((AddRecord(made),), label)
    fields = tuple(
        SetField(record, name, value)
        for name, value in values.items()
        if getattr(record, name) != value
    )
    return Together(fields, label)
