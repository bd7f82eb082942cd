"""What a schema cannot say of a standard's file: what refers to what, and what fits together.

The checks read the parsed data, not the decoded standard, so that they also speak when
other parts of the file are wrong.
"""

from collections.abc import Callable, Iterator
from datetime import date
from difflib import get_close_matches
from string import Template
from typing import Any, TypeGuard, get_args

from app.domain.parsed import each, tables_at, words_at
from app.domain.rules import Rule, RuleBase
from app.domain.schema_check import Fault
from app.domain.standard_fitting import fitting_faults
from app.domain.standard_names import (
    BUILT_IN_SECTIONS,
    DEFINED,
    OWN_ITEMS,
    RECORDS,
    REFERENCES,
    SHEETS,
    UNIQUE,
    UNIQUE_INSIDE,
)
from app.domain.toml_places import Place

_PERIODS = ("", "laws.*", "passages.*", "complaint.*", "sheets.*.passages.*")


def reference_faults(data: dict[str, Any], line_of: Callable[[Place], int]) -> Iterator[Fault]:
    """Return what does not fit together in a parsed standard."""
    yield from _unknown_names(data)
    yield from _unknown_records(data)
    yield from _duplicates(data, line_of)
    yield from _overlaps(data, line_of)
    yield from _foreign_items(data)
    yield from _foreign_areas(data)
    yield from _sections(data)
    yield from _questions(data)
    yield from _placeholders(data)
    yield from _danish(data)
    yield from _sheets(data)
    yield from _values(data)
    yield from fitting_faults(data)


def law_faults(data: dict[str, Any], line_of: Callable[[Place], int]) -> Iterator[Fault]:
    """Return what does not fit together in the parsed national law."""
    yield from _twice(each(data, "passages.*.id"), line_of)
    yield from _twice(each(data, "receipts.*.how"), line_of)
    yield from _twice(each(data, "pension_ages.*.born_from"), line_of)
    yield from _periods(data)


def _names(data: object, pattern: str) -> list[str]:
    return [str(value) for _, value in each(data, pattern)]


def _unknown_names(data: dict[str, Any]) -> Iterator[Fault]:
    defined = {target: _names(data, pattern) for target, pattern in DEFINED.items()}
    for pattern, target in REFERENCES:
        for place, value in words_at(data, pattern):
            if value not in ("", *defined[target]):
                yield _not_in(place, value, target, defined[target])


def _not_in(place: Place, value: str, target: str, known: list[str]) -> Fault:
    params = {"value": value, "target": target}
    like = get_close_matches(value, known, n=1)
    if like:
        return Fault(place, "reference.unknown_like", {**params, "like": like[0]})
    return Fault(place, "reference.unknown", params)


def _unknown_records(data: dict[str, Any]) -> Iterator[Fault]:
    for pattern, known in RECORDS:
        for place, value in words_at(data, pattern):
            if value not in known:
                params = {"value": value, "choices": ", ".join(known)}
                yield Fault(place, "reference.record", params)


def _duplicates(data: dict[str, Any], line_of: Callable[[Place], int]) -> Iterator[Fault]:
    for pattern in UNIQUE:
        yield from _twice(each(data, pattern), line_of)
    for owner, pattern in UNIQUE_INSIDE:
        for place, value in each(data, owner):
            yield from _twice(each(value, pattern, place), line_of)


def _twice(named: Iterator[tuple[Place, Any]], line_of: Callable[[Place], int]) -> Iterator[Fault]:
    first: dict[str, Place] = {}
    for place, value in named:
        before = first.setdefault(str(value), place)
        if before != place:
            params = {"value": str(value), "line": str(line_of(before))}
            yield Fault(place, "reference.duplicate", params)


def _overlaps(data: dict[str, Any], line_of: Callable[[Place], int]) -> Iterator[Fault]:
    """A law may stand several times with the same id, but not twice for the same day."""
    laws = list(tables_at(data, "laws.*"))
    for index, (place, law) in enumerate(laws):
        for before, other in laws[:index]:
            if other.get("id") == law.get("id") and _meet(law, other):
                params = {"value": str(law.get("id")), "line": str(line_of(before))}
                yield Fault((*place, "id"), "reference.overlap", params)


