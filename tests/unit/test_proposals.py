"""What the standard points to at the levels recorded."""

from app.domain.findings import Proposal
from app.domain.records import Record
from app.domain.values import Level
from tests.factories import assessment, casefile, disputed, grant, judged


def proposals(*records: Record) -> tuple[Proposal, ...]:
    """Return the proposals of København's standard."""
    return judged(casefile(*records)).proposals


def test_no_level_proposes_nothing() -> None:
    assert proposals(assessment("bad", "")) == ()


def test_level_1_proposes_nothing() -> None:
    assert proposals(assessment("bad", "1")) == ()


def test_a_level_proposes_items_extent_and_says_where_it_stands() -> None:
    (proposal,) = proposals(assessment("bad", "3"))
    assert (proposal.area, proposal.level, proposal.service) == ("bad", "3", "personlig_pleje")
    assert proposal.items == ("bad", "haarvask")
    assert proposal.ref == "11.1.1"
    assert not proposal.taken


def test_an_items_own_level_stands_before_the_areas() -> None:
    own = {"haarvask": Level(scale="kbh-1-4", value="1")}
    (proposal,) = proposals(assessment("bad", "3", item_levels=own))
    assert proposal.items == ("bad",)


def test_an_item_alone_may_be_proposed_where_the_area_is_managed() -> None:
    own = {"haarvask": Level(scale="kbh-1-4", value="4")}
    (proposal,) = proposals(assessment("bad", "1", item_levels=own))
    assert (proposal.items, proposal.level) == (("haarvask",), "4")


def test_two_levels_in_an_area_give_two_proposals() -> None:
    own = {"bad": Level(scale="kbh-1-4", value="2")}
    found = proposals(assessment("bad", "3", item_levels=own))
    assert [p.items for p in found] == [("bad",), ("haarvask",)]
    assert len({p.id for p in found}) == 2


def test_a_proposal_is_taken_when_living_help_covers_it() -> None:
    level = assessment("bad", "3")
    partly = grant(service="personlig_pleje", items=("bad",))
    rest = grant("g2", service="personlig_pleje", items=("haarvask",))
    assert not proposals(level, partly)[0].taken
    assert proposals(level, partly, rest)[0].taken


def test_a_proposal_of_a_service_as_a_whole_is_taken_by_any_of_it() -> None:
    level = assessment("toejvask", "3")
    assert not proposals(level)[0].taken
    assert proposals(level, grant(service="toejvask", items=("maskinvask",)))[0].taken


def test_a_disputed_level_proposes_nothing() -> None:
    level = assessment("bad", "")
    file = casefile(level, disputes=(disputed(level, "level", "2", "3"),))
    assert judged(file).proposals == ()
