"""Each kind of rule, one by one, on small standards made here."""

from datetime import date
from typing import Any, get_args

import msgspec
import pytest

from app.domain.casefile import CaseFile
from app.domain.findings import Finding
from app.domain.judgement import RULES
from app.domain.records import Case, Grant, WorkplaceItem
from app.domain.rules import Rule
from app.domain.standard import Standard
from app.domain.values import Extent, Level, Quantities
from tests.factories import (
    DAILY,
    FORTNIGHT,
    ONCE,
    WEEKLY,
    assessment,
    case,
    casefile,
    citizen,
    consent,
    disputed,
    findings,
    judged,
    member,
    need,
    standard,
    workplace_item,
)
from tests.factories import grant as kbh_grant


def ruled(kind: str, says: str = "", **fields: Any) -> Standard:
    """Return the small standard with one rule."""
    rule = {"kind": kind, "id": "r", "title": "T", "text": says, "ref": "1.1"}
    return standard(rules=[{**rule, **fields}])


def serving(rules: Standard, **changes: Any) -> Standard:
    """Return a standard whose cleaning is changed; `items` changes its items by id."""
    clean, shop = rules.services
    items = changes.pop("items", {})
    changed = tuple(msgspec.structs.replace(i, **items.get(i.id, {})) for i in clean.items)
    clean = msgspec.structs.replace(clean, items=changed, **changes)
    return msgspec.structs.replace(rules, services=(clean, shop))


def grant(record_id: str = "g1", **fields: Any) -> Grant:
    """Make cleaning of the small standard."""
    known: dict[str, Any] = {"standard": None, "service": "clean", "items": ("floor",)}
    return kbh_grant(record_id, **{**known, **fields})


def home(level: str, **fields: Any) -> Any:
    """Assess the small standard's one area."""
    return assessment("home", level, "lille", scale="small", **fields)


def hits(rules: Standard, *records: Any) -> list[Finding]:
    """Return the rule's hits."""
    return findings(casefile(*records), "r", rules)


def test_every_kind_of_rule_has_its_function() -> None:
    assert set(RULES) == set(get_args(Rule))


class TestMinimumLevel:
    rules = ruled("minimum_level", "$service|$area|$level|$minimum", level="b")

    def test_granted_help_below_the_level_is_found(self) -> None:
        (finding,) = hits(self.rules, grant(), home("a"))
        assert finding.text == "Rengøring|Hjemmet|Selv|Lidt"
        assert finding.id == "r:clean"
        assert finding.grant == "g1"
        assert finding.anchor.section == "assessment"
        assert finding.anchor.key
        assert finding.anchor.key.field == "level"

    def test_help_applied_for_below_the_level_is_found(self) -> None:
        (finding,) = hits(self.rules, need(service="clean"), home("a"))
        assert (finding.need, finding.grant) == ("n1", "")

    def test_help_applied_for_by_group_is_found(self) -> None:
        assert hits(self.rules, need(group="praktisk"), home("a"))

    def test_the_level_itself_is_enough(self) -> None:
        assert hits(self.rules, grant(), home("b")) == []

    def test_an_open_level_says_nothing(self) -> None:
        assert hits(self.rules, grant(), home("")) == []

    def test_a_level_of_another_scale_says_nothing(self) -> None:
        other = assessment("home", "a", "lille", scale="kbh-1-4")
        assert hits(self.rules, grant(), other) == []

    def test_an_items_own_level_counts_for_that_item(self) -> None:
        own = home("c", item_levels={"floor": Level(scale="small", value="a")})
        assert hits(self.rules, grant(items=("floor",)), own)
        assert hits(self.rules, grant(items=("stairs",)), own) == []

    def test_other_services_are_left_alone_where_the_rule_names_its_own(self) -> None:
        rules = ruled("minimum_level", level="b", services=["shop"])
        assert hits(rules, grant(), home("a")) == []

    def test_a_disputed_level_never_reaches_the_rule(self) -> None:
        area = home("")
        file = casefile(grant(), area, disputes=(disputed(area, "level", "a", "c"),))
        assert findings(file, "r", self.rules) == []


