"""Makes the small database that a released program leaves, kept under `released/schema-N`.

Once for each schema, by the last program that has it and before the next one is released:

    python -m tests.store.make_released

It refuses where that schema's database is kept already: what a released program wrote is never
made again by a younger one. Its one citizen is one of the demonstration's test persons.
"""

import sys
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from app.domain.casefile import FieldKey
from app.domain.values import Address, Cpr, Planned
from app.journal import tables
from app.journal.journal import Write
from app.store import files
from app.store.engine import connect
from app.store.keys import DataKey
from app.store.store import Store
from tests.scribe import CHEAP, Scribe, SteppingClock

KEPT = Path(__file__).parent / "released"
OLD_PASSPHRASE = "udgivet"
CITIZEN, CASE, VISIT, ASSESSMENT = (f"{n:032x}" for n in (0xC1, 0xCA5E, 0xB1, 0xA1))
# A case that the hub keeps and this computer no longer does, and a person who was erased.
PARTED, ERASED = (f"{n:032x}" for n in (0xDEAD, 0xE1))


def make(folder: Path) -> None:
    """Leave in a new folder what a program leaves that is closed in the middle of a word."""
    clock = SteppingClock()
    store = Store.create(folder, OLD_PASSPHRASE, clock, CHEAP)
    store.local.set("profile", '{"name":"Vera","title":"Visitator","unit":"Prøve"}')
    with TemporaryDirectory() as elsewhere:
        _write_case(store, Path(elsewhere), clock)
    _part(store)
    store.close()
    store = Store.open(folder, OLD_PASSPHRASE, clock)
    Scribe(store.journal, scope=CASE).set(VISIT, "ongoing", "state", "visit")
    key = FieldKey("assessment", ASSESSMENT, "observation")
    store.pending.put(key, CASE, "Halv sætn", (), "assessment")
    store.close()
    _pack(folder, store._key)


def _write_case(store: Store, elsewhere: Path, clock: SteppingClock) -> None:
    """Write a planned visit, a dispute with another computer, and what a younger program adds."""
    address = Address(street="Testgrusgraven 99, 1. th", postcode="5970", city="Ærøskøbing")
    citizen = {"name": "Kaja Test Hansen", "cpr": Cpr(value="2103009996"), "address": address}
    _append(store, CITIZEN, [("citizen", CITIZEN, f, v) for f, v in citizen.items()])
    planned = Planned(start=datetime(2026, 11, 23, 10, 15))
    case = [
        ("case", CASE, "citizen", CITIZEN),
        ("case", CASE, "state", "open"),
        ("visit", VISIT, "case", CASE),
        ("visit", VISIT, "planned", planned),
        ("visit", VISIT, "note", "Nøglen ligger hos naboen"),
    ]
    _append(store, CASE, case)
    vera = Scribe(store.journal, scope=CASE)
    vera.set(ASSESSMENT, "Jeg kan selv", reason="fordi")
    other = Store.create(elsewhere / "other", OLD_PASSPHRASE, clock, CHEAP)
    bo = Scribe(other.journal, "Bo", CASE)
    bo.set(ASSESSMENT, "Jeg kan næsten selv")
    bo.set("5".zfill(32), "x", "name", "spaceship")
    bo.set(VISIT, "x", "of_a_younger_program", "visit")
    store.journal.exchange.receive(other.journal.exchange.outgoing())
    other.close()
    store.journal.undo(vera.set(ASSESSMENT, "Går langsomt", "observation"))


def _part(store: Store) -> None:
    """Let one case leave, which the hub has, and erase one person; the rest stays unsent."""
    for scope in (PARTED, ERASED):
        Scribe(store.journal, scope=scope).set(scope, "Prøve", "own_words")
    for parcel in store.journal.exchange.outgoing():
        store.journal.exchange.confirm(parcel.epoch, parcel.first + len(parcel.changes) - 1)
    store.journal.parting.part_with(PARTED)
    store.journal.parting.erase(ERASED)


def _append(store: Store, scope: str, fields: list[tuple[str, str, str, object]]) -> None:
    writes = [Write(FieldKey(*place), value) for *place, value in fields]
    store.journal.append(scope, writes, actor="Vera", label="Planlagt")


def _pack(folder: Path, key: DataKey) -> None:
    """Leave the database and its keys alone, as small as they go."""
    connection = connect(folder / files.DATABASE, key)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("VACUUM")
    connection.close()
    for path in folder.iterdir():
        if path.name not in (files.DATABASE, files.KEYS):
            path.unlink()


def main() -> int:
    """Make the database of this program's schema, unless it is kept."""
    folder = KEPT / f"schema-{tables.SCHEMA}"
    if folder.exists():
        print(f"{folder} is kept already", file=sys.stderr)
        return 1
    make(folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
