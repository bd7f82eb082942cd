"""A month to choose a day in, as a Dane reads it: Monday first, with numbers of weeks."""

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from app.widgets.icons import icon_pixmap
from app.widgets.theme import tokens


class CalendarPopup(QCalendarWidget):
    """Goes away with Escape, or when something else is pressed."""

    def __init__(self, parent: QWidget, first_year: int, last_year: int) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setDateRange(QDate(first_year, 1, 1), QDate(last_year, 12, 31))
        self.setMinimumSize(360, 320)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the look of the moment: the calendar outlives a change of it."""
        super().showEvent(event)
        plain = QTextCharFormat()
        plain.setForeground(self.palette().text())
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, plain)
        head = QTextCharFormat()
        head.setForeground(self.palette().placeholderText())
        self.setHeaderTextFormat(head)
        self._arrow("qt_calendar_prevmonth", "back", self.tr("Month before"))
        self._arrow("qt_calendar_nextmonth", "arrow", self.tr("Next month"))

    def _arrow(self, part: str, icon: str, name: str) -> None:
        button = self.findChild(QToolButton, part)
        if button is not None:
            ratio = self.devicePixelRatioF()
            button.setIcon(QIcon(icon_pixmap(icon, tokens().ink, 20, ratio)))
            button.setAccessibleName(name)
            button.setToolTip(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
