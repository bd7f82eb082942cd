"""The hub over HTTP: routes, limits, and who may ask; what is done is done by the Hub."""

import base64
import binascii
import re
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from litestar import Litestar, Response, Router, get, head, post, put
from litestar.config.compression import CompressionConfig
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import (
    OpenAPIMediaType,
    OpenAPIType,
    Operation,
    Reference,
    RequestBody,
    Schema,
)
from litestar.params import FromPath, HeaderParameter, JSONBody, QueryParameter, RawBody

from app.errors import KnownError
from app.hub import http_keeping, http_seals
from app.hub.admin.pages import PREFIX as ADMIN
from app.hub.admin.routes import admin_pages
from app.hub.admin.web import Office
from app.hub.asking import Asked, caller_of, hub_of
from app.hub.http_answers import answer_errors, say_time, unzip
from app.hub.hub import Hub
from app.hub.room import Caller
from app.sync import wire

SMALL_BODY = 64 * 1024
_CONTENT_RANGE = re.compile(r"bytes (\d{1,15})-(\d{1,15})/(\d{1,15})")
_RANGE = re.compile(r"bytes=(\d{1,15})-(\d{0,15})")
_BEARER = "Bearer "


class RawPush(msgspec.Struct, frozen=True, kw_only=True):
    """A push whose actions are read one by one: one that makes no sense stops no other."""

    actions: tuple[msgspec.Raw, ...]


def _token(request: ASGIConnection[Any, Any, Any, Any]) -> str:
    given = request.headers.get("authorization", "")
    if not given.startswith(_BEARER):
        raise KnownError("hub.not_signed_in")
    return given.removeprefix(_BEARER)


