"""Locks a computer for good: of every key file here only the municipality's wrap is left."""

from contextlib import suppress
from pathlib import Path

from app.errors import KnownError
from app.store import files
from app.store.keys import KeyFile, read_keys, write_keys
from app.store.recovery import WAY


def may_be_opened_at_the_office(folder: Path) -> bool:
    """Tell whether the municipality's private key opens the store."""
    return any(each.way == WAY for each in read_keys(folder / files.KEYS).wraps)


def lock_out(folder: Path) -> None:
    """Take every way but the municipality's out of the key files, of backups too.

    The data stays, encrypted. Raises KnownError "recovery.none" if nobody could open it then:
    nothing is changed. Those of a disk that fails may leave some backups' keys as they were.
    """
    if not may_be_opened_at_the_office(folder):
        raise KnownError("recovery.none")
    with suppress(KnownError):  # without a keyring there is nothing in it
        from app.store.remembering import forget

        forget(folder)
    own, *copies = _key_files(folder)
    for path in (own, *copies):
        _keep_the_offices(path)


def _key_files(folder: Path) -> list[Path]:
    copies = (
        sorted((folder / name).glob(f"*/{files.KEYS}")) for name in (files.BACKUPS, files.ASIDE)
    )
    return [folder / files.KEYS, *(path for found in copies for path in found)]


def _keep_the_offices(path: Path) -> None:
    """A damaged key file opens nothing, and goes; a copy without the office's wrap, too."""
    try:
        wraps = tuple(each for each in read_keys(path).wraps if each.way == WAY)
    except KnownError as error:
        if error.key not in ("store.keys_damaged", "store.newer_program"):
            raise
        wraps = ()
    with files.explained_files():
        if wraps:
            write_keys(path, KeyFile(wraps=wraps))
        else:
            path.unlink()
