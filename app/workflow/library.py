"""The quality standards at hand: every version, and the newest of each."""

from datetime import date
from pathlib import Path

from app.domain.standard import Standard
from app.domain.standard_file import load_standard
from app.domain.values import StandardRef
from app.errors import KnownError
from app.texts import RESOURCES


class Library:
    """All standards of a folder, read once."""

    def __init__(self, folder: Path = RESOURCES / "standards") -> None:
        found = [load_standard(path) for path in sorted(folder.glob("*.toml"))]
        self._standards = {(s.id, s.version): s for s in found}

    def get(self, ref: StandardRef) -> Standard:
        """Return the version a visit was opened with; KnownError if it is not installed."""
        found = self._standards.get((ref.id, ref.version))
        if found is None:
            raise KnownError("standard.not_installed", standard=ref.id, version=ref.version)
        return found

    def newest(self, today: date) -> tuple[Standard, ...]:
        """Return the newest version of each standard that has begun, expired or not.

        Raises KnownError "standard.none" when there is none.
        """
        newest: dict[str, Standard] = {}
        for standard in self._standards.values():
            best = newest.get(standard.id)
            if standard.valid_from <= today and (
                best is None or standard.valid_from > best.valid_from
            ):
                newest[standard.id] = standard
        if not newest:
            raise KnownError("standard.none")
        return tuple(newest.values())


def ref_of(standard: Standard) -> StandardRef:
    """Name a standard and its version."""
    return StandardRef(id=standard.id, version=standard.version)
