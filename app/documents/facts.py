"""What the case says, looked up and put in words: who decides, what is granted, to whom."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from app.clock import local_day
from app.documents.content import Content
from app.domain.judgement import enclosed as going_along
from app.domain.judgement.people import is_under_elder_care
from app.domain.records import (
    ActionPlan,
    AppliedNeed,
    Decision,
    DecisionItem,
    FollowUp,
    Goal,
    Grant,
    Outcome,
    ProviderChoice,
    Visit,
)
from app.domain.standard import Area, Enclosure, Item, LetterText, Service, Unit, valid_on
from app.texts import Texts
from app.wording import enumeration, extent_words, long_date

Variant = Literal[
    "granted", "partly", "refused", "changed", "reduced", "ended", "continued", "none"
]
_MESSAGES = Texts("da")
# An extent of fewer characters than this is not broken over two lines.
_SHORT = 26


def day_words(day: date | None) -> str:
    """Say a day as a letter does, or nothing."""
    return long_date(day) if day else ""


def phone_words(unit: Unit) -> str:
    """Say the phone numbers of a unit; a number is never broken over two lines."""
    return ", ".join(phone.replace(" ", "\N{NO-BREAK SPACE}") for phone in unit.phones)


def amount_words(amount: float) -> str:
    """Say a number the Danish way: 67, 2,5."""
    return f"{amount:g}".replace(".", ",")


def outcomes(content: Content) -> tuple[tuple[AppliedNeed, DecisionItem], ...]:
    """Return what was applied for, each with what was decided."""
    file = content.casefile
    return tuple((need, file.decision_item(need.id)) for need in file.needs)


def variant(content: Content) -> Variant:
    """Return which letter this is; a decision of several outcomes is partly granted."""
    kind = decision(content).kind
    by_kind: dict[str, Variant] = {"end": "ended", "reduction": "reduced", "change": "changed"}
    if kind not in ("reduction", "end") and _goes_on(content):
        return "continued"
    if kind in by_kind:
        return by_kind[kind]
    found = {i.outcome for n, i in outcomes(content) if i.outcome and not is_open(content, n)}
    if len(found) > 1:
        return "partly"
    same: Outcome = found.pop() if found else ""
    return same or "none"


def _goes_on(content: Content) -> bool:
    """Tell whether a follow-up came to that the help goes on as it is."""
    result = follow_up(content).result
    return result == "continue" and all(i.outcome in ("", "granted") for _, i in outcomes(content))


def outcome_key(content: Content, item: DecisionItem) -> str:
    """Return the key of the words for an outcome; a change that gives less says so."""
    lessened = item.outcome == "changed" and variant(content) == "reduced"
    return f"letter.result.{'reduced' if lessened else item.outcome}"


def follow_up(content: Content) -> FollowUp:
    """Return what the follow-up of this visit came to, empty if it is none."""
    mine = (f for f in content.casefile.all(FollowUp) if f.visit == content.casefile.visit_id)
    return next(mine, FollowUp(id=""))


def visited_on(visit: Visit) -> date | None:
    """Return the Danish day on which a visit takes place, None if it is not planned."""
    moment = visit.planned.start if visit.planned else visit.started_at
    return local_day(moment) if moment else None


def is_elder_care(content: Content) -> bool:
    """Tell whether the case belongs to the act on care for the elderly (ældreloven).

    It takes over the help of a standard whose rule says so, and of no other.
    """
    return is_under_elder_care(content.casefile.case, content.standard)


def is_open(content: Content, need: AppliedNeed) -> bool:
    """Tell whether what was applied for is open to everybody, and so never granted."""
    service = content.standard.service(need.service)
    return service is not None and not service.visitated


def authority(content: Content) -> Unit | None:
    """Return the unit that decides: the case's own, else the target group's."""
    standard, case = content.standard, content.casefile.case
    group = next((g for g in standard.target_groups if g.id == case.target_group), None)
    wanted = {case.unit, group.unit if group else ""} - {""}
    named = [u for u in standard.units if wanted & {u.id, u.name}]
    alone = standard.units if len(standard.units) == 1 else ()
    return next(iter([u for u in named if case.unit in (u.id, u.name)] or named or alone), None)


def decision(content: Content) -> Decision:
    """Return the decision of the visit, empty if none is begun."""
    return content.casefile.decision or Decision(id="")


def need_name(content: Content, need: AppliedNeed) -> str:
    """Return the name of what was applied for."""
    service = content.standard.service(need.service)
    if service:
        return service.name
    group = next((g.name for g in content.standard.groups if g.id == need.group), "")
    return need.text or group


def service_name(content: Content, service_id: str) -> str:
    """Return a service's name as the standard says it."""
    service = content.standard.service(service_id)
    return service.name if service else service_id


