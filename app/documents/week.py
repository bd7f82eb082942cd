"""The week of the help: a table of days and times, what is not agreed, who comes, the minutes."""

from collections.abc import Mapping, Sequence

from app.documents import facts
from app.documents.story import Piece, Styled, TableRow, escape
from app.documents.writing import Writing
from app.domain.help_week import Visit, is_every_week, open_visits, visits, weekly_minutes
from app.domain.records import Grant, ProviderChoice
from app.domain.week import visit_minutes

_KEY = "documents.week_plan"


def write_week_plan(writing: Writing) -> None:
    """Write the week on a page of its own, to be hung up; a provider's copy has the minutes."""
    content = writing.content
    grants = facts.given(content)
    writing.title(1, f"{_KEY}.title")
    if not grants:
        writing.say_gap("services")
        writing.say(f"{_KEY}.none")
        return
    starts = facts.start_days(content)
    start = facts.day_words(starts[0]) if starts else ""
    for_provider = content.receiver == "provider"
    if not for_provider:
        writing.say(f"{_KEY}.intro", start=start)
    write_week(writing, grants, minutes=for_provider, whole=True)
    _write_providers(writing, grants)


def write_week(
    writing: Writing, grants: Sequence[Grant], *, minutes: bool = False, whole: bool = False
) -> None:
    """Write the days with help, or all (`whole`), then the help without days and the minutes."""
    agreed = [visit for grant in grants for visit in visits(grant)]
    if agreed:
        writing.story.need(100)
        _write_days(writing, agreed, minutes=minutes, whole=whole)
    loose = [grant for grant in grants if open_visits(grant)]
    if loose:
        key = "open_provider" if minutes else "open"
        writing.story.text(f"<b>{writing.words(f'{_KEY}.{key}')}</b>", "label")
        writing.story.bullets([_open(writing, grant) for grant in loose])
    if minutes:
        _write_minutes(writing, grants, 2 if whole else 3)


def _write_days(writing: Writing, agreed: Sequence[Visit], *, minutes: bool, whole: bool) -> None:
    from babel.dates import get_day_names

    names = get_day_names("wide", locale="da")
    times = _times(writing, agreed)
    days = range(7) if whole else sorted({visit.day for visit in agreed})
    rows: list[TableRow] = []
    for day in days:
        cells = [
            [
                p
                for v in agreed
                if (v.day, v.time) == (day, time)
                for p in _entry(writing, v, minutes)
            ]
            for time in times
        ]
        rows.append((names[day].capitalize(), *cells))
    head = [writing.words(f"{_KEY}.day"), *map(escape, times.values())]
    writing.story.table((1.6, *(3.0 for _ in times)), head, rows)


def _times(writing: Writing, agreed: Sequence[Visit]) -> Mapping[str, str]:
    """Return the times of day that are used with their names, in the order of the day."""
    known = {option.value: option.name for option in writing.content.standard.times_of_day}
    used = dict.fromkeys(visit.time for visit in agreed)
    order = [t for t in known if t in used] + [t for t in used if t and t not in known]
    named = {time: known.get(time, time) for time in order}
    return {**named, "": _plain(writing, "no_time")} if "" in used else named


def _plain(writing: Writing, key: str) -> str:
    return writing.words(f"{_KEY}.{key}")


def _entry(writing: Writing, visit: Visit, minutes: bool) -> list[Piece]:
    """Write a service in its cell, and under it what is not the same each week."""
    content, grant = writing.content, visit.grant
    known = {option.value: option.name for option in content.standard.times_of_day}
    others = _either(writing, [facts.lowered(known.get(t, t)) for t in visit.others])
    starts = facts.start_days(content)
    late = starts and grant.starts_on and grant.starts_on > starts[0]
    notes = [
        "" if is_every_week(grant.extent) else facts.lowered(facts.how_often(grant)),
        writing.words(f"{_KEY}.times", count=visit.times) if visit.times > 1 else "",
        writing.words(f"{_KEY}.or", others=others) if others else "",
        _each(writing, grant) if minutes else "",
        writing.words(f"{_KEY}.from", day=facts.day_words(grant.starts_on)) if late else "",
    ]
    said = ", ".join(filter(None, notes))
    name = Styled(escape(facts.service_name(content, grant.service)), "cell")
    return [name, *([Styled(said, "cell_muted")] if said else [])]


