"""A hub in a process of its own, as in life, and what it and this process cost in time."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from argon2 import PasswordHasher

from app.hub.hub import Hub
from app.hub.identity import find_key

PASSWORD = "kun til at måle med"
TEAM = "Måling"
_PATIENCE_S = 30
_HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class Served(NamedTuple):
    """A hub that listens: its address, and the process it runs in."""

    url: str
    pid: int

    def cpu_ms(self) -> float:
        """Return how long the hub's process has worked so far; 0 where nobody can tell."""
        try:
            threads = list(Path(f"/proc/{self.pid}/task").iterdir())
            spent = [int((each / "schedstat").read_text().split()[0]) for each in threads]
        except (OSError, ValueError):
            return 0.0
        return sum(spent) / 1e6


def own_cpu_ms() -> float:
    """Return how long this process has worked so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return (used.ru_utime + used.ru_stime) * 1000


def codes(folder: Path, logins: Sequence[str], database: str = "") -> list[str]:
    """Make users of one team who are not there yet; return a code for a computer of each.

    Their password costs nothing to check: what is measured is not the price of a guess.
    """
    key = find_key(folder, {}).key
    with Hub(folder, key, database, hasher=_HASHER) as hub:
        known = {each.login for each in hub.users.all()}
        if TEAM not in {name for name, _ in hub.users.teams()}:
            hub.users.add_team(TEAM)
        for login in dict.fromkeys(logins):
            if login not in known:
                hub.users.add(login, login, "visitator", PASSWORD)
                hub.users.join(login, TEAM)
        return [hub.devices.invite(login) for login in logins]


@contextmanager
def served(folder: Path, database: str = "") -> Iterator[Served]:
    """Serve a hub with the command that serves it in life, on a free port of loopback."""
    command = [sys.executable, "-m", "app.hub", "serve", "--port", "0", "--data-dir", str(folder)]
    command += ["--database", database] if database else []
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    with ended(process):
        said = process.stdout.readline() if process.stdout else ""
        words = [word for word in said.split() if word.startswith("http://")]
        if not words:
            raise SystemExit(f"the hub did not start: {said}")
        yield Served(words[0].rstrip(".,"), process.pid)


@contextmanager
def ended(process: "subprocess.Popen[Any]") -> Iterator[None]:
    """End a process that was started here, whatever happens meanwhile."""
    try:
        yield
    finally:
        _end(process)


def _end(process: "subprocess.Popen[Any]") -> None:
    if process.poll() is None:
        os.kill(process.pid, signal.SIGINT)
        try:
            process.wait(_PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    if process.stdout is not None:
        process.stdout.close()
