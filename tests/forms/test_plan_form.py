"""Plans and orders: only what the standard names, drafts until something is written."""

from datetime import date
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.records import ActionPlan, Order, ProviderPlan
from app.forms.action_plan import ActionPlanCard
from app.forms.asks import GoTo, ShowDocument
from app.forms.plan import PlanForm
from app.forms.plan_orders import OrderRow, OrdersCard
from app.forms.plan_provider import ProviderPlanRow, ProviderPlansCard
from app.forms.plan_record import action_plan_of, order_in, plan_in
from tests.factories import casefile, goal, provider_choice
from tests.forms import rich
from tests.forms.conftest import Open
from tests.forms.harness import Bench, editor_of

TODAY_IS = date(2026, 11, 23)


@pytest.fixture
def bench(open_form: Open) -> Bench:
    chosen = provider_choice(service="support", provider="Lunden")
    return open_form(PlanForm, "plan", casefile(rich.granted(), chosen), rich.rich())


def shown(bench: Bench, text: str) -> list[QPushButton]:
    buttons = bench.form.findChildren(QPushButton)
    return [b for b in buttons if b.isVisible() and b.text() == text]


def words(bench: Bench) -> str:
    labels = bench.form.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_only_what_the_standard_names_among_its_documents_is_there(open_form: Open) -> None:
    only = rich.rich(documents={"used": ["order"]})
    bench = open_form(PlanForm, "plan", casefile(rich.granted()), only)
    assert bench.form.findChildren(OrdersCard)
    assert not bench.form.findChildren(ActionPlanCard)
    assert not bench.form.findChildren(ProviderPlansCard)
    none = open_form(PlanForm, "plan", casefile(), rich.rich(documents={"used": []}))
    assert "no plans" in words(none)


def test_the_contents_of_an_action_plan_are_asked_when_the_citizen_wants_one(
    bench: Bench, qtbot: QtBot
) -> None:
    plan = action_plan_of(bench.view)
    purpose = editor_of(bench, plan, "purpose")
    assert not purpose.isVisible()
    editor_of(bench, plan, "wish").choose(0)
    assert purpose.isVisible()
    purpose.setFocus()
    qtbot.keyClicks(purpose, "At klare hverdagen.")
    qtbot.keyClick(purpose, Qt.Key.Key_Tab)
    (made,) = bench.casefile.all(ActionPlan)
    assert (made.wish, made.purpose, made.case) == ("yes", "At klare hverdagen.", "k1")
    qtbot.mouseClick(shown(bench, "Show action plan")[0], Qt.MouseButton.LeftButton)
    assert bench.asks == [ShowDocument("action_plan")]


def test_a_no_to_the_action_plan_is_a_full_answer(bench: Bench) -> None:
    plan = action_plan_of(bench.view)
    editor_of(bench, plan, "wish").choose(1)
    assert "citizen's choice" in words(bench)
    assert not editor_of(bench, plan, "purpose").isVisible()
    assert editor_of(bench, plan, "wish_reason").isVisible()


def test_what_is_written_in_a_plan_is_never_hidden_by_a_no(open_form: Open) -> None:
    plan = ActionPlan(id="h", case="k1", wish="no", purpose="Noget skrevet")
    bench = open_form(PlanForm, "plan", casefile(plan), rich.rich())
    assert editor_of(bench, plan, "purpose").isVisible()


def order_row(bench: Bench) -> OrderRow:
    return bench.form.findChildren(OrderRow)[0]


def test_nothing_is_written_until_an_order_is_filled_in(bench: Bench, qtbot: QtBot) -> None:
    row = order_row(bench)
    row.disclosure.open()
    assert bench.edits == []
    message = editor_of(bench, order_in(bench.view, row.record_id), "message")
    message.setFocus()
    qtbot.keyClicks(message, "Ring på den nederste klokke.")
    qtbot.keyClick(message, Qt.Key.Key_Tab)
    (made,) = bench.casefile.all(Order)
    assert (made.service, made.provider) == ("support", "Lunden")
    assert made.message == "Ring på den nederste klokke."


def test_showing_an_order_writes_it_first_so_that_there_is_one(bench: Bench, qtbot: QtBot) -> None:
    row = order_row(bench)
    row.disclosure.open()
    qtbot.mouseClick(shown(bench, "Show order")[0], Qt.MouseButton.LeftButton)
    assert bench.casefile.get(Order, row.record_id) is not None
    assert bench.asks == [ShowDocument("order", row.record_id)]
    qtbot.mouseClick(shown(bench, "Show order")[0], Qt.MouseButton.LeftButton)
    assert len(bench.edits) == 1


def test_an_order_says_which_goals_go_with_it_and_where_to_set_some(
    bench: Bench, qtbot: QtBot
) -> None:
    row = order_row(bench)
    assert "no goals" in row.note.text()
    qtbot.mouseClick(row.to_goals, Qt.MouseButton.LeftButton)
    assert isinstance(bench.asks[0], GoTo)
    assert bench.asks[0].anchor.section == "goals"
    bench.write(goal(services=("support",)), "text", "Jeg laver mad.")
    assert "1" in row.note.text()
    assert not row.to_goals.isVisible()


def test_a_new_order_is_made_when_the_last_one_is_sent(bench: Bench, qtbot: QtBot) -> None:
    row = order_row(bench)
    assert not row.again.isVisible()
    bench.write(order_in(bench.view, row.record_id), "sent_on", TODAY_IS)
    qtbot.mouseClick(row.again, Qt.MouseButton.LeftButton)
    orders = bench.casefile.all(Order)
    assert len(orders) == 2
    rows: Any = bench.form.findChildren(OrdersCard)[0].list
    assert list(rows.shown) == [orders[1].id, orders[0].id]
    assert not row.again.isVisible()


def test_a_providers_plan_is_folded_until_it_is_wanted(bench: Bench, qtbot: QtBot) -> None:
    (row,) = bench.form.findChildren(ProviderPlanRow)
    assert row.details is None
    qtbot.mouseClick(row.disclosure.button, Qt.MouseButton.LeftButton)
    goals = editor_of(bench, plan_in(bench.view, row.record_id), "goals")
    goals.setFocus()
    qtbot.keyClicks(goals, "At komme ud ad døren.")
    qtbot.keyClick(goals, Qt.Key.Key_Tab)
    (made,) = bench.casefile.all(ProviderPlan)
    assert (made.service, made.goals) == ("support", "At komme ud ad døren.")


def test_a_field_is_gone_to_though_it_is_folded(bench: Bench) -> None:
    row = order_row(bench)
    order = order_in(bench.view, row.record_id)
    bench.write(order, "message", "Hej")
    from app.forms.section import field_key

    assert bench.form.reveal(field_key(order, "sent_on"))
    assert row.disclosure.is_open()
    editor = editor_of(bench, order, "sent_on")
    assert editor.isAncestorOf(bench.page.window().focusWidget())


def test_plans_and_orders_stay_open_when_the_decision_is_locked(bench: Bench, qtbot: QtBot) -> None:
    row = order_row(bench)
    row.disclosure.open()
    bench.view = msgspec.structs.replace(bench.view, locked=True).worked_in("plan")
    bench.load()
    message = editor_of(bench, order_in(bench.view, row.record_id), "message")
    message.setFocus()
    qtbot.keyClicks(message, "Sendt igen")
    qtbot.keyClick(message, Qt.Key.Key_Tab)
    (made,) = bench.casefile.all(Order)
    assert made.message == "Sendt igen"
    assert editor_of(bench, action_plan_of(bench.view), "wish").isEnabled()
