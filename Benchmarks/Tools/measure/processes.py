"""Processes that serve, and what they use of the machine."""

import os
import re
import socket
import subprocess
import time
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Served:
    """A process, with its children, that serves until `stop`."""

    def __init__(self, name, command, folder, **more):
        self.name = name
        self.output = Path(folder) / f"{name}.out"
        with open(self.output, "w") as output:
            self.process = subprocess.Popen(
                [str(part) for part in command], stdout=output, stderr=subprocess.STDOUT, **more)

    def wait_for(self, pattern, seconds=60):
        """Waits until the output matches and returns the match."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            match = re.search(pattern, self.output.read_text())
            if match:
                return match
            self.check()
            time.sleep(0.01)
        raise SystemExit(f"{self.name} did not start:\n{self.output.read_text()}")

    def wait_for_port(self, port, seconds=20):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.check()
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.05)
        raise SystemExit(f"{self.name} does not listen")

    def check(self):
        if self.process.poll() is not None:
            raise SystemExit(f"{self.name} ended:\n{self.output.read_text()}")

    def pids(self):
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return [pid] + [int(child) for child in children]

    def cpu_seconds(self):
        """User and system time of the process and its children until now."""
        total = 0
        for pid in self.pids():
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICK

    def resident_bytes(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) * 1024

    def threads(self):
        return len(os.listdir(f"/proc/{self.process.pid}/task"))

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def kill(self):
        """Ends it without a warning."""
        self.process.kill()
        self.process.wait()
