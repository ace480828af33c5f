#!/bin/sh
# Rebuild every sample file and the icon; see README.md for what must be installed.
set -eu
cd "$(dirname "$0")"
export PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1 SOURCE_DATE_EPOCH=0
for step in icon pictures sounds films build_documents catalogue; do
    python3 "$step.py"
done
rm -rf .work
