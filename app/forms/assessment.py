"""Function assessment: a level per area, with the citizen's own words beside it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.casefile import FieldKey
from app.domain.standard import Area, AreaGroup, Scale, Standard
from app.forms.area_texts import AreaTexts
from app.forms.assessment_row import AreaRow, name_width, scale_width
from app.forms.assessment_words import WordsRow
from app.forms.layout import scroll_to
from app.forms.questions import add_questions
from app.forms.standard_form import StandardForm
from app.texts import Texts
from app.widgets.buttons import link_button
from app.widgets.card import Card, muted, text_label
from app.widgets.chips import Chip
from app.workflow.visit_view import VisitView

QWIDGETSIZE_MAX = 16_777_215
_WIDE_CHARS, _NARROW_CHARS = 92, 50


class AssessmentForm(StandardForm):
    """All areas of a standard, by group; digits set a level and go on to the next area."""

    def __init__(self, section_id: str, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(section_id, texts, parent)
        self.rows: list[AreaRow] = []
        self.described: list[WordsRow] = []
        self.headers: list[LevelHeader] = []
        self._wide = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def build(self, standard: Standard) -> None:
        self.rows, self.headers, self.described = [], [], []
        if standard.scale is not None:
            self.head = AssessmentHead(standard.scale)
            self.column.addWidget(self.head)
        else:
            self.words_head = WordsHead()
            self.column.addWidget(self.words_head)
        for group in standard.groups:
            areas = [area for area in standard.areas if area.group == group.id]
            if areas and standard.scale is not None:
                self.column.addWidget(self._group_card(group, areas, standard, standard.scale))
            elif areas:
                self.column.addWidget(self._words_card(group, areas, standard))
        for row, following in zip(self.rows, self.rows[1:], strict=False):
            row.moved_on.connect(following.scale.setFocus)
        add_questions(self, standard)
        self._arrange()

    def load(self, view: VisitView) -> None:
        super().load(view)
        if self.rows:
            done = sum(_has_level(row) for row in self.rows)
            self.head.show_progress(done, len(self.rows), view.previous_on)
        elif self.described:
            done = sum(row.described for row in self.described)
            self.words_head.show_progress(done, len(self.described))

    def reveal(self, key: FieldKey | None) -> bool:
        """Without a field: stand ready at the first area that nothing is recorded of."""
        if key is not None or not (self.rows or self.described):
            return super().reveal(key)
        unset: list[AreaTexts] = [row for row in self.rows if not _has_level(row)]
        unset += [row for row in self.described if not row.described]
        next(iter((*unset, *self.rows, *self.described))).first.setFocus()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE_CHARS * self.fontMetrics().averageCharWidth()
        if wide != self._wide:
            self._wide = wide
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        # Laid out wide it must still let itself be made narrow.
        hint = super().minimumSizeHint()
        narrow = _NARROW_CHARS * self.fontMetrics().averageCharWidth()
        return QSize(min(hint.width(), narrow), hint.height())

    def _arrange(self) -> None:
        if self.rows:
            self.head.legend.setVisible(not self._wide)
        for row in self.rows:
            row.set_wide(self._wide)
        for header in self.headers:
            header.set_wide(self._wide)
        self.updateGeometry()

    def _group_card(
        self, group: AreaGroup, areas: Sequence[Area], standard: Standard, scale: Scale
    ) -> Card:
        card = Card()
        card.setAccessibleName(group.name)
        card.body.setContentsMargins(0, 4, 0, 8)
        card.body.setSpacing(0)
        self.headers.append(LevelHeader(group.name, scale))
        card.body.addWidget(self.headers[-1])
        for area in areas:
            card.body.addWidget(_rule())
            row = self.nest(AreaRow(area, standard, scale))
            self.rows.append(row)
            card.body.addWidget(row)
        return card

    def _words_card(self, group: AreaGroup, areas: Sequence[Area], standard: Standard) -> Card:
        card = Card(group.name)
        card.body.setContentsMargins(0, 16, 0, 8)
        card.body.setSpacing(0)
        card.title.setContentsMargins(16, 0, 16, 8)
        for area in areas:
            card.body.addWidget(_rule())
            row = self.nest(WordsRow(area, standard))
            self.described.append(row)
            card.body.addWidget(row)
        return card

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        for row in (*self.rows, *self.described):
            inside = now is not None and row.isAncestorOf(now)
            if inside and not row.focused:
                scroll_to(row)
            row.set_focused(inside)


class AssessmentHead(QWidget):
    """How levels are set, how many are, and what each of them means."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self.scale = scale
        self.hint = muted("")
        self.progress = Chip("")
        self.meaning = link_button(self.tr("What the levels mean"))
        self.meaning.setCheckable(True)
        row = QHBoxLayout()
        row.addWidget(self.hint, 1)
        row.addWidget(self.progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        self.legend = muted(" · ".join(f"{level.value} {level.name}" for level in scale.levels))
        column.addWidget(self.legend)
        column.addWidget(self.meaning, 0, Qt.AlignmentFlag.AlignLeft)
        self.levels = self._levels()
        self.levels.hide()
        self.meaning.toggled.connect(self.levels.setVisible)
        column.addWidget(self.levels)

    def show_progress(self, done: int, of: int, previous_on: date | None) -> None:
        """Say how many areas have a level, and from when the grey dots are."""
        words = self.tr("{done} of {all} assessed").format(done=done, all=of)
        if self.progress.text() != words:
            self.progress.set_text(words, "ok" if done == of else "neutral")
        keys = self.tr("Type {first}–{last} to set the level and move on.")
        values = [level.value for level in self.scale.levels]
        hint = keys.format(first=values[0], last=values[-1])
        if previous_on is not None:
            from app.wording import short_date

            dot = self.tr("Grey dot: the assessment of {day}.")
            hint = " ".join((hint, dot.format(day=short_date(previous_on))))
        if self.hint.text() != hint:
            self.hint.setText(hint)

    def _levels(self) -> Card:
        card = Card(self.scale.name, self.scale.method)
        for level in self.scale.levels:
            card.body.addWidget(text_label(f"{level.value}  {level.name}", "area"))
            card.body.addWidget(muted(level.text))
        return card


class WordsHead(QWidget):
    """How areas without levels are described, and how many are."""

    def __init__(self) -> None:
        super().__init__()
        self.progress = Chip("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(muted(self.tr("The standard has no levels: describe in words.")), 1)
        row.addWidget(self.progress)

    def show_progress(self, done: int, of: int) -> None:
        """Say how many areas are described."""
        words = self.tr("{done} of {all} described").format(done=done, all=of)
        if self.progress.text() != words:
            self.progress.set_text(words, "ok" if done == of else "neutral")


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


def _has_level(row: AreaRow) -> bool:
    return row.record is not None and row.record.level is not None


def _over_segment(name: str) -> QLabel:
    label = text_label(name, "hint")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def _rule() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "rule")
    line.setFixedHeight(1)
    return line
