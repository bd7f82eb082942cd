"""The letters of a case beside its decision: hearing, a late answer, another law."""

from datetime import date

from app.documents import facts
from app.documents.content import Content
from app.documents.letter_case import write_rights
from app.documents.letterhead import who_words, write_letterhead
from app.documents.parts import parts_with
from app.documents.records import about, must_be_about
from app.documents.signature import write_going_along, write_signature
from app.documents.writing import Writing, plain
from app.domain.calendar import add_days, next_working_day
from app.domain.findings import Deadline
from app.domain.records import Hearing, ProcessingNotice, Request

_HEARING = "documents.hearing"
_NOTICE = "documents.processing_notice"
_ELDER = "documents.elder_care"
_SUMMARY, _OTHER = "documents.summary", "documents.other_language"


def write_hearing(writing: Writing) -> None:
    """Write to the citizen about information that may count against them (partshøring).

    Raises KnownError if no information is recorded.
    """
    hearing = must_be_about(writing.content, Hearing)
    until = facts.day_words(answer_day(writing, hearing))
    _write_head(writing, _HEARING)
    _write_box(writing, _HEARING, [_said(writing, _HEARING, "ask"), ("until", until)])
    writing.say(f"{_HEARING}.intro", day=facts.day_words(asked_on(writing.content)))
    writing.title(2, f"{_HEARING}.what")
    if hearing.source.strip():
        writing.say(f"{_HEARING}.source", source=hearing.source)
    writing.story.typed(hearing.content, "quote")
    if not hearing.content.strip():
        writing.say_gap("hearing_content")
    writing.title(2, f"{_HEARING}.meaning")
    weight = "against" if hearing.detrimental else "may_matter"
    writing.say(f"{_HEARING}.{weight}", essential=bool(hearing.essential))
    writing.title(2, f"{_HEARING}.answer", room=120)
    writing.say(f"{_HEARING}.how", until=until, calls=can_be_called(writing.content))
    write_rights(writing)
    _write_end(writing)


def answer_day(writing: Writing, hearing: Hearing) -> date:
    """Return the last day to reply: the days of the text file, moved on to a working day."""
    days = (writing.original or writing.texts).line(f"{_HEARING}.reply_days").strip()
    start = hearing.sent_on or writing.content.day
    return next_working_day(add_days(start, int(days) if days.isdecimal() else 0))


def write_processing_notice(writing: Writing) -> None:
    """Write that a processing deadline is exceeded: why, and the new date (RSL § 3)."""
    content = writing.content
    notice = notice_of(content)
    deadline = _deadline(content, notice)
    new_date = facts.day_words(notice.new_date)
    _write_head(writing, _NOTICE)
    answered = new_date or writing.gap("new_date")
    _write_box(writing, _NOTICE, [_said(writing, _NOTICE, "happens"), ("new_date", answered)])
    writing.say(
        f"{_NOTICE}.intro",
        day=facts.day_words(asked_on(content, notice)),
        what=wanted(content),
        due=facts.day_words(deadline.due if deadline else None),
    )
    writing.title(2, f"{_NOTICE}.why")
    writing.story.typed(notice.reason)
    if not notice.reason.strip():
        writing.say_gap("late_reason")
    writing.title(2, f"{_NOTICE}.next")
    if new_date:
        writing.say(f"{_NOTICE}.promise", day=new_date)
    writing.say(f"{_NOTICE}.meanwhile")
    writing.say(f"{_NOTICE}.law")
    write_rights(writing)
    _write_end(writing)


def can_be_called(content: Content) -> bool:
    """Tell whether the letter names a phone number."""
    unit = facts.authority(content)
    return unit is not None and bool(unit.phones)


def notice_of(content: Content) -> ProcessingNotice:
    """Return the notice that a late answer is about, empty if none is recorded."""
    return about(content, ProcessingNotice) or ProcessingNotice(id="")


def _deadline(content: Content, notice: ProcessingNotice) -> Deadline | None:
    """Return the deadline that the notice names, else the first that was not met."""
    rules = {d.id for d in content.standard.deadlines if d.counted_from == "received"}
    found = [d for d in content.judgement.deadlines if d.rule in rules]
    named = (d for d in found if d.rule == notice.deadline)
    late = (d for d in found if not d.met)
    return next(named, None) or next(late, None)


def wanted(content: Content) -> str:
    """Name what was applied for, as it stands inside a sentence."""
    names = [facts.need_name(content, need) for need in content.casefile.needs]
    joined = facts.named(names)
    return joined[:1].lower() + joined[1:]


def write_elder_care(writing: Writing) -> None:
    """Write where a case belongs that falls under the act on care for the elderly."""
    content = writing.content
    case = content.casefile.case
    _write_head(writing, _ELDER)
    _write_box(writing, _ELDER, [_said(writing, _ELDER, key) for key in ("happens", "ask")])
    writing.say(
        f"{_ELDER}.intro",
        day=facts.day_words(asked_on(content)),
        what=wanted(content),
        paragraph=content.standard.paragraph,
    )
    writing.title(2, f"{_ELDER}.why")
    writing.story.typed(case.legal_basis_reason)
    if not case.legal_basis_reason.strip():
        writing.say_gap("legal_basis_reason")
    writing.title(2, f"{_ELDER}.next")
    writing.say(f"{_ELDER}.steps")
    writing.title(2, f"{_ELDER}.disagree")
    writing.say(f"{_ELDER}.ask_again")
    write_rights(writing)
    _write_end(writing)


def asked_on(content: Content, notice: ProcessingNotice | None = None) -> date | None:
    """Return the day on which help was asked for; a notice may be about one request of several."""
    named = content.casefile.get(Request, notice.request) if notice else None
    request = named or content.casefile.request
    return request.received_on if request else None


def _write_head(writing: Writing, table: str) -> None:
    write_letterhead(writing)
    writing.title(1, f"{table}.title")


def _write_box(writing: Writing, table: str, lines: list[tuple[str, str]]) -> None:
    """Write what is to be seen first, and whom to ask."""
    box = [(writing.words(f"{table}.box_{key}"), value) for key, value in lines]
    box.append((writing.words("letter.box.who"), who_words(writing)))
    writing.story.box([(label, value) for label, value in box if value])


def _said(writing: Writing, table: str, key: str) -> tuple[str, str]:
    """Return a line of the box that says the same in each letter."""
    return key, writing.words(f"{table}.box_{key}_text")


def _write_end(writing: Writing) -> None:
    with writing.story.together(also=2):
        write_going_along(writing, _explained_by(writing))
        write_signature(writing)


def _explained_by(writing: Writing) -> list[str]:
    """Return the titles of the pages that explain the letter."""
    _, *others = parts_with("hearing", writing.content)
    names = {"summary": f"{_SUMMARY}.title", "other_language": f"{_OTHER}.title_letter"}
    return [plain(writing.words(names[part])) for part in others]
