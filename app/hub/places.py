"""Where the bytes of blobs lie outside the database: a folder, or an S3-compatible store.

A place is known by its address, which stands beside each blob: several may be in use at once.
Only whole blobs come there, once they were seen to be what they are called. Under way they
stay in the database, which every process of the hub shares, which counts and orders the parts
and lets go of them with one transaction; a store would need a protocol of its own for that.
"""

import configparser
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from app.errors import KnownError
from app.settings import write_whole

if TYPE_CHECKING:
    from obstore.store import S3Config, S3Store

DATABASE = "database"
_S3 = "s3://"
_PLAIN = "http://"
# A store that does not answer is given up after so long; a laptop asks again.
_PATIENCE = timedelta(seconds=20)
_TRIES = 3


class Place(Protocol):
    """Keeps bytes by their SHA-256; raises KnownError("hub.blob_place") if it fails."""

    def put(self, sha256: str, data: bytes) -> None:
        """Keep bytes durably, whole or not at all; the same ones again change nothing."""

    def get(self, sha256: str, start: int, stop: int) -> bytes:
        """Return the bytes from `start` to before `stop`."""

    def size(self, sha256: str) -> int | None:
        """Return how many bytes there are, None if there is nothing."""

    def drop(self, sha256: str) -> None:
        """Let go of bytes; it is no fault if they are not there."""

    def older_than(self, moment: datetime) -> Iterator[str]:
        """Yield what was put before a moment."""


