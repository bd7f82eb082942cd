"""A work list becomes planned visits, each once, however often it is read."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.bootstrap import create_session
from app.clock import fixed_clock, local
from app.errors import KnownError
from app.texts import Texts
from app.workflow.importing import ImportReport, import_file
from app.workflow.planning import visits_of_day
from app.workflow.session import Profile, Session

DAY = date(2026, 11, 23)
HEADER = "dato;klokkeslæt;varighed;cpr;navn;adresse;postnr;by;telefon;type;bemærkning"
MAX = "23-11-2026;10.15;90;010772-9995;Max Test Berggren;Testvej 1;2100;København Ø;70000112;;Hund"
KIRSTEN = "23-11-2026;08.30;;2911829996;Kirsten Test Berggren;Testvej 2;2400;;;opfølgning;"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    clock = fixed_clock(datetime(2026, 11, 21, 9, tzinfo=UTC))
    profile = Profile(name="Visitator Test", title="Visitator", unit="Test")
    opened = create_session(tmp_path / "data", "en lang adgangssætning", profile, clock)
    yield opened
    opened.close()


def read(session: Session, folder: Path, *lines: str) -> ImportReport:
    path = folder / "liste.csv"
    path.write_text("\n".join([HEADER, *lines]), encoding="utf-8")
    return import_file(session, path)


def test_each_line_becomes_a_visit_of_its_citizen(session: Session, tmp_path: Path) -> None:
    report = read(session, tmp_path, MAX, KIRSTEN)
    assert (report.planned, report.known, report.refused) == (2, 0, ())
    first, second = visits_of_day(session, DAY)
    assert (first.citizen.name, second.citizen.name) == (
        "Kirsten Test Berggren",
        "Max Test Berggren",
    )
    assert second.visit.planned is not None
    assert local(second.visit.planned.start).strftime("%H.%M") == "10.15"
    assert (second.visit.planned.minutes, first.visit.kind) == (90, "follow_up")
    assert second.citizen.address is not None
    assert second.citizen.address.city == "København Ø"
    assert session.store.search.find("kirst")


def test_the_same_list_again_changes_nothing(session: Session, tmp_path: Path) -> None:
    read(session, tmp_path, MAX, KIRSTEN)
    before = session.store.overview.counts()
    histories = [
        session.store.journal.scope_history(v.case.id) for v in visits_of_day(session, DAY)
    ]
    report = read(session, tmp_path, MAX, KIRSTEN)
    assert (report.planned, report.known) == (0, 2)
    assert session.store.overview.counts() == before
    after = [session.store.journal.scope_history(v.case.id) for v in visits_of_day(session, DAY)]
    assert after == histories


def test_a_second_visit_finds_the_citizen_who_is_there(session: Session, tmp_path: Path) -> None:
    read(session, tmp_path, MAX)
    read(session, tmp_path, MAX.replace("23-11-2026", "30-11-2026"))
    assert session.store.overview.counts().citizens == 1
    assert session.store.overview.counts().visits == 2


def test_a_refused_line_is_told_and_the_others_are_planned(
    session: Session, tmp_path: Path
) -> None:
    report = read(session, tmp_path, MAX.replace("23-11", "31-11"), KIRSTEN)
    assert report.planned == 1
    sentence = Texts("da").error(report.refused[0].error)
    assert sentence.startswith("Linje 2: Datoen findes ikke.")


def test_a_list_that_cannot_be_read_changes_nothing(session: Session, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        import_file(session, tmp_path / "findes-ikke.csv")
    assert caught.value.key == "worklist.unreadable"
    (tmp_path / "liste.csv").write_bytes(f"{HEADER}\n{MAX}".encode("utf-16"))
    with pytest.raises(KnownError) as caught:
        import_file(session, tmp_path / "liste.csv")
    assert caught.value.key == "worklist.encoding"
    assert session.store.overview.counts().visits == 0