class TestHouseholdCapacity:
    rules = ruled(
        "household_capacity", "$member: $services", relations=["spouse"], services=["clean", "shop"]
    )

    def test_a_healthy_member_is_found_with_the_services_in_play(self) -> None:
        (finding,) = hits(self.rules, member(relation="spouse"), grant())
        assert finding.text == "ægtefælle: Rengøring"
        assert finding.id == "r:m1"
        assert finding.anchor.section == "household"

    @pytest.mark.parametrize(
        "fields",
        [
            {"relation": "child"},
            {"relation": "spouse", "healthy": False},
            {"relation": "spouse", "healthy": None},
            {"relation": "spouse", "lives_at_home": False},
            {"relation": "spouse", "removed": True},
        ],
    )
    def test_others_are_not_counted(self, fields: dict[str, Any]) -> None:
        assert hits(self.rules, member(**fields), grant()) == []

    def test_no_service_in_play_is_no_finding(self) -> None:
        assert hits(self.rules, member(relation="spouse")) == []


class TestChildrenShare:
    rules = ruled("children_share", "$age: $services", age_under=18, services=["clean"])

    def test_a_child_at_home_is_found(self) -> None:
        (finding,) = hits(self.rules, member(relation="child", birth_year=2015), grant())
        assert finding.text == "11: Rengøring"

    def test_whoever_may_still_be_a_child_is_one(self) -> None:
        assert hits(self.rules, member(relation="child", birth_year=2008), grant())
        assert hits(self.rules, member(relation="child", birth_year=2007), grant()) == []

    def test_a_child_of_unknown_age_is_not_guessed(self) -> None:
        assert hits(self.rules, member(relation="child"), grant()) == []


class TestLevelLimitsItems:
    rules = ruled(
        "level_limits_items",
        "$level: $items",
        area="home",
        levels=["b"],
        service="clean",
        items=["floor"],
    )

    def test_items_beyond_those_of_the_level_are_found(self) -> None:
        (finding,) = hits(self.rules, grant(items=("floor", "stairs")), home("b"))
        assert finding.text == "Lidt: Trappe"
        assert finding.id == "r:g1"

    def test_the_levels_own_items_are_let_through(self) -> None:
        assert hits(self.rules, grant(items=("floor",)), home("b")) == []

    def test_another_level_limits_nothing(self) -> None:
        assert hits(self.rules, grant(items=("floor", "stairs")), home("c")) == []

    def test_an_items_own_level_lifts_the_limit(self) -> None:
        own = home("b", item_levels={"stairs": Level(scale="small", value="c")})
        assert hits(self.rules, grant(items=("stairs",)), own) == []


class TestExtentAboveDefault:
    rules = ruled("extent_above_default", "$service: $extent, $default")

    def test_more_often_than_the_service_is_found(self) -> None:
        (finding,) = hits(self.rules, grant(extent=WEEKLY))
        assert finding.text == "Rengøring: 1 gang om ugen, hver 14. dag"

    @pytest.mark.parametrize(
        "extent",
        [FORTNIGHT, ONCE, None, Extent(times=2, every=4), Extent(unit="as_needed")],
    )
    def test_as_often_or_less_often_is_let_through(self, extent: Extent | None) -> None:
        assert hits(self.rules, grant(extent=extent)) == []

    def test_the_most_of_a_span_counts(self) -> None:
        assert hits(self.rules, grant(extent=Extent(times=1, up_to=3, every=4)))

    def test_an_items_own_extent_goes_before_the_services(self) -> None:
        rules = serving(self.rules, items={"floor": {"extent": DAILY}})
        assert hits(rules, grant(items=("floor",), extent=DAILY)) == []
        assert hits(rules, grant(items=("floor", "stairs"), extent=DAILY))

    def test_a_service_by_need_has_no_limit(self) -> None:
        rules = serving(self.rules, extent=Extent(unit="as_needed"))
        assert hits(rules, grant(extent=DAILY)) == []

    def test_help_that_has_ended_is_left_alone(self) -> None:
        assert hits(self.rules, grant(extent=DAILY, ends_on=date(2026, 11, 22))) == []
        assert hits(self.rules, grant(extent=DAILY, ends_on=date(2026, 11, 23)))

    def test_help_under_another_standard_is_left_alone(self) -> None:
        assert hits(self.rules, kbh_grant(service="clean", items=("floor",), extent=DAILY)) == []


