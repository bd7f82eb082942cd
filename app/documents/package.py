"""Builds the PDF package of a decision, or any document of the case, from what the case says."""

from collections.abc import Callable, Mapping, Sequence

from app.documents import facts
from app.documents.assessment_form import write_assessment_form
from app.documents.case_letters import write_elder_care, write_hearing, write_processing_notice
from app.documents.changes import write_follow_up_summary
from app.documents.consents import write_consents
from app.documents.content import (
    EXPLAINING,
    LETTERS,
    LETTERS_BESIDE,
    OF_DECISION,
    PARTS,
    Content,
    Part,
    Receiver,
)
from app.documents.embedded import Volumes, embedded_files
from app.documents.languages import help_language
from app.documents.letter import write_letter
from app.documents.order import write_order
from app.documents.other_language import write_other_language
from app.documents.pages import Running, build_pdf
from app.documents.parts import parts_for, telling, told_letter
from app.documents.passages import Passages, passages_of, standard_passages
from app.documents.personal_data import write_personal_data
from app.documents.plans import write_action_plan, write_provider_plan, write_status_report
from app.documents.receivers import as_seen_by_receiver, letter_receiver
from app.documents.sheets import (
    write_duties,
    write_free_choice,
    write_open_counselling,
    write_self_chosen,
)
from app.documents.story import Story, fitting
from app.documents.summary import write_summary
from app.documents.tagging.archive import SealPlace
from app.documents.tagging.elements import Element
from app.documents.tagging.fonts import unprintable
from app.documents.tagging.metadata import Metadata
from app.documents.week import write_week_plan
from app.documents.workplace import write_workplace
from app.documents.writing import Writing, plain
from app.errors import KnownError
from app.texts import help_languages

# The names of the signature fields: of the computer that issued it, and of the municipality.
SEALS = ("computer", "municipality")

__all__ = [
    "PARTS",
    "SEALS",
    "Content",
    "Part",
    "Receiver",
    "build",
    "build_volumes",
    "build_with_words",
    "parts_for",
    "unprintable",
    "words_of",
]

_WRITERS: Mapping[Part, Callable[[Writing], None]] = {
    "letter": write_letter,
    "summary": write_summary,
    "assessment_form": write_assessment_form,
    "consents": write_consents,
    "workplace": write_workplace,
    "free_choice": write_free_choice,
    "self_chosen": write_self_chosen,
    "duties": write_duties,
    "open_counselling": write_open_counselling,
    "action_plan": write_action_plan,
    "week_plan": write_week_plan,
    "personal_data": write_personal_data,
    "other_language": write_other_language,
    "order": write_order,
    "provider_plan": write_provider_plan,
    "status_report": write_status_report,
    "hearing": write_hearing,
    "processing_notice": write_processing_notice,
    "elder_care": write_elder_care,
    "follow_up_summary": write_follow_up_summary,
}


def build(parts: Sequence[Part], content: Content, texts: Passages | None = None) -> bytes:
    """Return one tagged PDF with the parts in this order, a bookmark for each.

    The same content gives the same bytes. Raises KnownError if a text template is wrong, if
    an issued document holds a character that no font has, if the case belongs to another
    law and no letter under this standard may be made, if there is no record for a letter
    that is about one, or if a representative's letter has no representative.
    """
    return build_volumes(((parts, content),), texts)


def build_volumes(volumes: Volumes, texts: Passages | None = None) -> bytes:
    """Return one PDF of parts that are not all made from the same content; raises as build.

    A visit under several standards has a letter of each, made from its own share of the case.
    """
    return build_with_words(volumes, texts)[0]


def build_with_words(volumes: Volumes, texts: Passages | None = None) -> tuple[bytes, str]:
    """Return one PDF, and all that it says as `words_of` does; raises as build."""
    texts = texts or passages_of(volumes[0][1].own_texts)
    volumes = _as_seen(volumes, texts)
    root = Element("Document")
    written = _written(volumes, root, texts)
    words = _words(written)
    return build_pdf(root, written, _metadata(volumes, texts)), words


def words_of(volumes: Volumes) -> str:
    """Return all that the parts say, without a page being set; raises as build.

    Of the same words, the text in print is the same; how it looks may differ.
    """
    texts = passages_of(volumes[0][1].own_texts)
    return _words(_written(_as_seen(volumes, texts), Element("Document"), texts))


def _words(written: Sequence[tuple[Story, Running]]) -> str:
    return "\n".join(words for story, _ in written for words in story.said)


