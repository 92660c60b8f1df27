#!/usr/bin/env python3
"""Tests of what one input may ask for: each bound at its edge and past it, said with place and cure, and nothing written.

Bounds inside one file have tests of their own beside what they bound (tests/unit); these need the program. The environment variable BANXIN
names it.
"""

import json
import struct
import sys
import unittest
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / folder) for folder in ("torture", "support")]
import plates  # noqa: E402
import torture  # noqa: E402
from program_test import BANXIN, GOOD, Program  # noqa: E402

MEBIBYTE = 1 << 20
TEXT_FILE = OTHER_FILE = 64 * MEBIBYTE
PICTURE_FILE = 256 * MEBIBYTE
PDF_FILE = 1024 * MEBIBYTE


class SizeOfFiles(Program):
    def article_of(self, size):
        """An article of so many bytes, nearly all of them comment lines."""
        comment = ("# " + "x" * 997 + "\n").encode()
        head = GOOD.encode()
        lines, rest = divmod(size - len(head), len(comment))
        return head + comment * (lines - 1) + b"# " + b"x" * (rest + len(comment) - 3) + b"\n"

    def test_an_article_of_64_mebibytes_is_read_and_one_more_byte_is_not(self):
        path = self.folder / "a.yaml"
        for size, status in ((TEXT_FILE, 0), (TEXT_FILE + 1, 1)):
            path.write_bytes(self.article_of(size))
            done = self.banxin("build", path, "-o", "out.pdf", "--messages", "en")
            self.assertEqual((done.returncode, (self.folder / "out.pdf").exists()), (status, status == 0), done.stderr[:500])
            (self.folder / "out.pdf").unlink(missing_ok=True)
        self.assertIn(b"file-too-large", done.stderr)
        self.assertIn(b"hint: divide", done.stderr)

    def test_standard_input_has_the_same_bound(self):
        for arguments in (["build", "-", "-o", "-"], ["import", "-"]):
            done = self.banxin(*arguments, standard_input=self.article_of(TEXT_FILE + 1))
            self.assertEqual(done.returncode, 1)
            self.assertIn(b"file-too-large", done.stderr)

    def test_a_job_that_is_too_long_is_answered_and_the_next_is_done(self):
        jobs = b'{"text": "' + b"x" * TEXT_FILE + b'"}\n' + json.dumps({"id": 2, "text": GOOD, "output": "b.pdf"}).encode() + b"\n"
        done = self.banxin("worker", "--jobs", "1", standard_input=jobs)
        first, second = map(json.loads, done.stdout.splitlines())
        self.assertEqual((first["status"], first["diagnostics"][0]["code"]), (2, "worker-job-too-long"))
        self.assertEqual((second["id"], second["status"]), (2, 0))

    def test_a_style_that_is_too_large(self):
        (self.folder / "own.yaml").write_bytes(b"extends: newspaper\n" + b"# " + b"x" * TEXT_FILE)
        self.write("a.yaml", "style: own.yaml\n" + GOOD)
        done = self.banxin("build", "a.yaml")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"file-too-large", done.stderr)


