"""What holds for every command: the passphrase, the open window, wrong usage, Ctrl+C, no Qt."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from guesthouse import cli_data
from guesthouse.domain.safekeeping import State, Why
from guesthouse.errors import AlreadyOpen, FileMissing, PassphraseNeeded, WrongKey
from tests.cli_hands import LIVED_IN, PASSPHRASE, Command, Folder, Said, runner
from tests.safety.hands import SECRET, contents, let_in, opened


@pytest.fixture(params=LIVED_IN, ids=["sealed", "plain"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Folder:
    """Somebody has been here, with a passphrase and without one."""
    made = Folder(tmp_path / "data", request.param)
    return made.live_in("I always mess up", "Nobody gets me", entry="It rained.").seal()


@pytest.fixture
def guesthouse(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """The command."""
    return runner(monkeypatch, capfd)


@pytest.mark.parametrize(
    "line", [["check"], ["export", "--to", "out.json"], ["backup", "--to", "out.db"]], ids=" ".join
)
def test_where_there_is_no_file_none_is_made(
    guesthouse: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in (Folder(tmp_path / "nowhere", None), Folder(tmp_path, None)):
        assert guesthouse(folder, *line) == Said(1, "", FileMissing(folder.file).sentence + "\n")
    assert list(tmp_path.iterdir()) == []


def held(folder: Path) -> dict[str, bytes]:
    """Every file but the empty ones that are only held as locks."""
    return {name: data for name, data in contents(folder).items() if not name.endswith(".lock")}


def lines(folder: Folder, tmp_path: Path) -> dict[str, list[str]]:
    """Each command with what it needs."""
    (tmp_path / "in.json").write_text("{}", "utf-8")
    return {
        "check": ["check"],
        "export": ["export", "--to", str(tmp_path / "out.json")],
        "backup": ["backup", "--to", str(tmp_path / "out.db")],
        "import": ["import", str(tmp_path / "in.json")],
        "restore": ["restore", str(tmp_path / "good.db")],
    }


@pytest.mark.parametrize("name", ["check", "export", "backup", "import", "restore"])
def test_a_sealed_file_wants_its_passphrase(guesthouse: Command, tmp_path: Path, name: str) -> None:
    folder = Folder(tmp_path / "data", PASSPHRASE).live_in("here").seal()
    folder.keeping.backups(folder.key).make(Why.BY_HAND, to=tmp_path / "good.db")
    line = lines(folder, tmp_path)[name]
    before = held(tmp_path)
    folder.passphrase = None
    without, wrong = guesthouse(folder, *line), guesthouse(folder, *line, given="wrong\n")
    nothing = guesthouse(folder, *line, given="")

    assert without == nothing == Said(1, "", PassphraseNeeded().sentence + "\n")
    assert (wrong.code, wrong.out, wrong.err.count("\n")) == (1, "", 1) and wrong.err.startswith(WrongKey.title[:-1])
    assert held(tmp_path) == before


@pytest.mark.parametrize("name", ["check", "export", "backup"])
def test_what_only_reads_works_beside_an_open_window(
    guesthouse: Command, folder: Folder, tmp_path: Path, name: str
) -> None:
    house = opened(folder.path, key=folder.key)
    let_in(house, "on stage meanwhile")
    said = guesthouse(folder, *lines(folder, tmp_path)[name])
    assert (said.code, said.err) == (0, "")
    assert name == "check" or "3 guests" in said.out
    let_in(house, "and after it")
    assert house.guest_book.count() == 4
    house.close()


@pytest.mark.parametrize("name", ["import", "restore"])
def test_what_changes_the_file_wants_the_window_closed(
    guesthouse: Command, folder: Folder, tmp_path: Path, name: str
) -> None:
    house = opened(folder.path, key=folder.key)
    folder.keeping.backups(folder.key).make(Why.BY_HAND, to=tmp_path / "good.db")
    said = guesthouse(folder, *lines(folder, tmp_path)[name])
    assert said == Said(1, "", AlreadyOpen(folder.path).sentence + "\n")
    assert house.guest_book.count() == 2
    house.close()


def test_a_dry_run_may_be_made_beside_an_open_window(guesthouse: Command, folder: Folder, tmp_path: Path) -> None:
    guesthouse(folder, "export", "--to", tmp_path / "all.json")
    house = opened(folder.path, key=folder.key)
    said = guesthouse(folder, "import", "--dry-run", tmp_path / "all.json")
    house.close()

    assert (said.code, said.err) == (0, "") and "is here already" in said.out


OWN = ["guesthouse.db", "guesthouse.db-wal", "guesthouse.lock", "preferences.ini", "../data/guesthouse.db"]


@pytest.mark.parametrize("name", [*OWN, "guesthouse.keys"])
def test_no_command_writes_over_a_file_of_the_app_itself(guesthouse: Command, folder: Folder, name: str) -> None:
    before = contents(folder.path)
    for line in (["backup", "--to"], ["restore"], ["import"]):
        said = guesthouse(folder, *line, folder.path / name)
        assert said.code == 2 and said.out == "" and "a file of Guesthouse itself" in said.err
    assert contents(folder.path) == before


@pytest.mark.parametrize(
    "line",
    [
        ["export"], ["export", "--to"], ["export", "--to", ""], ["backup"], ["backup", "--to", " "], ["import"],
        ["restore"], ["import", "a", "b"], ["restore", "a", "--dry-run"], ["--passphrase-stdin"], ["check", "--to"],
        ["check", "--passphrase", SECRET], ["check", f"--passphrase={SECRET}"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage_is_2(guesthouse: Command, line: list[str]) -> None:
    said = guesthouse(None, *line)

    assert said.code == 2 and said.out == "" and said.err.startswith("usage: guesthouse")


def test_a_passphrase_that_is_not_utf_8_is_wrong_usage(guesthouse: Command, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "data", PASSPHRASE).live_in("here").seal()
    said = guesthouse(folder, "check", given=SECRET.encode() + b"\xff\n")

    assert said.code == 2 and said.out == "" and "UTF-8" in said.err and SECRET not in said.err


def test_only_the_newline_is_taken_off(guesthouse: Command, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "data", PASSPHRASE).live_in("here").seal()

    assert guesthouse(folder, "check", given=PASSPHRASE).code == 0
    assert guesthouse(folder, "check", given=PASSPHRASE.strip() + "\n").code == 1


@pytest.mark.parametrize("name", ["export", "backup"])
def test_stopped_half_way_it_leaves_nothing(
    guesthouse: Command, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    class Stopping(cli_data.Watch):
        def __call__(self, percent: int) -> bool:
            signal.raise_signal(signal.SIGINT)
            return super().__call__(percent)

    monkeypatch.setattr(cli_data, "Watch", Stopping)
    line = lines(folder, tmp_path)[name]
    before = held(tmp_path)
    said = guesthouse(folder, *line)

    assert said.code == 130 and said.out == "" and said.err.count("\n") <= 1
    assert held(tmp_path) == before


def test_no_core_is_dumped_and_nothing_of_qt_is_loaded(folder: Folder, tmp_path: Path) -> None:
    source = """
