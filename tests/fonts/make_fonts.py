#!/usr/bin/python3
"""Makes the test fonts beside this file: rectangles for glyphs, so that every advance and ink box is a round number.

Run with Debian's python3-fonttools; the output is the same bytes each time. One em is 1200 units: 1/2, 1/3, 1/4 and 1/8 em are whole.

Horizontal metrics, in em (full-width characters advance 1, Latin ones 1/2, U+0020 1/3):
  ideographs, kana, hangul     ink 0 to 1, over the whole em box (ascent .88, descent .12)
  opening marks                ink 1/2 to 1
  closing marks, pauses, stops ink 0 to 1/2
  middle dots                  ink 1/4 to 3/4
  dash, ellipsis, connectors   ink 0 to 1, so that neighbours touch; a pair of U+2014 is one glyph of 2 em
By language (`locl`): pauses, stops and colons are centred in ZHT and ZHH, colons in JAN and KOR, ！ ？ fill the em in all four; 骨 直 令
have a form for each. `pwid` gives curly quotes of 1/2 em; `halt` half-width marks; `vert` upright forms of marks and dashes.
"""

import os
import re
from pathlib import Path

os.environ["SOURCE_DATE_EPOCH"] = "1735689600"

from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict  # noqa: E402
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString  # noqa: E402
from fontTools.fontBuilder import FontBuilder  # noqa: E402
from fontTools.misc.psCharStrings import T2CharString  # noqa: E402
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent, GlyphCoordinates  # noqa: E402
from fontTools.ttLib.tables import ttProgram  # noqa: E402

EM, TOP, BOTTOM = 1200, 1056, -144
HALF, THIRD, QUARTER = EM // 2, EM // 3, EM // 4
MIDDLE = (TOP + BOTTOM) // 2
CAP_HEIGHT, X_HEIGHT = 840, 600

OPENING = "‘“〈《「『【〔〖〘〚〝（［｛｟"
CLOSING = "’”〉》」』】〕〗〙〛〞〟）］｝｠"
PAUSES_AND_STOPS = "、，。．"
COLONS = "：；"
EXCLAMATIONS = "！？"
MIDDLE_DOTS = "·‧・"
QUOTES = "‘’“”"
WIDE_OPENING, CENTRED_CLOSING = "〘〙"  # of Kai: marks about which ink boxes say other than `halt`
TOUCHING = "—―…‥⋯～〜゠／"
LOCALIZED = "骨直令"
LANGUAGES = {"JAN": 60, "KOR": 90, "ZHT": 120, "ZHH": 150}  # how far the ink of a localized form is drawn in

IDEOGRAPHS = range(0x4E00, 0xA000)
HANGUL = range(0xAC00, 0xD7A4)
FULL_WIDTH_RANGES = [
    (0x3003, 0x3007), (0x3012, 0x3013), (0x3021, 0x3029), (0x303B, 0x303B), (0x3041, 0x3096), (0x309B, 0x309F), (0x30A1, 0x30FA), (0x30FC, 0x30FF),
    (0x3105, 0x312F), (0x3131, 0x318E), (0x31F0, 0x31FF), (0x3220, 0x3229), (0x3251, 0x325F), (0x32B1, 0x32BF), (0x338E, 0x338F), (0x339C, 0x33A6),
    (0x33C4, 0x33C4), (0x33CB, 0x33CB), (0x2460, 0x2473), (0x2160, 0x216B), (0x2190, 0x2193), (0x25A0, 0x25A1), (0x25B2, 0x25B3), (0x25C6, 0x25C7),
    (0x25CB, 0x25CB), (0x25CE, 0x25CF), (0x2605, 0x2606), (0x203B, 0x203C), (0x2047, 0x2049), (0x2030, 0x2033), (0x2103, 0x2103), (0x2109, 0x2109),
    (0x2116, 0x2116), (0xFF02, 0xFF07), (0xFF0A, 0xFF0B), (0xFF0D, 0xFF0D), (0xFF10, 0xFF19), (0xFF1C, 0xFF1E), (0xFF20, 0xFF3A), (0xFF3C, 0xFF3C),
    (0xFF3E, 0xFF5A), (0xFF5C, 0xFF5C), (0xFFE0, 0xFFE6), (0x20000, 0x20003), (0x9FA6, 0x9FA6),
]  # fmt: skip
LATIN_RANGES = [(0x21, 0x7E), (0xA1, 0xAC), (0xAE, 0xB6), (0xB8, 0x17F), (0x391, 0x3A1), (0x3A3, 0x3A9), (0x3B1, 0x3C9), (0x401, 0x401), (0x410, 0x44F),
                (0x451, 0x451), (0x2010, 0x2010), (0x2013, 0x2013), (0x20AC, 0x20AC)]  # fmt: skip


