"""An unlocked computer: its store, its user, the standards at hand, and the time."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.clock import Clock, today
from app.documents.content import OwnTexts
from app.domain.casefile import CaseFile
from app.domain.national import NationalLaw
from app.domain.records import Case, Citizen
from app.domain.standard import Standard
from app.domain.standard_file import load_national
from app.domain.values import StandardRef
from app.errors import KnownError
from app.journal.changes import Snapshot
from app.store.store import Store
from app.texts import RESOURCES, Texts
from app.workflow.library import Library, StandardHead, ref_of
from app.workflow.own_texts import FOLDER, read_own_texts

if TYPE_CHECKING:  # it brings a slow library, for those who set one
    from app.store.pin import Pin


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """The visitator who uses this computer; printed under decisions.

    `municipality` is whose standards new visits choose among, "" for all that are here.
    """

    name: str
    title: str
    unit: str
    municipality: str = ""


class Session:
    """What every workflow needs, from unlocking to locking."""

    def __init__(self, store: Store, clock: Clock, language: str = "da") -> None:
        self.store = store
        self.clock = clock
        self.texts = Texts(language)
        # The way back from the citizen's screen; gone with the session when it locks.
        self.pin: Pin | None = None
        # What ends before the store is closed, in the order of its beginning.
        self.ending: list[Callable[[], None]] = []

    @cached_property
    def library(self) -> Library:
        """The quality standards at hand, those that came from the hub among them."""
        return Library(received=self.standards_folder)

    @property
    def standards_folder(self) -> Path:
        """Where standards lie that came from the hub."""
        return self.store.folder / "standards"

    @cached_property
    def national(self) -> NationalLaw:
        """National law as dated data."""
        return load_national(RESOURCES / "law" / "denmark.toml")

    @cached_property
    def own_texts(self) -> OwnTexts:
        """The municipality's own letter texts, as they were when the computer was unlocked."""
        return read_own_texts(self.texts_folder)

    @property
    def texts_folder(self) -> Path:
        """Where the municipality's own letter texts lie, if it has any."""
        return self.store.folder / FOLDER

    @cached_property
    def profile(self) -> Profile:
        """The visitator's name, title and unit."""
        stored = self.store.local.get("profile")
        if stored is None:
            return Profile(name="", title="", unit="")
        return msgspec.json.decode(stored, type=Profile)

    def set_profile(self, profile: Profile) -> None:
        """Change who uses this computer."""
        self.store.local.set("profile", msgspec.json.encode(profile).decode())
        self.profile = profile

    def casefile(self, visit_id: str) -> CaseFile:
        """Read the whole case that a visit belongs to; KnownError if it is not here."""
        return casefile_of(visit_id, self.snapshot(visit_id))

    def snapshot(self, visit_id: str) -> Snapshot:
        """Read what the journal has of a visit's case and citizen, heads included."""
        scopes = self.store.overview.scopes_of_visit(visit_id)
        if not scopes:
            raise KnownError("visit.not_here")
        return self.store.journal.snapshot(scopes)

    def citizen(self, citizen_id: str) -> Citizen | None:
        """Read one citizen's master data."""
        records = self.store.journal.snapshot((citizen_id,)).records.get("citizen", {})
        found = records.get(citizen_id)
        return found if isinstance(found, Citizen) and not found.removed else None

    def name_in(self, scope: str) -> str:
        """Return the name of the citizen whose record or case this is; "" if it is not here."""
        cases = self.store.journal.snapshot((scope,)).records.get("case", {}).values()
        owners = [each.citizen for each in cases if isinstance(each, Case)]
        citizen = self.citizen(owners[0] if owners else scope)
        return citizen.name if citizen is not None else ""

    def offered(self) -> tuple[StandardHead, ...]:
        """Return what a new visit may choose: the newest of each of its standards."""
        return self.library.heads(today(self.clock), self.profile.municipality)

    def usual_standard(self) -> Standard:
        """Return the standard of a visit for which none was chosen.

        Raises KnownError "standard.none", or what is wrong with the files.
        """
        return self.library.first(today(self.clock), self.profile.municipality)

    def standards_for(self, casefile: CaseFile) -> tuple[Standard, ...]:
        """Return the standards of a visit: as it was opened with them, or as they are now.

        One that is only planned takes the newest version of what was chosen for it.
        """
        visit = casefile.visit
        if not visit.standards:
            return (self.usual_standard(),)
        if visit.state != "planned":
            return tuple(self.library.get(ref) for ref in visit.standards)
        newest = {h.id: h.ref for h in self.library.heads(today(self.clock))}
        return tuple(self.library.get(newest.get(ref.id, ref)) for ref in visit.standards)

    def standard_for(self, casefile: CaseFile) -> Standard:
        """Return the first standard of a visit."""
        return self.standards_for(casefile)[0]

    def ref(self, standard: Standard) -> StandardRef:
        """Name a standard and its version."""
        return ref_of(standard)

    def close(self) -> None:
        """Lock: nothing can be read after this. What is under way ends first."""
        while self.ending:
            self.ending.pop(0)()
        self.store.close()


def casefile_of(visit_id: str, snapshot: Snapshot) -> CaseFile:
    """Return a snapshot as the case that one visit sees."""
    return CaseFile(visit_id=visit_id, records=snapshot.records, disputes=snapshot.disputes)
