#!/usr/bin/env python3
"""Tests of batches: articles filled from rows of data, what is said of each, worker jobs, SARIF.

The environment variable BANXIN names the program.
"""

import json
import os
import pty
import subprocess
import unittest

from program_test import BAD, BANXIN, GOOD, Program, program

LETTER = "title: 致{{name}}同学\nbody: |\n  {{name}}同学：请于**{{day}}**到校。\n"
ROWS = "number,name,day\n07,王小明,五月六日\n08,李雷,五月七日\n12,韩梅梅,五月八日\n"


class Batch(Program):
    def setUp(self):
        super().setUp()
        self.write("letter.yaml", LETTER)
        self.write("rows.csv", ROWS)

    def build(self, *options, **more):
        return self.banxin("build", "letter.yaml", "--data", "rows.csv", "--messages", "en", *options, **more)

    def text(self, name):
        extracted = subprocess.run(["pdftotext", "-raw", self.folder / name, "-"], capture_output=True, check=True).stdout.decode()
        return "".join(extracted.split())

    def codes(self, done):
        return [line.rsplit("[", 1)[1][:-1] for line in done.stderr.decode().splitlines() if line.endswith("]")]


class Data(Batch):
    def test_a_file_for_each_row_named_by_its_number(self):
        done = self.build()
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual([name for name in self.files() if name.endswith(".pdf")], ["letter-1.pdf", "letter-2.pdf", "letter-3.pdf"])
        self.assertIn("致李雷同学", self.text("letter-2.pdf"))
        self.assertIn("李雷同学：请于五月七日到校。", self.text("letter-2.pdf"))

    def test_a_file_for_each_row_named_by_a_pattern(self):
        (self.folder / "out").mkdir()
        self.assertEqual(self.build("-o", "out/{{number}} {{name}}.pdf").returncode, 0)
        self.assertEqual([name for name in self.files() if name.startswith("out/")], ["out/07 王小明.pdf", "out/08 李雷.pdf", "out/12 韩梅梅.pdf"])

    def test_values_cannot_leave_the_folder(self):
        self.write("rows.csv", "name,day\n../../a,b\n")
        self.assertEqual(self.build("-o", "{{name}}.pdf").returncode, 0)
        self.assertIn(".._.._a.pdf", self.files())

    def test_all_rows_in_one_file(self):
        done = self.build("-o", "all.pdf")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(done.stdout, b"all.pdf (3 pages)\n")
        text = self.text("all.pdf")
        self.assertLess(text.index("王小明同学："), text.index("李雷同学："))
        self.assertLess(text.index("李雷同学："), text.index("韩梅梅同学："))
        checked = self.banxin("check", "--pdf", "all.pdf", "--strict")
        self.assertEqual((checked.returncode, checked.stderr), (0, b""))

    def test_json_rows_give_the_same_bytes(self):
        rows = [dict(zip(("number", "name", "day"), line.split(","))) for line in ROWS.splitlines()[1:]]
        self.write("rows.json", json.dumps(rows, ensure_ascii=False))
        self.build("-o", "csv-{{number}}.pdf", "--jobs", "1")
        self.banxin("build", "letter.yaml", "--data", "rows.json", "-o", "json-{{number}}.pdf", "--jobs", "4")
        for number in ("07", "08", "12"):
            self.assertEqual((self.folder / f"csv-{number}.pdf").read_bytes(), (self.folder / f"json-{number}.pdf").read_bytes())

    def test_markup_in_values_is_text(self):
        self.write("rows.csv", "name,day\n*王* [x](y) {{day}},五月\n")
        self.assertEqual(self.build("-o", "a.pdf").returncode, 0)
        self.assertIn("*王*[x](y){{day}}同学", self.text("a.pdf"))

    def test_without_data_fields_are_text(self):
        self.assertEqual(self.banxin("build", "letter.yaml").returncode, 0)
        self.assertIn("{{name}}同学", self.text("letter.pdf"))

    def test_fields_name_pictures(self):
        self.write("letter.yaml", LETTER + "  ![像](photos/{{number}}.png)\n")
        done = self.build("-o", "{{number}}.pdf")
        self.assertEqual(done.returncode, 0)
        self.assertIn("photos/07.png", done.stderr.decode())

    def test_a_field_that_the_data_do_not_have_is_an_error_at_its_place(self):
        self.write("letter.yaml", LETTER + "  {{nmae}}\n")
        done = self.build()
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"letter.yaml:4:3: error: ", done.stderr)
        self.assertIn("did you mean “name”?", done.stderr.decode())
        self.assertEqual(set(self.codes(done)), {"document-field-unknown"})
        self.assertEqual(self.files(), ["letter.yaml", "rows.csv"])

    def test_a_value_that_a_row_lacks_is_a_warning_and_strict_an_error(self):
        self.write("rows.csv", "name,day\n王小明,\n李雷,五月七日\n")
        done = self.build("-o", "{{name}}.pdf")
        self.assertEqual((done.returncode, self.codes(done)), (0, ["document-field-missing"]))
        self.assertIn(b"rows.csv:1", done.stderr)
        (self.folder / "王小明.pdf").unlink()
        self.assertEqual(self.build("-o", "{{name}}.pdf", "--strict").returncode, 1)
        self.assertNotIn("王小明.pdf", self.files())

    def test_a_paragraph_that_a_row_leaves_empty_takes_no_line(self):
        self.write("rows.csv", "name,day,remark\n王小明,五月,\n")
        self.write("letter.yaml", LETTER + "  {{remark}}\n  再见。\n")
        self.assertEqual(self.build("-o", "a.layout.txt", "--format", "text").returncode, 0)
        with_field = (self.folder / "a.layout.txt").read_text(encoding="utf-8")
        self.write("letter.yaml", LETTER + "  再见。\n")
        self.assertEqual(self.build("-o", "a.layout.txt", "--format", "text").returncode, 0)
        self.assertEqual(with_field, (self.folder / "a.layout.txt").read_text(encoding="utf-8"))

    def test_what_is_wrong_with_a_batch_is_told_before_anything_is_written(self):
        self.write("twice.csv", "name,day\n王,一\n王,二\n")
        self.write("quote.csv", 'name,day\n"王,一\n')
        for options, status, code in (
            (["--data", "rows.csv", "-o", "{{nmae}}.pdf"], 2, "cli-output-field"),
            (["--data", "twice.csv", "-o", "{{name}}.pdf"], 1, "cli-output-twice"),
            (["--data", "quote.csv"], 1, "data-csv-quote"),
            (["--data", "none.csv"], 1, "file-not-found"),
            (["--data", "rows.csv", "-o", "rows.csv"], 2, "cli-output-is-input"),
            (["letter.yaml", "--data", "rows.csv", "-o", "all.pdf"], 2, "cli-output-pattern"),
        ):
            with self.subTest(options=options):
                before = self.files()
                done = self.banxin("build", "letter.yaml", *options)
                self.assertEqual((done.returncode, self.codes(done)), (status, [code]))
                self.assertEqual(self.files(), before)

    def test_check_looks_at_every_row(self):
        self.write("rows.csv", "name,day\n王小明,\n李雷,\n")
        done = self.banxin("check", "letter.yaml", "--data", "rows.csv", "--strict")
        self.assertEqual((done.returncode, self.codes(done)), (1, ["document-field-missing"] * 2))


