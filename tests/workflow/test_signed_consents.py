"""A consent stands as it was signed, whatever other computers write in it afterwards."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from app.domain.casefile import FieldKey
from app.domain.records import Consent
from app.domain.values import TextVersion
from app.forms.consent import ConsentForm, PurposeCard
from app.forms.consent_record import ConsentResult, sign_all
from app.journal.journal import Write
from app.store.store import Store
from app.workflow.edits import AddRecord, SetField
from app.workflow.locking import lock_decision
from app.workflow.open_visit import OpenVisit
from app.workflow.printing import issued, make, print_job
from app.workflow.session import Session
from app.workflow.visit_history import visit_history
from tests.scribe import CHEAP, PASSPHRASE

Opener = Callable[[Session, str], OpenVisit]
OURS, THEIRS = "Hjertelægen på Testtorvet", "Forsikringsselskabet Test"


@pytest.fixture
def other(tmp_path: Path, session: Session) -> Iterator[Store]:
    """Another computer."""
    made = Store.create(tmp_path / "other", PASSPHRASE, session.clock, CHEAP)
    yield made
    made.close()


def asked(opened: OpenVisit) -> Consent:
    """Write a consent that is asked for, and not signed yet."""
    purpose = opened.view.standard.consents[0]
    case = opened.view.casefile
    made = Consent(
        id="c" * 32,
        case=case.case.id,
        visit=case.visit_id,
        purpose=purpose.id,
        parties=OURS,
        information="Oplysninger om hjertet",
        answer="yes",
    )
    opened.apply(AddRecord(made))
    return made


def sign(opened: OpenVisit) -> None:
    purpose = opened.view.standard.consents[0]
    result = ConsentResult(
        purpose=purpose.id,
        answer="yes",
        how="oral",
        ink=b"",
        text=TextVersion(key=purpose.id, version=purpose.version, language="da"),
        at=datetime(2026, 11, 23, 10, 0, tzinfo=UTC),
        noted_by="Visitator Test",
    )
    opened.apply(sign_all(opened.view, [result], opened.session.store.blobs.put))


def case_of(opened: OpenVisit) -> str:
    return opened.view.casefile.case.id


def send(source: Store, target: Store, scope: str) -> None:
    receipts = target.journal.exchange.receive(source.journal.exchange.of_scope(scope))
    assert all(receipt.error is None for receipt in receipts)


def write_elsewhere(opened: OpenVisit, other: Store, seen: bool, **values: Any) -> None:
    """Let another computer write in the consent, after it saw the signing or without."""
    case = case_of(opened)
    if not seen:
        send(opened.session.store, other, case)
        sign(opened)
    else:
        sign(opened)
        send(opened.session.store, other, case)
    writes = [Write(FieldKey("consent", "c" * 32, f), value) for f, value in values.items()]
    other.journal.append(case, writes, actor="Bo")
    send(other, opened.session.store, case)


def consent_in(opened: OpenVisit) -> Consent:
    return next(c for c in opened.view.casefile.consents if c.id == "c" * 32)


CHANGES: list[dict[str, Any]] = [
    {"parties": THEIRS},
    {"answer": "no"},
    {"signed_at": datetime(2027, 1, 1, tzinfo=UTC), "how": "ink", "noted_by": ""},
    {"signed_at": None},
    {"removed": True},
    {"parties": THEIRS, "information": "Alt", "text": None, "expires_on": None},
]


@pytest.mark.parametrize("seen", [True, False], ids=["seen", "unseen"])
@pytest.mark.parametrize("values", CHANGES, ids=lambda values: "-".join(values))
def test_what_comes_from_elsewhere_changes_nothing_that_was_signed(
    session: Session, visit_of: Opener, other: Store, values: dict[str, Any], seen: bool
) -> None:
    opened = visit_of(session, "ready")
    asked(opened)
    write_elsewhere(opened, other, seen, **values)
    signed = consent_in(opened)
    opened.reload()
    assert consent_in(opened) == signed
    assert opened.view.casefile.disputes == ()
    later = {key.field for key in opened.view.casefile.after_signing}
    assert later == set(values)
    again = visit_of(session, "ready")
    assert consent_in(again) == signed
    told = [entry for act in visit_history(again) for entry in act.entries if entry.actor == "Bo"]
    assert {entry.key.field for entry in told} == set(values)


def test_the_printed_consent_and_the_form_show_what_was_signed(
    session: Session, visit_of: Opener, other: Store, qtbot: QtBot
) -> None:
    opened = visit_of(session, "ready")
    asked(opened)
    write_elsewhere(opened, other, seen=True, parties=THEIRS)
    opened.reload()
    printed = make(print_job(opened.view, session.store.blobs, ("consents",)))
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(printed)).pages)
    assert OURS in " ".join(text.split())
    assert THEIRS not in " ".join(text.split())
    card = card_of(opened, qtbot)
    assert card.parties.text() == OURS
    assert card.parties.isReadOnly()
    assert not card.later.isHidden()
    assert card.tr("From or to whom") in card.later.text()


def card_of(opened: OpenVisit, qtbot: QtBot) -> PurposeCard:
    form = ConsentForm("consent", opened.session.texts)
    qtbot.addWidget(form)
    form.load(opened.view.worked_in("consent"))
    purpose = opened.view.standard.consents[0].id
    return next(c for c in form.findChildren(PurposeCard) if c.purpose.id == purpose)


def test_without_a_change_from_elsewhere_the_form_says_nothing(
    session: Session, visit_of: Opener, qtbot: QtBot
) -> None:
    opened = visit_of(session, "ready")
    asked(opened)
    sign(opened)
    opened.reload()
    assert opened.view.casefile.after_signing == ()
    assert card_of(opened, qtbot).later.isHidden()


def test_a_decision_issued_afterwards_holds_the_consent_as_it_was_signed(
    session: Session, visit_of: Opener, other: Store
) -> None:
    opened = visit_of(session, "decided")
    asked(opened)
    write_elsewhere(opened, other, seen=True, parties=THEIRS)
    opened.reload()
    lock_decision(opened)
    kept = issued(opened.view, session.store.blobs, ("consents",))
    assert kept is not None
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(kept)).pages)
    assert OURS in " ".join(text.split())
    assert THEIRS not in " ".join(text.split())


def test_a_withdrawal_from_elsewhere_counts(
    session: Session, visit_of: Opener, other: Store
) -> None:
    opened = visit_of(session, "ready")
    asked(opened)
    at = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    write_elsewhere(opened, other, seen=True, withdrawn_at=at, withdrawn_how="telefonisk")
    opened.reload()
    assert consent_in(opened).withdrawn_how == "telefonisk"
    assert opened.view.casefile.after_signing == ()


def test_a_consent_that_an_older_program_signed_stands_by_what_was_written_before(
    session: Session, visit_of: Opener, other: Store
) -> None:
    """It wrote the signature's own fields alone."""
    opened = visit_of(session, "ready")
    made = asked(opened)
    opened.apply(SetField(made, "signed_at", datetime(2026, 11, 23, 10, 0, tzinfo=UTC)))
    case = case_of(opened)
    send(session.store, other, case)
    write = Write(FieldKey("consent", made.id, "parties"), THEIRS)
    other.journal.append(case, [write], actor="Bo")
    send(other, session.store, case)
    assert consent_in(visit_of(session, "ready")).parties == OURS


def test_what_was_written_before_the_signature_cannot_be_undone_behind_it(
    session: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, "ready")
    made = asked(opened)
    opened.apply(SetField(made, "parties", THEIRS))
    sign(opened)
    opened.reload()
    assert consent_in(opened).parties == THEIRS
    assert opened.view.casefile.after_signing == ()
