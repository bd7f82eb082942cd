"""What an issued decision was made from, kept with it: later copies say the same as the letter."""

import zlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import msgspec

from app.documents.content import OwnTexts
from app.domain.casefile import CaseFile, FieldKey
from app.domain.combining import merged, share_of, together
from app.domain.judgement import judge
from app.domain.national import NationalLaw
from app.domain.records import ENTITIES, DecisionVersion, Record
from app.domain.standard import Standard
from app.errors import KnownError
from app.store.blobs import Blobs
from app.workflow.visit_view import VisitView

# The kinds of blobs that a version names; a standard's has the standard's id after it. What many
# decisions share is one blob.
CASE, LAW, TEXTS, STANDARD = "case", "law", "texts", "standard:"
# Kept bytes are small; what unpacks to more than this is no case of ours.
_MOST_BYTES = 64 * 1024 * 1024
T = TypeVar("T")


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    """The case as it was: living records, the day, the standards in order, and what was said.

    `words` are the SHA-256 of what each part says.
    """

    visit: str
    today: date
    standards: tuple[str, ...]
    records: Mapping[str, Mapping[str, Any]]
    after_signing: tuple[FieldKey, ...] = ()
    words: Mapping[str, str] = {}


class Frozen(msgspec.Struct, frozen=True, kw_only=True):
    """The view of a visit as it was when its decision was issued, and what each part said."""

    view: VisitView
    words: Mapping[str, str]


def freeze(view: VisitView, words: Mapping[str, str], blobs: Blobs) -> dict[str, str]:
    """Keep all that a view's documents are made from; return the blobs by kind.

    Signatures and photos are kept by the records that name them.
    """
    kept = _Kept(
        visit=view.casefile.visit_id,
        today=view.today,
        standards=tuple(standard.id for standard in view.standards),
        records=_living(view.casefile),
        after_signing=view.casefile.after_signing,
        words=words,
    )
    parts: dict[str, object] = {CASE: kept, LAW: view.national}
    parts |= {STANDARD + standard.id: standard for standard in view.standards}
    if view.own_texts:
        parts[TEXTS] = view.own_texts
    return {kind: blobs.put(_packed(each)) for kind, each in parts.items()}


def thawed(version: DecisionVersion, blobs: Blobs) -> Frozen | None:
    """Return what a decision was made from; None if that was not kept, or cannot be read here."""
    made_from = version.made_from
    if CASE not in made_from:
        return None
    try:
        kept = _unpacked(blobs, made_from[CASE], _Kept)
        law = _unpacked(blobs, made_from[LAW], NationalLaw)
        standards = [_unpacked(blobs, made_from[STANDARD + s], Standard) for s in kept.standards]
        own: OwnTexts = (
            _unpacked(blobs, made_from[TEXTS], tuple[tuple[str, str | None], ...])
            if TEXTS in made_from
            else ()
        )
        return Frozen(view=_view(kept, standards, law, own, version), words=kept.words)
    except (KnownError, LookupError, ValueError, msgspec.MsgspecError, zlib.error):
        return None


def _view(
    kept: _Kept,
    standards: Sequence[Standard],
    law: NationalLaw,
    own: OwnTexts,
    version: DecisionVersion,
) -> VisitView:
    def seen(file: CaseFile, standard: Standard) -> VisitView:
        return VisitView(
            casefile=file,
            standard=standard,
            national=law,
            judgement=judge(file, standard, law, kept.today),
            today=kept.today,
            user_name=version.name,
            user_title=version.title,
            locked=True,
            own_texts=own,
        )

    casefile = CaseFile(
        visit_id=kept.visit, records=_records(kept), after_signing=kept.after_signing
    )
    if len(standards) == 1:
        return seen(casefile, standards[0])
    shares = {s.id: seen(share_of(casefile, s, standards), s) for s in standards}
    judgement = merged([(share.standard, share.judgement) for share in shares.values()])
    whole = seen(casefile, together(standards))
    return msgspec.structs.replace(whole, judgement=judgement, shares=shares)


def _living(casefile: CaseFile) -> dict[str, dict[str, Record]]:
    return {
        entity: {key: record for key, record in table.items() if not record.removed}
        for entity, table in casefile.records.items()
    }


def _records(kept: _Kept) -> dict[str, dict[str, Record]]:
    """Return the records that this program knows."""
    return {
        entity: {key: msgspec.convert(each, ENTITIES[entity][0]) for key, each in table.items()}
        for entity, table in kept.records.items()
        if entity in ENTITIES
    }


def _packed(value: object) -> bytes:
    return zlib.compress(msgspec.json.encode(value), 9)


def _unpacked(blobs: Blobs, sha256: str, kind: type[T]) -> T:
    """Read a kept value; ValueError for what is none, or is too great to be one."""
    unpacker = zlib.decompressobj()
    raw = unpacker.decompress(blobs.get(sha256), _MOST_BYTES)
    if not unpacker.eof:
        raise ValueError("too much, or not all of it")
    return msgspec.json.decode(raw, type=kind)
