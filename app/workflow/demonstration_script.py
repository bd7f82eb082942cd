"""The script of a whole visit, step by step: what the demonstration fills into the forms."""

from datetime import date
from typing import Any

import msgspec

from app.domain.casefile import FieldKey
from app.domain.records import ENTITY_OF, Record
from app.domain.standard import Standard
from app.workflow.demonstration_records import PersonReader, load_toml


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One field to fill in, in the section that shows it.

    `record` holds all that the script says of it. Its id is true where it is derived
    (answer, assessment, workplace item, decision and its items) or already in the case.
    Else `key` tells apart the records that the form makes, such as two goals; `question`
    is set for an answer to a question of the standard.
    """

    section: str
    entity: str
    key: str
    field: str
    value: Any
    record: Record
    question: str = ""

    @property
    def field_key(self) -> FieldKey:
        """The field as the journal names it."""
        return FieldKey(self.entity, self.record.id, self.field)


class WholeVisit(msgspec.Struct, frozen=True, kw_only=True):
    """A visit of the demonstration day, and how it is carried through."""

    person: str
    visit: str
    steps: tuple[Step, ...]

    def sections(self) -> tuple[str, ...]:
        """Return the sections in the order they are gone through."""
        return tuple(dict.fromkeys(step.section for step in self.steps))

    def steps_of(self, section: str) -> tuple[Step, ...]:
        """Return the steps of one section."""
        return tuple(step for step in self.steps if step.section == section)


def whole_visit(today: date, standard: Standard) -> WholeVisit:
    """Return the script; its days are relative to `today`."""
    script = load_toml("whole_visit")
    reader = PersonReader(load_toml(script["person"])["key"], today, standard)
    steps = tuple(step for fill in script["fill"] for step in _steps(reader, fill))
    return WholeVisit(person=script["person"], visit=reader.named("visit", "today"), steps=steps)


def _steps(reader: PersonReader, fill: dict[str, Any]) -> list[Step]:
    """Return a step for each field of a record that the script fills in."""
    other = ("entity",) if fill["entity"] == "answer" else ("entity", "section")
    row = {name: value for name, value in fill.items() if name not in other}
    record = reader.record(fill["entity"], row)
    # What a derived id is made of is there before anybody types.
    identity = ("visit", "section", "question", "area", "item", "need", "finding", "purpose")
    derived = record.id != reader.named(fill["entity"], row.get("key", ""))
    return [
        Step(
            section=fill["section"],
            entity=ENTITY_OF[type(record)],
            key=row.get("key", ""),
            field=name,
            value=getattr(record, name),
            record=record,
            question=row.get("question", ""),
        )
        for name in reader.given(fill["entity"], row)
        if not (derived and name in identity)
    ]
