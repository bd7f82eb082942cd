"""What a decision must hold: each thing is taken away in its turn."""

import re
import tomllib
from datetime import date, datetime
from pathlib import Path

import msgspec
import pytest

from app.domain.casefile import CaseFile, Disputed
from app.domain.findings import Missing
from app.domain.ids import derived_id
from app.domain.judgement import judge
from app.domain.national import NationalLaw
from app.domain.records import (
    Answer,
    DecisionVersion,
    Delivery,
    Hearing,
    Record,
    Visit,
)
from app.domain.values import Interpreter
from app.texts import RESOURCES, Texts
from tests.factories import (
    DECISION,
    ONCE,
    TODAY,
    VISIT,
    assessment,
    case,
    casefile,
    citizen,
    consent,
    contact,
    decision,
    decision_item,
    denmark,
    disputed,
    goal,
    grant,
    judged,
    koebenhavn,
    lacking,
    member,
    need,
    provider_choice,
    request,
    standard,
    visit,
    whole_case,
    workplace_check,
    workplace_item,
)


def keys(file: CaseFile) -> list[str]:
    """Return the keys of all that is missing."""
    return [m.key.removeprefix("missing.") for m in judged(file).missing]


def gone(record: Record) -> Record:
    """Return the record with its life ended."""
    return msgspec.structs.replace(record, removed=True)


def test_a_whole_case_lacks_nothing() -> None:
    assert judged(whole_case()).missing == ()


BLOCKING: list[tuple[str, str, str, Record]] = [
    ("sender_unit", "household", "unit", case(unit="ukendt")),
    ("name", "household", "name", citizen(name=" ")),
    ("address", "household", "address", citizen(address=None)),
    (
        "elder_care_act",
        "household",
        "legal_basis",
        case(legal_basis="elder_care_act", legal_basis_reason="Alder."),
    ),
    ("legal_basis_unclear", "household", "legal_basis", case(legal_basis="unclear")),
    ("outcome", "decision", "outcome", decision_item(outcome="")),
    ("grant_items", "services", "items", grant(items=())),
    ("grant_extent", "services", "extent", grant(extent=None)),
    ("grant_start", "services", "starts_on", grant(starts_on=None)),
    ("facts", "decision", "facts", decision(facts="")),
    ("assessed_first", "decision", "rehabilitation_assessed", decision(rehabilitation_assessed="")),
    (
        "assessed_first_reason",
        "decision",
        "rehabilitation_reason",
        decision(rehabilitation_reason=""),
    ),
    ("existing_basis", "decision", "existing_basis", consent("obtain", "no")),
    ("missing_information", "decision", "missing_information", decision(existing_basis=True)),
    ("next_visit", "decision", "next_visit", visit(next_visit=None)),
]


@pytest.mark.parametrize(("key", "section", "field", "changed"), BLOCKING)
def test_a_legal_element_that_is_missing_blocks_and_names_its_field(
    key: str, section: str, field: str, changed: Record
) -> None:
    (missing,) = judged(whole_case(changed)).blocked
    assert missing.key == f"missing.{key}"
    assert missing.anchor.section == section
    assert missing.anchor.key
    assert missing.anchor.key.field == field


HINTS: list[tuple[str, str, Record]] = [
    ("cpr", "household", citizen(cpr=None)),
    ("birth_date", "household", citizen(birth_date=None)),
    ("phone", "household", citizen(phone="")),
    ("digital_post", "household", citizen(digital_post="")),
    ("interpreter", "household", citizen(interpreter=Interpreter())),
    ("target_group", "household", case(target_group="")),
    ("gp", "household", gone(contact())),
    ("healthy", "household", member(relation="spouse", healthy=None)),
    ("legal_basis", "household", case(legal_basis="")),
    ("received_on", "request", request(received_on=None)),
    ("received_from", "request", request(received_from="")),
    ("caller_consent", "request", request(caller="Naboen")),
    ("acute_start", "request", request(acute=True)),
    ("levels", "assessment", assessment("bad", "")),
    ("goal_measure", "goals", goal(measure="")),
    ("workplace_points", "workplace", workplace_item("lys.inde", "")),
    ("consent", "consent", gone(consent("share"))),
    ("provider", "provider", gone(provider_choice())),
    ("technology", "decision", decision(technology="")),
]


@pytest.mark.parametrize(("key", "section", "changed"), HINTS)
def test_what_is_good_to_have_never_blocks(key: str, section: str, changed: Record) -> None:
    (missing,) = judged(whole_case(changed)).missing
    assert missing.key == f"missing.{key}"
    assert missing.anchor.section == section
    assert not missing.blocks


def test_a_request_by_another_with_the_citizens_consent_is_whole() -> None:
    assert keys(whole_case(request(caller="Naboen", caller_consent=True))) == []


