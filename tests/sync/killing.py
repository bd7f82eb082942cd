"""Starts programs that die when they are told to, and kills them when they are not."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from app.hub.identity import KEY_VARIABLE
from app.store.keys import DataKey

DEADLY = Path(__file__).with_name("deadly.py")
ROOT = DEADLY.parents[2]
KILLED = -signal.SIGKILL


class Nursery:
    """A process in which all is read that programs need, so that each begins at once."""

    def __init__(self) -> None:
        where = {**os.environ, "PYTHONPATH": str(ROOT)}
        self._process = subprocess.Popen(
            [sys.executable, str(DEADLY)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=where,
        )
        self._living: set[int] = set()

    def _tell(self, **order: Any) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()

    def _hear(self, what: str) -> Any:
        """Return what the nursery says; what the programs say stands between."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith("{"):
                return json.loads(line)[what]
        raise AssertionError("the nursery is gone")

    def _start(self, **order: Any) -> int:
        self._tell(**order)
        number = int(self._hear("started"))
        self._living.add(number)
        return number

    def wait(self, number: int) -> int:
        """Wait for a program's end and return its code: KILLED, or 0."""
        self._tell(wait=number)
        self._living.discard(number)
        return int(self._hear("ended"))

    def kill(self, number: int) -> None:
        """Let a program die now, whatever it does."""
        if number in self._living:
            os.kill(number, signal.SIGKILL)
            self.wait(number)

    def sync(self, folder: Path, at: int) -> int:
        """Let a laptop sync that dies at its `at`-th statement; return how it ended."""
        return self.wait(self._start(laptop=str(folder), at=at))

    def serve(self, hub: list[str], key: DataKey, at: int = 0) -> int:
        """Let a hub serve that dies at its `at`-th statement; return its number."""
        number = self._start(
            hub=["serve", *hub], at=at, variables={KEY_VARIABLE: (key.key + key.salt).hex()}
        )
        assert self._process.stdout is not None
        while "http" not in (said := self._process.stdout.readline()):
            assert said
        return number

    def end(self) -> None:
        """Let go of everything."""
        for number in tuple(self._living):
            self.kill(number)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


@contextmanager
def nursery() -> Iterator[Nursery]:
    """Keep a nursery for a while."""
    made = Nursery()
    try:
        yield made
    finally:
        with suppress(BrokenPipeError):
            made.end()


def free_port() -> tuple[socket.socket, int]:
    """Return a port that nobody else is given while the socket is held."""
    held = socket.socket()
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    held.bind(("127.0.0.1", 0))
    return held, int(held.getsockname()[1])
