"""A whole standard as a readable PDF: its catalogue, scales, rules, deadlines and contacts."""

from datetime import date

from app.documents.catalogue_after import write_after
from app.documents.catalogue_frame import Book
from app.documents.catalogue_rules import write_rules
from app.documents.catalogue_scales import write_scales
from app.documents.catalogue_services import write_services
from app.documents.pages import Running, build_pdf
from app.documents.passages import Passages, standard_passages
from app.documents.story import Story, escape, fitting
from app.documents.tagging.elements import Element
from app.documents.tagging.metadata import Metadata
from app.documents.writing import plain
from app.domain.standard import Standard
from app.wording import long_date

_PART = "catalogue"


def build_catalogue(standard: Standard, texts: Passages | None = None) -> bytes:
    """Return a standard as one tagged PDF, with a bookmark for each part and service.

    The same standard gives the same bytes. A character that no font has shows as its code.
    """
    texts = texts or standard_passages()
    root = Element("Document")
    book = Book(Story(root, _PART, draft=True), texts, standard)
    _write_front(book)
    for write in (write_services, write_scales, write_rules, write_after):
        write(book)
    head = texts.line(
        "documents.page.head", municipality=standard.municipality.name, title=standard.short_title
    )
    running = Running(
        head=fitting(plain(head), draft=True),
        foot=fitting(f"{standard.id} {standard.version}", draft=True),
        page_word=texts.line("documents.page.page"),
        of_word=texts.line("documents.page.of"),
        draft="",
    )
    metadata = Metadata(standard.title, standard.municipality.name, standard.valid_from)
    return build_pdf(root, [(book.story, running)], metadata)


def _write_front(book: Book) -> None:
    """Write what the standard is, where it comes from, and whom it is for."""
    standard = book.standard
    book.story.heading(1, escape(standard.title))
    book.pairs(
        "front",
        [
            ("municipality", escape(_joined(standard.municipality.name, _department(standard)))),
            ("paragraph", escape(standard.paragraph)),
            ("valid", _validity(book)),
            ("approved", _approval(book)),
            ("source", [escape(standard.source.document), escape(standard.source.note)]),
        ],
    )
    book.title(2, "documents.catalogue.who")
    book.story.text(escape(standard.condition))
    ages = book.words(
        "documents.catalogue.ages", age_from=standard.age_from or 0, age_to=standard.age_to or 0
    )
    book.story.texts([ages] if ages else [])
    units = {unit.id: unit.name for unit in standard.units}
    book.story.bullets(
        [f"{escape(g.name)} ({escape(units.get(g.unit, g.unit))})" for g in standard.target_groups]
    )
    if standard.objectives:
        book.title(2, "documents.catalogue.objectives")
        book.story.bullets([escape(text) for text in standard.objectives])


def _department(standard: Standard) -> str:
    return standard.municipality.department


def _joined(*parts: str) -> str:
    return ", ".join(dict.fromkeys(filter(None, parts)))


def _validity(book: Book) -> str:
    standard = book.standard
    end = _day(standard.valid_until)
    return book.words("documents.catalogue.valid_words", start=_day(standard.valid_from), end=end)


def _approval(book: Book) -> str:
    approval = book.standard.approval
    return book.words(
        "documents.catalogue.approved_words",
        body=approval.body,
        day=_day(approval.approved_on),
        months=approval.interval_months or 0,
    )


def _day(day: date | None) -> str:
    return long_date(day) if day else ""
