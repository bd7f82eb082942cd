"""The letter texts that a municipality says otherwise: a folder with files like the shipped ones.

`letter.toml` and `documents.toml` in the folder "texts" of the data folder hold only what is
said in other words; the shipped text serves for the rest.
"""

from pathlib import Path

from app.documents.content import OwnTexts
from app.errors import KnownError

FOLDER = "texts"
_FILES = ("documents.toml", "letter.toml")
# A text file of the program holds a tenth of this.
_MOST_BYTES = 500_000


def read_own_texts(folder: Path) -> OwnTexts:
    """Return the own files of a folder, none if there is no folder; raises nothing."""
    return tuple((name, _read(folder / name)) for name in _FILES if (folder / name).exists())


def faults_in(folder: Path) -> tuple[KnownError, ...]:
    """Return everything that is wrong with the own texts of a folder, with file and line."""
    strangers = [p.name for p in sorted(folder.glob("*.toml")) if p.name not in _FILES]
    found = [KnownError("texts.own_file", file=n, names=", ".join(_FILES)) for n in strangers]
    return (*found, *(fault for file in read_own_texts(folder) for fault in _faults_of(file)))


def _faults_of(file: tuple[str, str | None]) -> tuple[KnownError, ...]:
    from app.documents.passages import passages_of  # heavy, and a start does not need it

    try:
        return passages_of((file,)).faults()
    except KnownError as error:
        return (error,)


def _read(path: Path) -> str | None:
    """Return what stands in a file; None if it is no text, or longer than texts can be."""
    try:
        raw = path.read_bytes()
        return raw.decode("utf-8-sig") if len(raw) <= _MOST_BYTES else None
    except (OSError, ValueError):
        return None
