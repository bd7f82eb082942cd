"""The command `verify`: says in Danish whether a letter is as it was issued, and by whom sealed."""

import os
from argparse import Namespace
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from app.clock import local
from app.errors import KnownError
from app.paths import PASSPHRASE_VARIABLE, default_data_dir
from app.seals.checking import SealFound, Trust, check
from app.seals.keys import der, load_certificate, load_list
from app.seals.sealing import MOST_BYTES
from app.store.files import explained_files
from app.texts import Texts

_KINDS = ("computer", "municipality")


def verify(options: Namespace, texts: Texts) -> int:
    """Say what the seals of a file are worth; return 0 only if it is as it was issued."""
    found = check(_read(options.file), _trust(options))
    verdict = judge(found)
    print(texts.message(f"seal.{verdict}"))
    for each in found:
        print("\n".join(_lines(each, texts)))
    if verdict == "as_issued" and found[-1].kind == "computer":
        print(texts.message("seal.not_yet"))
    return 0 if verdict == "as_issued" else 1


def judge(found: tuple[SealFound, ...]) -> str:
    """Return the verdict on a file by its seals: the key of a sentence.

    The municipality's own seal says that the letter came to it as it was issued, whatever
    became of the computer's certificate since.
    """
    if not found:
        return "none"
    if found[-1].state != "whole" or any(each.state == "changed" for each in found):
        return "changed"
    if any(each.standing == "unknown" for each in found):
        return "unknown"
    if any(each.state != "whole" for each in found):
        return "changed"
    own = [each for each in found if each.kind == "municipality"]
    return "as_issued" if all(each.is_good for each in own or found) else "doubtful"


def _lines(seal: SealFound, texts: Texts) -> Iterator[str]:
    key = f"seal.by_{seal.kind}" if seal.kind in _KINDS else "seal.by"
    at = _at(seal.at)
    yield texts.message(key, name=seal.name, organisation=seal.organisation, at=at)
    if seal.standing == "revoked":
        yield texts.message("seal.revoked", at=_at(seal.revoked))
    elif seal.standing == "outside_its_time":
        yield texts.message("seal.outside_its_time")


def _at(moment: datetime | None) -> str:
    return f"{local(moment):%d.%m.%Y %H.%M}" if moment else "?"


def _read(path: Path) -> bytes:
    with explained_files():
        if path.stat().st_size > MOST_BYTES:
            raise KnownError("seal.too_large")
        return path.read_bytes()


def _trust(options: Namespace) -> Trust:
    """Trust the authority of the files that are named, else that of this computer's own hub."""
    if options.authority is not None:
        lists = [der(load_list(_read(options.revoked)))] if options.revoked else []
        return Trust([der(load_certificate(_read(options.authority)))], lists)
    passphrase = os.environ.get(PASSPHRASE_VARIABLE, "")
    return _own_trust(options.data_dir or default_data_dir(), passphrase) if passphrase else Trust()


def _own_trust(folder: Path, passphrase: str) -> Trust:
    from app.bootstrap import open_session
    from app.workflow.sealing import identity

    session = open_session(folder, passphrase)
    try:
        mine = identity(session)
    finally:
        session.close()
    if mine is None:
        return Trust()
    return Trust([mine.authority], [mine.revoked] if mine.revoked else [])
