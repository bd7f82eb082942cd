"""The store of this computer: one data folder, one encrypted database, unlocked."""

from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from app.clock import Clock, system_clock
from app.errors import KnownError
from app.journal import tables
from app.journal.failures import explained
from app.journal.journal import Journal
from app.journal.overview import Overview
from app.journal.writer import Writer
from app.store import files, rotation
from app.store.backup import make_backup, restore_backup
from app.store.blobs import Blobs
from app.store.engine import make_engine, tidy
from app.store.keys import (
    Cost,
    DataKey,
    KeyFile,
    new_data_key,
    rewrap,
    wrap,
    write_keys,
)
from app.store.local import Local
from app.store.opening import check_database, write_meta
from app.store.pending import Pending
from app.store.search import Search
from app.store.unlocking import Tried
from app.store.unlocking import unlock as unlock
from app.texts import RESOURCES

# The municipality's public recovery key, put there by who installs the program.
INSTALLED_KEY = RESOURCES / "recovery" / "public-key.pem"


class Store:
    """What is kept on this computer, while it is unlocked.

    One program at a time uses a data folder. `close` writes what is under way and lets go
    of the keys; nothing of the store may be used after it.
    """

    def __init__(
        self,
        folder: Path,
        key: DataKey,
        clock: Clock,
        lock: FileLock,
        warning: KnownError | None = None,
    ) -> None:
        self.folder = folder
        # What the user should know although the store is open.
        self.warning = warning
        self._lock = lock
        self._key = key
        self._clock = clock
        self._closed = False
        self._engine = make_engine(folder / files.DATABASE, key)
        self._writer = Writer(self._engine, tidy)
        self.search = Search(self._engine)
        self.pending = Pending(self._engine, self._writer, clock)
        self.blobs = Blobs(self._engine, self._writer)
        followers = (self.search, self.pending, self.blobs)
        self.journal = Journal(self._engine, self._writer, clock, followers)
        self.overview = Overview(self._engine)
        self.local = Local(self._engine, self._writer)

    @staticmethod
    def exists(folder: Path) -> bool:
        """Tell whether a store was made in a folder."""
        return (folder / files.KEYS).exists()

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str,
        clock: Clock = system_clock,
        cost: Cost = Cost(),  # noqa: B008 - frozen
        recovery: Path = INSTALLED_KEY,
    ) -> "Store":
        """Make a store in a folder that has none; KnownError("store.exists") if it has.

        A database without its key file, which nothing can open, is moved aside. `recovery`
        is the file of the municipality's public key, if there is one.
        """
        files.make_folder(folder)
        lock = take_lock(folder)
        try:
            if cls.exists(folder):
                raise KnownError("store.exists")
            if (folder / files.DATABASE).exists():
                files.set_aside(folder / files.DATABASE, clock())
            key = new_data_key()
            wrapped = wrap(key, passphrase, cost)
            make_database(folder / files.DATABASE, key)
            write_keys(folder / files.KEYS, KeyFile(wraps=(wrapped,)))
            return cls(folder, key, clock, lock, _renew_recovery(folder, key, recovery))
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(
        cls,
        folder: Path,
        passphrase: str,
        clock: Clock = system_clock,
        recovery: Path = INSTALLED_KEY,
        tried: Tried | None = None,
    ) -> "Store":
        """Unlock the store of a folder; `tried` is what came of trying the passphrase ahead.

        Raises KnownError: "start.already_running", "unlock.wrong_passphrase", "unlock.wait",
        and those of a database that is missing, damaged, foreign or a newer program's.
        """
        return cls.open_with(
            folder, lambda: unlock(folder, passphrase, clock, tried), clock, recovery
        )

    @classmethod
    def open_remembered(
        cls, folder: Path, clock: Clock = system_clock, recovery: Path = INSTALLED_KEY
    ) -> "Store":
        """Unlock the store by the system's keyring; KnownError("unlock.not_remembered") too."""

        def recalled() -> DataKey:
            from app.store.remembering import recall

            key = recall(folder)
            if key is None:
                raise KnownError("unlock.not_remembered")
            return key

        return cls.open_with(folder, recalled, clock, recovery)

    @classmethod
    def open_with(
        cls,
        folder: Path,
        unlocked: Callable[[], DataKey],
        clock: Clock = system_clock,
        recovery: Path = INSTALLED_KEY,
    ) -> "Store":
        """Open the store of a folder with the key that `unlocked` gives; raises as `open`."""
        if not cls.exists(folder):
            raise KnownError("store.missing")
        lock = take_lock(folder)
        try:
            key = unlocked()
            check_database(folder / files.DATABASE, key, clock)
            return cls(folder, key, clock, lock, _renew_recovery(folder, key, recovery))
        except BaseException:
            lock.release()
            raise

    def remember(self) -> None:
        """Let the system's keyring open the store; KnownError("unlock.no_keyring")."""
        from app.store.remembering import remember

        remember(self.folder, self._key)

    def forget_me(self) -> None:
        """Let the system's keyring open the store no more."""
        from app.store.remembering import forget

        forget(self.folder)

    def lock_out(self) -> None:
        """Leave the municipality's key as the only way in, or none if there is no such key.

        For a computer that the hub has revoked, once what it had not sent lies elsewhere. What
        is typed is kept first.
        """
        from app.store.lockout import lock_out

        self.pending.flush()
        lock_out(self.folder)

    def seal(self, plain: bytes) -> bytes:
        """Encrypt what must outlive the key in memory."""
        from app.store.sealing import seal_bytes

        return seal_bytes(self._key, plain)

    def unseal(self, sealed: bytes) -> bytes | None:
        """Return what `seal` was given; None if another store sealed it."""
        from app.store.sealing import unseal_bytes

        return unseal_bytes(self._key, sealed)

    def change_passphrase(self, old: str, new: str) -> None:
        """Wrap the data key anew; KnownError("unlock.wrong_passphrase") if `old` is wrong."""
        rewrap(self.folder / files.KEYS, old, new)

    def backup(self, target: Path) -> None:
        """Write a verified, encrypted backup into a new or empty folder."""
        self.pending.flush()
        make_backup(self.folder, self._key, target)

    def back_up_daily(self) -> Path | None:
        """Write the automatic backup beside the database if the last is a day old.

        Returns where, None if it is not due. The oldest go once the new one has been read
        back. For the same disk's sake only: a lost computer takes them along.
        """
        now = self._clock()
        if not rotation.is_due(self.folder, now):
            return None
        target = rotation.next_backup(self.folder, now)
        self.backup(target)
        rotation.drop_old(self.folder)
        return target

    @staticmethod
    def backups(folder: Path) -> tuple[Path, ...]:
        """Return the automatic backups of a data folder, the newest first."""
        return rotation.backups(folder)

    @staticmethod
    def restore(backup: Path, folder: Path, clock: Clock = system_clock) -> None:
        """Put a backup in the place of a closed store, whose files are moved aside."""
        files.make_folder(folder)
        lock = take_lock(folder)
        try:
            restore_backup(backup, folder, clock)
        finally:
            lock.release()

    @staticmethod
    def recover(
        folder: Path,
        private_key: Path,
        password: str,
        passphrase: str,
        cost: Cost = Cost(),  # noqa: B008 - frozen
    ) -> None:
        """Give a closed store, or a backup, a new passphrase by the municipality's private key.

        Raises KnownError "store.missing", "recovery.bad_private", "recovery.not_for_this_key".
        """
        from app.store.recovery import read_private, recover

        if not Store.exists(folder):
            raise KnownError("store.missing")
        lock = take_lock(folder)
        try:
            recover(folder, read_private(private_key, password), passphrase, cost)
        finally:
            lock.release()

    def close(self) -> None:
        """Keep what is typed, end the writer, and let go of the file; twice does nothing.

        Raises KnownError if what is typed could not be kept; all is closed even then.
        """
        if self._closed:
            return
        self._closed = True
        try:
            self.pending.flush()
        finally:
            self._writer.close()
            self._engine.dispose()
            self._lock.release()


def _renew_recovery(folder: Path, key: DataKey, installed: Path) -> KnownError | None:
    """Wrap the key for the municipality, if it has a recovery key; return what stopped it.

    Work goes on without: who cannot unlock today loses more than who cannot be recovered.
    """
    if not installed.exists():
        return None
    from app.store.recovery import renew

    try:
        renew(folder, key, installed)
    except KnownError as error:
        return error
    return None


def take_lock(folder: Path) -> FileLock:
    """Take the data folder for this program; KnownError if another one has it."""
    lock = FileLock(folder / files.LOCK, timeout=0, thread_local=False)
    with files.explained_files():
        try:
            lock.acquire()
        except Timeout:
            raise KnownError("start.already_running") from None
    return lock


def make_database(database: Path, key: DataKey) -> None:
    """Make an empty database with every table."""
    with files.explained_files():
        database.touch(mode=0o600)
    engine = make_engine(database, key)
    try:
        with explained(), engine.begin() as connection:
            tables.METADATA.create_all(connection)
            Search.make(connection)
            write_meta(connection)
    finally:
        engine.dispose()
