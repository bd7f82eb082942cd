"""Writes the structure tree into the PDF: elements, parent tree, root."""

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject, PDFString

from app.documents.tagging.elements import Attached, Element, Marked


class Raw(PDFObject):  # type: ignore[misc]
    """An object whose bytes are made by us."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.data = b""

    def format(self, document: Any) -> bytes:
        """Return the bytes as they stand."""
        return self.data


class TreeWriter:
    """Turns the elements of a finished document into PDF objects."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._pages = {
            f"Page{i + 1}": self._number(page) for i, page in enumerate(document.Pages.pages)
        }

    def write(
        self,
        root: Element,
        page_elements: dict[int, list[Element]],
        owners: dict[int, Element],
    ) -> None:
        """Put the tree in the catalog; `page_elements` are those of each page by MCID.

        `owners` are the elements of annotations, by their key in the parent tree.
        """
        top, parents = Raw(), Raw()
        top_number = self._number(top)
        objects = [(element, self._reserve(element)) for element in _in_order(root)]
        for element, raw in objects:
            raw.data = self._element(element, top_number).encode("latin1")
        parents.data = f"<</Nums[{_parent_entries(page_elements, owners)}]>>".encode()
        top.data = (
            f"<</Type/StructTreeRoot/K {root.number} 0 R/ParentTree {self._number(parents)} 0 R"
            f"/ParentTreeNextKey {max([*page_elements, *owners]) + 1}>>"
        ).encode()
        self._document.Catalog.StructTreeRoot = top

    def _number(self, obj: Any) -> int:
        self._document.Reference(obj)
        number: int = self._document.idToObjectNumberAndVersion[obj.__InternalName__][0]
        return number

    def _reserve(self, element: Element) -> Raw:
        raw = Raw()
        element.number = self._number(raw)
        return raw

    def _element(self, element: Element, top: int) -> str:
        page = next((c.page for c in element.children if isinstance(c, Marked)), "")
        children = [self._child(c, page) for c in element.children]
        parent = element.parent.number if element.parent else top
        parts = [
            f"/S/{element.role}/P {parent} 0 R",
            f"/Pg {self._pages[page]} 0 R" if page else "",
            f"/K[{' '.join(children)}]" if children else "",
            f"/A {element.attributes}" if element.attributes else "",
            *(f"/{key}{self._text(value)}" for key, value in element.entries.items() if value),
        ]
        return f"<<{''.join(parts)}>>"

    def _child(self, child: Element | Marked | Attached, page: str) -> str:
        if isinstance(child, Element):
            return f"{child.number} 0 R"
        if isinstance(child, Attached):
            return f"<</Type/OBJR/Pg {self._pages[child.page]} 0 R/Obj {child.reference} 0 R>>"
        if child.page == page:
            return str(child.number)
        return f"<</Type/MCR/Pg {self._pages[child.page]} 0 R/MCID {child.number}>>"

    def _text(self, value: str) -> str:
        data: bytes = PDFString(value).format(self._document)
        return data.decode("latin1")


def _in_order(root: Element) -> list[Element]:
    found, waiting = [], [root]
    while waiting:
        element = waiting.pop()
        found.append(element)
        waiting.extend(c for c in reversed(element.children) if isinstance(c, Element))
    return found


def _parent_entries(page_elements: dict[int, list[Element]], owners: dict[int, Element]) -> str:
    pages = [
        f"{key} [{' '.join(f'{e.number} 0 R' for e in elements)}]"
        for key, elements in sorted(page_elements.items())
    ]
    return " ".join([*pages, *(f"{key} {e.number} 0 R" for key, e in sorted(owners.items()))])
