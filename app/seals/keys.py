"""Keys and certificates: made, asked for, read, and written."""

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

from app.errors import KnownError

# Large enough for any certificate, request or list of ours; what is larger is not read.
MOST_BYTES = 1024 * 1024
PrivateKey = ec.EllipticCurvePrivateKey


def new_key() -> PrivateKey:
    """Return a random key on the curve P-256."""
    return ec.generate_private_key(ec.SECP256R1())


def save_key(key: PrivateKey) -> bytes:
    """Return the secret bytes of a key: for an encrypted place only."""
    return key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


def load_key(saved: bytes) -> PrivateKey:
    """Return a key that was saved; KnownError("seal.bad_key") if it is none."""
    try:
        found = load_der_private_key(saved, password=None)
    except (ValueError, TypeError) as error:
        raise KnownError("seal.bad_key") from error
    return _on_a_curve(found)


def read_key(pem: bytes, password: str = "") -> PrivateKey:
    """Return the key of a PEM file; KnownError("seal.bad_key") if it cannot be used."""
    try:
        found = load_pem_private_key(pem, password.encode() or None)
    except (ValueError, TypeError) as error:
        raise KnownError("seal.bad_key") from error
    return _on_a_curve(found)


def _on_a_curve(key: object) -> PrivateKey:
    if not isinstance(key, PrivateKey):
        raise KnownError("seal.bad_key")
    return key


def request_for(key: PrivateKey) -> bytes:
    """Return a request for a certificate (PKCS #10); whose it will be, the authority says."""
    nobody = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Hjemmebesoeg")])
    made = x509.CertificateSigningRequestBuilder().subject_name(nobody).sign(key, hashes.SHA256())
    return made.public_bytes(Encoding.DER)


def load_certificate(raw: bytes) -> x509.Certificate:
    """Return a certificate from DER or PEM; KnownError("seal.bad_certificate") for nonsense."""
    try:
        if raw.lstrip().startswith(b"-----BEGIN"):
            return x509.load_pem_x509_certificate(raw[:MOST_BYTES])
        return x509.load_der_x509_certificate(raw[:MOST_BYTES])
    except ValueError as error:
        raise KnownError("seal.bad_certificate") from error


def load_list(raw: bytes) -> x509.CertificateRevocationList:
    """Return a list of revoked certificates; KnownError("seal.bad_certificate") for nonsense."""
    try:
        return x509.load_der_x509_crl(raw)
    except ValueError as error:
        raise KnownError("seal.bad_certificate") from error


def der(certificate: x509.Certificate | x509.CertificateRevocationList) -> bytes:
    """Return the bytes of a certificate or list."""
    return certificate.public_bytes(Encoding.DER)


def belongs(certificate: x509.Certificate, key: PrivateKey) -> bool:
    """Tell whether a certificate is for a key."""
    return certificate.public_key() == key.public_key()
