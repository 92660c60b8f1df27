#!/usr/bin/env python3
"""What print shops get: the plates of small articles. The environment variable BANXIN names the program."""

import os
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import plates  # noqa: E402
import program  # noqa: E402

BANXIN = Path(os.environ["BANXIN"]).resolve()
SOLID, NOTHING = 250, 5  # of 255, about

ARTICLE = """\
title: 标题
date: 2025-05-13
body: 文字。
set:
  text.title.colour: "{title}"
  furniture:
    tint:
      text: 黑黑黑黑黑黑
      on: first
      side: left
      y: 700pt
      height: 30pt
      width: 200pt
      fill: "cmyk(0 0 80 0)"
      font: hei
      weight: 700
      size: 24pt
      colour: "{text}"
"""


DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">
<rect width="300" height="200" fill="#ff4020"/><rect x="40" y="40" width="100" height="80" fill="#2060ff" fill-opacity="0.5"/>
</svg>
"""


class Separations(unittest.TestCase):
    def plates_of(self, title="#000000", text="black", *options):
        with tempfile.TemporaryDirectory() as name:
            article, pdf = Path(name) / "a.yaml", Path(name) / "a.pdf"
            article.write_text(ARTICLE.format(title=title, text=text), encoding="utf-8")
            done = program.run(BANXIN, "build", article, "-o", pdf, *plates.exchange_options(BANXIN), *options)
            self.assertEqual(done.returncode, 0, done.stderr.decode())
            return plates.separate(pdf, resolution=72)[0]

    def pixels_of_text_on_tint(self, page):
        """Places in the tinted box, which stands from 700 pt to 730 pt, where the black plate is solid."""
        black = page["Black"]
        found = [(x, y) for y in range(702, 728) for x in range(black.width) if black.at(x, y) >= SOLID]
        self.assertGreater(len(found), 200)
        return found

    def test_black_text_prints_over_a_tint(self):
        page = self.plates_of()
        yellow = page["Yellow"]
        self.assertEqual([place for place in self.pixels_of_text_on_tint(page) if yellow.at(*place) < 190], [], "no white edges where plates shift")

    def test_gray_text_knocks_the_tint_out(self):
        page = self.plates_of(text="gray(99%)")
        yellow = page["Yellow"]
        self.assertEqual([place for place in self.pixels_of_text_on_tint(page) if yellow.at(*place) > NOTHING], [])

    def test_rgb_black_is_black_ink_alone(self):
        page = self.plates_of(title="#000000")
        self.assertTrue(page["Cyan"].is_blank and page["Magenta"].is_blank)

    def test_a_spot_colour_has_a_plate_of_its_own(self):
        page = self.plates_of(title="spot(Gold, cmyk(20 25 60 25))")
        self.assertFalse(page["Gold"].is_blank)
        self.assertTrue(page["Cyan"].is_blank and page["Magenta"].is_blank, "its likeness prints nowhere")

    def test_an_rgb_colour_is_separated_by_the_profile(self):
        page = self.plates_of(title="#00a0ff")
        self.assertFalse(page["Cyan"].is_blank)

    def test_drawings_are_separated_and_break_no_rule(self):
        with tempfile.TemporaryDirectory() as name:
            page = plates.separate(self.file_with_drawing(name), resolution=36)[0]
        self.assertFalse(page["Magenta"].is_blank or page["Yellow"].is_blank)

    def file_with_drawing(self, name):
        article, pdf = Path(name) / "a.yaml", Path(name) / "a.pdf"
        (Path(name) / "drawing.svg").write_text(DRAWING, encoding="utf-8")
        article.write_text("title: 图\ndate: 2025-05-13\nbody: |\n  ![图](drawing.svg)\n", encoding="utf-8")
        done = program.run(BANXIN, "build", article, "-o", pdf, *plates.exchange_options(BANXIN))
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        checked = program.run(BANXIN, "check", "--pdf", pdf)
        self.assertEqual((checked.returncode, checked.stderr), (0, b""))
        return pdf

    def test_gray_has_one_plate(self):
        page = self.plates_of("#b03a24", "black", "--set", "output.colour=gray")
        self.assertTrue(all(plate.is_blank for name, plate in page.items() if name != "Black"))
        self.assertFalse(page["Black"].is_blank)


if __name__ == "__main__":
    unittest.main()
