"""Who may get which documents, and what is taken out of a copy for somebody else.

A protected address stands on the citizen's own copy alone: it is taken out of every record, and
out of everything that somebody typed, before a page is made.
"""

import re
from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from app.documents import facts
from app.documents.content import FOR_PROVIDERS, ByNow, Content, Part, Receiver, Sharing
from app.domain.records import Attachment, Citizen, Contact
from app.domain.values import Address

REPRESENTING = ("guardian", "party_representative")
# What help cannot be given safely without; the rest a provider gets with the citizen's consent.
_NEEDED: tuple[Part, ...] = ("order", "week_plan", "workplace", "provider_plan", "status_report")
_WITH_CONSENT: tuple[Part, ...] = ("assessment_form", "action_plan")
# The papers that a standard's cases are worked with, and that are no enclosure.
_PAPERS: tuple[Part, ...] = ("order", "week_plan", "provider_plan", "status_report")
# A name of a road that is shorter could be any word.
_LEAST_NAME = 4
# A house number, and the floor and door that may follow it.
_NUMBER = (
    r"(?:\W{0,3}\d{1,3}(?!\d)\s?(?:[a-z]\b)?"
    r"(?:\W{0,3}(?:\d{1,2}(?!\d)|st\b|kl\b)\.?(?:\s?(?:sal|tv|th|mf)\b)?\.?)*)?"
)
T = TypeVar("T")


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """A copy that may be made: for whom, which parts, and what is to be known before.

    `addressee` is the id of the contact who gets it, "" for all but a representative. `withheld`
    are parts of the package that this receiver does not get, `doubtful` those that somebody must
    decide on. `advice` are keys of sentences in messages.toml.
    """

    receiver: Receiver
    addressee: str = ""
    parts: tuple[Part, ...]
    withheld: tuple[Part, ...] = ()
    doubtful: tuple[Part, ...] = ()
    advice: tuple[str, ...] = ()


def copies(content: Content, package: tuple[Part, ...]) -> tuple[Copy, ...]:
    """Return every copy that may be made of a package of parts, the citizen's first."""
    others = [c for c in content.casefile.contacts if represents(c)]
    return (
        Copy(receiver="citizen", parts=package),
        *(
            Copy(receiver="representative", addressee=c.id, parts=package, advice=_advice(content))
            for c in others
        ),
        _for_provider(content, package),
        Copy(receiver="file", parts=package, advice=_advice(content)),
    )


def represents(contact: Contact) -> bool:
    """Tell whether somebody acts for the citizen and gets the letters."""
    return contact.role in REPRESENTING and contact.gets_letters


def letter_receiver(content: Content) -> Contact | None:
    """Return the guardian or party representative who gets this copy, if it is theirs."""
    if content.receiver != "representative":
        return None
    if content.by_now.reader is not None:
        return content.by_now.reader
    found = [c for c in content.casefile.contacts if represents(c)]
    chosen = (c for c in found if c.id == content.addressee)
    return next(chosen, next(iter(found), None))


def _advice(content: Content, *keys: str) -> tuple[str, ...]:
    return (*keys, *(("copies.protected",) if content.is_protected else ()))


def _for_provider(content: Content, package: tuple[Part, ...]) -> Copy:
    """Return what a provider may get: with consent also how the citizen manages.

    What a consent allowed that does not hold any more may still be chosen: people decide.
    """
    now = sharing(content)
    before = sharing(msgspec.structs.replace(content, by_now=ByNow()))
    withdrawn = before == "yes" != now
    allowed = (*_NEEDED, *_WITH_CONSENT) if "yes" in (now, before) else _NEEDED
    papers = [p for p in _PAPERS if p in (*content.standard.documents.used, "order", "week_plan")]
    offered = dict.fromkeys((*papers, *package))
    parts = tuple(part for part in offered if part in allowed)
    key = "withdrawn" if withdrawn else "consent" if now == "yes" else now
    return Copy(
        receiver="provider",
        parts=parts,
        withheld=tuple(part for part in package if part not in parts),
        doubtful=tuple(part for part in parts if withdrawn and part in _WITH_CONSENT),
        advice=_advice(content, f"copies.provider_{key}"),
    )


