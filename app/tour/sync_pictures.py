"""Pictures of what has to do with the municipality's server, with made-up states of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from app.clock import today
from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.domain.records import Assessment, Case
from app.errors import BugError, KnownError
from app.journal.changes import Write
from app.journal.exchange import Bookmark
from app.journal.outbox import Refused
from app.sync.rounds import Progress
from app.sync.wire import Found, FoundCase
from app.tour.stage import settle
from app.views.disputes_dialog import DisputesDialog, SettleDialog
from app.views.hub_search import HubSearchDialog
from app.views.main_window import MainWindow
from app.views.restore_offer import LostWindow, RestoreOffer
from app.views.sync_dialog import SyncDialog
from app.workflow.demonstration import demonstration_visit
from app.workflow.disputes import open_disputes
from app.workflow.disputes import settle as choose
from app.workflow.elsewhere import keep_names
from app.workflow.restoring import FoundBackup
from app.workflow.session import Session
from app.workflow.syncing import SyncState
from app.workflow.writing import key_of

PERSON = "in_progress"
TEAM = "Visitation Nord – ældre og sundhed"
TALL = 900
LONG_NAME = "Maximiliane Christensen-Østergaard af Nordre Strandgårdsholm"
ADDRESS = "https://hjemmebesoeg.kommunen.dk"


class Album(Protocol):
    """Where pictures are kept."""

    def keep(self, widget: QWidget, name: str) -> None:
        """Take a picture in each size."""

    def keep_once(self, widget: QWidget, name: str) -> None:
        """Take a picture of what has a size of its own; then it is gone."""


def take_sync_pictures(session: Session, main: MainWindow, album: Album) -> None:
    """Take the pictures; the session is left as it was found, but for its history."""
    _panels(session, main, album)
    _searches(session, main, album)
    _disputes(session, main, album)
    _moved(session, main, album)
    backups = [
        FoundBackup(path=Path(when), when=when, readable=n != 1) for n, when in enumerate(_BACKUPS)
    ]
    for name, found in (("lost", backups), ("lost-without-backup", [])):
        album.keep(LostWindow("database_missing", RestoreOffer(found, session.texts)), name)


_BACKUPS = ("23/11 2026 08.02", "20/11 2026 16.31", "19/11 2026 16.28")


def states(session: Session) -> dict[str, SyncState]:
    """Return a state of each kind."""
    now = session.clock()
    calm = SyncState(
        enrolled=True,
        url=ADDRESS,
        user_name="Vera Visitator",
        at_hub=4312,
        last_success=now - timedelta(minutes=7),
        next_attempt=now + timedelta(minutes=8),
    )
    return {
        "alone": SyncState(enrolled=False, here_only=318),
        "calm": calm,
        "troubled": _troubled(session, calm),
    }


def _troubled(session: Session, calm: SyncState) -> SyncState:
    now = session.clock()
    refused = tuple(
        Refused(
            action=new_id(),
            scope=_case(session).id,
            label=label,
            size=size,
            since=now - timedelta(hours=size),
            error=KnownError(key),
        )
        for label, size, key in (
            ("", 3, "hub.not_yours"),
            ("Underskrevet afgørelse", 12, "hub.unreadable"),
        )
    )
    return SyncState(
        enrolled=True,
        url=calm.url,
        user_name=LONG_NAME,
        here_only=128,
        at_hub=calm.at_hub,
        refused=refused,
        aside=2,
        blobs_up=4,
        blobs_down=11,
        conflicts=3,
        moved=(new_id(), new_id()),
        last_success=now - timedelta(days=2),
        next_attempt=now + timedelta(minutes=31),
        trouble=KnownError("sync.no_connection"),
        skew_s=-660,
    )


def _panels(session: Session, main: MainWindow, album: Album) -> None:
    for name, state in states(session).items():
        dialog = SyncDialog(session, main.sync.watch, main)
        dialog.show()
        settle(main)
        dialog.card.show_state(state)
        if state.refused:
            dialog.resize(dialog.width(), TALL)  # the tray lies below the numbers
        album.keep_once(dialog, f"sync-{name}")
    dialog = SyncDialog(session, main.sync.watch, main)
    dialog.show()
    settle(main)
    dialog.card.show_state(states(session)["calm"])
    dialog.card.show_progress(Progress(step="send", done=700, total=2000))
    album.keep_once(dialog, "sync-under-way")


def _searches(session: Session, main: MainWindow, album: Album) -> None:
    found = tuple(
        Found(
            citizen=new_id(),
            name=name,
            cpr_masked="010182-xxxx",
            cases=(FoundCase(scope=new_id(), number=number, state="open"),),
        )
        for name, number in (("Åse Ærø", "2026-7A21F0"), (LONG_NAME, "2026-11C0DE"))
    )
    for name, shown in (("hub-search", found), ("hub-search-nobody", ())):
        dialog = HubSearchDialog(session, main.sync.watch, main.background, "", main)
        dialog.text.setText("Ærø")
        dialog.show()
        dialog.take_found(shown)
        dialog.why.setText("Hun ringede i dag om sin hjælp" if shown else "")
        album.keep_once(dialog, name)


@contextmanager
def _written_differently(session: Session) -> Iterator[None]:
    """Let two have written different things, until the pictures are taken."""
    visit = demonstration_visit(PERSON, today(session.clock), session.usual_standard())
    casefile = session.casefile(visit)
    area = next(a for a in casefile.all(Assessment) if a.visit == visit and a.own_words)
    citizen = new_id()
    fields = (
        (casefile.case.id, key_of(area, "own_words"), ("Jeg går selv.", "Jeg går støttet.")),
        (casefile.case.id, key_of(casefile.case, "permanence"), ("permanent", "temporary")),
        (citizen, FieldKey("citizen", citizen, "phone"), ("11 11 11 11", "22 22 22 22")),
    )
    journal = session.store.journal
    seen = journal.snapshot([casefile.citizen.id, casefile.case.id]).heads
    name = Write(FieldKey("citizen", citizen, "name"), LONG_NAME)
    journal.append(citizen, [name], actor=session.profile.name)
    for scope, key, values in fields:
        for who, value in zip((session.profile.name, "Bo Testmand"), values, strict=True):
            journal.append(scope, [Write(key, value, seen.get(key, ()))], actor=who)
    try:
        yield
    finally:
        was = {key_of(area, "own_words"): area.own_words}
        was[key_of(casefile.case, "permanence")] = casefile.case.permanence
        for found in open_disputes(session):
            choose(session, found, was.get(found.dispute.key, ""))
        gone = Write(FieldKey("citizen", citizen, "removed"), True)
        journal.append(citizen, [gone], actor=session.profile.name)


def _disputes(session: Session, main: MainWindow, album: Album) -> None:
    empty = DisputesDialog(session, main.background, main)
    empty.show()
    settle(main)
    album.keep_once(empty, "disputes-none")
    with _written_differently(session):
        dialog = DisputesDialog(session, main.background, main)
        dialog.show()
        settle(main)
        album.keep_once(dialog, "disputes")
        alone = next(found for found in open_disputes(session) if not found.visit)
        album.keep_once(SettleDialog(session, alone, main), "dispute-settled-alone")
        main.open(demonstration_visit(PERSON, today(session.clock), session.usual_standard()))
        if main.desk is None:
            raise BugError("the demonstration's visit did not open")
        main.desk.page.show_section("household")
        album.keep(main, "40-written-differently")
        main.leave_visit()


def _case(session: Session) -> Case:
    visit = demonstration_visit(PERSON, today(session.clock), session.usual_standard())
    return session.casefile(visit).case


@contextmanager
def _moved_away(session: Session, case: Case) -> Iterator[None]:
    """Let a case be looked after by others, until the pictures are taken."""
    exchange, at = session.store.journal.exchange, session.clock()
    gone = Bookmark(hub="pictures", cursor="1", moved=(case.id,), at=at)
    exchange.receive((), gone)
    keep_names(session, {}, {case.id: TEAM})
    try:
        yield
    finally:
        back = Bookmark(hub="pictures", cursor="2", at=at)
        exchange.receive(exchange.of_scope(case.id)[:1], back)


def _moved(session: Session, main: MainWindow, album: Album) -> None:
    visit = demonstration_visit(PERSON, today(session.clock), session.usual_standard())
    with _moved_away(session, _case(session)):
        main.show_page("day")
        main.day.list.setCurrentIndex(main.day.model.index_of(visit))
        album.keep(main, "41-moved-in-the-list")
        main.open(visit)
        album.keep(main, "42-moved-visit")
        main.leave_visit()
    main.day.refresh()
