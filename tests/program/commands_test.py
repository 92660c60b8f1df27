#!/usr/bin/env python3
"""Tests of the small commands, new and fonts, and of what the program says of its command line in either language.

The environment variable BANXIN names the program.
"""

import re
import struct
import subprocess
import unittest

from program_test import GOOD, Program, program

HAN = re.compile("[\u4e00-\u9fff]")


def with_family(font, family):
    """The bytes of a font file whose family names are `family` (no longer than they are)."""
    data = bytearray(font.read_bytes())
    tables = {data[at : at + 4].decode(): struct.unpack_from(">I", data, at + 8)[0] for at in range(12, 12 + 16 * struct.unpack_from(">H", data, 4)[0], 16)}
    name = tables["name"]
    count, strings = struct.unpack_from(">HH", data, name + 2)
    for record in range(name + 6, name + 6 + 12 * count, 12):
        platform, _, _, name_id, _, offset = struct.unpack_from(">6H", data, record)
        if name_id in (1, 16):
            text = family.encode("mac-roman" if platform == 1 else "utf-16-be")
            struct.pack_into(">H", data, record + 8, len(text))
            data[name + strings + offset : name + strings + offset + len(text)] = text
    return bytes(data)


class Messages(Program):
    def help_of(self, command):
        return self.banxin(*command, "--help", "--messages", "zh").stdout.decode()

    def test_every_option_and_command_is_described_in_chinese(self):
        commands = re.findall(r"^  ([a-z]+) ", self.help_of([]).split("命令:")[1], re.MULTILINE)
        self.assertIn("build", commands)
        for command in [[], *([name] for name in commands)]:
            with self.subTest(command=command):
                parts = re.findall(r"^  (-[-a-z,]+|[a-z]+)( .*(?:\n {10,}.*)?)", self.help_of(command), re.MULTILINE)
                self.assertEqual([name for name, words in parts if not HAN.search(words)], [])

    def test_usage_errors_follow_the_option_and_the_locale(self):
        for arguments, environment in ((["bild", "--messages", "zh"], {}), (["bild", "--messages=zh"], {}), (["bild"], {"LC_ALL": "zh_CN.UTF-8"})):
            with self.subTest(arguments=arguments, environment=environment):
                done = self.banxin(*arguments, environment=environment)
                self.assertEqual(done.returncode, 2)
                self.assertIn("错误：没有名为“bild”的命令", done.stderr.decode())
                self.assertIn("是否想写“build”？", done.stderr.decode())

    def test_what_is_wrong_with_a_command_line_is_named(self):
        for arguments, code in (
            ([], "cli-command-missing"),
            (["bild"], "cli-command-unknown"),
            (["build"], "cli-argument-missing"),
            (["new", "a", "b"], "cli-argument-unexpected"),
            (["fonts", "a"], "cli-argument-unexpected"),
            (["check", "a.yaml", "--stlye", "x"], "cli-option-unknown"),
            (["check", "a.yaml", "--jobs", "many"], "cli-option-value"),
            (["check", "a.yaml", "--jobs", "2000"], "cli-option-value"),
            (["check", "a.yaml", "--messages", "fr"], "cli-option-value"),
            (["check", "a.yaml", "--pages", "2..1"], "cli-option-value"),
            (["build", "a.yaml", "--pages", "two"], "cli-option-value"),
            (["check", "a.yaml", "--style"], "cli-option-needs-value"),
            (["check", "a.yaml", "--strict=3"], "cli-option-takes-no-value"),
            (["build", "a.yaml", "-o", "a", "-o", "b"], "cli-option-twice"),
            (["build", "-"], "cli-output-missing"),
            (["build", "a.yaml", "b.yaml", "-o", "-"], "cli-output-shared"),
            (["build", "a.yaml", "sub/a.yaml", "-o", "out"], "cli-output-twice"),
        ):
            with self.subTest(arguments=arguments):
                done = self.banxin(*arguments)
                self.assertEqual(done.returncode, 2)
                self.assertEqual(re.findall(r"^error: .*\[([a-z-]+)\]$", done.stderr.decode(), re.MULTILINE), [code])


