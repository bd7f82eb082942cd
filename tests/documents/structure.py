"""Checks what the validator does not: that tree, pages and data of a PDF agree with each other.

Every check reads an open document and returns a line for each thing that is wrong.
"""

import re
from collections.abc import Callable, Iterator

import pikepdf

from tests.documents.opened import UNCLOSED, Number, Opened, kids, number_of

_COLOURS = {1: b"GRAY", 3: b"RGB ", 4: b"CMYK"}
Check = Callable[[Opened], Iterator[str]]


def findings(document: pikepdf.Pdf) -> list[str]:
    """Return everything that is wrong."""
    opened = Opened(document)
    return [line for check in CHECKS for line in check(opened)]


def hidden_text(document: Opened) -> Iterator[str]:
    """Text that is drawn outside the tree and is no running header or footer."""
    for number, runs in enumerate(document.pages.values(), start=1):
        for run in runs:
            if run.shows and run.mark in ("", "/Artifact"):
                yield f"page {number}: text that a screen reader does not hear"


def open_marks(document: Opened) -> Iterator[str]:
    """Marks that no page closes, so that what comes after belongs to them."""
    for number, runs in enumerate(document.pages.values(), start=1):
        if any(run.mark == UNCLOSED for run in runs):
            yield f"page {number}: a mark that is not closed"


def silent_text(document: Opened) -> Iterator[str]:
    """Text whose characters mean nothing to a screen reader."""
    for number, runs in enumerate(document.pages.values(), start=1):
        if any("\ufffd" in run.words for run in runs):
            yield f"page {number}: characters without a meaning"


def heads_and_headings(document: Opened) -> Iterator[str]:
    """Headings that skip a level, and heads of a table without a scope."""
    last = 0
    for element in document.elements:
        role = str(element.S)[1:]
        if role == "TH" and "/Scope" not in element.get("/A", {}):
            yield "a table head without scope"
        if re.fullmatch(r"H[1-6]", role):
            if int(role[1]) > last + 1:
                yield f"{role} after H{last}"
            last = int(role[1])


def parent_tree(document: Opened) -> Iterator[str]:
    """Marked content whose page, parent tree and structure element do not name each other."""
    owners: dict[tuple[Number, int], Number] = {}
    for kid in document.content:
        if owners.setdefault((kid.page, kid.number), kid.owner) != kid.owner:
            yield f"content {kid.number} belongs to two elements"
    for sheet in document.file.pages:
        place = number_of(sheet)
        listed = document.parents.get(int(sheet.obj.get("/StructParents", -1)))
        drawn = {run.number for run in document.pages[place] if run.number is not None}
        for number in sorted(drawn):
            named = listed[number] if listed is not None and number < len(listed) else None
            if named is None or owners.get((place, number)) != named.objgen:
                yield f"content {number} is not where the parent tree says"
        for page, number in owners:
            if page == place and number not in drawn:
                yield f"content {number} is named and not drawn"


def annotations(document: Opened) -> Iterator[str]:
    """Links and fields that are in no element of their kind, or do not lead back to it."""
    held = {
        kid.Obj.objgen: element
        for element in document.elements
        for kid in kids(element)
        if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid
    }
    roles = {"/Link": "/Link", "/Widget": "/Form"}
    for sheet in document.file.pages:
        for each in sheet.obj.get("/Annots", []):
            element = held.get(each.objgen)
            parent = document.parents.get(int(each.get("/StructParent", -1)), each)
            if element is None or str(element.S) != roles.get(str(each.Subtype)):
                yield f"{each.Subtype} in no element of its kind"
            elif parent.objgen != element.objgen:
                yield f"{each.Subtype} does not lead back to its element"
            if str(sheet.obj.get("/Tabs", "")) != "/S":
                yield "fields are not passed in the order of the structure"


def colours(document: Opened) -> Iterator[str]:
    """An output intent that is missing, or whose profile is not of the colours it says."""
    intents = list(document.file.Root.get("/OutputIntents", []))
    if not intents:
        yield "no output intent"
    for intent in intents:
        profile = intent.DestOutputProfile
        if profile.read_bytes()[16:20] != _COLOURS[int(profile.N)]:
            yield "the colour profile is not what its dictionary says"


def embedded(document: Opened) -> Iterator[str]:
    """Embedded data that is not said to be data of the document, or not of what kind."""
    associated = [each.objgen for each in document.file.Root.get("/AF", [])]
    for name, spec in document.file.attachments.items():
        missing = [k for k in ("/AFRelationship", "/UF", "/Desc") if k not in spec.obj]
        if missing or "/Subtype" not in spec.obj.EF.F:
            yield f"{name} does not say what it is"
        if spec.obj.objgen not in associated:
            yield f"{name} is not associated with the document"


CHECKS: tuple[Check, ...] = (
    hidden_text,
    open_marks,
    silent_text,
    heads_and_headings,
    parent_tree,
    annotations,
    colours,
    embedded,
)
