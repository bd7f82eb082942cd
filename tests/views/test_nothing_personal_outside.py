"""No word about a citizen gets where others look: names, titles, logs, queues, crash reports."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import Citizen
from app.forms.asks import Print, TurnToCitizen
from app.tour.stage import settle
from app.views.main_window import MainWindow
from app.views.print_dialog import PrintDialog
from app.views.printing import JOB_NAME, print_on, said_after, save_pdf
from app.views.visit_desk import VisitDesk
from app.workflow.printing import make, whole_job

Opener = Callable[[str], VisitDesk]


def words_of(citizen: Citizen) -> list[str]:
    """Return what must not be found anywhere: names, number, address, phone."""
    assert citizen.cpr is not None
    assert citizen.address is not None
    number = citizen.cpr.value
    street = citizen.address.street
    return [*citizen.name.split(), number, f"{number[:6]}-{number[6:]}", street, citizen.phone]


def titles() -> list[str]:
    return [each.windowTitle() for each in QApplication.topLevelWidgets()]


def assert_nobody(said: list[str], citizen: Citizen) -> None:
    assert any(said)
    for word in words_of(citizen):
        assert not [text for text in said if word in text], word


def package_of(desk: VisitDesk) -> bytes:
    return make(whole_job(desk.editor.view, desk.session.store.blobs))


def test_no_window_bears_a_citizens_name_in_its_title(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("ready")
    citizen = desk.editor.view.casefile.citizen
    seen = titles()
    for section in desk.page.standard.sections:
        desk.page.show_section(section.id)
        seen += titles()
    desk.page.asked.emit(TurnToCitizen(()))
    seen += titles()
    assert desk.turned is not None
    desk.turned.close()
    assert_nobody(seen, citizen)


def test_a_print_job_is_named_after_the_program_alone(
    main: MainWindow, open_visit_of: Opener, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "ud.pdf"))
    print_on(printer, package_of(open_visit_of("ready")))
    assert printer.docName() == JOB_NAME
    made = QPdfDocument()
    made.load(str(tmp_path / "ud.pdf"))
    assert made.metaData(QPdfDocument.MetaDataField.Title) == JOB_NAME


def test_whatever_leaves_says_that_it_is_no_longer_protected(
    main: MainWindow, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.NativeFormat)
    assert "ikke krypteret" in said_after(printer)
    printer.setOutputFileName(str(tmp_path / "ud.pdf"))
    assert "ikke krypteret" in said_after(printer)
    assert said_after(printer).startswith("Gemt")


def answer_file_dialog(seen: list[str], path: Path) -> None:
    """Note what the open file dialog offers, and choose a path."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QFileDialog):
        if isinstance(dialog, PrintDialog):
            dialog.accept()
        QTimer.singleShot(0, lambda: answer_file_dialog(seen, path))
        return
    seen.extend([*dialog.selectedFiles(), dialog.windowTitle(), *dialog.history()])
    dialog.selectFile(str(path))
    dialog.accept()


def test_the_file_that_is_offered_says_nothing_and_the_saved_one_is_said_to_be_open(
    main: MainWindow, open_visit_of: Opener, tmp_path: Path
) -> None:
    desk = open_visit_of("decided")
    seen: list[str] = []
    QTimer.singleShot(0, lambda: answer_file_dialog(seen, tmp_path / "valgt.pdf"))
    desk.page.asked.emit(Print(how="save"))
    settle(main)
    assert (tmp_path / "valgt.pdf").read_bytes().startswith(b"%PDF")
    assert "ikke krypteret" in main.banner.label.text()
    assert_nobody(seen, desk.editor.view.casefile.citizen)


