"""A letter in short, easy to read: what, when, why, what one can do, and whom to ask.

Why is in the visitator's words, the first sentences of them; the program adds no reason.
"""

from collections.abc import Iterator
from datetime import date

from app.documents import facts
from app.documents.content import Content
from app.documents.easy import (
    SENTENCES,
    STYLE,
    day_words,
    first_sentences,
    fits,
    heading,
    say,
    words,
    write_contact,
    write_own_words,
)
from app.documents.parts import told_letter
from app.documents.summary_letters import WRITERS
from app.documents.writing import Writing
from app.domain.records import Grant
from app.texts import Texts
from app.wording import extent_words

# As many things that were not granted in full have their reason here.
_NEEDS = 2
_REASONS, _FACTS = "letter.reasons.title", "letter.facts.title"


def write_summary(writing: Writing) -> None:
    """Write the page of its own that goes with a letter."""
    writing.title(1, "documents.summary.title")
    write_told(writing)


def write_told(writing: Writing) -> None:
    """Write what matters most in the letter, in the language of the texts."""
    letter = told_letter(writing.content)
    day = day_words(writing, writing.content.day)
    say(writing, "summary.intro", day=day, services=letter != "hearing")
    WRITERS.get(letter, _write_decision)(writing)
    write_contact(writing)


def _write_decision(writing: Writing) -> None:
    """What was decided, which help, why, and what one can do about it."""
    for write in (_write_result, _write_help, _write_why, _write_rights):
        write(writing)


def _write_result(writing: Writing) -> None:
    kind = facts.variant(writing.content)
    heading(writing, "summary.decided")
    say(writing, f"summary.{kind}")
    refused = facts.need_names(writing.content, "refused")
    if refused and kind != "refused":
        say(writing, "summary.not", names=refused)


def _write_help(writing: Writing) -> None:
    content = writing.content
    kind, ends = facts.variant(content), facts.end_days(content)
    if kind == "ended":
        lines = [_ending(writing, name, day) for name, day in ends.items()]
    else:
        lines = [_help(writing, grant) for grant in facts.given(content)]
    if not lines:
        return
    heading(writing, "summary.help")
    writing.story.bullets(lines, STYLE)
    if content.casefile.visit.next_visit:
        day = day_words(writing, content.casefile.visit.next_visit)
        say(writing, "summary.next_visit", day=day)


def _ending(writing: Writing, name: str, day: date) -> str:
    service = words(writing, "summary.service", service=name[:1].upper() + name[1:], often="")
    return f"{service} {words(writing, 'summary.until', end=day_words(writing, day))}"


def _help(writing: Writing, grant: Grant) -> str:
    """Say one line of help: what, how often, from when, and who comes."""
    content, texts = writing.content, Texts(writing.language)
    often = extent_words(grant.extent, texts) or facts.package_name(content, grant)
    name = facts.service_name(content, grant.service)
    said = [words(writing, "summary.service", service=name, often=often)]
    start, end = (day_words(writing, day) for day in (grant.starts_on, grant.ends_on))
    if start:
        said.append(words(writing, "summary.period", start=start, end=end))
    elif end:
        said.append(words(writing, "summary.until", end=end))
    chosen = facts.provider_of(content, grant.service)
    provider = facts.provider_name(content, chosen) if chosen else ""
    if chosen and provider:
        key = "self_chosen" if chosen.kind == "self_chosen" else "provider"
        said.append(words(writing, f"summary.{key}", provider=provider))
    return " ".join(said)


def _write_why(writing: Writing) -> None:
    """Write why in the visitator's words: of what was not granted, else of the whole."""
    heading(writing, "summary.why")
    own = list(_reasons(writing.content))
    if not own or writing.original is not None:
        text, title = ("", _REASONS) if own else _whole_reason(writing.content)
        write_own_words(writing, text, title=title, gap="reasons")
        return
    for need, reason in own:
        if fits(reason):
            words_of = words(writing, "summary.why_of", need=need, words=reason)
            writing.story.text(words_of, STYLE)
        else:
            say(writing, "summary.why_elsewhere", heading=writing.words(_REASONS))


def _reasons(content: Content) -> Iterator[tuple[str, str]]:
    """Yield what was not granted, and the first sentences of why."""
    own = [
        (facts.need_name(content, need), item.reasons)
        for need, item in facts.outcomes(content)
        if item.outcome not in ("", "granted") and item.reasons.strip()
    ][:_NEEDS]
    for need, reasons in own:
        yield need, first_sentences(reasons, 1 if len(own) > 1 else SENTENCES)


def _whole_reason(content: Content) -> tuple[str, str]:
    """Return the reason for the whole, else the facts that weighed, and its heading's key."""
    decision = facts.decision(content)
    reasons = (decision.main_considerations, facts.follow_up(content).reason)
    found = next((text for text in reasons if text.strip()), "")
    return (found, _REASONS) if found or not decision.facts.strip() else (decision.facts, _FACTS)


def _write_rights(writing: Writing) -> None:
    heading(writing, "summary.disagree")
    say(writing, "summary.complain", weeks=writing.content.national.complaint_weeks)
    if facts.given(writing.content):
        heading(writing, "summary.new")
        say(writing, "summary.tell")
