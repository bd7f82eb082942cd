"""What every answer of the hub has in common: its time, its errors, and bodies that are zipped."""

import zlib
from collections.abc import Callable
from typing import Any

from litestar import Request, Response
from litestar.datastructures import MutableScopeHeaders
from litestar.exceptions import HTTPException
from litestar.types import ASGIApp, ExceptionHandler, Message, Receive, Scope, Send

from app.clock import Clock
from app.crashes import tell
from app.errors import KnownError
from app.sync.revoking import Revoked
from app.sync.wire import TIME_HEADER, Problem, Revocation

# The statuses of errors; every other known one is 400, and one of the store 503.
STATUS = {
    "hub.not_signed_in": 401,
    "hub.bad_signature": 403,
    "hub.revoked": 403,
    "hub.gone": 403,
    "hub.only_sends": 403,
    "hub.not_revoked": 403,
    "hub.reader_only": 403,
    "hub.not_yours": 403,
    "hub.bad_code": 403,
    "hub.wrong_password": 403,
    "hub.provider_refused": 403,
    "hub.provider_unknown": 403,
    "hub.provider_other": 403,
    "hub.closed_user": 403,
    "hub.no_provider": 404,
    "hub.provider_odd": 502,
    "hub.provider_away": 503,
    "hub.no_authority": 404,
    "hub.not_sealed": 422,
    "hub.no_case": 404,
    "hub.no_standard": 404,
    "hub.blob_missing": 404,
    "hub.unknown_cursor": 409,
    "hub.blob_offset": 409,
    "hub.too_large": 413,
    "hub.too_many_changes": 413,
    "hub.blob_too_large": 413,
    "hub.blob_range": 416,
    "hub.blob_place": 503,
    "hub.blob_damaged": 422,
    "hub.too_many_attempts": 429,
    "hub.blob_too_many": 429,
}
_BY_STATUS = {404: "hub.no_such_page", 405: "hub.no_such_page", 413: "hub.too_large"}
_PIECE = 1024 * 1024


def answer_errors(clock: Clock) -> "dict[int | type[Exception], ExceptionHandler[Any]]":
    """Return what answers errors: with the key of a sentence, and nothing of what was sent."""

    def answer(
        status: int, key: str, params: dict[str, str | int], said: Revocation | None = None
    ) -> Response[Problem]:
        problem = Problem(key=key, params=params, server_time=clock(), revocation=said)
        return Response(problem, status_code=status, media_type="application/json")

    def known(_: Request[Any, Any, Any], error: KnownError) -> Response[Problem]:
        status = 503 if error.key.startswith("store.") else STATUS.get(error.key, 400)
        params = {name: p if isinstance(p, int) else str(p) for name, p in error.params.items()}
        said = error.revocation if isinstance(error, Revoked) else None
        return answer(status, error.key, params, said)

    def refused(_: Request[Any, Any, Any], error: HTTPException) -> Response[Problem]:
        status = error.status_code
        if status >= 500:
            tell(error)
            return answer(status, "hub.failed", {})
        return answer(status, _BY_STATUS.get(status, "hub.bad_request"), {})

    def unknown(_: Request[Any, Any, Any], error: Exception) -> Response[Problem]:
        tell(error)
        return answer(500, "hub.failed", {})

    return {KnownError: known, HTTPException: refused, Exception: unknown}


def say_time(clock: Clock) -> Callable[[Message, Scope], Any]:
    """Return what gives every answer the hub's time, and the headers that its handler left."""

    async def before_send(message: Message, scope: Scope) -> None:
        if message["type"] == "http.response.start":
            headers = MutableScopeHeaders.from_message(message)
            headers[TIME_HEADER] = clock().isoformat().replace("+00:00", "Z")
            headers["Cache-Control"] = "no-store"
            more: dict[str, str] = scope.get("state", {}).get("headers", {})
            for name, value in more.items():
                headers[name] = value

    return before_send


def unzip(app: ASGIApp) -> ASGIApp:
    """Give the application bodies as they were before they were compressed.

    Piece by piece, as they are asked for: whoever may not send anything unpacks nothing, and a
    body that grows beyond the limit is refused before it is whole.
    """

    async def unzipped(scope: Scope, receive: Receive, send: Send) -> None:
        headers = MutableScopeHeaders(scope)
        encoding = headers.get("content-encoding", "")
        receive = _until_hung_up(receive)
        if not encoding:
            await app(scope, receive, send)
            return
        if encoding != "gzip":
            raise KnownError("hub.bad_request")
        del headers["content-encoding"]
        headers.pop("content-length", None)
        await app(scope, _Unzip(receive), send)

    return unzipped


def _until_hung_up(receive: Receive) -> Receive:
    """Receive what comes; whoever hangs up within a body is no fault of this program."""

    async def received() -> Any:
        event = await receive()
        if event["type"] == "http.disconnect":
            raise KnownError("hub.bad_request")
        return event

    return received


class _Unzip:
    """Receives a compressed body and gives it unpacked, at most a megabyte at a time."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._inflate = zlib.decompressobj(wbits=31)
        self._packed = b""
        self._more = True

    async def __call__(self) -> Any:
        """Return the next event of the request."""
        while not self._packed and self._more:
            event: Any = await self._receive()
            self._packed, self._more = event["body"], event.get("more_body", False)
        try:
            body = self._inflate.decompress(self._packed, _PIECE)
        except zlib.error:
            raise KnownError("hub.bad_request") from None
        self._packed = self._inflate.unconsumed_tail
        going_on = bool(self._packed) or self._more
        if not going_on and not self._inflate.eof:
            raise KnownError("hub.bad_request")
        return {"type": "http.request", "body": body, "more_body": going_on}
