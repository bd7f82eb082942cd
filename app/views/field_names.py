"""What a field is called where it is filled in, for who reads about it elsewhere."""

from PySide6.QtWidgets import QWidget

from app.domain.casefile import FieldKey
from app.domain.records import ENTITY_OF
from app.forms.binding import Binding
from app.texts import Texts
from app.workflow.visit_view import VisitView


class FieldNames:
    """Knows the names of the fields of the forms that are built."""

    def __init__(self, page: QWidget, view: VisitView, texts: Texts) -> None:
        self._texts = texts
        self._names: dict[FieldKey, str] = {}
        self._alike: dict[tuple[str, str], str] = {}
        for binding in page.findChildren(Binding):
            record = binding.record or binding.find(view)
            key = FieldKey(ENTITY_OF[type(record)], record.id, binding.field)
            name = binding.editor.accessibleName()
            if name:
                self._names.setdefault(key, name)
                self._alike.setdefault((key.entity, key.field), name)

    def __call__(self, key: FieldKey) -> str:
        """Return the field's own name, that of its like, or what it is a part of."""
        alike = self._alike.get((key.entity, key.field), "")
        return self._names.get(key) or alike or self._texts.message(f"record_word.{key.entity}")
