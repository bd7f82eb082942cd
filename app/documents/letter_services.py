"""The letter's block about the help itself: each service, how often, who comes, and until when."""

from app.documents import facts
from app.documents.story import Piece, Styled, TableRow, escape
from app.documents.writing import Writing
from app.domain.records import Grant


def write_services(writing: Writing) -> None:
    """Block 5: each service with items, how often, when, who and for which period."""
    grants = facts.given(writing.content)
    is_over = facts.variant(writing.content) in ("refused", "ended")
    if grants or not is_over:
        writing.title(2, "letter.services.title", room=80)
    if grants:
        keys = ("name", "often", "provider", "period")
        head = [writing.words(f"letter.services.{k}") for k in keys]
        rows = [_service_row(writing, grant) for grant in grants]
        writing.story.table((5.2, 2.9, 3.3, 3.5), head, rows)
    elif not is_over:
        writing.say_gap("services")
    _write_open(writing)


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