class Results(Batch):
    def test_results_are_json_lines_in_the_order_of_the_rows(self):
        self.write("rows.csv", ROWS + "13,,五月\n")
        done = self.build("--diagnostics", "json", "--strict", "--jobs", "4")
        self.assertEqual(done.returncode, 1)
        results = [json.loads(line) for line in done.stdout.decode().splitlines()]
        self.assertEqual([result["row"] for result in results], [f"rows.csv:{row}" for row in (1, 2, 3, 4)])
        self.assertEqual(results[0], {"article": "letter.yaml", "status": 0, "row": "rows.csv:1", "output": "letter-1.pdf", "pages": 1})
        self.assertEqual(results[3], {"article": "letter.yaml", "status": 1, "row": "rows.csv:4"})

    def test_progress_shows_on_a_terminal_alone(self):
        self.assertEqual(self.build().stderr, b"")
        main, terminal = pty.openpty()
        subprocess.run([BANXIN, "build", "letter.yaml", "--data", "rows.csv"], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=terminal, timeout=program.TIME_LIMIT)
        os.close(terminal)
        said = os.read(main, 4096).decode()
        os.close(main)
        self.assertIn("1 / 3", said)
        self.assertTrue(said.endswith("\r\x1b[K"), repr(said))


class Sarif(Program):
    def test_one_log_with_the_results_of_all_articles(self):
        self.write("坏 a.yaml", "lang: zh-Hans\n标题: 校运动会\ntitel: 校运动会\n")
        self.write("b.yaml", BAD)
        done = self.banxin("check", "坏 a.yaml", "b.yaml", self.write("good.yaml", GOOD), "--diagnostics", "sarif")
        self.assertEqual(done.returncode, 1)
        log = json.loads(done.stderr)
        self.assertEqual((log["version"], len(log["runs"])), ("2.1.0", 1))
        run = log["runs"][0]
        self.assertEqual(run["columnKind"], "unicodeCodePoints")
        self.assertEqual([result["ruleId"] for result in run["results"]], ["yaml-chinese-key", "yaml-unknown-key", "yaml-unknown-key"])
        for result in run["results"]:
            self.assertEqual(run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"], result["ruleId"])
            self.assertIn(result["level"], ("error", "warning", "note"))
            self.assertTrue(result["message"]["text"])
        place = run["results"][1]["locations"][0]["physicalLocation"]
        self.assertEqual(place["artifactLocation"]["uri"], "%E5%9D%8F%20a.yaml")
        self.assertEqual(place["region"], {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 6})

    def test_a_log_even_when_there_is_nothing_to_say_and_of_a_usage_error(self):
        self.assertEqual(json.loads(self.banxin("check", self.write("a.yaml", GOOD), "--diagnostics", "sarif").stderr)["runs"][0]["results"], [])
        done = self.banxin("build", "-", "--diagnostics", "sarif")
        self.assertEqual(done.returncode, 2)
        self.assertEqual(json.loads(done.stderr)["runs"][0]["results"][0]["ruleId"], "cli-output-missing")


class Worker(Batch):
    def work(self, *jobs, options=()):
        lines = "".join((job if isinstance(job, str) else json.dumps(job, ensure_ascii=False)) + "\n" for job in jobs)
        done = self.banxin("worker", *options, standard_input=lines.encode())
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return [json.loads(line) for line in done.stdout.decode().splitlines()]

    def test_each_job_is_answered_by_its_id(self):
        jobs = [{"id": i, "article": "letter.yaml", "output": f"{i}.pdf", "data": {"name": f"王{i}", "day": i}} for i in range(8)]
        results = self.work(*jobs, options=["--jobs", "4"])
        self.assertEqual(sorted(result["id"] for result in results), list(range(8)))
        self.assertEqual([result for result in results if result["id"] == 5], [{"id": 5, "status": 0, "output": "5.pdf", "pages": 1, "diagnostics": []}])
        self.assertIn("王5同学：请于5到校。", self.text("5.pdf"))

    def test_the_bytes_are_those_of_build(self):
        self.build("-o", "{{number}}.pdf")
        self.work({"article": "letter.yaml", "output": "w.pdf", "data": {"number": "07", "name": "王小明", "day": "五月六日"}})
        self.assertEqual((self.folder / "w.pdf").read_bytes(), (self.folder / "07.pdf").read_bytes())

    def test_the_text_itself_and_options_of_one_job(self):
        text = GOOD + "  ![图](photos/a.png)\n"
        (result,) = self.work({"id": "a", "text": text, "article": "sub/a.yaml", "output": "a.pdf", "style": "handout", "set": ["page.paper=A5"], "standard": "ua-1"})
        self.assertEqual((result["id"], result["status"]), ("a", 0))
        self.assertEqual([said["file"] for said in result["diagnostics"]], ["sub/a.yaml"])
        self.assertIn(b"419.5", subprocess.run(["pdfinfo", self.folder / "a.pdf"], capture_output=True, check=True).stdout)

    def test_a_job_that_fails_is_told_and_the_next_is_done(self):
        results = self.work("{", {"id": 1, "artcle": "letter.yaml"}, {"id": 2, "text": BAD}, {"id": 3, "article": "letter.yaml", "set": "x"}, {"id": 4, "text": GOOD}, options=["--jobs", "1"])
        said = [(result["id"], result["status"], [diagnostic["code"] for diagnostic in result["diagnostics"]]) for result in results]
        self.assertEqual(
            said,
            [
                (None, 2, ["worker-not-a-job"]),
                (1, 2, ["worker-key-unknown", "worker-article-missing"]),
                (2, 1, ["yaml-unknown-key"]),
                (3, 2, ["worker-value"]),
                (4, 0, []),
            ],
        )

    def test_an_answer_does_not_wait_for_the_next_job(self):
        with subprocess.Popen([BANXIN, "worker"], cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as worker:
            for i in range(2):
                worker.stdin.write(json.dumps({"id": i, "text": GOOD}).encode() + b"\n")
                worker.stdin.flush()
                self.assertEqual(json.loads(worker.stdout.readline())["id"], i)
            worker.stdin.close()
            self.assertEqual(worker.wait(program.TIME_LIMIT), 0)


if __name__ == "__main__":
    unittest.main()
