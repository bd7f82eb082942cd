"""The pages whose pictures are kept, and how they are made anew: `make references`."""

import io
from functools import cache
from pathlib import Path

import pikepdf

from app.documents.content import PARTS, Part
from app.documents.package import build, build_volumes
from app.domain.standard_file import load_standard
from tests import factories as make
from tests.documents import rendered, sample, variants
from tests.documents.opened import Opened

FOLDER = Path(__file__).parent / "references"
_STANDARD = make.RESOURCES / "standards" / "koebenhavn-83-2007.toml"
_LARGE: tuple[Part, ...] = ("letter", "assessment_form")
_LETTER: tuple[Part, ...] = ("letter",)


@cache
def pages() -> dict[str, tuple[bytes, int]]:
    """Return the file and the number of each page by its name: the first of each document.

    Each kind of letter under one standard, every other document of a rich case, and how a
    letter and a form look in large print and as a draft.
    """
    rules = load_standard(_STANDARD)
    letters = [(_LETTER, variants.content(rules, kind)) for kind in variants.VARIANTS]
    return {
        **_first_pages([f"letter-{kind}" for kind in variants.VARIANTS], build_volumes(letters)),
        **_first_pages([f"case-{part}" for part in PARTS], build(PARTS, sample.issued())),
        **_first_pages([f"large-{p}" for p in _LARGE], build(_LARGE, sample.issued(size="20"))),
        **_first_pages(["draft-letter"], build(_LETTER, sample.content())),
    }


def _first_pages(names: list[str], pdf: bytes) -> dict[str, tuple[bytes, int]]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        numbers = Opened(document).first_pages()
    return {name: (pdf, number) for name, number in zip(names, numbers, strict=True)}


def main() -> None:
    """Draw every page and keep its picture; what no page has any more is removed."""
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.png"):
        path.unlink()
    for name, (pdf, number) in pages().items():
        rendered.keep(rendered.draw(pdf, number), FOLDER / f"{name}.png")
    print(f"{len(pages())} pictures in {FOLDER}; look at them before you commit them.")


if __name__ == "__main__":
    main()
