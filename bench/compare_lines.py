#!/usr/bin/env python3
"""Sets one text in Banxin, Typst and XeLaTeX, with the same font, size and measures, and counts what a reader sees in the lines.

    bench/compare_lines.py --banxin build/release/banxin [--typst COMMAND] [--xelatex COMMAND] [--text FILE ...] [--measures 12 16 20 40]
                           [--set KEY=VALUE ...]

FILE is an article or has a paragraph a line; without one the texts are content/forum.yaml and bench/dense.txt. KEY is one of Banxin's style. COMMAND is the peer's program
(for Typst: `typst`, called as `COMMAND compile --font-path FOLDER IN OUT`); a peer that is not given is left out. Needs mutool
(mupdf-tools). Prints a table in Markdown.

What is counted, in lines that are not the last of their paragraph:
  loose        lines whose ideographs stand apart by more than 0.1 em on average
  widest gap   between two neighbouring ideographs that have no space between them in the text, in em
  uneven       lines in which lone marks of one kind are squeezed to widths that differ by more than 0.05 em
  crushed      stops, commas and closing marks less than 0.45 em before what follows, unless that begins with a blank itself
  pairs        two marks together that have lost more than half an em between them
  edges        lines that end in an ideograph more than 0.05 em before or behind the right edge
and of all lines:
  runts        last lines of a single character
  forbidden    marks at a line's head or foot where they may not stand
"""

import argparse
import collections
import functools
import re
import shlex
import statistics
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import works

REPOSITORY = Path(__file__).resolve().parents[1]
FONTS = REPOSITORY / "fonts"
SIZE, PITCH = 10, 15  # points

OPENING = "“‘（《〈「『【〔"
CLOSING = "”’）》〉」』】〕"
LOOSE, UNEVEN, SQUEEZED, EDGE = 0.1, 0.05, 0.05, 0.05  # em
KINDS = ["，、：；", "。！？", CLOSING, OPENING]
MARKS = "".join(KINDS)


def is_ideograph(character):
    return "\u4e00" <= character <= "\u9fff"


# --- setting ---------------------------------------------------------------------------------------------------------------


def set_with_banxin(command, paragraphs, measure, folder, settings=()):
    values = {"columns.count": 1, "page.area.characters": measure, "page.paper": f"[{measure * SIZE + 100}pt, 4600pt]", "page.area.lines": 290, "text.body.size": f"{SIZE}pt",
              "grid.pitch": f"{PITCH}pt", "text.body.indent": "2em", **dict(setting.split("=", 1) for setting in settings)}
    article = "title: 一\nset:\n" + "".join(f"  {key}: {value}\n" for key, value in values.items())
    article += "body: |\n" + "".join(f"  {paragraph}\n" for paragraph in paragraphs)
    (folder / "banxin.yaml").write_text(article, encoding="utf-8")
    run([*command, "build", folder / "banxin.yaml", "-o", folder / "banxin.pdf"])
    return folder / "banxin.pdf"


def set_with_typst(command, paragraphs, measure, folder):
    escaped = map(works.escaped_for_typst, paragraphs)
    source = f"""#set page(width: {measure * SIZE + 100}pt, height: 760pt, margin: 50pt)
#set text(font: "Banxin Song", size: {SIZE}pt, lang: "zh", region: "cn", top-edge: 0.8em, bottom-edge: -0.2em)
#set par(justify: true, leading: {PITCH - SIZE}pt, spacing: {PITCH - SIZE}pt, first-line-indent: (amount: 2em, all: true))

""" + "\n\n".join(escaped) + "\n"
    (folder / "typst.typ").write_text(source, encoding="utf-8")
    run([*command, "compile", "--font-path", FONTS, folder / "typst.typ", folder / "typst.pdf"])
    return folder / "typst.pdf"


def set_with_xelatex(command, paragraphs, measure, folder):
    escaped = map(works.escaped_for_tex, paragraphs)
    source = rf"""\documentclass[fontset=none,UTF8]{{ctexart}}
\usepackage[paperwidth={measure * SIZE + 100}bp,paperheight=760bp,margin=50bp,headheight=0pt,headsep=0pt]{{geometry}}
\setCJKmainfont{{BanxinSong-Regular.otf}}[Path={FONTS}/]
\setmainfont{{BanxinSong-Regular.otf}}[Path={FONTS}/]
\pagestyle{{empty}}\setlength\parindent{{2\ccwd}}\setlength\parskip{{0pt}}\raggedbottom
\begin{{document}}\fontsize{{{SIZE}bp}}{{{PITCH}bp}}\selectfont
""" + "\n\n".join(escaped) + "\n\\end{document}\n"
    (folder / "xelatex.tex").write_text(source, encoding="utf-8")
    run([*command, "-interaction=nonstopmode", "-halt-on-error", "xelatex.tex"], folder)
    return folder / "xelatex.pdf"


def run(command, folder=None):
    done = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True)
    if done.returncode != 0:
        raise SystemExit(f"{shlex.join(map(str, command))}\n{done.stdout.decode(errors='replace')[-2000:]}{done.stderr.decode(errors='replace')}")


# --- measuring -------------------------------------------------------------------------------------------------------------

Glyph = collections.namedtuple("Glyph", "x character")


