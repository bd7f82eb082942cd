"""The hub's command line: every command, its secrets, and a start without any window library."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from app.domain.ids import new_id
from app.hub.__main__ import ACTIONS, DATABASE_VARIABLE, main
from app.hub.commands import COMMANDS, PASSWORD_VARIABLE
from app.hub.identity import KEY_VARIABLE
from app.sync import wire
from app.sync.parking import Part, seal
from tests.hub.office import KEY, PASSWORD, Office, listening, open_hub

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    """Give a command to a hub in a folder of its own; return code, output and complaint."""
    monkeypatch.setenv(KEY_VARIABLE, (KEY.key + KEY.salt).hex())
    monkeypatch.setenv(PASSWORD_VARIABLE, PASSWORD)

    def given(*words: str) -> tuple[int, str, str]:
        code = main([*words, "--data-dir", str(tmp_path / "hub")])
        return code, *capsys.readouterr()

    return given


def test_every_command_that_can_be_read_can_be_done() -> None:
    named = {(thing, action) for thing, actions in ACTIONS.items() for action in actions}
    assert named | {("serve", ""), ("statistics", ""), ("age", "")} == set(COMMANDS)


def test_a_hub_is_administered_by_commands_alone(say: Say, tmp_path: Path) -> None:
    assert say("team", "add", "Nord")[0] == 0
    assert say("user", "add", "vera", "Vera Visitator", "--team", "Nord")[0] == 0
    assert say("user", "role", "vera", "team_leader")[0] == 0
    assert say("user", "list")[1] == "vera\tVera Visitator\tteam_leader\tNord\t\n"
    assert say("team", "member", "vera", "Nord", "--leave")[0] == 0
    assert say("team", "list")[1] == "Nord\t0\n"
    secret = tmp_path / "secret"
    secret.write_text("en helt ny kode\n")
    assert say("user", "password", "vera", "--password-file", str(secret))[0] == 0
    code = say("device", "invite", "vera")[1].split()[2].rstrip(".")
    with open_hub(tmp_path / "hub") as hub:
        ask = wire.Enrol(code=code, password="en helt ny kode", key=b"", name="", program="")
        from app.sync.signing import SigningKey

        key = SigningKey.make()
        device = hub.enrol(
            wire.Enrol(code=code, password=ask.password, key=key.public, name="B", program="p"),
            "test",
        ).device
    assert say("device", "list")[1].startswith(f"{device}\tvera\tB\tp")
    assert say("device", "revoke", device)[0] == 0
    assert "spærret" in say("device", "list")[1]
    assert say("standard", "add", "resources/standards/soroe-2021.toml")[0] == 0
    assert say("standard", "list")[1].startswith("soroe\t2021\t")
    assert say("quarantine", "list")[:2] == (0, "")
    assert say("case", "log", "0" * 32)[:2] == (0, "")
    assert say("statistics")[1].startswith("Brugere\t1\n")
    assert say("user", "close", "vera")[0] == 0
    assert "lukket" in say("user", "list")[1]
    assert say("user", "open", "vera")[0] == 0
    assert "lukket" not in say("user", "list")[1]
    assert say("team", "rename", "Nord", "Nordvest")[0] == 0
    assert say("team", "list")[1] == "Nordvest\t0\n"
    with open_hub(tmp_path / "hub") as hub:
        acts = [(each.login, each.what, each.about, each.why) for each in hub.acts.all()]
    assert acts[:3] == [
        ("", "team_renamed", "Nord", "Nordvest"),
        ("", "user_opened", "vera", ""),
        ("", "user_closed", "vera", ""),
    ]
    assert ("", "revoked", "vera: B", "") in acts
    assert ("", "left", "vera", "Nord") in acts


def test_what_goes_wrong_is_said_in_a_sentence(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    for words in (
        ("case", "move", "0" * 32, "Nord"),
        ("case", "erase", "0" * 32, "grund"),
        ("user", "role", "ingen", "reader"),
        ("device", "revoke", "x"),
        ("standard", "add", "findes-ikke.toml"),
        ("serve", "--certificate", "findes-ikke.pem", "--key", "findes-ikke.pem"),
        ("serve", "--host", "ikke.en.adresse.invalid"),
        ("team", "list", "--database", "mysql://x"),
    ):
        code, out, err = say(*words)
        assert (code, out) == (1, ""), words
        assert err.strip().endswith((".", "--key-file")), err
    monkeypatch.delenv(PASSWORD_VARIABLE)
    assert PASSWORD_VARIABLE in say("user", "add", "ny", "Ny")[2]
    monkeypatch.setenv(KEY_VARIABLE, "abc")
    assert say("team", "list")[0] == 1


def test_the_server_says_where_it_answers_warns_of_its_key_and_stops_when_it_is_told(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-m", "app.hub", "serve", "--port", "0"]
    with subprocess.Popen(
        [*command, "--data-dir", str(tmp_path / "hub")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={name: value for name, value in os.environ.items() if name != KEY_VARIABLE},
    ) as server:
        try:
            assert server.stdout is not None
            where = next(w for w in server.stdout.readline().split() if w.startswith("http"))
            address = f"{where.rstrip('.')}{wire.PREFIX}/hub"
            hello = httpx.get(address, trust_env=False, timeout=30)
        finally:
            server.send_signal(signal.SIGTERM)
        _, err = server.communicate(timeout=60)
    assert hello.status_code == 200
    assert "server" not in hello.headers
    key = tmp_path / "hub" / "hub.key"
    assert str(key) in err
    assert err.count("\n") == 1
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_the_hub_needs_no_window_library_and_no_desktop_room() -> None:
    script = (
        "import sys\n"
        "class Block:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in ('PySide6', 'shiboken6'):\n"
        "            raise ImportError(name)\n"
        "sys.meta_path.insert(0, Block())\n"
        "import app.hub.http, app.hub.serve, app.hub.commands, app.hub.__main__\n"
        "rooms = ('app.views', 'app.forms', 'app.widgets', 'app.tour')\n"
        "assert not [name for name in sys.modules if name.startswith(rooms)]\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_hub_stands_while_commands_are_given(say: Say, tmp_path: Path) -> None:
    with open_hub(tmp_path / "hub") as hub, listening(hub):
        assert say("team", "add", "Nord")[0] == 0
        assert hub.users.teams() == (("Nord", 0),)


def test_the_commands_work_on_a_server_with_the_key_it_was_made_with(
    say: Say, postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = postgresql
    assert say("team", "add", "Nord", "--database", address)[0] == 0
    monkeypatch.setenv(DATABASE_VARIABLE, address)
    assert say("team", "list")[1] == "Nord\t0\n"
    monkeypatch.setenv(KEY_VARIABLE, "00" * 48)
    code, out, err = say("team", "list")
    assert (code, out) == (1, "")
    assert "nøgle" in err
    assert address not in err
    monkeypatch.setenv(DATABASE_VARIABLE, address.replace("host=/", "host=/findes-ikke/"))
    code, _, err = say("team", "list")
    assert code == 1
    assert "Databaseserveren" in err


def test_what_the_hub_keeps_is_looked_after_by_commands(say: Say, tmp_path: Path) -> None:
    assert say("retention", "set", "access", "400")[0] == 0
    assert "access\t400\n" in say("retention", "list")[1]
    for days in ("29", "mange", "-1"):
        assert say("retention", "set", "access", days)[0] == 1
    assert say("age")[0] == 0
    assert say("blobs", "move", str(tmp_path / "blobs"))[0] == 0
    assert say("blobs", "check")[0] == 0
    assert say("blobs", "move", "ftp://andet")[0] == 1
    for listed in ("erasure", "parked"):
        assert say(listed, "list") == (0, "", "")
    assert say("parked", "show", "0" * 32)[0] == 1
    assert say("device", "readmit", "0" * 32)[0] == 1


def test_what_lies_in_quarantine_is_tried_again_and_dropped_by_commands(
    say: Say, tmp_path: Path
) -> None:
    with open_hub(tmp_path / "hub") as hub, listening(hub) as address:
        office = Office(hub, address, tmp_path)
        office.user("vera", "north")
        office.user("bo", "south")
        vera, bo = office.laptop("vera"), office.laptop("bo")
        _, case = vera.case()
        vera.push()
        for text in ("Bos ord", "Bos andre ord"):
            bo.scribe(case).set(new_id(), text)
        assert bo.push() == ["hub.not_yours"] * 2
        bo.close()
        vera.close()
    first, second = (line.split("\t")[0] for line in say("quarantine", "list")[1].splitlines())
    assert say("quarantine", "again", first)[0] == 1
    assert say("case", "move", case, "south")[0] == 0
    assert say("quarantine", "drop", second, " ")[0] == 1
    assert say("quarantine", "drop", second, "En fejl")[0] == 0
    assert say("quarantine", "again", second)[0] == 1
    (again,) = say("quarantine", "list")[1].splitlines()
    assert say("quarantine", "again", again.split("\t")[0])[0] == 0
    assert say("quarantine", "list")[1] == ""
    with open_hub(tmp_path / "hub") as hub:
        acts = [(each.what, each.why) for each in hub.acts.all()]
        assert acts == [
            ("offered_again", ""),
            ("dropped", "En fejl"),
            ("case_moved", "south"),
            ("offered_again", ""),
        ]
        assert "dropped" in [each.what for each in hub.log.of_scope(case)]


def test_parked_work_is_listed_shown_and_taken_in_by_commands(say: Say, tmp_path: Path) -> None:
    with open_hub(tmp_path / "hub") as hub, listening(hub) as address:
        office = Office(hub, address, tmp_path)
        office.user("vera", "north")
        vera = office.laptop("vera")
        vera.case()
        part = Part(actions=vera.store.journal.exchange.unsent_actions())
        public = hub.farewell.parking.public_key().public_bytes_raw()
        lot = "d" * 32
        file = tmp_path / f"{vera.device}-{lot}-0001-0001.sealed"
        file.write_bytes(seal(part, public, (hub.id, vera.device, lot), (1, 1)))
        vera.close()
    assert say("parked", "add", str(file))[0] == 0
    assert say("parked", "list")[1].startswith(f"{lot}\t")
    shown = say("parked", "show", lot)[1]
    assert "citizen\tname\t" in shown
    assert say("parked", "take", lot)[0] == 0
    assert say("parked", "take", lot)[0] == 0
    assert "3" in say("parked", "take", lot)[1]
