"""One visit under several standards: what of the case belongs to each, and all of it together."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from app.domain.casefile import CaseFile
from app.domain.findings import Anchor, Deadline, Finding, Judgement, Missing, SectionState
from app.domain.judgement import places
from app.domain.records import AppliedNeed, Goal, Grant, Record
from app.domain.standard import Question, Section, Standard

T = TypeVar("T")
Anchored = TypeVar("Anchored", Finding, Missing)

# One for the whole visit, however many standards it is made under.
SHARED = frozenset(
    {
        places.HOUSEHOLD,
        places.REQUEST,
        places.CONVERSATION,
        places.GOALS,
        places.WORKPLACE,
        places.CONSENT,
        places.DECISION,
        places.FOLLOW_UP,
        places.AFTER,
    }
)
LOOKING_BACK = ("follow_up", "reassessment")
_BETWEEN = ":"
# Where the lists of several standards are joined, and what tells two entries apart.
_JOINED = {
    "units": "id",
    "target_groups": "id",
    "requesters": "value",
    "groups": "id",
    "codes": "id",
    "laws": "id",
    "services": "id",
    "times_of_day": "value",
    "reasons": "id",
    "consents": "id",
    "enclosures": "id",
    "sheets": "id",
}


class ShownSection(msgspec.Struct, frozen=True, kw_only=True):
    """A section of the visit's page: `key` tells it from the same one of another standard.

    `standard` is the id of the standard that it works under, "" when it is one for them all.
    """

    key: str
    section: Section
    title: str
    standard: str = ""


def share_of(casefile: CaseFile, standard: Standard, standards: Sequence[Standard]) -> CaseFile:
    """Return the case without what belongs to another of the standards.

    That are needs and grants, what is recorded of a service, and goals for other services
    only. With one standard it is the case itself.
    """
    if len(standards) < 2:
        return casefile
    mine = standard.id
    kept = {
        entity: {
            record_id: record
            for record_id, record in table.items()
            if mine in _owners(record, casefile, standards)
        }
        for entity, table in casefile.records.items()
    }
    share = "" if standard is standards[0] else mine
    return msgspec.structs.replace(casefile, records=kept, share=share)


def section_key(section: str, standard: str, standards: Sequence[Standard]) -> str:
    """Return the key of a section under a standard; the first standard's is the section's id."""
    if section in SHARED or not standard or standard == standards[0].id:
        return section
    return f"{section}{_BETWEEN}{standard}"


def parts_of_key(key: str) -> tuple[str, str]:
    """Return the section's (or document's) id, and the standard's; "" is the first or all."""
    name, _, standard = key.partition(_BETWEEN)
    return name, standard


def shown_sections(standards: Sequence[Standard], kind: str) -> tuple[ShownSection, ...]:
    """Return the sections of a visit of this kind, in the order of its standards.

    What looks back at the last visit stands first, and only where there is one to look at.
    """
    shown: list[ShownSection] = []
    for standard in standards:
        _put_in_order(shown, list(_sections_of(standard, standards)))
    back = [s for s in shown if s.key == places.FOLLOW_UP and kind in LOOKING_BACK]
    return (*back, *(s for s in shown if s.key != places.FOLLOW_UP))


def short_names(standards: Sequence[Standard]) -> dict[str, str]:
    """Return what tells the standards apart, by id: without the words that they begin with alike.

    What follows a comma, such as the year, is left out where they differ without it.
    """
    names = {s.id: s.short_title.partition(",")[0].split() for s in standards}
    while len(names) > 1 and all(len(words) > 1 for words in names.values()):
        first = {words[0] for words in names.values()}
        if len(first) > 1 or not all(word[0].isalnum() for word in first):
            break  # a sign belongs to the number after it
        names = {standard: words[1:] for standard, words in names.items()}
    short = {standard: " ".join(words) for standard, words in names.items()}
    if len(set(short.values())) == len(short):
        return short
    return {s.id: s.short_title for s in standards}


def merged(judged: Sequence[tuple[Standard, Judgement]]) -> Judgement:
    """Return what all the standards say to one visit, each place named by its section's key.

    Proposals are left to the sections of their own standard: they are taken under it.
    """
    standards = tuple(standard for standard, _ in judged)
    findings: list[Finding] = []
    missing: list[Missing] = []
    deadlines: list[Deadline] = []
    states: dict[str, SectionState] = {}
    for standard, judgement in judged:
        findings += [_placed(f, standard, standards) for f in judgement.findings]
        missing += [_placed(m, standard, standards) for m in judgement.missing]
        deadlines += judgement.deadlines
        for section, state in judgement.sections.items():
            key = section_key(section, standard.id, standards)
            states[key] = _less(states[key], state) if key in states else state
    return Judgement(
        findings=_distinct(findings, _said_by),
        missing=tuple(sorted(_distinct(missing, _said), key=lambda m: not m.blocks)),
        deadlines=tuple(sorted(_distinct(deadlines, _due), key=lambda d: (d.due, d.rule))),
        sections=states,
    )


def _said_by(finding: Finding) -> object:
    """Tell findings apart: a reason stands in one letter alone, a mere word is said once."""
    return finding.id if finding.needs_reason else (finding.title, finding.text)


