"""Lets the Go project's packages check a log that the real program exported.

    python tlog.py PROGRAM

Runs a gateway, asks it, and exports its log twice into one folder: while it serves, and after it
ended. Each time every tile and the inclusion of every entry is checked by Tests/Interop/tlog; then
a flipped bit anywhere must be found. Prints `N passed, M failed` and exits 1 when one failed.
"""

import concurrent.futures
import http.client
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Soak"))
from installation import PROJECT, Installation  # noqa: E402

CONSULTS = 300


def number(birth, sequence):
    value = int("%s%03d" % (birth, sequence))
    return "%09d%02d" % (value, 97 - value % 97)


class Check:
    def __init__(self, folder):
        self.tool = folder / "tlog"
        self.passed = self.failed = 0
        subprocess.run(
            ["go", "build", "-o", self.tool, PROJECT / "Tests/Interop/tlog/main.go"], check=True,
            env=dict(os.environ, GO111MODULE="off", GOPATH="/usr/share/gocode",
                     GOCACHE=str(folder / "cache")))

    def note(self, what, is_right):
        self.passed, self.failed = self.passed + bool(is_right), self.failed + (not is_right)
        if not is_right:
            print("failed:", what)

    def verify(self, export, key):
        return subprocess.run([self.tool, export, key], capture_output=True, text=True)


def ask(installation, gateway, count):
    """Consults from several connections at once."""
    def some(_):
        connection = http.client.HTTPSConnection(
            gateway.addresses["api"].removeprefix("https://"),
            context=installation.client("housing-agency"), timeout=30)
        for _ in range(count // 10):
            connection.request("POST", "/v1/persons/get", json.dumps(
                {"purpose": "social-housing", "dossier": "D-1", "ssin": number("711002", 901),
                 "select": ["person.name"]}), {"Content-Type": "application/json"})
            connection.getresponse().read()
        connection.close()

    with concurrent.futures.ThreadPoolExecutor(10) as pool:
        list(pool.map(some, range(10)))


def flipped(export, folder):
    """Copies of an export, each with one other bit in one of its files."""
    for path in sorted(path for path in export.rglob("*") if path.is_file()):
        copy = folder / "flipped"
        shutil.copytree(export, copy)
        changed = copy / path.relative_to(export)
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        changed.write_bytes(content)
        yield path.relative_to(export), copy
        shutil.rmtree(copy)


def main():
    with tempfile.TemporaryDirectory(prefix="onlyonce-tlog-") as name:
        folder = pathlib.Path(name)
        check = Check(folder)
        installation = Installation(str(pathlib.Path(sys.argv[1]).resolve()), folder, [])
        settings = ("--config", str(installation.configuration))
        key = installation.run("log", "key", "create", *settings).split("\n")[-2]
        export = folder / "export"
        gateway = installation.start()
        ask(installation, gateway, CONSULTS)
        installation.run("log", "export", str(export), *settings)
        result = check.verify(export, key)
        check.note("a log of a running gateway: " + result.stderr, result.returncode == 0)
        ask(installation, gateway, CONSULTS)
        gateway.end()
        installation.run("log", "export", str(export), *settings)
        result = check.verify(export, key)
        check.note("a log that grew: " + result.stderr, result.returncode == 0)
        wanted = "the inclusion of %d entries" % sum(1 for _ in installation.entries())
        check.note(result.stdout + " is not " + wanted, wanted in result.stdout)
        print("tlog:", result.stdout.strip())
        fresh = folder / "fresh"
        installation.run("log", "export", str(fresh), *settings)
        for path, copy in flipped(fresh, folder):
            check.note("a flipped bit in %s" % path, check.verify(copy, key).returncode == 1)
        public = folder / "public"
        installation.run("log", "export", "--public", str(public), *settings)
        check.note("the public export has entries", not (public / "tile/entries").exists())
        same = (public / "checkpoint").read_bytes() == (fresh / "checkpoint").read_bytes()
        check.note("the public checkpoint at the end is not the last one", same)
        installation.sources.end()
    print("tlog: %d passed, %d failed" % (check.passed, check.failed))
    return 1 if check.failed or not check.passed else 0


if __name__ == "__main__":
    sys.exit(main())
