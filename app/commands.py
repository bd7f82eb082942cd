"""The commands that need no window: each does one thing and says what came of it."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from app.errors import KnownError
from app.paths import PASSPHRASE_VARIABLE, default_data_dir
from app.texts import Texts

# The password of the file with the municipality's private recovery key.
KEY_PASSWORD_VARIABLE = "HJEMMEBESOEG_KEY_PASSWORD"  # noqa: S105 - the variable's name, no secret

Command = Callable[[argparse.Namespace, Texts], int]


def run(options: argparse.Namespace) -> int:
    """Do a command; what goes wrong is said in a sentence, and the exit code is 1."""
    texts = Texts("da")
    try:
        return COMMANDS[options.command](options, texts)
    except KnownError as error:
        print(texts.error(error), file=sys.stderr)
        return 1


def _demo(options: argparse.Namespace, texts: Texts) -> int:
    from app.tour.demo import run_demo

    for path in run_demo(options.out, options.data_dir):
        print(path)
    return 0


def _screenshots(options: argparse.Namespace, texts: Texts) -> int:
    from app.tour.screenshots import take_screenshots

    for path in take_screenshots(options.out):
        print(path)
    return 0


def _standards(options: argparse.Namespace, texts: Texts) -> int:
    from app import standard_commands

    return standard_commands.ACTIONS[options.action](options, texts)


def _texts(options: argparse.Namespace, texts: Texts) -> int:
    from app import text_commands

    return text_commands.check(options, texts)


def _journal(options: argparse.Namespace, texts: Texts) -> int:
    from app.bootstrap import open_session

    session = open_session(_folder(options), _passphrase())
    try:
        if options.action == "rebuild":
            session.store.journal.rebuild()
        problems = session.store.journal.verify()
    finally:
        session.close()
    for problem in problems:
        print(texts.error(KnownError(problem.key, **problem.params)), file=sys.stderr)
    if not problems:
        print(texts.message("journal.verified"))
    return 1 if problems else 0


def _import(options: argparse.Namespace, texts: Texts) -> int:
    from app.bootstrap import open_session
    from app.workflow.importing import import_file

    session = open_session(_folder(options), _passphrase())
    try:
        report = import_file(session, options.file)
    finally:
        session.close()
    print(texts.message("worklist.report", planned=report.planned, known=report.known))
    for refused in report.refused:
        print(texts.error(refused.error), file=sys.stderr)
    return 1 if report.refused else 0


def _backup(options: argparse.Namespace, texts: Texts) -> int:
    from app.bootstrap import open_session

    session = open_session(_folder(options), _passphrase())
    try:
        session.store.backup(options.file)
    finally:
        session.close()
    print(texts.message("backup.made", file=options.file.name))
    return 0


def _restore(options: argparse.Namespace, texts: Texts) -> int:
    from app.store.store import Store

    folder = _folder(options)
    backup = options.file or next(iter(Store.backups(folder)), None)
    if backup is None:
        raise KnownError("store.no_backup")
    Store.restore(backup, folder)
    print(texts.message("backup.restored", file=backup.name))
    return 0


def _recover(options: argparse.Namespace, texts: Texts) -> int:
    from app.store.store import Store

    password = _secret(KEY_PASSWORD_VARIABLE)
    Store.recover(_folder(options), options.file, password, _secret(PASSPHRASE_VARIABLE))
    print(texts.message("backup.recovered"))
    return 0


def _recovery_key(options: argparse.Namespace, texts: Texts) -> int:
    from app.store.recovery import make_pair

    public = options.file.with_suffix(".public.pem")
    make_pair(options.file, public, _secret(KEY_PASSWORD_VARIABLE))
    print(texts.message("backup.recovery_key", private=options.file.name, public=public.name))
    return 0


def _statistics(options: argparse.Namespace, texts: Texts) -> int:
    from app.bootstrap import open_session
    from app.workflow.reporting import statistics, write_statistics

    session = open_session(_folder(options), _passphrase())
    try:
        figures = statistics(session, options.start, options.until)
    finally:
        session.close()
    if not figures:
        print(texts.message("statistics.none"))
        return 0
    write_statistics(figures, options.file, texts)
    print(texts.message("statistics.written", file=options.file.name))
    return 0


def _export(options: argparse.Namespace, texts: Texts) -> int:
    from app.bootstrap import open_session
    from app.workflow.reporting import export_codes

    session = open_session(_folder(options), _passphrase())
    try:
        made = export_codes(session, options.start, options.until, options.file)
    finally:
        session.close()
    print(texts.message("export.written", visits=made.visits))
    for (place, reason), count in sorted(made.left_out.items()):
        why = texts.message(reason)
        print(texts.message("export.left_out", count=count, place=place, reason=why))
    return 0


def _post(options: argparse.Namespace, texts: Texts) -> int:
    from app import post_commands
    from app.bootstrap import open_session

    session = open_session(_folder(options), _passphrase())
    try:
        return post_commands.post_letters(options, session, texts)
    finally:
        session.close()


def _enrol(options: argparse.Namespace, texts: Texts) -> int:
    from app import sync_commands
    from app.bootstrap import open_session

    session = open_session(_folder(options), _passphrase())
    try:
        return sync_commands.enrol(options, session, texts)
    finally:
        session.close()


def _sync(options: argparse.Namespace, texts: Texts) -> int:
    from app import sync_commands
    from app.bootstrap import open_session

    session = open_session(_folder(options), _passphrase())
    try:
        return sync_commands.sync(session, texts)
    finally:
        session.close()


def _verify(options: argparse.Namespace, texts: Texts) -> int:
    from app.verifying import verify

    return verify(options, texts)


def _folder(options: argparse.Namespace) -> Path:
    return options.data_dir or default_data_dir()


def _passphrase() -> str:
    return _secret(PASSPHRASE_VARIABLE)


def _secret(variable: str) -> str:
    secret = os.environ.get(variable, "")
    if not secret:
        raise KnownError("start.no_passphrase", variable=variable)
    return secret


COMMANDS: dict[str, Command] = {
    "demo": _demo,
    "screenshots": _screenshots,
    "standards": _standards,
    "texts": _texts,
    "journal": _journal,
    "import": _import,
    "statistics": _statistics,
    "export": _export,
    "post": _post,
    "enrol": _enrol,
    "sync": _sync,
    "verify": _verify,
    "backup": _backup,
    "restore": _restore,
    "recover": _recover,
    "recovery-key": _recovery_key,
}
