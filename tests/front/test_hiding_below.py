"""Hidden: the note is on the screen before anything else can happen; what is below hears no key and says nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QIcon, QImage, QPixmap, QShortcut
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.domain.errand import Start, Take
from guesthouse.domain.safekeeping import Sealed
from guesthouse.errors import DiskFull
from guesthouse.ui.exercises.stages import Stage
from guesthouse.ui.hidden.note import GROUNDS
from guesthouse.ui.pages.exercises import ExercisesPage
from guesthouse.ui.pages.practices import PracticesPage
from tests.front.conftest import HALF, Entered
from tests.front.hidden_hands import NONE, Hands, at_plain
from tests.ui.hearing import announced

__all__ = ["at_plain"]

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
KEYS = [
    (Qt.Key.Key_Return, CTRL),
    (Qt.Key.Key_Enter, CTRL),
    (Qt.Key.Key_Right, ALT),
    (Qt.Key.Key_Left, ALT),
    (Qt.Key.Key_Period, CTRL),
    (Qt.Key.Key_B, CTRL),
    (Qt.Key.Key_F11, NONE),
    (Qt.Key.Key_F1, NONE),
    (Qt.Key.Key_F1, SHIFT),
    (Qt.Key.Key_Escape, NONE),
    (Qt.Key.Key_Space, NONE),
    (Qt.Key.Key_Return, NONE),
]
"""The player's, the editor's, the canvas's, the window's."""


def on_the_screen(hands: Hands) -> QImage:
    """As an eye sees it now; nothing is painted for it."""
    return hands.window.screen().grabWindow(hands.window.winId()).toImage()


def is_the_note(seen: QImage) -> bool:
    ground, _ink, bar, *_ = GROUNDS["light"]
    wide, high = seen.width() - 1, seen.height() - 1
    above = {seen.pixelColor(x, 1).name() for x in range(0, wide, 20)}
    down = {seen.pixelColor(x, y).name() for x in (1, wide) for y in range(0, high, 20)}
    return above == {ground} and down <= {ground, bar} and seen.pixelColor(wide, high).name() == bar


# ---------------------------------------------------------------------------------------------------- for the eyes


@pytest.mark.parametrize("room", ["today", "visitors", "journal"])
def test_it_is_on_the_screen_before_the_sounds_stop_and_before_qt_paints_again(at_plain: Hands, room: str) -> None:
    at_plain.entered.front._preferences.theme = "light"
    at_plain.window.go_to(room)
    QApplication.processEvents()
    assert not is_the_note(on_the_screen(at_plain))
    seen: list[QImage] = []
    at_plain.hiding._hush = lambda hushed: seen.append(on_the_screen(at_plain))
    at_plain.hiding.hide()
    assert is_the_note(seen[0])


def test_the_window_has_another_picture_until_it_is_back(at_plain: Hands) -> None:
    ours = QPixmap(64, 64)
    ours.fill(Qt.GlobalColor.magenta)
    before = QApplication.windowIcon()
    QApplication.setWindowIcon(QIcon(ours))
    try:
        at_plain.press()
        assert at_plain.window.windowIcon().pixmap(64, 64).toImage() == at_plain.note.icon().pixmap(64, 64).toImage()
        at_plain.come_back()
        assert at_plain.window.windowIcon().pixmap(64, 64).toImage() == ours.toImage()
    finally:
        QApplication.setWindowIcon(before)


# ---------------------------------------------------------------------------------------------------- for the keys


class Fired(QObject):
    """The shortcuts that did something."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self.keys: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Shortcut and isinstance(watched, QShortcut):
            self.keys.append(watched.key().toString())
        return False

    def end(self) -> None:
        self._app.removeEventFilter(self)


@pytest.fixture
def fired(qapp: QApplication) -> Iterator[Fired]:
    made = Fired(qapp)
    yield made
    made.end()


def press_all(hands: Hands) -> None:
    for key, modifiers in KEYS:
        hands.press(key, modifiers)
        assert hands.is_hidden(), key
        assert QApplication.focusWidget() is hands.note.text, key


