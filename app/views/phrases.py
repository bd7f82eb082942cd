"""Short phrases that several windows say the same way."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from app.domain.cpr import masked
from app.domain.values import Cpr
from app.widgets.chips import Tone
from app.wording import short_date


def masked_number(number: str) -> str:
    """Say ten characters of a CPR number with its last part hidden."""
    return masked(Cpr(value=number)) if number else ""


def kind_name(kind: str) -> str:
    """Return what a kind of visit is called."""
    names = {
        "first": QCoreApplication.translate("Phrases", "First assessment"),
        "reassessment": QCoreApplication.translate("Phrases", "Reassessment"),
        "follow_up": QCoreApplication.translate("Phrases", "Follow-up"),
    }
    return names.get(kind, QCoreApplication.translate("Phrases", "Visit"))


def state_name(state: str) -> tuple[str, Tone]:
    """Return what a visit's state is called, and the tone of its chip."""
    names: dict[str, tuple[str, Tone]] = {
        "planned": (QCoreApplication.translate("Phrases", "Ready"), "neutral"),
        "ongoing": (QCoreApplication.translate("Phrases", "Under way"), "info"),
        "closed": (QCoreApplication.translate("Phrases", "Decided"), "ok"),
    }
    return names.get(state, names["planned"])


def interpreter_missing() -> tuple[str, Tone]:
    """Return what a visit's chip says when an interpreter is needed and none is named."""
    return QCoreApplication.translate("Phrases", "Interpreter missing"), "bad"


def moved_away() -> tuple[str, Tone]:
    """Return what the chip of a visit says whose case others look after now."""
    return QCoreApplication.translate("Phrases", "Moved"), "neutral"


def now_with(team: str) -> str:
    """Say who looks after a case that has moved."""
    if not team:
        return QCoreApplication.translate("Phrases", "Moved to another team")
    return QCoreApplication.translate("Phrases", "Moved to {team}").format(team=team)


class _Days(QObject):
    """Counts days in words; an object, because its own tr() knows one from many."""

    def over(self, days: int) -> str:
        return self.tr("%n day(s) overdue", "", days)

    def left(self, days: int) -> str:
        return self.tr("%n day(s) left", "", days)

    def due_now(self) -> str:
        return self.tr("Due today")


def days_left(days: int) -> str:
    """Say how far away a deadline is."""
    if days < 0:
        return _Days().over(-days)
    return _Days().left(days) if days else _Days().due_now()


def due_by(day: date) -> str:
    """Say when something is due: Frist ons. 25/11."""
    return QCoreApplication.translate("Phrases", "Due {day}").format(day=short_day(day))


def deadline_tone(days: int) -> Tone:
    """Return the tone of a deadline so many days away."""
    if days < 0:
        return "bad"
    return "warn" if days <= 3 else "info"


def short_day(day: date) -> str:
    """Say a day with its weekday, short: man. 23/11."""
    weekday = QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    return f"{weekday} {day.day}/{day.month}"


def day_near(day: date, today: date) -> str:
    """Say a day by its weekday, or with its year when that is not this one."""
    return short_day(day) if day.year == today.year else short_date(day)


def day_in_words(day: date) -> str:
    """Say a day with its weekday: lørdag 21. november."""
    locale = QLocale()
    weekday = locale.dayName(day.isoweekday())
    month = locale.monthName(day.month)
    if locale.language() == QLocale.Language.Danish:
        return f"{weekday.capitalize()} {day.day}. {month}"
    return f"{weekday} {day.day} {month}"
