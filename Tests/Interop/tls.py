"""Lets testssl.sh look at the TLS of the running gateway: versions 1.2 and 1.3 alone, no weak
ciphers, and a client certificate demanded where applications knock.

    python tls.py PROGRAM

Prints `N passed, M failed` and exits 1 when one failed.
"""

import concurrent.futures
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Soak"))
from installation import Installation  # noqa: E402

VERSIONS = {"SSLv2": False, "SSLv3": False, "TLS1": False, "TLS1_1": False, "TLS1_2": True,
            "TLS1_3": True}
WEAK = ["cipherlist_NULL", "cipherlist_aNULL", "cipherlist_EXPORT", "cipherlist_LOW",
        "cipherlist_3DES_IDEA", "cipherlist_AVERAGE"]


def examined(testssl, address, path):
    """What testssl.sh says, by the name of the question."""
    subprocess.run(
        [testssl, "--quiet", "--color", "0", "--warnings", "batch", "--protocols", "--std",
         "--lucky13", "--rc4", "--jsonfile", str(path), address],
        check=False, capture_output=True, stdin=subprocess.DEVNULL, timeout=240)
    return {entry["id"]: entry["finding"] for entry in json.loads(path.read_text())}


def demands_certificate(address):
    """Whether the server names, in its handshake, an authority of client certificates."""
    done = subprocess.run(
        ["openssl", "s_client", "-connect", address, "-tls1_2"], check=False,
        capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=30)
    return ("Client Certificate Types" in done.stdout, done.returncode == 0)


def main():
    testssl = shutil.which("testssl") or shutil.which("testssl.sh")
    if not testssl:
        print("skipped: testssl.sh lacks (script/bootstrap installs it)")
        return 0
    program = str(pathlib.Path(sys.argv[1]).resolve())
    results = []

    def expect(what, holds):
        results.append(bool(holds))
        if not holds:
            print("failed:", what)

    with tempfile.TemporaryDirectory(prefix="onlyonce-tls-") as folder:
        folder = pathlib.Path(folder)
        installation = Installation(program, folder)
        gateway = installation.start()
        addresses = {
            name: gateway.addresses[name].removeprefix("https://") for name in ("api", "web")}
        with concurrent.futures.ThreadPoolExecutor() as pool:
            answers = dict(zip(addresses, pool.map(
                lambda name: examined(testssl, addresses[name], folder / (name + ".json")),
                addresses)))
        for name, said in answers.items():
            for version, is_offered in VERSIONS.items():
                finding = said.get(version, "nothing")
                expect("%s: %s is %s" % (name, version, finding),
                       finding.startswith("offered") == is_offered and finding != "nothing")
            for cipher in WEAK:
                finding = said.get(cipher, "nothing")
                expect("%s: %s is %s" % (name, cipher, finding), finding == "not offered")
            for attack in ("LUCKY13", "RC4"):
                finding = said.get(attack, "nothing")
                expect("%s: %s: %s" % (name, attack, finding), finding.startswith("not vuln"))
        expect("api demands a certificate, and goes no further without",
               demands_certificate(addresses["api"]) == (True, False))
        expect("web demands none", demands_certificate(addresses["web"]) == (False, True))
        gateway.end()
        installation.sources.end()
    print("tls: %d passed, %d failed" % (sum(results), len(results) - sum(results)))
    return 0 if results and all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
