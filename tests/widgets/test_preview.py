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


def test_the_old_page_stays_until_the_new_one_is_drawn(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.show_pdf(letter(3))
    before = preview.area.viewport().grab().toImage()
    preview.replace({"": letter(3, "Ændret")})
    assert not preview.settled
    assert preview.area.viewport().grab().toImage() == before
    qtbot.waitUntil(lambda: preview.settled)
    after = preview.area.viewport().grab().toImage()
    assert after != before
    assert after.pixelColor(preview.pages.places[0].center().x(), 300).lightness() < 40


def test_of_several_new_versions_only_the_newest_is_shown(
    qtbot: QtBot, preview: PdfPreview
) -> None:
    preview.show_pdf(letter(1))
    shown: list[int] = []
    preview.replaced.connect(lambda: shown.append(preview.page_count()))
    for pages in (2, 3, 4):
        preview.replace({"": letter(pages)})
    qtbot.waitUntil(lambda: preview.settled)
    assert shown == [4]


def test_a_part_before_the_one_in_sight_grows_and_the_place_is_kept(
    qtbot: QtBot, preview: PdfPreview
) -> None:
    parts = {"letter": letter(2), "form": letter(3)}
    preview.replace(parts)
    qtbot.waitUntil(lambda: preview.settled)
    preview.go_to(3)
    bar = preview.area.verticalScrollBar()
    bar.setValue(bar.value() + 29)
    assert preview.part() == "form"
    inside = bar.value() - preview.pages.places[3].top()
    form = preview.pages.sheets[3]
    preview.replace({**parts, "letter": letter(4, "Længere")})
    qtbot.waitUntil(lambda: preview.settled)
    assert preview.part() == "form"
    assert preview.pages.sheets[5] == form  # what did not change is not read again
    assert bar.value() - preview.pages.places[5].top() == inside


def test_larger_pages_stay_where_they_were_and_keep_their_size(
    qtbot: QtBot, preview: PdfPreview
) -> None:
    preview.show_pdf(letter(4))
    preview.go_to(2)
    usual = preview.pages.places[0].width()
    preview.foot.larger.click()
    qtbot.keyClick(preview.area, Qt.Key.Key_Plus)
    assert preview.pages.places[0].width() == pytest.approx(usual * 1.5, abs=20)
    assert preview.page() == 2
    preview.replace({"": letter(4, "Ændret")})
    qtbot.waitUntil(lambda: preview.settled)
    assert preview.pages.places[0].width() == pytest.approx(usual * 1.5, abs=20)
    assert preview.page() == 2
    for _ in range(4):
        preview.foot.smaller.click()
    assert not preview.foot.smaller.isEnabled()
    assert preview.pages.places[0].width() == pytest.approx(usual, abs=2)


def test_pages_far_out_of_sight_hold_no_picture(preview: PdfPreview) -> None:
    preview.show_pdf(letter(30))
    for page in (0, 29):
        preview.go_to(page)
        preview.grab()
    assert len(preview.pages.drawn) < 12
