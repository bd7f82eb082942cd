"""What the screen turned to the citizen is made of: questions, the signature, text sizes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.forms.consent_record import ConsentQuestion, said_in
from app.forms.words import breakable
from app.texts import Texts
from app.widgets.buttons import plain_button, primary_button
from app.widgets.card import Card, text_label
from app.widgets.ink_pad import InkPad
from app.widgets.theme import font

LEAST_SCALE, MOST_SCALE, STEP = 0.8, 1.8, 0.2
# From larger text on, the answer stands under its question instead of beside it.
BESIDE = 1.2


class TextSizes:
    """How large the citizen's text is, as a share of the usual size."""

    def __init__(self, scale: float = 1.0) -> None:
        self.scale = scale

    def at_most(self, scale: float) -> "TextSizes":
        """Return sizes that stop growing earlier, for what must stay in sight."""
        return TextSizes(min(self.scale, scale))

    def step(self, steps: int) -> None:
        """Make the text larger or smaller, within what fits the screen."""
        wanted = round(self.scale + steps * STEP, 2)
        self.scale = min(MOST_SCALE, max(LEAST_SCALE, wanted))

    def set_size(self, widget: QWidget, size: int, weight: int = 400) -> None:
        """Give a widget a text size in logical pixels before scaling."""
        widget.setFont(font(round(size * self.scale), weight))

    def grown(self, size: int) -> int:
        """Return a measure that grows with the text, and never shrinks below itself."""
        return round(size * max(1.0, self.scale))


class YesNoButtons(QWidget):
    """Yes and no: apart, of the same size and weight, neither chosen beforehand.

    Signals:
        changed: an answer was chosen.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.yes = plain_button("")
        self.no = plain_button("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for button in (self.yes, self.no):
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.toggled.connect(self._toggled)
            row.addWidget(button)
        self.setFocusProxy(self.yes)

    def value(self) -> str:
        """Return "yes", "no", or "" when nothing is chosen."""
        return "yes" if self.yes.isChecked() else "no" if self.no.isChecked() else ""

    def show_words(self, question: str, texts: Texts, sizes: TextSizes) -> None:
        """Say the words in a language, at a size."""
        self.setAccessibleName(question)
        for button, key in ((self.yes, "yes"), (self.no, "no")):
            word = texts.message(f"citizen_screen.{key}")
            button.setText(word)
            button.setAccessibleName(f"{question}: {word}")
            sizes.set_size(button, 20, 600)
            button.setFixedSize(sizes.grown(128), sizes.grown(56))

    def _toggled(self, on: bool) -> None:
        for button in (self.yes, self.no):
            _paint_as(button, "primary" if button.isChecked() else "plain")
        if on:
            self.changed.emit()


def _paint_as(button: QPushButton, kind: str) -> None:
    size = button.font()
    button.setProperty("kind", kind)
    button.style().unpolish(button)
    button.style().polish(button)
    button.setFont(size)  # the style sheet takes the font along


class QuestionCard(Card):
    """One question: what it is about, what a no means, and the answer beside it."""

    def __init__(self, question: ConsentQuestion) -> None:
        super().__init__()
        self.question = question
        self.heading = text_label("", "body")
        kinds = ("body", "muted", "muted", "body")
        self.lines = [text_label("", kind) for kind in kinds]
        self.answer = YesNoButtons()
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.heading, *self.lines):
            words.addWidget(label)
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.row.setSpacing(24)
        self.row.addLayout(words, 1)
        self.row.addWidget(self.answer, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self.row)

    def show_words(self, texts: Texts, sizes: TextSizes) -> None:
        """Say the question in a language, at a size."""
        title = said_in(self.question.purpose.title, texts.language)
        self.heading.setText(title)
        sizes.set_size(self.heading, 20, 600)
        for label, text in zip(self.lines, self._lines(texts), strict=True):
            label.setText(text)
            label.setVisible(bool(text))
            sizes.set_size(label, 17)
        self.setAccessibleName(texts.message("citizen_screen.question", title=title))
        self.answer.show_words(title, texts, sizes)
        direction = QBoxLayout.Direction
        below = sizes.scale > BESIDE
        self.row.setDirection(direction.TopToBottom if below else direction.LeftToRight)

    def _lines(self, texts: Texts) -> tuple[str, str, str, str]:
        purpose, question = self.question.purpose, self.question
        return (
            said_in(purpose.text, texts.language),
            _line(texts, "who", "parties", question.parties),
            _line(texts, "what", "information", question.information),
            said_in(purpose.if_no, texts.language),
        )


def _line(texts: Texts, key: str, name: str, value: str) -> str:
    return (
        texts.message(f"citizen_screen.{key}", **{name: breakable(value)}) if value.strip() else ""
    )


class SignaturePart(QWidget):
    """The box to sign in, and the way to answer by speaking instead.

    Signals:
        saved: the citizen wants the answers kept.
    """

    saved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pad = InkPad()
        self.oral_words = text_label("", "body")
        self.oral_words.hide()
        self.oral = QCheckBox()
        self.clear = plain_button("")
        self.save = primary_button("")
        self._lay_out()
        self.clear.clicked.connect(self.pad.clear)
        self.save.clicked.connect(self.saved)
        self.oral.toggled.connect(self._show_how)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.oral)
        right.addStretch(1)
        right.addWidget(self.clear)
        right.addWidget(self.save)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self.pad, 1)
        row.addWidget(self.oral_words, 1)
        row.addLayout(right)

    def show_words(self, texts: Texts, sizes: TextSizes, noted_by: str) -> None:
        """Say everything in a language, at a size that leaves room for the questions."""
        say, sizes = texts.message, sizes.at_most(BESIDE)
        self.pad.set_caption(say("citizen_screen.sign_here"))
        oral = say("citizen_screen.oral_on"), say("citizen_screen.oral_noted", name=noted_by)
        self.oral_words.setText(" ".join(oral))
        self.oral.setText(say("citizen_screen.oral"))
        self.clear.setText(say("citizen_screen.clear"))
        self.save.setText(say("citizen_screen.save"))
        sizes.set_size(self.save, 20, 600)
        usual: tuple[QWidget, ...] = (self.oral, self.clear, self.oral_words)
        for widget in usual:
            sizes.set_size(widget, 17)
        self.save.setMinimumHeight(sizes.grown(56))
        self.clear.setMinimumHeight(sizes.grown(44))

    def set_height(self, height: int) -> None:
        """Give the paper its height in logical pixels."""
        self.pad.setFixedHeight(height)

    def is_oral(self) -> bool:
        """Tell whether the citizen answers by speaking."""
        return self.oral.isChecked()

    def _show_how(self, oral: bool) -> None:
        self.pad.setVisible(not oral)
        self.clear.setVisible(not oral)
        self.oral_words.setVisible(oral)