def test_nothing_applied_for_blocks() -> None:
    assert "needs" in keys(whole_case(gone(need())))


def test_a_grant_without_help_blocks() -> None:
    file = whole_case(gone(grant()))
    assert [m.key for m in judged(file).blocked] == ["missing.grant"]


def test_a_period_ends_or_the_need_is_permanent() -> None:
    temporary = case(permanence="")
    assert "grant_period" in keys(whole_case(temporary))
    ends = grant(ends_on=date(2027, 5, 1))
    assert "grant_period" not in keys(whole_case(temporary, ends))
    assert "grant_period" not in keys(whole_case(temporary, grant(extent=ONCE)))


@pytest.mark.parametrize(
    "other", [goal(services=("indkoeb",)), goal(text=" "), goal(state="dropped")]
)
def test_each_service_granted_has_a_goal(other: Record) -> None:
    assert [m.key for m in judged(whole_case(other)).blocked] == ["missing.goal"]


@pytest.mark.parametrize("tied", [goal(services=(), areas=("rengoering",)), goal(services=())])
def test_a_goal_of_the_area_or_of_everything_covers_a_service(tied: Record) -> None:
    assert judged(whole_case(tied)).blocked == ()


def test_a_service_whose_law_is_no_longer_in_force_blocks() -> None:
    kbh = koebenhavn()
    ended = tuple(msgspec.structs.replace(law, valid_until=date(2026, 1, 1)) for law in kbh.laws)
    file = whole_case()
    old = msgspec.structs.replace(kbh, laws=ended)
    assert "missing.grant_law" in [m.key for m in judged(file, old).blocked]


def test_what_is_assessed_first_follows_the_law_of_what_is_granted() -> None:
    unasked = decision(rehabilitation_assessed="")
    meals = need(service="ernaering")
    by_law = {"madservice": [], "opvarmning": ["assessed_first"]}
    for item, wanted in by_law.items():
        helped = grant(service="ernaering", items=(item,))
        found = keys(whole_case(unasked, meals, helped, goal(services=("ernaering",))))
        assert [k for k in found if k == "assessed_first"] == wanted


@pytest.mark.parametrize(
    ("role", "gets_letters", "blocked"),
    [
        ("party_representative", True, False),
        ("guardian", True, False),
        ("party_representative", False, True),
        ("companion", True, True),
    ],
)
def test_letters_go_to_a_representative_where_there_is_no_address(
    role: str, gets_letters: bool, blocked: bool
) -> None:
    other = contact("o2", role=role, name="Fuldmægtig", gets_letters=gets_letters)
    assert ("address" in keys(whole_case(citizen(address=None), other))) == blocked


def test_a_protected_address_needs_none() -> None:
    assert keys(whole_case(citizen(address=None, protected_address=True))) == []


def test_pension_age_without_a_choice_of_law_blocks() -> None:
    old = citizen(birth_date=date(1950, 1, 1))
    assert "legal_basis_unclear" in keys(whole_case(old, case(legal_basis="")))


class TestNotFullyGranted:
    """The reasons and the citizen's views are legal elements only of these variants."""

    partly = decision_item(outcome="partly", reasons="Du kan selv tørre støv af.")
    heard = decision(citizens_views="Hver uge.", views_weighed="Hver 14. dag er nok.")

    @pytest.mark.parametrize("outcome", ["partly", "refused", "ended", "changed"])
    def test_an_individual_reason_is_asked_for(self, outcome: str) -> None:
        file = whole_case(decision_item(outcome=outcome), self.heard)
        (missing,) = lacking(file, "reasons")
        assert missing.blocks
        assert missing.params["need"] == "Rengøring"

    def test_a_reason_chosen_from_the_list_is_not_individual(self) -> None:
        chosen = decision_item(outcome="refused", chosen_reason="takes_longer")
        assert lacking(whole_case(chosen), "reasons")

    def test_the_citizens_views_and_their_weight_are_asked_for(self) -> None:
        assert keys(whole_case(self.partly)) == ["citizens_views", "views_weighed"]
        assert keys(whole_case(self.partly, self.heard)) == []

    def test_a_full_grant_asks_for_neither(self) -> None:
        assert keys(whole_case()) == []

    def test_a_reduction_asks_for_the_views(self) -> None:
        assert "citizens_views" in keys(whole_case(decision(kind="reduction")))

    def test_a_change_compares_before_and_after(self) -> None:
        changed = decision_item(outcome="changed", reasons="Dit behov er et andet.")
        assert keys(whole_case(changed)) == [
            "change_before",
            "change_after",
            "change_what_changed",
        ]

    def test_an_end_says_what_was_and_what_changed(self) -> None:
        ended = decision_item(outcome="ended", reasons="Du klarer det selv.")
        found = keys(whole_case(ended, self.heard))
        assert found == ["change_before", "change_what_changed"]

    def test_a_refusal_needs_no_help_no_next_visit_and_no_workplace(self) -> None:
        file = whole_case(
            decision_item(outcome="refused", reasons="Du klarer det selv."),
            self.heard,
            gone(grant()),
            gone(goal()),
            visit(next_visit=None),
            workplace_check(done_on=None),
        )
        assert judged(file).blocked == ()

    def test_a_refusal_in_line_with_a_finding_is_reasoned_once(self) -> None:
        file = whole_case(
            decision_item(outcome="refused", reasons="Du klarer det selv."),
            self.heard,
            gone(grant()),
            assessment("rengoering", "1"),
        )
        assert [f.open for f in judged(file).findings if f.rule == "minimum_level"] == [True]
        assert judged(file).blocked == ()

    def test_a_grant_against_a_finding_is_reasoned(self) -> None:
        file = whole_case(assessment("rengoering", "1"))
        (missing,) = judged(file).blocked
        assert missing.key == "missing.finding_reason"
        assert missing.anchor.section == "assessment"


