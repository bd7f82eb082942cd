"""The commands by which the hub is set to the municipality's provider, and users are tied to it."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from app.hub.hub import Hub
from app.hub.oidc_settings import ProviderSettings
from app.store.files import explained_files
from app.texts import Texts

SECRET_VARIABLE = "HJEMMEBESOEG_HUB_PROVIDER_SECRET"  # noqa: S105 - the variable's name, no secret


def _set(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    given = ProviderSettings(
        issuer=options.issuer,
        client=options.client,
        secret=_secret(options.secret_file),
        laptop_client=options.laptop_client,
        scopes=options.scopes,
        claim=options.claim,
        address=options.address,
    )
    hub.sign_ins.shelf.set(given)
    print(texts.message("hub.provider.set", issuer=given.issuer))
    return 0


def _show(hub: Hub, _: argparse.Namespace, texts: Texts) -> int:
    kept = hub.sign_ins.shelf.get()
    if kept is None:
        print(texts.message("hub.provider.none"))
        return 0
    shown = {
        "issuer": kept.issuer,
        "client": kept.client,
        "secret": texts.message("hub.provider.kept") if kept.secret else "",
        "laptop_client": kept.for_laptops,
        "scopes": kept.scopes,
        "claim": kept.claim,
        "address": kept.address,
    }
    for name, value in shown.items():
        print(f"{name}\t{value}")
    return 0


def _check(hub: Hub, _: argparse.Namespace, texts: Texts) -> int:
    print(texts.message("hub.provider.answers", keys=hub.sign_ins.check()))
    return 0


def _remove(hub: Hub, _: argparse.Namespace, texts: Texts) -> int:
    hub.sign_ins.shelf.set(None)
    print(texts.message("hub.done"))
    return 0


def _bind(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    hub.sign_ins.bind(options.login, options.subject)
    print(texts.message("hub.done"))
    return 0


def _secret(file: Path | None) -> str:
    """Return the secret, "" for a client that has none; never from the command line."""
    if file is None:
        return os.environ.get(SECRET_VARIABLE, "")
    with explained_files():
        return file.read_text(encoding="utf-8").strip()


COMMANDS: dict[tuple[str, str], Callable[[Hub, argparse.Namespace, Texts], int]] = {
    ("provider", "set"): _set,
    ("provider", "show"): _show,
    ("provider", "check"): _check,
    ("provider", "remove"): _remove,
    ("user", "bind"): _bind,
}
