"""A visit under Sorø's standard in national codes: nothing is left out, nothing is guessed."""

from typing import Any

from app.interchange.national import report
from tests.documents.soroe_case import VISITED, casefile
from tests.soroe import file, level, soroe

FFB = "urn:oid:1.2.208.176.2.22"


def resources(kind: str) -> list[dict[str, Any]]:
    bundle = report(casefile(), soroe(), VISITED).bundle
    found = [entry["resource"] for entry in bundle["entry"]]
    return [r for r in found if r["resourceType"] == kind]


def displays(concept: dict[str, Any]) -> list[str]:
    return [coding["display"] for coding in concept["coding"] if coding["system"] == FFB]


def test_each_assessed_area_leaves_with_its_level() -> None:
    said = {displays(c["code"])[0]: displays(c["severity"])[0] for c in resources("Condition")}
    assert said == {
        "Gøre rent": "Svært nedsat funktionsevne",
        "Indgå i samspil og kontakt": "Moderat nedsat funktionsevne",
    }


def test_the_overall_assessment_leaves_as_a_need_of_support() -> None:
    (found,) = resources("Observation")
    assert displays(found["valueCodeableConcept"]) == ["Moderat støttebehov"]


def test_every_granted_item_leaves_as_a_service_of_kl() -> None:
    said = {displays(r["code"])[0] for r in resources("ServiceRequest")}
    assert said == {
        "Støtte til sund levevis",
        "Støtte til daglige opgaver i hjemmet",
        "Gruppebaseret hjælp og støtte",
    }


def test_nothing_of_a_case_under_the_standard_is_left_out() -> None:
    assert report(casefile(), soroe(), VISITED).left_out == ()
    every = file(*(level(area.id, "1") for area in soroe().areas))
    assert report(every, soroe(), VISITED).left_out == ()
