#!/usr/bin/env python3
"""Tests of the program as people run it: exit statuses, where output goes, and the same bytes wherever and whenever it runs.

The environment variable BANXIN names the program.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402

BANXIN = Path(os.environ["BANXIN"]).resolve()
SAMPLE = program.REPOSITORY / "content/forum.yaml"
GOOD = "title: 校运动会\nbody: |\n  三天赛事，四项纪录。\n"
BAD = "titel: 校运动会\nbody: |\n  三天赛事。\n"


class Program(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def banxin(self, *arguments, **options):
        return program.run(BANXIN, *arguments, **{"folder": self.folder, **options})

    def files(self):
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file())


class Why(Program):
    ARTICLE = "title: 校运动会\nbody: |\n" + "  三天赛事，四项纪录，Word写了3页，看台上下都是人，旗子也多。" * 3 + "\n"

    def test_tells_of_each_line_set_from_a_line(self):
        self.write("a.yaml", self.ARTICLE)
        done = self.banxin("why", "a.yaml:3", "--messages", "en")
        rows = done.stdout.decode().splitlines()
        self.assertEqual(done.returncode, 0)
        lines = int(rows[0].split()[0])
        self.assertIn("natural", rows[1])
        self.assertTrue(rows[2].startswith("1 ") and rows[1 + lines].startswith(f"{lines} "), done.stdout.decode())
        self.assertIn("三天赛事", rows[2])

    def test_says_that_headlines_are_broken_by_sense(self):
        self.write("a.yaml", self.ARTICLE)
        self.assertIn("意思", self.banxin("why", "a.yaml:1", "--messages", "zh").stdout.decode())

    def test_a_line_without_text_or_number_is_an_error(self):
        self.write("a.yaml", self.ARTICLE)
        self.assertEqual(self.banxin("why", "a.yaml:2").returncode, 1)
        self.assertEqual(self.banxin("why", "a.yaml").returncode, 2)

    def test_tells_what_a_page_cost(self):
        self.write("a.yaml", self.ARTICLE)
        done = self.banxin("why", "a.yaml", "--page", "1", "--messages", "en")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        rows = done.stdout.decode().splitlines()
        total = int(re.match(r"Page 1 of 1 cost (\d+):", rows[0]).group(1))
        items = rows[2 : rows.index("")]
        self.assertTrue(items[0].startswith("another page"), items)
        self.assertEqual(sum(int(re.search(r"  \d+ +(\d+) ", item).group(1)) for item in items), total)

    def test_tells_what_a_page_cost_in_chinese(self):
        self.write("a.yaml", self.ARTICLE)
        self.assertIn("多一页", self.banxin("why", "a.yaml", "--page", "1", "--messages", "zh").stdout.decode())

    def test_a_page_that_is_not_there_is_an_error(self):
        self.write("a.yaml", self.ARTICLE)
        done = self.banxin("why", "a.yaml", "--page", "2", "--messages", "en")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"it has 1", done.stderr)
        self.assertEqual(self.banxin("why", "a.yaml", "--page", "0").returncode, 2)


class ExitStatus(Program):
    def test_0_when_done(self):
        done = self.banxin("build", self.write("a.yaml", GOOD), "-o", "a.pdf")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertIn(b"a.pdf", done.stdout)

    def test_1_and_nothing_written_when_the_input_is_wrong(self):
        done = self.banxin("build", self.write("a.yaml", BAD))
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"a.yaml:1:1", done.stderr)
        self.assertEqual(self.files(), ["a.yaml"])

    def test_1_when_there_is_no_such_article(self):
        self.assertEqual(self.banxin("build", "none.yaml").returncode, 1)

    def test_2_when_the_command_line_is_wrong(self):
        self.write("a.yaml", GOOD)
        self.write("sub/a.yaml", GOOD)
        for arguments in (["bild"], ["build"], ["build", "-"], ["build", "a.yaml", "--no-such-option"], ["build", "a.yaml", "sub/a.yaml", "-o", "out"], []):
            with self.subTest(arguments=arguments):
                self.assertEqual(self.banxin(*arguments).returncode, 2)

    def test_2_and_the_source_kept_when_the_output_is_an_input(self):
        self.write("a.yaml", "title: 题\nbody: 一段。\n")
        self.assertEqual(self.banxin("build", "a.yaml", "-o", "a.yaml").returncode, 2)
        self.assertEqual(self.banxin("import", "a.yaml", "-o", "./a.yaml").returncode, 2)
        self.assertEqual((self.folder / "a.yaml").read_text(encoding="utf-8"), "title: 题\nbody: 一段。\n")

    def test_3_when_the_output_cannot_be_written(self):
        done = self.banxin("build", self.write("a.yaml", GOOD), "-o", "no/such/folder/a.pdf")
        self.assertEqual(done.returncode, 3)

    def test_the_worst_of_a_batch_and_the_good_ones_are_written(self):
        done = self.banxin("build", self.write("bad.yaml", BAD), self.write("good.yaml", GOOD))
        self.assertEqual(done.returncode, 1)
        self.assertEqual(self.files(), ["bad.yaml", "good.pdf", "good.yaml"])

    def test_check_writes_nothing(self):
        self.assertEqual(self.banxin("check", self.write("a.yaml", GOOD)).returncode, 0)
        self.assertEqual(self.files(), ["a.yaml"])

    def test_strict_fails_at_warnings(self):
        article = self.write("a.yaml", GOOD + "  ![图](none.jpg)\n")
        self.assertEqual(self.banxin("check", article).returncode, 0)
        self.assertEqual(self.banxin("check", article, "--strict").returncode, 1)

    def test_version_and_help_succeed(self):
        for option in ("--version", "--help"):
            done = self.banxin(option)
            self.assertEqual(done.returncode, 0)
            self.assertIn(b"banxin", done.stdout)


class Output(Program):
    def test_standard_input_and_output(self):
        done = self.banxin("build", "-", "-o", "-", standard_input=GOOD.encode())
        self.assertEqual(done.returncode, 0)
        self.assertTrue(done.stdout.startswith(b"%PDF-"))

    def test_beside_the_article_or_in_a_folder(self):
        article = self.write("texts/a.yaml", GOOD)
        (self.folder / "out").mkdir()
        self.assertEqual(self.banxin("build", article).returncode, 0)
        self.assertEqual(self.banxin("build", article, "-o", "out").returncode, 0)
        self.assertEqual(self.files(), ["out/a.pdf", "texts/a.pdf", "texts/a.yaml"])

    def test_the_pdf_is_sound(self):
        pdf = self.folder / "forum.pdf"
        self.assertEqual(self.banxin("build", SAMPLE, "-o", pdf).returncode, 0)
        checked = subprocess.run(["qpdf", "--check", "--warning-exit-0", pdf], capture_output=True)
        self.assertEqual((checked.returncode, checked.stderr), (0, b""))
        self.assertNotIn(b"WARNING", checked.stdout)


class Import(Program):
    TEXT = "运动会闭幕\n来源：校报\n三天赛事,四项纪录。\n分享到：\n"

    def test_the_article_goes_to_standard_output_and_the_report_to_standard_error(self):
        done = self.banxin("import", "-", standard_input=self.TEXT.encode("gb18030"))
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stdout.decode(), "title: 运动会闭幕\nsource: 校报\nbody: |\n  三天赛事，四项纪录。\n")
        self.assertIn("GB18030", done.stderr.decode())
        self.assertIn("分享到：", done.stderr.decode())

    def test_what_it_writes_is_built_without_a_word(self):
        self.write("a.txt", self.TEXT)
        self.assertEqual(self.banxin("import", "a.txt", "-o", "a.yaml").returncode, 0)
        done = self.banxin("build", "a.yaml")
        self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_half_width_marks_stay_when_asked_and_build_tells_their_number(self):
        self.write("a.txt", self.TEXT)
        self.assertEqual(self.banxin("import", "a.txt", "--as-is", "-o", "a.yaml").returncode, 0)
        done = self.banxin("check", "a.yaml")
        self.assertEqual((done.returncode, done.stderr.count(b"document-half-width-marks")), (0, 1))

    def test_pictures_beside_the_text_are_kept_by_their_path_from_the_article(self):
        self.write("page/a.md", "# 题\n\n![图一](图/a.jpg)\n\n![图二](none.jpg)\n\n![图三](../b.jpg)\n")
        self.write("page/图/a.jpg", "")
        self.write("b.jpg", "")
        self.assertEqual(self.banxin("import", "page/a.md", "-o", "a.yaml").returncode, 0)
        article = (self.folder / "a.yaml").read_text(encoding="utf-8")
        for line in ("![图一](page/图/a.jpg)", "![图二]()", "![图三](b.jpg)"):
            self.assertIn(line, article)

    def test_a_text_given_to_build_is_answered_with_the_command_to_type(self):
        done = self.banxin("build", self.write("a.txt", self.TEXT))
        self.assertEqual(done.returncode, 1)
        self.assertIn("banxin import", done.stderr.decode())

    def test_2_for_two_files_and_1_for_what_is_no_text(self):
        self.write("a.txt", self.TEXT)
        self.assertEqual(self.banxin("import", "a.txt", "a.txt").returncode, 2)
        (self.folder / "a.docx").write_bytes(b"PK\x03\x04")
        self.assertEqual(self.banxin("import", "a.docx", "-o", "a.yaml").returncode, 1)
        self.assertEqual(self.files(), ["a.docx", "a.txt"])


class SameBytes(Program):
    def typeset(self, folder, environment, *options):
        folder.mkdir(parents=True)
        shutil.copy(SAMPLE, folder / "forum.yaml")
        done = self.banxin("build", "forum.yaml", "-o", "-", *options, folder=folder, environment=environment)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_whatever_the_folder_locale_time_zone_and_jobs(self):
        first = self.typeset(self.folder / "one", {"LC_ALL": "C", "TZ": "UTC"}, "--jobs", "1")
        second = self.typeset(self.folder / "another/deeper one", {"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8", "TZ": "Asia/Shanghai"}, "--jobs", "8")
        self.assertEqual(first, second)

    def test_in_a_batch_as_alone(self):
        article = self.write("a.yaml", GOOD)
        self.banxin("build", article, "-o", "alone.pdf")
        self.banxin("build", article, *(self.write(f"{i}.yaml", GOOD) for i in range(6)), "--jobs", "4")
        self.assertEqual((self.folder / "a.pdf").read_bytes(), (self.folder / "alone.pdf").read_bytes())


if __name__ == "__main__":
    unittest.main()
