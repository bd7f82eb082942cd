"""A visit in national codes: mapped when exported, native in the record, nothing guessed."""

from datetime import date
from typing import Any

import msgspec

from app.domain.casefile import CaseFile
from app.domain.ids import derived_id
from app.domain.records import OverallAssessment
from app.domain.standard import Area, Code, Overall, Scale, ScaleLevel, Standard
from app.domain.values import Cpr, Level
from app.interchange.national import Report, report
from tests import factories

DAY = date(2026, 11, 23)
FFB = "urn:oid:1.2.208.176.2.22"


def code(code_id: str, rated: bool = False) -> Code:
    return Code(id=code_id, system=FFB, code=f"uuid-{code_id}", name=f"Navn {code_id}", rated=rated)


def scale(scale_id: str, *levels: tuple[str, str]) -> Scale:
    made = tuple(ScaleLevel(value=v, name=v, text=v, code=c) for v, c in levels)
    return Scale(id=scale_id, name="Samlet vurdering", method="VUM", levels=made)


STANDARD: Standard = msgspec.structs.replace(
    factories.standard(),
    codes=(code("home", rated=True), code("health"), code("let"), code("need"), code("floor")),
    scale=scale("small", ("a", "let"), ("b", "")),
    overall=Overall(scale=scale("whole", ("C", "need"), ("D", "")), note="Afgør intet alene."),
    areas=(
        Area(id="home", name="Hjemmet", group="praktisk", code="home"),
        Area(id="health", name="Sundhed", group="praktisk", code="health"),
        Area(id="free", name="Uden kode", group="praktisk"),
    ),
    services=tuple(
        msgspec.structs.replace(
            s, items=tuple(msgspec.structs.replace(i, code="floor") for i in s.items[:1])
        )
        for s in factories.standard().services
    ),
)


def assessed(area: str, level: str, scale_id: str = "small") -> Any:
    return factories.assessment(area, level, standard="lille", scale=scale_id)


def overall(value: str) -> OverallAssessment:
    return OverallAssessment(
        id=derived_id(factories.VISIT, "lille", "overall"),
        visit=factories.VISIT,
        standard="lille",
        value=Level(scale="whole", value=value),
    )


def case_of(*records: Any, **citizen: Any) -> CaseFile:
    people = (factories.citizen(**citizen), factories.case(), factories.visit())
    return factories.casefile(*people, *records)


def made(*records: Any, **citizen: Any) -> Report:
    return report(case_of(*records, **citizen), STANDARD, DAY)


def resources(found: Report, kind: str) -> list[dict[str, Any]]:
    entries = [e["resource"] for e in found.bundle["entry"]]
    return [r for r in entries if r["resourceType"] == kind]


def test_an_area_of_activity_and_participation_is_reported_with_its_level() -> None:
    (condition,) = resources(made(assessed("home", "a")), "Condition")
    assert condition["code"]["coding"][0]["code"] == "uuid-home"
    assert condition["severity"]["coding"][0] == {
        "system": FFB,
        "code": "uuid-let",
        "display": "Navn let",
    }
    assert condition["recordedDate"] == "2026-11-23"


def test_a_level_outside_activity_and_participation_is_never_reported() -> None:
    found = made(assessed("health", "a"))
    (condition,) = resources(found, "Condition")
    assert "severity" not in condition
    assert found.left_out == (("Sundhed", "export.not_rated"),)


def test_an_area_without_a_code_is_left_out_and_named() -> None:
    found = made(assessed("free", "a"))
    assert resources(found, "Condition") == []
    assert found.left_out == (("Uden kode", "export.no_code"),)


def test_a_level_that_corresponds_to_no_national_level_is_not_guessed() -> None:
    for level in (assessed("home", "b"), assessed("home", "a", "another scale")):
        found = made(level)
        assert resources(found, "Condition") == []
        assert found.left_out == (("Hjemmet", "export.no_level"),)


def test_an_area_that_is_not_assessed_is_not_named() -> None:
    assert made().left_out == ()


def test_the_overall_assessment_is_reported_as_a_need_of_support() -> None:
    (observation,) = resources(made(overall("C")), "Observation")
    assert observation["valueCodeableConcept"]["coding"][0]["code"] == "uuid-need"
    assert made(overall("D")).left_out == (("Samlet vurdering", "export.no_level"),)


def test_a_granted_item_hangs_on_the_national_service_with_its_own_name() -> None:
    grant = factories.grant(service="clean", items=("floor",))
    (request,) = resources(made(grant), "ServiceRequest")
    national, local = request["code"]["coding"]
    assert national["code"] == "uuid-floor"
    assert (local["code"], local["display"]) == ("floor", "Gulv")


def test_the_citizen_is_named_by_a_cpr_number_and_nothing_else() -> None:
    (patient,) = resources(made(), "Patient")
    assert patient == {
        "resourceType": "Patient",
        "id": "c1",
        "identifier": [{"system": "urn:oid:1.2.208.176.1.2", "value": "1502829995"}],
    }


def test_a_replacement_number_is_no_cpr_number() -> None:
    (patient,) = resources(made(cpr=Cpr(value="150282TST1", kind="replacement")), "Patient")
    assert "identifier" not in patient


def test_nothing_that_somebody_typed_is_reported() -> None:
    words = assessed("home", "a")
    told = msgspec.structs.replace(words, own_words="hemmeligt", observation="også hemmeligt")
    grant = factories.grant(service="clean", items=("floor",), purpose="hemmeligt formål")
    assert "hemmelig" not in str(made(told, grant).bundle)


def test_the_record_keeps_the_native_level() -> None:
    file = case_of(assessed("home", "a"))
    report(file, STANDARD, DAY)
    assert file.assessment("lille", "home").level == Level(scale="small", value="a")
