"""Consults over mutual TLS, beside nginx as a plain mutual-TLS reverse proxy."""

import json
import sqlite3
import ssl
import subprocess
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

from . import nginx
from .figure import Figure
from .processes import Served

CONNECTIONS = 32
ANSWERED_NAME = "lastName"
PEER = "nginx, mutual-TLS reverse proxy"

REQUEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>'
    '<ksz:retrieveTIGroupsRequest'
    ' xmlns:ksz="http://kszbcss.fgov.be/intf/RetrieveTIGroupsService/v2"><informationCustomer>'
    "<ticket>019aa5c2-7c00-7a3e-8f21-4b5c6d7e8f90</ticket>"
    "<timestampSent>2026-11-21T09:14:02.125Z</timestampSent><customerIdentification>"
    "<cbeNumber>1990000530</cbeNumber></customerIdentification></informationCustomer>"
    "<legalContext>BENCHMARK</legalContext><searchInformation><ssin>{ssin}</ssin>"
    "<language>nl</language><history>false</history></searchInformation>"
    "</ksz:retrieveTIGroupsRequest></soap:Body></soap:Envelope>"
)


class Consults:
    """A canned source, and before it nginx and the gateway, with one load generator for both."""

    def __init__(self, place, seconds, rounds):
        self.place, self.seconds, self.rounds = place, seconds, rounds
        self.served = []
        self.load = place.compile("load", "-lssl", "-lcrypto")
        ssin = place.parts("person").strip()
        (place.folder / "soap.txt").write_text(REQUEST.format(ssin=ssin) + "\n")
        (place.folder / "consult.txt").write_text(json.dumps(
            {"ssin": ssin, "select": ["person.name"], "purpose": "benchmark"}) + "\n")
        (place.folder / "answer.xml").write_bytes(self.answer(REQUEST.format(ssin=ssin)))
        self.source, source_port = self.keep(nginx.start(
            "source", nginx.SOURCE, place.folder, place.certificates))
        self.proxy, proxy_port = self.keep(nginx.start(
            "proxy", nginx.PROXY, place.folder, place.certificates, source=source_port))
        self.gateway, gateway_port = self.keep(place.serve(place.gateway_configuration(
            f"https://localhost:{source_port}/retrieveTI")))
        applications = ("housing-agency", "applications-ca")
        self.targets = {
            "source": (source_port, "/retrieveTI", "soap.txt", "retrieveTIGroupsResponse",
                       ("gateway-client", "sources-ca")),
            "nginx": (proxy_port, "/retrieveTI", "soap.txt", "retrieveTIGroupsResponse",
                      applications),
            "onlyonce": (gateway_port, "/v1/persons/get", "consult.txt", ANSWERED_NAME,
                         applications),
        }
        for name in self.targets:
            self.ask(name, 1.5)

    def keep(self, started):
        self.served.append(started[0])
        return started

    def stop(self):
        for served in reversed(self.served):
            served.stop()

    def answer(self, request):
        """The bytes with which the simulated Crossroads Bank answers."""
        place = self.place
        simulator = Served("simulator", [
            place.onlyonce, "simulate", "--certificates", place.certificates, "--people", "100"],
            place.folder)
        try:
            url = simulator.wait_for(r"Crossroads Bank +(\S+)")[1]
            context = ssl.create_default_context(cafile=place.certificates / "sources-ca.pem")
            context.load_cert_chain(place.certificates / "gateway-client.pem",
                                    place.certificates / "gateway-client-key.pem")
            asked = urllib.request.Request(
                url, request.encode(), {"Content-Type": "text/xml; charset=utf-8"})
            body = urllib.request.urlopen(asked, context=context).read()
        finally:
            simulator.stop()
        if b"DATA_FOUND" not in body:
            raise SystemExit("the simulated source does not know the person")
        return body

    def ask(self, target, seconds, rate=None):
        """One run of the generator. Every answer must be good, or there is no number."""
        port, path, bodies, wanted, (identity, authority) = self.targets[target]
        certificates = self.place.certificates
        command = [
            self.load, "-c", CONNECTIONS, "-d", seconds, "-E", certificates / f"{identity}.pem",
            "-K", certificates / f"{identity}-key.pem", "-C", certificates / f"{authority}.pem",
            "-b", self.place.folder / bodies, "-m", wanted, "-t",
            "application/json" if target == "onlyonce" else "text/xml; charset=utf-8"]
        if rate:
            command += ["-r", rate]
        command += ["localhost", port, path]
        before = self.entries() if target == "onlyonce" else 0
        run = subprocess.run([str(part) for part in command], text=True, stdout=subprocess.PIPE)
        if run.returncode:
            raise SystemExit(f"{target}: not every answer was good: {run.stdout}")
        result = json.loads(run.stdout)
        if target == "onlyonce" and self.entries() - before != 2 * result["requests"]:
            raise SystemExit("the log does not hold two entries for each consult")
        return result

    def entries(self):
        path = self.place.folder / "data" / "log.sqlite"
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
            return database.execute("SELECT count(*) FROM entry").fetchone()[0]

    def closed(self, target, served):
        """Requests a second and CPU microseconds per request, in the closed loop."""
        before = served.cpu_seconds()
        result = self.ask(target, self.seconds)
        cpu = (served.cpu_seconds() - before) / result["requests"] * 1e6
        print(f"  {target:9} {result['rate']:9,.0f} requests/s  {cpu:7.1f} µs CPU  "
              f"p50 {result['p50']:.2f} ms  p99 {result['p99']:.2f} ms", flush=True)
        return result["rate"], cpu

    def figures(self):
        ours, peer = [], []
        for _ in range(self.rounds):
            peer.append(self.closed("nginx", self.proxy))
            ours.append(self.closed("onlyonce", self.gateway))
        best = lambda runs: (max(rate for rate, _ in runs), min(cpu for _, cpu in runs))
        (our_rate, our_cpu), (peer_rate, peer_cpu) = best(ours), best(peer)
        rate = our_rate / 2
        p99 = {target: min(self.ask(target, self.seconds, rate)["p99"]
                           for _ in range(self.rounds)) for target in self.targets}
        print(f"  open loop at {rate:,.0f} requests/s, p99 in ms: {p99}", flush=True)
        print(f"  threads: gateway {self.gateway.threads()}, nginx and source 1 worker each")
        return [
            Figure("consultThroughput", our_rate, "requests/s", "higher",
                   "ratio >= 0.2, in the end 0.5", peer_rate, PEER),
            Figure("consultCPU", our_cpu, "µs/request", "lower", "ratio <= 4", peer_cpu, PEER),
            Figure("consultLatencyP99", p99["onlyonce"], f"ms at {rate:,.0f} requests/s", "lower",
                   "ours < 5", p99["nginx"], PEER),
        ] + self.memory(rate)

    def memory(self, rate):
        """Resident memory under load, and how it grows once it is warm."""
        seconds = self.place.soak_seconds
        with ThreadPoolExecutor() as pool:
            load = pool.submit(self.ask, "onlyonce", seconds, rate)
            points, start = [], time.monotonic()
            while not load.done():
                points.append((time.monotonic() - start, self.gateway.resident_bytes() / 1e6))
                time.sleep(0.5)
            load.result()
        warm = [point for point in points if point[0] > seconds / 5]
        return [
            Figure("residentMemory", max(size for _, size in points), "MB", "lower",
                   "ours < 150"),
            Figure("memorySlope", slope(warm) * 60, f"MB/min over {seconds} s", "lower",
                   "ours < 1 over 600 s"),
        ]


def slope(points):
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread
