"""Consents: one per purpose, pinned when signed, then only withdrawn or asked anew."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.clock import fixed_clock
from app.domain.records import Consent
from app.domain.values import TextVersion
from app.forms.asks import TurnToCitizen
from app.forms.consent import ConsentForm, PurposeCard
from app.forms.consent_record import ConsentResult, in_force, questions_of, sign_all, to_ask
from app.texts import Texts
from app.workflow.edits import SetField, Together, TypeText
from tests.factories import casefile, consent
from tests.forms.conftest import Open
from tests.forms.harness import Bench

NOW = datetime(2026, 11, 23, 9, 52, tzinfo=UTC)


def form(section: str, texts: Texts) -> ConsentForm:
    return ConsentForm(section, texts, clock=fixed_clock(NOW))


def card(bench: Bench, purpose: str) -> PurposeCard:
    cards = bench.form.findChildren(PurposeCard)
    return next(c for c in cards if c.purpose.id == purpose)


def of(bench: Bench, purpose: str) -> list[Consent]:
    return [c for c in bench.casefile.consents if c.purpose == purpose]


@pytest.fixture
def empty(open_form: Open) -> Bench:
    return open_form(form, "consent")


def test_there_is_a_card_for_each_purpose_with_what_a_no_means(empty: Bench) -> None:
    purposes = [c.purpose for c in empty.form.findChildren(PurposeCard)]
    assert [p.id for p in purposes] == [p.id for p in empty.view.standard.consents]


def test_the_first_edit_of_a_draft_writes_the_standards_words_with_it(empty: Bench) -> None:
    card(empty, "obtain").answer.choose(0)
    (made,) = of(empty, "obtain")
    purpose = card(empty, "obtain").purpose
    assert (made.answer, made.parties, made.information) == (
        "yes",
        purpose.parties,
        purpose.information,
    )
    assert made.signed_at is None


def test_an_oral_answer_is_noted_with_name_time_and_text_version(empty: Bench) -> None:
    shown = card(empty, "obtain")
    assert not shown.oral.isEnabled()
    shown.answer.choose(1)
    shown.oral.click()
    (noted,) = of(empty, "obtain")
    assert (noted.answer, noted.how, noted.noted_by) == ("no", "oral", "Vibeke Visitator")
    assert noted.signed_at == NOW
    assert noted.text == TextVersion(key="obtain", version=shown.purpose.version)
    assert noted.expires_on == date(2027, 11, 23)


def test_noting_an_answer_cannot_be_undone(empty: Bench) -> None:
    card(empty, "obtain").answer.choose(0)
    card(empty, "obtain").oral.click()
    act = empty.edits[-1]
    assert isinstance(act, Together)
    assert not act.undoable


def test_a_pinned_consent_cannot_be_edited(open_form: Open, qtbot: QtBot) -> None:
    bench = open_form(form, "consent", casefile(consent("obtain", parties="Lægehuset")))
    shown = card(bench, "obtain")
    assert shown.parties.isReadOnly()
    assert shown.information.isReadOnly()
    assert not shown.answer.isEnabled()
    qtbot.keyClicks(shown.parties, "en anden")
    assert bench.edits == []
    assert shown.parties.text() == "Lægehuset"


def test_a_signed_consent_can_be_withdrawn_with_time_and_way(open_form: Open, qtbot: QtBot) -> None:
    bench = open_form(form, "consent", casefile(consent("obtain")))
    shown = card(bench, "obtain")
    shown.withdraw.click()
    how = shown.withdrawal.findChild(QLineEdit)
    assert not shown.withdrawal.withdraw.isEnabled()
    qtbot.keyClicks(how, "i telefonen")
    shown.withdrawal.withdraw.click()
    (withdrawn,) = of(bench, "obtain")
    assert (withdrawn.withdrawn_at, withdrawn.withdrawn_how) == (NOW, "i telefonen")
    assert withdrawn.answer == "yes"
    assert not shown.withdraw.isVisible()


def test_a_new_consent_leaves_the_signed_one_as_it_was(open_form: Open) -> None:
    signed = consent("obtain", parties="Lægehuset")
    bench = open_form(form, "consent", casefile(signed))
    card(bench, "obtain").renew.click()
    before, after = of(bench, "obtain")
    assert before == signed
    assert (after.signed_at, after.answer, after.parties) == (None, "", "Lægehuset")
    assert not card(bench, "obtain").parties.isReadOnly()
    assert card(bench, "obtain").earlier.isVisible()


def test_the_screen_is_turned_with_what_is_always_asked_and_not_in_force(
    open_form: Open,
) -> None:
    bench = open_form(form, "consent", casefile(consent("obtain")))
    assert isinstance(bench.form, ConsentForm)
    bench.form.turn.click()
    assert bench.asks == [TurnToCitizen(("share",))]
    card(bench, "photo").turn.click()
    assert bench.asks[-1] == TurnToCitizen(("photo",))


def test_an_expired_or_withdrawn_consent_is_asked_for_again(open_form: Open) -> None:
    past = consent("obtain", expires_on=date(2026, 11, 22))
    gone = consent("share", withdrawn_at=NOW)
    view = open_form(form, "consent", casefile(past, gone)).view
    assert to_ask(view) == ("obtain", "share")
    today = consent("obtain", expires_on=date(2026, 11, 23))
    assert in_force(open_form(form, "consent", casefile(today)).view, "obtain")


def test_signing_makes_one_act_with_the_ink_of_a_blob(empty: Bench) -> None:
    results = [
        ConsentResult(
            purpose=purpose,
            answer="yes",
            how="ink",
            ink=b"ink",
            text=TextVersion(key=purpose, version="1", language="en"),
            at=NOW,
        )
        for purpose in ("obtain", "share")
    ]
    empty.form.edited.emit(sign_all(empty.view, results, lambda ink: f"sha-{len(ink)}"))
    assert [c.ink for c in empty.casefile.consents] == ["sha-3", "sha-3"]
    assert {c.text.language for c in empty.casefile.consents if c.text} == {"en"}
    assert card(empty, "share").parties.isReadOnly()


def test_the_citizen_is_asked_what_the_visitator_wrote(empty: Bench) -> None:
    shown = card(empty, "obtain")
    shown.answer.choose(0)
    (made,) = of(empty, "obtain")
    empty.write(made, "parties", "Hillerød Sygehus")
    (question,) = questions_of(empty.view, ["obtain"])
    assert question.parties == "Hillerød Sygehus"


def test_a_draft_that_was_removed_is_not_written_to_again(empty: Bench) -> None:
    card(empty, "obtain").answer.choose(0)
    (first,) = of(empty, "obtain")
    empty.write(first, "removed", True)
    card(empty, "obtain").answer.choose(1)
    (second,) = of(empty, "obtain")
    assert second.id != first.id
    assert isinstance(empty.edits[-1], SetField)


def test_how_a_consent_was_withdrawn_is_kept_while_it_is_typed(
    open_form: Open, qtbot: QtBot
) -> None:
    bench = open_form(form, "consent", casefile(consent("obtain")))
    shown = card(bench, "obtain")
    shown.withdraw.click()
    qtbot.keyClicks(shown.withdrawal.how, "ringede")
    typed = [edit for edit in bench.edits if isinstance(edit, TypeText)]
    assert typed[-1].field == "withdrawn_how"
    assert typed[-1].text == "ringede"
    assert of(bench, "obtain")[0].withdrawn_at is None
    assert shown.withdrawal.isVisible()
    assert shown.withdrawal.withdraw.isEnabled()
