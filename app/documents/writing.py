"""A story together with what it is about and the texts it is said in."""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.documents.content import Content
from app.documents.look import WARN
from app.documents.passages import Passages
from app.documents.story import Story, escape, is_item, typed
from app.domain.standard import LetterText


@dataclass(frozen=True)
class Page:
    """A story and the texts it is said in: what a document needs that is about no case."""

    story: Story
    texts: Passages

    def words(self, key: str, /, **values: Any) -> str:
        """Return a text as markup on one line."""
        return self.texts.line(key, **values)

    def say(self, key: str, /, **values: Any) -> None:
        """Write the paragraphs of a text."""
        self.story.texts(self.texts.paragraphs(key, **values))

    def title(self, level: int, key: str, /, room: float = 70, **values: Any) -> None:
        """Write a heading."""
        self.story.heading(level, self.words(key, **values), room)

    def passages(self, texts: Sequence[LetterText], level: int = 2) -> None:
        """Write passages of a standard or of the law: heading, paragraphs, list."""
        for text in texts:
            self.story.heading(level, escape(text.title), room=112)
            for paragraph in text.paragraphs:
                self.story.text(escape(paragraph))
            self.story.bullets([escape(b) for b in text.bullets])

    def led(self, lead: str, texts: Sequence[str], style: str = "body") -> None:
        """Write what somebody typed, led by a few bold words on its first line."""
        lines = [line for text in texts for line in typed(text)]
        if lines and lead:
            beside = [] if is_item(lines[0]) else [lines.pop(0)]
            lines.insert(0, " ".join([f"<b>{lead}</b>", *beside]))
        self.story.texts(lines, style, typed=True)

    def run_in(self, texts: Sequence[LetterText]) -> None:
        """Write passages whose headings stand in bold at the beginning of the first line."""
        for text in texts:
            title = text.title if text.title.endswith(("?", ".", ":")) else f"{text.title}."
            first, *others = (*text.paragraphs, "") if not text.paragraphs else text.paragraphs
            self.story.text(f"<b>{escape(title)}</b> {escape(first)}".rstrip())
            for paragraph in others:
                self.story.text(escape(paragraph))
            self.story.bullets([escape(b) for b in text.bullets])


@dataclass(frozen=True)
class Writing(Page):
    """What every part of a document about a case needs to write itself.

    In a part for help in another `language` the `original` texts are the letter's.
    """

    content: Content
    language: str = "da"
    original: Passages | None = None

    @property
    def is_danish(self) -> bool:
        """Tell whether this is said in the language that holds."""
        return self.language == "da"

    def gap(self, key: str, /, **values: Any) -> str:
        """Return the mark of what a draft lacks; nothing in an issued document."""
        if not self.story.marks_gaps:
            return ""
        what = self.words(f"letter.gap.{key}", **values)
        self.story.gaps.append(plain(what))
        mark = self.words("letter.gap.mark", what=ready(what))
        return f'<font color="#{WARN.hexval()[2:]}"><b>{mark}</b></font>'

    def say_gap(self, key: str, /, **values: Any) -> None:
        """Write the mark of what a draft lacks as a paragraph."""
        if mark := self.gap(key, **values):
            self.story.text(mark)


def plain(markup: str) -> str:
    """Return markup as plain text, for what is not drawn as a paragraph."""
    return html.unescape(markup)


def ready(markup: str) -> Any:
    """Return markup to be put into a template as it is."""
    from markupsafe import Markup

    return Markup(markup)  # noqa: S704 - made by our own template, already escaped
