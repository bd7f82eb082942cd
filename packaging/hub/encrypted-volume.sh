#!/bin/sh
# Makes the encrypted volume on which PostgreSQL's data and the hub's blobs lie (LUKS2), once:
#     encrypted-volume.sh /dev/DEVICE
# The device must be empty. You are asked for a passphrase: keep it where the municipality keeps
# such things, for it opens the volume when this machine cannot. If the machine has a TPM 2.0,
# it opens the volume by itself at each start; without one, somebody types the passphrase.
set -eu

NAME=hubdata
PLACE=/srv/hjemmebesoeg

fail() {
    echo "$1" >&2
    exit 1
}

[ $# -eq 1 ] || fail "usage: $0 /dev/DEVICE"
DEVICE=$1
[ "$(id -u)" -eq 0 ] || fail "only root can do this"
[ -b "$DEVICE" ] || fail "$DEVICE is no block device"
[ ! -e "/dev/mapper/$NAME" ] || fail "there is a volume called $NAME already"
# Looks for file systems, partitions and other volumes; says nothing if there are none.
FOUND=$(wipefs --noheadings "$DEVICE")
[ -z "$FOUND" ] || fail "$DEVICE is not empty: $FOUND"
! grep -q "^$NAME[[:space:]]" /etc/crypttab 2>/dev/null || fail "$NAME stands in /etc/crypttab"
! grep -q "[[:space:]]$PLACE[[:space:]]" /etc/fstab || fail "$PLACE stands in /etc/fstab"

cryptsetup luksFormat --type luks2 --verify-passphrase "$DEVICE"
OPTIONS=luks
if [ -c /dev/tpmrm0 ] && command -v systemd-cryptenroll >/dev/null; then
    # Bound to the state of Secure Boot: another system on this machine does not open it.
    systemd-cryptenroll --tpm2-device=auto --tpm2-pcrs=7 "$DEVICE"
    OPTIONS=luks,tpm2-device=auto
fi
cryptsetup open "$DEVICE" "$NAME"
mkfs.ext4 -q "/dev/mapper/$NAME"

UUID=$(cryptsetup luksUUID "$DEVICE")
echo "$NAME UUID=$UUID none $OPTIONS" >>/etc/crypttab
echo "/dev/mapper/$NAME $PLACE ext4 defaults,nodev,nosuid,noexec 0 2" >>/etc/fstab
mkdir -p "$PLACE"
systemctl daemon-reload
mount "$PLACE"
chmod 711 "$PLACE"
install -d -m 700 -o postgres -g postgres "$PLACE/postgresql"
install -d -m 700 -o hjemmebesoeg -g hjemmebesoeg "$PLACE/blobs"

# A copy of the header opens the volume with a passphrase of today: keep it with the passphrase.
cryptsetup luksHeaderBackup "$DEVICE" --header-backup-file "/root/$NAME.luks-header"
echo "Done. Move /root/$NAME.luks-header to a safe place that is not this machine."
