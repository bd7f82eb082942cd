"""Where names stand in a standard's file, where each must be defined, and which stand once."""

from typing import get_args

from app.domain.case_records import StayKind
from app.domain.records import Case, Relation
from app.domain.values import Quantities

BUILT_IN_SECTIONS = (
    "household",
    "request",
    "conversation",
    "assessment",
    "goals",
    "workplace",
    "consent",
    "services",
    "provider",
    "decision",
    "overall",
    "plan",
    "follow_up",
    "after",
)
SHEETS = ("free_choice", "self_chosen", "duties", "open_counselling")

# Where a name stands, and where it must be defined.
REFERENCES = (
    ("target_groups.*.unit", "units"),
    ("areas.*.group", "groups"),
    ("areas.*.services.*", "services"),
    ("areas.*.items.*", "services.items"),
    ("areas.*.code", "codes"),
    ("services.*.group", "groups"),
    ("services.*.law", "laws"),
    ("services.*.time_window.*", "times_of_day"),
    ("services.*.items.*.area", "areas"),
    ("services.*.items.*.law", "laws"),
    ("services.*.items.*.code", "codes"),
    ("level_proposals.*.area", "areas"),
    ("level_proposals.*.service", "services"),
    ("level_proposals.*.items.*", "services.items"),
    ("level_proposals.*.levels.*", "scale.levels"),
    ("deadlines.*.group", "groups"),
    ("rules.*.level", "scale.levels"),
    ("rules.*.levels.*", "scale.levels"),
    ("rules.*.area", "areas"),
    ("rules.*.service", "services"),
    ("rules.*.services.*", "services"),
    ("rules.*.item", "services.items"),
    ("rules.*.items.*", "services.items"),
    ("rules.*.except_items.*", "services.items"),
    ("rules.*.unless_items.*", "services.items"),
    ("rules.*.points.*", "workplace.points"),
    ("rules.*.purposes.*", "consents"),
    ("workplace.points.*.services.*", "services"),
    ("workplace.points.*.items.*", "services.items"),
    ("provider.free_choice_law", "laws"),
    ("provider.self_chosen_law", "laws"),
    ("consents.*.law", "laws"),
    ("services.*.packages.*", "packages"),
    ("services.*.code", "codes"),
    ("scale.levels.*.code", "codes"),
    ("overall.scale.levels.*.code", "codes"),
    ("stair.steps.*.services.*", "services"),
    ("overall.access.*", "overall.levels"),
    ("overall.proposals.*.level", "overall.levels"),
    ("overall.proposals.*.areas_at.*", "scale.levels"),
    ("sections.*.questions.*.services.*", "services"),
    ("deadlines.*.service", "services"),
    ("documents.action_plan_law", "laws"),
    ("rules.*.overall.*", "overall.levels"),
    ("rules.*.groups.*", "groups"),
    ("rules.*.section", "sections"),
    ("rules.*.question", "questions"),
)
DEFINED = {
    "units": "units.*.id",
    "groups": "groups.*.id",
    "services": "services.*.id",
    "services.items": "services.*.items.*.id",
    "codes": "codes.*.id",
    "laws": "laws.*.id",
    "times_of_day": "times_of_day.*.value",
    "areas": "areas.*.id",
    "scale.levels": "scale.levels.*.value",
    "workplace.points": "workplace.points.*.id",
    "consents": "consents.*.id",
    "packages": "packages.*.id",
    "overall.levels": "overall.scale.levels.*.value",
    "sections": "sections.*.id",
    "questions": "sections.*.questions.*.id",
}
UNIQUE = (
    *(pattern for target, pattern in DEFINED.items() if target not in ("laws", "questions")),
    "target_groups.*.id",
    "requesters.*.value",
    "stair.steps.*.id",
    "rules.*.id",
    "reasons.*.id",
    "deadlines.*.id",
    "passages.*.id",
    "complaint.*.id",
    "enclosures.*.id",
    "sheets.*.id",
)
UNIQUE_INSIDE = (
    ("sections.*", "questions.*.id"),
    ("sections.*.questions.*", "options.*.value"),
    ("sheets.*", "passages.*.id"),
    ("provider", "municipal.*.id"),
    ("provider", "private.*.id"),
)
# What a rule may name of the records, beside what the file itself defines.
RECORDS = (
    ("rules.*.relations.*", tuple(v for v in get_args(Relation) if v)),
    ("rules.*.quantity", Quantities.__struct_fields__),
    ("rules.*.field", Case.__struct_fields__),
    ("rules.*.stays.*", tuple(v for v in get_args(StayKind) if v)),
)
# Patterns of a service's owner, of the items that must be its own.
OWN_ITEMS = (
    ("level_proposals.*", "service", "items.*"),
    ("rules.*", "service", "items.*"),
    ("rules.*", "service", "item"),
    ("rules.*", "service", "except_items.*"),
    ("rules.*", "service", "unless_items.*"),
    ("areas.*", "services.*", "items.*"),
    ("workplace.points.*", "services.*", "items.*"),
)
# Whole numbers of at least one, and measures above nothing.
_FOLLOW_UP = (
    "max_months",
    "after_weeks.*",
    "after_months.*",
    "then_every_months",
    "report_weeks_before",
)
COUNTS = (
    *(f"follow_up.{key}" for key in _FOLLOW_UP),
    *(f"services.*.follow_up.{key}" for key in _FOLLOW_UP),
    "approval.interval_months",
    "services.*.max_months",
    "services.*.starts.*.days",
    "services.*.items.*.max_per_year",
    "deadlines.*.days",
    "deadlines.*.weeks",
    "deadlines.*.months",
    "rules.*.age_under",
    "rules.*.age",
    "rules.*.days",
    "rules.*.count",
    "rules.*.months",
    "workplace.reviews.*.months",
    "consents.*.expires_months",
)
AMOUNTS = (
    "packages.*.hours_per_week",
    "services.*.area_m2",
    "services.*.items.*.hours_each",
    "rules.*.limit",
)
# What a kind of rule speaks of: the table or key to name, and what must be found there.
NEEDS: dict[str, tuple[tuple[str, str, object], ...]] = {
    "overall_access": (("overall", "overall", None), ("overall.access", "overall.access.*", None)),
    "stair_order": (("stair", "stair.steps.*", None),),
    "external_provider": (("provider.external", "provider.external", True),),
    "order_missing": (("documents.used", "documents.used.*", "order"),),
    "action_plan_offer": (("documents.used", "documents.used.*", "action_plan"),),
    "minimum_level": (("scale", "scale", None),),
    "level_limits_items": (("scale", "scale", None),),
}
# The built-in section in which a rule's finding is put right.
SECTION_FOR = {
    "overall_access": "overall",
    "stair_order": "overall",
    "action_plan_offer": "plan",
    "order_missing": "plan",
    "external_provider": "provider",
    "stay_days": "after",
    "swaps_above": "after",
    "swap_outside": "after",
}
