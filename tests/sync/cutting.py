"""A proxy that lets so many bytes through, both ways together, and then cuts the line."""

import contextlib
import selectors
import socket
import threading
from typing import Any

PIECE = 65536


class Cutting:
    """Forwards to a hub; `allow` says after how many bytes everything is cut."""

    def __init__(self, target: str) -> None:
        host, _, port = target.rpartition("//")[2].partition(":")
        self._target = (host, int(port))
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self._left: int | None = None
        self.passed = 0
        self._lines: list[threading.Thread] = []
        self._ending = False
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def allow(self, count: int | None) -> None:
        """Let so many bytes through from now on; None for all."""
        self._lines = [line for line in self._lines if line.is_alive()]
        self._left, self.passed = count, 0

    def end(self) -> None:
        """Let go of the port."""
        self._ending = True
        socket.create_connection(self._listening.getsockname()).close()
        self._thread.join()
        self._listening.close()
        for line in self._lines:
            line.join()

    def _serve(self) -> None:
        while True:
            near, _ = self._listening.accept()
            if self._ending:
                near.close()
                return
            line = threading.Thread(target=self._carry, args=(near,), daemon=True)
            self._lines.append(line)
            line.start()

    def _carry(self, near: socket.socket) -> None:
        far = socket.create_connection(self._target)
        for line in (near, far):
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with near, far, selectors.DefaultSelector() as ready:
            ready.register(near, selectors.EVENT_READ, far)
            ready.register(far, selectors.EVENT_READ, near)
            with contextlib.suppress(OSError):
                while self._forward(ready.select()):
                    pass

    def _forward(self, events: list[Any]) -> bool:
        for key, _ in events:
            wanted = PIECE if self._left is None else min(PIECE, self._left - self.passed)
            data = key.fileobj.recv(wanted) if wanted > 0 else b""
            if not data:
                return False
            self.passed += len(data)
            key.data.sendall(data)
            if self._left is not None and self.passed >= self._left:
                return False
        return True
