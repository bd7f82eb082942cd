"""What a follow-up visit looks back on: pure steps."""

from app.domain.comparing import AreaChange, compare, compare_overall
from app.domain.ids import derived_id
from app.domain.records import Assessment, FollowUp, StatusReport
from app.domain.standard import Scale
from app.domain.values import Level
from app.forms.after_record import reports, shares_of
from app.forms.overall_record import previous_visit
from app.workflow.visit_view import VisitView


def follow_up_of(view: VisitView) -> FollowUp:
    """Return what this visit came to, or the draft of it."""
    casefile = view.casefile
    made = next((f for f in casefile.all(FollowUp) if f.visit == casefile.visit_id), None)
    key = derived_id(casefile.visit_id, "follow_up")
    return made or FollowUp(id=key, case=casefile.case.id, visit=casefile.visit_id)


def changes_since(view: VisitView) -> list[tuple[AreaChange, Scale]]:
    """Return how the overall level and each area changed, with the scale they are on."""
    return [change for share in shares_of(view) for change in _changes_in(share)]


def _changes_in(view: VisitView) -> list[tuple[AreaChange, Scale]]:
    before, now, standard = previous_visit(view), view.casefile.visit_id, view.standard
    if not before:
        return []
    changes: list[tuple[AreaChange, Scale]] = []
    whole = compare_overall(view.casefile, standard, now, before)
    if whole is not None and standard.overall is not None:
        changes.append((whole, standard.overall.scale))
    if standard.scale is not None:
        areas = compare(view.casefile, standard, now, before)
        changes += [(change, standard.scale) for change in areas]
    return changes


def place_of(level: Level | None, scale: Scale) -> int | None:
    """Return the place of a level in a scale, None if it is of another one."""
    if level is None or level.scale != scale.id:
        return None
    values = [known.value for known in scale.levels]
    return values.index(level.value) if level.value in values else None


def said_to_have_changed(view: VisitView) -> list[tuple[str, str]]:
    """Return the areas where somebody wrote what has changed: name and words."""
    found: list[tuple[str, str]] = []
    for standard in view.standards:
        for area in standard.areas:
            record: Assessment = view.casefile.assessment(standard.id, area.id)
            if record.changed.strip():
                found.append((area.name, record.changed.strip()))
    return found


def newest_report(view: VisitView) -> StatusReport | None:
    """Return the newest status report that has come in."""
    came = [r for r in reports(view) if r.received_on or r.meeting_on]
    return came[0] if came else None
