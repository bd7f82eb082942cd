"""Party hearing (partshøring): per source of information, whether the citizen must be heard."""

from app.domain.ids import new_id
from app.domain.records import Hearing
from app.forms.asks import ShowDocument
from app.forms.decision_record import finished_on, must_be_heard
from app.forms.layout import FieldGrid
from app.forms.parts import CardPart, FormPart, PartList, add_part, in_row
from app.forms.section import Panel
from app.forms.standard_form import Fields
from app.widgets.buttons import link_button, plain_button
from app.widgets.card import muted, text_label
from app.workflow.edits import AddRecord, RemoveRecord
from app.workflow.visit_view import VisitView

HEARING = "hearing"


class SourcePart(FormPart):
    """One source of information."""

    def __init__(self, hearing: str) -> None:
        super().__init__()
        self.hearing = hearing
        self.view: VisitView | None = None
        self.grid = FieldGrid()
        fields = Fields(self, self.grid, self.record)
        fields.line("source", self.tr("Source"), self.tr("For example: the doctor"), wide=True)
        fields.area("content", self.tr("What it says"))
        fields.yes_no("known", self.tr("Does the citizen know that we have it?"), wide=True)
        fields.yes_no("detrimental", self.tr("Does it weigh against the citizen?"), wide=True)
        fields.yes_no("essential", self.tr("Does it matter for the decision?"), wide=True)
        self.need = text_label("", "error")
        self.grid.add(self.need, wide=True)
        self.sent = fields.date("sent_on", self.tr("Sent to the citizen on"))
        self.reply = fields.area("reply", self.tr("The citizen's reply"))
        self.remove = link_button(self.tr("Remove source"))
        self.remove.clicked.connect(self._remove)
        self.column.addWidget(self.grid)
        self.letter = link_button(self.tr("Show the letter"))
        self.letter.clicked.connect(lambda: self.asked.emit(ShowDocument(HEARING, hearing)))
        self.column.addWidget(in_row(self.letter, self.remove))

    def record(self, view: VisitView) -> Hearing:
        """Find the source in a view."""
        return view.casefile.get(Hearing, self.hearing) or Hearing(id=self.hearing)

    def load(self, view: VisitView) -> None:
        self.view = view
        super().load(view)
        hearing = self.record(view)
        named = hearing.source or self.tr("a source without a name")
        self.remove.setAccessibleName(self.tr("Remove source: {name}").format(name=named))
        self.letter.setAccessibleName(self.tr("Show the letter: {name}").format(name=named))
        self.remove.setEnabled(not view.locked)
        must = must_be_heard(hearing)
        self.letter.setVisible(must)
        self.grid.show_field(self.sent, must or hearing.sent_on is not None)
        self.grid.show_field(self.reply, must or bool(hearing.reply))
        self._say(hearing, must)

    def _say(self, hearing: Hearing, must: bool) -> None:
        text = ""
        if must and hearing.sent_on is None:
            text = self.tr("The citizen must be heard on this before you decide.")
            if self.view is not None and finished_on(self.view, hearing.id):
                text = self.tr("The letter is finished. Send it from Letters, so it is recorded.")
        elif must and not hearing.reply.strip():
            text = self.tr("The citizen has been asked. Write the reply, or that none came.")
        self.need.setText(text)
        self.grid.show_field(self.need, bool(text))

    def _remove(self) -> None:
        if self.view is not None:
            self.edited.emit(RemoveRecord(self.record(self.view)))


class HearingCard(CardPart):
    """The sources of information that the decision rests on."""

    def __init__(self) -> None:
        super().__init__()
        self.card.set_title(self.tr("Party hearing"))
        self.view: VisitView | None = None
        self.column.addWidget(
            muted(
                self.tr(
                    "List what others have told. What the citizen does not know of, what weighs "
                    "against the citizen and matters for the decision, the citizen must see first."
                )
            )
        )
        self.sources = add_part(self, PartList(self._make, _ids))
        self.sources.column.setSpacing(20)
        self.add = plain_button(self.tr("Add a source"))
        self.add.clicked.connect(self._add)
        self.column.addWidget(in_row(self.add))

    def load(self, view: VisitView) -> None:
        self.view = view
        super().load(view)
        self.add.setEnabled(not view.locked)

    def _make(self, key: str) -> Panel:
        return SourcePart(key)

    def _add(self) -> None:
        if self.view is None:
            return
        made = Hearing(id=new_id(), case=self.view.casefile.case.id)
        self.edited.emit(AddRecord(made))
        part = self.sources.shown.get(made.id)
        if part is not None:
            part.reveal(None)


def _ids(view: VisitView) -> list[str]:
    return [hearing.id for hearing in view.casefile.hearings]
