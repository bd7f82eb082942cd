"""What a standard says of the time around and after a decision: deadlines, follow-up, providers."""

from typing import Literal

from app.domain.standard_parts import Part, Unit

CountedFrom = Literal["received", "delivered", "decided", "visit", "start", "complaint"]


class DeadlineRule(Part, frozen=True, kw_only=True):
    """A deadline counted from an event of the case."""

    id: str
    name: str
    group: str = ""
    service: str = ""
    days: int | None = None
    weeks: int | None = None
    months: int | None = None
    unit: Literal["calendar", "working"] = "calendar"
    counted_from: CountedFrom = "received"
    text: str = ""
    ref: str = ""
    ids: tuple[str, ...] = ()


class FollowUp(Part, frozen=True, kw_only=True):
    """How often granted help is looked at again.

    The first times are counted from the decision, or from the start of help: `after_weeks`,
    `after_months`; later ones come every `then_every_months`. The provider's status report
    (statusnotat) is due `report_weeks_before` each of them.
    """

    max_months: int
    after_weeks: tuple[int, ...] = ()
    after_months: tuple[int, ...] = ()
    then_every_months: int | None = None
    counted_from: Literal["decided", "start"] = "decided"
    report_weeks_before: int | None = None
    report_to: str = ""
    permanent_only: bool = True
    text: str
    ref: str = ""
    ids: tuple[str, ...] = ()


class ProviderRules(Part, frozen=True, kw_only=True):
    """Free choice of provider and how it is changed.

    `external` lets a provider under agreement be named beside the municipality's own;
    `listed_at` is the national register it must stand in (Tilbudsportalen).
    """

    free_choice: bool
    self_chosen: bool
    notice_months: int = 0
    starts_on_first: bool = False
    change_text: str = ""
    free_choice_law: str = ""
    self_chosen_law: str = ""
    municipal: tuple[Unit, ...] = ()
    private: tuple[Unit, ...] = ()
    private_text: str = ""
    own_text: str = ""
    external: bool = False
    external_text: str = ""
    listed_at: str = ""
    schemes: tuple[str, ...] = ()
    ref: str = ""
    ids: tuple[str, ...] = ()


CaseDocument = Literal["order", "action_plan", "provider_plan", "status_report"]


class CaseDocuments(Part, frozen=True, kw_only=True):
    """The documents that a case under this standard is worked with, beside the decision.

    order: to the provider (bestilling), with the goals; `always_order` makes it one that
    each grant of help asks for. action_plan: § 141 handleplan, offered, voluntary.
    provider_plan: the provider's own plan with the citizen. status_report: before follow-up.
    """

    used: tuple[CaseDocument, ...] = ()
    always_order: bool = False
    action_plan_text: str = ""
    action_plan_law: str = ""
    provider_plan_text: str = ""
    status_meeting_text: str = ""
    ref: str = ""
    ids: tuple[str, ...] = ()
