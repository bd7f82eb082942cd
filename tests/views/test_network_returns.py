"""When the network comes back a round is begun soon, wherever the system tells of it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation

from app.views.main_window import MainWindow
from app.views.network import Network, Reach
from app.workflow import syncing
from tests.sync.laptops import Office
from tests.views.meeting import enrol


class System(QObject):
    """A system that tells of its network, as Qt does."""

    reachabilityChanged = Signal(QNetworkInformation.Reachability)

    def __init__(self, reach: QNetworkInformation.Reachability) -> None:
        super().__init__()
        self._reach = reach

    def reachability(self) -> QNetworkInformation.Reachability:
        return self._reach

    def become(self, reach: QNetworkInformation.Reachability) -> None:
        self._reach = reach
        self.reachabilityChanged.emit(reach)


def test_only_a_way_that_leads_farther_counts_as_coming_back() -> None:
    system, heard = System(Reach.Disconnected), list[int]()
    network = Network(told=system)
    network.came_back.connect(lambda: heard.append(len(heard)))
    for reach, count in (
        (Reach.Local, 1),
        (Reach.Site, 2),
        (Reach.Disconnected, 2),
        (Reach.Disconnected, 2),
        (Reach.Online, 3),
        (Reach.Local, 3),
        (Reach.Unknown, 3),
        (Reach.Disconnected, 3),
    ):
        system.become(reach)
        assert len(heard) == count


def test_a_system_that_tells_nothing_is_no_fault(qapp: object) -> None:
    network = Network()
    network.deleteLater()


def test_the_network_that_is_back_brings_the_next_round_near(
    main: MainWindow, office: Office
) -> None:
    enrol(main, office)
    before = main.sync.watch.state
    assert before is not None
    assert before.next_attempt is not None
    system = System(Reach.Disconnected)
    main.sync.watch_network(Network(main, system))
    system.become(Reach.Online)
    loop = main.sync.watch._syncing
    assert loop is not None
    assert loop._loop is not None
    soon = loop._loop._schedule.kept.next_attempt
    assert soon is not None
    assert soon < before.next_attempt
    assert syncing.state(main.session).trouble is None