def lines_of(pdf):
    """The lines of body type in reading order, each a list of glyphs from left to right; x in em."""
    with tempfile.NamedTemporaryFile(suffix=".xml") as file:
        run(["mutool", "convert", "-F", "stext", "-o", file.name, pdf])
        document = ElementTree.parse(file.name).getroot()
    lines = []
    for page in document:
        rows = collections.defaultdict(list)
        for font in page.iter("font"):
            if abs(float(font.get("size")) - SIZE) > 0.1:
                continue
            for glyph in font:
                if not glyph.get("c").isspace():
                    rows[round(float(glyph.get("y")))].append(Glyph(float(glyph.get("x")) / SIZE, glyph.get("c")))
        lines += [sorted(rows[y]) for y in sorted(rows)]
    return lines


def groups_of_marks(line):
    """(ideograph before, marks, ideograph after) wherever ideographs stand on both sides."""
    for match in re.finditer(f"(?<=[\u4e00-\u9fff])[{MARKS}]+(?=[\u4e00-\u9fff])", "".join(glyph.character for glyph in line)):
        yield line[match.start() - 1], match.group(), line[match.end()]


def is_uneven(line):
    spans = [[] for _ in KINDS]
    for before, marks, after in groups_of_marks(line):
        if len(marks) == 1:
            spans[next(i for i, kind in enumerate(KINDS) if marks in kind)].append(after.x - before.x)
    return any(spans and min(spans) < 2 - SQUEEZED and max(spans) - min(spans) > UNEVEN for spans in spans)


def crushed_marks(line):
    return sum(b.x - a.x < 0.5 - SQUEEZED for a, b in zip(line, line[1:])
               if a.character in MARKS and a.character not in OPENING and b.character not in OPENING + "·")


def squeezed_pairs(line):
    return sum(len(marks) == 2 and after.x - before.x < 2.5 - SQUEEZED for before, marks, after in groups_of_marks(line)
               if not set(marks) <= set("！？"))


def measure_lines(pdf, measure, paragraphs):
    lines = lines_of(pdf)
    spaced = {match.group(1, 2) for paragraph in paragraphs for match in re.finditer(r"(?=(\S)\s(\S))", paragraph)}
    left = statistics.mode(round(line[0].x, 2) for line in lines)
    begins = [line[0].x - left > 1.2 for line in lines]
    counts = collections.Counter(lines=len(lines))
    widest = 0.0
    for i, line in enumerate(lines):
        characters = "".join(glyph.character for glyph in line)
        last = i + 1 == len(lines) or begins[i + 1]
        counts["forbidden"] += (characters[0] in CLOSING + "，。、；：！？") + (characters[-1] in OPENING)
        if last:
            counts["runts"] += not begins[i] and len(re.sub(r"\W", "", characters)) == 1
            continue
        gaps = [b.x - a.x - 1 for a, b in zip(line, line[1:]) if is_ideograph(a.character) and is_ideograph(b.character) and (a.character, b.character) not in spaced]
        counts["loose"] += bool(gaps) and statistics.mean(gaps) > LOOSE
        widest = max([widest, *gaps])
        counts["uneven"] += is_uneven(line)
        counts["crushed"] += crushed_marks(line)
        counts["pairs"] += squeezed_pairs(line)
        counts["edges"] += is_ideograph(line[-1].character) and abs(line[-1].x + 1 - left - measure) > EDGE
    return counts, widest


# --- the table -------------------------------------------------------------------------------------------------------------


def paragraphs_of(file):
    """Of an article those of its body that are neither pictures nor headings."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".yaml":
        text = re.search(r"^body: \|\n((?:  .*\n|\s*\n)*)", text, re.MULTILINE).group(1)
        text = re.sub(r"^ *(!\[|#).*$", "", text, flags=re.MULTILINE)
    return [line.strip() for line in text.splitlines() if line.strip()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--banxin", required=True)
    parser.add_argument("--typst")
    parser.add_argument("--xelatex")
    parser.add_argument("--text", type=Path, nargs="+", default=[REPOSITORY / "content/forum.yaml", REPOSITORY / "bench/dense.txt"])
    parser.add_argument("--measures", type=int, nargs="+", default=[12, 16, 20, 40], help="in em")
    parser.add_argument("--set", nargs="+", default=[], help="settings of Banxin's style")
    parser.add_argument("--keep", type=Path, help="a folder for the PDFs")
    options = parser.parse_args()
    setters = {"Banxin": (functools.partial(set_with_banxin, settings=options.set), options.banxin), "Typst": (set_with_typst, options.typst), "XeLaTeX": (set_with_xelatex, options.xelatex)}
    columns = ["lines", "loose", "widest gap", "uneven", "crushed", "pairs", "runts", "edges", "forbidden"]
    print("| text | em | set by | " + " | ".join(columns) + " |\n" + "| --- " * (len(columns) + 3) + "|")
    for file in options.text:
        name, paragraphs = file.name, paragraphs_of(file)
        for measure in options.measures:
            for tool, (setter, command) in setters.items():
                if not command:
                    continue
                with tempfile.TemporaryDirectory() as temporary:
                    pdf = setter(shlex.split(command), paragraphs, measure, Path(temporary))
                    counts, widest = measure_lines(pdf, measure, paragraphs)
                    if options.keep:
                        options.keep.mkdir(parents=True, exist_ok=True)
                        (options.keep / f"{Path(name).stem}-{measure}-{tool.lower()}.pdf").write_bytes(pdf.read_bytes())
                cells = [f"{widest:.2f}" if column == "widest gap" else str(counts[column]) for column in columns]
                print(f"| {name} | {measure} | {tool} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
