#!/usr/bin/env python3
"""Tests of pictures from the file to the page as seen: orientation, transparency, inks, profiles, cropping, damage.

Pictures are made here, PNG by hand and JPEG by pdftoppm; pages are looked at through pdftoppm, objects through qpdf. The environment
variable BANXIN names the program.
"""

import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402

BANXIN = Path(os.environ["BANXIN"]).resolve()
RED, GREEN, BLUE, YELLOW, WHITE = (220, 30, 30), (30, 160, 60), (40, 60, 200), (230, 200, 30), (255, 255, 255)
CORNERS = (RED, GREEN, BLUE, YELLOW)  # of the stored picture: top left, top right, bottom left, bottom right
SEEN = {  # by EXIF orientation, the same corners as seen
    1: (RED, GREEN, BLUE, YELLOW), 2: (GREEN, RED, YELLOW, BLUE), 3: (YELLOW, BLUE, GREEN, RED), 4: (BLUE, YELLOW, RED, GREEN),
    5: (RED, BLUE, GREEN, YELLOW), 6: (BLUE, RED, YELLOW, GREEN), 7: (YELLOW, GREEN, BLUE, RED), 8: (GREEN, YELLOW, RED, BLUE),
}  # fmt: skip


def exif(orientation):
    return b"MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0) + bytes(4)


