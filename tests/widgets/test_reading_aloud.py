"""What a screen reader hears: every control has a name and a role, charts have a text."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.findings import Anchor, Finding, Proposal
from app.widgets.banner import Banner
from app.widgets.buttons import icon_button, link_button, plain_button, primary_button
from app.widgets.card import EmptyState
from app.widgets.chips import Chip
from app.widgets.fields import Combo, LineEdit, TextArea, labelled
from app.widgets.finding_card import FindingCard, ProposalCard
from app.widgets.ink_pad import InkPad
from app.widgets.inputs import (
    DateField,
    ExtentField,
    MultiChoice,
    NumberField,
    Segments,
    WeekdayPicker,
    YesNo,
)
from app.widgets.level_scale import LevelScale
from app.widgets.nav import SectionNav, SideNav
from app.widgets.preview import PdfPreview
from app.widgets.profile import ProfileBars
from app.widgets.timeline import DeadlineLine
from app.widgets.week_view import WeekView

Role = QAccessible.Role
INTERACTIVE = {
    Role.PushButton,
    Role.RadioButton,
    Role.CheckBox,
    Role.EditableText,
    Role.ComboBox,
    Role.Link,
    Role.ButtonMenu,
    Role.ButtonDropDown,
    Role.SpinBox,
    Role.Slider,
}
FINDING = Finding(
    id="f",
    rule="r",
    title="Måltider, niveau 2",
    text="Standarden giver vejledning.",
    ref="11.1.3",
    anchor=Anchor(section="services"),
)
PROPOSAL = Proposal(
    id="p", area="a", level="3", service="s", items=(), extent=None, text="Bad.", ref="11"
)


def sections() -> SectionNav:
    nav = SectionNav()
    nav.set_sections([("a", "Borger", "complete"), ("b", "Mål", "partial"), ("c", "Brev", "empty")])
    return nav


def places() -> SideNav:
    nav = SideNav("Hjemmebesøg")
    nav.set_items([("day", "Dagens besøg"), ("all", "Borgere")])
    nav.set_badge("day", "4")
    return nav


MAKERS: dict[str, Callable[[], QWidget]] = {
    "level scale": lambda: LevelScale("Bad", [("1", "1", "selv"), ("2", "2", "let støtte")]),
    "segments": lambda: Segments("Lov", [("a", "Den ene"), ("b", "Den anden")]),
    "yes or no": lambda: YesNo("Rask"),
    "chips": lambda: MultiChoice("Tid", [("a", "Morgen"), ("b", "Aften")]),
    "weekdays": lambda: WeekdayPicker("Dage"),
    "date": lambda: DateField("Dato"),
    "number": lambda: NumberField("Areal", "m²"),
    "extent": lambda: ExtentField("Omfang"),
    "line": lambda: labelled("Navn", LineEdit()),
    "text": lambda: labelled("Bemærkning", TextArea()),
    "list": lambda: labelled("Relation", Combo([("", "Ikke valgt"), ("a", "Søn")])),
    "primary button": lambda: primary_button("Lås"),
    "button": lambda: plain_button("Luk"),
    "link": lambda: link_button("Gå til"),
    "icon": lambda: icon_button("undo", "Fortryd"),
    "finding": lambda: FindingCard(FINDING),
    "proposal": lambda: ProposalCard(PROPOSAL, "Bad"),
    "sections": sections,
    "places": places,
    "banner": lambda: Banner("Det er fortrudt.", "info", "Gør om"),
    "empty": lambda: EmptyState("Ingen besøg", "Hent en liste.", "Hent"),
    "ink": lambda: InkPad("Anna Test"),
    "preview": PdfPreview,
    "chip": lambda: Chip("Klar"),
}


def walk(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield node
    for index in range(node.childCount()):
        child = node.child(index)
        if child is not None and child.isValid():
            yield from walk(child)


def heard(widget: QWidget) -> list[tuple[Role, str, str]]:
    top = QAccessible.queryAccessibleInterface(widget)
    text = QAccessible.Text
    return [
        (node.role(), node.text(text.Name), node.text(text.Description))
        for node in walk(top)
        if not node.state().invisible
    ]


@pytest.fixture(params=MAKERS, ids=str)
def widget(request: pytest.FixtureRequest, qtbot: QtBot) -> Any:
    made = MAKERS[request.param]()
    qtbot.addWidget(made)
    made.show()
    return made


def test_no_control_is_without_a_name(widget: QWidget) -> None:
    nameless = [node for node in heard(widget) if node[0] in INTERACTIVE and not node[1].strip()]
    assert nameless == []


def test_each_name_in_a_group_is_its_own(widget: QWidget) -> None:
    names = [name for role, name, _ in heard(widget) if role in (Role.RadioButton, Role.CheckBox)]
    assert len(names) == len(set(names))


def test_segments_are_heard_as_radio_buttons_with_the_level_in_words(qtbot: QtBot) -> None:
    scale = LevelScale("Bad", [("2", "2", "let støtte"), ("3", "3", "med hjælp")])
    qtbot.addWidget(scale)
    scale.set_value("3")
    scale.show()
    top = QAccessible.queryAccessibleInterface(scale)
    radios = [node for node in walk(top) if node.role() == Role.RadioButton]
    names = [node.text(QAccessible.Text.Name) for node in radios]
    assert names == ["Bad: 2, let støtte", "Bad: 3, med hjælp"]
    assert [bool(node.state().checked) for node in radios] == [False, True]


def test_chips_are_heard_as_check_boxes(qtbot: QtBot) -> None:
    chips = MAKERS["chips"]()
    qtbot.addWidget(chips)
    chips.show()
    assert [role for role, _, _ in heard(chips)].count(Role.CheckBox) == 2


def test_a_screen_readers_press_is_heard_as_a_choice(qtbot: QtBot) -> None:
    answer = YesNo("Rask")
    qtbot.addWidget(answer)
    answer.show()
    top = QAccessible.queryAccessibleInterface(answer)
    yes = next(node for node in walk(top) if node.role() == Role.RadioButton)
    actions = yes.actionInterface()
    with qtbot.waitSignal(answer.changed, timeout=1000) as told:
        actions.doAction(actions.toggleAction())
    assert told.args == [True]


def test_sections_are_heard_with_their_state(qtbot: QtBot) -> None:
    nav = sections()
    qtbot.addWidget(nav)
    nav.show()
    names = [name for role, name, _ in heard(nav) if role == Role.RadioButton]
    assert names == ["Borger, filled in", "Mål, begun", "Brev, not begun"]
    nav.set_state("c", "complete")
    assert nav.items["c"].accessibleName() == "Brev, filled in"


def test_counts_are_heard_with_their_place(qtbot: QtBot) -> None:
    nav = places()
    qtbot.addWidget(nav)
    assert nav.items["day"].accessibleName() == "Dagens besøg, 4"
    nav.set_badge("day", "")
    assert nav.items["day"].accessibleName() == "Dagens besøg"


def test_charts_have_a_text(qtbot: QtBot) -> None:
    profile = ProfileBars()
    profile.set_rows([("Bad", 2, 4, "3"), ("Indkøb", None, 4, "")])
    line = DeadlineLine()
    line.set_days(date(2026, 11, 21), [(date(2026, 11, 23), "A. Test · afgørelse", "bad")])
    week = WeekView([("m", "Morgen")])
    week.set_entries([(0, "m", "Bad", "info"), (2, "m", "Bad", "info")])
    for chart in (profile, line, week):
        qtbot.addWidget(chart)
        assert chart.accessibleName()
    assert profile.accessibleDescription() == "Bad: 3; Indkøb: not assessed"
    assert line.accessibleDescription() == "23/11: A. Test · afgørelse"
    assert week.accessibleDescription() == "Monday: Morgen: Bad. Wednesday: Morgen: Bad"


def test_a_finding_is_heard_whole_with_its_source_and_state(qtbot: QtBot) -> None:
    card = FindingCard(FINDING)
    qtbot.addWidget(card)
    for words in (FINDING.title, "vejledning", FINDING.ref, "Reason is missing"):
        assert words in card.accessibleName()
    assert FINDING.title in card.reason.accessibleName()
