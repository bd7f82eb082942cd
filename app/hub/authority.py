"""The municipality's authority: certificates for computers, the list of revoked ones, its seal.

A laptop seals with a key of its own; the municipality's key never leaves the hub. A stolen
laptop can therefore seal for itself only, and no longer once it is revoked.
"""

from datetime import datetime
from typing import Any, Final

import msgspec
import sqlalchemy as sa

from app.errors import KnownError
from app.hub.blobs import Blobs
from app.hub.room import Caller, Room
from app.hub.tables import certificate, countersigned, device, setting
from app.journal import tables
from app.journal.clock import from_wall, to_wall
from app.seals import issuing, keys
from app.seals.checking import Trust, check
from app.seals.issuing import Authority
from app.seals.sealing import Sealer, seal
from app.store.keys import DataKey
from app.store.sealing import seal_bytes, unseal_bytes
from app.sync.wire import Trusted
from app.texts import Texts

_SETTING = "authority"
COMPUTER: Final = "computer"
MUNICIPALITY: Final = "municipality"


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    """The authority, and the municipality's own key and certificate for sealing, as DER."""

    certificate: bytes
    private: bytes
    seal_certificate: bytes = b""
    seal_private: bytes = b""

    @property
    def authority(self) -> Authority:
        """The authority, ready to issue."""
        return Authority(keys.load_certificate(self.certificate), keys.load_key(self.private))


