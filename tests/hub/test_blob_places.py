"""Blobs in the database, in a folder and in an S3-compatible store: the same for each."""

import hashlib
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import sqlalchemy as sa

from app.errors import KnownError
from app.hub.blob_moves import BlobMoves
from app.hub.blob_rights import name_blob
from app.hub.blobs import drop_blobs
from app.hub.hub import Hub
from app.hub.places import Places, address_of
from app.hub.room import Caller
from app.hub.tables import blob, doomed, entitled, part
from app.sync import wire
from app.sync.wire import BlobState
from tests.hub.office import KEY, open_hub
from tests.scribe import SteppingClock

moto: Any = pytest.importorskip("moto.server")
boto3: Any = pytest.importorskip("boto3")

BUCKET = "billeder"
VERA = Caller(device="a" * 32, user="1" * 32, name="Vera", role="visitator", teams={})
BO = Caller(device="b" * 32, user="2" * 32, name="Bo", role="visitator", teams={})
SCOPE, ELSEWHERE = 7, 8


@pytest.fixture(scope="module")
def store() -> Iterator[dict[str, str]]:
    """The variables of an S3-compatible server on loopback, with a bucket."""
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    variables = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "nøgle".encode().hex(),
        "AWS_SECRET_ACCESS_KEY": "hemmelig",
        "AWS_REGION": "eu-north-1",
    }
    _client(variables).create_bucket(
        Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "eu-north-1"}
    )
    yield variables
    server.stop()


