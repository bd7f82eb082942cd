"""Text under way becomes one change after a while, though nobody leaves the field."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.views import visit_editor
from app.views.visit_editor import VisitEditor
from app.workflow.edits import TypeText
from app.workflow.open_visit import OpenVisit
from app.workflow.session import Session
from app.workflow.writing import key_of

Opener = Callable[[Session, str], OpenVisit]


def test_a_minute_is_the_longest_that_text_is_under_way() -> None:
    assert visit_editor.SEAL_AFTER_MS == 60_000


def test_who_types_on_has_it_sealed_all_the_same(
    session: Session, visit_of: Opener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit_editor, "SEAL_AFTER_MS", 300)
    editor = VisitEditor(visit_of(session, "ready"))
    citizen = editor.view.casefile.citizen
    assert citizen is not None
    key, typed = key_of(citizen, "phone"), ""
    before = len(session.store.journal.history(key))

    def sealed_while_typing_on() -> bool:
        nonlocal typed
        typed += "4"
        editor.edit(TypeText(citizen, "phone", typed))
        return len(session.store.journal.history(key)) > before

    qtbot.waitUntil(sealed_while_typing_on, timeout=20_000)
    newest = session.store.journal.history(key)[0]
    assert newest.value
    assert typed.startswith(newest.value)
    editor.seal()
    assert session.store.journal.history(key)[0].value == typed
    assert session.store.pending.all() == ()
