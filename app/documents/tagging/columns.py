"""Widths of a table's columns: no word is broken, no column is wider than its longest line."""

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth

from app.documents.tagging.grid import Row

# No letter of our fonts is wider than this part of its size, few texts wider than the second.
_WIDEST, _USUAL = 1.0, 0.62
# A single word may ask for this part of the table; a longer one is broken.
_MOST_OF_ROOM = 0.5
_ROUNDS = 8


def fitted(
    shares: Sequence[float], rows: Sequence[Row], room: float, padding: float
) -> list[float]:
    """Return widths in points that fill the room, by shares as far as the words allow.

    `padding` is what a cell has on its left and right together. What a column does not need
    goes to the others.
    """
    whole = sum(shares)
    wanted = [room * share / whole for share in shares]
    columns = [_column(rows, number) for number in range(len(shares))]
    least = [
        min(_longest_word(column, width) + padding, room * _MOST_OF_ROOM)
        for column, width in zip(columns, (w - padding for w in wanted), strict=True)
    ]
    most = [
        max(low, _longest_line(column, width - padding) + padding)
        for column, width, low in zip(columns, wanted, least, strict=True)
    ]
    made = [min(max(w, low), high) for w, low, high in zip(wanted, least, most, strict=True)]
    if sum(made) > room:  # now it matters how narrow those may be that fit as they are
        least = [
            min(_longest_word(column, 0) + padding, room * _MOST_OF_ROOM) for column in columns
        ]
    return _shrunk(_grown(made, most, shares, room), least, room)


def words_fit(columns: int, rows: Sequence[Row], room: float, padding: float) -> bool:
    """Tell whether each column can be as wide as its longest word."""
    return sum(_longest_word(_column(rows, i), 0) + padding for i in range(columns)) <= room


def at_least(
    width: float, rows: Sequence[Row], room: float, padding: float, most: float = 0.0
) -> float:
    """Return the width of a first column, wider if one of its words asks for it.

    It is as wide as its longest line where that is no wider than `most`.
    """
    column = _column(rows, 0)
    if width < (whole := _longest_line(column, most) + padding) <= most:
        return whole
    needed = _longest_word(column, width - padding) + padding
    return min(max(width, needed), room * _MOST_OF_ROOM)


def _column(rows: Sequence[Row], number: int) -> list[Any]:
    """Return what stands in a column; a heading over several columns is in none."""
    cells = [row.cells[number] for row in rows if len(row.cells) > number]
    return [piece for cell in cells if cell.span == 1 for piece in cell.content]


def _longest_word(column: Iterable[Any], known: float) -> float:
    """Return the width of the longest word, 0 if each surely fits in what is known."""
    widest = 0.0
    for piece in column:
        for text, face in getattr(piece, "runs", ()):
            for word in _words(text):
                if len(word) * face.size * _WIDEST > known:
                    widest = max(widest, stringWidth(word, face.font, face.size))
        widest = max(widest, _drawn(piece))
    return widest


def _words(text: str) -> list[str]:
    """Divide as a line is broken: a space that may not be broken joins two words."""
    return text.replace("\N{NO-BREAK SPACE}", "x").split()


def _longest_line(column: Iterable[Any], known: float) -> float:
    """Return the width of the longest text on one line; a long one is only guessed at."""
    return max((_line(piece, known) for piece in column), default=0.0)


def _line(piece: Any, known: float) -> float:
    runs = getattr(piece, "runs", ())
    guess = float(sum(len(text) * face.size * _USUAL for text, face in runs))
    if guess > 2 * known:
        return guess
    exact = sum(stringWidth(text, face.font, face.size) for text, face in runs)
    return max(float(exact) + 0.5, _drawn(piece))


def _drawn(piece: Any) -> float:
    """Return the width of a picture, 0 for text."""
    return 0.0 if hasattr(piece, "runs") else float(piece.width)


def _grown(
    made: list[float], most: Sequence[float], shares: Sequence[float], room: float
) -> list[float]:
    """Give what is left over to the columns that can use it, else to all."""
    for _ in range(_ROUNDS):
        left = room - sum(made)
        if left <= 0:
            return made
        hungry = [s if m < high else 0.0 for s, m, high in zip(shares, made, most, strict=True)]
        if not any(hungry):
            break
        part = left / sum(hungry)
        made = [min(m + part * h, high) for m, h, high in zip(made, hungry, most, strict=True)]
    part = max(room - sum(made), 0.0) / sum(shares)
    return [m + part * share for m, share in zip(made, shares, strict=True)]


def _shrunk(made: list[float], least: Sequence[float], room: float) -> list[float]:
    """Take what is too much from the columns that have more than their longest word."""
    over = sum(made) - room
    spare = [m - low for m, low in zip(made, least, strict=True)]
    if over <= 0:
        return made
    if sum(spare) <= over:
        return _squeezed(least, room)
    return [m - over * s / sum(spare) for m, s in zip(made, spare, strict=True)]


def _squeezed(least: Sequence[float], room: float) -> list[float]:
    """Break the long words only: a column that takes less than its part keeps its words."""
    part = room / len(least)
    small = sum(low for low in least if low <= part)
    large = sum(low for low in least if low > part)
    return [low if low <= part else low * (room - small) / large for low in least]
