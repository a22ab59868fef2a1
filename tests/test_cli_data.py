"""The commands for the data, on plain and on sealed files: what they do, say, and leave alone."""

from __future__ import annotations

import io
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from guesthouse import cli, cli_data
from guesthouse.domain.safekeeping import State, Why
from guesthouse.errors import AlreadyOpen, FileMissing, NotABackup, PassphraseNeeded, WrongKey
from guesthouse.house import open_house
from guesthouse.keeping import Keeping
from guesthouse.paths import Paths
from tests.safety.hands import BEGIN, SECRET, Clock, contents, let_in, opened

PASSPHRASE, OTHER = "Grün ist die Mitte ", "quite another one"
LIVED_IN = (PASSPHRASE, None)


@dataclass
class Folder:
    """A folder somebody lives in, and the passphrase of its file."""

    path: Path
    passphrase: str | None
    key: bytes | None = None

    def live_in(self, *thoughts: str, entry: str = "", day: int = 0) -> Folder:
        """Let thoughts in, and write an entry."""
        clock, chance = Clock(BEGIN + timedelta(days=day)), random.Random(str(self.path))
        house = open_house(Paths.under(self.path), clock=clock, random=chance, key=self.key, alone=True)
        for thought in thoughts:
            let_in(house, thought)
        if entry:
            house.journal.keep(replace(house.journal.begin(), text=entry))
        house.close()
        return self

    def seal(self) -> Folder:
        """Set the passphrase, if it has one."""
        if self.passphrase is not None:
            self.key = self.keeping.strongbox.seal(self.passphrase).key
        return self

    @property
    def keeping(self) -> Keeping:
        """What can be done with the file as a whole."""
        return Keeping(Paths.under(self.path), Clock())

    @property
    def file(self) -> Path:
        """The file itself."""
        return self.path / "guesthouse.db"

    def thoughts(self) -> list[str]:
        """Who is in the guest book."""
        house = opened(self.path, key=self.key)
        known = sorted(guest.words for guest in house.guest_book.find(limit=1000))
        house.close()
        return known

    def copies(self) -> list[Path]:
        """The backups in its folder."""
        return sorted((self.path / "backups").glob("*.db"))


@dataclass(frozen=True)
class Said:
    """What a command said, and the number it ended with."""

    code: int
    out: str
    err: str


Command = Callable[..., Said]


