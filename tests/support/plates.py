"""The printing plates of a PDF, by Ghostscript."""

import re
import struct
import subprocess
import tempfile
from pathlib import Path


class Plate:
    """Ink by pixel, 0 to 255, row by row."""

    def __init__(self, path):
        data = path.read_bytes()
        order = "<" if data[:2] == b"II" else ">"
        directory = struct.unpack_from(order + "I", data, 4)[0]
        tags = {}
        for i in range(struct.unpack_from(order + "H", data, directory)[0]):
            tag, kind, count, value = struct.unpack_from(order + "HHII", data, directory + 2 + 12 * i)
            if kind == 3 and count == 1:
                value = struct.unpack_from(order + "H", data, directory + 2 + 12 * i + 8)[0]
            tags[tag] = (kind, count, value)

        def values(tag):
            kind, count, value = tags[tag]
            size, code = (2, "H") if kind == 3 else (4, "I")
            return [value] if count == 1 else list(struct.unpack_from(f"{order}{count}{code}", data, value))

        assert values(259) == [1] and values(258) == [8], "uncompressed, 8 bits"
        self.width, self.height = values(256)[0], values(257)[0]
        samples = b"".join(data[at : at + size] for at, size in zip(values(273), values(279)))
        is_light = values(262) == [1]  # black is 0: the file counts light
        self.pixels = bytes(255 - sample for sample in samples) if is_light else samples

    def at(self, x, y):
        return self.pixels[y * self.width + x]

    @property
    def is_blank(self):
        return not any(self.pixels)


def separate(pdf, resolution):
    """The plates of each page by name: `Cyan`, `Black`, those of spot inks. What lies outside of the trim is left out."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        device = ["-sDEVICE=tiffsep", f"-r{resolution}", "-sCompression=none", "-dUseTrimBox", f"-sOutputFile={folder}/page-%03d.tif"]
        subprocess.run(["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", *device, str(pdf)], check=True, capture_output=True)
        pages = {}
        for path in folder.iterdir():
            if match := re.fullmatch(r"page-(\d+)\((.+)\)\.tif", path.name):
                pages.setdefault(match[1], {})[match[2]] = Plate(path)
        return [pages[number] for number in sorted(pages)]


def profile_of(banxin):
    """The tests' CMYK profile, which stands in the build tree."""
    return Path(banxin).resolve().parent / "tests/cmyk.icc"


def exchange_options(banxin):
    """What makes an article a PDF/X-4 for the tests' printing condition."""
    profile = profile_of(banxin)
    return ["--standard", "x-4", "--bleed", "3mm", "--marks", "--root", profile.parent, "--set", f"output.profile={profile}"]
