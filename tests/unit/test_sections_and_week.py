"""How far each section is, which points of the home are asked, and how the week looks."""

from datetime import date

import pytest

from app.domain.ids import derived_id
from app.domain.judgement.people import pension_day, propose_legal_basis
from app.domain.judgement.workplace import relevant_points
from app.domain.records import Answer
from app.domain.values import Extent, Quantities
from app.domain.week import hours_per_year, minutes_per_week, total_minutes, week_entries
from tests.factories import (
    DAILY,
    FORTNIGHT,
    ONCE,
    TODAY,
    VISIT,
    WEEKLY,
    assessment,
    casefile,
    citizen,
    contact,
    denmark,
    goal,
    grant,
    judged,
    koebenhavn,
    standard,
    whole_case,
)


class TestSections:
    def test_a_fresh_case_has_nothing_in_most_sections(self) -> None:
        sections = judged(casefile()).sections
        assert sections.pop("household") == "complete"
        assert set(sections.values()) == {"empty"}

    def test_what_is_not_known_of_the_citizen_makes_its_section_partial(self) -> None:
        sections = judged(casefile(citizen(birth_date=None))).sections
        assert sections["household"] == "partial"

    def test_a_whole_case_is_complete_but_for_the_talk(self) -> None:
        sections = judged(whole_case()).sections
        assert sections.pop("conversation") == "empty"
        for later in ("plan", "follow_up", "after"):
            assert sections.pop(later) == "empty"
        assert set(sections.values()) == {"complete"}

    def test_a_section_begun_is_partial(self) -> None:
        assert judged(casefile(assessment("bad", "2"))).sections["assessment"] == "partial"

    def test_an_open_goal_makes_its_section_partial(self) -> None:
        assert judged(whole_case(goal(measure=""))).sections["goals"] == "partial"

    def test_a_doctor_is_no_duty(self) -> None:
        no_doctor = whole_case(contact(role="relative"))
        assert judged(no_doctor).sections["household"] == "complete"

    def test_a_standards_own_questions_fill_its_own_section(self) -> None:
        small = standard()
        assert judged(casefile(), small).sections["own"] == "empty"
        answer = Answer(
            id=derived_id(VISIT, "own", "why"),
            visit=VISIT,
            section="own",
            question="why",
            day=TODAY,
        )
        assert judged(casefile(answer), small).sections["own"] == "complete"

    def test_answers_of_another_visit_fill_nothing(self) -> None:
        old = Answer(id="a1", visit="v0", section="conversation", question="x", text="før")
        assert judged(casefile(old)).sections["conversation"] == "empty"


class TestRelevantPoints:
    def test_without_services_only_the_general_points_are_asked(self) -> None:
        points = relevant_points(koebenhavn(), ())
        assert points
        assert all(not p.services for p in points)

    def test_a_chosen_service_adds_its_points(self) -> None:
        asked = {p.id for p in relevant_points(koebenhavn(), (grant(),))}
        assert "rengoering.redskaber" in asked
        assert "smitte.vaernemidler" not in asked

    def test_a_point_of_some_items_waits_for_one_of_them(self) -> None:
        by_items = [p for p in koebenhavn().workplace.points if p.services and p.items]
        assert by_items
        point = by_items[0]
        without = grant(service=point.services[0], items=())
        chosen = grant(service=point.services[0], items=point.items[:1])
        assert point not in relevant_points(koebenhavn(), (without,))
        assert point in relevant_points(koebenhavn(), (chosen,))


class TestLegalBasis:
    @pytest.mark.parametrize(
        ("born", "proposed"),
        [
            (None, "unclear"),
            (date(1982, 2, 15), "social_services_act"),
            (date(1959, 11, 23), "elder_care_act"),
            (date(1959, 11, 24), "social_services_act"),
        ],
    )
    def test_age_proposes_and_nothing_more(self, born: date | None, proposed: str) -> None:
        assert propose_legal_basis(born, denmark(), TODAY) == proposed

    def test_before_the_act_was_in_force_it_is_not_proposed(self) -> None:
        assert (
            propose_legal_basis(date(1940, 1, 1), denmark(), date(2025, 6, 30))
            == "social_services_act"
        )

    def test_pension_age_rises_by_birth_year(self) -> None:
        assert pension_day(denmark(), date(1959, 11, 23)) == date(2026, 11, 23)
        assert pension_day(denmark(), date(1963, 1, 1)) == date(2031, 1, 1)
        assert pension_day(denmark(), date(1954, 8, 31)) == date(2020, 8, 31)
        assert pension_day(denmark(), date(1955, 1, 31)) == date(2021, 7, 31)


class TestWeek:
    kbh = koebenhavn()

    def test_each_day_and_time_of_day_has_its_entry_in_order(self) -> None:
        bath = grant(
            "g1",
            service="personlig_pleje",
            items=("bad",),
            extent=DAILY,
            weekdays=(0, 2),
            time_of_day=("evening", "morning"),
            minutes=20,
        )
        cleaning = grant("g2")
        found = week_entries((cleaning, bath), self.kbh)
        assert [(e.weekday, e.time_of_day) for e in found] == [
            (0, "morning"),
            (0, "evening"),
            (2, "morning"),
            (2, "evening"),
            (None, ""),
        ]
        assert found[0].minutes == 20
        assert found[-1].name == "Rengøring"

    @pytest.mark.parametrize(
        ("extent", "minutes"),
        [(DAILY, 210.0), (WEEKLY, 30.0), (FORTNIGHT, 15.0), (Extent(times=2, unit="year"), 1.15)],
    )
    def test_the_time_of_a_week_follows_the_extent(self, extent: Extent, minutes: float) -> None:
        found = minutes_per_week(grant(minutes=30, extent=extent), self.kbh)
        assert found == pytest.approx(minutes, abs=0.01)

    @pytest.mark.parametrize("extent", [ONCE, None, Extent(unit="as_needed"), Extent(every=0)])
    def test_help_without_a_rhythm_takes_no_known_time(self, extent: Extent | None) -> None:
        assert minutes_per_week(grant(minutes=30, extent=extent), self.kbh) is None

    def test_nobody_says_how_long_ordinary_cleaning_takes(self) -> None:
        assert minutes_per_week(grant(), self.kbh) is None

    def test_the_standards_own_hours_count(self) -> None:
        yearly = grant(items=("grundig",), extent=Extent(times=1, unit="year"))
        assert minutes_per_week(yearly, self.kbh) == pytest.approx(240 / (365 / 7))
        assert hours_per_year((yearly,), self.kbh) == 4.0
        measured = grant(extent=WEEKLY, quantities=Quantities(hours=1.5))
        assert total_minutes((yearly, measured, grant("g3")), self.kbh) == pytest.approx(94.6, 0.01)

    def test_a_service_the_standard_does_not_know_is_left_out(self) -> None:
        assert week_entries((grant(service="gone"),), self.kbh) == ()
