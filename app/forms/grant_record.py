"""How a line of help is made from a proposal or the catalogue: pure steps."""

from collections.abc import Sequence

from app.domain.extents import extent_words
from app.domain.findings import Proposal
from app.domain.ids import new_id
from app.domain.records import Grant
from app.domain.rules import QuantityAbove
from app.domain.standard import Service, Standard
from app.domain.values import Extent, StandardRef
from app.forms.acts import change
from app.texts import Texts
from app.workflow.edits import AddRecord, Together
from app.workflow.visit_view import VisitView


def new_grant(
    view: VisitView, service: Service, items: Sequence[str], extent: Extent | None = None
) -> Grant:
    """Return a line of help with what the standard gives: extent, purpose, payment, need."""
    standard = view.standard
    return Grant(
        id=new_id(),
        case=view.casefile.case.id,
        need=need_of(view, service),
        standard=StandardRef(id=standard.id, version=standard.version),
        service=service.id,
        items=tuple(items),
        extent=extent or default_extent(service, items),
        purpose=service.purpose,
        own_payment=service.user_payment,
    )


def default_extent(service: Service, items: Sequence[str]) -> Extent | None:
    """Return the extent of the one item chosen, else that of the service."""
    found = service.item(items[0]) if len(items) == 1 else None
    return (found.extent if found else None) or service.extent


def need_of(view: VisitView, service: Service) -> str:
    """Return the applied need that a service answers: by its name, else by its group."""
    needs = view.casefile.needs
    named = [n.id for n in needs if n.service == service.id]
    grouped = [n.id for n in needs if not n.service and n.group == service.group]
    return next(iter(named + grouped), "")


def take(view: VisitView, proposal: Proposal, label: str) -> Together | None:
    """Return the one act that takes a proposal; None if the catalogue grants no such service."""
    service = view.standard.service(proposal.service)
    if service is None or not service.visitated:
        return None
    return Together((AddRecord(new_grant(view, service, proposal.items, proposal.extent)),), label)


def add_item(view: VisitView, service: Service, item: str, label: str) -> Together:
    """Return the act that puts an item on the newest line of its service, or on a new one."""
    lines = [g for g in view.casefile.grants if g.service == service.id]
    if not lines:
        return Together((AddRecord(new_grant(view, service, [item])),), label)
    items = tuple(i.id for i in service.items if i.id in lines[-1].items or i.id == item)
    return change(view.casefile, lines[-1], label, items=items)


def summary(grant: Grant, standard: Standard, texts: Texts) -> str:
    """Say a line of help in one sentence: package, items, how often, when, where."""
    service = standard.service(grant.service)
    names = [i.name for i in service.items if i.id in grant.items] if service else []
    times = [o.name.lower() for o in standard.times_of_day if o.value in grant.time_of_day]
    places = [p.name.lower() for p in service.places if p.value in grant.places] if service else []
    package = next((p.name for p in standard.packages if p.id == grant.package), "")
    how_often = extent_words(grant.extent, texts)
    parts = (package, ", ".join(names), how_often, ", ".join(times), ", ".join(places))
    return " · ".join(part for part in parts if part)


def limited_quantities(standard: Standard, service: Service) -> tuple[str, ...]:
    """Return the measures that the standard limits for a service, in the order they are asked."""
    rules = (r for r in standard.rules if isinstance(r, QuantityAbove))
    names = {r.quantity for r in rules if r.service == service.id}
    if service.area_m2 is not None:
        names.add("area_m2")
    if any(item.hours_each is not None for item in service.items):
        names.add("hours")
    order = ("area_m2", "weight_kg", "shops", "supermarkets", "hours")
    return tuple(name for name in order if name in names)


def visits_with(view: VisitView, grant: Grant) -> tuple[Grant, ...]:
    """Return the other lines that a line can share its visits with."""
    return tuple(
        g for g in view.casefile.grants if g.id != grant.id and g.combined_with != grant.id
    )
