"""The rules a standard may hold: a small, closed set of typed kinds.

A rule never decides. Each hit is a finding that says what the standard says, with its
source; `needs_reason` asks for a written individual reason. `text` is the sentence shown,
with the $-placeholders that its kind `offers`. `title` and `text` are the visitator's;
`letter_title` heads the reason in the citizen's letter where no service does.
"""

from typing import ClassVar

import msgspec


class RuleBase(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"
):
    """What all kinds share; `offers` names what a sentence may hold as $name."""

    offers: ClassVar[tuple[str, ...]] = ()

    id: str
    title: str
    text: str
    ref: str
    ids: tuple[str, ...] = ()
    needs_reason: bool = True
    letter_title: str = ""


class MinimumLevel(RuleBase, frozen=True, kw_only=True, tag="minimum_level"):
    """A service is applied for or granted, and the areas it rests on are below a level.

    $service, $area, $level (the recorded level's name), $minimum. `services` empty means all.
    """

    offers = ("service", "area", "level", "minimum")

    level: str
    services: tuple[str, ...] = ()


class HouseholdCapacity(RuleBase, frozen=True, kw_only=True, tag="household_capacity"):
    """A healthy member of these relations lives at home, and these services are in play.

    $member (the relation), $services.
    """

    offers = ("member", "services")

    relations: tuple[str, ...]
    services: tuple[str, ...]


class ChildrenShare(RuleBase, frozen=True, kw_only=True, tag="children_share"):
    """A child under an age lives at home, and these services are in play.

    $age, $services.
    """

    offers = ("age", "services")

    age_under: int
    services: tuple[str, ...]


class LevelLimitsItems(RuleBase, frozen=True, kw_only=True, tag="level_limits_items"):
    """At these levels of an area the standard gives only these items of a service.

    $level, $items (granted beyond it).
    """

    offers = ("level", "items")

    area: str
    levels: tuple[str, ...]
    service: str
    items: tuple[str, ...]


class ExtentAboveDefault(RuleBase, frozen=True, kw_only=True, tag="extent_above_default"):
    """A grant is more often than the default extent of its service or items.

    $service, $extent (granted), $default.
    """

    offers = ("service", "extent", "default")

    services: tuple[str, ...] = ()


class QuantityAbove(RuleBase, frozen=True, kw_only=True, tag="quantity_above"):
    """A measure of a grant (area_m2, weight_kg, shops, supermarkets, hours) is above a limit.

    $service, $amount, $limit.
    """

    offers = ("service", "amount", "limit")

    service: str
    quantity: str
    limit: float
    items: tuple[str, ...] = ()


class ItemPerYear(RuleBase, frozen=True, kw_only=True, tag="item_per_year"):
    """An item is granted more often in a year than its `max_per_year`.

    $item, $limit.
    """

    offers = ("item", "limit")

    service: str
    item: str


class OutsideHours(RuleBase, frozen=True, kw_only=True, tag="outside_hours"):
    """A grant lies outside its service's time of day or weekdays.

    $service, $window. Items with `round_the_clock` are let through.
    """

    offers = ("service", "window")

    services: tuple[str, ...] = ()


class NotAlone(RuleBase, frozen=True, kw_only=True, tag="not_alone"):
    """A service is granted without any other help. $service. `except_items` stand alone."""

    offers = ("service",)

    service: str
    except_items: tuple[str, ...] = ()


class SpecialCase(RuleBase, frozen=True, kw_only=True, tag="special_case"):
    """An item that is for special cases is granted. $item, $service."""

    offers = ("item", "service")


class SingleGrant(RuleBase, frozen=True, kw_only=True, tag="single_grant"):
    """An item that is given as a grant of its own, once, stands with others or recurs. $item."""

    offers = ("item",)


class NeedsScheme(RuleBase, frozen=True, kw_only=True, tag="needs_scheme"):
    """An item `requires` a scheme with an approved provider that the standard does not list.

    $item, $scheme.
    """

    offers = ("item", "scheme")


class ToolsMissing(RuleBase, frozen=True, kw_only=True, tag="tools_missing"):
    """Points of the workplace check are not in order for a granted service.

    $service, $points.
    """

    offers = ("service", "points")

    service: str
    points: tuple[str, ...]


class AgeRange(RuleBase, frozen=True, kw_only=True, tag="age_range"):
    """The citizen is outside the standard's ages. $age, $age_from, $age_to."""

    offers = ("age", "age_from", "age_to")


class AgeChoice(RuleBase, frozen=True, kw_only=True, tag="age_choice"):
    """The citizen turns an age within the grant period, or is past it, and has not chosen.

    $birthday.
    """

    offers = ("birthday",)

    age: int


class ConditionElsewhere(RuleBase, frozen=True, kw_only=True, tag="condition_elsewhere"):
    """A choice on the case points to another authority: `field` of case has `value`."""

    field: str
    value: str


