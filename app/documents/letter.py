"""The decision letter: result first, then each block in the order a reader needs it."""

from collections.abc import Callable

from app.documents import facts
from app.documents.content import Content
from app.documents.languages import help_language
from app.documents.letter_case import BLOCKS as CASE_BLOCKS
from app.documents.letter_help import BLOCKS as HELP_BLOCKS
from app.documents.letterhead import who_words, write_letterhead
from app.documents.signature import write_going_along, write_signature
from app.documents.story import escape
from app.documents.writing import Writing, plain
from app.wording import enumeration

# The last paragraphs stay with the signature: it never stands alone on a page.
_WITH_END = {"normal": 2, "16": 1, "20": 1}


def write_letter(writing: Writing) -> None:
    """Write the whole letter (the blocks of a decision letter, forvaltningsloven §§ 22-25)."""
    write_letterhead(writing)
    kind = facts.variant(writing.content)
    writing.title(1, f"letter.heading.{kind}")
    _write_box(writing, kind)
    blocks: tuple[Callable[[Writing], None], ...] = (*HELP_BLOCKS, *CASE_BLOCKS)
    for block in blocks:
        block(writing)
    with writing.story.together(also=_WITH_END[writing.story.size]):
        _write_enclosures(writing)
        write_signature(writing)


def _write_box(writing: Writing, kind: facts.Variant) -> None:
    """Write the lines to be seen first: what one gets, from when, how to complain, whom to ask."""
    what = {"refused": "what_refused", "changed": "what_changed", "reduced": "what_changed"}
    lines = [("what_ended" if kind == "ended" else what.get(kind, "what"), _what(writing, kind))]
    if kind != "refused":
        lines.append(("when_ended" if kind == "ended" else "when", _when(writing, kind)))
    if kind not in ("granted", "continued", "none"):
        weeks = writing.content.national.complaint_weeks
        lines.append(("complain", writing.words("letter.box.complaint", weeks=weeks)))
    lines.append(("who", who_words(writing)))
    writing.story.box([(writing.words(f"letter.box.{key}"), words) for key, words in lines])


def _what(writing: Writing, kind: facts.Variant) -> str:
    content = writing.content
    refused = facts.need_names(content, "refused")
    names = facts.grants_with_extent(content, facts.given(content))
    if kind == "refused":
        return escape(refused) or writing.gap("needs")
    if kind == "ended":
        return escape(facts.need_names(content, "ended")) or writing.gap("needs")
    if not names:
        return writing.gap("services")
    if refused and kind == "partly":
        key = "services_not_all" if _is_given_too(content) else "services_partly"
        return writing.words(f"letter.box.{key}", services=names, refused=refused)
    return writing.words("letter.box.services", services=names)


def _is_given_too(content: Content) -> bool:
    """Tell whether some of what is refused is given under the same name for another need."""
    given = {s.name for s in facts.given_services(content)}
    pairs = facts.outcomes(content)
    return any(facts.need_name(content, n) in given for n, i in pairs if i.outcome == "refused")


def _when(writing: Writing, kind: facts.Variant) -> str:
    if kind == "ended":
        return _end(writing)
    if kind == "continued":
        return writing.words("letter.box.goes_on")
    days = facts.start_days(writing.content)
    if not days:
        return writing.gap("period")
    many = "change_many" if kind in ("changed", "reduced") else "start_many"
    key = many if len(days) > 1 else "start"
    return writing.words(f"letter.box.{key}", day=facts.day_words(days[0]))


def _end(writing: Writing) -> str:
    """Say the last day of help, of each service if they differ."""
    ends = facts.end_days(writing.content)
    if not ends:
        return writing.gap("end")
    if len(set(ends.values())) == 1:
        return writing.words("letter.box.end", day=facts.day_words(next(iter(ends.values()))))
    said = [
        writing.words("letter.box.end_one", service=name, day=facts.day_words(day))
        for name, day in ends.items()
    ]
    return writing.words("letter.box.end_many", days=enumeration(said))


def _write_enclosures(writing: Writing) -> None:
    titles = [e.title for e in facts.enclosed(writing.content)]
    if titles and help_language(writing.content):
        titles.append(plain(writing.words("documents.other_language.title")))
    write_going_along(writing, titles)
