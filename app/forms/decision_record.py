"""What the decision section reads out of a case: pure steps."""

from collections.abc import Iterable
from datetime import date

from app.clock import local_day
from app.domain.decision_records import Way
from app.domain.ids import derived_id
from app.domain.judgement.delivery import proposed_way, represented_by
from app.domain.records import (
    AppliedNeed,
    Decision,
    DecisionVersion,
    Delivery,
    Dispatch,
    Grant,
    Hearing,
    Outcome,
)
from app.domain.standard import Area
from app.forms.grant_record import need_of
from app.texts import Texts
from app.workflow.edits import AddRecord, RemoveRecord, SetField, Together
from app.workflow.visit_view import VisitView


def decision_of(view: VisitView) -> Decision:
    """Return the decision of the open visit, or the draft of it."""
    casefile = view.casefile
    return casefile.decision or Decision(
        id=derived_id(casefile.visit_id, "decision"),
        case=casefile.case.id,
        visit=casefile.visit_id,
    )


def grants_for(view: VisitView, need: AppliedNeed) -> tuple[Grant, ...]:
    """Return the lines of help that answer an applied need."""
    return tuple(g for g in view.casefile.grants if _answers(g, need, view))


def _answers(grant: Grant, need: AppliedNeed, view: VisitView) -> bool:
    if grant.need:
        return grant.need == need.id
    service = view.standard.service(grant.service)
    return service is not None and need_of(view, service) == need.id


def grant_all_chosen(view: VisitView, label: str) -> Together:
    """Return the act that grants every need with help chosen and no outcome yet."""
    return Together(tuple(_granted(view, undecided_with_help(view))), label)


def undecided_with_help(view: VisitView) -> list[AppliedNeed]:
    """Return the needs that have help chosen and no outcome yet."""
    return [
        need
        for need in view.casefile.needs
        if not view.casefile.decision_item(need.id).outcome and grants_for(view, need)
    ]


def _granted(
    view: VisitView, needs: Iterable[AppliedNeed]
) -> Iterable[SetField | AddRecord | RemoveRecord]:
    granted: Outcome = "granted"
    for need in needs:
        yield SetField(view.casefile.decision_item(need.id), "outcome", granted)


def must_be_heard(hearing: Hearing) -> bool:
    """Tell whether the citizen must be heard on a source: unknown, detrimental, essential."""
    return hearing.known is False and hearing.detrimental is True and hearing.essential is True


def gathered_facts(view: VisitView, texts: Texts) -> str:
    """Return what is recorded at each area, as a draft of the facts that weighed."""
    lines = (_area_facts(area, view, texts) for area in view.standard.areas)
    return "\n".join(line for line in lines if line)


def _area_facts(area: Area, view: VisitView, texts: Texts) -> str:
    found = view.casefile.assessment(view.standard.id, area.id)
    scale = view.standard.scale
    levels = scale.levels if scale else ()
    level = next((v for v in levels if found.level and v.value == found.level.value), None)
    parts = []
    if level is not None:
        parts.append(
            texts.message("gathered.area", area=area.name, level=level.value, text=level.text)
        )
    for field in ("own_words", "observation", "help_means"):
        text = getattr(found, field).strip()
        if text:
            parts.append(texts.message(f"gathered.{field}", text=text))
    if level is None and parts:
        parts.insert(0, f"{area.name}:")
    return " ".join(parts)


def asked_first(view: VisitView) -> str:
    """Return what the law asks to assess before help, for the services in play; "" if nothing."""
    standard = view.standard
    wanted = {g.service for g in view.casefile.grants} | {n.service for n in view.casefile.needs}
    groups = {n.group for n in view.casefile.needs if not n.service}
    services = [s for s in standard.services if s.id in wanted or s.group in groups]
    laws = (standard.law(s.law, view.today) for s in services or standard.services)
    return next((law.assess_first for law in laws if law and law.assess_first), "")


def finished_on(view: VisitView, record: str) -> date | None:
    """Return the day that the letter about a record was finished, None before it is."""
    made = view.casefile.letters_about(record)
    at = made[-1].locked_at if made else None
    return local_day(at) if at else None


def issued(view: VisitView) -> tuple[DecisionVersion, ...]:
    """Return the issued versions of the visit's decision, newest first."""
    decision = decision_of(view).id
    return tuple(v for v in reversed(view.casefile.versions) if v.decision == decision)


def deliveries_of(view: VisitView, version: str) -> tuple[Delivery, ...]:
    """Return how a version reached somebody."""
    return tuple(d for d in view.casefile.all(Delivery) if d.version == version)


def receiver_of(view: VisitView) -> str:
    """Return who gets the letter: the representative who gets letters, else the citizen."""
    other = represented_by(view.casefile.contacts)
    return (other or view.casefile.citizen).name


def way_of(view: VisitView, version: str) -> Way:
    """Return how a version is likely to go out: as it was made ready, or as the last one went."""
    ready = (d.way for d in view.casefile.all(Dispatch) if d.version == version and d.way)
    earlier = view.casefile.all(Delivery)
    return next(ready, proposed_way(view.casefile.citizen, view.casefile.contacts, earlier))


def dispatch_of(view: VisitView, version: str) -> Dispatch | None:
    """Return that a version is written out or printed; None before it is."""
    return next((d for d in view.casefile.all(Dispatch) if d.version == version), None)
