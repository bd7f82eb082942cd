"""Reads personal numbers: CPR numbers, replacement numbers and eCPR numbers.

Shape and date are checked; modulus 11 is only a remark, since numbers without it have been
given since 2007. Shapes after cpr.dk and HL7 Denmark's dk-core (DkCoreeCprIdentifier).
"""

import re
from datetime import date

import msgspec

from app.domain.values import Cpr, CprKind

_PLAIN = re.compile(r"[0-9]{10}")
_CENTRAL = re.compile(r"[0-9]{6}[17][A-Z]{2}[0-9]")
_LOCAL = re.compile(r"[0-9]{6}[056][A-Z]{2}[0-9]")
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212]+")
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_ADDED_TO_DAY = 60


class CprReading(msgspec.Struct, frozen=True, kw_only=True):
    """What was read: a number, or the key of the problem in errors.toml.

    `birth_date` is None where it must be asked for: a replacement number and an eCPR number
    do not prove it. `remarks` are keys in messages.toml; they never hinder anything.
    """

    cpr: Cpr | None = None
    birth_date: date | None = None
    remarks: tuple[str, ...] = ()
    problem: str = ""


def read_cpr(text: str, today: date | None = None) -> CprReading:
    """Read a number as typed: with or without hyphen and spaces."""
    number = _BETWEEN.sub("", text).upper()
    if not number:
        return CprReading(problem="cpr.empty")
    kind = _kind_of(number)
    if kind is None:
        return CprReading(problem="cpr.shape")
    if kind == "cpr":
        return _read_plain(number, today or date.today())
    if not _is_day(number, kind):
        return CprReading(problem="cpr.date")
    return CprReading(cpr=Cpr(value=number, kind=kind), remarks=(f"cpr.{kind}",))


def masked(cpr: Cpr) -> str:
    """Say a number without its serial: 010182-••••."""
    return f"{cpr.value[:6]}-••••"


def hyphenated(cpr: Cpr) -> str:
    """Say a number in full, as it is written."""
    return f"{cpr.value[:6]}-{cpr.value[6:]}"


def passes_modulus_11(number: str) -> bool:
    """Tell whether ten digits have the control digit of numbers given before 2007."""
    return sum(w * int(d) for w, d in zip(_WEIGHTS, number, strict=True)) % 11 == 0


def _kind_of(number: str) -> CprKind | None:
    if _PLAIN.fullmatch(number):
        return "replacement" if int(number[:2]) > _ADDED_TO_DAY else "cpr"
    if _CENTRAL.fullmatch(number):
        return "xecpr"
    return "decpr" if _LOCAL.fullmatch(number) else None


def _read_plain(number: str, today: date) -> CprReading:
    born = _date(_century(number) + int(number[4:6]), number, 0)
    if born is None:
        return CprReading(problem="cpr.date")
    if born > today:
        return CprReading(problem="cpr.future")
    remarks = () if passes_modulus_11(number) else ("cpr.modulus_11",)
    return CprReading(cpr=Cpr(value=number), birth_date=born, remarks=remarks)


def _century(number: str) -> int:
    seventh, year = int(number[6]), int(number[4:6])
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800


def _is_day(number: str, kind: CprKind) -> bool:
    added = _ADDED_TO_DAY if kind == "replacement" else 0
    year = int(number[4:6])
    return any(_date(century + year, number, added) for century in (1900, 2000))


def _date(year: int, number: str, added: int) -> date | None:
    try:
        return date(year, int(number[2:4]), int(number[:2]) - added)
    except ValueError:
        return None
