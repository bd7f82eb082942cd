"""Each block that a letter must have is taken out of the case: the decision cannot be locked."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.documents.content import Content
from app.domain.judgement import judge
from app.domain.records import Record
from app.domain.standard import Standard
from app.domain.standard_file import load_standard
from app.domain.values import Extent
from app.texts import Texts
from tests import factories as make
from tests.documents import variants

FILES = sorted((make.RESOURCES / "standards").glob("*-*.toml"))
ALL = frozenset(variants.VARIANTS)
GIVING = ALL - {"refused", "ended"}
LESS = frozenset({"partly", "refused", "reduced", "ended"})
NOWHERE: frozenset[str] = frozenset()
Take = Callable[[Content], Content]


@cache
def shipped(path: Path) -> Standard:
    return load_standard(path)


def records(made: Content, kind: str, **values: Any) -> Content:
    """Return the case with these values in each record of a kind."""
    tables = {name: dict(table) for name, table in made.casefile.records.items()}
    changed = {i: msgspec.structs.replace(r, **values) for i, r in tables.get(kind, {}).items()}
    return with_tables(made, {**tables, kind: changed})


def with_tables(made: Content, tables: dict[str, dict[str, Record]]) -> Content:
    file = msgspec.structs.replace(made.casefile, records=tables)
    return msgspec.structs.replace(made, casefile=file)


def set_in(kind: str, **values: Any) -> Take:
    return lambda made: records(made, kind, **values)


def gone(kind: str) -> Take:
    return set_in(kind, removed=True)


def ruled(**values: Any) -> Take:
    """Take something out of the standard."""
    return lambda made: msgspec.structs.replace(
        made, standard=msgspec.structs.replace(made.standard, **values)
    )


def without_law(made: Content) -> Content:
    ended = date(2000, 1, 1)
    laws = tuple(
        msgspec.structs.replace(law, valid_until=ended, assess_first="")
        for law in made.standard.laws
    )
    return ruled(laws=laws)(made)


def without_reasons_at_findings(made: Content) -> Content:
    """Give help to somebody who is too young for the standard, and no reason."""
    old = msgspec.structs.replace(made.casefile.citizen, birth_date=date(2010, 1, 1))
    tables = {name: dict(table) for name, table in made.casefile.records.items()}
    tables["citizen"] = {old.id: old}
    return gone("departure")(with_tables(made, tables))


def refused_consent(made: Content) -> Content:
    """Say no to that anything is asked for, and leave open what the decision rests on."""
    tables = {name: dict(table) for name, table in made.casefile.records.items()}
    purpose = next(p.id for p in made.standard.consents if p.kind == "obtain")
    refused = make.consent(purpose, "no")
    tables["consent"] = {**tables.get("consent", {}), refused.id: refused}
    return records(with_tables(made, tables), "decision", existing_basis=None)


def without_complaint(made: Content) -> Content:
    silent = msgspec.structs.replace(made.national, passages=())
    return ruled(complaint=())(msgspec.structs.replace(made, national=silent))


def without_rights(made: Content) -> Content:
    kept = tuple(p for p in made.national.passages if p.id.startswith("complaint"))
    silent = msgspec.structs.replace(made.national, passages=kept)
    return msgspec.structs.replace(made, national=silent)


COMPARED = frozenset({"changed", "reduced", "ended"})
NOT_GIVEN = frozenset({"partly", "refused", "ended"})
OVERRIDDEN, PLAN = "9 reason at a finding", "16 action plan"
# The twenty blocks of DOMAIN 2.3: what is taken away, and in which letters what is missed then.
# A block of none stops no decision. Heading and result are both the outcome; signature: below.
BLOCKS: dict[str, tuple[Take, dict[str, frozenset[str]]]] = {
    "1 sender": (set_in("case", unit="ukendt"), {"sender_unit": ALL}),
    "2 name of the receiver": (set_in("citizen", name=" "), {"name": ALL}),
    "2 address of the receiver": (set_in("citizen", address=None), {"address": ALL}),
    "2 case number": (set_in("case", number=" "), {"case_number": ALL}),
    "3 heading": (gone("applied_need"), {"needs": ALL}),
    "4 result": (set_in("decision_item", outcome=""), {"outcome": ALL}),
    "5 help": (gone("grant"), {"grant": GIVING}),
    "5 items": (set_in("grant", items=()), {"grant_items": GIVING}),
    "5 extent": (set_in("grant", extent=None), {"grant_extent": GIVING}),
    "5 start": (set_in("grant", starts_on=None), {"grant_start": GIVING}),
    "5 period": (set_in("case", permanence=""), {"grant_period": GIVING}),
    "6 goals": (gone("goal"), {"goal": GIVING}),
    "7 law": (without_law, {"grant_law": GIVING, "need_law": NOT_GIVEN}),
    "8 facts": (set_in("decision", facts=" "), {"facts": ALL}),
    "9 reasons": (set_in("decision_item", reasons=""), {"reasons": LESS | {"changed"}}),
    OVERRIDDEN: (without_reasons_at_findings, {"finding_reason": GIVING}),
    "9 before": (set_in("decision_item", before=""), {"change_before": COMPARED}),
    "9 after": (set_in("decision_item", after=""), {"change_after": COMPARED - {"ended"}}),
    "9 what changed": (
        set_in("decision_item", what_changed=""),
        {"change_what_changed": COMPARED},
    ),
    "10 views": (set_in("decision", citizens_views=""), {"citizens_views": LESS}),
    "10 views weighed": (set_in("decision", views_weighed=""), {"views_weighed": LESS}),
    "10 hearing": (set_in("hearing", sent_on=None), {"hearing": LESS}),
    "11 assessed first": (set_in("decision", rehabilitation_assessed=""), {"assessed_first": ALL}),
    "11 why": (set_in("decision", rehabilitation_reason=""), {"assessed_first_reason": ALL}),
    "11 technology": (set_in("decision", technology=""), {}),
    "12 basis": (refused_consent, {"existing_basis": ALL}),
    "12 what is missing": (
        set_in("decision", existing_basis=True, missing_information=""),
        {"missing_information": ALL},
    ),
    "13 payment": (set_in("decision", user_payment=""), {}),
    "14 next visit": (set_in("visit", next_visit=None), {"next_visit": GIVING}),
    "15 practical": (ruled(passages=()), {}),
    PLAN: (gone("action_plan"), {"action_plan": GIVING}),
    "17 rights": (without_rights, {}),
    "18 complaint": (without_complaint, {"complaint_guidance": ALL}),
    "19 assessment form": (gone("assessment"), {"enclosure_assessment_form": ALL}),
    "19 consents": (gone("consent"), {"enclosure_consents": ALL}),
    "19 home": (set_in("workplace_check", done_on=None), {"enclosure_workplace": GIVING}),
}
# Where a standard is of another law, has packages, no scale, or no such enclosure.
OTHERWISE: dict[str, dict[str, str]] = {
    "kerteminde": {
        "grant_extent": "grant_package",
        "enclosure_assessment_form": "enclosure_assessment_form_words",
        "enclosure_consents": "",
        "assessed_first": "",
        "assessed_first_reason": "",
    },
    "koebenhavn": {"action_plan": ""},
    "koege": {
        "enclosure_workplace": "",
        "enclosure_consents": "",
        "assessed_first": "",
        "assessed_first_reason": "",
    },
    "soroe": {"action_plan": "", "assessed_first": "", "assessed_first_reason": ""},
}
everywhere = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def blocked(made: Content) -> set[str]:
    """Return what stops the decision, each with a sentence that can be said."""
    judgement = judge(made.casefile, made.standard, made.national, made.today)
    texts = Texts("da")
    assert all("$" not in texts.message(m.key, **m.params) for m in judgement.blocked)
    return {m.key.removeprefix("missing.") for m in judgement.blocked}


def expected(block: str, variant: str, standard: str) -> set[str]:
    """Return what is missed without a block."""
    other = OTHERWISE[standard.partition("-")[0]]
    found = {other.get(k, k) for k, where in BLOCKS[block][1].items() if variant in where}
    return found - {""}


@everywhere
@pytest.mark.parametrize("variant", list(variants.VARIANTS))
def test_a_whole_letter_of_each_kind_is_stopped_by_nothing(path: Path, variant: str) -> None:
    assert blocked(variants.content(shipped(path), variant)) == set()


@everywhere
@pytest.mark.parametrize("block", list(BLOCKS))
def test_without_a_block_its_letters_are_stopped_by_its_name_and_the_others_are_free(
    path: Path, block: str
) -> None:
    take = BLOCKS[block][0]
    found = {v: blocked(take(variants.content(shipped(path), v))) for v in variants.VARIANTS}
    assert found == {v: expected(block, v, path.stem) for v in variants.VARIANTS}


def test_each_of_the_twenty_blocks_is_taken_away() -> None:
    numbers = {int(name.partition(" ")[0]) for name in BLOCKS}
    assert numbers == set(range(1, 20))  # the twentieth, who signs, is no part of the case


@pytest.mark.parametrize("outcome", ["granted", "partly"])
def test_what_is_called_a_reduction_is_compared_whatever_its_outcome_is_called(
    outcome: str,
) -> None:
    made = variants.content(shipped(FILES[0]), "reduced")
    bare = records(made, "decision_item", outcome=outcome, before="", after="", what_changed="")
    compared = {"change_before", "change_after", "change_what_changed"}
    assert blocked(bare) == compared


def hints(made: Content) -> list[str]:
    judgement = judge(made.casefile, made.standard, made.national, made.today)
    return [m.key for m in judgement.missing if m.key == "missing.after_differs" and not m.blocks]


@pytest.mark.parametrize(
    ("after", "is_said"),
    [
        ("1 gang om ugen", False),
        ("Én gang hver uge, om mandagen", False),
        ("Hver 14. dag", True),
        ("To gange om ugen", True),
        ("2-3 gange om ugen", True),
        ("Hver anden uge", True),
        ("Som før, men om formiddagen", False),
        ("Bad 1 gang om ugen. Tøjvask hver 14. dag", False),
        ("9" * 5000 + " gange om ugen", False),
    ],
)
def test_a_help_from_now_on_that_is_told_otherwise_than_it_is_given_is_found(
    after: str, is_said: bool
) -> None:
    made = variants.content(shipped(FILES[0]), "reduced")
    told = records(made, "decision_item", after=after)
    assert bool(hints(told)) == is_said
    assert blocked(told) == set()


def test_help_of_no_known_span_differs_from_no_text() -> None:
    """A record of another computer may say every 0 weeks."""
    made = variants.content(shipped(FILES[0]), "reduced")
    told = records(made, "decision_item", after="Hver anden uge")
    unknown = records(told, "grant", extent=Extent(every=0))
    assert hints(told)
    assert not hints(unknown)
