"""Holds what the running gateway answers against Contracts/openapi.yaml.

    python facade.py PROGRAM

Prints `N passed, M failed` and exits 1 when one failed.
"""

import datetime
import http.client
import json
import pathlib
import sys
import tempfile
import zipfile

import yaml
from openapi_schema_validator import OAS30Validator

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Soak"))
import soak  # noqa: E402
from installation import PROJECT, Installation  # noqa: E402


def number(birth, sequence):
    value = int("%s%03d" % (birth, sequence))
    return "%09d%02d" % (value, 97 - value % 97)


ENTERPRISE = "0199999944"
# The sample rights grant nobody a driving licence.
LICENCE_RIGHT = {
    "id": "driver-checks", "title": {"nl": "Rijbewijzen", "fr": "Permis de conduire"},
    "grantedBy": {"body": {"nl": "Commissie", "fr": "Commission"}, "number": "TEST 1",
                  "date": "2026-01-15"},
    "organisation": "1990000332", "applications": ["tax-department"],
    "purpose": {"id": "driver-checks", "label": {"nl": "Nazicht", "fr": "Vérification"},
                "legalBasis": [{"nl": "Wet", "fr": "Loi"}], "legalContext": "DRIVER_CHECKS"},
    "grants": {"attributes": ["drivingLicence"]}, "population": "everyone",
    "validity": {"from": "2026-01-01"}, "knownSince": "2026-01-15",
    "conditions": {"dossierRequired": False, "officialRequired": False},
    "retention": "ten-years", "disclosure": "atOnce",
}


def write_extract(path):
    """A full extract of the enterprise register in which everything is published of one."""
    number, unit = "0199.999.944", "2.199.999.986"
    place = ["1030", "Schaarbeek", "Schaerbeek", "Lambermontlaan", "Boulevard Lambermont",
             "1", "", "", ""]
    day = ("07-03-2019",)
    tables = {
        "meta": ["Variable,Value", ["SnapshotDate", "01-11-2026"],
                 ["ExtractTimestamp", "01-11-2026 07:07:49"], ["ExtractType", "full"],
                 ["ExtractNumber", "1"], ["Version", "1.0.0"]],
        "code": ["Category,Code,Language,Description"] + [
            [category, code, language, text]
            for category, code, dutch, french in [
                ("JuridicalForm", "014", "Naamloze vennootschap", "Société anonyme"),
                ("JuridicalSituation", "000", "Normale toestand", "Situation normale"),
                ("Nace2025", "10711", "Bakkerij", "Boulangerie"),
                ("TypeOfEnterprise", "2", "Rechtspersoon", "Personne morale")]
            for language, text in (("NL", dutch), ("FR", french))],
        "enterprise": ["EnterpriseNumber,Status,JuridicalSituation,TypeOfEnterprise,"
                       "JuridicalForm,JuridicalFormCAC,StartDate",
                       [number, "AC", "000", "2", "014", "", day]],
        "establishment": ["EstablishmentNumber,StartDate,EnterpriseNumber", [unit, day, number]],
        "denomination": ["EntityNumber,Language,TypeOfDenomination,Denomination",
                         [number, "1", "001", "Boulangerie \"du Parc\""]],
        "address": ["EntityNumber,TypeOfAddress,CountryNL,CountryFR,Zipcode,MunicipalityNL,"
                    "MunicipalityFR,StreetNL,StreetFR,HouseNumber,Box,ExtraAddressInfo,"
                    "DateStrikingOff",
                    [number, "REGO", "", ""] + place, [unit, "BAET", "", ""] + place],
        "contact": ["EntityNumber,EntityContact,ContactType,Value"],
        "activity": ["EntityNumber,ActivityGroup,NaceVersion,NaceCode,Classification",
                     [number, "001", "2025", "10711", "MAIN"]],
        "branch": ["Id,StartDate,EnterpriseNumber"],
    }

    def written(field):
        if isinstance(field, tuple):
            return field[0]
        return '"%s"' % field.replace('"', '""') if field else ""

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, (head, *rows) in tables.items():
            lines = [",".join(map(written, row)) for row in [head.split(",")] + rows]
            archive.writestr(name + ".csv", "\n".join(lines) + "\n")