class TestQuantityAbove:
    rules = ruled(
        "quantity_above", "$service $amount > $limit", service="clean", quantity="hours", limit=4.0
    )

    def test_a_measure_above_the_limit_is_found(self) -> None:
        (finding,) = hits(self.rules, grant(quantities=Quantities(hours=4.5)))
        assert finding.text == "Rengøring 4,5 > 4"
        assert finding.anchor.key
        assert finding.anchor.key.field == "quantities"

    @pytest.mark.parametrize("quantities", [None, Quantities(), Quantities(hours=4.0)])
    def test_up_to_the_limit_is_let_through(self, quantities: Quantities | None) -> None:
        assert hits(self.rules, grant(quantities=quantities)) == []

    def test_a_rule_for_some_items_leaves_the_others_alone(self) -> None:
        rules = ruled(
            "quantity_above", service="clean", quantity="hours", limit=4.0, items=["stairs"]
        )
        assert hits(rules, grant(quantities=Quantities(hours=9.0))) == []


class TestItemPerYear:
    rules = serving(
        ruled("item_per_year", "$item: $limit", service="clean", item="stairs"),
        items={"stairs": {"max_per_year": 1, "extent": Extent(times=1, unit="year")}},
    )

    def test_more_than_the_limit_in_a_year_is_found(self) -> None:
        (finding,) = hits(self.rules, grant(items=("stairs",), extent=Extent(times=2, unit="year")))
        assert finding.text == "Trappe: 1"
        assert finding.id == "r:stairs"

    def test_among_others_the_item_comes_at_its_own_extent(self) -> None:
        assert hits(self.rules, grant(items=("floor", "stairs"), extent=FORTNIGHT)) == []

    def test_help_that_has_ended_counts_in_its_year(self) -> None:
        spring = grant(
            "g1",
            items=("stairs",),
            extent=ONCE,
            starts_on=date(2026, 3, 1),
            ends_on=date(2026, 3, 1),
        )
        again = grant("g2", items=("stairs",), extent=ONCE, starts_on=date(2026, 12, 1))
        assert hits(self.rules, spring, again)
        assert hits(self.rules, spring) == []


class TestOutsideHours:
    rules = serving(
        ruled("outside_hours", "$service: $window"),
        time_window=("morning",),
        weekdays=(0, 1),
        items={"stairs": {"round_the_clock": True}},
    )

    def test_another_time_of_day_is_found(self) -> None:
        (finding,) = hits(self.rules, grant(time_of_day=("morning", "night")))
        assert finding.text == "Rengøring: morning."
        assert finding.anchor.key
        assert finding.anchor.key.field == "time_of_day"

    def test_another_weekday_is_found(self) -> None:
        (finding,) = hits(self.rules, grant(weekdays=(6,)))
        assert finding.anchor.key
        assert finding.anchor.key.field == "weekdays"

    def test_inside_or_not_agreed_is_let_through(self) -> None:
        assert hits(self.rules, grant(time_of_day=("morning",), weekdays=(1,))) == []
        assert hits(self.rules, grant()) == []

    def test_items_for_day_and_night_are_let_through(self) -> None:
        assert hits(self.rules, grant(items=("stairs",), time_of_day=("night",))) == []
        assert hits(self.rules, grant(items=("floor", "stairs"), time_of_day=("night",)))


class TestNotAlone:
    rules = ruled("not_alone", "$service", service="clean", except_items=["stairs"])

    def test_a_service_without_other_help_is_found(self) -> None:
        assert [f.text for f in hits(self.rules, grant())] == ["Rengøring"]

    def test_other_help_beside_it_is_enough(self) -> None:
        shop = grant("g2", service="shop", items=("food",))
        assert hits(self.rules, grant(), shop) == []

    def test_an_item_that_stands_alone_is_let_through(self) -> None:
        assert hits(self.rules, grant(items=("stairs",))) == []


def test_special_case_finds_an_item_for_special_cases() -> None:
    rules = serving(
        ruled("special_case", "$item, $service"), items={"stairs": {"special_case": True}}
    )
    (finding,) = hits(rules, grant(items=("floor", "stairs")))
    assert finding.text == "Trappe, Rengøring"
    assert finding.id == "r:g1:stairs"
    assert hits(rules, grant(items=("floor",))) == []


