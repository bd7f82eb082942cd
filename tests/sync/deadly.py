"""Forks programs that kill themselves at a statement: laptops that sync and hubs that serve."""

import itertools
import json
import os
import signal
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from app.clock import system_clock
from app.errors import KnownError
from app.hub.__main__ import main as hub_main
from app.store.store import Store
from app.workflow import syncing
from app.workflow.session import Session
from tests.scribe import PASSPHRASE

# What the programs need, read once for all of them.
for needed in ("app.hub.commands", "app.hub.http", "app.hub.serve"):
    import_module(needed)
WRITING = ("BEGIN", "INSERT", "UPDATE", "DELETE", "REPLACE", "COMMIT")


def arm(at: int) -> None:
    """Die, as by the power, just before the `at`-th statement that writes; never if it is 0."""
    numbers: Iterator[int] = itertools.count(1)

    def traced(sql: str) -> None:
        if sql.lstrip().upper().startswith(WRITING) and next(numbers) == at:
            os.kill(os.getpid(), signal.SIGKILL)

    def connected(raw: Any, _: object) -> None:
        if hasattr(raw, "set_trace_callback"):
            raw.set_trace_callback(traced)

    sa.event.listen(sa.Engine, "connect", connected)


def sync(folder: str) -> None:
    """Do one round, as `python -m app sync` does."""
    session = Session(Store.open(Path(folder), PASSPHRASE), system_clock)
    try:
        syncing.sync_now(session)
    except KnownError as error:
        print(error.key, flush=True)
    session.close()


def child(order: dict[str, Any]) -> None:
    """Do what was ordered, in a process of its own."""
    arm(order["at"])
    os.environ.update(order.get("variables", {}))
    if "hub" in order:
        hub_main(order["hub"])
    else:
        sync(order["laptop"])


def main() -> None:
    """Fork a program for each line that comes; say its number, and how it ended if asked."""
    for line in sys.stdin:
        order = json.loads(line)
        if "wait" in order:
            _, status = os.waitpid(order["wait"], 0)
            print(json.dumps({"ended": os.waitstatus_to_exitcode(status)}), flush=True)
            continue
        number = os.fork()
        if number == 0:
            try:
                child(order)
            finally:
                os._exit(0)
        print(json.dumps({"started": number}), flush=True)


if __name__ == "__main__":
    main()
