"""What a computer has sent does not come back to it, unless it lost it."""

import pytest

from app.domain.ids import new_id
from app.store.store import Store
from app.sync import wire
from app.workflow.session import Session
from tests.scribe import PASSPHRASE
from tests.sync.conftest import MakeLaptop
from tests.sync.laptops import Laptop, Office


def test_what_was_sent_is_not_sent_back_and_counts_as_read(
    office: Office, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[wire.Page] = []
    page = office.hub.feeds.page

    def noted(*given: object) -> wire.Page:
        pages.append(page(*given))  # type: ignore[arg-type]
        return pages[-1]

    monkeypatch.setattr(office.hub.feeds, "page", noted)
    laptop.new_case()
    assert laptop.sync().taken == 2
    assert laptop.sync().taken == 0
    first, second = pages
    assert (first.actions, second.actions) == ((), ())
    assert first.cursor == second.cursor != ""


def test_the_users_other_computer_gets_it(make_laptop: MakeLaptop) -> None:
    one, two = make_laptop("one"), make_laptop("two")
    one.new_case()
    two.new_case()
    one.sync()
    assert two.sync().received == 2
    assert one.sync().received == 2


def test_a_restored_backup_gets_what_it_had_sent_after(laptop: Laptop) -> None:
    scribe, record = laptop.new_case(), new_id()
    scribe.set(record, "før")
    laptop.sync()
    backup = laptop.folder.with_name("backup")
    laptop.store.backup(backup)
    scribe.set(record, "efter")
    laptop.sync()
    laptop.lock()
    Store.restore(backup, laptop.folder, laptop.clock)
    laptop.session = Session(Store.open(laptop.folder, PASSPHRASE, laptop.clock), laptop.clock)
    laptop.scribe(scribe.scope).set(new_id(), "noget nyt")
    assert laptop.sync().received == 1
    assert laptop.scribe(scribe.scope).value(record) == "efter"


@pytest.mark.parametrize("text", ["x", "a:1", f"{'0' * 32}:x", f"{'0' * 32}:1,", ":" * 200])
def test_nonsense_about_what_a_computer_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="has"):
        wire.read_have(text)


def test_what_a_computer_has_is_read_as_it_was_written() -> None:
    have = {f"{number:032x}": number for number in range(25)}
    assert wire.read_have(wire.have_text(have)) == dict(list(have.items())[-wire.HAVE_EPOCHS :])
    assert wire.read_have("") == {}
