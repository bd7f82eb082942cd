"""The decision in short, easy to read: what, when, why, what one can do, and whom to ask.

Why is in the visitator's words, the first sentences of them; the program adds no reason.
"""

import re
from collections.abc import Iterator
from datetime import date

from app.documents import facts
from app.documents.story import escape
from app.documents.writing import Writing
from app.domain.records import Grant
from app.texts import Texts
from app.wording import extent_words, long_date

_KEY = "documents.summary"
_STYLE = "lead"
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ»\"])")
# What ends with a full stop and no sentence.
_SHORTENED = re.compile(r"(?:\b(?:f\.eks|bl\.a|ca|dvs|evt|hr|kl|nr|stk|tlf|afd)|\d)\.$", re.I)
# As many things that were not granted in full have their reason here.
_NEEDS, _SENTENCES = 2, 2


def write_summary(writing: Writing) -> None:
    """Write the page of its own that goes with the letter."""
    writing.title(1, f"{_KEY}.title")
    if writing.story.draft:
        writing.story.text(writing.words("documents.page.draft_note"), "draft_note")
    write_decision(writing)


def write_decision(writing: Writing) -> None:
    """Write what was decided, in the language of the texts."""
    _say(writing, "intro", day=_day(writing, writing.content.day))
    for write in (_write_result, _write_help, _write_why, _write_rights, _write_contact):
        write(writing)


def _say(writing: Writing, key: str, **values: object) -> None:
    writing.story.texts(writing.texts.paragraphs(f"{_KEY}.{key}", **values), _STYLE)


def _title(writing: Writing, key: str) -> None:
    writing.title(2, f"{_KEY}.{key}", room=50)


def _day(writing: Writing, day: date | None) -> str:
    return long_date(day, writing.language) if day else ""


def _write_result(writing: Writing) -> None:
    kind = facts.variant(writing.content)
    _title(writing, "decided")
    _say(writing, kind)
    refused = facts.need_names(writing.content, "refused")
    if refused and kind != "refused":
        _say(writing, "not", names=refused)


def _write_help(writing: Writing) -> None:
    content = writing.content
    kind, ends = facts.variant(content), facts.end_days(content)
    if kind == "ended":
        lines = [_ending(writing, name, day) for name, day in ends.items()]
    else:
        lines = [_help(writing, grant) for grant in facts.given(content)]
    if not lines:
        return
    _title(writing, "help")
    writing.story.bullets(lines, _STYLE)
    if content.casefile.visit.next_visit:
        _say(writing, "next_visit", day=_day(writing, content.casefile.visit.next_visit))


def _ending(writing: Writing, name: str, day: date) -> str:
    service = writing.words(f"{_KEY}.service", service=name[:1].upper() + name[1:], often="")
    return f"{service} {writing.words(f'{_KEY}.until', end=_day(writing, day))}"


def _help(writing: Writing, grant: Grant) -> str:
    """Say one line of help: what, how often, from when, and who comes."""
    content, texts = writing.content, Texts(writing.language)
    often = extent_words(grant.extent, texts) or facts.package_name(content, grant)
    name = facts.service_name(content, grant.service)
    said = [writing.words(f"{_KEY}.service", service=name, often=often)]
    start, end = _day(writing, grant.starts_on), _day(writing, grant.ends_on)
    if start:
        said.append(writing.words(f"{_KEY}.period", start=start, end=end))
    elif end:
        said.append(writing.words(f"{_KEY}.until", end=end))
    chosen = facts.provider_of(content, grant.service)
    provider = facts.provider_name(content, chosen) if chosen else ""
    if chosen and provider:
        key = "self_chosen" if chosen.kind == "self_chosen" else "provider"
        said.append(writing.words(f"{_KEY}.{key}", provider=provider))
    return " ".join(said)


def _write_why(writing: Writing) -> None:
    _title(writing, "why")
    original = writing.original
    if original is not None:
        heading = original.line("letter.reasons.title")
        _say(writing, "why_elsewhere", heading=heading)
        return
    written = list(_reasons(writing))
    for text in written:
        writing.story.text(text, _STYLE)
    if not written:
        writing.say_gap("reasons")


def _reasons(writing: Writing) -> Iterator[str]:
    """Yield the first sentences of what the visitator wrote: on what was not granted, else on
    the whole, else the facts that weighed."""
    content = writing.content
    decision = facts.decision(content)
    own = [
        (facts.need_name(content, need), item.reasons)
        for need, item in facts.outcomes(content)
        if item.outcome not in ("", "granted") and item.reasons.strip()
    ][:_NEEDS]
    for need, reasons in own:
        words = first_sentences(reasons, 1 if len(own) > 1 else _SENTENCES)
        yield writing.words(f"{_KEY}.why_of", need=need, words=words)
    whole = (decision.main_considerations, facts.follow_up(content).reason, decision.facts)
    first = next((text for text in whole if text.strip()), "")
    if first and not own:
        yield escape(first_sentences(first, _SENTENCES))


def first_sentences(text: str, count: int) -> str:
    """Return the first sentences of what somebody wrote, whole and untouched."""
    sentences: list[str] = []
    for piece in _SENTENCE.split(" ".join(text.split())):
        if sentences and _SHORTENED.search(sentences[-1]):
            sentences[-1] += f" {piece}"
        else:
            sentences.append(piece)
    return " ".join(sentences[:count])


def _write_rights(writing: Writing) -> None:
    _title(writing, "disagree")
    _say(writing, "complain", weeks=writing.content.national.complaint_weeks)
    if facts.given(writing.content):
        _title(writing, "new")
        _say(writing, "tell")


def _write_contact(writing: Writing) -> None:
    unit = facts.authority(writing.content)
    _title(writing, "ask")
    if unit is None:
        writing.say_gap("sender")
        return
    _say(
        writing,
        "contact",
        unit=unit.name,
        phones=facts.phone_words(unit),
        hours=unit.hours,
        address=", ".join(unit.address),
        name=writing.content.name,
    )
