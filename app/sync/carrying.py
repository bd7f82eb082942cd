"""Carries signatures, photos and PDFs to the hub and from it, from where it was cut off."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from app.errors import KnownError
from app.sync import wire
from app.sync.local import LocalSide
from app.sync.rounds import Report, Step
from app.sync.signing import SigningKey
from app.sync.transport import Transport

# What may be wrong with one blob alone; the others are carried all the same.
_OF_ONE = (
    "hub.blob_damaged",
    "hub.blob_too_large",
    "hub.blob_offset",
    "hub.blob_range",
    "hub.blob_too_many",
    "hub.bad_request",
    "store.blob_damaged",
    "store.blob_missing",
)
MISSING = "hub.blob_missing"


class Told(Protocol):
    """Is told how far a step has come; may end the round by raising."""

    def __call__(self, step: Step, done: int = 0, total: int | None = None) -> None:
        """Take note of a step."""


class Carrier:
    """Carries each blob for itself: one that is stuck stops no other."""

    def __init__(
        self, local: LocalSide, hub: Transport, key: SigningKey, report: Report, tell: Told
    ) -> None:
        self._local = local
        self._hub = hub
        self._key = key
        self._report = report
        self._tell = tell

    def up(self) -> None:
        """Send the blobs that changes at the hub name."""
        owed = self._local.owed("up")
        for number, sha256 in enumerate(owed):
            self._tell("blobs_up", number, len(owed))
            with self._for_itself():
                self._send(sha256)
                self._local.settle(sha256, "up")

    def _send(self, sha256: str) -> None:
        state = self._hub.blob_state(sha256)
        if state.complete:
            return
        data = self._local.read_blob(sha256)
        while not state.complete:
            self._tell("blobs_up", state.size, len(data))
            before, state = state, self._hub.put_blob(sha256, data, state.size, self._key)
            if not state.complete and state.size <= before.size:
                raise KnownError("sync.odd_answer")
        self._report.blobs_up += 1

    def down(self) -> None:
        """Fetch the blobs that changes from the hub name; some may not have come there yet."""
        owed = self._local.owed("down")
        for number, sha256 in enumerate(owed):
            self._tell("blobs_down", number, len(owed))
            with self._for_itself():
                self._fetch(sha256)

    def _fetch(self, sha256: str) -> None:
        state = self._hub.blob_state(sha256)
        if not state.complete:
            raise KnownError(MISSING)
        have = self._local.part_size(sha256)
        while have < state.size:
            part = self._hub.get_blob(sha256, have)
            if not part or have + len(part) > min(state.size, wire.BLOB_BYTES):
                raise KnownError("sync.odd_answer")
            self._local.add_part(sha256, part)
            have += len(part)
            self._tell("blobs_down", have, state.size)
        if self._local.finish(sha256):
            self._local.settle(sha256, "down")
            self._report.blobs_down += 1
        else:
            self._report.stuck += 1

    @contextmanager
    def _for_itself(self) -> Iterator[None]:
        try:
            yield
        except KnownError as error:
            if error.key == MISSING:
                self._report.coming += 1
            elif error.key in _OF_ONE:
                self._report.stuck += 1
            else:
                raise
