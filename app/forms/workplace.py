"""The home as a workplace (arbejdspladsvurdering): what is told, the points, the review."""

from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.calendar import add_months
from app.domain.judgement.facts import relevant_points
from app.domain.records import WorkplaceCheck
from app.domain.standard import ReviewInterval, Standard, Workplace, WorkplacePoint
from app.forms.acts import change
from app.forms.binding import ValueBinding
from app.forms.layout import FieldGrid
from app.forms.parts import CardPart, LivingForm, add_part
from app.forms.photos import BlobReader
from app.forms.questions import add_questions
from app.forms.standard_form import Fields
from app.forms.workplace_points import AreaCard
from app.texts import Texts
from app.widgets.buttons import link_button
from app.widgets.card import muted, text_label
from app.widgets.fields import labelled
from app.widgets.inputs import YesNo
from app.workflow.edits import SetField
from app.workflow.visit_view import VisitView


def check_of(view: VisitView) -> WorkplaceCheck:
    """Return the workplace check of the open visit."""
    return view.casefile.workplace


class RequirementsCard(CardPart):
    """What the citizen is told about the requirements to the home (KBH-060, KBH-061)."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.card.set_title(self.tr("Requirements to the home"))
        self.column.addWidget(text_label(workplace.intro, "body"))
        for obligation in workplace.obligations:
            self.column.addWidget(text_label(f"•  {obligation}", "body"))
        self.informed = YesNo(self.tr("The citizen has been told the requirements"))
        name = self.tr("The citizen has been told the requirements")
        self.column.addWidget(labelled(name, self.informed))
        self.bind(ValueBinding(self.informed, check_of, "informed"))


class ReviewCard(CardPart):
    """When the home was gone through, by whom, and when next."""

    def __init__(self, reviews: tuple[ReviewInterval, ...]) -> None:
        super().__init__()
        self.card.set_title(self.tr("The review"))
        self.view: VisitView | None = None
        self.done_now = link_button(self.tr("Done today by me"))
        self.done_now.clicked.connect(self._done_today)
        self.intervals = [self._interval_button(review) for review in reviews]
        self._lay_out(reviews)

    def _lay_out(self, reviews: tuple[ReviewInterval, ...]) -> None:
        grid = FieldGrid()
        fields = Fields(self, grid, check_of)
        fields.date("done_on", self.tr("Done on"))
        fields.line("done_by", self.tr("Done by"))
        grid.add(self.done_now, wide=True)
        fields.line("present", self.tr("Present"))
        fields.line("provider", self.tr("Provider"))
        fields.date("next_review", self.tr("Next review"))
        for review, button in zip(reviews, self.intervals, strict=True):
            grid.add(muted(review.text), wide=True)
            grid.add(button, wide=True)
        hint = self.tr("What was agreed, and that the citizen has got a copy")
        fields.area("receipt", self.tr("The citizen's receipt"), hint)
        self.column.addWidget(grid)

    def _interval_button(self, review: ReviewInterval) -> QPushButton:
        words = self.tr("In %n month(s)", "", review.months)
        button = link_button(words)
        button.setAccessibleName(self.tr("Next review: {when}").format(when=words))
        button.clicked.connect(lambda: self._set_next(review.months))
        return button

    def load(self, view: VisitView) -> None:
        self.view = view
        super().load(view)
        for button in (self.done_now, *self.intervals):
            button.setEnabled(not view.locked)

    def _set_next(self, months: int) -> None:
        if self.view is not None:
            start = check_of(self.view).done_on or self.view.today
            day = add_months(start, months)
            self.edited.emit(SetField(check_of(self.view), "next_review", day))

    def _done_today(self) -> None:
        if self.view is not None:
            done = change(
                self.view.casefile,
                check_of(self.view),
                self.tr("Review of the home"),
                done_on=self.view.today,
                done_by=self.view.user_name,
            )
            self.edited.emit(done)


class WorkplaceForm(LivingForm):
    """The section of the home as a workplace.

    `read` gives the bytes of a photo by its sha256; without it captions alone are shown.
    """

    def __init__(
        self,
        section_id: str,
        texts: Texts,
        parent: QWidget | None = None,
        read: BlobReader | None = None,
    ) -> None:
        super().__init__(section_id, texts, parent)
        self.read = read
        self.areas: list[AreaCard] = []

    def build(self, standard: Standard) -> None:
        workplace = standard.workplace
        areas = dict.fromkeys(point.area for point in workplace.points)
        add_part(self, RequirementsCard(workplace))
        self.areas = [
            add_part(self, AreaCard(area, _points_of(workplace, area), self.read)) for area in areas
        ]
        add_part(self, ReviewCard(workplace.reviews))
        add_questions(self, standard)

    def loaded(self, view: VisitView) -> None:
        points = relevant_points(view.standard, view.casefile.grants)
        relevant = frozenset(point.id for point in points)
        for area in self.areas:
            area.show_points(relevant, view)


def _points_of(workplace: Workplace, area: str) -> list[WorkplacePoint]:
    return [point for point in workplace.points if point.area == area]
