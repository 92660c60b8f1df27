#!/usr/bin/env python3
"""Drawings in files that are to be gray: no colour is left in the file, and what is drawn is as light as it was in colour. The environment
variable BANXIN names the program."""

import base64
import os
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import pdf_objects  # noqa: E402
import pixmap  # noqa: E402
import plates  # noqa: E402
import program  # noqa: E402

BANXIN = Path(os.environ["BANXIN"]).resolve()
RESOLUTION = 72
SQUARE = 6  # pixels
# Of 255, between the mean of a square in gray and in colour turned to gray. Grays are mixed where colours were: half a red over paper is lighter
# by some twenty than the gray of the pink that it was, as it is on paper.
TOLERANCE, TOLERANCE_OF_MIXTURES = 5, 30

COLOURED_SPACES = {"/DeviceRGB", "/DeviceCMYK", "/CalRGB", "/CalGray", "/Lab", "/ICCBased", "/Separation", "/DeviceN"}
COLOURED_OPERATORS = {"rg", "RG", "k", "K"}


def faults(pdf):
    """Whatever in the file is not a gray of the device."""
    objects = pdf_objects.read(pdf)
    found, contents = [], set()
    for name, value in objects.items():
        dictionary = value.dictionary if isinstance(value, pdf_objects.Stream) else value
        found += [f"{name}: {inner}" for inner in pdf_objects.values(dictionary) if isinstance(inner, str) and inner in COLOURED_SPACES]
        if isinstance(dictionary, dict):
            if dictionary.get("/Subtype") == "/Form" or dictionary.get("/PatternType") == 1:
                contents.add(name)
            if "/Contents" in dictionary and dictionary.get("/Type") == "/Page":
                contents.add(dictionary["/Contents"])
            contents.update(dictionary.get("/CharProcs", {}).values())
            if "/Group" in dictionary and dictionary["/Group"].get("/CS", "/DeviceGray") != "/DeviceGray":
                found.append(f"{name}: a group in {dictionary['/Group']['/CS']}")
    for name in contents:
        found += [f"{name}: {fault}" for fault in content_faults(objects[name].data)]
    return found


def content_faults(content):
    for operator, operands in pdf_objects.operations(content):
        numbers = [operand for operand in operands if not operand.startswith("/")]
        if operator in COLOURED_OPERATORS or (operator in ("sc", "scn", "SC", "SCN") and len(numbers) > 1):
            yield f"{' '.join(operands)} {operator}"
        if operator in ("cs", "CS") and operands[-1] not in ("/Pattern", "/GrayPattern"):
            yield f"{operands[-1]} {operator}"
        if operator == "BI" and {"/RGB", "/CMYK"} & set(operands):
            yield "a coloured inline image"


def lightness():
    """sRGB to gray of the same lightness (IEC 61966-2-1, its primaries seen by D50)."""
    linear = [value / 255 / 12.92 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in range(256)]

    def gray(red, green, blue):
        light = 0.2225 * linear[red] + 0.7169 * linear[green] + 0.0606 * linear[blue]
        return 255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)

    return gray


def draw(pdf, gray):
    """(width, height, grays of the first page)"""
    target = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-r", str(RESOLUTION), "-singlefile", *(["-gray"] if gray else []), pdf, target], check=True, capture_output=True)
    width, height, pixels = pixmap.read(target.with_suffix(".pgm" if gray else ".ppm"))
    if gray:
        return width, height, pixels
    light = lightness()
    return width, height, [light(*pixels[at : at + 3]) for at in range(0, len(pixels), 3)]


def worst_square(one, other):
    """(difference, x, y in points) of the square that differs most."""
    width, height = one[:2]
    worst = (0, 0, 0)
    for y in range(0, height - SQUARE, SQUARE):
        for x in range(0, width - SQUARE, SQUARE):
            places = [(y + j) * width + x + i for j in range(SQUARE) for i in range(SQUARE)]
            difference = abs(sum(one[2][at] - other[2][at] for at in places)) / SQUARE**2
            worst = max(worst, (difference, x, y))
    return worst


