"""The hub's own tables, beside the journal's: users, computers, feeds, blobs, and who read what."""

import sqlalchemy as sa

from app.journal.tables import Id, Whole

HUB = sa.MetaData()
# The version of these tables; a database with a higher one is a newer program's.
SCHEMA = 3


def _number() -> "sa.Column[int]":
    return sa.Column("number", Whole, primary_key=True, autoincrement=False)


# Small facts: the version of these tables, the hub's name and its sealed key.
setting = sa.Table(
    "hub_setting",
    HUB,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text),
)

# `subject` is who the municipality's provider says it is; `password` is argon2id's own text.
user = sa.Table(
    "hub_user",
    HUB,
    sa.Column("id", Id, primary_key=True),
    sa.Column("login", sa.Text, unique=True),
    sa.Column("name", sa.Text),
    sa.Column("role", sa.Text),
    sa.Column("password", sa.Text),
    sa.Column("subject", sa.Text, unique=True),
    sa.Column("made", sa.BigInteger),
    sa.Column("closed", sa.BigInteger),
)

team = sa.Table(
    "hub_team",
    HUB,
    sa.Column("id", Id, primary_key=True),
    sa.Column("name", sa.Text, unique=True),
)

member = sa.Table(
    "hub_member",
    HUB,
    sa.Column("team", Id, primary_key=True),
    sa.Column("user", Id, primary_key=True),
    sa.Index("hub_member_user", "user"),
)

code = sa.Table(
    "hub_code",
    HUB,
    sa.Column("code", sa.LargeBinary, primary_key=True),
    sa.Column("user", Id),
    sa.Column("expires", sa.BigInteger),
    sa.Column("tries", sa.Integer),
)

# `revoked` by the office, for the reason `why`; `gone` is one that said goodbye by itself;
# `away` one that came back after so long that it may only send.
device = sa.Table(
    "hub_device",
    HUB,
    sa.Column("id", Id, primary_key=True),
    sa.Column("user", Id, index=True),
    sa.Column("key", sa.LargeBinary, unique=True),
    sa.Column("name", sa.Text),
    sa.Column("program", sa.Text),
    sa.Column("made", sa.BigInteger),
    sa.Column("seen", sa.BigInteger),
    sa.Column("revoked", sa.BigInteger),
    sa.Column("why", sa.Text),
    sa.Column("gone", sa.BigInteger),
    sa.Column("away", sa.BigInteger),
)

nonce = sa.Table(
    "hub_nonce",
    HUB,
    sa.Column("nonce", sa.LargeBinary, primary_key=True),
    sa.Column("device", Id),
    sa.Column("expires", sa.BigInteger),
)

# A token is known by its SHA-256 only.
session = sa.Table(
    "hub_session",
    HUB,
    sa.Column("token", sa.LargeBinary, primary_key=True),
    sa.Column("device", Id, index=True),
    sa.Column("expires", sa.BigInteger),
)

# Who is signed in to the pages of the administration; the token by its SHA-256 only.
web_session = sa.Table(
    "hub_web_session",
    HUB,
    sa.Column("token", sa.LargeBinary, primary_key=True),
    sa.Column("user", Id, index=True),
    sa.Column("expires", sa.BigInteger),
)

# Whoever has a password that the administration gave out: it is good until then, and once.
once = sa.Table(
    "hub_once",
    HUB,
    sa.Column("user", Id, primary_key=True),
    sa.Column("until", sa.BigInteger),
)

# What was done on the pages of the administration; `about` is a login, a team or a number.
act = sa.Table(
    "hub_act",
    HUB,
    _number(),
    sa.Column("at", sa.BigInteger),
    sa.Column("user", Id),
    sa.Column("what", sa.Text),
    sa.Column("about", sa.Text),
    sa.Column("why", sa.Text),
)

# Tries that failed, counted for whoever tried, until a moment.
attempt = sa.Table(
    "hub_attempt",
    HUB,
    sa.Column("who", sa.Text, primary_key=True),
    sa.Column("tries", sa.Integer),
    sa.Column("until", sa.BigInteger),
)

