"""Reads a PDF back: as a sighted reader, as a screen reader, and as a checker does."""

import io
import re
import subprocess
from pathlib import Path
from typing import Any

import page
import pikepdf
import pypdf

from tests.documents import structure
from tests.documents.opened import Opened


def text(pdf: bytes) -> str:
    """Return the words as they stand on the pages, white space as one space."""
    found = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return squeeze(found.stdout.decode())


def pages(pdf: bytes) -> list[str]:
    """Return the words of each page."""
    found = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return [squeeze(p) for p in found.stdout.decode().split("\f")[:-1]]


def heard(pdf: bytes) -> str:
    """Return the words by the structure tree alone, as a screen reader says them."""
    return " ".join(heard_parts(pdf))


def heard_parts(pdf: bytes) -> list[str]:
    """Return what is heard of each part of a package."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [squeeze(part) for part in Opened(document).heard()]


def heard_by_poppler(pdf: bytes, folder: Path) -> str:
    """Return the same by another's program, which takes ten times as long."""
    path = folder / "heard.pdf"
    path.write_bytes(pdf)
    found = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, check=True)
    lines = re.findall(r'^\s*"(.*)"$', found.stdout.decode(), re.MULTILINE)
    return squeeze(" ".join(lines))


def squeeze(words: str) -> str:
    """Return words with single spaces."""
    return " ".join(words.split())


def faults(pdf: bytes) -> list[str]:
    """Return what breaks PDF/UA-1 or PDF/A-3a, the file's syntax, or hides text from a reader."""
    found = [
        f"{failure.rule_id}: {failure.message}"
        for profile in ("ua1", "3a")
        for failure in page.validate_pdf_bytes(pdf, profile=profile).failures
    ]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [*found, *document.check_pdf_syntax(), *structure.findings(document)]


def qpdf_says(pdf: bytes, folder: Path) -> str:
    """Return what `qpdf --check` finds wrong with the file, nothing if it finds nothing."""
    path = folder / "checked.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def bookmarks(pdf: bytes) -> list[str]:
    """Return the titles of the topmost bookmarks."""
    outline = pypdf.PdfReader(io.BytesIO(pdf)).outline
    return [str(entry.title) for entry in outline if not isinstance(entry, list)]


def title(pdf: bytes) -> str:
    """Return what the document calls itself."""
    info = pypdf.PdfReader(io.BytesIO(pdf)).metadata
    return str(info.title) if info else ""


def all_bookmarks(pdf: bytes) -> list[str]:
    """Return the titles of all bookmarks."""

    def titles(outline: list[Any]) -> list[str]:
        return [t for e in outline for t in (titles(e) if isinstance(e, list) else [str(e.title)])]

    return titles(pypdf.PdfReader(io.BytesIO(pdf)).outline)


def alternatives(pdf: bytes) -> list[str]:
    """Return the texts of the pictures."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [str(e["/Alt"]) for e in Opened(document).elements if "/Alt" in e]


def roles(pdf: bytes) -> list[str]:
    """Return the roles of the structure elements in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [str(e.S)[1:] for e in Opened(document).elements]


def operators(pdf: bytes) -> list[str]:
    """Return every drawing operator of every page."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        streams = [pikepdf.parse_content_stream(p) for p in document.pages]
        return [str(step.operator) for stream in streams for step in stream]


def images(pdf: bytes) -> list[bytes]:
    """Return the raw data of the images."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            obj.read_raw_bytes()
            for obj in document.objects
            if isinstance(obj, pikepdf.Stream) and obj.get("/Subtype") == "/Image"
        ]
