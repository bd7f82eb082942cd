"""What the parts of a printed standard share: its names, how often, and pairs of words."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.form_words import Pairs, has_value
from app.documents.story import CellContent, Styled, TableRow, escape
from app.documents.writing import Page
from app.domain.extents import extent_words
from app.domain.standard import FollowUp, Standard, Unit
from app.domain.values import Extent
from app.texts import Texts
from app.wording import enumeration

_MESSAGES = Texts("da")
_KEY = "documents.catalogue"


@dataclass(frozen=True)
class Book(Page):
    """A printed standard under way."""

    standard: Standard

    def word(self, key: str) -> str:
        """Return a word of the catalogue's texts."""
        return self.words(f"{_KEY}.{key}")

    def pairs(self, table: str, rows: Sequence[tuple[str, CellContent]]) -> None:
        """Write the pairs that have a value, with their words from a table of the texts."""
        made: Pairs = [
            (self.words(f"{_KEY}.{table}_{key}"), value) for key, value in rows if has_value(value)
        ]
        self.story.pairs(made, share=0.24)

    def table(self, shares: tuple[float, ...], keys: Sequence[str], rows: list[TableRow]) -> None:
        """Write a table with heads from the catalogue's texts."""
        if rows:
            self.story.table(shares, [self.word(key) for key in keys], rows)

    def law(self, law_id: str) -> str:
        """Return the newest words of a legal basis."""
        found = [law.text for law in self.standard.laws if law.id == law_id]
        return found[-1] if found else law_id

    def service(self, service_id: str) -> str:
        """Return a service's name."""
        service = self.standard.service(service_id)
        return service.name if service else service_id

    def item(self, item_id: str) -> str:
        """Return the name of an item, of whichever service."""
        found = (i.name for s in self.standard.services for i in s.items if i.id == item_id)
        return next(found, item_id)

    def level(self, value: str) -> str:
        """Return a level of the function scale with its name."""
        scale = self.standard.scale
        names = {s.value: s.name for s in scale.levels} if scale else {}
        return f"{value}. {names[value]}" if value in names else value


def schedule(book: Book, rule: FollowUp) -> str:
    """Say in figures when help is looked at again, and when a status is due."""
    weeks, months = (
        enumeration([str(n) for n in t]) for t in (rule.after_weeks, rule.after_months)
    )
    every = rule.then_every_months
    cycle = "every" if every else ("most_permanent" if rule.permanent_only else "most")
    said = [
        book.words(f"{_KEY}.follow_up_first_{rule.counted_from}", weeks=weeks, months=months)
        if weeks or months
        else "",
        book.words(f"{_KEY}.follow_up_{cycle}", months=every or rule.max_months),
        book.words(f"{_KEY}.follow_up_report", weeks=rule.report_weeks_before, to=rule.report_to)
        if rule.report_weeks_before
        else "",
    ]
    return " ".join(filter(None, said))


def often(extent: Extent | None) -> str:
    """Say how often, or nothing."""
    words = extent_words(extent, _MESSAGES)
    return words[:1].upper() + words[1:]


def lines(texts: Sequence[str]) -> list[str]:
    """Return the texts that there are, as markup."""
    return [escape(text) for text in texts if text.strip()]


def listed(texts: Sequence[str]) -> list[Styled]:
    """Return texts as lines of a cell that stand a little apart."""
    return [Styled(text, "cell_line") for text in lines(texts)]


def unit_row(unit: Unit) -> TableRow:
    """Return a unit with how it is reached."""
    reach = (*unit.phones, unit.email, unit.hours)
    return escape(unit.name), escape(", ".join(unit.address)), lines(reach)
