"""Makes the picture of a visit that its page shows, under one standard or several."""

from datetime import date

from app.clock import local_day, today
from app.domain.casefile import CaseFile
from app.domain.combining import merged, share_of, side_by_side, together
from app.domain.findings import Judgement
from app.domain.judgement import judge
from app.domain.records import Assessment, Visit
from app.domain.standard import Standard
from app.domain.values import StandardRef
from app.workflow.elsewhere import Whereabouts
from app.workflow.session import Session
from app.workflow.visit_view import VisitView


class Painter:
    """Paints one visit. What does not change while it is open is worked out once.

    Raises KnownError where a standard of the visit is not at hand.
    """

    def __init__(self, session: Session, casefile: CaseFile) -> None:
        self._session = session
        self.place = Whereabouts(session, casefile.case.id)
        self._choose(casefile)

    def paint(self, casefile: CaseFile) -> VisitView:
        """Return what there is to see of a case today."""
        if casefile.visit.standards != self._refs:
            self._choose(casefile)
        if len(self.standards) == 1:
            standard = self.standards[0]
            return self._view(casefile, standard, self._judged(casefile, standard))
        shares = {s.id: self._share(casefile, s) for s in self.standards}
        judgement = merged([(v.standard, v.judgement) for v in shares.values()])
        return self._view(casefile, self.standard, judgement, shares)

    def _choose(self, casefile: CaseFile) -> None:
        self._refs: tuple[StandardRef, ...] = casefile.visit.standards
        self.standards = side_by_side(self._session.standards_for(casefile))
        self.standard = together(self.standards)
        earlier = earlier_visit(casefile)
        self._previous_on = visited_on(earlier) if earlier else None
        self._previous = {s.id: _levels_at(earlier, s, casefile) for s in self.standards}

    def _share(self, casefile: CaseFile, standard: Standard) -> VisitView:
        share = share_of(casefile, standard, self.standards)
        return self._view(share, standard, self._judged(share, standard))

    def _judged(self, casefile: CaseFile, standard: Standard) -> Judgement:
        return judge(casefile, standard, self._session.national, today(self._session.clock))

    def _view(
        self,
        casefile: CaseFile,
        standard: Standard,
        judgement: Judgement,
        shares: dict[str, VisitView] | None = None,
    ) -> VisitView:
        profile, decision = self._session.profile, casefile.decision
        issued = any(decision and v.decision == decision.id for v in casefile.versions)
        return VisitView(
            casefile=casefile,
            standard=standard,
            national=self._session.national,
            judgement=judgement,
            today=today(self._session.clock),
            user_name=profile.name,
            user_title=profile.title,
            previous=self._previous[standard.id],
            previous_on=self._previous_on,
            locked=issued or self.place.held or self.place.moved_to is not None,
            held=self.place.held,
            moved_to=self.place.moved_to,
            shares=shares or {},
            own_texts=self._session.own_texts,
        )


def earlier_visit(casefile: CaseFile) -> Visit | None:
    """Return the visit of the case before the open one: the one it names, or by its day."""
    visit = casefile.visit
    if visit.previous:
        return casefile.get(Visit, visit.previous)
    if visit.planned is None:
        return None
    start = visit.planned.start
    earlier = [
        (v.planned.start, v)
        for v in casefile.all(Visit)
        if v.id != visit.id and v.planned and v.planned.start < start and v.state != "cancelled"
    ]
    return max(earlier, key=lambda pair: pair[0])[1] if earlier else None


def visited_on(visit: Visit) -> date | None:
    """Return the Danish day of a visit, if it was planned."""
    return local_day(visit.planned.start) if visit.planned else None


def _levels_at(
    visit: Visit | None, standard: Standard, casefile: CaseFile
) -> dict[str, Assessment]:
    if visit is None:
        return {}
    return {
        area.id: found
        for area in standard.areas
        if (found := casefile.assessment_at(visit.id, standard.id, area.id)).level is not None
    }
