"""What a document is made from: the case, its standard and law, and who is to read it."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Literal, get_args

import msgspec

from app.clock import local_day
from app.domain.casefile import CaseFile
from app.domain.findings import Judgement
from app.domain.judgement.facts import Facts
from app.domain.national import NationalLaw
from app.domain.records import Contact, DecisionVersion
from app.domain.standard import Standard
from app.domain.values import Address

Part = Literal[
    "letter",
    "hearing",
    "processing_notice",
    "elder_care",
    "summary",
    "assessment_form",
    "consents",
    "workplace",
    "free_choice",
    "self_chosen",
    "duties",
    "open_counselling",
    "action_plan",
    "week_plan",
    "personal_data",
    "other_language",
    "order",
    "provider_plan",
    "status_report",
    "follow_up_summary",
]
PARTS: tuple[Part, ...] = get_args(Part)
# What waits for the decision: a draft until it is locked. The rest stands on its own.
OF_DECISION: tuple[Part, ...] = (
    "letter",
    "summary",
    "other_language",
    "assessment_form",
    "consents",
    "workplace",
    "free_choice",
    "self_chosen",
    "week_plan",
    "order",
)
# Letters with the citizen's address in the window of an envelope: of the decision, and others.
LETTERS_BESIDE: tuple[Part, ...] = ("hearing", "processing_notice", "elder_care")
LETTERS: tuple[Part, ...] = ("letter", *LETTERS_BESIDE)
# What explains a letter: whichever of them it goes with.
EXPLAINING: tuple[Part, ...] = ("summary", "other_language")
# What providers read and write in.
FOR_PROVIDERS: tuple[Part, ...] = ("order", "provider_plan", "status_report")
# A municipality's own files of letter texts: name and what stands in them, None if a file is
# there and cannot be read.
OwnTexts = tuple[tuple[str, str | None], ...]
Receiver = Literal["citizen", "representative", "provider", "file"]
# The size of the text: as usual, or large print of so many points.
Size = Literal["normal", "16", "20"]
SIZES: tuple[Size, ...] = get_args(Size)


Sharing = Literal["", "yes", "refused", "not_asked"]


class ByNow(msgspec.Struct, frozen=True, kw_only=True):
    """What holds by now, for a copy of what was issued earlier; it wins over how it was then.

    `protected` says that the citizen's address is protected by now, and `addresses` are those
    that the citizen has besides the one that was issued. `sharing` is the answer to whether
    information may be passed on, "" as it was then; `photos` whether photos may, None as it was
    then. `reader` is the representative who gets the copy.
    """

    protected: bool = False
    addresses: tuple[Address, ...] = ()
    sharing: Sharing = ""
    photos: bool | None = None
    reader: Contact | None = None


class Content(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Everything a document says; the same content gives the same bytes.

    `name` and `title` are the visitator's, `today` dates the document, `blobs` holds ink and
    photos by their sha256, `version` is the issued decision once it is locked. A receiver
    other than the citizen never sees a protected address. `subject` is the id of the record
    that a document of the case is about (an Order, Hearing, ProcessingNotice, ActionPlan,
    ProviderPlan or StatusReport); without it the newest one is meant. `size` and `language`
    are what was chosen for this copy; without a choice they follow what the citizen needs.
    `addressee` is the id of the contact who gets a representative's copy, the first by default.
    `own_texts` are said in the place of the shipped ones. `letter` is the letter that the
    summary and the help pages tell about; without it the one about `subject`, or the decision.
    `of_package` tells that parts that are made one by one belong to the decision all the same,
    and are drafts with it.
    """

    casefile: CaseFile
    standard: Standard
    national: NationalLaw
    judgement: Judgement
    today: date
    name: str
    title: str
    draft: bool
    blobs: Mapping[str, bytes] = {}
    version: DecisionVersion | None = None
    receiver: Receiver = "citizen"
    subject: str = ""
    size: Size | None = None
    language: str = ""
    addressee: str = ""
    own_texts: OwnTexts = ()
    by_now: ByNow = ByNow()
    of_package: bool = False
    letter: Part | None = None

    @cached_property
    def judged(self) -> Facts:
        """The case as the rules see it, so that letter and lock agree on what is given."""
        return Facts(self.casefile, self.standard, self.national, self.day)

    @property
    def day(self) -> date:
        """The day that the document carries: when it was locked, or today."""
        locked = self.version.locked_at if self.version else None
        return local_day(locked) if locked else self.today

    def size_of(self, part: Part) -> Size:
        """Return the size to print a part in: chosen, else what the citizen needs.

        The municipality's file keeps what the citizen got; what a provider reads is as usual.
        """
        if self.size is not None:
            return self.size
        theirs = self.receiver in ("citizen", "file") and part not in FOR_PROVIDERS
        needed = self.casefile.citizen.letter_size if theirs else ""
        return needed or "normal"

    @property
    def hides_address(self) -> bool:
        """Tell whether the citizen's address must not be printed on this copy."""
        return self.is_protected and self.receiver != "citizen"

    @property
    def is_protected(self) -> bool:
        """Tell whether the citizen's address is protected, or has come to be."""
        return self.casefile.citizen.protected_address or self.by_now.protected
