"""Reads the command line: opens the window, or does one command."""

import argparse
import sys
from datetime import date
from pathlib import Path

COMMANDS = {
    "open": "open the window (this is what happens without a command)",
    "demo": "drive a whole visit offscreen and leave its PDFs and pictures in --out",
    "screenshots": "leave a picture of each screen in --out",
    "import": "read a work list (CSV or .ics) into the plan",
    "standards": "standards check FILE..., show FILE, diff OLD NEW, new FILE",
    "texts": "texts check FOLDER: what is wrong with letter texts of your own",
    "statistics": "figures of the visits of a span of days, for a spreadsheet: statistics FILE",
    "export": "decided visits in national codes, a file for each: export FOLDER",
    "post": "write the letters that wait as Digital Post messages: post FOLDER",
    "journal": "journal verify, journal rebuild",
    "enrol": "let the hub at URL take this computer in, by a one-time code",
    "sync": "send what is here to the hub, and fetch what is there",
    "backup": "make an encrypted, verified copy of the data in FILE",
    "restore": "put the backup FILE, or the newest automatic one, in the place of the data",
    "verify": "say whether the letter FILE is as it was issued, and by whom it is sealed",
    "recover": "give the data a new passphrase by the municipality's private key FILE",
    "recovery-key": "make the municipality's recovery key: FILE and its public half",
}


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the arguments; --data-dir stands before or after the command's name."""
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--data-dir", type=Path, help="folder of this computer's data")
    parser = argparse.ArgumentParser(prog="python -m app", parents=[shared])
    parser.set_defaults(command="open", demonstration=False, measure=False)
    commands = parser.add_subparsers(dest="command")
    made = {
        name: commands.add_parser(name, help=text, parents=[shared])
        for name, text in COMMANDS.items()
    }
    made["open"].add_argument("--demonstration", action="store_true", help="a made-up day")
    made["open"].add_argument("--measure", action="store_true", help="print start times, then quit")
    for name in ("demo", "screenshots"):
        made[name].add_argument("--out", type=Path, required=True, help="folder for what is made")
    made["standards"].add_argument("action", choices=["check", "show", "diff", "new"])
    made["standards"].add_argument("files", type=Path, nargs="+")
    made["standards"].add_argument("--out", type=Path, help="the PDF that show makes")
    made["texts"].add_argument("action", choices=["check"])
    made["texts"].add_argument("folder", type=Path, help="folder of the texts")
    made["journal"].add_argument("action", choices=["verify", "rebuild"])
    made["restore"].add_argument("file", type=Path, nargs="?", help="folder of a backup")
    for name in ("statistics", "export"):
        made[name].add_argument("--start", type=_day, required=True, help="first day, 2027-01-31")
        made[name].add_argument("--until", type=_day, required=True, help="last day")
    made["enrol"].add_argument("url", help="the hub's address, https://...")
    made["enrol"].add_argument("--code-file", type=Path, help="file with the one-time code")
    made["enrol"].add_argument("--password-file", type=Path, help="file with your password there")
    made["verify"].add_argument("--authority", type=Path, help="the authority's certificate")
    made["verify"].add_argument("--revoked", type=Path, help="its list of revoked certificates")
    made["post"].add_argument("--sent", action="store_true", help="record them as sent today")
    files = ("import", "statistics", "export", "post", "backup", "verify", "recover")
    for name in (*files, "recovery-key"):
        made[name].add_argument("file", type=Path)
    options = parser.parse_args(arguments)
    options.command = options.command or "open"
    # A default would be set anew by the command's own parser, over what stands before it.
    options.data_dir = getattr(options, "data_dir", None)
    return options


def _day(text: str) -> date:
    return date.fromisoformat(text)


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks; return the exit code."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    if options.command == "open":
        from app.launch import open_window

        return open_window(options)
    from app import commands

    return commands.run(options)


if __name__ == "__main__":
    import multiprocessing

    from app.crashes import keep_private

    multiprocessing.freeze_support()
    keep_private()
    sys.exit(main())