def test_help_outside_the_standards_ages_is_reasoned() -> None:
    young = citizen(birth_date=date(2010, 1, 1))
    (missing,) = judged(whole_case(young, need(group="praktisk"))).blocked
    assert missing.key == "missing.finding_reason"
    assert missing.anchor.section == "household"


class TestPartyHearing:
    refused = decision_item(outcome="partly", reasons="Du kan selv tørre støv af.")
    heard = decision(citizens_views="Hver uge.", views_weighed="Hver 14. dag er nok.")
    source = Hearing(
        id="h1", case="k1", source="Lægen", known=False, detrimental=True, essential=True
    )

    def test_unknown_detrimental_and_essential_information_is_heard(self) -> None:
        (missing,) = judged(whole_case(self.refused, self.heard, self.source)).blocked
        assert (missing.key, missing.params) == ("missing.hearing", {"source": "Lægen"})

    @pytest.mark.parametrize("field", ["detrimental", "essential"])
    def test_other_information_is_not(self, field: str) -> None:
        other = msgspec.structs.replace(self.source, **{field: False})
        assert keys(whole_case(self.refused, self.heard, other)) == []

    def test_a_reply_that_never_came_does_not_block(self) -> None:
        sent = msgspec.structs.replace(self.source, sent_on=date(2026, 11, 24))
        (missing,) = judged(whole_case(self.refused, self.heard, sent)).missing
        assert (missing.key, missing.blocks) == ("missing.hearing_reply", False)

    def test_a_full_grant_hears_nobody(self) -> None:
        assert keys(whole_case(self.source)) == []


class TestEnclosures:
    def test_the_review_of_the_home(self) -> None:
        file = whole_case(workplace_check(done_on=None))
        assert [m.key for m in judged(file).blocked] == ["missing.enclosure_workplace"]

    def test_the_consents_may_be_answered_no(self) -> None:
        none_asked = whole_case(gone(consent("obtain")), gone(consent("share")))
        assert "enclosure_consents" in keys(none_asked)
        refused = whole_case(gone(consent("obtain")), consent("share", "no"))
        assert "enclosure_consents" not in keys(refused)

    def test_the_assessment_form(self) -> None:
        blank = [assessment(a.id, "") for a in koebenhavn().areas]
        assert "enclosure_assessment_form" in keys(whole_case(*blank))

    @pytest.mark.parametrize("sheet", ["free_choice", "self_chosen"])
    def test_the_information_sheets(self, sheet: str) -> None:
        kbh = koebenhavn()
        without = msgspec.structs.replace(kbh, sheets=tuple(s for s in kbh.sheets if s.id != sheet))
        blocked = judged(whole_case(), without).blocked
        assert [m.key for m in blocked] == [f"missing.enclosure_{sheet}"]


def test_without_complaint_guidance_in_force_nothing_is_locked() -> None:
    silent: NationalLaw = msgspec.structs.replace(denmark(), passages=())
    kbh = msgspec.structs.replace(koebenhavn(), complaint=koebenhavn().complaint[:1])
    blocked = judge(whole_case(), kbh, silent, TODAY).blocked
    assert [m.key for m in blocked] == ["missing.complaint_guidance"]


