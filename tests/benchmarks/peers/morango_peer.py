"""Sites that morango syncs, at the work that the laptop is measured by.

`python morango_peer.py serve FOLDER` prints its address and its certificate;
`python morango_peer.py measure URL CERTIFICATE FOLDER ROUNDS` prints the figures as JSON.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import django  # type: ignore[import-not-found]
from django.conf import settings  # type: ignore[import-not-found]
from django.core.management import call_command  # type: ignore[import-not-found]

RECORDS, CONCURRENT, FIELDS = 250, 100, 8
SCOPE, PROFILE = "whole", "bench"


def site(database: Path) -> None:
    """Be the site that has its records in this file."""
    apps = ("django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "mptt")
    settings.configure(
        SECRET_KEY="only to measure with",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(database)}},
        INSTALLED_APPS=[*apps, "morango", "morango_site"],
        AUTHENTICATION_BACKENDS=["morango_site.Everybody"],
        ROOT_URLCONF="morango.urls",
        ALLOWED_HOSTS=["127.0.0.1"],
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        USE_TZ=True,
    )
    django.setup()
    if not database.exists():
        call_command("migrate", run_syncdb=True, verbosity=0)
        from morango.models.certificates import ScopeDefinition  # type: ignore[import-not-found]

        ScopeDefinition.objects.create(
            id=SCOPE,
            profile=PROFILE,
            version=1,
            primary_scope_param_key="owner",
            read_write_filter_template="${owner}",
        )


def serve(folder: Path) -> None:
    """Serve a site until it is ended."""
    site(folder / "server.db")
    from django.core.servers.basehttp import (  # type: ignore[import-not-found]
        ThreadedWSGIServer,
        WSGIRequestHandler,
    )
    from django.core.wsgi import get_wsgi_application  # type: ignore[import-not-found]
    from morango.models.certificates import Certificate

    root = Certificate.generate_root_certificate(SCOPE)
    server = ThreadedWSGIServer(("127.0.0.1", 0), WSGIRequestHandler)
    server.set_app(get_wsgi_application())
    print(f"http://127.0.0.1:{server.server_port}/ {root.id}", flush=True)
    server.serve_forever()


class Laptop:
    """One computer with its site: this process."""

    def __init__(self, folder: Path, name: str, url: str, root: str) -> None:
        site(folder / f"{name}.db")
        from morango.models.certificates import Certificate, Filter
        from morango.sync.controller import (  # type: ignore[import-not-found]
            MorangoProfileController,
        )

        self._line = MorangoProfileController(PROFILE).create_network_connection(url)
        self._all = Filter(root)
        (self._theirs,) = self._line.get_remote_certificates(root, SCOPE)
        own = Certificate.objects.filter(parent_id=root).exclude(_private_key=None)
        self._own = own.first() or self._line.certificate_signing_request(
            self._theirs, SCOPE, {"owner": root}, "username=vera", "any"
        )

    def sync(self) -> None:
        """Do a round: up, then down."""
        session = self._line.create_sync_session(self._own, self._theirs)
        for client_of in (session.get_push_client, session.get_pull_client):
            client = client_of()
            client.initialize(self._all)
            client.run()
            client.finalize()
        session.close_sync_session()


def add(count: int, root: str) -> None:
    """Make so many records."""
    from morango_site.models import Record  # type: ignore[import-not-found]

    for number in range(count):
        values = {f"field{field}": f"værdi {number} {field}" for field in range(FIELDS)}
        Record(owner=root, number=number, **values).save()


def change(count: int, field: str, text: str) -> None:
    """Change one field of so many records."""
    from django.db import transaction  # type: ignore[import-not-found]
    from morango_site.models import Record

    with transaction.atomic():
        for record in Record.objects.order_by("number")[:count]:
            setattr(record, field, f"{text} {record.number}")
            record.save()


def timed(rounds: int, before: Callable[[int], Any], act: Callable[[], None]) -> list[float]:
    """Return how long each round took, in ms."""
    times = []
    for number in range(rounds):
        before(number)
        began = perf_counter()
        act()
        times.append((perf_counter() - began) * 1000)
    return times


def hidden(one: Laptop, other: list[str], fields: tuple[str, str]) -> int:
    """Return how many records do not show both values to somebody who reads them.

    `other` is the command of a second computer, which has not seen what the first one writes.
    """
    from morango_site.models import Record

    change(CONCURRENT, fields[0], f"den ene {fields}")
    one.sync()
    subprocess.run([*other, fields[1], f"den anden {fields}"], check=True)
    one.sync()
    shown = 0
    for record in Record.objects.order_by("number")[:CONCURRENT]:
        text = " ".join(getattr(record, f"field{field}") for field in range(FIELDS))
        shown += f"den ene {fields}" in text and f"den anden {fields}" in text
    return CONCURRENT - shown


def measure(url: str, root: str, folder: Path, rounds: int) -> None:
    """Measure and print."""
    one = Laptop(folder, "one", url, root)
    add(RECORDS, root)
    one.sync()
    changed = timed(rounds, lambda n: change(RECORDS, "field0", f"runde {n}"), one.sync)
    idle = timed(rounds, lambda _: None, one.sync)
    two = [sys.executable, __file__, "second", url, root, str(folder)]
    subprocess.run(two, check=True)
    found = {
        "changed": changed,
        "idle": idle,
        "different": hidden(one, two, ("field0", "field1")),
        "same": hidden(one, two, ("field0", "field0")),
    }
    print(json.dumps(found))


def second(url: str, root: str, folder: Path, *edit: str) -> None:
    """Be the second computer: edit, if anything is said about it, and do a round."""
    laptop = Laptop(folder, "two", url, root)
    if edit:
        change(CONCURRENT, *edit)
    laptop.sync()


if __name__ == "__main__":
    what, *given = sys.argv[1:]
    if what == "serve":
        serve(Path(given[0]))
    elif what == "measure":
        measure(given[0], given[1], Path(given[2]), int(given[3]))
    else:
        second(given[0], given[1], Path(given[2]), *given[3:])
