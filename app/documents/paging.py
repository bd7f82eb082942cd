"""Divides what is written over pages: what stands where, before anything is drawn.

A last page of only a few lines is avoided as a typographer would: by a little less space between
blocks, or by a block that begins on the last page whole.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.documents.look import HEIGHT, WIDTH
from app.documents.tagging.grid import Grid
from app.documents.tagging.paragraphs import ListColumns, TaggedParagraph
from app.errors import KnownError

# A last page is worth turning to when this part of it is filled; the page before keeps that.
_WORTH, _KEPT = 0.3, 0.55
# What more than the room on the page before it a last page may hold to be saved at all.
_LITTLE = 0.1
# How much of the space between blocks is left where that saves a page, most first.
_EASES = (0.85, 0.7, 0.55)
# Of a text that is announced so many lines stand with what announces it; of a list so much.
_LINES, _MOST = 2, 60.0
_FUZZ = 1e-6


@dataclass(frozen=True, slots=True)
class Need:
    """A new page begins here if there is less room left than this, in points."""

    points: float


@dataclass(frozen=True, slots=True)
class Space:
    """Room that is left free, in points; none at the top of a page."""

    points: float


@dataclass(frozen=True, slots=True)
class Together:
    """What stands on one page, if a page can hold it."""

    flow: Sequence[Any]


@dataclass(frozen=True, slots=True)
class _Led:
    """What announces the piece after it, and that piece: they begin on one page."""

    lead: Sequence[Any]
    piece: Any


# What is drawn on a page, each with its lower edge above the lower margin.
Sheet = list[tuple[Any, float]]


def paged(flow: Sequence[Any]) -> list[Sheet]:
    """Return the pages of a part; the same flow gives the same pages.

    Raises KnownError if something in it has no room on any page.
    """
    usual = _Sheets.of(flow)
    if not usual.may_be_shorter():
        return usual.sheets
    for ease in _EASES:
        tighter = _Sheets.of(flow, ease)
        if len(tighter.sheets) < len(usual.sheets):
            return tighter.sheets
    at = usual.place_to_break() if usual.is_short() else None
    fuller = usual if at is None else _Sheets.of(flow, break_at=at)
    return min((usual, fuller), key=lambda made: (len(made.sheets), made.room)).sheets


@dataclass
class _Sheets:
    """The pages so far; `room` is what is left of the last one, in points."""

    ease: float = 1.0
    break_at: int | None = None
    sheets: list[Sheet] = field(default_factory=lambda: [[]])
    room: float = HEIGHT
    _after: float = 0.0
    # Where a block begins: its number, its page, and the room there was.
    _starts: list[tuple[int, int, float]] = field(default_factory=list)
    # The room that was left of each page that was turned.
    _left: list[float] = field(default_factory=list)

    @classmethod
    def of(cls, flow: Sequence[Any], ease: float = 1.0, break_at: int | None = None) -> "_Sheets":
        """Lay everything out, on a new page from the piece of this number."""
        made = cls(ease, break_at)
        for number, piece in enumerate(_chained(flow)):
            if isinstance(piece, Need):
                if number == break_at:
                    made._turn()
                made._starts.append((number, len(made.sheets), made.room))
            made._put(piece)
        return made

    def may_be_shorter(self) -> bool:
        """Tell whether the last page holds little, or little more than the one before lacks."""
        if len(self.sheets) == 1:
            return False
        filled = HEIGHT - self.room
        return self.is_short() or filled - self._left[-1] < _LITTLE * HEIGHT

    def is_short(self) -> bool:
        """Tell whether the last page is hardly worth turning to."""
        return self._missing() > 0

    def _missing(self) -> float:
        return self.room - (1 - _WORTH) * HEIGHT

    def place_to_break(self) -> int | None:
        """Return the last block of the page before the last that would fill that well."""
        page = len(self.sheets) - 1
        least, most = self._left[-1] + self._missing(), (1 - _KEPT) * HEIGHT
        found = [n for n, at, room in self._starts if at == page and least <= room <= most]
        return found[-1] if found else None

    def _put(self, piece: Any) -> None:
        if isinstance(piece, Need):
            self._leave_for(piece.points)
            self._after = 0.0
        elif isinstance(piece, Space):
            self.room -= self.ease * piece.points if self.sheets[-1] else 0.0
            self._after = 0.0
        elif isinstance(piece, Together):
            height = _height(piece.flow, self.ease)
            self._leave_for(height if height <= HEIGHT else 0.0)
            self._put_all(_chained(piece.flow))
        elif isinstance(piece, _Led):
            height = _height(piece.lead, self.ease) + _beginning(piece.piece, self.ease)
            self._leave_for(height if height <= HEIGHT else 0.0)
            self._put_all((*piece.lead, piece.piece))
        else:
            self._put_flowable(piece)

    def _put_all(self, pieces: Iterable[Any]) -> None:
        for piece in pieces:
            self._put(piece)

    def _leave_for(self, points: float) -> None:
        if self.room < points - _FUZZ and self.sheets[-1]:
            self._turn()

    def _turn(self) -> None:
        self._left.append(self.room)
        self.sheets.append([])
        self.room, self._after = HEIGHT, 0.0

    def _put_flowable(self, flowable: Any) -> None:
        """Put it where there is room, and what is left of it on the next pages."""
        waiting: deque[Any] = deque([flowable])
        while waiting:
            piece = waiting.popleft()
            if piece is None:
                self._turn()
            elif not self._fits(piece):
                self._part(piece, waiting)

    def _part(self, piece: Any, waiting: deque[Any]) -> None:
        """Put off what does not fit, or its lower part; None in what waits is a new page."""
        room = self.room - self._space_before(piece)
        parts = piece.split(WIDTH, room) if room > 0 else []
        if parts and parts[0] is not piece:
            is_cut = type(parts[0]) is type(piece)
            waiting.extendleft(reversed([parts[0], *([None] if is_cut else []), *parts[1:]]))
        elif self.sheets[-1]:
            waiting.appendleft(piece)
            self._turn()
        else:
            raise KnownError("documents.no_room")

    def _fits(self, flowable: Any) -> bool:
        """Place a flowable if there is room for it."""
        before = self._space_before(flowable)
        if self.room - before <= 0:
            return False
        height = before + flowable.wrap(WIDTH, self.room - before)[1]
        if height > self.room + _FUZZ:
            return False
        self.sheets[-1].append((flowable, self.room - height))
        self._after = self.ease * flowable.getSpaceAfter()
        self.room -= height + self._after
        return True

    def _space_before(self, flowable: Any) -> float:
        """Return the space above, which is shared with what is below the piece before."""
        wanted = self.ease * flowable.getSpaceBefore()
        return max(wanted - self._after, 0.0) if self.sheets[-1] else 0.0


def _chained(flow: Sequence[Any]) -> Iterator[Any]:
    """Yield pieces; those that announce the next one stay with it."""
    lead: list[Any] = []
    for piece in flow:
        if _announces(piece):
            lead.append(piece)
            continue
        yield _Led(lead, piece) if lead else piece
        lead = []
    yield from lead


def _announces(piece: Any) -> bool:
    return not isinstance(piece, Need | Space | Together) and bool(piece.getKeepWithNext())


def _beginning(piece: Any, ease: float) -> float:
    """Return how much of a piece must stand on the page of what announces it."""
    before, height, _ = _measured(piece, ease)
    if isinstance(piece, Grid):
        height = min(height, piece.lead())
    elif isinstance(piece, TaggedParagraph) and len(piece.lines) > _LINES + 1:
        height = _LINES * piece.style.leading
    elif isinstance(piece, ListColumns):
        height = min(height, _MOST)
    return before + height


def _height(flow: Sequence[Any], ease: float) -> float:
    """Return how high pieces are one below the other, with the space above the first."""
    total = after = 0.0
    for piece in flow:
        before, height, below = _measured(piece, ease)
        total += max(before, after) + height
        after = below
    return total


def _measured(piece: Any, ease: float) -> tuple[float, float, float]:
    """Return the space above a piece, its height, and the space below it."""
    if isinstance(piece, Need):
        return 0.0, 0.0, 0.0
    if isinstance(piece, Space):
        return 0.0, ease * piece.points, 0.0
    if isinstance(piece, Together):
        return 0.0, _height(piece.flow, ease), 0.0
    height = piece.wrap(WIDTH, HEIGHT)[1]
    return ease * piece.getSpaceBefore(), height, ease * piece.getSpaceAfter()
