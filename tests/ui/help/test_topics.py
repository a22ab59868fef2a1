"""The list of topics by itself: how many were found, which one is opened, and what gives way in a low window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from guesthouse.domain.help import Paragraph, Searched, Topic
from guesthouse.qt.look import Look
from guesthouse.ui.help.topics import Topics
from tests.ui.shown import show

ALL = tuple(Topic(name, name.title(), (Paragraph(text),)) for name, text in (("a", "oak"), ("b", "elm oak"), ("c", "")))


@pytest.fixture
def topics(qtbot: QtBot, look: Look) -> Topics:
    made = Topics(look, lambda: [Searched.of(topic, topic.blocks) for topic in ALL], ALL, 0)
    qtbot.addWidget(made)
    show(qtbot, made, 360, 600)
    return made


@pytest.mark.parametrize(("sought", "said"), [("oak", "2 topics"), ("elm", "1 topic"), ("ash", "Nothing in Help has")])
def test_how_many_were_found_is_said(qtbot: QtBot, topics: Topics, sought: str, said: str) -> None:
    with qtbot.waitSignal(topics.sought):
        topics.field.setText(sought)
    assert topics.said.isVisible()
    assert topics.said.text() == said or (said.startswith("Nothing") and topics.said.text().startswith(said))


def test_enter_opens_the_one_the_keyboard_is_at(qtbot: QtBot, topics: Topics) -> None:
    entered: list[str] = []
    topics.entered.connect(entered.append)
    topics.list.setFocus()
    topics.list.walk_to(2)
    qtbot.keyClick(topics.list, Qt.Key.Key_Return)
    assert entered == ["c"]


def test_in_a_low_window_the_title_makes_room(topics: Topics) -> None:
    topics.fit(800)
    assert topics.title.isVisible()
    topics.fit(300)
    assert not topics.title.isVisible() and topics.list.isVisible()
