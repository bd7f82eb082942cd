"""A new version of a standard reaches every laptop; visits under way keep theirs."""

from datetime import UTC, datetime
from pathlib import Path

from app.domain.ids import new_id
from app.domain.records import Citizen
from app.domain.values import StandardRef
from app.texts import RESOURCES
from app.workflow.open_visit import open_visit
from app.workflow.planning import NewVisit, plan_visit
from tests.sync.laptops import Laptop, Office

OLD = StandardRef(id="soroe", version="2021")
NEW = StandardRef(id="soroe", version="2026")
START = datetime(2026, 11, 23, 9, tzinfo=UTC)


def new_version(folder: Path) -> Path:
    text = (RESOURCES / "standards" / "soroe-2021.toml").read_text(encoding="utf-8")
    path = folder / "new.toml"
    text = text.replace('version = "2021"', 'version = "2026"', 1)
    text = text.replace("valid_from = 2021-01-11", "valid_from = 2026-01-11", 1)
    path.write_text(text, encoding="utf-8")
    return path


def plan(laptop: Laptop) -> str:
    citizen = Citizen(id=new_id(), name="Åse Ærø")
    return plan_visit(laptop.session, NewVisit(citizen=citizen, start=START, standards=(OLD,)))


def test_a_new_version_reaches_a_laptop_and_a_visit_under_way_keeps_its_own(
    laptop: Laptop, office: Office, tmp_path: Path
) -> None:
    under_way, ahead = plan(laptop), plan(laptop)
    open_visit(laptop.session, under_way)
    office.hub.standards.add(new_version(tmp_path))
    assert laptop.sync().standards == 1
    assert laptop.session.library.has(NEW)
    laptop.unlock()
    versions = {
        visit: laptop.session.standard_for(laptop.session.casefile(visit)).version
        for visit in (under_way, ahead)
    }
    assert versions == {under_way: "2021", ahead: "2026"}
    assert laptop.sync().standards == 0
