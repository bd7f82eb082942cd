"""What stands follows from what each author saw, never from a clock."""

from datetime import UTC, date, datetime

import pytest

from app.domain.casefile import CaseFile, FieldKey
from app.domain.ids import new_id
from app.domain.records import Assessment, Citizen
from app.domain.values import Address, Cpr, Extent, Level, Planned
from app.errors import BugError, KnownError
from app.journal.journal import Write
from app.store.store import Store
from tests.scribe import Scribe, SteppingClock


def test_a_written_value_is_read_back(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "Jeg kan selv")
    assert vera.value(record) == "Jeg kan selv"


def test_values_of_every_kind_come_back_as_they_were(store: Store) -> None:
    citizen, case, visit = new_id(), new_id(), new_id()
    planned = Planned(start=datetime(2026, 11, 23, 10, 15), minutes=45, place="hjemme")
    values: list[tuple[str, str, str, object]] = [
        ("citizen", citizen, "cpr", Cpr(value="0101821234")),
        ("citizen", citizen, "birth_date", date(1982, 1, 1)),
        ("citizen", citizen, "address", Address(street="Ågade 1", postcode="2200")),
        ("citizen", citizen, "protected_address", True),
        ("visit", visit, "planned", planned),
        ("visit", visit, "started_at", datetime(2026, 11, 23, 9, 20, 1, tzinfo=UTC)),
        ("grant", case, "weekdays", (0, 2, 4)),
        ("grant", case, "extent", Extent(times=2, unit="day")),
        ("grant", case, "minutes", 25),
        ("assessment", new_id(), "item_levels", {"kam": Level(scale="k", value="2")}),
        ("household_member", new_id(), "lives_at_home", False),
    ]
    writes = [Write(FieldKey(entity, i, field), value) for entity, i, field, value in values]
    scope = new_id()
    store.journal.append(scope, writes, actor="Vera")
    records = store.journal.snapshot([scope]).records
    found = [getattr(records[entity][i], field) for entity, i, field, _ in values]
    assert found == [value for _, _, _, value in values]


def test_a_later_write_replaces_what_its_author_saw(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "først")
    vera.set(record, "så", replaces=vera.heads(record))
    assert vera.value(record) == "så"
    assert vera.disputes() == {}


def test_two_writes_that_did_not_see_each_other_are_a_dispute(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "først")
    seen = vera.heads(record)
    vera.set(record, "Vera", replaces=seen)
    vera.set(record, "Bo", replaces=seen)
    assert set(vera.disputes()["own_words"]) == {"Vera", "Bo"}


def test_a_disputed_field_is_not_recorded_for_whoever_reads_the_record(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "Vera", replaces=())
    vera.set(record, "Bo", replaces=())
    assert vera.value(record) == ""


def test_equal_values_fold_together_without_a_question(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "ens", replaces=())
    vera.set(record, "ens", replaces=())
    assert vera.disputes() == {}
    assert vera.value(record) == "ens"
    assert len(vera.heads(record)) == 2


def test_equal_values_fold_whatever_the_order_of_their_keys(vera: Scribe) -> None:
    record = new_id()
    one, two = Level(scale="k", value="1"), Level(scale="k", value="2")
    vera.set(record, {"a": one, "b": two}, "item_levels", replaces=())
    vera.set(record, {"b": two, "a": one}, "item_levels", replaces=())
    assert vera.disputes() == {}


def test_a_write_over_a_dispute_settles_it(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "Vera", replaces=())
    vera.set(record, "Bo", replaces=())
    vera.set(record, "Bo", replaces=vera.heads(record))
    assert vera.disputes() == {}
    assert vera.value(record) == "Bo"


def test_edits_of_different_fields_merge(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "ord", "own_words", replaces=())
    vera.set(record, "set", "observation", replaces=())
    found = vera.record(record)
    assert isinstance(found, Assessment)
    assert (found.own_words, found.observation) == ("ord", "set")


def test_a_removed_record_is_kept_and_left_out(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "ord")
    vera.remove(record)
    assert vera.value(record, "removed") is True
    assert vera.value(record) == "ord"
    records = vera.journal.snapshot([vera.scope]).records
    assert CaseFile(visit_id="", records=records).all(Assessment) == ()


def test_an_edit_that_the_remover_did_not_see_keeps_the_record_alive(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "ord")
    seen_by_remover, seen_by_bo = vera.heads(record, "removed"), vera.heads(record)
    vera.remove(record, replaces=seen_by_remover)
    vera.set(record, "nye ord", replaces=seen_by_bo)
    assert vera.value(record, "removed") is False
    assert vera.value(record) == "nye ord"
    assert set(vera.disputes()["removed"]) == {True, False}


