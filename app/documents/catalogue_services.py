"""The services of a printed standard: nine fields each, then extent, limits and items."""

from app.documents.catalogue_frame import Book, listed, often, schedule
from app.documents.story import CellContent, TableRow, escape
from app.domain.standard import Item, Package, Service
from app.wording import enumeration

_KEY = "documents.catalogue"


def write_services(book: Book) -> None:
    """Write each service as the source's catalogue does, with the packages of support."""
    standard = book.standard
    book.title(2, f"{_KEY}.services")
    groups = {g.id: g.name for g in standard.groups}
    rows: list[TableRow] = [
        (escape(s.name), escape(groups.get(s.group, s.group)), _how(book, s))
        for s in standard.services
    ]
    book.table((5, 4, 4), ("service", "group", "granted"), rows)
    for service in standard.services:
        _write_service(book, service)
    if standard.packages:
        book.title(2, f"{_KEY}.packages", room=110)
        book.table(
            (3, 7, 2), ("package", "what", "hours"), [_package(p) for p in standard.packages]
        )


def _how(book: Book, service: Service) -> str:
    return book.word("granted_yes" if service.visitated else "granted_no")


def _package(package: Package) -> TableRow:
    hours = f"{package.hours_per_week:g}".replace(".", ",") if package.hours_per_week else ""
    return escape(package.name), escape(package.text), hours


def _write_service(book: Book, service: Service) -> None:
    book.story.heading(3, escape(service.name), room=130)
    payments = [service.user_payment, *(i.user_payment for i in service.items)]
    nine: list[tuple[str, CellContent]] = [
        ("law", escape(_capital(book.law(service.law)))),
        ("purpose", escape(service.purpose)),
        ("covers", listed(service.covers)),
        ("covers_not", listed(service.exclusions)),
        ("who", listed(service.who)),
        ("duration", [escape(service.duration_text), _longest(book, service)]),
        ("start", listed([service.start_text, *(s.text for s in service.starts)])),
        ("stop", escape(service.stop_text)),
        ("provider", escape(service.provider_text)),
        ("payment", listed(list(dict.fromkeys(filter(None, payments))))),
    ]
    book.pairs("service", [*nine, *_extent(service), *_places(book, service)])
    _write_items(book, service)


def _longest(book: Book, service: Service) -> str:
    if not service.max_months:
        return ""
    return book.words(f"{_KEY}.longest", months=service.max_months)


def _extent(service: Service) -> list[tuple[str, CellContent]]:
    """Return how often, when, within which limits, and what the citizen has ready."""
    provides = " ".join(service.citizen_provides)
    return [
        ("extent", [escape(often(service.extent)), escape(service.extent_text)]),
        ("time", escape(service.time_text)),
        ("limits", listed(service.limits)),
        ("provides", escape(_capital(provides))),
        ("delivery", listed(service.delivery)),
        ("consider", escape(service.always_consider)),
    ]


def _places(book: Book, service: Service) -> list[tuple[str, CellContent]]:
    packages = {p.id: p.name for p in book.standard.packages}
    rule = service.follow_up
    return [
        ("places", escape(enumeration([p.name for p in service.places]))),
        ("packages", escape(enumeration([packages.get(p, p) for p in service.packages]))),
        ("follow_up", [escape(rule.text), schedule(book, rule)] if rule else ""),
    ]


def _write_items(book: Book, service: Service) -> None:
    """Write the items, each with what is special of it."""
    if not service.items:
        return
    book.story.text(book.word("items"), "label")
    book.story.bullets([_item(book, item) for item in service.items])


def _item(book: Book, item: Item) -> str:
    """Say an item: its name, how often, examples, limits, when it is given."""
    marks = [
        book.word(key)
        for key, holds in (
            ("special_case", item.special_case),
            ("round_the_clock", item.round_the_clock),
            ("single_grant", item.single_grant),
        )
        if holds
    ]
    said = [often(item.extent), _capital(item.examples), item.limits, *marks]
    law = book.law(item.law) if item.law else ""
    told = ". ".join(text.rstrip(".") for text in (*said, _capital(law)) if text.strip())
    return f"{escape(item.name)}. <i>{escape(told)}.</i>" if told else escape(item.name)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
