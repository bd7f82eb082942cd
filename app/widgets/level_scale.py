"""The level of one area: big segments in one hue, last time's level as a grey dot."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from app.widgets.choice import ChoiceGroup, Segment
from app.widgets.theme import tokens
from app.widgets.tokens import contrast


class LevelScale(ChoiceGroup):
    """Chooses a level by mouse, digit or letter.

    Signals:
        changed: the level, or None when it was taken away.
        moved_on: a digit or letter set the level; the next area may take focus.
    """

    moved_on = Signal()
    text_px = 16
    compact = False

    def __init__(
        self,
        name: str,
        levels: Sequence[tuple[str, str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """`levels` are value, the short text on the segment, and what the level means."""
        self.means = [means for _, _, means in levels]
        self.previous: str | None = None
        super().__init__(name, levels, parent)

    def spoken(self, index: int, shown: str, said: str) -> str:
        """Return what a screen reader says: the area, the level, what it means, last time's."""
        words = f"{self.name}: {shown}"
        if said and said != shown:
            words += f", {said}"
        if self.previous is not None and self.values[index] == self.previous:
            words += " (" + self.tr("last time") + ")"
        return words

    def set_previous(self, value: str | None) -> None:
        """Mark last time's level with a grey dot."""
        self.previous = value
        for index, segment in enumerate(self.segments):
            said = self.means[index]
            segment.setAccessibleName(self.spoken(index, segment.shown, said))
            was = value is not None and self.values[index] == value
            note = self.tr("Level last time") if was else ""
            segment.setToolTip("\n".join(part for part in (said, note) if part))
            segment.update()

    def handle_key(self, segment: Segment, event: QKeyEvent) -> bool:
        """Set the level of a digit or letter; a held key sets once."""
        typed = event.text().upper()
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        known = [str(value).upper() for value in self.values]
        if plain and typed and typed in known:
            if not event.isAutoRepeat():
                self.choose(known.index(typed))
                self.moved_on.emit()
            return True
        return super().handle_key(segment, event)

    def colours(self, segment: Segment) -> tuple[str, str]:
        """Return the level's own fill when chosen."""
        if not segment.isChecked():
            return super().colours(segment)
        return tokens().level(self.segments.index(segment), len(self.segments))

    def paint_extra(self, painter: QPainter, segment: Segment, text: str) -> None:
        """Paint last time's dot, and where focus is."""
        super().paint_extra(painter, segment, text)
        if self.previous is None or self.values[self.segments.index(segment)] != self.previous:
            return
        fill, _ = self.colours(segment)
        grey = tokens().control
        painter.setBrush(QColor(grey if contrast(grey, fill) >= 2 else text))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(segment.width() / 2, segment.height() - 9), 2.75, 2.75)
