"""Which commands of the administration are noted as acts, as the pages' own are, and about what.

Whoever may give commands at the server has no name there: such an act is nobody's by login.
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from app.hub.hub import Hub

# The word of the act, and which arguments say what it is about and why.
_ACTS: dict[tuple[str, str], tuple[str, str, str]] = {
    ("user", "add"): ("user_added", "login", "role"),
    ("user", "password"): ("password_set", "login", ""),
    ("user", "role"): ("role", "login", "role"),
    ("user", "close"): ("user_closed", "login", ""),
    ("user", "open"): ("user_opened", "login", ""),
    ("user", "bind"): ("provider", "login", ""),
    ("team", "add"): ("team_added", "name", ""),
    ("team", "rename"): ("team_renamed", "name", "new"),
    ("team", "member"): ("joined", "login", "name"),
    ("device", "invite"): ("invited", "login", ""),
    ("device", "revoke"): ("revoked", "device", "why"),
    ("device", "readmit"): ("readmitted", "device", ""),
    ("standard", "add"): ("standard_added", "", ""),
    ("case", "move"): ("case_moved", "case", "team"),
    ("case", "erase"): ("case_erased", "case", "why"),
    ("quarantine", "again"): ("offered_again", "number", ""),
    ("quarantine", "drop"): ("dropped", "number", "why"),
    ("parked", "take"): ("parked_taken", "lot", ""),
    ("parked", "add"): ("parked_added", "", ""),
    ("retention", "set"): ("retention", "what", "days"),
    ("provider", "set"): ("provider_set", "issuer", ""),
    ("provider", "remove"): ("provider_removed", "", ""),
    ("authority", "new"): ("authority", "organisation", ""),
    ("authority", "use"): ("authority", "", ""),
}


@contextmanager
def noted(hub: Hub, options: argparse.Namespace) -> Iterator[None]:
    """Note what a command does, in the transaction that does it; reading is not noted."""
    found = _ACTS.get((options.command, getattr(options, "action", "")))
    if found is None:
        yield
        return
    what, about, why = found
    if what == "joined" and options.leave:
        what = "left"
    said = [str(getattr(options, name)) if name else "" for name in (about, why)]
    if about == "device":
        said[0] = _computer(hub, said[0])
    with hub.acts.doing(None, what, *said):
        yield


def _computer(hub: Hub, which: str) -> str:
    """Return what a list calls a computer: its user's login and its name."""
    found = next((each for each in hub.devices.all() if each.id == which), None)
    return f"{found.login}: {found.name}" if found is not None else which
