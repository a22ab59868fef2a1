"""The page before the closed door: a right passphrase, a wrong one, the recovery code, and nothing left of them."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.errors import FileDamaged, KeysMissing, WrongCode, WrongKey
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.services.strongbox import Strongbox
from guesthouse.ui.pages.lock import LockPage
from tests.ui.shown import show
from tests.ui.walk import clipped, unnamed

KEY = bytes(range(32))
RIGHT, CODE = "the lamp is lit", "AAAA1-BBBB2"


class Box(Strongbox):
    """Opens with one passphrase and one code; everything it is asked stands in ``asked``."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.hands_over = Event()
        self.hands_over.set()
        self.trouble: Exception | None = None

    def unlock(self, passphrase: str) -> bytes:
        self.asked.append(("unlock", passphrase))
        assert self.hands_over.wait(10)
        if self.trouble is not None:
            raise self.trouble
        if passphrase != RIGHT:
            raise WrongKey
        return KEY

    def unlock_with_code(self, code: str) -> bytes:
        self.asked.append(("code", code))
        if code.startswith("slip"):
            raise WrongCode(group=3)
        if code != CODE:
            raise WrongCode
        return KEY

    def change(self, key: bytes, passphrase: str) -> None:
        assert key == KEY
        self.asked.append(("change", passphrase))


@pytest.fixture
def box() -> Box:
    return Box()


@pytest.fixture
def page(qtbot: QtBot, look: Look, box: Box) -> LockPage:
    made = LockPage(look=look, strongbox=lambda: box, second_ms=1)
    qtbot.addWidget(made)
    show(qtbot, made, 900, 700)
    made.arrive()
    return made


@pytest.fixture
def slow_page(qtbot: QtBot, look: Look, box: Box) -> LockPage:
    """One whose seconds last."""
    made = LockPage(look=look, strongbox=lambda: box, second_ms=1_000_000)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.arrive()
    return made


def field(page: LockPage, name: str) -> QLineEdit:
    return next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == name and one.isVisible())


def button(page: LockPage, name: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.accessibleName() == name and one.isVisible())


def box_named(page: LockPage, name: str) -> QCheckBox:
    return next(one for one in page.findChildren(QCheckBox) if one.text() == name and one.isVisible())


def words(page: QWidget) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible() and one.text()]


def give(qtbot: QtBot, page: LockPage, passphrase: str) -> None:
    field(page, "Passphrase").setText(passphrase)
    qtbot.keyClick(field(page, "Passphrase"), Qt.Key.Key_Return)


def test_the_right_passphrase_gives_the_key(qtbot: QtBot, page: LockPage) -> None:
    assert page.focusWidget() is field(page, "Passphrase")
    with qtbot.waitSignal(page.opened) as opened:
        give(qtbot, page, RIGHT)
    assert opened.args == [KEY]
    assert field(page, "Passphrase").text() == "", "nothing of it stays"


def test_the_button_does_the_same(qtbot: QtBot, page: LockPage) -> None:
    field(page, "Passphrase").setText(RIGHT)
    with qtbot.waitSignal(page.opened):
        button(page, "Unlock").click()


def test_it_says_so_while_it_works_and_the_window_lives(qtbot: QtBot, page: LockPage, box: Box) -> None:
    box.hands_over.clear()
    give(qtbot, page, RIGHT)
    assert "Opening…" in words(page)
    qtbot.waitUntil(lambda: bool(box.asked))
    give(qtbot, page, RIGHT)
    assert len(box.asked) == 1, "one at a time"
    with qtbot.waitSignal(page.opened):
        box.hands_over.set()


def test_a_passphrase_is_tried_to_the_letter(qtbot: QtBot, page: LockPage, box: Box) -> None:
    give(qtbot, page, f" {RIGHT} ")
    qtbot.waitUntil(lambda: "That isn't it." in words(page))
    assert box.asked == [("unlock", f" {RIGHT} ")]


