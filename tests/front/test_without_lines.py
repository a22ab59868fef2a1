"""Where the file of lines cannot be read Support opens all the same, and heavy words are answered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guesthouse.content import helplines
from guesthouse.content.wrong import WrongContent
from tests.front.conftest import Entered

ELSEWHERE = "call the emergency number of the place you are in"


@pytest.fixture
def entered(plain: None, enter: Callable[[], Entered], monkeypatch: pytest.MonkeyPatch) -> Entered:
    def fail(folder: Path) -> None:
        raise WrongContent(f"{folder.name}: no region")

    monkeypatch.setattr(helplines, "load_regions", fail)
    return enter()


def test_support_opens_without_them(entered: Entered) -> None:
    entered.window.go_to("support")
    assert entered.shown == "support" and entered.said == []
    assert any(ELSEWHERE in word for word in entered.words)
    entered.press("Steady for a minute")
    assert entered.shown == "grounding"


def test_heavy_words_are_answered_without_them(entered: Entered, qtbot: QtBot) -> None:
    entered.window.go_to("visitors")
    door = entered.visitors().door
    door.field.set_words("I want to die")
    door.submit()
    qtbot.waitUntil(entered.window.heeding.isVisible)
    assert any(ELSEWHERE in word for word in entered.words) and entered.said == []
