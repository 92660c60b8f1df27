#!/usr/bin/env python3
"""Runs every command that README and docs/ show, tutorials aside (follow.py does those).

Of fenced blocks, `sh` is run as a script and must succeed, in one folder for a document; each line of `text` must stand in what the script before
it printed. Commands in running text, in tables and indented ones have their placeholders filled and must succeed too, each in a fresh folder.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import plates  # noqa: E402
import program  # noqa: E402

DOCUMENTS = [path for path in (*program.REPOSITORY.glob("README*.md"), *program.REPOSITORY.glob("docs/*.md")) if not path.name.startswith(("tutorial", "diagnostics", "style"))]
FENCE = re.compile(r"^```([a-z ]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"(?:\./tools/)?banxin (?:build|check|import|new|why|fonts|explain|schema|worker|preview|watch|impose)\b.*")
RUNS_ON = re.compile(r"banxin (preview|watch)\b.*")  # until it is stopped: its help stands for it
PLACEHOLDERS = [
    (r"\[(-o [^\]]*)\]", r"\1"), (r"ARTICLE\.yaml:(LINE|行号)", "article.yaml:3"), (r"--page N", "--page 1"), (r"--pages N", "--pages 1"), (r"LETTER\.yaml|信\.yaml", "letter.yaml"),
    (r"ROWS\.csv|名单\.csv", "rows.csv"), (r"\bDIR\b", "made"), (r"CODE$|代码$", "yaml-colon-in-text"), (r"\bTEXT\b", "copied.txt"), (r"article\|style", "article"),
    (r"\b(ARTICLE|IN)\b", "article"), (r"\bFILE\b", "article"), (r"\bOUT\b", "out"), (r"worker$", "worker < /dev/null"), (r" --pages 2$", " --pages 1..2"),
]  # fmt: skip
ARTICLE = "title: 校运动会\nbody: |\n" + "  三天赛事，四项纪录。\n" * 200


def prepare(folder, banxin):
    """A folder as readers have it: the program, what the repository shows, and articles of the reader's own."""
    (folder / "tools").mkdir()
    (folder / "tools/banxin").symlink_to(banxin)
    for name in ("content", "docs"):
        (folder / name).symlink_to(program.REPOSITORY / name)
    (folder / "article.yaml").write_text(ARTICLE, encoding="utf-8")
    (folder / "letter.yaml").write_text("title: 致{{name}}\n", encoding="utf-8")
    (folder / "rows.csv").write_text("number,编号,name\n1,一,王小明\n", encoding="utf-8")
    shutil.copy(program.REPOSITORY / "docs/tutorial/copied.txt", folder)
    shutil.copy(plates.profile_of(banxin), folder / "press.icc")


def run(folder, script):
    script = RUNS_ON.sub(r"banxin \1 --help", script)
    environment = {"PATH": f"{folder}/tools:/usr/local/bin:/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C.UTF-8"} | program.sanitizer_options()
    done = subprocess.run(["sh", "-ec", script], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=program.TIME_LIMIT)
    said = (done.stdout + done.stderr).decode()
    return said, None if done.returncode == 0 else f"$ {script}\nexit status {done.returncode}\n{said}"


def fault_of_blocks(text, banxin):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder, banxin)
        said = ""
        for kind, block in FENCE.findall(text):
            if kind == "sh":
                said, fault = run(folder, block)
                if fault:
                    return fault
            elif kind == "text":
                missing = [line for line in block.splitlines() if line not in said]
                if missing:
                    return "not said:\n" + "\n".join(missing) + f"\nbut\n{said}"
    return None


def shown_commands(text):
    """Commands outside of fences, one a code span or an indented line."""
    text = FENCE.sub("", text)
    shown = re.findall(r"`([^`\n]+)`", text) + re.findall(r"^    (\S.*)$", text, re.MULTILINE)
    return [command for command in shown if COMMAND.fullmatch(command)]


def fault_of_command(command, banxin):
    for placeholder, value in PLACEHOLDERS:
        command = re.sub(placeholder, value, command)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder, banxin)
        if "--pdf" in command or "impose" in command:
            run(folder, "banxin build article.yaml")
        return run(folder, command)[1]


def check(document, banxin):
    text = document.read_text(encoding="utf-8")
    faults = [fault_of_blocks(text, banxin), *(fault_of_command(command, banxin) for command in dict.fromkeys(shown_commands(text)))]
    return "\n".join(fault for fault in faults if fault) or None


def main():
    arguments = program.options(__doc__)
    counted = sum(len(shown_commands(path.read_text(encoding="utf-8"))) for path in DOCUMENTS)
    if counted < 20:
        print(f"only {counted} commands were found")
        return 1
    return program.run_all(program.chosen(DOCUMENTS, arguments.part), lambda document: check(document, arguments.banxin))


if __name__ == "__main__":
    sys.exit(main())
