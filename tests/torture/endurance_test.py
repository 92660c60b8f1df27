#!/usr/bin/env python3
"""Long runs: thousands of builds in one process, and a preview of an article that somebody edits without rest.

What to look for: memory that stays flat, every build right to the last, a preview that follows every edit and ends when told. BANXIN names
the program; BANXIN_TORTURE=long makes 20,000 builds and 20 minutes of edits (tools/torture), otherwise it is a short form of both.
"""

import json
import random
import re
import signal
import subprocess
import sys
import time
import unittest
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from torture import BANXIN, LONG, Torture, figure, is_sanitized  # noqa: E402


def resident(process):
    """MiB that a process holds in memory."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024


class Soak(Torture):
    BUILDS = 20_000 if LONG else 300

    def test_memory_stays_flat_over_many_builds_in_one_process(self):
        random.seed(1)
        articles = [self.made(i) for i in range(40)]
        worker = subprocess.Popen([BANXIN, "worker", "--jobs", "2"], cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.addCleanup(worker.stdout.close)
        sizes, asked, answered, failed = {}, 0, 0, 0
        while answered < self.BUILDS:
            while asked < self.BUILDS and asked - answered < 8:
                job = {"id": asked, "text": articles[asked % len(articles)], "output": f"{asked % 8}.pdf"}
                print(json.dumps(job), file=worker.stdin, flush=True)
                asked += 1
            result = json.loads(worker.stdout.readline())
            failed += result["status"] != (1 if result["id"] % len(articles) == 7 else 0)
            answered += 1
            if answered % max(1, self.BUILDS // 20) == 0:
                sizes[answered] = resident(worker)
        worker.stdin.close()
        self.assertEqual((worker.wait(), failed), (0, 0))
        # What fonts and allocators keep is there after the first tenth.
        warm = sizes[min(count for count in sizes if count >= self.BUILDS // 10)]
        growth = max(size for count, size in sizes.items() if count >= self.BUILDS // 10) / warm - 1
        figure("builds in one process", answered, f"{warm:.1f} MiB after a tenth of them, {growth * 100:+.1f}% at most after that")
        if LONG and not is_sanitized():
            self.assertLess(growth, 0.05)
        else:
            self.assertLess(growth, 0.3, "too few builds to be exact, enough to see a leak of every article")

    @staticmethod
    def made(number):
        if number == 7:  # one that is wrong
            return "titel: 错\nbody: 一段。\n"
        body = "".join("  " + "三天赛事，四项纪录，看台上下都是人。" * random.randint(1, 12) + "\n" for _ in range(random.randint(1, 20)))
        extra = random.choice(["", "  ![图]()\n", "  | 甲 | 乙 |\n  |---|---|\n  | 1 | 2 |\n", "  - 一\n  - 二\n", "  > 引文\n"])
        return f"title: 第{number}期\nbody: |\n{body}\n{extra}"


class EditedPreview(Torture):
    SECONDS = 20 * 60 if LONG else 6

    def test_it_follows_every_edit(self):
        random.seed(2)
        article = self.article("a", "edited")
        good = article.read_text(encoding="utf-8")
        preview = subprocess.Popen([BANXIN, "preview", article], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(preview.stdout.close)
        self.addCleanup(preview.kill)
        address = re.search(r"http://\S+", preview.stdout.readline()).group(0)
        begin, edits, sizes = time.monotonic(), 0, []
        text = good
        while time.monotonic() - begin < self.SECONDS:
            text = self.edited(text, good)
            article.write_bytes(text)  # bytes: an edit may cut a character in two
            edits += 1
            time.sleep(random.uniform(0, 0.3))
            self.assertIsNone(preview.poll(), "it is gone")
            if edits % 20 == 0:
                self.state(address)
                sizes.append(resident(preview))
        marker = f"校运动会第{edits}次"
        article.write_text(f"title: {marker}\nbody: 一段。\n", encoding="utf-8")
        deadline = time.monotonic() + 20
        while marker not in json.dumps(self.state(address), ensure_ascii=False) and time.monotonic() < deadline:
            time.sleep(0.1)
        self.assertIn(marker, json.dumps(self.state(address), ensure_ascii=False), "the last edit is shown")
        preview.send_signal(signal.SIGINT)
        self.assertEqual(preview.wait(timeout=10), 0)
        if LONG:
            settled = sizes[len(sizes) // 10 :]
            growth = max(settled) / settled[0] - 1
            figure("edits under preview", edits, f"in {self.SECONDS // 60} minutes; {settled[0]:.1f} MiB after a tenth, {growth * 100:+.1f}% at most after that")
        else:
            figure("edits under preview", edits, f"in {self.SECONDS} s")

    @staticmethod
    def edited(text, good):
        """Bytes put in, taken out, moved, or the whole article anew."""
        data = text if isinstance(text, bytes) else text.encode()
        if random.random() < 0.2 or not data:
            return good.encode()
        at, length = random.randrange(len(data)), random.randrange(1, 40)
        stock = ["**重点**", "\n", "  ", "title: ", "\"", "![图]()", "- ", "| 甲 | 乙 |\n", "#", "```", "{{x}}", "[^1]", "𠮷", "\t", ": "]
        kind = random.randrange(4)
        if kind == 0:
            return data[:at] + data[at + length :]
        if kind == 1:
            return data[:at] + random.choice(stock).encode() + data[at:]
        if kind == 2:
            return data[:at]
        return data[:at] + data[max(0, at - length) : at] + data[at:]

    def state(self, address):
        with urllib.request.urlopen(address + "state?after=0", timeout=30) as answer:
            return json.load(answer)


if __name__ == "__main__":
    unittest.main(verbosity=2 if LONG else 1)
