#!/usr/bin/env python3
"""Tests of the options that say what kind of PDF is written, and of `check --pdf`.

The environment variable BANXIN names the program.
"""

import json
import re
import subprocess
import unittest

from program_test import BANXIN, GOOD, Program, program  # which makes tests/support known
import plates  # noqa: E402


class Standard(Program):
    def report(self, name):
        done = self.banxin("check", "--pdf", name, "--diagnostics", "json")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return json.loads(done.stdout)

    def test_the_default_is_archive_and_screen_reader_at_once(self):
        self.banxin("build", self.write("a.yaml", GOOD))
        report = self.report("a.pdf")
        self.assertEqual((report["standard"], report["findings"]), ("PDF/A-2a + PDF/UA-1", []))
        self.assertEqual([page["label"] for page in report["pages"]], ["1"])
        self.assertEqual([element["type"] for element in report["structure"]], ["Document", "Art", "H1", "P"])

    def test_the_command_line_comes_before_the_style(self):
        self.write("a.yaml", GOOD + "set: {output.standard: pdfa-1b}\n")
        for option, claim in (([], "PDF/A-1b"), (["--standard", "ua-1"], "PDF/UA-1")):
            self.banxin("build", "a.yaml", *option)
            self.assertEqual(self.report("a.pdf")["standard"], claim)

    def test_2_with_the_list_for_others(self):
        done = self.banxin("build", self.write("a.yaml", GOOD), "--standard", "pdfx-4")
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr.decode(), r"pdfx-4(.|\n)*pdfa-2a\+ua-1, pdfa-1b, pdfa-2b, pdfa-3a, ua-1, x-4, none")
        self.assertEqual(self.files(), ["a.yaml"])
        done = self.banxin("build", self.write("a.yaml", GOOD + "set: {output.standard: pdfa-4}\n"))
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"style-standard-not-yet", done.stderr)

    def test_2_for_a_password_that_the_standard_forbids(self):
        self.write("a.yaml", GOOD + "set: {output.password: secret}\n")
        done = self.banxin("build", "a.yaml")
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr.decode(), r"a\.yaml:\d+:\d+.*pdfa-2a\+ua-1")
        self.assertEqual(self.banxin("build", "a.yaml", "--standard", "ua-1").returncode, 0)
        self.assertEqual(self.banxin("check", "--pdf", "a.pdf").returncode, 1)
        shown = subprocess.run(["qpdf", "--password=secret", "--show-encryption", self.folder / "a.pdf"], capture_output=True)
        self.assertIn(b"AESv3", shown.stdout)

    def test_files_are_embedded_where_the_standard_has_them(self):
        self.write("data.csv", "1,2\n")
        self.write("a.yaml", GOOD + "attach: data.csv\n")
        refused = self.banxin("build", "a.yaml")
        self.assertEqual(refused.returncode, 1)
        self.assertIn(b"output-attachments-forbidden", refused.stderr)
        self.assertEqual(self.banxin("build", "a.yaml", "--standard", "pdfa-3a", "--attach-source").returncode, 0)
        self.assertEqual(sorted(self.report("a.pdf")["attachments"]), ["a.yaml", "data.csv"])
        source = subprocess.run(["qpdf", "--show-attachment=a.yaml", self.folder / "a.pdf"], capture_output=True).stdout
        self.assertEqual(source.decode(), GOOD + "attach: data.csv\n")

    def test_files_outside_the_roots_are_not_embedded(self):
        self.write("a.yaml", GOOD + "attach: ../secret\n")
        self.assertIn(b"file-outside-roots", self.banxin("build", "a.yaml", "--standard", "pdfa-3a").stderr)

    def test_x_4_wants_the_profile_of_a_press(self):
        self.write("a.yaml", GOOD)
        done = self.banxin("build", "a.yaml", "--standard", "x-4")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"output-inks-without-profile", done.stderr)
        screen = (program.REPOSITORY / "src/pdf/profiles/sRGB.icc").read_bytes()
        (self.folder / "screen.icc").write_bytes(screen)
        done = self.banxin("build", "a.yaml", "--standard", "x-4", "--set", "output.profile=screen.icc", "--set", "output.colour=gray")
        self.assertIn(b"output-profile-of-no-printer", done.stderr)
        self.assertEqual(self.files(), ["a.yaml", "screen.icc"])

    def test_bleed_and_marks_make_the_sheet_larger(self):
        self.write("a.yaml", GOOD)
        (self.folder / "press.icc").write_bytes(plates.profile_of(BANXIN).read_bytes())
        options = ["--standard", "x-4", "--bleed", "3mm", "--marks", "--set", "output.profile=press.icc"]
        done = self.banxin("build", "a.yaml", *options, environment={"SOURCE_DATE_EPOCH": "1747094400"})
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        report = self.report("a.pdf")
        boxes = report["pages"][0]["boxes"]
        margin = boxes["TrimBox"][0] - boxes["BleedBox"][0]
        self.assertAlmostEqual(margin, 3 / 25.4 * 72, delta=0.01)
        self.assertEqual(boxes["MediaBox"][:2], [0, 0])
        self.assertGreater(boxes["BleedBox"][0], 15)
        self.assertEqual((report["standard"], report["findings"]), ("PDF/X-4", []))

    def test_x_4_without_a_date_says_so(self):
        self.write("a.yaml", GOOD)
        (self.folder / "press.icc").write_bytes(plates.profile_of(BANXIN).read_bytes())
        done = self.banxin("build", "a.yaml", "--standard", "x-4", "--set", "output.profile=press.icc")
        self.assertEqual(done.returncode, 0)
        self.assertIn(b"output-date-missing", done.stderr)

    def test_inks_want_a_profile(self):
        self.write("a.yaml", GOOD + 'set: {text.title.colour: "cmyk(0 100 90 10)"}\n')
        done = self.banxin("build", "a.yaml")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"output.profile", done.stderr)
        self.assertEqual(self.files(), ["a.yaml"])


class Check(Program):
    def test_what_breaks_the_claim_is_an_error_in_either_language(self):
        self.banxin("build", self.write("a.yaml", GOOD), "--set", "output.compress=false")
        pdf = self.folder / "a.pdf"
        pdf.write_bytes(pdf.read_bytes().replace(b"/Lang (zh-Hans)", b"/Lagn (zh-Hans)"))
        done = self.banxin("check", "--pdf", "a.pdf", "--messages", "zh")
        self.assertEqual(done.returncode, 1)
        self.assertIn("preflight-language-missing", done.stderr.decode())
        self.assertRegex(done.stderr.decode(), "[\u4e00-\u9fff]")

    def test_the_report_for_people_tells_boxes_fonts_colours_tags_and_standard(self):
        self.banxin("build", self.write("a.yaml", GOOD))
        text = self.banxin("check", "--pdf", "a.pdf").stdout.decode()
        for part in ("PDF/A-2a + PDF/UA-1", "MediaBox 595.28 × 841.89 pt", "embedded", "DeviceGray", "1 Art", "校运动会", "zh-Hans"):
            self.assertIn(part, text)

    def test_other_files_are_refused(self):
        self.write("a.pdf", "no PDF")
        done = self.banxin("check", "--pdf", "a.pdf", "none.pdf")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(re.findall(r"\[([a-z-]+)\]", done.stderr.decode()), ["preflight-unreadable", "file-not-found"])


if __name__ == "__main__":
    unittest.main()
