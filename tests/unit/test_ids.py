"""Ids: none comes twice, those made later sort later, and a derived one is the same everywhere."""

import re
import uuid

from app.domain.ids import derived_id, id_at, new_id

MANY = 2_000


def test_no_id_comes_twice_within_a_moment() -> None:
    assert len({id_at(1_790_000_000_000_000) for _ in range(MANY)}) == MANY


def test_a_later_id_sorts_after_an_earlier_one() -> None:
    times = range(1_790_000_000_000_000, 1_790_000_000_000_000 + MANY * 1000, 1000)
    made = [id_at(time) for time in times]
    assert made == sorted(made)


def test_a_new_id_is_of_version_7_and_carries_nothing_of_the_computer() -> None:
    made = uuid.UUID(new_id())
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert re.fullmatch(r"[0-9a-f]{32}", made.hex)


def test_the_ends_of_ids_made_together_differ() -> None:
    assert len({new_id()[-6:] for _ in range(50)}) == 50


def test_a_derived_id_follows_from_its_parents_alone() -> None:
    assert derived_id("a", "b") == derived_id("a", "b")
    assert derived_id("a", "b") != derived_id("ab") != derived_id("b", "a")
