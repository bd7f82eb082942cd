"""Pages by which the server is run: computers, users and teams, quarantine, what was done."""

from collections.abc import Callable
from typing import Any

from litestar import Response, get, post

from app.errors import KnownError
from app.hub.admin import held, overview
from app.hub.admin.pages import page
from app.hub.admin.provider import ties
from app.hub.admin.waiting import MOST, waiting
from app.hub.admin.web import Asked, Given, Page, done, office, status, visitor
from app.hub.users import ROLES

_NEW_USER = ("login", "name", "role", "team")


def _computers(request: Asked, status: int = 200, **more: Any) -> Page:
    hub, who = office(request).hub, visitor(request)
    values = {"code": "", "login": "", "most": MOST, **more}
    devices, users = waiting(hub, who), overview.people(hub, who)
    return page(request, "computers", status, devices=devices, users=users, **values)


@get("/computers", sync_to_thread=True)
def computers(request: Asked) -> Page:
    """List the computers, and what waits for each."""
    return _computers(request)


@post("/computers/invite", sync_to_thread=True, status_code=200)
def invite(request: Asked, form: Given) -> Page:
    """Make a code for one computer of a user, and show it this once."""
    hub, who, login = office(request).hub, visitor(request), form.get("login", "")
    try:
        if login not in {user.login for user in overview.people(hub, who)}:
            raise KnownError("hub.no_user")
        with hub.acts.doing(who.user, "invited", login):
            code = hub.devices.invite(login)
    except KnownError as error:
        return _computers(request, status(error), error=error)
    return _computers(request, code=code, login=login)


@post("/computers/revoke", sync_to_thread=True)
def revoke(request: Asked, form: Given) -> Response[Any]:
    """Let a computer in no more."""
    return _to_computer(request, form, "revoked", office(request).hub.devices.revoke)


@post("/computers/readmit", sync_to_thread=True)
def readmit(request: Asked, form: Given) -> Response[Any]:
    """Let a computer fetch again that was away for long."""
    return _to_computer(request, form, "readmitted", office(request).hub.farewell.readmit)


def _to_computer(
    request: Asked, form: Given, what: str, work: Callable[[str], object]
) -> Response[Any]:
    """Do something to one of the computers that the visitor may see, and note it."""
    hub, who = office(request).hub, visitor(request)

    def both() -> None:
        mine = {each.id: each for each in overview.computers(hub, who)}
        found = mine.get(form.get("device", ""))
        if found is None:
            raise KnownError("hub.no_device")
        with hub.acts.doing(who.user, what, f"{found.login}: {found.name}"):
            work(found.id)

    return done(both, "/computers", what, lambda **more: _computers(request, **more))


def _people(request: Asked, status: int = 200, **more: Any) -> Page:
    hub, who = office(request).hub, visitor(request)
    own = set(who.teams.values())
    teams = [each for each in hub.users.teams() if who.administers or each[0] in own]
    values = {"users": overview.people(hub, who), "teams": teams, "roles": ROLES} | ties(request)
    values |= {"password": "", "login": "", "typed": dict.fromkeys(_NEW_USER, "")}
    return page(request, "people", status, **(values | more))


@get("/people", sync_to_thread=True)
def people(request: Asked) -> Page:
    """List users and teams."""
    return _people(request)


@post("/people/user", sync_to_thread=True, status_code=200)
def one_user(request: Asked, form: Given) -> Page:
    """Show what can be changed of a user; who it is stands in no address."""
    hub, who, login = office(request).hub, visitor(request), form.get("login", "")
    found = next((each for each in overview.people(hub, who) if each.login == login), None)
    if found is None or found.closed:
        raise KnownError("hub.no_user")
    shown = {"teams": hub.users.teams(), "roles": ROLES} | ties(request)
    return page(request, "user", each=found, **shown)


def _change(request: Asked, said: str, work: Callable[[], object]) -> Response[Any]:
    return done(work, "/people", said, lambda **more: _people(request, **more))


@post("/people/add", sync_to_thread=True, status_code=200)
def add_user(request: Asked, form: Given) -> Page:
    """Take a user in, with a team if one is chosen, and show the first password this once."""
    hub, who, login = office(request).hub, visitor(request), form.get("login", "").strip()
    users, team = hub.users, form.get("team", "")
    try:
        if team and team not in dict(users.teams()):
            raise KnownError("hub.no_team")
        with hub.acts.doing(who.user, "user_added", login, form.get("role", "")):
            users.add(login, form.get("name", ""), form.get("role", ""))
        if team:
            with hub.acts.doing(who.user, "joined", login, team):
                users.join(login, team)
        password = users.hand_out_password(login)
    except KnownError as error:
        typed = {name: form.get(name, "") for name in _NEW_USER}
        return _people(request, status(error), error=error, typed=typed)
    return _people(request, password=password, login=login)


@post("/people/password", sync_to_thread=True, status_code=200)
def hand_out_password(request: Asked, form: Given) -> Page:
    """Give another user a password for one sign-in, and show it this once."""
    hub, who, login = office(request).hub, visitor(request), form.get("login", "")
    try:
        if login == who.login:
            raise KnownError("hub.own_password")
        with hub.acts.doing(who.user, "password", login):
            password = hub.users.hand_out_password(login)
    except KnownError as error:
        return _people(request, status(error), error=error)
    return _people(request, password=password, login=login)


