"""The letter's blocks about the time to come: follow-up, the practical things, the action plan."""

from collections.abc import Sequence

from app.documents import facts
from app.documents.coming import Coming, coming
from app.documents.story import escape, joined, typed
from app.documents.writing import Writing
from app.wording import enumeration

_YEAR = 12


def write_follow_up(writing: Writing) -> None:
    """Blocks 14 and 15: the next visit, the follow-ups, duties, swapping and cancelling."""
    writing.title(2, "letter.follow_up.title")
    first = _next_visit(writing)
    if facts.given(writing.content):
        _write_days(writing, first)
    else:
        writing.story.texts(first)
    _write_practical(writing)


def _next_visit(writing: Writing) -> list[str]:
    """Say when the help is looked at next, or why no visit is agreed."""
    visit = writing.content.casefile.visit
    if visit.next_visit:
        key = "next_visit" if facts.given(writing.content) else "next_visit_without"
        return [writing.words(f"letter.follow_up.{key}", day=facts.day_words(visit.next_visit))]
    if visit.next_visit_reason.strip():
        return joined(writing.words("letter.follow_up.no_visit"), typed(visit.next_visit_reason))
    return [gap] if (gap := writing.gap("next_visit")) else []


def _write_days(writing: Writing, first: list[str]) -> None:
    """Write the first follow-ups by date, what they are about, and when a status is due."""
    found = coming(writing.content)
    given = {s.name for s in facts.given_services(writing.content)}
    several = any(given - set(c.services) for c in found)
    lines = [line for c in found if (line := _days(writing, c, several=several))]
    writing.story.texts(first if several else list(filter(None, [" ".join([*first, *lines])])))
    writing.story.bullets(lines if several else [])
    writing.story.texts(_about(writing, found))


def _about(writing: Writing, found: Sequence[Coming]) -> list[str]:
    """Say what the follow-ups of the help are about, and a status only where one is due."""
    standard = writing.content.standard
    services = facts.given_services(writing.content)
    is_common = any(s.follow_up is None for s in services)
    common = standard.follow_up.text if is_common else ""
    is_due = standard.follow_up.report_weeks_before is None or any(c.report for c in found)
    status = standard.documents.status_meeting_text if is_due else ""
    own = " ".join(dict.fromkeys(s.follow_up.text for s in services if s.follow_up))
    return [escape(t) for t in (" ".join(filter(None, (common, status))), own) if t]


def _days(writing: Writing, when: Coming, *, several: bool) -> str:
    """Say the follow-ups after the agreed visit, which is told already."""
    agreed = writing.content.casefile.visit.next_visit
    later = [day for day in when.days if day != agreed]
    days = enumeration([facts.day_words(day) for day in later or (when.days if several else ())])
    key = f"{'days_of' if several else 'days'}{'_after' if 0 < len(later) < len(when.days) else ''}"
    service = facts.named(when.services)
    months = when.then_every_months
    said = [
        writing.words(f"letter.follow_up.{key}", days=days, service=service) if days else "",
        writing.words(
            f"letter.follow_up.{'then_yearly' if months == _YEAR else 'then'}", months=months
        )
        if months
        else "",
        _report(writing, when),
    ]
    return " ".join(filter(None, said))


def _report(writing: Writing, when: Coming) -> str:
    """Say when the first status is due; the standard's own words tell what it is."""
    if when.report is None:
        return ""
    is_told = bool(writing.content.standard.documents.status_meeting_text)
    key = "report_day" if is_told else "report"
    return writing.words(f"letter.follow_up.{key}", day=facts.day_words(when.report))


def _write_practical(writing: Writing) -> None:
    """Write the standard's own passages: about the help, or where to turn without it."""
    content = writing.content
    told = facts.passages(content, content.standard.passages)
    if told:
        writing.title(2, f"letter.practical.{'title' if facts.given(content) else 'instead'}")
        writing.run_in(told)


def write_plan(writing: Writing) -> None:
    """Block 16: that an action plan was offered; a no changes nothing in the help."""
    content = writing.content
    plan, rules = facts.action_plan(content), content.standard.documents
    is_offered = plan.offered_on is not None or plan.wish != ""
    if "action_plan" not in rules.used or not is_offered or not facts.given(content):
        return
    writing.title(2, "letter.plan.title")
    told = rules.action_plan_text
    law = facts.law_text(content, rules.action_plan_law)
    said = [
        writing.words(f"letter.plan.{plan.wish or 'offered'}", told=bool(told)),
        escape(told),
        writing.words("letter.plan.law", law=law) if law else "",
    ]
    writing.story.text(" ".join(filter(None, said)))
