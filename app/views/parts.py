"""What the parts of the package are called on the screen."""

from PySide6.QtCore import QCoreApplication

from app.domain.combining import short_names
from app.domain.standard import Standard
from app.workflow.printing import part_key
from app.workflow.visit_view import VisitView


def part_names(view: VisitView) -> dict[str, str]:
    """Return the name of each part by its key, each letter before what it encloses."""
    standards = view.standards
    if len(standards) == 1:
        return _names_of(standards[0])
    ids = [standard.id for standard in standards]
    short = short_names(standards)
    return {
        part_key(part, standard.id, ids): f"{name} · {short[standard.id]}"
        for standard in standards
        for part, name in _names_of(standard).items()
    }


def _names_of(standard: Standard) -> dict[str, str]:
    letter = QCoreApplication.translate("Parts", "Decision letter")
    return {"letter": letter, **{e.id: e.title for e in standard.enclosures}}
