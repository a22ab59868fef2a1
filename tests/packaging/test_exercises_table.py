"""The table of the exercises: every technique, every house rule, and no test named in it that is not there."""

from __future__ import annotations

import ast
import re
import tomllib

import pytest

from guesthouse.content.exercises import ORDER
from tests.code.source import RESOURCES, ROOT

PAPER = ROOT / "docs" / "exercises.md"
TEXT = PAPER.read_text("utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
TECHNIQUES, RULES = 19, 14


def part(title: str) -> list[list[str]]:
    """The rows of the table under this heading, each as its cells."""
    under = re.split(r"^## ", TEXT, flags=re.MULTILINE)
    (found,) = (text for text in under if text.startswith(title))
    rows = [line.strip("|").split(" | ") for line in found.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def named_in(cell: str) -> list[tuple[str, str]]:
    """The tests named in a cell, as file and name."""
    return NAMED.findall(cell)


def test_every_technique_and_every_rule_has_its_row() -> None:
    assert [row[0] for row in part("The techniques")] == [str(number) for number in range(1, TECHNIQUES + 1)]
    assert [row[0] for row in part("The house rules")] == [str(number) for number in range(1, RULES + 1)]
    assert all(len(row) == 6 and all(row) for row in part("The techniques"))
    assert all(len(row) == 4 and all(row) for row in part("The house rules"))


def test_every_row_names_the_tests_that_show_it() -> None:
    rows = [*part("The techniques"), *part("The house rules")]
    assert [row[0] for row in rows if not named_in(row[-1])] == []
    said = [named for row in rows for named in row[-1].split("<br>")]
    assert [named for named in said if not NAMED.fullmatch(named)] == []


@pytest.mark.parametrize("file", sorted({file for file, _ in named_in(TEXT)}))
def test_each_test_that_is_named_is_there(file: str) -> None:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    there = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    assert [name for where, name in named_in(TEXT) if where == file and name not in there] == []


def test_every_exercise_and_every_scene_is_in_it_by_its_title() -> None:
    here = " ".join(row[3] for row in part("The techniques"))
    scenes = sorted((RESOURCES / "scenes").glob("*/scene.toml"))
    assert scenes
    texts = [*(RESOURCES / "exercises" / "en" / f"{name}.toml" for name in ORDER), *scenes]
    titles = [(one["title"], one["id"]) for one in (tomllib.loads(file.read_text("utf-8")) for file in texts)]
    assert [title for title, id_ in titles if f"**{title}** (`{id_}`)" not in here] == []


def test_its_links_lead_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)", TEXT) if not link.startswith("https://")]
    assert links and [link for link in links if not (PAPER.parent / link).exists()] == []


def test_it_says_that_no_clinician_has_reviewed_it() -> None:
    assert "No registered clinician has reviewed" in TEXT
