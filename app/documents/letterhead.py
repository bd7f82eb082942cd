"""The top of a letter: sender, the address in the window of a C5 envelope, date and case."""

from dataclasses import dataclass

from reportlab.platypus.flowables import Flowable

from app.documents import facts
from app.documents.look import HEIGHT, LEFT, MM, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP
from app.documents.receivers import letter_receiver
from app.documents.story import BESIDE_GAP, escape
from app.documents.tagging.beside import Beside
from app.documents.tagging.paragraphs import TaggedParagraph
from app.documents.writing import Writing
from app.domain.standard import Unit
from app.domain.values import Address

# Measured from the top of the page: a window 20 mm from the left edge shows 57-88 mm however
# the sheet lies in the envelope.
_WINDOW_TOP, _WINDOW_WIDTH, _WINDOW_HEIGHT = 58 * MM, 80 * MM, 30 * MM
_SENDER_TOP, _SENDER_HEIGHT, _RIGHT_COLUMN = 17 * MM, 31 * MM, 128 * MM
_SCALES = (1.0, 0.9, 0.8, 0.7, 0.6)
_HEIGHT = 92 * MM - TOP
# Date, case and CPR number; what follows says whom to reach.
_OF_CASE = 3


@dataclass(frozen=True)
class _Column:
    """Paragraphs at a place of the page: `top` is measured from its upper edge.

    More lines than there is room for are drawn smaller.
    """

    x: float
    top: float
    width: float
    most: float
    paragraphs: list[TaggedParagraph]

    def scale(self) -> float:
        """Return how large the lines are drawn, 1 as a rule."""
        return next((s for s in _SCALES if self._height(s) <= self.most), _SCALES[-1])

    def _height(self, scale: float) -> float:
        heights = (p.wrap(self.width / scale, PAGE_HEIGHT)[1] for p in self.paragraphs)
        return scale * float(sum(heights))


class _Placed(Flowable):  # type: ignore[misc]
    """Columns of paragraphs at fixed places of the page."""

    def __init__(self, columns: list[_Column]) -> None:
        super().__init__()
        self._columns = columns

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Take the room down to the first line of the letter."""
        return available_width, _HEIGHT

    def draw(self) -> None:
        """Draw each column; places are of the page, the canvas stands at ours."""
        for column in self._columns:
            scale = column.scale()
            self.canv.saveState()
            self.canv.translate(column.x - LEFT, TOP + _HEIGHT - column.top)
            if scale < 1:
                self.canv.scale(scale, scale)
            y = 0.0
            for paragraph in column.paragraphs:
                y -= paragraph.wrap(column.width / scale, PAGE_HEIGHT)[1]
                paragraph.drawOn(self.canv, 0, y)
            self.canv.restoreState()


def write_letterhead(writing: Writing) -> None:
    """Write sender, receiver, date, case number and contact, at their places."""
    unit = facts.authority(writing.content)
    right = PAGE_WIDTH - RIGHT - _RIGHT_COLUMN
    place = writing.story.placed
    columns = [
        _Column(LEFT, _SENDER_TOP, 92 * MM, _SENDER_HEIGHT, place(_sender(writing, unit))),
        _Column(LEFT, _WINDOW_TOP, _WINDOW_WIDTH, _WINDOW_HEIGHT, place(_receiver(writing))),
    ]
    reference = _reference(writing, unit)
    beside = writing.story.size == "normal"
    if beside:
        most = TOP + _HEIGHT - _WINDOW_TOP
        columns.append(_Column(_RIGHT_COLUMN, _WINDOW_TOP, right, most, place(reference)))
    writing.story.flow.append(_Placed(columns))
    if not beside:  # large print has no room beside the window
        lines = place([(line, "tight") for line, _ in reference])
        halves = (lines[:_OF_CASE], lines[_OF_CASE:])
        writing.story.flow.append(Beside(halves, len(halves), BESIDE_GAP, HEIGHT))
        writing.story.space(10)
    if letter_receiver(writing.content):
        name = writing.content.casefile.citizen.name
        writing.story.text(writing.words("documents.page.copy_for", name=name), "small")


def _sender(writing: Writing, unit: Unit | None) -> list[tuple[str, str]]:
    municipality = writing.content.standard.municipality
    name = escape(unit.name) if unit else writing.gap("sender")
    cvr = writing.words("letter.head.cvr", cvr=municipality.cvr) if municipality.cvr else ""
    lines = list(dict.fromkeys([escape(municipality.name), escape(municipality.department), name]))
    lines.append(escape(", ".join(unit.address if unit else ())))
    lines.append(" · ".join(filter(None, (escape(municipality.website), cvr))))
    styles = ["sender"] + ["sender_line"] * len(lines)
    return [(line, style) for line, style in zip(lines, styles, strict=False) if line]


def _receiver(writing: Writing) -> list[tuple[str, str]]:
    content = writing.content
    mark = (
        [(writing.words("letter.head.mail"), "mail_mark")]
        if content.casefile.citizen.digital_post == "exempt"
        else []
    )
    lines = _representative(writing) or _citizen(writing)
    return mark + [(line, "address") for line in lines if line]


def _representative(writing: Writing) -> list[str]:
    other = letter_receiver(writing.content)
    if other is None:
        return []
    citizen = writing.content.casefile.citizen
    name = writing.words("letter.head.for_citizen", name=citizen.name)
    return [escape(other.name), *_address_lines(other.address), name]


def _citizen(writing: Writing) -> list[str]:
    citizen = writing.content.casefile.citizen
    name = escape(citizen.name) or writing.gap("name")
    if writing.content.hides_address:
        return [name, writing.words("letter.head.protected")]
    address = citizen.address
    if address is None or not address.street.strip():
        return [name, writing.gap("address")]
    return [name, *_address_lines(address)]


def _address_lines(address: Address | None) -> list[str]:
    if address is None:
        return []
    care_of = f"c/o {escape(address.care_of)}" if address.care_of.strip() else ""
    return [care_of, escape(address.street), escape(f"{address.postcode} {address.city}".strip())]


def _reference(writing: Writing, unit: Unit | None) -> list[tuple[str, str]]:
    content = writing.content
    case = content.casefile.case
    number = (
        writing.words("letter.head.case_number", number=case.number)
        if case.number.strip()
        else writing.gap("case_number")
    )
    lines = [
        writing.words("letter.head.date", day=facts.day_words(content.day)),
        number,
        _masked_cpr(writing),
        writing.words("letter.head.contact_person", name=content.name) if content.name else "",
        *_phone(writing, unit),
    ]
    return [(line, "sender_line") for line in lines if line]


def _masked_cpr(writing: Writing) -> str:
    cpr = writing.content.casefile.citizen.cpr
    if cpr is None or len(cpr.value) != 10:
        return ""
    return writing.words("letter.head.cpr", cpr=f"{cpr.value[:6]}-••••")


def _phone(writing: Writing, unit: Unit | None) -> list[str]:
    if unit is None or not unit.phones:
        return []
    phones = facts.phone_words(unit)
    return [writing.words("letter.head.phone", phones=phones), escape(unit.hours)]


def who_words(writing: Writing) -> str:
    """Say whom to ask, and how; for the box at the top of a letter."""
    unit = facts.authority(writing.content)
    if unit is None:
        return writing.gap("sender")
    return writing.words(
        "letter.box.contact",
        unit=unit.name,
        phones=facts.phone_words(unit),
        hours=unit.hours,
        address=", ".join(unit.address),
    )
