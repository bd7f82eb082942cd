"""The screen turned to the citizen: consents in large plain text, and nothing else of the case."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.clock import Clock, local, system_clock
from app.domain.values import TextVersion
from app.forms.consent_record import LANGUAGES, ConsentQuestion, ConsentResult
from app.forms.words import short
from app.texts import Texts
from app.views.citizen_parts import QuestionCard, SignaturePart, TextSizes
from app.widgets.buttons import plain_button
from app.widgets.card import text_label
from app.widgets.theme import tokens

# Heights in logical pixels: a screen from which on the paper to sign on is roomy.
TALL, ROOMY, LEAST = 700, 190, 150


class CitizenScreen(QWidget):
    """Asks the citizen one question per purpose, and takes the signature.

    Only the questions, the citizen's name and the companion are handed in: nothing else of
    the case can come in sight. Answers and ink stay when language or text size changes.

    Signals:
        finished: the answers, a tuple of ConsentResult; the screen may close.
        cancelled: the screen was left without saving.
    """

    finished = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        questions: Sequence[ConsentQuestion],
        citizen: str,
        noted_by: str,
        *,
        companion: str = "",
        language: str = "da",
        clock: Clock = system_clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.citizen, self.companion, self.noted_by = citizen, companion, noted_by
        self.clock = clock
        self._closing = False
        self.texts = Texts(language)
        self.sizes = TextSizes()
        self.cards = [QuestionCard(question) for question in questions]
        self.signature = SignaturePart()
        self._make_words()
        self._lay_out()
        self._connect()
        self.setAutoFillBackground(True)
        self._colour()
        self.show_words()
        # Focus on an answer would single it out: it begins on the page as a whole.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    def _make_words(self) -> None:
        self.heading = text_label("", "body")
        self.free = text_label("", "muted")
        self.problem = text_label("", "error")
        self.problem.hide()
        self.foot = text_label("", "muted")
        self.smaller = plain_button("A\N{MINUS SIGN}")
        self.larger = plain_button("A+")
        self.other = plain_button("")
        self.leave = plain_button("")
        self.other.setVisible(_said_in_all(self.cards))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.heading, 1)
        for button in (self.smaller, self.larger, self.other, self.leave):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 24, 48, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._questions(), 1)
        column.addWidget(self.problem)
        column.addWidget(self.signature)
        column.addWidget(self.foot)

    def _questions(self) -> QScrollArea:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(12)
        column.addWidget(self.free)
        for card in self.cards:
            column.addWidget(card)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(page)
        for surface in (page, self.area.viewport()):
            surface.setAutoFillBackground(False)
        return self.area

    def _connect(self) -> None:
        self.smaller.clicked.connect(lambda: self._resize_text(-1))
        self.larger.clicked.connect(lambda: self._resize_text(1))
        self.other.clicked.connect(self._change_language)
        self.leave.clicked.connect(self.cancelled)
        self.signature.saved.connect(self.save)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.cancelled.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.signature.set_height(ROOMY if event.size().height() >= TALL else LEAST)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._colour()

    def _colour(self) -> None:
        """Make the page as light as the paper to sign on, in the look that is shown."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(tokens().surface))
        self.setPalette(palette)

    def show_words(self) -> None:
        """Say everything in the chosen language, at the chosen size."""
        say, sizes = self.texts.message, self.sizes
        self.heading.setText(say("citizen_screen.heading"))
        self.free.setText(say("citizen_screen.free"))
        self.other.setText(say("citizen_screen.other_language"))
        self.leave.setText(say("citizen_screen.close"))
        self.smaller.setAccessibleName(say("citizen_screen.smaller"))
        self.larger.setAccessibleName(say("citizen_screen.larger"))
        self.foot.setText(self._foot())
        sizes.set_size(self.heading, 28, 600)
        sizes.set_size(self.free, 18)
        sizes.set_size(self.problem, 17, 600)
        for card in self.cards:
            card.show_words(self.texts, sizes)
        self.signature.show_words(self.texts, sizes, self.noted_by)
        self.setWindowTitle(self.heading.text())
        self.setAccessibleName(self.heading.text())

    def _foot(self) -> str:
        from app.wording import clock, long_date

        now = local(self.clock())
        return self.texts.message(
            "citizen_screen.foot_with" if self.companion else "citizen_screen.foot",
            name=short(self.citizen),
            date=long_date(now.date(), self.texts.language),
            time=clock(now),
            companion=short(self.companion),
        )

    def _resize_text(self, steps: int) -> None:
        self.sizes.step(steps)
        self.show_words()

    def _change_language(self) -> None:
        place = LANGUAGES.index(self.texts.language) if self.texts.language in LANGUAGES else 0
        self.texts = Texts(LANGUAGES[(place + 1) % len(LANGUAGES)])
        self.problem.hide()
        self.show_words()

    @property
    def has_answers(self) -> bool:
        """Tell whether anything is answered or signed that was not handed over."""
        return not self.signature.pad.is_empty() or any(c.answer.value() for c in self.cards)

    def save(self) -> None:
        """Hand the answers over, or say what is missing; nothing is lost meanwhile."""
        answered = [card for card in self.cards if card.answer.value()]
        oral = self.signature.is_oral()
        if not answered:
            self._say("answer_first")
        elif not oral and self.signature.pad.is_empty():
            self._say("sign_first")
        else:
            self.problem.hide()
            self.finished.emit(tuple(self._result(card, oral) for card in answered))

    def say(self, problem: str) -> None:
        """Say why the answers are not saved yet; they stay as they are."""
        self.problem.setText(problem)
        self.problem.show()
        self.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        # Closed by the window system: the visit behind it is hidden and must come back.
        if not self._closing:
            self._closing = True
            self.cancelled.emit()
        super().closeEvent(event)

    def _say(self, key: str) -> None:
        self.say(self.texts.message(f"citizen_screen.{key}"))

    def _result(self, card: QuestionCard, oral: bool) -> ConsentResult:
        purpose = card.question.purpose
        return ConsentResult(
            purpose=purpose.id,
            answer=card.answer.value(),
            how="oral" if oral else "ink",
            ink=b"" if oral else self.signature.pad.encoded(),
            text=TextVersion(key=purpose.id, version=purpose.version, language=self.texts.language),
            at=self.clock(),
            noted_by=self.noted_by if oral else "",
        )


def _said_in_all(cards: Sequence[QuestionCard]) -> bool:
    """Tell whether every question has its words in both languages."""
    return all(
        words.get(language)
        for card in cards
        for words in (
            card.question.purpose.title,
            card.question.purpose.text,
            card.question.purpose.if_no,
        )
        for language in LANGUAGES
    )
