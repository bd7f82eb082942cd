"""The pages of a visit's sections: title, disputes and form, each made when it is first needed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.domain.casefile import FieldKey
from app.domain.combining import parts_of_key
from app.forms.binding import TextBinding
from app.forms.photos import BlobReader
from app.forms.section import SectionForm
from app.texts import Texts
from app.views.disputes import Details, DisputeStrip
from app.views.field_names import FieldNames
from app.views.scrolling import scrolling
from app.views.sections import make_form
from app.widgets.card import heading, muted
from app.workflow.visit_view import VisitView


class SectionPages(QStackedWidget):
    """A page for each section, by the section's key.

    Signals:
        edited: an Edit of a form.
        settled: the SetField that chooses one of two disputed values.
        asked: an Ask of a form.
    """

    edited = Signal(object)
    settled = Signal(object)
    asked = Signal(object)

    def __init__(self, texts: Texts, read: BlobReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._read = read
        self._forms: dict[str, SectionForm] = {}
        self._holders: dict[str, QScrollArea] = {}
        self._strips: dict[str, DisputeStrip] = {}
        self._titles: dict[str, QLabel] = {}

    def form(self, key: str, view: VisitView) -> SectionForm:
        """Return the form of a section."""
        if key not in self._forms:
            self._make(key, view)
        return self._forms[key]

    def holder(self, key: str) -> QScrollArea:
        """Return the scrolled page of a section that is made."""
        return self._holders[key]

    def load(self, key: str, view: VisitView) -> None:
        """Show a section what the visit looks like now."""
        self.form(key, view).load(view.worked_in(key))
        shown = next((s for s in view.sections if s.key == key), None)
        if shown is not None and self._titles[key].text() != shown.title:
            self._titles[key].setText(shown.title)

    def load_disputes(self, key: str, view: VisitView, details: Details) -> None:
        """Show a section the disputes that belong to it."""

        def names() -> FieldNames:
            return FieldNames(self._forms[key], view.worked_in(key), self._texts)

        self._strips[key].load(view, details, names)

    def reveal_after_choice(self, key: str, field: FieldKey) -> None:
        """Put focus on the next choice of a section, or on the field that was settled."""
        if not self._strips[key].reveal_first() and not self._forms[key].reveal(field):
            self._forms[key].reveal(None)

    def reveal(self, key: str, field: FieldKey | None) -> None:
        """Put focus on a field of a section, or on the choice between its disputed values."""
        if not self._strips[key].reveal(field):
            self._forms[key].reveal(field)

    def show_page(self, key: str) -> None:
        """Show the page of a section that is made."""
        self.setCurrentWidget(self._holders[key])

    def unwritten(self, view: VisitView) -> list[tuple[TextBinding, VisitView]]:
        """Return the fields whose text stands on the screen alone, with what they are shown."""
        return [
            (binding, shown)
            for key, form in self._forms.items()
            for shown in (view.worked_in(key),)
            for binding in form.findChildren(TextBinding)
            if binding.unwritten(shown)
        ]

    def _make(self, key: str, view: VisitView) -> None:
        shown = next((s for s in view.sections if s.key == key), None)
        section_id, _ = parts_of_key(key)
        form = make_form(section_id, self._texts, self._read)
        form.edited.connect(self.edited)
        form.asked.connect(self.asked)
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(4)
        title = heading(shown.title if shown else section_id)
        column.addWidget(title)
        if shown and shown.section.help:
            column.addWidget(muted(shown.section.help))
        column.addSpacing(12)
        strip = DisputeStrip(section_id)
        strip.edited.connect(self.settled)
        strip.third.connect(form.reveal)
        column.addWidget(strip)
        column.addWidget(form)
        column.addStretch(1)
        holder = scrolling(page)
        self.addWidget(holder)
        self._forms[key], self._holders[key] = form, holder
        self._strips[key], self._titles[key] = strip, title
