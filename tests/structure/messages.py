#!/usr/bin/env python3
"""Checks src/base/messages.inc: every code that src/ uses has an entry, every entry is used, complete, and says the same in both languages."""

import re
import sys
from pathlib import Path

STRING = r'"(?:[^"\\]|\\.)*"'
TEXT = rf"(?:{STRING}\s*)+"
ENTRY = re.compile(rf"BANXIN_MESSAGE\(\s*({TEXT}),\s*({TEXT}),\s*({TEXT}),\s*({TEXT}),\s*({TEXT})\)")
CODE = re.compile(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"')
# Calls whose first string is a code: reporting, hints, related places, and diagnostics made by hand.
USE = re.compile(r'(?:\b(?:error|warning|note|hint)\(|\breport\(\s*Severity::\w+,|\brelate\([^;"]*?,|\bDiagnostic\b[^;"]*?Severity::\w+,)\s*"([^"]+)"')
ARGUMENT = re.compile(r"\{(\w+)\}")


def joined(literals):
    return "".join(part[1:-1] for part in re.findall(STRING, literals))


def faults(root):
    catalogue_path = root / "src/base/messages.inc"
    catalogue = re.sub(r"^\s*//.*$", "", catalogue_path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    entries = [[joined(part) for part in match.groups()] for match in ENTRY.finditer(catalogue)]
    found = []
    if len(entries) != catalogue.count("BANXIN_MESSAGE("):
        found.append("messages.inc: an entry is not BANXIN_MESSAGE(code, english, chinese, english hint, chinese hint)")
    codes = [entry[0] for entry in entries]
    found += [f"messages.inc: “{code}” stands there {codes.count(code)} times" for code in sorted(set(codes)) if codes.count(code) > 1]
    for entry in entries:
        found += faults_of_entry(*entry)
    used, mentioned = codes_in_sources(root / "src")
    found += [f"{place}: no entry for “{code}” in messages.inc" for code, place in sorted(used.items()) if code not in codes]
    found += [f"messages.inc: nothing in src/ says “{code}”" for code in codes if code not in mentioned]
    return found


def faults_of_entry(code, english, chinese, english_hint, chinese_hint):
    found = []
    if not english or not chinese:
        found.append(f"messages.inc: “{code}” lacks a language")
    if bool(english_hint) != bool(chinese_hint):
        found.append(f"messages.inc: the hint of “{code}” lacks a language")
    for one, other in ((english, chinese), (english_hint, chinese_hint)):
        if set(ARGUMENT.findall(one)) != set(ARGUMENT.findall(other)):
            found.append(f"messages.inc: the languages of “{code}” name different arguments")
    return found


def codes_in_sources(source_folder):
    """Codes that calls name, each with a place, and every string in src/ that looks like a code."""
    used, mentioned = {}, set()
    for path in sorted(source_folder.glob("*/**/*")):
        if path.suffix not in {".h", ".cc"}:
            continue
        text = path.read_text(encoding="utf-8")
        mentioned.update(CODE.findall(text))
        for use in USE.finditer(text):
            line = text.count("\n", 0, use.start(1)) + 1
            used.setdefault(use.group(1), f"{path.relative_to(source_folder.parent)}:{line}")
    return used, mentioned


if __name__ == "__main__":
    all_faults = faults(Path(sys.argv[1]))
    print("\n".join(all_faults))
    sys.exit(1 if all_faults else 0)
