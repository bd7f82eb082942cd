"""The rest of a printed standard: deadlines, providers, the home, consents, letters, contacts."""

from app.documents.catalogue_frame import Book, lines, schedule, unit_row
from app.documents.story import Styled, TableRow, escape
from app.domain.standard import DeadlineRule, Law, LetterText, WorkplacePoint
from app.wording import long_date

_KEY = "documents.catalogue"


def write_after(book: Book) -> None:
    """Write what holds around and after a decision, and whom to turn to."""
    _write_deadlines(book)
    _write_providers(book)
    _write_workplace(book)
    _write_consents(book)
    _write_letters(book)
    _write_laws(book)
    _write_contacts(book)


def _write_deadlines(book: Book) -> None:
    standard = book.standard
    book.title(2, f"{_KEY}.deadlines", room=130)
    rows: list[TableRow] = [(escape(d.name), _length(book, d)) for d in standard.deadlines]
    book.table((5, 7), ("deadline", "length"), rows)
    rule = standard.follow_up
    told = f"<b>{book.word('follow_up')}</b> {escape(rule.text)} {schedule(book, rule)}"
    book.story.text(told)
    documents = standard.documents
    book.story.texts(
        lines(
            [
                documents.action_plan_text,
                documents.provider_plan_text,
                documents.status_meeting_text,
            ]
        )
    )


def _length(book: Book, rule: DeadlineRule) -> list[str | Styled]:
    """Say how long a deadline is and from when it is counted."""
    found = (("days", rule.days), ("weeks", rule.weeks), ("months", rule.months))
    spans = [
        book.words(f"{_KEY}.{rule.unit if key == 'days' else 'calendar'}_{key}", count=count)
        for key, count in found
        if count
    ]
    start = book.word(f"from_{rule.counted_from}")
    return [f"{' '.join(spans)} {start}", *(Styled(t, "cell_muted") for t in lines([rule.text]))]


def _write_providers(book: Book) -> None:
    rules = book.standard.provider
    book.title(2, f"{_KEY}.providers", room=110)
    book.say(f"{_KEY}.choice_{'free' if rules.free_choice else 'none'}")
    book.story.texts(
        lines([rules.own_text, rules.external_text, rules.change_text, rules.private_text])
    )
    units = [unit_row(unit) for unit in (*rules.municipal, *rules.private)]
    book.table((4.6, 4.6, 3.4), ("name", "address", "reach"), units)


def _write_workplace(book: Book) -> None:
    workplace = book.standard.workplace
    book.title(2, f"{_KEY}.workplace", room=110)
    book.story.text(escape(workplace.intro))
    book.story.bullets(lines(workplace.obligations))
    book.story.texts(lines([review.text for review in workplace.reviews]))
    for area in dict.fromkeys(point.area for point in workplace.points):
        book.story.text(f"<b>{escape(area)}</b>", "label")
        here = [point for point in workplace.points if point.area == area]
        book.story.bullets([_point(book, point) for point in here])


def _point(book: Book, point: WorkplacePoint) -> str:
    services = ", ".join(book.service(s) for s in point.services)
    return escape(f"{point.text} ({services})" if services else point.text)


def _write_consents(book: Book) -> None:
    found = book.standard.consents
    if not found:
        return
    book.title(2, f"{_KEY}.consents", room=130)
    rows: list[TableRow] = [
        (
            escape(purpose.name),
            [
                f"<b>{escape(purpose.title.get('da', ''))}</b>",
                escape(purpose.text.get("da", "")),
                Styled(escape(purpose.if_no.get("da", "")), "cell_muted"),
            ],
        )
        for purpose in found
    ]
    book.table((3, 9), ("consent", "asked"), rows)


def _write_letters(book: Book) -> None:
    """Write the passages of the letter, the sheets, and the complaint guidance."""
    standard = book.standard
    _write_passages(book, "passages", standard.passages)
    for sheet in standard.sheets:
        book.story.heading(2, escape(sheet.title), room=110)
        book.run_in(sheet.passages)
    _write_passages(book, "complaint", standard.complaint)
    if standard.enclosures:
        book.title(2, f"{_KEY}.enclosures")
        book.story.bullets(lines([e.title for e in standard.enclosures]))


def _write_passages(book: Book, key: str, texts: tuple[LetterText, ...]) -> None:
    if texts:
        book.title(2, f"{_KEY}.{key}", room=110)
        book.run_in(texts)


def _write_laws(book: Book) -> None:
    book.title(2, f"{_KEY}.laws", room=110)
    book.story.bullets([_law(book, law) for law in book.standard.laws])


def _law(book: Book, law: Law) -> str:
    days = [long_date(day) if day else "" for day in (law.valid_from, law.valid_until)]
    when = book.words(f"{_KEY}.law_valid", start=days[0], end=days[1])
    text = escape(law.text[:1].upper() + law.text[1:])
    return f"{text} {when}".strip()


def _write_contacts(book: Book) -> None:
    book.title(2, f"{_KEY}.contacts", room=110)
    rows = [unit_row(unit) for unit in book.standard.units]
    book.table((4.6, 4.6, 3.4), ("name", "address", "reach"), rows)
