#!/usr/bin/env python3
"""Puts a table, from standard input, between the marks of a document and prints it: bench/record.py DOCUMENT."""

import datetime
import os
import platform
import re
import sys
from pathlib import Path

BEGIN, END = "<!-- measured -->", "<!-- end -->"


def machine():
    model = re.search(r"^model name\s*:\s*(.*)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model[1] if model else platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.freedesktop_os_release()['PRETTY_NAME']}"


def main():
    document = Path(sys.argv[1])
    table = sys.stdin.read()
    if not table.startswith("| work"):
        raise SystemExit("nothing was measured")
    before, _, rest = document.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    document.write_text(f"{before}{BEGIN}\n{datetime.date.today()}; {machine()}.\n\n{table}{END}{after}", encoding="utf-8")
    print(table)


if __name__ == "__main__":
    main()
