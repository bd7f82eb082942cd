#!/bin/sh
# Opens the program with a demonstration day; without a display, drives one offscreen instead.
set -eu
bin=$1
case "$(uname -s)" in
    Linux)
        if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
            echo "There is no display here, so no window can open. Driving a whole visit instead:"
            QT_QPA_PLATFORM=offscreen exec "$bin/python" -m app demo --out build/demo
        fi
        ;;
esac
exec "$bin/python" -m app open --demonstration
