"""Deadlines of services, complaints, late answers, the home, an age and the provider's start."""

from datetime import date, datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.findings import Deadline
from app.domain.judgement import due_days, judge
from app.domain.records import (
    Complaint,
    Grant,
    ProcessingNotice,
    ProviderStart,
    Record,
    TaskDone,
    Visit,
    WorkplaceCheck,
)
from app.domain.standard import Standard
from app.domain.values import Planned
from tests.factories import (
    TODAY,
    casefile,
    citizen,
    decision,
    denmark,
    issued,
    judged,
    koebenhavn,
    lacking,
    need,
    request,
    standard,
    visit,
    whole_case,
)
from tests.factories import grant as kbh_grant

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


def ruled(**fields: Any) -> Standard:
    """Return the small standard with one deadline."""
    return standard(deadlines=[{"id": "own", "name": "Frist", **fields}])


def told(by: Standard, *records: Record, today: date = TODAY) -> list[Deadline]:
    """Return every deadline, the same from the quick path as from the whole judgement."""
    file = casefile(visit(next_visit=None), *records)
    quick = due_days(file, by, denmark(), today)
    assert quick == judge(file, by, denmark(), today).deadlines
    return list(quick)


def dues(by: Standard, rule: str, *records: Record, today: date = TODAY) -> list[date]:
    """Return the days of a rule."""
    return [d.due for d in told(by, *records, today=today) if d.rule == rule]


def grant(record_id: str = "g1", **fields: Any) -> Grant:
    """Make cleaning of the small standard."""
    known: dict[str, Any] = {"standard": None, "service": "clean", "items": ("floor",)}
    return kbh_grant(record_id, **{**known, **fields})


class TestOfAService:
    by = ruled(service="clean", weeks=12)

    @settings(deadline=None)
    @given(DAYS, st.integers(1, 20))
    def test_weeks_end_on_the_same_day_of_the_week(self, received: date, weeks: int) -> None:
        by = ruled(weeks=weeks)
        (due,) = dues(by, "own", request(received_on=received), need(service="clean"))
        assert due.weekday() == received.weekday()
        assert (due - received).days == 7 * weeks

    @settings(deadline=None)
    @given(DAYS)
    def test_within_seven_days_is_the_same_weekday_of_next_week(self, received: date) -> None:
        (due,) = dues(ruled(days=7), "own", request(received_on=received), need(service="clean"))
        assert due == received + timedelta(days=7)

    def test_another_service_has_none(self) -> None:
        assert dues(self.by, "own", request(), need(service="clean"))
        assert dues(self.by, "own", request(), need(service="shop")) == []

    def test_a_group_asks_until_another_service_is_chosen_from_it(self) -> None:
        group, shop = need(group="praktisk"), grant(service="shop", items=("food",))
        assert dues(self.by, "own", request(), group)
        assert dues(self.by, "own", request(), group, shop) == []
        assert dues(self.by, "own", request(), group, grant())
        assert dues(self.by, "own", request(), need(group="andet")) == []

    def test_it_may_be_counted_from_the_start_of_help(self) -> None:
        by = ruled(service="clean", months=1, counted_from="start")
        starting = grant(starts_on=date(2027, 1, 31))
        assert dues(by, "own", starting) == [date(2027, 2, 28)]
        assert dues(by, "own", grant(starts_on=None)) == []
        assert dues(by, "own", grant(service="shop", items=())) == []

    def test_a_task_marked_as_done_is_met(self) -> None:
        done = TaskDone(id="t", case="k1", rule="own", anchor="2027-02-08", done_on=TODAY)
        (deadline,) = told(self.by, request(), need(service="clean"), done)
        assert deadline.due == date(2027, 2, 8)
        assert deadline.met


