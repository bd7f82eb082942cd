"""The information sheets that go with a decision: free choice, and one's own helper."""

from collections.abc import Sequence

from app.documents import facts
from app.documents.story import TableRow, escape
from app.documents.writing import Writing
from app.domain.standard import Unit


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


def _write_sheet(writing: Writing, sheet_id: str, law_id: str) -> None:
    sheet = next((s for s in writing.content.standard.sheets if s.id == sheet_id), None)
    title = escape(sheet.title) if sheet else writing.words(f"documents.{sheet_id}.title")
    writing.story.heading(1, title)
    if sheet:
        writing.passages(facts.passages(writing.content, sheet.passages))
    if law := facts.law_text(writing.content, law_id):
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
