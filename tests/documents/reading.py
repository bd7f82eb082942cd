"""Reads a PDF back: as a sighted reader, as a screen reader, and as a checker does."""

import io
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import page
import pikepdf
import pypdf

_SHOWS = {"Tj", "TJ", "'", '"'}


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


def heard(pdf: bytes, folder: Path) -> str:
    """Return the words by the structure tree alone, as a screen reader says them."""
    path = folder / "heard.pdf"
    path.write_bytes(pdf)
    found = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, check=True)
    lines = re.findall(r'^\s*"(.*)"$', found.stdout.decode(), re.MULTILINE)
    return squeeze(" ".join(lines))


def squeeze(words: str) -> str:
    """Return words with single spaces."""
    return " ".join(words.split())


def faults(pdf: bytes) -> list[str]:
    """Return what breaks PDF/UA-1, the file's syntax, or hides text from a screen reader."""
    report = page.validate_pdf_bytes(pdf, profile="ua1")
    found = [f"{f.rule_id}: {f.message}" for f in report.failures]
    return found + _syntax(pdf) + _hidden_text(pdf) + _tree(pdf)


def bookmarks(pdf: bytes) -> list[str]:
    """Return the titles of the topmost bookmarks."""
    outline = pypdf.PdfReader(io.BytesIO(pdf)).outline
    return [str(entry.title) for entry in outline if not isinstance(entry, list)]


def all_bookmarks(pdf: bytes) -> list[str]:
    """Return the titles of all bookmarks."""

    def titles(outline: list[Any]) -> list[str]:
        return [t for e in outline for t in (titles(e) if isinstance(e, list) else [str(e.title)])]

    return titles(pypdf.PdfReader(io.BytesIO(pdf)).outline)


def alternatives(pdf: bytes) -> list[str]:
    """Return the texts of the pictures."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [str(e["/Alt"]) for e in _elements(document) if "/Alt" in e]


def roles(pdf: bytes) -> list[str]:
    """Return the roles of the structure elements in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [str(e.S)[1:] for e in _elements(document)]


def operators(pdf: bytes) -> list[str]:
    """Return every drawing operator of every page."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [str(op) for p in document.pages for _, op in pikepdf.parse_content_stream(p)]


def images(pdf: bytes) -> list[bytes]:
    """Return the raw data of the images."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            obj.read_raw_bytes()
            for obj in document.objects
            if isinstance(obj, pikepdf.Stream) and obj.get("/Subtype") == "/Image"
        ]


def _syntax(pdf: bytes) -> list[str]:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        done = subprocess.run(["qpdf", "--check", file.name], capture_output=True, check=False)
    return [] if done.returncode == 0 else [done.stderr.decode() or done.stdout.decode()]


def _hidden_text(pdf: bytes) -> list[str]:
    """Return each text that is drawn outside the tree and is no running header or footer."""
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
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
                    found.append(f"page {number}: text that a screen reader does not hear")
    return found


def _tree(pdf: bytes) -> list[str]:
    """Return headings that skip a level and table heads without a scope."""
    found, last = [], 0
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for element in _elements(document):
            role = str(element.S)[1:]
            if role == "TH" and "/Scope" not in element.get("/A", {}):
                found.append("a table head without scope")
            if re.fullmatch(r"H[1-6]", role):
                level = int(role[1])
                if level > last + 1:
                    found.append(f"{role} after H{last}")
                last = level
    return found


def _elements(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    found, waiting = [], [document.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop()
        if isinstance(element, pikepdf.Array):
            waiting.extend(reversed(list(element)))
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            found.append(element)
            if "/K" in element:
                waiting.append(element.K)
    return found
