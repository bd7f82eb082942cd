"""A work list in CSV is read as it is, and each line that is wrong is named."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import KnownError
from app.interchange.entries import DENMARK, MAX_LINE_BYTES, MAX_REFUSED
from app.interchange.worklist import WorkListResult, read_work_list
from app.texts import Texts

HEADER = "dato;klokkeslæt;varighed;cpr;navn;adresse;postnr;by;telefon;type;bemærkning"
LINE = (
    "23-11-2026;10.15;90;010772-9995;Max Test Berggren;Testvej 1, 2. th;2100;København Ø;"
    "70 10 20 30;revisitation;Ring på hos viceværten"
)


def csv_of(*lines: str) -> bytes:
    return "\r\n".join([HEADER, *lines, ""]).encode()


def refused(*lines: str) -> list[tuple[int, str]]:
    return [(r.line, r.key) for r in read_work_list(csv_of(*lines)).refused]


def with_cell(column: str, value: str) -> str:
    cells = LINE.split(";")
    cells[HEADER.split(";").index(column)] = value
    return ";".join(cells)


def failure(data: bytes) -> KnownError:
    with pytest.raises(KnownError) as caught:
        read_work_list(data)
    return caught.value


def test_every_column_of_a_line_reaches_the_entry() -> None:
    (entry,) = read_work_list(csv_of(LINE)).entries
    assert entry.line == 2
    assert entry.start == datetime(2026, 11, 23, 10, 15, tzinfo=DENMARK)
    assert (entry.minutes, entry.kind, entry.source) == (90, "reassessment", "csv")
    assert entry.cpr.value == "0107729995"
    assert entry.name == "Max Test Berggren"
    assert (entry.address.street, entry.address.postcode) == ("Testvej 1, 2. th", "2100")
    assert entry.address.city == "København Ø"
    assert entry.phone == "70 10 20 30"
    assert entry.note == "Ring på hos viceværten"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_the_same_list_reads_alike_however_it_was_saved(encoding: str) -> None:
    text = csv_of(LINE).decode()
    assert read_work_list(text.encode(encoding)) == read_work_list(text.encode())


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_the_delimiter_is_found_in_the_header(delimiter: str) -> None:
    quoted = delimiter.join(f'"{cell}"' for cell in LINE.split(";"))
    text = HEADER.replace(";", delimiter) + "\n" + quoted + "\n"
    assert read_work_list(text.encode()).entries == read_work_list(csv_of(LINE)).entries


def test_columns_may_stand_in_any_order_case_and_usual_name() -> None:
    text = "Navn;CPR-nr.;TID;Dato;Noget andet\nMax Test Berggren;0107729995;1015;2026-11-23;x\n"
    (entry,) = read_work_list(text.encode()).entries
    assert entry.start == datetime(2026, 11, 23, 10, 15, tzinfo=DENMARK)
    assert entry.minutes == 60


def test_a_note_may_have_line_breaks_and_line_numbers_stay_true() -> None:
    note = with_cell("bemærkning", '"Første linje\r\nanden ""linje"""')
    result = read_work_list(csv_of(note, with_cell("dato", "31-02-2026")))
    assert result.entries[0].note == 'Første linje\nanden "linje"'
    assert [(r.line, r.key) for r in result.refused] == [(4, "worklist.bad_date")]


def test_a_quote_that_never_ends_costs_its_own_line_only() -> None:
    broken = with_cell("bemærkning", '"aldrig lukket')
    other = with_cell("cpr", "1502829995")
    result = read_work_list(csv_of(broken, other))
    assert [r.key for r in result.refused] == ["worklist.open_quote"]
    assert [e.line for e in result.entries] == [3]


@pytest.mark.parametrize(
    ("column", "value", "key"),
    [
        ("dato", "31-02-2026", "bad_date"),
        ("dato", "i morgen", "bad_date"),
        ("dato", "01-01-0026", "bad_date"),
        ("klokkeslæt", "25.00", "bad_time"),
        ("klokkeslæt", "", "bad_time"),
        ("varighed", "0", "bad_minutes"),
        ("varighed", "hele dagen", "bad_minutes"),
        ("cpr", "", "no_cpr"),
        ("cpr", "3102729995", "bad_cpr"),
        ("cpr", "010772999", "bad_cpr"),
        ("navn", "", "no_name"),
        ("type", "hyggebesøg", "bad_kind"),
        ("bemærkning", "x" * 20_001, "text_too_long"),
        ("bemærkning", "en;tekst;for meget", "too_many_cells"),
    ],
)
def test_a_wrong_cell_refuses_its_line_with_its_number(column: str, value: str, key: str) -> None:
    assert refused(LINE, with_cell(column, value)) == [(3, f"worklist.{key}")]


