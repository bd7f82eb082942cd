"""København after the decision: start, swaps, changes, quality, complaints, reassessment."""

from datetime import date, timedelta

import pytest

from app.domain.records import Complaint, Swap
from app.domain.standard import Standard
from tests import factories

TODAY = factories.TODAY


@pytest.fixture
def standard() -> Standard:
    return factories.koebenhavn()


def passage(standard: Standard, passage_id: str) -> str:
    found = next(p for p in standard.passages if p.id == passage_id)
    return " ".join((found.title, *found.paragraphs, *found.bullets))


def swaps(*days_ago: int, to: str = "rengoering") -> tuple[Swap, ...]:
    return tuple(
        Swap(
            id=f"s{place}",
            case="k1",
            swapped_on=TODAY - timedelta(days=days),
            from_service="rengoering",
            to_service=to,
        )
        for place, days in enumerate(days_ago)
    )


def hits(rule: str, *records: Swap) -> int:
    return len(factories.findings(factories.whole_case(*records), rule))


def test_the_first_visit_is_agreed_with_all_that_belongs_to_it(standard: Standard) -> None:
    words = passage(standard, "first_visit")
    for said in ("første besøg", "dag og tid", "mål", "hver især", "anden hjælp", "samarbejdsbog"):
        assert said in words


def test_what_may_be_swapped_is_told_with_its_limits(standard: Standard) -> None:
    words = passage(standard, "swap")
    for said in ("inden for den tid", "forsvarlig og rimelig", "personlig pleje", "tre gange på 2"):
        assert said in words


def test_a_fourth_swap_within_two_months_asks_for_a_reassessment() -> None:
    assert hits("swaps", *swaps(1, 10, 20)) == 0
    assert hits("swaps", *swaps(1, 10, 20, 30)) == 1


def test_swaps_over_a_longer_time_are_no_reason_for_a_reassessment() -> None:
    assert hits("swaps", *swaps(1, 30, 65, 100)) == 0


def test_a_swap_to_personal_care_needs_a_grant_of_personal_care() -> None:
    assert hits("swap_to_personal", *swaps(3, to="personlig_pleje")) == 1
    assert hits("swap_to_personal", *swaps(3, to="indkoeb")) == 0


def test_neither_swap_asks_for_a_reason_in_the_letter(standard: Standard) -> None:
    mine = [rule for rule in standard.rules if rule.id.startswith("swap")]
    assert [rule.needs_reason for rule in mine] == [False, False]


def test_a_visit_is_moved_a_day_before_and_a_locksmith_is_paid_by_who_is_out(
    standard: Standard,
) -> None:
    words = passage(standard, "cancel")
    for said in ("24 timer", "nyt besøg", "aflyst af dig", "låsesmed", "betaler du selv"):
        assert said in words


def test_the_provider_keeps_the_quality_that_the_source_names(standard: Standard) -> None:
    words = passage(standard, "quality")
    for said in ("kontaktperson", "hvilke to", "ikke aflyst", "fem hverdage", "20 minutter"):
        assert said in words
    assert "mere end en time" in words


def test_the_standard_itself_is_followed_up_every_second_year(standard: Standard) -> None:
    words = passage(standard, "standard_review")
    assert "Hvert andet år" in words
    assert "stikprøver" in words


def test_a_complaint_is_answered_within_four_weeks() -> None:
    came = date(2026, 11, 2)
    complaint = Complaint(id="p1", case="k1", about="decision", received_on=came, how="oral")
    deadlines = factories.judged(factories.whole_case(complaint)).deadlines
    (due,) = (d for d in deadlines if d.rule.startswith("complaint_answer"))
    assert (due.due, due.met) == (came + timedelta(weeks=4), False)


def test_each_occasion_for_a_reassessment_can_be_noted(standard: Standard) -> None:
    section = standard.section("conversation")
    assert section is not None
    occasion = next(q for q in section.questions if q.id == "occasion")
    values = [option.value for option in occasion.options]
    assert values == ["request", "yearly", "provider", "citizen", "lasting", "swaps"]
    assert occasion.kind == "several"
