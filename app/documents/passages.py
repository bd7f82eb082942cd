"""The sentences of the documents: templates that a municipality can change.

They stand in resources/texts/<language>/letter.toml and documents.toml by block and variant.
A template sees only the values it is given (sandbox); a mistake in one is a KnownError that
names file, block and line, never half a letter.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from app.documents.tagging.fonts import clean, one_line
from app.errors import KnownError
from app.texts import RESOURCES

FILES = ("letter", "documents")


def _tidy(value: Any) -> Any:
    return clean(value).replace("\n", " ") if isinstance(value, str) else value


_ENVIRONMENT = SandboxedEnvironment(
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    finalize=_tidy,
)


class Passages:
    """The templates of one folder, compiled once.

    Keys are dotted: "letter.heading.granted" is `granted` of table `[heading]` in letter.toml.
    What comes out is markup: values are escaped, templates may use <b> and <i>.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tables = {name: self._read(name) for name in FILES}
        self._templates: dict[str, Template] = {}

    def line(self, key: str, /, **values: Any) -> str:
        """Return the text of a key on one line; KnownError if its template is wrong."""
        return self._checked(key, one_line(self._render(key, values)))

    def paragraphs(self, key: str, /, **values: Any) -> tuple[str, ...]:
        """Return the text as paragraphs (divided by empty lines); "- " begins a list item."""
        pieces = re.split(r"\n\s*\n|\n(?=- )", self._render(key, values).strip())
        return tuple(self._checked(key, one_line(p)) for p in pieces if p.strip())

    def has(self, key: str) -> bool:
        """Tell whether a text exists."""
        try:
            self._source(key)
        except KnownError:
            return False
        return True

    def _render(self, key: str, values: Mapping[str, Any]) -> str:
        try:
            if key not in self._templates:
                self._templates[key] = _ENVIRONMENT.from_string(self._source(key))
            return self._templates[key].render(**values)
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
            raise self._mistake(key, error) from error

    def _checked(self, key: str, markup: str) -> str:
        """Return markup in which each <b> and <i> is ended and nothing else is a tag."""
        if fault := _markup_fault(markup):
            raise self._mistake(key, ValueError(fault))
        return markup

    def _source(self, key: str) -> str:
        file, *path = key.split(".")
        entry: object = self._tables[file]
        for part in path:
            entry = entry.get(part) if isinstance(entry, dict) else None
        if not isinstance(entry, str):
            raise KnownError("documents.text_missing", file=f"{file}.toml", block=".".join(path))
        return entry

    def _read(self, name: str) -> dict[str, object]:
        try:
            with (self._folder / f"{name}.toml").open("rb") as file:
                return tomllib.load(file)
        except (OSError, ValueError) as error:
            raise KnownError(
                "documents.text_file", file=f"{name}.toml", problem=str(error)
            ) from error

    def _mistake(self, key: str, error: Exception) -> KnownError:
        file, _, block = key.partition(".")
        source = (self._folder / f"{file}.toml").read_text(encoding="utf-8")
        return KnownError(
            "documents.template",
            file=f"{file}.toml",
            block=block,
            line=_line_of(source, block) + _line_inside(error) - 1,
            problem=str(error),
        )


def _markup_fault(markup: str) -> str:
    """Return the part of a markup that is wrong; values are escaped, so it is a template's."""
    open_tags: list[str] = []
    for tag in re.findall(r"<[^>]*>?", markup):
        if tag in ("<b>", "<i>"):
            open_tags.append(tag)
        elif not open_tags or tag != f"</{open_tags.pop()[1:]}":
            return str(tag)
    return open_tags[-1] if open_tags else ""


def _line_inside(error: Exception) -> int:
    """Return the line of a template on which it failed."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _line_of(source: str, block: str) -> int:
    """Return the line of a file on which the text of a block begins."""
    table, _, key = block.rpartition(".")
    current = ""
    for number, line in enumerate(source.splitlines(), start=1):
        if heading := re.match(r"\[([\w.]+)\]", line):
            current = heading[1]
        elif current == table and re.match(rf"{re.escape(key)}\s*=", line):
            return number + line.rstrip().endswith('"""')
    return 1


@cache
def standard_passages(language: str = "da") -> Passages:
    """Return the shipped texts of a language."""
    return Passages(RESOURCES / "texts" / language)
