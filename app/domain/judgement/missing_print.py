"""Texts of the case that hold characters no letter can be printed with."""

from collections.abc import Iterator
from typing import Any

import msgspec

from app.domain.casefile import Disputed, FieldKey
from app.domain.findings import Missing
from app.domain.judgement.facts import Facts
from app.domain.judgement.lack import lack
from app.domain.judgement.missing_parties import concerns_decision
from app.domain.judgement.places import place_in
from app.domain.printable import spelled, unprintable

# The visitator's own remark on a planned visit is in no document.
_OWN = (("visit", "note"),)


def characters(facts: Facts) -> Iterator[Missing]:
    """Yield the fields with characters that cannot be printed, each with its place."""
    for key, lost in _fields(facts):
        if (key.entity, key.field) in _OWN or not concerns_decision(Disputed(key, ()), facts):
            continue
        anchor = place_in(key, facts.casefile)
        section = facts.standard.section(anchor.section)
        name = section.title if section else anchor.section
        yield lack("unprintable", anchor, characters=spelled(lost), section=name)


def _fields(facts: Facts) -> Iterator[tuple[FieldKey, tuple[str, ...]]]:
    for entity, table in facts.casefile.records.items():
        for record in table.values():
            for field in record.__struct_fields__:
                lost = _lost(getattr(record, field))
                if lost:
                    yield FieldKey(entity, record.id, field), lost


def _lost(value: Any) -> tuple[str, ...]:
    match value:
        case str():
            return unprintable(value)
        case tuple():
            return tuple(dict.fromkeys(c for part in value for c in _lost(part)))
        case msgspec.Struct():
            return _lost(tuple(getattr(value, field) for field in value.__struct_fields__))
    return ()