def test_single_grant_finds_an_item_that_stands_with_others_or_recurs() -> None:
    rules = serving(ruled("single_grant", "$item"), items={"stairs": {"single_grant": True}})
    assert hits(rules, grant(items=("floor", "stairs"), extent=ONCE))
    assert hits(rules, grant(items=("stairs",), extent=WEEKLY))
    assert hits(rules, grant(items=("stairs",), extent=ONCE)) == []


def test_needs_scheme_finds_an_item_whose_scheme_nobody_offers() -> None:
    rules = serving(
        ruled("needs_scheme", "$item: $scheme"), items={"stairs": {"requires": "ordning"}}
    )
    assert [f.text for f in hits(rules, grant(items=("stairs",)))] == ["Trappe: ordning"]
    offered = msgspec.structs.replace(rules.provider, schemes=("ordning",))
    assert hits(msgspec.structs.replace(rules, provider=offered), grant(items=("stairs",))) == []


POINTS = [
    {
        "id": "mop",
        "area": "Køkken",
        "risk": "Fysisk",
        "text": "Der er en moppe.",
        "responsible": "citizen",
        "services": ["clean"],
    },
    {
        "id": "light",
        "area": "Lys",
        "risk": "Fysisk",
        "text": "Der er lys.",
        "responsible": "citizen",
    },
]


def with_points(rules: Standard) -> Standard:
    """Return the standard with two points of the home."""
    place = {"intro": "Hjemmet", "obligations": [], "points": POINTS}
    parts = msgspec.to_builtins(rules)
    return msgspec.convert({**parts, "workplace": place}, Standard, strict=False)


class TestToolsMissing:
    rules = with_points(
        ruled("tools_missing", "$service: $points", service="clean", points=["mop"])
    )

    @pytest.mark.parametrize("status", ["action", "blocking"])
    def test_tools_not_in_order_for_granted_help_are_found(self, status: str) -> None:
        (finding,) = hits(self.rules, grant(), workplace_item("mop", status))
        assert finding.text == "Rengøring: Der er en moppe."
        assert finding.anchor.section == "workplace"

    @pytest.mark.parametrize("status", ["", "ok", "na"])
    def test_tools_in_order_are_no_finding(self, status: str) -> None:
        assert hits(self.rules, grant(), workplace_item("mop", status)) == []

    def test_help_that_is_not_granted_needs_no_tools(self) -> None:
        assert hits(self.rules, workplace_item("mop", "blocking")) == []


class TestWorkplaceBlocking:
    rules = with_points(ruled("workplace_blocking", "$point"))

    def test_a_blocking_point_is_found(self) -> None:
        (finding,) = hits(self.rules, workplace_item("light", "blocking"))
        assert finding.text == "Der er lys."

    def test_a_temporary_solution_is_enough(self) -> None:
        item = workplace_item("light", "blocking", temporary="En lampe lånes.")
        assert hits(self.rules, item) == []

    def test_a_point_of_help_nobody_chose_is_left_alone(self) -> None:
        item: WorkplaceItem = workplace_item("mop", "blocking")
        assert hits(self.rules, item) == []
        assert hits(self.rules, item, grant())


class TestAgeRange:
    rules = ruled("age_range", "$age $age_from $age_to")

    @pytest.mark.parametrize(
        ("born", "age"), [(date(2008, 11, 24), "17"), (date(1960, 11, 23), "66")]
    )
    def test_outside_the_ages_is_found(self, born: date, age: str) -> None:
        assert [f.text for f in hits(self.rules, citizen(birth_date=born))] == [f"{age} 18 65"]

    def test_it_belongs_to_the_case_and_to_no_need_of_it(self) -> None:
        old = citizen(birth_date=date(1950, 1, 1))
        (finding,) = hits(self.rules, old, need(group="praktisk"), grant())
        assert (finding.need, finding.grant) == ("", "")

    @pytest.mark.parametrize("born", [date(2008, 11, 23), date(1960, 11, 24), None])
    def test_inside_the_ages_or_unknown_is_let_through(self, born: date | None) -> None:
        assert hits(self.rules, citizen(birth_date=born)) == []


