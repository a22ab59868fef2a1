"""The command: what it says, where it says it, and the number it ends with."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import guesthouse
from guesthouse import cli, cli_data
from guesthouse.errors import Bug, FileDamaged, FileMissing, FolderUnusable, WindowUnavailable
from tests.safety.hands import SECRET, command, contents, let_in, opened


@pytest.fixture
def lived_in(tmp_path: Path) -> Path:
    """A folder with a whole file."""
    folder = tmp_path / "lived in"
    house = opened(folder)
    let_in(house, "I was here")
    house.close()
    return folder


def python(source: str, *arguments: str | Path, **environ: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-c", source, *map(str, arguments)]
    whole = {**os.environ, **environ}
    return subprocess.run(line, capture_output=True, text=True, timeout=50, check=False, env=whole)


def test_the_version_is_told_without_a_look_at_any_data(own_home: Path) -> None:
    done = command("--version")

    assert (done.returncode, done.stdout, done.stderr) == (0, f"guesthouse {guesthouse.__version__}\n", "")
    assert list(own_home.iterdir()) == []


@pytest.mark.parametrize("arguments", [["--version"], ["check"], ["--data-dir", "here", "check"]])
def test_no_command_waits_for_qt(arguments: list[str], tmp_path: Path) -> None:
    source = """
import sys
from guesthouse.cli import main
try:
    main(sys.argv[1:])
finally:
    print("loaded:", *sorted({name.partition(".")[0] for name in sys.modules} & {"PySide6", "shiboken6", "numpy"}))
"""
    done = python(source, *arguments)

    assert done.stdout.splitlines()[-1].split() == ["loaded:"]


def test_a_whole_file_is_whole(lived_in: Path) -> None:
    before = contents(lived_in)
    done = command("check", "--data-dir", lived_in)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"The file with your data is whole ({lived_in / 'guesthouse.db'}).\n"
    assert contents(lived_in) == before


def test_a_damaged_file_is_told_in_one_sentence(lived_in: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = lived_in / "guesthouse.db"
    file.write_bytes(file.read_bytes()[:9000])

    assert cli.main(["check", "--data-dir", str(lived_in)]) == 1
    assert capfd.readouterr() == ("", FileDamaged(file).sentence + "\n")


def test_where_there_is_no_file_none_is_made(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for folder in (tmp_path / "nowhere", tmp_path):
        assert cli.main(["check", "--data-dir", str(folder)]) == 1
        assert capfd.readouterr() == ("", FileMissing(folder / "guesthouse.db").sentence + "\n")
    assert list(tmp_path.iterdir()) == []


def test_the_folder_may_be_named_before_or_after_the_command_or_around_it(
    lived_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    here, away = str(lived_in), str(tmp_path / "away")

    assert cli.main(["--data-dir", here, "check"]) == cli.main(["check", "--data-dir", here]) == 0
    assert cli.main(["check", f"--data-dir={here}"]) == 0
    monkeypatch.setenv("GUESTHOUSE_DATA_DIR", here)
    assert cli.main(["check"]) == 0
    assert cli.main(["--data-dir", away, "check"]) == 1
    assert capfd.readouterr().out.count("is whole") == 4


@pytest.mark.parametrize(
    "arguments",
    [["chekc"], ["--frobnicate"], ["check", "more"], ["--data-dir"], ["--data-dir", "", "check"], ["--data-dir", " "]],
    ids=" ".join,
)
def test_wrong_usage_is_2_and_told_on_stderr(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(arguments)
    said = capfd.readouterr()

    assert left.value.code == 2 and said.out == "" and said.err.startswith("usage: guesthouse")


def test_help_names_what_there_is(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["--help"])
    said = capfd.readouterr()

    assert left.value.code == 0 and said.err == ""
    assert all(
        word in said.out
        for word in (
            *("--version", "--data-dir DIR", "--passphrase-stdin", "Without a command the window opens"),
            *("export", "import", "backup", "restore", "check"),
        )
    )


@pytest.mark.parametrize(
    "name", [b"tagebuch \xc3\xa4 \xe6\x97\xa5", b"latin \xe4", b"#1 100% of?it 'a' \"b\"", b"-x", b"a\nb"]
)
def test_a_folder_may_have_any_name_on_any_terminal(tmp_path: Path, name: bytes) -> None:
    folder = tmp_path / os.fsdecode(name)
    opened(folder).close()
    line = [sys.executable, "-m", "guesthouse", "check", b"--data-dir=" + os.fsencode(folder)]
    environ = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(line, capture_output=True, timeout=50, check=False, env=environ)

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"The file with your data is whole (")


def test_a_home_of_nobody_and_a_folder_that_is_gone_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()

    for named in ("~nobody-of-this-name/diary", "diary"):
        assert cli.main(["check", "--data-dir", named]) == 1
        assert capfd.readouterr() == ("", FolderUnusable(Path(named)).sentence + "\n")


def test_a_mistake_of_ours_is_told_by_kind_and_place_and_never_by_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def mistaken(*_: object) -> str:
        raise LookupError(SECRET)

    monkeypatch.setattr(cli_data, "perform", mistaken)
    assert cli.main(["check", "--data-dir", str(tmp_path)]) == 1
    said = capfd.readouterr()

    assert said.out == "" and said.err.startswith(Bug().sentence)
    assert "LookupError" in said.err and "in mistaken" in said.err and SECRET not in said.err


def test_an_interruption_ends_quietly(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli_data, "perform", interrupted)

    assert cli.main(["check"]) == 130
    assert capfd.readouterr() == ("", "")


def test_without_qt_it_is_told_what_is_missing(tmp_path: Path) -> None:
    source = """
import sys
sys.modules["PySide6.QtWidgets"] = None
from guesthouse.cli import main
sys.exit(main(sys.argv[1:]))
"""
    done = python(source, "--data-dir", tmp_path / "data")

    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.startswith(WindowUnavailable().sentence) and "PySide6.QtWidgets" in done.stderr
    assert "Qt cannot be loaded" in (tmp_path / "data" / "log" / "guesthouse.log").read_text(encoding="utf-8")
    assert not (tmp_path / "data" / "guesthouse.db").exists()
