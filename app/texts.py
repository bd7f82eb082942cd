"""Sentences by key and language, from resources/texts; the same for window, command and hub."""

from functools import cache
from pathlib import Path
from string import Template

from app.errors import BugError, KnownError

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


@cache
def help_languages() -> tuple[str, ...]:
    """Return the codes of the languages that documents can be explained in beside Danish.

    A folder of texts with a documents.toml of its own is one.
    """
    found = (path.parent.name for path in (RESOURCES / "texts").glob("*/documents.toml"))
    return tuple(sorted(set(found) - {"da"}))


@cache
def _table(language: str, name: str) -> dict[str, object]:
    import tomllib  # the first window needs no table

    path = RESOURCES / "texts" / language / f"{name}.toml"
    with path.open("rb") as file:
        return tomllib.load(file)


class Texts:
    """The sentences of one language.

    Keys are dotted: "consent.missing" is `missing` in table `[consent]`. Placeholders are
    written $name.
    """

    def __init__(self, language: str = "da") -> None:
        self.language = language

    def message(self, key: str, /, **params: object) -> str:
        """Return the sentence of messages.toml with this key, filled."""
        return self.lookup("messages", key, **params)

    def error(self, error: KnownError) -> str:
        """Return the sentence for an error: what happened, what is safe, what to do."""
        return self.lookup("errors", error.key, **error.params)

    def table(self, name: str) -> dict[str, object]:
        """Return a whole table of sentences, as it stands in its file."""
        return _table(self.language, name)

    def lookup(self, table: str, key: str, /, **params: object) -> str:
        """Return the sentence with this key from a table, filled; BugError if there is none."""
        entry: object = _table(self.language, table)
        for part in key.split("."):
            if not isinstance(entry, dict) or part not in entry:
                raise BugError(f"no text {table}:{key} in {self.language}")
            entry = entry[part]
        return Template(str(entry)).substitute({k: str(v) for k, v in params.items()})
