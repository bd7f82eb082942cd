"""Sync for the rest of the program: what is where in true numbers, and what to do about it."""

import platform
import random
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from app.errors import KnownError
from app.journal.outbox import Refused
from app.settings import load_settings
from app.sync.client import Round, sign_in
from app.sync.loop import Loop
from app.sync.provider import device_nonce
from app.sync.revoking import REVOKED
from app.sync.rounds import Enrolment, Listener, Progress, Report
from app.sync.schedule import FINAL, Schedule
from app.sync.signing import SigningKey
from app.sync.transport import Transport, make_client
from app.sync.wire import Enrol, Proof
from app.workflow.elsewhere import moved_cases
from app.workflow.lockout import lock_out
from app.workflow.seal_round import ASKED, SEAL_STEPS
from app.workflow.sealing import IDENTITY, WaitingList
from app.workflow.session import Session
from app.workflow.sync_side import SessionSide

ENROLMENT, SCHEDULE, REPORT = "sync.enrolment", "sync.schedule", "sync.report"
# A clock that is off by more is worth a word.
SKEW_WORTH_SAYING = timedelta(minutes=5)


class SyncState(msgspec.Struct, frozen=True, kw_only=True):
    """What is where, in changes unless said.

    `here_only` are on this computer only, those of `refused` actions among them; `at_hub` were
    made here and confirmed. `aside` are actions that came and could not be taken in, `moved`
    the cases that others look after now, `unsealed` the decisions that the municipality would not
    seal. `skew_s` is how far the hub's clock is ahead, in
    seconds; `trouble` why the last round failed.
    """

    enrolled: bool
    url: str = ""
    user_name: str = ""
    here_only: int = 0
    at_hub: int = 0
    refused: tuple[Refused, ...] = ()
    aside: int = 0
    blobs_up: int = 0
    blobs_down: int = 0
    conflicts: int = 0
    moved: tuple[str, ...] = ()
    unsealed: int = 0
    last_success: datetime | None = None
    next_attempt: datetime | None = None
    trouble: KnownError | None = None
    skew_s: int = 0

    @property
    def clock_is_off(self) -> bool:
        """Tell whether this computer's clock, or the hub's, should be looked at."""
        return abs(self.skew_s) > SKEW_WORTH_SAYING.total_seconds()


def enrolment(session: Session) -> Enrolment | None:
    """Return which hub this computer belongs to."""
    kept = session.store.local.get(ENROLMENT)
    return msgspec.json.decode(kept, type=Enrolment) if kept else None


def state(session: Session) -> SyncState:
    """Read what is where. Takes no network; some milliseconds for a year of work."""
    exchange, blobs = session.store.journal.exchange, session.store.blobs
    known, here_only = enrolment(session), exchange.unsent()
    disputed = exchange.disputed_scopes()
    kept = _schedule(session).kept
    report = _report(session)
    trouble = KnownError(kept.last_key, **kept.last_params) if kept.last_key else None
    return SyncState(
        enrolled=known is not None,
        url=known.url if known else "",
        user_name=known.user_name if known else "",
        here_only=here_only,
        at_hub=exchange.made() - here_only,
        refused=exchange.refused(),
        aside=exchange.aside(),
        blobs_up=len(blobs.owed("up")),
        blobs_down=len(blobs.owed("down")),
        conflicts=len(session.store.journal.snapshot(disputed).disputes) if disputed else 0,
        moved=moved_cases(session),
        unsealed=sum(each.refused for each in WaitingList(session.store.local).all()),
        last_success=kept.last_success,
        next_attempt=None if kept.last_key in FINAL else kept.next_attempt,
        trouble=trouble,
        skew_s=report.skew_s,
    )


def enrol(
    session: Session,
    url: str,
    code: str,
    password: str,
    name: str = "",
    prove: Callable[[Transport, str], Proof] | None = None,
) -> Enrolment:
    """Let a hub take this computer in, by the code of who runs it and the user's password.

    Without a password, `prove` shows who the user is, asked with a nonce that is tied to this
    computer. `name` is what the user calls the computer. Another hub than the one before is
    offered everything. Raises KnownError "sync.…" and "hub.…"; nothing is changed then.
    """
    key = SigningKey.make()
    hub = connect(session, url)
    try:
        hello = hub.hello()
        wanted = Enrol(
            code=code.strip(),
            password=password,
            key=key.public,
            name=name or platform.node() or "computer",
            program=_program(),
            proof=prove(hub, device_nonce(hello.hub, key.public)) if prove else None,
        )
        enrolled = hub.enrol(wanted)
    finally:
        hub.close()
    if (enrolled.hub, enrolled.key) != (hello.hub, hello.key):
        raise KnownError("sync.not_a_hub")
    made = Enrolment(
        url=url,
        device=enrolled.device,
        user=enrolled.user,
        user_name=enrolled.user_name,
        hub=enrolled.hub,
        hub_key=enrolled.key,
        private=key.save(),
    )
    _keep_enrolment(session, made)
    return made


def _keep_enrolment(session: Session, made: Enrolment) -> None:
    before = session.store.local.get("sync.hub")
    if before and before != made.hub:
        session.store.journal.exchange.offer_again()
    session.store.local.set("sync.hub", made.hub)
    session.store.local.set_all({SCHEDULE: "", ASKED: ""})
    session.store.local.set(ENROLMENT, msgspec.json.encode(made).decode())


