#!/bin/sh
# The system libraries that Qt needs, and the PDF tools that the tests read with.
# As root on Debian or Ubuntu: installed here. Elsewhere: the one command is printed.
set -eu
packages="libgl1 libegl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3 libcups2
 libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 poppler-utils qpdf"
command -v dpkg-query >/dev/null 2>&1 || exit 0
missing=""
for package in $packages; do
    # Newer releases name some libraries with the suffix t64.
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
        dpkg-query -W -f='${Status}' "${package}t64" 2>/dev/null | grep -q 'ok installed' ||
        missing="$missing $package"
done
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
