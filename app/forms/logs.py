"""Lists that are short while they are empty: a line for each record, its fields folded away."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.casefile import FieldKey
from app.domain.records import ENTITY_OF, Record
from app.forms.disclosure import Disclosure
from app.forms.layout import FieldGrid
from app.forms.parts import CardPart, FormPart, PartList, add_part, say_on
from app.forms.section import Panel
from app.forms.standard_form import Fields
from app.widgets.buttons import link_button, plain_button
from app.widgets.card import muted, section_title, text_label
from app.workflow.edits import AddRecord, RemoveRecord
from app.workflow.visit_view import VisitView


class LogDetails(FormPart):
    """The fields of one record, made when they are wanted."""

    def __init__(self, row: "LogRow") -> None:
        super().__init__()
        self.column.setContentsMargins(0, 8, 0, 12)
        self.grid = FieldGrid()
        self.fields = Fields(self, self.grid, row.record)
        row.fill(self)
        self.column.addWidget(self.grid)


class LogRow(FormPart):
    """One record: what it says in short, and its fields when opened."""

    kind: type[Record]

    def __init__(self, record_id: str, *, removable: bool = True) -> None:
        super().__init__()
        self.record_id = record_id
        self.removable = removable
        self.view: VisitView | None = None
        self.details: LogDetails | None = None
        self.line = text_label("", "area")
        self.line.setContentsMargins(0, 6, 0, 4)
        self.note = muted("")
        self.remove = link_button(self.tr("Remove"))
        self.remove.clicked.connect(self._remove)
        if not removable:
            self.remove.hide()
        self.disclosure = Disclosure("", self._make_details)
        self.column.setSpacing(2)
        self.column.addWidget(_rule())
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.line, 1)
        for link in (self.disclosure.button, self.remove):
            head.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.column.addWidget(self.note)
        self.column.addWidget(self.disclosure)

    def fill(self, details: LogDetails) -> None:
        """Put the record's fields into its details."""
        raise TypeError

    def words(self, view: VisitView) -> tuple[str, str]:
        """Return what the record says in short, and what is to be noted about it."""
        raise TypeError

    def arrange(self, details: LogDetails, view: VisitView) -> None:
        """Show those fields that are asked now."""

    def record(self, view: VisitView) -> Record:
        """Find the record in a view."""
        return view.casefile.get(self.kind, self.record_id) or self.new(view)

    def new(self, view: VisitView) -> Record:
        """Return the record as it is before anything is written in it."""
        return self.kind(id=self.record_id)

    def load(self, view: VisitView) -> None:
        self.view = view
        super().load(view)
        line, note = self.words(view)
        say_on(self.line, line)
        say_on(self.note, note)
        self.setAccessibleName(line)
        self.disclosure.set_name(line)
        self.remove.setAccessibleName(self.tr("Remove: {name}").format(name=line))
        self.remove.setEnabled(not view.locked)
        if self.details is not None:
            self.arrange(self.details, view)

    def reveal(self, key: FieldKey | None) -> bool:
        mine = key is None or (key.entity, key.id) == (ENTITY_OF[self.kind], self.record_id)
        if mine:
            self.disclosure.open()
        return mine and super().reveal(key)

    def _make_details(self) -> QWidget:
        self.details = self.nest(LogDetails(self))
        if self.view is not None:
            self.details.load(self.view)
            self.arrange(self.details, self.view)
        return self.details

    def _remove(self) -> None:
        if self.view is not None:
            self.edited.emit(RemoveRecord(self.record(self.view)))


class LogCard(CardPart):
    """A card with a line for each record; without any it only says so.

    `records` gives the records of a view in the order they are shown, `make` the row of one;
    `adding` are the words on the button that adds one, and what makes it.
    """

    def __init__(
        self,
        title: str,
        empty: str,
        adding: tuple[str, Callable[[VisitView], Record]],
        records: Callable[[VisitView], Sequence[Record]],
        make: Callable[[str], Panel],
    ) -> None:
        super().__init__()
        self.title = title
        self.records = records
        self.view: VisitView | None = None
        self._awaited = ""
        self.card.setAccessibleName(title)
        self.add = plain_button(adding[0])
        self.add.clicked.connect(lambda: self._add(adding[1]))
        head = QHBoxLayout()
        head.addWidget(section_title(title), 1)
        head.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        self.note = muted("")
        self.empty = muted(empty)
        self.list = PartList(make, self._ids)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        self.column.addLayout(texts)
        texts.addLayout(head)
        texts.addWidget(self.note)
        texts.addWidget(self.empty)
        add_part(self, self.list)
        self.note.hide()

    def say(self, words: str) -> None:
        """Say something under the title; nothing takes no room."""
        say_on(self.note, words)

    def load(self, view: VisitView) -> None:
        self.view = view
        super().load(view)
        self.list.setVisible(bool(self.list.shown))
        self.empty.setVisible(not self.list.shown)
        if self._awaited in self.list.shown:
            self.list.shown[self._awaited].reveal(None)
            self._awaited = ""

    def _ids(self, view: VisitView) -> list[str]:
        return [record.id for record in self.records(view)]

    def _add(self, made: Callable[[VisitView], Record]) -> None:
        if self.view is None:
            return
        record = made(self.view)
        self._awaited = record.id
        self.edited.emit(AddRecord(record))


def _rule() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "rule")
    line.setFixedHeight(1)
    return line
