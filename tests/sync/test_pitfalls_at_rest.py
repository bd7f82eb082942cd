"""What locking means for a round under way, and what of a user's day is kept nowhere."""

import threading
from queue import SimpleQueue

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.hub.tables import access
from app.journal.changes import Write
from app.sync.rounds import Progress
from app.workflow.syncing import Syncing
from tests.sync.laptops import Laptop

SOON_S = 60
MANY = 700
FIELDS = ("own_words", "observation")


def test_locked_screen(laptop: Laptop, other: Laptop) -> None:
    vera, record = other.new_case(), new_id()
    keys = [FieldKey("assessment", record, field) for field in FIELDS]
    for number in range(MANY):
        writes = [Write(key, f"{number} ord") for key in keys]
        other.store.journal.append(vera.scope, writes, actor="Vera")
    other.sync()
    steps = SimpleQueue[Progress]()
    Syncing(laptop.session, steps.put).start()
    steps.get(timeout=SOON_S)
    laptop.unlock()
    assert not any(thread.name == "sync" for thread in threading.enumerate())
    assert laptop.store.journal.verify() == ()
    came = laptop.store.journal.snapshot([vera.scope]).records.get("assessment", {}).get(record)
    assert came is None or came.own_words == came.observation
    laptop.sync()
    assert laptop.scribe(vera.scope).value(record) == f"{MANY - 1} ord"


def test_audit_is_not_surveillance() -> None:
    """The hub notes who saw which case when, on which computer and why: no more than that."""
    noted = {"number", "at", "day", "user", "device", "what", "scope", "why"}
    assert set(access.c.keys()) == noted