async def _signed_in(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Let in whoever has a token; before anything of the body is read."""
    from litestar.concurrency import sync_to_thread

    token = _token(connection)
    connection.state.caller = await sync_to_thread(hub_of(connection).devices.identify, token)


def _may_read(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    caller: Caller = connection.state.caller
    if caller.only_sends:
        raise KnownError("hub.only_sends")


def _origin(request: Asked) -> str:
    return request.client.host if request.client else ""


@get("/hub", sync_to_thread=True)
def hello(request: Asked, nonce: Annotated[str, QueryParameter(max_length=200)] = "") -> wire.Hello:
    """Say which hub this is."""
    return hub_of(request).hello(_base64(nonce))


@get("/provider", sync_to_thread=True)
def provider(request: Asked) -> wire.Provider:
    """Say where the municipality's users sign in."""
    return hub_of(request).sign_ins.for_laptops()


@post("/devices", sync_to_thread=True, request_max_body_size=SMALL_BODY, status_code=200)
def enrol(request: Asked, data: JSONBody[wire.Enrol]) -> wire.Enrolled:
    """Take a computer in."""
    return hub_of(request).enrol(data, _origin(request))


@post("/sessions/challenge", sync_to_thread=True, request_max_body_size=SMALL_BODY, status_code=200)
def challenge(request: Asked, data: JSONBody[wire.Knock]) -> wire.Challenge:
    """Give a computer something to sign."""
    return wire.Challenge(nonce=hub_of(request).devices.challenge(data.device))


@post("/sessions", sync_to_thread=True, request_max_body_size=SMALL_BODY, status_code=200)
def sign_in(request: Asked, data: JSONBody[wire.SignIn]) -> wire.SignedIn:
    """Begin a session."""
    return hub_of(request).devices.sign_in(data)


@get("/me", sync_to_thread=False)
def me(request: Asked) -> wire.Me:
    """Say who the caller is."""
    caller = caller_of(request)
    teams = tuple(caller.teams.values())
    return wire.Me(user=caller.user, name=caller.name, role=caller.role, teams=teams)


@dataclass
class _Pushing(Operation):
    """Says in the schema what the handler reads by itself."""

    def __post_init__(self) -> None:
        actions = Schema(type=OpenAPIType.ARRAY, items=Reference(ref="#/components/schemas/Parcel"))
        whole = Schema(
            type=OpenAPIType.OBJECT, properties={"actions": actions}, required=["actions"]
        )
        content = {"application/json": OpenAPIMediaType(schema=whole)}
        self.request_body = RequestBody(content=content, required=True)


@post(
    "/changes",
    sync_to_thread=True,
    request_max_body_size=wire.BODY_BYTES,
    status_code=200,
    operation_class=_Pushing,
)
def push(
    request: Asked,
    body: RawBody,
    signature: Annotated[str, HeaderParameter(name=wire.SIGNATURE_HEADER, max_length=200)],
) -> wire.PushAnswer:
    """Take in actions; the signature is over the body before it was compressed."""
    try:
        actions = [bytes(each) for each in msgspec.json.decode(body, type=RawPush).actions]
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise KnownError("hub.bad_request") from None
    token, signed = _token(request), _base64(signature)
    return wire.PushAnswer(
        answers=hub_of(request).push(caller_of(request), token, body, signed, actions)
    )


@get("/changes", sync_to_thread=True)
def changes(
    request: Asked,
    after: Annotated[str, QueryParameter(max_length=100)] = "",
    limit: Annotated[int, QueryParameter(ge=1, le=wire.PAGE_CHANGES)] = wire.PAGE_CHANGES,
    have: Annotated[str, QueryParameter(max_length=1100)] = "",
) -> wire.Page:
    """Give what is new for the caller's user, but for what the computer says it has."""
    try:
        known = wire.read_have(have)
    except ValueError:
        raise KnownError("hub.bad_request") from None
    return hub_of(request).feeds.page(caller_of(request), after, limit, known)


@get("/digest", sync_to_thread=True)
def digest(request: Asked) -> wire.Digest:
    """Say what is here of the chains of the caller's user."""
    return hub_of(request).digest(caller_of(request))


@head("/blobs/{sha256:str}", sync_to_thread=True)
def blob_state(request: Asked, sha256: FromPath[str]) -> None:
    """Say in headers how far an upload has come."""
    state = hub_of(request).blobs.state(caller_of(request), sha256)
    _say_state(request, state)


@put("/blobs/{sha256:str}", sync_to_thread=True, request_max_body_size=wire.PART_BYTES)
def blob_put(
    request: Asked,
    sha256: FromPath[str],
    body: RawBody,
    content_range: Annotated[str, HeaderParameter(name="Content-Range", max_length=100)] = "",
) -> wire.BlobState:
    """Take a part of a blob, or all of it."""
    start, total = 0, len(body)
    if content_range:
        found = _CONTENT_RANGE.fullmatch(content_range)
        if found is None:
            raise KnownError("hub.bad_request")
        start, last, total = map(int, found.groups())
        if last - start + 1 != len(body):
            raise KnownError("hub.bad_request")
    state = hub_of(request).blobs.put(caller_of(request), sha256, start, total, body)
    _say_state(request, state)
    return state


@get("/blobs/{sha256:str}", sync_to_thread=True, media_type="application/octet-stream")
def blob_get(request: Asked, sha256: FromPath[str]) -> Response[bytes]:
    """Give a blob, or a range of it."""
    start, end = 0, None
    given = request.headers.get("range", "")
    if given:
        found = _RANGE.fullmatch(given)
        if found is None:
            raise KnownError("hub.bad_request")
        start, end = int(found[1]), int(found[2]) + 1 if found[2] else None
    piece = hub_of(request).blobs.get(caller_of(request), sha256, start, end)
    headers = {"Accept-Ranges": "bytes"}
    if given:
        last = piece.start + len(piece.data) - 1
        headers["Content-Range"] = f"bytes {piece.start}-{last}/{piece.size}"
    return Response(piece.data, status_code=206 if given else 200, headers=headers)


def _say_state(request: Asked, state: wire.BlobState) -> None:
    request.state.headers = {
        wire.OFFSET_HEADER: str(state.size),
        wire.COMPLETE_HEADER: "?1" if state.complete else "?0",
    }


@get("/standards", sync_to_thread=True)
def standards(request: Asked) -> tuple[wire.StandardInfo, ...]:
    """List the quality standards."""
    return hub_of(request).standards.all()


@get("/standards/{name:str}/{version:str}", sync_to_thread=True, media_type="text/plain")
def standard(request: Asked, name: FromPath[str], version: FromPath[str]) -> str:
    """Give a quality standard's file."""
    return hub_of(request).standards.get(name, version)


@post("/search", sync_to_thread=True, request_max_body_size=SMALL_BODY, status_code=200)
def search(request: Asked, data: JSONBody[wire.Search]) -> tuple[wire.Found, ...]:
    """Find citizens of the caller's teams; what is looked for stands in no address."""
    return hub_of(request).cases.search(caller_of(request), data.text)


@post(
    "/cases/{case:str}/open",
    sync_to_thread=True,
    request_max_body_size=SMALL_BODY,
    status_code=200,
)
def open_case(request: Asked, case: FromPath[str], data: JSONBody[wire.OpenCase]) -> wire.Done:
    """Give the caller's user a case of the user's teams."""
    hub_of(request).cases.open(caller_of(request), case, data.why)
    return wire.Done()


@get("/cases/{case:str}/history", sync_to_thread=True)
def history(
    request: Asked,
    case: FromPath[str],
    after: Annotated[str, QueryParameter(max_length=20)] = "",
) -> wire.History:
    """Give a part of the whole history of a case that the caller's user has."""
    return hub_of(request).feeds.history(caller_of(request), case, after)


def _base64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise KnownError("hub.bad_request") from None


PUBLIC = (hello, provider, enrol, challenge, sign_in, *http_keeping.PUBLIC)
# What a computer that was away for long does not get.
READING = (changes, blob_get, search, open_case, history)
SIGNED_IN = (
    me,
    push,
    digest,
    blob_state,
    blob_put,
    standards,
    standard,
    *http_keeping.SIGNED_IN,
    *http_seals.SIGNED_IN,
)


def make_app(hub: Hub) -> Litestar:
    """Return the ASGI application of a hub; it closes no hub."""
    inside = Router("/", route_handlers=SIGNED_IN, guards=[_signed_in])
    reading = Router("/", route_handlers=READING, guards=[_signed_in, _may_read])
    app = Litestar(
        route_handlers=[
            Router(wire.PREFIX, route_handlers=[*PUBLIC, inside, reading]),
            admin_pages(),
        ],
        openapi_config=OpenAPIConfig(
            title="Hjemmebesøg",
            version=str(wire.API),
            path="/schema",
            render_plugins=[JsonRenderPlugin()],
            use_handler_docstrings=True,
        ),
        exception_handlers=answer_errors(hub.room.clock),
        middleware=[unzip],
        before_send=[say_time(hub.room.clock)],
        compression_config=CompressionConfig(
            backend="gzip",
            minimum_size=wire.COMPRESS_OVER,
            gzip_compress_level=5,
            exclude=[f"{wire.PREFIX}/blobs", ADMIN],
        ),
        logging_config=None,
        request_max_body_size=SMALL_BODY,
        debug=False,
        pdb_on_exception=False,
    )
    app.state.hub = hub
    app.state.admin = Office(hub)
    return app
