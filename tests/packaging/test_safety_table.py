"""The paper on safety: no promise without a test, no test named that is not there, and the limits said plainly."""

from __future__ import annotations

import ast
import re

import pytest

from tests.code.source import ROOT

PAPER = ROOT / "docs" / "safety.md"
TEXT = PAPER.read_text("utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
LIMITS = (
    "A plain file can be read", "does not notice every bit", "An open house is open", "cannot be wiped by Python",
    "swap file", "SSDs", "synced", "Exports are plain", "Copies elsewhere keep their old passphrase",
    "keylogger", "Hiding is for a glance", "no third way in",
)  # fmt: skip


def promises() -> list[list[str]]:
    """The rows of every table, each as its cells."""
    rows = [line.strip("|").split(" | ") for line in TEXT.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row] for row in rows if row[0].strip() != "What is promised"]


def test_every_promise_names_the_tests_that_show_it() -> None:
    assert len(promises()) > 20
    assert [row[0] for row in promises() if len(row) != 2] == []
    said = [named for row in promises() for named in row[1].split("<br>")]
    assert [named for named in said if not NAMED.fullmatch(named)] == []


@pytest.mark.parametrize("file", sorted({file for file, _ in NAMED.findall(TEXT)}))
def test_each_test_that_is_named_is_there(file: str) -> None:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    there = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    assert [name for where, name in NAMED.findall(TEXT) if where == file and name not in there] == []


@pytest.mark.parametrize("limit", LIMITS)
def test_the_limits_are_said(limit: str) -> None:
    assert limit in TEXT.partition("## The limits, plainly")[2]


def test_links_lead_somewhere() -> None:
    for paper in (PAPER, ROOT / "docs" / "no-network.md"):
        links = [link for link in re.findall(r"\]\(([^)#]+)", paper.read_text("utf-8")) if "://" not in link]
        assert links and [link for link in links if not (paper.parent / link).exists()] == []
