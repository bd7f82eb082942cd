"""A small OpenID provider on loopback: authlib's own, which may be told to misbehave."""

import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749 import AuthorizationCodeMixin, ClientMixin
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oidc.core.grants import OpenIDCode
from flask import Flask, Response, jsonify, request
from joserfc.jwk import ECKey, RSAKey
from werkzeug.serving import make_server

from app.clock import Clock

WEB, SECRET, LAPTOPS = "hjemmebesoeg-web", "en-hemmelighed~1", "hjemmebesoeg-laptop"
# It trusts nobody by a certificate: it never leaves the loopback, and begins at once.
BROWSER = httpx.Client(trust_env=False, verify=False, timeout=20)  # noqa: S501
Claims = dict[str, Any]


class Client(ClientMixin):  # type: ignore[misc]
    """The hub's pages, which have a secret, or the laptops, which have none."""

    def __init__(self, name: str, secret: str, redirects: Callable[[str], bool]) -> None:
        self.name = name
        self.secret = secret
        self.redirects = redirects

    def get_client_id(self) -> str:
        return self.name

    def get_default_redirect_uri(self) -> str:
        return ""

    def get_allowed_scope(self, scope: str) -> str:
        return scope

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        return self.redirects(redirect_uri)

    def check_client_secret(self, client_secret: str) -> bool:
        return client_secret == self.secret

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return (method == "none") == (not self.secret)

    def check_response_type(self, response_type: str) -> bool:
        return bool(response_type == "code")

    def check_grant_type(self, grant_type: str) -> bool:
        return bool(grant_type == "authorization_code")


@dataclass
class Code(AuthorizationCodeMixin):  # type: ignore[misc]
    """A code, and what was asked for with it."""

    client: str
    redirect_uri: str
    scope: str
    nonce: str
    who: str
    code_challenge: str
    code_challenge_method: str

    def get_redirect_uri(self) -> str:
        return self.redirect_uri

    def get_scope(self) -> str:
        return self.scope

    def get_nonce(self) -> str:
        return self.nonce

    def get_auth_time(self) -> None:
        return None

    get_acr = get_amr = get_auth_time


@dataclass
class Provider:
    """Who signs in next, with which claims; and what is wrong with what it says."""

    clock: Clock
    url: str = ""
    who: str = "vera"
    claims: Claims = field(default_factory=dict)
    denies: bool = False
    forgets_codes: bool = True
    status: int = 200
    issuer: str = ""
    keys: list[Any] = field(default_factory=list)
    published: list[Any] | None = None
    forge: Callable[[str], str] = str
    methods: tuple[str, ...] = ("client_secret_basic", "client_secret_post", "none")
    asked: list[str] = field(default_factory=list)
    codes: dict[str, Code] = field(default_factory=dict)

    def jwks(self) -> Claims:
        """Return the public keys as they are published."""
        keys = self.keys if self.published is None else self.published
        return {"keys": [each.as_dict(private=False) for each in keys]}

    def sign_in(self, address: str) -> httpx.Response:
        """Be the browser: open the provider's page; return the answer that sends one back."""
        answer = BROWSER.get(address)
        assert answer.status_code == 302, answer.text
        return answer

    def browse(self, address: str) -> bool:
        """Be the browser of a user who signs in and is sent back, beside the program."""

        def work() -> None:
            back = self.sign_in(address).headers["location"]
            BROWSER.get(back)

        threading.Thread(target=work).start()
        return True


def signing_key(name: str, alg: str = "RS256") -> Any:
    """Return a private key for an algorithm."""
    parameters: Any = {"kid": name, "alg": alg, "use": "sig"}
    if alg.startswith("ES"):
        return ECKey.generate_key("P-256", parameters)
    return RSAKey.generate_key(2048, parameters)


