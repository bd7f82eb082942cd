"""Easy pages: few words in larger print, the visitator's own first sentences, whom to ask."""

import re
from datetime import date
from itertools import groupby

from app.documents import facts
from app.documents.story import escape
from app.documents.writing import Writing
from app.wording import long_date

STYLE, _POINT = "lead", "- "
# A heading with two lines under it, in points.
_TWO_LINES = 62.0
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ»\"])")
# What ends with a full stop and no sentence.
_SHORTENED = re.compile(r"(?:\b(?:f\.eks|bl\.a|ca|dvs|evt|hr|kl|nr|stk|tlf|afd)|\d)\.$", re.I)
# So many sentences stand on an easy page, and so many characters of them fit it.
SENTENCES, _MOST = 2, 700


def words(writing: Writing, key: str, /, **values: object) -> str:
    """Return a text of an easy page as markup on one line: "summary.intro"."""
    return writing.words(f"documents.{key}", **values)


def say(writing: Writing, key: str, /, **values: object) -> None:
    """Write the paragraphs and points of a text."""
    paragraphs = writing.texts.paragraphs(f"documents.{key}", **values)
    for are_points, found in groupby(paragraphs, key=lambda each: each.startswith(_POINT)):
        if are_points:
            writing.story.bullets([each.removeprefix(_POINT) for each in found], STYLE)
        else:
            writing.story.texts(list(found), STYLE)


def heading(writing: Writing, key: str, room: float = _TWO_LINES) -> None:
    """Write a heading that keeps some lines with it; `room` is its height with them."""
    writing.title(2, f"documents.{key}", room=room)


def day_words(writing: Writing, day: date | None) -> str:
    """Say a day in the page's language, or nothing."""
    return long_date(day, writing.language) if day else ""


def first_sentences(text: str, count: int) -> str:
    """Return the first sentences of what somebody wrote, whole and untouched."""
    sentences: list[str] = []
    for piece in _SENTENCE.split(_one_line(text)):
        if sentences and _SHORTENED.search(sentences[-1]):
            sentences[-1] += f" {piece}"
        else:
            sentences.append(piece)
    return " ".join(sentences[:count])


def fits(text: str) -> bool:
    """Tell whether words are few enough for an easy page."""
    return len(text) <= _MOST


def write_own_words(
    writing: Writing, text: str, *, title: str, gap: str, elsewhere: str = "summary.why_elsewhere"
) -> bool:
    """Write the first sentences of what the visitator typed; tell whether there are more.

    What is too long for an easy page, or not in the page's language, stands in the letter under
    the heading `title`, as `elsewhere` says. Without a word it is a `gap`.
    """
    kept = first_sentences(text, SENTENCES)
    if writing.original is not None or not fits(kept):
        say(writing, elsewhere, heading=(writing.original or writing.texts).line(title))
        return False
    if kept:
        writing.story.text(escape(kept), STYLE)
    else:
        writing.say_gap(gap)
    return kept != _one_line(text)


def write_contact(writing: Writing) -> None:
    """Write whom to call or write to, and whom to ask for."""
    unit = facts.authority(writing.content)
    heading(writing, "summary.ask")
    if unit is None:
        writing.say_gap("sender")
        return
    say(
        writing,
        "summary.contact",
        unit=unit.name,
        phones=facts.phone_words(unit),
        hours=unit.hours,
        address=", ".join(unit.address),
        name=writing.content.name,
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
