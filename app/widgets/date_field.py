"""A date typed as a Dane writes it, or chosen in a calendar."""

import re
from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QWidget

from app.widgets.buttons import icon_button
from app.widgets.fields import opens_by_key
from app.widgets.typed_field import TypedField

_RELATIVE = {"i dag": 0, "idag": 0, "i morgen": 1, "imorgen": 1, "i går": -1, "igår": -1}
_RELATIVE |= {"today": 0, "tomorrow": 1, "yesterday": -1}
_PARTS = re.compile(
    r"(\d{1,2})\s*[./\-\s]\s*(\d{1,2})(?:\s*[./\-\s]\s*(\d{4}|\d{2}))?\.?", re.ASCII
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_SOLID = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1850, 2199


def read_date(text: str, today: date) -> date | None:
    """Read a date as Danes type it: 23/11-2026, 23.11.26, 23112026, 23/11, i dag.

    Two digits of a year mean the year within 80 years back and 19 ahead. No year means
    this year. Raises ValueError when the text names no day that exists.
    """
    words = " ".join(text.lower().split())
    if not words:
        return None
    if words in _RELATIVE:
        return today + timedelta(days=_RELATIVE[words])
    if iso := _ISO.fullmatch(words):
        return _existing(int(iso[1]), int(iso[2]), int(iso[3]))
    parts = _PARTS.fullmatch(words) or _SOLID.fullmatch(words)
    if parts is None:
        raise ValueError(text)
    return _existing(_year(parts[3], today), int(parts[2]), int(parts[1]))


def _year(digits: str | None, today: date) -> int:
    if digits is None:
        return today.year
    if len(digits) == 4:
        return int(digits)
    year = today.year - today.year % 100 + int(digits)
    return year - 100 if year > today.year + 19 else year


def _existing(year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(year)
    return date(year, month, day)


def write_date(day: date | None) -> str:
    """Write a date in figures: 23/11-2026."""
    return "" if day is None else f"{day.day}/{day.month}-{day.year}"


class DateField(TypedField):
    """A date or None. An impossible one is said under the field, and stays as typed.

    Signals:
        changed: the date that was typed or chosen, None when the field was emptied.
    """

    changed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, self.tr("d/m-yyyy"), parent)
        self._value: date | None = None
        self.edit.setMaxLength(40)
        self.edit.setMinimumWidth(130)
        said = self.tr("Choose {name} in a calendar").format(name=name)
        self.button = icon_button("calendar", said)
        self.line.setSpacing(4)
        self.line.addWidget(self.button)
        self.calendar: QCalendarWidget | None = None
        self.edit.textEdited.connect(self._typed)
        self.edit.installEventFilter(self)
        self.button.clicked.connect(self.open_calendar)

    def today(self) -> date:
        """Return the day that "i dag" means."""
        return date.today()

    def value(self) -> date | None:
        """Return the last date that was right; None if there is none."""
        return self._value

    def set_value(self, value: date | None) -> None:
        """Show a date without a signal. What is being typed is left alone."""
        if self.has_error() and value == self._value:
            return
        self._value = value
        self.edit.setText(write_date(value))
        self.say("")

    def open_calendar(self) -> None:
        """Show the calendar under the field, with focus in it."""
        calendar = self.calendar or self._make_calendar()
        day = self._value or self.today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.move(self.edit.mapToGlobal(QPoint(0, self.edit.height() + 4)))
        calendar.show()
        calendar.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return opens_by_key(event) or super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _make_calendar(self) -> QCalendarWidget:
        from app.widgets.calendar_popup import CalendarPopup

        calendar = CalendarPopup(self, FIRST_YEAR, LAST_YEAR)
        calendar.setAccessibleName(self.button.accessibleName())
        calendar.activated.connect(self._picked)
        calendar.clicked.connect(self._picked)
        self.calendar = calendar
        return calendar

    def _picked(self, day: QDate) -> None:
        if self.calendar is not None:
            self.calendar.hide()
        self._take(date(day.year(), day.month(), day.day()))
        self.edit.setFocus()

    def _typed(self, text: str) -> None:
        """Take away an old error as soon as the text is right or empty."""
        if not self.has_error():
            return
        try:
            read_date(text, self.today())
        except ValueError:
            return
        self.say("")

    def finish(self) -> None:
        """Read the date; an impossible one is said."""
        text = self.edit.text()
        try:
            day = read_date(text, self.today())
        except (ValueError, OverflowError):
            self.say(self.tr("There is no such date. Write it as 23/11-2026."))
            return
        self.say("")
        self._take(day)

    def _take(self, day: date | None) -> None:
        self.say("")
        self.edit.setText(write_date(day))
        if day != self._value:
            self._value = day
            self.changed.emit(day)
