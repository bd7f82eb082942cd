"""Reads the content of a package back from its structure, for other engines to set."""

import io
import string
from collections.abc import Iterator

import pikepdf

from tests.benchmarks.paper import Block, Cell, Kind
from tests.documents.opened import Opened, is_element, kids

_SIGNS = string.digits + string.ascii_letters
_LEAVES: dict[str, Kind] = {"H1": "h1", "H2": "h2", "H3": "h3", "P": "p", "LI": "li"}


def blocks(pdf: bytes, number: int) -> list[Block]:
    """Return the content of a package in reading order, each text marked with a number.

    An engine that remembers what it has set meets nothing that it has set before.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        opened = Opened(document)
        parts = [p for p in kids(document.Root.StructTreeRoot.K) if str(p.S) == "/Sect"]
        found = [b for part in parts for b in (Block("part"), *_blocks(opened, part))]
    for block in found:
        block.text = _marked(block.text, number)
        for cell in (cell for row in block.rows for cell in row):
            cell.lines = [_marked(line, number) for line in cell.lines]
    return found


def _marked(text: str, number: int) -> str:
    """Return a text of the same length that ends in a sign of the number's own."""
    rounds, rest = divmod(number, len(_SIGNS))
    sign = "·" * rounds + _SIGNS[rest]
    return text and f"{text[: -len(sign)]}{sign}"


def _blocks(opened: Opened, element: pikepdf.Object) -> Iterator[Block]:
    role = str(element.S)[1:]
    if role in _LEAVES:
        text = _line(opened, element)
        yield Block(_LEAVES[role], text.removeprefix("• "))
    elif role == "Figure":
        yield Block("figure", str(element.get("/Alt", "")))
    elif role == "Table":
        yield Block("table", rows=list(_rows(opened, element)))
    else:
        for kid in filter(is_element, kids(element)):
            yield from _blocks(opened, kid)


def _rows(opened: Opened, table: pikepdf.Object) -> Iterator[list[Cell]]:
    for kid in filter(is_element, kids(table)):
        if str(kid.S) == "/TR":
            yield [_cell(opened, cell) for cell in kids(kid)]
        else:
            yield from _rows(opened, kid)


def _cell(opened: Opened, cell: pikepdf.Object) -> Cell:
    lines = [" ".join(line.split()) for line in opened.said(cell).split("\n")]
    span = int(cell.A.get("/ColSpan", 1)) if "/A" in cell else 1
    return Cell([line for line in lines if line], str(cell.S) == "/TH", span)


def _line(opened: Opened, element: pikepdf.Object) -> str:
    return " ".join(opened.said(element).split())
