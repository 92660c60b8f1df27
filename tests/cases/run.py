#!/usr/bin/env python3
"""Golden tests of pages: typesets each FEATURE/NAME.yaml with the test fonts and compares the page dump with NAME.layout.txt beside it.

A case begins with a comment that says what to look for. It is set with the style.yaml of its folder, else with the one here. A missing
golden fails; tools/update-goldens writes it.
"""

import difflib
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import program  # noqa: E402


def style_of(case):
    own = case.parent / "style.yaml"
    return own if own.exists() else HERE / "style.yaml"


def page_dump(banxin, case):
    """(the dump, None), or (None, what went wrong)."""
    fonts_and_style = ["--font-path", program.FONTS, "--root", HERE, "--style", style_of(case)]
    done = program.run(banxin, "build", case, *fonts_and_style, "--format", "text", "-o", "-")
    if done.returncode != 0:
        return None, f"exit status {done.returncode}\n{done.stderr.decode(errors='replace')}"
    return done.stdout.decode(), None


def check(case, banxin, update):
    if not case.read_text(encoding="utf-8").startswith("# "):
        return "its first line must be a comment that says what to look for"
    dump, fault = page_dump(banxin, case)
    if fault:
        return fault
    golden = case.with_suffix(".layout.txt")
    expected = golden.read_text(encoding="utf-8") if golden.exists() else None
    if dump == expected:
        return None
    if update:
        golden.write_text(dump, encoding="utf-8")
        print(f"wrote {golden.relative_to(program.REPOSITORY)}")
        return None
    if expected is None:
        return f"no golden {golden.name}: look at the page, then run tools/update-goldens"
    difference = difflib.unified_diff(expected.splitlines(), dump.splitlines(), golden.name, "now", lineterm="")
    return "the page has changed\n" + "\n".join(difference)


if __name__ == "__main__":
    options = program.options(__doc__.splitlines()[0])
    all_cases = [path for path in HERE.glob("*/*.yaml") if path.name != "style.yaml"]
    sys.exit(program.run_all(program.chosen(all_cases, options.part), lambda case: check(case, options.banxin, options.update)))
