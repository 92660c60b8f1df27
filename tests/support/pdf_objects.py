"""The objects of a PDF as qpdf's JSON shows them, and small PDFs made of objects."""

import base64
import json
import re
import subprocess


class Stream:
    def __init__(self, dictionary, data):
        self.dictionary, self.data = dictionary, data


def read(pdf):
    """{"5 0 R": value or Stream}; streams are decoded as far as that loses nothing."""
    command = ["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", "--", str(pdf)]
    data = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    objects = {}
    for name, entry in data["qpdf"][1].items():
        if not name.startswith("obj:"):
            continue
        if "stream" in entry:
            stream = entry["stream"]
            objects[name[4:]] = Stream(stream["dict"], base64.b64decode(stream.get("data", "")))
        else:
            objects[name[4:]] = entry["value"]
    return objects


def values(value):
    """Every value within a value, itself first."""
    yield value
    if isinstance(value, dict):
        for inner in value.values():
            yield from values(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from values(inner)


STRING = re.compile(rb"\((?:\\.|[^()\\]|\((?:\\.|[^()\\])*\))*\)|<[0-9A-Fa-f\s]*>", re.DOTALL)
INLINE_IMAGE = re.compile(rb"\bBI\b(.*?)\bID\s.*?\sEI\b", re.DOTALL)


def operations(content):
    """(operator, operands) of a content stream, strings left out; those of inline images as `BI` with their entries."""
    content = INLINE_IMAGE.sub(rb"\1 BI ", content)
    found, operands = [], []
    for word in STRING.sub(b" ", content).replace(b"[", b" ").replace(b"]", b" ").decode("latin-1").split():
        if re.fullmatch(r"[A-Za-z'\"*]+[01]?\*?", word) and word not in ("true", "false", "null"):
            found.append((word, operands))
            operands = []
        else:
            operands.append(word)
    return found


def write(path, page_content, resources, objects, side=200):
    """A page of `side` points; `objects` are texts, or (entries, data) of streams, by number from 10."""
    parts = {1: "<</Type/Catalog/Pages 2 0 R>>", 2: "<</Type/Pages/Kids[3 0 R]/Count 1>>"}
    parts[3] = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {side} {side}]/Resources<<{resources}>>/Contents 4 0 R>>"
    parts[4] = ("", page_content.encode())
    parts |= objects
    out, offsets = bytearray(b"%PDF-1.7\n"), {}
    for number, part in sorted(parts.items()):
        offsets[number] = len(out)
        if isinstance(part, tuple):
            body = f"<<{part[0]}/Length {len(part[1])}>>stream\n".encode() + part[1] + b"\nendstream"
        else:
            body = part.encode()
        out += b"%d 0 obj" % number + body + b"endobj\n"
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, offset in offsets.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, offset)
    out += b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (max(parts) + 1, start)
    path.write_bytes(bytes(out))
