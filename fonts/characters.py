"""The characters that the bundled fonts hold, from national standards and Unicode's own data."""

import bz2
import re
from pathlib import Path

UNIHAN = Path("/usr/share/unicode")

# Blocks and parts of blocks that running text and its punctuation use.
RANGES = [
    (0x0020, 0x007E), (0x00A0, 0x017F), (0x01CD, 0x01DC), (0x01F8, 0x01F9), (0x0218, 0x021B), (0x0251, 0x0251), (0x0261, 0x0261), (0x02C6, 0x02DD),
    (0x0300, 0x030C), (0x0327, 0x0328), (0x0386, 0x03CE), (0x0400, 0x045F), (0x0490, 0x0491), (0x1E3E, 0x1E3F), (0x1EA0, 0x1EF9), (0x2000, 0x206F),
    (0x2070, 0x209C), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x218B), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2312, 0x2312), (0x2460, 0x24FF),
    (0x2500, 0x257F), (0x25A0, 0x25FF), (0x2600, 0x2667), (0x2669, 0x266F), (0x2713, 0x2717), (0x2776, 0x277F), (0x2E3A, 0x2E3B), (0x3000, 0x303F),
    (0x3041, 0x309F), (0x30A0, 0x30FF), (0x3105, 0x312F), (0x3131, 0x318E), (0x31A0, 0x31BF), (0x31F0, 0x31FF), (0x3200, 0x32FF), (0x3300, 0x33FF),
    (0xFE10, 0xFE19), (0xFE30, 0xFE4F), (0xFF01, 0xFF9F), (0xFFE0, 0xFFE6),
]  # fmt: skip

LATIN_RANGES = [(0x0020, 0x007E), (0x00A0, 0x017F), (0x2010, 0x2027), (0x2030, 0x203A), (0x20AC, 0x20AC), (0x2190, 0x2193), (0x2500, 0x257F)]


def of_ranges(ranges):
    return {code_point for first, last in ranges for code_point in range(first, last + 1)}


def of_rows(codec, first_row, last_row, first_cell=0xA1):
    """The characters of a double-byte code, rows `first_row` to `last_row` (lead bytes)."""
    characters = set()
    for row in range(first_row, last_row + 1):
        for cell in [*range(0x40, 0x7F), *range(0xA1, 0xFF)]:
            if cell >= first_cell:
                characters.update(bytes([row, cell]).decode(codec, errors="ignore"))
    return {ord(character) for character in characters}


def general_standard():
    """通用规范汉字表 (2013), 8,105 characters: Unihan's kTGH."""
    data = bz2.decompress((UNIHAN / "Unihan_OtherMappings.txt.bz2").read_bytes()).decode("utf-8")
    return {int(code, 16) for code in re.findall(r"^U\+([0-9A-F]+)\tkTGH\t", data, re.MULTILINE)}


def gb_2312():
    return of_rows("gb2312", 0xA1, 0xF7)


def big5_level_1():
    return of_rows("big5", 0xA1, 0xA3, 0x40) | of_rows("big5", 0xA4, 0xC6, 0x40)


def jis_x_0208(levels=(1, 2)):
    characters = of_rows("euc_jp", 0xA1, 0xA8)
    if 1 in levels:
        characters |= of_rows("euc_jp", 0xB0, 0xCF)
    if 2 in levels:
        characters |= of_rows("euc_jp", 0xD0, 0xF4)
    return characters


def ks_x_1001_hangul():
    return of_rows("euc_kr", 0xB0, 0xC8)


def east_asian_text():
    return of_ranges(RANGES) | general_standard() | gb_2312() | big5_level_1() | jis_x_0208() | ks_x_1001_hangul()


def latin_text():
    return of_ranges(LATIN_RANGES)
