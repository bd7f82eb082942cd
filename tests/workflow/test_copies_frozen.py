"""Copies of a locked decision say what its letter says, whatever has been changed since."""

import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from app.documents.content import Receiver, Size
from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.domain.records import Citizen, Contact, DecisionVersion, Order
from app.domain.values import Address
from app.texts import Texts
from app.workflow import frozen
from app.workflow.copies import Wanted, whole
from app.workflow.copy_offer import Choice, offer
from app.workflow.edits import AddRecord, RemoveRecord, SetField
from app.workflow.frozen import freeze, thawed
from app.workflow.locking import lock_decision
from app.workflow.open_visit import OpenVisit
from app.workflow.printing import FILE_COPY, PACKAGE
from app.workflow.session import Session
from app.workflow.visit_view import VisitView
from tests.documents import reading
from tests.two_computers import another_computer, carry, visit_id

Opener = Callable[[Session, str], OpenVisit]
NEW_HOME = Address(street="Prøvestien 12", postcode="9990", city="Skagen")
LETTER = (("letter", 1),)


@pytest.fixture
def opened(session: Session, visit_of: Opener) -> OpenVisit:
    """The visit whose decision is issued."""
    return visit_of(session, "decided")


@pytest.fixture(scope="module")
def unchanged(
    demonstration_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[OpenVisit]:
    """The same visit for the tests that change nothing that is written."""
    folder = tmp_path_factory.mktemp("unchanged") / "data"
    with another_computer(demonstration_folder, folder) as session:
        yield OpenVisit(session, visit_id(session, "decided"))


def letter(opened: OpenVisit, receiver: Receiver = "citizen", **chosen: object) -> str:
    """Return what a copy of the letter says."""
    return reading.squeeze(reading.text(copy(opened, receiver, LETTER, **chosen)))


def copy(
    opened: OpenVisit,
    receiver: Receiver,
    parts: tuple[tuple[str, int], ...],
    **chosen: object,
) -> bytes:
    wanted = msgspec.structs.replace(Wanted(copies=parts, receiver=receiver), **chosen)
    return whole(opened.session, opened.view, wanted)


def citizen(opened: OpenVisit) -> Citizen:
    return opened.view.casefile.citizen


def version_of(opened: OpenVisit) -> DecisionVersion:
    return opened.view.casefile.versions[-1]


def choices(opened: OpenVisit, receiver: Receiver) -> list[Choice]:
    found = offer(opened.view, opened.session.store.blobs)
    return [choice for choice in found.choices if choice.receiver == receiver]


def representative(opened: OpenVisit, name: str, **fields: object) -> Contact:
    made = Contact(
        id=new_id(),
        citizen=citizen(opened).id,
        role="guardian",
        name=name,
        address=NEW_HOME,
        gets_letters=True,
    )
    made = msgspec.structs.replace(made, **fields)
    opened.apply(AddRecord(made))
    return made


def change_the_case(opened: OpenVisit) -> None:
    """Change what the letter says: who the citizen is, why it was decided, what is given."""
    opened.apply(SetField(citizen(opened), "name", "Et Andet Navn"))
    opened.apply(SetField(citizen(opened), "address", NEW_HOME))
    opened.apply(SetField(citizen(opened), "letter_size", "16"))
    case = opened.view.casefile
    assert case.decision is not None
    opened.apply(SetField(case.decision, "facts", "Noget helt andet."))
    opened.apply(RemoveRecord(case.grants[0]))


@pytest.mark.parametrize(("receiver", "size"), [("citizen", "20"), ("file", None)])
def test_a_copy_is_byte_for_byte_the_same_before_and_after_the_case_was_changed(
    opened: OpenVisit, receiver: Receiver, size: Size | None
) -> None:
    before = copy(opened, receiver, LETTER, size=size, language="en")
    change_the_case(opened)
    assert copy(opened, receiver, LETTER, size=size, language="en") == before
    assert offer(opened.view, opened.session.store.blobs).caution == ""


def test_a_copy_keeps_the_catalogue_the_law_and_the_municipalitys_texts(
    unchanged: OpenVisit,
) -> None:
    before = copy(unchanged, "citizen", LETTER, size="16")
    standard = msgspec.structs.replace(unchanged.view.standard, services=())
    law = msgspec.structs.replace(unchanged.view.national, complaint_weeks=9)
    texts = (("letter.toml", '[signature]\ngreeting = "Hej hej"\n'),)
    view = msgspec.structs.replace(unchanged.view, standard=standard, national=law, own_texts=texts)
    wanted = Wanted(copies=LETTER, size="16")
    assert whole(unchanged.session, view, wanted) == before
    assert offer(view, unchanged.session.store.blobs).caution == ""


def test_a_new_representative_gets_the_letter_as_it_was_at_the_address_of_today(
    opened: OpenVisit,
) -> None:
    own = letter(opened, size="normal")
    street = citizen(opened).address
    change_the_case(opened)
    guardian = representative(opened, "Kirsten Test Værge")
    theirs = letter(opened, "representative", addressee=guardian.id)
    assert "Kirsten Test Værge Prøvestien 12 9990 Skagen" in theirs
    assert street is not None
    assert "Noget helt andet" not in theirs
    said = own[own.index("Det får du") :]
    assert said[:400] in theirs


def test_one_of_several_representatives_is_written_to(opened: OpenVisit) -> None:
    first, second = (representative(opened, f"Test {each}") for each in ("Første", "Anden"))
    listed = choices(opened, "representative")
    assert [c.name for c in listed][-2:] == [first.name, second.name]
    assert "Test Anden" in letter(opened, "representative", addressee=second.id)
    assert "Test Første" not in letter(opened, "representative", addressee=second.id)


def test_who_represents_the_citizen_no_more_is_offered_with_a_warning(
    session: Session, opened: OpenVisit
) -> None:
    guardian = representative(opened, "Kirsten Test Værge")
    lock_decision(opened)
    opened.apply(RemoveRecord(guardian))
    listed = {c.addressee: c for c in choices(opened, "representative")}
    assert listed[guardian.id].advice[0] == "copies.represents_no_more"
    assert "Kirsten Test Værge" in letter(opened, "representative", addressee=guardian.id)


def test_a_representative_who_gets_no_letters_is_named_and_not_offered(opened: OpenVisit) -> None:
    guardian = representative(opened, "Ole Test", gets_letters=False)
    found = offer(opened.view, opened.session.store.blobs)
    assert guardian.id not in [c.addressee for c in found.choices]
    assert ("copies.gets_no_letters", "Ole Test") in [(o.key, o.name) for o in found.left_out]


@pytest.mark.parametrize("receiver", ["representative", "provider", "file"])
def test_an_address_protected_since_the_lock_is_on_no_copy_for_others(
    opened: OpenVisit, receiver: Receiver
) -> None:
    old = citizen(opened).address
    assert old is not None
    guardian = representative(opened, "Kirsten Test Værge", address=None)
    case = opened.view.casefile.decision
    assert case is not None
    opened.apply(SetField(citizen(opened), "address", NEW_HOME))
    opened.apply(SetField(citizen(opened), "protected_address", True))
    (choice, *_) = choices(opened, receiver)
    assert "copies.protected" in choice.advice
    parts = tuple((part, 1) for part in choice.parts[""])
    addressee = guardian.id if receiver == "representative" else ""
    made = copy(opened, receiver, parts, addressee=addressee, provider=choice.provider)
    words = reading.squeeze(reading.text(made)).lower()
    for road in (old.street, NEW_HOME.street):
        assert road.lower() not in words
        assert road.encode() not in made
    assert made != opened.session.store.blobs.get(version_of(opened).parts[FILE_COPY])


def test_the_citizens_own_large_print_keeps_the_address_it_was_issued_with(
    opened: OpenVisit,
) -> None:
    old = citizen(opened).address
    opened.apply(SetField(citizen(opened), "address", NEW_HOME))
    opened.apply(SetField(citizen(opened), "protected_address", True))
    assert old is not None
    assert old.street in letter(opened, size="20")
    assert NEW_HOME.street not in letter(opened, size="20")


def test_an_address_of_today_that_was_typed_then_is_hidden_too(
    session: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, "decided")
    decision = opened.view.casefile.decision
    assert decision is not None
    opened.apply(SetField(decision, "facts", "Du flytter snart til Prøvestien 12."))
    lock_decision(opened)
    opened.apply(SetField(citizen(opened), "address", NEW_HOME))
    opened.apply(SetField(citizen(opened), "protected_address", True))
    assert "Prøvestien" in letter(opened, size="20")
    assert "Prøvestien" not in letter(opened, "file")


def test_a_consent_withdrawn_since_warns_and_leaves_the_choice_to_people(
    opened: OpenVisit,
) -> None:
    (before,) = choices(opened, "provider")
    assert before.advice[0] == "copies.provider_consent"
    shared = {p.id for p in opened.view.standard.consents if p.kind == "share"}
    for consent in opened.view.casefile.consents:
        if consent.purpose in shared:
            moment = datetime(2026, 11, 23, 9, tzinfo=UTC)
            opened.apply(SetField(consent, "withdrawn_at", moment))
    (after,) = choices(opened, "provider")
    assert after.advice[0] == "copies.provider_withdrawn"
    assert after.parts == before.parts
    assert after.doubtful == ("assessment_form",)


def test_a_provider_is_offered_when_one_is_chosen_and_gets_an_order_to_it(
    opened: OpenVisit,
) -> None:
    assert not opened.view.casefile.all(Order)
    (choice,) = choices(opened, "provider")
    assert choice.name
    assert "copies.no_order" in choice.advice
    made = copy(opened, "provider", (("order", 1),), provider=choice.provider)
    assert choice.name in reading.squeeze(reading.text(made))


def test_each_order_is_offered_to_its_own_provider(opened: OpenVisit) -> None:
    case = opened.view.casefile.case.id
    for message in ("Først", "Siden"):
        order = Order(id=new_id(), case=case, provider=f"Firma {message}", message=message)
        opened.apply(AddRecord(order))
    first, second = choices(opened, "provider")
    assert (first.name, second.name) == ("Firma Først", "Firma Siden")
    assert "copies.no_order" not in first.advice
    said = reading.text(copy(opened, "provider", (("order", 1),), order=first.order))
    assert "Først" in said
    assert "Siden" not in said


def test_without_a_provider_the_reason_is_said(opened: OpenVisit) -> None:
    for choice in opened.view.casefile.providers:
        opened.apply(RemoveRecord(choice))
    found = offer(opened.view, opened.session.store.blobs)
    assert [c.receiver for c in found.choices] == ["citizen", "file"]
    assert [o.key for o in found.left_out] == ["copies.no_provider"]


def test_a_draft_is_made_from_the_case_as_it_is(session: Session, visit_of: Opener) -> None:
    opened = visit_of(session, "ready")
    found = offer(opened.view, session.store.blobs)
    assert found.caution == ""
    opened.apply(SetField(citizen(opened), "name", "Et Andet Navn"))
    assert "Et Andet Navn" in letter(opened)


def with_made_from(view: VisitView, made_from: dict[str, str]) -> VisitView:
    """Return a view whose decision was kept otherwise."""
    version = msgspec.structs.replace(view.casefile.versions[-1], made_from=made_from)
    records = {**view.casefile.records, "decision_version": {version.id: version}}
    casefile = msgspec.structs.replace(view.casefile, records=records)
    return msgspec.structs.replace(view, casefile=casefile)


def test_an_older_decision_is_copied_from_the_case_as_it_is_and_that_is_said(
    unchanged: OpenVisit,
) -> None:
    key = FieldKey("citizen", citizen(unchanged).id, "name")
    view = with_made_from(unchanged.view, {})
    now = view.casefile.with_value(key, "Et Andet Navn")
    view = msgspec.structs.replace(view, casefile=now)
    assert offer(view, unchanged.session.store.blobs).caution == "copies.as_now"
    made = whole(unchanged.session, view, Wanted(copies=LETTER, size="16"))
    assert "Et Andet Navn" in reading.squeeze(reading.text(made))


def test_words_that_have_changed_since_are_told_of(unchanged: OpenVisit) -> None:
    blobs, version = unchanged.session.store.blobs, version_of(unchanged)
    kept = thawed(version, blobs)
    assert kept is not None
    words = {**kept.words, "letter": "0" * 64}
    view = with_made_from(unchanged.view, freeze(kept.view, words, blobs))
    assert offer(view, blobs).caution == "copies.words_changed"


@pytest.mark.parametrize("language", ["da", "en"])
def test_each_caution_is_a_sentence(language: str) -> None:
    texts = Texts(language)
    for key in ("as_now", "words_changed", "no_provider", "provider_withdrawn"):
        assert texts.message(f"copies.{key}").endswith(".")
    assert "Ole" in texts.message("copies.gets_no_letters", name="Ole")


@pytest.mark.parametrize(
    "bad",
    [b"no zlib at all", zlib.compress(b"[1]"), zlib.compress(b"{}")],
    ids=["not packed", "no case", "no fields"],
)
def test_what_is_kept_and_cannot_be_read_is_as_if_it_was_not_kept(
    unchanged: OpenVisit, bad: bytes
) -> None:
    blobs, version = unchanged.session.store.blobs, version_of(unchanged)
    spoilt = {**version.made_from, frozen.CASE: blobs.put(bad)}
    assert thawed(msgspec.structs.replace(version, made_from=spoilt), blobs) is None


def test_what_unpacks_to_more_than_any_case_is_not_unpacked(
    unchanged: OpenVisit, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert thawed(version_of(unchanged), unchanged.session.store.blobs) is not None
    monkeypatch.setattr(frozen, "_MOST_BYTES", 1000)
    assert thawed(version_of(unchanged), unchanged.session.store.blobs) is None


def test_what_is_kept_is_little_beside_the_documents(unchanged: OpenVisit) -> None:
    version, blobs = version_of(unchanged), unchanged.session.store.blobs
    of_case = blobs.size(version.made_from[frozen.CASE])
    documents = sum(blobs.size(sha) or 0 for sha in version.parts.values())
    assert of_case is not None
    assert of_case * 20 < documents


def test_decisions_share_the_standard_and_the_law_that_they_were_made_under(
    opened: OpenVisit,
) -> None:
    first, second = version_of(opened), lock_decision(opened)
    differing = {k for k, sha in second.made_from.items() if first.made_from[k] != sha}
    assert differing == {frozen.CASE}


def test_what_is_kept_survives_a_rebuild_and_is_erased_with_the_case(
    session: Session, opened: OpenVisit
) -> None:
    version, blobs = version_of(opened), session.store.blobs
    session.store.journal.rebuild()
    opened.reload()
    assert version_of(opened).made_from == version.made_from
    session.store.journal.parting.erase(version.case, even_unsent=True)
    assert blobs.size(version.made_from[frozen.CASE]) is None
    assert blobs.size(version.parts[PACKAGE]) is None


def test_another_computer_makes_the_same_copy_when_what_is_kept_has_come_there(
    session: Session, opened: OpenVisit, demonstration_folder: Path, tmp_path: Path
) -> None:
    version = lock_decision(opened)
    with another_computer(demonstration_folder, tmp_path / "other") as other:
        carry(session, other, "decided")
        there = OpenVisit(other, visit_id(other, "decided"))
        awaited = set(other.store.blobs.owed("down"))
        assert set(version.made_from.values()) & awaited
        assert version.content_hash not in awaited  # it names nothing that could come
        assert offer(there.view, other.store.blobs).caution == "copies.as_now"
        for sha in awaited:
            other.store.blobs.put(session.store.blobs.get(sha))
        assert offer(there.view, other.store.blobs).caution == ""
        assert copy(there, "file", LETTER) == copy(opened, "file", LETTER)
