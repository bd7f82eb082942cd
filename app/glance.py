"""What can be seen of a data folder before anything heavy is imported."""

import json
from pathlib import Path
from typing import Literal

# The store's own names, known here so that nothing of it is imported to look.
KEY_FILE = "keys.json"
DATABASE = "record.db"
BACKUPS = "backups"

State = Literal["new", "whole", "keys_missing", "database_missing", "both_missing"]


def state_of(folder: Path) -> State:
    """Tell whether a folder is new, whole, or has lost what belongs to it.

    Whatever is left of a store is reason enough to make none in its place.
    """
    keys, database = (folder / KEY_FILE).exists(), (folder / DATABASE).exists()
    if keys and database:
        return "whole"
    if keys:
        return "database_missing"
    if database:
        return "keys_missing"
    return "both_missing" if _has_backups(folder) else "new"


def _has_backups(folder: Path) -> bool:
    place = folder / BACKUPS
    return place.is_dir() and any(place.iterdir())


def look_of(folder: Path) -> tuple[str, str, float]:
    """Read language, theme and text size without the library that the rest decodes with."""
    try:
        found = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
        scale = 1.25 if found.get("large_text") else 1.0
        return str(found.get("language", "da")), str(found.get("theme", "light")), scale
    except (OSError, ValueError, AttributeError):
        return "da", "light", 1.0


def is_remembered(folder: Path) -> bool:
    """Tell whether the system's keyring may unlock."""
    try:
        wraps = json.loads((folder / KEY_FILE).read_text(encoding="utf-8"))["wraps"]
        return any(each.get("way") == "keyring" for each in wraps)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return False
