"""Erases what the law wants erased, and tells the hub once it is gone from here."""

from collections.abc import Sequence

import msgspec

from app.errors import KnownError
from app.sync.local import LocalSide
from app.sync.rounds import Report
from app.sync.transport import Transport
from app.sync.wire import ERASED_SCOPES

# What is still to be erased, and what was and the hub does not know it yet.
ERASING, ERASED = "sync.erasing", "sync.erased"


class Eraser:
    """Erases for one round; what it owes outlives the round."""

    def __init__(self, local: LocalSide, report: Report) -> None:
        self._local = local
        self._report = report

    def erase(self, scopes: Sequence[str]) -> None:
        """Erase scopes, before it counts as read; unsent words go first and are sent before."""
        kept = [scope for scope in scopes if not self._erased(scope)]
        if kept:
            self._remember(ERASING, {*kept, *self._recall(ERASING)})

    def at_last(self) -> None:
        """Erase what had to wait until its last words were sent."""
        waiting = self._recall(ERASING)
        kept = {scope for scope in waiting if not self._erased(scope)}
        if kept != waiting:
            self._remember(ERASING, kept)

    def _erased(self, scope: str) -> bool:
        gone = self._local.erase(scope)
        self._report.erased += gone
        if gone:
            self._remember(ERASED, {scope, *self._recall(ERASED)})
        return gone

    def confirm(self, hub: Transport) -> None:
        """Tell the hub what was erased here; a hub that does not ask for it is told later."""
        owed = sorted(self._recall(ERASED))
        try:
            for start in range(0, len(owed), ERASED_SCOPES):
                hub.confirm_erased(owed[start : start + ERASED_SCOPES])
        except KnownError as error:
            if error.key not in ("hub.no_such_page", "sync.not_a_hub"):
                raise
        else:
            if owed:
                self._remember(ERASED, set())

    def _recall(self, name: str) -> set[str]:
        return set(msgspec.json.decode(self._local.recall(name) or "[]", type=list[str]))

    def _remember(self, name: str, scopes: set[str]) -> None:
        self._local.remember(name, msgspec.json.encode(sorted(scopes)).decode())
