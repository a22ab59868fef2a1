"""The card of one topic: what is folded, what can be gone to from it, and what gives way in a low window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from guesthouse.domain.help import Heading, Items, Paragraph, Topic
from guesthouse.qt.look import Look
from guesthouse.ui.help.reader import Reader
from tests.ui.hearing import announced

PLAIN = Topic("plain", "A plain one", (Paragraph("Some words."),), leads=("support", "settings"))
FOLDED = Topic("folded", "Phrases", (Paragraph("A long line. " * 300),), folded="list", leads=("grounding",))


@pytest.fixture
def reader(qtbot: QtBot, look: Look) -> Reader:
    made = Reader(look, {"list": lambda: [Heading("The list"), Items(("a phrase",) * 60)]})
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    return made


def shown(reader: Reader) -> list[str]:
    """The buttons that can be seen."""
    return [each.text() for each in reader.findChildren(QPushButton) if each.isVisible()]


def test_only_what_has_something_folded_can_be_unfolded(reader: Reader) -> None:
    reader.show_topic(PLAIN)
    assert shown(reader) == ["Support", "Settings"]
    reader.show_topic(FOLDED)
    assert shown(reader) == ["Show the phrases", "Steady for a minute"]


def test_in_a_low_window_the_text_comes_first_and_the_fold_stays(reader: Reader) -> None:
    reader.show_topic(FOLDED)
    reader.fit(300)
    assert shown(reader) == ["Show the phrases"]
    reader.show_topic(PLAIN)
    assert shown(reader) == []
    reader.fit(800)
    assert shown(reader) == ["Support", "Settings"]


def test_unfolding_leads_to_what_was_folded(reader: Reader) -> None:
    reader.show_topic(FOLDED)
    reader.fold.click()
    assert shown(reader)[0] == "Fold the phrases away"
    assert reader.text.textCursor().block().text() == "The list"
    assert reader.text.viewport().rect().contains(reader.text.cursorRect())


def test_that_it_was_folded_away_is_told_to_who_listens(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.show_topic(FOLDED)
    reader.fold.click()
    told = announced(monkeypatch)
    reader.fold.click()
    assert told == ["The phrases are folded away."]
