#!/usr/bin/env python3
"""Writes each sample article to every standard: qpdf checks the files, and PDFBox preflight judges the one that claims PDF/A-1b."""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import program  # noqa: E402

STANDARDS = ("pdfa-2a+ua-1", "pdfa-1b", "pdfa-2b", "pdfa-3a", "ua-1", "none")
JARS = Path("/usr/share/java")
CLASSES = [JARS / name for name in ("preflight.jar", "pdfbox2.jar", "fontbox2.jar", "xmpbox.jar", "commons-logging.jar", "commons-io.jar", "javax.activation.jar", "jaxb-api.jar")]


def qpdf_fault(pdf):
    done = subprocess.run(["qpdf", "--check", pdf], capture_output=True)
    said = (done.stdout + done.stderr).decode(errors="replace")
    return said if done.returncode != 0 or "WARNING" in said else None


def pdfbox_fault(pdf):
    done = subprocess.run(["java", "-cp", ":".join(map(str, CLASSES)), "org.apache.pdfbox.preflight.Validator_A1b", pdf], capture_output=True)
    said = (done.stdout + done.stderr).decode(errors="replace")
    return None if "is a valid PDF/A-1b file" in said else said


def check(article, banxin):
    with tempfile.TemporaryDirectory() as name:
        for standard in STANDARDS:
            pdf = Path(name) / f"{standard}.pdf"
            done = program.run(banxin, "build", article, "--standard", standard, "-o", pdf)
            if done.returncode != 0:
                return done.stderr.decode(errors="replace")
            fault = qpdf_fault(pdf)
            if fault is None and standard == "pdfa-1b":
                fault = pdfbox_fault(pdf)
            if fault:
                return f"{standard}: {fault}"
    return None


if __name__ == "__main__":
    options = program.options(__doc__.splitlines()[0])
    samples = list((program.REPOSITORY / "content").glob("*.yaml"))
    sys.exit(program.run_all(program.chosen(samples, options.part), lambda article: check(article, options.banxin)))
