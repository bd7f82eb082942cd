"""The visit's page under one standard or two, what stays open after the decision, documents."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.findings import Anchor
from app.errors import KnownError
from app.forms.asks import ShowDocument
from app.forms.binding import Binding, TextBinding
from app.tour.stage import settle, wait_until
from app.views.document_window import DocumentWindow
from app.views.field_names import FieldNames
from app.views.history_dialog import HistoryDialog
from app.views.main_window import MainWindow
from app.views.standards_check import check_standards
from app.views.start import FirstRunWindow
from app.views.visit_desk import VisitDesk
from app.workflow.printing import case_document, make
from app.workflow.session import Session

Opener = Callable[[str], VisitDesk]
SECOND = "koege-85"


@pytest.fixture
def desk(main: MainWindow, open_visit_of: Opener) -> VisitDesk:
    """A visit to which a second standard was added from the list under its sections."""
    desk = open_visit_of("in_progress")
    profile = main.session.profile
    main.session.set_profile(type(profile)(name=profile.name, title="", unit=""))
    tick(desk, "Køge § 85, 2023")
    settle(main)
    return desk


def tick(desk: VisitDesk, title: str) -> None:
    menu = desk.page.standards.menu()
    next(act for act in menu.actions() if act.text() == title).trigger()
    menu.deleteLater()


def test_a_second_standard_brings_its_sections_and_the_visit_stays_where_it_was(
    desk: VisitDesk,
) -> None:
    keys = list(desk.page.nav.items)
    assert f"assessment:{SECOND}" in keys
    assert keys.index(f"assessment:{SECOND}") == keys.index("assessment") + 1
    assert keys.count("household") == 1
    assert "§ 85" in desk.page.nav.items[f"services:{SECOND}"].title
    assert "Køge" in desk.page.standards.names.text()


def test_each_section_works_under_its_own_standard(desk: VisitDesk) -> None:
    desk.page.show_section(f"assessment:{SECOND}")
    assert desk.page.view_here.standard.id == SECOND
    desk.page.show_section("assessment")
    assert desk.page.view_here.standard.id == "koebenhavn-83"
    desk.page.show_section("decision")
    assert desk.page.view_here is desk.editor.view


def test_what_a_rule_points_to_is_found_under_the_standard_on_the_screen(desk: VisitDesk) -> None:
    desk.page.show_section(f"services:{SECOND}")
    desk.page.go_to(Anchor(section="assessment"))
    assert desk.page.section == f"assessment:{SECOND}"
    desk.page.go_to(Anchor(section="goals"))
    desk.page.go_to(Anchor(section=f"overall:{SECOND}"))
    assert desk.page.section == f"overall:{SECOND}"


def test_words_typed_under_the_second_standard_belong_to_it(
    main: MainWindow, desk: VisitDesk
) -> None:
    key = f"assessment:{SECOND}"
    desk.page.show_section(key)
    area = desk.page.view_here.standard.areas[0]
    bindings = desk.page.form(key).findChildren(TextBinding)
    binding = next(b for b in bindings if b.field == "own_words")
    assert isinstance(binding.editor, QPlainTextEdit | QLineEdit)
    binding.editor.setFocus()
    if isinstance(binding.editor, QPlainTextEdit):
        binding.editor.setPlainText("Jeg taler helst med én.")
    desk.editor.seal()
    held = desk.editor.view.casefile.assessment(SECOND, area.id)
    assert held.own_words == "Jeg taler helst med én."


def test_undo_takes_the_standard_and_its_sections_away_again(
    main: MainWindow, desk: VisitDesk
) -> None:
    desk.page.show_section(f"services:{SECOND}")
    desk.undo()
    settle(main)
    assert f"services:{SECOND}" not in desk.page.nav.items
    assert desk.page.section == "services"


def test_the_only_standard_and_one_with_content_cannot_be_unticked(desk: VisitDesk) -> None:
    menu = desk.page.standards.menu()
    acts = {act.text(): act for act in menu.actions()}
    assert not acts["København § 83, 2007"].isEnabled()
    assert acts["Køge § 85, 2023"].isEnabled()
    menu.deleteLater()


def test_the_decision_offers_a_letter_of_each(main: MainWindow, desk: VisitDesk) -> None:
    desk.page.show_section("decision")
    settle(main)
    keys = [desk.preview.choice.itemData(n) for n in range(desk.preview.choice.count())]
    assert {"letter", f"letter:{SECOND}"} <= set(keys)


def test_what_comes_after_the_decision_can_be_written_when_it_is_locked(
    main: MainWindow, open_visit_of: Opener
) -> None:
    page = open_visit_of("decided").page
    view = page.editor.view if page.editor else None
    assert view is not None
    assert view.locked
    assert not view.worked_in("after").locked
    assert not view.worked_in("plan").locked
    for section in ("household", "services", "decision"):
        assert view.worked_in(section).locked
    page.show_section("after")
    assert view.in_section("after").locked


def test_follow_up_stands_first_at_a_follow_up_and_nowhere_else(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("stair")
    assert next(iter(desk.page.nav.items)) == "follow_up"
    assert desk.page.section == "follow_up"
    main.leave_visit()
    assert "follow_up" not in open_visit_of("ready").page.nav.items


def test_a_document_is_shown_in_a_window_of_its_own(
    main: MainWindow, open_visit_of: Opener, qtbot: QtBot
) -> None:
    desk = open_visit_of("stair")
    window = DocumentWindow(main.session.texts, desk)
    qtbot.addWidget(window)
    window.show()
    assert not window.print_button.isEnabled()
    ask = ShowDocument("follow_up_summary")
    job = case_document(desk.page.view_here, main.session.store.blobs, ask.part, ask.subject)
    assert not isinstance(job, bytes)
    main.background.run(lambda: make(job), window.show_pdf, window.show_problem)
    wait_until(lambda: window.is_made)
    assert window.print_button.isEnabled()
    assert window.print_button.hasFocus()


def test_a_document_that_cannot_be_made_says_why(main: MainWindow, qtbot: QtBot) -> None:
    window = DocumentWindow(main.session.texts, main)
    qtbot.addWidget(window)
    window.show_problem(KnownError("print.failed"))
    assert window.state.text() == main.session.texts.error(KnownError("print.failed"))
    assert not window.save_button.isEnabled()
    with pytest.raises(ValueError, match="unknown"):
        window.show_problem(ValueError("unknown"))


def test_a_broken_standard_is_named_over_the_day(
    main: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = KnownError("standard.broken", file="x.toml", count=2, line=7, expected="id")
    monkeypatch.setattr(session.library, "problems", lambda: (broken,))
    check_standards(main)
    wait_until(main.banner.isVisible)
    assert "x.toml" in main.banner.label.text()


def test_whoever_has_no_municipality_is_asked_to_choose_one(
    main: MainWindow, session: Session
) -> None:
    profile = session.profile
    session.set_profile(type(profile)(name=profile.name, title="", unit=""))
    check_standards(main)
    wait_until(main.banner.isVisible)
    assert "kommune" in main.banner.label.text()
    combo = main.settings.municipality
    combo.setCurrentIndex(combo.findData("Køge Kommune"))
    combo.activated.emit(combo.currentIndex())
    assert session.profile.municipality == "Køge Kommune"
    assert {head.id for head in session.offered()} == {SECOND}


def test_the_municipality_is_chosen_at_the_first_start(qtbot: QtBot) -> None:
    window = FirstRunWindow()
    qtbot.addWidget(window)
    told: list[tuple[object, ...]] = []
    window.completed.connect(lambda *fields: told.append(fields))
    with qtbot.waitSignal(window.found):
        window.show()
    wait_until(lambda: window.municipality.findData("Køge Kommune") > 0)
    window.municipality.setCurrentIndex(window.municipality.findData("Køge Kommune"))
    window.name.setText("Åse Ørum")
    for line in (window.passphrase, window.repeated):
        line.setText("en ret lang sætning")
    window.button.click()
    assert told == [("Åse Ørum", "", "", "en ret lang sætning", "Køge Kommune")]


def test_a_fields_history_says_its_values_in_the_words_of_its_form(
    main: MainWindow, open_visit_of: Opener, qtbot: QtBot
) -> None:
    desk = open_visit_of("stair")
    form = desk.page.form("follow_up")
    binding = next(b for b in form.findChildren(Binding) if b.field == "result")
    binding.put("continue")
    key = binding.key
    assert key is not None
    names = FieldNames(desk.page, desk.editor.view, main.session.texts)
    entries = desk.editor.history(key)
    dialog = HistoryDialog(key, entries, main.session, desk, names.value)
    qtbot.addWidget(dialog)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert "continue" not in told
    assert names.value(key, "continue") in told


def test_a_mistake_in_own_letter_texts_is_named_over_the_day(
    main: MainWindow, session: Session
) -> None:
    session.texts_folder.mkdir()
    wrong = '[signature]\ngreeting = "Hilsen {{ hvem }}"'
    (session.texts_folder / "letter.toml").write_text(wrong, encoding="utf-8")
    check_standards(main)
    wait_until(main.banner.isVisible)
    assert "letter.toml, linje 2" in main.banner.label.text()
