"""The stair of support: steps that rise, those the citizen stands on filled, to be chosen here."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.widgets.focus import no_ring, paint_ring
from app.widgets.icons import paint_icon
from app.widgets.theme import font, px, tokens

RISE = 44
RUN, SHORT_RUN, MANY = 24, 16, 5
EDGE, GAP, BADGE = 14, 8, 16
CORNER = 8.0
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Step(NamedTuple):
    """One step: its value, its name, and what it is."""

    value: str
    name: str
    text: str = ""


class StepButton(QPushButton):
    """One step of the stair; its stair says what is marked on it."""

    def __init__(self, stair: "Stair", place: int) -> None:
        super().__init__(stair)
        self.stair, self.place = stair, place
        self.setCheckable(True)
        self.setAutoExclusive(not stair.several)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setToolTip(stair.steps[place].text)
        no_ring(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = self._name_room(width)
        wrapped = QFontMetrics(font(15, 600)).boundingRect(
            QRect(0, 0, room, 10_000), WRAP, self.stair.steps[self.place].name
        )
        return max(px(RISE), wrapped.height() + 20)

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, px(RISE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.stair.handle_key(self, event):
            super().keyPressEvent(event)

    def marks(self) -> list[str]:
        """Return the words that stand on the step."""
        return self.stair.marks(self.place)

    def _name_room(self, width: int) -> int:
        metrics = QFontMetrics(font(13, 600))
        widest = max((metrics.horizontalAdvance(w) for w in self.marks()), default=0)
        taken = widest + 20 + GAP if widest else 0
        return max(80, width - 2 * EDGE - px(BADGE) - GAP - taken)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink = self.stair.colours(self)
        self._paint_block(painter, fill)
        inner = QRectF(self.rect()).adjusted(EDGE, 0, -EDGE, 0)
        badge = QRectF(inner.left(), inner.top(), px(BADGE), inner.height())
        painter.setPen(QColor(ink))
        painter.setFont(font(15, 700))
        painter.drawText(badge, Qt.AlignmentFlag.AlignVCenter, str(self.place + 1))
        name = QRectF(badge.right() + GAP, 0, self._name_room(self.width()), self.height())
        painter.setFont(font(15, 600 if self.isChecked() else 400))
        painter.drawText(name, WRAP, self.stair.steps[self.place].name)
        self._paint_marks(painter, inner, ink)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()))

    def _paint_block(self, painter: QPainter, fill: str) -> None:
        """Paint the step with its corner rounded where one would tread on it."""
        theme = tokens()
        aimed = self.stair.is_aimed_at(self.place)
        pen = QPen(QColor(theme.primary if aimed else theme.control), 2.5 if aimed else 1)
        if not self.isEnabled() and not aimed:
            pen.setColor(QColor(theme.line))
        painter.setPen(pen)
        painter.setBrush(QColor(fill))
        inset = pen.widthF() / 2
        painter.drawPath(_tread(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)))

    def _paint_marks(self, painter: QPainter, inner: QRectF, ink: str) -> None:
        words = self.marks()
        painter.setFont(font(13, 600))
        metrics = painter.fontMetrics()
        high = metrics.height() + 2
        top = inner.center().y() - high * len(words) / 2
        for line, word in enumerate(words):
            wide = metrics.horizontalAdvance(word)
            at = QRectF(inner.right() - wide, top + line * high, wide, high)
            painter.setPen(QColor(ink))
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, word)
            icon = QRectF(at.left() - 20, at.center().y() - 8, 16, 16)
            paint_icon(painter, self.stair.icon_of(word), ink, icon)


class Stair(QWidget):
    """The stair as a group of choices: the value is the steps that the citizen stands on.

    Arrows move up and down, space, Enter and a step's number choose, Delete takes away.

    Signals:
        changed: the values of the chosen steps, lowest first.
    """

    changed = Signal(object)

    def __init__(self, name: str, steps: Sequence[Step], *, several: bool = False) -> None:
        super().__init__()
        self.name, self.steps, self.several = name, tuple(steps), several
        self.aimed_at = ""
        self.considered: tuple[str, ...] = ()
        self.kept: tuple[str, ...] = ()
        self._quiet = False
        self._words = (self.tr("Stands here"), self.tr("Aims at"), self.tr("Considered"))
        self.buttons = [StepButton(self, place) for place in range(len(self.steps))]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for button in reversed(self.buttons):
            column.addLayout(self._row(button))
            button.toggled.connect(self._toggled)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        self._rove(0)
        self._say()

    def _row(self, button: StepButton) -> QHBoxLayout:
        row = QHBoxLayout()
        run = RUN if len(self.steps) <= MANY else SHORT_RUN
        row.addSpacing(button.place * run)
        row.addWidget(button, 1)
        return row

    def in_order(self) -> Sequence[QWidget]:
        """Return the steps as they are read: from the top."""
        return tuple(reversed(self.buttons))

    def value(self) -> tuple[str, ...]:
        """Return the chosen steps, lowest first; ones that the stair does not know are kept."""
        pairs = zip(self.steps, self.buttons, strict=True)
        return tuple(step.value for step, button in pairs if button.isChecked()) + self.kept

    def set_value(self, value: Sequence[str] | None) -> None:
        """Show the steps that the citizen stands on, without a signal."""
        chosen = tuple(value or ())
        self._quiet = True
        for step, button in zip(self.steps, self.buttons, strict=True):
            self._check(button, step.value in chosen)
        self.kept = tuple(v for v in chosen if v not in [step.value for step in self.steps])
        self._quiet = False
        self._rove(self._first_chosen())
        self._say()

    def set_marks(self, aimed_at: str, considered: Sequence[str]) -> None:
        """Mark the step that is aimed at, and those that were considered."""
        if (aimed_at, tuple(considered)) == (self.aimed_at, self.considered):
            return
        self.aimed_at, self.considered = aimed_at, tuple(considered)
        self._say()
        for button in self.buttons:
            button.updateGeometry()

    def marks(self, place: int) -> list[str]:
        """Return the words that stand on a step."""
        value = self.steps[place].value
        said = (self.buttons[place].isChecked(), value == self.aimed_at, value in self.considered)
        return [word for word, so in zip(self._words, said, strict=True) if so]

    def icon_of(self, word: str) -> str:
        """Return the icon that stands before a word on a step."""
        return dict(zip(self._words, ("person", "arrow", "check"), strict=True))[word]

    def is_aimed_at(self, place: int) -> bool:
        """Tell whether a step is the one aimed at."""
        return bool(self.aimed_at) and self.steps[place].value == self.aimed_at

    def colours(self, button: StepButton) -> tuple[str, str]:
        """Return fill and text colour of a step."""
        theme = tokens()
        if button.isChecked():
            return theme.primary, theme.on_primary
        if self.is_aimed_at(button.place):
            return theme.tint, theme.primary
        if not button.isEnabled():
            return theme.neutral, theme.muted
        return (theme.hover if button.underMouse() else theme.surface), theme.ink

    def handle_key(self, button: StepButton, event: QKeyEvent) -> bool:
        """Do what a key means on the stair; tell whether it meant anything."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key, digit = Qt.Key(event.key()), event.text()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Right):
            self._step(button.place + 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Left):
            self._step(button.place - 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._clear(button)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button.click()
        elif digit in [str(number) for number in range(1, len(self.steps) + 1)]:
            self._step(int(digit) - 1)
            self.buttons[int(digit) - 1].click()
        else:
            return False
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _step(self, place: int) -> None:
        place %= len(self.buttons)
        self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
        self._rove(place)

    def _clear(self, button: StepButton) -> None:
        """Take away the step that has focus, or the only one there is."""
        gone = button if self.several else self.buttons[self._first_chosen()]
        if gone.isChecked():
            self._check(gone, False)

    def _check(self, button: StepButton, on: bool) -> None:
        # Qt lets no exclusive button be unchecked.
        button.setAutoExclusive(False)
        button.setChecked(on)
        button.setAutoExclusive(not self.several)

    def _rove(self, place: int) -> None:
        """Let Tab stop once in the stair."""
        for button in self.buttons:
            at = button.place == place
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at else Qt.FocusPolicy.ClickFocus)
        if self.buttons:
            self.setFocusProxy(self.buttons[place])

    def _first_chosen(self) -> int:
        return next((b.place for b in self.buttons if b.isChecked()), 0)

    def _toggled(self, on: bool) -> None:
        if self._quiet:
            return
        self._say()
        # Of a change from one step to another only the second half is news.
        if on or self.several or not any(b.isChecked() for b in self.buttons):
            self.changed.emit(self.value())

    def _say(self) -> None:
        """Say the picture in words: the whole of it, and each step."""
        for button, step in zip(self.buttons, self.steps, strict=True):
            place = self.tr("{name}: step {number} of {all}, {step}").format(
                name=self.name, number=button.place + 1, all=len(self.steps), step=step.name
            )
            marks = [w for w in self.marks(button.place) if w != self._words[0]]
            button.setAccessibleName(", ".join((place, *marks)))
            button.setAccessibleDescription(step.text)
            button.update()
        self.setAccessibleDescription(". ".join(self._sentences()))

    def _sentences(self) -> list[str]:
        chosen = [b.place for b in self.buttons if b.isChecked()]
        aimed = [b.place for b in self.buttons if self.is_aimed_at(b.place)]
        weighed = [b.place for b in self.buttons if self.steps[b.place].value in self.considered]
        groups = zip(self._words, (chosen, aimed, weighed), strict=True)
        return [
            f"{word}: {', '.join(self.steps[place].name for place in places)}"
            for word, places in groups
            if places
        ]


def _tread(block: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.moveTo(block.bottomLeft())
    path.lineTo(block.left(), block.top() + CORNER)
    path.quadTo(block.topLeft(), QPointF(block.left() + CORNER, block.top()))
    path.lineTo(block.topRight())
    path.lineTo(block.bottomRight())
    path.closeSubpath()
    return path
