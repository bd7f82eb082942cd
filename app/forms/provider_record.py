"""How a provider is chosen and changed: pure steps."""

from datetime import date

import msgspec
from PySide6.QtCore import QCoreApplication

from app.domain.calendar import earliest_change
from app.domain.ids import new_id
from app.domain.records import ProviderChoice
from app.domain.standard import ProviderRules, Unit
from app.workflow.edits import AddRecord, Together
from app.workflow.visit_view import VisitView


def granted_services(view: VisitView) -> list[str]:
    """Return the services that are granted, each once, as the standard lists them."""
    granted = {g.service for g in view.casefile.grants}
    return [s.id for s in view.standard.services if s.id in granted]


def choices_for(view: VisitView, service: str) -> tuple[ProviderChoice, ...]:
    """Return the choices for a service, oldest first."""
    return tuple(p for p in view.casefile.providers if p.service == service)


def change_of(view: VisitView, service: str, requested_on: date, label: str) -> Together:
    """Return the act that begins a change of provider, at its earliest day (KBH-121)."""
    rules = view.standard.provider
    choice = ProviderChoice(
        id=new_id(),
        case=view.casefile.case.id,
        service=service,
        requested_on=requested_on,
        starts_on=earliest_change(requested_on, rules),
        is_change=True,
    )
    return Together((AddRecord(choice),), label)


def unchosen(view: VisitView) -> list[str]:
    """Return the granted services without a choice of provider."""
    chosen = {p.service for p in view.casefile.providers if p.kind}
    return [service for service in granted_services(view) if service not in chosen]


def same_for_all(view: VisitView, service: str, label: str) -> Together:
    """Return the act that gives services without a choice the newest choice of this one."""
    newest = [p for p in choices_for(view, service) if p.kind][-1]
    empty = {p.service: p for p in view.casefile.providers if not p.kind}
    edits = tuple(
        AddRecord(
            msgspec.structs.replace(
                newest, id=empty[other].id if other in empty else new_id(), service=other
            )
        )
        for other in unchosen(view)
    )
    return Together(edits, label)


def is_early(choice: ProviderChoice, rules: ProviderRules) -> bool:
    """Tell whether a change begins before its notice has run."""
    if not choice.is_change or choice.requested_on is None or choice.starts_on is None:
        return False
    return choice.starts_on < earliest_change(choice.requested_on, rules)


def units_of(rules: ProviderRules, kind: str) -> tuple[Unit, ...]:
    """Return the providers that the standard lists of a kind."""
    return {"municipal": rules.municipal, "private": rules.private}.get(kind, ())


def listed_name(rules: ProviderRules, provider: str) -> str:
    """Return the name of a provider on the municipality's list, by its id or name; "" if none."""
    units = (*rules.municipal, *rules.private)
    return next((u.name for u in units if provider in (u.id, u.name)), "")


def kinds_of(rules: ProviderRules) -> list[tuple[str, str]]:
    """Return who may carry out the help under a standard: the kind and what it is called."""
    allowed = {
        "municipal": True,
        "private": rules.free_choice,
        "self_chosen": rules.self_chosen,
        "external": rules.external,
    }
    names = {
        "municipal": QCoreApplication.translate("ChoicePart", "Municipal"),
        "private": QCoreApplication.translate("ChoicePart", "Private"),
        "self_chosen": QCoreApplication.translate("ChoicePart", "Self-chosen helper"),
        "external": QCoreApplication.translate("ChoicePart", "External with an agreement"),
    }
    return [(kind, names[kind]) for kind, may in allowed.items() if may]
