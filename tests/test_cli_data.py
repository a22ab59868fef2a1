"""The commands for the data, on plain and on sealed files: what they do, say, and leave alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from guesthouse.domain.safekeeping import Why
from guesthouse.errors import NotABackup
from tests.cli_hands import LIVED_IN, OTHER, PASSPHRASE, Command, Folder, Said, runner
from tests.safety.hands import contents


@pytest.fixture(params=LIVED_IN, ids=["sealed", "plain"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Folder:
    """Somebody has been here, with a passphrase and without one."""
    made = Folder(tmp_path / "data", request.param)
    return made.live_in("I always mess up", "Nobody gets me", entry="It rained.").seal()


@pytest.fixture
def guesthouse(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """The command."""
    return runner(monkeypatch, capfd)


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
    whose = "today" if folder.passphrase else "the backup"
    assert f" It opens with the passphrase of {whose}." in said.out
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
    os.mkfifo(tmp_path / "pipe.db")
    for name, data in (("letter.txt", b"dear\n" * 2000), ("empty.db", b""), ("gone.db", None), ("pipe.db", None)):
        file = tmp_path / name
        if data is not None:
            file.write_bytes(data)
        before = contents(folder.path)["guesthouse.db"]
        said = guesthouse(folder, "restore", file, given="")
        assert (said.code, said.out, said.err) == (1, "", NotABackup(file).sentence + "\n")
        assert contents(folder.path)["guesthouse.db"] == before
