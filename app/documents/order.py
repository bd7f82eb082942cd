"""The order (bestilling) to a provider: which help, with which goals, and what staff must know."""

from collections.abc import Sequence

from app.documents import facts
from app.documents.coming import coming
from app.documents.form_words import Pairs, has_value
from app.documents.letter_function import level_words
from app.documents.letter_help import purpose_lines
from app.documents.letter_services import often_words
from app.documents.letterhead import who_words
from app.documents.records import about
from app.documents.story import Styled, TableRow, escape, typed
from app.documents.week import write_week
from app.documents.workplace import until_then
from app.documents.writing import Writing
from app.domain.records import Contact, Goal, Grant, Order
from app.domain.values import Address
from app.wording import enumeration, short_date

_KEY = "documents.order"
_PEOPLE = ("relative", "party_representative", "guardian", "other_help")


def write_order(writing: Writing) -> None:
    """Write the order that the content is about, or one of all the help that is given.

    Without the citizen's consent it holds only what the help itself needs. A protected
    address is never in it.
    """
    order = about(writing.content, Order) or Order(id="")
    grants = _ordered(writing, order)
    writing.title(1, f"{_KEY}.title")
    _write_parties(writing, order, grants)
    _write_message(writing, order)
    _write_citizen(writing)
    _write_help(writing, grants)
    _write_week(writing, grants)
    _write_goals(writing, grants)
    _write_after(writing, grants)
    _write_home(writing)
    _write_background(writing)


def _ordered(writing: Writing, order: Order) -> tuple[Grant, ...]:
    """Return the help that the order is about: its service's, or its provider's, or all."""
    given = facts.given(writing.content)
    if order.service:
        return tuple(g for g in given if g.service == order.service)
    mine = tuple(g for g in given if order.provider and _provider(writing, g) == order.provider)
    return mine or given


def _provider(writing: Writing, grant: Grant) -> str:
    choice = facts.provider_of(writing.content, grant.service)
    return choice.provider if choice else ""


def _write_parties(writing: Writing, order: Order, grants: Sequence[Grant]) -> None:
    content = writing.content
    wanted = order.provider or next(filter(None, (_provider(writing, g) for g in grants)), "")
    rules = content.standard.provider
    listed = {u.id: u for u in (*rules.municipal, *rules.private)}
    unit = listed.get(wanted)
    to = ", ".join(filter(None, (unit.name, *unit.address))) if unit else wanted
    starts = sorted(g.starts_on for g in grants if g.starts_on)
    box = (
        ("to", escape(to) or writing.gap("provider")),
        ("what", escape(facts.grants_with_extent(content, grants))),
        ("from_day", facts.day_words(starts[0]) if starts else ""),
        ("sender", who_words(writing)),
    )
    writing.story.box([(writing.words(f"{_KEY}.{key}"), value) for key, value in box if value])
    number = content.casefile.case.number.strip()
    about_it = (
        writing.words("documents.page.case_number", number=number) if number else "",
        facts.day_words(order.sent_on or content.day),
        escape(", ".join(filter(None, (content.name, content.title)))),
    )
    writing.story.text(" · ".join(filter(None, about_it)), "small")


def _write_message(writing: Writing, order: Order) -> None:
    if order.message.strip():
        writing.title(2, f"{_KEY}.message")
        writing.story.typed(order.message)


def _write_citizen(writing: Writing) -> None:
    content = writing.content
    citizen = content.casefile.citizen
    may_share = facts.may_share(content)
    cpr = citizen.cpr.value if citizen.cpr else ""
    number = f"{cpr[:6]}-{cpr[6:] if may_share else '••••'}" if cpr else ""
    rows: Pairs = [
        ("name", escape(citizen.name)),
        ("cpr", escape(number)),
        ("address", _address(writing)),
        ("phone", escape(citizen.phone)),
        ("language", _language(writing)),
    ]
    if may_share:
        people = [c for c in content.casefile.contacts if c.role in _PEOPLE and c.name.strip()]
        rows += [("people", [_person(writing, c) for c in people])]
    writing.title(2, f"{_KEY}.citizen", room=110)
    _pairs(writing, rows)
    if not may_share:
        writing.say(f"{_KEY}.no_consent")


def _address(writing: Writing) -> str:
    citizen = writing.content.casefile.citizen
    if citizen.protected_address:
        return writing.words(f"{_KEY}.protected")
    place = citizen.address
    if place is None:
        return ""
    return escape(", ".join(filter(None, (place.care_of, place.street, _city(place)))))


def _city(place: Address) -> str:
    return f"{place.postcode} {place.city}".strip()


def _language(writing: Writing) -> str:
    citizen = writing.content.casefile.citizen
    need = citizen.interpreter
    interpreter = writing.words(f"{_KEY}.interpreter") if need and need.need else ""
    return ", ".join(filter(None, (escape(citizen.language), interpreter)))


def _person(writing: Writing, contact: Contact) -> str:
    role = writing.words(f"documents.role.{contact.role}").lower()
    name = f"{contact.name} ({contact.relation or role})"
    return escape(", ".join(filter(None, (name, contact.phone))))


