"""The commands of the authority: made, taken over, and what others need to check seals by."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding

from app.hub.hub import Hub
from app.seals.keys import load_certificate
from app.settings import write_whole
from app.store.files import explained_files
from app.texts import Texts

# The password of the file with the authority's private key, if it has one.
KEY_PASSWORD_VARIABLE = "HJEMMEBESOEG_KEY_PASSWORD"  # noqa: S105 - the variable's name, no secret


def _new(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    print(texts.message("seal.authority_made", name=hub.authority.begin(options.organisation)))
    return 0


def _use(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    with explained_files():
        certificate, private = options.file.read_bytes(), Path(options.private).read_bytes()
    password = os.environ.get(KEY_PASSWORD_VARIABLE, "")
    name = hub.authority.use(certificate, private, password)
    print(texts.message("seal.authority_used", name=name))
    return 0


def _write(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    trusted, listed = hub.authority.trusted(), options.file.with_suffix(".crl")
    pem = load_certificate(trusted.certificate).public_bytes(Encoding.PEM)
    with explained_files():
        write_whole(options.file, pem)
        write_whole(listed, trusted.revoked)
    names = {"file": options.file.name, "list": listed.name}
    print(texts.message("seal.authority_written", **names))
    return 0


COMMANDS: dict[tuple[str, str], Callable[[Hub, argparse.Namespace, Texts], int]] = {
    ("authority", "new"): _new,
    ("authority", "use"): _use,
    ("authority", "write"): _write,
}
