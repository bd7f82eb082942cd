"""Reads the command line of the hub: serves it, or does one thing of its administration."""

import argparse
import os
import sys
from pathlib import Path

from app.errors import KnownError
from app.paths import default_data_dir
from app.texts import Texts

DATABASE_VARIABLE = "HJEMMEBESOEG_HUB_DATABASE"
BLOBS_VARIABLE, SSE_VARIABLE = "HJEMMEBESOEG_HUB_BLOBS", "HJEMMEBESOEG_HUB_SSE"
PORT = 8480

# What is done with what, and the arguments it takes.
ACTIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "user": {
        "add": ("login", "name"),
        "password": ("login",),
        "role": ("login", "role"),
        "close": ("login",),
        "open": ("login",),
        "bind": ("login", "subject"),
        "list": (),
    },
    "team": {
        "add": ("name",),
        "rename": ("name", "new"),
        "list": (),
        "member": ("login", "name"),
    },
    "device": {"invite": ("login",), "list": (), "revoke": ("device",), "readmit": ("device",)},
    "standard": {"add": ("file",), "list": ()},
    "case": {"move": ("case", "team"), "erase": ("case", "why"), "log": ("case",)},
    "quarantine": {"list": (), "again": ("number",), "drop": ("number", "why")},
    "blobs": {"move": ("place",), "check": ()},
    "erasure": {"list": ()},
    "parked": {"list": (), "show": ("lot",), "take": ("lot",), "add": ("file",)},
    "retention": {"list": (), "set": ("what", "days")},
    "provider": {"set": ("issuer", "client"), "show": (), "check": (), "remove": ()},
    "plan": {"import": ("file",)},
    "authority": {"new": ("organisation",), "use": ("file", "private"), "write": ("file",)},
}


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the arguments; where the hub's data is stands before or after the command."""
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--data-dir", type=Path, help="folder of the hub's data")
    shared.add_argument("--database", help="postgresql+psycopg://... instead of a file there")
    shared.add_argument("--key-file", type=Path, help="file with the key of the hub's data")
    shared.add_argument("--blobs", help="folder or s3://bucket/prefix; else in the database")
    shared.add_argument("--sse", help="how the store encrypts: AES256, aws:kms, aws:kms=KEY")
    parser = argparse.ArgumentParser(prog="python -m app.hub", parents=[shared])
    commands = parser.add_subparsers(dest="command", required=True)
    _add_serve(commands.add_parser("serve", help="serve the hub", parents=[shared]))
    commands.add_parser("statistics", help="how much there is", parents=[shared])
    commands.add_parser("age", help="let go of what was kept long enough", parents=[shared])
    for thing, actions in ACTIONS.items():
        below = commands.add_parser(thing, parents=[shared]).add_subparsers(
            dest="action", required=True
        )
        for action, names in actions.items():
            made = below.add_parser(action, parents=[shared])
            for name in names:
                made.add_argument(name, type=Path if name == "file" else str)
            _add_options(made, thing, action)
    options = parser.parse_args(arguments)
    options.data_dir = getattr(options, "data_dir", default_data_dir() / "hub")
    options.database = getattr(options, "database", os.environ.get(DATABASE_VARIABLE, ""))
    options.key_file = getattr(options, "key_file", None)
    options.blobs = getattr(options, "blobs", os.environ.get(BLOBS_VARIABLE, ""))
    options.sse = getattr(options, "sse", os.environ.get(SSE_VARIABLE, ""))
    return options


def _add_serve(made: argparse.ArgumentParser) -> None:
    made.add_argument("--host", default="127.0.0.1", help="address to listen on")
    made.add_argument("--port", type=int, default=PORT, help=f"{PORT} if nothing is said")
    made.add_argument("--name", default="", help="what the laptops call the hub")
    made.add_argument("--certificate", type=Path, help="PEM file; without one, use a proxy")
    made.add_argument("--key", type=Path, help="PEM file of the certificate's key")
    made.add_argument("--proxy", default="", help="address of the proxy whose word is taken")


def _add_options(made: argparse.ArgumentParser, thing: str, action: str) -> None:
    if thing == "user" and action in ("add", "password"):
        made.add_argument("--password-file", type=Path, help="file with the password")
    if (thing, action) == ("user", "add"):
        made.add_argument("--role", default="visitator")
        made.add_argument("--team", default="", help="a team that there is")
    if (thing, action) == ("plan", "import"):
        made.add_argument("--by", required=True, help="login of the leader who plans")
        made.add_argument("--team", default="", help="the team, if the leader has several")
        made.add_argument("--visitator", default="", help="login of who visits where no line says")
    if (thing, action) == ("provider", "set"):
        _add_provider(made)
    if (thing, action) == ("device", "revoke"):
        made.add_argument("--why", default="", help="what the computer says to whoever has it")
    if (thing, action) == ("team", "member"):
        made.add_argument("--leave", action="store_true", help="be no longer one")


def _add_provider(made: argparse.ArgumentParser) -> None:
    made.add_argument("--secret-file", type=Path, help="file with the secret of the pages' client")
    made.add_argument("--laptop-client", default="", help="public client, if it is another")
    made.add_argument("--scopes", default="openid profile", help="what is asked for there")
    made.add_argument("--claim", default="", help="claim that is a user's login: upn, ...")
    made.add_argument("--address", default="", help="the hub's own, https://..., behind a proxy")


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks; what goes wrong is said in a sentence, the code is 1."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    texts = Texts("da")
    try:
        from app.hub.commands import run

        return run(options, texts)
    except KnownError as error:
        print(texts.error(error), file=sys.stderr)
        return 1


if __name__ == "__main__":
    from app.crashes import keep_private

    keep_private()
    sys.exit(main())
