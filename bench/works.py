"""The texts that the whole-program bench sets: one article, books of it and a batch, for Banxin and for its peers.

Work A is the article as it is. Books hold it over and over, each time with the ideographs of every paragraph moved round by some
places: the same characters, hence the same glyphs, but no two paragraphs alike, so that a program that remembers paragraphs gets no
free ride. The articles of the batch are made the same way.
"""

import html
import json
import re
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

PEERS = Path(__file__).resolve().parent / "peers"
FONTS = PEERS.parents[1] / "fonts"


@dataclass(frozen=True)
class Block:
    kind: str  # paragraph, heading or placeholder
    text: str


@dataclass(frozen=True)
class Article:
    masthead: str
    title: str
    byline: str
    blocks: tuple[Block, ...]
    credits: tuple[str, ...]


def read_article(path):
    """An article file whose body is Markdown; inline markup is taken out, for the peers each have their own."""
    keys = yaml.load(Path(path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    joined = lambda value, between: between.join(value) if isinstance(value, list) else value or ""
    blocks = []
    for line in filter(None, map(str.strip, keys["body"].splitlines())):
        if picture := re.match(r"!\[(.*?)\]\(.*?\)", line):
            blocks.append(Block("placeholder", plain(picture[1])))
        elif heading := re.match(r"#+ +(.*)", line):
            blocks.append(Block("heading", plain(heading[1])))
        else:
            blocks.append(Block("paragraph", plain(line)))
    masthead = keys.get("masthead", {}).get("name") or keys.get("source", "")
    byline = "　".join(filter(None, (joined(keys.get("byline"), " "), keys.get("date", ""))))
    return Article(masthead, joined(keys["title"], ""), byline, tuple(blocks), tuple(keys.get("credits", ())))


def plain(text):
    return re.sub(r"\*\*|==|`", "", text)


def varied(article, places):
    """The article with the ideographs of each paragraph moved round."""
    return replace(article, blocks=tuple(
        replace(block, text=moved_round(block.text, places)) if block.kind == "paragraph" else block for block in article.blocks))


def moved_round(text, places):
    at = [i for i, character in enumerate(text) if "\u4e00" <= character <= "\u9fff"]
    characters = list(text)
    for n, i in enumerate(at):
        characters[i] = text[at[(n + places) % len(at)]]
    return "".join(characters)


# --- Banxin ----------------------------------------------------------------------------------------------------------------


def for_banxin(articles):
    quoted = lambda text: json.dumps(text, ensure_ascii=False)  # a JSON string is a YAML string
    lines = ["lang: zh-Hans", f"masthead: {{name: {quoted(articles[0].masthead)}}}", f"title: {quoted(articles[0].title)}",
             f"byline: {quoted(articles[0].byline)}", "body:"]
    for number, article in enumerate(articles):
        if number > 0:
            lines += ["  - break: page", f"  - heading: {quoted(article.title)}", "    level: 1", f"  - {quoted(article.byline)}"]
        for block in article.blocks:
            if block.kind == "paragraph":
                lines.append(f"  - {quoted(block.text)}")
            elif block.kind == "heading":
                lines += [f"  - heading: {quoted(block.text)}", "    level: 2"]
            else:
                lines += [f"  - placeholder: {quoted(block.text)}", f"    caption: {quoted(block.text)}"]
    if articles[-1].credits:
        lines += ["credits:"] + [f"  - {quoted(credit)}" for credit in articles[-1].credits]
    return "\n".join(lines) + "\n"


# --- the peers -------------------------------------------------------------------------------------------------------------


def escaped_for_typst(text):
    return re.sub(r"([\\#$*_`<>@~\[\]/\-\"'=+])", r"\\\1", text)


def escaped_for_tex(text):
    special = {character: "\\" + character for character in "{}#$%&_"} | {"\\": r"\textbackslash{}", "^": r"\^{}", "~": r"\~{}"}
    return "".join(special.get(character, character) for character in text)


def for_typst(articles):
    call = {"paragraph": "{}\n", "heading": "== {}\n", "placeholder": "#photo[{}]\n", "credit": "#credit[{}]\n"}
    lines = ['#import "style.typ": *', "#show: document-style"]
    for number, article in enumerate(articles):
        if number > 0:
            lines.append("#pagebreak()")
        lines.append(f"#head([{escaped_for_typst(article.masthead)}], [{escaped_for_typst(article.title)}], [{escaped_for_typst(article.byline)}])")
        lines += [call[block.kind].format(escaped_for_typst(block.text)) for block in parts(article)]
    return "\n".join(lines) + "\n"


def for_xelatex(articles):
    call = {"paragraph": "{}\\par", "heading": "\\subsection*{{{}}}", "placeholder": "\\photo{{{}}}", "credit": "\\credit{{{}}}"}
    lines = [r"\def\fonts{fonts/}", r"\input{style.tex}", r"\begin{document}"]
    for number, article in enumerate(articles):
        if number > 0:
            lines.append(r"\newpage")
        lines.append(rf"\head{{{escaped_for_tex(article.masthead)}}}{{{escaped_for_tex(article.title)}}}{{{escaped_for_tex(article.byline)}}}\begin{{multicols}}{{3}}")
        lines += [call[block.kind].format(escaped_for_tex(block.text)) for block in parts(article)]
        lines.append(r"\end{multicols}")
    return "\n".join(lines + [r"\end{document}"]) + "\n"


def for_browsers(articles):
    call = {"paragraph": "<p>{}</p>", "heading": "<h2>{}</h2>", "placeholder": '<figure><div></div><figcaption>{}</figcaption></figure>',
            "credit": '<p class="credit">{}</p>'}
    escaped = lambda text: html.escape(text, quote=False)
    lines = ['<!DOCTYPE html><html lang="zh-Hans"><meta charset="utf-8">', f"<title>{escaped(articles[0].title)}</title>",
             '<link rel="stylesheet" href="style.css"><body>']
    for article in articles:
        lines.append(f'<article><header><p>{escaped(article.masthead)}</p><h1>{escaped(article.title)}</h1><p>{escaped(article.byline)}</p></header><main>')
        lines += [call[block.kind].format(escaped(block.text)) for block in parts(article)]
        lines.append("</main></article>")
    return "\n".join(lines + ["</body></html>"]) + "\n"


def parts(article):
    return (*article.blocks, *(Block("credit", credit) for credit in article.credits))


FORMS = {"yaml": for_banxin, "typ": for_typst, "tex": for_xelatex, "html": for_browsers}


def write_works(article, folder, forms, book, library, batch):
    """article.*, book.* (`book` copies), library.* (`library` copies) and batch/0000.* in each of `forms`; library for Banxin alone,
    for no peer is asked to set it."""
    (folder / "batch").mkdir(parents=True, exist_ok=True)
    for place in (folder, folder / "batch"):
        for style in PEERS.glob("style.*"):
            (place / style.name).write_bytes(style.read_bytes())
        if not (place / "fonts").exists():
            (place / "fonts").symlink_to(FONTS)
    write = lambda name, form, articles: (folder / f"{name}.{form}").write_text(FORMS[form](articles), encoding="utf-8")
    for form in forms:
        write("article", form, [article])
        write("book", form, [varied(article, places) for places in range(book)])
        for number in range(batch):
            write(f"batch/{number:04}", form, [varied(article, number + 1)])
    # Beyond the length of the longest paragraph the texts would come round again; a step that grows keeps them apart.
    if library:
        write("library", "yaml", [varied(article, places * 7 + places // 90) for places in range(library)])
