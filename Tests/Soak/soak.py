"""Kills a gateway under load again and again, then lets its sources fail at random.

After every round the log is held against what the clients received: every consult that was
answered is there with its outcome, and no intent stays open. Uses the standard library alone.

    python3 soak.py --program PATH [--minutes N] [--kills N] [--card-kills N] [--seed N]
"""

import argparse
import collections
import http.client
import json
import pathlib
import random
import shutil
import signal
import sys
import tempfile
import threading
import time

from cards import card_rounds
from installation import ORGANISATIONS, Installation

WORKERS = 16
FAULTS = {
    "ksz": ["down", "slow", "cutOff", "garbled", "wrongSchema", "anotherSubject", "tooLarge",
            "status500", "status503", "soapFault", "MSG00012", "MSG00013", "MSG00015"],
    "div": ["down", "slow", "cutOff", "garbled", "wrongSchema", "anotherSubject", "tooLarge",
            "status500", "status503"],
}
# What an outcome in the log may look like to the client that asked.
OUTCOMES = {
    200: {"found", "replaced", "notFound", "unavailable", "unintelligible",
          "notAllowedBySource", "notPublished"},
    404: {"notFound"}, 403: {"refused"},
    # A population that cannot be checked is refused, and answered like the source.
    502: {"unintelligible", "notAllowedBySource", "refused"},
}


