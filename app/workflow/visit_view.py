"""What a section of the form is shown: one immutable picture of the open visit."""

from collections.abc import Mapping
from datetime import date

import msgspec

from app.clock import today
from app.documents.content import OwnTexts
from app.domain.casefile import CaseFile, FieldKey
from app.domain.combining import SHARED, ShownSection, parts_of_key, shown_sections
from app.domain.findings import Judgement
from app.domain.judgement.places import AFTER, PLAN, place_in
from app.domain.national import NationalLaw
from app.domain.records import Assessment, Visit
from app.domain.standard import Standard
from app.workflow.session import Session

AFTERWARDS = (AFTER, PLAN)


class VisitView(msgspec.Struct, frozen=True, kw_only=True):
    """The case, its standard and what follows from them, on one day.

    `previous` holds the last visit's assessment per area and `previous_on` its day.
    `locked` is true when the decision of the visit is issued, or the case has moved: `moved_to`
    is the team that looks after it then, "" if nobody has said, and None for one's own. While
    the decision is being locked the visit is `held`, and nothing of it can be changed. A visit
    under several standards has a share for each, by its id; `standard` is then what they say
    together. `own_texts` are the municipality's own words for letters.
    """

    casefile: CaseFile
    standard: Standard
    national: NationalLaw
    judgement: Judgement
    today: date
    user_name: str
    user_title: str
    previous: Mapping[str, Assessment] = {}
    previous_on: date | None = None
    locked: bool = False
    held: bool = False
    moved_to: str | None = None
    shares: Mapping[str, "VisitView"] = {}
    own_texts: OwnTexts = ()

    @property
    def standards(self) -> tuple[Standard, ...]:
        """The standards of the visit; their own, where there are several."""
        return tuple(share.standard for share in self.shares.values()) or (self.standard,)

    def under(self, standard_id: str) -> "VisitView":
        """Return the visit as one of its standards sees it: share of the case and judgement."""
        return self.shares.get(standard_id, self)

    @property
    def sections(self) -> tuple[ShownSection, ...]:
        """The sections of the visit's page, in order."""
        return shown_sections(self.standards, self.casefile.visit.kind)

    def in_section(self, key: str) -> "VisitView":
        """Return what stands beside a section, by its key: its standard's share, or all."""
        section, standard = parts_of_key(key)
        if section in SHARED or not self.shares:
            return self
        return self.under(standard or self.standards[0].id)

    def worked_in(self, key: str) -> "VisitView":
        """Return what the form of a section is shown.

        What comes after the decision is worked with when it is issued; the letter stays. A
        case that has moved is read and nothing else.
        """
        view = self.in_section(key)
        is_open = view.moved_to is None and not view.held
        if view.locked and is_open and parts_of_key(key)[0] in AFTERWARDS:
            return msgspec.structs.replace(view, locked=False)
        return view


def blank_view(session: Session) -> VisitView:
    """Return a view without a case, in the newest standard: what forms are built from.

    It looks back, as one of a follow-up: every section that a visit may have is there.
    """
    day = today(session.clock)
    visit = Visit(id="", kind="follow_up")
    return VisitView(
        casefile=CaseFile(visit_id=visit.id, records={"visit": {visit.id: visit}}),
        standard=session.usual_standard(),
        national=session.national,
        judgement=Judgement(),
        today=day,
        user_name=session.profile.name,
        user_title=session.profile.title,
    )


def changed_section(before: VisitView, after: VisitView) -> str:
    """Return the title of the section in which two pictures of a visit first differ."""
    for entity, table in after.casefile.records.items():
        earlier = before.casefile.records.get(entity, {})
        for record_id, record in table.items():
            if record != earlier.get(record_id):
                anchor = place_in(FieldKey(entity, record_id, ""), after.casefile)
                section = after.standard.section(anchor.section)
                return section.title if section else ""
    return ""
