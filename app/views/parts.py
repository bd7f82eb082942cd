"""What the parts of the package are called on the screen."""

from PySide6.QtCore import QCoreApplication

from app.documents.languages import language_for
from app.domain.combining import parts_of_key, short_names
from app.domain.judgement.people import is_under_elder_care
from app.domain.standard import Standard
from app.wording import language_name
from app.workflow.printing import part_key
from app.workflow.visit_view import VisitView


def part_names(view: VisitView) -> dict[str, str]:
    """Return the name of each part by its key, each letter before what it encloses."""
    standards = view.standards
    if len(standards) == 1:
        return {**_names_of(view, standards[0]), **_help_pages(view)}
    ids = [standard.id for standard in standards]
    short = short_names(standards)
    return {
        part_key(part, standard.id, ids): f"{name} · {short[standard.id]}"
        for standard in standards
        for part, name in {**_names_of(view, standard), **_help_pages(view)}.items()
    }


def _names_of(view: VisitView, standard: Standard) -> dict[str, str]:
    titles: dict[str, str] = {e.id: e.title for e in standard.enclosures}
    if is_under_elder_care(view.casefile.case, standard):
        letter = QCoreApplication.translate("Parts", "Guidance on the Elder Care Act")
        return {"elder_care": letter, **{k: t for k, t in titles.items() if k == "summary"}}
    letter = QCoreApplication.translate("Parts", "Decision letter")
    return {"letter": letter, **titles}


def _help_pages(view: VisitView) -> dict[str, str]:
    """Name the pages in another language, if the citizen needs any."""
    code = language_for(view.casefile.citizen)
    return {"other_language": _in_language(code)} if code else {}


def _in_language(code: str) -> str:
    words = QCoreApplication.translate("Parts", "In another language ({language})")
    return words.format(language=language_name(code, code).capitalize())


def name_of(view: VisitView, key: str, language: str = "") -> str:
    """Return the name of a part by its key, also of a paper that is no enclosure.

    `language` is what was chosen for the help pages of a copy, if anything was.
    """
    if language and parts_of_key(key)[0] == "other_language":
        return _in_language(language)
    papers = {
        "order": QCoreApplication.translate("Parts", "Order to the provider"),
        "week_plan": QCoreApplication.translate("Parts", "The week"),
        "provider_plan": QCoreApplication.translate("Parts", "The provider's plan"),
        "status_report": QCoreApplication.translate("Parts", "Status report"),
        "action_plan": QCoreApplication.translate("Parts", "Action plan"),
    }
    return part_names(view).get(key) or papers.get(parts_of_key(key)[0], key)
