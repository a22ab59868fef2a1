"""A project like ours but tiny: no dependencies, nothing to download, the real packaging/dev.py."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.code.source import ROOT

PROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "guesthouse"
version = "0.0.1"
dependencies = []

[project.optional-dependencies]
test = []
"""

# As much of a build backend as an editable install asks for; where a pipe called `reached` waits, it stays for ever.
BACKEND = """
import pathlib, zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    here = pathlib.Path.cwd()
    with open(here / "builds.log", "a") as log:
        log.write("built\\n")
    if (here / "reached").is_fifo():
        (here / "reached").write_text("in the middle of it")
        import signal
        signal.pause()
    name, info = "guesthouse-0.0.1-py3-none-any.whl", "guesthouse-0.0.1.dist-info"
    metadata = ["Metadata-Version: 2.1", "Name: guesthouse", "Version: 0.0.1", "Provides-Extra: test"]
    kind = ["Wheel-Version: 1.0", "Generator: here", "Root-Is-Purelib: true", "Tag: py3-none-any"]
    with zipfile.ZipFile(pathlib.Path(folder) / name, "w") as wheel:
        wheel.writestr("guesthouse_here.pth", str(here / "desktop"))
        wheel.writestr(f"{info}/METADATA", "\\n".join(metadata) + "\\n")
        wheel.writestr(f"{info}/WHEEL", "\\n".join(kind) + "\\n")
        wheel.writestr(f"{info}/RECORD", "")
    return name
"""

APP = """
import os, sys
print("\\n".join([os.getcwd(), *sys.argv[1:]]))
sys.exit(int(os.environ.get("EXIT_WITH", "0")))
"""


class SmallProject:
    """A checkout in a folder of its own, and the way to start dev.py in it."""

    def __init__(self, root: Path, environ: dict[str, str]) -> None:
        """Write the checkout to `root`; children get `environ`."""
        self.root, self.environ = root, environ
        app = root / "desktop" / "guesthouse"
        app.mkdir(parents=True)
        (app / "__main__.py").write_text(APP, "utf-8")
        (root / "packaging").mkdir()
        shutil.copy(ROOT / "packaging" / "dev.py", root / "packaging")
        (root / "backend.py").write_text(BACKEND, "utf-8")
        (root / "pyproject.toml").write_text(PROJECT, "utf-8")

    @property
    def line(self) -> list[str]:
        """How dev.py is started here, by the Python these tests run on."""
        return [sys.executable, str(self.root / "packaging" / "dev.py")]

    @property
    def python(self) -> Path:
        """The Python of the environment that dev.py makes."""
        return self.root / ".venv" / "bin" / "python"

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start dev.py and go on; in a session of its own, so that it can be ended with all its children."""
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen([*self.line, *arguments], env=self.environ, text=True, start_new_session=True, **pipes)

    def run(self, *arguments: str, cwd: Path | None = None, **environ: str) -> subprocess.CompletedProcess[str]:
        """Start dev.py and wait for it."""
        line, environ = [*self.line, *arguments], {**self.environ, **environ}
        return subprocess.run(line, env=environ, cwd=cwd, capture_output=True, text=True, check=False)

    def builds(self) -> int:
        """How often something was installed."""
        log = self.root / "builds.log"
        return len(log.read_text().splitlines()) if log.exists() else 0

    def remove(self, name: str) -> None:
        """Take a package out of the environment as roughly as can be."""
        for folder in (self.root / ".venv").glob(f"lib/python*/site-packages/{name}*"):
            shutil.rmtree(folder)
