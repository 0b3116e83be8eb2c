"""Lets schemathesis ask the running gateway whatever Contracts/openapi.yaml allows, and what it does
not: no answer may have a status or a form that the contract does not know.

    python contract.py PROGRAM

Prints `N passed, M failed` and exits 1 when one failed.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Soak"))
from installation import PROJECT, Installation  # noqa: E402
from facade import LICENCE_RIGHT, write_extract  # noqa: E402

CHECKS = ("not_a_server_error,status_code_conformance,content_type_conformance,"
          "response_headers_conformance,response_schema_conformance")
# So that no run finds what the one before did not, and no run takes longer.
SEED, EXAMPLES = "20261121", "20"


def strict_contract(folder):
    """The contract without `default`, which would promise every status."""
    document = yaml.safe_load((PROJECT / "Contracts/openapi.yaml").read_text())
    for path in document["paths"].values():
        for operation in path.values():
            if isinstance(operation, dict):
                operation.get("responses", {}).pop("default", None)
    path = pathlib.Path(folder) / "contract.json"
    path.write_text(json.dumps(document))
    return path


def everything(installation):
    """Registers one application in every role."""
    path = installation.folder / "applications.yaml"
    register = json.loads(path.read_text())
    for entry in register["applications"]:
        entry["roles"] = ["consumer", "auditor"]
    path.write_text(json.dumps(register))


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    schemathesis = str(pathlib.Path(sys.executable).parent / "schemathesis")
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="onlyonce-contract-") as folder:
        installation = Installation(program, pathlib.Path(folder), [LICENCE_RIGHT])
        everything(installation)
        gateway = installation.start()
        write_extract(folder + "/extract.zip")
        installation.run("kbo", "import", folder + "/extract.zip", "--config",
                         str(installation.configuration))
        contract = strict_contract(folder)
        authority = str(installation.certificates / "applications-ca.pem")
        client = str(installation.certificates / "housing-agency")
        listeners = [
            ("api", ["--include-path-regex", "^/v1/", "--request-cert", client + ".pem",
                     "--request-cert-key", client + "-key.pem"]),
            ("web", ["--include-path-regex", "^/(doc|v1/log)/"]),
            ("operations", ["--include-path-regex", "^/(health|metrics)$"]),
        ]
        for name, options in listeners:
            done = subprocess.run(
                [schemathesis, "run", str(contract), "--url", gateway.addresses[name],
                 "--tls-verify", authority, "--checks", CHECKS, "--seed", SEED,
                 "--max-examples", EXAMPLES, "--generation-database", "none", "--no-color",
                 "--suppress-health-check", "all"] + options,
                cwd=folder, capture_output=True, text=True)
            passed, failed = passed + (not done.returncode), failed + bool(done.returncode)
            if done.returncode:
                print("failed: the %s listener\n%s%s" % (name, done.stdout, done.stderr))
        gateway.end()
        if not_held := installation.verify():
            failed += 1
            print("failed: the log after it\n" + not_held)
        installation.sources.end()
    print("contract: %d passed, %d failed" % (passed, failed))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
