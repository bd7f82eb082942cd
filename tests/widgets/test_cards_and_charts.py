"""Findings, proposals, navigation, notices and charts: what they show, tell and fit into."""

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.findings import Anchor, Finding, Proposal
from app.widgets.banner import Banner
from app.widgets.card import Card, EmptyState, heading, muted, section_title
from app.widgets.chips import Chip, Tone
from app.widgets.finding_card import FindingCard, ProposalCard
from app.widgets.nav import SectionNav, SideNav
from app.widgets.profile import ProfileBars
from app.widgets.theme import apply_theme, font
from app.widgets.timeline import EDGE, DeadlineLine
from app.widgets.week_view import WeekView

START = date(2026, 11, 21)
FINDING = Finding(
    id="f", rule="r", title="Rengøring hver uge", text="Standarden siger hver 14. dag.",
    ref="12.1", anchor=Anchor(section="services"),
)  # fmt: skip
PROPOSAL = Proposal(
    id="p", area="a", level="3", service="s", items=(), extent=None, text="Bad.", ref="11"
)
NASTY = ["<b>fed</b>", "&Gem & luk", "x" * 400, "👩‍👧 æøå", "linje\nlinje", ""]


def shown(qtbot: QtBot, widget: QWidget) -> Any:
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def test_a_finding_asks_for_a_reason_and_shows_when_it_has_one(qtbot: QtBot) -> None:
    card = shown(qtbot, FindingCard(FINDING))
    assert card.tone == "warn"
    heard: list[str] = []
    card.reason_typed.connect(heard.append)
    card.reason.setFocus()
    qtbot.keyClicks(card.reason, "Allergi")
    assert heard[-1] == "Allergi"
    assert card.tone == "neutral"
    assert card.state.text() == "Reason given"


def test_leaving_the_reason_is_told(qtbot: QtBot) -> None:
    card = shown(qtbot, FindingCard(FINDING))
    card.reason.setFocus()
    with qtbot.waitSignal(card.reason_left, timeout=1000):
        card.link.setFocus()


def test_a_finding_shown_anew_leaves_the_reason_that_is_being_typed(qtbot: QtBot) -> None:
    card = shown(qtbot, FindingCard(FINDING))
    card.reason.setFocus()
    qtbot.keyClicks(card.reason, "Aller")
    with qtbot.assertNotEmitted(card.reason_typed):
        card.set_finding(msgspec.structs.replace(FINDING, title="Ny titel", reason="All"))
    assert card.reason.toPlainText() == "Aller"
    assert card.title.text() == "Ny titel"
    card.link.setFocus()
    with qtbot.assertNotEmitted(card.reason_typed):
        card.set_finding(msgspec.structs.replace(FINDING, reason="Allergi"))
    assert card.reason.toPlainText() == "Allergi"


def test_a_finding_that_needs_no_reason_has_no_field_for_one(qtbot: QtBot) -> None:
    card = shown(qtbot, FindingCard(msgspec.structs.replace(FINDING, needs_reason=False)))
    assert not card.reason_field.isVisible()
    assert not card.state.isVisible()


def test_a_finding_leads_to_its_place(qtbot: QtBot) -> None:
    card = shown(qtbot, FindingCard(FINDING))
    with qtbot.waitSignal(card.goto, timeout=1000):
        qtbot.mouseClick(card.link, Qt.MouseButton.LeftButton)


def test_a_locked_finding_shows_its_reason_only(qtbot: QtBot) -> None:
    card = shown(qtbot, FindingCard(msgspec.structs.replace(FINDING, reason="Allergi")))
    card.set_locked(True)
    card.reason.setFocus()
    qtbot.keyClicks(card.reason, "x")
    assert card.reason.toPlainText() == "Allergi"


def test_a_proposal_is_taken_by_a_press_and_then_only_says_so(qtbot: QtBot) -> None:
    card = shown(qtbot, ProposalCard(PROPOSAL, "Bad", "2 gange om ugen"))
    with qtbot.waitSignal(card.taken, timeout=1000):
        qtbot.mouseClick(card.button, Qt.MouseButton.LeftButton)
    card.set_proposal(msgspec.structs.replace(PROPOSAL, taken=True))
    assert not card.button.isVisible()
    assert card.state.isVisible()


