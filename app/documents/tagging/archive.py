"""What makes a file last (PDF/A-3a): its colours, the data that lies in it, the places of seals."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from app.documents.tagging.elements import Attached, Element
from app.texts import RESOURCES

# Print and Locked; a place without size shows nothing and needs no appearance.
_FLAGS = 132
# There are places of signatures, and what is signed must only be added to.
_SIGNATURES_ADDED = 3


@dataclass(frozen=True)
class EmbeddedFile:
    """Data that goes along inside a PDF; `name` says nothing personal."""

    name: str
    kind: str
    about: str
    data: bytes


@dataclass(frozen=True)
class SealPlace:
    """An empty place for a seal: its technical name, and what a screen reader says of it."""

    name: str
    about: str


@cache
def _profile() -> bytes:
    """Return the sRGB profile that every colour of a document is meant in."""
    return (RESOURCES / "colour" / "srgb.icc").read_bytes()


def declare_colours(document: Any) -> None:
    """Say that every colour is sRGB, wherever it is shown (ISO 19005-3, 6.2.3)."""
    profile = PDFStream(PDFDictionary({"N": 3}), _profile(), [PDFZCompress])
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString("sRGB"),
        "Info": PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": document.Reference(profile),
    }
    _set(document, "OutputIntents", PDFArray([PDFDictionary(intent)]))


def embed(document: Any, files: Sequence[EmbeddedFile], day: date) -> None:
    """Put data into the file, as data of the whole document (ISO 19005-3, 6.8)."""
    specs = {each.name: document.Reference(_spec(document, each, day)) for each in files}
    if not specs:
        return
    names = [x for name, ref in sorted(specs.items()) for x in (PDFString(name), ref)]
    _set(document, "AF", PDFArray(list(specs.values())))
    document.Catalog.Names = PDFDictionary(
        {"EmbeddedFiles": PDFDictionary({"Names": PDFArray(names)})}
    )


def _spec(document: Any, file: EmbeddedFile, day: date) -> PDFDictionary:
    head = {
        "Type": PDFName("EmbeddedFile"),
        # PDFName would write the mark of the escape itself as a character.
        "Subtype": "/" + file.kind.replace("/", "#2F"),
        "Params": PDFDictionary(
            {"Size": len(file.data), "ModDate": PDFString(f"D:{day:%Y%m%d}000000Z")}
        ),
    }
    stream = document.Reference(PDFStream(PDFDictionary(head), file.data, [PDFZCompress]))
    return PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(file.name),
            "UF": PDFString(file.name),
            "Desc": PDFString(file.about),
            "AFRelationship": PDFName("Data"),
            "EF": PDFDictionary({"F": stream, "UF": stream}),
        }
    )


def place_seals(
    document: Any, root: Element, places: Sequence[SealPlace], first_key: int
) -> dict[int, Element]:
    """Leave empty signature fields on the first page, each in a Form element.

    They are made with the document: one added later would stand outside the structure.
    Returns the elements by their key in the parent tree, counted from `first_key`.
    """
    owners: dict[int, Element] = {}
    page = document.Pages.pages[0]
    fields = []
    for key, place in enumerate(places, start=first_key):
        owners[key] = Element("Form", root)
        ref = document.Reference(_field(document, page, place, key))
        number = document.idToObjectNumberAndVersion[ref.name][0]
        owners[key].children.append(Attached("Page1", number))
        fields.append(ref)
    if fields:
        page.Annots = [*(page.Annots or []), *fields]
        document.Catalog.AcroForm = PDFDictionary(
            {"Fields": PDFArray(fields), "SigFlags": _SIGNATURES_ADDED}
        )
    return owners


def _field(document: Any, page: Any, place: SealPlace, key: int) -> PDFDictionary:
    return PDFDictionary(
        {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Widget"),
            "FT": PDFName("Sig"),
            "T": PDFString(place.name),
            "TU": PDFString(place.about),
            "F": _FLAGS,
            "Rect": PDFArray([0, 0, 0, 0]),
            "P": document.Reference(page),
            "StructParent": key,
        }
    )


def _set(document: Any, name: str, value: Any) -> None:
    """Set an entry of the catalog that reportlab does not know."""
    catalog = document.Catalog
    if name not in catalog.__NoDefault__:
        catalog.__NoDefault__ = [*catalog.__NoDefault__, name]
    setattr(catalog, name, value)
