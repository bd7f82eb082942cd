"""What a standard's rules, stair and follow-ups need of the rest of the file.

Like the checks of references it reads the parsed data, and passes over what is no data of
the kind it looks for: the schema's check names that.
"""

from collections.abc import Iterator
from typing import Any, TypeGuard

from app.domain.parsed import each, tables_at, words_at
from app.domain.schema_check import Fault
from app.domain.standard_names import AMOUNTS, COUNTS, NEEDS, SECTION_FOR
from app.domain.toml_places import Place

_ANSWERED_BY_CHOICE = ("choice", "several", "yes_no")
_YES_NO = ("yes", "no")


def fitting_faults(data: dict[str, Any]) -> Iterator[Fault]:
    """Return what rules, questions, stair and deadlines lack elsewhere in a parsed standard."""
    yield from _positive(data)
    yield from _lengths(data)
    yield from _circular(data)
    yield from _open_services(data)
    yield from _rule_questions(data)
    yield from _rule_needs(data)
    yield from _sections(data)


def _positive(data: dict[str, Any]) -> Iterator[Fault]:
    for pattern in COUNTS:
        for place, amount in each(data, pattern):
            if _number(amount) and amount < 1:
                yield Fault(place, "value.positive")
    for pattern in AMOUNTS:
        for place, amount in each(data, pattern):
            if _number(amount) and not amount > 0:
                yield Fault(place, "value.above_zero")


def _number(value: Any) -> TypeGuard[int | float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _lengths(data: dict[str, Any]) -> Iterator[Fault]:
    """A deadline has a length."""
    for place, deadline in tables_at(data, "deadlines.*"):
        if not {"days", "weeks", "months"} & set(deadline):
            yield Fault(place, "value.length")


def _circular(data: dict[str, Any]) -> Iterator[Fault]:
    """A service on two steps would have to be considered before itself."""
    first: dict[str, str] = {}
    for place, step in tables_at(data, "stair.steps.*"):
        name = str(step.get("id"))
        for where, service in words_at(step, "services.*", place):
            if first.setdefault(service, name) != name:
                params = {"value": service, "step": first[service]}
                yield Fault(where, "reference.circular", params)


def _open_services(data: dict[str, Any]) -> Iterator[Fault]:
    """What is open to everybody is never proposed as a grant."""
    services = tables_at(data, "services.*")
    open_to_all = {str(s.get("id")) for _, s in services if s.get("visitated") is False}
    for place, service in words_at(data, "level_proposals.*.service"):
        if service in open_to_all:
            yield Fault(place, "reference.open_service", {"value": service})


def _rule_questions(data: dict[str, Any]) -> Iterator[Fault]:
    """A rule's question stands in its section, and the values are answers to it."""
    questions = {str(s.get("id")): _questions(s) for _, s in tables_at(data, "sections.*")}
    named = {question for known in questions.values() for question in known}
    for place, rule in tables_at(data, "rules.*"):
        section, question = rule.get("section"), rule.get("question")
        if not isinstance(section, str) or section not in questions or question not in named:
            continue
        if question not in questions[section]:
            params = {"value": str(question), "section": section}
            yield Fault((*place, "question"), "reference.foreign_question", params)
        else:
            yield from _values(rule, questions[section][str(question)], place)


def _questions(section: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {str(q.get("id")): q for _, q in tables_at(section, "questions.*")}


def _values(rule: dict[str, Any], question: dict[str, Any], place: Place) -> Iterator[Fault]:
    kind = question.get("kind", "text")
    options = [word for _, word in words_at(question, "options.*.value")]
    known = _YES_NO if kind == "yes_no" else options
    for where, value in words_at(rule, "values.*", place):
        if kind not in _ANSWERED_BY_CHOICE:
            yield Fault(where, "reference.no_values", {"value": str(question.get("id"))})
        elif value not in known:
            params = {"value": value, "choices": ", ".join(known)}
            yield Fault(where, "reference.record", params)


def _rule_needs(data: dict[str, Any]) -> Iterator[Fault]:
    for place, rule in tables_at(data, "rules.*"):
        kind = rule.get("kind")
        for needed, key, value in NEEDS.get(kind, ()) if isinstance(kind, str) else ():
            found = [v for _, v in each(data, key)]
            if not found or (value is not None and value not in found):
                yield Fault((*place, "kind"), "reference.rule_needs", {"needed": needed})
        if kind == "longer_than":
            yield from _longest(rule, place, data)


def _longest(rule: dict[str, Any], place: Place, data: dict[str, Any]) -> Iterator[Fault]:
    """Each service that a rule names has a longest course; without names, one has."""
    services = {str(s.get("id")): s for _, s in tables_at(data, "services.*")}
    for where, service in words_at(rule, "services.*", place):
        if service in services and "max_months" not in services[service]:
            yield Fault(where, "reference.no_longest", {"value": service})
    if not rule.get("services") and not any("max_months" in s for s in services.values()):
        yield Fault((*place, "kind"), "reference.rule_needs", {"needed": "services.max_months"})


def _sections(data: dict[str, Any]) -> Iterator[Fault]:
    """What a rule or a table asks for is put right in a section that the visit shows."""
    shown = {str(value) for _, value in each(data, "sections.*.id")}
    for key in ("overall", "stair"):
        if isinstance(data.get(key), dict) and "overall" not in shown:
            yield Fault((key,), "reference.no_section", {"value": "overall"})
    for place, kind in words_at(data, "rules.*.kind"):
        section = SECTION_FOR.get(kind, "")
        if section and section not in shown:
            yield Fault(place, "reference.no_section", {"value": section})
