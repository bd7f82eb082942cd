"""After the decision: short while empty, a line for each record, open under a locked decision."""

from datetime import date
from typing import Any, TypeVar

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import (
    Complaint,
    Delivery,
    HospitalStay,
    ProcessingNotice,
    ProviderStart,
    StatusReport,
    Swap,
)
from app.forms.after import AfterForm
from app.forms.after_complaints import ComplaintRow, ComplaintsCard
from app.forms.after_notices import HearingLine, HearingsCard, NoticesCard
from app.forms.after_provider import StartRow, StartsCard, SwapsCard
from app.forms.after_stays import ReportsCard, StaysCard
from app.forms.asks import GoTo, ShowDocument
from app.forms.logs import LogCard, LogRow
from app.forms.section import field_key
from app.workflow.edits import AddRecord
from tests.factories import (
    TODAY,
    casefile,
    decision,
    denmark,
    issued,
    koebenhavn,
    need,
    provider_choice,
    request,
)
from tests.forms import rich
from tests.forms.conftest import Open
from tests.forms.harness import Bench, editor_of, view_of

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def bench(open_form: Open) -> Bench:
    return open_form(AfterForm, "after", casefile(rich.granted()), rich.rich())


@pytest.fixture
def full(open_form: Open) -> Bench:
    return open_form(AfterForm, "after", rich.rich_case(), rich.rich())


def the(bench: Bench, kind: type[W]) -> W:
    return bench.form.findChildren(kind)[0]


def rows(card: LogCard) -> list[LogRow]:
    return [row for row in card.list.shown.values() if isinstance(row, LogRow)]


def lock(bench: Bench) -> None:
    """Show the section as the visit's page does when the decision is issued."""
    view = msgspec.structs.replace(bench.view, locked=True)
    bench.view = view.worked_in("after")
    bench.load()


