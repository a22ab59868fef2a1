"""What the room makes of a thought that has gone: nothing. It is not told, not counted and not rewarded."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from guesthouse.paths import resources
from guesthouse.shared import SCENES
from tests.ui.visitors.room import Room


def told(room: Room) -> set[str]:
    """Everything that can be read on the page."""
    parts = [*room.page.findChildren(QLabel), *room.page.findChildren(QAbstractButton)]
    return {part.text() for part in parts if part.isVisible() and part.text()}


@pytest.mark.parametrize("scene", SCENES)
def test_that_one_has_gone_is_nothing_the_room_speaks_of(room: Room, scene: str) -> None:
    room.choose(room.page.controls.scene_box, scene)
    room.wait(10)
    room.page.bars.above.notice.leave()
    before = told(room)
    for words in ("I always mess up", "The tea was good"):
        room.let_in(words)
    seen: set[str] = set()
    for _ in range(90):
        if not room.here:
            break
        room.wait(60, step=2)
        seen |= told(room)
    assert room.here == [], "they go in their own time"
    assert room.notice == "" and told(room) == before
    assert not any(letter.isdigit() for text in seen - before for letter in text), "nothing is counted"


@pytest.mark.parametrize("file", [resources() / "visitors" / "en.toml"], ids=["visitors"])
def test_nobody_is_told_to_bid_a_thought_welcome(file: Path) -> None:
    assert not re.search(r"welcome|!|get rid|let go|cleared|gone", file.read_text("utf-8"), re.IGNORECASE)
