"""The letters that decide nothing, in short: what each is, what to do, and what comes then."""

from collections.abc import Callable, Mapping

from app.documents.case_letters import answer_day, asked_on, can_be_called, notice_of, wanted
from app.documents.content import Part
from app.documents.easy import day_words, heading, say, write_own_words
from app.documents.records import must_be_about
from app.documents.writing import Writing
from app.domain.records import Hearing

_HEARING, _NOTICE, _ELDER = "hearing_summary", "processing_notice_summary", "elder_care_summary"

# A heading with all its points under it, so that the last day to reply is seen with them.
_WITH_POINTS = 120.0


def _write_hearing(writing: Writing) -> None:
    """What was told of the citizen, what it may mean, and by when to reply."""
    hearing = must_be_about(writing.content, Hearing)
    _write_what(writing, _HEARING)
    heading(writing, f"{_HEARING}.heard")
    if hearing.source.strip():
        say(writing, f"{_HEARING}.source", source=hearing.source)
    is_cut = write_own_words(
        writing,
        hearing.content,
        title="documents.hearing.what",
        gap="hearing_content",
        elsewhere=f"{_HEARING}.heard_elsewhere",
    )
    if is_cut:
        say(writing, f"{_HEARING}.heard_more")
    say(writing, f"{_HEARING}.{'against' if hearing.detrimental else 'may_matter'}")
    until = day_words(writing, answer_day(writing, hearing))
    heading(writing, "summary.do", room=_WITH_POINTS)
    say(writing, f"{_HEARING}.do", until=until, calls=can_be_called(writing.content))
    _write_next(writing, _HEARING)


def _write_notice(writing: Writing) -> None:
    """That the answer comes later, why, and when it comes."""
    notice = notice_of(writing.content)
    asked = day_words(writing, asked_on(writing.content, notice))
    _write_what(writing, _NOTICE, day=asked, what=wanted(writing.content))
    heading(writing, "summary.why")
    title = "documents.processing_notice.why"
    write_own_words(writing, notice.reason, title=title, gap="late_reason")
    heading(writing, "summary.next")
    if notice.new_date:
        say(writing, f"{_NOTICE}.next", day=day_words(writing, notice.new_date))
    else:
        writing.say_gap("new_date")
    _write_do(writing, _NOTICE)


def _write_elder_care(writing: Writing) -> None:
    """That another law covers the case, why, and what is to be said yes or no to."""
    content = writing.content
    asked = day_words(writing, asked_on(content))
    _write_what(writing, _ELDER, day=asked, what=wanted(content))
    heading(writing, "summary.why")
    title, reason = "documents.elder_care.why", content.casefile.case.legal_basis_reason
    write_own_words(writing, reason, title=title, gap="legal_basis_reason")
    _write_next(writing, _ELDER)
    _write_do(writing, _ELDER)
    heading(writing, "summary.disagree")
    say(writing, f"{_ELDER}.ask_again")


def _write_what(writing: Writing, table: str, **values: object) -> None:
    heading(writing, "summary.what")
    say(writing, f"{table}.what", **values)


def _write_do(writing: Writing, table: str) -> None:
    heading(writing, "summary.do")
    say(writing, f"{table}.do")


def _write_next(writing: Writing, table: str) -> None:
    heading(writing, "summary.next")
    say(writing, f"{table}.next")


WRITERS: Mapping[Part, Callable[[Writing], None]] = {
    "hearing": _write_hearing,
    "processing_notice": _write_notice,
    "elder_care": _write_elder_care,
}
