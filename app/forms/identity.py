"""Who the citizen is: the CPR number and the birth date, checked as they are typed."""

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.domain.cpr import CprReading, hyphenated, read_cpr
from app.domain.records import Citizen
from app.domain.values import Cpr
from app.forms.binding import Binding, Finder, ValueBinding
from app.texts import Texts
from app.widgets.fields import set_error
from app.workflow.edits import SetField, Together
from app.workflow.visit_view import VisitView

_WHOLE = 10
_OLDEST_YEARS = 125


class CprBinding(Binding):
    """A personal number: written when it can be read; what cannot be read stays in the field.

    Signals:
        understood: the CprReading of what stands in the field.
    """

    understood = Signal(object)

    def __init__(self, editor: QLineEdit, find: Finder, texts: Texts) -> None:
        super().__init__(editor, find, "cpr")
        self.line = editor
        self.texts = texts
        self.today = date.min
        editor.textEdited.connect(self._typed)
        editor.editingFinished.connect(self._left)

    def load(self, view: VisitView) -> None:
        self.today = view.today
        super().load(view)

    def show_value(self, value: Any) -> None:
        if self.line.hasFocus() and value is not None and self.reading().cpr == value:
            return
        self.line.setText(hyphenated(value) if isinstance(value, Cpr) else "")
        self._explain(self.reading(), finished=True)

    def reading(self) -> CprReading:
        """Return what the field's text is read as."""
        return read_cpr(self.line.text(), self.today)

    def _typed(self, _text: str) -> None:
        reading = self.reading()
        self._explain(reading, finished=False)
        if reading.cpr is not None:
            self._write(reading)

    def _left(self) -> None:
        reading = self.reading()
        self._explain(reading, finished=True)
        if reading.cpr is not None:
            self.line.setText(hyphenated(reading.cpr))
            self._write(reading)
        elif not self.line.text().strip():
            self.put(None)

    def _explain(self, reading: CprReading, finished: bool) -> None:
        typed = self.line.text().strip()
        whole = finished or len(typed.replace("-", "").replace(" ", "")) >= _WHOLE
        wrong = bool(reading.problem and typed and whole)
        set_error(self.line, self.texts.lookup("errors", reading.problem) if wrong else "")
        self.understood.emit(reading)

    def _write(self, reading: CprReading) -> None:
        citizen = self.record
        if not isinstance(citizen, Citizen) or citizen.cpr == reading.cpr:
            return
        if reading.birth_date is None or citizen.birth_date is not None:
            self.put(reading.cpr)
            return
        parts = (
            SetField(citizen, "cpr", reading.cpr),
            SetField(citizen, "birth_date", reading.birth_date),
        )
        self.ask(Together(parts))


class BirthDateBinding(ValueBinding):
    """A birth date: one in the future, or beyond any human age, stays but is not written."""

    def __init__(self, editor: Any, find: Finder, texts: Texts) -> None:
        super().__init__(editor, find, "birth_date")
        self.texts = texts
        self.today = date.max

    def load(self, view: VisitView) -> None:
        self.today = view.today
        super().load(view)

    def _changed(self, *_: object) -> None:
        editor: Any = self.editor
        problem = self._problem(editor.value())
        set_error(self.editor, self.texts.lookup("errors", problem) if problem else "")
        if not problem:
            super()._changed()

    def _problem(self, born: date | None) -> str:
        if born is None:
            return ""
        if born > self.today:
            return "household.born_in_future"
        return "household.born_too_early" if self.today.year - born.year > _OLDEST_YEARS else ""
