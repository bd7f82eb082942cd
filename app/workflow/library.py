"""The quality standards at hand: every version, the newest of each, and what is wrong with any."""

import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from threading import Lock

import msgspec

from app.domain.standard import Standard
from app.domain.standard_file import StandardError, load_standard
from app.domain.values import StandardRef
from app.errors import KnownError
from app.texts import RESOURCES


class _Named(msgspec.Struct, frozen=True):
    name: str


class StandardHead(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a standard before the whole file is read."""

    id: str
    version: str
    short_title: str
    valid_from: date
    valid_until: date | None = None
    municipality: _Named

    @property
    def ref(self) -> StandardRef:
        """The name of the standard and its version."""
        return StandardRef(id=self.id, version=self.version)


class Library:
    """All standards of a folder: their heads at once, each whole when it is asked for.

    A file that cannot be used is left out; `problems` says which and why. May be asked from
    several threads.
    """

    def __init__(
        self, folder: Path = RESOURCES / "standards", received: Path | None = None
    ) -> None:
        self._lock = Lock()
        self._loaded: dict[StandardRef, Standard] = {}
        self._broken: dict[Path, KnownError] = {}
        self._files: dict[StandardRef, Path] = {}
        self._heads: dict[StandardRef, StandardHead] = {}
        for path in sorted(folder.glob("*.toml")):
            self._take(path)
        for path in sorted(received.glob("*.toml")) if received is not None else ():
            self.take_in(path)

    def has(self, ref: StandardRef) -> bool:
        """Tell whether a version is here."""
        return ref in self._files

    def take_in(self, path: Path) -> None:
        """Take a file that came from the hub; a version that was installed goes first."""
        with self._lock:
            self._take(path, again=True)

    def get(self, ref: StandardRef) -> Standard:
        """Return the version a visit was opened with.

        Raises KnownError "standard.not_installed", or StandardError if its file is broken.
        """
        with self._lock:
            found = self._loaded.get(ref)
            if found is not None:
                return found
            if ref not in self._files:
                raise KnownError("standard.not_installed", standard=ref.id, version=ref.version)
            return self._load(ref)

    def heads(self, day: date, municipality: str = "") -> tuple[StandardHead, ...]:
        """Return the newest version of each standard that has begun, expired or not.

        With a municipality only its own. All where it has none at hand, unless a file is
        broken: that may be the one, and another municipality's is not put in its place.
        """
        newest: dict[str, StandardHead] = {}
        for head in tuple(self._heads.values()):
            best = newest.get(head.id)
            if head.valid_from <= day and (best is None or head.valid_from > best.valid_from):
                newest[head.id] = head
        own = [h for h in newest.values() if h.municipality.name == municipality]
        if municipality and not own and self._broken:
            return ()
        return tuple(own or newest.values())

    def newest(self, day: date, municipality: str = "") -> tuple[Standard, ...]:
        """Return the newest usable version of each standard that has begun, expired or not.

        Raises KnownError "standard.none" when there is none, or what is wrong with the files.
        """
        return tuple(self._usable(day, municipality))

    def first(self, day: date, municipality: str = "") -> Standard:
        """Return the first of the newest standards, and read no other; raises as `newest`."""
        return next(self._usable(day, municipality))

    @property
    def municipalities(self) -> tuple[str, ...]:
        """The municipalities whose standards are here, by name."""
        return tuple(sorted({head.municipality.name for head in tuple(self._heads.values())}))

    def problems(self) -> tuple[KnownError, ...]:
        """Read every file; return what stops any, and versions that are valid at one time."""
        for ref in tuple(self._files):
            try:
                self.get(ref)
            except KnownError:
                continue
        return (*self._broken.values(), *overlaps(tuple(self._heads.values())))

    def _usable(self, day: date, municipality: str) -> Iterator[Standard]:
        done: set[str] = set()
        while True:
            waiting = (h for h in self.heads(day, municipality) if h.id not in done)
            head = next(waiting, None)
            if head is None:
                break
            try:
                standard = self.get(head.ref)
            except StandardError:
                continue  # it is no longer among the heads: an older version takes its place
            done.add(head.id)
            yield standard
        if not done:
            raise next(iter(self._broken.values()), KnownError("standard.none"))

    def _take(self, path: Path, again: bool = False) -> None:
        try:
            head = _read_head(path)
        except StandardError as error:
            self._broken[path] = error
            return
        if head.ref in self._files:
            if again:
                return
            self._broken[path] = KnownError("standard.twice", file=path.name)
            return
        self._files[head.ref] = path
        self._heads[head.ref] = head

    def _load(self, ref: StandardRef) -> Standard:
        path = self._files[ref]
        try:
            standard = load_standard(path)
        except StandardError as error:
            self._broken[path] = error
            self._heads.pop(ref, None)
            raise
        self._loaded[ref] = standard
        return standard


def ref_of(standard: Standard) -> StandardRef:
    """Name a standard and its version."""
    return StandardRef(id=standard.id, version=standard.version)


def _read_head(path: Path) -> StandardHead:
    """Read what stands before the first list of a file; all of it where that is not enough."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        head = tomllib.loads(text.partition("\n[[")[0])
        return msgspec.convert(head, StandardHead, builtin_types=(date,))
    except (OSError, ValueError, msgspec.ValidationError):
        standard = load_standard(path)
        return msgspec.convert(msgspec.to_builtins(standard), StandardHead)


def overlaps(heads: Sequence[StandardHead | Standard]) -> Iterator[KnownError]:
    """Yield the versions of one standard whose stated times overlap; the newest is used."""
    for one, other in combinations(sorted(heads, key=lambda h: h.valid_from), 2):
        ends = one.valid_until
        if one.id == other.id and (
            one.valid_from == other.valid_from or (ends and ends >= other.valid_from)
        ):
            yield KnownError(
                "standard.overlap",
                standard=other.short_title,
                earlier=one.version,
                later=other.version,
            )
