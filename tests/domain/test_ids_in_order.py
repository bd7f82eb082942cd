"""An id that begins with a time comes after those of earlier times, and is nobody else's."""

from uuid import RFC_4122, UUID

from app.domain.ids import id_at

_NOW = 1_795_325_199_399_536


def test_an_id_comes_after_those_of_earlier_times() -> None:
    walls = [0, 1_000_000, _NOW, _NOW + 1_000, _NOW + 10**15]
    made = [id_at(wall) for wall in walls]
    assert made == sorted(made)
    assert {len(each) for each in made} == {32}


def test_no_two_ids_of_one_moment_are_the_same() -> None:
    assert len({id_at(_NOW) for _ in range(1_000)}) == 1_000


def test_an_id_is_whole_whatever_the_clock_says() -> None:
    for wall in (-(10**17), -1, 0, _NOW, 2**63 - 1):
        made = UUID(id_at(wall))
        assert (made.version, made.variant) == (7, RFC_4122)
