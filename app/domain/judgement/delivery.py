"""When a decision counts as received, and until when a complaint may come in."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from app.domain.calendar import add_days, add_working_days, next_working_day
from app.domain.decision_records import Way
from app.domain.national import NationalLaw
from app.domain.records import Citizen, Contact, Delivery

_DAYS_OF_WEEK = 7
# A decision about a representative's citizen is sent to the representative.
REPRESENTS = ("party_representative", "guardian")
# Why a letter goes on paper; "" if Digital Post finds the citizen.
Why = Literal["", "exempt", "represented", "no_cpr"]


def on_paper(citizen: Citizen) -> bool:
    """Tell whether letters go by physical mail: the citizen is exempt from Digital Post."""
    return citizen.digital_post == "exempt"


def represented_by(contacts: Iterable[Contact]) -> Contact | None:
    """Return the representative or guardian who gets the citizen's letters."""
    named = (c for c in contacts if c.gets_letters and c.name and c.role in REPRESENTS)
    return next(named, None)


def has_mailbox(citizen: Citizen) -> bool:
    """Tell whether Digital Post can find the citizen: by a CPR number, and not exempt."""
    known = citizen.cpr is not None and citizen.cpr.kind == "cpr"
    return known and not on_paper(citizen)


def why_on_paper(citizen: Citizen, contacts: Iterable[Contact]) -> Why:
    """Return why a citizen's letters go on paper, "" if they need not."""
    if on_paper(citizen):
        return "exempt"
    if represented_by(contacts) is not None:
        return "represented"
    return "" if has_mailbox(citizen) else "no_cpr"


def proposed_way(citizen: Citizen, contacts: Iterable[Contact], earlier: Iterable[Delivery]) -> Way:
    """Return how to send the next letter: as the citizen's last one went, where that can be.

    Who is exempt, has no CPR number or is represented by somebody gets letters on paper.
    """
    sent = [(d.sent_on, d.how) for d in earlier if d.sent_on and d.how]
    last = max(sent, key=lambda each: each[0])[1] if sent else ""
    if why_on_paper(citizen, contacts) and last in ("", "digital_post"):
        return "letter"
    return last or "digital_post"


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
