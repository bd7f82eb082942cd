"""Undo writes what was there before, replaces only what it undoes, and can be undone."""

import pytest

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.domain.records import Assessment
from app.domain.values import Level
from app.errors import KnownError
from app.journal.journal import Write
from app.store.store import Store
from tests.scribe import Scribe


def write_two(vera: Scribe, record: str, words: str, observation: str) -> str:
    """One action over two fields."""
    writes = [
        Write(FieldKey("assessment", record, "own_words"), words),
        Write(FieldKey("assessment", record, "observation"), observation),
    ]
    return vera.journal.append(vera.scope, writes, actor="Vera", label="to felter").action


def both(vera: Scribe, record: str) -> tuple[str, str]:
    found = vera.record(record)
    assert isinstance(found, Assessment)
    return found.own_words, found.observation


def test_undo_gives_back_the_value_before(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "før")
    vera.journal.undo(vera.set(record, "efter"))
    assert vera.value(record) == "før"


def test_undo_of_an_action_over_several_fields_is_one_action(vera: Scribe) -> None:
    record = new_id()
    write_two(vera, record, "a", "b")
    second = write_two(vera, record, "c", "d")
    undone = vera.journal.undo(second)
    assert both(vera, record) == ("a", "b")
    assert vera.journal.label_of(undone) == "to felter"
    vera.journal.redo(undone)
    assert both(vera, record) == ("c", "d")


def test_a_stack_of_acts_can_be_walked_both_ways(vera: Scribe) -> None:
    record = new_id()
    done = [vera.set(record, text) for text in ("1", "2", "3")]
    undone = [vera.journal.undo(action) for action in reversed(done[1:])]
    assert vera.value(record) == "1"
    again = [vera.journal.redo(action) for action in reversed(undone)]
    assert vera.value(record) == "3"
    for action in (*reversed(again), done[0]):
        vera.journal.undo(action)
    assert vera.value(record, "removed") is True
    assert vera.journal.verify() == ()


def test_undo_of_a_field_that_was_empty_makes_it_empty(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "ord")
    vera.journal.undo(vera.set(record, Level(scale="k", value="2"), "level"))
    assert vera.value(record, "level") is None
    assert vera.value(record) == "ord"


def test_undo_of_an_addition_removes_the_record_and_redo_brings_it_back(vera: Scribe) -> None:
    record = new_id()
    undone = vera.journal.undo(write_two(vera, record, "a", "b"))
    assert vera.value(record, "removed") is True
    vera.journal.redo(undone)
    assert vera.value(record, "removed") is False
    assert both(vera, record) == ("a", "b")


def test_undo_of_a_removal_brings_the_record_back_with_its_values(vera: Scribe) -> None:
    record = new_id()
    write_two(vera, record, "a", "b")
    undone = vera.journal.undo(vera.remove(record))
    assert vera.value(record, "removed") is False
    assert both(vera, record) == ("a", "b")
    vera.journal.redo(undone)
    assert vera.value(record, "removed") is True
    assert vera.disputes() == {}


def test_undo_of_what_brought_a_record_back_removes_it_again(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "ord")
    vera.remove(record)
    back = vera.set(record, "igen", replaces=vera.heads(record))
    undone = vera.journal.undo(back)
    assert vera.value(record, "removed") is True
    vera.journal.redo(undone)
    assert vera.value(record, "removed") is False
    assert vera.value(record) == "igen"


def test_undo_says_who_changed_the_field_since(vera: Scribe) -> None:
    record = new_id()
    first = vera.set(record, "Veras")
    Scribe(vera.journal, "Bo", vera.scope).set(record, "Bos")
    with pytest.raises(KnownError) as caught:
        vera.journal.undo(first)
    assert caught.value.key == "journal.replaced_since"
    assert caught.value.params["who"] == "Bo"
    assert str(caught.value.params["when"]).startswith("23-11-2026")
    assert vera.value(record) == "Bos"


def test_undo_of_an_addition_that_somebody_wrote_on_is_refused(vera: Scribe) -> None:
    record = new_id()
    first = vera.set(record, "Veras")
    Scribe(vera.journal, "Bo", vera.scope).set(record, "Bos", "observation")
    with pytest.raises(KnownError) as caught:
        vera.journal.undo(first)
    assert caught.value.params["who"] == "Bo"
    assert vera.value(record, "removed") is False


def test_undo_in_a_record_that_was_removed_since_is_refused(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "før")
    second = vera.set(record, "efter")
    Scribe(vera.journal, "Bo", vera.scope).remove(record)
    with pytest.raises(KnownError) as caught:
        vera.journal.undo(second)
    assert caught.value.params["who"] == "Bo"


def test_the_same_act_is_not_undone_twice(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "før")
    second = vera.set(record, "efter")
    vera.journal.undo(second)
    with pytest.raises(KnownError) as caught:
        vera.journal.undo(second)
    assert caught.value.key == "journal.replaced_since"
    assert vera.value(record) == "før"


def test_undo_of_one_side_of_a_dispute_leaves_the_other(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "før")
    seen = vera.heads(record)
    vera.set(record, "Bos", replaces=seen)
    mine = vera.set(record, "Veras", replaces=seen)
    vera.journal.undo(mine)
    assert set(vera.disputes()["own_words"]) == {"før", "Bos"}


def test_signing_locking_and_delivery_are_not_undone(vera: Scribe) -> None:
    action = vera.set(new_id(), "låst", undoable=False)
    with pytest.raises(KnownError) as caught:
        vera.journal.undo(action)
    assert caught.value.key == "journal.not_undoable"


def test_the_settling_of_a_dispute_is_not_undone(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "observeret", "observation")
    vera.set(record, "Veras", replaces=())
    vera.set(record, "Bos", replaces=())
    settled = vera.set(record, "Bos", replaces=vera.heads(record))
    with pytest.raises(KnownError) as caught:
        vera.journal.undo(settled)
    assert caught.value.key == "journal.settles_dispute"


def test_undo_is_by_whoever_undoes(vera: Scribe, store: Store) -> None:
    record = new_id()
    vera.set(record, "før")
    action = vera.set(record, "efter", reason="fordi")
    store.journal.undo(action, actor="Bo")
    newest, written, first = store.journal.history(FieldKey("assessment", record, "own_words"))
    assert (newest.actor, newest.value, newest.previous) == ("Bo", "før", "efter")
    assert (written.actor, written.previous, written.reason) == ("Vera", "før", "fordi")
    assert (first.value, first.previous) == ("før", "")


def test_the_history_of_a_scope_is_newest_first_and_bounded(vera: Scribe) -> None:
    record = new_id()
    for number in range(5):
        vera.set(record, str(number))
    Scribe(vera.journal).set(new_id(), "en anden sag")
    found = vera.journal.scope_history(vera.scope, 3)
    assert [entry.value for entry in found] == ["4", "3", "2"]
    assert [entry.previous for entry in found] == ["3", "2", "1"]


def test_the_history_of_a_field_shows_what_a_dispute_was_settled_from(vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "Veras", replaces=())
    vera.set(record, "Bos", replaces=())
    vera.set(record, "Bos")
    settled = vera.journal.history(FieldKey("assessment", record, "own_words"))[0]
    assert set(settled.previous.values) == {"Veras", "Bos"}