def test_the_order_in_which_removal_and_edit_arrive_does_not_matter(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "ord")
    seen_by_remover, seen_by_bo = vera.heads(record, "removed"), vera.heads(record)
    vera.set(record, "nye ord", replaces=seen_by_bo)
    vera.remove(record, replaces=seen_by_remover)
    assert vera.value(record, "removed") is False
    assert set(vera.disputes()["removed"]) == {True, False}


def test_who_sees_a_removed_record_and_writes_it_brings_it_back(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "ord")
    vera.remove(record)
    vera.set(record, "set", "observation", replaces=vera.heads(record, "observation"))
    assert vera.value(record, "removed") is False
    assert vera.value(record) == "ord"
    assert vera.disputes() == {}


def test_unknown_entities_and_fields_are_kept_and_not_applied(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, {"a": [1, 2]}, "colour", "assessment")
    vera.set(record, "ord")
    vera.set(new_id(), "x", "name", "spaceship")
    assert vera.value(record) == "ord"
    assert "spaceship" not in vera.journal.snapshot([vera.scope]).records
    entry = vera.journal.history(FieldKey("assessment", record, "colour"))[0]
    assert entry.value == {"a": [1, 2]}
    assert vera.journal.verify() == ()


def test_an_action_is_whole_or_not_at_all(vera: Scribe) -> None:
    record = new_id()
    key = FieldKey("assessment", record, "own_words")
    wrong = Write(FieldKey("assessment", record, "level"), "not a level")
    with pytest.raises(BugError):
        vera.journal.append(vera.scope, [Write(key, "ord"), wrong], actor="Vera")
    assert vera.journal.snapshot([vera.scope]).records == {}
    vera.set(record, "igen")
    assert vera.journal.verify() == ()


@pytest.mark.parametrize("size", [0, 501])
def test_an_action_has_between_1_and_500_changes(vera: Scribe, size: int) -> None:
    writes = [Write(FieldKey("assessment", new_id(), "own_words"), "x") for _ in range(size)]
    with pytest.raises(BugError):
        vera.journal.append(vera.scope, writes, actor="Vera")


def test_500_changes_are_one_action(vera: Scribe) -> None:
    writes = [Write(FieldKey("assessment", new_id(), "own_words"), "x") for _ in range(500)]
    vera.journal.append(vera.scope, writes, actor="Vera")
    assert list(vera.journal.snapshot([vera.scope]).records["assessment"]) == [
        write.key.id for write in writes
    ]


def test_a_record_cannot_be_written_in_the_scope_of_another(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "ord")
    with pytest.raises(BugError):
        Scribe(vera.journal).set(record, "andet")
    assert vera.value(record) == "ord"
    assert vera.journal.verify() == ()


def test_records_stand_in_the_order_they_were_made_even_if_the_clock_is_set_back(
    store: Store, clock: SteppingClock, vera: Scribe
) -> None:
    made = [new_id() for _ in range(6)]
    for number, record in enumerate(made):
        clock.now = datetime(2030 - number, 1, 1, tzinfo=UTC)
        vera.set(record, "x")
    assert list(store.journal.snapshot([vera.scope]).records["assessment"]) == made


NASTY = (
    "æøå ÆØÅ e\u0301 ł 🙂 \u202eמה\u202c\r\n\t\0 010182-1234 '; DROP TABLE citizen; -- "
    + "x" * 5_000
)


def test_nasty_text_comes_back_as_it_was(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, NASTY)
    assert vera.value(record) == NASTY
    assert vera.journal.history(FieldKey("assessment", record, "own_words"))[0].value == NASTY
    assert vera.journal.verify() == ()


def test_text_that_no_file_can_hold_is_refused_in_a_sentence(vera: Scribe) -> None:
    with pytest.raises(KnownError) as caught:
        vera.set(new_id(), "half a pair \ud83d")
    assert caught.value.key == "journal.unwritable_text"


def test_ids_that_are_not_random_ones_work_as_well(store: Store) -> None:
    scribe = Scribe(store.journal, scope="a-citizen")
    for record in ("visit-1", "x" * 16, "y" * 40, "ABCDEF0123456789ABCDEF0123456789"):
        scribe.set(record, record, "name", "citizen")
    found = store.journal.snapshot(["a-citizen"]).records["citizen"]
    names = {r.name for r in found.values() if isinstance(r, Citizen)}
    assert set(found) == names
