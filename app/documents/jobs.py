"""What is to be made and from what: it can be sent to another process, which needs no more."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import cast

import msgspec

from app.documents.content import Content, Part
from app.domain.combining import parts_of_key

# The parts that show signatures or photos.
_PICTURED: tuple[Part, ...] = ("consents", "workplace")
# What a visit under several standards has once; of the rest each has its own.
_ONCE: tuple[Part, ...] = ("consents", "workplace", "personal_data")


class PrintJob(msgspec.Struct, frozen=True, kw_only=True):
    """Parts to make, and everything they are made from; it can be sent to another process.

    A visit under several standards has `shares`, by the standards' ids; the parts of all but
    the first are then called by part and standard, such as "letter:some-standard".
    """

    parts: tuple[str, ...]
    content: Content
    shares: Mapping[str, Content] = {}


class Said(msgspec.Struct, frozen=True):
    """A PDF, and the SHA-256 of what it says: of the same words it is the same."""

    pdf: bytes
    words: str


def make(*jobs: PrintJob) -> bytes:
    """Return one PDF of some jobs; a module-level function, so that a process can be given it."""
    from app.documents import package  # heavy, and a start does not need it

    return package.build_volumes([volume for job in jobs for volume in _volumes(job)])


def make_all(jobs: Mapping[str, PrintJob]) -> dict[str, Said]:
    """Return a PDF of each job, with what tells its words from others; as `make`."""
    from app.documents.package import build_with_words

    made = {name: build_with_words(tuple(_volumes(job))) for name, job in jobs.items()}
    return {name: Said(pdf, _told(words)) for name, (pdf, words) in made.items()}


def words_of(job: PrintJob) -> str:
    """Return what tells the words of a job from others, without a page being set."""
    from app.documents import package

    return _told(package.words_of(tuple(_volumes(job))))


def _told(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()


def whole(job: PrintJob) -> PrintJob:
    """Return a job with the parts of the whole package: each letter and what goes with it."""
    from app.documents.package import parts_for

    if not job.shares:
        return msgspec.structs.replace(job, parts=parts_for(job.content))
    keys = (
        part if part in _ONCE else part_key(part, standard, tuple(job.shares))
        for standard, content in job.shares.items()
        for part in parts_for(content)
    )
    return msgspec.structs.replace(job, parts=tuple(dict.fromkeys(keys)))


def part_alone(job: PrintJob, key: str) -> PrintJob:
    """Return one part of a job, without the pictures that it does not show."""
    alone = msgspec.structs.replace(job, parts=(key,))
    return alone if shows_pictures(key) else with_pictures(alone, {})


def shows_pictures(key: str) -> bool:
    """Tell whether a part shows signatures or photos."""
    return parts_of_key(key)[0] in _PICTURED


def with_pictures(job: PrintJob, blobs: Mapping[str, bytes]) -> PrintJob:
    """Return a job with these signatures and photos, by their sha256."""
    change = msgspec.structs.replace
    shares = {key: change(share, blobs=blobs) for key, share in job.shares.items()}
    return change(job, content=change(job.content, blobs=blobs), shares=shares)


def part_key(part: str, standard: str, standards: Sequence[str]) -> str:
    """Return what a part of one of several standards is called; the first's is the part's id."""
    return part if standard == standards[0] or part in _ONCE else f"{part}:{standard}"


def _volumes(job: PrintJob) -> Iterator[tuple[tuple[Part, ...], Content]]:
    """Yield what is made from one content at a time, in the order of the parts."""
    for standard, keys in groupby(job.parts, lambda key: _standard_of(key, job)):
        parts = tuple(cast("Part", parts_of_key(key)[0]) for key in keys)
        yield parts, job.shares[standard] if standard else job.content


def _standard_of(key: str, job: PrintJob) -> str:
    """Return the standard that a part is made under; "" where the visit has it once."""
    part, standard = parts_of_key(key)
    if not job.shares or part in _ONCE:
        return ""
    return standard or next(iter(job.shares))
