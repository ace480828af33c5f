"""Print every document to a PDF without dates, authors or producer names."""

import re
import subprocess
from importlib import import_module
from pathlib import Path

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

import fonts
from paths import FILES, WORK

NAMES = (
    "program physics chinese english mathematics biology geography history art worksheet"
).split()


def build() -> None:
    documents = [import_module(f"documents.{name}").DOCUMENT for name in NAMES]
    text = "•" + "".join(document.html("") for document in documents)
    rules = fonts.build("".join(sorted(set(text))))
    for document in documents:
        raw = WORK / document.file
        # one configuration per document: the subset then depends on it alone
        HTML(string=document.html(rules)).write_pdf(
            raw, font_config=FontConfiguration(), pdf_identifier=b"sample", uncompressed_pdf=True
        )
        _without_origin(raw)
        subprocess.run(
            ["qpdf", "--deterministic-id", "--object-streams=generate", "--recompress-flate",
             "--compression-level=9", str(raw), str(FILES / document.file)],
            check=True,
        )
        raw.unlink()


def _without_origin(path: Path) -> None:
    """Blank out the producer in place, keeping every byte offset as it is."""
    data = path.read_bytes()
    blank = re.sub(
        rb"/Producer \([^)]*\)", lambda found: b" " * len(found.group()), data
    )
    path.write_bytes(blank)


if __name__ == "__main__":
    build()
