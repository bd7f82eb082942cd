"""Consent (samtykke): one card per purpose, pinned once it is signed or noted."""

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.clock import Clock, local, system_clock
from app.domain.ids import new_id
from app.domain.records import Consent
from app.domain.standard import ConsentPurpose, Standard
from app.domain.values import TextVersion
from app.forms.acts import change, usable
from app.forms.asks import TurnToCitizen
from app.forms.binding import TextBinding, ValueBinding
from app.forms.consent_record import (
    ConsentResult,
    current,
    draft,
    is_pinned,
    of_purpose,
    said_in,
    sign,
    to_ask,
)
from app.forms.parts import CardPart, FormPart, LivingForm, add_part, in_row, set_frozen
from app.forms.questions import add_questions
from app.forms.words import short
from app.texts import Texts
from app.widgets.buttons import link_button, plain_button, primary_button
from app.widgets.card import muted, text_label
from app.widgets.chips import Chip, Tone
from app.widgets.fields import LineEdit, TextArea, labelled
from app.widgets.inputs import Segments
from app.workflow.edits import AddRecord
from app.workflow.visit_view import VisitView


class WithdrawPart(FormPart):
    """Withdrawing a signed consent, and asking anew."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.clock = clock
        self.view: VisitView | None = None
        self.consent: Consent | None = None
        self.how = LineEdit()
        # Kept as it is typed, like every text; the withdrawal counts from when it is recorded.
        typed = self.bind(TextBinding(self.how, self._record, "withdrawn_how"))
        typed.locks = False
        self.withdraw = plain_button(self.tr("Record withdrawal"))
        self.withdraw.clicked.connect(self._withdraw)
        self.how.textChanged.connect(self._allow)
        hint = self.tr("For example: by phone, at the visit, in writing")
        row = QHBoxLayout()
        row.addWidget(labelled(self.tr("How it was withdrawn"), self.how, hint), 1)
        row.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(row)
        self.hide()

    def show_consent(self, consent: Consent | None, name: str, view: VisitView) -> None:
        """Offer what can be done with a consent that is pinned."""
        if consent is None or self.consent is None or consent.id != self.consent.id:
            self.hide()
        self.view = view
        self.consent = consent
        if consent is not None:
            super().load(view)
        self.withdraw.setAccessibleName(self.tr("Record withdrawal: {name}").format(name=name))
        if consent is None or consent.withdrawn_at is not None:
            self.hide()
        self._allow()

    def load(self, view: VisitView) -> None:
        """It is shown with its consent, by the card."""

    def _record(self, view: VisitView) -> Consent:
        known = self.consent or Consent(id="")
        return view.casefile.get(Consent, known.id) or known

    def open(self) -> None:
        """Show the fields of a withdrawal."""
        self.show()
        self.how.setFocus()

    def _allow(self) -> None:
        self.withdraw.setEnabled(bool(self.how.text().strip()))

    def _withdraw(self) -> None:
        if self.view is None or self.consent is None:
            return
        act = change(
            self.view.casefile,
            self.consent,
            self.tr("Consent withdrawn"),
            withdrawn_at=self.clock(),
            withdrawn_how=self.how.text().strip(),
        )
        self.edited.emit(act)


class PurposeCard(CardPart):
    """One purpose: from or to whom, which information, the answer, and what a no means."""

    def __init__(self, purpose: ConsentPurpose, texts: Texts, clock: Clock) -> None:
        super().__init__()
        self.purpose = purpose
        said = (said_in(words, texts.language) for words in (purpose.text, purpose.if_no))
        self.setWhatsThis("\n".join((purpose.name, *said)))
        self.texts = texts
        self.clock = clock
        self.draft_id = new_id()
        self.view: VisitView | None = None
        self.state = Chip("", "neutral")
        self.parties = LineEdit()
        self.information = TextArea(2)
        self.answer = Segments(self.tr("Answer"), [("yes", self.tr("Yes")), ("no", self.tr("No"))])
        self._make_buttons()
        self.signed = text_label("", "body")
        self.later = text_label("", "note")
        self.earlier = muted("")
        self.withdrawal = WithdrawPart(clock)
        self._lay_out()
        self.bind(TextBinding(self.parties, self.record, "parties"))
        self.bind(TextBinding(self.information, self.record, "information"))
        self.bind(ValueBinding(self.answer, self.record, "answer"))

    def _make_buttons(self) -> None:
        name = self.purpose.name
        self.turn = plain_button(self.tr("Ask on the screen"))
        self.turn.setAccessibleName(self.tr("Ask on the screen: {name}").format(name=name))
        self.turn.clicked.connect(self._turn)
        self.oral = plain_button(self.tr("Note as given orally"))
        self.oral.setAccessibleName(self.tr("Note as given orally: {name}").format(name=name))
        self.oral.clicked.connect(self._note_oral)
        self.withdraw = link_button(self.tr("Withdraw …"))
        self.withdraw.setAccessibleName(self.tr("Withdraw: {name}").format(name=name))
        self.renew = link_button(self.tr("New consent"))
        self.renew.setAccessibleName(self.tr("New consent: {name}").format(name=name))
        self.renew.clicked.connect(self._renew)

    def _lay_out(self) -> None:
        language = self.texts.language
        head = QHBoxLayout()
        head.addWidget(text_label(self.purpose.name, "section"), 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.column.addWidget(text_label(said_in(self.purpose.text, language), "body"))
        self.column.addWidget(labelled(self.tr("From or to whom"), self.parties))
        self.column.addWidget(labelled(self.tr("Which information"), self.information))
        self.column.addWidget(labelled(self.tr("Answer"), self.answer))
        self.column.addWidget(muted(said_in(self.purpose.if_no, language)))
        self.column.addWidget(self.signed)
        self.column.addWidget(self.later)
        self.asking = in_row(self.turn, self.oral)
        self.afterwards = in_row(self.withdraw, self.renew)
        self.column.addWidget(self.asking)
        self.column.addWidget(self.afterwards)
        add_part(self, self.withdrawal)
        self.withdraw.clicked.connect(self.withdrawal.open)
        self.column.addWidget(self.earlier)

    def record(self, view: VisitView) -> Consent:
        """Find the newest consent for the purpose, or a draft that no change has made yet."""
        self.draft_id = usable(self.draft_id, Consent, view.casefile)
        found = current(view.casefile, self.purpose.id)
        return found or draft(view, self.purpose, self.draft_id)

    def load(self, view: VisitView) -> None:
        self.view = view
        super().load(view)
        consent = self.record(view)
        pinned = is_pinned(consent)
        set_frozen((b.editor for b in self.bindings), pinned or view.locked)
        self.state.set_text(*self._state(consent, view))
        self.signed.setText(self._how(consent))
        self.signed.setVisible(pinned)
        self.asking.setVisible(not pinned)
        self.afterwards.setVisible(pinned)
        self.oral.setEnabled(bool(consent.answer) and not view.locked)
        self.withdraw.setVisible(consent.withdrawn_at is None)
        self.withdrawal.show_consent(consent if pinned else None, self.purpose.name, view)
        self._show_earlier(view)
        self._show_later(consent, view)

    def _show_later(self, consent: Consent, view: VisitView) -> None:
        """Say that somebody has written in the consent since it was signed."""
        fields = {key.field for key in view.casefile.after_signing if key.id == consent.id}
        names = {
            "parties": self.tr("From or to whom"),
            "information": self.tr("Which information"),
            "answer": self.tr("Answer"),
        }
        named = [name for field, name in names.items() if field in fields]
        if fields - names.keys():
            named.append(self.tr("how and when it was given"))
        text = self.tr(
            "Changed elsewhere after it was signed: {what}. The consent stands as it was signed."
        )
        self.later.setText(text.format(what=", ".join(named)) if fields else "")
        self.later.setVisible(bool(fields))

    def _state(self, consent: Consent, view: VisitView) -> tuple[str, Tone]:
        if consent.withdrawn_at is not None:
            return self.tr("Withdrawn"), "warn"
        if consent.signed_at is None:
            return (
                (self.tr("Not signed"), "neutral")
                if consent.answer
                else (
                    self.tr("Not asked"),
                    "neutral",
                )
            )
        if consent.expires_on is not None and consent.expires_on < view.today:
            return self.tr("Expired"), "warn"
        return (self.tr("Yes"), "ok") if consent.answer == "yes" else (self.tr("No"), "info")

    def _how(self, consent: Consent) -> str:
        from app.wording import clock, long_date

        if consent.signed_at is None:
            return ""
        at = local(consent.signed_at)
        when = self.tr("{date} at {time}").format(
            date=long_date(at, self.texts.language), time=clock(at)
        )
        if consent.how == "ink":
            text = self.tr("Signed on the screen {when}.")
        elif consent.noted_by:
            text = self.tr("Given orally {when}, noted by {name}.")
        else:
            text = self.tr("Given orally {when}.")
        said = text.format(when=when, name=consent.noted_by)
        return " ".join(part for part in (said, self._until_when(consent)) if part)

    def _until_when(self, consent: Consent) -> str:
        from app.wording import long_date

        language = self.texts.language
        if consent.withdrawn_at is not None:
            day = long_date(local(consent.withdrawn_at), language)
            return self.tr("Withdrawn {date}: {how}.").format(
                date=day, how=short(consent.withdrawn_how)
            )
        if consent.expires_on is None:
            return ""
        day = long_date(consent.expires_on, language)
        return self.tr("Valid until {date}.").format(date=day)

    def _show_earlier(self, view: VisitView) -> None:
        earlier = [c for c in of_purpose(view.casefile, self.purpose.id) if is_pinned(c)]
        earlier = [c for c in earlier if c.id != self.record(view).id]
        lines = [f"{self._state(c, view)[0]}: {self._how(c)}" for c in earlier]
        self.earlier.setText("\n".join([self.tr("Earlier"), *lines]) if lines else "")
        self.earlier.setVisible(bool(lines))

    def _turn(self) -> None:
        self.asked.emit(TurnToCitizen((self.purpose.id,)))

    def _note_oral(self) -> None:
        if self.view is None:
            return
        consent = self.record(self.view)
        language = self.texts.language
        result = ConsentResult(
            purpose=self.purpose.id,
            answer=consent.answer,
            how="oral",
            ink=b"",
            text=TextVersion(key=self.purpose.id, version=self.purpose.version, language=language),
            at=self.clock(),
            noted_by=self.view.user_name,
        )
        act = sign(self.view, result)
        self.edited.emit(msgspec.structs.replace(act, undoable=False))

    def _renew(self) -> None:
        if self.view is None:
            return
        before = self.record(self.view)
        again = draft(self.view, self.purpose)
        again = msgspec.structs.replace(
            again, parties=before.parties, information=before.information
        )
        self.edited.emit(AddRecord(again))


class ConsentForm(LivingForm):
    """The section of consents: one card per purpose of the standard."""

    def __init__(
        self,
        section_id: str,
        texts: Texts,
        parent: QWidget | None = None,
        clock: Clock = system_clock,
    ) -> None:
        super().__init__(section_id, texts, parent)
        self.clock = clock
        self.purposes: tuple[str, ...] = ()

    def build(self, standard: Standard) -> None:
        self.turn = primary_button(self.tr("Turn the screen to the citizen"))
        self.turn.clicked.connect(lambda: self.asked.emit(TurnToCitizen(self.purposes)))
        self.column.addWidget(in_row(self.turn))
        for purpose in standard.consents:
            add_part(self, PurposeCard(purpose, self.texts, self.clock))
        add_questions(self, standard)

    def loaded(self, view: VisitView) -> None:
        self.purposes = to_ask(view)
        self.turn.setEnabled(bool(self.purposes))
