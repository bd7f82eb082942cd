"""A canvas on which everything is an artifact unless it is drawn inside a structure element.

So nothing can be left unmarked: lines, backgrounds and boxes become artifacts by themselves.
"""

import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFImageXObject
from reportlab.pdfgen.canvas import Canvas

from app.documents.tagging.archive import place_seals
from app.documents.tagging.bookmarks import Bookmark, write_bookmarks
from app.documents.tagging.elements import Element, Marked
from app.documents.tagging.lines import Line
from app.documents.tagging.metadata import Metadata, declare
from app.documents.tagging.numbers import colour_of, rounded, spelled
from app.documents.tagging.pen import Pen
from app.documents.tagging.runs import Face
from app.documents.tagging.tree import TreeWriter
from app.documents.tagging.writer import CompactDocument, Page

_PAINTS = re.compile(r"(?:^|[\s\]\)>])(?:S|s|f\*?|F|B\*?|b\*?|Do|sh|Tj|TJ|EI)(?=\s|$)")
_NOWHERE = (0.0, 0.0)
HEADER, FOOTER, WATERMARK, PAGINATION = (
    "/Type/Pagination/Subtype/Header/Attached[/Top]",
    "/Type/Pagination/Subtype/Footer/Attached[/Bottom]",
    "/Type/Pagination/Subtype/Watermark",
    "/Type/Pagination",
)


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """Draws marked content and writes the structure tree when saved."""

    def __init__(
        self, filename: Any, *, root: Element, metadata: Metadata, font: str, **options: Any
    ) -> None:
        self._root, self._metadata = root, metadata
        self._page_elements: dict[int, list[Element]] = {}
        self._artifact: int | None = None
        self._bookmarks: list[Bookmark] = []
        self._origin, self._origins = _NOWHERE, list[tuple[float, float]]()
        options |= {"initialFontName": font, "pageCompression": 1, "lang": metadata.language}
        super().__init__(filename, **options)
        self._doc.__class__, self._doc.own = CompactDocument, {}
        self.pen = Pen(self._doc)
        self._begin_page()

    def begin(self, element: Element | None) -> bool:
        """Begin the content of an element; inside other marked content it belongs to that.

        Returns whether it was begun and must be ended.
        """
        if self._artifact is None or element is None:
            return False
        self._end_artifact()
        self._code.append(self._open(element))
        return True

    def end(self) -> None:
        """End the content of an element."""
        self._code.append("EMC")
        self._begin_artifact()

    @contextmanager
    def tagged(self, element: Element | None) -> Iterator[None]:
        """Draw the content of an element by whatever means."""
        begun = self.begin(element)
        yield
        if begun:
            self.end()

    @contextmanager
    def artifact(self, properties: str) -> Iterator[None]:
        """Draw what a reader does not hear: header, footer, watermark, repeated table head."""
        if self._artifact is None:
            yield
            return
        self._end_artifact()
        self._begin_artifact(properties)
        held, self._artifact = self._artifact, None
        yield
        self._artifact = held
        self._end_artifact()
        self._begin_artifact()

    @contextmanager
    def moved(self, x: float, y: float) -> Iterator[None]:
        """Draw from another origin, without a word of it on the page."""
        origin = self._origin
        self._origin = origin[0] + rounded(x), origin[1] + rounded(y)
        yield
        self._origin = origin

    def saveState(self) -> None:
        """Save what is set, and where the origin is."""
        self._origins.append(self._origin)
        self.pen.keep()
        super().saveState()

    def restoreState(self) -> None:
        """Set again what was set."""
        super().restoreState()
        self.pen.take_back()
        self._origin = self._origins.pop()

    def translate(self, dx: float, dy: float) -> None:
        """Move the origin, on the page too: whatever is drawn now may ask for its place."""
        x, y = self._at(dx, dy)
        self._origin = _NOWHERE
        a, b, c, d, e, f = self._currentMatrix
        here = a * x + c * y + e, b * x + d * y + f
        self._currentMatrix: tuple[float, ...] = (a, b, c, d, *here)
        self._code.append(f"1 0 0 1 {spelled(x)} {spelled(y)} cm")

    def write(
        self,
        lines: Sequence[Line],
        leading: float,
        x: float,
        y: float,
        indent: float,
        base: float,
    ) -> None:
        """Write lines in a block at a place: so far from its left edge, and over its lower one."""
        left, low = self._at(x, y)
        place = left + rounded(indent), low + rounded(base)
        self._code.append(self.pen.write(lines, leading, *place))

    def drawString(self, x: float, y: float, text: str, *_more: Any, **_options: Any) -> None:
        """Write a line in the font and colour that are set."""
        face = Face(self._fontname, self._fontsize, colour_of(self._fillColorObj))
        self.write([Line(((text, face),))], self._leading, x, y, 0, 0)

    def drawRightString(self, x: float, y: float, text: str, *_more: Any, **_options: Any) -> None:
        """Write a line that ends at a place."""
        width = self.stringWidth(text, self._fontname, self._fontsize)
        self.drawString(x - width, y, text)

    def drawCentredString(
        self, x: float, y: float, text: str, *_more: Any, **_options: Any
    ) -> None:
        """Write a line whose middle is at a place."""
        width = self.stringWidth(text, self._fontname, self._fontsize)
        self.drawString(x - 0.5 * width, y, text)

    def setFillColor(self, colour: Any, alpha: float | None = None) -> None:
        """Set the colour of areas and of text."""
        super().setFillColor(colour, alpha)
        self.pen.filled(colour_of(colour))

    def rule(self, width: float, y: float, colour: Any, thickness: float) -> None:
        """Draw a level line from the origin's left edge, so many points wide."""
        left, base = self._at(0, y)
        self._code.append(self.pen.rule(left, left + rounded(width), base, colour, thickness))

    def ground(self, y: float, width: float, height: float, colour: Any) -> None:
        """Fill a rectangle with a colour, from the origin's left edge."""
        left, low = self._at(0, y)
        self._code.append(self.pen.ground(left, low, width, height, colour))

    def bookmark(self, title: str, level: int, x: float, y: float) -> None:
        """Make a bookmark of a place on the page; level 1 is a document's title."""
        self._bookmarks.append(Bookmark(title, level, self._page_name, *self._at(x, y)))

    def draw_photo(self, jpeg: bytes, width: float, height: float) -> None:
        """Draw a JPEG as it is, from the origin up; one that is drawn again is there once."""
        name = hashlib.sha256(jpeg).hexdigest()[:32]
        internal = self._doc.getXObjectName(name)
        if internal not in self._doc.idToObject:
            image = PDFImageXObject(name)
            image.loadImageFromJPEG(io.BytesIO(jpeg))
            self._doc.addForm(name, image)
        self.saveState()
        self.scale(width, height)
        self._code.append(f"/{internal} Do")
        self.restoreState()
        self._formsinuse.append(name)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        left, low = self._origin
        return left + rounded(x), low + rounded(y)

    def showPage(self) -> None:
        """End the page and begin the next."""
        self._end_artifact()
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__class__, page.StructParents = Page, self._page_key
        self._begin_page()

    def save(self) -> None:
        """Write the file: structure tree, metadata."""
        if len(self._code) > 1:
            self.showPage()
        self._code.clear()
        del self._page_elements[self._page_key]  # the page that was begun stays empty
        self._root.prune()
        places, first_key = self._metadata.seals, len(self._page_elements)
        owners = place_seals(self._doc, self._root, places, first_key)
        TreeWriter(self._doc).write(self._root, self._page_elements, owners)
        if self._bookmarks:
            self._doc.outline_root = write_bookmarks(self._doc, self._bookmarks)
        declare(self, self._metadata)
        self._doc.SaveToFile(self._filename, self)

    def _begin_page(self) -> None:
        self.pen.begin_page()
        self._page_key, self._page_name = len(self._page_elements), self._doc.thisPageName()
        self._page_elements[self._page_key] = []
        self._begin_artifact()

    def _open(self, element: Element) -> str:
        here = self._page_elements[self._page_key]
        here.append(element)
        number = len(here) - 1
        element.children.append(Marked(self._page_name, number))
        return f"/{element.role} <</MCID {number}>> BDC"

    def _begin_artifact(self, properties: str = "") -> None:
        self._artifact = len(self._code)
        self._code.append(f"/Artifact <<{properties}>> BDC" if properties else "/Artifact BMC")

    def _end_artifact(self) -> None:
        start, self._artifact = self._artifact, None
        if start is None:
            return
        if start == len(self._code) - 1:
            self._code.pop()
        elif any(_PAINTS.search(code) for code in self._code[start + 1 :]):
            self._code.append("EMC")
        else:  # only changes of state: no empty artifact
            del self._code[start]
