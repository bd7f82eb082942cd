"""The letter's block about the help itself: each service, who comes, and what holds for it."""

from collections.abc import Sequence

from app.documents import facts
from app.documents.story import Piece, Styled, TableRow, escape
from app.documents.writing import Writing
from app.domain.records import Grant
from app.domain.standard import Package, Service


def write_services(writing: Writing) -> None:
    """Block 5: each service with items, how often, when, who and for which period."""
    grants = facts.given(writing.content)
    is_over = facts.variant(writing.content) in ("refused", "ended")
    if grants or not is_over:
        writing.title(2, "letter.services.title", room=110)
    if grants:
        keys = ("name", "often", "provider", "period")
        head = [writing.words(f"letter.services.{k}") for k in keys]
        rows = [_service_row(writing, grant) for grant in grants]
        writing.story.table((6, 3, 2.5, 3.6), head, rows)
        _write_provider(writing)
        _write_details(writing)
    elif not is_over:
        writing.say_gap("services")
    _write_open(writing)


def _write_provider(writing: Writing) -> None:
    """Say who gives the help where the citizen has no choice of provider."""
    rules = writing.content.standard.provider
    if rules.free_choice or all(s.provider_text for s in facts.given_services(writing.content)):
        return
    said = [rules.own_text, rules.external_text if rules.external else ""]
    writing.led(writing.words("letter.services.who"), [" ".join(filter(None, said))])


def _write_open(writing: Writing) -> None:
    """Point to what is open to everybody; it needs no decision."""
    found = facts.pointed_to(writing.content)
    if not found:
        return
    writing.title(3, "letter.services.open")
    writing.say("letter.services.open_intro")
    said = [(s, " ".join(filter(None, (s.purpose, s.start_text, s.provider_text)))) for s in found]
    writing.story.bullets([f"<b>{escape(s.name)}:</b> {escape(text)}" for s, text in said])


def _service_row(writing: Writing, grant: Grant) -> TableRow:
    content = writing.content
    name = escape(facts.service_name(content, grant.service))
    items = escape(facts.item_names(content, grant))
    combined = _combined(writing, grant) if grant.combined_with else ""
    said = [t for t in (items, _measures(writing, grant), _places(writing, grant), combined) if t]
    extra = [Styled(f"{'. '.join(said)}.", "cell_muted")] if said else []
    return (
        [name, *extra],
        [
            *often_words(writing, grant),
            escape(facts.times(content, grant)),
            _minutes(writing, grant),
        ],
        _provider(writing, grant),
        _period(writing, grant),
    )


def often_words(writing: Writing, grant: Grant) -> list[Piece]:
    """Say the package and how often help comes; one of them must be there."""
    found = (p for p in writing.content.standard.packages if p.id == grant.package)
    package = next(found, None)
    often = escape(facts.how_often(grant))
    said: list[Piece] = [escape(facts.package_name(writing.content, grant)), often]
    if package and package.hours_per_week:
        hours = facts.amount_words(package.hours_per_week)
        said.append(Styled(writing.words("letter.services.weekly", hours=hours), "cell_muted"))
    return said if any(said) else [writing.gap("extent")]


def _places(writing: Writing, grant: Grant) -> str:
    places = facts.place_names(writing.content, grant)
    return writing.words("letter.services.places", places=places) if places else ""


def _minutes(writing: Writing, grant: Grant) -> Styled | str:
    if not grant.minutes:
        return ""
    return Styled(writing.words("letter.services.minutes", minutes=grant.minutes), "cell_muted")


def _measures(writing: Writing, grant: Grant) -> str:
    """Say the measures of a grant on one line: area, weight, shops, hours."""
    sizes = grant.quantities
    named = (
        (
            ("area", sizes.area_m2),
            ("weight", sizes.weight_kg),
            ("shops", sizes.shops),
            ("supermarkets", sizes.supermarkets),
            ("hours", sizes.hours),
        )
        if sizes
        else ()
    )
    return facts.named(
        [
            writing.words(f"letter.services.{key}", amount=_amount(value))
            for key, value in named
            if value is not None
        ]
    )


