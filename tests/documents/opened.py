"""An open PDF whose pages and structure tree are read once: what is drawn, and what is heard."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

import pikepdf

_MARKS, _SHOWS = {"BMC", "BDC"}, {"Tj", "TJ", "'", '"'}
UNCLOSED = "not closed"
_READ = " ".join([*_MARKS, *_SHOWS, "EMC", "Tf"])
_PAIR = re.compile(rb"<([0-9A-Fa-f]{2})> <((?:[0-9A-Fa-f]{4})+)>")
# What stands within a line of its parent; everything else begins a line of its own.
_INLINE = {"Span", "Link", "Quote", "Code", "Reference"}
Number = tuple[int, int]


class Run(NamedTuple):
    """A piece of a page: its mark with its kind, its number (MCID) if it has one, its words.

    `shows` tells whether text is drawn in it, even such as no reader understands.
    """

    mark: str
    number: int | None
    words: str
    shows: bool


class Kid(NamedTuple):
    """A piece of content in the tree: on which page, by which number, and whose it is."""

    page: Number
    number: int
    owner: Number


class Opened:
    """A document as the checks and a screen reader see it."""

    def __init__(self, file: pikepdf.Pdf) -> None:
        self.file = file
        self._fonts: dict[Number, dict[int, str]] = {}

    @cached_property
    def elements(self) -> list[pikepdf.Object]:
        """The structure elements in reading order."""
        found: list[pikepdf.Object] = []
        waiting = [self.file.Root.StructTreeRoot.K]
        while waiting:
            element = waiting.pop()
            found.append(element)
            waiting.extend(k for k in reversed(kids(element)) if is_element(k))
        return found

    @cached_property
    def content(self) -> list[Kid]:
        """What the tree says is drawn, in reading order of its elements."""
        return [kid for element in self.elements for kid in _named_by(element)]

    @cached_property
    def pages(self) -> dict[Number, list[Run]]:
        """What is drawn on each page, in the order of drawing."""
        return {number_of(sheet): list(self._runs(sheet)) for sheet in self.file.pages}

    @cached_property
    def parents(self) -> dict[int, Any]:
        """The entries of the parent tree."""
        found: dict[int, Any] = {}
        waiting = [self.file.Root.StructTreeRoot.ParentTree]
        while waiting:
            node = waiting.pop()
            waiting.extend(node.get("/Kids", []))
            numbers = list(node.get("/Nums", []))
            found.update(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        return found

    def heard(self) -> list[str]:
        """Return what is read aloud of each part, by the structure tree alone."""
        parts = kids(self.file.Root.StructTreeRoot.K)
        return [said for p in parts if is_element(p) and (said := self.said(p)).strip()]

    def said(self, element: pikepdf.Object) -> str:
        """Return what is read aloud of an element, a line for each block in it."""
        return _spoken(element, self._words)

    @cached_property
    def _words(self) -> dict[tuple[Number, int], str]:
        return {
            (sheet, run.number): run.words
            for sheet, runs in self.pages.items()
            for run in runs
            if run.number is not None
        }

    def first_pages(self) -> list[int]:
        """Return the page, counted from 1, on which each part begins."""
        numbers = {number_of(sheet): i for i, sheet in enumerate(self.file.pages, start=1)}
        found = (_first(part) for part in kids(self.file.Root.StructTreeRoot.K))
        return [numbers[kid.page] for kid in found if kid is not None]

    def _runs(self, sheet: pikepdf.Page) -> Iterator[Run]:
        """Follow the marks of a page; text that is drawn outside all marks is a run without."""
        stack, characters = [_Open("", None)], dict[int, str]()
        for step in pikepdf.parse_content_stream(sheet, _READ):
            op, operands = str(step.operator), step.operands
            if op in _MARKS:
                stack.append(_opened(operands))
            elif op == "EMC":
                yield stack.pop().run()
            elif op == "Tf":
                characters = self._characters(sheet, operands[0])
            else:
                stack[-1].show(operands[-1], characters)
        yield from (open_.run() for open_ in stack[:1] if open_.shows)
        yield from (open_.run()._replace(mark=UNCLOSED) for open_ in stack[1:])

    def _characters(self, sheet: pikepdf.Page, name: Any) -> dict[int, str]:
        """Return what the codes of a font mean."""
        font = sheet.resources.Font[name]
        if font.objgen not in self._fonts:
            table = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
            self._fonts[font.objgen] = {
                int(code, 16): bytes.fromhex(meant.decode()).decode("utf-16-be")
                for code, meant in _PAIR.findall(table)
            }
        return self._fonts[font.objgen]


class _Open:
    """Marked content that is being read."""

    def __init__(self, mark: str, number: int | None) -> None:
        self._mark, self._number, self._words = mark, number, ""
        self.shows = False

    def show(self, shown: Any, characters: dict[int, str]) -> None:
        self.shows = True
        strings = shown if isinstance(shown, pikepdf.Array) else [shown]
        for each in strings:
            if isinstance(each, pikepdf.String):
                self._words += "".join(characters.get(code, "\ufffd") for code in bytes(each))

    def run(self) -> Run:
        return Run(self._mark, self._number, self._words, self.shows)


def _opened(operands: Any) -> _Open:
    properties = operands[1] if len(operands) > 1 else {}
    number = properties.get("/MCID")
    kind = str(properties.get("/Type", ""))
    return _Open(str(operands[0]) + kind, None if number is None else int(number))


def _spoken(element: pikepdf.Object, words: dict[tuple[Number, int], str]) -> str:
    said = "".join(
        words.get((kid.page, kid.number), "") if isinstance(kid, Kid) else _spoken(kid, words)
        for kid in (_named(element, k) for k in kids(element))
        if kid is not None
    )
    return said if str(element.S)[1:] in _INLINE else f"\n{said}\n"


def _named(element: pikepdf.Object, kid: Any) -> Any:
    """Return a kid as content or as an element; nothing for an annotation."""
    if isinstance(kid, int):
        return Kid(element.Pg.objgen, kid, element.objgen)
    if "/MCID" in kid:
        page = kid.get("/Pg", element.get("/Pg"))
        return Kid(page.objgen, int(kid.MCID), element.objgen)
    return kid if is_element(kid) else None


def _first(element: pikepdf.Object) -> Kid | None:
    """Return the content that is read first in an element."""
    for kid in (_named(element, each) for each in kids(element)):
        found = kid if isinstance(kid, Kid) or kid is None else _first(kid)
        if found is not None:
            return found
    return None


def _named_by(element: pikepdf.Object) -> list[Kid]:
    found = (_named(element, kid) for kid in kids(element))
    return [kid for kid in found if isinstance(kid, Kid)]


def kids(element: pikepdf.Object) -> list[Any]:
    """Return what stands directly in an element."""
    found: Any = element.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def number_of(sheet: pikepdf.Page) -> Number:
    """Return the object number of a page."""
    number, generation = sheet.objgen
    return int(number), int(generation)


def is_element(kid: Any) -> bool:
    """Tell whether a kid is an element, not content or an annotation."""
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid
