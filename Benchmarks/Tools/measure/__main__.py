"""The command line of script/benchmark."""

import argparse
import json
import os
import platform
import subprocess
import time
from pathlib import Path

from . import parts
from .consults import Consults
from .figure import table
from .workplace import Workplace

PARTS = ("consults", "access", "parking", "log", "logVerify", "search", "start", "kbo")


def main():
    parser = argparse.ArgumentParser(prog="script/benchmark", description=__doc__)
    parser.add_argument("--json", metavar="FILE", help="write the figures as JSON too")
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS)
    parser.add_argument("--seconds", type=float, default=5, help="of one run under load")
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many counts")
    parser.add_argument("--soak-memory", type=int, default=60, metavar="SECONDS",
                        help="how long memory is watched under load; 600 for the record")
    parser.add_argument("--entries", type=int, default=5_000_000, metavar="COUNT",
                        help="of the log that is searched and started on; the log row appends a "
                             "fifth of them to as many")
    parser.add_argument("--binaries", type=Path, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    root = Path(__file__).resolve().parents[3]
    place = Workplace(root, options.binaries)
    place.soak_seconds = options.soak_memory
    place.entries = options.entries
    print(machine())
    figures = []
    if "consults" in options.only:
        step("consults over mutual TLS")
        consults = Consults(place, options.seconds, options.rounds)
        try:
            figures += consults.figures()
        finally:
            consults.stop()
    elif "kbo" in options.only:
        place.gateway_configuration("https://localhost:1/")
    for name in PARTS[1:]:
        if name in options.only:
            step(name)
            figures += getattr(parts, name)(place)
    print("\n" + table(figures))
    if options.json:
        Path(options.json).write_text(
            json.dumps([figure.json() for figure in figures], indent=2, ensure_ascii=False) + "\n")


def step(name):
    print(f"{time.strftime('%H:%M:%S')} {name}", flush=True)


def machine():
    models = [line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
              if line.startswith("model name")]
    swift = subprocess.run(["swift", "--version"], text=True, capture_output=True).stdout
    version = swift.split("version ")[1].split()[0] if "version " in swift else "unknown"
    load = os.getloadavg()[0]
    return (f"{models[0] if models else platform.machine()}, {os.cpu_count()} cores, "
            f"Linux {platform.release()}, Swift {version}, {time.strftime('%Y-%m-%d')}, "
            f"load before {load:.1f}")


main()