def side_by_side(standards: Sequence[Standard]) -> tuple[Standard, ...]:
    """Return the standards, each with the units and target groups of them all.

    A case has one unit, and its letters name it under whichever standard they are.
    """
    if len(standards) < 2:
        return tuple(standards)
    shared = {
        name: _joined([getattr(standard, name) for standard in standards], _JOINED[name])
        for name in ("units", "target_groups", "requesters")
    }
    return tuple(msgspec.structs.replace(standard, **shared) for standard in standards)


def together(standards: Sequence[Standard]) -> Standard:
    """Return one standard for what a visit has once: services, consents, points of the home.

    It goes by the first one's id; areas, scales and rules stay with each standard itself.
    """
    first = standards[0]
    if len(standards) < 2:
        return first
    lists: dict[str, Any] = {
        name: _joined([getattr(standard, name) for standard in standards], identity)
        for name, identity in _JOINED.items()
    }
    points = _joined([standard.workplace.points for standard in standards], "id")
    workplace = msgspec.structs.replace(first.workplace, points=points)
    return msgspec.structs.replace(
        first,
        title=" + ".join(standard.title for standard in standards),
        short_title=" + ".join(standard.short_title for standard in standards),
        workplace=workplace,
        sections=_joined_sections(standards),
        **lists,
    )


def _owners(record: Record, casefile: CaseFile, standards: Sequence[Standard]) -> frozenset[str]:
    """Return the ids of the standards that a record belongs to."""
    everybody = frozenset(s.id for s in standards)
    match record:
        case Grant():
            return frozenset({_owner_of_grant(record, standards)})
        case AppliedNeed():
            return frozenset({_owner_of_need(record, casefile, standards)})
        case Goal(services=services) if services:
            owners = {_owner_of_service(s, standards) for s in services}
            return frozenset(owners - {""}) or everybody
    service = getattr(record, "service", "") or getattr(record, "from_service", "")
    owner = _owner_of_service(service, standards) if service else ""
    return frozenset({owner}) if owner else everybody


def _owner_of_grant(grant: Grant, standards: Sequence[Standard]) -> str:
    named = grant.standard.id if grant.standard else ""
    if any(s.id == named for s in standards):
        return named
    return _owner_of_service(grant.service, standards) or standards[0].id


def _owner_of_need(need: AppliedNeed, casefile: CaseFile, standards: Sequence[Standard]) -> str:
    offering = [s.id for s in standards if need.service and s.service(need.service)]
    answered = [_owner_of_grant(g, standards) for g in casefile.grants if g.need == need.id]
    if len(offering) != 1 and answered:
        return answered[0]
    grouped = [s.id for s in standards if any(g.id == need.group for g in s.groups)]
    return next(iter((*offering, *grouped)), standards[0].id)


def _owner_of_service(service: str, standards: Sequence[Standard]) -> str:
    return next((s.id for s in standards if s.service(service)), "")


def _sections_of(standard: Standard, standards: Sequence[Standard]) -> Iterator[ShownSection]:
    several = len(standards) > 1
    name = short_names(standards)[standard.id]
    for section in standard.sections:
        own = several and section.id not in SHARED
        yield ShownSection(
            key=section_key(section.id, standard.id, standards),
            section=section,
            title=f"{section.title} · {name}" if own else section.title,
            standard=standard.id if own else "",
        )


def _put_in_order(shown: list[ShownSection], more: list[ShownSection]) -> None:
    """Put each section after the one that it follows, or after its twin of another standard."""
    place = 0
    for section in more:
        keys = [s.key for s in shown]
        if section.key in keys:
            place = keys.index(section.key) + 1
            continue
        twins = [n for n, s in enumerate(shown) if s.section.id == section.section.id]
        place = max(twins) + 1 if twins else place
        shown.insert(place, section)
        place += 1


def _joined_sections(standards: Sequence[Standard]) -> tuple[Section, ...]:
    sections: dict[str, Section] = {}
    for section in (section for standard in standards for section in standard.sections):
        held = sections.get(section.id)
        if held is None:
            sections[section.id] = section
        elif section.id in SHARED:
            asked: tuple[Question, ...] = _joined([held.questions, section.questions], "id")
            sections[section.id] = msgspec.structs.replace(held, questions=asked)
    return tuple(sections.values())


def _placed(entry: Anchored, standard: Standard, standards: Sequence[Standard]) -> Anchored:
    section = section_key(entry.anchor.section, standard.id, standards)
    if section == entry.anchor.section:
        return entry
    anchor = Anchor(section=section, key=entry.anchor.key)
    return msgspec.structs.replace(entry, anchor=anchor)


def _less(one: SectionState, other: SectionState) -> SectionState:
    """Return how far a section is that two standards look at."""
    return one if one == other else "partial"


def _distinct(entries: Sequence[T], identity: Callable[[T], object]) -> tuple[T, ...]:
    """Return the entries, the first of those that are the same."""
    found: dict[object, T] = {}
    for entry in entries:
        found.setdefault(identity(entry), entry)
    return tuple(found.values())


def _joined(lists: Sequence[Sequence[Any]], identity: str) -> tuple[Any, ...]:
    """Return the first list whole, and from each later one what none before it has."""
    found: list[Any] = []
    for entries in lists:
        known = {getattr(entry, identity) for entry in found}
        found += [entry for entry in entries if getattr(entry, identity) not in known]
    return tuple(found)


def _said(missing: Missing) -> object:
    return missing.key, missing.anchor, tuple(sorted(missing.params.items()))


def _due(deadline: Deadline) -> object:
    return deadline.rule, deadline.name, deadline.due, deadline.service
