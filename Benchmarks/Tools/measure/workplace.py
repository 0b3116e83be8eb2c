"""The folder in which a run is made, with the gateway's configuration."""

import hashlib
import re
import secrets
import shutil
import ssl
import subprocess
from base64 import b64encode

from .processes import Served

CONFIGURATION = """
api: {{host: localhost, port: 0, certificate: {certificates}/gateway-server.pem,
      privateKey: {certificates}/gateway-server-key.pem,
      clientAuthority: {certificates}/applications-ca.pem}}
web: {{host: localhost, port: 0, certificate: {certificates}/gateway-server.pem,
      privateKey: {certificates}/gateway-server-key.pem}}
operations: {{port: 0}}
data: {home}/data
keys: {{store: {home}/keys, keyEncryptionKey: {home}/kek.key,
       pseudonymSecret: {folder}/pseudonym.secret}}
log: {{origin: log.example.org/consults, key: {home}/log.key}}
contracts: {root}/Contracts
authorisations: {root}/Benchmarks/Sample/authorisations
applications: {folder}/applications.yaml
regulations: {root}/Contracts/regulations
own: {{organisation: "1990000530", application: onlyonce, purpose: population-check}}
sources:
  nationalRegister: {source}
  vehicleRegister: https://localhost:1/v1/mobility
  certificate: {certificates}/gateway-client.pem
  privateKey: {certificates}/gateway-client-key.pem
  authority: {certificates}/sources-ca.pem
  customer: "1990000530"
  deadlineMilliseconds: 5000
"""

APPLICATION = """applications:
  - id: housing-agency
    organisation: "1990000233"
    organisationName: {{nl: Metingen (VOORBEELD), fr: Mesures (EXEMPLE)}}
    contact: benchmark@housing.example
    certificates: ["{fingerprint}"]
    roles: [consumer]
"""


class Workplace:
    """A fresh folder on the disk of the project: what is durable must reach a real disk."""

    def __init__(self, root, binaries):
        self.root, self.binaries = root, binaries
        self.folder = root / ".build" / "benchmarks"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.certificates = self.folder / "certificates"
        self.run(self.onlyonce, "certificates", "create", "--folder", self.certificates)

    @property
    def onlyonce(self):
        return self.binaries / "onlyonce"

    def run(self, *command):
        """The output of a command that must succeed."""
        return subprocess.run([str(part) for part in command], check=True, text=True,
                              stdout=subprocess.PIPE).stdout

    def parts(self, *arguments):
        """What the measurements without a network print."""
        return self.run(self.binaries / "OnlyOnceBenchmarks", *arguments)

    def compile(self, name, *libraries):
        tool = self.folder / name
        source = self.root / "Benchmarks" / "Tools" / f"{name}.c"
        self.run("cc", "-O2", "-o", tool, source, *libraries)
        return tool

    def gateway_configuration(self, source, home=None):
        """The configuration of a gateway with an empty log, or with that of another folder."""
        if home is None:
            home = self.folder
            for name in ("data", "keys"):
                (home / name).mkdir(mode=0o700)
        self.secret(self.folder / "pseudonym.secret")
        for name in ("kek.key", "log.key"):
            self.secret(home / name)
        pem = (self.certificates / "housing-agency.pem").read_text()
        first = re.search(r"-----BEGIN.*?-----END CERTIFICATE-----\n?", pem, re.S)[0]
        fingerprint = hashlib.sha256(ssl.PEM_cert_to_DER_cert(first)).hexdigest()
        (self.folder / "applications.yaml").write_text(APPLICATION.format(fingerprint=fingerprint))
        path = home / "gateway.yaml"
        path.write_text(CONFIGURATION.format(
            folder=self.folder, home=home, certificates=self.certificates, root=self.root, source=source))
        return path

    @staticmethod
    def secret(path):
        if not path.exists():
            path.write_text(b64encode(secrets.token_bytes(32)).decode() + "\n")
            path.chmod(0o600)

    def serve(self, configuration):
        served = Served("gateway", [self.onlyonce, "serve", "--config", configuration], self.folder)
        port = int(served.wait_for(r"api +https://\S+:(\d+)")[1])
        return served, port
