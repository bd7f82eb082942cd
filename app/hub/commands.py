"""The commands of the hub's administration: each does one thing and says what came of it."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable
from datetime import datetime

from app.clock import local
from app.errors import KnownError
from app.hub import authority_commands, keeping_commands, provider_commands, second_look
from app.hub.hub import Hub
from app.hub.identity import find_key
from app.hub.noted import noted
from app.hub.places import Places
from app.hub.plan_import import PlanImport, sentence
from app.interchange.files import read_at_most
from app.interchange.worklist import MAX_FILE_BYTES
from app.store.files import explained_files
from app.texts import Texts

PASSWORD_VARIABLE = "HJEMMEBESOEG_HUB_PASSWORD"  # noqa: S105 - the variable's name, no secret

Command = Callable[[Hub, argparse.Namespace, Texts], int]


def run(options: argparse.Namespace, texts: Texts) -> int:
    """Open the hub and do a command; KnownError for what goes wrong."""
    given = find_key(options.data_dir, os.environ, options.key_file)
    if given.lies_in is not None and options.command == "serve":
        print(texts.message("hub.key_beside", file=given.lies_in), file=sys.stderr)
    command = COMMANDS[options.command, getattr(options, "action", "")]
    places = Places(options.blobs, options.sse)
    with (
        Hub(options.data_dir, given.key, options.database, places=places) as hub,
        noted(hub, options),
    ):
        return command(hub, options, texts)


def _serve(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    from app.hub.serve import serve

    return serve(hub, options, texts)


def _user_add(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    password = _password(options)
    hub.users.add(options.login, options.name, options.role, password)
    if options.team:
        hub.users.join(options.login, options.team)
    print(texts.message("hub.user_added", login=options.login))
    return 0


def _user_password(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    hub.users.set_password(options.login, _password(options))
    print(texts.message("hub.password_set", login=options.login))
    return 0


def _user_role(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    hub.users.set_role(options.login, options.role)
    print(texts.message("hub.done"))
    return 0


def _user_close(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    hub.users.close(options.login)
    print(texts.message("hub.done"))
    return 0


def _user_open(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    hub.users.open(options.login)
    print(texts.message("hub.done"))
    return 0


def _user_list(hub: Hub, _: argparse.Namespace, texts: Texts) -> int:
    closed = texts.message("hub.closed")
    for each in hub.users.all():
        teams = ", ".join(each.teams)
        _line(each.login, each.name, each.role, teams, closed if each.closed else "")
    return 0


def _team_add(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    hub.users.add_team(options.name)
    print(texts.message("hub.done"))
    return 0


def _team_rename(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    hub.users.rename_team(options.name, options.new)
    print(texts.message("hub.done"))
    return 0


def _team_list(hub: Hub, _: argparse.Namespace, texts: Texts) -> int:
    for name, members in hub.users.teams():
        _line(name, members)
    return 0


def _team_member(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    hub.users.join(options.login, options.name, leave=options.leave)
    print(texts.message("hub.done"))
    return 0


def _device_invite(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    print(texts.message("hub.code", code=hub.devices.invite(options.login)))
    return 0


def _device_list(hub: Hub, _: argparse.Namespace, texts: Texts) -> int:
    for each in hub.devices.all():
        revoked = texts.message("hub.revoked") if each.revoked else ""
        revoked = revoked or (texts.message("hub.gone") if each.gone else "")
        revoked = revoked or (texts.message("hub.away") if each.away else "")
        _line(each.id, each.login, each.name, each.program, _at(each.seen), revoked)
    return 0


def _device_revoke(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    hub.devices.revoke(options.device, options.why)
    print(texts.message("hub.done"))
    return 0


def _device_readmit(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    hub.farewell.readmit(options.device)
    print(texts.message("hub.done"))
    return 0


def _standard_add(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    made = hub.standards.add(options.file)
    print(texts.message("hub.standard_added", standard=made.id, version=made.version))
    return 0


def _standard_list(hub: Hub, _: argparse.Namespace, texts: Texts) -> int:
    for each in hub.standards.all():
        _line(each.id, each.version, each.sha256)
    return 0


def _case_move(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    hub.cases.move(options.case, options.team)
    print(texts.message("hub.done"))
    return 0


def _case_erase(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    print(texts.message("hub.case_erased", count=hub.cases.erase(options.case, options.why)))
    return 0


def _case_log(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    for each in hub.log.of_scope(options.case):
        _line(_at(each.at), each.login, each.computer, each.what, each.why)
    return 0


def _quarantine_list(hub: Hub, _: argparse.Namespace, texts: Texts) -> int:
    for each in hub.quarantine.all():
        why = texts.error(KnownError(each.why))
        _line(each.number, _at(each.at), each.login, each.computer, each.action, each.scope, why)
    return 0


def _quarantine_again(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    if not second_look.offer_again(hub, second_look.find_held(hub, options.number)):
        raise KnownError("hub.still_refused")
    print(texts.message("hub.done"))
    return 0


def _quarantine_drop(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    second_look.drop(hub, second_look.find_held(hub, options.number), None, options.why)
    print(texts.message("hub.done"))
    return 0


def _statistics(hub: Hub, _: argparse.Namespace, texts: Texts) -> int:
    for name, count in hub.statistics().items():
        _line(texts.message(f"hub.count.{name}"), count)
    return 0


def _plan_import(hub: Hub, options: argparse.Namespace, texts: Texts) -> int:
    data = read_at_most(
        options.file, MAX_FILE_BYTES, too_big="worklist.too_big", unreadable="worklist.unreadable"
    )
    planner = hub.planning.planner(options.by)
    teams = [which for which, name in planner.teams.items() if options.team in ("", name)]
    if len(teams) != 1:
        raise KnownError("hub.plan.team_needed" if len(teams) > 1 else "hub.no_team")
    report = PlanImport(hub.room, hub.planning).read(planner, teams[0], options.visitator, data)
    for line in report.refused:
        print(sentence(texts, line))
    counts = {"planned": report.planned, "known": report.known, "refused": len(report.refused)}
    print(texts.message("hub.plan.imported", **counts))
    return 1 if report.refused else 0


def _line(*cells: object) -> None:
    print("\t".join(map(str, cells)))


def _at(moment: datetime | None) -> str:
    return "" if moment is None else f"{local(moment):%Y-%m-%d %H:%M}"


def _password(options: argparse.Namespace) -> str:
    """Return the password that stands in a file or a variable, never on the command line."""
    if options.password_file is not None:
        with explained_files():
            text = options.password_file.read_text(encoding="utf-8")
        return _first_line(text.splitlines())
    if os.environ.get(PASSWORD_VARIABLE):
        return os.environ[PASSWORD_VARIABLE]
    raise KnownError("hub.no_secret", variable=PASSWORD_VARIABLE)


def _first_line(lines: Iterable[str]) -> str:
    return next(iter(lines), "")


COMMANDS: dict[tuple[str, str], Command] = {
    ("serve", ""): _serve,
    ("statistics", ""): _statistics,
    ("user", "add"): _user_add,
    ("user", "password"): _user_password,
    ("user", "role"): _user_role,
    ("user", "close"): _user_close,
    ("user", "open"): _user_open,
    ("user", "list"): _user_list,
    ("team", "add"): _team_add,
    ("team", "rename"): _team_rename,
    ("team", "list"): _team_list,
    ("team", "member"): _team_member,
    ("device", "invite"): _device_invite,
    ("device", "list"): _device_list,
    ("device", "revoke"): _device_revoke,
    ("device", "readmit"): _device_readmit,
    ("standard", "add"): _standard_add,
    ("standard", "list"): _standard_list,
    ("case", "move"): _case_move,
    ("case", "erase"): _case_erase,
    ("case", "log"): _case_log,
    ("quarantine", "list"): _quarantine_list,
    ("quarantine", "again"): _quarantine_again,
    ("quarantine", "drop"): _quarantine_drop,
    **authority_commands.COMMANDS,
    **keeping_commands.COMMANDS,
    **provider_commands.COMMANDS,
    ("plan", "import"): _plan_import,
}
