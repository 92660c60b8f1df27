#!/usr/bin/env python3
"""Tests that `banxin schema` and the reader agree: on every sample, and on 300 files made at random, half of them with a fault.

Files are loaded with every scalar as a text. The validator is python3-jsonschema, or with --ajv the one that most editors use, from npm
(exit status 77, for a skipped test, when it cannot be had).
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema
import yaml

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE)]
import make_files  # noqa: E402
import program  # noqa: E402

GENERATED = 300
READER = re.compile("(yaml|document|style)-")
SKIPPED = 77


class TextLoader(yaml.SafeLoader):
    """Every scalar is a text; nothing is null."""


TextLoader.yaml_implicit_resolvers = {"": [("tag:yaml.org,2002:null", re.compile(r"^$"))]}


def load(path):
    return yaml.load(path.read_text(encoding="utf-8"), TextLoader)


def loads(path):
    """Whether other readers of YAML read the file: ours takes block scalars whose first line is the deepest, too."""
    try:
        load(path)
    except yaml.YAMLError:
        return False
    return True


def by_jsonschema(schema, values):
    validator = jsonschema.Draft202012Validator(schema)
    jsonschema.Draft202012Validator.check_schema(schema)
    return [validator.is_valid(value) for value in values]


def by_ajv(folder):
    """A validator like by_jsonschema, run in `folder`, which has what package.json names."""

    def validate(schema, values):
        done = subprocess.run(["node", "validate.mjs"], cwd=folder, input=json.dumps([schema, values]).encode(), capture_output=True, timeout=program.TIME_LIMIT)
        if done.returncode != 0:
            raise SystemExit(done.stderr.decode())
        return json.loads(done.stdout)

    return validate


def install_ajv(folder):
    """Whether `folder` has ajv now."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", "validate.mjs"):
        shutil.copy(HERE / name, folder / name)
    if not shutil.which("npm"):
        return False
    if (folder / "node_modules/ajv/package.json").exists():
        return True
    return subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, capture_output=True).returncode == 0


def schemas(banxin):
    return {kind: json.loads(program.run(banxin, "schema", kind).stdout) for kind in ("article", "style")}


def sample_faults(validate, known):
    """Samples of the repository that a schema refuses."""
    articles = [*program.REPOSITORY.glob("content/*.yaml"), *program.REPOSITORY.glob("tests/cases/*/*.yaml")]
    styles = [*program.REPOSITORY.glob("styles/*.yaml"), *(path for path in articles if path.name == "style.yaml")]
    articles = [path for path in articles if path.name != "style.yaml"]
    faults = []
    unread = [path for path in (*articles, *styles) if not loads(path)]
    articles = [path for path in articles if path not in unread]
    for kind, paths in (("article", articles), ("style", styles)):
        right = validate(known[kind], [load(path) for path in paths])
        faults += [f"{path.relative_to(program.REPOSITORY)}: the schema refuses it" for path, good in zip(paths, right) if not good]
    if len(articles) < 60 or len(styles) < 9 or len(unread) > 3:
        faults.append(f"only {len(articles)} articles and {len(styles)} styles were read")
    return faults


def readers_errors(banxin, folder, names):
    """The errors of the reader by the file that is at fault."""
    for name in names:
        if name.startswith("style"):
            (folder / f"of-{name}").write_text(f"title: 题\nstyle: ./{name}\n", encoding="utf-8")
    checked = [f"of-{name}" if name.startswith("style") else name for name in names]
    done = program.run(banxin, "check", *checked, "--diagnostics", "json", folder=folder)
    errors = {}
    for line in done.stderr.decode().splitlines():
        said = json.loads(line)
        if said["severity"] == "error" and READER.match(said["code"]):
            errors.setdefault(Path(said["file"]).name.removeprefix("of-"), []).append(f"{said['code']}: {said['message']}")
    return errors


def generated_faults(banxin, validate, known):
    """Files on which the schema, the reader and the maker of the file do not agree."""
    made = make_files.files(GENERATED)
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(program.REPOSITORY / "docs/tutorial/reading-room.jpg", folder / "hall.jpg")
        for file, value, _ in made:
            (folder / file).write_text(make_files.yaml_of(value), encoding="utf-8")
        errors = readers_errors(banxin, folder, [file for file, _, _ in made])
        for kind in ("article", "style"):
            files = [one for one in made if one[0].startswith(kind)]
            right = validate(known[kind], [load(folder / file) for file, _, _ in files])
            for (file, _, good), accepted in zip(files, right):
                if (file not in errors, accepted) != (good, good):
                    said = "; ".join(errors.get(file, ["accepts it"]))
                    faults.append(f"{file} was made {'good' if good else 'bad'}: the schema {'accepts' if accepted else 'refuses'} it, the reader: {said}\n{(folder / file).read_text(encoding='utf-8')}")
    return faults


def main():
    validate = by_jsonschema
    if "--ajv" in sys.argv:
        folder = Path(sys.argv.pop(sys.argv.index("--ajv") + 1))
        sys.argv.remove("--ajv")
        if not install_ajv(folder):
            print("no npm, or no network: not checked by ajv")
            return SKIPPED
        validate = by_ajv(folder)
    banxin = program.options(__doc__).banxin
    known = schemas(banxin)
    faults = sample_faults(validate, known) + generated_faults(banxin, validate, known)
    print("\n".join(faults) or f"the samples and {GENERATED} files: schema and reader agree")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