def _amount(value: float) -> int | str:
    return int(value) if value == int(value) else facts.amount_words(value)


def _combined(writing: Writing, grant: Grant) -> str:
    other = next((g for g in writing.content.casefile.grants if g.id == grant.combined_with), None)
    name = facts.service_name(writing.content, other.service if other else grant.combined_with)
    return writing.words("letter.services.combined", other=name.lower())


def _provider(writing: Writing, grant: Grant) -> str:
    choice = facts.provider_of(writing.content, grant.service)
    if choice is None or not (choice.provider or choice.kind):
        return writing.gap("provider")
    name = facts.provider_name(writing.content, choice)
    if choice.kind == "self_chosen":
        return writing.words("letter.services.self_chosen", name=name)
    return escape(name) or writing.gap("provider")


def _period(writing: Writing, grant: Grant) -> str:
    start, end = facts.day_words(grant.starts_on), facts.day_words(grant.ends_on)
    if not start:
        until = writing.words("letter.services.until", end=end) if end else ""
        return " ".join(filter(None, (writing.gap("period"), until)))
    key = "from_to" if end else "until_changed"
    return writing.words(f"letter.services.{key}", start=start, end=end)


def _write_details(writing: Writing) -> None:
    """Write what holds for the help: a few lines for each service, or a part of its own."""
    services = facts.given_services(writing.content)
    short = [(s, texts) for s in services if not _tells(s) and (texts := _details(writing, s))]
    if short:
        writing.title(3, "letter.services.details")
        lines = [f"<b>{escape(s.name)}:</b> {' '.join(texts)}" for s, texts in short]
        writing.story.bullets(lines)
    for service in filter(_tells, services):
        _write_service(writing, service)


def _tells(service: Service) -> bool:
    """Tell whether a standard says more of a service than its limits."""
    return bool(service.covers or service.duration_text or service.start_text or service.stop_text)


def _write_service(writing: Writing, service: Service) -> None:
    """Write what a service comprises, how long it lasts, how it begins and stops."""
    writing.title(3, "letter.services.about", room=90, service=service.name)
    for package in _packages(writing, service):
        writing.led(escape(f"{package.name}:"), [package.text])
    _listed(writing, "covers", service.covers)
    for key, text in (
        ("duration", service.duration_text),
        ("start", service.start_text),
        ("stop", service.stop_text),
        ("by", service.provider_text),
        ("covers_not", " ".join(service.exclusions)),
    ):
        if text:
            writing.led(writing.words(f"letter.services.{key}"), [text])
    if limits := " ".join(_details(writing, service, exclusions=False)):
        writing.story.text(f"<b>{writing.words('letter.services.good_to_know')}</b> {limits}")


def _packages(writing: Writing, service: Service) -> list[Package]:
    """Return the packages of support that are given of a service, with words of their own."""
    given = {g.package for g in facts.given(writing.content) if g.service == service.id}
    return [p for p in writing.content.standard.packages if p.id in given and p.text]


def _listed(writing: Writing, key: str, texts: Sequence[str]) -> None:
    """Write texts after a bold lead: one in its line, several as a list."""
    lead = f"<b>{writing.words(f'letter.services.{key}')}</b>"
    if len(texts) == 1:
        writing.story.text(f"{lead} {escape(texts[0])}")
    elif texts:
        writing.story.text(lead, "label")
        writing.story.bullets([escape(t) for t in texts])


def _details(writing: Writing, service: Service, *, exclusions: bool = True) -> list[str]:
    """Return the limits of service and items, how a scheme delivers, what the citizen has."""
    items = facts.given_items(writing.content, service)
    limits = [i.limits for i in items if i.limits]
    delivery = service.delivery if any(i.requires for i in items) else ()
    outside = service.exclusions if exclusions else ()
    texts = [escape(t) for t in (*service.limits, *limits, *outside, *delivery)]
    if service.citizen_provides:
        what = " ".join(service.citizen_provides)
        texts.append(writing.words("letter.services.provides", what=what))
    return texts
