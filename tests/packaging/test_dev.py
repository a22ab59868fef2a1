"""packaging/dev.py, the README's two commands: what it passes on, what it installs, and how it heals."""

from __future__ import annotations

import ast
import importlib.util
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from tests.code.source import ROOT
from tests.packaging.small_project import PROJECT, SmallProject

SCRIPT = ROOT / "packaging" / "dev.py"
pytestmark = pytest.mark.timeout(120)


@pytest.fixture(scope="module")
def dev() -> ModuleType:
    """The script as a module; importing it does nothing."""
    spec = importlib.util.spec_from_file_location("dev", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def project(tmp_path: Path, outside: dict[str, str]) -> SmallProject:
    """A tiny checkout that nothing has been installed for."""
    return SmallProject(tmp_path / "checkout", outside)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory, outside: dict[str, str]) -> SmallProject:
    """A tiny checkout after its first start."""
    project = SmallProject(tmp_path_factory.mktemp("dev") / "checkout", outside)
    done = project.run("run")
    assert done.returncode == 0, done.stderr
    return project


# ------------------------------------------------------------------------------------------------ what is passed on


@pytest.mark.parametrize(
    ("given", "passed"),
    [
        (["run"], []),
        (["run", "--"], []),
        (["run", "--", "--data-dir", "D"], ["--data-dir", "D"]),
        (["run", "--data-dir", "D"], ["--data-dir", "D"]),
        (["run", "--", "export", "--", "--to"], ["export", "--", "--to"]),
    ],
)
def test_arguments_are_passed_on_with_or_without_dashes(
    ready: SmallProject, given: list[str], passed: list[str]
) -> None:
    assert ready.run(*given).stdout.splitlines()[1:] == passed


def test_the_app_keeps_the_persons_folder_and_its_own_exit_code(ready: SmallProject, tmp_path: Path) -> None:
    done = ready.run("run", cwd=tmp_path, EXIT_WITH="7")
    assert done.stdout.splitlines() == [str(tmp_path)]
    assert done.returncode == 7


@pytest.mark.parametrize("arguments", [[], ["walk"], ["--", "run"]])
def test_an_unknown_command_is_wrong_usage(ready: SmallProject, arguments: list[str]) -> None:
    done = ready.run(*arguments)
    assert done.returncode == 2
    assert "packaging/dev.py run" in done.stderr


def test_a_signal_reaches_the_app(ready: SmallProject) -> None:
    """The app takes the script's place: there is no second process that would swallow a signal."""
    app = ready.root / "desktop" / "guesthouse" / "__main__.py"
    before = app.read_text("utf-8")
    app.write_text("import signal\nprint('up', flush=True)\nsignal.pause()\n", "utf-8")
    try:
        process = ready.start("run")
        assert process.stdout
        assert process.stdout.readline() == "up\n"
        process.terminate()
        process.communicate(timeout=20)
        assert process.returncode == -signal.SIGTERM
    finally:
        app.write_text(before, "utf-8")


def test_all_of_the_tests_are_checks_first_and_pytest_last(dev: ModuleType) -> None:
    lines = [" ".join(line) for line in dev.steps("test", Path("/env/bin/python"), [])]
    tools = ("ruff check", "ruff format", "mypy", "lint-imports", "pytest")
    assert [next(tool for tool in tools if tool in line) for line in lines] == list(tools)
    some = dev.steps("test", Path("/env/bin/python"), ["-k", "sim"])
    assert some == [["/env/bin/python", "-m", "pytest", "-k", "sim"]]


def test_a_check_that_finds_something_stops_the_run(dev: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
    fails = [sys.executable, "-c", "print('found it'); raise SystemExit(3)"]
    assert dev.carry_out("test", [fails, [sys.executable, "-c", "print('never')"]]) == 3
    said = capfd.readouterr().out
    assert "found it" in said
    assert "never" not in said


def test_an_old_python_gets_to_read_why(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 8))
    monkeypatch.setattr(sys, "version_info", (3, 8, 0))
    assert dev.main(["run"]) == 1
    assert "Python 3.11" in capsys.readouterr().err


# ------------------------------------------------------------------------------------------------ the environment


