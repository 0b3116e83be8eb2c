"""Lets PyJWT and cryptography make the tokens of officials, and see whether the running gateway tells
the good ones from the others; then signs an official in for the pages, from the redirect to the session.

    python tokens.py PROGRAM

Prints `N passed, M failed` and exits 1 when one failed.
"""

import base64
import datetime
import hashlib
import hmac
import http.client
import http.server
import json
import pathlib
import secrets
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Soak"))
import soak  # noqa: E402
from installation import Installation  # noqa: E402

AUDIENCE, SCOPE = "https://onlyonce.example", "onlyonce"
QUESTION = {"purpose": "vehicle-tax", "plate": soak.plate(0), "select": ["vehicle.make"]}


class Count:
    passed = failed = 0

    @classmethod
    def check(cls, name, found, wanted):
        if found == wanted:
            cls.passed += 1
        else:
            cls.failed += 1
            print("failed: %s - %r instead of %r" % (name, found, wanted))


def url_base64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def thumbprint(installation, application):
    pem = (installation.certificates / (application + ".pem")).read_text()
    return url_base64(hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).digest())


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def call(address, context, method, path, body=None, headers=None):
    connection = http.client.HTTPSConnection(
        address.removeprefix("https://"), context=context, timeout=30)
    connection.request(method, path, body, headers or {})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


class Provider:
    """A key set over HTTPS, and tokens of whatever kind, made by nothing of the project."""

    issuer = "https://python.example"

    def __init__(self, certificates):
        self.elliptic = ec.generate_private_key(ec.SECP256R1())
        self.rsa = rsa.generate_private_key(65537, 2048)
        keys = [dict(json.loads(jwt.algorithms.ECAlgorithm.to_jwk(self.elliptic.public_key())),
                     kid="ec", use="sig"),
                dict(json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.rsa.public_key())),
                     kid="rsa", use="sig")]
        document = json.dumps({"keys": keys}).encode()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(document)))
                self.end_headers()
                self.wfile.write(document)

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("localhost", 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(
            certificates / "source-server.pem", certificates / "source-server-key.pem")
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.key_set = "https://localhost:%d/jwks" % server.server_address[1]

    def claims(self, bound, **changes):
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": AUDIENCE, "sub": "official-1", "iat": now,
                  "exp": now + 300, "scope": "openid " + SCOPE,
                  "cnf": {"x5t#S256": bound}}
        claims.update(changes)
        return {name: value for name, value in claims.items() if value is not None}

    def token(self, bound, key=None, algorithm="ES256", headers=None, **changes):
        key = self.elliptic if key is None else key
        kid = "ec" if algorithm == "ES256" else "rsa"
        fields = dict({"typ": "at+jwt", "kid": kid}, **(headers or {}))
        return jwt.encode(self.claims(bound, **changes), key, algorithm,
                          {name: value for name, value in fields.items() if value is not None})


def unchecked(header, claims, sign=None):
    """A token that no careful library makes."""
    signed = ".".join(url_base64(json.dumps(part).encode()) for part in (header, claims))
    return signed + "." + (url_base64(sign(signed.encode())) if sign else "")


def ask(gateway, installation, token, application="tax-department"):
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = "Bearer " + token
    answer, content = call(
        gateway.addresses["api"], installation.client(application), "POST", "/v1/vehicles/get",
        json.dumps(QUESTION), headers)
    kind = json.loads(content).get("type", "").rpartition(":")[2]
    return answer.status, kind


