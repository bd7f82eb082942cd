"""How the overall assessment of a visit is found, and what its levels give access to."""

from app.domain.records import OverallAssessment
from app.domain.rules import OverallAccess
from app.domain.standard import Scale, Standard
from app.workflow.picture import earlier_visit
from app.workflow.visit_view import VisitView


def overall_of(view: VisitView) -> OverallAssessment:
    """Return the overall assessment of this visit, empty if none is recorded."""
    return view.casefile.overall_assessment(view.standard.id)


def last_time(view: VisitView) -> OverallAssessment:
    """Return the overall assessment of the visit before this one, empty if there is none."""
    visit = previous_visit(view)
    return view.casefile.overall_assessment_at(visit, view.standard.id)


def previous_visit(view: VisitView) -> str:
    """Return the id of the visit before this one, "" if none is known."""
    earlier = earlier_visit(view.casefile)
    return earlier.id if earlier else ""


def accessed(standard: Standard) -> list[str]:
    """Return the names of the services that an overall level gives access to."""
    ids = {s for rule in standard.rules if isinstance(rule, OverallAccess) for s in rule.services}
    return [service.name for service in standard.services if service.id in ids]


def scale_words(scale: Scale) -> str:
    """Say the standard's words for each level of a scale."""
    return "\n".join(f"{level.value}: {level.name}. {level.text}" for level in scale.levels)
