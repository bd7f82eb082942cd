"""Over a lock: what the disk would not take is held sealed, and put back when it is unlocked."""

import msgspec
from PySide6.QtCore import QCoreApplication

from app.errors import KnownError
from app.views.main_window import MainWindow
from app.workflow.unkept import Unkept, sealed, unsealed


def seal_unkept(main: MainWindow) -> bytes:
    """Write what can be written; return the rest, encrypted, and nothing if there is none."""
    unkept = Unkept()
    if main.desk is not None:
        main.desk.write_all()
        unkept = main.desk.unkept()
    unkept = msgspec.structs.replace(unkept, plan=main.unplanned)
    return sealed(main.session, unkept) if unkept.is_anything else b""


def put_back(main: MainWindow, held: bytes) -> bytes:
    """Put back what was sealed and say so; return it again if it is not this data's."""
    unkept = unsealed(main.session, held)
    if unkept is None:
        main.say(_say_foreign(), "warn")
        return held
    main.unplanned = unkept.plan
    sentences = []
    if unkept.texts:
        sentences.append(_write(main, unkept))
    if unkept.unread:
        sentences.append(_say_unread().format(what=unkept.unread))
    if unkept.unsaved_answers:
        sentences.append(_say_cleared())
    if sentences:
        main.say("\n".join(sentences), "warn")
    return b""


def _write(main: MainWindow, unkept: Unkept) -> str:
    main.open(unkept.visit)
    if main.desk is None:
        raise KnownError("visit.not_here")
    main.desk.page.show_section(unkept.section)
    return _say_kept() if main.desk.put_back(unkept.texts) else _say_waiting()


def _say_kept() -> str:
    return QCoreApplication.translate(
        "Carrying",
        "When the program locked, the disk would not take the last text. It has been put back "
        "now and is saved.",
    )


def _say_waiting() -> str:
    return QCoreApplication.translate(
        "Carrying",
        "The disk still does not take the text from before the program locked. It is held in "
        "memory and is written when you leave the visit. Make room on the disk first.",
    )


def _say_unread() -> str:
    return QCoreApplication.translate(
        "Carrying", "Not saved before the program locked, because it could not be read: {what}"
    )


def _say_cleared() -> str:
    return QCoreApplication.translate(
        "Carrying",
        "The citizen had begun to answer but had not saved when the program locked. Nothing of it "
        "was recorded. Turn the screen and ask again.",
    )


def _say_foreign() -> str:
    return QCoreApplication.translate(
        "Carrying",
        "Text from before the program locked could not be put back: it belongs to other data "
        "than what is open now.",
    )
