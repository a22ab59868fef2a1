"""Nothing leaves this computer: a whole journey watched from outside, and one where there is no network at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guesthouse.content.practices import load_practices
from guesthouse.domain.practice import Kind
from guesthouse.keeping import Keeping
from guesthouse.paths import Paths, resources
from tests.journeys.reader import Visit
from tests.journeys.seeing import LOCAL, Heard, Traced, libraries, sockets_of
from tests.journeys.test_every_practice import Playing
from tests.safety.hands import Clock, command
from tests.screen import HOW, Screen

NEVER = {
    "PySide6.QtNetwork", "PySide6.QtWebSockets", "asyncio", "ftplib", "http.client", "http.server", "smtplib", "socket",
    "_socket", "socketserver", "ssl", "_ssl", "urllib.request", "webbrowser", "xmlrpc",
}  # fmt: skip
"""Modules that speak to a network, or could."""

SPEAKING = (
    "Qt6Network",
    "Qt6WebSockets",
    "libssl",
    "libcurl",
    "libgnutls",
    "libnss_dns",
    "_socket.",
    "_ssl.",
)
"""Parts of the names of libraries that do."""

PASSPHRASE = "a wall of rain"
PRACTICE = next(
    practice
    for practice in load_practices(resources() / "practices", "en")
    if not practice.gated and {step.kind for step in practice.steps}.isdisjoint({Kind.EXERCISE})
)


def whole_journey(visit: Visit) -> None:
    """Every room, and in each what one does there."""
    visit.find("Begin").press()
    visit.go_to("Visitors")
    visit.let_in("I always mess up")
    visit.go_to("Journal")
    visit.find("New entry").press()
    visit.find("Entry", "text").write("Someone said it. Of course it hurt.")
    visit.wait_for(lambda: visit.look_for("Saved"), "the saving to be over")
    visit.go_to("Practices")
    Playing(visit, PRACTICE).play()
    for room in ("Guest book", "Support", "Settings", "Today"):
        visit.go_to(room)
    visit.find("Something else I notice")


def sealed_evening(visit: Visit) -> None:
    """Behind a passphrase: open, write, copy, lock, open again."""
    unlock(visit)
    visit.go_to("Visitors")
    visit.let_in("Nobody really gets me")
    visit.go_to("Settings")
    visit.find_usable("Back up now").press()
    visit.find_usable("All right").press()
    visit.find("Lock").press()
    unlock(visit)
    visit.find("Settings", "radio button")


def unlock(visit: Visit) -> None:
    """With the passphrase, which is looked up and stretched in a thread."""
    visit.find("Passphrase", "text").write(PASSPHRASE)
    visit.find_usable("Unlock").press()
    visit.gone("Unlock")


def seal(folder: Path) -> None:
    """Set a passphrase, as Settings does."""
    Keeping(Paths.under(folder), Clock()).strongbox.seal(PASSPHRASE)


def need_strace() -> None:
    assert shutil.which("strace"), f"strace is missing: {HOW}"


@pytest.mark.timeout(180)
def test_a_whole_journey_opens_no_socket_but_those_to_the_desktop(screen: Screen, tmp_path: Path) -> None:
    need_strace()
    heard, loaded = Heard(tmp_path), set[str]()
    for evening in (whole_journey, sealed_evening):
        traced = Traced(tmp_path / f"trace of {evening.__name__}")
        with Visit(screen, tmp_path / "data", under=traced.under(), more=heard.environ()) as visit:
            evening(visit)
            loaded |= libraries(visit.process.pid)
            assert list(sockets_of(visit.process.pid))
            assert visit.close() == 0
        assert traced.not_local() == [] and traced.families() == LOCAL
        assert "connect" in traced.calls(), "the screen and the reader's bus are reached over sockets: else it is blind"
        if evening is whole_journey:
            seal(tmp_path / "data")

    assert "libQt6Widgets.so.6" in loaded
    assert [name for name in loaded if any(part in name for part in SPEAKING)] == []
    assert {"PySide6.QtWidgets", "cryptography"} <= heard.imported()
    assert sorted(heard.imported() & NEVER) == [] and heard.sockets() == []


def ways() -> list[str]:
    """How a program can be started without any network here: as oneself, as one's own root, or by root."""
    asked = {"-cn": ["unshare", "-cn", "true"], "-rn": ["unshare", "-rn", "true"], "-n": ["unshare", "-n", "true"]}
    return [
        way for way, line in asked.items() if subprocess.run(line, capture_output=True, check=False).returncode == 0
    ]


@pytest.mark.timeout(180)
@pytest.mark.parametrize("way", ways()[:1])
def test_where_there_is_no_network_at_all_nothing_is_missing(screen: Screen, tmp_path: Path, way: str) -> None:
    under = ["unshare", way]
    asks = [*under, sys.executable, "-c", "import socket; print(*(name for _, name in socket.if_nameindex()))"]
    assert subprocess.run(asks, capture_output=True, text=True, check=True).stdout.split() in (["lo"], [])
    with Visit(screen, tmp_path / "data", under=under) as visit:
        whole_journey(visit)
        theirs, ours = (Path(f"/proc/{pid}/ns/net").readlink() for pid in (visit.process.pid, "self"))
        assert theirs != ours
        assert visit.close() == 0
    assert command("check", "--data-dir", tmp_path / "data").returncode == 0


@pytest.mark.parametrize("source", ["import socket", "import urllib.request", "import PySide6.QtNetwork"])
def test_what_listens_hears_it(tmp_path: Path, source: str) -> None:
    """Else the journey above could pass because nothing is ever heard."""
    heard = Heard(tmp_path)
    environ = {**os.environ, **heard.environ()}
    subprocess.run([sys.executable, "-c", source], env=environ, check=True, capture_output=True)

    assert heard.imported() & NEVER


@pytest.mark.parametrize(
    "source",
    ["socket(AF_INET)", "socket(AF_INET6)", "getaddrinfo('example.org', 80)", "if_nameindex()"],
)
def test_what_watches_sees_it(tmp_path: Path, source: str) -> None:
    need_strace()
    traced = Traced(tmp_path / "trace")
    program = f"import contextlib\nfrom socket import *\nwith contextlib.suppress(OSError): {source}"
    subprocess.run([*traced.under(), sys.executable, "-c", program], check=True, capture_output=True)

    assert traced.not_local()
