"""What the tests of tests/torture share: articles with their expected output, and the figures that docs/reliability.md quotes."""

import os
import random
import struct
import sys
import tempfile
import unittest
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402

BANXIN = Path(os.environ["BANXIN"]).resolve()
LONG = os.environ.get("BANXIN_TORTURE") == "long"


def figure(what, count, rest):
    """A line for docs/reliability.md."""
    print(f"{what}: {count}; {rest}", file=sys.stderr, flush=True)


def temporaries(folder):
    return sorted(path.name for path in folder.iterdir() if path.name.startswith(".banxin-"))


def is_sanitized():
    return any(word in BANXIN.read_bytes() for word in (b"__asan_init", b"__tsan_init"))


def png(width, height, seed):
    """Noise, so that it does not pack."""
    noise = random.Random(seed).randbytes(width * height)
    rows = b"".join(b"\0" + noise[row * width : (row + 1) * width] for row in range(height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")


class Torture(unittest.TestCase):
    _expected = {}

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def banxin(self, *arguments, **options):
        return program.run(BANXIN, *arguments, **{"folder": self.folder, **options})

    def text_of(self, name):
        paragraph = f"第{name}届运动会开幕，三天赛事，四项纪录，看台上下都是人，**旗子**也多，记者走访了三十余所院校。"
        return f"title: 校运动会{name}\nbody: |\n" + f"  {paragraph * 3}\n" * 60

    def article(self, kind, name=None):
        path = self.folder / f"{name or kind}.yaml"
        if not path.exists():
            path.write_text(self.text_of(kind), encoding="utf-8")
        return path

    def text(self, name):
        path = self.folder / name
        path.write_text("运动会闭幕\n来源：校报\n" + "三天赛事,四项纪录。\n" * 400, encoding="utf-8")
        return path

    def pdf(self):
        path = self.folder / "pages.pdf"
        path.write_bytes(self.expected("a"))
        return path

    def build(self, kind):
        done = self.banxin("build", self.article(kind), "-o", "out.pdf")
        self.assertEqual(done.returncode, 0, done.stderr)

    def expected(self, kind):
        """The bytes that an undisturbed build gives."""
        if kind not in self._expected:
            done = self.banxin("build", "-", "-o", "-", standard_input=self.text_of(kind).encode())
            self.assertEqual(done.returncode, 0, done.stderr)
            self._expected[kind] = done.stdout
        return self._expected[kind]
