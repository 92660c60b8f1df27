#!/usr/bin/env python3
"""Follows the tutorials of docs/ as a reader would, in an empty folder that holds what they name: tools/banxin and docs/tutorial.

Of their fenced blocks, `sh` is typed line by line and must succeed; `text` must stand in what the commands just typed said, line by line; `yaml`
must stand in the article; and `yaml replacement` takes the place there of the block before it. Built articles give no warning, and all tutorials type the same.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import program  # noqa: E402

TUTORIALS = program.REPOSITORY / "docs"
ARTICLE = "handout/library.yaml"
BLOCK = re.compile(r"^```([a-z ]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Reader:
    def __init__(self, folder, banxin, locale):
        self.folder = folder
        self.locale = locale
        self.said = ""
        self.shown = ""
        (folder / "tools").mkdir()
        (folder / "tools/banxin").symlink_to(banxin)
        shutil.copytree(TUTORIALS / "tutorial", folder / "docs/tutorial")

    def take(self, kind, text):
        """What is wrong with following a block, or None."""
        return {"sh": self.type, "text": self.expect_said, "yaml": self.expect_shown, "yaml replacement": self.replace}[kind](text)

    def type(self, text):
        self.said = ""
        for command in text.splitlines():
            environment = {"LC_ALL": self.locale, "PATH": os.environ.get("PATH", "")} | program.sanitizer_options()
            done = subprocess.run(["sh", "-c", command], cwd=self.folder, env=environment, capture_output=True, timeout=program.TIME_LIMIT)
            said = (done.stdout + done.stderr).decode()
            if done.returncode != 0:
                return f"$ {command}\nexit status {done.returncode}\n{said}"
            if re.search(r"\b(build|check)\b", command) and done.stderr:
                return f"$ {command}\nis not without a word:\n{said}"
            self.said += said
        return None

    def expect_said(self, text):
        missing = [line for line in text.splitlines() if line not in self.said]
        return "the program does not say\n" + "\n".join(missing) + f"\nbut\n{self.said}" if missing else None

    def expect_shown(self, text):
        self.shown = text
        article = (self.folder / ARTICLE).read_text(encoding="utf-8")
        return None if article.count(text) == 1 else f"{ARTICLE} has {article.count(text)} times\n{text}"

    def replace(self, text):
        path = self.folder / ARTICLE
        path.write_text(path.read_text(encoding="utf-8").replace(self.shown, text), encoding="utf-8")
        return None


def to_be_typed(blocks):
    return [block for block in blocks if block[0] != "text"]


def follow(tutorial, banxin):
    blocks = BLOCK.findall(tutorial.read_text(encoding="utf-8"))
    if not any(kind == "sh" for kind, _ in blocks):
        return "holds no command"
    if to_be_typed(blocks) != to_be_typed(BLOCK.findall((TUTORIALS / "tutorial.md").read_text(encoding="utf-8"))):
        return "does not type what tutorial.md types"
    with tempfile.TemporaryDirectory() as folder:
        reader = Reader(Path(folder), banxin, "zh_CN.UTF-8" if ".zh-CN" in tutorial.name else "C")
        for kind, text in blocks:
            fault = reader.take(kind, text)
            if fault:
                return fault
        if "reading-room.jpg" not in (Path(folder) / ARTICLE).read_text(encoding="utf-8"):
            return "the picture was never put into its place"
    return None


def main():
    arguments = program.options(__doc__)
    tutorials = program.chosen(TUTORIALS.glob("tutorial*.md"), arguments.part)
    return program.run_all(tutorials, lambda tutorial: follow(tutorial, arguments.banxin))


if __name__ == "__main__":
    sys.exit(main())
