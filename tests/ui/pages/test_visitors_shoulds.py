"""Rules about oneself at the door: small dots, a card above the field when asked; thoughts come in as before."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from guesthouse.content.scenes import load_scene
from guesthouse.content.shoulds import load_shoulds
from guesthouse.content.watching import load_watching
from guesthouse.domain.places import Places
from guesthouse.domain.shoulds import Shoulds
from guesthouse.domain.thought import MAX_CHARACTERS
from guesthouse.house import House, open_house
from guesthouse.paths import Paths, resources
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.editor.should_card import ShouldCard
from guesthouse.ui.pages.visitors import VisitorsPage
from tests.ui.canvas.garden import Clock
from tests.ui.shown import show
from tests.ui.walk import clipped, unnamed

RULE = "I should be better"
FRAMED = "I notice the rule that I should be better."
LOW = 176
"""Where less than this is left above the field, in design pixels, the card covers some of the field."""


class Wish(QObject):
    """The motion one wishes, as the page hears of it."""

    changed = Signal()
    level = "full"


class Rules:
    """Counts how often they were asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> Shoulds:
        self.asked += 1
        return load_shoulds(resources() / "shoulds", "en")


@pytest.fixture
def rules() -> Rules:
    return Rules()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "data")


@pytest.fixture
def house(paths: Paths) -> Iterator[House]:
    opened = open_house(paths, clock=lambda: datetime.now().astimezone(), random=random.Random(1))
    yield opened
    opened.close()


@pytest.fixture
def page(
    qtbot: QtBot, look: Look, preferences: Preferences, house: House, sprites: Sprites, rules: Rules
) -> Iterator[VisitorsPage]:
    """The room in a house, shown, the focus at the door."""
    made = VisitorsPage(
        look=look,
        preferences=preferences,
        motion=Wish(),  # type: ignore[arg-type]
        places=Places.of([load_scene(resources() / "scenes" / "garden")]),
        sprites=sprites,
        words=load_watching(resources() / "visitors", "en"),
        rules=rules,
        seed=lambda: 7,
        clock=Clock(),
    )
    qtbot.addWidget(made)
    made.welcome(house)
    show(qtbot, made, 1068, 800)
    made.arrive()
    yield made
    made.let_go()
    made.hide()


@pytest.fixture
def write(page: VisitorsPage, qtbot: QtBot) -> Callable[..., None]:
    """Types at the door and waits for the dots."""

    def typed(words: str = RULE) -> None:
        qtbot.keyClicks(page.door.field, words)
        qtbot.waitUntil(lambda: bool(dotted(page)))

    return typed


def dotted(page: VisitorsPage) -> list[str]:
    return [
        one.cursor.selectedText()  # type: ignore[attr-defined]
        for one in page.door.field.extraSelections()
        if one.format.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine  # type: ignore[attr-defined]
    ]


def here(page: VisitorsPage) -> list[str]:
    return [caller.words for caller in page.stage.callers.everyone()]


def shown(page: VisitorsPage) -> ShouldCard | None:
    return next((card for card in page.findChildren(ShouldCard) if card.isVisible()), None)


