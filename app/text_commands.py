"""The command for a municipality that says letters in its own words: texts check."""

import argparse
import sys

from app.errors import KnownError
from app.texts import Texts


def check(options: argparse.Namespace, texts: Texts) -> int:
    """Say everything that is wrong with the letter texts of a folder, with file and line."""
    from app.workflow.own_texts import faults_in, read_own_texts

    if not options.folder.is_dir():
        raise KnownError("texts.no_folder")
    faults = faults_in(options.folder)
    for fault in faults:
        print(texts.error(fault), file=sys.stderr)
    if not faults:
        names = ", ".join(name for name, _ in read_own_texts(options.folder))
        print(texts.message("texts.checked" if names else "texts.none", files=names))
    return 1 if faults else 0
