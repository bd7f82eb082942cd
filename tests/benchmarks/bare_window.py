"""The least a Qt program can do: one empty window; prints when it is painted, and ends."""

import json
import os
import time

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class BareWindow(QWidget):
    """An empty window that says when it was painted first."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        since = time.monotonic() - float(os.environ["HJEMMEBESOEG_STARTED"])
        print(json.dumps({"painted_ms": since * 1000}), flush=True)
        os._exit(0)


if __name__ == "__main__":
    app = QApplication([])
    window = BareWindow()
    window.resize(1366, 768)
    window.show()
    app.exec()
