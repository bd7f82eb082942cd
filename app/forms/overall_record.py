"""How the overall assessment of a visit is found, and what its levels give access to."""

from app.domain.ids import derived_id
from app.domain.records import OverallAssessment
from app.domain.rules import OverallAccess
from app.domain.standard import Scale, Standard
from app.workflow.visit_view import VisitView


def overall_of(view: VisitView) -> OverallAssessment:
    """Return the overall assessment of this visit, empty if none is recorded."""
    return _overall_at(view, view.casefile.visit_id)


def last_time(view: VisitView) -> OverallAssessment:
    visit = next((a.visit for a in view.previous.values()), "")
    return _overall_at(view, visit) if visit else OverallAssessment(id="")


def _overall_at(view: VisitView, visit: str) -> OverallAssessment:
    standard = view.standard.id
    key = derived_id(visit, standard)
    found = view.casefile.get(OverallAssessment, key)
    return found or OverallAssessment(id=key, visit=visit, standard=standard)


def accessed(standard: Standard) -> list[str]:
    """Return the names of the services that an overall level gives access to."""
    ids = {s for rule in standard.rules if isinstance(rule, OverallAccess) for s in rule.services}
    return [service.name for service in standard.services if service.id in ids]


def scale_words(scale: Scale) -> str:
    """Say the standard's words for each level of a scale."""
    return "\n".join(f"{level.value}: {level.name}. {level.text}" for level in scale.levels)
