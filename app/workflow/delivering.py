"""That an issued decision was sent or handed over: recorded once, however often it is said."""

from collections.abc import Iterable
from datetime import date

from app.domain.decision_records import Way
from app.domain.ids import derived_id, new_id
from app.domain.records import Citizen, Contact, DecisionVersion, Delivery


def delivery(
    version: DecisionVersion,
    how: Way,
    sent_on: date,
    receiver: str,
    people: Iterable[Citizen | Contact],
) -> Delivery:
    """Return the record of a delivery; of the citizen or a contact it is the same each time.

    `people` are those who may be the receiver; a name that is nobody's gets a random id, for
    an id says nothing personal.
    """
    name = receiver.strip()
    known = next((p.id for p in people if p.name.strip().casefold() == name.casefold()), "")
    made = derived_id(version.id, "delivery", how, sent_on.isoformat(), known)
    return Delivery(
        id=made if known else new_id(),
        case=version.case,
        version=version.id,
        receiver=name,
        how=how,
        sent_on=sent_on,
    )


def is_recorded(made: Delivery, earlier: Iterable[Delivery]) -> bool:
    """Tell whether the same was recorded before: to the same, the same way, the same day."""
    return any(_same(made, each) for each in earlier)


def _same(one: Delivery, other: Delivery) -> bool:
    return (
        one.version == other.version
        and one.how == other.how
        and one.sent_on == other.sent_on
        and one.receiver.casefold() == other.receiver.strip().casefold()
    )
