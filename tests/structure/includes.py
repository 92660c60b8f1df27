#!/usr/bin/env python3
"""Checks that src/ keeps its order: includes run one way, each outside library stays in the folder that owns it, files stay short."""

import re
import sys
from pathlib import Path

LONGEST_FILE = 500  # lines

# The folders that may include an outside header, by the beginning of its name. Headers of the C++ library (no dot, no slash) are free.
OWNERS = {
    "fmt/": None,  # any folder
    "yaml-cpp/": {"yaml"},
    "png.h": {"image"},
    "qrencode.h": {"image"},
    "jpeglib.h": {"image"},
    "lcms2.h": {"colour"},
    "unicode/": {"text"},
    "hyphen.h": {"text"},
    "hb.h": {"font", "shape"},
    "hb-ot.h": {"font", "shape"},
    "hb-subset.h": {"font"},
    "ft2build.h": {"font"},
    "freetype/": {"font"},
    "fontconfig/": {"font", "image"},
    "csv.h": {"data"},
    "gumbo.h": {"import"},
    "podofo/": {"pdf"},
    "libdeflate.h": {"pdf"},
    "qpdf/": {"image", "press", "pdf", "preflight", "impose"},
    "cairo": {"image", "raster"},
    "librsvg/": {"image"},
    "pango/": {"image"},
    "civetweb.h": {"preview"},
    "CLI/": {"cli"},
    "nlohmann/": {"data", "preview", "cli"},
    # The operating system: files are read and written through base/file_access.h alone.
    "fcntl.h": {"base"},
    "poll.h": {"base"},
    "signal.h": {"base"},
    "sys/file.h": {"base"},
    "sys/inotify.h": {"base"},
    "sys/resource.h": {"cli"},
    "sys/signalfd.h": {"base"},
    "sys/stat.h": {"base"},
    "fstream": {"base"},
    "unistd.h": {"base", "cli"},
    "dlfcn.h": {"base"},
    "cstdio": {"base", "cli"},
    "iostream": {"cli"},
}

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.MULTILINE)


def folder_order(source_folder):
    """The folders of src/ in the order of src/CMakeLists.txt."""
    lists = (source_folder / "CMakeLists.txt").read_text(encoding="utf-8")
    return re.search(r"foreach\(module\s+([^)]*)\)", lists).group(1).split()


def owners_of(header):
    """(known, folders): whether the table or the C++ library has the header, and who may include it (None: everybody)."""
    matches = [prefix for prefix in OWNERS if header == prefix or (not prefix.endswith(".h") and header.startswith(prefix))]
    if matches:
        return True, OWNERS[max(matches, key=len)]
    return "." not in header and "/" not in header, None


def fault_of_include(folder, quote, header, order):
    """What is wrong with one #include in a file of `folder`, or None."""
    if quote == '"':
        target = header.split("/")[0]
        if target not in order:
            return f'"{header}" names no folder of src/'
        if order.index(target) > order.index(folder):
            return f'"{header}": {folder}/ comes before {target}/ and may not include it'
        return None
    known, owners = owners_of(header)
    if not known:
        return f"<{header}> is not in the table of {Path(__file__).name}: say which folder owns it"
    if owners is not None and folder not in owners:
        return f"<{header}> belongs to {', '.join(sorted(owners))}"
    return None


def faults(source_folder):
    """Every fault as "path:line: what is wrong"."""
    order = folder_order(source_folder)
    found = []
    for path in sorted(source_folder.glob("*/**/*")):
        if path.suffix not in {".h", ".cc", ".inc"}:
            continue
        folder, text = path.relative_to(source_folder).parts[0], path.read_text(encoding="utf-8")
        place = path.relative_to(source_folder.parent)
        if folder not in order:
            found.append(f"{place}:1: src/CMakeLists.txt does not list {folder}/")
            continue
        for include in INCLUDE.finditer(text):
            fault = fault_of_include(folder, include.group(1), include.group(2), order)
            if fault:
                found.append(f"{place}:{text.count(chr(10), 0, include.start(1)) + 1}: {fault}")
        length = text.count("\n")
        if length > LONGEST_FILE and path.suffix != ".inc":
            found.append(f"{place}:{LONGEST_FILE}: {length} lines; more than {LONGEST_FILE} is two files")
    return found


if __name__ == "__main__":
    all_faults = faults(Path(sys.argv[1]) / "src")
    print("\n".join(all_faults))
    sys.exit(1 if all_faults else 0)
