"""Settings of this computer, and who uses it."""

from pathlib import Path

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import KnownError
from app.settings import Settings, load_settings, save_settings
from app.views.background import Background
from app.views.backup_card import BackupCard
from app.views.keyring_card import KeyringCard
from app.views.profile_lines import ProfileLines
from app.views.scrolling import scrolling
from app.views.sync_card import SyncCard
from app.views.sync_watch import SyncWatch
from app.views.turn_card import TurnCard
from app.widgets.buttons import plain_button
from app.widgets.card import Card, heading, text_label
from app.widgets.fields import Combo, LineEdit, labelled
from app.widgets.theme import apply_theme
from app.workflow.session import Profile, Session

PART_AFTER_DAYS = (7, 14, 30, 60, 90, 180, 365)
LOCK_AFTER_MIN = (1, 2, 5, 10, 15, 30, 60)


class SettingsPage(QWidget):
    """Name under decisions, look, language, when the screen locks, passphrase.

    Signals:
        changed: a setting was changed.
        lock_asked: lock now.
    """

    changed = Signal()
    lock_asked = Signal()

    def __init__(
        self,
        session: Session,
        background: Background,
        sync: SyncWatch,
        demonstration: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._folder: Path = session.store.folder
        self._settings = load_settings(self._folder)
        self.said = text_label("", "muted")
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(heading(self.tr("Settings")))
        column.addWidget(self._user())
        column.addWidget(self._look())
        column.addWidget(self._security())
        self.turn = TurnCard(session)
        self.turn.said.connect(self.said.setText)
        column.addWidget(self.turn)
        self.keyring = KeyringCard(session, demonstration)
        self.keyring.said.connect(self.said.setText)
        column.addWidget(self.keyring)
        self.sync = SyncCard(session, sync)
        column.addWidget(self.sync)
        self.backups = BackupCard(session, background)
        self.backups.said.connect(self.said.setText)
        column.addWidget(self.backups)
        column.addWidget(self._parting())
        column.addWidget(self.said)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(page))

    @property
    def lock_after_min(self) -> int:
        """Minutes without use before the screen locks."""
        return self._settings.lock_after_min

    def _user(self) -> Card:
        profile = self._session.profile
        card = Card(self.tr("You"), self.tr("Stands under the decisions you make."))
        row = QHBoxLayout()
        row.setSpacing(12)
        self._lines = [LineEdit(), LineEdit(), LineEdit()]
        labels = (self.tr("Name"), self.tr("Title"), self.tr("Unit"))
        values = (profile.name, profile.title, profile.unit)
        for line, label, value in zip(self._lines, labels, values, strict=True):
            line.setText(value)
            line.setCursorPosition(0)  # the beginning of a long name says more than its end
            line.editingFinished.connect(self._keep_profile)
            row.addWidget(labelled(label, line))
        self._unwritten = ProfileLines(self._session, self._lines, card)
        card.body.addLayout(row)
        names = self._session.library.municipalities
        known = [(name, name) for name in sorted({*names, profile.municipality} - {""})]
        self.municipality = Combo([("", self.tr("Not chosen")), *known])
        self.municipality.setCurrentIndex(self.municipality.findData(profile.municipality))
        self.municipality.activated.connect(lambda _: self._keep_profile())
        hint = self.tr("Its quality standards are proposed for new visits.")
        card.body.addWidget(labelled(self.tr("Municipality"), self.municipality, hint))
        return card

    def _look(self) -> Card:
        card = Card(self.tr("Look"))
        self.theme = Combo(
            [
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
                ("contrast", self.tr("High contrast")),
            ]
        )
        self.language = Combo([("da", "Dansk"), ("en", "English")])
        self.text_size = Combo([(False, self.tr("Normal text")), (True, self.tr("Larger text"))])
        row = QHBoxLayout()
        row.setSpacing(12)
        for label, editor, field in (
            (self.tr("Colours"), self.theme, "theme"),
            (self.tr("Language (from the next start)"), self.language, "language"),
            (self.tr("Text size"), self.text_size, "large_text"),
        ):
            editor.setCurrentIndex(editor.findData(getattr(self._settings, field)))
            editor.activated.connect(
                lambda _, e=editor, f=field: self._keep(**{f: e.currentData()})
            )
            row.addWidget(labelled(label, editor))
        card.body.addLayout(row)
        return card

    def _security(self) -> Card:
        card = Card(
            self.tr("Security"), self.tr("What you record is encrypted with your passphrase.")
        )
        choices = sorted({*LOCK_AFTER_MIN, self._settings.lock_after_min})
        self.minutes = Combo([(n, self.tr("%n minute(s)", "", n)) for n in choices])
        self.minutes.setMinimumWidth(150)
        self.minutes.setCurrentIndex(self.minutes.findData(self._settings.lock_after_min))
        self.minutes.activated.connect(
            lambda _: self._keep(lock_after_min=self.minutes.currentData())
        )
        self._secrets = [LineEdit(), LineEdit()]
        for line in self._secrets:
            line.setEchoMode(LineEdit.EchoMode.Password)
        change = plain_button(self.tr("Change the passphrase"))
        change.clicked.connect(self._change_passphrase)
        lock = plain_button(self.tr("Lock now (Ctrl+L)"))
        lock.clicked.connect(self.lock_asked)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(labelled(self.tr("Lock after"), self.minutes))
        row.addWidget(labelled(self.tr("Current passphrase"), self._secrets[0]))
        row.addWidget(labelled(self.tr("New passphrase"), self._secrets[1]))
        card.body.addLayout(row)
        buttons = QHBoxLayout()
        buttons.addWidget(change)
        buttons.addWidget(lock)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        return card

    def _parting(self) -> Card:
        card = Card(
            self.tr("Closed cases"),
            self.tr(
                "Closed cases are deleted from this computer when the municipality's system has "
                "confirmed that it has them. What has not been sent is never deleted, and a case "
                "that is needed again is fetched from there by searching for the citizen."
            ),
        )
        choices = sorted({*PART_AFTER_DAYS, self._settings.part_after_days})
        self.days = Combo([(n, self.tr("%n day(s)", "", n)) for n in choices])
        self.days.setCurrentIndex(self.days.findData(self._settings.part_after_days))
        self.days.activated.connect(lambda _: self._keep(part_after_days=self.days.currentData()))
        card.body.addWidget(labelled(self.tr("Delete after"), self.days))
        return card

    def _keep_profile(self) -> None:
        name, title, unit = (line.text().strip() for line in self._lines)
        if name:
            municipality = self.municipality.currentData()
            self._session.set_profile(
                Profile(name=name, title=title, unit=unit, municipality=municipality)
            )
            self._unwritten.written()

    def _keep(self, **values: object) -> None:
        self._settings = msgspec.structs.replace(self._settings, **values)
        try:
            save_settings(self._folder, self._settings)
        except KnownError as error:
            self.said.setText(self._session.texts.error(error))
            return
        _apply(self._settings)
        self.changed.emit()

    def _change_passphrase(self) -> None:
        old, new = (line.text() for line in self._secrets)
        try:
            self._session.store.change_passphrase(old, new)
        except KnownError as error:
            self.said.setText(self._session.texts.error(error))
            return
        for line in self._secrets:
            line.clear()
        self.said.setText(self.tr("The passphrase is changed."))


def _apply(settings: Settings) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        apply_theme(app, settings.theme, 1.25 if settings.large_text else 1.0)
