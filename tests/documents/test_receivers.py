"""Copies for others: to whom, of what, and without an address that is protected."""

import io
import re
from datetime import date, datetime

import msgspec
import pikepdf
import pytest

from app.documents.content import PARTS, ByNow, Content, Part, Receiver, Sharing
from app.documents.package import build, parts_for
from app.documents.receivers import Copy, copies
from app.domain.ids import derived_id
from app.domain.records import (
    ActionPlan,
    Answer,
    Attachment,
    Contact,
    Hearing,
    Order,
    ProcessingNotice,
    ProviderPlan,
    Record,
    StatusReport,
)
from app.domain.values import Address
from app.errors import KnownError
from app.texts import Texts
from tests import factories as make
from tests.documents import reading, sample

STREET, ROAD = "Testgrusgraven 3", "testgrusgraven"
TYPED = "Vi mødes på testgrusgraven  3, 2. tv, 3400 Hillerød. Der står Testgrusgraven på skiltet."
others = pytest.mark.parametrize("receiver", ["representative", "provider", "file"])


def everywhere() -> list[Record]:
    """Type a protected address into every kind of text that a document has."""
    said = derived_id(make.VISIT, "conversation", "daily_life")
    return [
        make.citizen(name="Ruddi Test Berggren", protected_address=True),
        make.member(name="Łucja", relation="spouse", note=TYPED),
        Contact(id="o1", citizen="c1", role="relative", name="Max", relation=TYPED, note=TYPED),
        _representative(),
        make.request(received_on=date(2026, 11, 16), applied_for=TYPED, acute_reason=TYPED),
        make.need("n1", service="personlig_pleje", group="personlig", text=TYPED),
        make.assessment("bad", "3", own_words=TYPED, observation=TYPED, help_means=TYPED),
        make.decision(
            facts=TYPED,
            main_considerations=TYPED,
            citizens_views=TYPED,
            views_weighed=TYPED,
            missing_information=TYPED,
            existing_basis=True,
            technology=TYPED,
        ),
        make.decision_item("n4", "refused", reasons=TYPED),
        make.workplace_check(done_by=TYPED, present=TYPED, receipt=TYPED),
        make.workplace_item("gulv.doertrin", "action", remark=TYPED, action=TYPED, temporary=TYPED),
        Attachment(
            id="a1", case="k1", blob=sample.PHOTO_ID, media_type="image/jpeg", caption=TYPED
        ),
        Answer(
            id=said, visit=make.VISIT, section="conversation", question="daily_life", text=TYPED
        ),
        Hearing(id="h1", case="k1", source=TYPED, content=TYPED, reply=TYPED),
        Order(id="b1", case="k1", message=TYPED),
        ActionPlan(id="ap", case="k1", wish="yes", purpose=TYPED, effort=TYPED, duration=TYPED),
        ProviderPlan(id="pp", case="k1", goals=TYPED, methods=TYPED, staff_part=TYPED),
        StatusReport(id="sr", case="k1", effect=TYPED, goals=TYPED, proposal=TYPED),
        ProcessingNotice(id="pn", case="k1", reason=TYPED, new_date=date(2026, 12, 1)),
        make.departure("f", TYPED),
        make.consent("photo", answer="yes", signed_at=datetime(2026, 11, 23, 10)),
    ]


def _representative(**fields: object) -> Contact:
    known: dict[str, object] = {
        "citizen": "c1",
        "role": "party_representative",
        "name": "Kirsten Test Berggren",
        "gets_letters": True,
        "address": Address(street="Prøvevej 9", postcode="2100", city="København Ø"),
    }
    return Contact(id="o3", **{**known, **fields})  # type: ignore[arg-type]


