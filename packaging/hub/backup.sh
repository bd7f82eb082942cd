#!/bin/sh
# A backup of a hub on PostgreSQL, once a day (hjemmebesoeg-backup.timer): encrypted by restic
# before it leaves this machine, and expired after KEEP_DAYS, as what was erased by law lives on
# in it until then.
#
# /etc/hjemmebesoeg/backup.env holds RESTIC_REPOSITORY, RESTIC_PASSWORD_FILE and PGDATABASE
# (with PGHOST and PGUSER if they are not the usual ones); BLOBS is the folder of the blobs, or
# empty if they lie in the database or in a store, which has copies of its own.
set -eu

KEEP_DAYS=${KEEP_DAYS:-35}
BLOBS=${BLOBS-/srv/hjemmebesoeg/blobs}
PYTHON=${PYTHON:-/opt/hjemmebesoeg/.venv/bin/python}

# The database first, then the bytes: so every row of the copy has its bytes in it. The dump
# goes straight into restic (0.17 or newer), and is no backup if pg_dump fails on the way.
restic backup --quiet --tag database --stdin-filename hub.pgdump \
    --stdin-from-command -- pg_dump --format=custom
# What was erased until now: whoever restores an older copy erases it anew.
restic backup --quiet --tag erasures --stdin-filename erasures.tsv \
    --stdin-from-command -- "$PYTHON" -m app.hub erasure list
if [ -n "$BLOBS" ]; then
    restic backup --quiet --tag blobs "$BLOBS"
fi
restic forget --quiet --group-by host,tags --keep-within "${KEEP_DAYS}d" --prune
restic check --quiet
