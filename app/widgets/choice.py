"""One choice among a few, as a row of segments that a screen reader hears as radio buttons."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.widgets.focus import ring_around
from app.widgets.theme import font, tokens

RADIUS = 8.0
HEIGHT = 40
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Segment(QPushButton):
    """One segment; its group says how it is filled."""

    def __init__(self, text: str, row: "ChoiceGroup") -> None:
        super().__init__(text.replace("&", "&&"), row.frame)
        self.shown = text
        self.row = row
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = max(HEIGHT, round(metrics.horizontalAdvance(self.shown) * 1.08) + 28)
        return QSize(wide, max(HEIGHT, metrics.height() + 16))

    def minimumSizeHint(self) -> QSize:
        # In a small window with large text the air around the words goes first.
        hint = self.sizeHint()
        return QSize(max(HEIGHT, hint.width() - 16), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.row.handle_key(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, text = self.row.colours(self)
        self._paint_shape(painter, fill)
        painter.setPen(QColor(text))
        painter.setFont(font(self.row.text_px, 600))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.shown)
        self.row.paint_extra(painter, self, text)

    def _paint_shape(self, painter: QPainter, fill: str) -> None:
        """Paint this segment's part of the group's rounded frame."""
        theme = tokens()
        painter.save()
        painter.setClipRect(self.rect())
        painter.translate(-self.pos())
        frame = QRectF(self.row.frame.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(QColor(fill))
        painter.setPen(QPen(QColor(theme.control if self.isEnabled() else theme.line), 1))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        if self.x() > 0:
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(self.x(), 1, self.x(), self.height() - 2)
        painter.restore()


class ChoiceGroup(QWidget):
    """A row of segments of which one at most is chosen.

    Arrows move, space and Enter choose, Delete and Backspace take the choice away.
    `set_value` says nothing; `changed` comes when a person, or a screen reader, chose.
    """

    changed = Signal(object)
    text_px = 15
    compact = True

    def __init__(
        self, name: str, options: Sequence[tuple[Any, str, str]], parent: QWidget | None = None
    ) -> None:
        """`options` are value, text shown, and what is said and shown as a tooltip."""
        super().__init__(parent)
        self.name = name
        self.values = [value for value, _, _ in options]
        self.segments: list[Segment] = []
        self._quiet = False
        self.frame = QWidget(self)
        row = QHBoxLayout(self.frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for _, shown, said in options:
            row.addWidget(self._segment(shown, said))
        self._lay_out()
        self._rove(0)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.frame, 0 if self.compact else 1)
        if self.compact:
            row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        ring_around(self.frame)
        for part in (self, self.frame):
            part.setAccessibleName(self.name)

    def _segment(self, shown: str, said: str) -> Segment:
        segment = Segment(shown, self)
        segment.setToolTip(said if said != shown else "")
        segment.toggled.connect(self._toggled)
        self.segments.append(segment)
        segment.setAccessibleName(self.spoken(len(self.segments) - 1, shown, said))
        return segment

    def spoken(self, index: int, shown: str, said: str) -> str:
        """Return what a screen reader says for a segment."""
        return f"{self.name}: {said or shown}"

    def value(self) -> Any:
        """Return the chosen value, None if nothing is chosen."""
        index = self.chosen()
        return None if index is None else self.values[index]

    def chosen(self) -> int | None:
        """Return the place of the chosen segment."""
        return next((i for i, s in enumerate(self.segments) if s.isChecked()), None)

    def set_value(self, value: Any) -> None:
        """Show a value without a signal; one that is not among the options clears."""
        self._quiet = True
        try:
            if value in self.values and value is not None:
                self.segments[self.values.index(value)].setChecked(True)
                self._rove(self.values.index(value))
            else:
                self._uncheck()
        finally:
            self._quiet = False

    def clear(self) -> None:
        """Take the choice away, as a person does with Delete."""
        if self.chosen() is None:
            return
        self._quiet = True
        self._uncheck()
        self._quiet = False
        self.changed.emit(self.value())

    def choose(self, index: int) -> None:
        """Choose a segment as a person does, and put focus on it."""
        self.segments[index].setChecked(True)
        self.segments[index].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def handle_key(self, segment: Segment, event: QKeyEvent) -> bool:
        """Do what a key means in a group; tell whether it meant anything."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            segment.setChecked(True)
        elif key in _STEPS:
            self._step(self.segments.index(segment) + _STEPS[key])
        else:
            return False
        return True

    def colours(self, segment: Segment) -> tuple[str, str]:
        """Return fill and text colour of a segment."""
        theme = tokens()
        if segment.isChecked():
            chosen = (theme.primary, theme.on_primary)
            return chosen if segment.isEnabled() else (theme.muted, theme.surface)
        if not segment.isEnabled():
            return theme.neutral, theme.muted
        return theme.hover if segment.underMouse() else theme.surface, theme.ink

    def paint_extra(self, painter: QPainter, segment: Segment, text: str) -> None:
        """Paint more on a segment: here, a frame in the one that has focus."""
        if not segment.hasFocus():
            return
        painter.setPen(QPen(QColor(text), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(segment.rect()).adjusted(3, 3, -3, -3), 6, 6)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _step(self, index: int) -> None:
        index %= len(self.segments)
        self.segments[index].setFocus(Qt.FocusReason.TabFocusReason)
        self._rove(index)

    def _rove(self, index: int) -> None:
        """Let Tab stop once in the group: at the chosen segment, or the one that had focus."""
        for place, segment in enumerate(self.segments):
            stop = Qt.FocusPolicy.StrongFocus if place == index else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(stop)
        if self.segments:
            self.setFocusProxy(self.segments[index])

    def _toggled(self, on: bool) -> None:
        if not on:
            return
        self._rove(self.chosen() or 0)
        if not self._quiet:
            self.changed.emit(self.value())

    def _uncheck(self) -> None:
        for segment in self.segments:
            # Qt lets no exclusive button be unchecked.
            segment.setAutoExclusive(False)
            segment.setChecked(False)
            segment.setAutoExclusive(True)
        self._rove(0)
