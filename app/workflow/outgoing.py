"""The letters that go out from this computer: which wait, how each goes, and that it was sent."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from app.clock import local_day, today
from app.domain.decision_records import Way
from app.domain.ids import derived_id
from app.domain.judgement.delivery import Why, proposed_way, represented_by, why_on_paper
from app.domain.records import (
    Citizen,
    Contact,
    DecisionVersion,
    Delivery,
    Dispatch,
    Hearing,
    ProcessingNotice,
)
from app.errors import KnownError
from app.journal.changes import Write
from app.journal.letters import LetterRow
from app.workflow.delivering import delivery, is_recorded
from app.workflow.elsewhere import check_ours
from app.workflow.session import Session
from app.workflow.writing import key_of, recorded

# So long a letter that was sent is still shown.
SHOWN_DAYS = 30

State = Literal["waiting", "ready", "sent"]


class Outgoing(msgspec.Struct, frozen=True, kw_only=True):
    """A letter: how it goes and why on paper, how far it is, and who gets it.

    `ready` is written out for the municipality's sender, or printed; it is not sent yet.
    `copies` are the names of those who get a copy. `is_to_another`: it was finished when
    somebody else than the receiver got the citizen's letters, and is written to them.
    """

    row: LetterRow
    way: Way
    why: Why
    state: State
    receiver: str
    copies: tuple[str, ...] = ()
    last: Delivery | None = None
    is_to_another: bool = False

    @property
    def id(self) -> str:
        """The id of the issued version."""
        return self.row.version.id

    @property
    def made_on(self) -> date | None:
        """The day that the letter carries."""
        locked = self.row.version.locked_at
        return local_day(locked) if locked else None

    @property
    def by_post(self) -> bool:
        """Tell whether it is printed and goes by post or by hand."""
        return self.way != "digital_post"


def outgoing(session: Session) -> tuple[Outgoing, ...]:
    """Return what waits, what is ready and what was sent lately, each the oldest first.

    Of cases that others look after now, nothing is shown. For a thread.
    """
    store = session.store
    since = today(session.clock) - timedelta(days=SHOWN_DAYS)
    moved = frozenset(store.journal.exchange.moved())
    found = [_letter(row) for row in store.overview.letters.all(since) if row.case.id not in moved]
    order = ("waiting", "ready", "sent")
    return tuple(sorted(found, key=lambda each: (order.index(each.state), _age(each), each.id)))


def dispatch_id(version: str) -> str:
    """Return the id of a version's dispatch, the same on every computer."""
    return derived_id(version, "dispatch")


def note_ready(session: Session, letter: Outgoing, digest: str = "") -> None:
    """Note that a letter is written out (its digest is given) or printed, by whom and when."""
    version = letter.row.version
    made = Dispatch(
        id=dispatch_id(version.id),
        case=version.case,
        version=version.id,
        way="digital_post" if digest else "letter",
        handed_over_at=session.clock(),
        handed_over_by=session.profile.name,
        digest=digest,
    )
    _write(session, version.case, made)


def note_sent(session: Session, letters: Sequence[Outgoing], how: Way, day: date) -> int:
    """Record that letters were sent or handed over; return how many were not recorded before.

    `how` is the way, "" for each letter's own. Raises KnownError "delivery.too_early" for a
    day before the decision, and "delivery.in_future".
    """
    for letter in letters:
        check_day(day, letter.made_on, today(session.clock))
    return sum(_record(session, letter, how or letter.way, day) for letter in letters)


def check_day(day: date, made_on: date | None, now: date) -> None:
    """Stop a day that cannot be: a deadline for complaints is counted from it."""
    if made_on is not None and day < made_on:
        raise KnownError("delivery.too_early")
    if day > now:
        raise KnownError("delivery.in_future")


def _record(session: Session, letter: Outgoing, how: Way, day: date) -> int:
    row = letter.row
    people: list[Citizen | Contact] = [row.citizen, *row.contacts]
    made = delivery(row.version, how, day, letter.receiver, people)
    if is_recorded(made, row.deliveries):
        return 0
    _write(session, row.version.case, made)
    _note_on_record(session, row.version, day)
    return 1


def _note_on_record(session: Session, version: DecisionVersion, day: date) -> None:
    """Say in the record that a letter is about when it was sent, unless somebody has."""
    if not version.letter:
        return
    records = session.store.journal.snapshot((version.case,)).records
    about = records.get(version.letter, {}).get(version.subject)
    if not isinstance(about, Hearing | ProcessingNotice) or about.removed:
        return  # what is written in a removed record would bring it back
    if about.sent_on is None:
        write = Write(key_of(about, "sent_on"), day)
        session.store.journal.append(
            version.case, [write], actor=session.profile.name, undoable=False
        )


def _write(session: Session, case: str, made: Delivery | Dispatch) -> None:
    check_ours(session, case)
    writes = [Write(key, value) for key, value in recorded(made)]
    session.store.journal.append(case, writes, actor=session.profile.name, undoable=False)


def _letter(row: LetterRow) -> Outgoing:
    other = represented_by(row.contacts)
    sent = [d for d in row.deliveries if d.sent_on is not None]
    last = max(sent, key=lambda d: d.sent_on or date.min, default=None)
    copies = [c.name for c in row.contacts if c.gets_letters and c.name and c is not other]
    return Outgoing(
        row=row,
        way=last.how if last else proposed_way(row.citizen, row.contacts, ()),
        why=why_on_paper(row.citizen, row.contacts),
        state="sent" if last else "ready" if row.dispatch else "waiting",
        receiver=other.name if other else row.citizen.name,
        copies=tuple(copies),
        last=last,
        is_to_another=_is_to_another(row, other),
    )


def _is_to_another(row: LetterRow, reader: Contact | None) -> bool:
    version = row.version
    return bool(version.letter) and version.addressee != (reader.id if reader else "")


def _age(letter: Outgoing) -> date:
    return letter.made_on or date.min