def test_a_save_that_is_broken_off_writes_nothing_and_says_nothing(
    qtbot: QtBot, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def cancel() -> None:
        dialog = QApplication.activeModalWidget()
        dialog.reject() if isinstance(dialog, QFileDialog) else QTimer.singleShot(0, cancel)

    QTimer.singleShot(0, cancel)
    assert save_pdf(b"%PDF", parent) == ""
    assert list(tmp_path.iterdir()) == []


# A working day in a process of its own, in which everything that may be written to is known.
DAY = """
import sys
from argparse import Namespace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog

from app.bootstrap import create_session
from app.crashes import keep_private
from app.launch import Launcher
from app.store.store import Store
from app.tour.stage import dress, settle, wait_until
from app.views.new_visit_dialog import NewVisitDialog
from app.views.printing import print_on, save_pdf
from app.workflow.edits import SetField, TypeText
from app.workflow.printing import make, print_job
from app.workflow.session import Profile

folder, out, secrets = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
name, cpr, street, words = secrets
keep_private()
app = dress()
create_session(folder, "en lang sætning", Profile(name="Vera", title="", unit="")).close()
launcher = Launcher(folder, Namespace(demonstration=False, measure=False), 0.0)
launcher.start()


def work():
    launcher.unlock("en lang sætning")
    wait_until(lambda: launcher.main is not None)
    main = launcher.main
    dialog = NewVisitDialog(main.session, "", main.day.day)
    dialog.name.setText(name)
    dialog.standards.chips.set_value(["koebenhavn-83"])
    dialog.accept()
    main.open(dialog.visit_id)
    settle(main)
    desk = main.desk
    citizen = desk.editor.view.casefile.citizen
    from app.domain.values import Address, Cpr
    desk.editor.edit(SetField(citizen, "cpr", Cpr(value=cpr)))
    address = Address(street=street, postcode="2200", city="By")
    desk.editor.edit(SetField(desk.editor.view.casefile.citizen, "address", address))
    desk.editor.edit(TypeText(desk.editor.view.casefile.citizen, "phone", words))
    for section in desk.page.standard.sections:
        desk.page.show_section(section.id)
    settle(main)
    pdf = make(print_job(desk.editor.view, main.session.store.blobs, ("assessment_form",)))
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out / "udskrift.pdf"))
    print_on(printer, pdf)

    def choose():
        found = QApplication.activeModalWidget()
        if not isinstance(found, QFileDialog):
            QTimer.singleShot(0, choose)
            return
        found.selectFile(str(out / "gemt.pdf"))
        found.accept()

    QTimer.singleShot(0, choose)
    assert save_pdf(pdf, main)
    QTimer.singleShot(0, fail)
    QTimer.singleShot(0, lambda: main.lock_soon())
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, after))


def fail():
    raise ValueError(f"{name} {cpr} {street}")


def after():
    wait_until(lambda: launcher.session is None)
    print("locked", flush=True)
    # Twice round: a program whose windows were all gone for a moment would end by itself.
    QTimer.singleShot(300, lambda: QTimer.singleShot(300, end))


def end():
    print("still here", flush=True)
    launcher.window.close()


QTimer.singleShot(0, work)
QTimer.singleShot(60_000, app.quit)
app.exec()
launcher.close()
print("left", flush=True)
"""


@pytest.fixture(scope="module")
def day(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, "subprocess.CompletedProcess[str]"]:
    """Everything that a day's work left on a disk of its own, and what it said."""
    disk = tmp_path_factory.mktemp("disk")
    for name in ("home", "tmp", "out", "run"):
        (disk / name).mkdir(mode=0o700)
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.getcwd(),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(disk / "home"),
        "USERPROFILE": str(disk / "home"),
        "TMPDIR": str(disk / "tmp"),
        "XDG_RUNTIME_DIR": str(disk / "run"),
        "LANG": "C.UTF-8",
    }
    command = [sys.executable, "-c", DAY, str(disk / "home" / "data"), str(disk / "out"), *SECRETS]
    ended = subprocess.run(
        command, env=environment, cwd=disk, capture_output=True, text=True, timeout=120, check=False
    )
    return disk, ended


SECRETS = ("Hemmeligine Østergård", "0101821234", "Skjulegyden 77", "55667788 klistermærke")
PARTS = {part for secret in SECRETS for part in (secret, *secret.split()) if len(part) > 4}


def test_a_day_ran_to_its_end_over_a_lock(
    day: tuple[Path, "subprocess.CompletedProcess[str]"],
) -> None:
    _, ended = day
    assert ended.stdout.splitlines()[-3:] == ["locked", "still here", "left"], ended.stderr
    assert ended.returncode == 0


def test_no_file_and_no_name_of_a_file_holds_a_word_of_the_day(
    day: tuple[Path, "subprocess.CompletedProcess[str]"],
) -> None:
    disk, _ = day
    found = [path for path in disk.rglob("*") if path.is_file()]
    assert (disk / "out" / "gemt.pdf") in found
    assert (disk / "home" / "data" / "record.db") in found
    for path in found:
        assert not [word for word in PARTS if word in str(path.relative_to(disk))]
        # What the user saved and printed is the user's, and says what it says.
        inside = b"" if path.parent.name == "out" else path.read_bytes()
        assert not [word for word in PARTS if word.encode() in inside], path


def test_the_system_remembers_no_file_that_was_saved(
    day: tuple[Path, "subprocess.CompletedProcess[str]"],
) -> None:
    disk, _ = day
    outside = [p for p in (disk / "home").rglob("*") if p.is_file() and "data" not in p.parts]
    assert not [path for path in outside if b"gemt.pdf" in path.read_bytes()]


def test_an_error_is_told_by_kind_and_place_alone(
    day: tuple[Path, "subprocess.CompletedProcess[str]"],
) -> None:
    _, ended = day
    assert "ValueError" in ended.stderr
    assert "in fail" in ended.stderr
    assert not [word for word in PARTS if word in ended.stdout + ended.stderr]


CRASH = """
import os
from app.crashes import keep_private
keep_private()
os.abort()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no core files")
def test_a_crash_leaves_no_memory_on_the_disk(tmp_path: Path) -> None:
    command = ["sh", "-c", 'ulimit -c unlimited 2>/dev/null; exec "$0" -c "$1"']
    ended = subprocess.run(
        [*command, sys.executable, CRASH],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.getcwd()},
        timeout=60,
        check=False,
    )
    assert ended.returncode < 0
    assert list(tmp_path.iterdir()) == []


def test_errors_in_threads_and_their_causes_keep_silent_about_values() -> None:
    script = """
import threading
from app.crashes import keep_private
keep_private()
def work():
    try:
        {}["Hemmeligine"]
    except KeyError as error:
        raise RuntimeError("0101821234") from error
thread = threading.Thread(target=work)
thread.start()
thread.join()
"""
    ended = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": os.getcwd()},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "RuntimeError" in ended.stderr
    assert "KeyError" in ended.stderr
    assert "0101821234" not in ended.stderr


def test_the_program_is_silent_from_its_first_step() -> None:
    script = """
import runpy, sys
sys.argv = ["app", "standards", "check", "findes-ikke.toml"]
try:
    runpy.run_module("app", run_name="__main__")
except SystemExit:
    print(sys.excepthook.__module__)
"""
    ended = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": os.getcwd()},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.stdout.splitlines()[-1:] == ["app.crashes"]
