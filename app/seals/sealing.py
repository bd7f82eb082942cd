"""Puts a seal (PAdES-B-B) into a PDF that has a place for it, as an addition to the file.

What was there stays byte for byte: a seal is what comes after it.
"""

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from app.errors import KnownError
from app.seals.keys import PrivateKey, der, save_key

if TYPE_CHECKING:
    from pyhanko.sign.signers import PdfSigner, SimpleSigner

# What is issued is some hundred kilobytes; photos in the package make it more.
MOST_BYTES = 64 * 1024 * 1024


class Sealer(NamedTuple):
    """Who seals: a key, its certificate, and the authority that vouches for it."""

    key: PrivateKey
    certificate: x509.Certificate
    authority: x509.Certificate


def seal(pdf: bytes, sealer: Sealer, place: str, reason: str, at: datetime) -> bytes:
    """Return what must be added to a PDF for its seal, in the empty field called `place`.

    `at` is an aware moment. Raises KnownError "seal.no_place" if there is no such empty field,
    "seal.unreadable" if this is no PDF of ours. Slow the first time: call it in a thread.
    """
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.signers import PdfSignatureMetadata

    if len(pdf) > MOST_BYTES:
        raise KnownError("seal.unreadable")
    about = PdfSignatureMetadata(
        field_name=place,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        reason=reason,
    )
    try:
        made = _at(at)(about, signer=_signer(sealer)).sign_pdf(
            _writer(pdf), existing_fields_only=True
        )
    except SigningError as error:
        raise KnownError("seal.no_place") from error
    except (PdfError, ValueError) as error:
        raise KnownError("seal.unreadable") from error
    return bytes(made.getvalue()[len(pdf) :])


def _at(moment: datetime) -> "type[PdfSigner]":
    """Return a signer whose clock stands."""
    from pyhanko.sign.signers import PdfSigner

    class Signer(PdfSigner):
        def init_signing_session(self, *given: Any, **named: Any) -> Any:
            session = super().init_signing_session(*given, **named)
            session.system_time = moment
            return session

    return Signer


def _writer(pdf: bytes) -> Any:
    """Return what adds to a file, and leaves its metadata as it was sealed."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    class Writer(IncrementalPdfFileWriter):
        def _update_meta(self) -> None:
            """Keep the metadata: the file's declarations stand in it."""

    return Writer(io.BytesIO(pdf))


def _signer(sealer: Sealer) -> "SimpleSigner":
    """Return a signer that keeps the key as it is: pyHanko would read it anew for each seal."""
    from asn1crypto import keys
    from asn1crypto import x509 as asn1
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    class Signer(SimpleSigner):
        def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
            if digest_algorithm != "sha256":
                raise ValueError(digest_algorithm)
            return sealer.key.sign(data, ec.ECDSA(hashes.SHA256()))

    store: Any = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register(asn1.Certificate.load(der(sealer.authority)))
    return Signer(
        signing_cert=asn1.Certificate.load(der(sealer.certificate)),
        signing_key=keys.PrivateKeyInfo.load(save_key(sealer.key)),
        cert_registry=store,
    )
