"""Fills a store with made-up citizens, each with a case, a request and a visit."""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from app.bootstrap import create_session, open_session
from app.clock import COPENHAGEN, system_clock, today
from app.domain.ids import derived_id
from app.domain.records import (
    ENTITIES,
    ENTITY_OF,
    AppliedNeed,
    Case,
    Citizen,
    Record,
    Request,
    Visit,
)
from app.domain.values import Address, Cpr, Planned
from app.journal.appending import Act
from app.journal.changes import Write
from app.store.store import Store
from app.workflow.session import Profile, Session
from app.workflow.writing import recorded

PASSPHRASE = "kun til at måle med"
PROFILE = Profile(name="Visitator Test", title="Visitator", unit="Test")
VISITS_TODAY = 6
_ACTS_AT_A_TIME = 400

_GIVEN = "Anna Bo Clara Dan Eva Finn Gry Hans Ida Jens Karen Lars Mia Niels Olga Per Rikke Søren"
_FAMILY = "Agerbæk Bjerre Dam Eskelund Fugl Grøn Hede Kjær Lund Mose Nørgård Skov Vang Østergård"
_STREETS = "Testgrusgraven Testvej Prøvestien Øvelsesgade Målestræde Åtoften Ærøvænget"


def seeded(folder: Path, visits: int) -> Session:
    """Open the store of a folder; one that is not there yet is made with so many visits.

    The store is kept between runs, and made anew when its day is past.
    """
    mark = folder / "seeded"
    wanted = f"{visits} {today(system_clock)}"
    if not (mark.exists() and mark.read_text() == wanted):
        _make(folder, visits)
        mark.write_text(wanted)
    return open_session(folder, PASSPHRASE)


def _make(folder: Path, visits: int) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)
    session = create_session(folder, PASSPHRASE, PROFILE)
    try:
        for acts in _in_parts(_acts(visits, today(session.clock))):
            append_all(session.store, acts)
    finally:
        session.close()


def append_all(store: Store, acts: list[Act]) -> None:
    """Append many actions in one transaction: what takes minutes one by one takes seconds."""
    appender = store.journal._appender
    store._writer.run(
        lambda connection: [appender.append(connection, act) for act in acts], appender.forget
    )


def _in_parts(acts: Iterator[Act]) -> Iterator[list[Act]]:
    part: list[Act] = []
    for act in acts:
        part.append(act)
        if len(part) == _ACTS_AT_A_TIME:
            yield part
            part = []
    yield part


def _acts(visits: int, day: date) -> Iterator[Act]:
    for number in range(visits):
        records = records_of(number, day)
        for scope in ("citizen", "case"):
            mine = [r for r in records if ENTITIES[ENTITY_OF[type(r)]][1] == scope]
            writes = tuple(Write(key, value) for r in mine for key, value in recorded(r))
            yield Act(scope=mine[0].id, writes=writes, actor=PROFILE.name)


def records_of(number: int, day: date) -> tuple[Record, ...]:
    """Return one made-up citizen with a case; the first few have their visit today."""
    chance = random.Random(number)  # noqa: S311 - made-up people, the same each time
    ids = {name: derived_id("benchmark", str(number), name) for name in ENTITIES}
    visited = _day_of(number, chance, day)
    past = visited < day
    start = datetime.combine(visited, time(8 + number % 8, 15 * (number % 4)), COPENHAGEN)
    case = Case(
        id=ids["case"],
        citizen=ids["citizen"],
        number=f"BENCH-{number}",
        state="closed" if past else "open",
    )
    request = Request(
        id=ids["request"], case=case.id, received_on=visited - timedelta(days=5), received_from="gp"
    )
    need = AppliedNeed(
        id=ids["applied_need"],
        case=case.id,
        request=request.id,
        group="praktisk",
        service="rengoering",
    )
    visit = Visit(
        id=ids["visit"],
        case=case.id,
        kind="first",
        planned=Planned(start=start),
        state="closed" if past else "planned",
    )
    return _citizen(ids["citizen"], number, chance), case, request, need, visit


def _day_of(number: int, chance: random.Random, day: date) -> date:
    """Spread the visits over five years, four and a half of them past."""
    if number < VISITS_TODAY:
        return day
    days = chance.randrange(-1640, 180)
    return day + timedelta(days=days if days else 1)


def _citizen(citizen_id: str, number: int, chance: random.Random) -> Citizen:
    born = date(1962, 1, 1) + timedelta(days=chance.randrange(16_000))
    name = f"{chance.choice(_GIVEN.split())} Test {chance.choice(_FAMILY.split())}"
    return Citizen(
        id=citizen_id,
        cpr=Cpr(value=f"{born:%d%m%y}{number % 4000:04}"),
        birth_date=born,
        name=f"{name} {number}",
        address=Address(
            street=f"{chance.choice(_STREETS.split())} {chance.randrange(1, 200)}",
            postcode=f"{chance.randrange(2000, 2900)}",
            city="Testby",
        ),
        phone=f"70{chance.randrange(10**6):06}",
        digital_post="digital",
    )