def leave(session: Session) -> bool:
    """Forget the hub and this computer's keys for it; all that is here stays.

    Returns whether the hub could be told: if not, it lists the computer until somebody
    revokes it there. Takes the network, at most some seconds.
    """
    known = enrolment(session)
    told = known is not None and _say_goodbye(session, known)
    for name in (ENROLMENT, SCHEDULE, REPORT, ASKED, IDENTITY):
        session.store.local.set(name, "")
    return told


def _say_goodbye(session: Session, known: Enrolment) -> bool:
    try:
        with closing(connect(session, known.url)) as hub:
            sign_in(hub, known, SigningKey.load(known.private))
            hub.leave()
    except KnownError:
        return False
    return True


def try_again(session: Session, action: str) -> None:
    """Offer a refused action to the hub again, with the next round."""
    session.store.journal.exchange.offer_again(action)


def sync_now(
    session: Session,
    listener: Listener = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Report:
    """Do one round here and now; raises KnownError for what stopped it, once it is noted."""
    syncing = Syncing(session, listener)
    schedule = _schedule(session)
    try:
        report = syncing.round(cancelled, asked=True)
    except KnownError as error:
        schedule.failed(error, session.clock())
        session.store.local.set(SCHEDULE, schedule.text())
        raise
    finally:
        syncing.disconnect()
    schedule.succeeded(session.clock())
    session.store.local.set(SCHEDULE, schedule.text())
    return report


class Syncing:
    """Keeps a session and its hub together, in the background, from unlocking to locking.

    `listener` hears how far a round has come, `told` what the user should know, `ended` that
    a round ended: all on the loop's thread. `chance` is what jitters the waits.
    """

    def __init__(
        self,
        session: Session,
        listener: Listener = lambda _: None,
        told: Callable[[KnownError], None] = lambda _: None,
        ended: Callable[[Report | KnownError], None] = lambda _: None,
        chance: random.Random | None = None,
    ) -> None:
        self._session = session
        self._listener = listener
        self._told = told
        self._ended = ended
        self._chance = chance
        self._hub: Transport | None = None
        self._loop: Loop | None = None
        self._one = threading.Lock()
        self._asked = False

    def start(self) -> None:
        """Begin the background loop if the computer is enrolled; the session's end stops it."""
        if self._loop is not None or enrolment(self._session) is None:
            return
        local = self._session.store.local
        self._loop = Loop(
            self.round,
            _schedule(self._session, self._chance),
            lambda text: local.set(SCHEDULE, text),
            self._session.clock,
            told=self._told,
            ended=self._ended,
            cut=self.disconnect,
        )
        self._session.ending.append(self.stop)
        self._loop.start()

    def ask(self) -> None:
        """Do a round now, in the background."""
        if self._loop is not None:
            self._asked = True
            self._loop.ask()

    def came_online(self) -> None:
        """Do a round soon if it was the network that was missing."""
        if self._loop is not None:
            self._loop.came_online()

    def cancel(self) -> None:
        """End the round under way after its present step."""
        if self._loop is not None:
            self._loop.cancel()

    @property
    def busy(self) -> bool:
        """Tell whether a round is under way."""
        return self._loop is not None and self._loop.busy

    def stop(self) -> None:
        """End the loop; the action under way is finished first."""
        loop, self._loop = self._loop, None
        if loop is not None:
            loop.stop()
        self.disconnect()

    def disconnect(self) -> None:
        """Let go of the connection."""
        hub, self._hub = self._hub, None
        if hub is not None:
            hub.close()

    def round(
        self, cancelled: Callable[[], bool] = lambda: False, *, asked: bool = False
    ) -> Report:
        """Do one round; raises KnownError for what stopped it.

        One that somebody `asked` for offers again what was refused; others do once a day.

        A computer that the hub has revoked is locked for good, and what it has not sent is
        parked: "sync.parked". Without the hub's signature nothing is touched: "sync.unproven".
        """
        with self._one:
            known = enrolment(self._session)
            if known is None:
                raise KnownError("sync.not_enrolled")
            self._hub = hub = self._hub or connect(self._session, known.url)
            side = SessionSide(self._session)
            clock, listener = self._session.clock, self._listen
            asked, self._asked = asked or self._asked, False
            one = Round(side, hub, known, clock, listener, cancelled, asked)
            try:
                report = one.run()
                for step in () if report.cancelled else SEAL_STEPS:
                    if step(self._session, hub):
                        report = one.run()
            except KnownError as error:
                if error.key == REVOKED:
                    raise lock_out(self._session, hub, known, error) from error
                raise
            finally:
                _keep_report(self._session, one.report)
            return report

    def _listen(self, progress: Progress) -> None:
        self._listener(progress)


def connect(session: Session, url: str) -> Transport:
    """Return a way to the hub at an address; KnownError "sync.bad_address" and the like."""
    ca_file = load_settings(session.store.folder).ca_file
    return Transport(make_client(url, Path(ca_file) if ca_file else None), session.clock)


def _schedule(session: Session, chance: random.Random | None = None) -> Schedule:
    every = timedelta(minutes=load_settings(session.store.folder).sync_every_min)
    kept = session.store.local.get(SCHEDULE) or ""
    return Schedule(kept, every, chance or random.Random())  # noqa: S311 - jitter, no secret


def _report(session: Session) -> Report:
    try:
        return msgspec.json.decode(session.store.local.get(REPORT) or "{}", type=Report)
    except msgspec.MsgspecError:  # a newer program's
        return Report()


def _keep_report(session: Session, report: Report) -> None:
    text = msgspec.json.encode(report).decode()
    if session.store.local.get(REPORT) != text:
        session.store.local.set(REPORT, text)


def _program() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"hjemmebesoeg {version('hjemmebesoeg')}"
    except PackageNotFoundError:
        return "hjemmebesoeg"