def png(width, height, pixel, colour_type=2, chunks=(), rows=None):
    """A PNG of 8 bits; `pixel(x, y)` gives the components. `rows`: fewer rows than the header says."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    lines = (b"\0" + b"".join(bytes(pixel(x, y)) for x in range(width)) for y in range(height if rows is None else rows))
    header = struct.pack(">IIBBBBB", width, height, 8, colour_type, 0, 0, 0)
    parts = [chunk(b"IHDR", header), *(chunk(kind, data) for kind, data in chunks), chunk(b"IDAT", zlib.compress(b"".join(lines))), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def four_corners(x, y):
    return CORNERS[(x >= 40) + 2 * (y >= 30)]


def rows_of(ppm):
    """The rows of pixels of a binary PPM file."""
    width, height = map(int, re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", ppm).groups())
    pixels = ppm[-width * height * 3 :]
    row_bytes = 3 * width
    return [[tuple(pixels[at : at + 3]) for at in range(y * row_bytes, (y + 1) * row_bytes, 3)] for y in range(height)]


class Articles(unittest.TestCase):
    """Articles about a picture, in a folder of their own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def picture(self, name, content):
        (self.folder / name).write_bytes(content)

    def build(self, body, settings=""):
        """Builds an article of these lines; gives its PDF and what was said."""
        lines = "".join(f"  {line}\n" for line in body)
        article = f"title: 图\nset:\n  images.min_dpi: 10\n  images.lead.span: 1\n{settings}body: |\n{lines}"
        (self.folder / "a.yaml").write_text(article, encoding="utf-8")
        done = program.run(BANXIN, "build", "a.yaml", "-o", "a.pdf", "--diagnostics", "json", folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return self.folder / "a.pdf", [json.loads(line) for line in done.stderr.decode().splitlines() if line.startswith("{")]

    def page(self, pdf):
        """The first page as rows of pixels."""
        return rows_of(subprocess.run(["pdftoppm", "-r", "36", "-f", "1", "-l", "1", pdf], capture_output=True, check=True).stdout)

    def quadrants(self, rows):
        """The colours in the middle of the four quarters of what is coloured, and the ratio of that."""
        coloured = [(x, y) for y, row in enumerate(rows) for x, colour in enumerate(row) if max(colour) - min(colour) > 90]
        left, right = min(x for x, _ in coloured), max(x for x, _ in coloured)
        top, bottom = min(y for _, y in coloured), max(y for _, y in coloured)
        middles = [(left * (4 - i) + right * i) // 4 for i in (1, 3)], [(top * (4 - i) + bottom * i) // 4 for i in (1, 3)]
        return [rows[y][x] for y in middles[1] for x in middles[0]], (right - left) / (bottom - top)

    def assert_colours(self, seen, wanted, tolerance=12):
        far = max(abs(a - b) for one, other in zip(seen, wanted) for a, b in zip(one, other))
        self.assertLessEqual(far, tolerance, f"{seen} are not {wanted}")

    def images(self, pdf):
        """The image objects as dictionaries."""
        objects = json.loads(subprocess.run(["qpdf", "--json", pdf], capture_output=True, check=True).stdout)["qpdf"][1]
        streams = [value["stream"]["dict"] for value in objects.values() if "stream" in value]
        return [stream for stream in streams if stream.get("/Subtype") == "/Image"], objects

    def jpeg(self, *options):
        """A JPEG of the four corners, printed from a page of ours."""
        self.picture("corners.png", png(80, 60, four_corners))
        pdf, _ = self.build(["![](corners.png)"])
        subprocess.run(["pdftoppm", "-r", "72", "-singlefile", *options, pdf, self.folder / "page"], check=True)
        return (self.folder / "page.jpg").read_bytes()


class Pictures(Articles):
    def test_orientation_is_applied_mirrored_ones_too(self):
        for orientation, wanted in SEEN.items():
            with self.subTest(orientation=orientation):
                self.picture("a.png", png(80, 60, four_corners, chunks=[(b"eXIf", exif(orientation))]))
                seen, ratio = self.quadrants(self.page(self.build(["![](a.png)"])[0]))
                self.assert_colours(seen, wanted)
                self.assertAlmostEqual(ratio, 4 / 3 if orientation < 5 else 3 / 4, delta=0.03)

    def test_transparent_pixels_show_the_paper(self):
        self.picture("a.png", png(80, 60, lambda x, y: (*four_corners(x, y), 255 if x + y != 0 and y < 30 else 128), colour_type=6))
        pdf, _ = self.build(["![](a.png)"])
        seen, _ = self.quadrants(self.page(pdf))
        half = [tuple((a + 255) // 2 for a in colour) for colour in (BLUE, YELLOW)]
        self.assert_colours(seen, [RED, GREEN, *half])
        images, _ = self.images(pdf)
        self.assertEqual(sorted(image["/ColorSpace"] for image in images), ["/DeviceGray", "/DeviceRGB"])
        self.assertEqual(sum("/SMask" in image for image in images), 1)

    def test_jpeg_bytes_pass_through(self):
        for options in (["-jpeg"], ["-jpeg", "-jpegopt", "progressive=y"]):
            with self.subTest(options=options):
                file = self.jpeg(*options)
                self.picture("page.jpg", file)
                pdf, said = self.build(["![](page.jpg)"])
                self.assertEqual(said, [])
                self.assertIn(file, pdf.read_bytes())
                images, _ = self.images(pdf)
                self.assertEqual([image["/Filter"] for image in images], ["/DCTDecode"])
                self.assertEqual(images[0]["/ColorSpace"], "/DeviceRGB")

    def test_inks_of_an_adobe_jpeg_come_out_the_right_way_round(self):
        self.picture("page.jpg", self.jpeg("-jpegcmyk"))
        pdf, _ = self.build(["![](page.jpg)"], "  output.standard: none\n")  # PDF/A would ask for a printing condition
        images, _ = self.images(pdf)
        self.assertEqual(images[0]["/ColorSpace"], "/DeviceCMYK")
        self.assertEqual(images[0]["/Decode"], [1, 0, 1, 0, 1, 0, 1, 0])
        seen, _ = self.quadrants(self.page(pdf))
        self.assert_colours(seen, CORNERS, tolerance=60)  # there and back through inks, and quantized

    def test_a_profile_is_kept_and_shared(self):
        profile = bytearray(b"p" * 200)
        profile[0:4], profile[12:24], profile[36:40] = struct.pack(">I", 200), b"mntrRGB XYZ ", b"acsp"
        segment = b"ICC_PROFILE\0\x01\x01" + profile
        file = self.jpeg("-jpeg")
        for name in ("a.jpg", "b.jpg"):
            self.picture(name, file[:2] + b"\xff\xe2" + struct.pack(">H", len(segment) + 2) + segment + file[2:])
        images, objects = self.images(self.build(["![](a.jpg)", "![](b.jpg)"])[0])
        spaces = [image["/ColorSpace"] for image in images]
        self.assertEqual([space[0] for space in spaces], ["/ICCBased"] * 2)
        self.assertEqual(spaces[0], spaces[1])
        self.assertEqual(objects["obj:" + spaces[0][1]]["stream"]["dict"]["/N"], 3)

    def test_a_picture_shown_often_is_embedded_once(self):
        self.picture("a.png", png(80, 60, four_corners))
        pdf, _ = self.build(["一段文字。", *["![图](a.png)", "一段文字。", "![图](./a.png)"] * 15])
        self.assertEqual(len(self.images(pdf)[0]), 1)

    def test_cover_keeps_the_focus_in_view(self):
        self.picture("a.png", png(80, 60, four_corners))
        for focus, wanted in (("left", (RED, RED, BLUE, BLUE)), ("right", (GREEN, GREEN, YELLOW, YELLOW)), ("centre", (RED, GREEN, BLUE, YELLOW))):
            with self.subTest(focus=focus):
                seen, ratio = self.quadrants(self.page(self.build([f"![](a.png){{fit=cover ratio=1:2 focus={focus}}}"])[0]))
                self.assert_colours(seen, wanted)
                self.assertAlmostEqual(ratio, 1 / 2, delta=0.03)

    def test_a_broken_file_becomes_a_placeholder_with_a_warning(self):
        whole, jpeg = png(80, 60, four_corners), self.jpeg("-jpeg")
        broken = {"rows.png": png(80, 60, four_corners, rows=20), "cut.png": whole[:-40], "cut.jpg": jpeg[: len(jpeg) // 2], "text.jpg": b"not a picture"}
        for name, content in broken.items():
            with self.subTest(name=name):
                self.picture(name, content)
                pdf, said = self.build(["一段文字。", f"![图]({name})"])
                self.assertEqual([(one["severity"], one["line"]) for one in said], [("warning", 7)], said)
                self.assertIn(name, said[0]["message"])
                self.assertEqual(self.images(pdf)[0], [])


if __name__ == "__main__":
    unittest.main()
