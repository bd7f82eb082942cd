"""A hundred edits on each of two computers at the same time: none is lost, none is hidden."""

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.journal.changes import Write
from tests.sync.laptops import Laptop, meet

COUNT = 100


def write_all(laptop: Laptop, scope: str, records: list[str], field: str, who: str) -> None:
    """Write a field of every record, each as an action of its own."""
    for number, record in enumerate(records):
        write = Write(FieldKey("assessment", record, field), f"{who} {number}")
        laptop.store.journal.append(scope, [write], actor=who)


def test_of_a_hundred_edits_of_different_fields_none_is_lost_and_none_asks_anything(
    laptop: Laptop, other: Laptop
) -> None:
    scope, records = laptop.new_case().scope, [new_id() for _ in range(COUNT)]
    write_all(laptop, scope, records, "help_means", "fælles")
    meet(laptop, other)
    write_all(laptop, scope, records, "own_words", "Vera")
    write_all(other, scope, records, "observation", "Bo")
    meet(laptop, other)
    for each in (laptop, other):
        snapshot = each.store.journal.snapshot([scope])
        assert snapshot.disputes == ()
        for number, record in enumerate(records):
            found = snapshot.records["assessment"][record]
            said = [getattr(found, name) for name in ("own_words", "observation", "help_means")]
            assert said == [f"Vera {number}", f"Bo {number}", f"fælles {number}"]


def test_of_a_hundred_edits_of_the_same_fields_all_are_visible_on_both_computers(
    laptop: Laptop, other: Laptop
) -> None:
    scope, records = laptop.new_case().scope, [new_id() for _ in range(COUNT)]
    write_all(laptop, scope, records, "own_words", "fælles")
    meet(laptop, other)
    write_all(laptop, scope, records, "own_words", "Vera")
    write_all(other, scope, records, "own_words", "Bo")
    meet(laptop, other)
    for each in (laptop, other):
        snapshot = each.store.journal.snapshot([scope])
        shown = {dispute.key.id: dispute.values for dispute in snapshot.disputes}
        assert shown == {
            record: (f"Vera {number}", f"Bo {number}") for number, record in enumerate(records)
        }
        assert each.state().conflicts == COUNT