def bytes_of(pdf: bytes) -> str:
    """Return everything in a file that is no font and no picture: streams, texts, names."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        streams = [
            o.read_raw_bytes() if o.get("/Subtype") == "/Image" else o.read_bytes()
            for o in document.objects
            if isinstance(o, pikepdf.Stream)
        ]
        texts = [str(o) for o in document.objects if isinstance(o, pikepdf.String)]
        told = [repr(o) for o in document.objects if isinstance(o, pikepdf.Dictionary)]
    return " ".join([*(s.decode("utf-8", "ignore") for s in streams), *texts, *told])


def addresses_in(pdf: bytes) -> list[str]:
    """Return each place where the address is: on pages, to be heard, in data and metadata."""
    said = {
        "page": reading.text(pdf),
        "heard": reading.heard(pdf),
        "pictures": " ".join(reading.alternatives(pdf)),
        "bookmarks": " ".join(reading.all_bookmarks(pdf)),
        "bytes": bytes_of(pdf),
    }
    return [place for place, words in said.items() if re.search(f"{ROAD}|Hillerød", words, re.I)]


def every_part(content: Content) -> bytes:
    parts: tuple[Part, ...] = tuple(p for p in PARTS if p != "elder_care")
    return build(parts, msgspec.structs.replace(content, language="en"))


@others
def test_a_protected_address_is_in_no_word_and_no_byte_of_a_copy_for_others(
    receiver: Receiver,
) -> None:
    pdf = every_part(sample.issued(*everywhere(), receiver=receiver))
    assert addresses_in(pdf) == []
    assert "(beskyttet adresse)" in reading.text(pdf)


@pytest.mark.parametrize("moved", [False, True])
def test_an_address_that_came_to_be_protected_is_on_no_copy_for_others(moved: bool) -> None:
    typed, home = everywhere(), make.citizen().address
    elsewhere = Address(street="Prøvestien 12", postcode="9990", city="Skagen")
    then = make.citizen(name="Ruddi Test Berggren", address=elsewhere if moved else home)
    by_now = ByNow(protected=True, addresses=(home,) if moved and home else ())
    content = sample.issued(*[then, *typed[1:]], receiver="file")
    pdf = every_part(msgspec.structs.replace(content, by_now=by_now))
    assert addresses_in(pdf) == []
    assert "Prøvestien" not in reading.text(pdf)


def test_the_search_for_the_address_would_find_it() -> None:
    assert set(addresses_in(every_part(sample.issued(*everywhere())))) >= {"page", "heard"}


def test_the_citizens_own_copy_is_as_it_was_typed() -> None:
    words = reading.text(build(["letter"], sample.issued(*everywhere())))
    assert STREET in words
    assert "(beskyttet adresse)" not in words


def test_an_order_never_holds_it_whoever_prints_it() -> None:
    assert addresses_in(build(["order"], sample.issued(*everywhere()))) == []


@others
def test_an_address_that_is_not_protected_stays_in_what_was_typed(receiver: Receiver) -> None:
    open_address = make.citizen(name="Ruddi Test Berggren")
    content = sample.issued(open_address, make.decision(facts=TYPED), receiver=receiver)
    assert "3400 Hillerød" in reading.text(build(["letter"], content))


def test_a_representatives_letter_is_addressed_to_them_and_says_for_whom() -> None:
    content = sample.issued(*everywhere(), receiver="representative")
    words = reading.text(build(["letter"], content))
    assert "Kirsten Test Berggren Prøvevej 9 2100 København Ø For Ruddi Test Berggren" in words
    assert "»Du« i brevet er Ruddi Test Berggren." in words


def test_one_of_several_representatives_is_chosen() -> None:
    second = Contact(id="o9", citizen="c1", role="guardian", name="Hans Test", gets_letters=True)
    content = sample.issued(second, receiver="representative", addressee="o9")
    assert "Hans Test For Ruddi" in reading.text(build(["letter"], content))


def test_a_letter_to_a_representative_that_nobody_is_says_so() -> None:
    silent = sample.issued(_representative(gets_letters=False), receiver="representative")
    with pytest.raises(KnownError) as refused:
        build(["letter"], silent)
    assert refused.value.key == "documents.no_representative"


def copies_of(*changed: Record) -> dict[Receiver, Copy]:
    content = sample.issued(*changed)
    return {copy.receiver: copy for copy in copies(content, parts_for(content))}


def test_whoever_represents_the_citizen_gets_what_the_citizen_gets() -> None:
    found = copies_of()
    assert found["representative"].parts == found["citizen"].parts == found["file"].parts
    assert found["representative"].addressee == "o3"
    assert "representative" not in copies_of(_representative(gets_letters=False))


def test_with_consent_a_provider_gets_the_form_but_not_the_letter() -> None:
    copy = copies_of()["provider"]
    assert {"order", "assessment_form", "workplace"} <= set(copy.parts)
    assert {"letter", "summary", "consents", "personal_data"} <= set(copy.withheld)
    assert copy.advice == ("copies.provider_consent",)


def test_without_consent_a_provider_gets_what_help_cannot_be_given_without() -> None:
    copy = copies_of(make.consent("share", answer="no"))["provider"]
    assert set(copy.parts) == {"order", "week_plan", "workplace"}
    assert "assessment_form" in copy.withheld
    assert copy.advice == ("copies.provider_refused",)


def test_a_provider_whom_nobody_was_asked_about_is_said_to_be_so() -> None:
    copy = copies_of(make.consent("share", answer=""))["provider"]
    assert copy.advice == ("copies.provider_not_asked",)


def test_each_piece_of_advice_is_a_sentence_and_a_protected_address_is_told_of() -> None:
    found = copies_of(make.citizen(protected_address=True))
    assert found["citizen"].advice == ()
    assert all("copies.protected" in c.advice for r, c in found.items() if r != "citizen")
    keys = {"provider_consent", "provider_refused", "provider_not_asked", "protected"}
    for language in ("da", "en"):
        assert all(Texts(language).message(f"copies.{key}").endswith(".") for key in keys)


@pytest.mark.parametrize(("answer", "count"), [("yes", 1), ("no", 0)])
def test_photos_go_to_a_provider_only_with_consent_to_them(answer: str, count: int) -> None:
    content = sample.issued(make.consent("photo", answer=answer), receiver="provider")
    assert len(reading.images(build(["workplace"], content))) == count
    other_by_now = msgspec.structs.replace(content, by_now=ByNow(photos=answer != "yes"))
    assert len(reading.images(build(["workplace"], other_by_now))) == 1 - count


@pytest.mark.parametrize(
    ("by_now", "key", "doubtful"),
    [
        ("yes", "provider_consent", ()),
        ("refused", "provider_withdrawn", ("assessment_form", "action_plan")),
    ],
)
def test_what_a_withdrawn_consent_allowed_is_left_to_people(
    by_now: Sharing, key: str, doubtful: tuple[str, ...]
) -> None:
    content = sample.issued(make.consent("share", answer="yes"))
    content = msgspec.structs.replace(content, by_now=ByNow(sharing=by_now))
    package = (*parts_for(content), "action_plan")
    (found,) = [c for c in copies(content, package) if c.receiver == "provider"]
    assert found.advice == (f"copies.{key}",)
    assert found.doubtful == doubtful
    assert set(doubtful) <= set(found.parts)
