"""What was asked for beside the window ends well when the visit is left before it is made."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from app.domain.records import Attachment
from app.forms.asks import AddPhoto
from app.tour.stage import settle, wait_until
from app.views import printing
from app.views.letter_printing import LetterPrinting
from app.views.main_window import MainWindow
from app.views.visit_desk import VisitDesk
from app.workflow.copies import Wanted

Opener = Callable[[str], VisitDesk]


def leave(main: MainWindow) -> None:
    """Leave the visit, whose window is gone when the background is done."""
    assert main.leave_visit()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle(main)
    wait_until(lambda: not main.background.busy)


@pytest.mark.parametrize("how", ["print", "save"])
def test_nothing_is_handed_over_for_a_visit_that_was_left(
    main: MainWindow, open_visit_of: Opener, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def handed_over(*_: object, **__: object) -> str:
        raise AssertionError("the visit was left")

    for name in ("print_sheets", "save_pdf"):
        monkeypatch.setattr(printing, name, handed_over)
    desk = open_visit_of("decided")
    by = LetterPrinting(main.session, main.background, desk, desk.said.emit)
    by.do(desk.editor.view, Wanted(copies=(("letter", 1),)), how)
    leave(main)


def test_a_photo_is_kept_with_its_visit_although_that_was_left_meanwhile(
    main: MainWindow, open_visit_of: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.new("RGB", (400, 300)).save(tmp_path / "trappe.jpg")
    chosen = (str(tmp_path / "trappe.jpg"), "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: chosen)
    desk = open_visit_of("in_progress")
    casefile = desk.editor.view.casefile
    before = len(casefile.all(Attachment))
    desk.page.asked.emit(AddPhoto("adgang"))
    leave(main)
    found = main.session.casefile(casefile.visit_id).all(Attachment)
    assert len(found) == before + 1
