"""What the municipality's authority makes: its own certificate, those of others, and the list.

Two kinds of certificates come from it, told apart by their subject's unit (OU), which the
authority alone writes: a computer's, which lives short, and the municipality's own.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.errors import KnownError
from app.seals.keys import PrivateKey

Kind = Literal["computer", "municipality"]
AUTHORITY_LIFE = timedelta(days=20 * 365)
# A computer renews when less than a third is left: whoever meets the hub once in two months.
COMPUTER_LIFE = timedelta(days=90)
MUNICIPALITY_LIFE = timedelta(days=3 * 365)
LIST_LIFE = timedelta(days=30)
# Clocks differ: a certificate must not begin in the future of who checks it.
_EARLIER = timedelta(hours=1)
_LONGEST_NAME = 64


class Authority(NamedTuple):
    """The authority's certificate and key."""

    certificate: x509.Certificate
    key: PrivateKey


class Revoked(NamedTuple):
    """A certificate that counts no more since a moment."""

    serial: int
    since: datetime


def new_authority(organisation: str, key: PrivateKey, now: datetime) -> Authority:
    """Return an authority that vouches for itself."""
    name = _name(organisation, "authority", organisation)
    made = (
        _begun(name, name, key.public_key(), now, AUTHORITY_LIFE)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(sign=False), critical=True)
        .sign(key, hashes.SHA256())
    )
    return Authority(made, key)


def may_issue(certificate: x509.Certificate) -> bool:
    """Tell whether a certificate says that its owner may issue others."""
    try:
        basic = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except (x509.ExtensionNotFound, ValueError):
        return False
    return basic.ca and usage.key_cert_sign and usage.crl_sign


def issue(
    authority: Authority,
    kind: Kind,
    name: str,
    public: ec.EllipticCurvePublicKey,
    now: datetime,
    life: timedelta,
) -> x509.Certificate:
    """Return a certificate for sealing documents; it never outlives the authority's own."""
    organisation = _first(authority.certificate.subject, NameOID.ORGANIZATION_NAME) or name
    subject = _name(organisation, kind, name)
    until = authority.certificate.not_valid_after_utc
    issuer = authority.certificate
    identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key())
    return (
        _begun(subject, issuer.subject, public, now, min(life, until - now))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(sign=True), critical=True)
        .add_extension(identifier, critical=False)
        .sign(authority.key, hashes.SHA256())
    )


def key_asked_for(request: bytes) -> ec.EllipticCurvePublicKey:
    """Return the key of a request whose sender has it; KnownError("seal.bad_request").

    Of the request nothing else is used: who asks cannot write its own certificate.
    """
    try:
        asked = x509.load_der_x509_csr(request)
        public = asked.public_key()
        own = asked.is_signature_valid
    except (ValueError, InvalidSignature) as error:
        raise KnownError("seal.bad_request") from error
    right = isinstance(public, ec.EllipticCurvePublicKey) and public.curve.name == "secp256r1"
    if not own or not right:
        raise KnownError("seal.bad_request")
    return public  # type: ignore[return-value]  # mypy does not follow `right`


def revocation_list(
    authority: Authority, revoked: Iterable[Revoked], now: datetime
) -> x509.CertificateRevocationList:
    """Return the signed list of certificates that count no more."""
    made = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(authority.certificate.subject)
        .last_update(now - _EARLIER)
        .next_update(now + LIST_LIFE)
    )
    for each in revoked:
        entry = x509.RevokedCertificateBuilder().serial_number(each.serial)
        made = made.add_revoked_certificate(entry.revocation_date(each.since).build())
    return made.sign(authority.key, hashes.SHA256())


def kind_of(certificate: x509.Certificate) -> str:
    """Return of what kind a certificate is, as its authority wrote it."""
    return _first(certificate.subject, NameOID.ORGANIZATIONAL_UNIT_NAME)


def name_of(certificate: x509.Certificate) -> str:
    """Return who or what a certificate names."""
    return _first(certificate.subject, NameOID.COMMON_NAME)


def organisation_of(certificate: x509.Certificate) -> str:
    """Return the municipality that a certificate names."""
    return _first(certificate.subject, NameOID.ORGANIZATION_NAME)


def is_due(certificate: x509.Certificate, now: datetime) -> bool:
    """Tell whether a certificate should be renewed: less than a third of its life is left."""
    begin, end = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    return now > end - (end - begin) / 3


def _begun(
    subject: x509.Name,
    issuer: x509.Name,
    public: ec.EllipticCurvePublicKey,
    now: datetime,
    life: timedelta,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _EARLIER)
        .not_valid_after(now + life)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
    )


def _usage(*, sign: bool) -> x509.KeyUsage:
    """Return the use for signing documents, or for certificates and lists."""
    return x509.KeyUsage(
        digital_signature=sign,
        content_commitment=sign,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=not sign,
        crl_sign=not sign,
        encipher_only=False,
        decipher_only=False,
    )


def _name(organisation: str, kind: str, name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "DK"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, _short(organisation)),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, kind),
            x509.NameAttribute(NameOID.COMMON_NAME, _short(name)),
        ]
    )


def _short(text: str) -> str:
    kept = "".join(c for c in text if c.isprintable()).strip()
    if not kept:
        raise KnownError("seal.no_name")
    return kept[:_LONGEST_NAME]


def _first(name: x509.Name, wanted: x509.ObjectIdentifier) -> str:
    found = name.get_attributes_for_oid(wanted)
    return str(found[0].value) if found else ""
