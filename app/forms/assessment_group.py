"""The areas of one group of the assessment, on a card; in a long form folded until wanted."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.casefile import FieldKey
from app.domain.records import ENTITY_OF, Assessment
from app.domain.standard import Area, AreaGroup, Scale, Standard
from app.forms.area_texts import AreaTexts
from app.forms.assessment_row import AreaRow, name_width, scale_width
from app.forms.assessment_words import WordsRow
from app.forms.section import Panel
from app.widgets.buttons import link_button
from app.widgets.card import Card, text_label
from app.workflow.visit_view import VisitView

QWIDGETSIZE_MAX = 16_777_215


class GroupCard(Panel):
    """The areas of one group.

    Signals:
        made: the rows were made.
        moved_on: a digit set the level of the last area; the next group may take focus.
    """

    made = Signal()
    moved_on = Signal()

    def __init__(
        self, group: AreaGroup, areas: Sequence[Area], standard: Standard, *, folded: bool
    ) -> None:
        super().__init__()
        self.group, self.areas, self.standard = group, areas, standard
        self.rows: list[AreaTexts] = []
        self.header: LevelHeader | None = None
        self.view: VisitView | None = None
        self.card = Card()
        self.card.setAccessibleName(group.name)
        self.card.body.setContentsMargins(0, 4, 0, 8)
        self.card.body.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.card)
        self.opener = link_button(self.tr("Show %n area(s)", "", len(areas)))
        self.opener.setAccessibleName(f"{group.name}: {self.opener.text()}")
        self.opener.clicked.connect(self.open_and_focus)
        self.head = self._folded_head()
        self.card.body.addWidget(self.head)
        if not folded:
            self.open()

    def _folded_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 4, 16, 0)
        row.addWidget(text_label(self.group.name, "section"), 1)
        row.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def open(self) -> None:
        """Show the areas."""
        if self.rows:
            return
        self.head.hide()
        self._put_header()
        self.rows = [self._row(area) for area in self.areas]
        levels = [row for row in self.rows if isinstance(row, AreaRow)]
        for row, following in pairwise(levels):
            row.moved_on.connect(following.scale.setFocus)
        if levels:
            levels[-1].moved_on.connect(self.moved_on)
        self.made.emit()

    def open_and_focus(self) -> None:
        """Show the areas, and stand ready at the first of them."""
        self.open()
        if self.view is not None:
            super().load(self.view)
        self.rows[0].show()
        self.rows[0].first.setFocus()

    def load(self, view: VisitView) -> None:
        self.view = view
        if not self.rows and self._has_something(view):
            self.open()
        super().load(view)

    def reveal(self, key: FieldKey | None) -> bool:
        if key is not None and not self.rows and self._is_here(key):
            self.open_and_focus()
        return super().reveal(key)

    def set_wide(self, wide: bool) -> None:
        """Put names, scales and texts side by side, or names over scales."""
        for row in self.rows:
            if isinstance(row, AreaRow):
                row.set_wide(wide)
        if self.header is not None:
            self.header.set_wide(wide)

    def _put_header(self) -> None:
        if self.standard.scale is not None:
            self.header = LevelHeader(self.group.name, self.standard.scale)
            self.card.body.addWidget(self.header)
        else:
            title = text_label(self.group.name, "section")
            title.setContentsMargins(16, 12, 16, 8)
            self.card.body.addWidget(title)

    def _row(self, area: Area) -> AreaTexts:
        scale, standard = self.standard.scale, self.standard
        row = AreaRow(area, standard, scale) if scale else WordsRow(area, standard)
        self.card.body.addWidget(_rule())
        self.card.body.addWidget(row)
        return self.nest(row)

    def _has_something(self, view: VisitView) -> bool:
        """Tell whether an area here has anything recorded, now or last time."""
        return any(area.id in view.previous or self._said(area, view) for area in self.areas)

    def _said(self, area: Area, view: VisitView) -> bool:
        record = view.casefile.assessment(self.standard.id, area.id)
        texts = (record.own_words, record.observation, record.help_means, record.changed)
        return bool(record.level or record.item_levels or any(texts))

    def _is_here(self, key: FieldKey) -> bool:
        if self.view is None or key.entity != ENTITY_OF[Assessment]:
            return False
        file, standard = self.view.casefile, self.standard.id
        return any(file.assessment(standard, area.id).id == key.id for area in self.areas)


class LevelHeader(QWidget):
    """The line over a group: its name, and the levels' names over their segments."""

    def __init__(self, name: str, scale: Scale) -> None:
        super().__init__()
        self.scale = scale
        self.name = text_label(name, "section")
        self.levels = [_over_segment(level.name) for level in scale.levels]
        self.over = QWidget()
        over = QHBoxLayout(self.over)
        over.setContentsMargins(0, 0, 0, 0)
        over.setSpacing(0)
        for label in self.levels:
            over.addWidget(label, 1)
        self.words = text_label(self.tr("The citizen's words and observation"), "label")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self.name)
        row.addWidget(self.over)
        row.addWidget(self.words, 1)

    def set_wide(self, wide: bool) -> None:
        """Name the levels over the segments where there is room beside the names."""
        self.words.setVisible(wide)
        self.over.setVisible(wide)
        self.over.setFixedWidth(scale_width(self, self.scale, wide))
        self.name.setMinimumWidth(name_width(self) if wide else 0)
        self.name.setMaximumWidth(name_width(self) if wide else QWIDGETSIZE_MAX)


def _over_segment(name: str) -> QLabel:
    label = text_label(name, "hint")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def _rule() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "rule")
    line.setFixedHeight(1)
    return line
