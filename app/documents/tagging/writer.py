"""Writes the file: object streams (a third of the size) and line ends as PDF/A asks for."""

import hashlib
import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_STREAM_END = b"endstream\n"


class CompactDocument(pdfdoc.PDFDocument):  # type: ignore[misc]
    """reportlab's document with a writer of its own; the same input gives the same bytes."""

    def format(self) -> bytes:
        """Return the whole file."""
        self.Reference(self.Catalog)
        self.Reference(self.info)
        file = _File()
        number = 0
        while number + 1 in self.numberToId:  # formatting may register more objects
            number += 1
            body = pdfdoc.format(self.idToObject[self.numberToId[number]], self, toplevel=1)
            file.add(number, body)
        return file.finish(number, self._reference(self.Catalog), self._reference(self.info))

    def _reference(self, obj: Any) -> int:
        number: int = self.idToObjectNumberAndVersion[obj.__InternalName__][0]
        return number


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
            self._packed.append((number, body.strip()))

    def finish(self, count: int, root: int, info: int) -> bytes:
        """Write the object stream and the cross-reference stream; return the file."""
        self._place_packed(count + 1)
        start = self._position
        self._table[count + 2] = _entry(1, start)
        rows = b"\0" * 5 + b"\xff\xff" + b"".join(self._table[i] for i in range(1, count + 3))
        digest = hashlib.sha256(b"".join(self._chunks)).hexdigest()[:32]
        keys = (
            f"/Type/XRef/Size {count + 3}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R"
            f"/ID[<{digest}><{digest}>]"
        )
        self._place(count + 2, _deflated(keys, rows))
        self._chunks.append(f"startxref\n{start}\n%%EOF\n".encode())
        return b"".join(self._chunks)

    def _place(self, number: int, body: bytes) -> None:
        self._table[number] = _entry(1, self._position)
        chunk = b"%d 0 obj\n%s\nendobj\n" % (number, body.rstrip(b"\n"))
        self._chunks.append(chunk)
        self._position += len(chunk)

    def _place_packed(self, number: int) -> None:
        index, offset = [], 0
        for i, (packed, body) in enumerate(self._packed):
            self._table[packed] = _entry(2, number, i)
            index.append(f"{packed} {offset}")
            offset += len(body) + 1
        head = " ".join(index).encode() + b"\n"
        data = head + b"\n".join(body for _, body in self._packed)
        keys = f"/Type/ObjStm/N {len(self._packed)}/First {len(head)}"
        self._place(number, _deflated(keys, data))


def _entry(kind: int, place: int, index: int = 0) -> bytes:
    return kind.to_bytes(1, "big") + place.to_bytes(4, "big") + index.to_bytes(2, "big")


def _deflated(keys: str, data: bytes) -> bytes:
    packed = zlib.compress(data, 6)
    head = f"<<{keys}/Length {len(packed)}/Filter/FlateDecode>>\nstream\n".encode()
    return head + packed + b"\r\nendstream"
