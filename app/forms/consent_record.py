"""How a consent is made, signed and withdrawn: pure steps that the form and the screen share."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

import msgspec

from app.clock import local
from app.domain.calendar import add_months
from app.domain.casefile import CaseFile
from app.domain.ids import new_id
from app.domain.records import Consent
from app.domain.standard import ConsentPurpose
from app.domain.values import TextVersion
from app.forms.acts import change, is_recorded
from app.workflow.edits import AddRecord, RemoveRecord, SetField, Together
from app.workflow.visit_view import VisitView

LANGUAGES = ("da", "en")


class ConsentQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """What the citizen is asked: one purpose, with whom and which information."""

    purpose: ConsentPurpose
    parties: str
    information: str


class ConsentResult(msgspec.Struct, frozen=True, kw_only=True):
    """What the citizen answered to one purpose; `ink` is the encoded signature, if any."""

    purpose: str
    answer: str
    how: str
    ink: bytes
    text: TextVersion
    at: datetime
    noted_by: str = ""


def of_purpose(casefile: CaseFile, purpose: str) -> tuple[Consent, ...]:
    """Return the consents for one purpose, oldest first."""
    return tuple(c for c in casefile.consents if c.purpose == purpose)


def current(casefile: CaseFile, purpose: str) -> Consent | None:
    """Return the newest consent for a purpose."""
    return next(reversed(of_purpose(casefile, purpose)), None)


def draft(view: VisitView, purpose: ConsentPurpose, record_id: str = "") -> Consent:
    """Return a consent that is not asked for yet, with the standard's words filled in."""
    return Consent(
        id=record_id or new_id(),
        case=view.casefile.case.id,
        visit=view.casefile.visit_id,
        purpose=purpose.id,
        parties=purpose.parties,
        information=purpose.information,
    )


def is_pinned(consent: Consent) -> bool:
    """Tell whether the consent is signed or noted: then it is only ever withdrawn."""
    return consent.signed_at is not None


def to_ask(view: VisitView) -> tuple[str, ...]:
    """Return the purposes that are always asked and have no signed consent in force."""
    wanted = (p.id for p in view.standard.consents if p.asked == "always")
    return tuple(purpose for purpose in wanted if not in_force(view, purpose))


def in_force(view: VisitView, purpose: str) -> bool:
    """Tell whether the newest consent is signed, not withdrawn and not expired."""
    consent = current(view.casefile, purpose)
    if consent is None or consent.signed_at is None or consent.withdrawn_at is not None:
        return False
    return consent.expires_on is None or consent.expires_on >= view.today


def questions_of(view: VisitView, purposes: Iterable[str]) -> tuple[ConsentQuestion, ...]:
    """Return what the screen turned to the citizen asks."""
    wanted = set(purposes)
    return tuple(_question(view, p) for p in view.standard.consents if p.id in wanted)


def _question(view: VisitView, purpose: ConsentPurpose) -> ConsentQuestion:
    consent = open_consent(view, purpose)
    return ConsentQuestion(
        purpose=purpose, parties=consent.parties, information=consent.information
    )


def open_consent(view: VisitView, purpose: ConsentPurpose, record_id: str = "") -> Consent:
    """Return the consent that is not signed yet, or a draft of one."""
    newest = current(view.casefile, purpose.id)
    if newest is not None and not is_pinned(newest):
        return newest
    return draft(view, purpose, record_id)


def sign(view: VisitView, result: ConsentResult, ink: str = "") -> Together:
    """Return the act that pins one answer: text version, how, time; `ink` is the blob's sha.

    All that the signature stands under is written in it, changed or not: whatever comes from
    elsewhere later, the act says what was signed.
    """
    purpose = next(p for p in view.standard.consents if p.id == result.purpose)
    consent = open_consent(view, purpose)
    values: dict[str, Any] = {
        "case": consent.case,
        "visit": consent.visit,
        "purpose": consent.purpose,
        "parties": consent.parties,
        "information": consent.information,
        "answer": result.answer,
        "how": result.how,
        "ink": ink,
        "noted_by": result.noted_by,
        "text": result.text,
        "expires_on": add_months(local(result.at).date(), purpose.expires_months),
        "signed_at": result.at,
    }
    if not is_recorded(consent, view.casefile):
        return change(view.casefile, consent, **values)
    return Together(tuple(SetField(consent, name, value) for name, value in values.items()))


def sign_all(
    view: VisitView,
    results: Iterable[ConsentResult],
    keep: Callable[[bytes], str],
    label: str = "",
) -> Together:
    """Return one act for all answers; `keep` stores a signature and gives its sha256."""
    edits: list[SetField | AddRecord | RemoveRecord] = []
    for result in results:
        edits.extend(sign(view, result, keep(result.ink) if result.ink else "").edits)
    return Together(tuple(edits), label)


def said_in(words: dict[str, str], language: str) -> str:
    """Return a purpose's words in a language, or in Danish, or in any."""
    return words.get(language) or words.get("da") or next(iter(words.values()), "")
