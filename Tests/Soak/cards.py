"""A household of three adults applies for its two parking cards at once, while the gateway is killed.

After every kill the same orders are sent again to a new gateway. Whatever was cut off, two cards are
granted and one is proposed for refusal, no order is carried out twice, and the order of receipt
decides who wins.
"""

import http.client
import json
import signal
import threading
import time

PATH = "/v1/parkingCards/applications"
# The births of three adults of one household of every synthetic population.
MEMBERS = [("860128", 900), ("810812", 901), ("920609", 900)]


def ssin(birth, sequence):
    number = int("%s%03d" % (birth, sequence))
    return "%09d%02d" % (number, 97 - number % 97)


class Household:
    """The orders of one round."""

    def __init__(self, installation, plates, name):
        self.context = installation.client("parking-schaerbeek")
        self.name = name
        self.applications = [
            {"municipality": "21015", "cardType": "resident", "purpose": "parking-cards",
             "applicant": {"ssin": ssin(*member)}, "vehicle": {"plate": plate}}
            for member, plate in zip(MEMBERS, plates)]

    def post(self, address, path, body, key):
        connection = http.client.HTTPSConnection(
            address.removeprefix("https://"), context=self.context, timeout=30)
        try:
            headers = {"Content-Type": "application/json", "Idempotency-Key": key}
            connection.request("POST", PATH + path, json.dumps(body), headers)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())
        except (OSError, http.client.HTTPException):
            return 0, {}
        finally:
            connection.close()

    def apply(self, address, index):
        return self.post(
            address, "", self.applications[index], "%s-%d" % (self.name, index))

    def race(self, address):
        """Applies for everybody at once, and gives what was answered before a kill."""
        answers = [None] * len(MEMBERS)

        def work(index):
            answers[index] = self.apply(address, index)

        threads = [threading.Thread(target=work, args=(index,)) for index in range(len(MEMBERS))]
        for thread in threads:
            thread.start()
        return answers, threads


def settle(household, address, first):
    """Sends the orders again and gives the cards as they stand once everything is decided."""
    problems = []
    cards = []
    for index, before in enumerate(first):
        status, card = household.apply(address, index)
        if status != 201:
            return [], ["an order was not taken up again: %d" % status]
        if before and before[0] == 201 and before[1] != card:
            problems.append("an order was answered otherwise than before")
        cards.append(card["cardId"])
    files = []
    for card in cards:
        files.append(household.post(address, "/get", {"cardId": card}, "-")[1])
    files.sort(key=lambda file: file["order"])
    for step, file in enumerate(files):
        if file["state"] in ("received", "undetermined", "waiting"):
            key = "%s-assess-%d" % (household.name, step)
            status, after = household.post(
                address, "/assess", {"cardId": file["cardId"], "purpose": "parking-cards"}, key)
            if status == 200:
                file["state"] = after["state"]
    return files, problems


def round_of(installation, plates, number, chance):
    """One kill; what was wrong afterwards."""
    household = Household(installation, plates, "round-%d-%d" % (chance.getrandbits(40), number))
    gateway = installation.start()
    first, threads = household.race(gateway.addresses["api"])
    time.sleep(chance.uniform(0, 0.4))
    gateway.end(signal.SIGKILL)
    for thread in threads:
        thread.join()
    gateway = installation.start()
    address = gateway.addresses["api"]
    files, problems = settle(household, address, first)
    states = [file["state"] for file in files]
    if not problems and sorted(states) != ["refusalProposed", "reserved", "reserved"]:
        problems.append("%s instead of two cards and a proposed refusal" % states)
    if not problems and states[2] != "refusalProposed":
        problems.append("not the first who were received won: %s" % states)
    for step, file in enumerate(files):
        household.post(
            address, "/withdraw", {"cardId": file["cardId"]},
            "%s-withdraw-%d" % (household.name, step))
    gateway.end()
    return problems


def card_rounds(installation, plates, count, deadline, chance):
    """Kills until there were enough; how many there were, and what was wrong."""
    wrong, done = [], 0
    while done < count and time.monotonic() < deadline:
        for problem in round_of(installation, plates, done, chance):
            wrong.append(problem)
            print("  after kill %d of a race for cards: %s" % (done + 1, problem), flush=True)
        done += 1
        if done % 10 == 0:
            print("  %d kills in races for cards" % done, flush=True)
    return done, wrong
