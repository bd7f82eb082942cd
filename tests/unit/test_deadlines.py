"""The days by which something must have happened."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.calendar import is_working_day
from app.domain.findings import Deadline
from app.domain.judgement import judge
from app.domain.judgement.delivery import complaint_deadline, presumed_receipt
from app.domain.records import DecisionVersion, Delivery, Record
from app.domain.standard import DeadlineRule, Standard
from app.domain.values import Extent
from tests.factories import (
    DAILY,
    DECISION,
    TODAY,
    WEEKLY,
    casefile,
    consent,
    decision,
    denmark,
    grant,
    judged,
    koebenhavn,
    need,
    request,
    visit,
    whole_case,
    workplace_check,
)

ISSUED = DecisionVersion(
    id="w1",
    decision=DECISION,
    case="k1",
    number=1,
    locked_at=datetime(2026, 11, 24, 14, tzinfo=UTC),
)


def sent(how: str, day: date | None, record_id: str = "d1", version: str = "w1") -> Delivery:
    """Make a delivery of the issued version."""
    return Delivery(id=record_id, case="k1", version=version, how=how, sent_on=day)  # type: ignore[arg-type]


def deadline(rule: str, *records: Record, by: Standard | None = None) -> Deadline | None:
    """Return the case's deadline of a rule."""
    found = judged(casefile(*records), by).deadlines
    return next((d for d in found if d.rule == rule), None)


class TestCaseDeadlines:
    def test_only_the_groups_applied_for_have_a_deadline(self) -> None:
        assert deadline("practical_decision", request(), need())
        assert deadline("personal_decision", request(), need()) is None

    def test_a_service_applied_for_counts_in_its_own_group(self) -> None:
        personal = need(service="personlig_pleje", group="")
        found = deadline("personal_decision", request(), personal)
        assert found
        assert (found.counted_from, found.due) == (date(2026, 11, 16), date(2026, 11, 23))

    def test_an_acute_request_is_marked_and_keeps_its_deadline(self) -> None:
        calm = deadline("practical_decision", request(), need())
        acute = deadline("practical_decision", request(acute=True), need())
        assert calm
        assert acute
        assert (calm.acute, acute.acute) == (False, True)
        assert calm.due == acute.due

    def test_it_is_met_when_the_decision_is_issued(self) -> None:
        before = deadline("practical_decision", request(), need(), decision())
        after = deadline("practical_decision", request(), need(), decision(), ISSUED)
        assert before
        assert after
        assert (before.met, after.met) == (False, True)

    def test_a_decision_issued_before_the_request_does_not_answer_it(self) -> None:
        earlier = datetime(2026, 11, 1, 12, tzinfo=UTC)
        older = msgspec.structs.replace(ISSUED, decision="another", locked_at=earlier)
        found = deadline("practical_decision", request(), need(), decision(), older)
        assert found
        assert not found.met

    def test_a_decision_of_a_later_visit_answers_the_request(self) -> None:
        other = msgspec.structs.replace(ISSUED, decision="another")
        found = deadline("practical_decision", request(), need(), decision(), other)
        assert found
        assert found.met

    def test_without_a_day_of_receipt_there_is_none(self) -> None:
        assert deadline("practical_decision", request(received_on=None), need()) is None

    def test_each_request_has_its_own(self) -> None:
        first = request()
        later = msgspec.structs.replace(first, id="r2", received_on=date(2026, 11, 20))
        needs = (need("n1"), need("n2", service="toejvask", request="r2"))
        found = judged(casefile(first, later, *needs)).deadlines
        assert [d.due.day for d in found if d.rule == "practical_decision"] == [30, 4]

    @pytest.mark.parametrize(
        ("counted_from", "due"),
        [
            ("visit", date(2026, 11, 26)),
            ("decided", date(2026, 11, 27)),
            ("delivered", date(2026, 12, 3)),
        ],
    )
    def test_a_standard_may_count_from_other_events(self, counted_from: str, due: date) -> None:
        rule = DeadlineRule(id="own", name="Egen frist", days=3, counted_from=counted_from)  # type: ignore[arg-type]
        by = msgspec.structs.replace(koebenhavn(), deadlines=(rule,))
        delivery = sent("letter", date(2026, 11, 30))
        found = deadline("own", request(), need(), decision(), ISSUED, delivery, by=by)
        assert found
        assert found.due == due


class TestStart:
    def test_help_starts_so_long_after_the_delivery(self) -> None:
        found = self.starts(grant(), sent("digital_post", date(2026, 11, 25)))
        assert found == {"rengoering": date(2026, 12, 9)}

    def test_before_delivery_the_day_of_the_decision_counts(self) -> None:
        assert self.starts(grant()) == {"rengoering": date(2026, 12, 8)}

    @pytest.mark.parametrize(
        ("extent", "due"),
        [
            (DAILY, date(2026, 11, 26)),
            (WEEKLY, date(2026, 12, 1)),
            (Extent(times=1, up_to=2), date(2026, 11, 26)),
            (Extent(unit="as_needed"), date(2026, 11, 26)),
        ],
    )
    def test_personal_help_of_once_a_week_may_wait_a_week(self, extent: Extent, due: date) -> None:
        bath = grant(service="personlig_pleje", items=("bad",), extent=extent)
        assert self.starts(bath) == {"personlig_pleje": due}

    def test_before_the_decision_nothing_starts(self) -> None:
        assert deadline("start", grant()) is None

    @staticmethod
    def starts(*records: Record) -> dict[str, date]:
        found = judged(casefile(decision(), ISSUED, *records)).deadlines
        return {d.service: d.due for d in found if d.rule == "start"}