class GlyphSet:
    """Glyphs in order: name to (advance, ink box or None, vertical ink top), and which characters show them."""

    def __init__(self):
        self.metrics = {".notdef": (EM, (QUARTER, 0, EM - QUARTER, CAP_HEIGHT))}
        self.cmap = {}

    def add(self, name, advance, ink, code_point=None):
        if name not in self.metrics:
            self.metrics[name] = (advance, ink)
        if code_point is not None:
            self.cmap[code_point] = name

    def add_character(self, code_point, advance, ink):
        self.add(glyph_name(code_point), advance, ink, code_point)


def glyph_name(character):
    return f"u{ord(character) if isinstance(character, str) else character:04X}"


def code_points(ranges):
    for first, last in ranges:
        yield from range(first, last + 1)


def latin_ink(code_point):
    character = chr(code_point)
    if character in "gjpqy,;":
        return (0, BOTTOM, HALF, X_HEIGHT)
    return (0, 0, HALF, X_HEIGHT if character.islower() or character in "-.:–" else CAP_HEIGHT)


def add_latin(glyphs, quotes_of_half_width):
    glyphs.add_character(0x20, THIRD, None)
    glyphs.cmap[0xA0] = glyph_name(0x20)
    for code_point in code_points(LATIN_RANGES):
        glyphs.add_character(code_point, HALF, latin_ink(code_point))
    if quotes_of_half_width:
        for quote in QUOTES:
            glyphs.add_character(ord(quote), HALF, (0, MIDDLE, HALF, TOP))


def add_east_asian(glyphs, hangul):
    full = (0, BOTTOM, EM, TOP)
    glyphs.add_character(0x3000, EM, None)
    for mark in OPENING:
        glyphs.add_character(ord(mark), EM, (HALF, MIDDLE if mark in QUOTES else BOTTOM, EM, TOP))
    for mark in CLOSING + COLONS + EXCLAMATIONS:
        glyphs.add_character(ord(mark), EM, (0, MIDDLE if mark in QUOTES else BOTTOM, HALF, TOP))
    for mark in PAUSES_AND_STOPS:
        glyphs.add_character(ord(mark), EM, (0, BOTTOM, HALF, MIDDLE))
    for dot in MIDDLE_DOTS:
        glyphs.add_character(ord(dot), EM, (QUARTER, MIDDLE - QUARTER, EM - QUARTER, MIDDLE + QUARTER))
    for mark in TOUCHING:
        glyphs.add_character(ord(mark), EM, (0, MIDDLE - 60, EM, MIDDLE + 60))
    glyphs.add_character(0x2E3A, 2 * EM, (0, MIDDLE - 60, 2 * EM, MIDDLE + 60))
    for code_point in code_points(FULL_WIDTH_RANGES):
        glyphs.add_character(code_point, EM, full)
    for code_point in list(IDEOGRAPHS) + (list(HANGUL) if hangul else []):
        glyphs.add_character(code_point, EM, full)