def test_a_practice_below_stays_where_it_is(qtbot: QtBot, at_plain: Hands, fired: Fired) -> None:
    at_plain.window.carry("practices", Start("ack-feet"))
    page = at_plain.window._current()
    assert isinstance(page, PracticesPage)
    qtbot.waitUntil(lambda: page.player.playing is not None)
    QApplication.processEvents()
    at_plain.press(Qt.Key.Key_Right, ALT)
    assert fired.keys == ["Alt+Right"], "it is the key for that"
    at, fired.keys = page.player._at, []
    at_plain.press()
    press_all(at_plain)
    assert fired.keys == [] and page.player._at == at and page.player.playing is not None
    at_plain.come_back()
    assert at_plain.entered.shown == "practices" and page.player._at == at


def test_an_exercise_below_stays_where_it_is(qtbot: QtBot, at_plain: Hands, fired: Fired) -> None:
    at_plain.entered.front._preferences.motion = "full"
    at_plain.window.carry("exercises", Take("I always mess up", "card"))
    page = at_plain.window._current()
    assert isinstance(page, ExercisesPage)
    page.chooser.begin_asked.emit()
    qtbot.waitUntil(lambda: page.run.stage is not Stage.NOWHERE)
    stage = page.run.stage
    fired.keys.clear()
    at_plain.press()
    press_all(at_plain)
    assert fired.keys == [] and page.run.stage is stage
    at_plain.come_back()
    assert at_plain.entered.shown == "exercises" and page.run.stage is stage


@pytest.mark.parametrize("room", ["visitors", "journal"])
def test_what_one_writes_in_below_hears_no_key(qtbot: QtBot, at_plain: Hands, fired: Fired, room: str) -> None:
    at_plain.window.go_to(room)
    qtbot.waitUntil(lambda: at_plain.entered.shown == room)
    at_plain.press()
    press_all(at_plain)
    assert fired.keys == []
    fields = at_plain.window.cover.widget(0).findChildren(QTextEdit)
    assert all(not field.toPlainText().strip() for field in fields)


# ---------------------------------------------------------------------------------------------------- for the ears


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told beside the focus."""
    return announced(monkeypatch)


def test_that_a_practice_cannot_be_saved_is_not_said_aloud(
    qtbot: QtBot, at_plain: Hands, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    at_plain.window.carry("practices", Start("ack-feet"))
    page = at_plain.window._current()
    assert isinstance(page, PracticesPage)
    at_plain.press()
    heard.clear()
    page.player._told_trouble(DiskFull())
    assert heard == [] and at_plain.is_hidden()
    at_plain.come_back()
    page.player._all_kept()
    page.player._told_trouble(DiskFull())
    assert len(heard) == 1, "as it is said otherwise"


def test_that_a_passphrase_can_be_tried_again_is_not_said_aloud(
    qtbot: QtBot, sealed: Sealed, enter: Callable[[], Entered], heard: list[str]
) -> None:
    hands = Hands(enter(), qtbot)
    hands.entered.give("not it")
    qtbot.waitUntil(lambda: any("That isn" in said for said in heard))
    hands.press()
    heard.clear()
    lock = hands.window._current()
    qtbot.waitUntil(lambda: lock._left == 0)
    assert heard == [] and hands.is_hidden()


def test_what_happens_on_the_canvas_is_not_said_aloud(at_plain: Hands, heard: list[str]) -> None:
    at_plain.window.go_to("visitors")
    notice = at_plain.entered.visitors().bars.above.notice
    at_plain.press()
    heard.clear()
    notice.say(HALF)
    assert heard == [] and at_plain.is_hidden()
    at_plain.come_back()
    notice.say(HALF)
    assert heard == [HALF]


def test_once_the_app_has_ended_its_key_hides_nothing(qtbot: QtBot, at_plain: Hands) -> None:
    pressed: list[bool] = []
    at_plain.entered.front._hide_keys.pressed.connect(lambda: pressed.append(True))
    at_plain.entered.front.close()
    at_plain.press()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    at_plain.press()
    assert pressed == []
