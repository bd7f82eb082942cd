"""What a section of the form is shown: one immutable picture of the open visit."""

from collections.abc import Mapping
from datetime import date

import msgspec

from app.clock import today
from app.domain.casefile import CaseFile, FieldKey
from app.domain.findings import Judgement
from app.domain.judgement.places import place_in
from app.domain.national import NationalLaw
from app.domain.records import Assessment
from app.domain.standard import Standard
from app.workflow.session import Session


class VisitView(msgspec.Struct, frozen=True, kw_only=True):
    """The case, its standard and what follows from them, on one day.

    `previous` holds the last visit's assessment per area and `previous_on` its day.
    `locked` is true when the decision of the visit is issued.
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


def blank_view(session: Session) -> VisitView:
    """Return a view without a case, in the newest standard: what forms are built from."""
    day = today(session.clock)
    return VisitView(
        casefile=CaseFile(visit_id="", records={}),
        standard=session.library.newest(day)[0],
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
