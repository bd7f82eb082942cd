"""The commands about what the hub keeps: blobs, erasures, parked work, and for how long."""

import argparse
from datetime import datetime

from app.clock import local
from app.hub.blob_moves import BlobMoves, Count
from app.hub.hub import Hub
from app.journal.clock import from_wall
from app.texts import Texts


def blobs_move(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    """Move every blob to a place."""
    count = BlobMoves(hub.room, hub.blobs).move(options.place)
    print(texts.message("hub.blobs_moved", moved=count.whole, damaged=count.damaged))
    return _result(count)


def blobs_check(hub: Hub, _: argparse.Namespace, texts: Texts) -> int:
    """Read every blob and say how many are what they are called."""
    count = BlobMoves(hub.room, hub.blobs).check()
    print(texts.message("hub.blobs_checked", whole=count.whole, damaged=count.damaged))
    return _result(count)


def _result(count: Count) -> int:
    return 1 if count.damaged else 0


def erasure_list(hub: Hub, _: argparse.Namespace, texts: Texts) -> int:
    """List what was erased, and every computer that has not said that it did."""
    for each in hub.erasures.all():
        _line(each.scope, _at(each.at), each.why, each.confirmed, len(each.missing))
        for one in each.missing:
            out = texts.message("hub.revoked") if one.revoked else ""
            _line("", one.device, one.login, one.computer, _at(one.seen), out)
    return 0


def parked_list(hub: Hub, _: argparse.Namespace, __: Texts) -> int:
    """List what revoked computers had not sent."""
    for each in hub.parking.all():
        parts = f"{each.parts}/{each.total}"
        _line(each.id, _at(each.at), each.login, each.computer, parts, each.bytes, _at(each.taken))
    return 0


def parked_show(hub: Hub, options: argparse.Namespace, _: Texts) -> int:
    """Show what was parked; it is noted for each case."""
    for part in hub.parking.open(options.lot):
        for parcel in part.actions:
            at = _at(from_wall(parcel.wall))
            for each in parcel.changes:
                _line(at, parcel.actor, parcel.scope, each.entity, each.field, each.value or "")
        for text in part.texts:
            _line("", "", text.scope, text.entity, text.field, text.text)
        if part.sha256 and not part.start:
            _line("", "", "", "blob", "", part.sha256)
    return 0


def parked_take(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    """Take what was parked in, as if it had been sent in time."""
    done = hub.parking.take_in(options.lot)
    counts = {"stored": done.stored, "duplicate": done.duplicate, "refused": done.refused}
    print(texts.message("hub.parked_taken", **counts, blobs=done.blobs))
    return 1 if done.refused else 0


def parked_add(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    """Add a file that a revoked computer had kept."""
    hub.parking.add(options.file)
    print(texts.message("hub.parked_added"))
    return 0


def retention_list(hub: Hub, _: argparse.Namespace, __: Texts) -> int:
    """Say how many days each is kept."""
    for what, days in hub.ageing.days().items():
        _line(what, days)
    return 0


def retention_set(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    """Keep something longer or shorter from now on."""
    days = options.days if options.days.isascii() and options.days.isdigit() else "0"
    hub.ageing.choose(options.what, int(days[:6]))
    print(texts.message("hub.done"))
    return 0


def age(hub: Hub, _: argparse.Namespace, texts: Texts) -> int:
    """Let go of everything whose time is over, now."""
    print(texts.message("hub.aged", **hub.ageing.age()))
    return 0


def _line(*cells: object) -> None:
    print("\t".join(map(str, cells)))


def _at(moment: datetime | None) -> str:
    return "" if moment is None else f"{local(moment):%Y-%m-%d %H:%M}"


COMMANDS = {
    ("blobs", "move"): blobs_move,
    ("blobs", "check"): blobs_check,
    ("erasure", "list"): erasure_list,
    ("parked", "list"): parked_list,
    ("parked", "show"): parked_show,
    ("parked", "take"): parked_take,
    ("parked", "add"): parked_add,
    ("retention", "list"): retention_list,
    ("retention", "set"): retention_set,
    ("age", ""): age,
}
