"""Whatever a standard's file holds, the check answers and never breaks down itself."""

import copy
import tomllib
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.schema_check import schema_faults
from app.domain.standard import Standard
from app.domain.standard_references import reference_faults
from app.domain.toml_places import Place, Places
from tests.koebenhavn import STANDARD

TEXT = STANDARD.read_text(encoding="utf-8")
DATA = tomllib.loads(TEXT)
LINES = Places(TEXT)


def places_in(value: object, place: Place = ()) -> list[Place]:
    """Every place of the data below the top."""
    held: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        held = list(value.items())
    elif isinstance(value, list):
        held = list(enumerate(value))
    below = [place_ for key, element in held for place_ in places_in(element, (*place, key))]
    return [*((*place, key) for key, _ in held), *below]


PLACES = places_in(DATA)
JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.dates(),
    st.datetimes(),
    st.just([]),
    st.just({}),
    st.just([[]]),
    st.just([{}]),
    st.just({"id": {}}),
    st.lists(st.text(max_size=3), max_size=2),
)


def with_junk(place: Place, junk: Any) -> dict[str, Any]:
    data = copy.deepcopy(DATA)
    target: Any = data
    for step in place[:-1]:
        target = target[step]
    target[place[-1]] = junk
    return data


@settings(max_examples=100, deadline=None)
@given(place=st.sampled_from(PLACES), junk=JUNK)
def test_anything_anywhere_is_answered(place: Place, junk: Any) -> None:
    data = with_junk(place, junk)
    for fault in (*schema_faults(data, Standard), *reference_faults(data, LINES.line)):
        assert LINES.line(fault.place) >= 1


@settings(max_examples=50, deadline=None)
@given(place=st.sampled_from([p for p in PLACES if len(p) <= 3]), junk=JUNK)
def test_junk_in_the_large_is_answered(place: Place, junk: Any) -> None:
    data = with_junk(place, junk)
    for fault in (*schema_faults(data, Standard), *reference_faults(data, LINES.line)):
        assert LINES.table(fault.place) is not None


@settings(max_examples=100, deadline=None)
@given(text=st.text(alphabet=st.sampled_from("[]=.\"'#ab \n{},1"), max_size=60))
def test_any_text_has_lines(text: str) -> None:
    assert Places(text).line(("a", 0, "b")) >= 1