class TestAgeChoice:
    rules = ruled("age_choice", "$birthday", age=65)

    def test_past_the_age_without_a_choice_is_found(self) -> None:
        born = citizen(birth_date=date(1960, 2, 29))
        assert [f.text for f in hits(self.rules, born)] == ["1/3 2025"]

    def test_beyond_the_next_look_at_the_help_is_let_through(self) -> None:
        assert hits(self.rules, citizen(birth_date=date(1962, 11, 24))) == []
        assert hits(self.rules, citizen(birth_date=date(1962, 11, 23)))


def test_condition_elsewhere_finds_the_choice_on_the_case() -> None:
    rules = ruled("condition_elsewhere", field="permanence", value="temporary")
    temporary: Case = case(permanence="temporary")
    (finding,) = hits(rules, temporary)
    assert finding.anchor.key
    assert finding.anchor.key.field == "permanence"
    assert hits(rules, case()) == []


class TestElderCareAct:
    rules = ruled("elder_care_act", "$pension_age")

    def test_pension_age_is_found_and_the_reason_of_the_routing_stands(self) -> None:
        (finding,) = hits(self.rules, citizen(birth_date=date(1956, 1, 1)))
        assert finding.text == "67"
        assert finding.open
        routed = case(legal_basis_reason="Medfødt handicap.")
        (finding,) = hits(self.rules, citizen(birth_date=date(1956, 1, 1)), routed)
        assert finding.reason == "Medfødt handicap."

    def test_half_years_are_said(self) -> None:
        (finding,) = hits(self.rules, citizen(birth_date=date(1954, 2, 1)))
        assert finding.text == "65½"

    def test_without_a_birth_date_the_age_of_today_is_said(self) -> None:
        routed = case(legal_basis="elder_care_act")
        assert [f.text for f in hits(self.rules, citizen(birth_date=None), routed)] == ["67"]

    def test_a_younger_citizen_routed_to_it_is_found(self) -> None:
        assert hits(self.rules, case(legal_basis="elder_care_act"))

    def test_below_pension_age_is_let_through(self) -> None:
        assert hits(self.rules, citizen()) == []


def test_expired_finds_a_standard_past_its_validity() -> None:
    rules = ruled("expired", "$valid_until $version")
    past = msgspec.structs.replace(rules, valid_until=date(2026, 11, 22))
    assert [f.text for f in hits(past)] == ["22/11 2026 1"]
    today = msgspec.structs.replace(rules, valid_until=date(2026, 11, 23))
    assert hits(today) == []
    assert hits(rules) == []


class TestAlwaysConsider:
    rules = serving(
        ruled("always_consider", "$consider", service="clean", unless_items=["stairs"]),
        always_consider="Overvej en robot.",
    )

    def test_a_service_applied_for_or_granted_is_found(self) -> None:
        assert [f.text for f in hits(self.rules, need(service="clean"))] == ["Overvej en robot."]
        assert hits(self.rules, grant())

    def test_an_item_that_shows_it_was_considered_is_enough(self) -> None:
        assert hits(self.rules, grant(items=("stairs",))) == []

    def test_a_service_nobody_named_is_left_alone(self) -> None:
        assert hits(self.rules, need(group="praktisk")) == []


def test_consent_refused_finds_the_newest_no() -> None:
    purpose = {
        "id": "obtain",
        "name": "Hente oplysninger",
        "version": "1",
        "kind": "obtain",
        "title": {},
        "text": {},
        "if_no": {},
        "parties": "",
        "information": "",
    }
    rule = {"kind": "consent_refused", "id": "r", "title": "T", "text": "$purpose", "ref": "1"}
    rules = standard(consents=[purpose], rules=[{**rule, "purposes": ["obtain"]}])
    refused = consent("obtain", "no")
    assert [f.text for f in hits(rules, refused)] == ["Hente oplysninger"]
    later = msgspec.structs.replace(refused, id="later", answer="yes")
    assert hits(rules, refused, later) == []


def test_a_placeholder_nobody_knows_stays_as_it_stands() -> None:
    assert [f.text for f in hits(ruled("not_alone", "$nothing", service="clean"), grant())] == [
        "$nothing"
    ]


def test_rules_survive_a_service_the_standard_does_not_know() -> None:
    stray: CaseFile = casefile(grant(service="gone", items=("gone",)))
    rules = ruled("extent_above_default", "$service")
    assert judged(stray, rules).findings == ()
