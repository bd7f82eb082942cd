"""Locks a computer for good: of every key file here only the municipality's wrap is left."""

from contextlib import suppress
from pathlib import Path

from app.errors import KnownError
from app.store import files
from app.store.keys import KeyFile, read_keys, write_keys
from app.store.recovery import WAY


def lock_out(folder: Path) -> None:
    """Take every way but the municipality's out of the key files, of backups too.

    The data stays, encrypted; a store that was never wrapped for the municipality is not
    opened by anybody any more, so all that is here only must lie elsewhere before. A disk
    that fails may leave some backups' keys as they were.
    """
    with suppress(KnownError):  # without a keyring there is nothing in it
        from app.store.remembering import forget

        forget(folder)
    own, *copies = _key_files(folder)
    _keep_the_offices(own, even_none=True)
    for path in copies:
        _keep_the_offices(path)


def _key_files(folder: Path) -> list[Path]:
    copies = (
        sorted((folder / name).glob(f"*/{files.KEYS}")) for name in (files.BACKUPS, files.ASIDE)
    )
    return [folder / files.KEYS, *(path for found in copies for path in found)]


def _keep_the_offices(path: Path, *, even_none: bool = False) -> None:
    """A damaged key file opens nothing, and goes; a copy without the office's wrap, too.

    The store's own stays, even with none: it says that the computer was locked out.
    """
    try:
        wraps = tuple(each for each in read_keys(path).wraps if each.way == WAY)
    except KnownError as error:
        if error.key not in ("store.keys_damaged", "store.newer_program"):
            raise
        wraps = ()
    with files.explained_files():
        if wraps or even_none:
            write_keys(path, KeyFile(wraps=wraps))
        else:
            path.unlink()
