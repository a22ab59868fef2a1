"""Spelling: what the dictionary does not know is underlined where one looks, and not where one types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.spelling import Spelling, languages
from guesthouse.ui.editor.editor import MarkdownEditor
from guesthouse.ui.editor.spelling_marks import SpellingMarks

KNOWN = {"the", "river", "don't", "was", "warm"}


class SmallDictionary:
    """A dictionary of five words."""

    def __init__(self) -> None:
        self.known = set(KNOWN)

    def knows(self, word: str) -> bool:
        return word.lower() in self.known

    def suggestions(self, word: str) -> list[str]:
        return ["river"] if word.startswith("ri") else []

    def skip(self, word: str) -> None:
        self.known.add(word.lower())


class SmallSpelling(Spelling):
    """Spells by the small dictionary, whatever the system has."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(preferences)
        self.small = SmallDictionary()

    @property
    def speller(self) -> SmallDictionary | None:  # type: ignore[override]
        return None if self._preferences.spelling == "off" else self.small


@pytest.fixture
def editor(qtbot: QtBot, look: Look, preferences: Preferences) -> MarkdownEditor:
    made = MarkdownEditor(look)
    qtbot.addWidget(made)
    made.marks = SpellingMarks(made, SmallSpelling(preferences), pause_ms=0)  # type: ignore[attr-defined]
    made.resize(500, 300)
    made.show()
    return made


def underlined(editor: MarkdownEditor) -> list[str]:
    return [selection.cursor.selectedText() for selection in editor.extraSelections()]  # type: ignore[attr-defined]


def test_unknown_words_are_underlined(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.set_words("😢 The rivr was `coed` warm, don’t http://exmaple.org *wram*")
    qtbot.waitUntil(lambda: underlined(editor) == ["rivr", "wram"])


def test_not_the_word_one_is_typing(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.setFocus()
    qtbot.keyClicks(editor, "the rivr")
    qtbot.keyClicks(editor, " ")
    qtbot.waitUntil(lambda: underlined(editor) == ["rivr"])
    editor.moveCursor(QTextCursor.MoveOperation.Left)
    qtbot.waitUntil(lambda: underlined(editor) == [])


def test_it_can_be_switched_off(editor: MarkdownEditor, preferences: Preferences, qtbot: QtBot) -> None:
    editor.set_words("the rivr")
    qtbot.waitUntil(lambda: underlined(editor) == ["rivr"])
    preferences.spelling = "off"
    qtbot.waitUntil(lambda: underlined(editor) == [])


def test_the_menu_offers_what_may_be_meant(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.set_words("the rivr")
    cursor = editor.textCursor()
    cursor.setPosition(6)
    menu = QMenu(editor)
    menu.addAction("Copy")
    editor.menu_asked.emit(menu, cursor)
    assert [action.text() for action in menu.actions()] == ["river", "It is right as it is", "", "Copy"]
    menu.actions()[0].trigger()
    assert editor.words() == "the river"
    editor.undo()
    editor.menu_asked.emit(menu, cursor)
    assert editor.words() == "the rivr"


def test_a_word_that_is_right_is_underlined_no_more(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.set_words("the Zinnober")
    qtbot.waitUntil(lambda: underlined(editor) == ["Zinnober"])
    menu = QMenu(editor)
    cursor = editor.textCursor()
    cursor.setPosition(7)
    editor.menu_asked.emit(menu, cursor)
    menu.actions()[0].trigger()
    assert underlined(editor) == []


def test_what_the_system_has_or_nothing(preferences: Preferences) -> None:
    preferences.spelling = "xx_XX"
    assert Spelling(preferences).speller is None
    for language in languages()[:1]:
        preferences.spelling = language
        found = Spelling(preferences).speller
        assert found is not None and not found.knows("qzxqzx")
    preferences.spelling = "system"
    found = Spelling(preferences).speller
    assert found is None or QLocale.system().name()[:2] in {name[:2] for name in languages()}
