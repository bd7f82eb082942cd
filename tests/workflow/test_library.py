"""The standards at hand: the newest by day, a municipality's own, and files that are broken."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import DEMONSTRATION_PASSPHRASE, open_session
from app.clock import fixed_clock
from app.domain.values import StandardRef
from app.errors import KnownError
from app.texts import RESOURCES, Texts
from app.tour.stage import PICTURE_DAY
from app.workflow.library import Library
from app.workflow.open_visit import OpenVisit
from app.workflow.planning import day_bounds

SHIPPED = RESOURCES / "standards" / "koebenhavn-83-2007.toml"
DAY = date(2026, 11, 23)


def copy(folder: Path, **changed: str) -> Path:
    """Write a copy of the shipped standard with other values at the top of the file."""
    text = SHIPPED.read_text("utf-8")
    for key, value in changed.items():
        text = re.sub(rf"(?m)^{key} = .*$", f"{key} = {value}", text, count=1)
    path = folder / f"{len(list(folder.iterdir()))}.toml"
    path.write_text(text, "utf-8")
    return path


def versions(library: Library, day: date = DAY, municipality: str = "") -> list[str]:
    return [s.version for s in library.newest(day, municipality)]


def test_the_newest_version_that_has_begun_is_offered_and_older_ones_stay(tmp_path: Path) -> None:
    copy(tmp_path)
    copy(tmp_path, version='"2026"', valid_from="2026-01-01", valid_until="2026-12-31")
    copy(tmp_path, version='"2027"', valid_from="2027-01-01", valid_until="2027-12-31")
    library = Library(tmp_path)
    assert versions(library) == ["2026"]
    assert versions(library, date(2027, 1, 1)) == ["2027"]
    assert library.get(StandardRef(id="koebenhavn-83", version="2007")).version == "2007"
    assert not library.problems()


def test_an_expired_standard_is_offered_until_it_is_replaced(tmp_path: Path) -> None:
    copy(tmp_path)
    assert versions(Library(tmp_path)) == ["2007"]


def test_a_municipality_is_offered_its_own_standards_only(tmp_path: Path) -> None:
    copy(tmp_path)
    copy(tmp_path, id='"anden"', version='"1"', name='"Anden Kommune"')
    library = Library(tmp_path)
    assert len(library.newest(DAY)) == 2
    assert versions(library, municipality="Anden Kommune") == ["1"]
    assert library.first(DAY, "Anden Kommune").id == "anden"
    assert len(versions(library, municipality="En kommune uden standarder")) == 2
    assert "Anden Kommune" in library.municipalities


def test_one_broken_file_is_named_and_the_others_are_used(tmp_path: Path) -> None:
    copy(tmp_path)
    (tmp_path / "broken.toml").write_text("format = 1\nid = ", "utf-8")
    (tmp_path / "nonsense.toml").write_bytes(b"\xff\x00" * 500_000)
    library = Library(tmp_path)
    assert versions(library) == ["2007"]
    problems = library.problems()
    files = {str(problem.params.get("file")) for problem in problems}
    assert files == {"broken.toml", "nonsense.toml"}
    for problem in problems:
        assert str(problem.params["file"]) in Texts("da").error(problem)


def test_a_mistake_deep_in_the_newest_version_lets_the_one_before_it_be_used(
    tmp_path: Path,
) -> None:
    copy(tmp_path)
    newer = copy(tmp_path, version='"2026"', valid_from="2026-01-01", valid_until="2026-12-31")
    newer.write_text(newer.read_text("utf-8").replace("[[services]]", "[[servces]]", 1), "utf-8")
    library = Library(tmp_path)
    assert versions(library) == ["2007"]
    assert [p.key for p in library.problems()] == ["standard.broken"]
    with pytest.raises(KnownError):
        library.get(StandardRef(id="koebenhavn-83", version="2026"))


def test_another_municipalitys_standard_never_stands_in_for_a_broken_one(tmp_path: Path) -> None:
    own = copy(tmp_path)
    own.write_text(own.read_text("utf-8").replace("[[services]]", "[[servces]]", 1), "utf-8")
    copy(tmp_path, id='"anden"', version='"1"', name='"Anden Kommune"')
    with pytest.raises(KnownError, match=r"standard\.broken"):
        Library(tmp_path).newest(DAY, "Københavns Kommune")


def test_versions_that_are_valid_at_one_time_are_said_and_stop_nothing(tmp_path: Path) -> None:
    copy(tmp_path)
    copy(tmp_path, version='"2008"', valid_from="2007-06-01", valid_until="2008-12-31")
    library = Library(tmp_path)
    (problem,) = library.problems()
    assert problem.key == "standard.overlap"
    assert "2008" in Texts("da").error(problem)
    assert versions(library) == ["2008"]


def test_a_second_file_of_one_version_is_not_used(tmp_path: Path) -> None:
    copy(tmp_path)
    copy(tmp_path)
    library = Library(tmp_path)
    assert versions(library) == ["2007"]
    assert [p.key for p in library.problems()] == ["standard.twice"]


def test_a_visit_made_under_last_years_version_stays_readable_under_it(
    tmp_path: Path, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "standards"
    shutil.copytree(RESOURCES / "standards", folder)
    text = (folder / "koebenhavn-83-2007.toml").read_text(encoding="utf-8")
    later = (('version = "2007"', 'version = "2026"'), ("2007-01-01", "2026-01-01"))
    for old, new in (*later, ("2007-12-31", "2026-12-31"), ("Støvsugning", "Gulve")):
        text = text.replace(old, new, 1)
    (folder / "koebenhavn-83-2026.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(Library.__init__, "__defaults__", (folder, None))
    session = open_session(data_folder, DEMONSTRATION_PASSPHRASE, fixed_clock(PICTURE_DAY))
    try:
        assert session.usual_standard().version == "2026"
        visits = session.store.overview.visits_between(*day_bounds(PICTURE_DAY.date()))
        decided = next(r.visit for r in visits if r.visit.state == "closed")
        made_under = session.standards_for(session.casefile(decided.id))[0]
        assert made_under.version == "2007"
        assert OpenVisit(session, decided.id).view.standard.version == "2007"
    finally:
        session.close()
