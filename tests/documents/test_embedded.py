"""The data inside the PDFs: who gets which, and that page, case and data say the same."""

import io
import json
from collections.abc import Iterator
from typing import Any, get_args

import msgspec
import pikepdf
import pytest

from app.documents.content import Receiver
from app.documents.package import build, build_volumes
from app.domain.records import ENTITIES
from tests import factories as make
from tests.documents import reading, sample, support, variants

OTHERS = sorted(set(get_args(Receiver)) - {"citizen", "file"})


def data_in(pdf: bytes) -> dict[str, Any]:
    """Return what lies in a PDF, by name, and see that it says what it is."""
    found = {}
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for name, spec in document.attachments.items():
            assert str(spec.obj.AFRelationship) == "/Data"
            assert spec.get_file().mime_type == "application/json"
            assert str(spec.obj.Desc)
            found[name] = json.loads(spec.get_file().read_bytes())
    return found


def leaves(value: Any) -> Iterator[str]:
    """Yield every text in data."""
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from leaves(each)
    elif isinstance(value, str):
        yield value


def squeezed(words: str) -> str:
    return "".join(words.split()).casefold()


def test_the_copy_for_the_file_carries_the_whole_case() -> None:
    content = sample.issued(receiver="file")
    case = data_in(build(["letter"], content))["sag.json"]
    assert case["schema"] == {"name": "hjemmebesoeg.case", "version": 1}
    for entity, (kind, _) in ENTITIES.items():
        living = content.casefile.all(kind)
        kept = {each["id"]: each for each in case["records"].get(entity, [])}
        assert set(kept) == {record.id for record in living}
        for record in living:
            again = msgspec.convert(kept[record.id], kind, strict=False)
            assert again == record
    assert case["version"]["number"] == 1


@pytest.mark.parametrize("variant", ["granted", "partly", "refused", "reduced", "ended"])
def test_the_citizens_copy_carries_only_what_the_letter_says(variant: str) -> None:
    content = variants.content(make.koebenhavn(), variant)
    content = msgspec.structs.replace(content, draft=False, version=sample.version())
    pdf = build(["letter"], content)
    (name, letter), *more = data_in(pdf).items()
    assert (name, more) == ("brev.json", [])
    assert letter.pop("schema") == {"name": "hjemmebesoeg.letter", "version": 1}
    assert letter.pop("decided_on") == "2026-11-23"
    assert letter["result"]
    words = squeezed(reading.text(pdf))
    assert [each for each in leaves(letter) if squeezed(each) not in words] == []


@pytest.mark.parametrize("receiver", OTHERS)
def test_other_receivers_get_no_data(receiver: Receiver) -> None:
    assert data_in(build(["letter"], sample.issued(receiver=receiver))) == {}


def test_a_draft_and_an_enclosure_carry_no_data() -> None:
    assert data_in(build(["letter"], sample.content())) == {}
    assert data_in(build(["workplace"], sample.issued())) == {}


def test_a_protected_address_is_not_in_the_data() -> None:
    citizen = make.citizen(protected_address=True)
    street = citizen.address.street if citizen.address else ""
    pdf = build(["letter"], sample.issued(citizen, receiver="file"))
    assert street
    assert street not in json.dumps(data_in(pdf), ensure_ascii=False)


def test_the_data_has_the_same_order_whatever_order_the_records_came_in() -> None:
    content = sample.issued(receiver="file")
    turned = {
        entity: dict(reversed(table.items())) for entity, table in content.casefile.records.items()
    }
    other = msgspec.structs.replace(content.casefile, records=turned)
    again = msgspec.structs.replace(content, casefile=other)
    assert list(map(str, data_in(build(["duties"], content)))) == ["sag.json"]
    assert data_in(build(["duties"], content)) == data_in(build(["duties"], again))


def test_a_case_under_two_standards_has_a_file_of_each() -> None:
    content = sample.issued(receiver="file")
    other = variants.content(support.standard(), "granted")
    other = msgspec.structs.replace(other, draft=False, version=sample.version(), receiver="file")
    both = data_in(build_volumes(((["duties"], content), (["duties"], other))))
    assert list(both) == ["sag-2.json", "sag.json"]
    assert both["sag.json"]["standard"]["id"] == content.standard.id
    assert both["sag-2.json"]["standard"]["id"] == other.standard.id