def gaps_in(parts: Sequence[Part], content: Content) -> tuple[str, ...]:
    """Return what is still to be written in these parts, in the letters' words; raises as build."""
    texts, volumes = passages_of(content.own_texts), ((parts, content),)
    written = _written(_as_seen(volumes, texts), Element("Document"), texts)
    return tuple(dict.fromkeys(gap for story, _ in written for gap in story.gaps))


def _as_seen(volumes: Volumes, texts: Passages) -> Volumes:
    """Return what is made, without what its receiver must not see."""
    hidden = plain(texts.line("documents.page.hidden_address"))
    return [
        (parts, telling(parts, as_seen_by_receiver(c, "letter", hidden))) for parts, c in volumes
    ]


def _written(volumes: Volumes, root: Element, texts: Passages) -> list[tuple[Story, Running]]:
    hidden = plain(texts.line("documents.page.hidden_address"))
    written: list[tuple[Story, Running]] = []
    for parts, content in volumes:
        _must_be_possible(parts, content)
        for part in parts:
            story = _story(part, root, content, "letter" in parts)
            seen = as_seen_by_receiver(content, part, hidden)
            writing = _writing(part, story, seen, texts)
            if story.draft:
                story.under_title = writing.words("documents.page.draft_note")
            _WRITERS[part](writing)
            written.append((story, _running(part, writing)))
    return written


def _must_be_possible(parts: Sequence[Part], content: Content) -> None:
    """Stop a letter under another law, and one to a representative that nobody is."""
    if "letter" in parts and facts.is_elder_care(content):
        raise KnownError("documents.other_law")
    to_nobody = content.receiver == "representative" and letter_receiver(content) is None
    if to_nobody and set(parts) & set(LETTERS):
        raise KnownError("documents.no_representative")


def _writing(part: Part, story: Story, content: Content, texts: Passages) -> Writing:
    """Return what a part is written with: help pages are said in their own language."""
    if part != "other_language":
        return Writing(story, texts, content)
    language = help_language(content) or next(iter(help_languages()))
    said = standard_passages(language)
    story.speak(plain(said.line("documents.other_language.tag")))
    return Writing(story, said, content, language, texts)


def _story(part: Part, root: Element, content: Content, with_letter: bool) -> Story:
    """Begin a part; one that waits for no decision is a draft only while it lacks something."""
    decided = part not in EXPLAINING or told_letter(content) == "letter"
    waits = with_letter or content.of_package or (part in OF_DECISION and decided)
    return Story(
        root,
        part,
        draft=content.draft and waits,
        marks_gaps=content.draft or not waits,
        size=content.size_of(part),
    )


def _title(part: Part, content: Content, texts: Passages) -> str:
    if part == "letter":
        return plain(texts.line("letter.heading.subject"))
    if part == "other_language" and told_letter(content) != "letter":
        return plain(texts.line("documents.other_language.title_letter"))
    key = "form" if part == "assessment_form" else part
    return facts.own_title(content, part) or plain(texts.line(f"documents.{key}.title"))


def _running(part: Part, writing: Writing) -> Running:
    content, texts, story = writing.content, writing.texts, writing.story
    number = content.casefile.case.number.strip()
    head = texts.line(
        "documents.page.head",
        municipality=content.standard.municipality.name,
        title=_title(part, content, texts),
    )
    foot = texts.line("documents.page.case_number", number=number) if number else ""
    return Running(
        head=fitting(plain(head), draft=story.draft),
        foot=fitting(plain(foot), draft=story.draft),
        page_word=texts.line("documents.page.page"),
        of_word=texts.line("documents.page.of"),
        draft=texts.line("documents.page.draft") if story.draft or story.gaps else "",
        letter=part in LETTERS,
        size=story.size,
    )


def _metadata(volumes: Volumes, texts: Passages) -> Metadata:
    every, content = [part for parts, _ in volumes for part in parts], volumes[0][1]
    is_package = len(every) > 1 and every[0] not in LETTERS_BESIDE
    title = (
        plain(texts.line("documents.page.package"))
        if is_package
        else _title(every[0], content, texts)
    )
    return Metadata(
        title,
        content.standard.municipality.name,
        content.day,
        files=embedded_files(volumes, texts),
        seals=_seals(texts) if content.version is not None else (),
    )


def _seals(texts: Passages) -> tuple[SealPlace, ...]:
    """Leave a place for each seal of an issued document."""
    return tuple(SealPlace(n, plain(texts.line(f"documents.seal.{n}"))) for n in SEALS)
