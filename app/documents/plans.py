"""The plans of a case and the provider's status: what is empty has lines to write on."""

from app.documents import facts
from app.documents.coming import coming
from app.documents.form_words import Pairs, has_value
from app.documents.records import about
from app.documents.story import Styled, TableRow, escape, typed
from app.documents.writing import Writing
from app.domain.records import ActionPlan, ProviderPlan, StatusReport

_LINES = 3
_PLAN = "documents.action_plan"
_PROVIDER = "documents.provider_plan"
_STATUS = "documents.status_report"


def write_action_plan(writing: Writing) -> None:
    """Write the citizen's action plan with its four contents (handleplan)."""
    content, rules = writing.content, writing.content.standard.documents
    plan = about(content, ActionPlan) or ActionPlan(id="")
    law = facts.law_text(content, rules.action_plan_law)
    writing.title(1, f"{_PLAN}.title")
    writing.say(f"{_PLAN}.intro", law=law)
    wish = writing.words(f"{_PLAN}.wish_{plan.wish}") if plan.wish else ""
    rows: Pairs = [
        ("name", escape(content.casefile.citizen.name)),
        ("offered_on", facts.day_words(plan.offered_on)),
        ("wish", [wish, *typed(plan.wish_reason)]),
        ("responsible", escape(plan.responsible)),
        ("review_on", facts.day_words(plan.review_on)),
    ]
    _pairs(writing, _PLAN, rows)
    if plan.wish == "no":
        writing.say(f"{_PLAN}.declined")
        return
    for key in ("purpose", "effort", "duration", "other_matters"):
        _field(writing, _PLAN, key, getattr(plan, key))
    _write_goals(writing)


def write_provider_plan(writing: Writing) -> None:
    """Write the provider's plan with the citizen (pædagogisk handleplan, KER-042)."""
    content = writing.content
    plan = about(content, ProviderPlan) or ProviderPlan(id="")
    service = facts.service_name(content, plan.service) if plan.service else _services(writing)
    writing.title(1, f"{_PROVIDER}.title")
    writing.story.texts([escape(t) for t in [content.standard.documents.provider_plan_text] if t])
    rows: Pairs = [
        ("name", escape(content.casefile.citizen.name)),
        ("service", escape(service)),
        ("made_on", facts.day_words(plan.made_on)),
        ("made_by", escape(plan.made_by)),
    ]
    _pairs(writing, _PROVIDER, rows)
    _write_goals(writing)
    for key in ("goals", "methods", "staff_part", "citizen_part", "network_part"):
        _field(writing, _PROVIDER, key, getattr(plan, key))


def write_status_report(writing: Writing) -> None:
    """Write the provider's status before a follow-up (statusnotat, SOR-087).

    Without a record, or where a field is empty, it is a form to be filled in by hand.
    """
    content = writing.content
    report = about(content, StatusReport) or StatusReport(id="")
    due = report.due_on or min((c.report for c in coming(content) if c.report), default=None)
    writing.title(1, f"{_STATUS}.title")
    writing.say(f"{_STATUS}.intro")
    rows: Pairs = [
        ("name", escape(content.casefile.citizen.name)),
        ("service", escape(_services(writing))),
        ("due_on", facts.day_words(due)),
        ("report_to", escape(content.standard.follow_up.report_to)),
        ("received_on", facts.day_words(report.received_on)),
        ("meeting_on", facts.day_words(report.meeting_on)),
        ("written_by", escape(report.written_by)),
    ]
    _pairs(writing, _STATUS, rows)
    _write_goals(writing)
    for key in ("effect", "goals", "function_change", "proposal"):
        _field(writing, _STATUS, key, getattr(report, key))
    if not report.written_by.strip():
        writing.story.text(writing.words(f"{_STATUS}.sign"), "label")
        writing.story.lines(1)


def _services(writing: Writing) -> str:
    names = [s.name for s in facts.given_services(writing.content)]
    return facts.named(names)


def _write_goals(writing: Writing) -> None:
    """Write the goals that were set with the citizen."""
    goals = facts.goals(writing.content)
    if not goals:
        return
    writing.title(2, "documents.form.goals", room=100)
    head = [writing.words(f"letter.goals.{key}") for key in ("goal", "measure", "due")]
    rows: list[TableRow] = [
        ([Styled(t, "cell") for t in typed(g.text)], typed(g.measure), facts.day_words(g.due))
        for g in goals
    ]
    writing.story.table((5, 3.8, 2.2), head, rows)


def _field(writing: Writing, table: str, key: str, text: str) -> None:
    """Write a field under its heading, or lines to write on."""
    writing.title(2, f"{table}.{key}", room=120)
    if hint := writing.words(f"{table}.{key}_hint"):
        writing.story.text(hint, "small")
    if text.strip():
        writing.story.typed(text)
    else:
        writing.story.lines(_LINES)


def _pairs(writing: Writing, table: str, rows: Pairs) -> None:
    made = [(writing.words(f"{table}.{key}"), value) for key, value in rows if has_value(value)]
    writing.story.pairs(made)
