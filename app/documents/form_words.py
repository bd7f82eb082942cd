"""Small words that the parts of the assessment form share."""

from app.documents.story import CellContent, TableRow
from app.documents.writing import Writing

Pairs = list[tuple[str, CellContent]]


def label(writing: Writing, key: str) -> str:
    """Return the form's word for a field."""
    return writing.words(f"documents.form.{key}")


def add_pairs(writing: Writing, pairs: Pairs) -> None:
    """Write the pairs that have a value."""
    writing.story.pairs([(name, value) for name, value in pairs if has_value(value)])


def has_value(value: CellContent) -> bool:
    """Tell whether a cell has something to show."""
    return any(value) if isinstance(value, list | tuple) else bool(value)


def yes_no(writing: Writing, value: bool | None) -> str:
    """Say yes, no, or nothing if it was not asked."""
    return "" if value is None else writing.words(f"documents.answer.{'yes' if value else 'no'}")


def add_table(
    writing: Writing, shares: tuple[float, ...], keys: tuple[str, ...], rows: list[TableRow]
) -> None:
    """Write a table with heads from the form's words."""
    writing.story.table(shares, [label(writing, key) for key in keys], rows)
