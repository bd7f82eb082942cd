"""The settings of this computer's one user, and files that are written whole."""

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Annotated

import msgspec

from app.errors import KnownError

MOST_MINUTES = 24 * 60
MOST_DAYS = 10 * 365


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Settings that are not secret and not about a citizen; unknown keys are kept out.

    `lock_after_min` is minutes of idleness before the screen locks; `part_after_days` is how
    long a closed case stays here once the hub has it whole and nobody touches it; it can be
    fetched back from there.
    `sync_every_min` is minutes between rounds of sync; `ca_file` a file with the certificate
    of the municipality's own authority, beside those that the system trusts.
    """

    language: Annotated[str, msgspec.Meta(pattern="^(da|en)$")] = "da"
    theme: Annotated[str, msgspec.Meta(pattern="^(light|dark|contrast)$")] = "light"
    lock_after_min: Annotated[int, msgspec.Meta(ge=1, le=MOST_MINUTES)] = 10
    large_text: bool = False
    part_after_days: Annotated[int, msgspec.Meta(ge=1, le=MOST_DAYS)] = 30
    sync_every_min: Annotated[int, msgspec.Meta(ge=1, le=MOST_MINUTES)] = 15
    ca_file: str = ""


def load_settings(folder: Path) -> Settings:
    """Read the settings; a damaged file is moved aside and the defaults are used."""
    path = folder / "settings.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings)
    except FileNotFoundError:
        return Settings()
    except (msgspec.MsgspecError, UnicodeDecodeError):
        with contextlib.suppress(OSError):
            path.replace(path.with_suffix(".damaged.json"))
        return Settings()
    except OSError as error:
        raise KnownError("store.unreadable") from error


def save_settings(folder: Path, settings: Settings) -> None:
    """Write the settings whole, or not at all."""
    write_whole(folder / "settings.json", msgspec.json.format(msgspec.json.encode(settings)))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that after a crash it is the old one or the new one; its owner's alone.

    Raises KnownError "store.write_failed" when the disk is full or the folder read-only.
    """
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
        sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise KnownError("store.write_failed") from error


def sync_folder(folder: Path) -> None:
    """Make a change of names in a folder durable, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
