#!/usr/bin/env python3
"""Draws each sample article's PDF with poppler and with MuPDF and compares the pages.

Both smooth edges in their own way, so that single pixels differ; squares of a few pixels do not, unless something is drawn elsewhere, in
another face or not at all.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import program  # noqa: E402

RESOLUTION = 144  # dots per inch
SQUARE = 16  # pixels: an em of text
TOLERANCE = 32  # of 255: how much the mean gray of a square may differ; a character that is missing makes twice that


def read_gray(path):
    """(width, height, bytes) of a binary PGM file."""
    data = path.read_bytes()
    fields, at = [], 0
    while len(fields) < 4:
        end = min(i for i in (data.find(b" ", at), data.find(b"\n", at)) if i >= 0)
        fields.append(data[at:end])
        at = end + 1
    assert fields[0] == b"P5" and fields[3] == b"255", fields
    return int(fields[1]), int(fields[2]), data[at:]


def squares(picture, columns, rows):
    """The mean gray of each square."""
    width, _, pixels = picture
    means = []
    for row in range(rows):
        sums = [0] * columns
        for y in range(row * SQUARE, (row + 1) * SQUARE):
            for column in range(columns):
                at = y * width + column * SQUARE
                sums[column] += sum(pixels[at : at + SQUARE])
        means.extend(total / SQUARE**2 for total in sums)
    return means


def difference(one, other):
    """(largest difference of a square, its place in points), or None when the pages are not of one size."""
    if abs(one[0] - other[0]) > 1 or abs(one[1] - other[1]) > 1:
        return None
    columns, rows = min(one[0], other[0]) // SQUARE, min(one[1], other[1]) // SQUARE
    pairs = zip(squares(one, columns, rows), squares(other, columns, rows))
    worst, index = max((abs(a - b), i) for i, (a, b) in enumerate(pairs))
    scale = SQUARE * 72 / RESOLUTION
    return worst, (index % columns * scale, index // columns * scale)


def draw(pdf, folder):
    """Pages by poppler and by MuPDF, as lists of paths."""
    subprocess.run(["pdftoppm", "-r", str(RESOLUTION), "-gray", pdf, folder / "poppler"], check=True, capture_output=True)
    subprocess.run(["mutool", "draw", "-q", "-r", str(RESOLUTION), "-c", "gray", "-o", folder / "mupdf-%d.pgm", pdf], check=True, capture_output=True)
    by_number = lambda path: int(path.stem.rsplit("-", 1)[1])
    return [sorted(folder.glob(f"{name}-*.pgm"), key=by_number) for name in ("poppler", "mupdf")]


def compare(pdf, folder):
    """What differs, or None."""
    poppler, mupdf = draw(pdf, folder)
    if len(poppler) != len(mupdf) or not poppler:
        return f"poppler draws {len(poppler)} pages, MuPDF {len(mupdf)}"
    for number, (one, other) in enumerate(zip(poppler, mupdf), 1):
        found = difference(read_gray(one), read_gray(other))
        if found is None:
            return f"page {number} has two sizes"
        if found[0] > TOLERANCE:
            return f"page {number} differs by {found[0]:.0f} at {found[1]} pt"
    return None


def check(article, banxin):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        done = program.run(banxin, "build", article, "-o", folder / "sample.pdf")
        if done.returncode != 0:
            return done.stderr.decode(errors="replace")
        return compare(folder / "sample.pdf", folder)


if __name__ == "__main__":
    options = program.options(__doc__.splitlines()[0])
    samples = list((program.REPOSITORY / "content").glob("*.yaml"))
    sys.exit(program.run_all(program.chosen(samples, options.part), lambda article: check(article, options.banxin)))
