"""For how long the hub keeps what: a default with its reason, or what the municipality chose.

It is the municipality that answers for the data (GDPR article 5(1)(e): no longer than the
purpose needs). What is set here if nothing else is chosen, in days:

* access, five years: who has read a case must be found as long as a reading without cause
  can be punished, which is five years for offences against the rules of data protection
  (databeskyttelsesloven, section 41), and the citizen may ask for it.
* acts, of the administration, five years: they say who gave whom access, for the same reason.
* quarantine, half a year: an action that was refused still lies in the tray of the computer
  that made it; the copy here is for whoever looks into why, and outlasts a long absence.
* parked, one year: what a revoked computer had not sent exists nowhere else, so it is given
  time until somebody has looked; it is long enough for a complaint to be decided.
* contact, three months: a computer that was away for longer than a summer may be in other
  hands, and is given nothing more until somebody at the office has said that it is not.
"""

from collections.abc import Mapping

import msgspec
import sqlalchemy as sa

from app.errors import KnownError
from app.hub.tables import setting

DEFAULT_DAYS: Mapping[str, int] = {
    "quarantine": 180,
    "access": 5 * 366,
    "acts": 5 * 366,
    "parked": 365,
    "contact": 90,
}
# A log of less would let go of what somebody is about to ask for.
LEAST_DAYS = 30
_KEPT = "retention"


def kept_days(connection: sa.Connection) -> dict[str, int]:
    """Return how many days each is kept."""
    kept = connection.scalar(sa.select(setting.c.value).where(setting.c.name == _KEPT))
    return {**DEFAULT_DAYS, **msgspec.json.decode(kept or "{}", type=dict[str, int])}


def choose_days(connection: sa.Connection, what: str, days: int) -> None:
    """Keep something for so many days from now on; KnownError("hub.bad_retention")."""
    if what not in DEFAULT_DAYS or days < LEAST_DAYS:
        raise KnownError("hub.bad_retention", least=LEAST_DAYS)
    chosen = msgspec.json.encode({**kept_days(connection), what: days}).decode()
    note(connection, _KEPT, chosen)


def note(connection: sa.Connection, name: str, value: str) -> None:
    """Note a small fact of the hub, in the place of what was noted before."""
    connection.execute(sa.delete(setting).where(setting.c.name == name))
    connection.execute(sa.insert(setting), {"name": name, "value": value})
