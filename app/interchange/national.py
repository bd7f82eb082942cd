"""What a visit is in national codes (FSIII, FFB): made when it is exported, never stored.

The record keeps the standard's own levels. Here an area or a service that has a national
code is said in it, with the level that corresponds, and what cannot be said is named.
The resources are shaped as HL7 FHIR R4; no profile of a receiver is claimed.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from app.domain.casefile import CaseFile
from app.domain.records import Assessment, Grant
from app.domain.standard import Area, Code, Scale, Service, Standard
from app.domain.values import Level

Resource = dict[str, Any]
_CPR = "urn:oid:1.2.208.176.1.2"
# KL Gateway: a municipality hangs its own catalogue on the national services by this list.
_LOCAL = "http://fhir.kl.dk/gateway/CodeSystem/LocallyDefinedInterventions"


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A bundle of resources, and what was left out of it: place and the key of its reason."""

    bundle: Resource
    left_out: tuple[tuple[str, str], ...] = ()


def report(casefile: CaseFile, standard: Standard, on: date) -> Report:
    """Return what one visit is in national codes.

    The citizen is named by CPR alone. No text that somebody typed is in it: the national
    lists take none (KL, FFB-indberetning).
    """
    export = _Export(casefile, standard, on)
    resources = [*export.conditions(), *export.overall(), *export.services()]
    entries = [{"resource": r} for r in (_patient(casefile), *resources)]
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": entries}
    return Report(bundle=bundle, left_out=tuple(export.left_out))


class _Export:
    """The resources of one visit, with what could not be said noted on the way."""

    def __init__(self, casefile: CaseFile, standard: Standard, on: date) -> None:
        self.casefile = casefile
        self.standard = standard
        self.on = on
        self.codes = {code.id: code for code in standard.codes}
        self.left_out: list[tuple[str, str]] = []

    def conditions(self) -> Iterator[Resource]:
        """Yield each assessed area that has a national code."""
        for area in self.standard.areas:
            made = self.casefile.assessment(self.standard.id, area.id)
            if made.level is not None and (found := self._condition(area, made)):
                yield found

    def overall(self) -> Iterator[Resource]:
        """Yield the overall assessment, where its level has a national code."""
        rules = self.standard.overall
        made = self.casefile.overall_assessment(self.standard.id)
        if rules is None or made.value is None:
            return
        level = self._level(made.value, rules.scale)
        if level is None:
            self.left_out.append((rules.scale.name, "export.no_level"))
        else:
            about = {"status": "final", "code": {"text": rules.scale.name}}
            base = self._base("Observation", made.id)
            yield {**base, **about, "valueCodeableConcept": _said(level)}

    def services(self) -> Iterator[Resource]:
        """Yield each granted item that has a national code, with the municipality's own."""
        for grant in self.casefile.grants:
            service = self.standard.service(grant.service)
            if service is not None:
                yield from self._grant(grant, service)

    def _condition(self, area: Area, made: Assessment) -> Resource | None:
        code = self.codes.get(area.code)
        if code is None:
            self.left_out.append((area.name, "export.no_code"))
            return None
        found = {**self._base("Condition", made.id), "code": _said(code)}
        if not code.rated:
            self.left_out.append((area.name, "export.not_rated"))
            return found
        level = self._level(made.level, self.standard.scale)
        if level is None:
            self.left_out.append((area.name, "export.no_level"))
            return None
        return {**found, "severity": _said(level)}

    def _level(self, level: Level | None, scale: Scale | None) -> Code | None:
        """Return the national level; a level of another scale than this one has none."""
        if level is None or scale is None or level.scale != scale.id:
            return None
        native = next((v for v in scale.levels if v.value == level.value), None)
        return self.codes.get(native.code) if native else None

    def _grant(self, grant: Grant, service: Service) -> Iterator[Resource]:
        for item_id in grant.items or ("",):
            item = service.item(item_id)
            code = self.codes.get((item.code if item else "") or service.code)
            local, name = (item.id, item.name) if item else (service.id, service.name)
            if code is None:
                self.left_out.append((name, "export.no_code"))
                continue
            coding = [_coding(code), {"system": _LOCAL, "code": local, "display": name}]
            yield {
                **self._base("ServiceRequest", f"{grant.id}-{local}"),
                "status": "active",
                "intent": "order",
                "code": {"coding": coding},
            }

    def _base(self, kind: str, record_id: str) -> Resource:
        dated = {
            "Condition": "recordedDate",
            "Observation": "effectiveDateTime",
            "ServiceRequest": "authoredOn",
        }
        subject = {"reference": f"Patient/{self.casefile.citizen.id}"}
        found = {"resourceType": kind, "id": record_id, "subject": subject}
        return {**found, dated[kind]: self.on.isoformat()}


def _patient(casefile: CaseFile) -> Resource:
    citizen = casefile.citizen
    patient: Resource = {"resourceType": "Patient", "id": citizen.id}
    if citizen.cpr is not None and citizen.cpr.kind == "cpr":
        patient["identifier"] = [{"system": _CPR, "value": citizen.cpr.value}]
    return patient


def _said(code: Code) -> Resource:
    return {"coding": [_coding(code)]}


def _coding(code: Code) -> Resource:
    return {"system": code.system, "code": code.code, "display": code.name}
