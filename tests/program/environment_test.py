#!/usr/bin/env python3
"""What surrounds a run changes nothing: locale, time zone, other variables of the environment, names of folders and files, umask, where
standard input comes from. What to look for: the same bytes. The environment variable BANXIN names the program.
"""

import os
import subprocess
import sys
import unittest
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / folder) for folder in ("torture", "support")]
import program  # noqa: E402
import torture  # noqa: E402
from program_test import BANXIN, Program  # noqa: E402

ARTICLE = """lang: zh-Hans
title: 校运动会
date: 2025-05-13
body: |
  三天赛事，四项纪录，Word 写了 3.14 页，**重点**与 *着重*。
  ![图](图 一.png)
  | 甲 | 1.5 |
  |---|--:|
  | 乙 | 10.25 |
"""


class Surroundings(Program):
    def built(self, folder, article="a.yaml", environment=None, **options):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / article).write_text(ARTICLE, encoding="utf-8")
        (folder / "图 一.png").write_bytes(torture.png(30, 20, 1))
        variables = {"PATH": os.environ["PATH"]} | program.sanitizer_options() | (environment or {})
        done = subprocess.run([BANXIN, "build", article, "-o", "out.pdf"], cwd=folder, env=variables, capture_output=True, timeout=60, **options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return (folder / "out.pdf").read_bytes()

    def setUp(self):
        super().setUp()
        self.plain = self.built(self.folder / "plain")

    def test_locales(self):
        for locale in ("C", "C.UTF-8", "POSIX", "zh_CN.GB18030", "tr_TR.UTF-8", "de_DE.UTF-8", "ar_EG.UTF-8", "no_SUCH.locale"):
            variables = {name: locale for name in ("LC_ALL", "LANG", "LANGUAGE", "LC_NUMERIC")}
            with self.subTest(locale=locale):
                self.assertEqual(self.built(self.folder / "x", environment=variables), self.plain)

    def test_time_zones(self):
        for zone in ("UTC", "Asia/Shanghai", "Pacific/Kiritimati", "Etc/GMT+12", "nonsense"):
            with self.subTest(zone=zone):
                self.assertEqual(self.built(self.folder / "x", environment={"TZ": zone}), self.plain)

    def test_other_variables(self):
        for variables in (
            {},
            {"HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent", "TMPDIR": "/nonexistent"},
            {"COLUMNS": "20", "TERM": "dumb", "NO_COLOR": "1"},
            {"OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"},
            {"A" * 1000: "b" * 100_000},
        ):
            with self.subTest(variables=list(variables)):
                self.assertEqual(self.built(self.folder / "x", environment=variables), self.plain)

    def test_source_date_epoch_is_the_one_that_is_meant_to(self):
        self.assertNotEqual(self.built(self.folder / "x", environment={"SOURCE_DATE_EPOCH": "86400"}), self.plain)

    def test_names_of_folders(self):
        for name in ("文件夹", "a folder of spaces", "/".join(["long" * 50] * 5), "-o", "a'b\"c$d`e", os.fsdecode(b"\xc4\xe3\xba\xc3 \xff")):
            with self.subTest(name=ascii(name)[:40]):
                self.assertEqual(self.built(self.folder / name), self.plain)

    def test_names_of_files(self):
        for name in ("文章.yaml", "an article.yaml", "长" * 80 + ".yaml", "a'b\"c$d`e.yaml", os.fsdecode(b"\xc4\xe3\xba\xc3\xff.yaml")):
            with self.subTest(name=ascii(name)[:40]):
                self.assertEqual(self.built(self.folder / "x", name), self.plain)

    def test_messages_about_names_that_are_no_utf_8_are_text_all_the_same(self):
        name = os.fsdecode(b"\xc4\xe3\xff.yaml")
        (self.folder / name).write_text("titel: x\n", encoding="utf-8")
        for form in ("human", "json", "sarif"):
            done = self.banxin("check", name, "--diagnostics", form)
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn(b"titel", done.stderr)
            if form != "human":
                done.stderr.decode()

    def test_masks_and_standard_input_of_any_kind(self):
        for options in ({"umask": 0o077}, {"stdin": subprocess.DEVNULL}, {"stdin": subprocess.PIPE}):
            self.assertEqual(self.built(self.folder / "x", **options), self.plain)


if __name__ == "__main__":
    unittest.main()
