"""Whoever finds the disk finds no word of what was written."""

import logging
import traceback
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.domain.values import Address, Cpr
from app.journal.journal import Write
from app.store.store import Store
from tests.scribe import PASSPHRASE, Scribe

SECRETS = {
    "name": "Hemmelig Åseline Østergård",
    "phone": "55667788",
    "cpr": Cpr(value="0101821234"),
    "address": Address(street="Skjulegyden 77", postcode="2200", city="København N"),
    "birth_date": date(1982, 1, 1),
}
WORDS = ("Åseline", "55667788", "0101821234", "Skjulegyden", "1982-01-01", "klistermærke", "Vera")


def test_no_file_holds_plain_text(store: Store, folder: Path, tmp_path: Path) -> None:
    citizen = new_id()
    writes = [Write(FieldKey("citizen", citizen, f), value) for f, value in SECRETS.items()]
    store.journal.append(citizen, writes, actor="Vera", reason="klistermærke")
    store.pending.put(FieldKey("citizen", citizen, "name"), citizen, "klistermærke", (), "s")
    store.pending.flush()
    store.blobs.put("klistermærke".encode() * 1_000)
    store.local.set("klistermærke", "klistermærke")
    store.backup(tmp_path / "backup")
    found = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.name.endswith("-wal") and path.stat().st_size for path in found)
    for path in found:
        content = path.read_bytes()
        for word in (*WORDS, PASSPHRASE, "CREATE TABLE", citizen):
            assert word.encode() not in content, (path.name, word)
            assert word not in path.name


def test_no_log_says_what_was_written_not_even_a_talkative_one(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    citizen = new_id()
    with caplog.at_level(logging.DEBUG), caplog.at_level(logging.INFO, "sqlalchemy"):
        writes = [Write(FieldKey("citizen", citizen, f), value) for f, value in SECRETS.items()]
        store.journal.append(citizen, writes, actor="Vera", reason="klistermærke")
        store.pending.put(FieldKey("citizen", citizen, "name"), citizen, "klistermærke", (), "s")
        assert store.pending.all()
        assert store.search.find("hemmelig")
        assert store.journal.snapshot([citizen]).records
    for word in (*WORDS, PASSPHRASE, citizen):
        assert word not in caplog.text


def test_the_key_is_not_in_any_file(store: Store, folder: Path) -> None:
    Scribe(store.journal).set(new_id(), "x")
    key = store._key
    for path in (p for p in folder.rglob("*") if p.is_file()):
        content = path.read_bytes()
        assert key.key not in content
        assert key.key.hex().encode() not in content
    assert key.key.hex() not in repr(key)


def test_an_error_of_the_database_says_no_value(store: Store) -> None:
    citizen = new_id()
    writes = [Write(FieldKey("citizen", citizen, "name"), SECRETS["name"])]
    store._writer.run(lambda connection: connection.exec_driver_sql("DROP TABLE citizen"))
    with pytest.raises(sa.exc.DBAPIError) as caught:
        store.journal.append(citizen, writes, actor="Vera", reason=WORDS[5])
    said = "".join(traceback.format_exception(caught.value))
    for word in (str(SECRETS["name"]), WORDS[5], citizen):
        assert word not in said
