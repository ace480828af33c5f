#!/bin/bash
# Rebuild LichengIcons.ttf, byte for byte: the icons named in src/gui/icons.rs, cut from Phosphor Icons (MIT).
#
#   bash fonts/build-icons.sh
#
# Needs npm, and Python 3.10 or later with venv.
set -euo pipefail
export LC_ALL=C SOURCE_DATE_EPOCH=0 PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1

PHOSPHOR=2.1.2
PHOSPHOR_SHA256=06b91e022b7ee899a63efced879392a74f0bacbda54e4467e9f663220d173a10
FONTTOOLS=4.68.0

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm pack --silent "@phosphor-icons/web@$PHOSPHOR" > /dev/null
tar xzf phosphor-icons-web-*.tgz
echo "$PHOSPHOR_SHA256  package/src/regular/Phosphor.ttf" | sha256sum -c --quiet
cp package/LICENSE "$here/LICENSE-Phosphor.txt"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-deps "fonttools==$FONTTOOLS"

# The source file is the list: a character stands there as "\u{e2c2}".
unicodes=$(grep -o '\\u{[0-9a-f]*}' "$here/../src/gui/icons.rs" | sed 's/\\u{\(.*\)}/\1/' | sort -u | paste -sd,)
venv/bin/pyftsubset package/src/regular/Phosphor.ttf --unicodes="$unicodes" --output-file=subset.ttf \
    --drop-tables+=GSUB,gasp --notdef-outline --no-glyph-names --no-hinting --no-recalc-timestamp

# The subset is not the original: it must not carry its name.
venv/bin/python - <<'PYTHON'
from fontTools.ttLib import TTFont

font = TTFont("subset.ttf", recalcTimestamp=False)
names = {1: "LichengIcons", 2: "Regular", 4: "LichengIcons", 6: "LichengIcons"}
for record in list(font["name"].names):
    if record.nameID in names:
        record.string = names[record.nameID]
font.save("LichengIcons.ttf")
PYTHON
cp LichengIcons.ttf "$here/LichengIcons.ttf"
sha256sum "$here/LichengIcons.ttf"
