#!/usr/bin/python3
"""Makes the bundled fonts beside this file from Debian's font packages; the output is the same bytes each time.

Needs the packages fonts-noto-cjk, fonts-noto-cjk-extra, fonts-lxgw-wenkai, unicode-data and python3-fonttools. Takes some minutes:
    fonts/make_bundle.py [NAME...]      all fonts, or those whose file name begins with a NAME

The fonts are parts of Noto Serif CJK, Noto Sans CJK and LXGW WenKai under the SIL Open Font License (OFL-*.txt). They have names of our own,
because LXGW WenKai reserves its name for unchanged copies, and because a part should not pass for the whole.
"""

import os
import sys
from pathlib import Path

os.environ["SOURCE_DATE_EPOCH"] = "1735689600"

from fontTools import subset  # noqa: E402
from fontTools.ttLib import TTFont  # noqa: E402

import characters  # noqa: E402

FONTS = Path("/usr/share/fonts")
NOTO = FONTS / "opentype/noto"
SIMPLIFIED = 2  # face of the Noto collections whose default forms are those of mainland China; the others are reached by `locl`
MONO_SIMPLIFIED = 7
FEATURES = ["ccmp", "locl", "liga", "vert", "vrt2", "halt", "vhal", "palt", "vpal", "fwid", "hwid", "pwid", "kern", "vkrn", "mark", "mkmk"]
DATE = 3818534400  # of the files, seconds since 1904

# The curly quotes and the middle dot of the kai face are 350 units wide, too narrow and too weak among full-width marks.
KAI_LEAVES_TO_SONG = {0x2018, 0x2019, 0x201C, 0x201D, 0x00B7}

# file, family, style, weight, source, face of the collection, characters
BUNDLE = [
    ("BanxinSong-Regular.otf", "Banxin Song", "Regular", 400, NOTO / "NotoSerifCJK-Regular.ttc", SIMPLIFIED, characters.east_asian_text),
    ("BanxinSong-Black.otf", "Banxin Song", "Black", 900, NOTO / "NotoSerifCJK-Black.ttc", SIMPLIFIED, characters.east_asian_text),
    ("BanxinHei-Regular.otf", "Banxin Hei", "Regular", 400, NOTO / "NotoSansCJK-Regular.ttc", SIMPLIFIED, characters.east_asian_text),
    ("BanxinHei-Bold.otf", "Banxin Hei", "Bold", 700, NOTO / "NotoSansCJK-Bold.ttc", SIMPLIFIED, characters.east_asian_text),
    ("BanxinKai-Regular.ttf", "Banxin Kai", "Regular", 400, FONTS / "truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", -1,
     lambda: characters.east_asian_text() - KAI_LEAVES_TO_SONG),
    ("BanxinMono-Regular.otf", "Banxin Mono", "Regular", 400, NOTO / "NotoSansCJK-Regular.ttc", MONO_SIMPLIFIED, characters.latin_text),
]  # fmt: skip


def cut_to(font, wanted):
    options = subset.Options()
    options.layout_features = FEATURES
    options.layout_scripts = ["*"]
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.hinting = False
    options.desubroutinize = False
    options.recalc_timestamp = False
    options.drop_tables += ["gasp"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)


def keep_long_character_map(font):
    """Drops the 16-bit maps where there are 32-bit ones: with this many gaps they overflow, and every reader of today takes the others."""
    cmap = font["cmap"]
    if any(table.format == 12 for table in cmap.tables):
        cmap.tables = [table for table in cmap.tables if table.format in (12, 14)]


def rename(font, family, style, weight):
    postscript_name = f"{family.replace(' ', '')}-{style}"
    names = font["name"]
    kept = {number: names.getDebugName(number) for number in (0, 5, 13, 14)}
    names.names = []
    plain = style in ("Regular", "Bold")
    values = kept | {1: family if plain else f"{family} {style}", 2: style if plain else "Regular", 3: f"{postscript_name};{kept[5]}",
                     4: f"{family} {style}", 6: postscript_name}  # fmt: skip
    if not plain:
        values |= {16: family, 17: style}
    for number, value in sorted(values.items()):
        if value:
            names.setName(value, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["head"].modified = DATE
    if "CFF " in font:
        rename_cff(font["CFF "].cff, postscript_name, family, style, kept[0])


def rename_cff(cff, postscript_name, family, style, copyright_notice):
    cff.fontNames[0] = postscript_name
    top = cff.topDictIndex[0]
    top.FamilyName, top.FullName, top.Notice = family, f"{family} {style}", copyright_notice
    for font_dict in getattr(top, "FDArray", []):
        part = font_dict.FontName.rpartition("-")[2]
        font_dict.FontName = f"{postscript_name}-{part}"


def make(file_name, family, style, weight, source, face, wanted):
    font = TTFont(source, fontNumber=face, lazy=True, recalcTimestamp=False)
    cut_to(font, wanted())
    keep_long_character_map(font)
    rename(font, family, style, weight)
    path = Path(__file__).parent / file_name
    font.save(path, reorderTables=True)
    print(f"{file_name}: {len(font.getGlyphOrder())} glyphs, {path.stat().st_size / 1e6:.2f} MB", flush=True)


def main():
    for entry in BUNDLE:
        if len(sys.argv) < 2 or entry[0].startswith(tuple(sys.argv[1:])):
            make(*entry)


if __name__ == "__main__":
    main()
