"""The letter's individual reasons, as the visitator wrote them; none is ever made here."""

from collections.abc import Sequence

from app.documents import facts
from app.documents.story import escape
from app.documents.writing import Writing
from app.domain.findings import Finding
from app.domain.records import AppliedNeed, DecisionItem


def write_reasons(writing: Writing) -> None:
    """Block 9: main considerations, then the reasons for each thing applied for."""
    content, story = writing.content, writing.story
    main = facts.decision(content).main_considerations
    after = facts.follow_up(content).reason
    by_need = [(n, _reasons(writing, n, i), i) for n, i in facts.outcomes(content)]
    general = [f for f in content.judgement.findings if f.reason.strip() and not _need(writing, f)]
    lacks = [n for n, _, i in by_need if i.outcome not in ("", "granted") and not i.reasons.strip()]
    written = bool((main + after).strip() or general or any(texts for _, texts, _ in by_need))
    if not (written or story.draft):
        return
    writing.title(2, "letter.reasons.title")
    story.typed(main)
    writing.led(writing.words("letter.reasons.follow_up"), [after])
    _write_general(writing, general)
    for need, texts, _ in by_need:
        _write_need(writing, need, texts)
    for need in lacks:
        writing.say_gap("reason_for", what=facts.need_name(content, need))
    if not (written or lacks):
        writing.say_gap("reasons")


def _write_general(writing: Writing, findings: Sequence[Finding]) -> None:
    """Write the reasons that concern no service, headed by the rule's words for the citizen."""
    titles = {rule.id: rule.letter_title for rule in writing.content.standard.rules}
    for finding in sorted(findings, key=lambda f: bool(titles.get(f.rule))):
        title = titles.get(finding.rule, "")
        writing.led(escape(f"{title}:") if title else "", [finding.reason])


def _write_need(writing: Writing, need: AppliedNeed, texts: list[str]) -> None:
    if not texts:
        return
    writing.led(escape(f"{facts.need_name(writing.content, need)}:"), texts)


def _reasons(writing: Writing, need: AppliedNeed, item: DecisionItem) -> list[str]:
    """Return every reason that concerns a need, each once: chosen, written, at findings."""
    content = writing.content
    chosen = next((r.text for r in content.standard.reasons if r.id == item.chosen_reason), "")
    grants = [g.reason for g in facts.answering(content, need)]
    findings = [f.reason for f in content.judgement.findings if _need(writing, f) == need.id]
    texts = (t.strip() for t in (chosen, item.reasons, *grants, *findings))
    return list(dict.fromkeys(t for t in texts if t))


def _need(writing: Writing, finding: Finding) -> str:
    """Return the need that a finding is about, by itself or by its grant."""
    grant = next((g for g in writing.content.casefile.grants if g.id == finding.grant), None)
    wanted = finding.need or (grant.need if grant else "")
    known = {n.id for n in writing.content.casefile.needs}
    return wanted if wanted in known else ""
