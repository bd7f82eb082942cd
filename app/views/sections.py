"""Which form shows which section of a standard."""

from collections.abc import Callable

from app.forms.after import AfterForm
from app.forms.assessment import AssessmentForm
from app.forms.consent import ConsentForm
from app.forms.decision import DecisionForm
from app.forms.follow_up import FollowUpForm
from app.forms.goals import GoalsForm
from app.forms.household import HouseholdForm
from app.forms.overall import OverallForm
from app.forms.photos import BlobReader
from app.forms.plan import PlanForm
from app.forms.provider import ProviderForm
from app.forms.questions import QuestionsForm
from app.forms.request import RequestForm
from app.forms.section import SectionForm
from app.forms.services import ServicesForm
from app.forms.workplace import WorkplaceForm
from app.texts import Texts

BUILT_IN: dict[str, Callable[[str, Texts], SectionForm]] = {
    "household": HouseholdForm,
    "request": RequestForm,
    "assessment": AssessmentForm,
    "goals": GoalsForm,
    "consent": ConsentForm,
    "services": ServicesForm,
    "provider": ProviderForm,
    "decision": DecisionForm,
    "overall": OverallForm,
    "plan": PlanForm,
    "follow_up": FollowUpForm,
    "after": AfterForm,
}


def make_form(section_id: str, texts: Texts, read: BlobReader) -> SectionForm:
    """Make the form of a section; one that is the standard's own is drawn from its questions.

    `read` gives the bytes of a photo by its hash.
    """
    if section_id == "workplace":
        return WorkplaceForm(section_id, texts, read=read)
    return BUILT_IN.get(section_id, QuestionsForm)(section_id, texts)
