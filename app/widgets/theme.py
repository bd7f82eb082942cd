"""Gives the program its look: colours, the bundled font, the style sheet, the focus ring."""

from functools import cache
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from app.texts import RESOURCES
from app.widgets.tokens import CONTRAST, DARK, LIGHT, Tokens

__all__ = [
    "CONTRAST",
    "DARK",
    "LIGHT",
    "Tokens",
    "apply_theme",
    "font",
    "px",
    "show_ring",
    "tokens",
]

BASE_PX = 15
HEADING_PX = 23
SMALL_PX = 13
THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


class _Look:
    """What is shown now; one look serves the whole program."""

    tokens: Tokens = LIGHT
    scale: float = 1.0


def tokens() -> Tokens:
    """Return the colours of the look that is shown now."""
    return _Look.tokens


def px(size: int) -> int:
    """Return a text size in logical pixels at the text scale that is chosen."""
    return round(size * _Look.scale)


def font(size: int = BASE_PX, weight: int = 400, italic: bool = False) -> QFont:
    """Return the program's font: `size` in logical pixels before scaling, weight 400 to 700."""
    result = QFont(_family())
    result.setPixelSize(px(size))
    result.setWeight(QFont.Weight(weight))
    result.setItalic(italic)
    # Without hints the widths are the same on each platform.
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result


@cache
def _family() -> str:
    """Load the bundled font files once; the platform's own font serves if they are gone."""
    families: list[str] = []
    for cut in ("Regular", "Semibold", "Bold", "It"):
        file = RESOURCES / "fonts" / f"SourceSans3-{cut}.ttf"
        number = QFontDatabase.addApplicationFont(str(file)) if file.exists() else -1
        families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else QApplication.font().family()


@cache
def _sheet() -> Template:
    return Template((RESOURCES / "styles" / "app.qss").read_text(encoding="utf-8"))


def apply_theme(
    app: QApplication, name: str, text_scale: float = 1.0, *, ring: bool = True
) -> None:
    """Give the whole program a look: "light", "dark" or "contrast"; others mean light.

    `text_scale` makes all text larger: 1.5 is half as large again. Without `ring` the
    caller shows the focus ring later by `show_ring`: watching events costs a start 20 ms.
    """
    _Look.tokens = THEMES.get(name, LIGHT)
    _Look.scale = min(2.0, max(0.8, text_scale))
    sheet = style_sheet(_Look.tokens)
    if app.styleSheet() != sheet:
        _wear(app, sheet)
    if ring:
        show_ring(app)


def _wear(app: QApplication, sheet: str) -> None:
    """Dress all windows anew, which takes a tenth of a second when there are many."""
    if not app.styleSheet():
        # Under a style sheet the application's style no longer says which one it is.
        app.setStyle("Fusion")
    app.setFont(font())
    app.setPalette(_palette(_Look.tokens))
    app.setStyleSheet(sheet)


def show_ring(app: QApplication) -> None:
    """Draw the ring around whatever has keyboard focus, from now on."""
    from app.widgets.focus import keep_ring

    keep_ring(app)


def style_sheet(theme: Tokens) -> str:
    """Return the style sheet in the colours of a look."""
    colours = {key: value for key, value in theme._asdict().items() if isinstance(value, str)}
    sizes = {"heading": HEADING_PX, "title": 18, "section": 16, "small": SMALL_PX}
    mark = RESOURCES / "icons" / ("check-dark.svg" if theme.dark else "check-light.svg")
    named = {key: f"{px(size)}px" for key, size in sizes.items()}
    return _sheet().substitute(colours, **named, check=mark.as_posix())


def _palette(theme: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.background,
        role.WindowText: theme.ink,
        role.Base: theme.surface,
        role.AlternateBase: theme.hover,
        role.Text: theme.ink,
        role.PlaceholderText: theme.muted,
        role.Button: theme.surface,
        role.ButtonText: theme.ink,
        role.BrightText: theme.bad,
        role.Highlight: theme.primary,
        role.HighlightedText: theme.on_primary,
        role.Link: theme.primary,
        role.LinkVisited: theme.primary,
        role.ToolTipBase: theme.ink,
        role.ToolTipText: theme.surface,
        role.Accent: theme.primary,
    }
    palette = QPalette()
    for part, colour in colours.items():
        palette.setColor(part, QColor(colour))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(theme.muted))
    return palette
