"""The colours of the three looks, and how the text on each is kept readable."""

from typing import NamedTuple


class Tokens(NamedTuple):
    """Every colour of one look, as #RRGGBB.

    `control` outlines what can be operated, `line` only divides. `levels` go from most to
    least able in one hue: a level is no judgement of a person.
    """

    name: str
    dark: bool
    ink: str
    muted: str
    line: str
    control: str
    background: str
    surface: str
    primary: str
    primary_hover: str
    on_primary: str
    tint: str
    hover: str
    neutral: str
    levels: tuple[str, str, str, str]
    level_dark_text: str
    level_light_text: str
    ok: str
    ok_tint: str
    warn: str
    warn_tint: str
    bad: str
    bad_tint: str
    focus: str
    focus_tint: str
    nav: str
    nav_text: str
    nav_hover: str
    nav_chosen: str
    nav_chosen_text: str
    desk: str

    def tone(self, tone: str) -> tuple[str, str]:
        """Return text and background of a tone: neutral, info, ok, warn or bad."""
        return {
            "info": (self.primary, self.tint),
            "ok": (self.ok, self.ok_tint),
            "warn": (self.warn, self.warn_tint),
            "bad": (self.bad, self.bad_tint),
        }.get(tone, (self.muted, self.neutral))

    def level(self, index: int, count: int) -> tuple[str, str]:
        """Return fill and text of level `index` of `count`, text at least 4.5:1."""
        place = 3 * index / max(1, count - 1)
        low = min(2, int(place))
        fill = mixed(self.levels[low], self.levels[low + 1], place - low)
        return readable(fill, self.level_dark_text, self.level_light_text)


def channels(colour: str) -> tuple[int, int, int]:
    """Read #RRGGBB."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(first: str, second: str, share: float) -> str:
    """Return the colour between two, `share` of the way from the first."""
    pairs = zip(channels(first), channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2, 0 to 1."""

    def linear(value: int) -> float:
        part = value / 255
        return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(c) for c in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of WCAG 2.2, 1 to 21."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def readable(fill: str, dark: str, light: str) -> tuple[str, str]:
    """Return a fill with the better of two texts; a fill between both is moved away."""
    text = max(dark, light, key=lambda c: contrast(fill, c))
    away = "#FFFFFF" if text == dark else "#000000"
    while contrast(fill, text) < 4.5:
        fill = mixed(fill, away, 0.1)
    return fill, text


LIGHT = Tokens(
    name="light",
    dark=False,
    ink="#16242F",
    muted="#566573",
    line="#D9E0E7",
    control="#7C8A97",
    background="#F4F6F8",
    surface="#FFFFFF",
    primary="#0B5077",
    primary_hover="#093F5F",
    on_primary="#FFFFFF",
    tint="#E6F0F6",
    hover="#EEF3F7",
    neutral="#EAEEF2",
    levels=("#DCEAF2", "#9FC5DB", "#2F7199", "#0B5077"),
    level_dark_text="#16242F",
    level_light_text="#FFFFFF",
    ok="#1B7A57",
    ok_tint="#E1F3EA",
    warn="#9A5200",
    warn_tint="#FDF1DF",
    bad="#A8261D",
    bad_tint="#FBE9E7",
    focus="#F2A900",
    focus_tint="#FFFBEE",
    nav="#0B5077",
    nav_text="#FFFFFF",
    nav_hover="#1F6188",
    nav_chosen="#FFFFFF",
    nav_chosen_text="#0B5077",
    desk="#DDE3EA",
)

DARK = Tokens(
    name="dark",
    dark=True,
    ink="#E8EEF3",
    muted="#A9B6C2",
    line="#33424F",
    control="#7D8D9B",
    background="#10181F",
    surface="#19242D",
    primary="#86C5E8",
    primary_hover="#A6D6F1",
    on_primary="#0A2231",
    tint="#1D3546",
    hover="#223039",
    neutral="#263541",
    levels=("#24394A", "#2F5E7C", "#6AAACB", "#B5DEF2"),
    level_dark_text="#0A1C28",
    level_light_text="#FFFFFF",
    ok="#74D3AA",
    ok_tint="#173429",
    warn="#F2BA70",
    warn_tint="#382A15",
    bad="#F7A199",
    bad_tint="#43211E",
    focus="#F2A900",
    focus_tint="#2B2716",
    nav="#0C2434",
    nav_text="#E8EEF3",
    nav_hover="#17384D",
    nav_chosen="#86C5E8",
    nav_chosen_text="#0A2231",
    desk="#0A1116",
)

CONTRAST = Tokens(
    name="contrast",
    dark=True,
    ink="#FFFFFF",
    muted="#E4E4E4",
    line="#9A9A9A",
    control="#FFFFFF",
    background="#000000",
    surface="#000000",
    primary="#9AD9FF",
    primary_hover="#C9EBFF",
    on_primary="#000000",
    tint="#0C2E44",
    hover="#242424",
    neutral="#242424",
    levels=("#17384D", "#23577A", "#9AD3F2", "#E0F4FF"),
    level_dark_text="#000000",
    level_light_text="#FFFFFF",
    ok="#8BF0C2",
    ok_tint="#06301F",
    warn="#FFD08A",
    warn_tint="#372200",
    bad="#FFB8B0",
    bad_tint="#45100B",
    focus="#F2A900",
    focus_tint="#2B2200",
    nav="#000000",
    nav_text="#FFFFFF",
    nav_hover="#333333",
    nav_chosen="#9AD9FF",
    nav_chosen_text="#000000",
    desk="#1C1C1C",
)
