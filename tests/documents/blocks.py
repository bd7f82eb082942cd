"""The twenty blocks of a decision letter (DOMAIN 2.3), each by words that stand not before it."""

import tomllib
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from app.documents.content import Content
from app.domain.standard import Service
from tests import factories as make

TEXTS = tomllib.loads((make.RESOURCES / "texts/da/letter.toml").read_text(encoding="utf-8"))
GIVING = frozenset(
    {"granted", "partly", "changed", "reduced", "continued", "acute", "on_existing_basis"}
)
LESS = frozenset({"partly", "refused", "changed", "reduced", "ended"})
# The result of each need that was applied for, as the letter says it.
RESULTS = {
    "partly": ("granted", "refused"),
    "refused": ("refused",),
    "changed": ("changed",),
    "reduced": ("reduced",),
    "ended": ("ended",),
}
Words = Callable[[Content, str], Sequence[str]]


class Block(NamedTuple):
    """A block by its number; `words` are none where a letter does without it."""

    number: int
    words: Words


def _title(key: str) -> str:
    return str(TEXTS[key]["title"])


def _sender(content: Content, _variant: str) -> Sequence[str]:
    unit = next(u for u in content.standard.units if u.id == content.casefile.case.unit)
    return (content.standard.municipality.name, unit.name, *unit.address[-1:])


def _receiver(content: Content, _variant: str) -> Sequence[str]:
    citizen = content.casefile.citizen
    assert citizen.address is not None
    number = content.casefile.case.number
    return (citizen.name, citizen.address.street, "23. november 2026", number, "150277-")


def _heading(_content: Content, variant: str) -> Sequence[str]:
    heading = {"acute": "granted", "on_existing_basis": "granted"}.get(variant, variant)
    return (TEXTS["heading"][heading],)


def _result(_content: Content, variant: str) -> Sequence[str]:
    outcomes = [TEXTS["result"][key] for key in RESULTS.get(variant, ("granted",))]
    change = ("2 gange om ugen", "1 gang om ugen", "Du kan mere end sidst.")
    return (_title("result"), *outcomes, *(change if variant in ("changed", "reduced") else ()))


def _services(content: Content, variant: str) -> Sequence[str]:
    if variant not in GIVING:
        return ()
    extent = "1 gang om ugen" if variant in ("changed", "reduced") else "2 gange om ugen"
    return (_title("services"), _first(content).name, extent, "minutter", "1. december 2026")


def _goals(_content: Content, variant: str) -> Sequence[str]:
    if variant not in GIVING:
        return ()
    return (_title("goals"), "Du åbner selv din post hver uge.", "Bunken er væk om fredagen.")


def _facts(content: Content, _variant: str) -> Sequence[str]:
    return (_title("facts"), "Du bor alene og har få, du ser.", content.standard.areas[0].name)


def _reasons(_content: Content, variant: str) -> Sequence[str]:
    own = ("Vi har set på, hvad du selv kan",) if variant in LESS else ()
    return (_title("reasons"), "Du har brug for nogen ved siden af dig", *own)


def _views(_content: Content, _variant: str) -> Sequence[str]:
    return (_title("views"), "Du vil helst have hjælp hver dag.", "Vi har talt om det med dig.")


def _manages_more(_content: Content, _variant: str) -> Sequence[str]:
    return (_title("rehabilitation"), "Du har lige afsluttet et forløb.", "teknologi")


def _basis(_content: Content, variant: str) -> Sequence[str]:
    missing = ("foreliggende grundlag", "En udtalelse fra din læge.")
    return (_title("basis"), *(missing if variant == "on_existing_basis" else ()))


def _law(content: Content, _variant: str) -> Sequence[str]:
    return (_title("law"), _first(content).name, "lovens §", content.standard.title)


def _payment(content: Content, variant: str) -> Sequence[str]:
    pays = variant in GIVING and _first(content).user_payment
    return (_title("payment"), _first(content).user_payment) if pays else ()


def _follow_up(_content: Content, _variant: str) -> Sequence[str]:
    return (_title("follow_up"),)


def _practical(_content: Content, variant: str) -> Sequence[str]:
    """Blocks 14 and 15 have the municipality's own words, for those who get help."""
    return (_title("practical"), "Sig til, når noget ændrer sig") if variant in GIVING else ()


def _plan(content: Content, variant: str) -> Sequence[str]:
    offers = variant in GIVING and "action_plan" in content.standard.documents.used
    return (_title("plan"), "handleplan") if offers else ()


def _rights(_content: Content, _variant: str) -> Sequence[str]:
    return (_title("rights"), "aktindsigt", "bisidder", "tolk")


def _complaint(_content: Content, _variant: str) -> Sequence[str]:
    return (_title("complaint"), "til kommunen", "4 uger", "mundtligt", "skrive", "Ankestyrelsen")


def _enclosures(_content: Content, _variant: str) -> Sequence[str]:
    return (_title("enclosures"), "kopi af dine samtykker")


def _signature(content: Content, _variant: str) -> Sequence[str]:
    return (TEXTS["signature"]["greeting"], content.name, content.title)


BLOCKS: tuple[Block, ...] = (
    Block(1, _sender),
    Block(2, _receiver),
    Block(3, _heading),
    Block(4, _result),
    Block(5, _services),
    Block(6, _goals),
    Block(7, _law),
    Block(8, _facts),
    Block(9, _reasons),
    Block(10, _views),
    Block(11, _manages_more),
    Block(12, _basis),
    Block(13, _payment),
    Block(14, _follow_up),
    Block(15, _practical),
    Block(16, _plan),
    Block(17, _rights),
    Block(18, _complaint),
    Block(19, _enclosures),
    Block(20, _signature),
)
_TITLES = {5: "services", 6: "goals", 13: "payment", 15: "practical", 16: "plan"}


def astray(
    words: str, content: Content, variant: str, *, by_first_words: bool = False
) -> Iterator[str]:
    """Yield each block that is not after the one before it, or stands where it does not belong.

    On the page the cells of a table stand beside each other, so the eye looks `by_first_words`.
    """
    place = 0
    for block in BLOCKS:
        expected = block.words(content, variant)
        for said in expected[:1] if by_first_words else expected:
            found = words.find(said, place)
            if found < 0:
                yield f"block {block.number}: »{said}« is not after »{words[:place][-40:]}«"
            place = max(place, found + len(said))
        if not expected and _title(_TITLES[block.number]) in words:
            yield f"block {block.number} does not belong in this letter"


def _first(content: Content) -> Service:
    """Return the service that was applied for first."""
    found = content.standard.service(content.casefile.needs[0].service)
    assert found is not None
    return found
