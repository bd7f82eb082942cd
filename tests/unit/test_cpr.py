"""Personal numbers as they are typed; the persons are MedCom's test persons."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.cpr import hyphenated, masked, passes_modulus_11, read_cpr
from app.domain.values import Cpr
from app.errors import KnownError
from app.texts import Texts

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("number", "born"),
    [
        ("0201609995", date(1960, 1, 2)),
        ("0504909989", date(1990, 4, 5)),
        ("2512489996", date(1948, 12, 25)),
        ("1502829995", date(1982, 2, 15)),
    ],
)
def test_a_test_persons_number_gives_the_birth_date(number: str, born: date) -> None:
    reading = read_cpr(number, TODAY)
    assert reading.birth_date == born
    assert reading.cpr == Cpr(value=number)
    assert reading.problem == ""


@pytest.mark.parametrize(
    "typed", ["020160-9995", "020160 9995", " 0201609995 ", "02 01 60-99 95", "020160–9995"]
)
def test_hyphens_and_spaces_do_not_matter(typed: str) -> None:
    assert read_cpr(typed, TODAY).cpr == Cpr(value="0201609995")


@pytest.mark.parametrize(
    ("seventh", "year", "century"),
    [
        ("0", "99", 1900),
        ("3", "00", 1900),
        ("4", "20", 2000),
        ("4", "37", 1900),
        ("9", "26", 2000),
        ("9", "37", 1900),
        ("5", "57", 2000),
        ("5", "58", 1800),
        ("8", "99", 1800),
    ],
)
def test_the_seventh_digit_tells_the_century(seventh: str, year: str, century: int) -> None:
    reading = read_cpr(f"0101{year}{seventh}000", date(2060, 1, 1))
    assert reading.birth_date == date(century + int(year), 1, 1)


def test_a_number_without_the_control_digit_is_accepted_with_a_remark() -> None:
    assert not passes_modulus_11("0201609995")
    assert read_cpr("0201609995", TODAY).remarks == ("cpr.modulus_11",)


def test_a_number_with_the_control_digit_has_no_remark() -> None:
    assert passes_modulus_11("0101700003")
    assert read_cpr("0101700003", TODAY).remarks == ()


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "cpr.empty"),
        (" - ", "cpr.empty"),
        ("020160999", "cpr.shape"),
        ("02016099955", "cpr.shape"),
        ("020160999X", "cpr.shape"),
        ("٠٢٠١٦٠٩٩٩٥", "cpr.shape"),
        ("0000000000", "cpr.date"),
        ("3102829995", "cpr.date"),
        ("2902999995", "cpr.date"),
        ("2902000001", "cpr.date"),
        ("9902829995", "cpr.date"),
        ("0113829995", "cpr.date"),
        ("2411269995", "cpr.future"),
    ],
)
def test_an_impossible_number_is_a_problem_with_its_sentence(typed: str, problem: str) -> None:
    reading = read_cpr(typed, TODAY)
    assert reading.problem == problem
    assert reading.cpr is None
    for language in ("da", "en"):
        assert Texts(language).error(KnownError(problem))


def test_a_leap_day_is_a_day_only_in_leap_years() -> None:
    assert read_cpr("2902004001", TODAY).birth_date == date(2000, 2, 29)


def test_today_is_no_future() -> None:
    assert read_cpr("2311269995", TODAY).birth_date == TODAY


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("621882-9995", "cpr.date"),
        ("750282-9995", "replacement"),
        ("150282-1AB2", "xecpr"),
        ("150282-7ab2", "xecpr"),
        ("150282-0AB2", "decpr"),
        ("150282-5AB2", "decpr"),
        ("150282-6AB2", "decpr"),
        ("150282-2AB2", "cpr.shape"),
        ("311382-1AB2", "cpr.date"),
    ],
)
def test_replacement_numbers_keep_their_kind(typed: str, kind: str) -> None:
    reading = read_cpr(typed, TODAY)
    if kind.startswith("cpr."):
        assert reading.problem == kind
        return
    assert reading.cpr is not None
    assert reading.cpr.kind == kind


def test_a_replacement_number_asks_for_the_birth_date() -> None:
    reading = read_cpr("750282-9995", TODAY)
    assert reading.birth_date is None
    assert reading.remarks == ("cpr.replacement",)


@pytest.mark.parametrize("remark", ["modulus_11", "replacement", "xecpr", "decpr"])
def test_each_remark_has_its_sentence(remark: str) -> None:
    assert Texts("da").message(f"cpr.{remark}")
    assert Texts("en").message(f"cpr.{remark}")


def test_a_masked_number_keeps_the_serial_back() -> None:
    assert masked(Cpr(value="1502829995")) == "150282-••••"
    assert hyphenated(Cpr(value="1502829995")) == "150282-9995"


@settings(deadline=None)
@given(st.text(max_size=40))
def test_anything_typed_is_read_or_refused(typed: str) -> None:
    reading = read_cpr(typed, TODAY)
    assert (reading.cpr is None) == bool(reading.problem)


@settings(deadline=None)
@given(st.dates(date(1937, 1, 1), date(1999, 12, 31)), st.integers(0, 3999))
def test_every_birth_date_of_the_last_century_is_read_back(born: date, serial: int) -> None:
    assert read_cpr(f"{born:%d%m%y}{serial:04}", TODAY).birth_date == born
