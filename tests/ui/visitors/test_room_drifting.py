"""Who was carried along by a thought says so with one key. It is acknowledged, and nothing else."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.visitors.room import Room

BACK = {
    "garden": "You noticed. Back to the path.",
    "stream": "You noticed. Back to the bank.",
    "sky": "You noticed. Back to the grass.",
    "railway": "You noticed. Back to the bridge.",
    "carousel": "You noticed. Back to watching the belt.",
    "bench": "You noticed. Back to the bench.",
}


@pytest.mark.parametrize("scene", BACK)
def test_it_is_acknowledged_in_the_words_of_the_scene(room: Room, scene: str) -> None:
    room.choose(room.page.controls.scene_box, scene)
    button = room.page.door.below.drifted_button
    name = "Back to the bridge" if scene == "railway" else "I drifted"
    assert (button.text(), button.accessibleName()) == (name, name)
    button.click()
    assert room.notice == BACK[scene]


def test_one_key_does_it_wherever_one_is(room: Room) -> None:
    room.let_in("I always mess up")
    for widget in (room.page.door.field, room.page.stage.view, room.page.controls.pause_button):
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
        assert room.notice == BACK["garden"]
        room.page.bars.above.notice.leave()
    assert room.page.door.field.words() == ""
    assert "Ctrl+B" in room.page.door.below.drifted_button.toolTip()
    assert "Ctrl+B" in room.page.door.below.drifted_button.accessibleDescription()


def test_it_goes_by_itself_and_takes_no_focus(room: Room) -> None:
    room.page.door.field.setFocus()
    QTest.keyClick(room.page.door.field, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert room.page.door.field.hasFocus()
    assert room.page.bars.above.notice.going.isActive()
    room.page.bars.above.notice.going.timeout.emit()
    assert room.notice == ""


def test_it_is_counted_stored_and_logged_nowhere(room: Room, caplog: pytest.LogCaptureFixture) -> None:
    room.let_in("I always mess up")
    before = room.everything()
    with caplog.at_level(logging.DEBUG):
        for _ in range(5):
            room.page.door.below.drifted_button.click()
        room.page.save()
    assert room.everything() == before
    assert not caplog.records
    shown = room.notice + room.page.door.below.drifted_button.text()
    assert not any(letter.isdigit() for letter in shown), "no count"