def _open(writing: Writing, grant: Grant) -> str:
    """Say of help without a day how often it comes, and what is known of its time."""
    content = writing.content
    count, agreed = open_visits(grant), any(True for _ in visits(grant))
    known = {option.value: option.name for option in content.standard.times_of_day}
    times = [facts.lowered(known.get(time, time)) for time in grant.time_of_day]
    days = [facts.weekday_words((day,)) for day in sorted(set(grant.weekdays))]
    parts = [facts.how_often(grant)]
    if not agreed:
        parts += [_either(writing, days), _either(writing, times)]
    return writing.words(
        f"{_KEY}.open_line",
        name=facts.service_name(content, grant.service),
        often=", ".join(facts.lowered(part) for part in parts if part),
        rest=count if agreed else 0,
    )


def _either(writing: Writing, names: Sequence[str]) -> str:
    """Join what is still a choice: a, b eller c."""
    *first, last = names or [""]
    parts = (", ".join(first), last)
    return f" {writing.words(f'{_KEY}.either')} ".join(filter(None, parts))


def _write_minutes(writing: Writing, grants: Sequence[Grant], level: int) -> None:
    """Write the minutes of each service, and their sum without those that are not agreed."""
    content = writing.content
    known = [(g, weekly_minutes(g, content.standard)) for g in grants]
    if not any(minutes for _, minutes in known):
        return
    head = [writing.words(f"{_KEY}.{key}") for key in ("service", "each", "week")]
    rows: list[TableRow] = [
        (
            escape(facts.service_name(content, grant.service)),
            _each(writing, grant),
            _amount(writing, minutes),
        )
        for grant, minutes in known
    ]
    total = sum(minutes or 0 for _, minutes in known)
    rows.append((writing.words(f"{_KEY}.total"), "", f"<b>{_amount(writing, total)}</b>"))
    writing.title(level, f"{_KEY}.minutes_title", room=110)
    writing.story.table((6.4, 3.2, 3.8), head, rows)
    without = [facts.service_name(content, g.service) for g, minutes in known if minutes is None]
    if without:
        writing.say(f"{_KEY}.without", names=facts.lowered(facts.named(without)))


def _each(writing: Writing, grant: Grant) -> str:
    """Say how long a visit takes, or nothing."""
    minutes = visit_minutes(grant, writing.content.standard.service(grant.service))
    return writing.words(f"{_KEY}.minutes", minutes=round(minutes)) if minutes else ""


def _amount(writing: Writing, minutes: int | None) -> str:
    if minutes is None:
        return writing.words(f"{_KEY}.not_agreed")
    return writing.words(f"{_KEY}.amount", minutes=minutes, hours=minutes // 60)


def _write_providers(writing: Writing, grants: Sequence[Grant]) -> None:
    """Write who comes with what, and how to reach them."""
    content = writing.content
    services: dict[str, list[str]] = {}
    for grant in grants:
        choice = facts.provider_of(content, grant.service)
        if choice is not None and choice.provider:
            name = facts.service_name(content, grant.service)
            services.setdefault(choice.provider, []).append(name)
    if not services:
        return
    rules = content.standard.provider
    units = {u.id: u for u in (*rules.municipal, *rules.private)}
    writing.title(2, f"{_KEY}.who")
    lines = []
    for provider, names in services.items():
        unit = units.get(provider)
        choice = ProviderChoice(id="", provider=provider)
        lines.append(
            writing.words(
                f"{_KEY}.who_line",
                name=facts.provider_name(content, choice),
                services=facts.lowered(facts.named(names)),
                phones=facts.phone_words(unit) if unit else "",
            )
        )
    writing.story.bullets(lines)