@post("/people/role", sync_to_thread=True)
def set_role(request: Asked, form: Given) -> Response[Any]:
    """Give another user another role; nobody takes their own away by mistake."""
    hub, who = office(request).hub, visitor(request)
    login, role = form.get("login", ""), form.get("role", "")

    def work() -> None:
        if login == who.login:
            raise KnownError("hub.own_role")
        with hub.acts.doing(who.user, "role", login, role):
            hub.users.set_role(login, role)

    return _change(request, "changed", work)


@post("/people/close", sync_to_thread=True)
def close_user(request: Asked, form: Given) -> Response[Any]:
    """Let another user in no more."""
    hub, who, login = office(request).hub, visitor(request), form.get("login", "")

    def work() -> None:
        if login == who.login:
            raise KnownError("hub.own_account")
        with hub.acts.doing(who.user, "user_closed", login):
            hub.users.close(login)

    return _change(request, "user_closed", work)


@post("/people/open", sync_to_thread=True)
def open_user(request: Asked, form: Given) -> Response[Any]:
    """Let a user in again."""
    hub, who, login = office(request).hub, visitor(request), form.get("login", "")

    def work() -> None:
        with hub.acts.doing(who.user, "user_opened", login):
            hub.users.open(login)

    return _change(request, "user_opened", work)


@post("/people/provider", sync_to_thread=True)
def tie_user(request: Asked, form: Given) -> Response[Any]:
    """Tie a user to a person at the provider, or to nobody any more."""
    hub, who = office(request).hub, visitor(request)
    login, subject = form.get("login", ""), form.get("subject", "")

    def work() -> None:
        with hub.acts.doing(who.user, "provider", login):
            hub.sign_ins.bind(login, subject)

    return _change(request, "changed", work)


@post("/people/team", sync_to_thread=True)
def set_team(request: Asked, form: Given) -> Response[Any]:
    """Make a user a member of a team, or no longer one."""
    hub, who, leave = office(request).hub, visitor(request), form.get("do") == "leave"
    login, team = form.get("login", ""), form.get("team", "")

    def work() -> None:
        with hub.acts.doing(who.user, "left" if leave else "joined", login, team):
            hub.users.join(login, team, leave=leave)

    return _change(request, "changed", work)


@post("/teams/add", sync_to_thread=True)
def add_team(request: Asked, form: Given) -> Response[Any]:
    """Make a team."""
    hub, who, name = office(request).hub, visitor(request), form.get("name", "")

    def work() -> None:
        with hub.acts.doing(who.user, "team_added", name.strip()):
            hub.users.add_team(name)

    return _change(request, "team_added", work)


@post("/teams/rename", sync_to_thread=True)
def rename_team(request: Asked, form: Given) -> Response[Any]:
    """Give a team another name."""
    hub, who = office(request).hub, visitor(request)
    team, name = form.get("team", ""), form.get("name", "")

    def work() -> None:
        with hub.acts.doing(who.user, "team_renamed", team, name.strip()):
            hub.users.rename_team(team, name)

    return _change(request, "changed", work)


def _quarantine(request: Asked, status: int = 200, **more: Any) -> Page:
    found = overview.quarantine(office(request).hub, visitor(request))
    return page(request, "quarantine", status, held=found, **more)


@get("/quarantine", sync_to_thread=True)
def quarantine(request: Asked) -> Page:
    """List what was refused, and why."""
    return _quarantine(request)


@post("/quarantine", sync_to_thread=True, status_code=200)
def see_held(request: Asked, form: Given) -> Page:
    """Show what is in a refused action, as far as the visitor may see it."""
    found = held.content(office(request).hub, visitor(request), form.get("number", ""))
    return page(request, "held", content=found)


@post("/quarantine/again", sync_to_thread=True)
def offer_again(request: Asked, form: Given) -> Response[Any]:
    """Try a refused action once more."""
    hub, who, number = office(request).hub, visitor(request), form.get("number", "")
    return done(
        lambda: held.offer_again(hub, who, number),
        "/quarantine",
        "offered_again",
        lambda **more: _quarantine(request, **more),
    )


@post("/quarantine/drop", sync_to_thread=True)
def drop_held(request: Asked, form: Given) -> Response[Any]:
    """Let go of a refused action for a reason."""
    hub, who = office(request).hub, visitor(request)
    number, why = form.get("number", ""), form.get("why", "")
    return done(
        lambda: held.drop(hub, who, number, why),
        "/quarantine",
        "dropped",
        lambda **more: _quarantine(request, **more),
    )


@get("/acts", sync_to_thread=True)
def acts(request: Asked) -> Page:
    """List what was done on the pages."""
    return page(request, "acts", acts=office(request).hub.acts.all())


LEADERS = (
    computers,
    invite,
    revoke,
    readmit,
    people,
    quarantine,
    see_held,
    offer_again,
    drop_held,
)
ADMINISTRATORS = (
    one_user,
    add_user,
    hand_out_password,
    set_role,
    close_user,
    open_user,
    tie_user,
    set_team,
    add_team,
    rename_team,
    acts,
)
