"""Fails when a text of the program has no Danish, or stands in the code without tr()."""

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET  # our own files
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("widgets", "forms", "views")
# A literal with words of its own, whatever is put into its braces.
SETTERS = re.compile(
    r"\b(?:setText|setToolTip|setWindowTitle|setPlaceholderText|setAccessibleName|setTitle"
    r"|addItem|QLabel|QPushButton|QCheckBox|heading|muted|section_title|plain_button"
    r"|primary_button|link_button)\(\s*f?\"[^\"]*[A-Za-zæøåÆØÅ]{3,}"
)
FORMATTED = re.compile(r"\btr\(\s*f[\"']|= (?:QCoreApplication\.translate|self\.tr)$")


def main() -> int:
    """Say everything that is wrong; return 1 if anything is."""
    problems = [*_untranslated(), *_stale(), *_literals()]
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(problems)} texts to mend" if problems else "every text has its Danish")
    return 1 if problems else 0


def _sources() -> list[Path]:
    return [path for room in ROOMS for path in sorted((ROOT / "app" / room).rglob("*.py"))]


def _messages(path: Path) -> dict[tuple[str, str], bool]:
    """Return each text of a .ts file, and whether its translation is whole."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            found[name, message.findtext("source") or ""] = _is_whole(translation)
    return found


def _is_whole(translation: ET.Element | None) -> bool:
    if translation is None or translation.get("type") is not None:
        return False
    forms = translation.findall("numerusform") or [translation]
    return all((form.text or "").strip() for form in forms)


def _untranslated() -> list[str]:
    return [
        f"{path.name}: no translation in {context}: {source}"
        for path in sorted((ROOT / "translations").glob("*.ts"))
        for (context, source), whole in _messages(path).items()
        if not whole
    ]


def _stale() -> list[str]:
    """Compare with what lupdate finds now."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "now.ts"
        lupdate = Path(sys.executable).with_name("pyside6-lupdate")
        subprocess.run(  # noqa: S603 - our own tool on our own files
            [lupdate, *_sources(), "-ts", fresh, "-source-language", "en", "-locations", "none"],
            check=True,
            capture_output=True,
        )
        wanted = _messages(fresh).keys()
    return [
        f"{path.name}: not there: {context}: {source}"
        for path in sorted((ROOT / "translations").glob("*.ts"))
        for context, source in sorted(wanted - _messages(path).keys())
    ]


def _literals() -> list[str]:
    found = []
    for path in _sources():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            plain = re.sub(r"\{[^}]*\}|\\N", "", line)
            if SETTERS.search(plain) or FORMATTED.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: not through tr(): {line.strip()}")
    return found


if __name__ == "__main__":
    sys.exit(main())
