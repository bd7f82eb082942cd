"""The guide for those who write standards: it explains every key that a file may hold."""

import re
from typing import get_args

import msgspec
import pytest
from msgspec import inspect

from app.domain.national import NationalLaw
from app.domain.rules import Rule
from app.domain.standard import Standard
from app.texts import RESOURCES

GUIDE = (RESOURCES / "standards" / "README.md").read_text(encoding="utf-8")


def keys_of(kind: inspect.Type) -> set[str]:
    """Every key of a schema and of all that it holds."""
    match kind:
        case inspect.StructType():
            held = (keys_of(field.type) for field in kind.fields)
            return {field.encode_name for field in kind.fields}.union(*held)
        case inspect.VarTupleType():
            return keys_of(kind.item_type)
        case inspect.UnionType():
            return set().union(*(keys_of(t) for t in kind.types))
        case _:
            return set()


@pytest.mark.parametrize("schema", [Standard, NationalLaw])
def test_the_guide_explains_every_key(schema: type[msgspec.Struct]) -> None:
    named = set(re.findall(r"[a-z][a-z0-9_]*", " ".join(re.findall(r"`([^`]+)`", GUIDE))))
    assert not keys_of(inspect.type_info(schema)) - named


def test_the_guide_names_every_kind_of_rule_with_its_placeholders() -> None:
    rows = re.findall(r"^\| `(\w+)` \|.*\| (?:`([^`]*)`)? ?\|$", GUIDE, re.MULTILINE)
    told = {kind: tuple(p.strip("$") for p in offered.split()) for kind, offered in rows}
    kinds = {str(kind.__struct_config__.tag): kind.offers for kind in get_args(Rule)}
    assert {kind: told[kind] for kind in kinds} == kinds
