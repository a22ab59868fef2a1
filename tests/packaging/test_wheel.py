"""The wheel: built from the checkout, installed into an empty environment, and opened there."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import guesthouse
from tests.code.source import RESOURCES, ROOT, SOURCE

pytestmark = pytest.mark.timeout(400)
LOOK_INSIDE = Path(__file__).with_name("look_inside.py")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, outside: dict[str, str]) -> Path:
    """The wheel as it is built for a release."""
    folder = tmp_path_factory.mktemp("wheel")
    line = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(line, cwd=ROOT, env=outside, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory, outside: dict[str, str]) -> Path:
    """The folder of programs of an environment that holds the wheel, what it names, and nothing else."""
    folder = tmp_path_factory.mktemp("empty")
    subprocess.run([sys.executable, "-m", "venv", str(folder)], env=outside, check=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    line = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)]
    done = subprocess.run(line, env=outside, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return programs


def run(program: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a program of the environment, away from the checkout and without a screen."""
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environ.pop("PYTHONPATH", None)
    line = [str(program), *arguments]
    return subprocess.run(line, cwd=cwd, env=environ, capture_output=True, text=True, timeout=60, check=False)


def test_the_wheel_holds_the_app_and_its_resources_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    code = {f"guesthouse/{path.relative_to(SOURCE).as_posix()}" for path in SOURCE.rglob("*.py")}
    files = (path for path in RESOURCES.rglob("*") if path.is_file())
    artwork = {f"guesthouse/resources/{path.relative_to(RESOURCES).as_posix()}" for path in files}
    about = {name for name in names if name.split("/")[0].endswith(".dist-info")}
    assert names - about == code | artwork
    assert any(name.endswith("/licenses/LICENSE") for name in about)


def test_the_wheel_asks_for_qt_below_the_release_that_aborts(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(next(name for name in archive.namelist() if name.endswith("/METADATA"))).decode()
    asked = re.findall(r"^Requires-Dist: (.+?)(?:;.*)?$", metadata, re.MULTILINE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    qt = next(line for line in asked if line.startswith("pyside6-essentials"))
    assert "<6.12" in qt
    assert len(asked) >= len(project["dependencies"])
    assert f"Version: {guesthouse.__version__}\n" in metadata


def test_the_command_tells_its_version(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "guesthouse", "--version", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert guesthouse.__version__ in done.stdout


def test_the_window_opens_and_finds_everything_inside_the_wheel(installed: Path, tmp_path: Path) -> None:
    """Painted for real, then asked for; afterwards the file it made is whole."""
    data = tmp_path / "data"
    done = run(installed / "python", "-I", str(LOOK_INSIDE), str(data), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["exit_code"] == 0
    assert Path(found["package"]).is_relative_to(installed.parent)
    assert Path(found["resources"]) == Path(found["package"]) / "resources"
    assert {name.split()[0] for name in found["families"]} == {"Nunito", "Literata"}
    assert found["colours"] > 200, "the garden is on the picture"
    assert done.stderr == ""
    checked = run(installed / "guesthouse", "--data-dir", str(data), "check", cwd=tmp_path)
    assert checked.returncode == 0, checked.stderr


def test_check_says_where_there_is_nothing_to_check(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "guesthouse", "--data-dir", str(tmp_path / "nothing"), "check", cwd=tmp_path)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "nothing").exists()
