"""A table in large print: each row is a block, its cells one under the other with their labels.

Only what is seen changes. The structure stays the table's: the cells of its head are where the
labels stand first, and where they are seen again they are artifacts.
"""

from collections.abc import Callable, Sequence
from typing import Any

from app.documents.tagging.grid import Cell, Grid, GridLook, Row

# The part of the width that labels have.
_LABELS = 0.36
# A block of fewer letters is never torn apart: far less than a page holds in the largest print.
_SHORT = 600
Echoes = Callable[[int], Any]
Label = Callable[[int], Sequence[Any]]


def stacked(rows: Sequence[Row], echo: Echoes, width: float, look: GridLook) -> Grid:
    """Return a grid of the same cells; the first row is the head, `echo` repeats its labels."""
    head, waiting = rows[0], set(range(len(rows[0].cells)))
    made: list[Row] = []
    for row in rows[1:]:
        if len(row.cells) == 1:
            made.append(Row([Cell(row.cells[0].content, 2)], row.shade, group=row.group))
            continue
        made += _block(row, _labels(head, waiting, echo))
    first = width * _LABELS
    return Grid([first, width - first], made, look)


def _labels(head: Row, waiting: set[int], echo: Echoes) -> Label:
    def label(number: int) -> Sequence[Any]:
        if number not in waiting:
            return [echo(number)] if number else []
        waiting.discard(number)
        return head.cells[number].content

    return label


def _block(row: Row, label: Label) -> list[Row]:
    """Return a row as its heading and a line for each other cell that says something.

    A short one is kept on one page; the label of the headings stands once.
    """
    title = Cell([*label(0), *row.cells[0].content], 2)
    lines = [[Cell(label(i)), cell] for i, cell in enumerate(row.cells) if i and cell.content]
    blocks = [[title], *lines]
    letters = sum(_letters(piece) for cell in row.cells for piece in cell.content)
    made = [Row(cells, row.shade, group=letters < _SHORT, unruled=True) for cells in blocks[:-1]]
    return [*made, Row(blocks[-1], row.shade)]


def _letters(piece: Any) -> int:
    """Return how many letters a text has; a picture takes the room of some."""
    runs = getattr(piece, "runs", None)
    return int(piece.height) if runs is None else sum(len(text) for text, _ in runs)
