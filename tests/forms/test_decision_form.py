"""The decision: result per need, grounds, party hearing, what is missing, locking, delivery."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.casefile import CaseFile
from app.domain.findings import Anchor, Judgement, Missing
from app.domain.records import DecisionVersion, Delivery, Hearing
from app.forms.asks import GoTo, Lock, Print
from app.forms.decision import DecisionForm
from app.forms.decision_items import NeedCard
from app.forms.decision_missing import MissingRow
from app.forms.decision_record import decision_of, must_be_heard
from app.forms.finding_list import FindingPart
from app.forms.hearing import SourcePart
from app.forms.section import field_key
from app.workflow.edits import AddRecord, SetField, Together
from tests import paragraph_85
from tests.factories import (
    DECISION,
    TODAY,
    WEEKLY,
    assessment,
    casefile,
    citizen,
    contact,
    decision,
    decision_item,
    grant,
    judged,
    need,
    visit,
    whole_case,
)
from tests.forms.conftest import Open
from tests.forms.harness import Bench, editor_of
from tests.paragraph_85 import koege


def card(bench: Bench, need_id: str = "n1") -> NeedCard:
    return next(c for c in bench.form.findChildren(NeedCard) if c.need == need_id)


def outcome(bench: Bench, need_id: str = "n1") -> str:
    return bench.casefile.decision_item(need_id).outcome


def issued_case() -> CaseFile:
    return whole_case(
        DecisionVersion(
            id="dv1",
            decision=DECISION,
            case="k1",
            number=1,
            name="Vibeke Visitator",
            title="visitator",
            locked_at=datetime(2026, 11, 23, 11, 0, tzinfo=UTC),
        )
    )


@pytest.fixture
def cleaning(open_form: Open) -> Bench:
    return open_form(DecisionForm, "decision", casefile(need(), grant(extent=WEEKLY)))


def test_each_applied_need_has_its_card_with_the_help_chosen(cleaning: Bench) -> None:
    assert "1 gang om ugen" in card(cleaning).help.text()
    cleaning.form.edited.emit(AddRecord(need("n2", service="indkoeb")))
    assert [c.need for c in cleaning.form.findChildren(NeedCard)] == ["n1", "n2"]


def test_an_outcome_is_chosen_per_need(cleaning: Bench) -> None:
    editor_of(cleaning, cleaning.casefile.decision_item("n1"), "outcome").choose(2)
    assert outcome(cleaning) == "refused"
    assert card(cleaning).state.tone == "bad"


def test_all_chosen_help_is_granted_in_one_act(open_form: Open) -> None:
    file = casefile(
        need(),
        need("n2", service="indkoeb"),
        need("n3", service="toejvask"),
        grant(),
        grant("g3", service="toejvask"),
        decision_item("n3", "partly"),
    )
    bench = open_form(DecisionForm, "decision", file)
    bench.form.result.grant_all.click()  # type: ignore[attr-defined]
    assert len(bench.edits) == 1
    assert [outcome(bench, n) for n in ("n1", "n2", "n3")] == ["granted", "", "partly"]
    assert not bench.form.result.grant_all.isVisible()  # type: ignore[attr-defined]


def test_a_change_asks_for_before_after_and_what_changed(cleaning: Bench) -> None:
    shown = card(cleaning)
    assert shown.before.isHidden()
    editor_of(cleaning, cleaning.casefile.decision_item("n1"), "outcome").choose(3)
    assert not any(f.isHidden() for f in (shown.before, shown.after, shown.what_changed))


def test_the_reasons_of_the_standard_are_offered_for_less_than_applied_for(
    cleaning: Bench,
) -> None:
    shown = card(cleaning)
    item = cleaning.casefile.decision_item("n1")
    assert shown.chosen.isHidden()
    editor_of(cleaning, item, "outcome").choose(1)
    assert not shown.chosen.isHidden()
    assert cleaning.casefile.decision_item("n1").chosen_reason == ""


def test_a_departure_stands_with_its_need_and_takes_its_reason(
    cleaning: Bench, qtbot: QtBot
) -> None:
    shown = card(cleaning)
    assert not shown.departs.isHidden()
    (part,) = shown.findChildren(FindingPart)
    part.card.reason.setFocus()
    qtbot.keyClicks(part.card.reason, "KOL")
    part.card.reason.clearFocus()
    assert cleaning.casefile.departure(part.finding.id).reason == "KOL"


def test_recorded_facts_are_gathered_as_a_draft_only_when_asked(open_form: Open) -> None:
    file = casefile(assessment("bad", "3", own_words="Jeg tør ikke stå alene."))
    bench = open_form(DecisionForm, "decision", file)
    assert decision_of(bench.view).facts == ""
    gather: Any = bench.form.grounds.gather  # type: ignore[attr-defined]
    gather.click()
    facts = decision_of(bench.view).facts
    assert "Bad" in facts
    assert "Jeg tør ikke stå alene." in facts
    gather.click()
    assert decision_of(bench.view).facts == facts


def test_what_the_visitator_wrote_is_never_replaced_by_gathered_facts(open_form: Open) -> None:
    file = casefile(decision(facts="Du bor alene."), assessment("bad", "3"))
    bench = open_form(DecisionForm, "decision", file)
    bench.form.grounds.gather.click()  # type: ignore[attr-defined]
    assert decision_of(bench.view).facts.startswith("Du bor alene.\n\n")


def test_the_first_word_makes_the_decision_of_the_visit(open_form: Open, qtbot: QtBot) -> None:
    bench = open_form(DecisionForm, "decision")
    editor = editor_of(bench, decision_of(bench.view), "main_considerations")
    editor.setFocus()
    qtbot.keyClicks(editor, "Tryghed")
    editor.clearFocus()
    made = bench.casefile.decision
    assert made is not None
    assert (made.id, made.main_considerations) == (DECISION, "Tryghed")


@pytest.mark.parametrize(
    ("known", "detrimental", "essential", "must"),
    [
        (False, True, True, True),
        (True, True, True, False),
        (False, False, True, False),
        (False, True, False, False),
        (None, True, True, False),
    ],
)
def test_the_citizen_is_heard_on_what_is_unknown_detrimental_and_essential(
    known: bool | None, detrimental: bool, essential: bool, must: bool
) -> None:
    hearing = Hearing(id="h1", known=known, detrimental=detrimental, essential=essential)
    assert must_be_heard(hearing) is must


def test_a_source_says_when_the_citizen_must_be_heard(open_form: Open) -> None:
    bench = open_form(DecisionForm, "decision")
    bench.form.hearing.add.click()  # type: ignore[attr-defined]
    (hearing,) = bench.casefile.hearings
    (part,) = bench.form.findChildren(SourcePart)
    assert part.isAncestorOf(QApplication.focusWidget())
    editor_of(bench, hearing, "known").choose(1)
    editor_of(bench, hearing, "detrimental").choose(0)
    assert part.need.isHidden()
    editor_of(bench, hearing, "essential").choose(0)
    assert not part.need.isHidden()
    before = part.need.text()
    bench.write(bench.casefile.hearings[0], "sent_on", TODAY)
    assert part.need.text() != before
    bench.write(bench.casefile.hearings[0], "reply", "Det passer.")
    assert part.need.isHidden()


def test_a_source_can_be_taken_away(open_form: Open) -> None:
    file = casefile(Hearing(id="h1", case="k1", source="Lægen"))
    bench = open_form(DecisionForm, "decision", file)
    (part,) = bench.form.findChildren(SourcePart)
    part.remove.click()
    assert bench.casefile.hearings == ()


def test_what_is_assessed_first_is_named_by_the_law_of_the_services(cleaning: Bench) -> None:
    first = cleaning.form.assessed.first  # type: ignore[attr-defined]
    law = cleaning.view.standard.law("practical_help", TODAY)
    assert law is not None
    assert law.assess_first in first.text()


def test_what_is_missing_in_the_basis_is_asked_only_on_the_existing_basis(
    cleaning: Bench,
) -> None:
    lacking = cleaning.form.basis.lacking  # type: ignore[attr-defined]
    assert lacking.isHidden()
    editor_of(cleaning, decision_of(cleaning.view), "existing_basis").choose(0)
    assert not lacking.isHidden()


def test_the_next_visit_is_set_to_the_longest_time_of_the_standard(open_form: Open) -> None:
    bench = open_form(DecisionForm, "decision", casefile(visit(next_visit=None)))
    bench.form.next_visit.offers[-1].click()  # type: ignore[attr-defined]
    assert bench.casefile.visit.next_visit == date(2027, 11, 23)
    assert isinstance(bench.edits[-1], SetField)


def test_the_first_follow_up_of_the_standard_is_offered_as_the_next_visit(open_form: Open) -> None:
    file = casefile(visit(next_visit=None))
    bench = open_form(DecisionForm, "decision", file, koege())
    offers = bench.form.next_visit.offers  # type: ignore[attr-defined]
    assert [offer.text() for offer in offers] == ["In 3 month(s)", "In 12 month(s)"]
    offers[0].click()
    assert bench.casefile.visit.next_visit == date(2027, 2, 23)


def test_only_what_goes_with_the_decision_stands_among_its_enclosures(open_form: Open) -> None:
    shown = [_enclosures(open_form, outcome) for outcome in ("granted", "refused")]
    assert "open_counselling" not in shown[0]
    assert "duties" in shown[0]
    assert "open_counselling" in shown[1]
    assert "duties" not in shown[1]


def _enclosures(open_form: Open, outcome: str) -> set[str]:
    help_given = paragraph_85.grant(koege(), need="n1")
    file = casefile(paragraph_85.need(), help_given, decision_item(outcome=outcome))
    bench = open_form(DecisionForm, "decision", file, koege())
    rows = bench.form.enclosures.rows  # type: ignore[attr-defined]
    return {key for key, (_, label) in rows.items() if not label.isHidden()}


def rows(bench: Bench) -> list[MissingRow]:
    return [r for r in bench.form.missing.blocking.rows if not r.isHidden()]  # type: ignore[attr-defined]


def test_every_point_that_is_missing_leads_to_its_place(cleaning: Bench) -> None:
    blocked = cleaning.view.judgement.blocked
    assert len(rows(cleaning)) == len(blocked) > 3
    for row, missing in zip(rows(cleaning), blocked, strict=True):
        row.go.click()
        assert cleaning.asks[-1] == GoTo(missing.anchor)
        assert row.words.text().strip()


def test_places_in_the_decision_itself_are_found(cleaning: Bench) -> None:
    own = [m.anchor.key for m in cleaning.view.judgement.missing if m.anchor.section == "decision"]
    keys = [key for key in own if key is not None]
    assert len(keys) > 2
    assert all(cleaning.form.reveal(key) for key in keys)


def test_a_reason_that_is_asked_for_is_found(cleaning: Bench) -> None:
    finding = next(f for f in cleaning.view.judgement.findings if f.grant == "g1")
    departure = cleaning.casefile.departure(finding.id)
    assert cleaning.form.reveal(field_key(departure, "reason"))


def test_rows_are_used_again_so_that_focus_stays(cleaning: Bench) -> None:
    first = rows(cleaning)[0]
    first.go.setFocus()
    anchor = Anchor(section="goals")
    other = Missing(key="missing.facts", anchor=anchor, blocks=True)
    cleaning.change(judgement=Judgement(missing=(other,)))
    assert rows(cleaning) == [first]
    assert QApplication.focusWidget() is first.go


def test_only_what_blocks_hinders_the_locking(open_form: Open) -> None:
    whole = open_form(DecisionForm, "decision", whole_case())
    assert judged(whole_case()).blocked == ()
    assert whole.form.sign.lock.isEnabled()  # type: ignore[attr-defined]
    whole.form.sign.lock.click()  # type: ignore[attr-defined]
    whole.form.sign.print_draft.click()  # type: ignore[attr-defined]
    assert whole.asks == [Lock(), Print()]


def test_a_decision_that_lacks_something_cannot_be_locked(cleaning: Bench) -> None:
    lock = cleaning.form.sign.lock  # type: ignore[attr-defined]
    assert not lock.isEnabled()
    assert lock.accessibleDescription()


def test_an_issued_decision_is_read_and_not_changed(open_form: Open, qtbot: QtBot) -> None:
    bench = open_form(DecisionForm, "decision", issued_case(), locked=True)
    facts = editor_of(bench, decision_of(bench.view), "facts")
    facts.setFocus()
    qtbot.keyClicks(facts, "nyt")
    assert bench.edits == []
    signed = bench.form.issued.signed.text()  # type: ignore[attr-defined]
    assert "Vibeke Visitator, visitator" in signed
    assert "23. november 2026" in signed
    assert "12.00" in signed
    assert not bench.form.sign.isVisible()  # type: ignore[attr-defined]


def test_a_delivery_is_recorded_once_and_not_undone(open_form: Open) -> None:
    bench = open_form(DecisionForm, "decision", issued_case(), locked=True)
    deliver = bench.form.issued.deliver  # type: ignore[attr-defined]
    deliver.record.click()
    (act,) = bench.edits
    assert isinstance(act, Together)
    assert not act.undoable
    (sent,) = bench.casefile.all(Delivery)
    assert (sent.version, sent.how, sent.sent_on) == ("dv1", "digital_post", TODAY)
    assert sent.receiver == bench.casefile.citizen.name
    assert "21. december 2026" in bench.form.issued.delivered.text()  # type: ignore[attr-defined]


def test_a_letter_goes_on_paper_to_the_representative_of_an_exempt_citizen(
    open_form: Open,
) -> None:
    file = issued_case()
    for record in (
        citizen(digital_post="exempt"),
        contact("o9", role="party_representative", name="Rita Repræsentant", gets_letters=True),
    ):
        for field in record.__struct_fields__[1:]:
            file = file.with_value(field_key(record, field), getattr(record, field))
    bench = open_form(DecisionForm, "decision", file, locked=True)
    deliver = bench.form.issued.deliver  # type: ignore[attr-defined]
    assert deliver.how.value() == "letter"
    assert deliver.receiver.text() == "Rita Repræsentant"


def test_nasty_text_goes_through_the_decision_unharmed(open_form: Open) -> None:
    nasty = "æøå e\u0301 ł 😀 שלום\nÆ 150282-9995\n" + "x" * 5_000
    file = casefile(need(text=nasty, service=""), decision(facts=nasty, citizens_views=nasty))
    bench = open_form(DecisionForm, "decision", file, width=556)
    assert editor_of(bench, decision_of(bench.view), "facts").toPlainText() == nasty
    page: Any = bench.page
    QApplication.processEvents()
    assert page.horizontalScrollBar().maximum() == 0
    assert bench.edits == []


def test_a_delivery_that_is_recorded_already_is_not_recorded_again(open_form: Open) -> None:
    bench = open_form(DecisionForm, "decision", issued_case(), locked=True)
    deliver = bench.form.issued.deliver  # type: ignore[attr-defined]
    deliver.record.click()
    deliver.record.click()
    assert len(bench.casefile.all(Delivery)) == 1
    assert deliver.note.text()
    deliver.how.set_value("quick_letter")
    deliver.record.click()
    assert {d.how for d in bench.casefile.all(Delivery)} == {"digital_post", "quick_letter"}


@pytest.mark.parametrize("away", [-1, 1])
def test_a_day_before_the_decision_or_ahead_is_no_day_of_delivery(
    open_form: Open, away: int
) -> None:
    bench = open_form(DecisionForm, "decision", issued_case(), locked=True)
    deliver = bench.form.issued.deliver  # type: ignore[attr-defined]
    deliver.sent_on.set_value(TODAY + timedelta(days=away))
    deliver.record.click()
    assert bench.casefile.all(Delivery) == ()
    assert deliver.note.isVisibleTo(bench.form)


def test_the_way_of_the_citizens_last_letter_is_proposed_for_the_next(open_form: Open) -> None:
    last = Delivery(id="dl0", case="k1", version="w0", how="handed_over", sent_on=date(2026, 1, 5))
    file = issued_case()
    for field in last.__struct_fields__[1:]:
        file = file.with_value(field_key(last, field), getattr(last, field))
    bench = open_form(DecisionForm, "decision", file, locked=True)
    assert bench.form.issued.deliver.how.value() == "handed_over"  # type: ignore[attr-defined]
