#!/usr/bin/env python3
"""Proves that the structure checks can fail: each case is a small tree with one fault, which the check must name."""

import tempfile
import unittest
from pathlib import Path

import includes
import messages

ORDER = "foreach(module base yaml pdf cli)\nendforeach()\n"
ENTRY = 'BANXIN_MESSAGE("yaml-tab", "a tab in “{key}”", "“{key}”中有制表符", "", "")\n'


class Tree(unittest.TestCase):
    def faults(self, check, files):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name, text in {"src/CMakeLists.txt": ORDER, "src/base/messages.inc": "", **files}.items():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return check(root)

    def include_faults(self, **sources):
        return self.faults(lambda root: includes.faults(root / "src"), {f"src/{name.replace('__', '/')}.cc": text for name, text in sources.items()})

    def message_faults(self, catalogue, source=""):
        return self.faults(messages.faults, {"src/base/messages.inc": catalogue, "src/yaml/scan.cc": source})


class Includes(Tree):
    def test_accepts_the_folder_itself_and_those_above(self):
        self.assertEqual(self.include_faults(yaml__scan='#include "yaml/scan.h"\n#include "base/source.h"\n#include <vector>\n#include <fmt/core.h>\n'), [])

    def test_refuses_a_folder_below(self):
        self.assertEqual(len(self.include_faults(base__source='#include "yaml/scan.h"\n')), 1)

    def test_refuses_a_path_that_is_no_folder(self):
        self.assertEqual(len(self.include_faults(base__source='#include "source.h"\n')), 1)

    def test_refuses_a_library_outside_its_folder(self):
        self.assertEqual(len(self.include_faults(cli__main="#include <podofo/podofo.h>\n")), 1)
        self.assertEqual(self.include_faults(pdf__write="#include <podofo/podofo.h>\n"), [])

    def test_refuses_a_library_that_nobody_owns(self):
        self.assertEqual(len(self.include_faults(cli__main="#include <boost/any.hpp>\n")), 1)

    def test_refuses_files_opened_outside_base(self):
        self.assertEqual(len(self.include_faults(pdf__write="#include <fstream>\n")), 1)

    def test_reads_folders_within_folders(self):
        self.assertEqual(len(self.include_faults(base__inner__a='#include "cli/run.h"\n')), 1)

    def test_names_the_line(self):
        self.assertTrue(self.include_faults(base__a='\n\n#include "cli/b.h"\n')[0].startswith("src/base/a.cc:3:"))

    def test_refuses_a_folder_that_is_not_listed(self):
        self.assertEqual(len(self.include_faults(extra__a="")), 1)

    def test_refuses_a_long_file(self):
        self.assertEqual(len(self.include_faults(base__a="\n" * 501)), 1)
        self.assertEqual(self.include_faults(base__a="\n" * 500), [])


class Messages(Tree):
    USE = 'sink.error("yaml-tab", span);'

    def test_accepts_a_complete_entry_in_use(self):
        self.assertEqual(self.message_faults(ENTRY, self.USE), [])

    def test_refuses_a_code_without_entry(self):
        for use in (
            'sink.error("yaml-x", span);',
            'sink.report(Severity::error,\n  "yaml-x", span);',
            'return Diagnostic(Severity::error, "yaml-x", span);',
            'found.hint("yaml-x");',
            'found.relate(span, "yaml-x");',
        ):
            with self.subTest(use=use):
                self.assertEqual(len(self.message_faults(ENTRY, self.USE + use)), 1)

    def test_refuses_an_entry_that_nothing_uses(self):
        self.assertEqual(len(self.message_faults(ENTRY)), 1)

    def test_refuses_a_missing_language(self):
        self.assertEqual(len(self.message_faults('BANXIN_MESSAGE("yaml-tab", "a tab", "", "", "")', self.USE)), 1)
        self.assertEqual(len(self.message_faults('BANXIN_MESSAGE("yaml-tab", "a tab", "制表符", "use spaces", "")', self.USE)), 1)

    def test_refuses_arguments_of_one_language(self):
        self.assertEqual(len(self.message_faults('BANXIN_MESSAGE("yaml-tab", "a tab in {key}", "制表符", "", "")', self.USE)), 1)

    def test_refuses_an_entry_twice(self):
        self.assertEqual(len(self.message_faults(ENTRY * 2, self.USE)), 1)

    def test_refuses_what_it_cannot_read(self):
        self.assertEqual(len(self.message_faults(ENTRY + 'BANXIN_MESSAGE("yaml-x", "three", "三")', self.USE)), 1)


if __name__ == "__main__":
    unittest.main()
