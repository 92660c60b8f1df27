#!/usr/bin/env python3
"""Tests of pages as PNG and SVG: what files come out, and that pictures on them are seen as on paper.

SVG is drawn by librsvg, PNG read by MuPDF. The environment variable BANXIN names the program.
"""

import struct
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree

import pictures_test
from pictures_test import BLUE, CORNERS, RED, SEEN, YELLOW, exif, four_corners, png
from program_test import GOOD, Program

LONG = "title: 校运动会\nbody: |\n" + "  三天赛事，四项纪录，看台上下都是人，旗子也多。\n" * 800
SVG = "{http://www.w3.org/2000/svg}"


def png_header(data):
    """(width, height, colour type, pixels a metre) of a PNG file."""
    at = data.index(b"pHYs") + 4
    return *struct.unpack(">II", data[16:24]), data[25], struct.unpack(">I", data[at : at + 4])[0]


class Files(Program):
    def build(self, *options):
        return self.banxin("build", "a.yaml", "--messages", "en", *options)

    def test_one_page_is_one_file_of_the_articles_name(self):
        self.write("a.yaml", GOOD)
        for form in ("png", "svg"):
            done = self.build("--format", form)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, f"a.{form}\n".encode(), b""))
        self.assertEqual(self.files(), ["a.png", "a.svg", "a.yaml"])

    def test_pages_are_numbered_and_can_be_chosen(self):
        self.write("a.yaml", LONG)
        pages = int(self.build("-o", "a.pdf").stdout.decode().split("(")[1].split()[0])
        self.assertGreater(pages, 9, "the test means numbers of two digits")
        self.assertEqual(self.build("--format", "svg", "-o", "all.svg").returncode, 0)
        self.assertEqual([name for name in self.files() if name.startswith("all")], [f"all-{page:02}.svg" for page in range(1, pages + 1)])
        self.assertEqual(self.build("--format", "png", "--dpi", "20", "--page", "2..3", "-o", "some.png").stdout, b"some-02.png\nsome-03.png\n")
        one = self.build("--format", "svg", "--page", "3", "-o", "-").stdout
        self.assertEqual(one, (self.folder / "all-03.svg").read_bytes())

    def test_a_page_that_is_not_there_is_an_error_and_nothing_is_written(self):
        self.write("a.yaml", GOOD)
        done = self.build("--format", "png", "--page", "1..2")
        self.assertEqual((done.returncode, self.files()), (1, ["a.yaml"]))
        self.assertIn(b"there is no page 2", done.stderr)

    def test_several_pages_cannot_share_standard_output(self):
        self.write("a.yaml", LONG)
        done = self.build("--format", "svg", "-o", "-")
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b"--page", done.stderr)

    def test_a_machine_without_the_libraries_that_draw_sets_all_but_drawings(self):
        self.write("a.yaml", GOOD)
        self.write("b.yaml", GOOD.replace("body: |\n", "body: |\n  ![图](d.svg)\n\n"))
        self.write("d.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
        for library in ("libcairo.so.2", "librsvg-2.so.2"):
            self.write(f"without/{library}", "no library at all")
        without = {"LD_LIBRARY_PATH": str(self.folder / "without")}
        self.assertEqual(self.banxin("build", "a.yaml", environment=without).returncode, 0)
        done = self.banxin("build", "a.yaml", "--format", "png", "--messages", "en", environment=without)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"[raster-no-library]", done.stderr)
        done = self.banxin("build", "b.yaml", "--messages", "en", environment=without)
        self.assertEqual(done.returncode, 0, "a placeholder stands for it")
        self.assertIn(b"[image-svg-no-library]", done.stderr)

    def test_options_of_pictures_go_with_pictures(self):
        self.write("a.yaml", GOOD)
        for options in (["--dpi", "300"], ["--dpi", "300", "--format", "svg"], ["--page", "1"], ["--page", "1", "--format", "text"], ["--format", "png", "--dpi", "0"]):
            with self.subTest(options=options):
                self.assertEqual(self.build(*options).returncode, 2)

    def test_a_png_has_the_pixels_that_its_resolution_asks_for_and_says_so(self):
        self.write("a.yaml", GOOD)
        for dpi, size in ((72, (595, 842)), (300, (2480, 3508))):
            self.assertEqual(self.build("--format", "png", "--dpi", dpi).returncode, 0)
            width, height, colour_type, density = png_header((self.folder / "a.png").read_bytes())
            self.assertEqual((width, height, colour_type, round(density * 0.0254)), (*size, 0, dpi))

    def test_an_svg_needs_no_other_file_and_names_each_thing_once(self):
        self.write("a.yaml", "title: 甲&<乙>\nbody: |\n  见[这里](https://example.org/?a=1&b=2)，“三天”赛事，三天。\n")
        self.assertEqual(self.build("--format", "svg").returncode, 0)
        root = ElementTree.parse(self.folder / "a.svg").getroot()
        self.assertEqual(root.find(SVG + "title").text, "甲&<乙>")
        self.assertEqual(root.find(SVG + "a").get("{http://www.w3.org/1999/xlink}href"), "https://example.org/?a=1&b=2")
        names = [element.get("id") for element in root.iter() if element.get("id")]
        self.assertEqual(len(names), len(set(names)))
        uses = [element.get("{http://www.w3.org/1999/xlink}href") for element in root.iter(SVG + "use")]
        self.assertEqual({use[1:] for use in uses}, set(names))
        self.assertGreater(len(uses), len(names), "三天 stands there twice")

    def test_several_articles_at_once_give_the_same_bytes(self):
        for name in ("a.yaml", "b.yaml"):
            self.write(name, LONG)
        for form in ("svg", "png"):
            self.assertEqual(self.banxin("build", "a.yaml", "b.yaml", "--format", form, "--page", "1", "--jobs", "2", "-o", ".").returncode, 0)
            for file in self.folder.glob(f"a-*.{form}"):
                self.assertEqual(file.read_bytes(), (self.folder / file.name.replace("a-", "b-")).read_bytes())