class TestALateAnswer:
    by = ruled(days=7)
    asked = (request(received_on=date(2026, 11, 2)), need(service="clean"))

    def notice(self, **fields: Any) -> ProcessingNotice:
        known: dict[str, Any] = {
            "case": "k1",
            "request": "r1",
            "deadline": "own",
            "new_date": date(2026, 12, 1),
            "sent_on": date(2026, 11, 20),
        }
        return ProcessingNotice(id="m1", **{**known, **fields})

    def late(self, *records: Record, today: date = TODAY) -> int:
        found = judge(casefile(*self.asked, *records), self.by, denmark(), today).missing
        return sum(m.key == "missing.processing_notice" for m in found)

    def test_the_deadline_stays_and_a_notice_is_asked_for(self) -> None:
        (deadline,) = told(self.by, *self.asked)
        assert (deadline.due, deadline.met) == (date(2026, 11, 9), False)
        (missing,) = lacking(casefile(*self.asked), "processing_notice", self.by)
        assert not missing.blocks
        assert missing.params == {"deadline": "Frist", "due": "9/11 2026"}

    def test_on_the_last_day_it_is_not_late(self) -> None:
        assert self.late(today=date(2026, 11, 9)) == 0
        assert self.late(today=date(2026, 11, 10)) == 1

    def test_a_notice_gives_a_date_of_its_own(self) -> None:
        by_rule = {d.rule: d for d in told(self.by, *self.asked, self.notice())}
        assert by_rule["own"].due == date(2026, 11, 9)
        assert by_rule["processing_notice"].due == date(2026, 12, 1)
        assert not by_rule["processing_notice"].met
        assert self.late(self.notice()) == 0

    def test_a_notice_that_was_not_sent_tells_nobody(self) -> None:
        assert self.late(self.notice(sent_on=None)) == 1

    def test_when_its_date_has_passed_too_another_is_asked_for(self) -> None:
        assert self.late(self.notice(), today=date(2026, 12, 1)) == 0
        assert self.late(self.notice(), today=date(2026, 12, 2)) == 1

    @pytest.mark.parametrize("other", [{"request": "r9"}, {"deadline": "another"}])
    def test_a_notice_of_something_else_counts_not(self, other: dict[str, Any]) -> None:
        assert self.late(self.notice(**other)) == 1
        assert dues(self.by, "processing_notice", *self.asked, self.notice(**other)) == []

    def test_an_answer_ends_it_all(self) -> None:
        answered = (decision(), issued(date(2026, 11, 20)))
        assert self.late(*answered) == 0
        found = told(self.by, *self.asked, *answered, self.notice())
        assert [d.met for d in found if d.rule in ("own", "processing_notice")] == [True, True]


class TestComplaints:
    by = ruled(id="answer", weeks=4, counted_from="complaint")

    def complaint(self, **fields: Any) -> Complaint:
        known: dict[str, Any] = {"case": "k1", "about": "decision", "received_on": TODAY}
        return Complaint(id="q1", **{**known, **fields})

    def found(self, *records: Record) -> dict[str, tuple[date, bool]]:
        return {d.rule: (d.due, d.met) for d in told(self.by, *records)}

    @settings(deadline=None)
    @given(DAYS)
    def test_it_is_answered_and_sent_on_within_four_weeks(self, received: date) -> None:
        due = received + timedelta(days=28)
        assert self.found(self.complaint(received_on=received)) == {
            "complaint_answer:answer": (due, False),
            "complaint_reassessed": (due, False),
        }

    @pytest.mark.parametrize("about", ["delivery", "staff", "handling"])
    def test_only_a_decision_is_sent_on(self, about: str) -> None:
        assert list(self.found(self.complaint(about=about))) == ["complaint_answer:answer"]

    def test_an_outcome_is_an_answer_and_a_decision_that_stands_is_sent_on(self) -> None:
        met = self.found(self.complaint(outcome="upheld"))
        assert [met[rule][1] for rule in sorted(met)] == [True, False]
        sent = self.found(self.complaint(outcome="upheld", sent_on=TODAY))
        assert all(is_met for _, is_met in sent.values())

    @pytest.mark.parametrize("outcome", ["reversed", "withdrawn"])
    def test_who_got_right_or_took_it_back_is_sent_nowhere(self, outcome: str) -> None:
        assert all(met for _, met in self.found(self.complaint(outcome=outcome)).values())

    def test_without_a_day_of_receipt_nothing_is_counted(self) -> None:
        assert self.found(self.complaint(received_on=None)) == {}

    def test_the_event_of_other_deadlines_is_no_complaint(self) -> None:
        assert self.found(request(), need(service="clean"), decision(), issued()) == {}


class TestTheHome:
    by = standard(
        workplace={
            "intro": "",
            "obligations": [],
            "points": [],
            "reviews": [{"months": 12, "text": "Hvert år"}],
        }
    )

    def check(self, day: date | None, record_id: str = "x1", **fields: Any) -> WorkplaceCheck:
        return WorkplaceCheck(id=record_id, case="k1", visit="v0", done_on=day, **fields)

    def test_counted_from_the_newest_review_of_the_case(self) -> None:
        checks = (self.check(date(2024, 1, 1)), self.check(date(2025, 10, 1), "x2"))
        assert dues(self.by, "workplace_review", grant(), *checks) == [date(2026, 10, 1)]

    def test_an_agreed_day_goes_before(self) -> None:
        agreed = self.check(date(2025, 10, 1), next_review=date(2026, 6, 1))
        assert dues(self.by, "workplace_review", grant(), agreed) == [date(2026, 6, 1)]

    def test_without_help_or_without_an_interval_nobody_comes(self) -> None:
        assert dues(self.by, "workplace_review", self.check(date(2025, 10, 1))) == []
        never = standard()
        assert dues(never, "workplace_review", grant(), self.check(date(2025, 10, 1))) == []
        assert dues(self.by, "workplace_review", grant(), self.check(None)) == []


