"""After the decision: how the help begins, what changes, what is complained of."""

from app.domain.standard import Standard
from app.forms.after_complaints import ComplaintsCard
from app.forms.after_notices import HearingsCard, NoticesCard
from app.forms.after_provider import StartsCard, SwapsCard
from app.forms.after_stays import ReportsCard, StaysCard
from app.forms.parts import LivingForm, add_part
from app.forms.questions import add_questions


class AfterForm(LivingForm):
    """What is kept up while the help runs."""

    def build(self, standard: Standard) -> None:
        add_part(self, NoticesCard())
        add_part(self, HearingsCard())
        add_part(self, StartsCard())
        add_part(self, SwapsCard(standard))
        add_part(self, ReportsCard())
        add_part(self, StaysCard())
        add_part(self, ComplaintsCard())
        add_questions(self, standard)
