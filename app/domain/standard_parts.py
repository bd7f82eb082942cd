"""The parts of a standard's file that other files of the same kind share: law, passages, units."""

from datetime import date

import msgspec


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of everything in a standard's file."""


class Law(Part, frozen=True, kw_only=True):
    """A legal basis, valid from and until; the newest valid one is printed.

    `assess_first` names what this law asks to assess before help under it is decided.
    """

    id: str
    text: str
    assess_first: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    confirmed: bool = True


class LetterText(Part, frozen=True, kw_only=True):
    """A passage of the letter that is this standard's own, as a heading and paragraphs.

    `with_help`: it is told only when help is given; `without_help`: only when none is.
    """

    id: str
    title: str
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    confirmed: bool = True
    in_letter: bool = True
    with_help: bool = False
    without_help: bool = False
    ref: str = ""
    ids: tuple[str, ...] = ()


class Unit(Part, frozen=True, kw_only=True):
    """An authority unit or provider that a letter names."""

    id: str
    name: str
    address: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    email: str = ""
    hours: str = ""
    as_of: date | None = None


class Code(Part, frozen=True, kw_only=True):
    """A concept of a national code list that areas, items of services and exports point to.

    `rated`: a level is reported with it. KL's rule for FFB: a level belongs to the themes of
    "Aktivitet og deltagelse", and to no other.
    """

    id: str
    system: str
    code: str
    name: str
    rated: bool = False


class Option(Part, frozen=True, kw_only=True):
    """One answer to choose."""

    value: str
    name: str


class DataProtection(Part, frozen=True, kw_only=True):
    """Whom to ask about personal data, and what the municipality says of it (GDPR art. 13).

    officer: how the data protection officer (databeskyttelsesrådgiver) is reached. kept: how
    long a case is kept, receivers: who gets data beside those that the law names, transfers:
    whether data leave the EU; sentences for the citizen.
    """

    officer_address: tuple[str, ...] = ()
    officer_phone: str = ""
    officer_email: str = ""
    kept: str = ""
    receivers: tuple[str, ...] = ()
    transfers: str = ""
    ref: str = ""

    @property
    def reaches_officer(self) -> bool:
        """Tell whether any way to the data protection officer is known."""
        return bool(self.officer_address or self.officer_phone or self.officer_email)


class Municipality(Part, frozen=True, kw_only=True):
    """Whose standard it is, as it stands in the source."""

    name: str
    code: str
    department: str
    cvr: str = ""
    website: str = ""
    data_protection: DataProtection = DataProtection()


class Source(Part, frozen=True, kw_only=True):
    """The document that the file was made from."""

    title: str
    document: str
    note: str = ""
    is_draft: bool = False


class Approval(Part, frozen=True, kw_only=True):
    """Who approves the standard, and how often if the source says it."""

    body: str
    interval_months: int | None = None
    approved_on: date | None = None


def valid_on(entry: Law | LetterText, on: date) -> bool:
    """Tell whether a dated entry is valid on a day; open ends are valid."""
    after_start = entry.valid_from is None or entry.valid_from <= on
    return after_start and (entry.valid_until is None or on <= entry.valid_until)
