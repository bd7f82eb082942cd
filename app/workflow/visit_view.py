"""What a section of the form is shown: one immutable picture of the open visit."""

from collections.abc import Mapping
from datetime import date

import msgspec

from app.domain.casefile import CaseFile
from app.domain.findings import Judgement
from app.domain.national import NationalLaw
from app.domain.records import Assessment
from app.domain.standard import Standard


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
