"""What a revoked computer has not sent, in parts that only the hub can open.

HPKE (RFC 9180, base mode, X25519, HKDF-SHA256, ChaCha20-Poly1305): each part is sealed for
itself and bound to hub, computer and place, so that none can be exchanged or left out unseen.
"""

from collections.abc import Iterable, Iterator

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from app.errors import KnownError
from app.journal.parcels import Parcel
from app.sync.wire import PARKED_BYTES, PUSH_BYTES

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
_PURPOSE = "hjemmebesoeg parked 1"
# What of a blob goes into one part, with room for what is around it.
BLOB_PART = PARKED_BYTES - 64 * 1024


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """A text that was being typed: where it belongs, and what it said."""

    scope: str
    entity: str
    record: str
    field: str
    text: str


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Whole actions, texts under way, or the bytes of a blob from `start` on."""

    actions: tuple[Parcel, ...] = ()
    texts: tuple[Text, ...] = ()
    sha256: str = ""
    start: int = 0
    data: bytes = b""


def parts_of_actions(actions: Iterable[Parcel]) -> Iterator[Part]:
    """Divide actions into parts of a size that can be carried; one alone may be larger."""
    mine: list[Parcel] = []
    size = 0
    for action in actions:
        more = len(msgspec.msgpack.encode(action))
        if mine and size + more > PUSH_BYTES // 2:
            yield Part(actions=tuple(mine))
            mine, size = [], 0
        mine.append(action)
        size += more
    if mine:
        yield Part(actions=tuple(mine))


def parts_of_blob(sha256: str, data: bytes) -> Iterator[Part]:
    """Divide a blob into parts."""
    for start in range(0, len(data), BLOB_PART):
        yield Part(sha256=sha256, start=start, data=data[start : start + BLOB_PART])


def seal(part: Part, key: bytes, whose: tuple[str, str, str], place: tuple[int, int]) -> bytes:
    """Return a part that only who has the private half of `key` can open.

    `whose` are hub, computer and lot, `place` is the number of the part and how many there are.
    """
    public = X25519PublicKey.from_public_bytes(key)
    return _SUITE.encrypt(msgspec.msgpack.encode(part), public, _bound(whose, place))


def unseal(
    sealed: bytes, key: X25519PrivateKey, whose: tuple[str, str, str], place: tuple[int, int]
) -> Part:
    """Return a part that was sealed; KnownError("hub.parked_damaged") for any other."""
    try:
        plain = _SUITE.decrypt(sealed, key, _bound(whose, place))
        return msgspec.msgpack.decode(plain, type=Part)
    except (InvalidTag, ValueError, msgspec.MsgspecError) as error:
        raise KnownError("hub.parked_damaged") from error


def _bound(whose: tuple[str, str, str], place: tuple[int, int]) -> bytes:
    return "\n".join((_PURPOSE, *whose, *map(str, place))).encode()