def given(content: Content) -> tuple[Grant, ...]:
    """Return the help that is given: not what answers a need that is refused or ended, and
    not what is open to everybody."""
    open_to_all = {s.id for s in content.standard.services if not s.visitated}
    return tuple(g for g in content.judged.giving_grants if g.service not in open_to_all)


def pointed_to(content: Content) -> tuple[Service, ...]:
    """Return the services open to everybody that were applied for or chosen."""
    file = content.casefile
    wanted = {n.service for n in file.needs} | {g.service for g in file.grants}
    return tuple(s for s in content.standard.services if s.id in wanted and not s.visitated)


def answering(content: Content, need: AppliedNeed) -> tuple[Grant, ...]:
    """Return the lines of help that answer what was applied for."""
    return content.judged.grants_for(need)


def gives_less(content: Content) -> bool:
    """Tell whether the citizen gets less than applied for, or than before."""
    return content.judged.not_fully_granted


def given_services(content: Content) -> tuple[Service, ...]:
    """Return the services of the help that is given, each once."""
    found = (content.standard.service(g.service) for g in given(content))
    return tuple(dict.fromkeys(s for s in found if s is not None))


def given_items(content: Content, service: Service) -> tuple[Item, ...]:
    """Return the items of a service that are given, in the order of the catalogue."""
    ids = {i for g in given(content) if g.service == service.id for i in g.items}
    return tuple(item for item in service.items if item.id in ids)


def need_names(content: Content, *wanted: str) -> str:
    """Name the needs with one of these outcomes: a, b og c."""
    return named([need_name(content, n) for n, i in outcomes(content) if i.outcome in wanted])


def grants_with_extent(content: Content, grants: Sequence[Grant]) -> str:
    """Name lines of help, each with how often or which package: a (1 gang om ugen) og b."""
    often: dict[str, list[str]] = {}
    for grant in grants:
        name = lowered(service_name(content, grant.service))
        words = extent_words(grant.extent, _MESSAGES) or lowered(package_name(content, grant))
        often.setdefault(name, []).append(words)
    said = [_with_extent(name, extents) for name, extents in often.items()]
    return _capital(enumeration(said))


def _with_extent(name: str, extents: Sequence[str]) -> str:
    known = enumeration([e for e in dict.fromkeys(extents) if e])
    kept = known.replace(" ", "\N{NO-BREAK SPACE}") if len(known) < _SHORT else known
    return f"{name} ({kept})" if kept else name


def item_names(content: Content, grant: Grant) -> str:
    """Name the items of a grant: A, b og c."""
    service = content.standard.service(grant.service)
    return named([found.name for i in grant.items if service and (found := service.item(i))])


def package_name(content: Content, grant: Grant) -> str:
    """Name the package of support that is granted, or nothing."""
    found = (p.name for p in content.standard.packages if p.id == grant.package)
    return next(found, grant.package)


def place_names(content: Content, grant: Grant) -> str:
    """Name where help is given: i dit hjem og på kursus."""
    service = content.standard.service(grant.service)
    names = {o.value: o.name for o in service.places} if service else {}
    return enumeration([lowered(names.get(p, p)) for p in grant.places])


def how_often(grant: Grant) -> str:
    """Say how often help comes, or nothing if it is not recorded."""
    return _capital(extent_words(grant.extent, _MESSAGES))


def times(content: Content, grant: Grant) -> str:
    """Say at which time of day and on which weekdays help comes."""
    names = {o.value: o.name for o in content.standard.times_of_day}
    parts = [lowered(names.get(t, t)) for t in grant.time_of_day]
    return _capital(", ".join(filter(None, (enumeration(parts), weekday_words(grant.weekdays)))))


def weekday_words(days: Sequence[int]) -> str:
    """Name weekdays, 0 is Monday: mandag og torsdag."""
    from babel.dates import get_day_names

    names = get_day_names("wide", locale="da")
    return enumeration([names[d] for d in sorted(set(days)) if d in names])


def provider_of(content: Content, service: str) -> ProviderChoice | None:
    """Return the newest choice of provider for a service, or the only one there is."""
    chosen = [p for p in content.casefile.providers if p.service == service]
    rules = content.standard.provider
    if not chosen and not rules.free_choice and len(rules.municipal) == 1:
        only = rules.municipal[0].id
        return ProviderChoice(id="", service=service, kind="municipal", provider=only)
    return chosen[-1] if chosen else None


def provider_name(content: Content, choice: ProviderChoice) -> str:
    """Return a provider's name from the standard, or as it was written."""
    rules = content.standard.provider
    listed = {u.id: u.name for u in (*rules.municipal, *rules.private)}
    return listed.get(choice.provider, choice.provider)


