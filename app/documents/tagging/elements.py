"""The structure of a document as a reader hears it: elements, and where their content is drawn."""

from typing import Any, NamedTuple


class Marked(NamedTuple):
    """A piece of drawn content: the page's name and the number of the piece on it (MCID)."""

    page: str
    number: int


class Attached(NamedTuple):
    """An annotation that belongs to an element: its page's name, its number as an object."""

    page: str
    reference: int


class Element:
    """One structure element; made in reading order, drawn in any.

    A flowable that is split hands its element to both parts, so that a paragraph over two
    pages stays one paragraph.
    """

    __slots__ = ("attributes", "children", "entries", "number", "parent", "role")

    def __init__(
        self, role: str, parent: "Element | None" = None, attributes: str = "", **entries: str
    ) -> None:
        self.role = role
        self.parent = parent
        self.attributes = attributes
        self.entries = entries
        self.children: list[Element | Marked | Attached] = []
        self.number = 0
        if parent is not None:
            parent.children.append(self)

    def __deepcopy__(self, memo: dict[int, Any]) -> "Element":
        return self  # flowables may be copied; the tree is one

    def prune(self) -> bool:
        """Drop what was never drawn; cells stay, a row must keep its columns."""
        self.children = [c for c in self.children if not isinstance(c, Element) or c.prune()]
        return bool(self.children) or self.role in ("TD", "TH")
