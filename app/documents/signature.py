"""The end of a letter: what goes along, greeting, who signs, and when it was signed."""

from collections.abc import Sequence

from app.clock import local_day
from app.documents import facts
from app.documents.story import escape
from app.documents.writing import Writing


def write_going_along(writing: Writing, titles: Sequence[str]) -> None:
    """Write what is sent with the letter, if anything."""
    if titles:
        writing.story.space(4)
        writing.led(writing.words("letter.enclosures.title"), [f"{facts.named(titles)}."])


def write_signature(writing: Writing) -> None:
    """Write who signs; an issued decision carries the name it was locked with."""
    content, story = writing.content, writing.story
    signed = content.version.letter or "letter" if content.version else ""
    version = content.version if story.part == signed else None
    name, title = (version.name, version.title) if version else (content.name, content.title)
    unit = facts.authority(content)
    unit_name = unit.name if unit else ""
    story.space(8)
    writing.say("letter.signature.greeting")
    story.space(4)
    complete = name.strip() and title.strip()
    story.text(f"<b>{escape(name)}</b>" if complete else writing.gap("signature"), "tight")
    if place := ", ".join(filter(None, (title.strip(), unit_name))):
        story.text(escape(place), "tight")
    if version and version.locked_at:
        day = facts.day_words(local_day(version.locked_at))
        writing.say("letter.signature.signed", day=day)
