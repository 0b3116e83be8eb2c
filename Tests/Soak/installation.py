"""A gateway with simulated sources in a folder of its own, put together by the program itself."""

import hashlib
import json
import pathlib
import shutil
import signal
import ssl
import subprocess
import tempfile
import urllib.request

PROJECT = pathlib.Path(__file__).resolve().parents[2]
ORGANISATIONS = {
    "parking-schaerbeek": "1990000134", "tax-department": "1990000332",
    "housing-agency": "1990000233",
}


class Program:
    """A running command and the addresses that it announced."""

    def __init__(self, arguments, last):
        # What it says of its work is read only when it does not start.
        self.said = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            arguments, stdout=subprocess.PIPE, stderr=self.said, text=True)
        self.addresses = {}
        for line in self.process.stdout:
            name, _, address = line.strip().rpartition(" ")
            self.addresses[name.strip()] = address
            if name.startswith(last):
                return
        self.said.seek(0)
        last_words = "".join(self.said.readlines()[-5:])
        raise SystemExit("%s did not start:\n%s" % (" ".join(arguments), last_words))

    def end(self, with_signal=signal.SIGTERM):
        self.process.send_signal(with_signal)
        code = self.process.wait(timeout=60)
        self.process.stdout.close()
        return code


class Installation:
    """A folder with certificates, documents, configuration and secrets, made by the program."""

    def __init__(self, program, folder, more_rights=()):
        self.program, self.folder = program, folder
        self.authorisations = folder / "authorisations"
        shutil.copytree(PROJECT / "Contracts/authorisations", self.authorisations)
        for right in more_rights:
            (self.authorisations / (right["id"] + ".yaml")).write_text(json.dumps(right))
        self.certificates = folder / "certificates"
        self.run("certificates", "create", "--folder", str(self.certificates))
        self.sources = Program(
            [program, "simulate", "--certificates", str(self.certificates), "--people", "500"],
            "Control port")
        self.control = self.sources.addresses["Control port"]
        entries = []
        for name, organisation in ORGANISATIONS.items():
            pem = (self.certificates / (name + ".pem")).read_text()
            fingerprint = hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest()
            entries.append({
                "id": name, "organisation": organisation, "contact": "it@example.org",
                "organisationName": {"nl": "Voorbeeld", "fr": "Exemple"},
                "certificates": [fingerprint], "roles": ["consumer"]})
        # JSON is YAML.
        (folder / "applications.yaml").write_text(json.dumps({"applications": entries}))
        self.configuration = folder / "onlyonce.yaml"
        self.configuration.write_text(json.dumps(self.settings()))
        self.run("keys", "create", "--config", str(self.configuration))
        key = self.run("log", "key", "create", "--config", str(self.configuration))
        self.verifier = key.splitlines()[-1]

    def settings(self):
        def file(name):
            return str(self.certificates / name)

        server = {"host": "localhost", "port": 0, "certificate": file("gateway-server.pem"),
                  "privateKey": file("gateway-server-key.pem")}
        contracts = PROJECT / "Contracts"
        return {
            "api": dict(server, clientAuthority=file("applications-ca.pem")), "web": server,
            "operations": {"port": 0}, "data": "data",
            "keys": {"store": "keys", "keyEncryptionKey": "secrets/kek",
                     "pseudonymSecret": "secrets/pseudonym"},
            "log": {"origin": "log.example.org/consults", "key": "secrets/log"},
            "contracts": str(contracts), "authorisations": str(self.authorisations),
            "applications": "applications.yaml", "regulations": str(contracts / "regulations"),
            "sampleRegulations": True,
            "own": {"organisation": "1990000530", "application": "onlyonce",
                    "purpose": "population-check"},
            "sources": {
                "nationalRegister": self.sources.addresses["Crossroads Bank"],
                "vehicleRegister": self.sources.addresses["Vehicle register"],
                "certificate": file("gateway-client.pem"),
                "privateKey": file("gateway-client-key.pem"),
                "authority": file("sources-ca.pem"), "customer": "1990000530",
                "deadlineMilliseconds": 500}}

    def run(self, *arguments):
        return subprocess.run(
            [self.program, *arguments], check=True, capture_output=True, text=True).stdout

    def start(self):
        return Program([self.program, "serve", "--config", str(self.configuration)], "operations")

    def verify(self):
        """What does not hold of the log as it lies there; `None` when everything does."""
        done = subprocess.run(
            [self.program, "log", "verify", str(self.folder / "data"), "--key", self.verifier],
            capture_output=True, text=True)
        return None if done.returncode == 0 else done.stdout + done.stderr

    def entries(self):
        """Every entry of the log, page after page."""
        after = []
        while True:
            page = ["log", "list", "--config", str(self.configuration), "--limit", "10000"] + after
            lines = [json.loads(line) for line in self.run(*page, "--json").splitlines()]
            yield from (line["entry"] for line in lines)
            if len(lines) < 10000:
                return
            after = ["--after", str(lines[-1]["position"])]

    def switch(self, source, fault):
        body = None if fault is None else json.dumps(fault).encode()
        request = urllib.request.Request(
            "%s/faults/%s" % (self.control, source), data=body,
            method="DELETE" if fault is None else "PUT")
        urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request).read()

    def client(self, application):
        context = ssl.create_default_context(cafile=self.certificates / "applications-ca.pem")
        context.load_cert_chain(
            self.certificates / (application + ".pem"),
            self.certificates / (application + "-key.pem"))
        return context