def add_variants(glyphs):
    """Glyphs that only features reach."""
    for character in LOCALIZED:
        for language, inset in LANGUAGES.items():
            glyphs.add(f"{glyph_name(character)}.{language}", EM, (inset, BOTTOM, EM - inset, TOP))
    for mark in PAUSES_AND_STOPS + COLONS:
        low = mark in PAUSES_AND_STOPS
        glyphs.add(f"{glyph_name(mark)}.centre", EM, (QUARTER, MIDDLE - QUARTER if low else BOTTOM, EM - QUARTER, MIDDLE + QUARTER if low else TOP))
    for mark in EXCLAMATIONS:
        glyphs.add(f"{glyph_name(mark)}.full", EM, (0, BOTTOM, EM, TOP))
    for quote in QUOTES:
        glyphs.add(f"{glyph_name(quote)}.half", HALF, (0, MIDDLE, HALF, TOP))
    glyphs.add(f"{glyph_name('—')}.two", 2 * EM, (0, MIDDLE - 60, 2 * EM, MIDDLE + 60))
    for mark in PAUSES_AND_STOPS:
        glyphs.add(f"{glyph_name(mark)}.vert", EM, (HALF, MIDDLE, EM, TOP))
    for mark in OPENING:
        glyphs.add(f"{glyph_name(mark)}.vert", EM, (0, BOTTOM, EM, MIDDLE))
    for mark in CLOSING:
        glyphs.add(f"{glyph_name(mark)}.vert", EM, (0, MIDDLE, EM, TOP))
    for mark in "—―…‥～ー":
        glyphs.add(f"{glyph_name(mark)}.vert", EM, (HALF - 60, BOTTOM, HALF + 60, TOP))


