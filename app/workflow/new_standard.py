"""Begins a quality standard's file: whole and valid, ready to be written over."""

import re
from datetime import date
from pathlib import Path
from string import Template

from app.errors import KnownError
from app.texts import RESOURCES

_NAME = re.compile(r"(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*?)-(?P<version>[0-9][0-9a-z]*)\.toml")


def begin_standard(path: Path, today: date) -> None:
    """Write a standard to begin from; its file's name gives id and version.

    Raises KnownError "standard.file_name" when the name is not <id>-<version>.toml,
    "standard.file_exists" rather than write over a file, and "standard.not_written".
    """
    named = _NAME.fullmatch(path.name)
    if named is None:
        raise KnownError("standard.file_name", file=path.name)
    start = (RESOURCES / "standards" / "new" / "start.toml").read_text(encoding="utf-8")
    text = Template(start).substitute(named.groupdict(), file=path.name, today=today.isoformat())
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise KnownError("standard.file_exists", file=path.name) from None
    except OSError as error:
        raise KnownError("standard.not_written", file=path.name) from error
