#!/usr/bin/env python3
"""Times whole programs on the same texts, one after the other in turns, and prints a table in Markdown of medians and of ratios.

    bench/whole_programs.py [--article FILE] [--works A V L C] [--runs N] [--node-modules FOLDER] [--peers typst xelatex weasyprint]

FILE is an article whose body is Markdown (default: content/forum.yaml). Works: A the article; V a book of 150 copies, no two paragraphs
alike; L a library ten times as long (Banxin alone); C a batch of articles, all different, in one process (Banxin and Typst). FOLDER has
Typst's binding in its node_modules; a peer that is not installed is left out. bench/README.md says how to get them.

wall and CPU are seconds, memory is the peak of the largest process in MiB. `own` is Typst's without the start of Node and its empty
memory. Every run writes its file anew; the first turn is not counted.
"""

import argparse
import collections
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import works

REPOSITORY = Path(__file__).resolve().parents[1]
BENCH, FONTS = REPOSITORY / "bench", REPOSITORY / "fonts"
BOOK_COPIES, LIBRARY_COPIES, BATCH = 150, 1500, 1000

Run = collections.namedtuple("Run", "wall cpu memory")


def timed(command, folder):
    begin = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}\n{said.decode(errors='replace')}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


class Programs:
    """The commands that set a work, by name."""

    def __init__(self, arguments, folder):
        self.folder, self.arguments = folder, arguments
        self.banxin = arguments.build / "banxin"
        self.floor = arguments.build / "bench/floor"

    def commands(self, work, name):
        """`name` is the work's file without its suffix."""
        commands = {"Banxin": [self.banxin, "build", f"{name}.yaml", "-o", f"{name}-banxin.pdf"]}
        if work in "AV":
            commands["floor"] = [self.floor, FONTS, self.runs_of(name), f"{name}-floor.pdf"]
            commands |= self.peers(name)
        return commands

    def peers(self, name):
        commands = {}
        if "typst" in self.arguments.peers and self.arguments.node_modules:
            commands["Typst"] = self.typst([name])
            commands["node"] = ["node", "-e", "0"]
        if "xelatex" in self.arguments.peers and shutil.which("xelatex"):
            commands["XeLaTeX"] = ["xelatex", "-interaction=batchmode", "-halt-on-error", f"-jobname={name}-xelatex", f"{name}.tex"]
        if "weasyprint" in self.arguments.peers and shutil.which("weasyprint"):
            commands["WeasyPrint"] = ["weasyprint", "-q", f"{name}.html", f"{name}-weasyprint.pdf"]
        return commands

    def typst(self, names):
        jobs = [part for name in names for part in (f"{name}.typ", f"{name}-typst.pdf")]
        return ["node", BENCH / "peers/typst.mjs", self.arguments.node_modules, FONTS, *jobs]

    def batch(self, names):
        commands = {"Banxin": [self.banxin, "build", *(f"{name}.yaml" for name in names), "--jobs", "1", "-o", "batch/out"]}
        if self.arguments.node_modules:
            commands |= {"Typst": self.typst(names), "node": ["node", "-e", "0"]}
        return commands

    def runs_of(self, name):
        """What the floor is asked to set: the lines of Banxin's own pages."""
        dump = subprocess.run([self.banxin, "build", f"{name}.yaml", "--format", "text", "-o", "-"], cwd=self.folder, capture_output=True, check=True)
        file = self.folder / f"{name}.runs"
        file.write_text("".join(floor_lines(dump.stdout.decode("utf-8"))), encoding="utf-8")
        return file


def floor_lines(dump):
    for line in dump.splitlines():
        words = line.split()
        if words[:1] == ["page"]:
            at = words.index("size")
            yield f"page {words[at + 1]} {words[at + 2]}\n"
        elif words[:1] == ["text"]:
            x, y, face, size = words[1], words[2], words[5], words[6]
            text = line[line.index('"') + 1:line.rindex('"')]
            yield f"run {face} {x} {y} {size} {text}\n"


def in_turns(commands, folder, runs):
    """Runs of each program: one of each in a turn, the first turn to warm up."""
    results = collections.defaultdict(list)
    for turn in range(runs + 1):
        for name, command in commands.items():
            run = timed(command, folder)
            if turn > 0:
                results[name].append(run)
    return {name: Run(*(statistics.median(run[i] for run in done) for i in range(3))) for name, done in results.items()}


def without_node(medians):
    """Typst's own share beside the whole."""
    if "node" in medians:
        node, whole = medians.pop("node"), medians["Typst"]
        medians["Typst, own"] = Run(*(part - empty for part, empty in zip(whole, node)))
    return medians


def print_table(work, medians, folder, name, articles=1):
    mine = medians["Banxin"]
    for program, run in medians.items():
        pdf = folder / f"{name}-{program.split(',')[0].lower()}.pdf"
        size = f"{pdf.stat().st_size:,}" if pdf.exists() else ""
        print(f"| {work} | {program} | {run.wall / articles:.4f} | {run.cpu / articles:.4f} | {run.memory:.0f} | {size} | {mine.wall / run.wall:.2f} | {mine.cpu / run.cpu:.2f} |",
              flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--article", type=Path, default=REPOSITORY / "content/forum.yaml")
    parser.add_argument("--build", type=Path, default=REPOSITORY / "build/bench")
    parser.add_argument("--works", nargs="+", default=["A", "V", "L", "C"], choices=["A", "V", "L", "C"])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--batch", type=int, default=BATCH, help="articles of work C")
    parser.add_argument("--node-modules", type=Path)
    parser.add_argument("--peers", nargs="*", default=["typst", "xelatex", "weasyprint"])
    parser.add_argument("--folder", type=Path, help="keeps the texts and files there")
    arguments = parser.parse_args()
    arguments.build = arguments.build.resolve()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (arguments.folder or Path(temporary)).resolve()
        works.write_works(works.read_article(arguments.article), folder, works.FORMS, BOOK_COPIES, LIBRARY_COPIES if "L" in arguments.works else 0,
                          arguments.batch if "C" in arguments.works else 0)
        programs = Programs(arguments, folder)
        print("| work | program | wall, s | CPU, s | memory, MiB | bytes | Banxin's wall to it | CPU |\n| --- | --- | --- | --- | --- | --- | --- | --- |")
        for work, name in (("A", "article"), ("V", "book"), ("L", "library")):
            if work in arguments.works:
                runs = arguments.runs if work != "L" else 1
                print_table(work, without_node(in_turns(programs.commands(work, name), folder, runs)), folder, name)
        if "C" in arguments.works:
            names = [f"batch/{number:04}" for number in range(arguments.batch)]
            (folder / "batch/out").mkdir(exist_ok=True)
            print_table("C, an article", without_node(in_turns(programs.batch(names), folder, 1)), folder, "batch/0000", arguments.batch)


if __name__ == "__main__":
    sys.exit(main())
