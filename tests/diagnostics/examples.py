#!/usr/bin/env python3
"""Tries every example of docs/diagnostics.md: the first of a pair gets its message, the second does not, and is no error."""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import program  # noqa: E402

MANUAL = program.REPOSITORY / "docs/diagnostics.md"
PAIR = re.compile(r"^## (\S+)\n(?:(?!^## ).*\n)*?```(yaml|console)\n((?:.*\n)*?)```\n\n→\n\n```\w+\n((?:.*\n)*?)```$", re.MULTILINE)
FORUM = "title: 校运动会\nsource: 校报\nbody: |\n  三天赛事，四项纪录。\n"
LETTER = "title: 致{{name}}同学\nbody: |\n  请于{{day}}到校。\n"
ROWS = "name,day\n王小明,五月六日\n李雷,五月七日\n"


def codes_of_article(banxin, text, folder):
    """What check says of an example, the errors among it; one about anything but titles may leave its title out."""
    named = text if re.match(r"(%YAML|--- |title|titel|标题|校运动会)", text) else "title: 校运动会\n" + text
    (folder / "article.yaml").write_text(named, encoding="utf-8")
    (folder / "hall.jpg").write_bytes((program.REPOSITORY / "docs/tutorial/reading-room.jpg").read_bytes())
    done = program.run(banxin, "check", "article.yaml", "--diagnostics", "json", folder=folder)
    said = [json.loads(line) for line in done.stderr.decode().splitlines()]
    return {one["code"] for one in said}, {one["code"] for one in said if one["severity"] == "error"}


def codes_of_commands(banxin, text, folder):
    (folder / "bin").mkdir()
    (folder / "bin/banxin").symlink_to(banxin)
    for name, content in (("forum.yaml", FORUM), ("letter.yaml", LETTER), ("rows.csv", ROWS)):
        (folder / name).write_text(content, encoding="utf-8")
    environment = {"PATH": f"{folder}/bin:/usr/bin:/bin", "LC_ALL": "C"}
    done = subprocess.run(["sh", "-c", text], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=program.TIME_LIMIT)
    said = (done.stdout + done.stderr).decode(errors="replace")
    codes = set(re.findall(r"\[([a-z-]+)\]$", said, re.MULTILINE)) | set(re.findall(r'"code":"([a-z-]+)"', said))
    return codes, set()


def fault_of(banxin, code, form, wrong, right):
    codes_of = codes_of_article if form == "yaml" else codes_of_commands
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        said, _ = codes_of(banxin, wrong, Path(first))
        if code not in said:
            return f"the first example gets {sorted(said)}"
        said, errors = codes_of(banxin, right, Path(second))
        if code in said or errors:
            return f"the second example gets {sorted(said)}"
    return None


def main():
    arguments = program.options(__doc__)
    pairs = PAIR.findall(MANUAL.read_text(encoding="utf-8"))
    faults = 0
    for code, form, wrong, right in pairs:
        fault = fault_of(arguments.banxin, code, form, wrong, right)
        if fault:
            faults += 1
            print(f"{code}: {fault}")
    print(f"{len(pairs)} examples, {faults} faults")
    return 1 if faults or len(pairs) < 150 else 0


if __name__ == "__main__":
    sys.exit(main())
