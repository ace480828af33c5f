"""Where the sources read from and write to."""

from pathlib import Path

SOURCES = Path(__file__).resolve().parent
FILES = SOURCES.parent
ICON = SOURCES.parents[2] / "gui" / "icon"
WORK = SOURCES / ".work"

for folder in (FILES, ICON, WORK):
    folder.mkdir(parents=True, exist_ok=True)