@pytest.fixture(params=LIVED_IN, ids=["sealed", "plain"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Folder:
    """Somebody has been here, with a passphrase and without one."""
    made = Folder(tmp_path / "data", request.param)
    return made.live_in("I always mess up", "Nobody gets me", entry="It rained.").seal()


@pytest.fixture
def guesthouse(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """The command, with these arguments and lines on stdin."""

    def run(folder: Folder | None, *arguments: str | Path, given: str | bytes | None = None) -> Said:
        line = [*(["--data-dir", str(folder.path)] if folder else []), *map(str, arguments)]
        if given is None and folder is not None and folder.passphrase is not None:
            given = folder.passphrase + "\n"
        if given is not None:
            line.append("--passphrase-stdin")
        data = given.encode() if isinstance(given, str) else given or b""
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        try:
            code = cli.main(line)
        except SystemExit as left:
            code = int(left.code or 0)
        said = capfd.readouterr()
        return Said(code, said.out, said.err)

    return run


# ------------------------------------------------------------------------------------------------ export and import


@pytest.mark.parametrize("ending", ["json", "zip", "JSON"])
def test_an_export_says_what_is_in_it(guesthouse: Command, folder: Folder, tmp_path: Path, ending: str) -> None:
    to = tmp_path / f"all of it.{ending}"
    said = guesthouse(folder, "export", "--to", to)

    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Exported to {to}: 2 guests, 2 visits") and said.out.count("\n") == 1
    assert " 1 entry" in said.out and to.stat().st_size > 300
    assert to.stat().st_mode & 0o077 == 0


def test_the_same_export_twice_adds_nothing(guesthouse: Command, folder: Folder, tmp_path: Path) -> None:
    to, new = tmp_path / "all.json", Folder(tmp_path / "new", None)
    guesthouse(folder, "export", "--to", to)
    told = guesthouse(new, "import", to, "--dry-run")
    nothing_yet = new.path.exists()
    first, second = guesthouse(new, "import", to), guesthouse(new, "import", to)

    assert told.code == 0 and told.out.startswith(f"{to} would add 2 guests") and "Nothing was changed" in told.out
    assert not nothing_yet
    assert first.code == 0 and first.out.startswith(f"Taken in from {to}: added 2 guests, 2 visits")
    assert second == Said(0, f"All that is in {to} is here already; nothing was changed.\n", "")
    assert new.thoughts() == folder.thoughts()


def test_what_comes_in_is_beside_what_is_there_and_a_backup_was_made(
    guesthouse: Command, folder: Folder, tmp_path: Path
) -> None:
    to, elsewhere = (
        tmp_path / "elsewhere.zip",
        Folder(tmp_path / "elsewhere", None).live_in("nobody  GETS me!", "Third", day=1),
    )
    guesthouse(elsewhere, "export", "--to", to)
    copies = folder.copies()
    before = contents(folder.path)["guesthouse.db"]
    told = guesthouse(folder, "import", "--dry-run", to)
    assert contents(folder.path)["guesthouse.db"] == before and folder.copies() == copies
    done = guesthouse(folder, "import", to)

    assert told.code == done.code == 0 and "1 guest" in told.out and "1 guest" in done.out
    assert folder.thoughts() == ["I always mess up", "Nobody gets me", "Third"]
    (copy,) = set(folder.copies()) - set(copies)
    assert Why.BEFORE_IMPORT.value in copy.name


@pytest.mark.parametrize("text", ["{", "[]", '{"format": "other"}', ""])
def test_a_file_that_is_no_export_changes_nothing(
    guesthouse: Command, folder: Folder, tmp_path: Path, text: str
) -> None:
    source = tmp_path / "no export.json"
    source.write_text(text, "utf-8")
    before = contents(folder.path)["guesthouse.db"], folder.copies()
    said = guesthouse(folder, "import", source)
    new = guesthouse(Folder(tmp_path / "new", None), "import", source)

    assert said.code == new.code == 1 and said.out == new.out == ""
    assert said.err == new.err and str(source) in said.err and said.err.count("\n") == 1
    assert (contents(folder.path)["guesthouse.db"], folder.copies()) == before
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["all.txt", "all", "json", ".json", "all.json.bak"])
def test_an_export_to_another_kind_of_file_is_wrong_usage(guesthouse: Command, folder: Folder, name: str) -> None:
    said = guesthouse(folder, "export", "--to", folder.path / name)

    assert said.code == 2 and said.out == "" and ".json" in said.err and said.err.startswith("usage: guesthouse export")
    assert not (folder.path / name).exists()


# ------------------------------------------------------------------------------------------------ backup and restore


def test_a_backup_goes_where_it_is_told_and_comes_back(guesthouse: Command, folder: Folder, tmp_path: Path) -> None:
    to = tmp_path / "safe" / "one.db"
    to.parent.mkdir()
    made = guesthouse(folder, "backup", "--to", to)
    folder.live_in("later")
    back = guesthouse(folder, "restore", to)

    assert (made.code, made.err, made.out.count("\n")) == (0, "", 1)
    assert made.out.startswith(f"Backed up to {to}: 2 guests, 2 visits and 1 entry.")
    assert ("opens with the passphrase" in made.out) is (folder.passphrase is not None)
    assert (back.code, back.err, back.out.count("\n")) == (0, "", 1)
    assert back.out.startswith(f"Restored from {to} to {folder.file}: 2 guests, 2 visits and 1 entry.")
    assert folder.thoughts() == ["I always mess up", "Nobody gets me"]
    (copy,) = [copy for copy in folder.copies() if Why.BEFORE_RESTORE.value in copy.name]
    assert str(copy) in back.out
    guesthouse(folder, "restore", copy)
    assert folder.thoughts() == ["I always mess up", "Nobody gets me", "later"]


def test_a_backup_is_never_written_over_anything(guesthouse: Command, folder: Folder, tmp_path: Path) -> None:
    to, name = tmp_path / "letter.txt", tmp_path / "only a name.db"
    to.write_text("dear", "utf-8")
    name.touch()
    said = guesthouse(folder, "backup", "--to", to)

    assert said.code == 1 and said.out == "" and str(to) in said.err and to.read_text("utf-8") == "dear"
    assert guesthouse(folder, "backup", "--to", name).code == 0 and name.stat().st_size > 4096


def test_a_backup_opens_by_itself_with_its_own_passphrase(guesthouse: Command, folder: Folder, tmp_path: Path) -> None:
    to, elsewhere = tmp_path / "one.db", Folder(tmp_path / "elsewhere", folder.passphrase)
    guesthouse(folder, "backup", "--to", to)
    said = guesthouse(elsewhere, "restore", to)

    assert (said.code, said.err) == (0, "") and " kept in " not in said.out
    assert elsewhere.keeping.strongbox.state() is folder.keeping.strongbox.state()
    elsewhere.key = folder.key
    assert elsewhere.thoughts() == ["I always mess up", "Nobody gets me"]


@pytest.fixture
def older(guesthouse: Command, tmp_path: Path) -> Path:
    """A backup with a passphrase of its own."""
    other = Folder(tmp_path / "other", OTHER).live_in("from long ago").seal()
    guesthouse(other, "backup", "--to", tmp_path / "older.db")
    return tmp_path / "older.db"


def test_a_backup_with_another_passphrase_takes_the_next_line(guesthouse: Command, folder: Folder, older: Path) -> None:
    lines = [folder.passphrase, OTHER] if folder.passphrase else [OTHER]
    short = guesthouse(folder, "restore", older, given="".join(f"{line}\n" for line in lines[:-1]))
    assert short.code == 1 and short.err.count("\n") == 1
    assert folder.thoughts() == ["I always mess up", "Nobody gets me"]

    said = guesthouse(folder, "restore", older, given="".join(f"{line}\n" for line in lines))
    assert (said.code, said.err) == (0, "")
    if folder.passphrase is None:
        folder.key = folder.keeping.strongbox.unlock(OTHER)
    else:  # it is sealed as it was: the passphrase of today stays
        assert folder.keeping.strongbox.unlock(folder.passphrase) == folder.key
    assert folder.thoughts() == ["from long ago"]


def test_who_knows_the_passphrase_of_the_backup_only_finds_the_present_file_aside(
    guesthouse: Command, tmp_path: Path, older: Path
) -> None:
    folder = Folder(tmp_path / "data", PASSPHRASE).live_in("not lost").seal()
    before = folder.file.read_bytes()
    said = guesthouse(folder, "restore", older, given=f"{OTHER}\n")

    assert (said.code, said.err) == (0, "")
    (aside,) = (folder.path / "aside").iterdir()
    assert str(aside) in said.out
    assert before in contents(aside).values()
    folder.key = folder.keeping.strongbox.unlock(OTHER)
    assert folder.thoughts() == ["from long ago"]


@pytest.mark.parametrize("given", ["quite wrong\n", "quite wrong\nwrong as well\n", f"{PASSPHRASE}\nwrong\n", "\n"])
def test_wrong_passphrases_restore_nothing(guesthouse: Command, tmp_path: Path, older: Path, given: str) -> None:
    folder = Folder(tmp_path / "data", PASSPHRASE).live_in("here").seal()
    said = guesthouse(folder, "restore", older, given=given)

    assert said.code == 1 and said.out == "" and said.err.count("\n") == 1
    assert folder.thoughts() == ["here"] and not (folder.path / "aside").exists()


def test_what_is_no_backup_is_told_before_any_passphrase_is_asked_for(
    guesthouse: Command, folder: Folder, tmp_path: Path
) -> None:
    for name, data in (("letter.txt", b"dear\n" * 2000), ("empty.db", b""), ("gone.db", None)):
        file = tmp_path / name
        if data is not None:
            file.write_bytes(data)
        before = contents(folder.path)["guesthouse.db"]
        said = guesthouse(folder, "restore", file, given="")
        assert (said.code, said.out, said.err) == (1, "", NotABackup(file).sentence + "\n")
        assert contents(folder.path)["guesthouse.db"] == before


# ------------------------------------------------------------------------------------------------ what holds for all


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
