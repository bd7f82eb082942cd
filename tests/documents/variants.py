"""Every kind of decision letter under any standard that is shipped, with all it must hold."""

from collections.abc import Callable
from datetime import date

import msgspec

from app.documents.content import Content
from app.domain.judgement import judge
from app.domain.records import FollowUp, Grant, Hearing, ProviderChoice, Record
from app.domain.standard import Standard
from app.domain.values import Extent, StandardRef
from tests import factories as make
from tests.documents import support
from tests.documents.sample import TODAY

_REASONS = "Vi har set på, hvad du selv kan, og på det, du har brug for hjælp til."
_CHANGED = {
    "before": "2 gange om ugen",
    "after": "1 gang om ugen",
    "what_changed": "Du kan mere end sidst.",
}


def _visitated(rules: Standard) -> list[str]:
    return [s.id for s in rules.services if s.visitated]


def _second(rules: Standard) -> str:
    """Return another service than the first, if there is one."""
    return (_visitated(rules) * 2)[1]


def _granted(rules: Standard) -> list[Record]:
    """Grant two services where the standard has them: what holds for each is told once."""
    ref = StandardRef(id=rules.id, version=rules.version)
    second = make.grant(
        "g2",
        standard=ref,
        need="n2",
        service=_second(rules),
        items=(),
        starts_on=date(2027, 1, 4),
    )
    need = make.need("n2", service=_second(rules))
    return [need, make.decision_item("n2"), second, *_plain(rules)]


def _plain(rules: Standard) -> list[Record]:
    """Agree that the next visit is on a day that the help is followed up on, if on any."""
    ref = StandardRef(id=rules.id, version=rules.version)
    agreed = date(2027, 2, 23)
    return [make.visit(standards=(ref,), previous=support.BEFORE, next_visit=agreed)]


def _partly(rules: Standard) -> list[Record]:
    need = make.need("n2", service=_second(rules))
    return [need, make.decision_item("n2", "refused", reasons=_REASONS)]


def _refused(rules: Standard) -> list[Record]:
    return [make.decision_item("n1", "refused", reasons=_REASONS), make.grant("g1", removed=True)]


def _other(kind: str, outcome: str) -> Callable[[Standard], list[Record]]:
    def change(rules: Standard) -> list[Record]:
        compared = _CHANGED if outcome != "ended" else {**_CHANGED, "after": ""}
        item = make.decision_item("n1", outcome, reasons=_REASONS, **compared)
        return [item, _decision(kind=kind), _first(rules, extent=Extent(times=1))]

    return change


def _first(rules: Standard, **fields: object) -> Record:
    """Give the first service, as it is now."""
    known: dict[str, object] = {
        "standard": StandardRef(id=rules.id, version=rules.version),
        "need": "n1",
        "service": _visitated(rules)[0],
        "items": (),
        "minutes": 90,
        "starts_on": date(2026, 12, 1),
    }
    return make.grant("g1", **{**known, **fields})


def _decision(**fields: object) -> Record:
    known: dict[str, object] = {
        "facts": "Du bor alene og har få, du ser.",
        "main_considerations": "Du har brug for nogen ved siden af dig i en periode.",
        "citizens_views": "Du vil helst have hjælp hver dag.",
        "views_weighed": "Vi har talt om det med dig.",
        "rehabilitation_assessed": "yes",
        "rehabilitation_reason": "Du har lige afsluttet et forløb.",
    }
    return make.decision(**{**known, **fields})


def _ended(rules: Standard) -> list[Record]:
    last = _first(rules, ends_on=date(2026, 12, 31))
    return [*_other("end", "ended")(rules), last]


def _continued(rules: Standard) -> list[Record]:
    result = FollowUp(
        id="f1",
        case="k1",
        visit=make.VISIT,
        result="continue",
        reason="Hjælpen virker, som den skal.",
        goals="Du åbner selv din post nu.",
    )
    return [result, *_plain(rules)]


def _acute(_rules: Standard) -> list[Record]:
    return [make.request(received_on=TODAY, acute=True, acute_start=date(2026, 11, 20))]


def _on_existing_basis(_rules: Standard) -> list[Record]:
    missing = "En udtalelse fra din læge."
    return [_decision(existing_basis=True, missing_information=missing)]


VARIANTS: dict[str, Callable[[Standard], list[Record]]] = {
    "granted": _granted,
    "partly": _partly,
    "refused": _refused,
    "changed": _other("change", "changed"),
    "reduced": _other("reduction", "changed"),
    "ended": _ended,
    "continued": _continued,
    "acute": _acute,
    "on_existing_basis": _on_existing_basis,
}


def content(rules: Standard, variant: str, *changed: Record) -> Content:
    """Return a case that is decided so, with a reason of its own at each open finding."""
    records = [_decision(), *VARIANTS[variant](rules), *changed]
    made = support.content(*records, standard=rules, service=_visitated(rules)[0])
    return with_reasons(_whole(made))


def _whole(made: Content) -> Content:
    """Choose what each line of help holds and who gives it; hear the citizen on what is said."""
    file = made.casefile
    tables = {kind: dict(table) for kind, table in file.records.items()}
    change = msgspec.structs.replace
    tables["hearing"] = {k: _heard(h) for k, h in tables["hearing"].items()}
    tables["goal"] = {k: change(g, services=()) for k, g in tables["goal"].items()}
    tables["grant"] = {k: _filled(g, made.standard) for k, g in tables["grant"].items()}
    services = dict.fromkeys(g.service for g in file.grants)
    choices = filter(None, (_chosen(s, made.standard) for s in services))
    tables["provider_choice"] = {c.id: c for c in choices}
    return change(made, casefile=change(file, records=tables))


def _heard(hearing: Record) -> Record:
    assert isinstance(hearing, Hearing)
    reply = "Jeg var syg to af dagene."
    return msgspec.structs.replace(hearing, sent_on=date(2026, 11, 6), reply=reply)


def _filled(grant: Record, rules: Standard) -> Record:
    assert isinstance(grant, Grant)
    service = rules.service(grant.service)
    items = tuple(i.id for i in service.items) if service else ()
    own = items[:1] if grant.id == "g1" else items[1:2] or items[:1]
    return msgspec.structs.replace(grant, items=grant.items or own)


def _chosen(service: str, rules: Standard) -> Record | None:
    """Choose the municipality's own provider, where there is a choice."""
    if not rules.provider.free_choice:
        return None
    own = rules.provider.municipal[0].id if rules.provider.municipal else "Kommunens hjemmepleje"
    return ProviderChoice(
        id=f"p-{service}", case="k1", service=service, kind="municipal", provider=own
    )


def with_reasons(made: Content) -> Content:
    """Write a reason at each finding that asks for one and has none."""
    file, rules, national = made.casefile, made.standard, made.national
    open_ones = [f for f in judge(file, rules, national, TODAY).findings if f.open]
    tables = {kind: dict(table) for kind, table in file.records.items()}
    written = {
        f.id: make.departure(f.id, f"Vi har talt med dig om »{f.title.lower()}«.")
        for f in open_ones
    }
    tables["departure"] = {d.id: d for d in written.values()} | tables.get("departure", {})
    file = msgspec.structs.replace(file, records=tables)
    return msgspec.structs.replace(
        made, casefile=file, judgement=judge(file, rules, national, TODAY)
    )
