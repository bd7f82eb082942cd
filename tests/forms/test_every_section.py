"""What holds for every section: spoken names, Tab as it is read, no scrolling sideways."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.casefile import CaseFile
from app.domain.records import Hearing
from app.domain.values import Address, Interpreter
from app.forms.after import AfterForm
from app.forms.assessment import AssessmentForm
from app.forms.consent import ConsentForm
from app.forms.decision import DecisionForm
from app.forms.disclosure import Disclosure
from app.forms.follow_up import FollowUpForm
from app.forms.goals import GoalsForm
from app.forms.household import HouseholdForm
from app.forms.overall import OverallForm
from app.forms.plan import PlanForm
from app.forms.provider import ProviderForm
from app.forms.questions import QuestionsForm
from app.forms.request import RequestForm
from app.forms.section import SectionForm
from app.forms.services import ServicesForm
from app.forms.workplace import WorkplaceForm
from app.widgets.theme import apply_theme
from tests.factories import (
    WEEKLY,
    assessment,
    casefile,
    citizen,
    consent,
    contact,
    decision,
    decision_item,
    goal,
    grant,
    member,
    need,
    provider_choice,
    request,
    standard,
    workplace_item,
)
from tests.forms import rich
from tests.forms.conftest import Open
from tests.forms.harness import Bench

# These are what standards beside København's bring: shown with a made-up one that has it all.
BEYOND: dict[str, Callable[..., SectionForm]] = {
    "overall": OverallForm,
    "plan": PlanForm,
    "follow_up": FollowUpForm,
    "after": AfterForm,
}
SECTIONS: dict[str, Callable[..., SectionForm]] = {
    "household": HouseholdForm,
    "request": RequestForm,
    "conversation": QuestionsForm,
    "assessment": AssessmentForm,
    "goals": GoalsForm,
    "workplace": WorkplaceForm,
    "consent": ConsentForm,
    "services": ServicesForm,
    "provider": ProviderForm,
    "decision": DecisionForm,
    **BEYOND,
}
LONG = "Margrethe-Kristine Østergaard-Sørensen af Rosenkrantz-Kjærsgårdsholm " * 3
CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.SpinBox,
}
each_section = pytest.mark.parametrize("section", SECTIONS)


def full_case() -> CaseFile:
    """Return a case where every list has something in it, with long names."""
    return casefile(
        citizen(
            name=LONG,
            address=Address(street=LONG, postcode="3400", city=LONG),
            interpreter=Interpreter(need=True, kind="sign"),
            protected_address=True,
        ),
        member(name=LONG),
        contact("o1", name=LONG),
        contact("o2", role="companion", name=LONG),
        contact("o3", role="guardian", name=LONG),
        request(received_from="gp", caller=LONG, acute=True),
        need("n1"),
        need("n2", group="praktisk", text=LONG),
        assessment("bad", "3", own_words=LONG, observation=LONG, changed=LONG),
        goal(text=LONG),
        grant("g1", extent=WEEKLY, weekdays=(0, 3), time_of_day=("forenoon",), need="n1"),
        grant("g2", service="personlig_pleje", items=("bad",), purpose=LONG),
        provider_choice(provider=LONG),
        workplace_item("adgang.vej", "action", remark=LONG),
        consent("obtain", parties=LONG, information=LONG),
        decision(facts=LONG, citizens_views=LONG),
        decision_item("n1", "partly", reasons=LONG),
        decision_item("n2", "changed", what_changed=LONG, before=LONG, after=LONG),
        Hearing(id="h1", case="k1", source=LONG, known=False, detrimental=True, essential=True),
    )


def shown(open_form: Open, section: str, **more: Any) -> Bench:
    if section not in BEYOND:
        return open_form(SECTIONS[section], section, full_case(), **more)
    case, last_time = rich.rich_case(), rich.before()
    bench = open_form(SECTIONS[section], section, case, rich.rich(), previous=last_time, **more)
    for fold in bench.form.findChildren(Disclosure):
        fold.open()
    QApplication.processEvents()
    return bench


def interfaces(of: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield of
    for index in range(of.childCount()):
        child = of.child(index)
        if child is not None:
            yield from interfaces(child)


@each_section
def test_every_control_has_a_name_for_a_screen_reader(open_form: Open, section: str) -> None:
    bench = shown(open_form, section)
    found = list(interfaces(QAccessible.queryAccessibleInterface(bench.form)))
    controls = [i for i in found if i.role() in CONTROLS and not i.state().invisible]
    assert len(controls) > 5
    nameless = [i.role() for i in controls if not i.text(QAccessible.Text.Name).strip()]
    assert nameless == []


@each_section
def test_nothing_scrolls_sideways_in_a_small_window(open_form: Open, section: str) -> None:
    """At 1092x614 the form has some 540 pixels between the sections and the findings."""
    bench = shown(open_form, section, width=556)
    page: Any = bench.page
    assert page.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    "section", ["household", "request", "conversation", "assessment", "goals", *BEYOND]
)
def test_nothing_scrolls_sideways_with_larger_text(
    open_form: Open, qapp: QApplication, section: str
) -> None:
    bench = shown(open_form, section, width=556)
    apply_theme(qapp, "light", 1.25)
    QApplication.processEvents()
    page: Any = bench.page
    assert page.horizontalScrollBar().maximum() == 0


@each_section
def test_tab_goes_through_a_section_from_top_to_bottom(
    open_form: Open, qtbot: QtBot, section: str
) -> None:
    bench = shown(open_form, section, width=840)
    bench.form.reveal(None)
    stops = list(stops_of(bench, qtbot))
    assert len(stops) > 5
    tops = [top_of(stop, bench.form) for stop in stops]
    jumps = [(a, b) for a, b in pairwise(tops) if b < a - 90]
    assert jumps == []


@each_section
def test_a_section_loads_without_asking_for_anything(open_form: Open, section: str) -> None:
    bench = shown(open_form, section)
    bench.load()
    bench.change(locked=True)
    bench.change(locked=False)
    assert bench.edits == []
    assert bench.asks == []


@each_section
def test_a_load_moves_neither_focus_nor_page(open_form: Open, section: str) -> None:
    bench = shown(open_form, section)
    bench.form.reveal(None)
    page: Any = bench.page
    page.verticalScrollBar().setValue(200)
    focus = QApplication.focusWidget()
    bench.load()
    QApplication.processEvents()
    assert QApplication.focusWidget() is focus
    assert page.verticalScrollBar().value() == min(200, page.verticalScrollBar().maximum())


@each_section
def test_a_section_is_built_anew_for_another_standard(open_form: Open, section: str) -> None:
    bench = shown(open_form, section)
    bench.change(standard=standard())
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
    bench.load()
    assert bench.edits == []


@each_section
@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_a_section_is_shown_in_every_look(
    open_form: Open, qapp: QApplication, section: str, look: str
) -> None:
    bench = shown(open_form, section)
    apply_theme(qapp, look)
    QApplication.processEvents()
    assert not bench.page.grab().isNull()


def stops_of(bench: Bench, qtbot: QtBot) -> Iterator[QWidget]:
    """Yield each place where Tab stops in the form, until it comes round or leaves."""
    first = QApplication.focusWidget()
    stop = first
    while stop is not None and bench.form.isAncestorOf(stop):
        yield stop
        qtbot.keyClick(stop, Qt.Key.Key_Tab)
        stop = QApplication.focusWidget()
        if stop is first:
            return


def top_of(widget: QWidget, page: QWidget) -> int:
    return widget.mapTo(page, widget.rect().topLeft()).y()
