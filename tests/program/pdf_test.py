#!/usr/bin/env python3
"""Tests of the options that say what kind of PDF is written, and of `check --pdf`.

The environment variable BANXIN names the program.
"""

import json
import re
import subprocess
import unittest

from program_test import GOOD, Program


class Standard(Program):
    def report(self, name):
        done = self.banxin("check", "--pdf", name, "--diagnostics", "json")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return json.loads(done.stdout)

    def test_the_default_is_archive_and_screen_reader_at_once(self):
        self.banxin("build", self.write("a.yaml", GOOD))
        report = self.report("a.pdf")
        self.assertEqual((report["standard"], report["findings"]), ("PDF/A-2a + PDF/UA-1", []))
        self.assertEqual([element["type"] for element in report["structure"]], ["Document", "Art", "H1", "P"])

    def test_the_command_line_comes_before_the_style(self):
        self.write("a.yaml", GOOD + "set: {output.standard: pdfa-1b}\n")
        for option, claim in (([], "PDF/A-1b"), (["--standard", "ua-1"], "PDF/UA-1")):
            self.banxin("build", "a.yaml", *option)
            self.assertEqual(self.report("a.pdf")["standard"], claim)

    def test_2_with_the_list_for_others(self):
        done = self.banxin("build", self.write("a.yaml", GOOD), "--standard", "pdfx-4")
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr.decode(), r"pdfx-4(.|\n)*pdfa-2a\+ua-1, pdfa-1b, pdfa-2b, pdfa-3a, ua-1, none")
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
