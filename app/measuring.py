"""How long a start takes: printed as JSON for who asked, and then the program ends."""

import json
import os
import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication


def process_start() -> float:
    """Return when this process was started, in the terms of time.monotonic()."""
    return float(os.environ.get("HJEMMEBESOEG_STARTED", time.monotonic()))


class StartTimes(QObject):
    """Notes when the window was painted and the list shown, and the longest freeze between."""

    def __init__(self, began: float, parent: QObject) -> None:
        super().__init__(parent)
        self._began = began
        self._ticked = 0.0
        self.times: dict[str, float] = {}

    def painted(self) -> None:
        """Note that the first window is painted, the first time."""
        self.times.setdefault("painted_ms", self._since_start())

    def watch_for_freezes(self) -> None:
        """Note the longest time that the window could not answer, until the list is there."""
        self._ticked = time.monotonic()
        ticks = QTimer(self)
        ticks.timeout.connect(self._tick)
        ticks.start(2)

    def report(self) -> None:
        """Print the times; the list is there now."""
        self._tick()
        self.times["list_ms"] = self._since_start()
        print(json.dumps(self.times), flush=True)
        QApplication.quit()

    def _tick(self) -> None:
        now = time.monotonic()
        gap = round((now - self._ticked) * 1000, 1)
        self.times["freeze_ms"] = max(self.times.get("freeze_ms", 0.0), gap)
        self._ticked = now

    def _since_start(self) -> float:
        return round((time.monotonic() - self._began) * 1000, 1)
