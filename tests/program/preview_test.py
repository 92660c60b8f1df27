#!/usr/bin/env python3
"""Tests of `banxin preview` at the level of HTTP: what it serves, to whom, and what it makes of clients that mean harm or dawdle.

The environment variable BANXIN names the program.
"""

import http.client
import json
import re
import shutil
import signal
import socket
import subprocess
import time
import unittest
from pathlib import Path

from program_test import BANXIN, GOOD, Program, program

STARTING = 20  # seconds
SLOW = 8  # seconds after which a client that dawdles is let go: the server's five, and time for this machine to notice


class Previewed(Program):
    def preview(self, *options, text=GOOD):
        if text:
            self.write("a.yaml", text)
        self.process = subprocess.Popen(
            [BANXIN, "preview", "a.yaml", "--messages", "en", *map(str, options)], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={"LC_ALL": "C"}
        )
        self.addCleanup(self.end, self.process)
        line = self.process.stdout.readline().decode()
        found = re.search(r"http://127\.0\.0\.1:(\d+)(/[0-9a-f]{32}/)", line)
        self.assertTrue(found, line)
        self.port, self.site = int(found.group(1)), found.group(2)

    @staticmethod
    def end(process):
        process.kill()
        process.communicate()

    def get(self, path="", method="GET", headers=None, body=None, site=None):
        """(status, headers, body)"""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=STARTING)
        connection.request(method, (self.site if site is None else site) + path, body, headers or {})
        answer = connection.getresponse()
        result = answer.status, dict(answer.getheaders()), answer.read()
        connection.close()
        return result

    def raw(self, request):
        """All that the server says to these bytes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=STARTING) as connection:
            connection.sendall(request)
            said = b""
            while part := connection.recv(65536):
                said += part
            return said

    def state(self, after=0):
        status, _, body = self.get(f"state?after={after}")
        self.assertEqual(status, 200)
        return json.loads(body)


class Serves(Previewed):
    def test_the_page_and_its_parts_with_nothing_from_elsewhere(self):
        self.preview()
        status, headers, body = self.get()
        self.assertEqual((status, headers["Content-Type"]), (200, "text/html; charset=utf-8"))
        for policy in ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"):
            self.assertIn(policy, headers["Content-Security-Policy"])
        for name, value in (("Cache-Control", "no-store"), ("Referrer-Policy", "no-referrer"), ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin")):
            self.assertEqual(headers[name], value)
        self.assertNotIn(b"//", body.replace(b"<!doctype", b""))
        for part in re.findall(rb'(?:src|href)="([^"]+)"', body):
            self.assertEqual(self.get(part.decode())[0], 200, part)
        self.assertEqual(self.get(method="HEAD")[::2], (200, b""))

    def test_the_pages_that_build_makes(self):
        self.preview()
        state = self.state()
        self.assertEqual((state["version"], state["failed"], state["text"], len(state["pages"])), (1, False, GOOD, 1))
        self.assertEqual(self.banxin("build", "a.yaml", "--format", "svg").returncode, 0)
        self.assertEqual(self.get(f"page/{state['pages'][0]['key']}.svg")[2], (self.folder / "a.svg").read_bytes())
        self.assertEqual(self.banxin("build", "a.yaml").returncode, 0)
        _, headers, body = self.get("article.pdf")
        self.assertEqual(body, (self.folder / "a.pdf").read_bytes())
        self.assertEqual(headers["Content-Disposition"], "attachment; filename*=UTF-8''a.pdf")

    def test_where_lines_of_the_article_stand(self):
        self.preview(text="title: 题目\nbody: |\n  第一段。\n  第二段。\n")
        page = self.state()["pages"][0]
        places = {line: place for line, *place in page["lines"]}
        self.assertEqual(sorted(places), [1, 3, 4])
        self.assertLess(places[3][0], places[4][0], "the second paragraph is in the second column")
        x, y, width, height = page["area"]
        self.assertTrue(x <= places[3][0] and places[3][0] + places[3][2] <= x + width + 0.01 and y <= places[3][1] <= y + height)
        self.assertEqual([frame[1] for frame in page["frames"]], [y] * 3)
        self.assertTrue(any(0 <= baseline - places[3][1] - places[3][3] + 4 <= 8 for baseline in page["baselines"]), "a baseline runs through the text")


class Follows(Previewed):
    def changed(self, version, act):
        """The state after `act`, which must come at once."""
        act()
        began = time.monotonic()
        state = self.state(after=version)
        self.assertLess(time.monotonic() - began, 10)
        self.assertEqual(state["version"], version + 1)
        return state

    def test_an_edit_an_error_and_its_cure(self):
        self.preview()
        first = self.state()
        second = self.changed(1, lambda: self.write("a.yaml", GOOD + "  又一段。\n"))
        self.assertNotEqual(second["pages"][0]["key"], first["pages"][0]["key"])
        broken = self.changed(2, lambda: self.write("a.yaml", GOOD.replace("title", "titel")))
        self.assertEqual((broken["failed"], broken["pages"]), (True, second["pages"]))
        self.assertEqual([(one["en"]["severity"], one["en"]["line"]) for one in broken["diagnostics"]][0], ("error", 1))
        self.assertRegex(broken["diagnostics"][0]["zh"]["message"], "[\u4e00-\u9fff]")
        self.assertEqual(self.get("article.pdf")[0], 200, "the pages from before")
        mended = self.changed(3, lambda: self.write("a.yaml", GOOD))
        self.assertEqual((mended["failed"], mended["diagnostics"], mended["pages"]), (False, [], first["pages"]))

    def test_an_article_that_is_wrong_from_the_start_or_away_for_a_while(self):
        self.preview(text="titel: 题\n")
        self.assertEqual((self.state()["failed"], self.state()["pages"]), (True, []))
        self.assertEqual(self.get("article.pdf")[0], 404)
        self.assertFalse(self.changed(1, lambda: self.write("a.yaml", GOOD))["failed"])
        away = self.changed(2, lambda: (self.folder / "a.yaml").unlink())
        self.assertEqual((away["failed"], len(away["pages"])), (True, 1))
        self.assertFalse(self.changed(3, lambda: self.write("a.yaml", GOOD))["failed"])

    def test_styles_pictures_and_fonts(self):
        self.write("fonts/readme.txt", "fonts come later")
        self.write("mine.yaml", "extends: newspaper\n")
        self.preview("--font-path", "fonts", text="style: mine.yaml\n" + GOOD + "  ![图](photos/a.png)\n")
        version, state = 1, self.state()
        self.assertEqual(state["diagnostics"][0]["en"]["severity"], "warning")
        picture = (program.REPOSITORY / "docs/images").glob("*.png")
        for act in (
            lambda: self.write("mine.yaml", "extends: newspaper\ncolumns.count: 2\n"),
            lambda: ((self.folder / "photos").mkdir(), shutil.copy(next(picture), self.folder / "photos/a.png")),
        ):
            before, state = state["pages"], self.changed(version, act)
            version += 1
            self.assertNotEqual(state["pages"][0]["key"], before[0]["key"])
        # A font comes, and the style that waited for it has it.
        family = "extends: newspaper\nfonts.song: Banxin Test Song\n"
        missing = self.changed(version, lambda: self.write("mine.yaml", family))
        self.assertIn("font-family-not-found", [one["en"]["code"] for one in missing["diagnostics"]])
        there = self.changed(version + 1, lambda: shutil.copy(program.FONTS / "BanxinTestSong-Regular.otf", self.folder / "fonts"))
        self.assertNotIn("font-family-not-found", [one["en"]["code"] for one in there["diagnostics"]])
        self.assertNotEqual(there["pages"][0]["key"], missing["pages"][0]["key"])


    def test_a_font_that_is_written_over_while_its_pages_are_shown(self):
        (self.folder / "fonts").mkdir()
        font = Path(shutil.copy(program.FONTS / "BanxinTestSong-Regular.otf", self.folder / "fonts"))
        self.write("mine.yaml", "extends: newspaper\nfonts.song: Banxin Test Song\n")
        self.preview("--font-path", "fonts", text="style: mine.yaml\n" + GOOD)
        self.changed(1, lambda: self.write("a.yaml", "titel: 题\n"))
        font.write_bytes(b"")
        self.state(after=2)
        self.assertEqual(self.get("article.pdf")[0], 200, "the pages from before, in the font from before")
        self.assertIsNone(self.process.poll())


class Refuses(Previewed):
    def test_those_without_the_token(self):
        self.preview()
        wrong = ["/", "/state?after=0", "/" + "0" * 32 + "/", self.site[:-2] + "/", self.site.upper(), "//" + self.site, "/favicon.ico", self.site[:-1]]
        for site in wrong:
            status, _, body = self.get(site=site)
            self.assertEqual((status, body), (404, b"Not Found\n"), site)

    def test_other_hosts_and_origins(self):
        self.preview()
        own = f"127.0.0.1:{self.port}"
        refused = [{"Host": "evil.example"}, {"Host": f"evil.example:{self.port}"}, {"Host": "127.0.0.1"}, {"Host": f"127.0.0.1:{self.port + 1}"}, {"Host": ""}]
        refused += [{"Origin": origin} for origin in ("http://evil.example", "null", f"https://{own}", f"http://localhost:{self.port}", "http://127.0.0.1")]
        refused += [{"Sec-Fetch-Site": site} for site in ("cross-site", "same-site")]
        for headers in refused:
            self.assertEqual(self.get(headers=headers)[0], 403, headers)
        for headers in ({"Host": own, "Origin": f"http://{own}"}, {"Host": f"localhost:{self.port}"}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}):
            self.assertEqual(self.get(headers=headers)[0], 200, headers)

    def test_paths_that_lead_out(self):
        self.preview()
        for path in ("../a.yaml", "%2e%2e/a.yaml", "a.yaml", "page/../a.yaml", "page/../../a.yaml.svg", "page/%00.svg", "page/.svg", "/etc/passwd", "..\\a.yaml", "preview.js/", "page/" + "0" * 16 + ".svg"):
            said = self.raw(f"GET {self.site}{path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
            self.assertRegex(said.split(b"\r\n")[0], rb" (400|404) ", path)
            self.assertNotIn(GOOD.encode(), said)

    def test_methods_and_bodies(self):
        self.preview()
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH"):
            self.assertEqual(self.get(method=method)[0], 405, method)
        self.assertEqual(self.get(body=b"x")[0], 413)
        for header in ("Content-Length: 1000000000000", "Transfer-Encoding: chunked"):
            began = time.monotonic()
            said = self.raw(f"GET {self.site} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n{header}\r\n\r\n".encode())
            self.assertRegex(said.split(b"\r\n")[0], rb" 4\d\d ", header)
            self.assertLess(time.monotonic() - began, SLOW, "a body that never comes is not waited for")
        self.assertEqual(self.get("state")[0], 400)
        self.assertEqual(self.get("state?after=x")[0], 400)

    def test_heads_that_are_too_large_or_no_http(self):
        self.preview()
        host = f"Host: 127.0.0.1:{self.port}\r\n"
        for request in (f"GET {self.site}{'x' * 20000} HTTP/1.1\r\n{host}\r\n", f"GET {self.site} HTTP/1.1\r\n{host}X: {'y' * 20000}\r\n\r\n", "\0\1\2\r\n\r\n", "GET\r\n\r\n"):
            try:
                said = self.raw(request.encode())
            except ConnectionError:
                said = b""
            self.assertNotIn(b" 200 ", said.split(b"\r\n")[0], request[:40])
        self.assertEqual(self.get()[0], 200, "and goes on serving")

    def test_nobody_else_on_the_network(self):
        self.preview()
        sockets = [line.split() for table in ("tcp", "tcp6") for line in Path(f"/proc/net/{table}").read_text(encoding="ascii").splitlines()[1:]]
        listening = [fields[1] for fields in sockets if fields[3] == "0A"]
        self.assertEqual([place for place in listening if place.endswith(f":{self.port:04X}")], [f"0100007F:{self.port:04X}"])


class Dawdlers(Previewed):
    def test_are_let_go_and_keep_nobody_waiting(self):
        self.preview()
        head = f"GET {self.site} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n".encode()
        slow = [socket.create_connection(("127.0.0.1", self.port), timeout=STARTING) for _ in range(12)]
        self.addCleanup(lambda: [connection.close() for connection in slow])
        for connection in slow:
            connection.sendall(head)
        began = time.monotonic()
        self.assertEqual(self.get()[0], 200)
        self.assertLess(time.monotonic() - began, 2, "others are served meanwhile")
        # One of them sends a byte of a header now and then, and is let go all the same.
        gone = None
        while time.monotonic() - began < 2 * SLOW and gone is None:
            try:
                slow[0].sendall(b"X")
                slow[0].settimeout(0.4)
                if slow[0].recv(1000) is not None:
                    gone = time.monotonic() - began
            except TimeoutError:
                pass
            except OSError:
                gone = time.monotonic() - began
        self.assertIsNotNone(gone, "a client that sends a byte now and then holds its place for ever")
        self.assertLess(gone, SLOW)

    def test_who_asks_for_news_many_times_keeps_nobody_waiting(self):
        self.preview()
        ask = f"GET {self.site}state?after=1 HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode()
        waiting = [socket.create_connection(("127.0.0.1", self.port), timeout=STARTING) for _ in range(40)]
        self.addCleanup(lambda: [connection.close() for connection in waiting])
        for connection in waiting:
            connection.sendall(ask)
        began = time.monotonic()
        self.assertEqual(self.get()[0], 200)
        self.assertLess(time.monotonic() - began, 3)

    def test_who_reads_nothing_is_let_go(self):
        self.preview()
        with socket.create_connection(("127.0.0.1", self.port), timeout=STARTING) as connection:
            connection.sendall(f"GET {self.site}article.pdf HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
            self.assertEqual(self.get()[0], 200)


class CommandLine(Previewed):
    def test_ends_with_0_when_asked_to_stop_even_while_somebody_waits(self):
        for stop in (signal.SIGINT, signal.SIGTERM):
            self.preview()
            with socket.create_connection(("127.0.0.1", self.port), timeout=STARTING) as connection:
                connection.sendall(f"GET {self.site}state?after=1 HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
                time.sleep(0.3)
                self.process.send_signal(stop)
                self.assertEqual(self.process.wait(timeout=10), 0)

    def test_tokens_differ_from_run_to_run(self):
        self.preview()
        first = self.site
        self.preview()
        self.assertNotEqual(self.site, first)

    def test_a_port_can_be_chosen_and_a_taken_one_is_an_error(self):
        self.preview()
        done = self.banxin("preview", "a.yaml", "--port", self.port)
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"preview-port-taken", done.stderr)
        self.assertEqual(self.banxin("preview", "a.yaml", "b.yaml").returncode, 2)
        self.assertEqual(self.banxin("preview", "a.yaml", "--port", "70000").returncode, 2)


if __name__ == "__main__":
    unittest.main()