class Folder:
    """A folder, with one below it for each pair of first digits."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def _path(self, sha256: str) -> Path:
        return self._root / sha256[:2] / sha256

    def put(self, sha256: str, data: bytes) -> None:
        with _explained():
            self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(self._path(sha256), data)

    def get(self, sha256: str, start: int, stop: int) -> bytes:
        with _explained(), self._path(sha256).open("rb") as file:
            file.seek(start)
            data = file.read(stop - start)
        return _all_of(data, start, stop)

    def size(self, sha256: str) -> int | None:
        with _explained():
            try:
                return self._path(sha256).stat().st_size
            except FileNotFoundError:
                return None

    def drop(self, sha256: str) -> None:
        with _explained():
            self._path(sha256).unlink(missing_ok=True)

    def older_than(self, moment: datetime) -> Iterator[str]:
        """Yield what was put before a moment; files of a process that died half way go."""
        with _explained():
            for path in self._root.glob("[0-9a-f][0-9a-f]/*"):
                if datetime.fromtimestamp(path.stat().st_mtime, UTC) >= moment:
                    continue
                if path.name.startswith("."):
                    path.unlink(missing_ok=True)
                else:
                    yield path.name


class Bucket:
    """An S3-compatible store; address and secrets as every program of its kind takes them.

    That is AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION,
    AWS_ENDPOINT_URL and the file of AWS_SHARED_CREDENTIALS_FILE with AWS_PROFILE. `sse` is
    "", "AES256", "aws:kms" or "aws:kms=KEY": how the store encrypts what it keeps.
    """

    def __init__(self, address: str, sse: str, variables: Mapping[str, str]) -> None:
        bucket, _, prefix = address.removeprefix(_S3).partition("/")
        self._store = _open_store(bucket, prefix, sse, variables)

    def put(self, sha256: str, data: bytes) -> None:
        with _explained():
            self._store.put(_name(sha256), data)

    def get(self, sha256: str, start: int, stop: int) -> bytes:
        if start == stop:
            return b""
        with _explained():
            data = bytes(self._store.get_range(_name(sha256), start=start, end=stop))
        return _all_of(data, start, stop)

    def size(self, sha256: str) -> int | None:
        with _explained():
            try:
                return self._store.head(_name(sha256))["size"]
            except FileNotFoundError:
                return None

    def drop(self, sha256: str) -> None:
        with _explained():
            self._store.delete(_name(sha256))

    def older_than(self, moment: datetime) -> Iterator[str]:
        with _explained():
            for batch in self._store.list():
                for each in batch:
                    if each["last_modified"] < moment:
                        yield each["path"].rpartition("/")[2]


class Places:
    """Opens places by their addresses; `fresh` is where new blobs go, "" for the database.

    Raises KnownError "hub.bad_blob_place", "hub.bad_sse".
    """

    def __init__(
        self, fresh: str = "", sse: str = "", variables: Mapping[str, str] | None = None
    ) -> None:
        self._sse = sse
        self._variables = os.environ if variables is None else variables
        self._open: dict[str, Place] = {}
        self._lock = Lock()
        self.fresh = address_of(fresh)

    def at(self, address: str) -> Place:
        """Return the place of an address."""
        with self._lock:
            if address not in self._open:
                self._open[address] = self._make(address)
            return self._open[address]

    def check(self) -> None:
        """Raise KnownError "hub.blob_place" if the place of new blobs cannot be reached."""
        if self.fresh:
            self.at(self.fresh).size("0" * 64)

    def _make(self, address: str) -> Place:
        if address.startswith(_S3):
            return Bucket(address, self._sse, self._variables)
        return Folder(Path(address))


def address_of(given: str) -> str:
    """Return the address of a place as it is noted: of a folder whole, "" for the database."""
    if given in ("", DATABASE):
        return ""
    if not given.startswith(_S3):
        if "://" in given:
            raise KnownError("hub.bad_blob_place")
        return str(Path(given).expanduser().absolute())
    bucket, _, prefix = given.removeprefix(_S3).partition("/")
    parts = [part for part in prefix.split("/") if part]
    if not bucket or ".." in parts:
        raise KnownError("hub.bad_blob_place")
    return _S3 + "/".join([bucket, *parts])


def _open_store(bucket: str, prefix: str, sse: str, variables: Mapping[str, str]) -> "S3Store":
    from obstore.store import S3Store

    config = _encryption(sse)
    endpoint = variables.get("AWS_ENDPOINT_URL_S3") or variables.get("AWS_ENDPOINT_URL", "")
    if endpoint:
        config["endpoint"] = endpoint
    config.update(_secrets(variables))
    with _explained("hub.bad_blob_place"):
        return S3Store(
            bucket,
            prefix=prefix or None,
            config=config,
            client_options={"allow_http": endpoint.startswith(_PLAIN), "timeout": _PATIENCE},
            retry_config={"max_retries": _TRIES, "retry_timeout": _PATIENCE},
        )


def _encryption(sse: str) -> "S3Config":
    way, _, key = sse.partition("=")
    if way not in ("", "AES256", "aws:kms") or (key and way != "aws:kms"):
        raise KnownError("hub.bad_sse")
    config: S3Config = {}
    if way:
        config["server_side_encryption"] = way
    if key:
        config["sse_kms_key_id"] = key
    return config


def _secrets(variables: Mapping[str, str]) -> "S3Config":
    """Return what the variables say, else the credentials file; else the store finds its own."""
    names = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")
    found = [variables.get(name, "") for name in names]
    if not found[0]:
        found = _from_file(variables)
    region = variables.get("AWS_REGION") or variables.get("AWS_DEFAULT_REGION", "")
    config: S3Config = {"region": region} if region else {}
    if found[0]:
        config["access_key_id"], config["secret_access_key"] = found[:2]
    if found[2]:
        config["session_token"] = found[2]
    return config


def _from_file(variables: Mapping[str, str]) -> list[str]:
    path = variables.get("AWS_SHARED_CREDENTIALS_FILE") or "~/.aws/credentials"
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read(Path(path).expanduser(), encoding="utf-8")
        section = parser[variables.get("AWS_PROFILE") or "default"]
        secrets = [section["aws_access_key_id"], section["aws_secret_access_key"]]
        return [*secrets, section.get("aws_session_token", "")]
    except (KeyError, OSError, UnicodeDecodeError, configparser.Error):
        return ["", "", ""]


def _name(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256}"


def _all_of(data: bytes, start: int, stop: int) -> bytes:
    if len(data) != stop - start:
        raise KnownError("hub.blob_place")
    return data


@contextmanager
def _explained(key: str = "hub.blob_place") -> Iterator[None]:
    """Say that the place fails, whatever it is; nothing of what it says goes further."""
    from obstore.exceptions import BaseError

    try:
        yield
    except (OSError, BaseError, ValueError) as error:
        raise KnownError(key) from error
    except KnownError as error:
        raise KnownError("hub.blob_place") from error
