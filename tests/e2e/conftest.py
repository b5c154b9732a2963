"""The real demo in processes of its own: server, worker and drainer over a fresh data folder."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
START_SECONDS = 300
PASSWORD = "obrazec-dlya-proverki"


@dataclass(frozen=True)
class Demo:
    url: str
    password: str
    data: Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url: str, process: subprocess.Popen, log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            pytest.fail(f"the demo ended: {log.read_text(errors='replace')[-3000:]}")
        try:
            with urllib.request.urlopen(f"{url}/robots.txt", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    pytest.fail("the demo does not answer")


@pytest.fixture(scope="session")
def demo(tmp_path_factory, chromium_path):
    data = tmp_path_factory.mktemp("demo")
    port, log = free_port(), data / "log.txt"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    environment |= {
        "DATA_DIR": str(data),
        "DEMO_PASSWORD": PASSWORD,
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
    }
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "demo", "--port", str(port)],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_for(f"http://127.0.0.1:{port}", process, log)
            yield Demo(f"http://127.0.0.1:{port}", PASSWORD, data)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=30)
