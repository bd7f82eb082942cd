"""What a letter must say of sender, receiver and law, and which disputes concern it."""

from collections.abc import Iterator

from app.domain.casefile import CaseFile, Disputed
from app.domain.findings import Missing
from app.domain.judgement.facts import Facts
from app.domain.judgement.lack import hint, lack
from app.domain.judgement.people import propose_legal_basis
from app.domain.judgement.places import HOUSEHOLD, place, place_in
from app.domain.rules import ElderCareAct

# What comes after a decision, or beside it, cannot make it wrong.
_BESIDE = frozenset(
    {
        "attachment",
        "decision_version",
        "delivery",
        "task_done",
        "provider_plan",
        "order",
        "provider_start",
        "swap",
        "hospital_stay",
        "status_report",
        "complaint",
        "processing_notice",
    }
)
# Of an action plan the letter tells only that it was offered, and the answer.
_OF_PLAN = ("offered_on", "wish")
_NOT_PRINTED = frozenset(
    {
        ("citizen", "phone"),
        ("citizen", "email"),
        ("citizen", "language"),
        ("citizen", "interpreter"),
        ("citizen", "digital_post"),
        ("visit", "source"),
        ("visit", "source_key"),
        ("visit", "state"),
    }
)
# What a letter beside the decision says of more than the record that it is about.
_OF_EVERY_LETTER = frozenset({"citizen", "contact", "case", "request", "applied_need"})
_REPRESENTS = ("party_representative", "guardian")


def parties(facts: Facts) -> Iterator[Missing]:
    """Yield what is missing of the sender and of the receiver (DOMAIN 2.3, rows 1 and 2)."""
    citizen, case = facts.casefile.citizen, facts.casefile.case
    if case.unit not in {u.id for u in facts.standard.units}:
        yield lack("sender_unit", place(HOUSEHOLD, case, "unit"))
    if not citizen.name.strip():
        yield lack("name", place(HOUSEHOLD, citizen, "name"))
    if not _has_address(facts):
        yield lack("address", place(HOUSEHOLD, citizen, "address"))
    if not case.number.strip():
        yield lack("case_number", place(HOUSEHOLD, case, "number"))


def _has_address(facts: Facts) -> bool:
    citizen = facts.casefile.citizen
    address = citizen.address
    if address and address.street.strip() and address.postcode.strip():
        return True
    others = (c for c in facts.casefile.contacts if c.gets_letters and c.name.strip())
    return citizen.protected_address or any(c.role in _REPRESENTS for c in others)


def legal_basis(facts: Facts) -> Iterator[Missing]:
    """Yield what hinders a letter under the standard's law (row 7; ældreloven § 2).

    Only help that ældreloven takes over is routed: a standard says so by its rule for it.
    """
    rules = facts.standard.rules
    if not any(isinstance(rule, ElderCareAct) and rule.takes_over for rule in rules):
        return
    case = facts.casefile.case
    anchor = place(HOUSEHOLD, case, "legal_basis")
    born = facts.casefile.citizen.birth_date
    proposed = propose_legal_basis(born, facts.national, facts.today)
    if case.legal_basis == "elder_care_act":
        yield lack("elder_care_act", anchor, paragraph=facts.standard.paragraph)
    elif case.legal_basis == "unclear" or (not case.legal_basis and proposed == "elder_care_act"):
        yield lack("legal_basis_unclear", anchor)
    elif not case.legal_basis:
        yield hint("legal_basis", anchor)


def disputes(facts: Facts) -> Iterator[Missing]:
    """Yield the fields with several values that a person must settle."""
    for dispute in facts.casefile.disputes:
        say = lack if concerns_decision(dispute, facts) else hint
        yield say("dispute", place_in(dispute.key, facts.casefile))


def concerns_decision(dispute: Disputed, facts: Facts) -> bool:
    """Tell whether a disputed field belongs to what this visit's decision rests on or says."""
    key, casefile = dispute.key, facts.casefile
    if key.entity in _BESIDE or (key.entity, key.field) in _NOT_PRINTED:
        return False
    if key.entity == "action_plan" and key.field not in _OF_PLAN:
        return False
    if key.entity == "visit":
        return key.id == casefile.visit_id
    record = casefile.records.get(key.entity, {}).get(key.id)
    if record is not None and record.removed:
        return False
    owners = {
        "visit": casefile.visit_id,
        "check": casefile.workplace.id,
        "decision": casefile.decision.id if casefile.decision else "",
    }
    named = {field: getattr(record, field, "") for field in owners}
    return all(not owner or owner == owners[field] for field, owner in named.items())


def concerns_letter(dispute: Disputed, about: str, casefile: CaseFile) -> bool:
    """Tell whether a letter about a record says what is disputed, or goes to whom it concerns."""
    key = dispute.key
    record = casefile.records.get(key.entity, {}).get(key.id)
    if record is not None and record.removed:
        return False
    of_every = key.entity in _OF_EVERY_LETTER and (key.entity, key.field) not in _NOT_PRINTED
    return of_every or key.id == about