def test_a_wrong_one_stays_marked_so_that_the_next_begins_anew(qtbot: QtBot, page: LockPage) -> None:
    give(qtbot, page, "not this")
    qtbot.waitUntil(lambda: "That isn't it." in words(page))
    there = field(page, "Passphrase")
    assert page.focusWidget() is there
    assert there.selectionLength() == len("not this")
    qtbot.keyClicks(there, "so")
    assert there.text() == "so"


def test_each_time_one_waits_a_little_longer_and_half_a_minute_at_most(
    qtbot: QtBot, page: LockPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[int] = []
    wait = page._wait
    monkeypatch.setattr(page, "_wait", lambda seconds: (waited.append(seconds), wait(seconds)))
    for time in range(1, 9):
        give(qtbot, page, f"not this, {time}")
        qtbot.waitUntil(lambda time=time: len(waited) == time and page.passphrase.act.isEnabled())
    assert waited == [1, 2, 4, 8, 16, 30, 30, 30]
    with qtbot.waitSignal(page.opened):
        give(qtbot, page, RIGHT)


def test_while_one_waits_it_is_told_and_nothing_is_tried(qtbot: QtBot, slow_page: LockPage, box: Box) -> None:
    give(qtbot, slow_page, "not this")
    qtbot.waitUntil(lambda: "That isn't it." in words(slow_page))
    assert "In a moment you can try again." in words(slow_page)
    assert not button(slow_page, "Unlock").isEnabled()
    give(qtbot, slow_page, RIGHT)
    assert len(box.asked) == 1
    assert field(slow_page, "Passphrase").text() == RIGHT, "one may type meanwhile"
    slow_page.leave()
    slow_page.let_go()
    assert not button(slow_page, "Unlock").isEnabled(), "to come back is no way around it"


def test_a_damaged_file_is_no_wrong_passphrase(qtbot: QtBot, page: LockPage, box: Box) -> None:
    for trouble in (FileDamaged(), KeysMissing()):
        box.trouble = trouble
        with qtbot.waitSignal(page.troubled) as told:
            give(qtbot, page, RIGHT)
        assert told.args == [trouble]
        assert "That isn't it." not in words(page)


def test_the_passphrase_is_hidden_until_it_is_to_be_shown(page: LockPage) -> None:
    there = field(page, "Passphrase")
    there.setText(RIGHT)
    state = QAccessible.queryAccessibleInterface(there).state()
    assert there.displayText() != RIGHT and state.passwordEdit
    box_named(page, "Show what I type").setChecked(True)
    assert there.displayText() == RIGHT
    page.leave()
    assert there.text() == "" and not there.isUndoAvailable()
    assert there.echoMode() == QLineEdit.EchoMode.Password


def test_the_recovery_code_asks_for_a_new_passphrase_and_then_opens(qtbot: QtBot, page: LockPage, box: Box) -> None:
    button(page, "I have a recovery code").click()
    there = field(page, "Recovery code")
    assert page.focusWidget() is there
    there.setText(CODE)
    qtbot.keyClick(there, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.anew.isVisible())
    assert page.focusWidget() is field(page, "New passphrase")
    field(page, "New passphrase").setText("a new lamp")
    field(page, "Again").setText("a new lamb")
    qtbot.keyClick(field(page, "Again"), Qt.Key.Key_Return)
    assert "The two are not the same." in words(page)
    field(page, "Again").setText("a new lamp")
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(field(page, "Again"), Qt.Key.Key_Return)
    assert opened.args == [KEY]
    assert box.asked[-1] == ("change", "a new lamp")
    assert page.passphrase.isVisible()
    assert not any(one.text() for one in page.findChildren(QLineEdit))


def test_a_slip_in_the_code_names_its_group_and_costs_no_time(qtbot: QtBot, slow_page: LockPage) -> None:
    button(slow_page, "I have a recovery code").click()
    field(slow_page, "Recovery code").setText("slip")
    button(slow_page, "Open with the code").click()
    qtbot.waitUntil(lambda: "There is a slip in group 3." in words(slow_page))
    assert button(slow_page, "Open with the code").isEnabled()
    field(slow_page, "Recovery code").setText("another card's")
    button(slow_page, "Open with the code").click()
    qtbot.waitUntil(lambda: "That isn't it." in words(slow_page))
    assert not button(slow_page, "Open with the code").isEnabled()


def test_of_a_code_copied_by_hand_only_the_group_with_the_slip_is_typed_anew(qtbot: QtBot, slow_page: LockPage) -> None:
    button(slow_page, "I have a recovery code").click()
    typed = field(slow_page, "Recovery code")
    typed.setText("slip1 bbbb2 cccc3 dddd4 eeee5 ffff6 gggg7")
    button(slow_page, "Open with the code").click()
    qtbot.waitUntil(lambda: "There is a slip in group 3." in words(slow_page))
    qtbot.keyClicks(typed, "ccccc")
    assert typed.text() == "slip1 bbbb2 ccccc dddd4 eeee5 ffff6 gggg7"


def test_a_whole_code_that_does_not_open_stays_as_it_was_typed(qtbot: QtBot, slow_page: LockPage) -> None:
    button(slow_page, "I have a recovery code").click()
    typed = field(slow_page, "Recovery code")
    typed.setText("another card's")
    button(slow_page, "Open with the code").click()
    qtbot.waitUntil(lambda: "That isn't it." in words(slow_page))
    qtbot.keyClicks(typed, "s")
    assert typed.text() == "another card'ss"


def test_a_blank_new_passphrase_is_none(qtbot: QtBot, page: LockPage, box: Box) -> None:
    button(page, "I have a recovery code").click()
    field(page, "Recovery code").setText(CODE)
    button(page, "Open with the code").click()
    qtbot.waitUntil(lambda: page.anew.isVisible())
    for blank in ("", "   "):
        field(page, "New passphrase").setText(blank)
        field(page, "Again").setText(blank)
        button(page, "Keep it and open").click()
        assert "Type a passphrase first; spaces alone are none." in words(page)
    assert [verb for verb, _ in box.asked] == ["code"]


def test_the_code_is_asked_for_again_where_nobody_sets_a_passphrase(qtbot: QtBot, page: LockPage, box: Box) -> None:
    button(page, "I have a recovery code").click()
    field(page, "Recovery code").setText(CODE)
    button(page, "Open with the code").click()
    qtbot.waitUntil(lambda: page.anew.isVisible())
    assert page._holds.isActive()
    page._holds.timeout.emit()
    assert page.passphrase.isVisible()
    page.unlocking.renew("somebody else's")
    assert [verb for verb, _ in box.asked] == ["code"], "the key is forgotten"


def test_who_sits_here_can_always_be_helped(qtbot: QtBot, page: LockPage) -> None:
    for name, goal in (("Steady for a minute", "grounding"), ("Support", "support"), ("What is this?", "explainer")):
        there = next(one for one in page.findChildren(QPushButton) if one.text() == name)
        with qtbot.waitSignal(page.wanted) as wanted:
            there.click()
        assert wanted.args == [goal]


def test_what_was_dropped_is_told_until_the_house_opens(qtbot: QtBot, page: LockPage) -> None:
    page.note("What you did not want written down was not kept.")
    assert "What you did not want written down was not kept." in words(page)
    with qtbot.waitSignal(page.opened):
        give(qtbot, page, RIGHT)
    assert "What you did not want written down was not kept." not in words(page)


def ask_passphrase(page: LockPage) -> None:
    page.passphrase.say("That isn't it.", "You can try again in 16 seconds.")
    page.note("What you did not want written down was not kept.")


def ask_code(page: LockPage) -> None:
    button(page, "I have a recovery code").click()


def ask_anew(page: LockPage) -> None:
    page._ask_anew()


@pytest.mark.parametrize("ask", [ask_passphrase, ask_code, ask_anew])
@pytest.mark.parametrize("theme", ["light", "contrast"])
@pytest.mark.parametrize("size", [80, 100, 150, 200])
def test_nothing_is_clipped_or_without_a_name(
    page: LockPage, preferences: Preferences, ask: Callable[[LockPage], None], theme: str, size: int
) -> None:
    preferences.theme, preferences.text_size = theme, size
    page.resize(508, 520)
    ask(page)
    assert unnamed(page) == []
    assert clipped(page) == []
    assert page.minimumSizeHint().width() <= page.width()
    page.let_go()
