"""What is where, and how far a round has come: in sentences."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.clock import local
from app.wording import clock, short_date

if TYPE_CHECKING:  # it brings a library for the network
    from app.sync.rounds import Progress
    from app.workflow.syncing import SyncState


class SyncWords(QObject):
    """Says it in the window's language."""

    def sentence(self, state: "SyncState", now: datetime) -> str:
        """Say in one sentence what the status line says."""
        if not state.enrolled:
            return self.tr("Only on this computer")
        parts = [self._where(state)]
        if state.refused:
            parts.append(self.tr("%n refused", "", len(state.refused)))
        if state.conflicts:
            parts.append(self.tr("%n written differently", "", state.conflicts))
        sent = self.moment(state.last_success, now)
        parts.append(self.tr("Last sent {moment}").format(moment=sent) if sent else "")
        return ". ".join(filter(None, parts))

    def brief(self, state: "SyncState") -> str:
        """Say the most important of it."""
        return self._where(state) if state.enrolled else self.tr("Only on this computer")

    def progress(self, progress: "Progress") -> str:
        """Say what a round is doing, in numbers."""
        done, total = progress.done, progress.total
        match progress.step:
            case "send":
                return self._counted(self.tr("Sending changes"), done, total)
            case "receive":
                return self._counted(self.tr("Fetching changes"), done, total)
            case "blobs_up":
                return self._counted(self.tr("Sending pictures and documents"), done, total)
            case "blobs_down":
                return self._counted(self.tr("Fetching pictures and documents"), done, total)
            case "standards":
                return self.tr("Fetching quality standards")
        return self.tr("Calling the municipality's server")

    def moment(self, at: datetime | None, now: datetime) -> str:
        """Say when something was: the time alone if it was today."""
        if at is None:
            return ""
        there, today = local(at), local(now).date()
        if there.date() == today:
            return self.tr("at {time}").format(time=clock(there))
        words = self.tr("{day} at {time}")
        return words.format(day=short_date(there.date()), time=clock(there))

    def next_attempt(self, state: "SyncState", now: datetime) -> str:
        """Say when the next round is due."""
        if state.next_attempt is None:
            return self.tr("When you ask for it") if state.trouble else self.tr("Now")
        return self.tr("Now") if state.next_attempt <= now else self.moment(state.next_attempt, now)

    def clock(self, state: "SyncState") -> str:
        """Say how far the clocks are apart; nothing if it is not worth a word."""
        if not state.clock_is_off:
            return ""
        minutes = abs(state.skew_s) // 60
        if state.skew_s > 0:
            return self.tr("This computer's clock is %n minute(s) slow", "", minutes)
        return self.tr("This computer's clock is %n minute(s) fast", "", minutes)

    def seals(self, state: "SyncState") -> tuple[str, str, bool]:
        """Say how many decisions the municipality would not seal, and whether any are."""
        said = self.tr("%n decision(s), with this computer's seal only", "", state.unsealed)
        return self.tr("Not sealed by the municipality"), said, bool(state.unsealed)

    def changes(self, count: int) -> str:
        """Say a number of changes."""
        return self.tr("%n change(s)", "", count)

    def files(self, count: int) -> str:
        """Say a number of pictures and documents."""
        return self.tr("%n file(s)", "", count)

    def _where(self, state: "SyncState") -> str:
        if state.here_only:
            return self.tr("%n change(s) are on this computer only", "", state.here_only)
        if state.blobs_up:
            return self.tr(
                "%n picture(s) or document(s) are on this computer only", "", state.blobs_up
            )
        return self.tr("Everything is at the municipality's server")

    def _counted(self, what: str, done: int, total: int | None) -> str:
        if total:
            words = self.tr("{what}: {done} of {total}")
            return words.format(what=what, done=done, total=total)
        return f"{what}: {done}" if done else what
