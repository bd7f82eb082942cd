"""The commands that meet the hub without a window: enrol and sync."""

import argparse
import os
import sys
import webbrowser
from functools import partial
from pathlib import Path

from app.clock import local
from app.errors import KnownError
from app.sync.rounds import Report
from app.texts import Texts
from app.workflow import syncing
from app.workflow.enrolling import enrol_in_browser, knows_provider
from app.workflow.session import Session

# The one-time code, and the user's own password at the hub.
CODE_VARIABLE = "HJEMMEBESOEG_CODE"
PASSWORD_VARIABLE = "HJEMMEBESOEG_HUB_PASSWORD"  # noqa: S105 - the variable's name, no secret


def enrol(options: argparse.Namespace, session: Session, texts: Texts) -> int:
    """Let the hub take this computer in: by a password if there is one, or in the browser."""
    code = _secret(options.code_file, CODE_VARIABLE)
    given = options.password_file is not None or os.environ.get(PASSWORD_VARIABLE)
    if not given and knows_provider(session, options.url):
        made = enrol_in_browser(session, options.url, code, partial(_open, texts))
    else:
        password = _secret(options.password_file, PASSWORD_VARIABLE)
        made = syncing.enrol(session, options.url, code, password)
    print(texts.message("sync.enrolled", user=made.user_name))
    return 0


def _open(texts: Texts, address: str) -> bool:
    """Open a page in the system's browser; who is told the address may open it elsewhere."""
    print(texts.message("sync.browser_opened", address=address), file=sys.stderr, flush=True)
    webbrowser.open(address)
    return True


def sync(session: Session, texts: Texts) -> int:
    """Do one round and say the numbers; 1 if something was refused or could not be taken in."""
    report = syncing.sync_now(session)
    state = syncing.state(session)
    _say_numbers(report, state, texts)
    for refused in state.refused:
        told = {"action": refused.label or refused.action, "count": refused.size}
        day, why = f"{local(refused.since):%d-%m-%Y %H.%M}", texts.error(refused.error)
        print(texts.message("sync.refused", **told, day=day, why=why), file=sys.stderr)
    if state.aside:
        print(texts.message("sync.aside", count=state.aside), file=sys.stderr)
    return 1 if state.refused or state.aside else 0


def _say_numbers(report: Report, state: syncing.SyncState, texts: Texts) -> None:
    numbers = {
        "taken": report.taken,
        "received": report.received,
        "up": report.blobs_up,
        "down": report.blobs_down,
        "left": state.blobs_up + state.blobs_down,
        "here_only": state.here_only,
        "at_hub": state.at_hub,
    }
    print(texts.message("sync.report", **numbers))
    if state.conflicts:
        print(texts.message("sync.conflicts", count=state.conflicts))
    if state.clock_is_off:
        print(texts.message("sync.clock", minutes=round(abs(state.skew_s) / 60)))


def _secret(path: Path | None, variable: str) -> str:
    if path is not None:
        try:
            return path.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise KnownError("start.no_passphrase", variable=path.name) from error
    secret = os.environ.get(variable, "")
    if not secret:
        raise KnownError("start.no_passphrase", variable=variable)
    return secret
