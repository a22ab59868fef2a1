"""Rules about oneself where one writes: small dots, a card when asked, and no word changed unasked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from guesthouse.content.shoulds import load_shoulds
from guesthouse.domain.shoulds import Place, Shoulds
from guesthouse.paths import Paths, resources
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.editor.editor import MarkdownEditor
from guesthouse.ui.editor.should_card import OfferLine, ShouldCard
from guesthouse.ui.editor.should_marks import ShouldMarks
from guesthouse.ui.parts.thought_field import ThoughtField
from tests.ui.pages.conftest import Hours, Listener
from tests.ui.settings.hands import Front, settings_page
from tests.ui.shown import show
from tests.ui.walk import clipped, unnamed

RULES = load_shoulds(resources() / "shoulds", "en")
TEXT = "It rained. I should be better, but I am tired.\nWhy should I?"
FRAMED = "I notice the rule that I should be better."


class Counting(Shoulds):
    """Remembers which lines it was asked about."""

    asked: list[str]

    def in_line(self, line: str) -> list[Place]:
        self.asked.append(line)
        return super().in_line(line)


class Desk(QWidget):
    """A window with an editor and another field in it."""

    def __init__(self, editor: QTextEdit | QPlainTextEdit) -> None:
        super().__init__()
        self.editor, self.other = editor, QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(editor)
        column.addWidget(self.other)
        self.said: list[str] = []

    def card(self) -> ShouldCard | None:
        return next((card for card in self.findChildren(ShouldCard) if card.isVisible()), None)

    def press(self, name: str) -> None:
        card = self.card()
        assert card is not None
        next(
            button for button in card.findChildren(QPushButton) if name in (button.accessibleName(), button.text())
        ).click()


@pytest.fixture(autouse=True)
def heard(qapp: QApplication) -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def desk_of(
    qtbot: QtBot,
    editor: QTextEdit | QPlainTextEdit,
    look: Look,
    preferences: Preferences,
    rules: Shoulds = RULES,
) -> Desk:
    made = Desk(editor)
    marks = ShouldMarks(editor, rules, look, preferences, pause_ms=0)
    marks.told.connect(made.said.append)
    qtbot.addWidget(made)
    show(qtbot, made, 700, 640)
    editor.setFocus()
    return made


@pytest.fixture
def desk(qtbot: QtBot, look: Look, preferences: Preferences) -> Desk:
    return desk_of(qtbot, MarkdownEditor(look), look, preferences)


def dotted(editor: QTextEdit | QPlainTextEdit) -> list[str]:
    return [
        one.cursor.selectedText()  # type: ignore[attr-defined]
        for one in editor.extraSelections()
        if one.format.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine  # type: ignore[attr-defined]
    ]


def put_cursor(desk: Desk, at: str) -> None:
    cursor = desk.editor.textCursor()
    cursor.setPosition(desk.editor.toPlainText().index(at))
    desk.editor.setTextCursor(cursor)


def open_card(desk: Desk, qtbot: QtBot, at: str = "be better") -> ShouldCard:
    desk.editor.setFocus()
    put_cursor(desk, at)
    qtbot.keyClick(desk.editor, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    card = desk.card()
    assert card is not None
    return card


def words(desk: Desk) -> str:
    assert isinstance(desk.editor, MarkdownEditor)
    return desk.editor.words()


def fill(desk: Desk, text: str = TEXT) -> None:
    assert isinstance(desk.editor, MarkdownEditor)
    desk.editor.set_words(text)


def test_small_dots_under_the_word_and_nothing_else(desk: Desk, qtbot: QtBot) -> None:
    fill(desk, "\U0001f622 I should rest.\n> I must go\n```\nI must\n```\n- must try; I\u2019m supposed to\nShould I?")
    qtbot.waitUntil(lambda: dotted(desk.editor) == ["should", "must", "supposed to"])


def test_a_mark_stays_at_its_word_while_one_writes_before_it(desk: Desk, qtbot: QtBot) -> None:
    fill(desk)
    qtbot.waitUntil(lambda: dotted(desk.editor) == ["should"])
    desk.editor.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(desk.editor, "So ")
    assert dotted(desk.editor) == ["should"]


def test_other_marks_are_kept(desk: Desk, qtbot: QtBot) -> None:
    fill(desk)
    qtbot.waitUntil(lambda: dotted(desk.editor) == ["should"])
    assert isinstance(desk.editor, MarkdownEditor)
    desk.editor.mark([(0, 2)])
    desk.editor.show_misspelt([(3, 9)])
    assert len(desk.editor.extraSelections()) == 3
    desk.editor.set_words("nothing")
    assert desk.editor.extraSelections() == []


def test_only_a_changed_line_is_looked_at_again(qtbot: QtBot, look: Look, preferences: Preferences) -> None:
    rules = Counting(**vars(load_shoulds(resources() / "shoulds", "en")))
    object.__setattr__(rules, "asked", [])
    desk = desk_of(qtbot, MarkdownEditor(look), look, preferences, rules)
    fill(desk, "I must one\nI must two\n" + "three\n" * 900)
    qtbot.waitUntil(lambda: dotted(desk.editor) == ["must", "must"])
    assert len(rules.asked) < 100, "lines out of sight were looked at"
    rules.asked.clear()
    qtbot.keyClicks(desk.editor, "x")
    qtbot.waitUntil(lambda: rules.asked != [])
    assert set(rules.asked) == {"xI must one"}


def test_the_card_by_keyboard_and_back(desk: Desk, qtbot: QtBot) -> None:
    fill(desk)
    card = open_card(desk, qtbot)
    assert card.accessibleName() == "About this \u201cshould\u201d"
    first = QApplication.focusWidget()
    assert isinstance(first, QPushButton) and first.accessibleName() == FRAMED
    assert card.geometry().intersects(desk.rect()) and desk.rect().contains(card.geometry())
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget().accessibleName() == "It matters to me that \u2026"
    elsewhere: list[str] = []
    QShortcut(QKeySequence("Esc"), desk).activated.connect(lambda: elsewhere.append("Esc"))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert desk.card() is None and elsewhere == []
    assert desk.editor.hasFocus()
    assert words(desk) == TEXT


def test_it_goes_when_the_focus_goes(desk: Desk, qtbot: QtBot) -> None:
    fill(desk)
    open_card(desk, qtbot)
    desk.other.setFocus()
    assert desk.card() is None
    assert desk.other.hasFocus()
    open_card(desk, qtbot)
    fill(desk, "Another entry")
    assert desk.card() is None


def test_where_there_is_no_rule_it_is_said_and_nothing_opens(desk: Desk, qtbot: QtBot) -> None:
    fill(desk)
    for place in ("rained", "Why"):
        put_cursor(desk, place)
        qtbot.keyClick(desk.editor, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
        assert desk.card() is None
        assert desk.said.pop() == "Nothing is marked in this sentence."


def test_a_line_is_put_below_as_one_step(desk: Desk, qtbot: QtBot) -> None:
    fill(desk)
    open_card(desk, qtbot)
    desk.press(FRAMED)
    first, second = TEXT.split("\n")
    assert words(desk) == f"{first}\n{FRAMED}\n{second}"
    assert desk.card() is None and desk.editor.hasFocus()
    qtbot.waitUntil(lambda: dotted(desk.editor) == ["should"])
    desk.editor.undo()
    assert words(desk) == TEXT


def test_one_writes_on_where_the_line_is_open(desk: Desk, qtbot: QtBot) -> None:
    fill(desk, "- [x] I must call mum\nrest")
    open_card(desk, qtbot, "call")
    desk.press("It matters to me that \u2026")
    qtbot.keyClicks(desk.editor, "she knows")
    assert words(desk) == "- [x] I must call mum\n      It matters to me that she knows\nrest"


def test_the_frame_goes_before_the_words_only_when_asked(desk: Desk, qtbot: QtBot) -> None:
    fill(desk)
    open_card(desk, qtbot)
    desk.press("Put \u201cI notice the rule that\u201d before it")
    assert words(desk) == TEXT.replace("I should", "I notice the rule that I should")
    qtbot.waitUntil(lambda: dotted(desk.editor) == [])
    desk.editor.undo()
    assert words(desk) == TEXT


def test_it_can_be_turned_off_in_the_card_and_on_again(desk: Desk, qtbot: QtBot, preferences: Preferences) -> None:
    fill(desk)
    assert "Ctrl+." in desk.editor.accessibleDescription()
    open_card(desk, qtbot)
    desk.press("Don't mark these any more")
    assert preferences.should_marks is False
    assert dotted(desk.editor) == []
    assert desk.card() is None and desk.editor.hasFocus()
    assert desk.editor.accessibleDescription() == ""
    assert desk.said == ["Nothing is marked from now on. Settings can turn it on again."]
    qtbot.keyClick(desk.editor, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert desk.card() is None
    preferences.should_marks = True
    assert dotted(desk.editor) == ["should"]


def test_settings_turn_it_off_and_on_and_know_what_the_card_did(
    desk: Desk, qtbot: QtBot, look: Look, preferences: Preferences, tmp_path: Path
) -> None:
    page = settings_page(Front(Paths.under(tmp_path), Hours(), Listener()), look, preferences)
    qtbot.addWidget(page)
    box = next(box for box in page.findChildren(QCheckBox) if "shoulds" in box.text())
    assert box.isChecked() and box.accessibleName() == box.text()
    fill(desk)
    box.setChecked(False)
    assert preferences.should_marks is False and dotted(desk.editor) == []
    box.setChecked(True)
    assert dotted(desk.editor) == ["should"]
    preferences.should_marks = False
    page.arrive()
    assert not box.isChecked()


def test_it_is_said_once_for_each_entry_and_only_of_what_one_writes(desk: Desk, qtbot: QtBot) -> None:
    told = "A rule about yourself is marked. Ctrl+. offers a few lines."
    fill(desk)
    qtbot.waitUntil(lambda: dotted(desk.editor) == ["should"])
    assert desk.said == []
    desk.editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(desk.editor, " I must go.")
    qtbot.waitUntil(lambda: desk.said == [told])
    qtbot.keyClicks(desk.editor, " I must stay.")
    qtbot.waitUntil(lambda: len(dotted(desk.editor)) == 3)
    assert desk.said == [told]
    fill(desk, "")
    qtbot.keyClicks(desk.editor, "I must")
    qtbot.waitUntil(lambda: desk.said == [told, told])


def test_the_menu_offers_it(desk: Desk) -> None:
    fill(desk)
    cursor = desk.editor.textCursor()
    cursor.setPosition(TEXT.index("better"))
    menu = QMenu(desk)
    menu.addAction("Copy")
    assert isinstance(desk.editor, MarkdownEditor)
    desk.editor.menu_asked.emit(menu, cursor)
    texts = [action.text().partition("\t")[0] for action in menu.actions()]
    assert texts == ["About this \u201cshould\u201d \u2026", "", "Copy"]
    menu.actions()[0].trigger()
    assert desk.card() is not None
    cursor.setPosition(2)
    bare = QMenu(desk)
    desk.editor.menu_asked.emit(bare, cursor)
    assert bare.actions() == []


@pytest.mark.parametrize("kind", ["rich", "plain", "thought"])
def test_any_other_field(qtbot: QtBot, look: Look, preferences: Preferences, kind: str) -> None:
    fields = {"rich": QTextEdit, "plain": QPlainTextEdit, "thought": lambda: ThoughtField(look)}
    desk = desk_of(qtbot, fields[kind](), look, preferences)
    desk.editor.setPlainText(TEXT)
    qtbot.waitUntil(lambda: dotted(desk.editor) == ["should"])
    open_card(desk, qtbot)
    desk.press("It's ok I feel this way.")
    assert desk.editor.toPlainText().split("\n")[1] == "It's ok I feel this way."
    desk.editor.undo()
    put_cursor(desk, "better")
    at = desk.editor.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, desk.editor.viewport().mapToGlobal(at))
    QApplication.sendEvent(desk.editor.viewport(), event)
    menu = next(menu for menu in desk.editor.findChildren(QMenu) if menu.isVisible())
    assert menu.actions()[0].text().startswith("About this")
    menu.close()


def test_an_emptied_field_begins_anew(desk: Desk, qtbot: QtBot) -> None:
    fill(desk)
    open_card(desk, qtbot)
    desk.editor.clear()  # as an assistive tool does it, away from the focus
    assert desk.card() is None
    desk.editor.setFocus()
    for _ in range(2):
        qtbot.keyClicks(desk.editor, "I must")
        qtbot.waitUntil(lambda: dotted(desk.editor) == ["must"])
        desk.editor.selectAll()
        qtbot.keyClick(desk.editor, Qt.Key.Key_Delete)
    assert len(desk.said) == 2


def test_what_cannot_be_written_in_offers_nothing(desk: Desk, qtbot: QtBot) -> None:
    fill(desk)
    desk.editor.setReadOnly(True)
    put_cursor(desk, "better")
    qtbot.keyClick(desk.editor, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert desk.card() is None


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize(
    ("size", "width", "height"), [(100, 1000, 700), (150, 720, 520), (200, 720, 520), (80, 400, 300)]
)
def test_everything_has_room_and_a_name(
    desk: Desk, qtbot: QtBot, preferences: Preferences, theme: str, size: int, width: int, height: int
) -> None:
    preferences.theme, preferences.text_size = theme, size
    desk.resize(width, height)
    fill(desk, "I should be the one who is always there for everybody, whatever it is, however late it is.")
    card = open_card(desk, qtbot, "always")
    assert clipped(card) == []
    assert all(line.height() >= line.heightForWidth(line.width()) for line in card.findChildren(OfferLine))
    assert unnamed(card) == []
    assert desk.rect().contains(card.geometry())
    for button in card.findChildren(QPushButton):
        assert (
            0 < button.mapTo(card, QPoint(0, 0)).x() < button.mapTo(card, QPoint(button.width(), 0)).x() < card.width()
        )


def test_each_line_is_heard_once(desk: Desk, qtbot: QtBot) -> None:
    fill(desk)
    lines = open_card(desk, qtbot).findChildren(OfferLine)
    heard = [QAccessible.queryAccessibleInterface(line) for line in lines]
    assert FRAMED in [one.text(QAccessible.Text.Name) for one in heard]
    assert [one.childCount() for one in heard] == [0] * len(lines)


def test_the_words_of_a_line_are_on_it(desk: Desk, qtbot: QtBot, look: Look) -> None:
    fill(desk)
    for line in open_card(desk, qtbot).findChildren(OfferLine):
        picture = line.grab().toImage()
        ink = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
        assert look.colour("ink").name() in ink


def test_from_right_to_left(desk: Desk, qtbot: QtBot, qapp: QApplication) -> None:
    desk.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    fill(desk)
    card = open_card(desk, qtbot)
    assert desk.rect().contains(card.geometry())
    assert clipped(card) == []