def press(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("kind", [SwapsCard, StaysCard, ReportsCard, ComplaintsCard, NoticesCard])
def test_an_empty_list_is_a_line_and_a_button(bench: Bench, kind: type[LogCard]) -> None:
    card = the(bench, kind)
    assert card.empty.isVisible()
    assert card.add.isVisible()
    assert card.height() <= 150


def test_cards_that_the_standard_knows_nothing_of_stay_away(open_form: Open) -> None:
    plain = rich.rich(rules=[], documents={"used": []}, follow_up={"max_months": 12, "text": "Ja"})
    bench = open_form(AfterForm, "after", casefile(), plain)
    for kind in (SwapsCard, StaysCard, ReportsCard):
        assert not the(bench, kind).isVisible()
    assert the(bench, ComplaintsCard).isVisible()


def test_what_is_recorded_is_shown_whatever_the_standard_says(open_form: Open) -> None:
    plain = rich.rich(rules=[])
    bench = open_form(AfterForm, "after", casefile(Swap(id="y", case="k1")), plain)
    assert the(bench, SwapsCard).isVisible()


def test_a_swap_is_added_with_todays_day_and_opened_for_the_rest(
    bench: Bench, qtbot: QtBot
) -> None:
    card = the(bench, SwapsCard)
    press(qtbot, card.add)
    (made,) = bench.casefile.all(Swap)
    assert made.swapped_on == date(2026, 11, 23)
    (row,) = rows(card)
    assert row.disclosure.is_open()
    focused: Any = bench.page.window().focusWidget()
    assert row.isAncestorOf(focused)
    editor = editor_of(bench, made, "from_service")
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    assert bench.casefile.all(Swap)[0].from_service == "course"
    assert "Kursusforløb" in row.line.text()


def test_a_record_is_taken_away_and_its_line_with_it(full: Bench, qtbot: QtBot) -> None:
    card = the(full, SwapsCard)
    first = rows(card)[0]
    press(qtbot, first.remove)
    assert [s.id for s in full.casefile.all(Swap)] == ["y1"]
    assert len(rows(card)) == 1


def test_swaps_of_the_last_two_months_are_counted(open_form: Open) -> None:
    days = (date(2026, 9, 22), date(2026, 9, 23), date(2026, 11, 1), date(2026, 11, 23))
    swaps = [Swap(id=f"y{n}", case="k1", swapped_on=day) for n, day in enumerate(days)]
    bench = open_form(AfterForm, "after", casefile(*swaps), rich.rich())
    card = the(bench, SwapsCard)
    assert card.note.text().startswith("3 ")
    assert "3 ask" in card.note.text()
    assert [row.record_id for row in rows(card)] == ["y3", "y2", "y1", "y0"]


def test_days_of_support_are_counted_with_both_ends_and_the_limit_beside(full: Bench) -> None:
    (row,) = rows(the(full, StaysCard))
    assert "12 " in row.note.text()
    assert "8" in row.note.text()
    stay = full.casefile.all(HospitalStay)[0]
    full.write(stay, "support_until", date(2026, 11, 12))
    assert "1 " in row.note.text()
    full.write(stay, "support_until", date(2026, 11, 1))
    assert "before" in row.note.text()


def test_an_oral_complaint_asks_who_wrote_it_down(bench: Bench, qtbot: QtBot) -> None:
    press(qtbot, the(bench, ComplaintsCard).add)
    (made,) = bench.casefile.all(Complaint)
    taken = editor_of(bench, made, "taken_down_by")
    assert not taken.isVisible()
    editor_of(bench, made, "how").choose(1)
    assert taken.isVisible()
    editor_of(bench, made, "how").choose(0)
    assert not taken.isVisible()


@pytest.mark.parametrize(
    ("outcome", "goes_on"),
    [("upheld", True), ("partly", True), ("reversed", False), ("withdrawn", False)],
)
def test_a_complaint_that_is_not_met_in_full_goes_on_to_the_board(
    full: Bench, outcome: str, goes_on: bool
) -> None:
    row = the(full, ComplaintRow)
    row.disclosure.open()
    complaint = full.casefile.all(Complaint)[0]
    full.write(complaint, "outcome", outcome)
    assert editor_of(full, complaint, "reassessed_on").isVisible()
    assert editor_of(full, complaint, "sent_on").isVisible() == goes_on
    assert not editor_of(full, complaint, "board_answer").isVisible()
    full.write(complaint, "sent_on", date(2026, 12, 1))
    assert editor_of(full, complaint, "board_answer").isVisible()


def complained(bench: Bench, day: date, **fields: Any) -> str:
    complaint = Complaint(id="kl1", case="k1", received_on=day, about="decision", **fields)
    bench.edits.clear()
    bench.form.edited.emit(AddRecord(complaint))
    bench.load()
    return the(bench, ComplaintRow).note.text()


def test_a_complaint_says_by_when_it_is_looked_at_again(open_form: Open) -> None:
    bench = open_form(AfterForm, "after", casefile(rich.granted()), rich.rich())
    assert complained(bench, date(2026, 11, 20)) == (
        "To be looked at again by 18. december 2026 at the latest."
    )


def test_a_late_complaint_is_sent_on_all_the_same(open_form: Open) -> None:
    delivery = Delivery(
        id="d1", case="k1", version="w1", how="digital_post", sent_on=date(2026, 10, 1)
    )
    decided = (rich.granted(), decision(), issued(date(2026, 10, 1)), delivery)
    bench = open_form(AfterForm, "after", casefile(*decided), rich.rich())
    assert "came after" in complained(bench, date(2026, 11, 20))


def test_a_deadline_that_is_over_asks_for_a_notice_with_a_new_date(
    open_form: Open, qtbot: QtBot
) -> None:
    late = casefile(request(received_on=date(2026, 8, 1)), need(service="support"))
    bench = open_form(AfterForm, "after", late, rich.rich())
    card = the(bench, NoticesCard)
    assert "Svar på ansøgningen" in card.note.text()
    press(qtbot, card.add)
    (made,) = bench.casefile.all(ProcessingNotice)
    assert (made.deadline, made.request) == ("answer", "r1")
    (row,) = rows(card)
    bench.write(made, "new_date", date(2026, 12, 14))
    assert card.note.isVisible()
    bench.write(made, "sent_on", date(2026, 11, 23))
    assert not card.note.isVisible()
    show = next(b for b in row.findChildren(QPushButton) if b.text() == "Show the letter")
    press(qtbot, show)
    assert bench.asks == [ShowDocument("processing_notice", made.id)]


def test_a_hearing_is_shown_as_its_letter_and_gone_to_in_the_decision(
    full: Bench, qtbot: QtBot
) -> None:
    assert the(full, HearingsCard).isVisible()
    line = the(full, HearingLine)
    press(qtbot, line.show_it)
    press(qtbot, line.goto)
    assert full.asks[0] == ShowDocument("hearing", "q1")
    assert isinstance(full.asks[1], GoTo)
    assert full.asks[1].anchor.section == "decision"


def test_each_granted_service_has_a_line_for_how_it_began(full: Bench, qtbot: QtBot) -> None:
    starts = the(full, StartsCard).list.shown
    assert len(starts) == 2
    drafted = next(r for key, r in starts.items() if key != "i1" and isinstance(r, StartRow))
    drafted.disclosure.open()
    assert len(full.casefile.all(ProviderStart)) == 1
    record = drafted.record(full.view)
    day = editor_of(full, record, "started_on")
    day.edit.setFocus()
    qtbot.keyClicks(day.edit, "23112026")
    qtbot.keyClick(day.edit, Qt.Key.Key_Tab)
    made = full.casefile.get(ProviderStart, record.id)
    assert made is not None
    assert (made.service, made.started_on) == ("course", date(2026, 11, 23))
    assert "23/11 2026" in drafted.note.text()


def test_another_start_is_offered_after_a_change_of_provider(open_form: Open, qtbot: QtBot) -> None:
    begun = ProviderStart(id="i1", case="k1", service="support", started_on=date(2026, 11, 1))
    change = provider_choice(service="support", provider="Engen", is_change=True)
    bench = open_form(AfterForm, "after", casefile(rich.granted(), begun, change), rich.rich())
    row = the(bench, StartRow)
    press(qtbot, row.again)
    old, new = bench.casefile.all(ProviderStart)
    assert old == begun
    assert (new.service, new.provider) == ("support", "Engen")
    assert not row.again.isVisible()


def test_a_change_of_provider_is_made_where_providers_are_chosen(
    bench: Bench, qtbot: QtBot
) -> None:
    press(qtbot, the(bench, StartsCard).to_provider)
    assert bench.asks[0].anchor.section == "provider"


def test_a_status_report_is_read_and_shown(full: Bench, qtbot: QtBot) -> None:
    (row,) = rows(the(full, ReportsCard))
    row.disclosure.open()
    report = full.casefile.all(StatusReport)[0]
    effect = editor_of(full, report, "effect")
    effect.setFocus()
    qtbot.keyClicks(effect, "Ja. ")
    qtbot.keyClick(effect, Qt.Key.Key_Tab)
    assert "Ja." in full.casefile.all(StatusReport)[0].effect
    show = next(b for b in row.findChildren(QPushButton) if b.text() == "Show status report")
    press(qtbot, show)
    assert full.asks[-1] == ShowDocument("status_report", "t1")


def test_fields_of_folded_records_are_made_when_they_are_wanted(full: Bench) -> None:
    folded = full.form.findChildren(LogRow)
    assert len(folded) > 5
    assert all(row.details is None for row in folded)
    complaint = full.casefile.all(Complaint)[0]
    assert full.form.reveal(field_key(complaint, "text"))
    assert [type(row) for row in folded if row.details is not None] == [ComplaintRow]


def test_everything_here_stays_open_when_the_decision_is_locked(full: Bench, qtbot: QtBot) -> None:
    lock(full)
    row = the(full, ComplaintRow)
    row.disclosure.open()
    complaint = full.casefile.all(Complaint)[0]
    text = editor_of(full, complaint, "text")
    text.setFocus()
    qtbot.keyClicks(text, "For lidt hjælp")
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert full.casefile.all(Complaint)[0].text == "For lidt hjælp"
    press(qtbot, the(full, SwapsCard).add)
    assert len(full.casefile.all(Swap)) == 3


def test_a_refused_text_under_a_locked_decision_is_not_forgotten(full: Bench, qtbot: QtBot) -> None:
    from app.forms.binding import TextBinding

    lock(full)
    the(full, ComplaintRow).disclosure.open()
    complaint = full.casefile.all(Complaint)[0]
    full.reload = False
    text = editor_of(full, complaint, "text")
    text.setFocus()
    qtbot.keyClicks(text, "x")
    bindings = full.form.findChildren(TextBinding)
    assert [b.editor for b in bindings if b.unwritten(full.view)] == [text]


def test_koebenhavns_section_after_the_decision_is_short(open_form: Open) -> None:
    bench = open_form(AfterForm, "after", casefile(), koebenhavn())
    assert the(bench, SwapsCard).isVisible()
    assert bench.form.height() < 900


def test_under_several_standards_the_rules_of_each_count(open_form: Open) -> None:
    plain = rich.rich(rules=[], documents={"used": []}, follow_up={"max_months": 12, "text": "Ja"})
    swaps = [Swap(id=f"y{n}", case="k1", swapped_on=date(2026, 11, n + 1)) for n in range(2)]
    file = casefile(*swaps)
    shares = {s.id: view_of(file, s, denmark(), TODAY) for s in (plain, koebenhavn())}
    bench = open_form(AfterForm, "after", file, plain, shares=shares)
    assert "3 ask" in the(bench, SwapsCard).note.text()