def test_the_same_visit_twice_is_taken_once_and_says_where_it_stood_first() -> None:
    result = read_work_list(csv_of(LINE, LINE))
    assert len(result.entries) == 1
    assert result.refused[0].params == {"first": 2}


def test_reading_a_list_again_gives_the_same_keys_and_shows_nobody_in_them() -> None:
    keys = [e.source_key for e in read_work_list(csv_of(LINE)).entries]
    assert keys == [e.source_key for e in read_work_list(csv_of(LINE)).entries]
    assert "010772" not in keys[0]


def test_a_line_of_ten_megabytes_is_refused_and_the_next_one_read() -> None:
    result = read_work_list(csv_of("x" * 10_000_000, LINE))
    assert [(r.line, r.key) for r in result.refused] == [(2, "worklist.line_too_long")]
    assert [e.line for e in result.entries] == [3]


def test_quoted_lines_never_grow_past_the_bound() -> None:
    broken = with_cell("bemærkning", '"' + "x" * 1000)
    filler = ["y" * 1000] * (2 * MAX_LINE_BYTES // 1000)
    assert refused(broken, *filler)[0] == (2, "worklist.open_quote")


def test_a_list_with_nothing_but_errors_stops_and_says_so() -> None:
    lines = [with_cell("dato", "nej")] * (MAX_REFUSED + 50)
    assert refused(*lines)[-1] == (MAX_REFUSED + 2, "worklist.too_many")


@pytest.mark.slow
def test_a_list_of_endless_lines_stops_and_says_so() -> None:
    result = read_work_list(csv_of(LINE) + b"\n" * 20_000_000)
    assert len(result.entries) == 1
    assert [r.key for r in result.refused] == ["worklist.too_many"]


def test_missing_columns_are_named() -> None:
    error = failure(b"dato;navn\n23-11-2026;Max Test Berggren\n")
    assert error.key == "worklist.missing_columns"
    assert error.params == {"columns": "klokkeslæt, cpr"}


def test_a_column_that_stands_twice_is_named() -> None:
    assert failure((HEADER + ";tid\n" + LINE + ";11.00\n").encode()).params == {
        "columns": "klokkeslæt"
    }


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf\r\n \r\n", b"\t\n"])
def test_an_empty_file_says_that_it_is_empty(data: bytes) -> None:
    assert failure(data).key == "worklist.empty"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (csv_of(LINE).decode().encode("utf-16"), 1),
        (csv_of(LINE, LINE.replace("ø", "\x81")).decode().encode("latin-1"), 3),
        (csv_of(LINE) + "Sønderbro".encode("cp1252"), 1),
        (csv_of(LINE).decode().encode("utf-8").decode("cp1252").encode(), 1),
        (csv_of(with_cell("by", "K\N{REPLACEMENT CHARACTER}benhavn")), 2),
    ],
    ids=["utf-16", "no codec", "mixed", "saved twice", "letters lost"],
)
def test_letters_that_cannot_be_read_truly_refuse_the_file(data: bytes, line: int) -> None:
    error = failure(data)
    assert (error.key, error.params) == ("worklist.encoding", {"line": line})


def test_a_file_over_fifty_megabytes_is_refused() -> None:
    assert failure(b"x" * (50 * 1024 * 1024 + 1)).key == "worklist.too_big"


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_refusal_has_a_sentence_with_its_line(language: str) -> None:
    bad = [("dato", "x"), ("klokkeslæt", "x"), ("cpr", "x"), ("navn", ""), ("type", "x")]
    lines = [LINE, LINE, *(with_cell(column, value) for column, value in bad), "y" * 70_000]
    for line in read_work_list(csv_of(*lines)).refused:
        assert f" {line.line}:" in Texts(language).error(line.error)


def test_control_characters_never_reach_an_entry() -> None:
    line = with_cell("bemærkning", "a\x07b\x1bc\u2028d")
    assert read_work_list(csv_of(line)).entries[0].note == "abc\u2028d"


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_at_all_crash_the_reader(data: bytes) -> None:
    for payload in (data, csv_of(LINE) + data, HEADER.encode() + b"\n" + data):
        try:
            result = read_work_list(payload)
        except KnownError as error:
            Texts().error(error)
        else:
            assert isinstance(result, WorkListResult)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.text(max_size=12), max_size=13), max_size=5), st.sampled_from(";,\t"))
def test_no_cells_at_all_crash_the_reader(rows: list[list[str]], delimiter: str) -> None:
    body = "\n".join(delimiter.join(row) for row in rows)
    text = HEADER.replace(";", delimiter) + "\n" + body
    try:
        result = read_work_list(text.encode("utf-8", "surrogatepass"))
    except KnownError:
        return
    assert all(Texts().error(r.error) for r in result.refused)