@pytest.mark.parametrize("text", NASTY)
def test_text_is_shown_as_it_is_and_harms_no_widget(qtbot: QtBot, text: str) -> None:
    labels = (heading(text), muted(text), section_title(text))
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    odd = msgspec.structs.replace(FINDING, title=text, text=text, ref=text, reason=text)
    profile, line, week = ProfileBars(), DeadlineLine(), WeekView([("m", text)])
    profile.set_rows([(text, 1, 4, "2")])
    line.set_days(START, [(START, text, "bad")])
    week.set_entries([(0, "m", text, "ok"), (1, text, text, "ok")])
    nav = SectionNav()
    nav.set_sections([("a", text, "empty")])
    made: list[QWidget] = [Card(text, text), EmptyState(text, text, text), Chip(text, "ok")]
    made += [Banner(text, "bad", text), FindingCard(odd), profile, line, week, nav, *labels]
    for widget in made:
        qtbot.addWidget(widget)
        widget.resize(320, 200)
        widget.grab()
        for label in widget.findChildren(QLabel):
            assert label.textFormat() == Qt.TextFormat.PlainText


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, 14), st.text("abc. ", max_size=60)), max_size=14),
    st.integers(340, 1200),
)
def test_labels_of_deadlines_never_overlap_or_leave_the_line(
    qtbot: QtBot, days: list[tuple[int, str]], width: int
) -> None:
    line = DeadlineLine()
    qtbot.addWidget(line)
    line.set_days(START, [(START + timedelta(days=d), text, "info") for d, text in days])
    labels = line.labels(width)
    assert len(labels) == len({day for day, _ in days})
    for label in labels:
        assert label.left >= EDGE - 0.01
        assert label.left + label.width <= width - EDGE + 0.01
    places = [QRectF(a.left, a.row * 20, max(1, a.width), 19) for a in labels]
    for index, place in enumerate(places):
        assert not any(place.intersects(other) for other in places[index + 1 :])
    for label in labels:
        stems = [o.x for o in labels if o.x > label.x and o.row >= label.row]
        assert not any(label.x < x < label.left + label.width for x in stems)
    rows = max((label.row for label in labels), default=0)
    assert line.heightForWidth(width) >= (rows + 1) * 20


def test_a_deadline_that_is_past_stands_first_and_a_far_one_is_left_out(qtbot: QtBot) -> None:
    line = DeadlineLine()
    qtbot.addWidget(line)
    past, far = START - timedelta(days=9), START + timedelta(days=40)
    line.set_days(START, [(past, "for sent", "bad"), (far, "senere", "info")])
    (label,) = line.labels(800)
    assert label.entry[1] == "for sent"


def test_many_deadlines_on_a_day_show_the_gravest_and_how_many_more(qtbot: QtBot) -> None:
    line = DeadlineLine()
    qtbot.addWidget(line)
    tones: list[Tone] = ["info", "bad", "warn"]
    line.set_days(START, [(START, f"nr. {tone}", tone) for tone in tones])
    (label,) = line.labels(800)
    assert label.entry[1] == "nr. bad +2"
    assert all(f"nr. {tone}" in line.accessibleDescription() for tone in tones)


def test_the_week_is_high_enough_for_its_chips(qtbot: QtBot) -> None:
    week = WeekView([("m", "Morgen"), ("a", "Aften")])
    qtbot.addWidget(week)
    week.set_entries([(day, "m", "Personlig hygiejne og påklædning", "info") for day in [3] * 5])
    placed, _ = week.chips(700)
    bottom = max(chip.rect.bottom() for chip in placed)
    assert week.heightForWidth(700) >= bottom
    for index, chip in enumerate(placed):
        assert not any(chip.rect.intersects(other.rect) for other in placed[index + 1 :])


def test_no_word_of_the_week_is_broken_where_its_columns_are_narrow(qtbot: QtBot) -> None:
    week = WeekView([("m", "Morgen")])
    qtbot.addWidget(week)
    week.set_entries([(0, "m", "Socialpædagogisk støtte", "info"), (3, "", "Bad", "info")])
    metrics = QFontMetrics(font(13, 600))
    for width in (484, 760, 1_400):
        placed, tops = week.chips(width)
        assert week.heightForWidth(width) >= tops[-1] >= max(c.rect.bottom() for c in placed)
        for chip in placed:
            widest = max(metrics.horizontalAdvance(word) for word in chip.entry[2].split())
            assert widest <= chip.rect.width() - 12
            assert chip.rect.right() <= width
    assert week.is_listed(484)
    assert not week.is_listed(1_400)
    assert [c.entry[2] for c in week.chips(484)[0]] == ["Morgen: Socialpædagogisk støtte", "Bad"]