def plate(index):
    """The plate of a vehicle of every synthetic population; beyond them nobody's."""
    number = (index * 7_368_787 + 4_217_131) % 17_576_000
    letters, digits = divmod(number, 1000)
    text = "".join(chr(65 + letters // weight % 26) for weight in (676, 26, 1))
    return "7%s%03d" % (text, digits)


# Vehicles of the cast, and one that nobody registered.
PLATES = [plate(index) for index in (0, 1, 2, 3, 17_000_000)]


class Load:
    """Clients that ask as fast as they can until they are told to stop or nobody answers."""

    def __init__(self, installation, address, seed, limit):
        self.contexts = {name: installation.client(name) for name in ORGANISATIONS}
        self.address, self.seed, self.limit = address.removeprefix("https://"), seed, limit
        self.received, self.statuses = {}, collections.Counter()
        self.lock, self.enough, self.stopped = threading.Lock(), threading.Event(), False
        self.threads = [
            threading.Thread(target=self.work, args=(number,)) for number in range(WORKERS)]
        for thread in self.threads:
            thread.start()

    def work(self, number):
        chance = random.Random("%s/%s" % (self.seed, number))
        name = list(ORGANISATIONS)[number % len(ORGANISATIONS)]
        connection = http.client.HTTPSConnection(
            self.address, context=self.contexts[name], timeout=30)
        while not self.stopped:
            path, body = question(name, chance)
            try:
                connection.request(
                    "POST", path, json.dumps(body), {"Content-Type": "application/json"})
                answer = connection.getresponse()
                document = json.loads(answer.read())
            except (OSError, http.client.HTTPException):
                break
            with self.lock:
                self.statuses[answer.status] += 1
                if "consultId" in document:
                    self.received[document["consultId"]] = answer.status
                if sum(self.statuses.values()) >= self.limit:
                    self.enough.set()
        connection.close()

    def join(self):
        self.stopped = True
        for thread in self.threads:
            thread.join()


def question(application, chance):
    ssin = synthetic_ssin(chance)
    if application == "tax-department":
        # One in four without a right.
        attribute = "vehicle.make" if chance.random() < 0.75 else "vehicle.colours"
        return "/v1/vehicles/get", {
            "plate": chance.choice(PLATES), "purpose": "vehicle-tax", "select": [attribute]}
    if chance.random() < 0.2:
        return "/v1/parkingCards/assessments", {
            "municipality": "21015", "cardType": "resident", "purpose": "parking-cards",
            "applicant": {"ssin": ssin}, "vehicle": {"plate": chance.choice(PLATES)}}
    if application == "housing-agency":
        return "/v1/persons/get", {
            "ssin": ssin, "select": ["person.name"], "purpose": "social-housing",
            "dossier": "SOAK"}
    return "/v1/verifications", {
        "predicate": "isResidentOf", "ssin": ssin, "municipality": "21015",
        "purpose": "parking-cards"}


def synthetic_ssin(chance):
    """Somebody of the cast, or a well-formed number that nobody has."""
    birth, sequence = chance.choice([("711002", 901), ("790130", 901), ("650929", 901),
                                     ("850316", 900), ("770707", 950)])
    number = int("%s%03d" % (birth, sequence))
    return "%09d%02d" % (number, 97 - number % 97)


def audit(installation, received):
    """What the log lacks: consults that were answered, and outcomes of intents."""
    outcomes, open_intents, kinds = collections.defaultdict(set), set(), collections.Counter()
    for entry in installation.entries():
        kinds[entry["kind"]] += 1
        body = entry["body"]
        if entry["kind"] == "asked":
            open_intents.add(entry["id"])
        elif entry["kind"] == "refused":
            outcomes[entry["consult"]].add("refused")
        elif entry["kind"] in ("answered", "interrupted"):
            open_intents.discard(body["asked"]["id"])
            if entry["kind"] == "answered":
                outcomes[entry["consult"]].add(body["outcome"])
    lost = [
        consult for consult, status in received.items()
        if status in OUTCOMES and not OUTCOMES[status] & outcomes[consult]]
    return lost, open_intents, kinds


def kill_rounds(installation, options, deadline, chance):
    received, done, broken = {}, 0, []
    while done < options.kills and time.monotonic() < deadline:
        gateway = installation.start()
        load = Load(
            installation, gateway.addresses["api"], "%s/%s" % (options.seed, done),
            chance.randint(20, 400))
        load.enough.wait(timeout=60)
        gateway.end(signal.SIGKILL)
        load.join()
        deviation = installation.verify()
        if deviation:
            broken.append(deviation)
            print("  after kill %d: %s" % (done + 1, deviation), flush=True)
        received.update(load.received)
        done += 1
        if done % 10 == 0:
            print("  %d kills, %d consults answered" % (done, len(received)), flush=True)
    return done, received, broken


def chaos(installation, options, deadline, chance):
    gateway = installation.start()
    load = Load(installation, gateway.addresses["api"], options.seed, float("inf"))
    while time.monotonic() < deadline:
        source = chance.choice(list(FAULTS))
        fault = {"kind": chance.choice(FAULTS[source]),
                 "probability": chance.choice([0.1, 0.5, 1]), "delayMs": chance.randint(100, 900)}
        installation.switch(source, fault if chance.random() < 0.8 else None)
        time.sleep(chance.uniform(0.2, 2))
        if gateway.process.poll() is not None:
            break
    for source in FAULTS:
        installation.switch(source, None)
    load.join()
    resident = 0
    if gateway.process.poll() is None:
        status = pathlib.Path("/proc/%d/status" % gateway.process.pid).read_text()
        resident = int(status.split("VmRSS:")[1].split()[0]) // 1024
    return load, resident, gateway.end()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--minutes", type=float, default=15)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--card-kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    started = time.monotonic()
    print("seed %d" % options.seed)
    chance = random.Random(options.seed)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="onlyonce-soak-"))
    installation = Installation(program, folder)
    failures = []
    try:
        # Two thirds of the time for kills at most.
        done, received, broken = kill_rounds(
            installation, options, started + options.minutes * 40, chance)
        installation.start().end()
        lost, unfinished, kinds = audit(installation, received)
        print("kills: %d of %d, %d consults answered, %d lost, %d intents left open, log %s" % (
            done, options.kills, len(received), len(lost), len(unfinished), dict(kinds)))
        failures += ["kills lost entries"] if lost or unfinished else []
        failures += ["%d kills left a log that does not verify" % len(broken)] if broken else []
        failures += ["not every kill fitted the time"] if done < options.kills else []

        raced, wrong = card_rounds(
            installation, [plate(index) for index in (2, 3, 4)], options.card_kills,
            time.monotonic() + options.minutes * 40, chance)
        print("races for cards: %d of %d kills, %d went wrong" % (
            raced, options.card_kills, len(wrong)))
        failures += ["cards were given otherwise than received"] if wrong else []
        failures += ["not every race for cards fitted the time"] if raced < options.card_kills else []

        end = min(started + options.minutes * 100, time.monotonic() + options.minutes * 20)
        load, resident, code = chaos(installation, options, end, chance)
        lost, unfinished, kinds = audit(installation, load.received)
        print("chaos: statuses %s, %d lost, %d intents left open, exit %d, %d MB resident" % (
            dict(sorted(load.statuses.items())), len(lost), len(unfinished), code, resident))
        failures += ["chaos lost entries"] if lost or unfinished else []
        failures += ["the gateway did not end well"] if code != 0 else []
        failures += ["a 500 was answered"] if load.statuses[500] else []
    finally:
        installation.sources.end()
        shutil.rmtree(folder, ignore_errors=True)
    print("soak took %d seconds: %s" % (
        time.monotonic() - started, "; ".join(failures) or "nothing was lost"))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
