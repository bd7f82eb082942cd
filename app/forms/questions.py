"""Draws the questions that a standard puts into a section."""

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.judgement.answers import is_answered, is_asked
from app.domain.judgement.facts import Facts
from app.domain.records import Answer
from app.domain.standard import Question, Standard
from app.forms.binding import Binding, ChoiceBinding, MappedBinding, TextBinding, ValueBinding
from app.forms.layout import FieldGrid
from app.forms.section import Panel
from app.forms.standard_form import StandardForm
from app.widgets.card import Card, muted
from app.widgets.fields import Combo, LineEdit, TextArea, labelled
from app.widgets.inputs import DateField, MultiChoice, NumberField, Segments, YesNo
from app.workflow.visit_view import VisitView

_FEW = 3
_SHORT = 18


class QuestionsForm(StandardForm):
    """A section that is questions of the standard and nothing else."""

    def build(self, standard: Standard) -> None:
        cards = question_cards(self, self.section_id, standard)
        if not cards:
            cards = [Card()]
            cards[0].body.addWidget(muted(self.tr("The standard asks nothing here.")))
        for card in cards:
            self.column.addWidget(card)


def add_questions(form: StandardForm, standard: Standard) -> None:
    """Put the questions that a standard asks in a section after the section's own cards."""
    for card in question_cards(form, form.section_id, standard):
        form.column.addWidget(card)


def question_cards(panel: Panel, section_id: str, standard: Standard) -> list[Card]:
    """Return a card per group of a section's questions, their editors bound in a panel."""
    section = standard.section(section_id)
    questions = section.questions if section else ()
    return [
        _group_card(panel, section_id, title, tuple(group))
        for title, group in groupby(questions, key=lambda q: q.group)
    ]


def _group_card(panel: Panel, section_id: str, title: str, questions: Sequence[Question]) -> Card:
    card = Card(title)
    group = panel.nest(QuestionGroup(card, section_id, questions))
    card.body.addWidget(group)
    return card


class QuestionGroup(Panel):
    """Questions under one heading; one for some services is there when such a one is in play."""

    def __init__(self, card: Card, section_id: str, questions: Sequence[Question]) -> None:
        super().__init__()
        self.card, self.section_id, self.questions = card, section_id, questions
        self.grid = FieldGrid()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        self.fields = [self._field(question) for question in questions]
        self.conditional = any(question.services for question in questions)

    def load(self, view: VisitView) -> None:
        super().load(view)
        if not self.conditional:
            return
        facts = Facts(view.casefile, view.standard, view.national, view.today)
        for question, field in zip(self.questions, self.fields, strict=True):
            answer = view.casefile.answer(self.section_id, question.id)
            self.grid.show_field(field, is_asked(question, facts) or is_answered(answer))
        self.card.setVisible(any(not field.isHidden() for field in self.fields))

    def _field(self, question: Question) -> QWidget:
        binding = self.bind(_bound(self.section_id, question))
        binding.editor.setAccessibleName(question.label)
        field = labelled(question.label, binding.editor, question.hint)
        field.setWhatsThis("\n".join(filter(None, (question.label, question.hint))))
        return self.grid.add(field, wide=_is_wide(question))


def _is_wide(question: Question) -> bool:
    wide = question.kind in ("text", "line", "several")
    return wide or bool(question.hint) or _in_a_row(question)


def _in_a_row(question: Question) -> bool:
    short = all(len(option.name) <= _SHORT for option in question.options)
    return question.kind == "choice" and len(question.options) <= _FEW and short


def _bound(section_id: str, question: Question) -> Binding:
    find = _finder(section_id, question.id)
    if question.kind == "date":
        return ValueBinding(DateField(question.label), find, "day")
    if question.kind == "yes_no":
        return _yes_no(question.label, find)
    if question.kind == "choice":
        return _choice(question, find)
    if question.kind == "several":
        options = [(option.value, option.name) for option in question.options]
        return ValueBinding(MultiChoice(question.label, options), find, "choices")
    if question.kind == "number":
        return ValueBinding(NumberField(question.label, decimals=2), find, "number")
    editor = LineEdit() if question.kind == "line" else TextArea(2)
    return TextBinding(editor, find, "text")


def _yes_no(label: str, find: Callable[[VisitView], Answer]) -> Binding:
    said = {"yes": True, "no": False}
    written = {True: "yes", False: "no", None: ""}
    return MappedBinding(YesNo(label), find, "choice", shown=said.get, recorded=written.get)


def _choice(question: Question, find: Callable[[VisitView], Answer]) -> Binding:
    options = [(option.value, option.name) for option in question.options]
    if _in_a_row(question):
        return ValueBinding(Segments(question.label, options), find, "choice")
    nothing = QCoreApplication.translate("QuestionsForm", "Not chosen")
    return ChoiceBinding(Combo([("", nothing), *options]), find, "choice")


def _finder(section_id: str, question_id: str) -> Callable[[VisitView], Answer]:
    return lambda view: view.casefile.answer(section_id, question_id)
