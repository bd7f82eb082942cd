"""Serves a hub: one process, with its own certificate or behind a proxy."""

import argparse
import socket
import ssl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address

import uvicorn

from app.errors import KnownError
from app.hub.ageing import Daily
from app.hub.hub import Hub
from app.hub.identity import hub_name
from app.texts import Texts

# So many requests may be under way; more are told to come back.
_AT_ONCE = 200
_PATIENCE_S = 20
# A laptop that takes a page in asks for the next one on the same connection, however slow it is.
_IDLE_S = 75


def serve(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    """Serve until somebody stops it; say first what it is and where.

    Raises KnownError "hub.port_taken", "hub.no_certificate".
    """
    from app.hub.http import make_app

    hub_name(hub.room, options.name)
    hub.blobs.places.check()
    secured = _certificate(options)
    with door_at(options.host, options.port) as door:
        config = uvicorn.Config(
            make_app(hub),
            log_config=None,
            access_log=False,
            lifespan="off",
            server_header=False,
            limit_concurrency=_AT_ONCE,
            timeout_keep_alive=_IDLE_S,
            timeout_graceful_shutdown=_PATIENCE_S,
            proxy_headers=bool(options.proxy),
            forwarded_allow_ips=options.proxy or None,
            ssl_certfile=options.certificate,
            ssl_keyfile=options.key,
        )
        scheme = "https" if secured else "http"
        where = f"{scheme}://{options.host}:{door.getsockname()[1]}"
        print(texts.message("hub.serving", where=where, hub=hub.id), flush=True)
        if not secured and not _is_loopback(options.host):
            print(texts.message("hub.no_tls"), file=sys.stderr, flush=True)
        with Daily(hub.ageing):
            uvicorn.Server(config).run(sockets=[door])
    return 0


def _certificate(options: argparse.Namespace) -> bool:
    """Tell whether there is a certificate, once it was seen to fit its key."""
    if options.certificate is None and options.key is None:
        return False
    try:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate, options.key)
    except (OSError, TypeError, ValueError):
        raise KnownError("hub.no_certificate") from None
    return True


@contextmanager
def door_at(host: str, port: int) -> Iterator[socket.socket]:
    """Listen at an address while it is needed; KnownError("hub.port_taken")."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        made = socket.create_server((host, port), family=family, backlog=256)
    except (OSError, OverflowError):
        raise KnownError("hub.port_taken", port=port) from None
    # Read anew it knows that it is TCP: only then does the event loop send each answer at once,
    # and not when the last bytes were acknowledged, 40 ms later.
    with socket.socket(fileno=made.detach()) as door:
        yield door


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
