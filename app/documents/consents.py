"""Copies of the consents, in the words that were shown, with the signature as it was drawn."""

from contextlib import nullcontext

from app.documents import facts
from app.documents.form_help import moment_words
from app.documents.pictures import Picture, ink_picture
from app.documents.story import escape
from app.documents.writing import Writing
from app.domain import ink
from app.domain.records import Consent
from app.domain.standard import ConsentPurpose
from app.errors import KnownError

# Under the heading of a consent, in points.
_ROOM = 90


def write_consents(writing: Writing) -> None:
    """Write each consent that was answered, kept on one page if it fits.

    In large print it fills a page: there its answer and signature are kept together.
    """
    unit = facts.authority(writing.content)
    answered = [c for c in writing.content.casefile.consents if c.answer]
    writing.title(1, "documents.consents.title")
    if answered:
        name = unit.name if unit else writing.content.standard.municipality.name
        phones = facts.phone_words(unit) if unit else ""
        writing.say("documents.consents.intro", unit=name, phones=phones)
    else:
        writing.say("documents.consents.none")
    for consent in answered:
        _write_consent(writing, consent)
    writing.passages(facts.about_personal_data(writing.content))


def _purpose(writing: Writing, consent: Consent) -> ConsentPurpose | None:
    found = writing.content.standard.consents
    return next((p for p in found if p.id == consent.purpose), None)


def _write_consent(writing: Writing, consent: Consent) -> None:
    purpose = _purpose(writing, consent)
    language = consent.text.language if consent.text else "da"
    title = _said(purpose.title, language) if purpose else consent.purpose
    story = writing.story
    with story.together() if story.size == "normal" else nullcontext():
        story.heading(2, escape(title), room=_ROOM)
        if purpose:
            story.typed(_said(purpose.text, language))
        with story.together():
            story.pairs(_pairs(writing, consent, purpose, language))
            _write_signature(writing, consent)
    story.space(8)


def _said(texts: dict[str, str], language: str) -> str:
    return texts.get(language) or texts.get("da", "")


def _pairs(
    writing: Writing, consent: Consent, purpose: ConsentPurpose | None, language: str
) -> list[tuple[str, str]]:
    version = consent.text
    parties = consent.parties.strip() or (purpose.parties if purpose else "")
    information = consent.information.strip() or (purpose.information if purpose else "")
    rows = [
        ("parties", escape(parties)),
        ("information", escape(information)),
        ("if_no", escape(_said(purpose.if_no, language)) if purpose else ""),
        ("law", escape(facts.law_text(writing.content, purpose.law)) if purpose else ""),
        ("answer", _answer(writing, consent)),
        ("expires", facts.day_words(consent.expires_on)),
    ]
    made = [(writing.words(f"documents.consents.{k}"), v) for k, v in rows if v]
    if version:
        words = writing.words(
            "documents.consents.version_words", version=version.version, language=version.language
        )
        made.append((writing.words("documents.consents.version"), words))
    return made


def _answer(writing: Writing, consent: Consent) -> str:
    answer = f"<b>{writing.words(f'documents.consents.given_{consent.answer}')}</b>"
    withdrawn = moment_words(writing, "withdrawn", consent)
    return " · ".join(filter(None, (answer, withdrawn)))


def _write_signature(writing: Writing, consent: Consent) -> None:
    moment = moment_words(writing, "moment", consent)
    name = writing.content.casefile.citizen.name
    if consent.how == "ink":
        picture = _ink(writing, consent, name, moment)
        if picture:
            writing.story.figure(picture)
        else:
            writing.story.text(writing.words("documents.consents.ink_missing"), "small")
        line = writing.words("documents.consents.signed", name=name, moment=moment)
    elif consent.noted_by.strip():
        words = writing.words("documents.consents.oral", name=consent.noted_by)
        line = ", ".join(filter(None, (words, moment)))
    else:
        words = writing.words("documents.consents.oral_unsigned") if consent.how else ""
        line = ", ".join(filter(None, (words, moment)))
    writing.story.texts([line] if line else [], "small")


def _ink(writing: Writing, consent: Consent, name: str, moment: str) -> Picture | None:
    data = writing.content.blobs.get(consent.ink)
    if not data:
        return None
    try:
        strokes, _ = ink.decode(data)
    except KnownError:
        return None
    alt = writing.words("documents.consents.signature_alt", name=name, moment=moment)
    return ink_picture(strokes, alt)
