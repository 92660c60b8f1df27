#!/usr/bin/env python3
"""What to look for: the bill of materials names what the program really loads, in the form that SPDX 2.3 asks for. BANXIN names the
program."""

import importlib.machinery
import importlib.util
import json
import os
import re
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "torture"))
import torture  # noqa: E402

BANXIN = Path(os.environ["BANXIN"]).resolve()
ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools/bill-of-materials"


def tool():
    loader = importlib.machinery.SourceFileLoader("bill_of_materials", str(TOOL))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


@unittest.skipIf(torture.is_sanitized(), "NOT TESTED under a sanitizer, with which more libraries are loaded than what people run loads")
class BillOfMaterials(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        done = subprocess.run([TOOL, BANXIN], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        cls.bill = json.loads(done.stdout)

    def test_it_has_what_spdx_2_3_asks_for(self):
        for key in ("spdxVersion", "dataLicense", "SPDXID", "name", "documentNamespace", "creationInfo", "packages", "relationships"):
            self.assertIn(key, self.bill)
        self.assertRegex(self.bill["creationInfo"]["created"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        names = [package["SPDXID"] for package in self.bill["packages"]]
        self.assertEqual(len(names), len(set(names)))
        for package in self.bill["packages"]:
            self.assertRegex(package["SPDXID"], r"^SPDXRef-[A-Za-z0-9.-]+$")
            for key in ("name", "downloadLocation", "filesAnalyzed", "licenseConcluded", "licenseDeclared", "copyrightText"):
                self.assertIn(key, package)
        for relation in self.bill["relationships"]:
            self.assertIn(relation["relatedSpdxElement"], names)

    def test_every_library_has_the_version_that_is_installed_here(self):
        libraries = [p for p in self.bill["packages"] if "externalRefs" in p]
        self.assertEqual(len(libraries), len(tool().listed()), [p["name"] for p in self.bill["packages"] if "externalRefs" not in p])
        installed = subprocess.run(["dpkg-query", "--show", "--showformat=${Version}", "libpng16-16"], capture_output=True, text=True).stdout
        self.assertEqual(next(p["versionInfo"] for p in libraries if p["name"] == "libpng"), installed)

    def test_fonts_and_profiles_are_there_with_their_checksums(self):
        files = {path.name for path in (*(ROOT / "fonts").iterdir(), *(ROOT / "src/pdf/profiles").iterdir()) if path.suffix in (".otf", ".ttf", ".icc")}
        contained = [r["relatedSpdxElement"] for r in self.bill["relationships"] if r["relationshipType"] == "CONTAINS"]
        listed = {p["name"]: p["checksums"][0]["checksumValue"] for p in self.bill["packages"] if p["SPDXID"] in contained}
        self.assertEqual(set(listed), files)
        self.assertTrue(all(re.fullmatch(r"[0-9a-f]{64}", value) for value in listed.values()))

    def test_a_library_that_the_table_lacks_or_has_too_many_is_told(self):
        bill = tool()
        rows, files, others = bill.listed(), bill.named(BANXIN), bill.brought(BANXIN)
        self.assertEqual(bill.disagreements(rows, files, others), [])
        self.assertEqual(len(bill.disagreements(rows, files | {"libnew.so.1"}, others)), 1)
        self.assertEqual(len(bill.disagreements(rows, files - {"libgumbo.so.1"}, others)), 1)

    def test_libraries_that_are_loaded_late_are_named_though_not_linked(self):
        bill = tool()
        late = bill.named(BANXIN) - bill.linked(BANXIN)
        self.assertEqual(late, {"libcairo.so.2", "librsvg-2.so.2"})
        self.assertGreaterEqual(bill.brought(BANXIN), {"libgobject-2.0.so.0", "libpangocairo-1.0.so.0"})

    def test_versions_in_the_table_are_those_of_the_build(self):
        asked = (ROOT / "cmake/BanxinDependencies.cmake").read_text(encoding="utf-8")
        for row in tool().listed():
            if row["oldest"] and row["library"] != "PoDoFo":
                self.assertRegex(asked, rf">={re.escape(row['oldest'])}\b")


if __name__ == "__main__":
    unittest.main()
