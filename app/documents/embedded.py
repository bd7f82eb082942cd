"""The data inside an issued PDF: the whole case for the file, the letter's for the citizen.

The JSON has its keys sorted and says its schema's name and version; README.md describes both.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from app.documents import facts
from app.documents.content import Content, Part
from app.documents.passages import Passages
from app.documents.tagging.archive import EmbeddedFile
from app.documents.writing import plain
from app.domain.records import ENTITIES, Citizen, Grant, Record

CASE_SCHEMA, LETTER_SCHEMA = "hjemmebesoeg.case", "hjemmebesoeg.letter"
SCHEMA_VERSION = 1
_KIND = "application/json"
Volumes = Sequence[tuple[Sequence[Part], Content]]


def embedded_files(volumes: Volumes, texts: Passages) -> tuple[EmbeddedFile, ...]:
    """Return the data of an issued document for who receives it.

    The copy for the file has the whole case, the citizen's what the letter says; other
    receivers have none, and a draft has none. A visit under several standards has a file of
    each.
    """
    found = (_file(parts, content, texts) for parts, content in volumes)
    return tuple(_numbered([each for each in found if each is not None]))


def _file(parts: Sequence[Part], content: Content, texts: Passages) -> EmbeddedFile | None:
    if content.draft or content.version is None:
        return None
    if content.receiver == "file":
        about = plain(texts.line("documents.embedded.case"))
        return EmbeddedFile("sag", _KIND, about, _json(case_data(content)))
    if content.receiver == "citizen" and "letter" in parts:
        about = plain(texts.line("documents.embedded.letter"))
        return EmbeddedFile("brev", _KIND, about, _json(letter_data(content, texts)))
    return None


def _numbered(files: Sequence[EmbeddedFile]) -> Iterator[EmbeddedFile]:
    for number, each in enumerate(files, start=1):
        name = each.name if number == 1 else f"{each.name}-{number}"
        yield EmbeddedFile(f"{name}.json", each.kind, each.about, each.data)


def case_data(content: Content) -> dict[str, Any]:
    """Return every living record of the case as data; blobs are named by their SHA-256.

    A protected address is left out, as on the page.
    """
    file, version = content.casefile, content.version
    return {
        "schema": {"name": CASE_SCHEMA, "version": SCHEMA_VERSION},
        "case": file.case.id,
        "visit": file.visit_id,
        "standard": {"id": content.standard.id, "version": content.standard.version},
        "version": _data(version, content) if version else None,
        "records": {
            entity: [_data(each, content) for each in sorted(file.all(kind), key=lambda r: r.id)]
            for entity, (kind, _) in ENTITIES.items()
            if file.all(kind)
        },
    }


def _data(record: Record, content: Content) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(record)
    del fields["removed"]
    if isinstance(record, Citizen) and content.hides_address:
        fields["address"] = None
    return fields


def letter_data(content: Content, texts: Passages) -> dict[str, Any]:
    """Return what the letter says of the decision, in the letter's own words."""
    return {
        "schema": {"name": LETTER_SCHEMA, "version": SCHEMA_VERSION},
        "municipality": content.standard.municipality.name,
        "case_number": content.casefile.case.number.strip(),
        "citizen": content.casefile.citizen.name,
        "decided_on": content.day.isoformat(),
        "contact_person": content.name,
        "result": [
            {
                "applied_for": facts.need_name(content, need),
                "outcome": plain(texts.line(facts.outcome_key(content, item))),
            }
            for need, item in facts.outcomes(content)
            if item.outcome
        ],
        "help": [_help(content, grant) for grant in facts.given(content)],
    }


def _help(content: Content, grant: Grant) -> dict[str, str]:
    chosen = facts.provider_of(content, grant.service)
    return {
        "service": facts.service_name(content, grant.service),
        "package": facts.package_name(content, grant),
        "how_often": facts.how_often(grant),
        "provider": facts.provider_name(content, chosen) if chosen else "",
    }


def _json(data: dict[str, Any]) -> bytes:
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "replace")
