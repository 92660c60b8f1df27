"""Runs the built program for the tests that work from files: one place for its environment, and for choosing and summing up cases."""

import argparse
import os
import subprocess
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
FONTS = REPOSITORY / "tests/fonts"
TIME_LIMIT = 300  # seconds; under the thread sanitizer a minute is not enough for 10,000 pages


def sanitizer_options():
    """What a program built with a sanitizer is told: which reports are suppressed, for one."""
    return {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}


def run(program, *arguments, folder=REPOSITORY, environment=None, standard_input=b"", **options):
    """The finished process, outputs as bytes, with nothing of the machine's locale, clock or colours in it; `options` are of subprocess.run."""
    variables = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"} | sanitizer_options() | (environment or {})
    return subprocess.run([program, *map(str, arguments)], cwd=folder, env=variables, input=standard_input, capture_output=True, timeout=TIME_LIMIT, **options)


def options(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--banxin", required=True, type=lambda path: Path(path).resolve(), help="the program to test")
    parser.add_argument("--update", action="store_true", help="write what the program says now as what is expected")
    parser.add_argument("part", nargs="*", help="only cases whose path holds one of these")
    return parser.parse_args()


def chosen(paths, parts):
    cases = sorted(path for path in paths if not parts or any(part in str(path) for part in parts))
    if not cases:
        raise SystemExit("no such case")
    return cases


def run_all(cases, check):
    """Runs `check(case)`, which gives what is wrong or None, on each; the exit status says whether all is well."""
    failed = 0
    for case in cases:
        fault = check(case)
        if fault:
            failed += 1
            print(f"{case.relative_to(REPOSITORY)}: {fault}\n")
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed else 0
