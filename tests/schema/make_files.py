"""Articles and styles at random, good ones and ones with a single fault that a schema can tell. The same seed gives the same files."""

import copy
import json
import random
import re
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
TEXTS = ["校运动会", "三天赛事，四项纪录。", "No. 7", "2025", "no", "第一段。\n第二段。", "**加重**的字"]
SHORT = ["校报", "本刊", "007", "true"]


def text(rng):
    return rng.choice(TEXTS)


def short(rng):
    return rng.choice(SHORT)


def text_or_list(rng):
    return short(rng) if rng.random() < 0.5 else [short(rng) for _ in range(rng.randint(1, 3))]


def figure_options(rng):
    options = {
        "caption": text, "credit": short, "alt": text, "ratio": lambda r: r.choice(["4:3", "3:2", "16:9"]), "span": lambda r: r.choice(["1", "2", "all"]),
        "place": lambda r: r.choice(["here", "top", "bottom", "page"]), "fit": lambda r: r.choice(["contain", "cover"]),
        "focus": lambda r: r.choice(["left", "top right", "30% 40%", "centre"]),
    }  # fmt: skip
    return {key: make(rng) for key, make in options.items() if rng.random() < 0.3}


def table(rng):
    columns = rng.randint(1, 4)
    rows = [[short(rng) for _ in range(columns)] for _ in range(rng.randint(1, 3))]
    options = {"caption": short(rng), "rules": rng.choice(["three-line", "full"]), "align": rng.choice(["start", ["end"] * columns]), "widths": "auto"}
    chosen = {key: value for key, value in options.items() if rng.random() < 0.5}
    if rng.random() < 0.5:
        return {"table": {"header": [short(rng) for _ in range(columns)], "rows": rows, **chosen}}
    return {"table": None, "rows": rows, **chosen}


def simple_list(rng, depth=0):
    items = [short(rng) for _ in range(rng.randint(1, 3))]
    if depth < 2 and rng.random() < 0.3:
        items.append(simple_list(rng, depth + 1))
    return {"list": items} if rng.random() < 0.5 else {"ordered": items}


def question(rng):
    answer = rng.choice([{}, {"lines": "3"}, {"choices": ["甲", "乙"]}, {"squares": "20"}])
    return {"question": text(rng), "marks": "5", **answer}


def block(rng, boxed=False):
    kinds = [
        text, lambda r: {"heading": short(r), "level": r.choice(["1", "2", "3"])}, lambda r: {"placeholder": r.choice([None, short(r)]), **figure_options(r)},
        lambda r: {"image": "hall.jpg", **figure_options(r)}, lambda r: {"quote": text(r), "by": short(r)}, simple_list, table, question,
        lambda r: {"pullquote": text(r)}, lambda r: {"verse": text(r)}, lambda r: {"code": text(r)}, lambda r: {"qr": short(r), "caption": short(r)},
        lambda r: {"rule": "true"}, lambda r: {"space": r.choice(["1", "2", "100"])},
    ]  # fmt: skip
    if not boxed:
        kinds += [lambda r: {"box": [block(r, True) for _ in range(2)], "title": short(r)}, lambda r: {"break": r.choice(["column", "page"])}]
    return rng.choice(kinds)(rng)


def article(rng):
    keys = {
        "lang": lambda r: r.choice(["zh-Hans", "zh-Hant-TW", "ja", "ko"]), "kicker": text_or_list, "subtitle": text_or_list, "deck": text_or_list, "byline": text_or_list,
        "source": short, "date": lambda r: "2025-05-13", "dateline": short, "masthead": lambda r: {"name": short(r), "issue": short(r)}, "section": short,
        "column": short, "issuer": text_or_list, "number": short, "sealed": lambda r: r.choice(["true", "false"]), "attachments": lambda r: [short(r)],
        "printed": lambda r: {"by": short(r), "date": "2025-05-13"}, "fields": text_or_list, "credits": text_or_list, "keywords": text_or_list,
        "wrap": lambda r: r.choice(["true", "false"]), "link": lambda r: "https://example.com", "description": text,
    }  # fmt: skip
    result = {"title": text_or_list(rng)}
    result |= {key: make(rng) for key, make in keys.items() if make and rng.random() < 0.3}
    result["body"] = text(rng) if rng.random() < 0.2 else [block(rng) for _ in range(rng.randint(1, 6))]
    return result


def with_block(good, bad):
    """The article with a block more."""
    changed = copy.deepcopy(good)
    changed["body"] = [*(changed["body"] if isinstance(changed["body"], list) else []), bad]
    return changed


