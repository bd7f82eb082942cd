"""What laptop and hub say to each other: the body of every request and answer, as JSON.

Bytes travel as base64, moments as RFC 3339. Bodies over a kilobyte may be compressed (gzip).
Every answer, also an error or one without a body, has the hub's time in TIME_HEADER.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import msgspec

from app.journal.parcels import Parcel

API = 1
PREFIX = f"/v{API}"
CHANGES_PATH = f"{PREFIX}/changes"
SIGNATURE_HEADER = "Hjemmebesoeg-Signature"
TIME_HEADER = "Hjemmebesoeg-Time"
# How far an upload has come, in bytes, and "?1" if it is whole.
OFFSET_HEADER = "Upload-Offset"
COMPLETE_HEADER = "Upload-Complete"
# What one push may hold. One action alone may be larger than PUSH_BYTES: it cannot be split.
PUSH_CHANGES = 500
PUSH_BYTES = 4 * 1024 * 1024
BODY_BYTES = 32 * 1024 * 1024
PAGE_CHANGES = 500
# Who asks for a page may say of so many epochs how far they are there already.
HAVE_EPOCHS = 20
_HAVE = re.compile(r"([0-9a-f]{32}):(\d{1,18})")
# How many erasures are confirmed at a time.
ERASED_SCOPES = 500
# A digest holds so many epochs at most: one with fewer holds all.
DIGEST_EPOCHS = 100
# A part of a blob, and a whole one.
PART_BYTES = 1024 * 1024
BLOB_BYTES = 64 * 1024 * 1024
# What a revoked computer may park: so many parts of so many bytes.
PARKED_BYTES = 4 * 1024 * 1024
PARKED_PARTS = 256
COMPRESS_OVER = 1024

# How a user may show who he or she is when a computer is taken in: Hello's `ways`.
PASSWORD_WAY, PROVIDER_WAY = "password", "provider"

Role = Literal["visitator", "team_leader", "administrator", "reader"]
Outcome = Literal["stored", "duplicate", "refused"]


class Revocation(msgspec.Struct, frozen=True, kw_only=True):
    """The hub lets a computer in no more, since when and why; signed (revocation_text).

    `parking_key` is the X25519 key to which the computer seals what it has not sent.
    """

    device: str
    at: datetime
    why: str
    parking_key: bytes
    signature: bytes


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Why the hub does not do what was asked: the key of a sentence in errors.toml.

    `revocation` comes along with "hub.revoked", for a computer that showed who it is.
    """

    key: str
    params: dict[str, str | int] = {}
    server_time: datetime
    revocation: Revocation | None = None


class Hello(msgspec.Struct, frozen=True, kw_only=True):
    """Which hub this is: `hub` is the SHA-256 of its public key, in hexadecimal digits.

    `signature` is over the nonce that was asked with (signing.hello_text).
    """

    hub: str
    key: bytes
    name: str
    api: int
    server_time: datetime
    signature: bytes
    ways: tuple[str, ...] = (PASSWORD_WAY,)


class Provider(msgspec.Struct, frozen=True, kw_only=True):
    """Where the municipality's users sign in (OpenID Connect), and as whom a laptop asks there."""

    issuer: str
    authorize: str
    client: str
    scopes: str


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """What the provider gave the laptop's browser: a code, good once, and what it is fetched by.

    The hub exchanges it: no token ever comes to the laptop.
    """

    code: str
    verifier: str
    redirect: str

    def __repr__(self) -> str:
        return "Proof(…)"


class Enrol(msgspec.Struct, frozen=True, kw_only=True):
    """A computer asks to be taken in: one-time code, who the user is, its public key.

    Who the user is shows the password, or what the provider says: `proof`, asked for with the
    nonce of provider.device_nonce. `name` is what the user calls the computer, `program` name
    and version of the program.
    """

    code: str
    password: str
    key: bytes
    name: str
    program: str
    proof: Proof | None = None

    def __repr__(self) -> str:
        return "Enrol(…)"


class Enrolled(msgspec.Struct, frozen=True, kw_only=True):
    """The computer is known from now on; it pins `hub` and the hub's `key`."""

    device: str
    user: str
    user_name: str
    hub: str
    key: bytes


class Knock(msgspec.Struct, frozen=True, kw_only=True):
    """A computer asks for a challenge."""

    device: str


class Challenge(msgspec.Struct, frozen=True, kw_only=True):
    """What the computer signs (signing.sign_in_text): good once, for a minute."""

    nonce: bytes


class SignIn(msgspec.Struct, frozen=True, kw_only=True):
    """The signed challenge."""

    device: str
    nonce: bytes
    signature: bytes


class SignedIn(msgspec.Struct, frozen=True, kw_only=True):
    """The token of the following requests, as `Authorization: Bearer`, and until when."""

    token: str
    expires: datetime

    def __repr__(self) -> str:
        return "SignedIn(…)"


