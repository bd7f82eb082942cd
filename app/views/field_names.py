"""What a field and its value are called where they are filled in, for who reads of it elsewhere."""

import re
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from app.domain.casefile import FieldKey
from app.domain.records import ENTITY_OF
from app.forms.binding import Binding
from app.texts import Texts
from app.views.record_words import RecordNames
from app.views.value_words import value_in_words
from app.widgets.choice import ChoiceGroup
from app.widgets.inputs import MultiChoice
from app.workflow.visit_view import VisitView

# A value that no form says in words, as the record has it.
_CODE = re.compile(r"[a-z]+(_[a-z]+)*")


class FieldNames(RecordNames):
    """Knows the words of the forms that are built."""

    def __init__(self, page: QWidget, view: VisitView, texts: Texts) -> None:
        super().__init__(texts)
        self._fields: dict[FieldKey, Binding] = {}
        self._alike: dict[tuple[str, str], Binding] = {}
        for binding in page.findChildren(Binding):
            if binding.editor.accessibleName():
                record = binding.record or binding.find(view)
                key = FieldKey(ENTITY_OF[type(record)], record.id, binding.field)
                self._fields.setdefault(key, binding)
                self._alike.setdefault((key.entity, key.field), binding)

    def name(self, key: FieldKey) -> str:
        """Return the field's own name, that of its like, or what it is a part of."""
        binding = self._binding(key)
        if binding is not None:
            return str(binding.editor.accessibleName())
        return self._texts.message(f"record_word.{key.entity}")

    def value(self, key: FieldKey, value: Any) -> str:
        """Return a value in the form's words; nothing for a code that no form says."""
        binding = self._binding(key)
        said = _said_by(binding.editor, value) if binding is not None else ""
        if said:
            return said
        words = value_in_words(value, self._texts)
        return "" if binding is None and _CODE.fullmatch(words) else words

    def own_name(self, key: FieldKey) -> str:
        """Return the field's own name, or what it is a part of: never the name of its like."""
        return self.name(key) if key in self._fields else super().own_name(key)

    def plain_value(self, key: FieldKey, value: Any) -> str:
        """Return a value in the form's words, or in the record's; nothing if it is not."""
        return self.value(key, value) or super().plain_value(key, value)

    def has_field(self, key: FieldKey) -> bool:
        """Tell whether the field itself can be written in on the forms."""
        return key in self._fields

    def _binding(self, key: FieldKey) -> Binding | None:
        return self._fields.get(key) or self._alike.get((key.entity, key.field))


def _said_by(editor: QWidget, value: Any) -> str:
    if isinstance(editor, QComboBox):
        place = editor.findData(value)
        return editor.itemText(place) if place >= 0 and value else ""
    if isinstance(editor, ChoiceGroup) and value in editor.values and value is not None:
        spoken = editor.segments[editor.values.index(value)].accessibleName()
        return spoken.removeprefix(f"{editor.name}: ")
    if isinstance(editor, MultiChoice) and isinstance(value, tuple):
        pairs = zip(editor.values, editor.chips, strict=True)
        return ", ".join(chip.shown for known, chip in pairs if known in value)
    return ""
