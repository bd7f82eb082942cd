"""The rules of a printed standard as sentences, with the reasons to choose from."""

import re
from string import Template

from app.documents.catalogue_frame import Book
from app.documents.facts import lowered
from app.documents.story import Styled, TableRow, escape
from app.domain.judgement.words import figure
from app.domain.rules import RuleBase
from app.wording import enumeration, long_date

_KEY = "documents.catalogue"
# The first letter of a sentence, also where a value in italics begins it.
_SENTENCE = re.compile(r"(?:^|(?<=[.?!] ))(?:<i>)?\w")
# Where the number of a rule stands, by the word of its sentence.
_NUMBERS = {
    "age": ("age", "age_under"),
    "limit": ("limit", "days"),
    "count": ("count",),
    "months": ("months",),
    "days": ("days",),
}


def write_rules(book: Book) -> None:
    """Write what each rule says, in the words the visitator sees."""
    standard = book.standard
    if standard.rules:
        book.title(2, f"{_KEY}.rules", room=150)
        book.say(f"{_KEY}.rules_intro")
        book.table((4, 8), ("rule", "says"), [_rule(book, rule) for rule in standard.rules])
    if standard.reasons:
        book.title(2, f"{_KEY}.reasons", room=110)
        book.story.bullets([escape(reason.text) for reason in standard.reasons])


def _rule(book: Book, rule: RuleBase) -> TableRow:
    filled = Template(escape(rule.text)).safe_substitute(_values(book, rule))
    said = _SENTENCE.sub(lambda start: start[0][:-1] + start[0][-1].upper(), filled)
    marks = [] if rule.needs_reason else [book.word("no_reason")]
    source = book.words(f"{_KEY}.ref", ref=rule.ref) if rule.ref else ""
    below = " · ".join(filter(None, (*marks, source)))
    return escape(rule.title), [said, *([Styled(below, "cell_muted")] if below else [])]


def _values(book: Book, rule: RuleBase) -> dict[str, str]:
    """Fill a sentence: with the rule's own values, else with the word for what comes there."""
    known = _known(book, rule)
    return {
        name: escape(known[name]) if known.get(name) else f"<i>{book.word(f'word_{name}')}</i>"
        for name in rule.offers
    }


def _known(book: Book, rule: RuleBase) -> dict[str, str]:
    standard = book.standard
    numbers = {
        name: figure(value)
        for name, fields in _NUMBERS.items()
        for field in fields
        if (value := getattr(rule, field, None)) is not None
    }
    services = [getattr(rule, "service", "")] if getattr(rule, "service", "") else []
    services += list(getattr(rule, "services", ()))
    longest = [found.max_months for s in services if (found := standard.service(s))]
    names = enumeration([lowered(book.service(s)) for s in services])
    overall = standard.overall
    levels = {s.value: s.name for s in overall.scale.levels} if overall else {}
    access = [lowered(levels.get(v, v)) for v in overall.access] if overall else []
    return {
        "months": str(longest[0]) if len(longest) == 1 and longest[0] else "",
        **numbers,
        "service": names if len(services) == 1 else "",
        "services": names,
        "item": lowered(book.item(rule_item)) if (rule_item := getattr(rule, "item", "")) else "",
        "minimum": book.level(getattr(rule, "level", "")),
        "age_from": str(standard.age_from or ""),
        "age_to": str(standard.age_to or ""),
        "valid_until": long_date(standard.valid_until) if standard.valid_until else "",
        "version": standard.version,
        "access": enumeration(access),
        "register": standard.provider.listed_at,
    }