def sharing(content: Content) -> Sharing:
    """Return what the citizen says to passing information on: a yes that holds, or why not."""
    if facts.may_share(content):
        return "yes"
    if content.by_now.sharing:
        return content.by_now.sharing
    purposes = {p.id for p in content.standard.consents if p.kind == "share"}
    asked = any(c.answer and c.purpose in purposes for c in content.casefile.consents)
    return "refused" if asked else "not_asked"


def as_seen_by_receiver(content: Content, part: Part, hidden: str) -> Content:
    """Return what a part is made from, without what its receiver must not see.

    `hidden` stands where a protected address was. What is made for a provider never holds it,
    whoever prints it; photos go to a provider only with the citizen's consent to them.
    """
    if content.receiver == "provider" and not photos_may_leave(content):
        content = _without_photos(content)
    others = content.receiver != "citizen" or part in FOR_PROVIDERS
    if content.is_protected and others:
        return _without_address(content, hidden)
    return content


def photos_may_leave(content: Content) -> bool:
    """Tell whether the newest answer on photos in the home is a yes that holds."""
    if content.by_now.photos is not None:
        return content.by_now.photos
    purposes = {p.id for p in content.standard.consents if p.kind == "photo"}
    given = [c for c in content.casefile.consents if c.answer and c.purpose in purposes]
    newest = given[-1] if given else None
    return newest is not None and newest.answer == "yes" and newest.withdrawn_at is None


def _without_photos(content: Content) -> Content:
    file = content.casefile
    tables = {
        name: {i: r for i, r in table.items() if not isinstance(r, Attachment)}
        for name, table in file.records.items()
    }
    kept = msgspec.structs.replace(file, records=tables)
    return msgspec.structs.replace(content, casefile=kept)


def _without_address(content: Content, hidden: str) -> Content:
    """Take a protected address out of the case and of what was judged from it."""
    every = (content.casefile.citizen.address, *content.by_now.addresses)
    words = tuple(word for each in every if each for word in _words_of(each))
    if not words:
        return content
    reader = letter_receiver(content)
    pattern = re.compile("|".join(words), re.IGNORECASE)
    eraser = _Eraser(pattern, hidden, reader.id if reader else "")
    return msgspec.structs.replace(
        content,
        casefile=eraser.cleared(content.casefile),
        judgement=eraser.cleared(content.judgement),
    )


def _words_of(address: Address) -> tuple[str, ...]:
    """Return patterns of an address as it may be typed, the longest first.

    The road is hidden with any house number, the town only after its postcode: alone it is the
    name of half the municipality.
    """
    name, *_ = re.split(r"\d", address.street, maxsplit=1)
    road = name.strip(" ,.")
    town = _spaced([address.postcode, *address.city.split()]) if address.postcode else ""
    found = [_spaced(address.street.split()), town, _spaced(address.care_of.split())]
    if len(road) >= _LEAST_NAME:
        found.insert(0, rf"{_spaced(road.split())[:-2]}(?:s|en|ens)?\b{_NUMBER}")
    return tuple(pattern for pattern in found if pattern)


def _spaced(words: Iterable[str]) -> str:
    """Return a pattern of words with any white space or comma between them."""
    kept = [re.escape(word.strip(",")) for word in words if word.strip(",")]
    between = r"[\s,]+"
    return rf"\b{between.join(kept)}\b" if kept else ""


class _Eraser:
    """Takes an address out of values of any kind; the addressee's own address stays."""

    def __init__(self, pattern: re.Pattern[str], hidden: str, addressee: str) -> None:
        self._pattern, self._hidden, self._addressee = pattern, hidden, addressee

    def cleared(self, value: T) -> T:
        """Return a value without the address; one that does not hold it is returned itself."""
        made: Any = self._cleared(value)
        return value if made == value else made

    def _cleared(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._pattern.sub(self._hidden, value)
        if isinstance(value, Address):
            return None if self._pattern.search(value.street) else value
        if isinstance(value, tuple):
            return tuple(map(self._cleared, value))
        if isinstance(value, dict):
            return {key: self._cleared(each) for key, each in value.items()}
        return self._fields(value) if isinstance(value, msgspec.Struct) else value

    def _fields(self, value: msgspec.Struct) -> msgspec.Struct:
        changed = {n: self._cleared(getattr(value, n)) for n in value.__struct_fields__}
        if isinstance(value, Citizen):
            changed |= {"address": None, "protected_address": True}
        if isinstance(value, Contact) and value.id == self._addressee:
            changed["address"] = value.address
        return msgspec.structs.replace(value, **changed)
