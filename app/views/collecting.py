"""Python's cyclic garbage, collected in the window's thread only."""

import gc

from PySide6.QtCore import QObject, QTimer

CHECK_EVERY_MS = 1000


class Collector(QObject):
    """Takes collecting from whatever thread happens to allocate to the window's own.

    A cycle may hold widgets, and a widget that is destroyed in another thread brings the
    program down or hangs it. So the automatic collection is off while this lives.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as Python itself would."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Give collecting back to Python."""
        self._timer.stop()
        gc.enable()