def _grant(provider: Provider) -> type[AuthorizationCodeGrant]:
    class Grant(AuthorizationCodeGrant):  # type: ignore[misc]
        TOKEN_ENDPOINT_AUTH_METHODS = list(provider.methods)

        def save_authorization_code(self, code: str, asked: Any) -> None:
            data = asked.payload.data
            provider.codes[code] = Code(
                client=asked.client.name,
                redirect_uri=asked.payload.redirect_uri,
                scope=asked.payload.scope,
                nonce=data.get("nonce", ""),
                who=asked.user,
                code_challenge=data.get("code_challenge", ""),
                code_challenge_method=data.get("code_challenge_method", ""),
            )

        def query_authorization_code(self, code: str, client: Client) -> Code | None:
            found = provider.codes.get(code)
            return found if found is not None and found.client == client.name else None

        def delete_authorization_code(self, authorization_code: Code) -> None:
            if provider.forgets_codes:
                left = {k: c for k, c in provider.codes.items() if c is not authorization_code}
                provider.codes = left

        def authenticate_user(self, authorization_code: Code) -> str:
            return authorization_code.who

    return Grant


def _tokens(provider: Provider) -> OpenIDCode:
    class Tokens(OpenIDCode):  # type: ignore[misc]
        def exists_nonce(self, nonce: str, asked: Any) -> bool:
            return False

        def get_client_algorithm(self, client: Client) -> str:
            return str(provider.keys[0].alg)

        def get_encode_header(self, client: Client) -> dict[str, str]:
            return {"alg": provider.keys[0].alg, "kid": provider.keys[0].kid}

        def resolve_client_private_key(self, client: Client) -> Any:
            return provider.keys[0]

        def get_compatible_claims(self, asked: Any) -> Claims:
            now = int(provider.clock().timestamp())
            client = asked.client.name
            return {"iss": provider.issuer, "aud": [client], "iat": now, "exp": now + 600}

        def generate_user_info(self, user: str, scope: str) -> Claims:
            return {"sub": f"sub-{user}", **provider.claims}

        def encode_id_token(self, token: Any, asked: Any) -> str:
            return provider.forge(str(super().encode_id_token(token, asked)))

    return Tokens(require_nonce=True)


def _app(provider: Provider) -> Flask:
    app = Flask("provider")
    loopback = "http://127.0.0.1:"
    clients = {
        WEB: Client(WEB, SECRET, lambda to: to.endswith("/admin/sign-in/answer")),
        LAPTOPS: Client(
            LAPTOPS, "", lambda to: to.startswith(loopback) and to.endswith("/hjemmebesoeg")
        ),
    }
    server = AuthorizationServer(app, clients.get, lambda token, asked: None)
    server.register_grant(_grant(provider), [CodeChallenge(required=True), _tokens(provider)])

    @app.before_request
    def note() -> Response | None:
        provider.asked.append(request.path)
        return Response("away", provider.status) if provider.status != 200 else None

    @app.get("/.well-known/openid-configuration")
    def description() -> Response:
        return jsonify(
            issuer=provider.issuer,
            authorization_endpoint=f"{provider.url}/authorize",
            token_endpoint=f"{provider.url}/token",
            jwks_uri=f"{provider.url}/keys",
            response_types_supported=["code"],
            subject_types_supported=["public"],
            id_token_signing_alg_values_supported=["RS256"],
            token_endpoint_auth_methods_supported=list(provider.methods),
        )

    @app.get("/keys")
    def keys() -> Response:
        return jsonify(provider.jwks())

    @app.get("/authorize")
    def authorize() -> Any:
        user = None if provider.denies else provider.who
        grant = server.get_consent_grant(end_user=provider.who)
        return server.create_authorization_response(grant=grant, grant_user=user)

    @app.post("/token")
    def token() -> Any:
        return server.create_token_response()

    return app


@contextmanager
def serving(clock: Clock, port: int | None = 0, **more: Any) -> Iterator[Provider]:
    """Serve a provider for a while; the laptops' and the pages' client are known there."""
    os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"  # on loopback
    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
    provider = Provider(clock, keys=[signing_key("first")], **more)
    server = make_server("127.0.0.1", port or 0, _app(provider), threaded=True)
    provider.url = f"http://127.0.0.1:{server.server_port}"
    provider.issuer = provider.issuer or provider.url
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
