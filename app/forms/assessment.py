"""Function assessment: a level per area, with the citizen's own words beside it."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.casefile import FieldKey
from app.domain.standard import Area, AreaGroup, Scale, Standard
from app.forms.area_texts import AreaTexts
from app.forms.assessment_group import GroupCard
from app.forms.assessment_row import legend_of
from app.forms.layout import scroll_to
from app.forms.questions import add_questions
from app.forms.standard_form import StandardForm
from app.texts import Texts
from app.widgets.buttons import link_button
from app.widgets.card import Card, muted, text_label
from app.widgets.chips import Chip
from app.workflow.visit_view import VisitView

# A form with more areas is folded by group: one chooses with the citizen what is relevant.
MANY = 16
_WIDE_CHARS, _NARROW_CHARS = 92, 50


class AssessmentForm(StandardForm):
    """All areas of a standard, by group; digits set a level and go on to the next area."""

    def __init__(self, section_id: str, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(section_id, texts, parent)
        self.groups: list[GroupCard] = []
        self._wide = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    @property
    def rows(self) -> list[AreaTexts]:
        """The areas that are on the screen, in the standard's order."""
        return [row for group in self.groups for row in group.rows]

    def build(self, standard: Standard) -> None:
        self.head = AssessmentHead(standard.scale) if standard.scale else WordsHead()
        self.column.addWidget(self.head)
        self.all = len(standard.areas)
        known = [(g, [a for a in standard.areas if a.group == g.id]) for g in standard.groups]
        used = [(group, areas) for group, areas in known if areas]
        self.groups = [
            self._group(group, areas, standard, folded=self._is_long and place > 0)
            for place, (group, areas) in enumerate(used)
        ]
        for group, following in pairwise(self.groups):
            group.moved_on.connect(following.open_and_focus)
        add_questions(self, standard)
        self._arrange()

    @property
    def _is_long(self) -> bool:
        return self.all > MANY

    def _group(
        self, group: AreaGroup, areas: Sequence[Area], standard: Standard, *, folded: bool
    ) -> GroupCard:
        card = self.nest(GroupCard(group, areas, standard, folded=folded))
        card.made.connect(self._arrange)
        self.column.addWidget(card)
        return card

    def load(self, view: VisitView) -> None:
        super().load(view)
        done = sum(row.recorded for row in self.rows)
        self.head.show_progress(done, 0 if self._is_long else self.all, view.previous_on)

    def reveal(self, key: FieldKey | None) -> bool:
        """Without a field: stand ready at the first area that nothing is recorded of."""
        rows = self.rows
        if key is not None or not rows:
            return super().reveal(key)
        next((row for row in rows if not row.recorded), rows[0]).first.setFocus()
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
        self.head.set_wide(self._wide)
        for group in self.groups:
            group.set_wide(self._wide)
        self.updateGeometry()

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        for row in self.rows:
            inside = now is not None and row.isAncestorOf(now)
            if inside and not row.focused:
                scroll_to(row)
            row.set_focused(inside)


class Head(QWidget):
    """What stands over the areas: how they are filled in, and how many are."""

    def __init__(self) -> None:
        super().__init__()
        self.progress = Chip("")

    def show_progress(self, done: int, of: int, previous_on: date | None) -> None:
        """Say how many areas are done; `of` is 0 where not every area is to be."""
        words = self.said(done, of)
        if self.progress.text() != words:
            self.progress.set_text(words, "ok" if of and done == of else "neutral")

    def said(self, done: int, of: int) -> str:
        """Return how many areas are done, in words."""
        raise TypeError

    def set_wide(self, wide: bool) -> None:
        """Heed that the areas stand wide, or narrow."""


class AssessmentHead(Head):
    """How levels are set, how many are, and what each of them means."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self.scale = scale
        self.hint = muted("")
        self.meaning = link_button(self.tr("What the levels mean"))
        self.meaning.setCheckable(True)
        row = QHBoxLayout()
        row.addWidget(self.hint, 1)
        row.addWidget(self.progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        self.legend = muted(legend_of(scale))
        column.addWidget(self.legend)
        column.addWidget(self.meaning, 0, Qt.AlignmentFlag.AlignLeft)
        self.levels = self._levels()
        self.levels.hide()
        self.meaning.toggled.connect(self.levels.setVisible)
        column.addWidget(self.levels)

    def said(self, done: int, of: int) -> str:
        if not of:
            return self.tr("%n area(s) assessed", "", done)
        return self.tr("{done} of {all} assessed").format(done=done, all=of)

    def set_wide(self, wide: bool) -> None:
        self.legend.setVisible(not wide)

    def show_progress(self, done: int, of: int, previous_on: date | None) -> None:
        """Say how many areas have a level, and from when the grey dots are."""
        super().show_progress(done, of, previous_on)
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


class WordsHead(Head):
    """How areas without levels are described, and how many are."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(muted(self.tr("The standard has no levels: describe in words.")), 1)
        row.addWidget(self.progress)

    def said(self, done: int, of: int) -> str:
        if not of:
            return self.tr("%n area(s) described", "", done)
        return self.tr("{done} of {all} described").format(done=done, all=of)
