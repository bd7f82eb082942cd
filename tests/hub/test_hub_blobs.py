"""Blobs at the hub: sent in parts, resumed, checked at the end, read by those of the case alone."""

import hashlib
import os
from typing import Any

import httpx

from app.domain.ids import new_id
from app.sync import wire
from tests.hub.office import Laptop, Office, read, why


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def put(laptop: Laptop, name: str, data: bytes, start: int = 0, total: int = 0) -> httpx.Response:
    end = start + len(data) - 1
    headers = {"Content-Range": f"bytes {start}-{end}/{total or len(data)}"}
    return laptop.ask("PUT", f"/blobs/{name}", data, headers=headers)


def named_in_a_case(laptop: Laptop, data: bytes) -> None:
    laptop.scribe().set(new_id(), sha(data), "blob", "attachment")
    laptop.push()


def state(laptop: Laptop, name: str) -> tuple[int, str, str]:
    answer = laptop.ask("HEAD", f"/blobs/{name}")
    headers = answer.headers
    return answer.status_code, headers[wire.OFFSET_HEADER], headers[wire.COMPLETE_HEADER]


def test_a_blob_goes_up_in_parts_resumes_and_comes_down_in_ranges(vera: Laptop) -> None:
    data = os.urandom(wire.PART_BYTES + 70_000)
    name, middle = sha(data), wire.PART_BYTES
    assert state(vera, name) == (200, "0", "?0")
    first = put(vera, name, data[:middle], 0, len(data))
    assert read(first, wire.BlobState) == wire.BlobState(size=middle, complete=False)
    assert state(vera, name) == (200, str(middle), "?0")
    assert why(put(vera, name, data[:middle], 0, len(data))) == (409, "hub.blob_offset")
    last = put(vera, name, data[middle:], middle, len(data))
    assert read(last, wire.BlobState).complete
    assert state(vera, name) == (200, str(len(data)), "?1")
    assert read(put(vera, name, b"x"), wire.BlobState).complete
    named_in_a_case(vera, data)
    assert vera.ask("GET", f"/blobs/{name}").content == data
    for start, end in ((0, 9), (middle - 3, middle + 3), (len(data) - 1, len(data) - 1)):
        headers = {"Range": f"bytes={start}-{end}"}
        answer = vera.ask("GET", f"/blobs/{name}", headers=headers)
        assert (answer.status_code, answer.content) == (206, data[start : end + 1])
        assert answer.headers["Content-Range"] == f"bytes {start}-{end}/{len(data)}"
    rest = vera.ask("GET", f"/blobs/{name}", headers={"Range": f"bytes={middle}-"})
    assert rest.content == data[middle:]


def test_only_those_of_the_case_read_a_blob(office: Office, vera: Laptop, bo: Laptop) -> None:
    data = b"en underskrift"
    put(vera, sha(data), data)
    assert why(vera.ask("GET", f"/blobs/{sha(data)}")) == (404, "hub.blob_missing")
    named_in_a_case(vera, data)
    assert vera.ask("GET", f"/blobs/{sha(data)}").content == data
    assert why(bo.ask("GET", f"/blobs/{sha(data)}")) == (404, "hub.blob_missing")
    assert why(bo.ask("GET", f"/blobs/{sha(b'andet')}")) == (404, "hub.blob_missing")


def test_a_blob_that_is_not_what_its_name_says_is_dropped(vera: Laptop) -> None:
    right, wrong = b"rigtig", b"forkert"
    assert why(put(vera, sha(right), wrong)) == (422, "hub.blob_damaged")
    assert state(vera, sha(right)) == (200, "0", "?0")
    assert read(put(vera, sha(right), right), wire.BlobState).complete


def test_what_one_computer_spoils_is_not_another_computers(vera: Laptop, bo: Laptop) -> None:
    data = b"x" * 100
    put(bo, sha(data), b"y" * 50, 0, 100)
    assert state(vera, sha(data)) == (200, "0", "?0")
    assert read(put(vera, sha(data), data), wire.BlobState).complete


def test_an_empty_blob_is_a_blob(vera: Laptop) -> None:
    assert read(vera.ask("PUT", f"/blobs/{sha(b'')}", b""), wire.BlobState).complete
    named_in_a_case(vera, b"")
    answer = vera.ask("GET", f"/blobs/{sha(b'')}")
    assert (answer.status_code, answer.content) == (200, b"")


def test_an_erased_case_takes_its_blobs_along(office: Office, vera: Laptop) -> None:
    data, shared = b"kun her", b"ogs\xc3\xa5 et andet sted"
    scribe = vera.scribe()
    for each in (data, shared):
        put(vera, sha(each), each)
        scribe.set(new_id(), sha(each), "blob", "attachment")
    vera.push()
    named_in_a_case(vera, shared)
    office.hub.cases.erase(scribe.scope, "afgørelse 7")
    assert state(vera, sha(data)) == (200, "0", "?0")
    assert vera.ask("GET", f"/blobs/{sha(shared)}").content == shared


def test_parts_that_make_no_sense_are_refused(vera: Laptop) -> None:
    name = sha(b"x")

    def sent(data: bytes, given: str, path: str = name) -> Any:
        return why(vera.ask("PUT", f"/blobs/{path}", data, headers={"Content-Range": given}))

    assert sent(b"x", "bytes */1") == (400, "hub.bad_request")
    assert sent(b"x", "bytes 0-1/2") == (400, "hub.bad_request")
    assert sent(b"xx", "bytes 0-1/1") == (400, "hub.bad_request")
    assert sent(b"x", "bytes 5-5/9") == (409, "hub.blob_offset")
    assert sent(b"x", f"bytes 0-0/{wire.BLOB_BYTES + 1}") == (413, "hub.blob_too_large")
    assert sent(b"x", "bytes 0-0/1", "x" * 64) == (404, "hub.blob_missing")
    assert sent(b"x", "bytes 0-0/1", name.upper()) == (404, "hub.blob_missing")
    too_much = vera.ask("PUT", f"/blobs/{name}", bytes(wire.PART_BYTES + 1))
    assert why(too_much) == (413, "hub.too_large")
    named_in_a_case(vera, b"x")
    put(vera, name, b"x")
    for given, status in (("bytes=7-9", 416), ("bytes=-5", 400), ("lines=1-2", 400)):
        answer = vera.ask("GET", f"/blobs/{name}", headers={"Range": given})
        assert answer.status_code == status
