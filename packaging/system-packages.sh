#!/bin/sh
# The system libraries that Qt needs, the PDF tools that the tests read with, and PostgreSQL,
# which the tests of the hub start by themselves.
# As root on Debian or Ubuntu: installed here. Elsewhere: the one command is printed.
set -eu
packages="libgl1 libegl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3 libcups2
 libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 poppler-utils qpdf"
command -v dpkg-query >/dev/null 2>&1 || exit 0
installed() {
    dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'
}
missing=""
for package in $packages; do
    # Newer releases name some libraries with the suffix t64.
    installed "$package" || installed "${package}t64" || missing="$missing $package"
done
# Without a server some tests are skipped: nobody is made to install one, and none is started.
if ! installed postgresql && ! command -v pg_ctl >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then
        mkdir -p /etc/postgresql-common/createcluster.d
        echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.d/hjemmebesoeg.conf
        missing="$missing postgresql"
    else
        echo "PostgreSQL is not installed: the tests of the hub on it are skipped." >&2
    fi
fi
[ -n "$missing" ] || exit 0
install="apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $install
else
    echo "Missing system libraries. Run this once, then the same make command again:" >&2
    echo "  sudo $install" >&2
    exit 1
fi
