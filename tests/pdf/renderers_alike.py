#!/usr/bin/env python3
"""Draws each sample article's PDF with poppler and with MuPDF, and its pages by ourselves as PNG and as SVG, and compares the pictures.

All smooth edges in their own way, so that single pixels differ; squares of a few pixels do not, unless something is drawn elsewhere, in
another face or not at all.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import pixmap  # noqa: E402
import program  # noqa: E402

RESOLUTION = 144  # dots per inch
SQUARE = 16  # pixels: an em of text
# Of 255: how much the mean gray of a square may differ. A character that is missing makes 64. Poppler moves glyphs to quarters of a pixel and
# rules to whole ones, which the others do not; PNG and SVG are drawn by the same library.
TOLERANCES = {("poppler", "mupdf"): 32, ("poppler", "png"): 32, ("mupdf", "png"): 24, ("png", "svg"): 2}


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


def draw_pdf(pdf, folder):
    subprocess.run(["pdftoppm", "-r", str(RESOLUTION), "-gray", pdf, folder / "poppler"], check=True, capture_output=True)
    subprocess.run(["mutool", "draw", "-q", "-r", str(RESOLUTION), "-c", "gray", "-o", folder / "mupdf-%d.pgm", pdf], check=True, capture_output=True)


def draw_pictures(folder):
    """The pages of sample-1.png … and sample-1.svg … in gray."""
    for svg in folder.glob("sample*.svg"):
        resolution = ["--dpi-x", str(RESOLUTION), "--dpi-y", str(RESOLUTION)]
        subprocess.run(["rsvg-convert", *resolution, svg, "-o", folder / f"svg-{page_number(svg)}.png"], check=True, capture_output=True)
    for png in folder.glob("sample*.png"):
        png.rename(folder / f"png-{page_number(png)}.png")
    for png in folder.glob("*.png"):
        own = RESOLUTION if png.name.startswith("png") else 96  # librsvg's say nothing, which MuPDF takes for that
        subprocess.run(["mutool", "draw", "-q", "-r", str(own), "-c", "gray", "-o", png.with_suffix(".pgm"), png], check=True, capture_output=True)


def page_number(path):
    return int(path.stem.rsplit("-", 1)[1]) if "-" in path.stem else 1


def compare(folder):
    """What differs, or None."""
    drawn = {name: {page_number(path): pixmap.read(path) for path in folder.glob(f"{name}-*.pgm")} for name in ("poppler", "mupdf", "png", "svg")}
    for (one, other), tolerance in TOLERANCES.items():
        if drawn[one].keys() != drawn[other].keys() or not drawn[one]:
            return f"{one} draws {len(drawn[one])} pages, {other} {len(drawn[other])}"
        for number in sorted(drawn[one]):
            found = difference(drawn[one][number], drawn[other][number])
            if found is None:
                return f"page {number} has two sizes, by {one} and by {other}"
            if found[0] > tolerance:
                return f"page {number} differs by {found[0]:.0f} at {found[1]} pt between {one} and {other}"
    return None


def check(article, banxin):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for options in (["-o", folder / "sample.pdf"], ["--format", "png", "--dpi", RESOLUTION, "-o", folder / "sample.png"], ["--format", "svg", "-o", folder / "sample.svg"]):
            done = program.run(banxin, "build", article, *options)
            if done.returncode != 0:
                return done.stderr.decode(errors="replace")
        draw_pdf(folder / "sample.pdf", folder)
        draw_pictures(folder)
        return compare(folder)


if __name__ == "__main__":
    options = program.options(__doc__.splitlines()[0])
    samples = list((program.REPOSITORY / "content").glob("*.yaml"))
    sys.exit(program.run_all(program.chosen(samples, options.part), lambda article: check(article, options.banxin)))
