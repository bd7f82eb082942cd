"""Engines that set a package: the program, and others with templates of their own.

Each has the same words, tables, pictures, fonts and sizes, but LibreOffice, which sets the same
page of HTML in its own fonts. As a program, this module sets one package by the engine that it
is given, in a process of its own, and prints what that took.
"""

import base64
import html
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from tests.benchmarks.paper import Block, Cell, Package

HERE = Path(__file__).parent
FONTS = HERE.parents[1] / "resources" / "fonts"
# What typst reads, and the profile of LibreOffice.
WORK = Path("build/benchmarks")
TITLE = "Afgørelse om hjælp med bilag"
# Heights of the bars that stand for every drawing, in points.
BARS = (12, 30, 18, 42, 24, 36, 9, 27)
_OFFICE = [
    "soffice",
    "--headless",
    "--convert-to",
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}',
]
_PATIENCE_S = 240


Engine = Callable[[Package], bytes]


class Taken(msgspec.Struct):
    """What one package took in a process of its own."""

    peak_mb: float
    size: int


def program(wanted: Package) -> bytes:
    """Make the package as the program does: from the case, tagged."""
    from tests.benchmarks.paper_case import package

    return package(wanted.number)


def weasyprint(wanted: Package) -> bytes:
    """Set the package with WeasyPrint as PDF/UA-1."""
    from weasyprint import HTML

    page, (styles, fonts) = _web(wanted), _web_styles()
    document = HTML(string=page, base_url=str(HERE))
    done: bytes = document.write_pdf(
        stylesheets=[styles], font_config=fonts, pdf_variant="pdf/ua-1"
    )
    return done


@cache
def _web_styles() -> tuple[Any, Any]:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    source = (HERE / "paper.css").read_text(encoding="utf-8").replace("FONTS", FONTS.as_uri())
    return CSS(string=source, font_config=fonts), fonts


def _web(wanted: Package) -> str:
    parts: list[str] = []
    items: list[str] = []
    for block in [*wanted.blocks, Block("part")]:
        if items and block.kind != "li":
            parts.append(f"<ul>{''.join(items)}</ul>")
            items = []
        text = html.escape(block.text)
        if block.kind == "li":
            items.append(f"<li>{text}</li>")
        elif block.kind == "part":
            parts.append("</section><section>")
        elif block.kind == "table":
            parts.append(f"<table>{''.join(map(_web_row, block.rows))}</table>")
        elif block.kind == "figure":
            parts.append(f'<img alt="{text}" src="{_web_picture(block, wanted.photo)}">')
        else:
            parts.append(f"<{block.kind}>{text}</{block.kind}>")
    return f'<html lang="da"><title>{TITLE}</title><section>{"".join(parts)}</section></html>'


def _web_row(row: list[Cell]) -> str:
    scope = "col" if all(cell.head for cell in row) else "row"
    cells = []
    for cell in row:
        lines = "".join(f"<p>{html.escape(line)}</p>" for line in cell.lines)
        name = f'th scope="{scope}"' if cell.head else "td"
        cells.append(f'<{name} colspan="{cell.span}">{lines}</{name[:2]}>')
    return f"<tr>{''.join(cells)}</tr>"


def _web_picture(block: Block, photo: bytes) -> str:
    if is_photo(block):
        return f"data:image/jpeg;base64,{base64.b64encode(photo).decode()}"
    return f"data:image/svg+xml;base64,{base64.b64encode(drawing().encode()).decode()}"


def is_photo(block: Block) -> bool:
    """Tell whether a figure is a photo; all others are drawings."""
    return block.text.startswith("Billede")


def drawing() -> str:
    """Return a drawing as SVG."""
    bars = "".join(
        f'<rect x="{i * 20}" y="{48 - height}" width="14" height="{height}" fill="#2f7199"/>'
        for i, height in enumerate(BARS)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="160" height="48">{bars}</svg>'


def typst(wanted: Package) -> bytes:
    """Set the package with typst as PDF/UA-1."""
    data = msgspec.json.encode(wanted.blocks).decode()
    done: bytes = _typst(wanted.photo).compile(
        format="pdf", sys_inputs={"blocks": data}, pdf_standards=["ua-1"]
    )
    return done


@cache
def _typst(photo: bytes) -> Any:
    from typst import Compiler

    root = WORK / "typst"
    root.mkdir(parents=True, exist_ok=True)
    (root / "paper.typ").write_bytes((HERE / "paper.typ").read_bytes())
    (root / "photo.jpg").write_bytes(photo)
    (root / "drawing.svg").write_text(drawing())
    return Compiler(
        input=root / "paper.typ", root=root, font_paths=[FONTS], ignore_system_fonts=True
    )


def plain(wanted: Package) -> bytes:
    """Set the package with reportlab as it comes, without tags."""
    from tests.benchmarks.paper_plain import make

    return make(wanted)


def office(wanted: Package) -> bytes:
    """Set the package with LibreOffice as PDF/UA, in a process of its own."""
    return office_many([wanted])[0]


def office_many(wanted: Sequence[Package]) -> list[bytes]:
    """Set several packages in one process of LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        sources = [place / f"{i}.html" for i in range(len(wanted))]
        for source, each in zip(sources, wanted, strict=True):
            source.write_text(_web(each), encoding="utf-8")
        profile = f"-env:UserInstallation={(WORK / 'office').absolute().as_uri()}"
        subprocess.run(
            [*_OFFICE, profile, "--writer", "--outdir", folder, *map(str, sources)],
            check=True,
            capture_output=True,
            timeout=_PATIENCE_S,
        )
        return [source.with_suffix(".pdf").read_bytes() for source in sources]


ENGINES: dict[str, Engine] = {
    "program": program,
    "plain reportlab": plain,
    "WeasyPrint": weasyprint,
    "typst": typst,
    "LibreOffice": office,
}


def taken(name: str, wanted: Package) -> Taken:
    """Set a package in a process of its own; raises CalledProcessError if that fails."""
    done = subprocess.run(
        [sys.executable, "-m", __name__, name],
        input=msgspec.json.encode(wanted),
        capture_output=True,
        check=True,
        timeout=_PATIENCE_S,
    )
    return msgspec.json.decode(done.stdout, type=Taken)


def main(name: str) -> None:
    """Set the package on standard input, and print what it took."""
    made = ENGINES[name](msgspec.json.decode(sys.stdin.buffer.read(), type=Package))
    print(json.dumps({"peak_mb": _peak_mb(name), "size": len(made)}))


def _peak_mb(name: str) -> float:
    """Return the most memory that was used; another program's is that of its children."""
    if name == "LibreOffice":
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    # The kernel's count of resources starts with what the parent held.
    lines = Path("/proc/self/status").read_text().splitlines()
    peak = next(line for line in lines if line.startswith("VmHWM:"))
    return int(peak.split()[1]) / 1024


if __name__ == "__main__":
    main(sys.argv[1])