class ElderCareAct(RuleBase, frozen=True, kw_only=True, tag="elder_care_act"):
    """The citizen has reached pension age, or the case is routed to ældreloven.

    $pension_age. Where the act `takes_over` the standard's help, a case routed to it gets no
    letter under the standard; help that stays beside the act is only looked at once more.
    """

    offers = ("pension_age",)

    takes_over: bool = True


class Expired(RuleBase, frozen=True, kw_only=True, tag="expired"):
    """The standard's validity has run out. $valid_until, $version."""

    offers = ("valid_until", "version")


class AlwaysConsider(RuleBase, frozen=True, kw_only=True, tag="always_consider"):
    """A service is in play whose standard asks to consider something first. $consider."""

    offers = ("consider",)

    service: str
    unless_items: tuple[str, ...] = ()


class ConsentRefused(RuleBase, frozen=True, kw_only=True, tag="consent_refused"):
    """A consent was answered no: the decision is made on the existing basis. $purpose."""

    offers = ("purpose",)

    purposes: tuple[str, ...]


class WorkplaceBlocking(RuleBase, frozen=True, kw_only=True, tag="workplace_blocking"):
    """A point must be changed before help can start and has no temporary solution. $point."""

    offers = ("point",)


class OverallAccess(RuleBase, frozen=True, kw_only=True, tag="overall_access"):
    """A service is in play, and the overall level is none of those that give access to it.

    $service, $overall (the level's name), $access (the names of those that do).
    """

    offers = ("service", "overall", "access")

    services: tuple[str, ...]


class StairOrder(RuleBase, frozen=True, kw_only=True, tag="stair_order"):
    """A service on a step is in play, and a lower step was neither tried nor considered.

    $service, $step, $lower (the steps below that nobody has considered).
    """

    offers = ("service", "step", "lower")


class AnswerGiven(RuleBase, frozen=True, kw_only=True, tag="answer_given"):
    """A question of a section is answered with one of these values, and a service is in play.

    $service, $answer. `services` empty means any. A question with several answers hits once
    for each of them.
    """

    offers = ("service", "answer")

    section: str
    question: str
    values: tuple[str, ...]
    services: tuple[str, ...] = ()


class AnswerMissing(RuleBase, frozen=True, kw_only=True, tag="answer_missing"):
    """A service is in play, and a question that it asks for first is not answered.

    $service, $question. `services` empty means any.
    """

    offers = ("service", "question")

    section: str
    question: str
    services: tuple[str, ...] = ()


class LongerThan(RuleBase, frozen=True, kw_only=True, tag="longer_than"):
    """A grant runs longer than its service's `max_months`. $service, $months."""

    offers = ("service", "months")

    services: tuple[str, ...] = ()


class StayDays(RuleBase, frozen=True, kw_only=True, tag="stay_days"):
    """Support in connection with a stay goes on for more days than the standard gives.

    `stays` are kinds of HospitalStay. $stay, $days (so far), $limit.
    """

    offers = ("stay", "days", "limit")

    stays: tuple[str, ...]
    days: int


class SwapsAbove(RuleBase, frozen=True, kw_only=True, tag="swaps_above"):
    """More services were swapped than `count` within `months` months. $count, $months."""

    offers = ("count", "months")

    count: int
    months: int


class SwapOutside(RuleBase, frozen=True, kw_only=True, tag="swap_outside"):
    """A service was swapped to one of a group in which the citizen has no grant. $service."""

    offers = ("service",)

    groups: tuple[str, ...]


class ActionPlanOffer(RuleBase, frozen=True, kw_only=True, tag="action_plan_offer"):
    """A citizen below pension age gets these services, and no action plan was offered.

    With `overall` only when the overall level is one of them. $pension_age.
    """

    offers = ("pension_age",)

    services: tuple[str, ...] = ()
    overall: tuple[str, ...] = ()


class ExternalProvider(RuleBase, frozen=True, kw_only=True, tag="external_provider"):
    """A provider under agreement is chosen, and nobody has seen it in the register.

    $provider, $register (the provider rules' `listed_at`).
    """

    offers = ("provider", "register")


class OrderMissing(RuleBase, frozen=True, kw_only=True, tag="order_missing"):
    """Help is decided, and no order with its goals went to the provider. $service."""

    offers = ("service",)


Rule = (
    MinimumLevel
    | HouseholdCapacity
    | ChildrenShare
    | LevelLimitsItems
    | ExtentAboveDefault
    | QuantityAbove
    | ItemPerYear
    | OutsideHours
    | NotAlone
    | SpecialCase
    | SingleGrant
    | NeedsScheme
    | ToolsMissing
    | AgeRange
    | AgeChoice
    | ConditionElsewhere
    | ElderCareAct
    | Expired
    | AlwaysConsider
    | ConsentRefused
    | WorkplaceBlocking
    | OverallAccess
    | StairOrder
    | AnswerGiven
    | AnswerMissing
    | LongerThan
    | StayDays
    | SwapsAbove
    | SwapOutside
    | ActionPlanOffer
    | ExternalProvider
    | OrderMissing
)
