"""The preview: from memory, in place while the letter is rewritten, readable aloud."""

import io
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from app.widgets.preview import PdfPreview


def letter(pages: int, word: str = "Afgørelse") -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(595, 842), initialFontName="Helvetica")
    for page in range(pages):
        canvas.drawString(72, 760, f"{word} side {page + 1}")
        canvas.rect(72, 100, 400, 600, fill=1)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


@pytest.fixture
def preview(qtbot: QtBot) -> Any:
    preview = PdfPreview()
    preview.resize(500, 500)
    qtbot.addWidget(preview)
    with qtbot.waitActive(preview):
        preview.show()
        preview.activateWindow()
    return preview


def test_every_page_is_shown_in_the_width_there_is(preview: PdfPreview) -> None:
    assert preview.show_pdf(letter(3))
    assert preview.page_count() == 3
    first, second, third = preview.pages.places
    assert first.right() <= preview.area.viewport().width()
    assert first.height() == pytest.approx(first.width() * 842 / 595, abs=1)
    assert first.bottom() < second.top() < second.bottom() < third.top()
    image = preview.area.viewport().grab().toImage()
    assert image.pixelColor(first.center().x(), 300).lightness() < 40
    assert image.pixelColor(first.left() + 10, 40).lightness() == 255


def test_a_new_version_keeps_page_and_place(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.show_pdf(letter(4))
    with qtbot.waitSignal(preview.page_changed, timeout=1000) as heard:
        preview.go_to(2)
    assert heard.args == [2]
    bar = preview.area.verticalScrollBar()
    bar.setValue(bar.value() + 37)
    at = bar.value()
    with qtbot.assertNotEmitted(preview.page_changed):
        preview.show_pdf(letter(5, "Ændret"))
    assert bar.value() == at
    assert preview.page() == 2
    assert "Ændret side 3" in preview.area.accessibleDescription()


def test_a_shorter_version_shows_its_end(preview: PdfPreview) -> None:
    preview.show_pdf(letter(4))
    preview.go_to(3)
    preview.show_pdf(letter(1))
    assert preview.page() == 0
    assert preview.area.verticalScrollBar().value() <= preview.area.verticalScrollBar().maximum()


def test_keys_scroll_the_pages(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.show_pdf(letter(3))
    preview.setFocus()
    bar = preview.area.verticalScrollBar()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_End):
        before = bar.value()
        qtbot.keyClick(preview.area, key)
        assert bar.value() > before
    qtbot.keyClick(preview.area, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_the_page_in_sight_is_said_with_its_text(preview: PdfPreview) -> None:
    preview.show_pdf(letter(2))
    assert "1" in preview.label.text()
    assert "2" in preview.label.text()
    assert "Afgørelse side 1" in preview.area.accessibleDescription()


@pytest.mark.parametrize("junk", [b"", b"no pdf", b"%PDF-1.7\n" + b"\x00" * 500])
def test_what_is_no_pdf_shows_nothing_and_harms_nothing(preview: PdfPreview, junk: bytes) -> None:
    preview.show_pdf(letter(2))
    assert not preview.show_pdf(junk)
    assert preview.page_count() == 0
    preview.grab()
    assert preview.show_pdf(letter(1))


def test_nothing_of_the_pdf_reaches_the_disk(
    preview: PdfPreview, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    preview.show_pdf(letter(2))
    preview.grab()
    assert list(tmp_path.iterdir()) == []


def test_pages_are_placed_anew_when_the_width_changes(preview: PdfPreview) -> None:
    preview.show_pdf(letter(2))
    narrow = preview.pages.places[0].width()
    preview.resize(800, 500)
    assert preview.pages.places[0].width() > narrow
