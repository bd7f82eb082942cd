"""Whether there is a network, as the system says; nothing where it does not."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtNetwork import QNetworkInformation

Reach = QNetworkInformation.Reachability
# From nothing to the whole world; a way that is unknown is no way.
_ORDER = (Reach.Unknown, Reach.Disconnected, Reach.Local, Reach.Site, Reach.Online)


class Information(Protocol):
    """What the system knows of its network: QNetworkInformation, for one."""

    reachabilityChanged: SignalInstance

    def reachability(self) -> QNetworkInformation.Reachability:
        """Return how far one gets."""


class Network(QObject):
    """Watches the network, where the system tells of it.

    Signals:
        came_back: one gets farther than before, the municipality perhaps among it.
    """

    came_back = Signal()

    def __init__(self, parent: QObject | None = None, told: Information | None = None) -> None:
        """`told` is who is asked; by default the system, if it can be."""
        super().__init__(parent)
        information = told if told is not None else _of_the_system()
        self._last = information.reachability() if information is not None else Reach.Unknown
        if information is not None:
            information.reachabilityChanged.connect(self._heed)

    def _heed(self, now: QNetworkInformation.Reachability) -> None:
        farther = _ORDER.index(now) > _ORDER.index(self._last)
        self._last = now
        if farther and now != Reach.Disconnected:
            self.came_back.emit()


def _of_the_system() -> Information | None:
    QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability)
    return QNetworkInformation.instance()
