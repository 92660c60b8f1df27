#!/usr/bin/env python3
"""What the machine can do to a run: full disk, no permission to write or read, kill, interrupt, two runs at once, a picture that changes, no memory.

What to look for: after each the old output is there whole or the new one is, no half file stays, the exit status is the one that is
documented, and other articles are not harmed. BANXIN names the program, BANXIN_TORTURE=long makes many rounds (tools/torture).
"""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import torture  # noqa: E402
from torture import BANXIN, LONG, Torture, figure  # noqa: E402

DONE, INPUT_WRONG, MACHINE_FAILED = 0, 1, 3


class Mounted(Torture):
    """With a small file system of its own, where one can be mounted."""

    def mount(self, size="256k"):
        place = self.folder / "disk"
        place.mkdir()
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], capture_output=True, text=True)
        if done.returncode != 0:
            self.skipTest(f"NOT TESTED: no file system can be mounted here ({done.stderr.strip()})")
        self.addCleanup(subprocess.run, ["umount", place], check=True)
        return place

    @staticmethod
    def fill(place, spare):
        with open(place / "ballast", "wb") as ballast:
            free = os.statvfs(place).f_bavail * os.statvfs(place).f_frsize
            ballast.write(b"x" * max(0, free - spare))


class FullDisk(Mounted):
    def test_the_old_output_stays_and_the_status_is_3(self):
        place = self.mount()
        for output, arguments in (
            ("a.pdf", ["build", self.article("a")]),
            ("a.png", ["build", self.article("a"), "--format", "png"]),
            ("a.yaml", ["import", self.text("copied.txt")]),
            ("sheets.pdf", ["impose", self.pdf()]),
            ("specimen.pdf", ["fonts"]),
        ):
            (place / output).write_bytes(b"the old one")
            self.fill(place, spare=1000 if output == "a.yaml" else 4096)
            option = "--specimen" if arguments[0] == "fonts" else "-o"
            done = self.banxin(*arguments, option, place / output, "--messages", "en")
            with self.subTest(output=output):
                self.assertEqual(done.returncode, MACHINE_FAILED, done.stderr)
                self.assertIn(b"No space left", done.stderr)
                self.assertEqual((place / output).read_bytes(), b"the old one")
                self.assertEqual(torture.temporaries(place), [])
            (place / "ballast").unlink()

    def test_other_articles_of_the_batch_are_written(self):
        place = self.mount()
        shutil.copy(self.article("a"), place / "a.yaml")
        self.fill(place, spare=4096)
        done = self.banxin("build", place / "a.yaml", self.article("b"))
        self.assertEqual(done.returncode, MACHINE_FAILED)
        self.assertEqual((self.folder / "b.pdf").read_bytes(), self.expected("b"))

    def test_standard_output_that_takes_no_more(self):
        with open("/dev/full", "wb") as full:
            for arguments in (["build", self.article("a"), "-o", "-"], ["import", self.text("copied.txt")], ["schema", "article"], ["build", self.article("a")]):
                done = subprocess.run([BANXIN, *map(str, arguments)], stdout=full, stderr=subprocess.PIPE)
                self.assertEqual(done.returncode, MACHINE_FAILED, (arguments, done.stderr))


class ReadOnlyFolder(Mounted):
    def test_the_old_output_stays_and_the_status_is_3(self):
        if os.geteuid() == 0:  # whom permissions do not stop
            place = self.mount()
            (place / "a.pdf").write_bytes(b"the old one")
            subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        else:
            place = self.folder / "closed"
            place.mkdir()
            (place / "a.pdf").write_bytes(b"the old one")
            place.chmod(0o555)
            self.addCleanup(place.chmod, 0o755)
        done = self.banxin("build", self.article("a"), "-o", place / "a.pdf")
        self.assertEqual(done.returncode, MACHINE_FAILED, done.stderr)
        self.assertEqual((place / "a.pdf").read_bytes(), b"the old one")
        self.assertEqual(torture.temporaries(place), [])


