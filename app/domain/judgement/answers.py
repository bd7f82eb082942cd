"""What the answers to a standard's own questions say of the help at hand."""

from app.domain.findings import Finding
from app.domain.judgement.facts import Facts
from app.domain.judgement.places import place
from app.domain.judgement.words import joined, texts
from app.domain.records import Answer
from app.domain.rules import AnswerGiven, AnswerMissing
from app.domain.standard import Question

_FIELDS = {
    "choice": "choice",
    "yes_no": "choice",
    "date": "day",
    "several": "choices",
    "number": "number",
}


def answer_field(question: Question) -> str:
    """Return the field of an Answer that holds the answer to a question."""
    return _FIELDS.get(question.kind, "text")


def is_answered(answer: Answer) -> bool:
    """Tell whether anything was answered."""
    given = answer.choice or answer.day or answer.choices
    return bool(answer.text.strip() or given or answer.number is not None)


def is_asked(question: Question, facts: Facts) -> bool:
    """Tell whether a question is asked: one for some services only when one is at hand."""
    return not question.services or any(s in facts.at_hand for s in question.services)


def answer_given(rule: AnswerGiven, facts: Facts) -> tuple[Finding, ...]:
    """Find answers that the standard says something of, each by itself (KER-011, KOG-107)."""
    question, services = _question(rule, facts), _services(rule, facts)
    if question is None or not services or not is_asked(question, facts):
        return ()
    answer = facts.casefile.answer(rule.section, rule.question)
    anchor = place(rule.section, answer, answer_field(question))
    return tuple(
        facts.find(
            rule,
            value,
            anchor,
            service_id=_first(services, facts),
            service=_named(services, facts),
            answer=_words(question, value),
        )
        for value in dict.fromkeys((answer.choice, *answer.choices))
        if value in rule.values
    )


def answer_missing(rule: AnswerMissing, facts: Facts) -> tuple[Finding, ...]:
    """Find help at hand before a question that it asks for is answered (KOG-103)."""
    question, services = _question(rule, facts), _services(rule, facts)
    if question is None or not services or not is_asked(question, facts):
        return ()
    answer = facts.casefile.answer(rule.section, rule.question)
    if is_answered(answer):
        return ()
    return (
        facts.find(
            rule,
            "",
            place(rule.section, answer, answer_field(question)),
            service_id=_first(services, facts),
            service=_named(services, facts),
            question=question.label,
        ),
    )


def _question(rule: AnswerGiven | AnswerMissing, facts: Facts) -> Question | None:
    section = facts.standard.section(rule.section)
    questions = section.questions if section else ()
    return next((q for q in questions if q.id == rule.question), None)


def _services(rule: AnswerGiven | AnswerMissing, facts: Facts) -> list[str]:
    return [s for s in facts.at_hand if not rule.services or s in rule.services]


def _first(services: list[str], facts: Facts) -> str:
    """Return the service whose grant or need the finding belongs to; a granted one first."""
    return next((s for s in services if s in facts.granted), services[0])


def _named(services: list[str], facts: Facts) -> str:
    return joined(facts.service_name(s) for s in services)


def _words(question: Question, value: str) -> str:
    named = {o.value: o.name for o in question.options}
    if question.kind == "yes_no":
        named = {v: texts().message(f"answer.{v}") for v in ("yes", "no")}
    return named.get(value, value)
