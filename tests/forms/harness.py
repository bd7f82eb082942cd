"""A form on the bench: its edits are applied to a case file, and it is loaded anew."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
from PySide6.QtWidgets import QWidget

from app.domain.casefile import CaseFile
from app.domain.judgement import judge
from app.domain.national import NationalLaw
from app.domain.records import ENTITY_OF, Record
from app.domain.standard import Standard
from app.forms.binding import Binding
from app.forms.section import Panel, SectionForm, field_key
from app.workflow.edits import (
    AddRecord,
    Edit,
    EndTyping,
    RemoveRecord,
    SetField,
    Together,
    TypeText,
)
from app.workflow.visit_view import VisitView


class Bench:
    """Stands in for the visit editor: what a form asks for is written and shown again.

    `edits` and `asks` hold what the form emitted, in order. Text is written when typing
    ends, as the workflow does.
    """

    def __init__(self, form: SectionForm, view: VisitView, *, reload: bool = True) -> None:
        self.form = form
        self.page: QWidget = form
        self.view = view
        self.reload = reload
        self.edits: list[Edit] = []
        self.asks: list[Any] = []
        self._pending: dict[tuple[str, str, str], tuple[Record, str, str]] = {}
        form.edited.connect(self._edited)
        form.asked.connect(self.asks.append)
        form.load(view)

    @property
    def casefile(self) -> CaseFile:
        """The case as it stands."""
        return self.view.casefile

    def load(self) -> None:
        """Show the case as it stands and what follows from it, as after any change."""
        view = self.view
        judgement = judge(view.casefile, view.standard, view.national, view.today)
        self.view = msgspec.structs.replace(view, judgement=judgement)
        self.form.load(self.view)

    def change(self, **fields: Any) -> None:
        """Show another view: a changed judgement, a locked decision."""
        self.view = msgspec.structs.replace(self.view, **fields)
        self.form.load(self.view)

    def write(self, record: Record, field: str, value: Any) -> None:
        """Let somebody else change a field."""
        self._set(record, field, value)
        self.load()

    def kinds(self) -> list[str]:
        """Return the names of the edits' kinds, in order."""
        return [type(edit).__name__ for edit in self.edits]

    def _edited(self, edit: Edit) -> None:
        self.edits.append(edit)
        if isinstance(edit, TypeText):
            key = field_key(edit.record, edit.field)
            self._pending[key.entity, key.id, key.field] = (edit.record, edit.field, edit.text)
            return
        self._apply(edit)
        if self.reload:
            self.load()

    def _apply(self, edit: Edit) -> None:
        if isinstance(edit, Together):
            for part in edit.edits:
                self._apply(part)
        elif isinstance(edit, EndTyping):
            for record, field, text in self._pending.values():
                self._set(record, field, text)
            self._pending.clear()
        elif isinstance(edit, SetField):
            self._set(edit.record, edit.field, edit.value)
        elif isinstance(edit, AddRecord):
            self._add(edit.record)
        elif isinstance(edit, RemoveRecord):
            self._write(edit.record, "removed", True)

    def _set(self, record: Record, field: str, value: Any) -> None:
        known = self.casefile.records.get(ENTITY_OF[type(record)], {})
        if record.id not in known:
            self._add(record)
        self._write(record, field, value)

    def _add(self, record: Record) -> None:
        empty = type(record)(id=record.id)
        for field in record.__struct_fields__:
            value = getattr(record, field)
            if value != getattr(empty, field):
                self._write(record, field, value)

    def _write(self, record: Record, field: str, value: Any) -> None:
        casefile = self.casefile.with_value(field_key(record, field), value)
        self.view = msgspec.structs.replace(self.view, casefile=casefile)


def view_of(
    casefile: CaseFile, standard: Standard, national: NationalLaw, today: date, **more: Any
) -> VisitView:
    """Return the picture of a case that a form is shown, judged by the real rules."""
    return VisitView(
        casefile=casefile,
        standard=standard,
        national=national,
        judgement=judge(casefile, standard, national, today),
        today=today,
        user_name="Vibeke Visitator",
        user_title="visitator",
        **more,
    )


def editor_of(bench: Bench, record: Record, field: str) -> Any:
    """Return the editor on the screen that is bound to a field of a record."""
    key = field_key(record, field)
    found = next((b.editor for b in _bindings(bench.form) if b.key == key), None)
    assert found is not None, f"no editor for {key}"
    return found


def binding_of(bench: Bench, record: Record, field: str) -> Binding:
    """Return the binding of a field of a record."""
    return next(b for b in _bindings(bench.form) if b.key == field_key(record, field))


def _bindings(panel: Panel) -> Iterator[Binding]:
    yield from panel.bindings
    for inner in panel.panels:
        yield from _bindings(inner)
