"""One round of sync: what is here goes to the hub, and what is there comes here."""

import hashlib
from collections.abc import Callable, Iterator, Sequence

import msgspec

from app.clock import Clock
from app.errors import KnownError
from app.journal.exchange import Bookmark
from app.journal.outbox import Answered, Held
from app.journal.parcels import Parcel
from app.sync import wire
from app.sync.carrying import Carrier
from app.sync.erasing import Eraser
from app.sync.faults import is_known
from app.sync.local import LocalSide
from app.sync.returning import note_written, take_back
from app.sync.rounds import Enrolment, Listener, Progress, Report, Step
from app.sync.signing import SigningKey
from app.sync.transport import Transport

# How many changes are taken in at a time: who types waits for no more than that.
TAKE_IN = 30
# What the hub says of a token that is not good any more.
SIGNED_OUT = "hub.not_signed_in"
# A place in the feed that the hub does not know: it was restored, or is not what it was.
UNKNOWN_CURSOR = "hub.unknown_cursor"
# What the hub says of a whole request, although it is about who sends, or about one action.
READER_ONLY = "hub.reader_only"
# What it says of a computer that was away for long.
ONLY_SENDS = "hub.only_sends"
_OF_ALL = (READER_ONLY, "hub.too_large")
LACKED = "sync.lacked"
# The day on which what was refused was offered again.
OFFERED = "sync.offered"


class Cancelled(Exception):
    """The user does not want to wait any longer."""


