"""Small TrueType fonts holding only the characters the documents use.

PDF viewers treat TrueType outlines more evenly than the CID-keyed CFF of the
Noto CJK collections, so the outlines are converted once, here.
"""

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._g_l_y_f import Glyph

from paths import WORK

NOTO = "/usr/share/fonts/opentype/noto"
TRADITIONAL_CHINESE, MONOSPACED = 3, 8  # faces in the Noto CJK collections
FACES = {
    "sans-400": "NotoSansCJK-Regular.ttc",
    "sans-700": "NotoSansCJK-Bold.ttc",
    "serif-400": "NotoSerifCJK-Regular.ttc",
    "serif-700": "NotoSerifCJK-Bold.ttc",
    "mono-400": "NotoSansCJK-Regular.ttc",
}


def build(text: str) -> str:
    """Write the five fonts for `text`; returns the CSS that names them."""
    rules = []
    for face, collection in FACES.items():
        path = WORK / f"{face}.ttf"
        family, weight = face.split("-")
        font = TTFont(
            f"{NOTO}/{collection}",
            fontNumber=MONOSPACED if family == "mono" else TRADITIONAL_CHINESE,
            recalcTimestamp=False,
        )
        _keep_only(font, text)
        _to_truetype(font)
        _rename(font, f"Sample {family.title()} {weight}")
        font.save(path)
        rules.append(
            f"@font-face {{ font-family: 'Sample {family.title()}';"
            f" font-weight: {weight}; src: url('{path.as_uri()}'); }}"
        )
    return "\n".join(rules)


def _keep_only(font: TTFont, text: str) -> None:
    options = subset.Options()
    options.hinting = False
    options.desubroutinize = True
    options.layout_features = ["kern", "mark"]
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "DSIG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=text + "".join(map(chr, range(32, 127))))
    subsetter.subset(font)


def _to_truetype(font: TTFont) -> None:
    order = font.getGlyphOrder()
    outlines = font.getGlyphSet()
    glyphs: dict[str, Glyph] = {}
    for name in order:
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs
    for name in order:
        glyphs[name].recalcBounds(glyf)
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = (advance, getattr(glyphs[name], "xMin", 0))
    del font["CFF "]
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in (
        "maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs"
        " maxStackElements maxSizeOfInstructions maxComponentElements"
    ).split():
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


def _rename(font: TTFont, name: str) -> None:
    family = name.replace(" ", "")
    table = font["name"]
    table.names = []
    for name_id, value in ((1, family), (2, "Regular"), (4, family), (6, family)):
        table.setName(value, name_id, 3, 1, 0x409)
