"""What the standard says to a case: findings, proposals, what is missing, deadlines."""

from datetime import date
from typing import Literal

import msgspec

from app.domain.casefile import FieldKey
from app.domain.values import Extent


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """Where in the visit something is put right: a section, and a field if there is one."""

    section: str
    key: FieldKey | None = None


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A rule's hit. `id` is stable (rule and subject), so that a reason stays with it."""

    id: str
    rule: str
    title: str
    text: str
    ref: str
    anchor: Anchor
    needs_reason: bool = True
    reason: str = ""
    need: str = ""
    grant: str = ""

    @property
    def open(self) -> bool:
        """Tell whether a reason is asked for and not yet written."""
        return self.needs_reason and not self.reason.strip()


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """What the standard points to at the levels recorded; taking it is the visitator's act."""

    id: str
    area: str
    level: str
    service: str
    items: tuple[str, ...]
    extent: Extent | None
    text: str
    ref: str
    taken: bool = False


class Missing(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a whole decision needs. `key` names its sentence in messages.toml.

    `blocks` is true only for a legal element of this variant of letter, a dispute that
    concerns it, or a character that cannot be printed (ARCHITECTURE: A standard is data).
    """

    key: str
    anchor: Anchor
    blocks: bool
    params: dict[str, str] = {}


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """A day by which something must have happened, and the rule it comes from.

    `acute` marks a request for help at once; the deadline itself does not move (KBH-102).
    """

    rule: str
    name: str
    due: date
    counted_from: date
    text: str = ""
    ref: str = ""
    met: bool = False
    acute: bool = False
    service: str = ""


SectionState = Literal["empty", "partial", "complete"]


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """Everything computed from a case and its standard at one moment; never stored.

    `overall_proposal` is the overall level that the areas point to, "" if none.
    """

    findings: tuple[Finding, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    missing: tuple[Missing, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    sections: dict[str, SectionState] = {}
    overall_proposal: str = ""

    @property
    def blocked(self) -> tuple[Missing, ...]:
        """What stops the locking of a decision."""
        return tuple(m for m in self.missing if m.blocks)
