"""What the screen turned to the citizen is made of: questions, the signature, text sizes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.forms.consent_record import ConsentQuestion, said_in
from app.texts import Texts
from app.widgets.buttons import plain_button, primary_button
from app.widgets.card import Card, text_label
from app.widgets.choice import ChoiceGroup
from app.widgets.ink_pad import InkPad
from app.widgets.theme import font

LEAST_SCALE, MOST_SCALE, STEP = 0.8, 1.8, 0.2


class TextSizes:
    """How large the citizen's text is, as a share of the usual size."""

    def __init__(self) -> None:
        self.scale = 1.0

    def step(self, steps: int) -> None:
        """Make the text larger or smaller, within what fits the screen."""
        wanted = round(self.scale + steps * STEP, 2)
        self.scale = min(MOST_SCALE, max(LEAST_SCALE, wanted))

    def set_size(self, widget: QWidget, size: int, weight: int = 400) -> None:
        """Give a widget a text size in logical pixels before scaling."""
        widget.setFont(font(round(size * self.scale), weight))


class BigYesNo(ChoiceGroup):
    """Yes and no, large and of equal weight; nothing is chosen beforehand."""

    def __init__(self, name: str) -> None:
        super().__init__(name, [("yes", "", ""), ("no", "", "")])

    def show_words(self, name: str, yes: str, no: str, sizes: TextSizes) -> None:
        """Say the words in a language, at a size."""
        self.name = name
        self.setAccessibleName(name)
        self.text_px = round(20 * sizes.scale)
        for segment, word in zip(self.segments, (yes, no), strict=True):
            segment.shown = word
            segment.setText(word)
            segment.setAccessibleName(f"{name}: {word}")
            sizes.set_size(segment, 20, 600)
            segment.setFixedSize(round(120 * sizes.scale), round(56 * max(1.0, sizes.scale)))
            segment.update()


class QuestionCard(Card):
    """One question: what it is about, what a no means, and the answer beside it."""

    def __init__(self, question: ConsentQuestion) -> None:
        super().__init__()
        self.question = question
        self.heading = text_label("", "body")
        self.lines = [text_label("", "body") for _ in range(4)]
        self.answer = BigYesNo("")
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.heading, *self.lines):
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(words, 1)
        row.addWidget(self.answer, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)

    def show_words(self, texts: Texts, sizes: TextSizes) -> None:
        """Say the question in a language, at a size."""
        purpose, language = self.question.purpose, texts.language
        title = said_in(purpose.title, language)
        self.heading.setText(title)
        sizes.set_size(self.heading, 20, 600)
        for label, text in zip(self.lines, self._lines(texts), strict=True):
            label.setText(text)
            label.setVisible(bool(text))
            sizes.set_size(label, 17)
        sizes.set_size(self.lines[-1], 17, 600)
        self.setAccessibleName(texts.message("citizen_screen.question", title=title))
        yes, no = (texts.message(f"citizen_screen.{word}") for word in ("yes", "no"))
        self.answer.show_words(title, yes, no, sizes)

    def _lines(self, texts: Texts) -> tuple[str, str, str, str]:
        purpose, question = self.question.purpose, self.question
        return (
            said_in(purpose.text, texts.language),
            _line(texts, "who", "parties", question.parties),
            _line(texts, "what", "information", question.information),
            said_in(purpose.if_no, texts.language),
        )


def _line(texts: Texts, key: str, name: str, value: str) -> str:
    return texts.message(f"citizen_screen.{key}", **{name: value}) if value.strip() else ""


class SignaturePart(QWidget):
    """The box to sign in, and the way to answer by speaking instead.

    Signals:
        saved: the citizen wants the answers kept.
    """

    saved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sign_here = QLabel()
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
        left = QVBoxLayout()
        left.addWidget(self.sign_here)
        left.addWidget(self.pad, 1)
        left.addWidget(self.oral_words, 1)
        right = QVBoxLayout()
        right.addStretch(1)
        for widget in (self.oral, self.clear, self.save):
            right.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(left, 1)
        row.addLayout(right)

    def show_words(self, texts: Texts, sizes: TextSizes, noted_by: str) -> None:
        """Say everything in a language, at a size."""
        say = texts.message
        self.sign_here.setText(say("citizen_screen.sign_here"))
        self.pad.set_caption(say("citizen_screen.signature"))
        oral = say("citizen_screen.oral_on"), say("citizen_screen.oral_noted", name=noted_by)
        self.oral_words.setText(" ".join(oral))
        self.oral.setText(say("citizen_screen.oral"))
        self.clear.setText(say("citizen_screen.clear"))
        self.save.setText(say("citizen_screen.save"))
        large: tuple[QWidget, ...] = (self.sign_here, self.save)
        usual: tuple[QWidget, ...] = (self.oral, self.clear, self.oral_words)
        for widget in large:
            sizes.set_size(widget, 20, 600)
        for widget in usual:
            sizes.set_size(widget, 17)
        self.save.setMinimumHeight(round(64 * max(1.0, sizes.scale)))
        self.clear.setMinimumHeight(round(48 * max(1.0, sizes.scale)))

    def is_oral(self) -> bool:
        """Tell whether the citizen answers by speaking."""
        return self.oral.isChecked()

    def _show_how(self, oral: bool) -> None:
        self.pad.setVisible(not oral)
        self.sign_here.setVisible(not oral)
        self.clear.setVisible(not oral)
        self.oral_words.setVisible(oral)
