"""Inputs with value(), set_value() and changed: choices, dates, numbers, weekdays, extents."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.widgets.choice import ChoiceGroup
from app.widgets.date_field import DateField
from app.widgets.extent_field import ExtentField
from app.widgets.flow import FlowLayout
from app.widgets.icons import paint_icon
from app.widgets.number_field import NumberField
from app.widgets.theme import font, tokens

__all__ = [
    "DateField",
    "ExtentField",
    "MultiChoice",
    "NumberField",
    "Segments",
    "TimeOfDay",
    "WeekdayPicker",
    "YesNo",
]


class Segments(ChoiceGroup):
    """One of a few texts; the value is "" when nothing is chosen."""

    def __init__(
        self, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, [(value, text, text) for value, text in options], parent)

    def value(self) -> str:
        """Return the chosen value, "" if nothing is chosen."""
        return super().value() or ""


class YesNo(ChoiceGroup):
    """Yes, no, or not answered (None)."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        yes = QCoreApplication.translate("YesNo", "Yes")
        no = QCoreApplication.translate("YesNo", "No")
        super().__init__(name, [(True, yes, yes), (False, no, no)], parent)
        for segment in self.segments:
            segment.setMinimumWidth(72)

    def value(self) -> bool | None:
        """Return True, False, or None when not answered."""
        index = self.chosen()
        return None if index is None else index == 0


class ChipButton(QPushButton):
    """A chip that is on or off; a check mark says so beside the colour.

    Where there is no room for its text it is shortened, and the tooltip has the whole.
    """

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text.replace("&", "&&"))
        self.shown = text
        self.around = 48
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setMinimumHeight(40)
        self.setAccessibleName(f"{name}: {text}" if name else text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = round(self.fontMetrics().horizontalAdvance(self.shown) * 1.06) + self.around
        return QSize(max(56, wide), max(40, self.fontMetrics().height() + 16))

    def minimumSizeHint(self) -> QSize:
        full = self.sizeHint()
        return QSize(min(160, full.width()), full.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.width() < self.sizeHint().width():
            self.setToolTip(self.shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = tokens()
        on = self.isChecked()
        rest = theme.hover if self.underMouse() else theme.surface
        painter.setBrush(QColor(theme.tint if on else rest if self.isEnabled() else theme.neutral))
        border = theme.primary if on else theme.control if self.isEnabled() else theme.line
        painter.setPen(QPen(QColor(border), 1.5 if on else 1))
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, 8, 8)
        text = theme.muted if not self.isEnabled() else theme.primary if on else theme.ink
        painter.setFont(font(15, 600 if on else 400))
        painter.setPen(QColor(text))
        place = self.rect().adjusted(22 if on else 0, 0, 0, 0)
        room = place.width() - 12
        shown = painter.fontMetrics().elidedText(self.shown, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
        if on:
            paint_icon(painter, "check", text, QRectF(12, (self.height() - 16) / 2, 16, 16))


class MultiChoice(QWidget):
    """Any number of values as chips, in the order of the options."""

    changed = Signal(object)

    def __init__(
        self, name: str, options: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name = name
        self.values: list[str] = []
        self.chips: list[ChipButton] = []
        self.kept: tuple[str, ...] = ()
        self._quiet = False
        self.flow = FlowLayout(self, 8)
        self.setAccessibleName(name)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Replace the options; values that are chosen stay chosen."""
        chosen = self.value()
        for chip in self.chips:
            self.flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.values = [value for value, _ in options]
        self.chips = [ChipButton(text, self.name) for _, text in options]
        for chip in self.chips:
            chip.toggled.connect(self._toggled)
            self.flow.addWidget(chip)
        if self.chips:
            self.setFocusProxy(self.chips[0])
        self.set_value(chosen)

    def value(self) -> tuple[str, ...]:
        """Return the chosen values; those that are no longer offered are kept last."""
        pairs = zip(self.values, self.chips, strict=True)
        return tuple(value for value, chip in pairs if chip.isChecked()) + self.kept

    def set_value(self, value: Sequence[str] | None) -> None:
        """Show values without a signal."""
        chosen = tuple(value or ())
        self._quiet = True
        for known, chip in zip(self.values, self.chips, strict=True):
            chip.setChecked(known in chosen)
        self.kept = tuple(v for v in chosen if v not in self.values)
        self._quiet = False

    def _toggled(self, _on: bool) -> None:
        if not self._quiet:
            self.changed.emit(self.value())


TimeOfDay = MultiChoice


class WeekdayPicker(QWidget):
    """Any of the seven days; 0 is Monday."""

    changed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        days = (
            (self.tr("Mo"), self.tr("Monday")),
            (self.tr("Tu"), self.tr("Tuesday")),
            (self.tr("We"), self.tr("Wednesday")),
            (self.tr("Th"), self.tr("Thursday")),
            (self.tr("Fr"), self.tr("Friday")),
            (self.tr("Sa"), self.tr("Saturday")),
            (self.tr("Su"), self.tr("Sunday")),
        )
        self.choice = MultiChoice(name, [(str(i), short) for i, (short, _) in enumerate(days)])
        for chip, (_, said) in zip(self.choice.chips, days, strict=True):
            chip.around = 38  # a week stands on one line
            chip.setAccessibleName(f"{name}: {said}")
            chip.setToolTip(said)
        self.choice.changed.connect(lambda _: self.changed.emit(self.value()))
        column.addWidget(self.choice)
        self.setAccessibleName(name)
        self.setFocusProxy(self.choice)

    def value(self) -> tuple[int, ...]:
        """Return the chosen days, Monday first."""
        return tuple(int(day) for day in self.choice.value())

    def set_value(self, value: Sequence[int] | None) -> None:
        """Show days without a signal."""
        self.choice.set_value(tuple(str(day) for day in value or () if 0 <= day <= 6))
