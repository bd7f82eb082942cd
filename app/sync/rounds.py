"""What one round of sync is about: who is who, how far it has come, and what came of it."""

from collections.abc import Callable
from typing import Literal

import msgspec

Step = Literal["sign_in", "check", "send", "receive", "blobs_up", "blobs_down", "standards"]


class Enrolment(msgspec.Struct, frozen=True, kw_only=True):
    """This computer at its hub: `hub` is who it is pinned to, `private` its own secret key."""

    url: str
    device: str
    user: str
    user_name: str
    hub: str
    hub_key: bytes
    private: bytes

    def __repr__(self) -> str:
        return "Enrolment(…)"


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far a round has come: `done` of `total` changes, bytes or files; None if not known."""

    step: Step
    done: int = 0
    total: int | None = None


class Report(msgspec.Struct, kw_only=True):
    """What a round did: changes, blobs and standards; and what was left undone, and why.

    `taken` are changes that the hub has now, `refused` actions that it would not take.
    `received` are changes that were new here, `aside` actions that could not be taken in;
    `returned` are cases that had left this computer and are here again.
    `coming` are blobs that lie on no computer that has met the hub yet, `stuck` those that
    could not be carried over. `skew_s` is how far the hub's clock is ahead, in seconds.
    """

    taken: int = 0
    refused: int = 0
    received: int = 0
    aside: int = 0
    erased: int = 0
    returned: int = 0
    blobs_up: int = 0
    blobs_down: int = 0
    coming: int = 0
    stuck: int = 0
    standards: int = 0
    skew_s: int = 0
    cancelled: bool = False


Listener = Callable[[Progress], None]
