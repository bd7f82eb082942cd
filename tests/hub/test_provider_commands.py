"""The hub is set to a provider, and users are tied to it, by commands."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.hub.__main__ import main
from app.hub.identity import KEY_VARIABLE
from app.hub.provider_commands import SECRET_VARIABLE
from tests.hub.identity_provider import SECRET, WEB, Provider, serving
from tests.hub.office import KEY, PASSWORD, open_hub
from tests.scribe import SteppingClock

HUB = Path("hub")


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with serving(SteppingClock()) as made:
        yield made


@pytest.fixture(autouse=True)
def at_the_hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hub with Vera, in the folder that the commands begin in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(KEY_VARIABLE, (KEY.key + KEY.salt).hex())
    monkeypatch.delenv(SECRET_VARIABLE, raising=False)
    with open_hub(HUB) as hub:
        hub.users.add("vera", "Vera", "visitator", PASSWORD)
        hub.users.add("bo", "Bo", "visitator", PASSWORD)


def test_a_provider_is_set_looked_at_tried_and_removed(
    provider: Provider, capsys: pytest.CaptureFixture[str]
) -> None:
    def say(*words: str) -> tuple[int, str, str]:
        return main([*words, "--data-dir", str(HUB)]), *capsys.readouterr()

    Path("secret").write_text(SECRET + "\n")
    assert say("provider", "show")[1] == "Serveren er ikke sat op til kommunens login.\n"
    more = ["--secret-file", "secret", "--claim", "upn", "--laptop-client", "laptop"]
    code, told, _ = say("provider", "set", provider.issuer, WEB, *more)
    assert (code, provider.issuer in told) == (0, True)
    assert provider.asked == []
    shown = say("provider", "show")[1]
    assert "laptop_client\tlaptop\n" in shown
    assert SECRET not in shown
    assert SECRET.encode() not in b"".join(p.read_bytes() for p in HUB.iterdir() if p.is_file())
    assert "1 nøgler" in say("provider", "check")[1]
    provider.status = 500
    code, _, complaint = say("provider", "check")
    assert (code, "svarer ikke lige nu" in complaint) == (1, True)
    assert say("user", "bind", "vera", "sub-1")[0] == 0
    code, _, complaint = say("user", "bind", "bo", "sub-1")
    assert (code, "allerede knyttet" in complaint) == (1, True)
    assert say("user", "bind", "vera", "")[0] == 0
    assert say("user", "bind", "bo", "sub-1")[0] == 0
    assert say("user", "bind", "nobody", "sub-2")[0] == 1
    assert say("provider", "remove")[0] == 0
    code, _, complaint = say("user", "bind", "vera", "sub-1")
    assert (code, "ikke sat op" in complaint) == (1, True)


def test_a_secret_may_come_from_a_variable_and_is_sealed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(SECRET_VARIABLE, SECRET)
    assert main(["provider", "set", "https://login.example", WEB, "--data-dir", str(HUB)]) == 0
    with open_hub(HUB) as hub:
        kept = hub.sign_ins.shelf.get()
        assert kept is not None
        assert kept.secret_of(WEB) == SECRET
        assert SECRET not in repr(kept)


@pytest.mark.parametrize(
    "words",
    [
        ["http://login.example", WEB],
        ["https://login.example?x=1", WEB],
        ["https://somebody@login.example", WEB],
        ["ftp://login.example", WEB],
        ["https://", WEB],
        ["https://login.example", ""],
        ["https://login.example", WEB, "--scopes", "profile"],
        ["https://login.example", WEB, "--address", "http://hub.example"],
        ["https://[login", WEB],
    ],
    ids=" ".join,
)
def test_what_cannot_be_a_provider_is_refused(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["provider", "set", *words, "--data-dir", str(HUB)]) == 1
    assert "Intet er ændret" in capsys.readouterr().err
    with open_hub(HUB) as hub:
        assert hub.sign_ins.shelf.get() is None