# An epoch belongs to the user who sent its first action.
epoch = sa.Table(
    "hub_epoch",
    HUB,
    sa.Column("epoch", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("user", Id, index=True),
    sa.Column("seq", Whole),
    sa.Column("changes", Whole),
    sa.Column("pushed", sa.BigInteger),
)

# Who has sent a copy of what others had sent: a computer's data that was copied before.
copied = sa.Table(
    "hub_copied",
    HUB,
    sa.Column("user", Id, primary_key=True),
    sa.Column("epoch", sa.Integer, primary_key=True, autoincrement=False),
)

# Where an action came from, as the hub knows it and not as the action says.
origin = sa.Table(
    "hub_origin",
    HUB,
    sa.Column("action", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("user", Id),
    sa.Column("device", Id),
    sa.Column("at", sa.BigInteger),
)

# The team that looks after a case.
case_team = sa.Table(
    "hub_case",
    HUB,
    sa.Column("scope", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("team", Id, index=True),
)

# Who may have a citizen or case on their computers; one that moved away stays, marked `left`.
entitled = sa.Table(
    "hub_entitled",
    HUB,
    sa.Column("user", Id, primary_key=True),
    sa.Column("scope", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("left", sa.Boolean),
    sa.Index("hub_entitled_scope", "scope"),
)

# Why a user has a scope (entitlement.py): "sent", "planned", "due", "given" or "opened".
reason = sa.Table(
    "hub_reason",
    HUB,
    sa.Column("user", Id, primary_key=True),
    sa.Column("scope", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Index("hub_reason_of_scope", "scope"),
)

# Whom the office gave a visit to.
plan = sa.Table(
    "hub_plan",
    HUB,
    sa.Column("visit", Id, primary_key=True),
    sa.Column("user", Id, index=True),
)

# The day on which it was last looked at what a user gets.
looked = sa.Table(
    "hub_looked",
    HUB,
    sa.Column("user", Id, primary_key=True),
    sa.Column("day", sa.Text),
)

# What goes out to a user, in the order it was committed in. `kind` is "action", "left" or
# "erased"; `action` is the number of an action, `size` that of its changes.
feed = sa.Table(
    "hub_feed",
    HUB,
    _number(),
    sa.Column("user", Id),
    sa.Column("kind", sa.Text),
    sa.Column("scope", sa.Integer),
    sa.Column("action", sa.Integer),
    sa.Column("size", sa.Integer),
    sa.Index("hub_feed_of_user", "user", "number"),
)

erased = sa.Table(
    "hub_erased",
    HUB,
    sa.Column("scope", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", sa.BigInteger),
    sa.Column("why", sa.Text),
)

quarantine = sa.Table(
    "hub_quarantine",
    HUB,
    _number(),
    sa.Column("at", sa.BigInteger),
    sa.Column("device", Id),
    sa.Column("action", Id),
    sa.Column("scope", Id),
    sa.Column("why", sa.Text),
    sa.Column("body", sa.LargeBinary),
    sa.Index("hub_quarantine_of_action", "device", "action"),
)

# `day` is set for what is noted once a day: that a case went out to a computer.
access = sa.Table(
    "hub_access",
    HUB,
    _number(),
    sa.Column("at", sa.BigInteger),
    sa.Column("user", Id),
    sa.Column("device", Id),
    sa.Column("what", sa.Text),
    sa.Column("scope", sa.Integer),
    sa.Column("why", sa.Text),
    sa.Column("day", sa.Text),
    sa.Index("hub_access_of_scope", "scope", "number"),
    sa.Index("hub_access_of_day", "device", "day"),
)

# `place` is the address of the folder or store that has the bytes; without one, `chunk` has.
blob = sa.Table(
    "hub_blob",
    HUB,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("size", sa.BigInteger),
    sa.Column("place", sa.Text),
    sa.Column("at", sa.BigInteger),
)

# The bytes of a blob from `start` on; of one under way, as one computer has sent them.
chunk = sa.Table(
    "hub_chunk",
    HUB,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("start", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("data", sa.LargeBinary),
)

part = sa.Table(
    "hub_part",
    HUB,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("device", Id, primary_key=True),
    sa.Column("start", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("data", sa.LargeBinary),
    sa.Column("at", sa.BigInteger),
)

# The scopes in which a blob is named, and by whom.
named = sa.Table(
    "hub_naming",
    HUB,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("scope", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("user", Id, primary_key=True),
    sa.Index("hub_naming_in", "scope"),
)

# Who has shown to have a blob, by sending all of it or by being let to read it. A name alone
# shows nothing: only what such a user names opens a blob to the readers of a scope.
holder = sa.Table(
    "hub_holder",
    HUB,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("user", Id, primary_key=True),
)

# Bytes outside the database that nothing names any more, until they are seen to be gone.
doomed = sa.Table(
    "hub_doomed",
    HUB,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("place", sa.Text, primary_key=True),
)

# The computers that are to erase a scope, and when each has said that it did.
erasure = sa.Table(
    "hub_erasure",
    HUB,
    sa.Column("scope", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("device", Id, primary_key=True),
    sa.Column("confirmed", sa.BigInteger),
)

# What revoked computers had not sent, as it came: sealed to the hub's key, in lots of parts.
parked = sa.Table(
    "hub_parked",
    HUB,
    sa.Column("device", Id, primary_key=True),
    sa.Column("lot", Id, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("total", sa.Integer),
    sa.Column("at", sa.BigInteger),
    sa.Column("taken", sa.BigInteger),
    sa.Column("data", sa.LargeBinary),
)

# The certificates that computers got from the authority; revoked with the computer.
certificate = sa.Table(
    "hub_certificate",
    HUB,
    sa.Column("serial", sa.Text, primary_key=True),
    sa.Column("device", Id, index=True),
    sa.Column("made", sa.BigInteger),
    sa.Column("expires", sa.BigInteger),
)

# The municipality's seals: what is added to a document that a computer has sealed.
countersigned = sa.Table(
    "hub_countersigned",
    HUB,
    sa.Column("document", sa.Text, primary_key=True),
    sa.Column("seal", sa.Text, primary_key=True),
    sa.Column("device", Id),
    sa.Column("at", sa.BigInteger),
    sa.Column("added", sa.LargeBinary),
)

standard = sa.Table(
    "hub_standard",
    HUB,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("version", sa.Text, primary_key=True),
    sa.Column("sha256", sa.Text),
    sa.Column("toml", sa.Text),
    sa.Column("at", sa.BigInteger),
)
