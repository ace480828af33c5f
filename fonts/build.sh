#!/bin/bash
# Rebuild the bundled fonts, byte for byte.
#
#   bash fonts/build.sh            build here, then compare with SHA256SUMS
#   bash fonts/build.sh DIR        build into DIR, then compare with SHA256SUMS
#   UPDATE=1 bash fonts/build.sh   after changing the recipe: build here, write SHA256SUMS anew
#
# Needs Python 3.10 or later with venv, and the Debian packages fonts-noto-cjk and
# fonts-hanazono: installed, or else downloaded with apt-get into a temporary directory
# (no root needed). To use sources lying elsewhere, set NOTO_DIR and HANAZONO_DIR.
set -euo pipefail
export LC_ALL=C SOURCE_DATE_EPOCH=0 PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1

FONTTOOLS=4.68.0
NOTO_PACKAGE=fonts-noto-cjk
HANAZONO_PACKAGE=fonts-hanazono

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=${1:-$here}
mkdir -p "$out"
out=$(cd "$out" && pwd)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# find_source VARIABLE PACKAGE SUBDIRECTORY FILE
find_source() {
    if [ -n "${!1:-}" ]; then
        return
    fi
    if [ -f "/usr/share/fonts/$3/$4" ]; then
        printf -v "$1" %s "/usr/share/fonts/$3"
        return
    fi
    mkdir -p "$work/$2"
    (cd "$work/$2" && apt-get -q download "$2" && dpkg-deb -x "$2"_*.deb .)
    printf -v "$1" %s "$work/$2/usr/share/fonts/$3"
}
find_source NOTO_DIR "$NOTO_PACKAGE" opentype/noto NotoSansCJK-Bold.ttc
find_source HANAZONO_DIR "$HANAZONO_PACKAGE" truetype/hanazono HanaMinA.ttf

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps "fonttools==$FONTTOOLS"
"$work/venv/bin/python" "$here/build_fonts.py" "$NOTO_DIR" "$HANAZONO_DIR" "$out"

cd "$out"
if [ "${UPDATE:-0}" = 1 ]; then
    sha256sum LichengHana.ttf LichengSans-Bold.otf LichengSans-Regular.otf > "$here/SHA256SUMS"
fi
sha256sum -c "$here/SHA256SUMS"