BAD_BLOCKS = [
    {"heading": "小标题", "level": "4"}, {"heading": "小标题", "level": "two"}, {"heading": None}, {"heading": "小标题", "span": "2"}, {"caption": "图注"},
    {"heading": "小标题", "quote": "引文"}, {"image": None, "caption": "图注"}, {"placeholder": "图", "ratio": "wide"}, {"placeholder": "图", "span": "0"},
    {"placeholder": "图", "span": "100"}, {"placeholder": "图", "place": "left"}, {"placeholder": "图", "fit": "stretch"}, {"placeholder": "图", "focus": "face"},
    {"placeholder": "图", "width": "2"}, {"list": []}, {"list": "甲"}, {"list": [{"heading": "小标题"}]}, {"ordered": [{"placeholder": "图"}]},
    {"table": None}, {"table": None, "rows": [["甲"]], "rules": "none"}, {"table": {"rows": [["甲"]], "align": "left"}}, {"table": {"row": [["甲"]]}},
    {"table": None, "rows": [[{"text": "甲", "columns": "none"}]]}, {"table": None, "rows": [[{"text": "甲", "rows": "0"}]]}, {"box": [{"break": "page"}]}, {"box": None},
    {"rule": "thin"}, {"break": "line"}, {"space": "0"}, {"space": "101"}, {"space": "much"}, {"verse": "  "}, {"qr": None},
    {"question": "谁？", "lines": "0"}, {"question": "谁？", "squares": "2001"}, {"question": "谁？", "lines": "3", "squares": "20"}, {"question": ["谁？"]}, ["甲"],
]  # fmt: skip
BAD_VALUES = [
    ("title", None), ("title", "  "), ("title", {"text": "题"}), ("lang", "中文"), ("lang", "z"), ("wrap", "yes"), ("sealed", "1"), ("source", ["甲"]), ("masthead", "校报"),
    ("masthead", {"nme": "校报"}), ("attachments", "名单"), ("attachments", [["名单"]]), ("footnotes", ["注"]), ("byline", {"name": "甲"}), ("titel", "题"), ("body", {"text": "一段"}),
    ("printed", {"by": ["甲"]}), ("credits", [["甲"]]),
]  # fmt: skip


def bad_article(rng, good):
    """With one fault more."""
    choice = rng.random()
    if choice < 0.6:
        return with_block(good, rng.choice(BAD_BLOCKS))
    key, value = rng.choice(BAD_VALUES)
    changed = copy.deepcopy(good)
    if choice < 0.65:
        del changed["title"]
    else:
        changed[key] = value
    return changed


def style_rows():
    """(path, what it takes, default) of every key of docs/style.md that has a default."""
    manual = (REPOSITORY / "docs/style.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z_.0-9]+)` \| (.*?) \| `(.*?)` \| .* · ", manual, re.MULTILINE)
    return [row for row in rows if "." in row[0] and "reserved" not in row[1]]


def flow(written):
    """A default as the manual shows it, `[1mm, 2mm]` a list."""
    return [part.strip() for part in written[1:-1].split(",")] if written.startswith("[") else written


def bad_style_value(rng, takes, value):
    """A value that the key does not take, or None when the manual does not say what it takes."""
    if takes.startswith("whole number"):
        most = int(re.search(r"to (\d+)", takes).group(1))
        return rng.choice([str(most + 1), "many", "-1000001", ["1"]])
    if takes.startswith("length"):
        return rng.choice(["wide", "20px", "3", "mm"])
    if takes.startswith("share"):
        return rng.choice(["small", "5px"])
    if takes.startswith("`"):
        return rng.choice(["no-such-word", ["true"], {"a": "b"}])
    return None


def nested(path, value, rng):
    """`a.b.c` dotted here and nested there."""
    names = path.split(".")
    split = rng.randint(0, len(names) - 1)
    result = value
    for name in reversed(names[split + 1 :] if split < len(names) - 1 else []):
        result = {name: result}
    return {".".join(names[: split + 1]): result}


def style(rng, rows):
    chosen, result = set(), {"extends": "newspaper"}
    for path, _, default in rng.sample(rows, 6):
        entry = nested(path, flow(default), rng)
        group = next(iter(entry)).split(".")[0]
        if group not in chosen:
            result |= entry
        chosen.add(group)
    return result


def bad_style(rng, rows):
    while True:
        path, takes, default = rng.choice(rows)
        value = bad_style_value(rng, takes, default)
        if value is not None:
            break
    choice = rng.random()
    if choice < 0.2:
        return {"extends": "newspaper", **nested(path + "x", flow(default), rng)}
    if choice < 0.3:
        return {"extends": "newspaper", path.split(".")[0]: "4"}
    return {"extends": "newspaper", **nested(path, value, rng)}


def yaml_of(value, indent=""):
    """As YAML: mappings and lists in blocks, texts in quotes."""
    if isinstance(value, dict):
        return "".join(f"{indent}{json.dumps(key, ensure_ascii=False) if not re.fullmatch('[a-z_.0-9-]+', key) else key}:{nested_yaml(part, indent)}" for key, part in value.items())
    return "".join(f"{indent}-{nested_yaml(part, indent)}" for part in value)


def nested_yaml(value, indent):
    if value is None:
        return "\n"
    if value == []:
        return " []\n"
    if isinstance(value, str):
        return f" {json.dumps(value, ensure_ascii=False)}\n"
    return "\n" + yaml_of(value, indent + "  ")


def files(count, seed=1):
    """(name, value, whether it is good): articles, and one style for every two of them."""
    rng = random.Random(seed)
    rows = style_rows()
    made = []
    for i in range(count):
        good = i % 2 == 0
        if i % 3 == 2:
            made.append((f"style-{i:03}.yaml", style(rng, rows) if good else bad_style(rng, rows), good))
        else:
            one = article(rng)
            made.append((f"article-{i:03}.yaml", one if good else bad_article(rng, one), good))
    return made
