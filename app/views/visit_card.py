"""The card of the chosen visit: what to know before ringing the bell."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.calendar import age_on
from app.domain.casefile import CaseFile
from app.domain.cpr import masked
from app.domain.records import Citizen
from app.domain.standard import Standard
from app.texts import Texts
from app.views.phrases import days_left, deadline_tone, now_with, short_day
from app.widgets.buttons import primary_button
from app.widgets.card import Card, heading, muted, section_title, text_label
from app.widgets.chips import Chip
from app.wording import language_name
from app.workflow.planning import VisitCard

WIDTH = 330
MOST_MISSING = 4


class VisitCardPanel(Card):
    """Request, applied for, household, language, deadline, and what is still missing.

    Signals:
        opened: the id of the visit to open.
    """

    opened = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedWidth(WIDTH)
        self._texts = texts
        self._visit = ""
        self.name = heading("")
        self.about = muted("")
        self.open_button = primary_button(self.tr("Open the visit"))
        self.open_button.clicked.connect(lambda: self.opened.emit(self._visit))
        self._rows = QWidget()
        self._missing = QWidget()
        self.body.addWidget(self.name)
        self.body.addWidget(self.about)
        self._place = self.body.count()
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.clear()

    def clear(self) -> None:
        """Show no visit."""
        self.setVisible(False)

    def show_problem(self, sentence: str) -> None:
        """Say why a visit cannot be shown."""
        self.name.setText(self.tr("The visit cannot be shown"))
        self.about.setText(sentence)
        self._put(QWidget(), QWidget())
        self.open_button.setVisible(False)
        self.setVisible(True)

    def show_card(self, card: VisitCard, standard: Standard, today: date) -> None:
        """Show a visit."""
        casefile = card.casefile
        self._visit = casefile.visit_id
        self.name.setText(casefile.citizen.name or self.tr("Citizen without a name"))
        self.about.setText(self._who(casefile.citizen, today))
        self._put(self._facts(card, standard, today), self._what_is_missing(card))
        going_on = casefile.visit.state == "ongoing"
        if card.moved_to is not None:
            self.open_button.setText(self.tr("Read the visit"))
        elif going_on:
            self.open_button.setText(self.tr("Continue the visit"))
        else:
            self.open_button.setText(self.tr("Open the visit"))
        self.open_button.setVisible(True)
        self.setVisible(True)

    def _who(self, citizen: Citizen, today: date) -> str:
        parts = [self.tr("CPR {cpr}").format(cpr=masked(citizen.cpr))] if citizen.cpr else []
        if citizen.birth_date:
            parts.append(self.tr("{age} years").format(age=age_on(citizen.birth_date, today)))
        return " · ".join(parts)

    def _facts(self, card: VisitCard, standard: Standard, today: date) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        for row, (label, text) in enumerate(self._lines(card.casefile, standard)):
            grid.addWidget(muted(label), row, 0)
            value = text_label(text, "value")
            grid.addWidget(value, row, 1)
        if card.moved_to is not None:
            words = text_label(now_with(card.moved_to), "area")
            grid.addWidget(words, grid.rowCount(), 0, 1, 2)
        elif card.nearest is not None:
            left = (card.nearest.due - today).days
            row = grid.rowCount()
            grid.addWidget(muted(card.nearest.name), row, 0, 1, 2)
            chip = Chip(f"{short_day(card.nearest.due)} · {days_left(left)}", deadline_tone(left))
            grid.addWidget(chip, row + 1, 0, 1, 2)
        return box

    def _lines(self, casefile: CaseFile, standard: Standard) -> list[tuple[str, str]]:
        request, citizen = casefile.request, casefile.citizen
        requesters = {o.value: o.name for o in standard.requesters}
        received = ""
        if request and request.received_on:
            received = " · ".join(
                filter(
                    None,
                    (short_day(request.received_on), requesters.get(request.received_from, "")),
                )
            )
        services = {s.id: s.name for s in standard.services}
        groups = {g.id: g.name for g in standard.groups}
        needs = [
            services.get(n.service) or n.text or groups.get(n.group, "") for n in casefile.needs
        ]
        people = [m.name for m in casefile.household if m.name]
        companions = [c.name for c in casefile.contacts if c.role == "companion" and c.name]
        helpers = [c.name for c in casefile.contacts if c.role == "other_help" and c.name]
        wanted = [
            (self.tr("Request"), received),
            (self.tr("Applied for"), ", ".join(filter(None, needs))),
            (self.tr("Lives with"), ", ".join(people)),
            (self.tr("Companion"), ", ".join(companions)),
            (self.tr("Language"), self._language(citizen)),
            (self.tr("Others in the home"), ", ".join(helpers)),
            (self.tr("Address"), self._address(citizen)),
            (self.tr("Phone"), citizen.phone),
        ]
        return [(label, text) for label, text in wanted if text]

    def _language(self, citizen: Citizen) -> str:
        language = language_name(citizen.language, self._texts.language)
        if citizen.interpreter and citizen.interpreter.need:
            return self.tr("{language} (interpreter)").format(language=language or "–")
        return language

    def _address(self, citizen: Citizen) -> str:
        if citizen.protected_address:
            return self.tr("Protected")
        address = citizen.address
        return f"{address.street}, {address.postcode} {address.city}" if address else ""

    def _what_is_missing(self, card: VisitCard) -> QWidget:
        box = QWidget()
        missing = [m for m in card.judgement.missing if m.blocks][:MOST_MISSING]
        if (
            card.moved_to is not None
            or not missing
            or card.casefile.visit.state not in ("ongoing",)
        ):
            return box
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(section_title(self.tr("Missing")))
        for entry in missing:
            column.addWidget(text_label(self._texts.message(entry.key, **entry.params), "value"))
        return box

    def _put(self, facts: QWidget, missing: QWidget) -> None:
        for old in (self._rows, self._missing):
            self.body.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._rows, self._missing = facts, missing
        self.body.insertWidget(self._place, facts)
        self.body.insertWidget(self._place + 1, missing)
