"""The computer is enrolled from the window by who signs in in the system's browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.clock import fixed_clock
from app.hub.oidc_settings import ProviderSettings
from app.tour.stage import PICTURE_DAY, settle, wait_until
from app.views.background import Background
from app.views.browser_sign_in import BrowserSignIn
from app.views.main_window import MainWindow
from app.views.sync_card import SyncCard
from app.views.sync_dialog import SyncDialog
from app.views.sync_enrol import EnrolForm
from app.workflow import syncing
from tests.hub.identity_provider import LAPTOPS, Provider, serving
from tests.sync.laptops import Laptop, Office, office_at


class Browsers(QObject):
    """Stands for the system's browser: opens what the program wants opened."""

    def __init__(self, provider: Provider) -> None:
        super().__init__()
        self.provider = provider
        self.opened: list[str] = []
        self.answers = True

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Open a page; the user signs in at once, or never."""
        self.opened.append(bytes(url.toEncoded().data()).decode())
        if self.answers:
            self.provider.browse(self.opened[-1])


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with serving(fixed_clock(PICTURE_DAY), claims={"upn": "vera"}) as made:
        yield made


@pytest.fixture(scope="module")
def office(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    clock = fixed_clock(PICTURE_DAY)
    with office_at(tmp_path_factory.mktemp("office") / "hub", clock) as made:
        made.add_user("vera")
        made.hub.sign_ins.shelf.set(
            ProviderSettings(issuer=provider.issuer, client=LAPTOPS, claim="upn")
        )
        yield made


@pytest.fixture
def browsers(provider: Provider) -> Iterator[Browsers]:
    made = Browsers(provider)
    QDesktopServices.setUrlHandler("http", made, "open")  # type: ignore[arg-type]  # a wrong stub
    yield made
    QDesktopServices.unsetUrlHandler("http")


@pytest.fixture
def card(main: MainWindow) -> SyncCard:
    """The panel of a computer that is not enrolled."""
    main.sync.watch.begin()
    wait_until(lambda: main.sync.watch.state is not None)
    main.sync.show_panel()
    settle(main)
    return next(d for d in main.findChildren(SyncDialog) if d.isVisible()).card


def give(form: EnrolForm, office: Office, code: str) -> None:
    """Type address and code, and wait until the server has said that it knows a provider."""
    form.address.setFocus()
    form.address.clear()
    QTest.keyClicks(form.address, office.url)
    QTest.keyClick(form.address, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.code
    QTest.keyClicks(form.code, code)
    wait_until(lambda: form.browser.isVisible())


def test_a_computer_is_enrolled_by_the_keyboard_and_a_browser(
    main: MainWindow, card: SyncCard, office: Office, browsers: Browsers
) -> None:
    form = card.enrol
    give(form, office, office.hub.devices.invite("vera"))
    assert QApplication.focusWidget() is form.code
    assert not form.password.isVisible()
    QTest.keyClick(form.code, Qt.Key.Key_Return)
    wait_until(lambda: card.rows["hub"][1].isVisible())
    assert len(browsers.opened) == 1
    assert not form.isVisible()
    assert form.code.text() == ""
    known = syncing.enrolment(main.session)
    assert known is not None
    assert known.user_name == "Vera"


def test_a_wait_is_ended_by_cancel_by_no_and_by_locking(
    main: MainWindow,
    card: SyncCard,
    office: Office,
    browsers: Browsers,
    provider: Provider,
    qtbot: QtBot,
) -> None:
    browsers.answers = False
    form = card.enrol
    give(form, office, office.hub.devices.invite("vera"))
    form.browser.click()
    wait_until(lambda: bool(browsers.opened))
    assert form.waiting.isVisible()
    assert not form.code.isEnabled()
    assert QApplication.focusWidget() is form.cancel
    QTest.keyClick(form.cancel, Qt.Key.Key_Space)
    wait_until(lambda: card.said.isVisible())
    assert card.said.text().startswith("Du afbrød. ")
    assert form.code.isEnabled()
    assert not form.cancel.isVisible()
    browsers.answers = provider.denies = True
    form.browser.click()
    wait_until(lambda: card.said.text().startswith("Du afbrød hos kommunens login"))
    provider.denies = False
    form.other.click()
    assert QApplication.focusWidget() is form.password
    assert form.button.isVisible()
    assert not form.browser.isVisible()
    assert syncing.enrolment(main.session) is None
    browsers.answers = False
    form.other.click()
    form.browser.click()
    wait_until(lambda: len(browsers.opened) == 3)
    with qtbot.waitSignal(main.lock_asked):
        main.lock_soon()


def test_what_goes_wrong_after_the_panel_was_closed_is_said_over_the_page(
    main: MainWindow, card: SyncCard, office: Office, browsers: Browsers, provider: Provider
) -> None:
    browsers.answers = False
    give(card.enrol, office, office.hub.devices.invite("vera"))
    card.enrol.browser.click()
    wait_until(lambda: bool(browsers.opened))
    (dialog,) = (d for d in main.findChildren(SyncDialog) if d.isVisible())
    dialog.accept()
    provider.denies = True
    try:
        provider.browse(browsers.opened[0])
        wait_until(lambda: main.banner.isVisible())
    finally:
        provider.denies = False
    assert main.banner.label.text().startswith("Du afbrød hos kommunens login")


def test_locking_the_program_ends_the_wait(
    qapp: QApplication, office: Office, browsers: Browsers, tmp_path: Path
) -> None:
    browsers.answers = False
    laptop, background = Laptop(tmp_path / "laptop", fixed_clock(PICTURE_DAY)), Background()
    ended: list[object] = []
    sign_in = BrowserSignIn(laptop.session, background, background)
    sign_in.enrol(office.url, office.hub.devices.invite("vera"), ended.append, ended.append)
    wait_until(lambda: bool(browsers.opened))
    background.wait()
    assert not background.busy
    assert ended == []
    laptop.lock()


@pytest.fixture
def form(qapp: QApplication) -> Iterator[EnrolForm]:
    made = EnrolForm()
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_a_password_that_is_being_typed_is_not_taken_away(form: EnrolForm) -> None:
    asked: list[str] = []
    form.address_given.connect(asked.append)
    form.address.setText("https://hub.example")
    form.address.editingFinished.emit()
    form.password.setText("halv")
    form.set_provider("https://another.example", True)
    assert asked == ["https://hub.example"]
    assert not form.other.isVisibleTo(form)
    form.set_provider(asked[0], True)
    assert form.password.isVisibleTo(form)
    assert form.other.isVisibleTo(form)
    form.other.click()
    assert form.browser.isVisibleTo(form)
    form.address.setText("https://third.example")
    form.address.editingFinished.emit()
    assert form.button.isVisibleTo(form)
    assert not form.browser.isVisibleTo(form)
