"""The commands for those who write quality standards: check, show, diff, new."""

import argparse
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import KnownError
from app.texts import Texts

if TYPE_CHECKING:  # imported when the command runs
    from app.domain.standard_diff import Difference

Action = Callable[[argparse.Namespace, Texts], int]


def _check(options: argparse.Namespace, texts: Texts) -> int:
    """Say everything that is wrong with each file, and what no source has confirmed.

    Of several files also which versions of one standard are valid at one time.
    """
    worst = max(_check_one(path, texts) for path in options.files)
    return max(worst, _check_together(options.files, texts))


def _check_together(files: list[Path], texts: Texts) -> int:
    from app.domain.standard_file import StandardError, load_standard
    from app.workflow.library import overlaps

    whole = []
    for path in files:
        with suppress(StandardError):
            whole.append(load_standard(path))
    found = tuple(overlaps(whole))
    for overlap in found:
        print(texts.error(overlap), file=sys.stderr)
    return 1 if found else 0


def _check_one(path: Path, texts: Texts) -> int:
    from app.domain.standard_file import check_standard, unconfirmed, untold

    problems = check_standard(path)
    for problem in problems:
        print(problem.say(texts), file=sys.stderr)
    if not problems:
        print(texts.message("standards.no_problems", file=path.name))
        for entry in (*unconfirmed(path), *untold(path)):
            print(entry.say(texts))
    return 1 if problems else 0


def _show(options: argparse.Namespace, texts: Texts) -> int:
    """Print the whole standard as a readable PDF."""
    from app.documents.catalogue import build_catalogue
    from app.domain.standard_file import load_standard

    path = _only(options.files, 1)[0]
    out: Path = options.out or Path.cwd() / f"{path.stem}.pdf"
    pdf = build_catalogue(load_standard(path))
    try:
        out.write_bytes(pdf)
    except OSError as error:
        raise KnownError("standard.not_written", file=out.name) from error
    print(texts.message("standards.shown", file=out.name))
    return 0


def _diff(options: argparse.Namespace, texts: Texts) -> int:
    """Say what the second file changes in the first."""
    from app.domain.standard_diff import differences
    from app.domain.standard_file import load_standard

    old, new = map(load_standard, _only(options.files, 2))
    found = differences(old, new)
    for d in found:
        where = " › ".join(d.place)
        print(texts.message(f"standards.{d.kind}", where=where, words=_words(d)))
    if not found:
        print(texts.message("standards.same"))
    return 0


def _words(difference: "Difference") -> str:
    before, after = (f"»{w}«" if w else "" for w in (difference.before, difference.after))
    return " → ".join(filter(None, (before, after))) or difference.name


def _new(options: argparse.Namespace, texts: Texts) -> int:
    """Begin a standard in a new file."""
    from app.clock import system_clock, today
    from app.workflow.new_standard import begin_standard

    path = _only(options.files, 1)[0]
    begin_standard(path, today(system_clock))
    print(texts.message("standards.begun", file=path.name))
    return 0


def _only(files: list[Path], count: int) -> list[Path]:
    if len(files) != count:
        raise KnownError("standard.files", count=count)
    return files


ACTIONS: dict[str, Action] = {"check": _check, "show": _show, "diff": _diff, "new": _new}
