"""Where in the visit something is put right: sections by their built-in ids, and fields."""

from app.domain.casefile import CaseFile, FieldKey
from app.domain.findings import Anchor
from app.domain.records import ENTITY_OF, Answer, Record

HOUSEHOLD = "household"
REQUEST = "request"
CONVERSATION = "conversation"
ASSESSMENT = "assessment"
GOALS = "goals"
WORKPLACE = "workplace"
CONSENT = "consent"
SERVICES = "services"
PROVIDER = "provider"
DECISION = "decision"
OVERALL = "overall"
PLAN = "plan"
FOLLOW_UP = "follow_up"
AFTER = "after"

# What is put right here is worked with after the decision: it never waits for it.
TASKS = (PLAN, FOLLOW_UP, AFTER)

# The section that shows each entity's fields, for what is anchored by its field alone.
SECTION_OF = {
    "citizen": HOUSEHOLD,
    "household_member": HOUSEHOLD,
    "contact": HOUSEHOLD,
    "case": HOUSEHOLD,
    "request": REQUEST,
    "applied_need": REQUEST,
    "answer": CONVERSATION,
    "assessment": ASSESSMENT,
    "overall_assessment": OVERALL,
    "goal": GOALS,
    "workplace_check": WORKPLACE,
    "workplace_item": WORKPLACE,
    "attachment": WORKPLACE,
    "consent": CONSENT,
    "grant": SERVICES,
    "departure": SERVICES,
    "provider_choice": PROVIDER,
    "follow_up": FOLLOW_UP,
    "action_plan": PLAN,
    "provider_plan": PLAN,
    "order": PLAN,
    "provider_start": AFTER,
    "swap": AFTER,
    "hospital_stay": AFTER,
    "status_report": AFTER,
    "complaint": AFTER,
    "processing_notice": AFTER,
}


def place(section: str, record: Record | None = None, field: str = "") -> Anchor:
    """Return the anchor of a field of a record, or of a section as a whole."""
    if record is None or not record.id:
        return Anchor(section=section)
    return Anchor(section=section, key=FieldKey(ENTITY_OF[type(record)], record.id, field))


def place_in(key: FieldKey, casefile: CaseFile) -> Anchor:
    """Return the anchor of a field in the section that shows it."""
    record = casefile.records.get(key.entity, {}).get(key.id)
    own = record.section if isinstance(record, Answer) else ""
    return Anchor(section=own or SECTION_OF.get(key.entity, DECISION), key=key)
