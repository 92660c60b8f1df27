#!/usr/bin/env python3
"""Tests of `banxin impose`: pages on sheets in their order, as their text and their ink tell.

The environment variable BANXIN names the program.
"""

import json
import re
import subprocess
import unittest

from program_test import Program

NAMES = "甲乙丙丁戊己庚辛"
A3, A4 = (1190.55, 841.89), (595.28, 841.89)


def article(pages):
    """One whose pages hold nothing but a name each."""
    body = '- "甲"\n' + "".join(f'  - break: page\n  - "{name}"\n' for name in NAMES[1:pages])
    return f"title: 拼版\nstyle: large-print\nbody:\n  {body}"


class Impose(Program):
    def setUp(self):
        super().setUp()
        self.pages = 6
        self.banxin("build", self.write("a.yaml", article(self.pages)))
        self.assertEqual(self.page_count("a.pdf"), self.pages)

    def page_count(self, name):
        return int(subprocess.run(["qpdf", "--show-npages", self.folder / name], capture_output=True, check=True).stdout)

    def impose(self, *options):
        done = self.banxin("impose", "a.pdf", "-o", "b.pdf", *options)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(subprocess.run(["qpdf", "--check", self.folder / "b.pdf"], capture_output=True).returncode, 0)
        return done

    def sides(self):
        """The names on each side of the sheets, by place: upper ones first, from left to right. `-` is a half without a name."""
        found = []
        for number in range(1, self.page_count("b.pdf") + 1):
            boxes = subprocess.run(["pdftotext", "-bbox", "-f", str(number), "-l", str(number), self.folder / "b.pdf", "-"], capture_output=True, check=True)
            text = boxes.stdout.decode()
            width, height = (float(re.search(rf'<page [^>]*{side}="([\d.]+)"', text)[1]) for side in ("width", "height"))
            words = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" [^>]*>([一-龥])</word>', text)
            names = {(float(y) > height / 2, float(x) > width / 2): word for x, y, word in words if word in NAMES}
            found.append(names)
        return found

    def halves(self):
        """Left and right name of each side."""
        return ["".join(next((word for (_, right), word in side.items() if right == half), "-") for half in (False, True)) for side in self.sides()]

    def size(self):
        report = json.loads(self.banxin("check", "--pdf", "b.pdf", "--diagnostics", "json").stdout)
        left, bottom, right, top = report["pages"][0]["boxes"]["MediaBox"]
        return right - left, top - bottom

    def assert_size(self, size):
        for side, wanted in zip(self.size(), size):
            self.assertAlmostEqual(side, wanted, delta=0.1)

    def test_a_booklet_reads_on_when_folded(self):
        done = self.impose("--layout", "booklet")
        self.assertEqual(self.halves(), ["-甲", "乙-", "己丙", "丁戊"])
        self.assert_size(A3)
        self.assertIn("b.pdf (6 pages on 2 sheets, 2 blank)", done.stdout.decode())

    def test_a_booklet_bound_at_the_right(self):
        self.impose("--binding", "right")
        self.assertEqual(self.halves(), ["甲-", "-乙", "丙己", "戊丁"])

    def test_signatures(self):
        self.impose("--layout", "signatures", "--signature", "4")
        self.assertEqual(self.halves(), ["丁甲", "乙丙", "-戊", "己-"])

    def test_two_on_a_sheet_of_their_own_size(self):
        self.impose("--layout", "2-up", "--sheet", "A4")
        self.assertEqual(self.halves(), ["甲乙", "丙丁", "戊己"])
        self.assert_size(A4[::-1])

    def test_four_on_a_sheet(self):
        done = self.impose("--layout", "4-up", "--sheet", "A4")
        self.assertIn("b.pdf (6 pages on 1 sheet, 2 blank)", done.stdout.decode())
        places = [(False, False), (False, True), (True, False), (True, True)]
        self.assertEqual(["".join(side.get(place, "-") for place in places) for side in self.sides()], ["甲乙丙丁", "戊己--"])
        self.assert_size(A4)

    def test_a4_on_a3_keeps_its_size_and_shrinks_for_marks(self):
        self.impose("--sheet", "A3")
        self.assert_size(A3)
        plain = (self.folder / "b.pdf").read_bytes()
        self.impose("--sheet", "A3", "--marks")
        self.assert_size(A3)
        self.assertNotEqual(plain, (self.folder / "b.pdf").read_bytes())
        self.impose("--marks")
        self.assertGreater(self.size()[0], A3[0] + 50)

    def test_other_sheets_by_their_size(self):
        self.impose("--sheet", "320mmx450mm")
        self.assert_size((1275.59, 907.09))

    def test_creep_moves_inner_pages_to_the_fold(self):
        def ink_of_left_page(*options):
            self.impose("--layout", "booklet", *options)
            drawn = subprocess.run(["pdftoppm", "-f", "3", "-l", "3", "-r", "72", "-gray", self.folder / "b.pdf"], capture_output=True, check=True).stdout
            fields = drawn.split(maxsplit=4)
            width, pixels = int(fields[1]), fields[4]
            return min(x for y in range(len(pixels) // width) for x in range(width // 2) if pixels[y * width + x] < 128)

        self.assertEqual(ink_of_left_page("--creep", "10pt") - ink_of_left_page(), 10)

    def test_tags_are_dropped_openly_and_text_is_kept(self):
        done = self.impose()
        self.assertIn("[cli-claims-dropped]", done.stderr.decode())
        report = json.loads(self.banxin("check", "--pdf", "b.pdf", "--diagnostics", "json").stdout)
        self.assertEqual((report["tagged"], report["standard"]), (False, None))
        self.assertTrue(all(font["embedded"] and font["has_text"] for font in report["fonts"]))
        self.assertEqual(report["metadata"]["title"], "拼版")

    def test_the_same_pages_give_the_same_bytes(self):
        self.impose()
        once = (self.folder / "b.pdf").read_bytes()
        self.impose()
        self.assertEqual(once, (self.folder / "b.pdf").read_bytes())

    def test_what_cannot_be_is_said_and_nothing_written(self):
        cases = [
            (["--layout", "3-up"], 2, "2-up, 4-up, booklet, signatures"),
            (["--gutter", "wide"], 2, "cli-length-wrong"),
            (["--creep", "-1mm"], 2, "cli-length-wrong"),
            (["--sheet", "A33"], 2, "cli-sheet-unknown"),
            (["--sheet", "0mmx10mm"], 2, "cli-sheet-unknown"),
            (["--signature", "6"], 2, "cli-signature-wrong"),
        ]
        for options, status, said in cases:
            done = self.banxin("impose", "a.pdf", "-o", "c.pdf", *options)
            self.assertEqual((done.returncode, said in done.stderr.decode()), (status, True), done.stderr.decode())
        self.assertEqual(self.banxin("impose", "a.pdf").returncode, 2)
        self.assertEqual(self.banxin("impose", "a.pdf", "-o", "a.pdf").returncode, 2)
        self.write("no.pdf", "no PDF")
        for name in ("no.pdf", "none.pdf"):
            self.assertEqual(self.banxin("impose", name, "-o", "c.pdf").returncode, 1)
        self.assertNotIn("c.pdf", self.files())

    def test_bleed_runs_into_half_the_gutter(self):
        self.banxin("build", self.write("a.yaml", "title: 出血\nbody: 字\nset:\n  page.bleed: 3mm\n  furniture.tint: {text: 字, side: left, x: -200pt, y: 600pt, fill: \"gray(50%)\", height: 50pt, width: 900pt}\n"))
        self.impose("--layout", "2-up", "--gutter", "4pt")
        drawn = subprocess.run(["pdftoppm", "-r", "72", "-gray", self.folder / "b.pdf"], capture_output=True, check=True).stdout
        fields = drawn.split(maxsplit=4)
        width, pixels = int(fields[1]), fields[4]
        row = pixels[610 * width : 611 * width]
        tinted = [x for x in range(width) if row[x] < 200]
        self.assertEqual(tinted[0], 0)
        self.assertAlmostEqual(tinted[-1] + 1, A4[0] + 2, delta=1)


if __name__ == "__main__":
    unittest.main()