class Unreadable(Torture):
    def test_what_the_system_does_not_let_be_read_is_no_fault_of_the_input(self):
        # It opens, and reading where no memory lies fails, for root as well.
        place = "/proc/self/mem"
        for arguments in (["build", place, "-o", "a.pdf"], ["import", place], ["impose", place, "-o", "a.pdf"], ["check", "--pdf", place], ["why", place + ":1"],
                          ["build", self.article("a"), "--data", place], ["build", place, "--data", self.rows()]):  # fmt: skip
            done = self.banxin(*arguments)
            with self.subTest(arguments=arguments):
                self.assertEqual(done.returncode, MACHINE_FAILED, done.stderr)
                self.assertIn(b"[file-not-readable]", done.stderr)
        self.assertEqual(list(self.folder.glob("*.pdf")), [])

    def test_a_file_without_permission_and_the_others_of_its_batch(self):
        self.article("a").chmod(0o000)
        self.article("b")
        self.folder.chmod(0o777)
        # Whom permissions do not stop becomes somebody else.
        nobody = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
        try:
            done = self.banxin("build", "a.yaml", "b.yaml", **nobody)
        except PermissionError:
            self.skipTest("NOT TESTED: the program is out of reach for other users")
        self.assertEqual(done.returncode, MACHINE_FAILED, done.stderr)
        self.assertIn(b"Permission denied", done.stderr)
        self.assertEqual((self.folder / "b.pdf").read_bytes(), self.expected("b"))

    def test_a_name_that_is_no_files_is_a_fault_of_the_input(self):
        for name in ("none.yaml", ".", self.article("a") / "a.yaml", "长" * 100 + ".yaml"):
            self.assertEqual(self.banxin("build", name, "-o", "a.pdf").returncode, INPUT_WRONG, name)

    def rows(self):
        path = self.folder / "rows.csv"
        path.write_text("name\n甲\n", encoding="utf-8")
        return path