class TestAnAge:
    by = standard(
        rules=[
            {"kind": "age_choice", "id": "r", "title": "Valg", "text": "", "ref": "1", "age": 65}
        ]
    )

    def turning(self, born: date, **fields: Any) -> list[tuple[date, bool]]:
        found = told(self.by, citizen(birth_date=born, **fields), request(), grant())
        return [(d.due, d.met) for d in found if d.rule == "turns_age"]

    def test_the_birthday_within_the_period_is_told(self) -> None:
        assert self.turning(date(1962, 3, 1)) == [(date(2027, 3, 1), False)]
        assert self.turning(date(1964, 3, 1)) == []

    def test_a_choice_meets_it(self) -> None:
        assert self.turning(date(1962, 3, 1), turning_choice="stay") == [(date(2027, 3, 1), True)]

    def test_whoever_was_past_the_age_when_the_case_began_turns_nothing(self) -> None:
        assert self.turning(date(1961, 11, 16)) == [(date(2026, 11, 16), False)]
        assert self.turning(date(1961, 11, 15)) == []


class TestStarts:
    by = standard()
    decided = (decision(), issued(date(2026, 11, 24)))

    def test_the_date_in_the_grant_counts_where_the_standard_gives_no_days(self) -> None:
        (found,) = (d for d in told(self.by, *self.decided, grant()) if d.rule == "provider_start")
        assert (found.due, found.service, found.met) == (date(2026, 12, 7), "clean", False)
        assert dues(self.by, "provider_start", grant()) == []

    def test_the_first_day_of_help_meets_it(self) -> None:
        begun = ProviderStart(id="l1", case="k1", service="clean", started_on=date(2026, 12, 8))
        other = msgspec.structs.replace(begun, service="shop")
        for start, met in ((begun, True), (other, False)):
            found = told(self.by, *self.decided, grant(), start)
            assert [d.met for d in found if d.rule == "provider_start"] == [met]

    def test_the_days_count_from_when_the_provider_was_told(self) -> None:
        told_on = ProviderStart(
            id="l1", case="k1", service="rengoering", informed_on=date(2026, 11, 30)
        )
        by = koebenhavn()
        assert dues(by, "start", *self.decided, kbh_grant()) == [date(2026, 12, 8)]
        assert dues(by, "start", *self.decided, kbh_grant(), told_on) == [date(2026, 12, 14)]

    def test_a_later_look_at_the_help_settles_it(self) -> None:
        later = Visit(
            id="v2",
            case="k1",
            kind="follow_up",
            state="closed",
            planned=Planned(start=datetime(2027, 3, 1, 9)),
        )
        found = told(self.by, *self.decided, grant(), later)
        assert [d.met for d in found if d.rule == "provider_start"] == [True]


def test_the_agreed_visit_is_met_by_a_later_one() -> None:
    agreed = visit(next_visit=date(2027, 6, 1))
    later = Visit(
        id="v2", case="k1", state="closed", planned=Planned(start=datetime(2027, 5, 30, 9))
    )
    cancelled = msgspec.structs.replace(later, state="cancelled")
    for other, met in ((later, True), (cancelled, False)):
        found = judged(casefile(agreed, other)).deadlines
        assert [d.met for d in found if d.rule == "next_visit"] == [met]


@settings(deadline=None, max_examples=50)
@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_no_date_stops_the_counting(received: date, decided: date, today: date, sent: date) -> None:
    records = (
        request(received_on=received),
        issued(decided),
        Complaint(id="q1", case="k1", received_on=sent),
        ProcessingNotice(id="m1", case="k1", new_date=sent, sent_on=sent),
        ProviderStart(id="l1", case="k1", service="rengoering", informed_on=sent),
        WorkplaceCheck(id="x1", case="k1", done_on=decided),
    )
    file = whole_case(*records)
    quick = due_days(file, koebenhavn(), denmark(), today)
    assert quick == judge(file, koebenhavn(), denmark(), today).deadlines
