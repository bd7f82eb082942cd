#!/bin/sh
# The system libraries that Qt needs, the PDF tools that the tests read with, and PostgreSQL and
# a browser, which the tests of the hub start by themselves.
# As root on Debian or Ubuntu: installed here. Elsewhere: the one command is printed.
set -eu
packages="libgl1 libegl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3 libcups2
 libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 poppler-utils qpdf
 libpango-1.0-0 libpangoft2-1.0-0"
command -v dpkg-query >/dev/null 2>&1 || exit 0
installed() {
    dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'
}
missing=""
for package in $packages; do
    # Newer releases name some libraries with the suffix t64.
    installed "$package" || installed "${package}t64" || missing="$missing $package"
done
# Without a server or a browser some tests are skipped: nobody is made to install one.
wanted=""
if ! installed postgresql && ! command -v pg_ctl >/dev/null 2>&1; then
    wanted="$wanted postgresql"
fi
if ! command -v chromedriver >/dev/null 2>&1; then
    wanted="$wanted chromium chromium-driver"
fi
if [ -n "$wanted" ] && [ "$(id -u)" = 0 ]; then
    # No server of the system's own is made, and none is started.
    mkdir -p /etc/postgresql-common/createcluster.d
    echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.d/hjemmebesoeg.conf
    missing="$missing$wanted"
elif [ -n "$wanted" ]; then
    echo "Not installed, so the tests that need them are skipped:$wanted" >&2
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