def opened(page: VisitorsPage, qtbot: QtBot) -> ShouldCard:
    qtbot.keyClick(page.door.field, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    card = shown(page)
    assert card is not None
    return card


def press(card: ShouldCard, name: str) -> None:
    next(
        button for button in card.findChildren(QPushButton) if name in (button.accessibleName(), button.text())
    ).click()


def bar_of(page: VisitorsPage) -> QRect:
    """The white bar with the field in it, on the page."""
    bar = page.door.field.parentWidget()
    return QRect(bar.mapTo(page, QPoint(0, 0)), bar.size())


def on_disk(paths: Paths) -> bytes:
    return b"".join(file.read_bytes() for file in paths.data.rglob("*") if file.is_file())


def test_nothing_is_read_before_somebody_has_written(page: VisitorsPage, rules: Rules, qtbot: QtBot) -> None:
    assert page.door.marks is not None
    QApplication.processEvents()
    assert rules.asked == 0 and page.door.marks.marks is None
    qtbot.keyClicks(page.door.field, "It rained. I should be bet")
    assert rules.asked == 0, "not while somebody types"
    qtbot.waitUntil(lambda: dotted(page) == ["should"])
    qtbot.keyClicks(page.door.field, "ter")
    page.door.button.click()
    qtbot.keyClicks(page.door.field, "must try harder")
    qtbot.waitUntil(lambda: dotted(page) == ["must"])
    assert rules.asked == 1


def test_a_thought_comes_in_while_nothing_is_marked_yet(page: VisitorsPage, rules: Rules, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.door.field, RULE)
    qtbot.keyClick(page.door.field, Qt.Key.Key_Return)
    assert here(page) == [RULE] and rules.asked == 0


def test_the_card_lies_above_the_field_and_enter_still_lets_in(
    page: VisitorsPage, write: Callable[..., None], qtbot: QtBot
) -> None:
    write()
    card = opened(page, qtbot)
    assert page.rect().contains(card.geometry())
    assert card.geometry().bottom() < bar_of(page).top()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert shown(page) is None and page.door.field.hasFocus()
    qtbot.keyClick(page.door.field, Qt.Key.Key_Return)
    assert here(page) == [RULE] and page.door.field.words() == "" and dotted(page) == []


def test_a_line_put_below_comes_in_with_the_thought(
    page: VisitorsPage, write: Callable[..., None], qtbot: QtBot, house: House
) -> None:
    write()
    opened(page, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.door.field.words() == f"{RULE}\n{FRAMED}"
    assert here(page) == [], "Enter on the card is no Enter at the door"
    field, bar = page.door.field, bar_of(page)
    assert bar.contains(QRect(field.mapTo(page, QPoint(0, 0)), field.size())), "the second line has room at once"
    qtbot.keyClick(page.door.field, Qt.Key.Key_Return)
    assert here(page) == [f"{RULE}\n{FRAMED}"]
    assert [guest.words for guest in house.guest_book.find()] == [f"{RULE}\n{FRAMED}"]


def test_no_line_makes_a_thought_too_long_to_come_in(
    page: VisitorsPage, write: Callable[..., None], qtbot: QtBot
) -> None:
    words = "\U0001f636" * (MAX_CHARACTERS - len(FRAMED) - len(RULE) - 2) + " " + RULE + "."
    page.door.field.set_words(words)
    write(" ")
    for name in ("It makes sense I am reacting this way.", "Put \u201cI notice the rule that\u201d before it"):
        press(opened(page, qtbot), name)
        page.door.field.undo()
    assert page.door.field.words() == f"{words} ", "both had room, the signs counted as a person counts them"
    page.door.field.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(page.door.field, "x" * 30)
    page.door.field.moveCursor(QTextCursor.MoveOperation.End)
    full = page.door.field.words()
    for name in (FRAMED, "It makes sense I am reacting this way."):
        press(opened(page, qtbot), name)
        assert page.door.field.words() == full
        assert page.door.note_bar.isVisible() and "5,000" in page.door.note.text()
        assert shown(page) is None and page.door.field.hasFocus()
    page.door.button.click()
    assert here(page) == [full]
    assert not page.door.note_bar.isVisible()


def test_what_is_not_to_be_written_down_is_not_with_a_line_either(
    page: VisitorsPage, house: House, paths: Paths, write: Callable[..., None], qtbot: QtBot
) -> None:
    page.door.unwritten_box.setChecked(True)
    write("I should xylophone")
    press(opened(page, qtbot), "I notice the rule that I should xylophone.")
    page.save()
    assert house.visitors.draft() == "" and b"xylophone" not in on_disk(paths)
    page.door.button.click()
    assert here(page) == ["I should xylophone\nI notice the rule that I should xylophone."]
    assert house.guest_book.count() == 0 and b"xylophone" not in on_disk(paths)


def test_letting_in_from_elsewhere_closes_the_card(
    page: VisitorsPage, write: Callable[..., None], qtbot: QtBot
) -> None:
    write()
    opened(page, qtbot)
    page.door.submit()  # an assistive tool presses "Let it in"; the focus stays
    assert here(page) == [RULE] and shown(page) is None


def test_it_is_said_once_for_each_thought(page: VisitorsPage, write: Callable[..., None], qtbot: QtBot) -> None:
    late = page.door.marks
    assert late is not None
    said: list[str] = []
    late.told.connect(said.append)
    told = "A rule about yourself is marked. Ctrl+. offers a few lines."
    for thought in range(2):
        write("I must go.")
        qtbot.waitUntil(lambda expected=thought + 1: len(said) == expected)  # type: ignore[misc]
        qtbot.keyClicks(page.door.field, " I must stay.")
        qtbot.waitUntil(lambda: len(dotted(page)) == 2)
        assert said == [told] * (thought + 1)
        qtbot.keyClick(page.door.field, Qt.Key.Key_Return)
    assert "Ctrl+." in page.door.field.accessibleDescription()


def test_switched_off_nothing_is_marked_and_nothing_read(
    page: VisitorsPage, rules: Rules, preferences: Preferences, qtbot: QtBot
) -> None:
    preferences.should_marks = False
    late = page.door.marks
    assert late is not None
    qtbot.keyClicks(page.door.field, RULE)
    qtbot.waitUntil(lambda: not late._pause.isActive())
    assert rules.asked == 0 and dotted(page) == []
    preferences.should_marks = True
    qtbot.waitUntil(lambda: dotted(page) == ["should"])
    press(opened(page, qtbot), "Don't mark these any more")
    assert dotted(page) == [] and preferences.should_marks is False
    assert page.door.field.hasFocus() and page.door.field.words() == RULE


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize(("size", "width", "height"), [(100, 1068, 800), (150, 720, 520), (200, 720, 520)])
def test_the_card_has_room(
    page: VisitorsPage,
    write: Callable[..., None],
    qtbot: QtBot,
    look: Look,
    preferences: Preferences,
    theme: str,
    size: int,
    width: int,
    height: int,
    direction: Qt.LayoutDirection,
) -> None:
    preferences.theme, preferences.text_size = theme, size
    page.setLayoutDirection(direction)
    page.resize(width, height)
    write("I should be the one who is always there for everybody, whatever it is, however late it is.")
    card = opened(page, qtbot)
    assert clipped(card) == [] and unnamed(card) == []
    assert page.rect().contains(card.geometry())
    assert card.geometry().bottom() < bar_of(page).top() or bar_of(page).top() < look.px(LOW)
