"""Lets a form be painted before the lists of people below its first fields are built."""

from PySide6.QtCore import QTimer

from app.forms.people import RecordList
from app.forms.section import SectionForm

# Long enough for the picture, too short to be seen.
REST_AFTER_MS = 80


class Postponed:
    """The lists of a form that are not built yet; `release` builds them, once."""

    def __init__(self, form: SectionForm) -> None:
        self._lists = form.findChildren(RecordList)
        for part in self._lists:
            part.postponed = True
        QTimer.singleShot(REST_AFTER_MS, form, self.release)

    @property
    def waiting(self) -> bool:
        """Tell whether lists are still to be built."""
        return bool(self._lists)

    def release(self) -> None:
        """Build what was put off."""
        waiting, self._lists = self._lists, []
        for part in waiting:
            part.postponed = False
            if part.view is not None:
                part.load(part.view)