def tokens_of_libraries(installation, provider):
    """Every kind of token, by libraries that nobody here wrote."""
    gateway = installation.start()
    own = thumbprint(installation, "tax-department")
    other = thumbprint(installation, "housing-agency")
    now = int(time.time())
    public = provider.rsa.public_key().public_bytes(
        Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    def symmetric(signed):
        return hmac.new(public, signed, "sha256").digest()

    stranger = ec.generate_private_key(ec.SECP256R1())
    good, bad = (200, ""), (401, "invalidAccessToken")
    cases = [
        ("no token", None, good),
        ("ES256", provider.token(own), good),
        ("PS256", provider.token(own, provider.rsa, "PS256"), good),
        ("an audience among others", provider.token(own, aud=["x", AUDIENCE]), good),
        ("an algorithm that is not allowed", provider.token(own, provider.rsa, "RS256"), bad),
        ("another client's certificate", provider.token(other), bad),
        ("no certificate", provider.token(own, cnf=None), bad),
        ("wrong audience", provider.token(own, aud="https://elsewhere.example"), bad),
        ("no audience", provider.token(own, aud=None), bad),
        ("wrong issuer", provider.token(own, iss="https://elsewhere.example"), bad),
        ("expired", provider.token(own, iat=now - 900, exp=now - 600),
         (401, "expiredAccessToken")),
        ("not yet valid", provider.token(own, nbf=now + 600), bad),
        ("no end", provider.token(own, exp=None), bad),
        ("unknown key", provider.token(own, headers={"kid": "unknown"}), bad),
        ("no key named", provider.token(own, headers={"kid": None}), bad),
        ("another key", provider.token(own, stranger), bad),
        ("another kind of token", provider.token(own, headers={"typ": "JWT"}), bad),
        ("a critical header", unchecked(
            {"alg": "ES256", "kid": "ec", "typ": "at+jwt", "crit": ["exp"]},
            provider.claims(own), lambda _: bytes(64)), bad),
        ("alg none", jwt.encode(provider.claims(own), None, "none",
                                {"typ": "at+jwt", "kid": "ec"}), bad),
        ("the public key as a shared secret", unchecked(
            {"alg": "HS256", "kid": "rsa", "typ": "at+jwt"}, provider.claims(own), symmetric),
         bad),
        ("no official", provider.token(own, sub=None), bad),
        ("no scope", provider.token(own, scope="openid"), (403, "missingScope")),
        ("noise", "a.b.c", bad),
    ]
    for name, token, wanted in cases:
        Count.check(name, ask(gateway, installation, token), wanted)
    gateway.end()


def scim(gateway, installation, method, path, body=None):
    answer, content = call(
        gateway.addresses["api"], installation.client("housing-agency"), method, path,
        None if body is None else json.dumps(body), {"Content-Type": "application/scim+json"})
    return answer.status, json.loads(content) if content else None


def simulated_token(installation, door, tokens, application, official):
    """Signs an official in at the simulated provider, for an application (PKCE, RFC 8705)."""
    anybody = ssl.create_default_context(cafile=installation.certificates / "sources-ca.pem")
    verifier = secrets.token_urlsafe(32)
    redirect = "https://application.example/callback"
    answer, _ = call(door, anybody, "GET", "/authorize?" + urllib.parse.urlencode({
        "response_type": "code", "client_id": application, "redirect_uri": redirect,
        "scope": "openid " + SCOPE, "state": "s", "code_challenge_method": "S256",
        "code_challenge": url_base64(hashlib.sha256(verifier.encode()).digest()),
        "login_hint": official}, quote_via=urllib.parse.quote))
    place = urllib.parse.urlparse(answer.getheader("Location"))
    code = urllib.parse.parse_qs(place.query)["code"][0]
    client = ssl.create_default_context(cafile=installation.certificates / "sources-ca.pem")
    client.load_cert_chain(installation.certificates / (application + ".pem"),
                           installation.certificates / (application + "-key.pem"))
    address = urllib.parse.urlparse(tokens)
    _, content = call(
        address.netloc, client, "POST", address.path, urllib.parse.urlencode({
            "grant_type": "authorization_code", "client_id": application, "code": code,
            "redirect_uri": redirect, "code_verifier": verifier}),
        {"Content-Type": "application/x-www-form-urlencoded"})
    return json.loads(content)["access_token"]


def command(installation, *arguments):
    done = subprocess.run(
        [installation.program, *arguments, "--config", str(installation.configuration)],
        capture_output=True, text=True)
    if done.returncode:
        print("failed:", *arguments, "-", done.stderr.strip())
    return done.stdout


def commands(gateway, installation):
    """What an operator does at the machine, through the gateway that runs."""
    _, ben = scim(gateway, installation, "POST", "/scim/v2/Users", {
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
        "userName": "official-ben", "roles": ["parkingDesk"]})
    _, carl = scim(gateway, installation, "POST", "/scim/v2/Users", {
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
        "userName": "official-carl"})
    listed = command(installation, "officials", "list")
    Count.check("listed without names", (ben["id"] in listed, "official-ben" in listed),
                (True, False))
    shown = command(installation, "officials", "show", ben["id"])
    Count.check("shown with the name", "official-ben" in shown, True)
    tomorrow = (datetime.date.today() + datetime.timedelta(days=1)).isoformat()
    granted = command(
        installation, "delegations", "grant", "--from", ben["id"], "--to", carl["id"],
        "--role", "parkingDesk", "--until", tomorrow, "--reason", "holiday")
    delegation = granted.split()[0]
    Count.check("a delegation is listed",
                delegation in command(installation, "delegations", "list"), True)
    command(installation, "delegations", "revoke", delegation, "--reason", "back")
    Count.check("and revoked", command(installation, "delegations", "list"), "")
    done = command(
        installation, "officials", "deactivate", ben["id"], "--reason", "left on the spot")
    Count.check("deactivated", "inactive" in done, True)
    _, found = scim(gateway, installation, "GET", "/scim/v2/Users/" + ben["id"])
    Count.check("the personnel system sees it", found["active"], False)
    scim(gateway, installation, "DELETE", "/scim/v2/Users/" + carl["id"])
    kinds = [entry["kind"] for entry in installation.entries()]
    Count.check("everything stands in the log",
                (kinds.count("officialChanged"), kinds.count("delegationChanged")), (6, 4))


def simulated_provider(installation, key_set, tokens, web):
    """The simulated provider's own tokens, and signing in for the pages."""
    gateway = installation.start()
    door = urllib.parse.urlparse(key_set).netloc
    anybody = ssl.create_default_context(cafile=installation.certificates / "sources-ca.pem")
    _, content = call(door, anybody, "GET", "/jwks")
    token = simulated_token(installation, door, tokens, "tax-department", "official-anna")
    key = jwt.PyJWKSet.from_json(content)[jwt.get_unverified_header(token)["kid"]]
    claims = jwt.decode(token, key, ["ES256"], audience=AUDIENCE)
    Count.check("PyJWT believes it", claims["sub"], "official-anna")
    nobody, good = (401, "invalidAccessToken"), (200, "")
    Count.check("who is in no directory that is kept",
                ask(gateway, installation, token), nobody)
    created, user = scim(gateway, installation, "POST", "/scim/v2/Users", {
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
        "userName": "official-anna", "roles": ["dpo"]})
    Count.check("entered", created, 201)
    Count.check("who was entered", ask(gateway, installation, token), good)
    Count.check("with another client's certificate",
                ask(gateway, installation, token, "parking-schaerbeek"), nobody)
    header, payload, _ = token.split(".")
    Count.check("with its signature cut off",
                ask(gateway, installation, "%s.%s." % (header, payload)), nobody)
    Count.check("with alg none", ask(gateway, installation, jwt.encode(
        claims, None, "none", {"typ": "at+jwt", "kid": key.key_id})), nobody)

    browser = ssl.create_default_context(
        cafile=installation.certificates / "applications-ca.pem")
    begun, _ = call(web, browser, "GET", "/sign-in")
    attempt = begun.getheader("Set-Cookie").split(";")[0]
    place = urllib.parse.urlparse(begun.getheader("Location"))
    asked = urllib.parse.parse_qs(place.query)
    Count.check("a challenge", asked["code_challenge_method"], ["S256"])
    Count.check("the nonce is not shown", asked["nonce"][0] in attempt, False)
    granted, _ = call(door, anybody, "GET", "%s?%s&login_hint=official-anna" % (
        place.path, place.query))
    back = urllib.parse.urlparse(granted.getheader("Location"))
    callback = "%s?%s" % (back.path, back.query)
    Count.check("another browser", call(web, browser, "GET", callback)[0].status, 401)
    ended, _ = call(web, browser, "GET", callback, None, {"Cookie": attempt})
    Count.check("signed in", ended.status, 303)
    session = next((value.split(";")[0] for name, value in ended.getheaders()
                    if name == "Set-Cookie" and "session=" in value), "")
    Count.check("a second time",
                call(web, browser, "GET", callback, None, {"Cookie": attempt})[0].status, 401)
    told, content = call(web, browser, "GET", "/sign-in/session", None, {"Cookie": session})
    Count.check("a session", (told.status, json.loads(content).get("roles")), (200, ["dpo"]))

    left, _ = scim(gateway, installation, "PATCH", "/scim/v2/Users/" + user["id"], {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        "Operations": [{"op": "replace", "path": "active", "value": False}]})
    Count.check("left", left, 200)
    Count.check("the token of who has left", ask(gateway, installation, token), nobody)
    told, _ = call(web, browser, "GET", "/sign-in/session", None, {"Cookie": session})
    Count.check("the session of who has left", told.status, 401)
    commands(gateway, installation)
    gateway.end()
    # Without a gateway the command takes the lock itself.
    Count.check("listed without a gateway",
                len(command(installation, "officials", "list").splitlines()), 2)


def main():
    with tempfile.TemporaryDirectory(prefix="onlyonce-tokens-") as folder:
        program = str(pathlib.Path(sys.argv[1]).resolve())
        installation = Installation(program, pathlib.Path(folder))
        announced = {}
        while len(announced) < 2:
            name, _, address = installation.sources.process.stdout.readline().strip().rpartition(" ")
            announced[name.strip()] = address
        settings = installation.settings()
        authority = str(installation.certificates / "sources-ca.pem")
        provider = Provider(installation.certificates)
        settings["identityProvider"] = {
            "issuer": provider.issuer, "audience": AUDIENCE, "keySet": provider.key_set,
            "authority": authority, "algorithms": "ES256 PS256", "officialClaim": "sub",
            "scope": SCOPE}
        installation.configuration.write_text(json.dumps(settings))
        tokens_of_libraries(installation, provider)

        path = installation.folder / "applications.yaml"
        register = json.loads(path.read_text())
        for entry in register["applications"]:
            if entry["id"] == "housing-agency":
                entry["roles"].append("provisioning")
        path.write_text(json.dumps(register))
        port = free_port()
        settings["web"] = dict(settings["web"], port=port)
        key_set, tokens = announced["Identity keys"], announced["Identity tokens"]
        door = key_set.removesuffix("/jwks")
        settings["identityProvider"] = {
            "issuer": "https://identity.example", "audience": AUDIENCE, "keySet": key_set,
            "authority": authority, "algorithms": "ES256", "officialClaim": "sub",
            "scope": SCOPE,
            "signIn": {
                "client": "onlyonce", "authorisation": door + "/authorize", "token": tokens,
                "redirect": "https://localhost:%d/sign-in/callback" % port,
                "certificate": str(installation.certificates / "gateway-client.pem"),
                "privateKey": str(installation.certificates / "gateway-client-key.pem")}}
        installation.configuration.write_text(json.dumps(settings))
        simulated_provider(installation, key_set, tokens, "https://localhost:%d" % port)
        installation.sources.end()
    print("tokens: %d passed, %d failed" % (Count.passed, Count.failed))
    return 1 if Count.failed or not Count.passed else 0


if __name__ == "__main__":
    sys.exit(main())
