"""Holds what the running gateway answers against Contracts/openapi.yaml.

    python facade.py PROGRAM

Prints `N passed, M failed` and exits 1 when one failed.
"""

import http.client
import json
import pathlib
import sys
import tempfile

import yaml
from openapi_schema_validator import OAS30Validator

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Soak"))
import soak  # noqa: E402
from installation import PROJECT, Installation  # noqa: E402


def number(birth, sequence):
    value = int("%s%03d" % (birth, sequence))
    return "%09d%02d" % (value, 97 - value % 97)


def conversations():
    """Who asks what, and with which status the answer must come."""
    person = number("711002", 901)
    nobody = number("770707", 996)
    plate, no_plate = soak.plate(0), soak.plate(17_000_000)
    housing = {"purpose": "social-housing", "dossier": "D-1"}
    parking = {"purpose": "parking-cards"}
    tax = {"purpose": "vehicle-tax"}
    vehicle = ["vehicle.status", "vehicle.plateType", "vehicle.category", "vehicle.make",
               "vehicle.model", "vehicle.maximumMass", "vehicle.firstRegistered",
               "vehicle.fuels", "vehicle.holder"]
    card = dict(parking, municipality="21015", cardType="resident", vehicle={"plate": plate})
    return [
        ("housing-agency", "/v1/persons/get", 200,
         dict(housing, ssin=person, select=["person.name", "person.mainResidence"])),
        ("housing-agency", "/v1/households/get", 200,
         dict(housing, ssin=person, select=["household"])),
        ("housing-agency", "/v1/persons/get", 403,
         dict(housing, ssin=nobody, select=["person.name"])),
        ("housing-agency", "/v1/persons/get", 403,
         dict(housing, ssin=person, select=["person.birthDate"])),
        ("housing-agency", "/v1/drivingLicences/get", 403,
         dict(housing, ssin=person, select=["drivingLicence"])),
        ("housing-agency", "/v1/persons/get", 400,
         dict(housing, ssin="71100290100", select=["person.shoeSize"], extra=1)),
        ("tax-department", "/v1/vehicles/get", 200, dict(tax, plate=plate, select=vehicle)),
        ("tax-department", "/v1/vehicles/get", 404, dict(tax, plate=no_plate, select=vehicle)),
        ("tax-department", "/v1/enterprises/get", 503,
         dict(tax, enterpriseNumber="0199999944", select=["enterprise"])),
        ("parking-schaerbeek", "/v1/verifications", 200,
         dict(parking, predicate="isResidentOf", ssin=person, municipality="21015")),
        ("parking-schaerbeek", "/v1/verifications", 200,
         dict(parking, predicate="isAlive", ssin=nobody)),
        ("parking-schaerbeek", "/v1/verifications", 200,
         dict(parking, predicate="vehicleIsHeldBy", plate=plate, holder={"ssin": person})),
        ("parking-schaerbeek", "/v1/parkingCards/assessments", 200,
         dict(card, applicant={"ssin": person})),
        ("parking-schaerbeek", "/v1/parkingCards/assessments", 200,
         dict(card, applicant={"ssin": nobody}, language="nl")),
    ]


def resolved(document, node):
    while "$ref" in node:
        target = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    return node


def problems(document, path, answer, body):
    """What the contract has against an answer."""
    response = document["paths"][path]["post"]["responses"].get(str(answer.status))
    if response is None:
        return ["the contract does not know the status %d" % answer.status]
    content = resolved(document, response)["content"]
    media = answer.getheader("Content-Type", "").split(";")[0]
    if media not in content:
        return ["the contract does not know the media type " + media]
    schema = dict(content[media]["schema"], components=document["components"])
    return [error.message for error in OAS30Validator(schema).iter_errors(body)]


def main():
    document = yaml.safe_load((PROJECT / "Contracts/openapi.yaml").read_text())
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="onlyonce-interop-") as folder:
        program = str(pathlib.Path(sys.argv[1]).resolve())
        installation = Installation(program, pathlib.Path(folder))
        gateway = installation.start()
        for application, path, status, question in conversations():
            connection = http.client.HTTPSConnection(
                gateway.addresses["api"].removeprefix("https://"),
                context=installation.client(application), timeout=30)
            connection.request(
                "POST", path, json.dumps(question), {"Content-Type": "application/json"})
            answer = connection.getresponse()
            found = problems(document, path, answer, json.loads(answer.read()))
            connection.close()
            if answer.status != status:
                found.append("status %d instead of %d" % (answer.status, status))
            passed, failed = passed + (not found), failed + bool(found)
            if found:
                print("failed:", application, path, "-", found[0])
        gateway.end()
        installation.sources.end()
    print("facade: %d passed, %d failed" % (passed, failed))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
