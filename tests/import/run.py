#!/usr/bin/env python3
"""Imports each text here and compares the article with NAME.yaml and the report with NAME.report.txt beside it.

Whatever the two say, no sentence of the text may be missing from the article and the lines listed as left out together, and the article must
pass `check`. A missing golden fails; --update writes it.
"""

import difflib
import html.parser
import re
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import program  # noqa: E402

ENCODINGS = {"county-news-gb18030": "gb18030", "notice-utf16": "utf-16", "heritage-zh-hant": "cp950", "workshop-ja": "shift_jis"}
# Characters that no font has are told when the page is set; the import cannot help that.
INHERENT_WARNINGS = {"shape-missing-glyph"}
# Words of the form that an article says by its keys, or not at all.
WORDS_OF_THE_FORM = {"来源", "出典", "author", "tags", "title", "date", "python"}
LEFT_OUT = re.compile(r"^note: (?:left out, line \d+: |a placeholder stands for the picture )(.*) \[import-[a-z-]+\]$", re.MULTILINE)


class PageText(html.parser.HTMLParser):
    """All text of a page that a reader may see."""

    def __init__(self):
        super().__init__()
        self.lines, self.hidden = [], 0

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in ("script", "style")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data):
        if not self.hidden:
            self.lines.append(data)


def text_of(source):
    text = source.read_bytes().decode(ENCODINGS.get(source.stem, "utf-8"))
    if source.suffix != ".html":
        return text
    page = PageText()
    page.feed(text)
    return "\n".join(page.lines)


def letters(text):
    return "".join(character for character in text if character.isalnum())


def lost_sentences(source, article, report):
    """Sentences that neither stand in the article as they are nor, phrase by phrase, in it and in the lines left out."""
    kept = letters(article)
    left_out = [letters(line) for line in LEFT_OUT.findall(report)]

    def is_told(phrase):
        return phrase in kept or phrase in WORDS_OF_THE_FORM or any(phrase in line for line in left_out)

    sentences = re.split(r"[。！？!?;；\n]", text_of(source))
    return [part for part in sentences if letters(part) not in kept and not all(map(is_told, re.findall(r"[^\W_]+", part)))]


def fault_of_check(banxin, article):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.yaml"
        path.write_text(article, encoding="utf-8")
        done = program.run(banxin, "check", path)
    told = done.stderr.decode(errors="replace")
    codes = set(re.findall(r"(?:warning|error): .*\[([a-z-]+)\]", told)) - INHERENT_WARNINGS
    return f"check of the article: exit status {done.returncode}\n{told}" if done.returncode != 0 or codes else None


def compare(golden, now, update):
    expected = golden.read_text(encoding="utf-8") if golden.exists() else None
    if expected == now:
        return None
    if update:
        golden.write_text(now, encoding="utf-8")
        return None
    if expected is None:
        return f"no golden {golden.name}: read the article, then run this with --update"
    return "\n".join(difflib.unified_diff(expected.splitlines(), now.splitlines(), golden.name, "now", lineterm=""))


def check(source, banxin, update):
    done = program.run(banxin, "import", source.name, folder=HERE)
    article, report = done.stdout.decode(), done.stderr.decode(errors="replace")
    if done.returncode != 0:
        return f"exit status {done.returncode}\n{report}"
    lost = lost_sentences(source, article, report)
    if lost:
        return "lost: " + "\n".join(lost)
    differences = [compare(source.with_suffix(".yaml"), article, update), compare(source.with_suffix(".report.txt"), report, update)]
    return fault_of_check(banxin, article) or "\n".join(filter(None, differences)) or None


if __name__ == "__main__":
    options = program.options(__doc__.splitlines()[0])
    sources = [path for path in HERE.iterdir() if path.suffix in (".txt", ".md", ".html") and not path.name.endswith((".report.txt", "CMakeLists.txt"))]
    sys.exit(program.run_all(program.chosen(sources, options.part), lambda source: check(source, options.banxin, options.update)))
