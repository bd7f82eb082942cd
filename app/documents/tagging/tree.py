"""Writes the structure tree into the PDF: elements, parent tree, root."""

from typing import Any

from reportlab.pdfbase.pdfdoc import DummyDoc, PDFString

from app.documents.tagging.elements import Attached, Element, Marked


class TreeWriter:
    """Turns the elements of a finished document into objects, each written by us."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._pages = {
            f"Page{i + 1}": f"{document.number_of(page)} 0 R"
            for i, page in enumerate(document.Pages.pages)
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
        elements = _in_order(root)
        top = self._document.reserve(len(elements) + 2)
        for number, element in enumerate(elements, start=top + 2):
            element.number = number
        parents = f"<</Nums[{_parent_entries(page_elements, owners)}]>>"
        tree = (
            f"<</Type/StructTreeRoot/K {root.number} 0 R/ParentTree {top + 1} 0 R"
            f"/ParentTreeNextKey {max([*page_elements, *owners]) + 1}>>"
        )
        said = [self._element(element, top) for element in elements]
        self._document.fill(top, [tree, parents, *said])
        self._document.Catalog.StructTreeRoot = f"{top} 0 R"

    def _element(self, element: Element, top: int) -> str:
        parent = element.parent.number if element.parent else top
        page, children = self._children(element)
        attributes = f"/A {element.attributes}" if element.attributes else ""
        entries = "".join(f"/{k}{_text(v)}" for k, v in element.entries.items() if v)
        return f"<</S/{element.role}/P {parent} 0 R{page}{children}{attributes}{entries}>>"

    def _children(self, element: Element) -> tuple[str, str]:
        """Return the page that an element has first content on, and what stands in it."""
        page, said = "", []
        for child in element.children:
            if isinstance(child, Element):
                said.append(f"{child.number} 0 R")
            elif isinstance(child, Attached):
                place = self._pages[child.page]
                said.append(f"<</Type/OBJR/Pg {place}/Obj {child.reference} 0 R>>")
            else:
                page = page or child.page
                said.append(self._content(child, page))
        return (
            f"/Pg {self._pages[page]}" if page else "",
            f"/K[{' '.join(said)}]" if said else "",
        )

    def _content(self, child: Marked, page: str) -> str:
        if child.page == page:
            return str(child.number)
        return f"<</Type/MCR/Pg {self._pages[child.page]}/MCID {child.number}>>"


def _text(value: str) -> str:
    data: bytes = PDFString(value).format(DummyDoc)
    return data.decode("latin-1")


def _in_order(root: Element) -> list[Element]:
    found, waiting = [], [root]
    while waiting:
        element = waiting.pop()
        found.append(element)
        waiting.extend(c for c in reversed(element.children) if isinstance(c, Element))
    return found


def _parent_entries(page_elements: dict[int, list[Element]], owners: dict[int, Element]) -> str:
    pages = [
        f"{key} [{' '.join([f'{e.number} 0 R' for e in elements])}]"
        for key, elements in sorted(page_elements.items())
    ]
    return " ".join([*pages, *(f"{key} {e.number} 0 R" for key, e in sorted(owners.items()))])
