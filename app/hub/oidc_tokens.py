"""What the provider says of who signed in: an id_token, believed only when everything fits.

OpenID Connect Core 1.0, 3.1.3.7; signatures by joserfc, claims by authlib.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import msgspec
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import ECKey, Key, KeySet, RSAKey, import_key

from app.errors import KnownError

# Keys that only the provider has; one that both sides know (HS...) or none proves nothing.
ALGORITHMS = tuple(f"{kind}{bits}" for kind in ("RS", "PS", "ES") for bits in (256, 384, 512))
_LEEWAY_S = 60
_LONGEST_LIFE = timedelta(days=1)
_LONGEST_TOKEN = 64 * 1024
# OpenID Connect Core 1.0, 2: a subject has at most so many characters.
_LONGEST_SUBJECT = 255


class UnknownKey(Exception):
    """The token names a key that is not among the provider's, as far as they are known."""


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """What a token must say, and when it is read."""

    issuer: str
    client: str
    nonce: str
    now: datetime


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Who signed in: `subject` is the provider's own, tied to the provider.

    `expires` is when the token that said so is worth nothing any more, or a day from now.
    """

    subject: str
    claims: dict[str, Any]
    expires: datetime

    def __repr__(self) -> str:
        return "Person(…)"


def keys_of(published: Mapping[str, Any]) -> KeySet:
    """Return the keys of a provider that signatures are checked with; others are passed over."""
    found: list[Key] = []
    listed = published.get("keys")
    for each in listed if isinstance(listed, list) else ():
        try:
            key = import_key(each)
        except (JoseError, ValueError, TypeError, KeyError, AttributeError):
            continue
        if isinstance(key, RSAKey | ECKey):
            found.append(key)
    return KeySet(found)


def subject_of(issuer: str, subject: str) -> str:
    """Return what a user is tied to: no two providers' subjects are taken for each other."""
    return f"{issuer} {subject}"


def read_token(token: str, access_token: str, keys: KeySet, expected: Expected) -> Person:
    """Return who signed in; KnownError "hub.provider_refused" for whatever does not fit.

    Raises UnknownKey if the provider may have newer keys.
    """
    try:
        if len(token) > _LONGEST_TOKEN:
            raise ValueError
        opened = jwt.decode(token, keys, algorithms=ALGORITHMS)
        _check(opened, access_token, expected)
        subject = opened.claims["sub"]
        if not 0 < len(subject) <= _LONGEST_SUBJECT or not subject.isprintable():
            raise ValueError
    except InvalidKeyIdError as error:
        raise UnknownKey from error
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise KnownError("hub.provider_refused") from error
    return Person(
        subject=subject_of(expected.issuer, subject),
        claims=dict(opened.claims),
        expires=_end(opened.claims["exp"], expected.now),
    )


def _end(expires: float, now: datetime) -> datetime:
    lasts = min(expires - now.timestamp(), _LONGEST_LIFE.total_seconds())
    return now + timedelta(seconds=lasts + _LEEWAY_S)


def _check(opened: jwt.Token, access_token: str, expected: Expected) -> None:
    """Check the claims; a token for several must have been asked for by this client (azp)."""
    claims = CodeIDToken(
        opened.claims,
        opened.header,
        {
            "iss": {"essential": True, "value": expected.issuer},
            "aud": {"essential": True, "value": expected.client},
        },
        {
            "nonce": expected.nonce,
            "client_id": expected.client,
            "access_token": access_token,
        },
    )
    claims.validate(int(expected.now.timestamp()), _LEEWAY_S)
