"""A canvas on which everything is an artifact unless it is drawn inside a structure element.

So nothing can be left unmarked: lines, backgrounds and boxes become artifacts by themselves.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import PDFName, PDFPage
from reportlab.pdfgen.canvas import Canvas

from app.documents.tagging.archive import place_seals
from app.documents.tagging.elements import Element, Marked
from app.documents.tagging.metadata import Metadata, declare
from app.documents.tagging.tree import TreeWriter
from app.documents.tagging.writer import CompactDocument

_PAINTS = re.compile(r"(?:^|[\s\]\)>])(?:S|s|f\*?|F|B\*?|b\*?|Do|sh|Tj|TJ|EI)(?=\s|$)")
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
        options |= {"initialFontName": font, "pageCompression": 1, "lang": metadata.language}
        super().__init__(filename, **options)
        self._doc.__class__ = CompactDocument
        self._begin_page()

    @contextmanager
    def tagged(self, element: Element | None) -> Iterator[None]:
        """Draw the content of an element; inside other marked content it belongs to that."""
        if self._artifact is None or element is None:
            yield
            return
        self._end_artifact()
        self._code.append(self._open(element))
        yield
        self._code.append("EMC")
        self._begin_artifact()

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

    def translate(self, dx: float, dy: float) -> None:
        """Move the origin, which is done for each paragraph: only what changes is worked out."""
        if self._code and self._code[-1].endswith(" cm"):
            super().translate(dx, dy)
            return
        a, b, c, d, e, f = self._currentMatrix
        self._currentMatrix: tuple[float, ...] = (
            a,
            b,
            c,
            d,
            a * dx + c * dy + e,
            b * dx + d * dy + f,
        )
        self._code.append(f"1 0 0 1 {fp_str(dx, dy)} cm")

    def showPage(self) -> None:
        """End the page and begin the next."""
        self._end_artifact()
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs, page.Trans = self._page_key, PDFName("S"), None
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
        declare(self, self._metadata)
        self._doc.SaveToFile(self._filename, self)

    def _begin_page(self) -> None:
        self._page_key = len(self._page_elements)
        self._page_elements[self._page_key] = []
        self._begin_artifact()

    def _open(self, element: Element) -> str:
        here = self._page_elements[self._page_key]
        here.append(element)
        element.children.append(Marked(self._doc.thisPageName(), len(here) - 1))
        return f"/{element.role} <</MCID {len(here) - 1}>> BDC"

    def _begin_artifact(self, properties: str = "") -> None:
        self._artifact = len(self._code)
        self._code.append(f"/Artifact <<{properties}>> BDC" if properties else "/Artifact BMC")

    def _end_artifact(self) -> None:
        start, self._artifact = self._artifact, None
        if start is None:
            return
        if any(_PAINTS.search(code) for code in self._code[start + 1 :]):
            self._code.append("EMC")
        else:  # only changes of state: no empty artifact
            del self._code[start]
