"""Checks seals: whether a file is as it was sealed, by whom, and whether that still counts.

The chain is short by design: every certificate comes straight from the authority that is
trusted, so it is checked here and not by a general builder of paths.
"""

import io
import logging
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import msgspec
from cryptography import x509
from cryptography.exceptions import InvalidSignature

from app.errors import KnownError
from app.seals.issuing import kind_of, may_issue, name_of, organisation_of
from app.seals.keys import load_certificate, load_list

if TYPE_CHECKING:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

# "changed" is what was altered; "added_to" what had more added than the municipality's seal.
State = Literal["whole", "changed", "added_to"]
# "unknown" is a certificate of an authority that is not known here.
Standing = Literal["good", "revoked", "outside_its_time", "unknown"]


class Trust(NamedTuple):
    """Whom to trust: authorities, and their newest lists of revoked certificates, as DER."""

    authorities: Sequence[bytes] = ()
    lists: Sequence[bytes] = ()


class SealFound(msgspec.Struct, frozen=True, kw_only=True):
    """One seal of a file; `at` is when it was put there, as its maker says.

    `kind` is "computer" or "municipality" if the authority is known, else "". `revoked` is
    the moment from which the certificate counts no more.
    """

    place: str
    kind: str
    name: str
    organisation: str
    at: datetime | None
    state: State
    standing: Standing
    revoked: datetime | None = None
    serial: int = 0

    @property
    def is_good(self) -> bool:
        """Tell whether the seal holds and its certificate counted when it was made."""
        return self.state == "whole" and self.standing == "good"


def check(pdf: bytes, trust: Trust) -> tuple[SealFound, ...]:
    """Return the seals of a PDF, the first one first; none is no fault of the file.

    Raises KnownError "seal.unreadable" if it is no PDF that can be read, "seal.bad_certificate"
    for a trust that is none. Slow the first time: call it in a thread.
    """
    from pyhanko.pdf_utils.reader import PdfFileReader

    authorities = [load_certificate(each) for each in trust.authorities]
    lists = [load_list(each) for each in trust.lists]
    logging.getLogger("pyhanko").addHandler(logging.NullHandler())
    try:
        signatures = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
        found = [_found(each, authorities, lists) for each in signatures]
    except Exception as error:  # a file from anywhere: whatever is in it ends in a sentence
        raise KnownError("seal.unreadable") from error
    return tuple(_vouched_for(found))


def _found(
    signature: "EmbeddedPdfSignature",
    authorities: Sequence[x509.Certificate],
    lists: Sequence[x509.CertificateRevocationList],
) -> SealFound:
    certificate = load_certificate(signature.signer_cert.dump())
    at = signature.self_reported_timestamp
    authority = next((a for a in authorities if _vouches(a, certificate)), None)
    revoked = _revoked(certificate, authority, lists) if authority else None
    return SealFound(
        place=str(signature.field_name),
        kind=kind_of(certificate) if authority else "",
        name=name_of(certificate),
        organisation=organisation_of(certificate),
        at=at.astimezone(UTC) if at else None,
        state=_state(signature),
        standing=_standing(certificate, authority, at, revoked),
        revoked=revoked,
        serial=certificate.serial_number,
    )


def _state(signature: "EmbeddedPdfSignature") -> State:
    """Tell whether what was sealed is as it was, and whether it is all that is in the file."""
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    status = _validated(signature)
    if status is None or not (status.intact and status.valid):
        return "changed"
    if status.coverage is SignatureCoverageLevel.ENTIRE_FILE:
        return "whole"
    whole_then = status.coverage is SignatureCoverageLevel.ENTIRE_REVISION
    return "added_to" if whole_then else "changed"


def _vouched_for(found: Sequence[SealFound]) -> Iterator[SealFound]:
    """Yield the seals; what came after one is right if the municipality sealed it all.

    The municipality adds its seal at the hub, to nothing but what a computer sealed. A seal
    of another computer vouches for nothing that came after the first.
    """
    last = found[-1] if found else None
    vouched = last is not None and last.kind == "municipality" and last.is_good
    for each in found:
        right = vouched and each.state == "added_to"
        yield msgspec.structs.replace(each, state="whole") if right else each


def _validated(signature: "EmbeddedPdfSignature") -> Any:
    """Return pyHanko's verdict on the signature; None if it is damaged.

    What came after it is judged here: pyHanko's own analysis does not know of fields that are
    elements of the structure.
    """
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko_certvalidator import ValidationContext

    # Whom to trust is asked elsewhere; without a context the system's own list would be.
    nobody = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False)
    try:
        return validate_pdf_signature(signature, nobody, skip_diff=True)
    except (SigningError, SignatureValidationError):
        return None


def _vouches(authority: x509.Certificate, certificate: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(authority)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return may_issue(authority)


def _revoked(
    certificate: x509.Certificate,
    authority: x509.Certificate,
    lists: Sequence[x509.CertificateRevocationList],
) -> datetime | None:
    """Return since when a certificate counts no more, by a list that its authority signed."""
    public: Any = authority.public_key()
    for each in lists:
        if each.issuer != authority.subject or not each.is_signature_valid(public):
            continue
        entry = each.get_revoked_certificate_by_serial_number(certificate.serial_number)
        if entry is not None:
            return entry.revocation_date_utc
    return None


def _standing(
    certificate: x509.Certificate,
    authority: x509.Certificate | None,
    at: datetime | None,
    revoked: datetime | None,
) -> Standing:
    if authority is None:
        return "unknown"
    if revoked is not None:
        return "revoked"
    begin, end = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    return "good" if at is not None and begin <= at <= end else "outside_its_time"
