"""A window that meets a real hub: enrolled, and a round done to its end."""

import msgspec

from app.tour.stage import settle, wait_until
from app.views.main_window import MainWindow
from app.workflow import syncing
from app.workflow.session import Session
from tests.sync.laptops import PASSWORD, Office


def find_again(session: Session, office: Office) -> None:
    """Let a computer that was enrolled find its hub where it is served now."""
    known = syncing.enrolment(session)
    assert known is not None
    moved = msgspec.structs.replace(known, url=office.url)
    session.store.local.set(syncing.ENROLMENT, msgspec.json.encode(moved).decode())


def enrol(main: MainWindow, office: Office) -> None:
    """Enrol the computer before the window's loop begins, and do the first round.

    One that has met the office already (`met`) goes on from there.
    """
    if syncing.enrolment(main.session) is None:
        syncing.enrol(main.session, office.url, office.hub.devices.invite("vera"), PASSWORD)
    main.sync.watch.begin()
    wait_for_rounds(main)


def wait_for_rounds(main: MainWindow) -> None:
    """Wait until nothing is under way, and everything is counted."""
    watch = main.sync.watch
    wait_until(lambda: watch.state is not None and watch.state.last_success is not None)
    wait_until(lambda: not watch.busy and watch.progress is None)
    settle(main)


def fetch(main: MainWindow) -> None:
    """Do one round by the button's way, to its end."""
    ended: list[object] = []
    main.sync.watch.progressed.connect(lambda p: ended.append(p) if p is None else None)
    main.sync.watch.ask()
    wait_until(lambda: bool(ended))
    wait_for_rounds(main)