def _meet(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return _starts(one) <= _ends(other) and _starts(other) <= _ends(one)


def _starts(entry: dict[str, Any]) -> date:
    day = entry.get("valid_from")
    return day if type(day) is date else date.min


def _ends(entry: dict[str, Any]) -> date:
    day = entry.get("valid_until")
    return day if type(day) is date else date.max


def _foreign_items(data: dict[str, Any]) -> Iterator[Fault]:
    items = {s["id"]: _names(s, "items.*.id") for s in _services(data)}
    known = {i for own in items.values() for i in own}
    for owner, services, pattern in OWN_ITEMS:
        for place, entry in each(data, owner):
            named = [s for s in _names(entry, services) if s in items]
            own = {i for s in named for i in items[s]}
            for where, value in words_at(entry, pattern, place):
                if named and value in known and value not in own:
                    params = {"value": value, "services": ", ".join(named)}
                    yield Fault(where, "reference.foreign_item", params)


def _services(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [s for _, s in tables_at(data, "services.*") if isinstance(s.get("id"), str)]


def _foreign_areas(data: dict[str, Any]) -> Iterator[Fault]:
    areas = {str(a.get("id")): _names(a, "services.*") for _, a in tables_at(data, "areas.*")}
    for place, service in tables_at(data, "services.*"):
        name = service.get("id")
        for where, area in words_at(service, "items.*.area", place):
            if area in areas and name not in areas[area]:
                params = {"value": area, "service": str(name)}
                yield Fault(where, "reference.foreign_area", params)


def _sections(data: dict[str, Any]) -> Iterator[Fault]:
    for place, section in tables_at(data, "sections.*"):
        name = section.get("id")
        if isinstance(name, str) and name not in BUILT_IN_SECTIONS and not section.get("questions"):
            yield Fault((*place, "id"), "reference.section", {"value": name})


def _questions(data: dict[str, Any]) -> Iterator[Fault]:
    for place, question in tables_at(data, "sections.*.questions.*"):
        is_choice = question.get("kind") in ("choice", "several")
        has_options = "options" in question
        if is_choice and not question.get("options"):
            yield Fault((*place, "kind"), "value.options")
        if has_options and not is_choice:
            yield Fault((*place, "options"), "value.no_options")


def _placeholders(data: dict[str, Any]) -> Iterator[Fault]:
    kinds = {kind.__struct_config__.tag: kind for kind in get_args(Rule)}
    for place, rule in tables_at(data, "rules.*"):
        kind = kinds.get(str(rule.get("kind")))
        if kind is not None and isinstance(rule.get("text"), str):
            yield from _offered(rule["text"], kind, (*place, "text"))


def _offered(text: str, kind: type[RuleBase], place: Place) -> Iterator[Fault]:
    template = Template(text)
    if not template.is_valid():
        yield Fault(place, "value.dollar")
        return
    for name in template.get_identifiers():
        if name not in kind.offers:
            key = "value.placeholder" if kind.offers else "value.placeholder_none"
            yield Fault(place, key, {"value": name, "choices": ", ".join(kind.offers)})


def _danish(data: dict[str, Any]) -> Iterator[Fault]:
    for place, consent in tables_at(data, "consents.*"):
        for field in ("title", "text", "if_no"):
            words = consent.get(field)
            if isinstance(words, dict) and not words.get("da"):
                yield Fault((*place, field), "value.danish")


def _sheets(data: dict[str, Any]) -> Iterator[Fault]:
    sheets = _names(data, "sheets.*.id")
    for place, enclosure in each(data, "enclosures.*.id"):
        if enclosure in SHEETS and enclosure not in sheets:
            yield Fault(place, "reference.sheet", {"value": enclosure})


def _values(data: dict[str, Any]) -> Iterator[Fault]:
    yield from _periods(data)
    yield from _extents(data)
    yield from _ages(data)
    for place, day in each(data, "services.*.weekdays.*"):
        if _whole(day) and not 0 <= day <= 6:
            yield Fault(place, "value.weekday")


def _ages(data: dict[str, Any]) -> Iterator[Fault]:
    first, last = data.get("age_from"), data.get("age_to")
    if _whole(first) and _whole(last) and last < first:
        yield Fault(("age_to",), "value.ages")


def _periods(data: dict[str, Any]) -> Iterator[Fault]:
    for pattern in _PERIODS:
        for place, entry in tables_at(data, pattern):
            if _ends(entry) < _starts(entry):
                yield Fault((*place, "valid_until"), "value.period")


def _extents(data: dict[str, Any]) -> Iterator[Fault]:
    for pattern in ("services.*.extent", "services.*.items.*.extent", "level_proposals.*.extent"):
        for place, extent in tables_at(data, pattern):
            yield from _extent(extent, place)


def _extent(extent: dict[str, Any], place: Place) -> Iterator[Fault]:
    for field in ("times", "every"):
        if _whole(extent.get(field)) and extent[field] < 1:
            yield Fault((*place, field), "value.positive")
    up_to, times = extent.get("up_to"), extent.get("times", 1)
    if _whole(up_to) and _whole(times) and up_to <= times:
        yield Fault((*place, "up_to"), "value.up_to")


def _whole(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
