"""Wires the rest together; the only module that knows every room."""

import shutil
from pathlib import Path

from app.clock import Clock, system_clock, today
from app.domain.records import Decision
from app.journal.journal import Write
from app.settings import load_settings
from app.store.keys import DataKey
from app.store.store import Store
from app.store.unlocking import Tried
from app.workflow.session import Profile, Session

# A demonstration holds made-up people only: its passphrase protects nothing.
DEMONSTRATION_PASSPHRASE = "demonstration"  # noqa: S105
FILLED_ON = "demonstration_day"
# What of an issued decision is made and not told by the demonstration.
_OF_DOCUMENTS = ("parts", "made_from", "content_hash")


def open_session(
    folder: Path, passphrase: str, clock: Clock = system_clock, tried: Tried | None = None
) -> Session:
    """Unlock this computer's store; KnownError for a wrong passphrase or a damaged file."""
    store = Store.open(folder, passphrase, clock, tried=tried)
    return Session(store, clock, load_settings(folder).language)


def open_remembered(folder: Path, clock: Clock = system_clock) -> Session:
    """Unlock this computer's store by the system's keyring."""
    store = Store.open_remembered(folder, clock)
    return Session(store, clock, load_settings(folder).language)


def open_with_key(folder: Path, key: DataKey, clock: Clock = system_clock) -> Session:
    """Open this computer's store with a key that is unlocked already."""
    store = Store.open_with(folder, lambda: key, clock)
    return Session(store, clock, load_settings(folder).language)


def create_session(
    folder: Path, passphrase: str, profile: Profile, clock: Clock = system_clock
) -> Session:
    """Make a new store for a visitator."""
    store = Store.create(folder, passphrase, clock)
    session = Session(store, clock, load_settings(folder).language)
    session.set_profile(profile)
    return session


def warm(session: Session) -> None:
    """Read what the first page needs, in the thread that unlocks: the window finds it ready."""
    from app.workflow.planning import visits_of_day

    visits_of_day(session, today(session.clock))
    session.usual_standard()
    _ = session.national


def open_demonstration(folder: Path, clock: Clock = system_clock) -> Session:
    """Open the demonstration's own store, made and filled anew when its day is past."""
    if Store.exists(folder):
        session = open_session(folder, DEMONSTRATION_PASSPHRASE, clock)
        filled_on = session.store.local.get(FILLED_ON)
        if filled_on == str(today(clock)):
            return session
        session.close()
        if filled_on is not None:
            shutil.rmtree(folder)
    return _fill(folder, clock)


def _fill(folder: Path, clock: Clock) -> Session:
    from app.workflow.demonstration import (
        demonstration_people,
        demonstration_visit,
        demonstration_visitator,
        demonstration_writes,
    )
    from app.workflow.sealing import demonstration_identity, keep_identity

    visitator = demonstration_visitator()
    profile = Profile(
        name=visitator.name,
        title=visitator.title,
        unit=visitator.unit,
        municipality=visitator.municipality,
    )
    session = create_session(folder, DEMONSTRATION_PASSPHRASE, profile, clock)
    # Noted first: a demonstration that was cut off half-way is recognised and made anew.
    session.store.local.set(FILLED_ON, "under way")
    day = today(clock)
    standard = session.usual_standard()
    keep_identity(session, demonstration_identity(standard.municipality.name, clock))
    others = {s.id: s for s in session.library.newest(day)}
    for action in demonstration_writes(day, standard, others):
        writes = [Write(key, value) for key, value in action.writes]
        session.store.journal.append(action.scope, writes, actor=profile.name)
    for person in demonstration_people():
        visit = demonstration_visit(person, day, standard)
        if session.store.overview.scopes_of_visit(visit):  # whose standard is not here is not
            _make_documents(session, visit)
    session.store.local.set(FILLED_ON, str(day))
    return session


def _make_documents(session: Session, visit: str) -> None:
    """Make the documents of the decisions that the demonstration says are issued."""
    from app.workflow.locking import Locking, issue_documents
    from app.workflow.open_visit import OpenVisit
    from app.workflow.sealing import await_seal
    from app.workflow.writing import recorded

    casefile = session.casefile(visit)
    for version in (v for v in casefile.versions if not v.parts):
        decision = casefile.get(Decision, version.decision)
        opened = OpenVisit(session, decision.visit if decision else visit)
        locking = Locking(version=version, view=opened.view, heads=opened.heads)
        made = issue_documents(session, locking)
        await_seal(session, version)
        writes = [Write(k, v) for k, v in recorded(made) if k.field in _OF_DOCUMENTS]
        session.store.journal.append(casefile.case.id, writes, actor=session.profile.name)
