"""The sentences of the documents: templates that a municipality can change.

They stand in resources/texts/<language>/letter.toml and documents.toml by block and variant.
A municipality's own files of these names hold only what it says otherwise. A template sees
only the values it is given (sandbox); a mistake in one is a KnownError that names file, block
and line, never half a letter.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from app.documents.content import OwnTexts
from app.documents.own_faults import Fault, fault_in, markup_fault
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


# What every template sees beside its values; jinja would gather it anew for each sentence.
_GLOBALS = dict(_ENVIRONMENT.globals)


def _compiled(source: str) -> Template | str:
    """Return a template, or what it always says."""
    template = _ENVIRONMENT.from_string(source)
    return template if "{" in source else template.render()


def _filled(template: Template, values: Mapping[str, Any]) -> str:
    """Render as Template.render does; raises what is wrong with the line of the template."""
    context = _ENVIRONMENT.context_class(
        _ENVIRONMENT, {**_GLOBALS, **values}, template.name, template.blocks
    )
    try:
        return "".join(template.root_render_func(context))
    except Exception:
        _ENVIRONMENT.handle_exception()


class Passages:
    """The templates of one folder, compiled once; own ones stand before them.

    Keys are dotted: "letter.heading.granted" is `granted` of table `[heading]` in letter.toml.
    What comes out is markup: values are escaped, templates may use <b> and <i>.
    """

    def __init__(self, folder: Path, own: OwnTexts = ()) -> None:
        self._folder = folder
        self._own_sources = dict(map(_own_source, own))
        self._tables = {name: _parsed(name, self._shipped_source(name)) for name in FILES}
        self._own = {name: _parsed(name, s) for name, s in self._own_sources.items()}
        # A text in which nothing is filled in is always the same.
        self._templates: dict[str, Template | str] = {}
        self._lines: dict[str, str] = {}

    def line(self, key: str, /, **values: Any) -> str:
        """Return the text of a key on one line; KnownError if its template is wrong."""
        if key in self._lines:
            return self._lines[key]
        line = self._checked(key, one_line(self._render(key, values)))
        if isinstance(self._templates[key], str):
            self._lines[key] = line
        return line

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
                self._templates[key] = _compiled(self._usable(key))
            template = self._templates[key]
            return template if isinstance(template, str) else _filled(template, values)
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
            raise self._mistake(key, error) from error

    def _checked(self, key: str, markup: str) -> str:
        """Return markup in which each <b> and <i> is ended and nothing else is a tag."""
        if fault := markup_fault(markup):
            raise self._mistake(key, ValueError(fault))
        return markup

    def faults(self) -> tuple[KnownError, ...]:
        """Return everything that is wrong with the own templates, each with file and line."""
        keys = [f"{file}.{block}" for file, table in self._own.items() for block in _blocks(table)]
        return tuple(found for key in keys if (found := self._own_fault(key)) is not None)

    def _usable(self, key: str) -> str:
        """Return the template of a key: the own one, which must be without a fault."""
        if self._own_text(key) is not None and (wrong := self._own_fault(key)) is not None:
            raise wrong
        return self._source(key)

    def _own_fault(self, key: str) -> KnownError | None:
        own, shipped = self._own_text(key), self._entry(self._tables, key)
        if not isinstance(shipped, str):
            return self._own_error(key, Fault("own_unknown", 1, {}))
        if not isinstance(own, str):
            return self._own_error(key, Fault("own_no_text", 1, {}))
        fault = fault_in(own, shipped)
        return self._own_error(key, fault) if fault else None

    def _own_error(self, key: str, fault: Fault) -> KnownError:
        file, _, block = key.partition(".")
        line = _line_of(self._own_sources[file], block) + fault.line - 1
        where = {"file": f"{file}.toml", "block": block, "line": line}
        return KnownError(f"texts.{fault.key}", **where, **fault.params)

    def _own_text(self, key: str) -> object:
        return self._entry(self._own, key)

    def _source(self, key: str) -> str:
        own = self._own_text(key)
        entry = self._entry(self._tables, key) if own is None else own
        if not isinstance(entry, str):
            file, _, block = key.partition(".")
            raise KnownError("documents.text_missing", file=f"{file}.toml", block=block)
        return entry

    @staticmethod
    def _entry(tables: Mapping[str, Mapping[str, object]], key: str) -> object:
        entry: object = tables
        for part in key.split("."):
            entry = entry.get(part) if isinstance(entry, dict) else None
        return entry

    def _shipped_source(self, name: str) -> str:
        try:
            return (self._folder / f"{name}.toml").read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            raise KnownError(
                "documents.text_file", file=f"{name}.toml", problem=str(error)
            ) from error

    def _mistake(self, key: str, error: Exception) -> KnownError:
        file, _, block = key.partition(".")
        is_own = self._own_text(key) is not None
        source = self._own_sources[file] if is_own else self._shipped_source(file)
        return KnownError(
            "documents.template",
            file=f"{file}.toml",
            block=block,
            line=_line_of(source, block) + _line_inside(error) - 1,
            problem=str(error),
        )


def _own_source(file: tuple[str, str | None]) -> tuple[str, str]:
    name, source = file
    if source is None:
        raise KnownError("texts.unreadable", file=name)
    return name.removesuffix(".toml"), source


def _parsed(name: str, source: str) -> dict[str, object]:
    try:
        return tomllib.loads(source)
    except ValueError as error:
        raise KnownError("documents.text_file", file=f"{name}.toml", problem=str(error)) from error


def _blocks(table: Mapping[str, object], before: str = "") -> Iterator[str]:
    """Yield the dotted key of each value that is no table."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _blocks(value, f"{before}{key}.")
        else:
            yield f"{before}{key}"


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


@lru_cache(maxsize=4)
def passages_of(own: OwnTexts) -> Passages:
    """Return the Danish texts with a municipality's own before them; KnownError if unreadable."""
    return Passages(RESOURCES / "texts" / "da", own) if own else standard_passages()
