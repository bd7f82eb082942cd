"""The records of a case beside its visits and decisions: plans, orders, and what happens after."""

from datetime import date
from typing import Literal

from app.domain.record import Record


class FollowUp(Record, frozen=True, kw_only=True):
    """What a follow-up visit came to; id derived from the visit."""

    case: str = ""
    visit: str = ""
    result: Literal["", "continue", "change", "end", "reassess"] = ""
    reason: str = ""
    goals: str = ""


class ActionPlan(Record, frozen=True, kw_only=True):
    """The action plan (handleplan, serviceloven § 141): offered, voluntary, made together.

    Its four contents are purpose, effort, duration and other matters; `wish` is whether the
    citizen wants one.
    """

    case: str = ""
    offered_on: date | None = None
    wish: Literal["", "yes", "no"] = ""
    wish_reason: str = ""
    purpose: str = ""
    effort: str = ""
    duration: str = ""
    other_matters: str = ""
    responsible: str = ""
    review_on: date | None = None


class ProviderPlan(Record, frozen=True, kw_only=True):
    """The provider's plan with the citizen (pædagogisk handleplan, KER-042)."""

    case: str = ""
    service: str = ""
    made_on: date | None = None
    made_by: str = ""
    goals: str = ""
    methods: str = ""
    staff_part: str = ""
    citizen_part: str = ""
    network_part: str = ""


class Order(Record, frozen=True, kw_only=True):
    """The order (bestilling) to a provider, with the goals (KER-041)."""

    case: str = ""
    service: str = ""
    provider: str = ""
    message: str = ""
    sent_on: date | None = None
    version: str = ""


class ProviderStart(Record, frozen=True, kw_only=True):
    """How a provider began with a service: told, first contact, first visit (KBH-130, 131)."""

    case: str = ""
    service: str = ""
    provider: str = ""
    informed_on: date | None = None
    contacted_on: date | None = None
    started_on: date | None = None
    agreed: str = ""


class Swap(Record, frozen=True, kw_only=True):
    """A service swapped for another one (bytteydelse, KBH-140 to 143)."""

    case: str = ""
    swapped_on: date | None = None
    from_service: str = ""
    to_service: str = ""
    reported_by: str = ""
    note: str = ""


StayKind = Literal["", "admission", "relief", "discharge"]


class HospitalStay(Record, frozen=True, kw_only=True):
    """A stay at a hospital or the like, and the support given around it (SOR-083).

    `support_from` and `support_until` are the days of support that stand in connection with
    it; open until somebody says when it ended.
    """

    case: str = ""
    kind: StayKind = ""
    starts_on: date | None = None
    ends_on: date | None = None
    support_from: date | None = None
    support_until: date | None = None
    note: str = ""


class StatusReport(Record, frozen=True, kw_only=True):
    """The provider's status report (statusnotat) or a status meeting, before a follow-up."""

    case: str = ""
    due_on: date | None = None
    received_on: date | None = None
    meeting_on: date | None = None
    written_by: str = ""
    effect: str = ""
    goals: str = ""
    function_change: str = ""
    proposal: str = ""


class Complaint(Record, frozen=True, kw_only=True):
    """A complaint (klage): what about, when it came, who wrote it down, what came of it.

    `outcome` is what the reassessment did to the decision: upheld (fastholdt, and sent on to
    the board), partly changed, or reversed (medhold).
    """

    case: str = ""
    version: str = ""
    about: Literal["", "decision", "handling", "delivery", "staff"] = ""
    received_on: date | None = None
    how: Literal["", "written", "oral"] = ""
    taken_down_by: str = ""
    text: str = ""
    outcome: Literal["", "upheld", "partly", "reversed", "withdrawn"] = ""
    outcome_reason: str = ""
    reassessed_on: date | None = None
    sent_on: date | None = None
    board_answer_on: date | None = None
    board_answer: str = ""


class ProcessingNotice(Record, frozen=True, kw_only=True):
    """A written notice that the processing deadline is exceeded, with a new date (RSL § 3)."""

    case: str = ""
    request: str = ""
    deadline: str = ""
    reason: str = ""
    new_date: date | None = None
    sent_on: date | None = None
