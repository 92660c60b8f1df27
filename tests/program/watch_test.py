#!/usr/bin/env python3
"""Tests of `banxin watch`: it builds at once and again after every change, says what is wrong, and ends when asked.

The environment variable BANXIN names the program.
"""

import queue
import signal
import subprocess
import threading
import unittest

from program_test import BANXIN, GOOD, Program, program

PATIENCE = 20  # seconds


class Watch(Program):
    def watch(self, *arguments):
        process = subprocess.Popen([BANXIN, "watch", *map(str, arguments), "--messages", "en"], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={"LC_ALL": "C"})
        self.addCleanup(lambda: (process.kill(), process.communicate()))
        self.said = queue.Queue()
        for stream in (process.stdout, process.stderr):
            threading.Thread(target=lambda lines=stream: [self.said.put(line.decode()) for line in lines], daemon=True).start()
        return process

    def hears(self, part):
        """Waits for a line that holds `part`."""
        heard = []
        while True:
            try:
                heard.append(self.said.get(timeout=PATIENCE))
            except queue.Empty:
                self.fail(f"never says {part!r}, but {heard}")
            if part in heard[-1]:
                return

    def test_builds_at_once_and_after_every_change(self):
        self.write("mine.yaml", "extends: newspaper\n")
        self.write("a.yaml", "style: mine.yaml\n" + GOOD + "  ![图](a.png)\n")
        self.watch("a.yaml", "--format", "text", "-o", "a.txt")
        dump = self.folder / "a.txt"
        self.hears("a.txt (1 page)")
        first = dump.read_text(encoding="utf-8")
        self.write("a.yaml", "style: mine.yaml\n" + GOOD + "  ![图](a.png)\n  又一段。\n")
        self.hears("a.txt (1 page)")
        self.assertIn("又一段", dump.read_text(encoding="utf-8"))
        self.assertNotIn("\n  picture ", first)
        self.write("mine.yaml", "extends: newspaper\npage.paper: A5\n")
        self.hears("a.txt (1 page)")
        (self.folder / "a.png").write_bytes(next((program.REPOSITORY / "docs/images").glob("*.png")).read_bytes())
        self.hears("a.txt (1 page)")
        self.assertIn("\n  picture ", dump.read_text(encoding="utf-8"))

    def test_says_what_is_wrong_and_keeps_the_last_good_file(self):
        self.write("a.yaml", GOOD)
        self.watch("a.yaml")
        self.hears("a.pdf (1 page)")
        good = (self.folder / "a.pdf").read_bytes()
        self.write("a.yaml", GOOD.replace("title", "titel"))
        self.hears("a.yaml:1:1: error")
        self.assertEqual((self.folder / "a.pdf").read_bytes(), good)
        self.write("a.yaml", GOOD)
        self.hears("a.pdf (1 page)")

    def test_builds_only_the_article_that_changed(self):
        for name in ("a.yaml", "b.yaml"):
            self.write(name, GOOD)
        self.watch("a.yaml", "b.yaml")
        self.hears("a.pdf")
        self.hears("b.pdf")
        self.write("b.yaml", GOOD + "  又一段。\n")
        self.hears("b.pdf")
        self.write("a.yaml", GOOD + "  又一段。\n")
        self.hears("a.pdf")
        self.assertTrue(self.said.empty())

    def test_its_own_files_are_no_change(self):
        self.write("a.yaml", GOOD)
        self.watch("a.yaml", "--font-path", ".")
        self.hears("a.pdf")
        self.hears("a.pdf")  # the folder has a file more than before; then nothing
        with self.assertRaises(queue.Empty):
            self.said.get(timeout=2.5)

    def test_ends_with_0_when_asked_to_stop(self):
        self.write("a.yaml", GOOD)
        for stop in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            process = self.watch("a.yaml")
            self.hears("a.pdf")
            process.send_signal(stop)
            self.assertEqual(process.wait(timeout=PATIENCE), 0)

    def test_streams_cannot_be_watched(self):
        self.write("a.yaml", GOOD)
        for arguments in (["-"], ["a.yaml", "-o", "-"], []):
            self.assertEqual(self.banxin("watch", *arguments).returncode, 2, arguments)


if __name__ == "__main__":
    unittest.main()
