"""Who may read a blob: the readers of a case in which somebody named it who had it.

A blob is known by its SHA-256, and a SHA-256 is no secret: it stands in every change that
names the blob. To name one is therefore not enough. Only where a user names it who has sent
all of its bytes, or who may read it anyway, do the readers of that case get to read it.
"""

import sqlalchemy as sa

from app.hub.tables import entitled, holder, named


def may_read(connection: sa.Connection, who: str, sha256: str) -> bool:
    """Tell whether a user has a case in which a blob is named by somebody who had it."""
    query = (
        sa.select(named.c.scope)
        .join(entitled, entitled.c.scope == named.c.scope)
        .join(holder, (holder.c.sha256 == named.c.sha256) & (holder.c.user == named.c.user))
        .where(named.c.sha256 == sha256, entitled.c.user == who, sa.not_(entitled.c.left))
    )
    return connection.execute(query.limit(1)).first() is not None


def has(connection: sa.Connection, who: str, sha256: str) -> bool:
    """Tell whether a user need not send a blob: it was sent by the user, or may be read."""
    mine = (holder.c.sha256 == sha256) & (holder.c.user == who)
    held = sa.select(holder.c.user).where(mine)
    return connection.execute(held).first() is not None or may_read(connection, who, sha256)


def hold(connection: sa.Connection, who: str, sha256: str) -> None:
    """Note that a user has the bytes of a blob."""
    mine = (holder.c.sha256 == sha256) & (holder.c.user == who)
    connection.execute(sa.delete(holder).where(mine))
    connection.execute(sa.insert(holder), {"sha256": sha256, "user": who})


def name_blob(connection: sa.Connection, who: str, scope: int, sha256: str) -> None:
    """Note that a user named a blob in a scope."""
    if may_read(connection, who, sha256):
        hold(connection, who, sha256)
    mine = (named.c.sha256 == sha256) & (named.c.scope == scope) & (named.c.user == who)
    connection.execute(sa.delete(named).where(mine))
    connection.execute(sa.insert(named), {"sha256": sha256, "scope": scope, "user": who})


def forget_names(connection: sa.Connection, scope: int) -> list[str]:
    """Forget what a scope names; return the blobs that nothing names any more."""
    mine = connection.scalars(sa.select(named.c.sha256).where(named.c.scope == scope)).all()
    connection.execute(sa.delete(named).where(named.c.scope == scope))
    gone = []
    for sha256 in sorted(set(mine)):
        still = sa.select(named.c.scope).where(named.c.sha256 == sha256).limit(1)
        if connection.execute(still).first() is None:
            connection.execute(sa.delete(holder).where(holder.c.sha256 == sha256))
            gone.append(sha256)
    return gone
