"""The window seals what it locks beside itself, and at its start what a crash left."""

from collections.abc import Callable

from app.forms.asks import Lock
from app.tour.stage import settle
from app.views.main_window import MainWindow
from app.views.upkeep import Upkeep
from app.views.visit_desk import VisitDesk
from app.workflow.sealing import WaitingList, await_seal, seal_of
from app.workflow.visit_history import shown_entries, visit_history

Opener = Callable[[str], VisitDesk]


def test_a_locked_decision_is_sealed_beside_the_window(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("decided")
    desk.page.asked.emit(Lock())
    assert desk.lock.finish()
    version = desk.editor.view.casefile.versions[-1]
    assert seal_of(version.id, desk.editor.view.casefile.records) is None
    settle(main)
    made = seal_of(version.id, desk.editor.view.casefile.records)
    assert made is not None
    assert set(made.parts) == set(version.parts)
    acts = [entry for act in visit_history(desk.editor.opened) for entry in shown_entries(act)]
    assert not [entry for entry in acts if entry.key.entity == "seal"]


def test_what_a_crash_left_is_sealed_at_the_next_start(
    main: MainWindow, open_visit_of: Opener
) -> None:
    version = open_visit_of("decided").editor.view.casefile.versions[-1]
    await_seal(main.session, version)
    Upkeep(main).start()
    settle(main)
    assert [each.sealed for each in WaitingList(main.session.store.local).all()] == [True]
    records = main.session.store.journal.snapshot((version.case,)).records
    assert seal_of(version.id, records) is not None