def _client(variables: dict[str, str]) -> Any:
    return boto3.client(
        "s3",
        endpoint_url=variables["AWS_ENDPOINT_URL"],
        aws_access_key_id=variables["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=variables["AWS_SECRET_ACCESS_KEY"],
        region_name=variables["AWS_REGION"],
    )


@pytest.fixture(params=["database", "folder", "store"])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Places:
    """Where new blobs go."""
    if request.param == "database":
        return Places()
    if request.param == "folder":
        return Places(str(tmp_path / "blobs"))
    return Places(f"s3://{BUCKET}/{tmp_path.name}", "", request.getfixturevalue("store"))


@pytest.fixture
def hub(tmp_path: Path, database: str, places: Places) -> Iterator[Hub]:
    clock = SteppingClock()
    clock.now = datetime.now(UTC)
    with open_hub(tmp_path / "hub", database, clock, places) as made:
        yield made


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def named(hub: Hub, who: Caller, data: bytes, scope: int = SCOPE) -> str:
    """Let a user name a blob in a case of the user's."""

    def work(connection: sa.Connection) -> None:
        mine = (entitled.c.user == who.user) & (entitled.c.scope == scope)
        connection.execute(sa.delete(entitled).where(mine))
        row = {"user": who.user, "scope": scope, "left": False}
        connection.execute(sa.insert(entitled), row)
        name_blob(connection, who.user, scope, sha(data))

    hub.room.write(work)
    return sha(data)


def put(hub: Hub, who: Caller, data: bytes, name: str = "") -> BlobState:
    return hub.blobs.put(who, name or sha(data), 0, len(data), data)


def later(hub: Hub, days: int) -> None:
    clock = hub.room.clock
    assert isinstance(clock, SteppingClock)
    clock.now += timedelta(days=days)


def outside(hub: Hub, name: str) -> int | None:
    """Return how many bytes of a blob lie outside the database."""
    place = hub.blobs.places.fresh
    return hub.blobs.places.at(place).size(name) if place else None


def test_a_blob_is_sent_in_parts_kept_where_it_should_be_and_read_in_ranges(hub: Hub) -> None:
    data = os.urandom(wire.PART_BYTES + 99)
    name, middle = named(hub, VERA, data), wire.PART_BYTES
    first = hub.blobs.put(VERA, name, 0, len(data), data[:middle])
    assert first == hub.blobs.state(VERA, name) == BlobState(size=middle, complete=False)
    with pytest.raises(KnownError, match=r"hub\.blob_offset"):
        hub.blobs.put(VERA, name, 5, len(data), data[5:middle])
    assert outside(hub, name) is None
    assert hub.blobs.put(VERA, name, middle, len(data), data[middle:]).complete
    assert outside(hub, name) in (None, len(data))
    assert (outside(hub, name) is None) == (hub.blobs.places.fresh == "")
    for start, end in ((0, None), (0, 9), (middle - 3, middle + 3), (len(data) - 1, None)):
        piece = hub.blobs.get(VERA, name, start, end)
        assert (piece.data, piece.size) == (data[start:end], len(data))
    assert put(hub, VERA, b"", sha(b"")).complete
    assert hub.blobs.get(VERA, named(hub, VERA, b"")).data == b""


def test_a_blob_that_is_not_what_it_is_called_is_dropped(hub: Hub) -> None:
    name = named(hub, VERA, b"rigtig")
    hub.blobs.put(VERA, name, 0, 6, b"for")
    with pytest.raises(KnownError, match=r"hub\.blob_damaged"):
        hub.blobs.put(VERA, name, 3, 6, b"ert")
    assert hub.blobs.state(VERA, name) == BlobState(size=0, complete=False)
    assert outside(hub, name) is None
    assert put(hub, VERA, b"rigtig").complete


def test_to_know_the_name_of_a_blob_opens_it_to_nobody(hub: Hub) -> None:
    data = b"et foto af et hjem"
    name = named(hub, VERA, data)
    put(hub, VERA, data)
    named(hub, BO, data, ELSEWHERE)
    assert hub.blobs.state(BO, name) == BlobState(size=0, complete=False)
    with pytest.raises(KnownError, match=r"hub\.blob_missing"):
        hub.blobs.get(BO, name)
    assert put(hub, BO, data).complete
    assert hub.blobs.get(BO, name).data == data


def test_nobody_names_a_blob_before_it_comes_to_read_it_when_it_has_come(hub: Hub) -> None:
    data = b"endnu ikke sendt"
    name = named(hub, BO, data, ELSEWHERE)
    named(hub, VERA, data)
    put(hub, VERA, data)
    with pytest.raises(KnownError, match=r"hub\.blob_missing"):
        hub.blobs.get(BO, name)
    assert hub.blobs.get(VERA, name).data == data


def test_who_may_read_a_blob_may_name_it_elsewhere_for_others(hub: Hub) -> None:
    data = b"samme brev"
    name = named(hub, VERA, data)
    put(hub, VERA, data)
    nils = Caller(device="c" * 32, user="3" * 32, name="Nils", role="visitator", teams={})
    named(hub, VERA, data, ELSEWHERE)
    row = {"user": nils.user, "scope": ELSEWHERE, "left": False}
    hub.room.write(lambda connection: connection.execute(sa.insert(entitled), row))
    assert hub.blobs.get(nils, name).data == data


def test_an_erased_case_takes_its_bytes_along_wherever_they_lie(hub: Hub) -> None:
    data, shared = b"kun her", b"to steder"
    for each in (data, shared):
        named(hub, VERA, each)
        put(hub, VERA, each)
    named(hub, VERA, shared, ELSEWHERE)
    hub.room.write(lambda connection: drop_blobs(connection, SCOPE))
    hub.blobs.bury()
    assert outside(hub, sha(data)) is None
    assert hub.blobs.state(VERA, sha(data)) == BlobState(size=0, complete=False)
    assert hub.blobs.get(VERA, sha(shared)).data == shared
    with hub.room.reading() as connection:
        assert connection.execute(sa.select(doomed)).all() == []


def test_two_processes_receive_the_same_blob(hub: Hub, database: str, tmp_path: Path) -> None:
    data = os.urandom(50_000)
    name = named(hub, VERA, data)
    named(hub, BO, data, ELSEWHERE)
    with open_hub(tmp_path / "hub", database, None, hub.blobs.places) as other:
        done: list[BlobState] = []
        threads = [
            Thread(target=lambda: done.append(put(hub, VERA, data))),
            Thread(target=lambda: done.append(put(other, BO, data))),
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert done == [BlobState(size=len(data), complete=True)] * 2
        assert other.blobs.get(BO, name).data == hub.blobs.get(VERA, name).data == data
    with hub.room.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(blob)) == 1


def test_a_process_that_dies_half_way_leaves_nothing_for_good(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = os.urandom(1000)
    name = named(hub, VERA, data)
    hub.blobs.put(VERA, name, 0, len(data), data[:600])

    class Killed(BaseException):
        pass

    def dies(*_: object) -> None:
        raise Killed

    monkeypatch.setattr(hub.room, "write", dies)
    with pytest.raises(Killed):
        hub.blobs.put(VERA, name, 600, len(data), data[600:])
    monkeypatch.undo()
    assert hub.blobs.state(VERA, name) == BlobState(size=600, complete=False)
    later(hub, 2)
    hub.blobs.sweep()
    assert outside(hub, name) is None
    assert hub.blobs.state(VERA, name).size == 600
    assert hub.blobs.put(VERA, name, 600, len(data), data[600:]).complete
    hub.blobs.sweep()
    assert hub.blobs.get(VERA, name).data == data


def test_what_is_half_sent_or_named_by_nothing_is_let_go_of_after_a_while(hub: Hub) -> None:
    half, unnamed, kept = os.urandom(1000), b"uden navn", b"med navn"
    hub.blobs.put(VERA, named(hub, VERA, half), 0, 1000, half[:10])
    put(hub, VERA, unnamed)
    put(hub, VERA, kept)
    named(hub, VERA, kept)
    later(hub, 6)
    hub.blobs.sweep()
    assert hub.blobs.state(VERA, sha(half)).size == 10
    later(hub, 25)
    hub.blobs.sweep()
    with hub.room.reading() as connection:
        assert connection.execute(sa.select(part)).all() == []
        assert connection.scalars(sa.select(blob.c.sha256)).all() == [sha(kept)]
    assert outside(hub, sha(unnamed)) is None
    assert hub.blobs.get(VERA, sha(kept)).data == kept


@pytest.mark.parametrize("places", ["folder", "store"], indirect=True)
def test_what_a_sweep_takes_while_it_is_put_is_put_again(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, there = b"lige lagt", hub.blobs.places.at(hub.blobs.places.fresh)
    real, taken = there.put, list[str]()

    def swept(sha256: str, given: bytes) -> None:
        real(sha256, given)
        if not taken:
            taken.append(sha256)
            there.drop(sha256)

    monkeypatch.setattr(there, "put", swept)
    put(hub, VERA, data)
    assert taken == [sha(data)]
    assert hub.blobs.get(VERA, named(hub, VERA, data)).data == data


def test_blobs_move_from_any_place_to_any_other(hub: Hub, tmp_path: Path) -> None:
    large, small = os.urandom(wire.PART_BYTES + 5), b"lille"
    for each in (large, small):
        named(hub, VERA, each)
        if len(each) > wire.PART_BYTES:
            hub.blobs.put(VERA, sha(each), 0, len(each), each[: wire.PART_BYTES])
            hub.blobs.put(VERA, sha(each), wire.PART_BYTES, len(each), each[wire.PART_BYTES :])
        else:
            put(hub, VERA, each)
    moves, folder = BlobMoves(hub.room, hub.blobs), str(tmp_path / "andetsteds")
    before = hub.blobs.places.fresh
    for target in (folder, "database", before or folder):
        assert moves.move(target) == (2, 0)
        assert moves.move(target) == (0, 0)
        for each in (large, small):
            assert hub.blobs.get(VERA, sha(each)).data == each
    left = [each for each in Path(folder).rglob("*") if each.is_file()]
    assert len(left) == (0 if before else 2)
    assert moves.check() == (2, 0)


def test_a_damaged_blob_is_found_and_not_moved(hub: Hub, tmp_path: Path) -> None:
    data, moves = b"hel og god", BlobMoves(hub.room, hub.blobs)
    put(hub, VERA, data)
    folder = tmp_path / "mappe"
    moves.move(str(folder))
    next(folder.rglob(sha(data))).write_bytes(b"hel og rod")
    assert moves.check() == (0, 1)
    assert moves.move("database") == (0, 1)
    assert next(folder.rglob(sha(data))).exists()
    next(folder.rglob(sha(data))).unlink()
    assert moves.check() == (0, 1)
    with pytest.raises(KnownError, match=r"hub\.blob_place"):
        hub.blobs.get(VERA, named(hub, VERA, data))


def test_a_store_encrypts_what_it_keeps_as_it_is_told(store: dict[str, str]) -> None:
    name = sha(b"x")
    for sse, way in (("AES256", "AES256"), ("aws:kms", "aws:kms"), ("aws:kms=n1", "aws:kms")):
        Places(f"s3://{BUCKET}/{way}", sse, store).at(f"s3://{BUCKET}/sse").put(name, b"x")
        head = _client(store).head_object(Bucket=BUCKET, Key=f"sse/{name[:2]}/{name}")
        assert head["ServerSideEncryption"] == way
        assert ("n1" in head.get("SSEKMSKeyId", "")) == sse.endswith("=n1")
    for wrong in ("hemmeligt", "AES256=n1"):
        with pytest.raises(KnownError, match=r"hub\.bad_sse"):
            Places("", wrong, store).at(f"s3://{BUCKET}/sse")


def test_secrets_of_a_store_may_stand_in_the_file_of_its_kind(
    store: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "credentials"
    key, secret = store["AWS_ACCESS_KEY_ID"], store["AWS_SECRET_ACCESS_KEY"]
    file.write_text(
        f"[hub]\naws_access_key_id = {key}\naws_secret_access_key = {secret}\n"
        "aws_session_token = midlertidig\n",
        encoding="utf-8",
    )
    more = {"AWS_SHARED_CREDENTIALS_FILE": str(file), "AWS_PROFILE": "hub"}
    variables = {n: v for n, v in store.items() if "KEY" not in n} | more
    place = Places("", "", variables).at(f"s3://{BUCKET}/fil")
    place.put(sha(b"y"), b"y")
    assert place.get(sha(b"y"), 0, 1) == b"y"


def test_a_place_that_cannot_be_used_is_said_at_once(store: dict[str, str], tmp_path: Path) -> None:
    for wrong in ("ftp://x/y", "s3://", "s3://b/../c"):
        with pytest.raises(KnownError, match=r"hub\.bad_blob_place"):
            address_of(wrong)
    assert address_of("database") == address_of("") == ""
    assert address_of("s3://b//c/") == "s3://b/c"
    Places(str(tmp_path / "ny")).check()
    Places(f"s3://{BUCKET}", "", store).check()
    (tmp_path / "fil").touch()
    with pytest.raises(KnownError, match=r"hub\.blob_place"):
        Places(str(tmp_path / "fil")).check()


def test_bytes_that_cannot_be_kept_leave_no_row_and_come_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = Places(str(tmp_path / "fil"))
    (tmp_path / "fil").touch()
    with Hub(tmp_path / "hub", KEY, places=places) as hub:
        data = b"kommer igen"
        name = named(hub, VERA, data)
        with pytest.raises(KnownError, match=r"hub\.blob_place"):
            put(hub, VERA, data)
        assert hub.blobs.state(VERA, name) == BlobState(size=0, complete=False)
        (tmp_path / "fil").unlink()
        assert put(hub, VERA, data).complete
        assert hub.blobs.get(VERA, name).data == data
