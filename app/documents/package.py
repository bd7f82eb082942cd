"""Builds the PDF package of a decision, or any part of it, from what the case says."""

from collections.abc import Callable, Mapping, Sequence

from app.documents import facts
from app.documents.assessment_form import write_assessment_form
from app.documents.consents import write_consents
from app.documents.content import PARTS, Content, Part, Receiver
from app.documents.letter import write_letter
from app.documents.pages import Running, build_pdf
from app.documents.passages import Passages, standard_passages
from app.documents.sheets import write_free_choice, write_self_chosen
from app.documents.story import Story, fitting
from app.documents.tagging.elements import Element
from app.documents.tagging.fonts import unprintable
from app.documents.tagging.metadata import Metadata
from app.documents.workplace import write_workplace
from app.documents.writing import Writing
from app.errors import KnownError

__all__ = ["PARTS", "Content", "Part", "Receiver", "build", "parts_for", "unprintable"]

_WRITERS: Mapping[str, Callable[[Writing], None]] = {
    "letter": write_letter,
    "assessment_form": write_assessment_form,
    "consents": write_consents,
    "workplace": write_workplace,
    "free_choice": write_free_choice,
    "self_chosen": write_self_chosen,
}


def build(parts: Sequence[Part], content: Content, texts: Passages | None = None) -> bytes:
    """Return one tagged PDF with the parts in this order, a bookmark for each.

    The same content gives the same bytes. Raises KnownError if a text template is wrong, if
    an issued document holds a character that no font has, or if the case belongs to another
    law and no letter under this standard may be made.
    """
    texts = texts or standard_passages()
    case = content.casefile.case
    if "letter" in parts and case.legal_basis == "elder_care_act":
        raise KnownError("documents.other_law")
    root = Element("Document")
    written = [_write(part, root, content, texts) for part in parts]
    return build_pdf(root, written, _metadata(parts, content, texts))


def parts_for(content: Content) -> tuple[Part, ...]:
    """Return the parts that belong to this decision: the letter and what it encloses."""
    return ("letter", *(enclosure.id for enclosure in facts.enclosed(content)))


def _write(part: Part, root: Element, content: Content, texts: Passages) -> tuple[Story, Running]:
    writing = Writing(Story(root, part, draft=content.draft), content, texts)
    _WRITERS[part](writing)
    return writing.story, _running(part, writing)


def _title(part: Part, content: Content, texts: Passages) -> str:
    if part == "letter":
        return _plain(texts.line("letter.heading.subject"))
    key = "form" if part == "assessment_form" else part
    return _plain(texts.line(f"documents.{key}.title"))


def _running(part: Part, writing: Writing) -> Running:
    content, texts = writing.content, writing.texts
    number = content.casefile.case.number.strip()
    head = texts.line(
        "documents.page.head",
        municipality=content.standard.municipality.name,
        title=_title(part, content, texts),
    )
    foot = texts.line("documents.page.case_number", number=number) if number else ""
    return Running(
        head=fitting(_plain(head), draft=content.draft),
        foot=fitting(_plain(foot), draft=content.draft),
        page_word=texts.line("documents.page.page"),
        of_word=texts.line("documents.page.of"),
        draft=texts.line("documents.page.draft") if content.draft else "",
        letter=part == "letter",
    )


def _metadata(parts: Sequence[Part], content: Content, texts: Passages) -> Metadata:
    title = (
        _title(parts[0], content, texts)
        if len(parts) == 1
        else _plain(texts.line("documents.page.package"))
    )
    return Metadata(title, content.standard.municipality.name, content.day)


def _plain(markup: str) -> str:
    """Return markup as plain text, for what is not drawn as a paragraph."""
    import html

    return html.unescape(markup)