def _write_help(writing: Writing, grants: Sequence[Grant]) -> None:
    writing.title(2, f"{_KEY}.help", room=110)
    if not grants:
        writing.say_gap("services")
        return
    head = [writing.words(f"letter.services.{k}") for k in ("name", "often", "period")]
    writing.story.table((6.4, 3.6, 3.4), head, [_help_row(writing, g) for g in grants])


def _write_week(writing: Writing, grants: Sequence[Grant]) -> None:
    """Write the week and its minutes, where anything of it is agreed."""
    if any(g.weekdays or g.time_of_day or g.minutes for g in grants):
        writing.title(2, f"{_KEY}.week", room=130)
        write_week(writing, grants, minutes=True)


def _help_row(writing: Writing, grant: Grant) -> TableRow:
    content = writing.content
    start, end = facts.day_words(grant.starts_on), facts.day_words(grant.ends_on)
    key = "from_to" if end else "until_changed"
    period = writing.words(f"letter.services.{key}", start=start, end=end) if start else ""
    places = facts.place_names(content, grant)
    said = [
        escape(facts.item_names(content, grant)),
        writing.words("letter.services.places", places=places) if places else "",
    ]
    minutes = writing.words("letter.services.minutes", minutes=grant.minutes or 0)
    return (
        [
            escape(facts.service_name(content, grant.service)),
            *(Styled(text, "cell_muted") for text in said if text),
        ],
        [
            *often_words(writing, grant),
            escape(facts.times(content, grant)),
            *([Styled(minutes, "cell_muted")] if grant.minutes else []),
        ],
        period or writing.gap("period"),
    )


def _write_goals(writing: Writing, grants: Sequence[Grant]) -> None:
    """Write the purpose of each service and the goals that concern it."""
    content = writing.content
    services = {g.service for g in grants}
    goals = [g for g in facts.goals(content) if not g.services or services & set(g.services)]
    writing.title(2, f"{_KEY}.goals", room=80)
    writing.story.bullets(purpose_lines(writing, grants))
    if goals:
        head = [writing.words(f"letter.goals.{k}") for k in ("goal", "measure", "due")]
        writing.story.table((5, 3.8, 2.2), head, [_goal_row(g) for g in goals])
    else:
        writing.say_gap("goals")


def _goal_row(goal: Goal) -> TableRow:
    text = [Styled(line, "cell") for line in typed(goal.text)]
    return text, typed(goal.measure), facts.day_words(goal.due)


def _write_background(writing: Writing) -> None:
    """Write how the citizen manages; only with consent."""
    content = writing.content
    if not facts.may_share(content):
        return
    standard, file = content.standard, content.casefile
    made = [(a, file.assessment(standard.id, a.id)) for a in facts.concerned_areas(content)]
    rows: list[TableRow] = [
        (
            escape(area.name),
            [level_words(writing, standard.scale, m.level), *typed(m.observation)],
        )
        for area, m in made
        if m.level or m.observation.strip()
    ]
    if rows:
        writing.title(2, f"{_KEY}.background", room=76)
        head = [writing.words(f"{_KEY}.{key}") for key in ("area", "function")]
        writing.story.table((3.2, 9), head, rows)


def _write_home(writing: Writing) -> None:
    """Write what staff must know of the home: what is not in order, and every remark."""
    file = writing.content.casefile
    found = [(p, file.workplace_item(p.id)) for p in writing.content.standard.workplace.points]
    told = [(p, i) for p, i in found if i.status in ("action", "blocking") or i.remark.strip()]
    if not told:
        return
    writing.title(2, f"{_KEY}.home", room=110)
    rows: list[TableRow] = []
    for point, item in told:
        agreed = [*typed(item.action), *until_then(writing, item)]
        seen = [Styled(line, "cell") for line in typed(item.remark)]
        due = short_date(item.deadline) if item.deadline else ""
        rows.append(([escape(point.text), *seen], agreed, due))
    head = [writing.words(f"documents.workplace.{k}") for k in ("point", "action", "deadline")]
    writing.story.table((6, 5, 2), head, rows)


def _write_after(writing: Writing, grants: Sequence[Grant]) -> None:
    """Write when help begins, when it is followed up, and when the status is due."""
    content = writing.content
    services = [s for s in facts.given_services(content) if s.id in {g.service for g in grants}]
    rules = content.standard.follow_up
    names = {s.name for s in services}
    found = [c for c in coming(content) if names & set(c.services)]
    days = sorted({day for c in found for day in c.days})
    reports = sorted({c.report for c in found if c.report})
    starts = dict.fromkeys(r.text for s in services for r in s.starts if r.text)
    rows: Pairs = [
        ("start", [Styled(escape(text), "cell_line") for text in starts]),
        ("follow_up", enumeration([facts.day_words(day) for day in days])),
        ("report", facts.day_words(reports[0]) if reports else ""),
        ("report_to", escape(rules.report_to) if reports else ""),
        ("next_visit", facts.day_words(content.casefile.visit.next_visit)),
    ]
    writing.title(2, f"{_KEY}.after", room=100)
    _pairs(writing, rows)
    writing.say(f"{_KEY}.tell_us")


def _pairs(writing: Writing, rows: Pairs) -> None:
    made = [(writing.words(f"{_KEY}.{key}"), value) for key, value in rows if has_value(value)]
    writing.story.pairs(made)
