#!/usr/bin/env python3
"""Tests of what cmake --install puts where: the program runs from there with its own styles and fonts, the manual reads, shells complete.

The environment variable BANXIN names the program in its build tree.
"""

import shutil
import subprocess
import unittest

from program_test import BANXIN, GOOD, Program, program


class Install(Program):
    def setUp(self):
        super().setUp()
        done = subprocess.run(["cmake", "--install", BANXIN.parent, "--prefix", self.folder / "usr"], capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.usr = self.folder / "usr"

    def completions(self, *words):
        """What bash would complete the last word to."""
        script = f"source {self.usr}/share/bash-completion/completions/banxin\nCOMP_WORDS=({' '.join(repr(word) for word in words)})\nCOMP_CWORD={len(words) - 1}\n_banxin\nprintf '%s\\n' \"${{COMPREPLY[@]}}\""
        done = subprocess.run(["bash", "-c", script], cwd=self.folder, capture_output=True)
        self.assertEqual(done.stderr, b"")
        return done.stdout.decode().split()

    def test_the_program_runs_from_there_with_its_own_styles_and_fonts(self):
        self.write("a.yaml", GOOD)
        done = program.run(self.usr / "bin/banxin", "build", "a.yaml", "--style", "handout", folder=self.folder)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        (self.usr / "share/banxin/styles/handout.yaml").unlink()
        done = program.run(self.usr / "bin/banxin", "build", "a.yaml", "--style", "handout", folder=self.folder)
        self.assertIn(b"[style-not-found]", done.stderr)

    def test_the_manual_names_every_command_and_option_in_both_languages(self):
        commands = [line.split()[0] for line in self.banxin("--help").stdout.decode().split("Commands:")[1].splitlines() if line.startswith("  ")]
        for page, word in (("man/man1", "Example:"), ("man/zh_CN/man1", "例如：")):
            with self.subTest(page=page):
                text = (self.usr / "share" / page / "banxin.1").read_text(encoding="utf-8")
                self.assertEqual([line.split()[-1] for line in text.splitlines() if line.startswith(".SS")], commands)
                self.assertEqual(text.count(word), len(commands))
                self.assertIn("\\-\\-data", text)
        if shutil.which("groff"):
            done = subprocess.run(["groff", "-man", "-Tutf8", "-Kutf8", "-ww", self.usr / "share/man/man1/banxin.1"], capture_output=True)
            self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_bash_completes_commands_options_and_values(self):
        self.write("article.yaml", GOOD)
        self.assertEqual(self.completions("banxin", "bu"), ["build"])
        self.assertEqual(self.completions("banxin", "build", "--stan"), ["--standard"])
        self.assertEqual(self.completions("banxin", "build", "--messages", ""), ["en", "zh"])
        self.assertEqual(self.completions("banxin", "build", "art"), ["article.yaml"])
        self.assertEqual(self.completions("banxin", "schema", "st"), ["style"])
        self.assertEqual(self.completions("banxin", "fonts", "--font-path", "us"), ["usr"])

    def test_zsh_and_fish_read_their_files(self):
        for shell, file in (("zsh", "zsh/vendor-completions/_banxin"), ("fish", "fish/vendor_completions.d/banxin.fish")):
            path = self.usr / "share" / file
            self.assertIn("--standard" if shell == "zsh" else "-l standard", path.read_text(encoding="utf-8"))
            if shutil.which(shell):
                done = subprocess.run([shell, "-n", path], capture_output=True)
                self.assertEqual((done.returncode, done.stderr), (0, b""), shell)


if __name__ == "__main__":
    unittest.main()