def add_marks_wider_than_half(glyphs):
    """One has ink in more than half its em, the other in the middle; `halt` takes three tenths of an em off one side."""
    glyphs.metrics[glyph_name(WIDE_OPENING)] = (EM, (EM * 3 // 10, BOTTOM, EM, TOP))
    glyphs.metrics[glyph_name(CENTRED_CLOSING)] = (EM, (EM * 2 // 10, BOTTOM, EM * 7 // 10, TOP))


def half_widths_of_wide_marks(features):
    for mark, shift in ((WIDE_OPENING, -EM * 3 // 10), (CENTRED_CLOSING, 0)):
        features = re.sub(rf"pos {glyph_name(mark)} <\S+ 0 \S+ 0>", f"pos {glyph_name(mark)} <{shift} 0 {-EM * 3 // 10} 0>", features)
    return features


def substitutions(characters, suffix):
    return "".join(f"  sub {glyph_name(c)} by {glyph_name(c)}.{suffix};\n" for c in characters)


def east_asian_features():
    tags = ["dflt", "ZHS", *LANGUAGES]
    scripts = ["DFLT", "hani", "kana", "hang", "latn"]
    text = "".join(f"languagesystem {script} {tag};\n" for script in scripts for tag in (["dflt"] if script == "DFLT" else tags))
    for language in LANGUAGES:
        centred = COLONS + (PAUSES_AND_STOPS if language in ("ZHT", "ZHH") else "")
        text += f"lookup locl_{language} {{\n{substitutions(LOCALIZED, language)}{substitutions(centred, 'centre')}{substitutions(EXCLAMATIONS, 'full')}"
        text += f"}} locl_{language};\n"
    text += "feature locl {\n"
    for script in scripts[1:]:
        text += f"  script {script};\n" + "".join(f"    language {tag}; lookup locl_{tag};\n" for tag in LANGUAGES)
    text += "} locl;\n"
    dash = glyph_name("—")
    text += f"feature ccmp {{\n  sub {dash} {dash} by {dash}.two;\n}} ccmp;\n"
    text += f"feature pwid {{\n{substitutions(QUOTES, 'half')}}} pwid;\n"
    text += f"feature vert {{\n{substitutions(PAUSES_AND_STOPS + OPENING + CLOSING + '—―…‥～ー', 'vert')}}} vert;\n"
    text += "feature halt {\n"
    for marks, shift in ((OPENING, -HALF), (CLOSING + PAUSES_AND_STOPS + COLONS + EXCLAMATIONS, 0), (MIDDLE_DOTS, -QUARTER)):
        text += "".join(f"  pos {glyph_name(mark)} <{shift} 0 {-HALF} 0>;\n" for mark in marks)
    return text + "} halt;\n"


def rename_to_cids(glyphs, features):
    """CID-keyed fonts have no glyph names; tools call the glyphs by their numbers."""
    names = {name: ".notdef" if index == 0 else f"cid{index:05d}" for index, name in enumerate(glyphs.metrics)}
    features = re.sub(r"\bu[0-9A-F]{4,5}(\.\w+)?", lambda match: names[match.group()], features)
    renamed = GlyphSet()
    renamed.metrics = {names[name]: metrics for name, metrics in glyphs.metrics.items()}
    renamed.cmap = {code_point: names[name] for code_point, name in glyphs.cmap.items()}
    return renamed, features


def rectangle_program(ink):
    x_min, y_min, x_max, y_max = ink
    return [x_min, y_min, "rmoveto", x_max - x_min, y_max - y_min, x_min - x_max, "hlineto", "endchar"]


def charstrings(glyphs):
    """The commonest glyph, a full square, is a subroutine, as real fonts have them."""
    square = (0, BOTTOM, EM, TOP)
    result = {}
    for name, (advance, ink) in glyphs.metrics.items():
        width = [] if advance == EM else [advance - EM]
        if ink == square:
            result[name] = T2CharString(program=[-107, "callgsubr"])
        else:
            result[name] = T2CharString(program=width + (rectangle_program(ink) if ink else ["endchar"]))
    return result, rectangle_program(square)


def set_up_cff(builder, glyphs, postscript_name, family, cid_keyed):
    strings, square = charstrings(glyphs)
    builder.setupCFF(postscript_name, {"FullName": family, "FamilyName": family}, strings, {"defaultWidthX": EM, "nominalWidthX": EM})
    cff = builder.font["CFF "].cff
    top = cff.topDictIndex[0]
    cff.GlobalSubrs.append(T2CharString(program=square))
    if not cid_keyed:
        return
    top.ROS = ("Adobe", "Identity", 0)
    top.CIDCount = len(glyphs.metrics)
    font_dict = FontDict()
    font_dict.FontName = postscript_name
    font_dict.Private = top.Private
    font_dicts = FDArrayIndex()
    font_dicts.strings, font_dicts.GlobalSubrs = None, cff.GlobalSubrs
    font_dicts.append(font_dict)
    selection = FDSelect()
    selection.format, selection.gidArray = 3, [0] * len(glyphs.metrics)
    top.FDArray, top.FDSelect = font_dicts, selection
    top.CharStrings.fdArray, top.CharStrings.fdSelect = font_dicts, selection
    del top.Private, top.CharStrings.private
    top.rawDict.pop("Private", None)


def rectangle_glyph(ink):
    glyph = Glyph()
    if ink is None:
        glyph.numberOfContours = 0
        return glyph
    x_min, y_min, x_max, y_max = ink
    glyph.numberOfContours = 1
    glyph.coordinates = GlyphCoordinates([(x_min, y_min), (x_min, y_max), (x_max, y_max), (x_max, y_min)])
    glyph.endPtsOfContours = [3]
    glyph.flags = bytearray([1, 1, 1, 1])
    glyph.program = ttProgram.Program()
    glyph.program.fromBytecode(b"")
    return glyph


def square_reference(name):
    component = GlyphComponent()
    component.glyphName, component.x, component.y, component.flags = name, 0, 0, 0x0002
    glyph = Glyph()
    glyph.numberOfContours = -1
    glyph.components = [component]
    return glyph


def set_up_glyf(builder, glyphs):
    """All full squares but the first refer to the first, as composite glyphs of real fonts do."""
    square, square_name, outlines = (0, BOTTOM, EM, TOP), None, {}
    for name, (_, ink) in glyphs.metrics.items():
        if ink == square and square_name:
            outlines[name] = square_reference(square_name)
            continue
        square_name = name if ink == square else square_name
        outlines[name] = rectangle_glyph(ink)
    builder.setupGlyf(outlines)


def make(file_name, family, weight, glyphs, features, flavour):
    """Writes one font; `flavour` is `cid` (CFF with CIDs), `cff` (CFF with names) or `glyf`."""
    style = {400: "Regular", 700: "Bold", 900: "Black"}[weight]
    postscript_name = f"{family.replace(' ', '')}-{style}"
    if flavour == "cid":
        glyphs, features = rename_to_cids(glyphs, features)
    builder = FontBuilder(EM, isTTF=flavour == "glyf")
    builder.setupGlyphOrder(list(glyphs.metrics))
    builder.setupCharacterMap(glyphs.cmap)
    if flavour == "glyf":
        set_up_glyf(builder, glyphs)
    else:
        set_up_cff(builder, glyphs, postscript_name, f"{family} {style}", flavour == "cid")
    builder.setupHorizontalMetrics({name: (advance, ink[0] if ink else 0) for name, (advance, ink) in glyphs.metrics.items()})
    builder.setupHorizontalHeader(ascent=TOP, descent=BOTTOM)
    builder.setupVerticalMetrics({name: (EM, TOP - ink[3] if ink else 0) for name, (_, ink) in glyphs.metrics.items()})
    builder.setupVerticalHeader(ascent=HALF, descent=-HALF)
    if flavour != "glyf":
        builder.setupVerticalOrigins({}, TOP)
    builder.setupNameTable({"familyName": family, "styleName": style, "uniqueFontIdentifier": postscript_name, "fullName": f"{family} {style}",
                            "psName": postscript_name, "version": "Version 1.000",
                            "licenseDescription": "Made of rectangles for tests; free of any restriction."}, mac=False)  # fmt: skip
    builder.setupOS2(sTypoAscender=TOP, sTypoDescender=BOTTOM, sTypoLineGap=0, usWinAscent=TOP, usWinDescent=-BOTTOM, usWeightClass=weight,
                     sCapHeight=CAP_HEIGHT, sxHeight=X_HEIGHT, fsType=0, fsSelection=0x20 if weight >= 700 else 0x40)  # fmt: skip
    builder.setupPost(keepGlyphNames=False)
    if features:
        addOpenTypeFeaturesFromString(builder.font, features)
    builder.font.recalcTimestamp = False
    builder.font["head"].macStyle = 1 if weight >= 700 else 0
    builder.font["head"].created = builder.font["head"].modified = 3818534400
    builder.save(Path(__file__).parent / file_name)


def east_asian(hangul):
    glyphs = GlyphSet()
    add_latin(glyphs, quotes_of_half_width=False)
    add_east_asian(glyphs, hangul)
    add_variants(glyphs)
    return glyphs


def main():
    features = east_asian_features()
    make("BanxinTestSong-Regular.otf", "Banxin Test Song", 400, east_asian(hangul=True), features, "cid")
    make("BanxinTestSong-Black.otf", "Banxin Test Song", 900, east_asian(hangul=False), features, "cid")
    make("BanxinTestHei-Regular.ttf", "Banxin Test Hei", 400, east_asian(hangul=False), features, "glyf")
    make("BanxinTestHei-Bold.otf", "Banxin Test Hei", 700, east_asian(hangul=False), features, "cid")
    kai = east_asian(hangul=False)
    add_marks_wider_than_half(kai)
    make("BanxinTestKai-Regular.otf", "Banxin Test Kai", 400, kai, half_widths_of_wide_marks(features), "cid")
    latin = GlyphSet()
    add_latin(latin, quotes_of_half_width=True)
    make("BanxinTestLatin-Regular.otf", "Banxin Test Latin", 400, latin, "", "cff")


if __name__ == "__main__":
    main()
