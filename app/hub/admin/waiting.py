"""What waits for each computer, as the hub can know it: it has not seen what was never sent."""

from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from app.hub.admin.doors import Visitor
from app.hub.admin.overview import computers
from app.hub.devices import Device
from app.hub.hub import Hub
from app.hub.room import moment
from app.hub.tables import device, feed, origin, quarantine

# More than this is not counted.
MOST = 1000


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A computer and what is known of it.

    `sent` is when it last sent something; `new` are the actions of other computers that came
    for its user since it last signed in (at most MOST), `refused` those of its own that lie
    in quarantine.
    """

    device: Device
    sent: datetime | None
    new: int
    refused: int


def waiting(hub: Hub, visitor: Visitor) -> tuple[Waiting, ...]:
    """Return the computers that the visitor may see, with what waits for each."""
    seen = computers(hub, visitor)
    by_sent, by_refused = origin.c.device, quarantine.c.device
    with hub.room.reading() as connection:
        last = sa.select(by_sent, sa.func.max(origin.c.at)).group_by(by_sent)
        sent = _by_device(connection, last)
        counted = sa.select(by_refused, sa.func.count()).group_by(by_refused)
        refused = _by_device(connection, counted)
        new = {each.id: _new(connection, each) for each in seen if each.revoked is None}
    return tuple(
        Waiting(
            device=each,
            sent=moment(sent.get(each.id)),
            new=new.get(each.id, 0),
            refused=refused.get(each.id, 0),
        )
        for each in seen
    )


def _by_device(connection: sa.Connection, query: sa.Select[Any]) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.execute(query) if row[0] is not None}


def _new(connection: sa.Connection, each: Device) -> int:
    """Return how many actions of others came for the user of a computer since it was seen."""
    mine = sa.select(device.c.user, device.c.seen).where(device.c.id == each.id)
    row = connection.execute(mine).one()
    newest = sa.select(feed.c.action).where(feed.c.user == row.user, feed.c.kind == "action")
    last = newest.order_by(feed.c.number.desc()).limit(MOST).subquery()
    count = (
        sa.select(sa.func.count(sa.distinct(last.c.action)))
        .join(origin, origin.c.action == last.c.action)
        .where(origin.c.at > (row.seen or 0), origin.c.device != each.id)
    )
    return int(connection.scalar(count) or 0)
