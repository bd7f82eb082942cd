"""Brings heads and state up to date with changes that came from elsewhere."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import sqlalchemy as sa

from app.journal import tables
from app.journal.checking import parted_scopes, refold
from app.journal.fold import Change, Folded
from app.journal.loading import HEADS_OF_PLACES, read_changes
from app.journal.names import Names
from app.journal.touching import Touched, save_heads, save_rows

_AT_A_TIME = 500


class Arrived(NamedTuple):
    """A change that was just added to the journal, and where it belongs."""

    scope: int
    entity: str
    record: str
    change: Change


_Touched = dict[tuple[int, str, str], Touched]


def follow(connection: sa.Connection, names: Names, arrived: Sequence[Arrived]) -> None:
    """Let heads and state follow from changes that were just added.

    A change that is newer than all that stands in its record takes its place there as on the
    computer that made it: nothing that is here can have replaced it. A record of which
    something older came is made anew from all of its changes.
    """
    parted = parted_scopes(connection)
    here = [each for each in arrived if each.scope not in parted]
    touched = {each[:3]: Touched(each.record, Folded(each.entity)) for each in here}
    _read_heads(connection, names, touched)
    anew = _elsewhere(connection, here, touched) | _apply(here, touched)
    done = [(key[0], each) for key, each in touched.items() if each.record not in anew]
    save_heads(connection, names, done)
    save_rows(connection, done)
    refold(connection, names, anew)


def _read_heads(connection: sa.Connection, names: Names, touched: _Touched) -> None:
    places = sorted({(scope, record) for scope, _, record in touched})
    for start in range(0, len(places), _AT_A_TIME):
        some = places[start : start + _AT_A_TIME]
        for head in read_changes(connection, names, HEADS_OF_PLACES, places=some):
            mine = touched.get((head.scope, head.entity, head.record))
            if mine is not None:
                mine.folded.add(head)
    for each in touched.values():
        each.is_new = not any(each.folded.heads.values())


def _elsewhere(connection: sa.Connection, here: Sequence[Arrived], touched: _Touched) -> set[str]:
    """Return the records that seem new, but are known: they came in another scope than theirs."""
    came = Counter(each.record for each in here)
    scopes = Counter(record for _, record in {(each.scope, each.record) for each in here})
    found = {record for record, count in scopes.items() if count > 1}
    fresh = sorted({each.record for each in touched.values() if each.is_new})
    table = tables.change
    for start in range(0, len(fresh), _AT_A_TIME):
        mine = table.c.record.in_(fresh[start : start + _AT_A_TIME])
        counts = sa.select(table.c.record, sa.func.count()).where(mine).group_by(table.c.record)
        found |= {row[0] for row in connection.execute(counts) if row[1] > came[row[0]]}
    return found


def _apply(here: Sequence[Arrived], touched: _Touched) -> set[str]:
    """Apply what can be; return the records of which something is not newer than all else."""
    anew: set[str] = set()
    for each in sorted(here, key=lambda a: (a.change.order, a.change.ref)):
        mine = touched[each[:3]]
        if each.change.order <= mine.folded.newest():
            anew.add(each.record)
        else:
            mine.apply(each.change)
    return anew
