#!/usr/bin/env python3
"""Tests of messages: each NAME.yaml says in its first lines what `banxin check` must say of it, no more and no less.

    # expect: error 4:12 yaml-tab: a tab cannot indent
    # hint: use spaces

A line and column are those of the file as it stands, these comments included. `# messages: zh` asks for Chinese. A file that cannot hold
such comments (bytes that are no UTF-8) has them in NAME.expect beside it. Hints are compared where a diagnostic has any. --update writes
what the program says now: read it before committing.
"""

import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import program  # noqa: E402

EXPECTATION = re.compile(rb"# (expect|hint): ")


def diagnostics(banxin, case, language):
    """What the program says, in the form of the comments, or a fault: (lines, None) or (None, fault)."""
    done = program.run(banxin, "check", case.relative_to(program.REPOSITORY), "--diagnostics", "json", "--messages", language, "--font-path", program.FONTS)
    lines, worst = [], 0
    try:
        for line in done.stderr.decode().splitlines():
            said = json.loads(line)
            place = f"{said['line']}:{said['column']}" if "line" in said else "-"
            lines.append(f"# expect: {said['severity']} {place} {said['code']}: {said['message']}")
            lines += [f"# hint: {hint}" for hint in said.get("hints", [])]
            worst = max(worst, said["severity"] == "error")
    except (ValueError, KeyError, TypeError):
        return None, f"not one JSON object a line:\n{done.stderr.decode(errors='replace')}"
    if done.returncode != worst or done.stdout:
        return None, f"exit status {done.returncode}, not {worst}, or text on standard output:\n{done.stdout.decode(errors='replace')}"
    return lines, None


def expectations(case):
    """The lines that say what is expected, and the file that holds them."""
    beside = case.with_suffix(".expect")
    holder = beside if beside.exists() else case
    return [line.decode().rstrip() for line in holder.read_bytes().splitlines() if EXPECTATION.match(line)], holder


def check(case, banxin):
    language = "zh" if b"# messages: zh" in case.read_bytes() else "en"
    said, fault = diagnostics(banxin, case, language)
    if fault:
        return fault
    expected, _ = expectations(case)
    if not expected:
        return "it says nothing of what to expect"
    if said != expected:
        return "expected:\n  " + "\n  ".join(expected) + "\nbut the program says:\n  " + "\n  ".join(said)
    return None


def update(case, banxin):
    """Writes what the program says into the case: twice, because the comments move the places that they name."""
    language = "zh" if b"# messages: zh" in case.read_bytes() else "en"
    for _ in range(2):
        said, fault = diagnostics(banxin, case, language)
        if fault:
            return fault
        _, holder = expectations(case)
        rest = [line for line in holder.read_bytes().splitlines(keepends=True) if not EXPECTATION.match(line)]
        holder.write_bytes("".join(line + "\n" for line in said).encode() + b"".join(rest))
    return check(case, banxin)


if __name__ == "__main__":
    options = program.options(__doc__.splitlines()[0])
    task = update if options.update else check
    sys.exit(program.run_all(program.chosen(HERE.glob("*.yaml"), options.part), lambda case: task(case, options.banxin)))
