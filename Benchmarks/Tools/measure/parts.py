"""The parts that need no network."""

import csv
import json
import os
import re
import shutil
import sqlite3
import subprocess
import time
import venv
import zipfile

from .figure import Figure

CEDAR = r'''
import json, sys, time, cedarpy
count = int(sys.argv[1])
policies = "\n".join(
    f'permit(principal == App::"organisation-{i}/counter", action == Action::"permits", '
    f'resource in Group::"granted");'
    for i in range(count))
entities = [{"uid": {"type": "Attribute", "id": name}, "attrs": {},
             "parents": [{"type": "Group", "id": "granted"}]}
            for name in ("person.name", "person.mainResidence")]
times = []
for turn in range(200 if count > 100 else 2000):
    attribute = "person.birthDate" if turn % 4 == 0 else "person.name"
    request = {"principal": f'App::"organisation-{turn * 7919 % count}/counter"',
               "action": 'Action::"permits"', "resource": f'Attribute::"{attribute}"',
               "context": {}}
    start = time.perf_counter_ns()
    answer = cedarpy.is_authorized(request, policies, entities)
    times.append(time.perf_counter_ns() - start)
    assert answer.allowed == (turn % 4 != 0)
times.sort()
print(times[len(times) // 2])
'''


def access(place):
    """Decisions among 10 to 100,000 authorisations; Cedar gets policies of the same shape."""
    python = peer(place, "cedarpy")
    figures = []
    for count in (1_000, 10, 10_000, 100_000):
        ours = best_of(3, lambda: json.loads(place.parts("access", count)), "p50")
        peer = None
        if python and count <= 1_000:
            script = place.folder / "cedar.py"
            script.write_text(CEDAR)
            peer = float(place.run(python, script, count))
        name = "accessDecision" if count == 1_000 else f"accessDecision{count}"
        print(f"  {count:>7,} authorisations: p50 {ours['p50']:.0f} ns, p99 {ours['p99']:.0f} ns")
        figures.append(Figure(name, ours["p50"], "ns p50", "lower", "ours < 2000, flat", peer,
                              "Cedar (cedarpy)" if peer else None))
    return figures


def peer(place, package):
    """A Python with this package, or nothing where it cannot be had."""
    folder = place.root / ".build" / "benchmark-peers"
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package]
    if subprocess.run(install, stderr=subprocess.DEVNULL).returncode:
        print(f"  skipped: {package} cannot be installed")
        return None
    return python


# The five checks and the amount by rank, with dated parameters as the regulation has them; a new
# simulation for each application, and nothing explained.
OPENFISCA = r'''
import json, sys, time
from openfisca_core.entities import Entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

applicant = Entity("applicant", "applicants", "", "")
CHECKS = ("alive", "resident", "household_member", "registered", "held_by_applicant", "may_drive")


def fact(name, kind=bool):
    return type(name, (Variable,), {"value_type": kind, "entity": applicant,
                                    "definition_period": DateUnit.DAY})


class under_quota(Variable):
    value_type = bool
    entity = applicant
    definition_period = DateUnit.DAY

    def formula(population, period, parameters):
        return population("live_cards", period) < parameters(period).maximum


class granted(Variable):
    value_type = bool
    entity = applicant
    definition_period = DateUnit.DAY

    def formula(population, period):
        result = population("under_quota", period)
        for check in CHECKS:
            result = result * population(check, period)
        return result


class amount(Variable):
    value_type = float
    entity = applicant
    definition_period = DateUnit.DAY

    def formula(population, period, parameters):
        rank = population("live_cards", period) + 1
        tariff = parameters(period).tariff
        price = (rank == 1) * tariff.first + (rank == 2) * tariff.second
        return population("granted", period) * price


def dated(*values):
    return {"values": {day: {"value": value} for day, value in values}}


system = TaxBenefitSystem([applicant])
system.parameters = ParameterNode("", data={
    "maximum": dated(("2014-01-01", 3), ("2023-06-15", 2)),
    "tariff": {"first": dated(("2014-09-01", 28)),
               "second": dated(("2014-09-01", 50), ("2023-06-15", 120))}})
system.add_variables(*(fact(name) for name in CHECKS), fact("live_cards", int), under_quota,
                     granted, amount)
builder = SimulationBuilder()


def decide(day, missing):
    simulation = builder.build_default_simulation(system, 1)
    for check in CHECKS:
        simulation.set_input(check, day, [check != missing])
    simulation.set_input("live_cards", day, [1])
    return (bool(simulation.calculate("granted", day)[0]),
            float(simulation.calculate("amount", day)[0]))


times = []
for turn in range(int(sys.argv[1])):
    missing = (None, "resident", "may_drive")[turn % 3]
    start = time.perf_counter_ns()
    answer = decide("2026-03-10", missing)
    times.append(time.perf_counter_ns() - start)
    assert answer == ((True, 120.0) if missing is None else (False, 0.0)), answer
times = sorted(times[len(times) // 10:])
print(json.dumps({"p50": times[len(times) // 2], "p99": times[len(times) * 99 // 100]}))
'''


