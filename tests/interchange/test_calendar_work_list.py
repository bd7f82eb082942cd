"""A calendar is a work list: each event a visit, or refused with its line."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import KnownError
from app.interchange.entries import DENMARK
from app.interchange.worklist import WorkListResult, read_work_list
from app.texts import Texts

EVENT = {
    "UID": "besoeg-1@kalender.test",
    "SUMMARY": "Sille June Test Mosebrygersen",
    "DTSTART;TZID=Europe/Copenhagen": "20261123T101500",
    "DTEND;TZID=Europe/Copenhagen": "20261123T114500",
    "LOCATION": "Testvej 8\\, 1. tv\\, 2200 København N",
    "DESCRIPTION": "CPR: 050688-9996\\nTelefon: 70 10 20 30\\nType: Opfølgning\\nHund i gården",
}


def event(**changes: str) -> list[str]:
    usual = EVENT
    if any(name.startswith("DTSTART") for name in changes):
        usual = {k: v for k, v in EVENT.items() if not k.startswith("DT")}
    fields = {**usual, **changes}
    lines = [f"{name}:{value}" for name, value in fields.items() if value != "-"]
    return ["BEGIN:VEVENT", *lines, "END:VEVENT"]


def calendar(*events: list[str], head: list[str] | None = None) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *(head or [])]
    lines += [line for one in events for line in one]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def refusal(one: list[str]) -> str:
    (line,) = read_work_list(calendar(one)).refused
    assert line.line == 3
    return line.key.removeprefix("worklist.")


def test_an_event_becomes_a_visit() -> None:
    (entry,) = read_work_list(calendar(event())).entries
    assert (entry.start, entry.minutes) == (datetime(2026, 11, 23, 10, 15, tzinfo=DENMARK), 90)
    assert (entry.name, entry.cpr.value) == ("Sille June Test Mosebrygersen", "0506889996")
    assert (entry.address.street, entry.address.city) == ("Testvej 8, 1. tv", "København N")
    assert (entry.phone, entry.kind, entry.note) == ("70 10 20 30", "follow_up", "Hund i gården")


@pytest.mark.parametrize(
    ("start", "hour"),
    [("20261123T091500Z", 10), ("20260623T091500Z", 11), ("20261123T101500", 10)],
    ids=["winter", "summer", "no zone"],
)
def test_a_start_is_told_in_danish_time(start: str, hour: int) -> None:
    (entry,) = read_work_list(calendar(event(DTSTART=start))).entries
    assert (entry.start.hour, entry.start.tzinfo) == (hour, DENMARK)


@pytest.mark.parametrize("name", ["Kontorets tid", '"Kontorets tid"'])
def test_a_zone_of_the_calendars_own_is_understood(name: str) -> None:
    zone = [
        "BEGIN:VTIMEZONE",
        "TZID:Kontorets tid",
        "BEGIN:STANDARD",
        "DTSTART:16010101T000000",
        "TZOFFSETFROM:+0300",
        "TZOFFSETTO:+0300",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]
    start = {f"DTSTART;TZID={name}": "20261123T121500"}
    (entry,) = read_work_list(calendar(event(**start), head=zone)).entries
    assert entry.start == datetime(2026, 11, 23, 10, 15, tzinfo=DENMARK)


def test_a_cpr_number_may_stand_in_the_title() -> None:
    titled = event(SUMMARY="Odd Haugen Test Mosebryggersen (150279-9995)", DESCRIPTION="-")
    (entry,) = read_work_list(calendar(titled)).entries
    assert (entry.name, entry.cpr.value) == ("Odd Haugen Test Mosebryggersen", "1502799995")


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"DESCRIPTION": "Teammøde"}, "no_cpr"),
        ({"DESCRIPTION": "CPR: 320688-9996"}, "bad_cpr"),
        ({"SUMMARY": "-"}, "no_name"),
        ({"DTSTART": "-"}, "bad_date"),
        ({"DTSTART": "20269923T101500"}, "bad_date"),
        ({"DTSTART": "00010101T000000Z"}, "bad_date"),
        ({"DTSTART;VALUE=DATE": "20261123"}, "no_time"),
        ({"STATUS": "CANCELLED"}, "cancelled"),
        ({"RRULE": "FREQ=WEEKLY"}, "recurring"),
        ({"DTEND;TZID=Europe/Copenhagen": "20261123T091500"}, "bad_minutes"),
        ({"DESCRIPTION": "CPR: 050688-9996\\nType: kaffe"}, "bad_kind"),
        ({"X-LONG": "x" * 70_000}, "line_too_long"),
    ],
)
def test_an_event_that_is_no_visit_says_why(changes: dict[str, str], key: str) -> None:
    assert refusal(event(**changes)) == key


def test_a_broken_event_leaves_the_others_alone() -> None:
    other = event(UID="besoeg-2@kalender.test")
    broken = ["BEGIN:VEVENT", "BEGIN:VALARM", "END:VEVENT"]
    result = read_work_list(calendar(broken, other))
    assert [e.line for e in result.entries] == [6]
    assert [r.line for r in result.refused] == [3]


def test_a_moved_visit_keeps_its_key() -> None:
    first = read_work_list(calendar(event())).entries[0]
    moved = read_work_list(calendar(event(DTSTART="20261124T101500"))).entries[0]
    assert first.source_key == moved.source_key
    assert first.start != moved.start


def test_a_file_that_ends_in_the_middle_of_a_visit_says_so() -> None:
    cut = calendar(event()).split(b"END:VEVENT")[0]
    (refused,) = read_work_list(cut).refused
    assert (refused.line, refused.key) == (3, "worklist.cut_off")
    assert Texts().error(refused.error)


def test_the_same_event_twice_is_taken_once() -> None:
    result = read_work_list(calendar(event(), event()))
    assert (len(result.entries), result.refused[0].key) == (1, "worklist.twice")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(sorted(EVENT)))
def test_no_bytes_at_all_crash_the_reader(data: bytes, name: str) -> None:
    inside = calendar(event()).replace(
        b"END:VEVENT", name.encode() + b":" + data + b"\r\nEND:VEVENT"
    )
    for payload in (b"BEGIN:VCALENDAR\r\n" + data, inside):
        try:
            result = read_work_list(payload)
        except KnownError as error:
            Texts().error(error)
        else:
            assert isinstance(result, WorkListResult)