class SizeOfSparseFiles(Program):
    """Files whose end is nothing but a hole, which takes no room on the disk."""

    def hollow(self, name, begin, size, end=b""):
        path = self.folder / name
        with open(path, "wb") as file:
            file.write(begin)
            file.truncate(size - len(end))
            file.seek(0, 2)
            file.write(end)
        self.assertEqual(path.stat().st_size, size)
        return path

    def hollow_pdf(self, size):
        """A sound file of one empty page, all before its cross-reference table and that at its end."""
        objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>"]
        begin, table = b"%PDF-1.4\n", b"xref\n0 4\n0000000000 65535 f \n"
        for number, value in enumerate(objects, 1):
            table += b"%010d 00000 n \n" % len(begin)
            begin += b"%d 0 obj%s endobj\n" % (number, value)
        end = table + b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n"
        rest = b"%010d\n%%%%EOF\n"
        return self.hollow("pages.pdf", begin, size, end + rest % (size - len(end) - len(rest % 0)))

    @unittest.skipIf(torture.is_sanitized(), "NOT TESTED under a sanitizer, with which it takes several gibibytes")
    def test_a_pdf_of_a_gibibyte_is_read(self):
        path = self.hollow_pdf(PDF_FILE)
        done = self.banxin("check", "--pdf", path, "--messages", "en")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(b"Pages: 1;", done.stdout)

    def test_a_pdf_of_a_byte_more_is_not(self):
        path = self.hollow_pdf(PDF_FILE + 1)
        for arguments in (["check", "--pdf", path], ["impose", path, "-o", "out.pdf"]):
            done = self.banxin(*arguments)
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn(b"file-too-large", done.stderr)
        self.assertEqual(self.files(), ["pages.pdf"])

    def test_a_picture_of_256_mebibytes_is_placed_and_one_of_a_byte_more_is_a_placeholder(self):
        article = self.write("a.yaml", GOOD + "  ![图](p.png)\n")
        for size, too_large in ((PICTURE_FILE, False), (PICTURE_FILE + 1, True)):
            self.hollow("p.png", torture.png(400, 300, 1), size)
            done = self.banxin("build", article)
            self.assertEqual(done.returncode, 0, done.stderr)
            said = [line for line in done.stderr.splitlines() if b"[file-too-large]" in line]
            self.assertEqual([b"a.yaml:4:" in line for line in said], [True] if too_large else [])

    def test_a_file_of_64_mebibytes_is_embedded_and_one_of_a_byte_more_is_not(self):
        article = self.write("a.yaml", "attach: rows.csv\n" + GOOD)
        for size, status in ((OTHER_FILE, 0), (OTHER_FILE + 1, 1)):
            self.hollow("rows.csv", b"a,b\n", size)
            done = self.banxin("build", article, "--standard", "pdfa-3a")
            self.assertEqual(done.returncode, status, done.stderr)
        self.assertIn(b"file-too-large", done.stderr)

    def test_a_profile_of_64_mebibytes_is_used_and_one_of_a_byte_more_is_not(self):
        self.write("a.yaml", "date: 2025-05-13\nset: {output.profile: press.icc}\n" + GOOD)
        profile = plates.profile_of(BANXIN).read_bytes()
        for size, status in ((OTHER_FILE, 0), (OTHER_FILE + 1, 1)):
            self.hollow("press.icc", struct.pack(">I", size) + profile[4:], size)
            done = self.banxin("build", "a.yaml", "--standard", "x-4")
            self.assertEqual((done.returncode, (self.folder / "a.pdf").exists()), (status, status == 0), done.stderr)
            (self.folder / "a.pdf").unlink(missing_ok=True)
        self.assertIn(b"file-too-large", done.stderr)


class SizeOfData(Program):
    """Blanks between the rows: no table of data is a file with holes, whose zeros no text has."""

    def check(self, name, begin, blank, end):
        self.write("a.yaml", "title: '{{名}}'\nbody: 有一段话。\n")
        for size, status in ((TEXT_FILE, 0), (TEXT_FILE + 1, 1)):
            (self.folder / name).write_bytes(begin + blank * (size - len(begin) - len(end)) + end)
            done = self.banxin("build", "a.yaml", "--data", name, "-o", "{{名}}.pdf")
            self.assertEqual((done.returncode, (self.folder / "乙.pdf").exists()), (status, status == 0), done.stderr)
            (self.folder / "乙.pdf").unlink(missing_ok=True)
        self.assertIn(b"file-too-large", done.stderr)

    def test_a_csv_of_64_mebibytes_is_read_and_one_more_byte_is_not(self):
        self.check("rows.csv", "名\n甲\n".encode(), b"\n", "乙\n".encode())

    def test_a_json_of_64_mebibytes_is_read_and_one_more_byte_is_not(self):
        self.check("rows.json", '[{"名": "甲"},'.encode(), b" ", '{"名": "乙"}]'.encode())