def parking(place):
    """A decision with all its conditions, and with its explanation as canonical JSON; the five
    checks alone beside OpenFisca, which decides them without an explanation."""
    samples = place.root / "Contracts" / "regulations" / "sample-schaerbeek.yaml"
    five = place.root / "Benchmarks" / "Sample" / "regulations" / "five-checks.yaml"
    ours, checks = (best_of(3, lambda: json.loads(place.parts("parking", path)), "p50")
                    for path in (samples, five))
    theirs = openfisca(place)
    name = "OpenFisca-Core, the five checks, nothing explained" if theirs else None

    def figure(name_, measured, key, unit, goal=""):
        percentile = "p99" if key.endswith("99") else "p50"
        return Figure(name_, measured[key] / 1000, f"µs {percentile}, {unit}", "lower", goal,
                      theirs[percentile] / 1000 if theirs else None, name)

    return [
        figure("parkingDecision", ours, "explainedP50", "explained as JSON", "ours < 20"),
        figure("parkingDecisionP99", ours, "explainedP99", "explained as JSON", "ours < 200"),
        figure("parkingFiveChecks", checks, "explainedP50", "the five checks, explained as JSON"),
        figure("parkingFiveChecksP99", checks, "explainedP99",
               "the five checks, explained as JSON"),
        Figure("parkingConditions", ours["p50"] / 1000, "µs p50, without the JSON", "lower", ""),
    ]


def openfisca(place, turns=6_000):
    """The times of OpenFisca-Core for the same five checks, or nothing where it cannot be had."""
    python = peer(place, "OpenFisca-Core")
    if python is None:
        return None
    script = place.folder / "openfisca.py"
    script.write_text(OPENFISCA)
    return best_of(2, lambda: json.loads(place.run(python, script, turns)), "p50")


def log(place):
    """Appends a million entries to a log that holds as many, beside rows of as many bytes in plain
    SQLite; then the index catches up, and the tree."""
    count = place.entries // 5
    tool = place.compile("sqlite_appends", "-lsqlite3")
    folder = place.folder / "log"
    ours = json.loads(place.parts("log", folder, count))
    shutil.rmtree(folder)
    size = round(ours["bytesPerEntry"])
    raw = []
    for batch in (64, 500):
        raw.append(float(place.run(tool, place.folder / "raw.sqlite", count, batch, size)))
        for path in place.folder.glob("raw.sqlite*"):
            path.unlink()
    return [
        Figure("logAppend", ours["batched"], f"entries/s, {count:,} by 500", "higher",
               "ours >= 50000", raw[1], f"raw SQLite, {size} bytes by 500"),
        Figure("logAppendConcurrent", ours["concurrent"], "entries/s, 256 callers", "higher",
               "ours >= 30000", raw[0], f"raw SQLite, {size} bytes by 64"),
        Figure("logAppendCPU", ours["batchedCPU"], "µs/entry, by 500", "lower", ""),
        Figure("logIndex", ours["indexed"], "entries/s, catching up", "higher", "ours >= 16667"),
        Figure("logIndexCPU", ours["indexedCPU"], "µs/entry", "lower", ""),
        Figure("logSequence", ours["sequenced"], "entries/s, catching up", "higher", ""),
    ]


def search(place):
    """Searches by subject, each a page with all 20 entries about somebody."""
    ours = json.loads(place.parts("search", filled(place), place.entries))
    unit = f"ms {{}}, 20 hits of {place.entries:,}"
    return [
        Figure("searchP99", ours["warmP99"], unit.format("p99"), "lower", "ours < 10",
               ours["recordP99"], "the record of the search alone"),
        Figure("searchP50", ours["warmP50"], unit.format("p50"), "lower", "", ours["recordP50"],
               "the record of the search alone"),
        Figure("searchCPU", ours["warmCPU"], unit.format("of CPU"), "lower", ""),
        Figure("searchColdP99", ours["coldP99"], unit.format("p99"), "lower", ""),
        Figure("searchColdP50", ours["coldP50"], unit.format("p50"), "lower", ""),
    ]


def filled(place):
    """The data directory with the large log; made by the first who needs it."""
    folder = place.folder / "large"
    if not (folder / "complete").exists():
        place.parts("fill", folder, place.entries)
        (folder / "complete").touch()
    return folder


