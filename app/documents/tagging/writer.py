"""Writes the file: object streams (a third of the size) and line ends as PDF/A asks for."""

import hashlib
import struct
import zlib
from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_STREAM_END = b"endstream\n"
# As small as can be is a third slower, and less than a hundredth smaller.
_LEVEL = 5
# Kinds of entries of the table: an object that is free, in the file, or in the object stream.
_FREE, _IN_FILE, _PACKED = 0, 1, 2
_ENTRY = struct.Struct(">BIH")


class CompactDocument(pdfdoc.PDFDocument):  # type: ignore[misc]
    """reportlab's document with a writer of its own; the same input gives the same bytes."""

    own: dict[int, str]
    outline_root = ""

    def number_of(self, obj: Any) -> int:
        """Return the number of one of reportlab's objects, which is one of the file's then."""
        self.Reference(obj)
        number: int = self.idToObjectNumberAndVersion[obj.__InternalName__][0]
        return number

    def reserve(self, count: int) -> int:
        """Return the first of so many numbers for objects that are written by us."""
        first: int = self.objectcounter + 1
        self.objectcounter += count
        return first

    def fill(self, first: int, objects: Sequence[str]) -> None:
        """Write the objects whose numbers were reserved, from the first one on."""
        self.own.update(enumerate(objects, start=first))

    def format(self) -> bytes:
        """Return the whole file."""
        root, info = self.number_of(self.Catalog), self.number_of(self.info)
        self.Catalog.Outlines = self.outline_root or None
        file = _File()
        number = 0
        while number < self.objectcounter:  # formatting may register more objects
            number += 1
            if number in self.own:
                file.pack(number, self.own[number].encode("latin-1"))
            else:
                named = self.idToObject[self.numberToId[number]]
                file.add(number, pdfdoc.format(named, self, toplevel=1))
        return file.finish(number, root, info)


class Page(pdfdoc.PDFPage):  # type: ignore[misc]
    """A page that is in the structure tree; its code is packed when the file is written."""

    StructParents: int

    def format(self, document: CompactDocument) -> bytes:
        """Return its dictionary."""
        code = document.number_of(Packed(self.stream.encode("latin-1")))
        size = pdfdoc.fp_str(self.pagewidth, self.pageheight)
        keys = (
            f"/Type/Page/Parent {document.number_of(document.Pages)} 0 R/MediaBox[0 0 {size}]"
            f"/Rotate 0/StructParents {self.StructParents}/Tabs/S/Contents {code} 0 R"
        ).encode()
        notes = b""
        if self.Annots:
            notes = _named("Annots", pdfdoc.PDFArray(self.Annots), document)
        return b"<<%s/Resources<<%s>>%s>>" % (keys, self._resources(document), notes)

    def _resources(self, document: CompactDocument) -> bytes:
        """Return the fonts and pictures: no page of ours has transparency or shadings."""
        fonts = _named("Font", pdfdoc.PDFObjectReference(pdfdoc.BasicFonts), document)
        drawn = _named("XObject", self.XObjects, document) if self.XObjects else b""
        return fonts + b"/ProcSet[/PDF/Text/ImageC]" + drawn


def _named(name: str, value: Any, document: CompactDocument) -> bytes:
    return f"/{name} ".encode() + bytes(pdfdoc.format(value, document))


class Packed(pdfdoc.PDFObject):  # type: ignore[misc]
    """A stream of our own, packed when the file is written."""

    __RefOnly__ = 1

    def __init__(self, data: bytes) -> None:
        self._data = data

    def format(self, _document: Any) -> bytes:
        """Return the stream with its dictionary."""
        return _deflated("", self._data).removesuffix(b"\r\nendstream") + _STREAM_END


class _File:
    """The objects of a file as they are laid out."""

    def __init__(self) -> None:
        self._chunks = [_HEADER]
        self._position = len(_HEADER)
        self._packed: list[tuple[int, bytes]] = []
        self._table: dict[int, bytes] = {}

    def add(self, number: int, body: bytes) -> None:
        """Lay out a stream at once; keep other objects for the object stream."""
        if body.endswith(_STREAM_END):
            # CRLF: unambiguous after any last byte of the data
            self._place(number, body[: -len(_STREAM_END)] + b"\r\nendstream\n")
        else:
            self.pack(number, body.strip())

    def pack(self, number: int, body: bytes) -> None:
        """Keep an object for the object stream."""
        self._packed.append((number, body))

    def finish(self, count: int, root: int, info: int) -> bytes:
        """Write the object stream and the cross-reference stream; return the file."""
        self._place_packed(count + 1)
        start = self._position
        self._table[count + 2] = _ENTRY.pack(_IN_FILE, start, 0)
        free = _ENTRY.pack(_FREE, 0, 0xFFFF)
        rows = free + b"".join([self._table[i] for i in range(1, count + 3)])
        digest = hashlib.sha256(b"".join(self._chunks)).hexdigest()[:32]
        keys = (
            f"/Type/XRef/Size {count + 3}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R"
            f"/ID[<{digest}><{digest}>]"
        )
        self._place(count + 2, _deflated(keys, rows))
        self._chunks.append(f"startxref\n{start}\n%%EOF\n".encode())
        return b"".join(self._chunks)

    def _place(self, number: int, body: bytes) -> None:
        self._table[number] = _ENTRY.pack(_IN_FILE, self._position, 0)
        chunk = b"%d 0 obj\n%s\nendobj\n" % (number, body.rstrip(b"\n"))
        self._chunks.append(chunk)
        self._position += len(chunk)

    def _place_packed(self, number: int) -> None:
        index, offset = [], 0
        for i, (packed, body) in enumerate(self._packed):
            self._table[packed] = _ENTRY.pack(_PACKED, number, i)
            index.append(f"{packed} {offset}")
            offset += len(body) + 1
        head = " ".join(index).encode() + b"\n"
        data = head + b"\n".join([body for _, body in self._packed])
        keys = f"/Type/ObjStm/N {len(self._packed)}/First {len(head)}"
        self._place(number, _deflated(keys, data))


def _deflated(keys: str, data: bytes) -> bytes:
    packed = zlib.compress(data, _LEVEL)
    head = f"<<{keys}/Length {len(packed)}/Filter/FlateDecode>>\nstream\n".encode()
    return head + packed + b"\r\nendstream"