class TestDisputes:
    @pytest.mark.parametrize(
        ("record", "field"),
        [
            (grant(), "extent"),
            (citizen(), "address"),
            (case(), "unit"),
            (visit(), "next_visit"),
            (assessment("bad", "3"), "level"),
            (decision(), "facts"),
            (decision_item(), "outcome"),
            (workplace_item("lys.inde", "ok"), "status"),
            (consent("obtain"), "answer"),
        ],
    )
    def test_one_about_this_decision_blocks_at_its_field(self, record: Record, field: str) -> None:
        dispute = disputed(record, field, "a", "b")
        (missing,) = lacking(self.with_dispute(dispute), "dispute")
        assert missing.blocks
        assert missing.anchor.key == dispute.key

    @pytest.mark.parametrize(
        ("record", "field"),
        [
            (citizen(), "phone"),
            (Visit(id="v0", case="k1"), "next_visit"),
            (assessment("bad", "3"), "level"),
            (Delivery(id="d1", case="k1"), "sent_on"),
            (gone(grant("g9")), "extent"),
        ],
    )
    def test_one_beside_it_is_shown_and_does_not_block(self, record: Record, field: str) -> None:
        other = record
        if record == assessment("bad", "3"):
            other = msgspec.structs.replace(assessment("bad", "3"), id="old", visit="v0")
        file = self.with_dispute(disputed(other, field, "a", "b"), other)
        (missing,) = lacking(file, "dispute")
        assert not missing.blocks

    @staticmethod
    def with_dispute(dispute: Disputed, *records: Record) -> CaseFile:
        return msgspec.structs.replace(whole_case(*records), disputes=(dispute,))


def test_a_question_the_standard_wants_answered_is_missed_until_it_is() -> None:
    small = standard()
    (missing,) = lacking(casefile(), "question", small)
    assert missing.anchor.section == "own"
    assert missing.params == {"question": "Hvorfor nu?"}
    answer = Answer(
        id=derived_id(VISIT, "own", "why"), visit=VISIT, section="own", question="why", text="Fald"
    )
    assert lacking(casefile(answer), "question", small) == []


def test_an_issued_decision_is_missed_until_it_is_delivered() -> None:
    issued = DecisionVersion(
        id="w1", decision=DECISION, case="k1", number=1, locked_at=datetime(2026, 11, 23, 12)
    )
    assert keys(whole_case(issued)) == ["delivery"]
    sent = Delivery(id="d1", case="k1", version="w1", how="letter", sent_on=TODAY)
    assert keys(whole_case(issued, sent)) == []


def test_what_blocks_comes_first() -> None:
    file = casefile(need())
    order = [m.blocks for m in judged(file).missing]
    assert order == sorted(order, reverse=True)


def test_an_empty_case_is_judged_too() -> None:
    empty = CaseFile(visit_id=VISIT, records={})
    assert judged(empty).blocked


MISSING_KEY = re.compile(r'(?:lack|hint|say)\(\s*"([a-z_]+)"')


def test_everything_missing_has_its_sentence_in_both_languages() -> None:
    source = Path(__file__).parents[2] / "app" / "domain" / "judgement"
    code = "".join(p.read_text(encoding="utf-8") for p in source.glob("*.py"))
    named = set(MISSING_KEY.findall(code))
    assert len(named) > 20
    for language in ("da", "en"):
        path = RESOURCES / "texts" / language / "messages.toml"
        assert named <= set(tomllib.loads(path.read_text(encoding="utf-8"))["missing"])


def say(missing: Missing, language: str) -> str:
    """Return the sentence of something missing."""
    return Texts(language).message(missing.key, **missing.params)


@pytest.mark.parametrize("language", ["da", "en"])
def test_each_sentence_can_be_filled(language: str) -> None:
    files = [whole_case(changed) for *_, changed in BLOCKING]
    files += [whole_case(changed) for *_, changed in HINTS]
    files += [CaseFile(visit_id=VISIT, records={}), casefile(need(), grant(items=()))]
    said = {say(m, language) for f in files for m in judged(f).missing}
    assert len(said) > 30
    assert not any("$" in sentence for sentence in said)


def test_a_home_gone_through_lately_need_not_be_gone_through_at_the_follow_up() -> None:
    before = msgspec.structs.replace(
        workplace_check(), id="earlier", visit="v0", done_on=date(2026, 5, 1)
    )
    follow_up = visit(kind="follow_up", previous="v0")
    case = without_check(whole_case(before, follow_up))
    assert not lacking(case, "enclosure_workplace")
    old = msgspec.structs.replace(before, done_on=date(2020, 5, 1))
    overdue = without_check(whole_case(old, follow_up))
    assert lacking(overdue, "enclosure_workplace")


def without_check(case: CaseFile) -> CaseFile:
    """Return the case as it is before this visit's check of the home is begun."""
    checks = {k: c for k, c in case.records["workplace_check"].items() if k == "earlier"}
    records = {**case.records, "workplace_check": checks}
    return msgspec.structs.replace(case, records=records)