def conversations():
    """Who asks what, and with which status the answer must come."""
    person = number("711002", 901)
    nobody = number("770707", 996)
    plate, no_plate = soak.plate(0), soak.plate(17_000_000)
    housing = {"purpose": "social-housing", "dossier": "D-1"}
    allocation = {"purpose": "housing-allocation", "dossier": "D-2"}
    opening = dict(allocation, kind="housing-application", subject={"ssin": person},
                   until=(datetime.date.today() + datetime.timedelta(days=300)).isoformat())
    address = {"street": "Voorbeeldlaan", "houseNumber": "1", "postCode": "1030"}
    parking = {"purpose": "parking-cards"}
    tax = {"purpose": "vehicle-tax"}
    vehicle = ["vehicle.status", "vehicle.plateType", "vehicle.category", "vehicle.make",
               "vehicle.model", "vehicle.maximumMass", "vehicle.firstRegistered",
               "vehicle.fuels", "vehicle.holder"]
    card = dict(parking, municipality="21015", cardType="resident", vehicle={"plate": plate})
    evaluation = {
        "subject": {"type": "application", "id": "tax-department"},
        "action": {"name": "consult",
                   "properties": {"processing_activity_id": "vehicle-tax"}},
        "resource": {"type": "vehicle", "id": "vehicle.make"},
    }
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
        ("housing-agency", "/v1/persons/get", 403,
         dict(allocation, ssin=person, select=["person.name"])),
        ("housing-agency", "/v1/references/open", 200, opening),
        ("housing-agency", "/v1/references/open", 403, dict(opening, kind="other")),
        ("housing-agency", "/v1/references/open", 400, dict(opening, until="2020-01-01")),
        ("housing-agency", "/v1/persons/get", 200,
         dict(allocation, ssin=person, select=["person.name"])),
        ("housing-agency", "/v1/verifications", 200,
         dict(allocation, predicate="householdSize", ssin=person)),
        ("housing-agency", "/v1/verifications", 200,
         dict(allocation, predicate="livesAt", ssin=person, address=address)),
        ("housing-agency", "/v1/verifications", 403,
         dict(allocation, predicate="holdsFunctionIn", ssin=person,
              enterpriseNumber=ENTERPRISE)),
        ("housing-agency", "/v1/verifications", 400,
         {"purpose": "housing-allocation", "predicate": "establishmentIsAt",
          "enterpriseNumber": ENTERPRISE}),
        ("housing-agency", "/v1/references/close", 404,
         {"referenceId": "019aa5c2-7c00-7a3e-8f21-4b5c6d7e8f90",
          "purpose": "housing-allocation"}),
        ("tax-department", "/v1/vehicles/get", 200, dict(tax, plate=plate, select=vehicle)),
        ("tax-department", "/v1/vehicles/get", 404, dict(tax, plate=no_plate, select=vehicle)),
        ("tax-department", "/v1/drivingLicences/get", 200,
         {"purpose": "driver-checks", "ssin": person, "select": ["drivingLicence"]}),
        ("tax-department", "/v1/drivingLicences/get", 404,
         {"purpose": "driver-checks", "ssin": nobody, "select": ["drivingLicence"]}),
        ("tax-department", "/v1/enterprises/get", 503,
         dict(tax, enterpriseNumber=ENTERPRISE, select=["enterprise"])),
        "the extract of the enterprise register is imported",
        ("tax-department", "/v1/enterprises/get", 200,
         dict(tax, enterpriseNumber=ENTERPRISE, select=["enterprise"])),
        ("tax-department", "/v1/enterprises/get", 404,
         dict(tax, enterpriseNumber="0199999845", select=["enterprise"])),
        ("parking-schaerbeek", "/v1/verifications", 200,
         dict(parking, predicate="isResidentOf", ssin=person, municipality="21015")),
        ("parking-schaerbeek", "/v1/verifications", 200,
         dict(parking, predicate="isAlive", ssin=nobody)),
        ("parking-schaerbeek", "/v1/verifications", 200,
         dict(parking, predicate="vehicleIsHeldBy", plate=plate, holder={"ssin": person})),
        ("parking-schaerbeek", "/v1/verifications", 200,
         dict(parking, predicate="isInscribedIn", ssin=person, municipality="21015",
              registers=["population", "foreigners"])),
        ("parking-schaerbeek", "/v1/verifications", 200,
         dict(parking, predicate="vehicleIsNoLonger", plate=plate, maximumLength=490)),
        ("parking-schaerbeek", "/v1/verifications", 200,
         dict(parking, predicate="plateIsOfKind", plate=plate, otherThan=["trade"])),
        ("parking-schaerbeek", "/v1/verifications", 400,
         dict(parking, predicate="plateIsOfKind", plate=plate)),
        ("parking-schaerbeek", "/v1/verifications", 200,
         dict(parking, predicate="vehicleMeetsLowEmission", plate=plate,
              rule={"categories": ["M1"], "diesel": 6, "petrol": 3})),
        ("parking-schaerbeek", "/v1/verifications", 403,
         dict(parking, predicate="livesIn", ssin=person, municipality="21015",
              registers=["population"], area={"postCodes": ["1030"]})),
        ("parking-schaerbeek", "/v1/verifications", 400,
         dict(parking, predicate="livesIn", ssin=person, municipality="21015",
              registers=["population"], area={})),
        ("parking-schaerbeek", "/v1/parkingCards/assessments", 200,
         dict(card, applicant={"ssin": person})),
        ("parking-schaerbeek", "/v1/parkingCards/assessments", 200,
         dict(card, applicant={"ssin": person}, term="P2Y", appliedOn="2026-03-10",
              furtherVehicles=[{"plate": no_plate}],
              enterprise={"enterpriseNumber": ENTERPRISE},
              supportingDocuments=[
                  {"kind": "leaseContract", "ssin": person, "plate": plate,
                   "from": "2024-02-29", "until": "2030-12-31"},
                  {"kind": "staffDeclaration", "enterpriseNumber": ENTERPRISE, "staff": 3,
                   "from": "2026-01-01", "until": "2026-12-31"}])),
        ("parking-schaerbeek", "/v1/parkingCards/assessments", 400,
         dict(card, applicant={"ssin": person}, appliedOn="1899-12-31")),
        ("parking-schaerbeek", "/v1/parkingCards/assessments", 200,
         dict(card, applicant={"ssin": nobody}, language="nl")),
        ("tax-department", "/access/v1/evaluation", 200, evaluation),
        ("tax-department", "/access/v1/evaluation", 200, dict(evaluation, resource={
            "type": "person", "id": "person.name"})),
        ("tax-department", "/access/v1/evaluation", 400, dict(evaluation, subject="x")),
        ("housing-agency", "/access/v1/evaluation", 403, evaluation),
        ("tax-department", "/access/v1/evaluations", 200,
         dict(evaluation, evaluations=[{}, {"subject": 1}])),
        ("tax-department", "/v1/authorisations", 403, {}),
        ("tax-department", "/v1/rightsExplanations", 403, {"application": "tax-department"}),
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
        installation = Installation(program, pathlib.Path(folder), [LICENCE_RIGHT])
        gateway = installation.start()
        for conversation in conversations():
            if isinstance(conversation, str):
                write_extract(folder + "/extract.zip")
                installation.run("kbo", "import", folder + "/extract.zip", "--config",
                                 str(installation.configuration))
                continue
            application, path, status, question = conversation
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
