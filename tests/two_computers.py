"""Two computers with the same cases, and what goes from one to the other."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.bootstrap import DEMONSTRATION_PASSPHRASE, open_session
from app.clock import fixed_clock, today
from app.domain.casefile import FieldKey
from app.journal.journal import Write
from app.tour.stage import PICTURE_DAY
from app.workflow.demonstration import demonstration_visit
from app.workflow.session import Profile, Session


@contextmanager
def another_computer(
    demonstration: Path, folder: Path, who: str = "Bo Testmand"
) -> Iterator[Session]:
    """Open a computer of its own that has the demonstration's cases, and another user."""
    shutil.copytree(demonstration, folder)
    session = open_session(folder, DEMONSTRATION_PASSPHRASE, fixed_clock(PICTURE_DAY))
    session.set_profile(Profile(name=who, title="Visitator", unit="Ældre"))
    try:
        yield session
    finally:
        session.close()


def visit_id(session: Session, person: str) -> str:
    """Return the visit of one of the demonstration's people."""
    return demonstration_visit(person, today(session.clock), session.usual_standard())


def carry(source: Session, target: Session, person: str) -> None:
    """Take everything about a person from one computer to the other, as the hub would."""
    for scope in source.store.overview.scopes_of_visit(visit_id(source, person)):
        parcels = source.store.journal.exchange.of_scope(scope)
        receipts = target.store.journal.exchange.receive(parcels)
        assert all(receipt.error is None for receipt in receipts)


def write(session: Session, scope: str, key: FieldKey, value: object) -> None:
    """Let the user of a computer write one field as it stands there."""
    session.store.journal.append(scope, [Write(key, value)], actor=session.profile.name)