class Push(msgspec.Struct, frozen=True, kw_only=True):
    """Actions on their way to the hub, in the order of their chains."""

    actions: tuple[Parcel, ...]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one action; `why` is the key of a sentence if it was refused."""

    action: str
    outcome: Outcome
    why: str = ""


class PushAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """One answer for each action, in the order they were sent in."""

    answers: tuple[Answer, ...]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What is new for a user since a cursor; `cursor` is what to ask with the next time.

    `left` are cases that were given to others and may only be read from now on; `erased`
    are citizens and cases that were erased by law, and must be erased here too. Both count
    before the actions of the same page: a case that came back is not in `left`. `computers`
    is what the computers are called on which the actions were written, by their epochs;
    `teams` is who looks after the cases of `left` now. `standards` is another text when there
    are other standards to ask for; "" if the hub does not say.
    """

    cursor: str
    more: bool
    actions: tuple[Parcel, ...] = ()
    left: tuple[str, ...] = ()
    erased: tuple[str, ...] = ()
    computers: dict[str, str] = {}
    teams: dict[str, str] = {}
    standards: str = ""


def have_text(have: Mapping[str, int]) -> str:
    """Return how a computer says what need not come back: epochs, each up to a change."""
    return ",".join(f"{epoch}:{seq}" for epoch, seq in list(have.items())[-HAVE_EPOCHS:])


def read_have(text: str) -> dict[str, int]:
    """Read what `have_text` says; ValueError for anything else."""
    pairs = [_HAVE.fullmatch(part) for part in text.split(",")] if text else []
    if len(pairs) > HAVE_EPOCHS or None in pairs:
        raise ValueError("not what a computer has")
    return {pair[1]: int(pair[2]) for pair in pairs if pair is not None}


class History(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the whole history of one case; ask on with `after`, "" at the end."""

    actions: tuple[Parcel, ...]
    after: str = ""


class EpochDigest(msgspec.Struct, frozen=True, kw_only=True):
    """How much of an epoch the hub has: `changes` in all, the last of them numbered `seq`."""

    epoch: str
    seq: int
    changes: int
    hash: bytes


class Digest(msgspec.Struct, frozen=True, kw_only=True):
    """What the hub has of the epochs of this user's computers, the last pushed first."""

    epochs: tuple[EpochDigest, ...]


class BlobState(msgspec.Struct, frozen=True, kw_only=True):
    """How far an upload has come: `size` bytes are there; `complete` when all are."""

    size: int
    complete: bool


class StandardInfo(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a quality standard that lies at the hub; `sha256` is of its file."""

    id: str
    version: str
    sha256: str


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a user looks for, by name or whole CPR number: in a body, as addresses are logged."""

    text: str


class FoundCase(msgspec.Struct, frozen=True, kw_only=True):
    """A case of a citizen who was found; `scope` is what to open it by."""

    scope: str
    number: str
    state: str


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A citizen who was found, the last digits of the CPR number masked."""

    citizen: str
    name: str
    cpr_masked: str
    cases: tuple[FoundCase, ...]


class OpenCase(msgspec.Struct, frozen=True, kw_only=True):
    """Why a user opens a case; it stands in the access log."""

    why: str


class Me(msgspec.Struct, frozen=True, kw_only=True):
    """Who the hub takes the caller for; `teams` by name."""

    user: str
    name: str
    role: Role
    teams: tuple[str, ...]


class Erased(msgspec.Struct, frozen=True, kw_only=True):
    """The citizens and cases that a computer has erased, as it was told to."""

    scopes: tuple[str, ...]


class Parked(msgspec.Struct, frozen=True, kw_only=True):
    """A sealed part of what a revoked computer has not sent: the `number`th of a lot of `total`.

    Each time that a computer parks something it is a lot of its own, with a random id.
    """

    device: str
    nonce: bytes
    lot: str
    number: int
    total: int
    data: bytes
    signature: bytes


class Trusted(msgspec.Struct, frozen=True, kw_only=True):
    """The municipality's authority: its certificate and its list of revoked ones, as DER."""

    certificate: bytes
    revoked: bytes


class AskCertificate(msgspec.Struct, frozen=True, kw_only=True):
    """A computer asks for a certificate for its key (PKCS #10, DER)."""

    request: bytes


class Certified(msgspec.Struct, frozen=True, kw_only=True):
    """The certificate (DER)."""

    certificate: bytes


class AskSeal(msgspec.Struct, frozen=True, kw_only=True):
    """Which issued document, sealed by a computer, the municipality should seal: both blobs."""

    document: str
    seal: str


class Sealed(msgspec.Struct, frozen=True, kw_only=True):
    """What comes after the document and the computer's seal: the municipality's own."""

    added: bytes


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """It is done; there is nothing more to say."""
