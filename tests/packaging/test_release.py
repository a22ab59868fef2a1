"""packaging/release.py: a line that nobody has checked lately does not go out. Never tried on the file that ships."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from guesthouse.content.helplines import load_regions
from tests.code.source import ROOT

SCRIPT = ROOT / "packaging" / "release.py"
ON = "2026-06-30"

REGION = """
[[region]]
code = "{code}"
name = "{name}"
countries = {countries}
emergency = ""
"""
LINE = """
[[region.line]]
name = "{name}"
number = "{number}"
how = "Call"
hours = ""
languages = ""
source = "a.org"
source_date = "2026-01"
verified = "{verified}"
"""


@dataclass(frozen=True)
class Said:
    """What it printed, and how it ended."""

    code: int
    lines: list[str]
    beside: str


def release(*arguments: str) -> Said:
    """Run it as a person does, with a Python that has only itself."""
    done = subprocess.run(
        [sys.executable, "-I", str(SCRIPT), *arguments], capture_output=True, text=True, timeout=60, check=False
    )
    return Said(done.returncode, done.stdout.splitlines(), done.stderr)


def made(folder: Path, *verified: str) -> str:
    """A file with a region that has a line for each of these days, and one for everywhere else that is well."""
    text = REGION.format(code="XX", name="Nowhere", countries='["XX"]')
    text += "".join(
        LINE.format(name=f"Line {number}", number=f"0{number}", verified=day) for number, day in enumerate(verified, 1)
    )
    text += REGION.format(code="other", name="Elsewhere", countries="[]")
    text += LINE.format(name="Last", number="99", verified=ON)
    (folder / "lines.toml").write_text(text, encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize("day", [ON, "2026-06-29", "2026-01-01"])
def test_what_was_checked_within_180_days_goes_out(tmp_path: Path, day: str) -> None:
    said = release("--on", ON, "--lines", made(tmp_path, day))
    assert (said.code, said.lines) == (0, []), said.beside
    assert said.beside == "All 2 lines were checked by a person within 180 days.\n"


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("", "no person has checked it yet"),
        ("2025-12-31", "checked on 2025-12-31, 181 days ago; a check holds for 180"),
        ("2020-01-01", "checked on 2020-01-01, 2372 days ago; a check holds for 180"),
        ("2026-07-01", "checked on 2026-07-01, which is still to come"),
    ],
)
def test_any_other_line_is_named_with_its_reason(tmp_path: Path, day: str, why: str) -> None:
    said = release("--on", ON, "--lines", made(tmp_path, ON, day))
    assert (said.code, said.lines) == (1, [f"Nowhere: Line 2, 02: {why}."])
    assert said.beside == "1 of 3 lines must be checked before a release. CONTRIBUTING.md says how.\n"


def test_each_of_several_has_a_line_of_its_own(tmp_path: Path) -> None:
    said = release("--on", ON, "--lines", made(tmp_path, "", ON, "2025-01-01"))
    assert said.code == 1 and [line.split(", ")[0] for line in said.lines] == ["Nowhere: Line 1", "Nowhere: Line 3"]


def test_without_a_day_it_is_today(tmp_path: Path) -> None:
    folder = made(tmp_path, datetime.now().astimezone().date().isoformat(), "2001-01-01")
    said = release("--lines", folder)
    named = [line.partition(",")[0] for line in said.lines]
    assert "Nowhere: Line 1" not in named and "Nowhere: Line 2" in named


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[region]\n", "lines.toml"),
        ("", "lines.toml: no region"),
        (REGION.format(code="XX", name="Nowhere", countries="[]"), "region 1 (XX): no line"),
        (
            REGION.format(code="XX", name="Nowhere", countries="[]")
            + LINE.format(name="A", number="1", verified="last week"),
            "verified must be YYYY-MM-DD or empty, not 'last week'",
        ),
        (
            REGION.format(code="XX", name="Nowhere", countries="[]")
            + LINE.format(name="A", number="1", verified="2026-02-31"),
            "'2026-02-31'",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_told_apart_from_one_that_must_be_checked(
    tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "lines.toml").write_text(text, encoding="utf-8")
    said = release("--lines", str(tmp_path))
    assert (said.code, said.lines) == (2, [])
    assert said.beside.startswith("The lines cannot be read: ") and told in said.beside
    assert "Traceback" not in said.beside


def test_a_folder_without_a_file_and_a_day_that_is_none_are_told(tmp_path: Path) -> None:
    assert release("--lines", str(tmp_path / "nowhere")).code == 2
    said = release("--on", "soon", "--lines", made(tmp_path, ON))
    assert said.code == 2 and "soon" in said.beside and "Traceback" not in said.beside


def test_it_reads_the_file_that_ships_unless_it_is_told_another() -> None:
    """Whether that one may go out is not for a test to say; that it can be read, and each line is looked at, is."""
    said = release("--on", "2001-01-01")
    assert said.code == 1, "nothing was checked before it was written"
    assert len(said.lines) == sum(len(region.lines) for region in load_regions(ROOT / "resources" / "helplines"))