def start(place):
    """From the start of `onlyonce serve` until it listens, cold and warm, after a clean end and
    after a kill."""
    folder = filled(place)
    configuration = place.gateway_configuration("https://localhost:1/", folder)
    place.serve(configuration)[0].stop()
    times = {}
    for state in ("warm", "cold", "killed"):
        runs = []
        for _ in range(3):
            if state == "cold":
                place.parts("forget", folder / "data")
            begin = time.monotonic()
            served, _ = place.serve(configuration)
            runs.append(time.monotonic() - begin)
            if state == "killed":
                served.kill()
            else:
                served.stop()
        times[state] = max(runs)
    unit = f"s until it listens, {place.entries:,} entries"
    return [
        Figure("start", times["cold"], unit, "lower", "ours < 2"),
        Figure("startWarm", times["warm"], unit, "lower", "ours < 2"),
        Figure("startAfterKill", times["killed"], unit, "lower", "ours < 2"),
    ]


def logVerify(place, entries=1_000_000):
    """`onlyonce log verify` of a folder, and how its memory grows from a tenth of it."""
    rates, memory = {}, {}
    for count in (entries // 10, entries):
        folder = place.folder / f"log-of-{count}"
        key = place.parts("logFolder", folder, count).strip()
        command = [place.onlyonce, "log", "verify", folder, "--key", key, "--entries", "--json"]
        runs = [measured(command) for _ in range(3)]
        assert all(json.loads(output)["size"] == count for output, _, _ in runs)
        rates[count] = count / min(seconds for _, seconds, _ in runs)
        memory[count] = max(kilobytes for _, _, kilobytes in runs) / 1024
        shutil.rmtree(folder)
    print(f"  memory: {memory[entries // 10]:.0f} MB, {memory[entries]:.0f} MB for ten times as much")
    return [
        Figure("logVerify", rates[entries], f"entries/s, of {entries:,}", "higher",
               "ours >= 200000"),
        Figure("logVerifyMemory", memory[entries], f"MB, of {entries:,} entries", "lower",
               "ratio <= 1.5", memory[entries // 10], f"of {entries // 10:,}"),
    ]


def measured(command):
    """What a command prints, its seconds, and the most memory it had, in KB."""
    start = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, status
    return output, time.monotonic() - start, usage.ru_maxrss


def best_of(times, measure, key):
    return min((measure() for _ in range(times)), key=lambda result: result[key])


NUMBER = re.compile(r"\d+(\.\d{3})+")


def kbo(place, enterprises=200_000):
    """The import of a full extract, beside `sqlite3 .import` of the same tables and indexes."""
    archive = place.folder / "extract.zip"
    place.parts("extract", archive, enterprises)
    configuration = place.folder / "gateway.yaml"
    ours = []
    for _ in range(2):
        (place.folder / "data" / "kbo.sqlite").unlink(missing_ok=True)
        start = time.monotonic()
        place.run(place.onlyonce, "kbo", "import", archive, "--config", configuration)
        ours.append(time.monotonic() - start)
    with sqlite3.connect(place.folder / "data" / "kbo.sqlite") as database:
        objects = database.execute(
            "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    tables = {name: sql for kind, name, sql in objects if kind == "table" and name != "extract"}
    indexes = [sql for kind, _, sql in objects if kind == "index"]
    unpack(archive, place.folder / "csv", tables)
    peer = min(sqlite_import(place, tables, indexes) for _ in range(2))
    return [Figure("kboImport", min(ours), f"s, {enterprises:,} enterprises", "lower",
                   "ratio <= 1.5", peer, "sqlite3 .import, same tables and indexes")]


def unpack(archive, folder, tables):
    """Unzips the tables and takes the dots out of their numbers, outside the peer's time."""
    folder.mkdir()
    with zipfile.ZipFile(archive) as parts:
        for table in tables:
            with parts.open(f"{table}.csv") as source, open(folder / table, "w") as target:
                rows = csv.reader(line.decode() for line in source)
                next(rows)
                csv.writer(target).writerows(
                    [cell.replace(".", "") if NUMBER.fullmatch(cell) else cell for cell in row]
                    for row in rows)


def sqlite_import(place, tables, indexes):
    path = place.folder / "peer.sqlite"
    path.unlink(missing_ok=True)
    script = ["PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA threads = 2;"]
    script += [f"{sql};" for sql in tables.values()]
    script += [f".import --csv {place.folder}/csv/{table} {table}" for table in tables]
    script += [f"{sql};" for sql in indexes]
    start = time.monotonic()
    subprocess.run(["sqlite3", "-bail", str(path)], input="\n".join(script), text=True, check=True,
                   stdout=subprocess.DEVNULL)
    elapsed = time.monotonic() - start
    same(place.folder / "data" / "kbo.sqlite", path, tables)
    return elapsed


def same(ours, peer, tables):
    """Both must hold as many rows, or the times say nothing."""
    for table in tables:
        counts = set()
        for path in (ours, peer):
            with sqlite3.connect(path) as database:
                counts.add(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
        if len(counts) != 1:
            raise SystemExit(f"the two imports differ in {table}")
