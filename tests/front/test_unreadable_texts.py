"""Where the file of lines, or that of phrases, cannot be read the rooms open all the same and thoughts come in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guesthouse.content import heavy_words, helplines
from guesthouse.content.wrong import WrongContent
from guesthouse.ui.pages.help import HelpPage
from tests.front.conftest import Entered

ELSEWHERE = "call the emergency number of the place you are in"


def fail(folder: Path, language: str = "") -> None:
    raise WrongContent(f"{folder.name}: nothing there")


@pytest.fixture
def entered(plain: None, enter: Callable[[], Entered], monkeypatch: pytest.MonkeyPatch) -> Entered:
    monkeypatch.setattr(helplines, "load_regions", fail)
    return enter()


@pytest.fixture
def without_phrases(plain: None, enter: Callable[[], Entered], monkeypatch: pytest.MonkeyPatch) -> Entered:
    monkeypatch.setattr(heavy_words, "load_heavy_words", fail)
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


def test_thoughts_come_in_without_phrases_and_every_room_opens(without_phrases: Entered) -> None:
    entered = without_phrases
    for room in ("today", "exercises", "practices", "journal", "kit", "grounding", "visitors"):
        entered.window.go_to(room)
        assert entered.shown == room
    door = entered.visitors().door
    door.field.set_words("I want to die")
    door.submit()
    assert [caller.words for caller in entered.visitors().stage.callers.everyone()] == ["I want to die"]
    assert door.field.words() == "" and entered.said == []


def test_help_says_that_they_cannot_be_read(without_phrases: Entered) -> None:
    entered = without_phrases
    entered.window.go_to("help")
    page = entered.window.findChild(HelpPage)
    assert page is not None
    page.receive("heavy-words")
    entered.press("Show the phrases")
    assert "cannot be read here, so nothing is looked for" in page.reader.text.toPlainText()
    assert entered.said == []