def law_text(content: Content, law_id: str) -> str:
    """Return a legal basis in the words that are valid on the document's day."""
    law = content.standard.law(law_id, content.day)
    return law.text if law else ""


def laws(content: Content) -> dict[str, list[str]]:
    """Return each legal basis in words, with the services and groups it is the basis of."""
    judged = content.judged
    found: dict[str, list[str]] = {}
    for service in content.standard.services:
        if service.id not in judged.in_play:
            continue
        for law in judged.laws_of(service.id):
            if text := law_text(content, law):
                found.setdefault(text, []).append(service.name)
    return found


def assessed_first(content: Content) -> str:
    """Say what the law asks to assess before the help itself, or nothing."""
    judged = content.judged
    ids = (law for s in judged.in_play for law in judged.laws_of(s))
    found = (content.standard.law(law, content.day) for law in ids)
    return min((law.assess_first for law in found if law and law.assess_first), default="")


def passages(content: Content, texts: Sequence[LetterText]) -> tuple[LetterText, ...]:
    """Return the passages that stand in a letter on the document's day; those that hang on
    whether help is given only then."""
    gives = bool(given(content))
    told = valid_passages(content, texts)
    return tuple(t for t in told if not (t.without_help if gives else t.with_help))


def valid_passages(content: Content, texts: Sequence[LetterText]) -> tuple[LetterText, ...]:
    """Return the passages to be printed that are valid on the document's day."""
    return tuple(t for t in texts if t.in_letter and valid_on(t, content.day))


def about_personal_data(content: Content) -> tuple[LetterText, ...]:
    """Return what is told about the citizen's own data; it stands with the consents."""
    texts = content.national.passages
    return tuple(t for t in texts if t.id == "personal_data" and valid_on(t, content.day))


def goals(content: Content) -> tuple[Goal, ...]:
    """Return the goals that still hold."""
    return tuple(g for g in content.casefile.goals if g.state != "dropped" and g.text.strip())


def concerned_areas(content: Content) -> tuple[Area, ...]:
    """Return the areas that what was applied for or is given rests on.

    An area that names no service concerns the whole case.
    """
    services = {g.service for g in content.casefile.grants}
    services |= {n.service for n in content.casefile.needs}
    groups = {n.group for n in content.casefile.needs if not n.service}
    return tuple(
        a
        for a in content.standard.areas
        if not a.services or services & set(a.services) or a.group in groups
    )


def enclosed(content: Content) -> tuple[Enclosure, ...]:
    """Return the documents that go with the letter, in the order of the standard."""
    going = going_along(content.casefile, content.standard, content.national, content.day)
    return tuple(e for e in content.standard.enclosures if e.id in going)


def may_share(content: Content) -> bool:
    """Tell whether the citizen's consent to pass information on holds on the document's day.

    Where a standard asks for several, each answered one must be a yes. What holds by now wins.
    """
    if content.by_now.sharing:
        return content.by_now.sharing == "yes"
    purposes = {p.id for p in content.standard.consents if p.kind == "share"}
    newest = {c.purpose: c for c in content.casefile.consents if c.answer and c.purpose in purposes}
    return bool(newest) and all(
        c.answer == "yes"
        and c.withdrawn_at is None
        and (c.expires_on is None or c.expires_on >= content.day)
        for c in newest.values()
    )


def action_plan(content: Content) -> ActionPlan:
    """Return the newest action plan of the case, empty if none was offered."""
    return next(reversed(content.casefile.all(ActionPlan)), ActionPlan(id=""))


def own_title(content: Content, part: str) -> str:
    """Return what the standard calls a sheet or the form, or nothing."""
    found = [s.title for s in content.standard.sheets if s.id == part]
    if part == "assessment_form":
        found = [e.title for e in content.standard.enclosures if e.id == part]
    return next(iter(found), "")


def start_days(content: Content) -> tuple[date, ...]:
    """Return the days on which help starts, earliest first, each once."""
    found = {g.starts_on for g in given(content) if g.starts_on}
    return tuple(sorted(found))


def end_days(content: Content) -> dict[str, date]:
    """Return the last day of help by the name of each service that ends, earliest first."""
    ending = sorted((g.ends_on, g.service) for g in content.casefile.grants if g.ends_on)
    return {lowered(service_name(content, service)): day for day, service in ending}


def named(names: Sequence[str], *, lower: bool = True) -> str:
    """Join names into a sentence's beginning, each once: A, b og c; proper names not lowered."""
    return _capital(enumeration(list(dict.fromkeys(map(lowered, names) if lower else names))))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def lowered(name: str) -> str:
    """Return a name as it stands inside a sentence; an abbreviation stays as it is."""
    return name[:1].lower() + name[1:] if name[1:2].islower() or name[1:2] == " " else name
