"""The catalogue of a standard: scales, services and their items, packages, the stair."""

from typing import Literal

from app.domain.standard_after import FollowUp
from app.domain.standard_parts import Option, Part
from app.domain.values import Extent


class ScaleLevel(Part, frozen=True, kw_only=True):
    """One level of a scale; `text` is what it means, said to the citizen.

    `letter_name` is what documents call it where `name`, which stands on a button, says too
    little. `code` names the national level that it is reported as, where one corresponds to it.
    """

    value: str
    name: str
    text: str
    letter_name: str = ""
    code: str = ""


class Scale(Part, frozen=True, kw_only=True):
    """A function scale, from most to least able.

    `chosen_areas`: the areas that matter are chosen with the citizen, the others stay open.
    """

    id: str
    name: str
    method: str
    levels: tuple[ScaleLevel, ...]
    not_assessed: str = ""
    chosen_areas: bool = False


class Item(Part, frozen=True, kw_only=True):
    """One item of a service's catalogue; `law` stands where it differs from the service's."""

    id: str
    name: str
    area: str = ""
    law: str = ""
    extent: Extent | None = None
    special_case: bool = False
    round_the_clock: bool = False
    single_grant: bool = False
    requires: str = ""
    examples: str = ""
    limits: str = ""
    hours_each: float | None = None
    max_per_year: int | None = None
    replaces: str = ""
    user_payment: str = ""
    code: str = ""


class StartRule(Part, frozen=True, kw_only=True):
    """How soon help normally starts after the provider has the decision."""

    days: int
    days_min: int | None = None
    applies: Literal["service", "small"] = "service"
    text: str = ""
    ref: str = ""
    ids: tuple[str, ...] = ()


class Service(Part, frozen=True, kw_only=True):
    """A service (ydelse) of the catalogue, with what the decision says about it.

    One that is not `visitated` is open to everybody: it is pointed to, never granted.
    `max_months` is the longest course; `follow_up` stands where it differs from the
    standard's.
    """

    id: str
    name: str
    group: str
    law: str
    purpose: str
    items: tuple[Item, ...]
    extent: Extent | None = None
    extent_text: str = ""
    time_window: tuple[str, ...] = ()
    weekdays: tuple[int, ...] = ()
    time_text: str = ""
    area_m2: float | None = None
    limits: tuple[str, ...] = ()
    exclusions: tuple[str, ...] = ()
    citizen_provides: tuple[str, ...] = ()
    user_payment: str = ""
    always_consider: str = ""
    delivery: tuple[str, ...] = ()
    starts: tuple[StartRule, ...] = ()
    visitated: bool = True
    who: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    duration_text: str = ""
    max_months: int | None = None
    start_text: str = ""
    stop_text: str = ""
    provider_text: str = ""
    places: tuple[Option, ...] = ()
    packages: tuple[str, ...] = ()
    follow_up: FollowUp | None = None
    code: str = ""
    ref: str = ""
    ids: tuple[str, ...] = ()

    def item(self, item_id: str) -> Item | None:
        """Return an item by its id."""
        return next((i for i in self.items if i.id == item_id), None)


class LevelProposal(Part, frozen=True, kw_only=True):
    """What the standard points to at given levels of an area."""

    area: str
    levels: tuple[str, ...]
    service: str
    items: tuple[str, ...]
    extent: Extent | None = None
    text: str
    ref: str = ""
    ids: tuple[str, ...] = ()


class Package(Part, frozen=True, kw_only=True):
    """A package of support (ydelsespakke), from the smallest reduction of function to the largest.

    `hours_per_week` is None where the source gives no hours.
    """

    id: str
    name: str
    text: str = ""
    hours_per_week: float | None = None
    ref: str = ""
    ids: tuple[str, ...] = ()


class OverallLevel(Part, frozen=True, kw_only=True):
    """An overall level that is proposed when an area reaches one of these levels."""

    level: str
    areas_at: tuple[str, ...]


class Overall(Part, frozen=True, kw_only=True):
    """The overall professional assessment (samlet faglig vurdering), in a scale of its own.

    `access` are the levels that give access to services with `needs_access`; `proposals`
    say which overall level the areas point to. It never decides by itself: `note` says so.
    """

    scale: Scale
    note: str
    access: tuple[str, ...] = ()
    access_text: str = ""
    proposals: tuple[OverallLevel, ...] = ()
    ref: str = ""
    ids: tuple[str, ...] = ()


class StairStep(Part, frozen=True, kw_only=True):
    """One step of the stair, from the smallest need of support to the largest."""

    id: str
    name: str
    text: str
    services: tuple[str, ...] = ()


class Stair(Part, frozen=True, kw_only=True):
    """The stair of support (indsatstrappe): the lower step is considered before the higher.

    `several` lets a citizen stand on several steps at once.
    """

    title: str
    text: str
    steps: tuple[StairStep, ...]
    several: bool = False
    ref: str = ""
    ids: tuple[str, ...] = ()