EXPONENTIAL = "<</FunctionType 2/Domain[0 1]/C0[{}]/C1[{}]/N 1>>"
RED_TO_BLUE = EXPONENTIAL.format("1 .2 .1", ".1 .2 .9")
BLUE_TO_GREEN = EXPONENTIAL.format(".1 .2 .9", ".3 .8 .2")
STITCHED = f"<</FunctionType 3/Domain[0 1]/Bounds[.4]/Encode[0 1 0 1]/Functions[{RED_TO_BLUE} {BLUE_TO_GREEN}]>>"
PIXELS = bytes(value for y in range(20) for x in range(20) for value in (x * 12, y * 12, 200))
INKS = bytes(value for y in range(20) for x in range(20) for value in (x * 12, 40, y * 12, 20))


# Points of meshes have colours that are nearly as light as one another: their grays are mixed too.
def mesh_vertex(flag, x, y, colour):
    return struct.pack(">BHH", flag, x, y) + bytes(colour)


TRIANGLES = b"".join(mesh_vertex(0, *vertex) for vertex in ((0, 0, (200, 60, 60)), (65535, 0, (230, 90, 90)), (32768, 65535, (180, 120, 60))))
PATCH = bytes([0]) + struct.pack(">24H", *[c * 21845 for xy in ((0, 0), (0, 1), (0, 2), (0, 3), (1, 3), (2, 3), (3, 3), (3, 2), (3, 1), (3, 0), (2, 0), (1, 0)) for c in xy])
PATCH += bytes((200, 60, 60, 230, 90, 90, 180, 120, 60, 160, 110, 90))
IMAGE = "/Type/XObject/Subtype/Image/Width 20/Height 20/BitsPerComponent 8"
MESH = "/ColorSpace/DeviceRGB/BitsPerCoordinate 16/BitsPerComponent 8/BitsPerFlag 8/Decode[0 40 0 40 0 1 0 1 0 1]"
SRGB = "[/CalRGB<</WhitePoint[.9505 1 1.089]/Gamma[2.2 2.2 2.2]/Matrix[.4124 .2126 .0193 .3576 .7152 .1192 .1805 .0722 .9505]>>]"

OPAQUE_RESOURCES = f"""/ColorSpace<</Ink[/Separation/Gold/DeviceCMYK {EXPONENTIAL.format("0 0 0 0", ".1 .3 .8 .1")}]/Tiles[/Pattern/DeviceRGB]
/Mix[/DeviceN[/Gold/Black]/DeviceRGB 20 0 R]/Measured {SRGB}/Lab[/Lab<</WhitePoint[.9642 1 .8249]/Range[-100 100 -100 100]>>]>>
/Shading<</Axial 10 0 R/Radial 11 0 R/Place 12 0 R/Triangles 13 0 R/Patch 14 0 R>>
/Pattern<</Tile 15 0 R/Uncoloured 16 0 R/Gradient<</PatternType 2/Matrix[36 0 0 36 80 40]/Shading 10 0 R>>>>
/XObject<</Rgb 17 0 R/Cmyk 18 0 R/Table 19 0 R/Key 21 0 R>>/Font<</Glyphs 22 0 R>>"""

OPAQUE_CONTENT = """
q 40 0 0 40 0 160 cm 0 0 1 1 re W n /Axial sh Q
q 40 0 0 40 40 160 cm 0 0 1 1 re W n /Radial sh Q
q 40 0 0 40 80 160 cm /Place sh Q
q 1 0 0 1 120 160 cm /Triangles sh Q
q 1 0 0 1 160 160 cm /Patch sh Q
q 40 0 0 40 0 120 cm /Rgb Do Q
q 40 0 0 40 40 120 cm /Cmyk Do Q
q 40 0 0 40 80 120 cm /Table Do Q
q 40 0 0 40 120 120 cm /Key Do Q
q 40 0 0 40 160 120 cm BI /W 2 /H 1 /BPC 8 /CS /RGB ID \x01\x7f\x40\x70\x10\x20 EI Q
.8 .1 .1 rg 0 80 36 36 re f 0 .9 .9 .1 k 40 80 36 36 re f /Ink cs .8 scn 80 80 36 36 re f
/Mix cs .7 .2 scn 120 80 36 36 re f /Measured cs .2 .5 .9 scn 160 80 36 36 re f
/Pattern cs /Tile scn 0 40 36 36 re f /Tiles cs .1 .6 .2 /Uncoloured scn 40 40 36 36 re f
/Pattern cs /Gradient scn 80 40 36 36 re f /Lab cs 60 50 -40 scn 120 40 36 36 re f
.1 .3 .9 rg BT /Glyphs 36 Tf 160 40 Td (ab) Tj ET 6 w 1 .5 0 RG 0 20 m 200 20 l S
"""

