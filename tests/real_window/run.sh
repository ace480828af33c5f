#!/usr/bin/env bash
# The real window, driven by a real mouse and keyboard on desktops of their own: see drive.py.
# Debian packages: packages.txt. The program must be built: cargo build --release
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

give_up() {
    echo "real window: $1" >&2
    exit 1
}

program=${CARGO_TARGET_DIR:-target}/release/licheng
[ -x "$program" ] || give_up "there is no $program; build it first: cargo build --release"

for tool in fcitx5 localedef Xvfb dbus-daemon openbox xdotool xclip import /usr/bin/python3; do
    command -v "$tool" >/dev/null || give_up "$tool is missing; install the packages of tests/real_window/packages.txt"
done
for service in org.a11y.Bus org.freedesktop.portal.Desktop org.freedesktop.impl.portal.desktop.gtk; do
    [ -e "/usr/share/dbus-1/services/$service.service" ] ||
        give_up "the service $service is missing; install the packages of tests/real_window/packages.txt"
done
/usr/bin/python3 -c 'from gi.repository import Gio' 2>/dev/null ||
    give_up "python3-gi is missing; install the packages of tests/real_window/packages.txt"

exec /usr/bin/python3 -B tests/real_window/drive.py "$(realpath "$program")" "$@"
