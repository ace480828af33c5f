#!/usr/bin/env python3
"""Subset the bundled fonts. Called by build.sh; see README.md.

usage: build_fonts.py NOTO_DIR HANAZONO_DIR OUT_DIR

The output depends only on the source fonts and on the fontTools version:
no time stamps, no locale, no Unicode database of the Python in use.
"""

import hashlib
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._n_a_m_e import NameRecord

# The exact inputs (Debian fonts-noto-cjk 1:20220127+repack1-1, fonts-hanazono 20170904-2.1).
SOURCES = {
    "NotoSansCJK-Regular.ttc": "b76b0433203017ca80401b2ee0dd69350349871c4b19d504c34dbdd80541690a",
    "NotoSansCJK-Bold.ttc": "faa5f3656a78b2e2d450d27fe8382c778bc2b6bb5ea29c986664a6a435056ceb",
    "HanaMinA.ttf": "7ca87559414474848fc513a8d8eb42d5b0f8194c30c2abdfbfedff5398ec88d7",
}
TC_FACE = 3  # 0 JP, 1 KR, 2 SC, 3 TC, 4 HK
TC_NAME = "Noto Sans CJK TC"

HANGUL = [
    (0x1100, 0x11FF), (0x302E, 0x302F), (0x3130, 0x318F), (0x3200, 0x321E),
    (0x3260, 0x327F), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xFFA0, 0xFFDC),
]
HAN = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)]
# From the fallback: Han, Latin letters (indigenous languages, Taiwanese, Hakka, pinyin), symbols.
# Not its private use area, nor characters without a shape.
FALLBACK = HAN + [
    (0x00A0, 0x00AC), (0x00AE, 0x034E), (0x0350, 0x036F), (0x1E00, 0x1EFF),
    (0x2010, 0x2027), (0x2030, 0x205F), (0x2070, 0x27BF), (0xFFFD, 0xFFFD),
]
# Names of people and places outside CP950 that must be there in bold as well.
BOLD_EXTRA = "堃喆峯犇䶮𡘙𠮷𤧟煊"

DROP = [
    "BASE", "GDEF", "GPOS", "GSUB", "JSTF", "VORG", "vhea", "vmtx",  # layout, vertical
    "DSIG", "FFTM", "prop", "gasp",
]


def within(code, ranges):
    return any(low <= code <= high for low, high in ranges)


def cp950():
    """Every character that Python's cp950 codec can encode."""
    found = set()
    for code in range(0x20, 0x10000):
        if 0xD800 <= code <= 0xDFFF:
            continue
        try:
            chr(code).encode("cp950")
        except UnicodeEncodeError:
            continue
        found.add(code)
    return found


def load(directory, name, **kwargs):
    path = Path(directory) / name
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != SOURCES[name]:
        sys.exit(f"{name}: not the expected version (sha256 {digest})")
    return TTFont(path, recalcTimestamp=False, lazy=True, **kwargs)


def make_subset(font, codes):
    options = subset.Options()
    options.layout_features = []
    options.drop_tables = options.drop_tables + DROP
    options.notdef_glyph = True
    options.notdef_outline = True
    options.hinting = False
    options.glyph_names = False
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.bidi_closure = False  # else mirrored symbols come in twice
    options.recalc_timestamp = False
    options.prune_unicode_ranges = True
    options.harfbuzz_repacker = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=sorted(codes))
    subsetter.subset(font)


def rename(font, family, style, ps_family, about, licence, licence_url, keep):
    """Own names everywhere; copyright, trademark and designers as in the source."""
    names = font["name"]
    old = {i: names.getName(i, 3, 1, 0x409) for i in keep}
    full = family if style == "Regular" else f"{family} {style}"
    postscript = f"{ps_family}-{style}"
    version = names.getDebugName(5).split(";")[0]
    new = {i: str(record) for i, record in old.items() if record is not None}
    new.update({
        1: family,
        2: style,
        3: f"{version};{postscript}",
        4: full,
        5: version if version.startswith("Version") else f"Version 1.0; {version}",
        6: postscript,
        10: about,
        13: licence,
        14: licence_url,
    })
    names.names = []
    for name_id in sorted(new):
        record = NameRecord()
        record.nameID, record.platformID, record.platEncID, record.langID = name_id, 3, 1, 0x409
        record.string = new[name_id]
        names.names.append(record)
    font["OS/2"].achVendID = "NONE"
    if "CFF " in font:
        cff = font["CFF "].cff
        top = cff[0]
        cff.fontNames[0] = postscript
        top.FamilyName = family
        top.FullName = full
        for index, sub_font in enumerate(top.FDArray):
            if "FontName" in sub_font.rawDict:
                sub_font.FontName = f"{postscript}-{index}"


def save(font, path):
    font.save(path, reorderTables=True)
    with TTFont(path) as check:
        cmap = check.getBestCmap()
        han = sum(within(code, HAN) for code in cmap)
        print(f"{path.name}: {path.stat().st_size} bytes, {len(cmap)} characters, {han} Han")
        return set(cmap)


def sans(noto_dir, source, style, wanted, out):
    font = load(noto_dir, source, fontNumber=TC_FACE)
    if font["name"].getDebugName(1) != TC_NAME:
        sys.exit(f"{source}: face {TC_FACE} is not {TC_NAME}")
    codes = {c for c in font.getBestCmap() if not within(c, HANGUL) and wanted(c)}
    make_subset(font, codes)
    rename(
        font, "Licheng Sans TC", style, "LichengSansTC",
        f"Subset of Noto Sans CJK TC {style}, renamed; without Hangul, layout and vertical tables.",
        "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        "https://openfontlicense.org",
        keep=[0, 7, 8, 9],
    )
    return save(font, out)


def hana(hana_dir, covered, out):
    font = load(hana_dir, "HanaMinA.ttf")
    codes = {c for c in font.getBestCmap() if c not in covered and within(c, FALLBACK)}
    make_subset(font, codes)
    rename(
        font, "Licheng Hana", "Regular", "LichengHana",
        "Subset of a GlyphWiki font (2017-09-04), renamed: characters that Licheng Sans TC lacks.",
        "This font is a free software. Unlimited permission is granted to use, copy, and distribute it, "
        "with or without modification, either commercially and noncommercially. "
        'THIS FONT IS PROVIDED "AS IS" WITHOUT WARRANTY.',
        "http://fonts.jp/hanazono/",
        keep=[0],
    )
    return save(font, out)


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    noto_dir, hana_dir, out_dir = map(Path, sys.argv[1:])
    out_dir.mkdir(parents=True, exist_ok=True)
    covered = sans(noto_dir, "NotoSansCJK-Regular.ttc", "Regular", lambda c: True,
                   out_dir / "LichengSans-Regular.otf")
    common = cp950() | {ord(c) for c in BOLD_EXTRA}
    sans(noto_dir, "NotoSansCJK-Bold.ttc", "Bold", lambda c: c in common or not within(c, HAN),
         out_dir / "LichengSans-Bold.otf")
    hana(hana_dir, covered, out_dir / "LichengHana.ttf")


if __name__ == "__main__":
    main()
