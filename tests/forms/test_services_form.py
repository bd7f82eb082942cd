"""Services: proposals taken in one act, lines of help with their findings, the catalogue."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.records import Departure, Grant
from app.domain.values import Quantities
from app.forms.asks import GoTo
from app.forms.catalogue import CatalogueCard, ServiceBlock
from app.forms.finding_list import FindingPart
from app.forms.grant_card import GrantCard
from app.forms.section import field_key
from app.forms.services import ProposalPart, ServicesForm
from app.workflow.edits import AddRecord, Together
from tests.factories import (
    FORTNIGHT,
    TODAY,
    WEEKLY,
    assessment,
    casefile,
    denmark,
    grant,
    koebenhavn,
    need,
)
from tests.forms.conftest import Open
from tests.forms.harness import Bench, editor_of, view_of
from tests.paragraph_85 import koege, level

NASTY = "æøå é ł 😀 \u202eשלום\u202c\n150282-9995 " + "x" * 5_000


def rejudge(bench: Bench) -> None:
    """Let the rules see the case as it stands now."""
    view = view_of(bench.casefile, bench.view.standard, denmark(), TODAY)
    bench.change(judgement=view.judgement)


def proposals(bench: Bench) -> list[ProposalPart]:
    return [p for p in bench.form.findChildren(ProposalPart) if not p.isHidden()]


def line(bench: Bench, grant_id: str = "g1") -> GrantCard:
    return next(c for c in bench.form.findChildren(GrantCard) if c.grant == grant_id)


def block(bench: Bench, service: str) -> ServiceBlock:
    return next(b for b in bench.form.findChildren(ServiceBlock) if b.service.id == service)


@pytest.fixture
def cleaning(open_form: Open) -> Bench:
    file = casefile(need(), grant(extent=WEEKLY), assessment("rengoering", "3"))
    return open_form(ServicesForm, "services", file)


def test_taking_a_proposal_adds_the_line_with_everything_in_one_act(open_form: Open) -> None:
    file = casefile(need(), assessment("rengoering", "3"))
    bench = open_form(ServicesForm, "services", file)
    (shown,) = proposals(bench)
    proposal = shown.proposal
    shown.shown.button.click()
    (act,) = bench.edits
    assert isinstance(act, Together)
    assert [type(e) for e in act.edits] == [AddRecord]
    (made,) = bench.casefile.grants
    service = koebenhavn().service(proposal.service)
    assert service is not None
    assert made.items == proposal.items
    assert made.extent == proposal.extent == FORTNIGHT
    assert (made.need, made.purpose, made.case) == ("n1", service.purpose, "k1")
    assert made.standard is not None
    assert made.standard.id == "koebenhavn-83"


def test_help_that_several_areas_point_to_is_taken_once(open_form: Open) -> None:
    levels = [level(koege(), area.id, "D") for area in koege().areas]
    bench = open_form(ServicesForm, "services", casefile(*levels), koege())
    assert len(proposals(bench)) > 1
    bench.form.proposals.take_all.click()  # type: ignore[attr-defined]
    (made,) = bench.casefile.grants
    assert made.items == ("kursus",)


def test_a_proposal_says_which_area_it_follows_from(open_form: Open) -> None:
    levels = [level(koege(), area.id, "D") for area in koege().areas]
    bench = open_form(ServicesForm, "services", casefile(*levels), koege())
    shown = [p.shown for p in proposals(bench)]
    assert any(card.source.text().startswith("Kommunikation D · ") for card in shown)
    names = [card.button.accessibleName() for card in shown]
    assert len(set(names)) == len(names)


def test_a_taken_proposal_is_not_offered_again(open_form: Open) -> None:
    bench = open_form(ServicesForm, "services", casefile(assessment("rengoering", "3")))
    proposals(bench)[0].shown.button.click()
    rejudge(bench)
    assert bench.form.proposals.list.shown == {}  # type: ignore[attr-defined]


def test_all_proposals_are_taken_in_one_act(open_form: Open) -> None:
    file = casefile(assessment("rengoering", "3"), assessment("toejvask", "4"))
    bench = open_form(ServicesForm, "services", file)
    bench.form.proposals.take_all.click()  # type: ignore[attr-defined]
    assert len(bench.edits) == 1
    assert {g.service for g in bench.casefile.grants} == {"rengoering", "toejvask"}


def test_a_finding_stands_beside_its_line_and_its_reason_becomes_a_departure(
    cleaning: Bench, qtbot: QtBot
) -> None:
    (part,) = line(cleaning).findChildren(FindingPart)
    part.card.reason.setFocus()
    qtbot.keyClicks(part.card.reason, "Lungesygdom: støv")
    part.card.reason.clearFocus()
    (departure,) = cleaning.casefile.all(Departure)
    assert (departure.reason, departure.finding) == ("Lungesygdom: støv", part.finding.id)
    assert departure.case == "k1"
    rejudge(cleaning)
    (again,) = line(cleaning).findChildren(FindingPart)
    assert again is part
    assert not again.finding.open


def test_a_reason_under_way_keeps_cursor_and_text_while_the_case_is_loaded(
    cleaning: Bench, qtbot: QtBot
) -> None:
    (part,) = line(cleaning).findChildren(FindingPart)
    reason = part.card.reason
    reason.setFocus()
    qtbot.keyClicks(reason, "Lunge")
    rejudge(cleaning)
    qtbot.keyClicks(reason, "sygdom")
    assert reason.toPlainText() == "Lungesygdom"
    assert QApplication.focusWidget() is reason


def test_a_finding_leads_to_its_field(cleaning: Bench) -> None:
    (part,) = line(cleaning).findChildren(FindingPart)
    part.card.link.click()
    (ask,) = cleaning.asks
    assert isinstance(ask, GoTo)
    assert cleaning.form.reveal(ask.anchor.key)
    assert line(cleaning).isAncestorOf(QApplication.focusWidget())


def test_every_field_of_a_line_is_written(cleaning: Bench, qtbot: QtBot) -> None:
    line(cleaning).disclosure.open()
    record = cleaning.casefile.grants[0]
    editor_of(cleaning, record, "time_of_day").chips[1].click()
    editor_of(cleaning, record, "weekdays").choice.chips[0].click()
    minutes = editor_of(cleaning, record, "minutes")
    qtbot.keyClicks(minutes.edit, "45")
    qtbot.keyClick(minutes.edit, Qt.Key.Key_Return)
    area = editor_of(cleaning, record, "quantities").fields["area_m2"]
    qtbot.keyClicks(area.edit, "80,5")
    qtbot.keyClick(area.edit, Qt.Key.Key_Return)
    (written,) = cleaning.casefile.grants
    assert written.time_of_day == ("forenoon",)
    assert written.weekdays == (0,)
    assert written.minutes == 45
    assert written.quantities == Quantities(area_m2=80.5)


def test_help_runs_until_further_notice_or_to_a_day(cleaning: Bench, qtbot: QtBot) -> None:
    line(cleaning).disclosure.open()
    period = editor_of(cleaning, cleaning.casefile.grants[0], "ends_on")
    assert period.how.value() == "open"
    period.how.choose(1)
    qtbot.keyClicks(period.day.edit, "31/3-2027")
    qtbot.keyClick(period.day.edit, Qt.Key.Key_Return)
    assert cleaning.casefile.grants[0].ends_on == date(2027, 3, 31)
    period.how.choose(0)
    assert cleaning.casefile.grants[0].ends_on is None


def test_a_line_can_share_the_visits_of_another(open_form: Open) -> None:
    file = casefile(grant(), grant("g2", service="toejvask", items=("vask_ejendom",)))
    bench = open_form(ServicesForm, "services", file)
    line(bench, "g2").disclosure.open()
    details: Any = line(bench, "g2").details
    choices = [details.combined.itemData(i) for i in range(details.combined.count())]
    assert choices == ["", "g1"]


def test_a_removed_line_is_gone(cleaning: Bench) -> None:
    line(cleaning).remove.click()
    assert cleaning.casefile.grants == ()
    assert cleaning.form.lines.shown == {}  # type: ignore[attr-defined]


def test_the_catalogue_finds_items_as_one_types(cleaning: Bench, qtbot: QtBot) -> None:
    (catalogue,) = cleaning.form.findChildren(CatalogueCard)
    qtbot.keyClicks(catalogue.search, "støv")
    shown = [b.service.id for b in catalogue.blocks if not b.isHidden()]
    assert shown == ["rengoering"]
    items = [i for i, button in catalogue.blocks[3].buttons.items() if not button.isHidden()]
    assert "stoevsugning" in items
    assert "gulvvask" not in items
    qtbot.keyClicks(catalogue.search, "qqq")
    assert catalogue.nothing.isVisible()


def test_an_item_joins_the_line_of_its_service_or_begins_one(cleaning: Bench) -> None:
    block(cleaning, "rengoering").buttons["gulvvask"].click()
    assert cleaning.casefile.grants[0].items == ("stoevsugning", "gulvvask")
    block(cleaning, "indkoeb").buttons["personligt_indkoeb"].click()
    assert [g.service for g in cleaning.casefile.grants] == ["rengoering", "indkoeb"]


def test_a_new_line_is_open_and_an_old_one_folded(cleaning: Bench) -> None:
    assert not line(cleaning).disclosure.is_open()
    block(cleaning, "toejvask").add.click()
    made = cleaning.casefile.grants[-1]
    assert line(cleaning, made.id).disclosure.is_open()


def test_the_week_shows_every_line_and_the_time_it_takes(open_form: Open) -> None:
    first = grant(extent=WEEKLY, weekdays=(2,), time_of_day=("forenoon",), minutes=90)
    second = grant("g2", service="toejvask", items=("vask_ejendom",))
    bench = open_form(ServicesForm, "services", casefile(first, second))
    week: Any = bench.form.week  # type: ignore[attr-defined]
    assert [(e[0], e[1], e[2]) for e in week.week.entries] == [(2, "forenoon", "Rengøring")]
    assert "Tøjvask" in week.unplaced.text()
    assert "1 h 30 min" in week.time.text()


def test_nasty_text_stands_in_a_line_as_it_was_written(open_form: Open) -> None:
    bench = open_form(ServicesForm, "services", casefile(grant(purpose=NASTY)))
    line(bench).disclosure.open()
    purpose = editor_of(bench, bench.casefile.grants[0], "purpose")
    assert purpose.toPlainText().startswith("æøå é ł 😀")
    assert bench.edits == []


def test_a_locked_decision_lets_nothing_be_chosen(cleaning: Bench) -> None:
    cleaning.change(locked=True)
    assert not line(cleaning).remove.isEnabled()
    assert not block(cleaning, "indkoeb").add.isEnabled()


def test_a_field_of_a_folded_line_is_found(cleaning: Bench) -> None:
    key = field_key(Grant(id="g1"), "starts_on")
    assert cleaning.form.reveal(key)
    assert line(cleaning).disclosure.is_open()