OPAQUE_OBJECTS = {
    10: f"<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 1 0]/Function {STITCHED}>>",
    11: f"<</ShadingType 3/ColorSpace/DeviceRGB/Coords[.5 .5 0 .5 .5 .5]/Extend[true true]/Function {RED_TO_BLUE}>>",
    12: "<</ShadingType 1/ColorSpace/DeviceRGB/Function 23 0 R>>",
    13: (f"/ShadingType 4{MESH}", TRIANGLES),
    14: (f"/ShadingType 6{MESH}", PATCH),
    15: ("/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 6 6]/XStep 6/YStep 6/Resources<<>>", b".9 .2 .2 rg 0 0 6 3 re f 0 .4 .8 rg 0 3 6 3 re f"),
    16: ("/PatternType 1/PaintType 2/TilingType 1/BBox[0 0 6 6]/XStep 6/YStep 6/Resources<<>>", b"0 0 6 3 re f"),
    17: (f"{IMAGE}/ColorSpace/DeviceRGB", PIXELS),
    18: (f"{IMAGE}/ColorSpace/DeviceCMYK", INKS),
    19: ("/Type/XObject/Subtype/Image/Width 4/Height 1/BitsPerComponent 2/ColorSpace[/Indexed/DeviceRGB 3<cc1020 20a040 2030c0 f0e020>]", b"\x1b"),
    20: ("/FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1]", b"{1 exch sub exch 1 exch sub 1 index mul dup .8 mul 3 -1 roll .5 mul}"),
    21: ("/Type/XObject/Subtype/Image/Width 2/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB/Mask[0 9 0 9 0 9]", bytes((0, 0, 0, 200, 40, 80))),
    22: "<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 98/Widths[.5 .5]/Encoding<</Differences[97/a/b]>>"
    "/CharProcs<</a 24 0 R/b 25 0 R>>/Resources<<>>/ToUnicode 26 0 R>>",
    23: ("/FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1]", b"{.3}"),
    24: ("", b".5 0 0 0 .5 1 d1 0 0 .5 1 re f"),
    25: ("", b".5 0 d0 .9 .3 0 rg 0 0 .5 1 re f"),
    26: ("", b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <61> <0061> <62> <0062> endbfchar endcmap"),
}

MIXED_RESOURCES = """/XObject<</Rgb 10 0 R/Group 12 0 R>>/ExtGState<</Half<</ca .5/CA .5>>/Multiply<</BM/Multiply>>
/Mask<</SMask<</S/Luminosity/G 13 0 R/BC[0 0 0]>>>>>>"""
MIXED_CONTENT = """
.9 .8 .2 rg 0 100 200 50 re f q 90 0 0 90 5 105 cm /Rgb Do Q
q /Half gs .9 .1 .1 rg 105 105 40 90 re f Q q /Multiply gs .2 .4 .9 rg 150 105 40 90 re f Q
q 1 0 0 1 5 5 cm /Group Do Q q /Mask gs .8 .1 .3 rg 105 5 90 90 re f Q
"""
MIXED_OBJECTS = {
    10: (f"{IMAGE}/ColorSpace/DeviceRGB/SMask 11 0 R", PIXELS),
    11: (f"{IMAGE}/ColorSpace/DeviceGray", bytes(x * 12 for y in range(20) for x in range(20))),
    12: (
        "/Type/XObject/Subtype/Form/BBox[0 0 90 90]/Group<</S/Transparency/I true/CS/DeviceRGB>>/Resources<</ExtGState<</Half<</ca .5>>>>>>",
        b".1 .5 .9 rg 0 0 60 90 re f /Half gs .9 .5 .1 rg 30 0 60 60 re f",
    ),
    13: ("/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Group<</S/Transparency/CS/DeviceRGB>>/Resources<<>>", b"1 1 1 rg 105 5 45 90 re f"),
}


def png(width, height, pixels):
    rows = b"".join(b"\0" + pixels[y * width * 4 : (y + 1) * width * 4] for y in range(height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


SVG = f"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="200"><defs>
<linearGradient id="l"><stop offset="0" stop-color="#d02010"/><stop offset=".5" stop-color="#2040e0"/><stop offset="1" stop-color="#40c030"/></linearGradient>
<radialGradient id="r"><stop offset="0" stop-color="#ffe040"/><stop offset="1" stop-color="#a02080" stop-opacity=".4"/></radialGradient>
<pattern id="p" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="4" height="8" fill="#208040"/><rect x="4" width="4" height="8" fill="#e0c060"/></pattern>
<mask id="m"><rect x="100" y="100" width="50" height="100" fill="#fff"/></mask></defs>
<rect width="100" height="100" fill="url(#l)"/><rect x="100" width="100" height="100" fill="url(#r)"/><rect y="100" width="100" height="50" fill="url(#p)"/>
<image y="150" width="100" height="50" xlink:href="data:image/png;base64,{base64.b64encode(png(2, 1, bytes((200, 30, 60, 255, 20, 90, 220, 128)))).decode()}"/>
<rect x="100" y="100" width="100" height="100" fill="#c04020" mask="url(#m)"/><path d="M110 110l80 80" stroke="#0a7" stroke-width="9"/></svg>"""


class GrayDrawings(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def build(self, drawing, name, *options):
        article, pdf = self.folder / "a.yaml", self.folder / f"{name}.pdf"
        article.write_text(f"title: 图\nbody: |\n  ![图]({drawing}){{span=all}}\n", encoding="utf-8")
        done = program.run(BANXIN, "build", article, "-o", pdf, *options)
        self.assertEqual((done.returncode, done.stderr), (0, b""), done.stderr.decode())
        return pdf

    def check(self, drawing, tolerance):
        """Gray and as light as in colour, on one plate."""
        gray = self.build(drawing, "gray", "--set", "output.colour=gray")
        self.assertEqual(faults(gray), [])
        coloured = self.build(drawing, "coloured", "--standard", "none")
        self.assertNotEqual(faults(coloured), [], "or nothing could have been found")
        difference, x, y = worst_square(draw(gray, True), draw(coloured, False))
        self.assertLessEqual(difference, tolerance, f"at {x}, {y} points")
        inks = plates.separate(gray, resolution=36)[0]
        self.assertEqual([name for name, plate in inks.items() if not plate.is_blank], ["Black"])
        checked = program.run(BANXIN, "check", "--pdf", gray)
        self.assertEqual(checked.returncode, 0, checked.stderr.decode())

    def test_a_page_of_every_kind_of_colour(self):
        pdf_objects.write(self.folder / "opaque.pdf", OPAQUE_CONTENT, OPAQUE_RESOURCES, OPAQUE_OBJECTS)
        self.check("opaque.pdf", TOLERANCE)

    def test_a_page_whose_colours_mix(self):
        pdf_objects.write(self.folder / "mixed.pdf", MIXED_CONTENT, MIXED_RESOURCES, MIXED_OBJECTS)
        self.check("mixed.pdf", TOLERANCE_OF_MIXTURES)

    def test_an_svg(self):
        (self.folder / "drawing.svg").write_text(SVG, encoding="utf-8")
        self.check("drawing.svg", TOLERANCE_OF_MIXTURES)

    def test_pictures_of_pages_are_gray_too(self):
        (self.folder / "drawing.svg").write_text(SVG, encoding="utf-8")
        (self.folder / "a.yaml").write_text("title: 图\nbody: |\n  ![图](drawing.svg){span=all}\n", encoding="utf-8")
        done = program.run(BANXIN, "build", self.folder / "a.yaml", "--format", "png", "--dpi", "72", "-o", self.folder / "a.png", "--set", "output.colour=gray")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        subprocess.run(["mutool", "draw", "-q", "-r", "72", "-o", self.folder / "a.ppm", self.folder / "a.png"], check=True, capture_output=True)
        pixels = pixmap.read(self.folder / "a.ppm")[2]
        self.assertTrue(all(pixels[at] == pixels[at + 1] == pixels[at + 2] for at in range(0, len(pixels), 3)))

    def test_what_cannot_be_read_keeps_its_colours_and_is_told(self):
        objects = {10: (f"{IMAGE}/ColorSpace/DeviceRGB/Filter/JPXDecode", b"no JPEG 2000")}
        pdf_objects.write(self.folder / "unread.pdf", "q 200 0 0 200 0 0 cm /Im Do Q", "/XObject<</Im 10 0 R>>", objects)
        (self.folder / "a.yaml").write_text("title: 图\nbody: |\n  ![图](unread.pdf)\n", encoding="utf-8")
        done = program.run(BANXIN, "build", self.folder / "a.yaml", "-o", self.folder / "a.pdf", "--standard", "none", "--set", "output.colour=gray")
        self.assertEqual(done.returncode, 0)
        self.assertIn("press-figure-in-colour", done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
