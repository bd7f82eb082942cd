"""The records of a decision: what was decided and why, its issued versions, their delivery."""

from datetime import date, datetime
from typing import Literal

from app.domain.record import Record


class Hearing(Record, frozen=True, kw_only=True):
    """A source of information and whether the citizen is heard on it (partshøring)."""

    case: str = ""
    source: str = ""
    content: str = ""
    known: bool | None = None
    detrimental: bool | None = None
    essential: bool | None = None
    sent_on: date | None = None
    reply: str = ""


class Decision(Record, frozen=True, kw_only=True):
    """The decision (afgørelse) of a visit."""

    case: str = ""
    visit: str = ""
    kind: Literal["", "first", "change", "reduction", "end"] = ""
    facts: str = ""
    citizens_views: str = ""
    views_weighed: str = ""
    main_considerations: str = ""
    rehabilitation_assessed: Literal["", "yes", "no"] = ""
    rehabilitation_reason: str = ""
    technology: str = ""
    existing_basis: bool | None = None
    missing_information: str = ""
    user_payment: str = ""
    state: Literal["", "draft", "locked"] = ""


Outcome = Literal["", "granted", "partly", "refused", "changed", "ended"]


class DecisionItem(Record, frozen=True, kw_only=True):
    """The outcome for one applied need; id derived from decision and need."""

    decision: str = ""
    case: str = ""
    need: str = ""
    outcome: Outcome = ""
    reasons: str = ""
    chosen_reason: str = ""
    before: str = ""
    after: str = ""
    what_changed: str = ""


class Departure(Record, frozen=True, kw_only=True):
    """The written individual reason given at a finding; id derived from case and finding.

    The law asks for an individual assessment: the reason stands in the letter.
    """

    case: str = ""
    finding: str = ""
    reason: str = ""


# Letters that are finished and sent on their own: each about a record of that name, guidance to
# the act on care for the elderly about the case.
CaseLetter = Literal["hearing", "processing_notice", "elder_care"]
OtherLetter = Literal["", CaseLetter]


class DecisionVersion(Record, frozen=True, kw_only=True):
    """An issued letter, never changed after: a decision, made by locking, or another letter.

    `letter` says which; then `subject` is the record it was made of and `visit` where it was
    made, and there is no `decision`; `addressee` is the contact it is written to, "" for the
    citizen. `made_from` names the blobs with all that the documents
    were made from, by kind: later copies are made from them.
    """

    decision: str = ""
    letter: OtherLetter = ""
    subject: str = ""
    addressee: str = ""
    visit: str = ""
    case: str = ""
    number: int = 0
    name: str = ""
    title: str = ""
    unit: str = ""
    locked_at: datetime | None = None
    content_hash: str = ""
    parts: dict[str, str] = {}
    heads: str = ""
    made_from: dict[str, str] = {}
    replaces: str = ""


class Seal(Record, frozen=True, kw_only=True):
    """The seals of an issued decision's documents; id derived from the version.

    Both name, for each document of the version, the blob that is added to its end: `parts`
    the computer's that issued it, `municipality` the municipality's, made at the hub.
    """

    version: str = ""
    case: str = ""
    parts: dict[str, str] = {}
    municipality: dict[str, str] = {}


Way = Literal["", "digital_post", "letter", "quick_letter", "handed_over"]


class Delivery(Record, frozen=True, kw_only=True):
    """How an issued decision reached somebody.

    The id is derived from version, receiver, way and day: the same delivery is one record.
    """

    case: str = ""
    version: str = ""
    receiver: str = ""
    how: Way = ""
    sent_on: date | None = None


class Dispatch(Record, frozen=True, kw_only=True):
    """An issued decision on its way out, not sent yet; id derived from the version.

    It was written as a message for the municipality's sender, or printed to be posted:
    when last, and by whom. `digest` is the SHA-256 of the message as it was written.
    """

    case: str = ""
    version: str = ""
    way: Literal["", "digital_post", "letter"] = ""
    handed_over_at: datetime | None = None
    handed_over_by: str = ""
    digest: str = ""


class TaskDone(Record, frozen=True, kw_only=True):
    """A computed task that a person has done; id derived from rule and anchor."""

    case: str = ""
    rule: str = ""
    anchor: str = ""
    done_on: date | None = None
    by: str = ""
