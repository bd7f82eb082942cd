"""The request: receipt, needs as records, urgency, and the deadlines that follow."""

from datetime import date

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.ids import derived_id
from app.domain.records import Request
from app.forms.needs import GroupNeeds
from app.forms.request import DeadlinesPart, RequestForm
from app.widgets.chips import Chip
from app.widgets.inputs import ChipButton
from tests.factories import casefile, need, request, visit
from tests.forms.conftest import Open
from tests.forms.harness import Bench, editor_of
from tests.paragraph_85 import koege


@pytest.fixture
def bench(open_form: Open) -> Bench:
    return open_form(RequestForm, "request", casefile(request(received_on=None)))


def group(bench: Bench, group_id: str) -> GroupNeeds:
    return next(g for g in bench.form.findChildren(GroupNeeds) if g.group == group_id)


def chip(bench: Bench, group_id: str, service: str) -> ChipButton:
    chips = group(bench, group_id).chips
    return chips.chips[chips.values.index(service)]


def deadlines(bench: Bench) -> list[str]:
    shown = bench.form.findChild(DeadlinesPart)
    assert isinstance(shown, DeadlinesPart)
    return [label.text() for label in shown.findChildren(QLabel) if label.isVisible()]


def test_a_standard_without_deadlines_does_not_promise_any(open_form: Open) -> None:
    told = open_form(RequestForm, "request", casefile(visit(next_visit=None), request()), koege())
    said = "The standard has no deadlines that run from the request."
    assert deadlines(told)[-1] == said


def test_a_service_is_applied_for_with_a_chip_and_taken_back(bench: Bench, qtbot: QtBot) -> None:
    cleaning = chip(bench, "praktisk", "rengoering")
    qtbot.mouseClick(cleaning, Qt.MouseButton.LeftButton)
    (applied,) = bench.casefile.needs
    assert (applied.service, applied.group, applied.request, applied.case) == (
        "rengoering",
        "praktisk",
        "r1",
        "k1",
    )
    qtbot.keyClick(cleaning, Qt.Key.Key_Space)
    assert bench.casefile.needs == ()


def test_something_else_is_applied_for_in_words(bench: Bench, qtbot: QtBot) -> None:
    practical = group(bench, "praktisk")
    practical.add.setFocus()
    qtbot.keyClick(practical.add, Qt.Key.Key_Space)
    line = QApplication.focusWidget()
    qtbot.keyClicks(line, "Hjælp til at lufte hunden")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    (applied,) = bench.casefile.needs
    assert (applied.text, applied.group, applied.service) == (
        "Hjælp til at lufte hunden",
        "praktisk",
        "",
    )
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert bench.casefile.needs == ()


def test_deadlines_follow_from_the_day_and_the_needs(open_form: Open, qtbot: QtBot) -> None:
    """Received 2 March for both kinds: personal due 9 March, practical due 16 March."""
    file = casefile(
        request(received_on=date(2026, 3, 2)),
        need("n1", service="personlig_pleje"),
        need("n2", service="rengoering"),
    )
    bench = open_form(RequestForm, "request", file)
    bench.change(today=date(2026, 3, 9))
    qtbot.waitUntil(lambda: "mandag den 9. marts 2026" in "\n".join(deadlines(bench)))
    words = "\n".join(deadlines(bench))
    assert "mandag den 16. marts 2026" in words
    tones = {c.tone for c in bench.form.findChildren(Chip)}
    assert tones == {"warn", "info"}
    bench.change(today=date(2026, 3, 10))
    QApplication.processEvents()
    assert {c.tone for c in bench.form.findChildren(Chip) if c.isVisible()} == {"bad", "info"}


def test_deadlines_come_as_soon_as_the_day_is_typed(bench: Bench, qtbot: QtBot) -> None:
    qtbot.mouseClick(chip(bench, "praktisk", "rengoering"), Qt.MouseButton.LeftButton)
    received = editor_of(bench, request(), "received_on")
    received.edit.setFocus()
    qtbot.keyClicks(received.edit, "16/11-2026")
    qtbot.keyClick(received.edit, Qt.Key.Key_Tab)
    due = "mandag den 30. november 2026"
    qtbot.waitUntil(lambda: due in "\n".join(deadlines(bench)))


def test_an_impossible_day_is_explained_and_stays_as_typed(bench: Bench, qtbot: QtBot) -> None:
    received = editor_of(bench, request(), "received_on")
    received.edit.setFocus()
    qtbot.keyClicks(received.edit, "31/2-2026")
    qtbot.keyClick(received.edit, Qt.Key.Key_Tab)
    bench.write(request(), "caller", "Karen")
    assert received.has_error()
    assert received.edit.text() == "31/2-2026"
    assert bench.casefile.request is not None
    assert bench.casefile.request.received_on is None


def test_the_day_the_citizen_was_contacted_is_kept(bench: Bench, qtbot: QtBot) -> None:
    """KBH-023: contact made, to agree the day and time of the visit."""
    contacted = editor_of(bench, request(), "contacted_on")
    contacted.edit.setFocus()
    qtbot.keyClicks(contacted.edit, "17/11-2026")
    qtbot.keyClick(contacted.edit, Qt.Key.Key_Tab)
    assert bench.casefile.request is not None
    assert bench.casefile.request.contacted_on == date(2026, 11, 17)


def test_the_caller_and_consent_are_asked_when_others_asked(open_form: Open) -> None:
    own = open_form(RequestForm, "request", casefile(request(received_from="citizen")))
    assert not editor_of(own, request(), "caller_consent").isVisible()
    other = open_form(RequestForm, "request", casefile(request(received_from="gp")))
    consent = editor_of(other, request(), "caller_consent")
    consent.choose(1)
    assert other.casefile.request is not None
    assert other.casefile.request.caller_consent is False


def test_an_acute_need_gets_its_start_and_its_reason(bench: Bench, qtbot: QtBot) -> None:
    start = editor_of(bench, request(), "acute_start")
    assert not start.isVisible()
    editor_of(bench, request(), "acute").choose(0)
    assert start.isVisible()
    why = editor_of(bench, request(), "acute_reason")
    why.setFocus()
    qtbot.keyClicks(why, "Udskrives i dag")
    qtbot.keyClick(why, Qt.Key.Key_Tab)
    assert bench.casefile.request is not None
    assert bench.casefile.request.acute_reason == "Udskrives i dag"


def test_the_first_edit_makes_the_request_of_the_case(open_form: Open, qtbot: QtBot) -> None:
    bench = open_form(RequestForm, "request", casefile())
    made = Request(id=derived_id("k1", "request"), case="k1")
    editor_of(bench, made, "acute").choose(1)
    assert bench.casefile.request == msgspec.structs.replace(made, acute=False)