class Seen(pictures_test.Articles):
    """What is seen of a picture on a page."""

    def drawings(self, body, settings=""):
        """The page as rows of pixels, from its PNG and from its SVG."""
        self.build(body, settings)
        for options in (["--format", "png", "--dpi", 72], ["--format", "svg"]):
            done = pictures_test.program.run(pictures_test.BANXIN, "build", "a.yaml", *options, folder=self.folder)
            self.assertEqual(done.returncode, 0, done.stderr.decode())
        subprocess.run(["rsvg-convert", "--dpi-x", "72", "--dpi-y", "72", self.folder / "a.svg", "-o", self.folder / "svg.png"], check=True)
        for name in ("a.png", "svg.png"):
            drawn = ["mutool", "draw", "-q", "-r", "72", "-F", "ppm", "-o", "-", self.folder / name]
            yield name, pictures_test.rows_of(subprocess.run(drawn, capture_output=True, check=True).stdout)

    def assert_seen(self, body, wanted, settings="", tolerance=12, ratio=None):
        for name, rows in self.drawings(body, settings):
            with self.subTest(drawing=name, body=body):
                seen, seen_ratio = self.quadrants(rows)
                self.assert_colours(seen, wanted, tolerance)
                if ratio:
                    self.assertAlmostEqual(seen_ratio, ratio, delta=0.03)

    def test_pictures_of_every_orientation_stand_upright(self):
        jpeg = self.jpeg("-jpeg")
        for orientation, wanted in SEEN.items():
            ratio = 4 / 3 if orientation < 5 else 3 / 4
            self.picture("b.png", png(80, 60, four_corners, chunks=[(b"eXIf", exif(orientation))]))
            self.assert_seen(["![](b.png)"], wanted, ratio=ratio)
            segment = b"Exif\0\0" + exif(orientation)
            self.picture("b.jpg", jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + jpeg[2:])
            self.assert_seen(["![](b.jpg){fit=cover ratio=1:1}"], wanted, tolerance=40)

    def test_transparent_pixels_show_the_paper(self):
        self.picture("b.png", png(80, 60, lambda x, y: (*four_corners(x, y), 255 if y < 30 else 128), colour_type=6))
        half = [tuple((a + 255) // 2 for a in colour) for colour in (BLUE, YELLOW)]
        self.assert_seen(["![](b.png)"], [*CORNERS[:2], *half])

    def test_inks_are_seen_as_print(self):
        self.picture("b.jpg", self.jpeg("-jpegcmyk"))
        # There and back through inks, and quantized.
        self.assert_seen(["![](b.jpg){fit=cover ratio=1:1}"], CORNERS, "  output.standard: none\n", tolerance=60)

    def test_drawings_are_seen(self):
        corners = "".join(f'<rect x="{40 * (i % 2)}" y="{30 * (i // 2)}" width="40" height="30" fill="rgb{colour}"/>' for i, colour in enumerate(CORNERS))
        self.picture("b.svg", f'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60">{corners}</svg>'.encode())
        self.assert_seen(["![](b.svg)"], CORNERS, ratio=4 / 3)

    def test_cover_keeps_the_focus_in_view(self):
        self.picture("b.png", png(80, 60, four_corners))
        self.assert_seen(["![](b.png){fit=cover ratio=1:2 focus=left}"], (RED, RED, BLUE, BLUE), ratio=1 / 2)


if __name__ == "__main__":
    unittest.main()
