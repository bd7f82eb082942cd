"""When a decision counts as received, and until when a complaint may come in."""

from datetime import date

from app.domain.calendar import add_days, add_working_days, next_working_day
from app.domain.national import NationalLaw
from app.domain.records import Citizen, Delivery

_DAYS_OF_WEEK = 7


def on_paper(citizen: Citizen) -> bool:
    """Tell whether letters go by physical mail: the citizen is exempt from Digital Post."""
    return citizen.digital_post == "exempt"


def presumed_receipt(delivery: Delivery, national: NationalLaw) -> date | None:
    """Return the day on which a delivery counts as received (VEJ 9533 of 2018)."""
    if delivery.sent_on is None:
        return None
    rule = next((r for r in national.receipts if r.how == delivery.how), None)
    if rule is None:
        return delivery.sent_on
    add = add_days if rule.unit == "calendar" else add_working_days
    return add(delivery.sent_on, rule.days)


def complaint_deadline(delivery: Delivery, national: NationalLaw) -> tuple[date, date] | None:
    """Return the presumed receipt and the last day for a complaint to come in.

    A last day on a weekend or holiday moves to the next working day.
    """
    receipt = presumed_receipt(delivery, national)
    if receipt is None:
        return None
    return receipt, next_working_day(add_days(receipt, national.complaint_weeks * _DAYS_OF_WEEK))