import resource, sys
from guesthouse.cli import main
code = main(sys.argv[1:])
never = {"PySide6", "shiboken6", "socket", "ssl"}
print(code, resource.getrlimit(resource.RLIMIT_CORE)[0] < 2, never & set(sys.modules))
"""
    line = [sys.executable, "-c", source, "export", "--to", tmp_path / "out.json", "--data-dir", folder.path]
    given = f"{folder.passphrase or ''}\n"
    done = subprocess.run([*line, "--passphrase-stdin"], input=given, capture_output=True, text=True, check=False)

    assert done.stdout.splitlines()[-1] == "0 True set()", done.stderr


def test_a_passphrase_can_be_typed_on_a_terminal(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "data", "wohl").live_in("here").seal()
    starts = (
        "import fcntl, os, sys, termios; os.setsid(); fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.executable, "
    )
    line = [sys.executable, "-c", f"{starts} [sys.executable, *sys.argv[1:]])", "-m", "guesthouse", "check"]
    ours, theirs = os.openpty()
    with subprocess.Popen([*line, "--data-dir", folder.path], stdin=theirs, stdout=theirs, stderr=theirs) as child:
        os.close(theirs)
        shown = b""
        while b"Passphrase: " not in shown:
            shown += os.read(ours, 1024)
        os.write(ours, b"wohl\n")
        while b"is whole" not in shown:
            shown += os.read(ours, 1024)
    os.close(ours)

    assert child.returncode == 0 and b"wohl" not in shown


def test_the_state_is_told_by_the_file_itself(folder: Folder) -> None:
    """The fixtures are what they say."""
    assert folder.keeping.strongbox.state() is (State.SEALED if folder.passphrase else State.PLAIN)
