"""Complaints: until when one may come in, and until when one is answered and sent on."""

from collections.abc import Iterator
from datetime import date

from app.domain.calendar import due_day
from app.domain.findings import Deadline
from app.domain.judgement.delivery import complaint_deadline
from app.domain.judgement.facts import Facts
from app.domain.judgement.words import texts
from app.domain.records import Complaint
from app.domain.standard import DeadlineRule

_ANSWER = "complaint_answer"
# Only a complaint over the decision goes to the board (KOG-071; DOMAIN 2.5).
_TO_BOARD = ("", "decision")
# What leaves nothing to send on: the citizen got right, or took the complaint back.
_SETTLED = ("reversed", "withdrawn")


def complaints(facts: Facts) -> Iterator[Deadline]:
    """Yield the citizen's own deadline, and those of each complaint that came in."""
    yield from _citizens(facts)
    for complaint in facts.casefile.all(Complaint):
        if complaint.received_on is not None:
            yield from _answers(complaint, complaint.received_on, facts)
            if complaint.about in _TO_BOARD:
                yield _reassessed(complaint, complaint.received_on, facts)


def _citizens(facts: Facts) -> Iterator[Deadline]:
    """Yield until when a complaint may come in: counted from the latest receipt."""
    received = [complaint_deadline(d, facts.national) for d in facts.deliveries]
    known = [pair for pair in received if pair is not None]
    if known:
        receipt, due = max(known)
        name = texts().message("deadline.complaint")
        yield Deadline(rule="complaint", name=name, due=due, counted_from=receipt)


def _answers(complaint: Complaint, received: date, facts: Facts) -> Iterator[Deadline]:
    """Yield the standard's own deadlines for an answer (KBH-182, KBH-183)."""
    for rule in facts.standard.deadlines:
        if rule.counted_from == "complaint":
            yield Deadline(
                rule=f"{_ANSWER}:{rule.id}",
                name=rule.name,
                due=rule_due(rule, received),
                counted_from=received,
                text=rule.text,
                ref=rule.ref,
                met=bool(complaint.outcome),
            )


def _reassessed(complaint: Complaint, received: date, facts: Facts) -> Deadline:
    """Return until when the decision is assessed again and the complaint sent on (RSL §§ 66-67)."""
    return Deadline(
        rule="complaint_reassessed",
        name=texts().message("deadline.complaint_reassessed"),
        due=due_day(received, weeks=facts.national.reassessment_weeks),
        counted_from=received,
        met=complaint.outcome in _SETTLED or complaint.sent_on is not None,
    )


def rule_due(rule: DeadlineRule, day: date) -> date:
    """Return the day on which a standard's deadline ends."""
    return due_day(
        day,
        days=rule.days or 0,
        weeks=rule.weeks or 0,
        months=rule.months or 0,
        unit=rule.unit,
    )