class Round:
    """Does what is to be done, once, in steps of which each is whole.

    Whatever stops it, what was done stays done and the next round goes on from there.
    `listener` is told how far it has come; `cancelled` is asked between the steps. A round that
    somebody `asked` for offers again what was refused.
    """

    def __init__(
        self,
        local: LocalSide,
        hub: Transport,
        enrolment: Enrolment,
        clock: Clock,
        listener: Listener = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
        asked: bool = False,
    ) -> None:
        self._local = local
        self._hub = hub
        self._enrolment = enrolment
        self._key = SigningKey.load(enrolment.private)
        # Each user has a feed of his or her own.
        self._feed = f"{enrolment.hub}/{enrolment.user}"
        self._clock = clock
        self._listener = listener
        self._cancelled = cancelled
        self._asked = asked
        self._refused: set[str] = set()
        # How far the hub has each epoch that this round sent something of.
        self._have: dict[str, int] = {}
        self._standards = ""
        self.report = Report()
        self._eraser = Eraser(local, self.report)

    def run(self) -> Report:
        """Do the round; raises KnownError "sync.…", "hub.…" or "store.…" for what stopped it."""
        try:
            try:
                self._steps()
            except KnownError as error:
                if error.key != SIGNED_OUT or not self._hub.token:
                    raise
                self._hub.token = ""
                self._steps()
        except Cancelled:
            self.report.cancelled = True
        finally:
            self.report.skew_s = round(self._hub.skew.total_seconds())
        return self.report

    def _steps(self) -> None:
        if not self._hub.token:
            self._sign_in()
            self._check()
        self._send()
        self._read_if_let()
        self.report.returned += take_back(self._local, self._hub, self._tell)
        self._eraser.at_last()
        self._eraser.confirm(self._hub)
        if self._local.waiting():
            self._send()
        self._offer_refused()
        carrier = self._carrier()
        carrier.up()
        carrier.down()
        self._fetch_standards()

    def _tell(self, step: Step, done: int = 0, total: int | None = None) -> None:
        """Say how far the round has come, and stop here if nobody wants it any more."""
        if self._cancelled():
            raise Cancelled
        self._listener(Progress(step=step, done=done, total=total))

    def _sign_in(self) -> None:
        self._tell("sign_in")
        sign_in(self._hub, self._enrolment, self._key)

    def _check(self) -> None:
        """Stop if the hub has less than it had confirmed; all of it is offered again then.

        Nothing is deleted. That it lacks the same again, after it was offered, is no news.
        """
        self._tell("check")
        theirs = self._hub.digest().epochs
        held = [Held(each.epoch, each.seq, each.changes, each.hash) for each in theirs]
        lacking = self._local.lacking(held, everything=len(held) < wire.DIGEST_EPOCHS)
        known = set(self._recall(LACKED))
        if set(lacking) - known:
            self._remember(LACKED, sorted(known | set(lacking)))
            raise self._forgot()
        if known and not lacking:
            self._remember(LACKED, [])

    def _forgot(self) -> KnownError:
        """Offer everything again; the next round sends it."""
        self._local.offer_again()
        self._hub.token = ""
        return KnownError("sync.hub_forgot", count=self._local.waiting())

    def _send(self) -> None:
        total, done = 0, 0
        while parcels := self._local.outgoing():
            total = total or self._local.waiting()
            self._tell("send", done, max(total, done))
            answers = self._answers(parcels)
            if not answers or answers[0].action != parcels[0].id:
                raise KnownError("sync.odd_answer")
            sizes = {parcel.id: len(parcel.changes) for parcel in parcels}
            mine = [answer for answer in answers if answer.action in sizes]
            self._local.answered([_answered(answer) for answer in mine], self._clock())
            for answer in mine:
                self.report.refused += answer.outcome == "refused"
                self._refused |= {answer.action} if answer.outcome == "refused" else set()
                self.report.taken += sizes[answer.action] * (answer.outcome != "refused")
            done += sum(sizes[answer.action] for answer in mine)
            self._have |= {each.epoch: each.last for each in parcels[: len(mine)]}

    def _offer_refused(self) -> None:
        """Send what was refused again, once a day or if asked: the office may have put it right."""
        day = self._clock().date().isoformat()
        if not self._asked and self._local.recall(OFFERED) == day:
            return
        self._asked = False
        if self._local.recall(OFFERED) != day:
            self._local.remember(OFFERED, day)
        if self._local.offer_refused(self._refused):
            self._send()

    def _answers(self, parcels: Sequence[Parcel]) -> tuple[wire.Answer, ...]:
        """Send actions; what the hub takes from nobody like this is refused action by action."""
        try:
            return self._push(parcels)
        except KnownError as error:
            if error.key not in _OF_ALL:
                raise
            refused = parcels if error.key == READER_ONLY else parcels[:1]
            return tuple(
                wire.Answer(action=each.id, outcome="refused", why=error.key) for each in refused
            )

    def _push(self, parcels: Sequence[Parcel]) -> tuple[wire.Answer, ...]:
        """Send actions, fewer than those if they are too large for one request."""
        while len(parcels) > 1 and _size(parcels) > wire.PUSH_BYTES:
            parcels = parcels[: len(parcels) // 2]
        return self._hub.push(parcels, self._key)

    def _read_if_let(self) -> None:
        """Read; a computer that was away for long may only send, and sends its blobs, too."""
        try:
            self._read()
        except KnownError as error:
            if error.key == ONLY_SENDS:
                self._carrier().up()
            raise

    def _carrier(self) -> Carrier:
        return Carrier(self._local, self._hub, self._key, self.report, self._tell)

    def _read(self) -> None:
        more, done = True, 0
        while more:
            self._tell("receive", done)
            cursor = self._local.cursor(self._feed)
            page = self._page(cursor)
            if page.more and page.cursor == cursor:
                raise KnownError("sync.odd_answer")
            self._eraser.erase(page.erased)
            self._local.keep_names(page.computers, page.teams)
            if page.actions or page.left or page.cursor != cursor:
                done = self._take_in(page, done)
            more = page.more
        self._standards = page.standards
        self.report.aside = self._local.take_up()

    def _page(self, cursor: str) -> wire.Page:
        try:
            return self._hub.page(cursor, have=self._have)
        except KnownError as error:
            if error.key != UNKNOWN_CURSOR or not cursor:
                raise
            raise self._forgot() from error

    def _take_in(self, page: wire.Page, done: int) -> int:
        """Take a page in, a little at a time; it counts as read with its last part."""
        note_written(self._local, page.actions)
        parts = list(_parts([each for each in page.actions if not self._is_here(each)]))
        for number, part in enumerate(parts, 1):
            last = number == len(parts)
            bookmark = Bookmark(
                hub=self._feed,
                cursor=page.cursor if last else None,
                moved=page.left if last else (),
                at=self._clock(),
            )
            receipts = self._local.receive(part, bookmark)
            for parcel, receipt in zip(part, receipts, strict=True):
                new = receipt.outcome == "stored"
                self.report.received += len(parcel.changes) * new
                done += len(parcel.changes)
            self._tell("receive", done)
        return done

    def _is_here(self, parcel: Parcel) -> bool:
        """Tell whether an action comes back that this round has sent, or an earlier one of it."""
        return parcel.last <= self._have.get(parcel.epoch, 0)

    def _fetch_standards(self) -> None:
        if self._standards and self._standards == self._hub.standards_known:
            return
        stuck = self.report.stuck
        for info in self._hub.standards():
            if self._local.has_standard(info.id, info.version):
                continue
            self._tell("standards", self.report.standards)
            text = self._hub.standard(info)
            whole = hashlib.sha256(text).hexdigest() == info.sha256
            if whole and self._local.keep_standard(info.id, info.version, text):
                self.report.standards += 1
            else:
                self.report.stuck += 1
        self._hub.standards_known = self._standards if self.report.stuck == stuck else ""

    def _recall(self, name: str) -> list[str]:
        return msgspec.json.decode(self._local.recall(name) or "[]", type=list[str])

    def _remember(self, name: str, texts: list[str]) -> None:
        self._local.remember(name, msgspec.json.encode(texts).decode())


def sign_in(hub: Transport, mine: Enrolment, key: SigningKey) -> None:
    """Sign in at the hub that this computer belongs to, and at no other.

    Raises KnownError "sync.other_hub", "sync.old_hub", and as the transport does.
    """
    hello = hub.hello()
    if hello.hub != mine.hub:
        raise KnownError("sync.other_hub")
    if hello.api < wire.API:
        raise KnownError("sync.old_hub")
    hub.sign_in(mine.hub, mine.device, key)


def _answered(answer: wire.Answer) -> Answered:
    if answer.outcome != "refused":
        return Answered(action=answer.action)
    if is_known(answer.why, {}):
        return Answered(action=answer.action, error=KnownError(answer.why))
    error = KnownError("sync.refused_by_hub", reason=answer.why[:80])
    return Answered(action=answer.action, error=error)


def _size(parcels: Sequence[Parcel]) -> int:
    return len(msgspec.json.encode(wire.Push(actions=tuple(parcels))))


def _parts(actions: Sequence[Parcel]) -> Iterator[tuple[Parcel, ...]]:
    """Divide actions into parts of few changes; one without any if there are none."""
    part: list[Parcel] = []
    size = 0
    for action in actions:
        if part and size + len(action.changes) > TAKE_IN:
            yield tuple(part)
            part, size = [], 0
        part.append(action)
        size += len(action.changes)
    yield tuple(part)
