"""The week of the help on paper: days, times, what is not agreed, who comes, and the minutes."""

from datetime import date

import msgspec

from app.documents.content import Content
from app.documents.package import build, parts_for
from app.domain.records import Record
from app.domain.standard import Enclosure
from app.domain.values import Extent
from tests import factories as make
from tests.documents import reading, sample, variants


def words(*changed: Record, **fields: object) -> str:
    return reading.text(build(["week_plan"], sample.issued(*changed, **fields)))


def bath(**fields: object) -> Record:
    known: dict[str, object] = {
        "need": "n1",
        "service": "personlig_pleje",
        "items": ("bad",),
        "extent": Extent(times=2, unit="week"),
        "time_of_day": ("forenoon",),
        "weekdays": (0, 3),
        "minutes": 40,
        "starts_on": date(2026, 11, 30),
    }
    return make.grant("g1", **{**known, **fields})


def for_provider(content: Content) -> Content:
    return msgspec.structs.replace(content, receiver="provider")


def test_each_day_of_the_week_has_its_row_with_what_comes_then() -> None:
    said = words()
    assert "Dag Formiddag Mandag Personlig pleje Tirsdag Onsdag Torsdag Personlig pleje" in said
    assert "Rengøring fra 7. december 2026 Fredag Lørdag Søndag" in said


def test_help_without_an_agreed_day_is_told_so_and_stands_on_no_day() -> None:
    assert "Dagen aftaler du med leverandøren: • Tøjvask (hver 14. dag)" in words()


def test_a_visit_that_has_no_day_yet_is_counted() -> None:
    said = words(bath(extent=Extent(times=3, unit="week")))
    assert "Personlig pleje (3 gange om ugen): 1 gang mangler en dag" in said


def test_two_days_for_one_visit_are_a_choice_and_promise_no_two_visits() -> None:
    said = words(bath(extent=Extent(times=1, unit="week")))
    assert "Mandag Tirsdag" in said
    assert "Personlig pleje (1 gang om ugen, mandag eller torsdag, formiddag)" in said


def test_two_times_for_one_visit_are_a_choice() -> None:
    said = words(bath(time_of_day=("morning", "forenoon")))
    assert said.count("Personlig pleje") == said.count("eller formiddag") == 2


def test_help_every_other_week_says_so_on_its_day() -> None:
    said = words(bath(extent=Extent(times=1, every=2, unit="week"), weekdays=(0,)))
    assert "Mandag Personlig pleje hver 14. dag" in said


def test_daily_help_stands_on_every_day() -> None:
    daily = bath(
        extent=Extent(times=2, unit="day"), time_of_day=("morning", "evening"), weekdays=()
    )
    assert words(daily).count("Personlig pleje") == 14


def test_the_week_says_who_comes_and_how_to_reach_them() -> None:
    said = words()
    assert "Handicapcenter Øst kommer med personlig pleje og rengøring. Telefon 33" in said
    assert "Brita Test Berggren kommer med tøjvask." in said


def test_the_citizens_week_has_no_minutes_and_the_providers_has_their_sum() -> None:
    assert "Om ugen i gennemsnit" not in words()
    laundry = make.grant(
        "g3", need="n3", service="toejvask", extent=Extent(every=2), minutes=45, items=()
    )
    content = sample.issued(laundry)
    for pdf in (build(["order"], content), build(["week_plan"], for_provider(content))):
        said = reading.text(pdf)
        assert "Personlig pleje ca. 40 min. 80 min. (1 t. 20 min.)" in said
        assert "ca. 45 min." in said
        assert " 22 min. " in said
        assert "102 min. (1 t. 42 min.)" in said
        assert "Tallet er uden rengøring. Her er tiden ikke aftalt." in said


def test_the_week_is_a_tagged_table_that_a_reader_walks_by_day() -> None:
    pdf = build(["week_plan"], sample.issued())
    assert reading.faults(pdf) == []
    assert reading.roles(pdf).count("TR") == 8


def test_a_standard_can_enclose_the_week_where_help_is_given() -> None:
    rules = make.koebenhavn()
    week = Enclosure(id="week_plan", title="Din uge med hjælp")
    rules = msgspec.structs.replace(rules, enclosures=(*rules.enclosures, week))
    assert "week_plan" in parts_for(variants.content(rules, "granted"))
    assert "week_plan" not in parts_for(variants.content(rules, "refused"))
    said = reading.text(build(["letter"], variants.content(rules, "granted")))
    assert "din uge med hjælp" in said