class Killed(Torture):
    ROUNDS = 200 if LONG else 16

    def test_at_any_time_the_old_output_is_whole_or_the_new_one(self):
        versions = {name: self.expected(name) for name in "ab"}
        begin = time.monotonic()
        self.build("a")
        whole = time.monotonic() - begin
        left = new = 0
        for i in range(self.ROUNDS):
            name = "ba"[i % 2]
            run = subprocess.Popen([BANXIN, "build", self.article(name), "-o", "out.pdf"], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            # Every other time near the end, where files are written.
            time.sleep(whole * (random.uniform(0.7, 1.1) if i % 2 else random.uniform(0, 1.1)))
            run.kill()
            run.wait()
            bytes_now = (self.folder / "out.pdf").read_bytes()
            self.assertIn(bytes_now, versions.values(), f"round {i}: half a file of {len(bytes_now)} bytes")
            new += bytes_now == versions[name]
            left += len(torture.temporaries(self.folder)) > 0
        self.build("a")
        self.assertEqual(torture.temporaries(self.folder), [], "the next run cleans")
        figure("kills", self.ROUNDS, f"the new file was there {new} times, a temporary was left {left} times and cleaned by a later run")


class Interrupted(Torture):
    def test_a_batch_leaves_whole_files_and_ends_by_the_signal(self):
        articles = [self.article("a", f"{i}") for i in range(30)]
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(signal=number):
                run = subprocess.Popen([BANXIN, "build", *articles], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                while not list(self.folder.glob("*.pdf")) and run.poll() is None:
                    time.sleep(0.005)
                run.send_signal(number)
                self.assertEqual(run.wait(), -number)
                written = list(self.folder.glob("*.pdf"))
                self.assertTrue(written)
                for file in written:
                    self.assertEqual(file.read_bytes(), self.expected("a"))
                    file.unlink()
        self.build("a")
        self.assertEqual(torture.temporaries(self.folder), [])


class TwoAtOnce(Torture):
    def test_builds_to_one_name_leave_one_of_both(self):
        versions = [self.expected(name) for name in "ab"]
        for _ in range(40 if LONG else 6):
            runs = [subprocess.Popen([BANXIN, "build", self.article(name), "-o", "out.pdf"], cwd=self.folder, stdout=subprocess.DEVNULL) for name in "abab"]
            self.assertEqual([run.wait() for run in runs], [DONE] * 4)
            self.assertIn((self.folder / "out.pdf").read_bytes(), versions)
            self.assertEqual(torture.temporaries(self.folder), [])


class ChangingPicture(Torture):
    def test_a_build_holds_one_version_or_says_that_it_could_not_read_it(self):
        article = self.folder / "p.yaml"
        article.write_text("title: 图\nbody: |\n  一段。\n  ![图](p.png)\n", encoding="utf-8")
        pictures = [torture.png(700, 500, seed) for seed in (1, 2)]
        expected = []
        for picture in pictures:
            (self.folder / "p.png").write_bytes(picture)
            expected.append(self.banxin("build", article, "-o", "-").stdout)
        self.assertNotEqual(*expected)
        stop = threading.Event()

        def write():
            while not stop.is_set():
                for picture in pictures:
                    (self.folder / "p.png").write_bytes(picture)  # in place, as careless programs do
                    stop.wait(random.uniform(0, 0.1))

        writer = threading.Thread(target=write)
        writer.start()
        try:
            told = 0
            rounds = 200 if LONG else 20
            for _ in range(rounds):
                done = self.banxin("build", article, "-o", "-")
                self.assertEqual(done.returncode, DONE, done.stderr)
                if done.stdout not in expected:
                    self.assertIn(b"p.png", done.stderr, "neither version, and nothing said")
                    told += 1
        finally:
            stop.set()
            writer.join()
        figure("builds while a picture changes", rounds, f"{told} said that it could not be read and printed a placeholder")


class NoMemory(Torture):
    """Under a sanitizer a process needs terabytes of address space, so that these limits mean nothing there."""

    def setUp(self):
        super().setUp()
        if torture.is_sanitized():
            self.skipTest("NOT TESTED under a sanitizer")

    def limited(self, mebibytes, *arguments):
        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (mebibytes << 20, mebibytes << 20))

        return subprocess.run([BANXIN, *map(str, arguments)], cwd=self.folder, capture_output=True, preexec_fn=limit)

    def test_by_ulimit_the_status_is_3_or_the_file_is_whole(self):
        self.sweep("ulimit", lambda mebibytes: self.limited(mebibytes, "build", self.article("a"), "-o", "out.pdf"))

    def test_by_max_memory_the_status_is_3_or_the_file_is_whole(self):
        self.sweep("--max-memory", lambda mebibytes: self.banxin("build", self.article("a"), "-o", "out.pdf", "--max-memory", mebibytes))

    def sweep(self, name, run):
        smallest = next(size for size in range(4, 400, 4) if name != "ulimit" or self.limited(size, "--version").returncode == DONE)
        statuses = {}
        (self.folder / "out.pdf").write_bytes(b"the old one")
        for mebibytes in range(smallest, 400, 3 if LONG else 24):
            done = run(mebibytes)
            statuses[mebibytes] = done.returncode
            self.assertIn(done.returncode, (DONE, MACHINE_FAILED), f"{mebibytes} MiB: {done.stderr}")
            self.assertEqual((self.folder / "out.pdf").read_bytes(), self.expected("a") if done.returncode == DONE else b"the old one", f"{mebibytes} MiB")
            self.assertEqual(torture.temporaries(self.folder), [])
            if done.returncode == DONE:
                (self.folder / "out.pdf").write_bytes(b"the old one")
            else:
                self.assertTrue(done.stderr.strip(), f"{mebibytes} MiB: nothing is said")
        self.assertIn(MACHINE_FAILED, statuses.values())
        self.assertIn(DONE, statuses.values())
        least = min(size for size, status in statuses.items() if status == DONE)
        figure(f"memory limits by {name}", len(statuses), f"{sum(s == MACHINE_FAILED for s in statuses.values())} failed with status 3; {least} MiB were enough")


if __name__ == "__main__":
    unittest.main(verbosity=2 if LONG else 1)
