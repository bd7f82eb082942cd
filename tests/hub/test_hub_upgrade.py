"""A hub of an earlier version, as that version wrote it, is opened by this one: nothing is lost.

The files in `released` were written by the program as it was when each schema was new.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import psycopg
import pytest
import sqlalchemy as sa

from app.hub.hub import Hub
from app.hub.room import Caller
from app.hub.tables import HUB, SCHEMA
from app.sync import signing
from app.sync.signing import SigningKey
from app.sync.wire import BlobState, SignIn
from tests.databases import Databases
from tests.hub.office import KEY

RELEASED = Path(__file__).parent / "released"


class Old(NamedTuple):
    """A hub of an earlier version, and what was in it."""

    folder: Path
    database: str
    facts: dict[str, str]


@pytest.fixture(params=range(1, SCHEMA))
def schema(request: pytest.FixtureRequest) -> Path:
    """The folder with what a version has written."""
    return RELEASED / f"schema-{request.param}"


@pytest.fixture(params=["sqlite", "postgresql"])
def old(request: pytest.FixtureRequest, schema: Path, tmp_path: Path) -> Iterator[Old]:
    """The hub of that version, opened by nobody yet."""
    facts = json.loads((schema / f"{request.param}.json").read_text(encoding="utf-8"))
    if request.param == "sqlite":
        (tmp_path / "hub").mkdir()
        shutil.copy(schema / "hub.db", tmp_path / "hub" / "hub.db")
        yield Old(tmp_path / "hub", "", facts)
        return
    databases: Databases = request.getfixturevalue("databases")
    address = databases.make("released")
    with psycopg.connect(address.replace("+psycopg", "")) as connection:
        connection.execute((schema / "hub.sql").read_bytes())
    yield Old(tmp_path / "hub", address, facts)
    databases.drop("released")


def columns(hub: Hub) -> dict[str, set[str]]:
    """Return the columns of the hub's tables as the database has them."""
    there = sa.inspect(hub.room.engine)
    names = [name for name in there.get_table_names() if name.startswith("hub_")]
    return {name: {column["name"] for column in there.get_columns(name)} for name in names}


def sign_in(hub: Hub, facts: dict[str, str]) -> Caller:
    """Let the computer of that time sign in with the key it has."""
    nonce = hub.devices.challenge(facts["device"])
    text = signing.sign_in_text(facts["hub"], facts["device"], nonce)
    signature = SigningKey.load(bytes.fromhex(facts["private"])).sign(text)
    ask = SignIn(device=facts["device"], nonce=nonce, signature=signature)
    return hub.devices.identify(hub.devices.sign_in(ask).token)


def test_a_hub_of_an_earlier_version_goes_on_as_it_was(old: Old) -> None:
    with Hub(old.folder, KEY, old.database) as hub:
        facts = old.facts
        assert hub.id == facts["hub"]
        caller = sign_in(hub, facts)
        assert [user.login for user in hub.users.all()] == ["bo", "nils", "vera"]
        assert [each.revoked or each.gone for each in hub.devices.all()] == [None, None]
        assert hub.journal.verify() == ()
        assert hub.cases.search(caller, "Åse")[0].cases[0].scope == facts["case"]
        assert {parcel.scope for parcel in hub.feeds.page(caller, "").actions} >= {facts["case"]}
        assert [each.why for each in hub.quarantine.all()] == ["hub.not_yours"]
        assert [each.scope for each in hub.erasures.all()] == [facts["erased"]]
        assert hub.blobs.get(caller, facts["blob"]).data == b"et foto"
        assert hub.blobs.state(caller, facts["coming"]) == BlobState(size=0, complete=False)
        late = b"endnu ikke sendt"
        hub.blobs.put(caller, facts["coming"], 0, len(late), late)
        assert hub.blobs.get(caller, facts["coming"]).data == late
        hub.farewell.revoke(facts["device"], "Solgt")
        hub.ageing.age()


def test_its_tables_are_those_of_a_new_hub(old: Old, tmp_path: Path) -> None:
    with Hub(tmp_path / "new", KEY) as new, Hub(old.folder, KEY, old.database) as hub:
        assert columns(hub) == columns(new)
        assert set(columns(new)) == set(HUB.tables)
        indexes = {
            index["name"]
            for name in HUB.tables
            for index in sa.inspect(new.room.engine).get_indexes(name)
        }
        there = {
            index["name"]
            for name in HUB.tables
            for index in sa.inspect(hub.room.engine).get_indexes(name)
        }
        assert indexes <= there


def test_an_upgraded_hub_is_opened_again_as_it_is(old: Old) -> None:
    for _ in range(2):
        with Hub(old.folder, KEY, old.database) as hub:
            caller = sign_in(hub, old.facts)
            assert hub.blobs.get(caller, old.facts["blob"]).data == b"et foto"


def test_an_upgrade_that_is_cut_off_has_changed_nothing(
    old: Old, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def dies(*_: object) -> None:
        raise Killed

    monkeypatch.setattr("app.hub.engine._say", dies)
    with pytest.raises(Killed):
        Hub(old.folder, KEY, old.database)
    monkeypatch.undo()
    with Hub(old.folder, KEY, old.database) as hub:
        caller = sign_in(hub, old.facts)
        assert hub.blobs.get(caller, old.facts["blob"]).data == b"et foto"
