"""The information sheets: free choice, one's own helper, duties, what is open to everybody."""

from collections.abc import Sequence

from app.documents import facts
from app.documents.story import TableRow, escape
from app.documents.writing import Writing
from app.domain.standard import Sheet, Unit


def write_free_choice(writing: Writing) -> None:
    """Write the sheet on free choice of provider, with the providers the standard lists."""
    rules = writing.content.standard.provider
    _write_sheet(writing, "free_choice", rules.free_choice_law)
    _write_choices(writing)
    _write_units(writing, "municipal", rules.municipal)
    _write_units(writing, "private", rules.private)
    _write_contact(writing, "free_choice")


def write_self_chosen(writing: Writing) -> None:
    """Write the sheet on a helper of one's own choice."""
    rules = writing.content.standard.provider
    _write_sheet(writing, "self_chosen", rules.self_chosen_law)
    _write_contact(writing, "self_chosen")


def write_duties(writing: Writing) -> None:
    """Write the sheet on the citizen's duties; without one, what the home must have."""
    if _sheet(writing, "duties") is None:
        writing.title(1, "documents.duties.title")
        duties = writing.content.standard.workplace.obligations
        writing.story.bullets([escape(text) for text in duties])
    else:
        _write_sheet(writing, "duties")
    _write_contact(writing, "duties")


def write_open_counselling(writing: Writing) -> None:
    """Write where everybody can turn without a decision; without a sheet, what is open."""
    standard = writing.content.standard
    if _sheet(writing, "open_counselling") is None:
        writing.title(1, "documents.open_counselling.title")
        writing.say("documents.open_counselling.intro")
        for service in standard.services:
            if not service.visitated:
                writing.story.heading(2, escape(service.name), room=90)
                texts = (service.purpose, service.start_text, service.provider_text)
                writing.story.texts([escape(" ".join(filter(None, texts)))])
                writing.story.bullets([escape(text) for text in service.covers])
    else:
        _write_sheet(writing, "open_counselling")
    _write_contact(writing, "open_counselling")


def _sheet(writing: Writing, sheet_id: str) -> Sheet | None:
    return next((s for s in writing.content.standard.sheets if s.id == sheet_id), None)


def _write_sheet(writing: Writing, sheet_id: str, law_id: str = "") -> None:
    sheet = _sheet(writing, sheet_id)
    title = escape(sheet.title) if sheet else writing.words(f"documents.{sheet_id}.title")
    writing.story.heading(1, title)
    if sheet:
        writing.passages(facts.valid_passages(writing.content, sheet.passages))
    law = facts.law_text(writing.content, law_id) if law_id else ""
    if law:
        writing.say(f"documents.{sheet_id}.law", law=law)


def _write_choices(writing: Writing) -> None:
    content = writing.content
    chosen: dict[str, list[str]] = {}
    for service in facts.given_services(content):
        choice = facts.provider_of(content, service.id)
        if choice and choice.provider:
            chosen.setdefault(facts.provider_name(content, choice), []).append(service.name)
    if chosen:
        writing.title(2, "documents.free_choice.chosen")
        said = [f"{escape(name)}: {escape(facts.named(s))}." for name, s in chosen.items()]
        writing.story.text(" ".join(said))


def _write_units(writing: Writing, key: str, units: Sequence[Unit]) -> None:
    if not units:
        return
    found = [u for u in units if u.address or u.phones]
    others = facts.named([u.name for u in units if u not in found], lower=False)
    writing.title(2, f"documents.free_choice.{key}", room=110)
    head = [writing.words(f"documents.free_choice.{k}") for k in ("name", "address", "phone")]
    rows: list[TableRow] = [
        (escape(u.name), escape(", ".join(u.address)), escape(facts.phone_words(u))) for u in found
    ]
    if rows:
        writing.story.table((3.7, 5.2, 4.1), head, rows)
    if others:
        key = "others" if rows else "known"
        writing.say(f"documents.free_choice.{key}", names=others)


def _write_contact(writing: Writing, sheet_id: str) -> None:
    unit = facts.authority(writing.content)
    if unit is None:
        return
    lines = [unit.name, *unit.address, facts.phone_words(unit), unit.hours, unit.email]
    said = ", ".join(filter(None, lines))
    writing.led(writing.words(f"documents.{sheet_id}.contact"), [said])
