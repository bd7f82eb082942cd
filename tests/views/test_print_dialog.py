"""What is printed: parts, copies and both sides are chosen, remembered, and come out so."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from app.views.letter_printing import receiver_name
from app.views.print_dialog import PrintDialog, Receiving
from app.views.printing import print_sheets_on
from app.workflow.copies import (
    Habits,
    Sheets,
    Wanted,
    habits,
    remember,
    sheets,
    whole,
)
from app.workflow.copy_offer import Choice
from app.workflow.open_visit import OpenVisit
from app.workflow.printing import FILE_COPY, PACKAGE
from app.workflow.session import Session

Opener = Callable[[Session, str], OpenVisit]
ENCLOSED = {"letter": "Brev", "consents": "Samtykker", "workplace": "Hjemmet"}
HELPED = {**ENCLOSED, "other_language": "På et andet sprog"}
IN_LANGUAGES = {"": ENCLOSED, "da": ENCLOSED, "en": HELPED}


def receiving(choice: Choice, advice: str = "") -> Receiving:
    names = {
        language: {key: HELPED.get(key, key) for key in parts}
        for language, parts in choice.parts.items()
    }
    return Receiving(choice=choice, label=receiver_name(choice), names=names, advice=advice)


def keys_of(names: dict[str, dict[str, str]]) -> dict[str, tuple[str, ...]]:
    return {language: tuple(parts) for language, parts in names.items()}


CITIZEN = Choice(receiver="citizen", parts=keys_of(IN_LANGUAGES))
GUARDIAN = Choice(
    receiver="representative",
    parts=CITIZEN.parts,
    name="Kirsten Test",
    role="guardian",
    addressee="o1",
)
AGENT = msgspec.structs.replace(
    GUARDIAN, name="Bodil Test", role="party_representative", addressee="o2"
)
PROVIDER = Choice(
    receiver="provider",
    parts={"": ("order", "workplace", "assessment_form")},
    doubtful=("assessment_form",),
    name="Hjemmepleje Nord",
    provider="nord",
)
EVERYBODY = [receiving(each) for each in (CITIZEN, GUARDIAN, AGENT)]
EVERYBODY.append(receiving(PROVIDER, "Spørg borgeren."))


def pages(count: int) -> bytes:
    target = BytesIO()
    canvas = Canvas(target, pagesize=(200, 283), initialFontName="Helvetica")
    for _ in range(count):
        canvas.rect(20, 20, 50, 50, fill=1)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


@pytest.fixture
def dialog(qtbot: QtBot) -> PrintDialog:
    made = PrintDialog(
        EVERYBODY,
        Habits(duplex=False, copies={"consents": 3}),
        caution="Læs den igennem.",
        left_out="Ikke på listen: Ole Test.",
        languages={"en": "engelsk"},
    )
    qtbot.addWidget(made)
    made.show()
    return made


def test_everything_is_printed_by_habit_unless_something_is_left_out(dialog: PrintDialog) -> None:
    assert dialog.wanted().copies == (("letter", 1), ("consents", 3), ("workplace", 1))
    assert not dialog.wanted().duplex
    dialog.main_alone.click()
    assert dialog.wanted().parts == ("letter",)
    dialog.rows[0].box.setChecked(False)
    assert not dialog.act.isEnabled()
    dialog.all.click()
    dialog.rows[0].copies.setCurrentIndex(1)
    assert dialog.wanted().copies[0] == ("letter", 2)


def choose(dialog: PrintDialog, number: int) -> None:
    dialog.receiver.setCurrentIndex(number)


def test_a_provider_is_offered_the_order_and_what_is_doubtful_is_not_ticked(
    dialog: PrintDialog,
) -> None:
    choose(dialog, 3)
    assert [row.key for row in dialog.rows] == ["order", "workplace", "assessment_form"]
    wanted = dialog.wanted()
    assert wanted.parts == ("order", "workplace")
    assert (wanted.receiver, wanted.provider) == ("provider", "nord")


def test_one_click_takes_what_a_copy_is_about_and_says_what_that_is(dialog: PrintDialog) -> None:
    assert dialog.main_alone.text() == "Only the letter"
    choose(dialog, 3)
    assert dialog.main_alone.text() == "Only the order"
    dialog.main_alone.click()
    assert dialog.wanted().parts == ("order",)


def test_the_letters_of_several_standards_are_taken_together(qtbot: QtBot) -> None:
    parts = {"": ("letter", "consents", "letter:other")}
    made = PrintDialog([receiving(Choice(receiver="citizen", parts=parts))], Habits())
    qtbot.addWidget(made)
    made.main_alone.click()
    assert made.wanted().parts == ("letter", "letter:other")


def test_each_representative_is_chosen_by_role_and_name(dialog: PrintDialog) -> None:
    said = [dialog.receiver.itemText(number) for number in (1, 2)]
    assert said == ["Guardian: Kirsten Test", "Party representative: Bodil Test"]
    choose(dialog, 2)
    assert dialog.wanted().addressee == "o2"
    choose(dialog, 0)
    assert dialog.wanted().addressee == ""


def test_a_represented_citizens_letter_is_for_the_representative_to_begin_with(
    qtbot: QtBot,
) -> None:
    for addressee, receiver in (("o2", "representative"), ("gone", "citizen"), ("", "citizen")):
        made = PrintDialog(EVERYBODY, Habits(), addressee=addressee)
        qtbot.addWidget(made)
        assert made.wanted().receiver == receiver
        assert made.wanted().addressee == (addressee if addressee == "o2" else "")


def test_pages_of_help_come_with_their_language_and_for_this_copy_alone(
    dialog: PrintDialog,
) -> None:
    dialog.rows[1].box.setChecked(False)
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    assert dialog.wanted().language == "en"
    assert dialog.wanted().parts == ("letter", "workplace", "other_language")
    dialog.language.setCurrentIndex(dialog.language.findData("da"))
    assert dialog.wanted().parts == ("letter", "workplace")


def test_a_provider_gets_no_pages_of_help(dialog: PrintDialog) -> None:
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    choose(dialog, 3)
    assert not dialog.language.isEnabled()
    assert dialog.wanted().language == ""
    choose(dialog, 1)
    assert dialog.wanted().language == "en"


def test_what_is_to_be_known_before_a_copy_is_said_for_whom_it_concerns(
    dialog: PrintDialog,
) -> None:
    assert not dialog.advice.isVisible()
    choose(dialog, 3)
    assert dialog.advice.text() == "Spørg borgeren.\nLæs den igennem."
    assert "Spørg borgeren." in dialog.receiver.accessibleDescription()


def test_only_what_is_not_the_issued_letter_itself_is_to_be_read_through(
    dialog: PrintDialog,
) -> None:
    dialog.text_size.setCurrentIndex(dialog.text_size.findData("20"))
    assert dialog.advice.text() == "Læs den igennem."
    dialog.text_size.setCurrentIndex(0)
    assert not dialog.advice.isVisible()


def test_who_is_not_among_the_receivers_is_named_with_the_reason(dialog: PrintDialog) -> None:
    assert dialog.left_out.isVisible()
    assert "Ole Test" in dialog.left_out.text()
    assert "Ole Test" in dialog.receiver.accessibleDescription()


def test_the_dialog_is_filled_in_by_keyboard_alone(dialog: PrintDialog) -> None:
    dialog.receiver.setFocus()
    QTest.keyClick(dialog.receiver, Qt.Key.Key_Down)
    reached = []
    for _ in range(4):
        reached.append(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert reached[:3] == [dialog.receiver, dialog.text_size, dialog.language]
    assert dialog.wanted().addressee == "o1"


def test_only_what_the_preview_shows_is_ticked_to_begin_with(qtbot: QtBot) -> None:
    made = PrintDialog(EVERYBODY, Habits(), ("consents",), saving=True)
    qtbot.addWidget(made)
    assert made.wanted().parts == ("consents",)
    choose(made, 3)  # who gets none of it is offered what there is for them
    assert made.wanted().parts == ("order", "workplace")


def test_every_field_of_the_dialog_has_a_name(dialog: PrintDialog) -> None:
    for row in dialog.rows:
        assert row.box.accessibleName()
        assert row.box.accessibleName() in row.copies.accessibleName()
    assert dialog.receiver.accessibleName()
    assert dialog.text_size.accessibleName()
    assert dialog.language.accessibleName()


def test_how_one_prints_is_remembered(session: Session) -> None:
    assert habits(session) == Habits()
    remember(session, Wanted(copies=(("letter", 2), ("letter:other", 4)), duplex=False))
    remember(session, Wanted(copies=(("consents", 3),), duplex=False))
    assert habits(session) == Habits(duplex=False, copies={"letter": 4, "consents": 3})


@pytest.mark.parametrize(("both", "expected"), [(False, 3 + 3 + 2), (True, 4 + 4 + 2)])
def test_on_both_sides_each_document_begins_on_a_sheet_of_its_own(
    tmp_path: Path, both: bool, expected: int
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "ud.pdf"))
    printer.setResolution(40)
    print_sheets_on(printer, [Sheets(pages(3), 2), Sheets(pages(2), 1)], both=both)
    assert len(PdfReader(tmp_path / "ud.pdf").pages) == expected


def test_an_issued_part_is_printed_as_it_was_issued_and_as_often_as_wanted(
    session: Session, visit_of: Opener
) -> None:
    view = visit_of(session, "decided").view
    version = view.casefile.versions[-1]
    wanted = Wanted(copies=(("letter", 2), ("consents", 0)))
    (made,) = sheets(session, view, wanted)
    assert made.copies == 2
    assert made.pdf == session.store.blobs.get(version.parts["letter"])
    every = tuple((part, 1) for part in version.parts if part not in (PACKAGE, FILE_COPY))
    package = whole(session, view, Wanted(copies=every))
    assert package == session.store.blobs.get(version.parts[PACKAGE])
    file = whole(session, view, Wanted(copies=every, receiver="file"))
    assert file == session.store.blobs.get(version.parts[FILE_COPY])


def test_a_copy_in_large_print_is_made_for_the_occasion(session: Session, visit_of: Opener) -> None:
    view = visit_of(session, "decided").view
    usual, large = (
        PdfReader(BytesIO(whole(session, view, Wanted(copies=(("letter", 1),), size=size))))
        for size in (None, "20")
    )
    assert len(large.pages) > len(usual.pages)
