"""The bookmarks of a document: its headings, as a reader sees them beside the pages."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import DummyDoc, PDFString

from app.documents.tagging.numbers import spelled


class Bookmark(NamedTuple):
    """A heading with its level, the name of its page, and its place there in points."""

    title: str
    level: int
    page: str
    left: float
    top: float


def write_bookmarks(document: Any, bookmarks: Sequence[Bookmark]) -> str:
    """Write the outline, open as a whole; return the reference to it."""
    root = document.reserve(len(bookmarks) + 1)
    pages = {f"Page{i}": document.number_of(p) for i, p in enumerate(document.Pages.pages, 1)}
    parents = list(_parents(bookmarks))
    kids: dict[int, list[int]] = {}
    for number, parent in enumerate(parents):
        kids.setdefault(parent, []).append(number)
    below = _below(parents)
    said = [f"<</Type/Outlines/Count {len(bookmarks)}{_ends(kids[-1], root)}>>"]
    for number, (title, _, page, left, top) in enumerate(bookmarks):
        place = f"[{pages[page]} 0 R/XYZ {spelled(left)} {spelled(top)} 0]"
        parts = f"/Title{_text(title)}/Parent {root + 1 + parents[number]} 0 R/Dest{place}"
        parts += _beside(kids[parents[number]], number, root)
        if number in kids:
            parts += f"/Count {below[number]}{_ends(kids[number], root)}"
        said.append(f"<<{parts}>>")
    document.fill(root, said)
    return f"{root} 0 R"


def _parents(bookmarks: Sequence[Bookmark]) -> Iterator[int]:
    """Yield the number of the bookmark that each stands under, -1 for none."""
    above: list[int] = []
    for number, bookmark in enumerate(bookmarks):
        del above[bookmark.level - 1 :]
        yield above[-1] if above else -1
        above.append(number)


def _below(parents: Sequence[int]) -> list[int]:
    """Return how many bookmarks stand under each, at any level."""
    counts = [0] * len(parents)
    for number in reversed(range(len(parents))):
        if parents[number] >= 0:
            counts[parents[number]] += counts[number] + 1
    return counts


def _ends(kids: Sequence[int], root: int) -> str:
    return f"/First {root + 1 + kids[0]} 0 R/Last {root + 1 + kids[-1]} 0 R"


def _beside(family: Sequence[int], number: int, root: int) -> str:
    at = family.index(number)
    before = f"/Prev {root + family[at - 1] + 1} 0 R" if at else ""
    after = f"/Next {root + family[at + 1] + 1} 0 R" if at + 1 < len(family) else ""
    return before + after


def _text(title: str) -> str:
    data: bytes = PDFString(title).format(DummyDoc)
    return data.decode("latin-1")