def test_a_second_start_is_quick_and_asks_nobody(ready: SmallProject) -> None:
    """Against the app started without the script, in the same breath; pip is taken away: nothing can be installed."""
    ready.remove("pip")
    builds = ready.builds()

    def took(line: list[str]) -> float:
        began = time.perf_counter()
        done = subprocess.run(line, env=ready.environ, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        return time.perf_counter() - began

    alone = min(took([str(ready.python), "-m", "guesthouse"]) for _ in range(5))
    ours = min(took([*ready.line, "run"]) for _ in range(5))
    assert ours - alone < 1.0
    assert ours < alone * 12
    assert ready.builds() == builds


def test_only_what_is_to_be_installed_makes_it_stale(dev: ModuleType, ready: SmallProject) -> None:
    toml = ready.root / "pyproject.toml"
    environment = dev.Environment(ready.root)
    assert environment.ready()
    try:
        toml.write_text(PROJECT + "\n[tool.ruff]\nline-length = 99\n", "utf-8")
        assert environment.ready()
        toml.write_text(PROJECT.replace("dependencies = []", 'dependencies = ["another"]'), "utf-8")
        assert not environment.ready()
    finally:
        toml.write_text(PROJECT, "utf-8")
    assert environment.ready()


def test_a_moved_environment_or_one_without_its_python_is_not_taken(
    dev: ModuleType, ready: SmallProject, tmp_path: Path
) -> None:
    moved = tmp_path / "moved"
    subprocess.run(["cp", "-a", str(ready.root), str(moved)], check=True)
    assert not dev.Environment(moved).ready(), "its paths lead to the other checkout"
    (moved / ".venv" / "bin" / "python").unlink()
    assert dev.Environment(moved).version() == ()


def test_a_start_cut_off_half_way_heals(project: SmallProject) -> None:
    """Killed in the middle of an installation, without a chance to clear up."""
    reached = project.root / "reached"
    os.mkfifo(reached)
    process = project.start("run")
    assert reached.read_text() == "in the middle of it"  # waits for it
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    project.remove("pip")  # what a half-written environment may look like
    reached.unlink()
    done = project.run("run", "--", "again")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[1:] == ["again"]


def test_two_starts_at_once_install_once(project: SmallProject) -> None:
    both = [project.start("run", str(number)) for number in range(2)]
    said = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert [out.splitlines()[1] for out, _err in said] == ["0", "1"]
    assert project.builds() == 1


def test_what_cannot_be_installed_is_told_and_tried_again(project: SmallProject) -> None:
    backend = project.root / "backend.py"
    whole = backend.read_text("utf-8")
    backend.write_text("raise SystemExit('no')", "utf-8")
    done = project.run("run")
    assert done.returncode == 1
    assert "could not be installed" in done.stderr
    assert "Traceback" not in done.stderr.splitlines()[-1]
    backend.write_text(whole, "utf-8")
    assert project.run("run").returncode == 0


# ------------------------------------------------------------------------------------------------ the system


def test_the_loader_is_asked_for_each_library(dev: ModuleType) -> None:
    assert dev.loads("libc.so.6")
    assert not dev.loads("libnobody-has-this.so.1")
    table = {"libc.so.6": "libc6", "libnobody-has-this.so.1": "libnobody1", "libnobody-has-that.so.1": "libnobody1"}
    assert dev.missing_libraries(table=table) == ["libnobody1"]


def test_here_nothing_is_missing_any_more(dev: ModuleType) -> None:
    """These tests run after the script's own set-up, so all its names are names that this system knows."""
    assert dev.missing_libraries() == []
    assert dev.missing_tools() == []


def test_a_tool_is_there_when_one_of_its_places_is(dev: ModuleType, tmp_path: Path) -> None:
    there = tmp_path / "tool"
    there.touch()
    table = {"has-a-file": ("/nowhere/tool", str(there)), "has-a-command": ("sh",), "has-nothing": ("nobody-has-this",)}
    assert dev.missing_tools(table) == ["has-nothing"]


def test_who_may_not_install_gets_the_one_command(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "apt-get").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(dev.Stop, match="sudo apt-get install --no-install-recommends libegl1 libgl1\n"):
        dev.install(["libegl1", "libgl1"])


def test_a_system_without_apt_gets_the_names_and_may_go_on(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(dev, "missing", lambda *_: ["libegl1"])
    dev.prepare_system("run", dev.Environment(tmp_path))
    assert "libegl1" in capsys.readouterr().err


def test_one_command_brings_it_all(dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The way to a first start is one step, not one for each thing that is found missing on the way."""
    monkeypatch.setattr(dev, "missing_libraries", lambda: ["libgl1"])
    monkeypatch.setattr(dev, "missing_tools", lambda: ["xvfb"])
    monkeypatch.setattr(dev, "has_venv", lambda: False)
    environment = dev.Environment(tmp_path)
    assert dev.missing("run", environment) == ["libgl1", "python3-venv"]
    assert dev.missing("test", environment) == ["libgl1", "python3-venv", "xvfb"]


def test_a_list_that_could_not_be_fetched_is_tried_once_more(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An apt-get that fails the first time, as one does beside another one that holds its lock."""
    log, apt = tmp_path / "log", tmp_path / "apt-get"
    apt.write_text(f'#!/bin/sh\necho "$DEBIAN_FRONTEND $*" >> {log}\n[ "$(grep -c libegl1 {log})" -ne 1 ]\n')
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    dev.install(["libegl1"])
    asked = log.read_text().splitlines()
    assert [line.split()[-1] for line in asked] == ["update", "libegl1", "update", "libegl1"]
    assert all(line.startswith("noninteractive") for line in asked)
