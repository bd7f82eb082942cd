"""Citizens are found as one types; Danish letters are kept apart."""

import pytest

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.domain.values import Address, Cpr
from app.journal.journal import Write
from app.store.store import Store
from tests.scribe import Scribe
from tests.steps import counted


def add(store: Store, name: str, **fields: object) -> str:
    citizen = new_id()
    values = {"name": name, **fields}
    writes = [Write(FieldKey("citizen", citizen, f), value) for f, value in values.items()]
    store.journal.append(citizen, writes, actor="Vera")
    return citizen


@pytest.fixture
def aase(store: Store) -> str:
    add(store, "Asta Dam", phone="33 44 55 66")
    return add(
        store,
        "Åse Ærø-Løgstør",
        cpr=Cpr(value="0101821234"),
        address=Address(street="Gl. Kongevej 12, 3. tv", postcode="1610", city="København V"),
        phone="+45 21 22 23 24",
    )


@pytest.mark.parametrize(
    "text",
    [
        "åse",
        "ÅS",
        "ærø",
        "løgst",
        "Ærø-Løg",
        "løg åse",
        "010182",
        "010182-1234",
        "0101821234",
        "010182-12",
        "010182 1234",
        "åse 010182-1",
        "kongevej 12",
        "1610",
        "københ",
        "+45 21 22",
        "4521222324",
        "A\u030ase",
    ],
)
def test_a_citizen_is_found_by(store: Store, aase: str, text: str) -> None:
    (hit,) = store.search.find(text)
    assert (hit.citizen, hit.name, hit.cpr) == (aase, "Åse Ærø-Løgstør", "0101821234")
    assert hit.address == "Gl. Kongevej 12, 3. tv, 1610 København V"


@pytest.mark.parametrize("text", ["ase", "aero", "", "  ", "-", '"', "åse dam", "1234", "ngevej"])
def test_a_citizen_is_not_found_by(store: Store, aase: str, text: str) -> None:
    assert aase not in [hit.citizen for hit in store.search.find(text)]


@pytest.mark.parametrize(
    "text", ['a"b', "a* OR b", "NEAR(a b)", "a:b", "^a", "(", "\0", "🙂", "a" * 5_000]
)
def test_nothing_that_is_typed_breaks_the_search(store: Store, aase: str, text: str) -> None:
    assert isinstance(store.search.find(text), tuple)


def test_the_index_follows_a_changed_name(store: Store, aase: str) -> None:
    Scribe(store.journal, scope=aase).set(aase, "Åse Sørensen", "name", "citizen")
    assert store.search.find("ærø") == ()
    assert store.search.find("søren")[0].citizen == aase


def test_a_removed_citizen_is_not_found_until_brought_back(store: Store, aase: str) -> None:
    vera = Scribe(store.journal, scope=aase)
    action = vera.remove(aase, "citizen")
    assert store.search.find("åse") == ()
    store.journal.undo(action)
    assert store.search.find("åse")[0].citizen == aase


def test_a_merged_citizen_is_not_found(store: Store, aase: str) -> None:
    Scribe(store.journal, scope=aase).set(aase, new_id(), "merged_into", "citizen")
    assert store.search.find("åse") == ()


def test_hits_stand_by_name_and_are_bounded(store: Store) -> None:
    for name in ("Bo C", "Bo A", "Bo B"):
        add(store, name)
    assert [hit.name for hit in store.search.find("bo", limit=2)] == ["Bo A", "Bo B"]


FIRST = ("Anna", "Bo", "Carl", "Dorte", "Erik", "Åse", "Ærla", "Øyvind", "Inger", "Jens")
MANY = 10_000
LAST = ("Hansen", "Jensen", "Sørensen", "Møller", "Østergård", "Dam", "Lund", "Krogh")


def test_no_keystroke_looks_through_all_citizens(store: Store) -> None:
    for start in range(0, MANY, 100):
        scope = new_id()
        writes = []
        for number in range(start, start + 100):
            name = f"{FIRST[number % 10]} {LAST[number % 8]} {number}"
            values = {
                "name": name,
                "cpr": Cpr(value=f"{number:010}"),
                "address": Address(street=f"Vestergade {number}", postcode="8000", city="Aarhus C"),
            }
            citizen = new_id()
            writes += [Write(FieldKey("citizen", citizen, f), v) for f, v in values.items()]
        store.journal.append(scope, writes, actor="Vera")
    for text in ("å", "ås", "åse", "åse k", "v", "vestergade 99", "00000", "000000-99", "a"):
        with counted(store) as steps:
            assert store.search.find(text)
        print(text, steps.taken)
        assert steps.taken < MANY, text