class New(Program):
    def test_the_article_builds_without_a_word_and_keeps_two_places_for_pictures(self):
        for language, comment in (("en", "# The language"), ("zh", "# 语言")):
            with self.subTest(language=language):
                done = self.banxin("new", f"handouts/{language}", "--messages", language)
                self.assertEqual((done.returncode, done.stderr), (0, b""))
                self.assertIn(f"banxin build handouts/{language}/article.yaml", done.stdout.decode())
                article = (self.folder / f"handouts/{language}/article.yaml").read_text(encoding="utf-8")
                self.assertIn(comment, article)
                self.assertEqual(len(re.findall(r"^  !\[.+\]\(\)$", article, re.MULTILINE)), 2)
                self.assertNotRegex(article, "(?m)^#(en|zh)")
                built = self.banxin("build", f"handouts/{language}/article.yaml", "--strict")
                self.assertEqual((built.returncode, built.stderr), (0, b""))

    def test_an_article_is_never_overwritten(self):
        article = self.write("mine/article.yaml", GOOD)
        done = self.banxin("new", "mine")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"cli-article-exists", done.stderr)
        self.assertEqual(article.read_text(encoding="utf-8"), GOOD)

    def test_a_folder_that_is_there_is_used_and_a_name_with_spaces_is_quoted(self):
        (self.folder / "my paper").mkdir()
        self.assertIn(b"banxin build 'my paper/article.yaml'", self.banxin("new", "my paper").stdout)

    def test_3_when_the_folder_cannot_be_made(self):
        self.write("file", "")
        self.assertEqual(self.banxin("new", "file/within").returncode, 3)


class Fonts(Program):
    def rows(self, *options):
        done = self.banxin("fonts", *options)
        self.assertEqual(done.returncode, 0)
        return [re.split(r" {2,}", line) for line in done.stdout.decode().splitlines()[1:]]

    def test_the_bundle_serves_song_hei_and_kai_in_every_language(self):
        served = {(role, weight, family): languages for role, weight, languages, family, origin, _ in self.rows() if origin == "Banxin"}
        for role, weight, family in (("song", "400", "Song"), ("song", "900", "Song"), ("hei", "400", "Hei"), ("hei", "700", "Hei")):
            self.assertEqual(served[role, weight, "Banxin " + family], "zh-Hans zh-Hant ja ko")
        self.assertEqual(served["kai", "400", "Banxin Kai"], "zh-Hans zh-Hant ja")
        self.assertEqual(served["kai", "400", "Banxin Song"], "ko", "Hangul of the kai face stands too wide")

    def test_lang_chooses_languages_and_refuses_what_is_none(self):
        self.assertEqual({row[2] for row in self.rows("--lang", "zh-Hans", "--lang", "ja")}, {"zh-Hans ja"})
        self.assertEqual(self.banxin("fonts", "--lang", "中文").returncode, 2)

    def test_a_role_without_a_font_of_its_own_is_served_from_a_folder_that_has_it(self):
        fonts = self.folder / "mine"
        fonts.mkdir()
        (fonts / "f.otf").write_bytes(with_family(program.FONTS / "BanxinTestKai-Regular.otf", "FangSong"))
        rows = [row for row in self.rows("--font-path", fonts, "--lang", "zh-Hans") if row[0] == "fangsong"]
        self.assertEqual([(row[3], row[4]) for row in rows], [("FangSong", "--font-path")])

    def test_the_specimen_shows_each_role_and_the_forms_of_each_language(self):
        done = self.banxin("fonts", "--specimen", "fonts.pdf")
        self.assertEqual(done.returncode, 0)
        self.assertIn(b"fonts.pdf (", done.stdout)
        text = subprocess.run(["pdftotext", "-layout", self.folder / "fonts.pdf", "-"], capture_output=True, check=True).stdout.decode()
        for role in ("song 400", "song 900", "hei 700", "kai 400", "fangsong 400", "latin 400", "mono 400"):
            self.assertIn(role, text)
        self.assertGreaterEqual(text.count("骨直令"), 4 * 6)
        checked = subprocess.run(["qpdf", "--check", self.folder / "fonts.pdf"], capture_output=True)
        self.assertEqual((checked.returncode, checked.stderr), (0, b""))

    def test_3_when_the_specimen_cannot_be_written(self):
        self.assertEqual(self.banxin("fonts", "--specimen", "no/such/fonts.pdf").returncode, 3)


if __name__ == "__main__":
    unittest.main()