class Cells(Program):
    def table(self, rows):
        return "title: 表\nbody:\n  - table:\n      rows:\n" + "        - [" + ", ".join(["甲"] * 50) + "]\n" * 1 + ("        - [" + ", ".join(["乙"] * 50) + "]\n") * (rows - 1)

    def test_a_table_of_50_000_cells_is_read_and_a_row_more_is_an_error_there(self):
        # Read, not set: such a table takes its time. A slip of the article's stops it after reading.
        done = self.banxin("check", self.write("a.yaml", self.table(1000) + "titel: x\n"))
        self.assertNotIn(b"document-table-too-large", done.stderr)
        done = self.banxin("check", self.write("a.yaml", self.table(1003)))
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.count(b"document-table-too-large"), 1, "said once")
        self.assertIn(b"a.yaml:1005:", done.stderr)


class Pages(Program):
    def test_past_10_000_pages_is_an_error(self):
        article = self.write("a.yaml", "title: 书\nbody:\n" + "  - 一段。\n  - break: page\n" * 10_000 + "  - 一段。\n")
        done = self.banxin("check", article)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"layout-too-many-pages", done.stderr)

    def test_10_000_pages_are_made(self):
        article = self.write("a.yaml", "title: 书\nbody:\n" + "  - 一段。\n  - break: page\n" * 9_999 + "  - 一段。\n")
        done = self.banxin("check", article)
        self.assertEqual(done.returncode, 0, done.stderr[:500])


class Time(Program):
    LONG = "title: 长文\nbody: |\n" + ("  " + "三天赛事，四项纪录，看台上下都是人，旗子也多。" * 20 + "\n") * 1500

    def test_an_article_that_takes_too_long_is_an_error_and_others_are_set(self):
        long, good = self.write("long.yaml", self.LONG), self.write("good.yaml", GOOD)
        seconds = "4" if torture.is_sanitized() else "0.2"  # in which the good one is set
        done = self.banxin("build", long, good, "--timeout", seconds, "--messages", "en")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"long.yaml:1:1: error", done.stderr)
        self.assertIn(f"{seconds} s that --timeout allows".encode(), done.stderr)
        self.assertEqual(self.files(), ["good.pdf", "good.yaml", "long.yaml"])

    def test_an_article_with_time_enough_is_set(self):
        self.assertEqual(self.banxin("build", self.write("good.yaml", GOOD), "--timeout", "50").returncode, 0)

    def test_a_library_that_does_not_come_back_ends_with_the_program(self):
        drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000"><filter id="f" x="0" y="0" width="1" height="1">' + (
            '<feTurbulence baseFrequency="0.9" numOctaves="50" stitchTiles="stitch"/><feGaussianBlur stdDeviation="300"/>' * 60
        ) + '</filter><rect width="2000" height="2000" filter="url(#f)"/></svg>'
        self.write("endless.svg", drawing)
        done = self.banxin("build", self.write("a.yaml", GOOD + "  ![图](endless.svg)\n"), "--timeout", "0.2", "--messages", "en")
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn(b"cli-overrun", done.stderr)
        self.assertEqual(self.files(), ["a.yaml", "endless.svg"])

    def test_what_is_no_time_is_a_usage_error(self):
        for value in ("0", "-1", "nan", "1e9", "soon"):
            self.assertEqual(self.banxin("build", self.write("a.yaml", GOOD), f"--timeout={value}").returncode, 2, value)


@unittest.skipIf(torture.is_sanitized(), "NOT TESTED under a sanitizer, which takes terabytes of address space")
class Memory(Program):
    def test_a_picture_that_asks_for_too_much_is_an_error_of_the_machine_and_nothing_is_written(self):
        (self.folder / "p.png").write_bytes(torture.png(12_000, 4_000, 1))
        article = self.write("a.yaml", GOOD + "  ![图](p.png)\n")
        (self.folder / "a.pdf").write_bytes(b"the old one")
        done = self.banxin("build", article, "--max-memory", "60", "--messages", "en")
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn(b"cli-out-of-memory", done.stderr)
        self.assertEqual((self.folder / "a.pdf").read_bytes(), b"the old one")
        self.assertEqual(self.banxin("build", article, "--max-memory", "2000").returncode, 0)

    def test_what_is_no_size_is_a_usage_error(self):
        for value in ("0", "-1", "1.5", "much"):
            self.assertEqual(self.banxin("build", self.write("a.yaml", GOOD), f"--max-memory={value}").returncode, 2, value)


if __name__ == "__main__":
    unittest.main()
