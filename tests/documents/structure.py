"""Checks what the validator does not: that tree, pages and data of a PDF agree with each other.

Every check reads an open document and returns a line for each thing that is wrong.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pikepdf

_SHOWS = {"Tj", "TJ", "'", '"'}
_COLOURS = {1: b"GRAY", 3: b"RGB ", 4: b"CMYK"}
Check = Callable[[pikepdf.Pdf], Iterator[str]]


class Kid(NamedTuple):
    """A piece of content in the tree: on which page, by which number, and whose it is."""

    page: tuple[int, int]
    number: int
    owner: tuple[int, int]


def findings(document: pikepdf.Pdf) -> list[str]:
    """Return everything that is wrong."""
    return [line for check in CHECKS for line in check(document)]


def elements(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Return the structure elements in reading order."""
    found, waiting = [], [document.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop()
        found.append(element)
        waiting.extend(k for k in reversed(_kids(element)) if _is_element(k))
    return found


def hidden_text(document: pikepdf.Pdf) -> Iterator[str]:
    """Text that is drawn outside the tree and is no running header or footer."""
    for number, sheet in enumerate(document.pages, start=1):
        stack: list[str] = []
        for operands, operator in pikepdf.parse_content_stream(sheet):
            op = str(operator)
            if op in ("BMC", "BDC"):
                kind = str(operands[1].get("/Type", "")) if op == "BDC" else ""
                stack.append(str(operands[0]) + kind)
            elif op == "EMC":
                stack.pop()
            elif op in _SHOWS and (not stack or stack[-1] == "/Artifact"):
                yield f"page {number}: text that a screen reader does not hear"


def heads_and_headings(document: pikepdf.Pdf) -> Iterator[str]:
    """Headings that skip a level, and heads of a table without a scope."""
    last = 0
    for element in elements(document):
        role = str(element.S)[1:]
        if role == "TH" and "/Scope" not in element.get("/A", {}):
            yield "a table head without scope"
        if re.fullmatch(r"H[1-6]", role):
            if int(role[1]) > last + 1:
                yield f"{role} after H{last}"
            last = int(role[1])


def parent_tree(document: pikepdf.Pdf) -> Iterator[str]:
    """Marked content whose page, parent tree and structure element do not name each other."""
    parents = _parents(document)
    owners: dict[tuple[tuple[int, int], int], tuple[int, int]] = {}
    for kid in _content(document):
        place = kid.page, kid.number
        if owners.setdefault(place, kid.owner) != kid.owner:
            yield f"content {kid.number} belongs to two elements"
    for sheet in document.pages:
        key = int(sheet.obj.get("/StructParents", -1))
        listed = parents.get(key)
        drawn = _drawn(sheet)
        for number in sorted(drawn):
            named = listed[number] if listed is not None and number < len(listed) else None
            if named is None or owners.get((sheet.objgen, number)) != named.objgen:
                yield f"content {number} is not where the parent tree says"
        for page, number in owners:
            if page == sheet.objgen and number not in drawn:
                yield f"content {number} is named and not drawn"


def annotations(document: pikepdf.Pdf) -> Iterator[str]:
    """Links and fields that are in no element of their kind, or do not lead back to it."""
    parents = _parents(document)
    held = {
        kid.Obj.objgen: element
        for element in elements(document)
        for kid in _kids(element)
        if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid
    }
    roles = {"/Link": "/Link", "/Widget": "/Form"}
    for sheet in document.pages:
        for each in sheet.obj.get("/Annots", []):
            element = held.get(each.objgen)
            if element is None or str(element.S) != roles.get(str(each.Subtype)):
                yield f"{each.Subtype} in no element of its kind"
            elif parents.get(int(each.get("/StructParent", -1)), each).objgen != element.objgen:
                yield f"{each.Subtype} does not lead back to its element"
            if str(sheet.obj.get("/Tabs", "")) != "/S":
                yield "fields are not passed in the order of the structure"


def colours(document: pikepdf.Pdf) -> Iterator[str]:
    """An output intent that is missing, or whose profile is not of the colours it says."""
    intents = list(document.Root.get("/OutputIntents", []))
    if not intents:
        yield "no output intent"
    for intent in intents:
        profile = intent.DestOutputProfile
        if profile.read_bytes()[16:20] != _COLOURS[int(profile.N)]:
            yield "the colour profile is not what its dictionary says"


def embedded(document: pikepdf.Pdf) -> Iterator[str]:
    """Embedded data that is not said to be data of the document, or not of what kind."""
    associated = [each.objgen for each in document.Root.get("/AF", [])]
    for name, spec in document.attachments.items():
        missing = [k for k in ("/AFRelationship", "/UF", "/Desc") if k not in spec.obj]
        if missing or "/Subtype" not in spec.obj.EF.F:
            yield f"{name} does not say what it is"
        if spec.obj.objgen not in associated:
            yield f"{name} is not associated with the document"


CHECKS: tuple[Check, ...] = (
    hidden_text,
    heads_and_headings,
    parent_tree,
    annotations,
    colours,
    embedded,
)


def _kids(element: pikepdf.Object) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _is_element(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def _content(document: pikepdf.Pdf) -> Iterator[Kid]:
    for element in elements(document):
        for kid in _kids(element):
            if isinstance(kid, int):
                yield Kid(element.Pg.objgen, kid, element.objgen)
            elif isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
                page = kid.get("/Pg", element.get("/Pg"))
                yield Kid(page.objgen, int(kid.MCID), element.objgen)


def _drawn(sheet: pikepdf.Page) -> set[int]:
    return {
        int(operands[1].MCID)
        for operands, operator in pikepdf.parse_content_stream(sheet, "BDC")
        if isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]
    }


def _parents(document: pikepdf.Pdf) -> dict[int, Any]:
    found: dict[int, Any] = {}
    waiting = [document.Root.StructTreeRoot.ParentTree]
    while waiting:
        node = waiting.pop()
        waiting.extend(node.get("/Kids", []))
        numbers = list(node.get("/Nums", []))
        found.update(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    return found