class SealAuthority:
    """Issues, revokes and seals; keeps its keys sealed with the key of the hub's data."""

    def __init__(self, room: Room, key: DataKey, blobs: Blobs) -> None:
        self._room = room
        self._key = key
        self._blobs = blobs

    def begin(self, organisation: str) -> str:
        """Make an authority that vouches for itself; return what it is called.

        Raises KnownError "seal.authority_exists", "seal.no_name".
        """
        made = issuing.new_authority(organisation, keys.new_key(), self._room.clock())
        return self._take(made)

    def use(self, pem: bytes, private: bytes, password: str = "") -> str:
        """Use an authority that the municipality has; return what it is called.

        Raises KnownError "seal.authority_exists", "seal.not_an_authority", "seal.bad_…".
        """
        given = Authority(keys.load_certificate(pem), keys.read_key(private, password))
        right = keys.belongs(given.certificate, given.key)
        if not right or not issuing.may_issue(given.certificate):
            raise KnownError("seal.not_an_authority")
        return self._take(given)

    def trusted(self) -> Trusted:
        """Return the authority's certificate and list; KnownError("hub.no_authority")."""
        kept = self._kept()
        return Trusted(certificate=kept.certificate, revoked=self._list(kept.authority))

    def certify(self, caller: Caller, request: bytes) -> bytes:
        """Issue a certificate to the calling computer, for the key that it shows it has.

        Raises KnownError "hub.no_authority", "seal.bad_request".
        """
        public, now = issuing.key_asked_for(request), self._room.clock()
        authority, name = self._kept().authority, caller.device[-8:]
        made = issuing.issue(authority, COMPUTER, name, public, now, issuing.COMPUTER_LIFE)
        row = {
            "serial": str(made.serial_number),
            "device": caller.device,
            "made": to_wall(now),
            "expires": to_wall(made.not_valid_after_utc),
        }
        self._room.write(lambda connection: connection.execute(sa.insert(certificate), row))
        return keys.der(made)

    def countersign(self, caller: Caller, document: str, sealed: str) -> bytes:
        """Return the municipality's seal on an issued document, made once.

        The document must be one that a decision of a case names, and what a computer sealed
        must be all there is, with a certificate that counts. Raises KnownError
        "hub.not_sealed", "hub.no_authority", "hub.blob_missing".
        """
        pdf = b"".join(self._blobs.get(caller, sha).data for sha in (document, sealed))
        before = self._made(document, sealed)
        if before is not None:
            return before
        if not self._is_issued(document):
            raise KnownError("hub.not_sealed")
        kept, trusted = self._sealing(), self.trusted()
        _must_be_sealed(pdf, Trust([trusted.certificate], [trusted.revoked]))
        return self._keep(caller, document, sealed, self._seal(kept, pdf))

    def _seal(self, kept: _Kept, pdf: bytes) -> bytes:
        own = keys.load_certificate(kept.seal_certificate)
        sealer = Sealer(keys.load_key(kept.seal_private), own, kept.authority.certificate)
        reason = Texts("da").message("seal.reason_municipality")
        return seal(pdf, sealer, MUNICIPALITY, reason, self._room.clock())

    def _keep(self, caller: Caller, document: str, sealed: str, added: bytes) -> bytes:
        """Keep a seal; if another process was faster, its own stands."""
        row: dict[str, Any] = {"document": document, "seal": sealed, "device": caller.device}
        row |= {"at": self._room.now(), "added": added}

        def work(connection: sa.Connection) -> bytes:
            before = _made(connection, document, sealed)
            if before is None:
                connection.execute(sa.insert(countersigned), row)
            return before or added

        return self._room.write(work)

    def _made(self, document: str, sealed: str) -> bytes | None:
        with self._room.reading() as connection:
            return _made(connection, document, sealed)

    def _is_issued(self, document: str) -> bool:
        version = tables.STATE["decision_version"]
        named = sa.select(version.c.id).where(version.c.parts.contains(document)).limit(1)
        with self._room.reading() as connection:
            return connection.scalar(named) is not None

    def _list(self, authority: Authority) -> bytes:
        """Return the list of what was issued to computers that are revoked by now."""
        query = (
            sa.select(certificate.c.serial, device.c.revoked)
            .join(device, device.c.id == certificate.c.device)
            .where(device.c.revoked.is_not(None))
        )
        with self._room.reading() as connection:
            rows = connection.execute(query.order_by(certificate.c.serial)).all()
        revoked = [issuing.Revoked(int(row.serial), from_wall(row.revoked)) for row in rows]
        return keys.der(issuing.revocation_list(authority, revoked, self._room.clock()))

    def _take(self, authority: Authority) -> str:
        kept = _Kept(
            certificate=keys.der(authority.certificate), private=keys.save_key(authority.key)
        )
        fresh = _with_seal(kept, self._room.clock())

        def work(connection: sa.Connection) -> None:
            if _stored(connection) is not None:
                raise KnownError("seal.authority_exists")
            self._put(connection, fresh)

        self._room.write(work)
        return issuing.organisation_of(authority.certificate)

    def _sealing(self) -> _Kept:
        """Return the keys, the municipality's certificate renewed if it is due."""
        kept, now = self._kept(), self._room.clock()
        if not issuing.is_due(keys.load_certificate(kept.seal_certificate), now):
            return kept
        fresh = _with_seal(kept, now)
        self._room.write(lambda connection: self._put(connection, fresh))
        return fresh

    def _kept(self) -> _Kept:
        with self._room.reading() as connection:
            stored = _stored(connection)
        if stored is None:
            raise KnownError("hub.no_authority")
        opened = unseal_bytes(self._key, bytes.fromhex(stored))
        if opened is None:
            raise KnownError("hub.wrong_key")
        return msgspec.json.decode(opened, type=_Kept)

    def _put(self, connection: sa.Connection, kept: _Kept) -> None:
        value = seal_bytes(self._key, msgspec.json.encode(kept)).hex()
        connection.execute(sa.delete(setting).where(setting.c.name == _SETTING))
        connection.execute(sa.insert(setting), {"name": _SETTING, "value": value})


def _with_seal(kept: _Kept, now: datetime) -> _Kept:
    """Return the keys with a new one for the municipality's own seal."""
    own, authority = keys.new_key(), kept.authority
    name = issuing.organisation_of(authority.certificate)
    life = issuing.MUNICIPALITY_LIFE
    made = issuing.issue(authority, MUNICIPALITY, name, own.public_key(), now, life)
    return msgspec.structs.replace(
        kept, seal_certificate=keys.der(made), seal_private=keys.save_key(own)
    )


def _must_be_sealed(pdf: bytes, trust: Trust) -> None:
    """Refuse what is not exactly a document with the good seal of one computer."""
    try:
        found = check(pdf, trust)
    except KnownError as error:
        raise KnownError("hub.not_sealed") from error
    right = [each.is_good and each.kind == each.place == COMPUTER for each in found]
    if right != [True]:
        raise KnownError("hub.not_sealed")


def _stored(connection: sa.Connection) -> str | None:
    return connection.scalar(sa.select(setting.c.value).where(setting.c.name == _SETTING))


def _made(connection: sa.Connection, document: str, sealed: str) -> bytes | None:
    mine = (countersigned.c.document == document) & (countersigned.c.seal == sealed)
    found = connection.scalar(sa.select(countersigned.c.added).where(mine))
    return None if found is None else bytes(found)
