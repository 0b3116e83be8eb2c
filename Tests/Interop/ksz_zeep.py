"""Asks the simulated Crossroads Bank with zeep, a SOAP client that nobody here wrote.

zeep reads the official WSDL; lxml then validates every question and answer once more against the
official schemas. The caller makes the virtual environment and starts the simulators.

    python ksz_zeep.py --url URL --wsdl PATH --ca PEM --cert PEM --key PEM --ssin SSIN [--ssin ...]
                       [--unknown SSIN] [--replaced OLD=NEW]

Prints `N passed, M failed` and exits 1 when one failed.
"""

import argparse
import pathlib
import sys
import uuid

import requests
import zeep
from lxml import etree
from zeep.plugins import HistoryPlugin
from zeep.transports import Transport

SERVICE = "http://kszbcss.fgov.be/intf/RetrieveTIGroupsService/v2"
ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/"
XSD = "http://www.w3.org/2001/XMLSchema"
BINDING = "{%s}RetrieveTIGroupsServiceHTTPBinding" % SERVICE
CUSTOMER = {"cbeNumber": "0199900097"}


class Checks:
    """Counts what passed and prints what failed."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def expect(self, sentence, holds):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print("failed:", sentence)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("url", "wsdl", "ca", "cert", "key"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--ssin", action="append", required=True)
    parser.add_argument("--unknown")
    parser.add_argument("--replaced", help="OLD=NEW")
    return parser.parse_args()


def service_schema(wsdl):
    """The schema inside the WSDL, which declares the elements of the service."""
    embedded = etree.parse(str(wsdl)).find(".//{%s}schema" % XSD)
    base = wsdl.resolve().parent.as_uri() + "/service.xsd"
    root = etree.fromstring(etree.tostring(embedded), base_url=base)
    return etree.XMLSchema(etree.ElementTree(root))


class Client:
    """zeep over mutual TLS, remembering the last question and answer."""

    def __init__(self, options):
        session = requests.Session()
        session.trust_env = False
        session.verify = options.ca
        session.cert = (options.cert, options.key)
        self.history = HistoryPlugin()
        client = zeep.Client(
            options.wsdl, transport=Transport(session=session), plugins=[self.history]
        )
        self.service = client.create_service(BINDING, options.url)
        self.schema = service_schema(pathlib.Path(options.wsdl))
        self.ticket = None

    def ask(self, ssin, language="fr", history=False):
        self.ticket = str(uuid.uuid4())
        return self.service.retrieveTI(
            informationCustomer={"ticket": self.ticket, "customerIdentification": CUSTOMER},
            legalContext="SOCIAL_INVESTIGATION",
            searchInformation={"ssin": ssin, "language": language, "history": history},
        )

    def violations(self):
        """What lxml has against the payloads of the last question and answer."""
        found = []
        for message in (self.history.last_sent, self.history.last_received):
            payload = message["envelope"].find("{%s}Body" % ENVELOPE)[0]
            document = etree.ElementTree(etree.fromstring(etree.tostring(payload)))
            if not self.schema.validate(document):
                found.append(str(self.schema.error_log.last_error))
        return found


def check_person(checks, client, ssin, language, history):
    name = "%s...%s (%s)" % (ssin[:2], ssin[-2:], language)
    answer = client.ask(ssin, language, history)
    checks.expect(name + ": found", answer.status.code == "MSG00000")
    checks.expect(
        name + ": the ticket comes back", answer.informationCustomer.ticket == client.ticket
    )
    number = answer.rrn_it_implicit.NationalNumber.NationalNumber.NationalNumber
    checks.expect(name + ": about the person asked for", number == ssin)
    checks.expect(name + ": has a name", len(answer.rrn_it_implicit.Names.Name) > 0)
    violations = client.violations()
    checks.expect(name + ": within the schema %s" % violations, not violations)


def check_no_person(checks, client, name, ssin, code):
    answer = client.ask(ssin)
    checks.expect(name + ": status", answer.status.code == code)
    checks.expect(name + ": no file", answer.rrn_it_implicit is None)
    checks.expect(name + ": within the schema", not client.violations())
    return {field.fieldName: field.fieldValue for field in answer.status.information}


def check_fault(checks, client):
    try:
        client.ask("no number")
        checks.expect("what is no number gets a SOAP fault", False)
    except zeep.exceptions.Fault as fault:
        checks.expect("the SOAP fault is the caller's", fault.code.endswith("Client"))


def main():
    options = arguments()
    checks = Checks()
    client = Client(options)
    for ssin in options.ssin:
        check_person(checks, client, ssin, "fr", False)
        check_person(checks, client, ssin, "nl", True)
    if options.unknown:
        check_no_person(checks, client, "an unknown number", options.unknown, "MSG00005")
    if options.replaced:
        old, new = options.replaced.split("=")
        information = check_no_person(checks, client, "a replaced number", old, "MSG00006")
        checks.expect("the new number is told", information.get("newSSIN") == new)
    check_fault(checks, client)
    print("%d passed, %d failed" % (checks.passed, checks.failed))
    return 1 if checks.failed or not checks.passed else 0


if __name__ == "__main__":
    sys.exit(main())
