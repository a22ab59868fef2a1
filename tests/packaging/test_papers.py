"""What comes along with the app: the menu entry, the software centre's description, and the README's promises."""

from __future__ import annotations

import configparser
import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.code.source import RESOURCES, ROOT

LINUX = ROOT / "packaging" / "linux"
PAPERS = sorted(ROOT.glob("*.md"))


@pytest.fixture
def entry() -> configparser.SectionProxy:
    """The menu entry."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(LINUX / "guesthouse.desktop", "utf-8")
    return parser["Desktop Entry"]


def test_the_menu_entry_starts_the_command_and_shows_the_icon(entry: configparser.SectionProxy) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert entry["Exec"] in project["scripts"]
    assert (RESOURCES / "app" / f"{entry['Icon']}.svg").is_file()
    assert entry["Terminal"] == "false"


def test_the_description_belongs_to_the_menu_entry_and_says_what_this_is_not() -> None:
    root = ET.parse(LINUX / "guesthouse.metainfo.xml").getroot()
    assert (LINUX / str(root.findtext("launchable"))).is_file()
    said = " ".join("".join(root.itertext()).split())
    assert "It is not therapy, diagnosis, or emergency help" in said
    assert "nobody reads what you write" in said


def test_the_readme_says_in_full_what_this_is_not() -> None:
    said = " ".join((ROOT / "README.md").read_text("utf-8").replace("\n>", " ").split())
    assert "It is not therapy, diagnosis, or emergency help, and nobody reads what you write." in said
    assert "these exercises may be better with a professional. Stop anything that makes you feel worse." in said


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_links_lead_somewhere(paper: Path) -> None:
    text = paper.read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if not link.startswith("https://")]
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_commands_are_those_of_the_script(paper: Path) -> None:
    asked = set(re.findall(r"packaging/dev\.py (\w+)", paper.read_text("utf-8")))
    assert asked <= {"run", "test", "check", "bench"}
