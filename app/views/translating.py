"""Loads the translations of the program and of Qt's own dialogs."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

_ROOT = Path(__file__).resolve().parent.parent.parent
FOLDERS = (_ROOT / "build" / "translations", _ROOT / "translations")


def install_translations(app: QApplication, language: str) -> None:
    """Show the program in a language: "da" or "en"; texts without one stay English."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale("da_DK" if language == "da" else "en_GB"))
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    _install(app, f"qtbase_{language}", Path(qt_folder))
    for folder in FOLDERS:
        if _install(app, f"hjemmebesoeg_{language}", folder):
            return


def _install(app: QApplication, name: str, folder: Path) -> bool:
    translator = QTranslator(app)
    if not translator.load(name, str(folder)):
        translator.deleteLater()
        return False
    return bool(app.installTranslator(translator))