def test_the_next_visit_is_a_deadline() -> None:
    found = deadline("next_visit", visit(next_visit=date(2027, 6, 1)))
    assert found
    assert found.due == date(2027, 6, 1)
    assert deadline("next_visit", visit(next_visit=None)) is None


def test_a_living_consent_expires_and_a_withdrawn_one_does_not() -> None:
    living = consent("obtain", expires_on=date(2027, 11, 23))
    found = deadline("consent_expires:obtain", living)
    assert found
    assert found.due == date(2027, 11, 23)
    withdrawn = msgspec.structs.replace(living, withdrawn_at=datetime(2026, 12, 1))
    assert deadline("consent_expires:obtain", withdrawn) is None
    assert deadline("consent_expires:obtain", consent("obtain", "no")) is None


def test_the_home_is_reviewed_again() -> None:
    found = deadline("workplace_review", workplace_check(next_review=date(2029, 11, 23)))
    assert found
    assert found.due == date(2029, 11, 23)


class TestComplaint:
    @pytest.mark.parametrize(
        ("how", "day", "receipt", "due"),
        [
            ("digital_post", date(2026, 11, 23), date(2026, 11, 23), date(2026, 12, 21)),
            ("handed_over", date(2026, 11, 23), date(2026, 11, 23), date(2026, 12, 21)),
            ("letter", date(2026, 11, 23), date(2026, 12, 1), date(2026, 12, 29)),
            ("quick_letter", date(2026, 11, 20), date(2026, 11, 24), date(2026, 12, 22)),
            ("letter", date(2026, 3, 30), date(2026, 4, 10), date(2026, 5, 8)),
            ("digital_post", date(2026, 11, 28), date(2026, 11, 28), date(2026, 12, 28)),
            ("", date(2026, 11, 23), date(2026, 11, 23), date(2026, 12, 21)),
        ],
    )
    def test_it_runs_four_weeks_from_the_presumed_receipt(
        self, how: str, day: date, receipt: date, due: date
    ) -> None:
        assert presumed_receipt(sent(how, day), denmark()) == receipt
        assert complaint_deadline(sent(how, day), denmark()) == (receipt, due)

    @settings(deadline=None)
    @given(st.dates(date(2020, 1, 1), date(2040, 12, 31)))
    def test_it_ends_on_a_working_day_and_never_too_early(self, day: date) -> None:
        found = complaint_deadline(sent("digital_post", day), denmark())
        assert found
        receipt, due = found
        assert receipt == day
        assert is_working_day(due)
        assert due - day >= timedelta(weeks=4)
        skipped = (day + timedelta(weeks=4, days=n) for n in range((due - day).days - 28))
        assert not any(is_working_day(d) for d in skipped)

    @settings(deadline=None)
    @given(st.dates(date(2020, 1, 1), date(2040, 12, 31)))
    def test_a_letter_takes_six_weekdays(self, day: date) -> None:
        receipt = presumed_receipt(sent("letter", day), denmark())
        assert receipt
        after = [day + timedelta(days=n) for n in range(1, (receipt - day).days + 1)]
        assert sum(is_working_day(d) for d in after) == 6

    def test_of_several_deliveries_the_latest_receipt_counts(self) -> None:
        by_post = sent("letter", date(2026, 11, 24), "d2")
        digital = sent("digital_post", date(2026, 11, 24))
        found = deadline("complaint", decision(), ISSUED, digital, by_post)
        assert found
        assert found.counted_from == date(2026, 12, 2)

    def test_what_was_not_sent_or_belongs_to_another_version_counts_not(self) -> None:
        unsent = sent("letter", None)
        other = sent("letter", TODAY, "d2", version="w0")
        assert deadline("complaint", decision(), ISSUED, unsent, other) is None
        assert complaint_deadline(unsent, denmark()) is None


def test_the_nearest_deadline_comes_first() -> None:
    due = [d.due for d in judged(whole_case()).deadlines]
    assert due == sorted(due)


@settings(deadline=None)
@given(received=st.dates(), next_visit=st.dates(), today=st.dates(), born=st.dates())
def test_no_date_stops_the_judging(
    received: date, next_visit: date, today: date, born: date
) -> None:
    file = whole_case(
        request(received_on=received),
        visit(next_visit=next_visit),
        msgspec.structs.replace(whole_case().citizen, birth_date=born),
    )
    assert judge(file, koebenhavn(), denmark(), today).sections
