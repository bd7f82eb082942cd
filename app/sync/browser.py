"""Sign-in in the system's own browser: the answer comes to this computer itself (RFC 8252)."""

import hmac
import queue
import socketserver
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from string import Template
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import msgspec

from app.errors import KnownError
from app.sync import provider, wire
from app.texts import RESOURCES, Texts

# Seconds: to type a password and find the phone that confirms it; and to send one request.
PATIENCE_S = 300.0
_REQUEST_S = 10.0
# So often it is looked whether the user has cancelled.
_LOOK_S = 0.1
_LONGEST = 8192
_HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Connection": "close",
}
# What a page's upper edge says without words, in light and in dark.
_MARKS = {"well": ("#166347", "#8ed3b5"), "ill": ("#a8261d", "#f3a59e")}

Open = Callable[[str], bool]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What the provider sent by way of the browser: a code, or why there is none."""

    code: str = ""
    error: str = ""

    def __repr__(self) -> str:
        return "Answer(…)"


class Doorstep:
    """Listens on this computer for the one answer of a sign-in; use it as a context.

    Whatever else comes by is told that there is nothing here, and the wait goes on. Raises
    KnownError("sync.no_door").
    """

    def __init__(self, nonce: str, texts: Texts) -> None:
        self._texts = texts
        self._answers: queue.SimpleQueue[Answer] = queue.SimpleQueue()
        self._one = threading.Lock()
        self._answered = False
        try:
            self._server = _Server((provider.LOOPBACK_HOST, 0), _Handler)
        except OSError as error:
            raise KnownError("sync.no_door") from error
        self._server.door = self
        self.host = f"{provider.LOOPBACK_HOST}:{self._server.server_port}"
        redirect = f"http://{self.host}{provider.LOOPBACK_PATH}"
        self.pending = provider.begin(redirect, nonce)
        self.issuer = ""
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))

    def __enter__(self) -> "Doorstep":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def wait(
        self,
        patience_s: float = PATIENCE_S,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> str:
        """Return the code; KnownError "sync.browser_late", "sync.browser_cancelled".

        KnownError "hub.provider_denied" if the user said no there, "hub.provider_refused" if
        the provider did.
        """
        answer, until = None, time.monotonic() + patience_s
        while answer is None:
            if cancelled():
                raise KnownError("sync.browser_cancelled")
            if time.monotonic() >= until:
                raise KnownError("sync.browser_late")
            with suppress(queue.Empty):
                answer = self._answers.get(timeout=min(_LOOK_S, patience_s))
        if answer.error:
            denied = answer.error == "access_denied"
            raise KnownError("hub.provider_denied" if denied else "hub.provider_refused")
        return answer.code

    def take(self, host: str, target: str) -> tuple[int, str]:
        """Look at a request; return the status and the page's words for whoever sent it."""
        parts = urlsplit(target)
        if host != self.host or parts.path != provider.LOOPBACK_PATH or len(target) > _LONGEST:
            return 404, ""
        given = dict(parse_qsl(parts.query, max_num_fields=20))
        same = hmac.compare_digest(given.get("state", "").encode(), self.pending.state.encode())
        if not same or given.get("iss", self.issuer) != self.issuer:
            return 400, ""
        answer = Answer(code=given.get("code", ""), error=given.get("error", ""))
        if not answer.code and not answer.error:
            return 400, ""
        with self._one:
            if self._answered:
                return 404, ""
            self._answered = True
        self._answers.put(answer)
        return 200, "sync.browser_no" if answer.error else "sync.browser_yes"

    def page(self, key: str) -> bytes:
        """Return the page that the user sees in the browser afterwards."""
        template = Template((RESOURCES / "sync" / "answer.html").read_text(encoding="utf-8"))
        mark, dark = _MARKS["well" if key == "sync.browser_yes" else "ill"]
        title, said = self._texts.message(f"{key}_title"), self._texts.message(key)
        shown = {"title": title, "said": said, "mark": mark, "mark_dark": dark}
        return template.substitute(language=self._texts.language, **shown).encode()


class _Server(ThreadingHTTPServer):
    """One thread for each request: a browser opens connections on which it says nothing."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = False
    door: Doorstep

    def server_bind(self) -> None:
        """Bind without asking the network what this computer is called."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = provider.LOOPBACK_HOST, self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: what came stands in no log."""


class _Handler(BaseHTTPRequestHandler):
    """Answers one request and closes the line."""

    server: _Server
    timeout = _REQUEST_S

    def version_string(self) -> str:
        return "hjemmebesoeg"

    def log_message(self, format: str, *args: Any) -> None:
        """Log nothing: the code stands in the request."""

    def do_GET(self) -> None:
        """Take the answer if it is one."""
        door = self.server.door
        try:
            status, key = door.take(self.headers.get("Host", ""), self.path)
        except ValueError:
            status, key = 404, ""
        body = door.page(key) if key else b""
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def ask_user(
    where: wire.Provider,
    nonce: str,
    open_browser: Open,
    texts: Texts,
    cancelled: Callable[[], bool] = lambda: False,
    patience_s: float = PATIENCE_S,
) -> wire.Proof:
    """Let the user sign in in the browser; return what the hub exchanges.

    Raises KnownError "sync.browser_…", "sync.no_door", "sync.odd_answer", and as Doorstep.wait.
    """
    if not provider.is_safe(where.authorize):
        raise KnownError("sync.odd_answer")
    with Doorstep(nonce, texts) as door:
        door.issuer = where.issuer
        if not open_browser(provider.address(where, door.pending)):
            raise KnownError("sync.browser_closed")
        code = door.wait(patience_s, cancelled)
        pending = door.pending
    return wire.Proof(code=code, verifier=pending.verifier, redirect=pending.redirect)