def test_the_week_leaves_out_a_day_that_is_none(qtbot: QtBot) -> None:
    week = WeekView()
    qtbot.addWidget(week)
    week.set_entries([(7, "m", "?", "info"), (-1, "m", "?", "info")])
    assert week.entries == ()
    assert "No help" in week.accessibleDescription()


@pytest.mark.parametrize("kind", ["sections", "places"])
def test_arrows_walk_the_navigation_and_enter_goes_there(qtbot: QtBot, kind: str) -> None:
    nav: Any
    if kind == "sections":
        nav = SectionNav()
        nav.set_sections([("a", "A", "empty"), ("b", "B", "empty"), ("c", "C", "empty")])
    else:
        nav = SideNav("Hjemmebesøg")
        nav.set_items([("a", "A"), ("b", "B"), ("c", "C")])
    nav.set_current("a")
    shown(qtbot, nav)
    nav.setFocus()
    heard: list[str] = []
    nav.chosen.connect(heard.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)
    assert heard == []
    focus = QApplication.focusWidget()
    assert focus is nav.items["b"]
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert heard == ["b"]
    nav.items["c"].toggle()
    assert heard == ["b", "c"]
    nav.set_current("a")
    assert heard == ["b", "c"]
    assert nav.current() == "a"


def test_new_sections_keep_the_current_one(qtbot: QtBot) -> None:
    nav = shown(qtbot, SectionNav())
    nav.set_sections([("a", "A", "empty"), ("b", "B", "empty")])
    nav.set_current("b")
    nav.set_sections([("b", "B", "complete"), ("c", "C", "empty")])
    assert nav.current() == "b"
    assert nav.items["b"].isChecked()


def test_sections_that_stay_are_not_made_anew_and_new_ones_are_walked_in_their_order(
    qtbot: QtBot,
) -> None:
    nav = shown(qtbot, SectionNav())
    nav.set_sections([("a", "A", "empty"), ("b", "B", "empty"), ("c", "C", "empty")])
    first = dict(nav.items)
    nav.set_sections([("b", "B", "complete"), ("c", "C", "empty")])
    assert nav.items == {"b": first["b"], "c": first["c"]}
    assert nav.items["b"].state == "complete"
    assert first["a"].isHidden()
    nav.set_sections([("n", "N", "empty"), ("b", "B", "partial"), ("c", "C", "empty")])
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for place, after in (("n", "b"), ("b", "c"), ("c", "n")):
        nav.items[place].setFocus()
        qtbot.keyClick(nav.items[place], Qt.Key.Key_Down)
        assert QApplication.focusWidget() is nav.items[after]
    tops = [nav.items[place].y() for place in ("n", "b", "c")]
    assert tops == sorted(tops)


def test_a_notice_offers_its_action_and_can_be_put_away(qtbot: QtBot) -> None:
    banner = shown(qtbot, Banner("Det er fortrudt.", "info", "Gør om"))
    with qtbot.waitSignal(banner.acted, timeout=1000):
        qtbot.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(banner.closed, timeout=1000):
        qtbot.mouseClick(banner.close_button, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()


def test_an_empty_page_offers_what_can_be_done(qtbot: QtBot) -> None:
    heard: list[str] = []
    empty = shown(qtbot, EmptyState("Ingen", "Hent.", "Hent", lambda: heard.append("hent")))
    qtbot.mouseClick(empty.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert heard == ["hent"]


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_what_stands_side_by_side_fits_into_1092_by_614(
    qapp: QApplication, qtbot: QtBot, scale: float
) -> None:
    apply_theme(qapp, "light", scale)
    nav = SectionNav()
    nav.set_sections([(str(i), "Hjemmet som arbejdsplads", "partial") for i in range(14)])
    line, week = DeadlineLine(), WeekView([("m", "Morgen")])
    tones: list[Tone] = ["info", "ok"]
    line.set_days(START, [(START + timedelta(days=i), "A. Test · afgørelse", tones[i % 2])
                          for i in range(14)])  # fmt: skip
    week.set_entries([(i, "m", "Personlig hygiejne", "info") for i in range(7)])
    finding = FindingCard(FINDING)
    for widget in (nav, line, week, finding):
        qtbot.addWidget(widget)
    side = nav.minimumSizeHint().width()
    notes = finding.minimumSizeHint().width()
    assert max(side, nav.minimumWidth()) <= 240
    assert notes <= 300
    assert week.minimumSizeHint().width() <= 1092 - 240 - 300 - 48
    assert line.minimumSizeHint().width() <= 1092 - 208 - 300 - 48
    assert nav.minimumSizeHint().height() <= 500
