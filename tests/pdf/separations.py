#!/usr/bin/env python3
"""Writes each sample article as PDF/X-4 and separates it: what is black stands on the black plate alone, in register with nothing."""

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import plates  # noqa: E402
import program  # noqa: E402

DARK = 160  # of 255: black text; colours that hold some black have less
LEAST_TEXT = 2000  # pixels at 100 dpi: every sample's pages have more


def fault_of(page):
    """What is wrong with the plates of a page, or None."""
    black = page["Black"]
    if sum(ink >= DARK for ink in black.pixels) < LEAST_TEXT:
        return "there is hardly any text on the black plate"
    for name in ("Cyan", "Magenta", "Yellow"):
        both = sum(1 for ink, other in zip(black.pixels, page[name].pixels) if ink >= DARK and other > 0)
        if both:
            return f"{both} pixels of black have {name} too"
    return None


def check(article, banxin):
    with tempfile.TemporaryDirectory() as name:
        pdf = Path(name) / "sample.pdf"
        done = program.run(banxin, "build", article, "-o", pdf, *plates.exchange_options(banxin))
        if done.returncode != 0:
            return done.stderr.decode(errors="replace")
        for number, page in enumerate(plates.separate(pdf, resolution=100), 1):
            if fault := fault_of(page):
                return f"page {number}: {fault}"
    return None


if __name__ == "__main__":
    options = program.options(__doc__.splitlines()[0])
    samples = list((program.REPOSITORY / "content").glob("*.yaml"))
    sys.exit(program.run_all(program.chosen(samples, options.part), lambda article: check(article, options.banxin)))
