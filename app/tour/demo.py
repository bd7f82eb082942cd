"""A whole visit through the real forms, from the door to the printed decision."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from app.clock import system_clock, today
from app.domain.records import ENTITY_OF, Consent
from app.errors import BugError
from app.forms.asks import Lock, TurnToCitizen
from app.settings import write_whole
from app.tour.drive import Driver, sign
from app.tour.stage import demonstration, dress, picture, settle, wait_until, window
from app.views.main_window import MainWindow
from app.views.visit_desk import VisitDesk
from app.workflow.demonstration_script import Step, WholeVisit, whole_visit
from app.workflow.handing_over import finished
from app.workflow.printing import make, whole_job
from app.workflow.sealing import seal_waiting
from app.workflow.session import Session

SIZE = (1366, 768)


def run_demo(out: Path, data_dir: Path | None = None) -> list[Path]:
    """Carry a visit through and leave every PDF and a picture of every section in `out`."""
    dress()
    with demonstration(system_clock, data_dir) as session, window(session, *SIZE) as main:
        return list(_carry_through(session, main, out))


def _carry_through(session: Session, main: MainWindow, out: Path) -> Iterator[Path]:
    yield picture(main, out / "00-day.png")
    day = today(session.clock)
    script = whole_visit(day, session.usual_standard())
    main.open(script.visit)
    desk = main.desk
    if desk is None:
        raise BugError("the demonstration's visit did not open")
    for number, section in enumerate(desk.editor.view.sections, 1):
        desk.page.show_section(section.key)
        if not desk.editor.view.locked:
            _fill(desk, script, section.key)
        if section.key == "consent" and not desk.editor.view.locked:
            yield from _sign_consents(desk, script, out)
        settle(main)
        yield picture(main, out / f"{number:02}-{section.key}.png")
    if not desk.editor.view.locked:
        yield _draft(session, desk, out)
        _lock(desk)
    settle(main)
    yield picture(main, out / "20-issued.png")
    yield from _documents(session, desk, out)


def _fill(desk: VisitDesk, script: WholeVisit, section: str) -> None:
    driver = Driver(desk.page.form(section))
    for (entity, record_id), steps in groupby(
        script.steps_of(section), key=lambda s: (s.entity, s.record.id)
    ):
        known = desk.editor.view.casefile.records.get(entity, {})
        group = list(steps)
        if entity == ENTITY_OF[Consent]:
            _prepare_consent(driver, group[0])
            continue
        if group[0].key and record_id not in known:
            driver.make(group[0].record)
        for step in group:
            driver.fill(step.record, step.field, step.value, desk.editor.view)


def _prepare_consent(driver: Driver, step: Step) -> None:
    """Write to whom and which information; the citizen answers on the turned screen."""
    wanted = step.record
    if isinstance(wanted, Consent):
        asked = Consent(
            id=wanted.id,
            case=wanted.case,
            visit=wanted.visit,
            purpose=wanted.purpose,
            parties=wanted.parties,
            information=wanted.information,
        )
        driver.add(asked)


def _sign_consents(desk: VisitDesk, script: WholeVisit, out: Path) -> Iterator[Path]:
    records = {s.record.id: s.record for s in script.steps_of("consent")}.values()
    purposes = [r.purpose for r in records if isinstance(r, Consent)]
    desk.page.asked.emit(TurnToCitizen(tuple(purposes)))
    turned = desk.turned
    if turned is None:
        raise BugError("the screen was not turned")
    for card in turned.screen.cards:
        card.answer.yes.setChecked(True)
    sign(turned.screen.signature.pad)
    yield picture(turned.screen, out / "08-citizen.png")
    turned.screen.save()


def _draft(session: Session, desk: VisitDesk, out: Path) -> Path:
    view = desk.editor.view
    pdf = make(whole_job(view, session.store.blobs))
    write_whole(out / "udkast.pdf", pdf)
    return out / "udkast.pdf"


def _lock(desk: VisitDesk) -> None:
    blocked = desk.editor.view.judgement.blocked
    if blocked:
        missing = ", ".join(sorted({m.key for m in blocked}))
        raise BugError(f"the demonstration's decision is not whole: {missing}")
    desk.page.asked.emit(Lock())
    wait_until(lambda: not desk.lock.busy)


def _documents(session: Session, desk: VisitDesk, out: Path) -> Iterator[Path]:
    seal_waiting(session)
    desk.editor.catch_up()
    view = desk.editor.view
    for part, sha in view.casefile.versions[-1].parts.items():
        pdf = finished(session, view, (part,), session.store.blobs.get(sha))
        write_whole(out / f"{part}.pdf", pdf)
        yield out / f"{part}.pdf"
