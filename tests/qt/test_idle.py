"""How long nobody has done anything: what counts as doing, which clock is believed, and who comes back too late."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.idle import Idle


class Clocks:
    """Two clocks that go as they are told to."""

    def __init__(self) -> None:
        self.onward, self.wall = 1000.0, 5_000_000.0
        self.busy = False

    def pass_by(self, seconds: float) -> None:
        self.onward += seconds
        self.wall += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def idle(qapp: QApplication, clocks: Clocks) -> Iterator[Idle]:
    made = Idle(qapp, qapp, busy=lambda: clocks.busy, clocks=(lambda: clocks.onward, lambda: clocks.wall))
    made.allow(10)
    yield made
    made.allow(0)
    made.deleteLater()


@pytest.fixture
def window(qtbot: QtBot, idle: Idle) -> QWidget:
    """A window with two fields, which has the focus."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(QLineEdit())
    column.addWidget(QLineEdit())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.findChildren(QLineEdit)[0].setFocus()
    return made


def test_it_lasts_as_long_as_it_may_and_is_told_once(qtbot: QtBot, idle: Idle, clocks: Clocks) -> None:
    clocks.pass_by(599)
    with qtbot.assertNotEmitted(idle.lasted):
        idle.look()
    clocks.pass_by(1)
    with qtbot.waitSignal(idle.lasted):
        idle.look()
    with qtbot.assertNotEmitted(idle.lasted):
        idle.look()


def test_never_is_never(qtbot: QtBot, idle: Idle, clocks: Clocks) -> None:
    idle.allow(0)
    clocks.pass_by(100_000)
    with qtbot.assertNotEmitted(idle.lasted):
        idle.look()


def press_a_key(window: QWidget) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)


def move_the_mouse(window: QWidget) -> None:
    QTest.mouseMove(window.windowHandle(), QPoint(5, 5))
    QTest.mouseMove(window.windowHandle(), QPoint(9, 9))


def write_without_keys(window: QWidget) -> None:
    """As an assistive tool does."""
    window.findChildren(QLineEdit)[0].setText("words that no key has brought")


def go_to_another_field(window: QWidget) -> None:
    window.findChildren(QLineEdit)[1].setFocus()


@pytest.mark.parametrize("do", [press_a_key, move_the_mouse, write_without_keys, go_to_another_field])
def test_whatever_the_person_does_counts(
    qtbot: QtBot, window: QWidget, idle: Idle, clocks: Clocks, do: Callable[[QWidget], None]
) -> None:
    clocks.pass_by(300)
    assert idle.seconds == 300
    do(window)
    qtbot.waitUntil(lambda: idle.seconds == 0)


def test_a_window_that_opens_later_is_heard_too(qtbot: QtBot, window: QWidget, idle: Idle, clocks: Clocks) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    clocks.pass_by(300)
    press_a_key(other)
    assert idle.seconds == 0


def test_the_wall_clock_tells_of_a_sleep(qtbot: QtBot, idle: Idle, clocks: Clocks) -> None:
    clocks.wall += 3600  # the lid was closed
    with qtbot.waitSignal(idle.lasted):
        idle.look()


def test_the_wall_clock_put_back_takes_nothing_away(qtbot: QtBot, idle: Idle, clocks: Clocks) -> None:
    clocks.onward += 600
    clocks.wall -= 7200
    with qtbot.waitSignal(idle.lasted):
        idle.look()


def test_who_comes_back_too_late_types_into_nothing(qtbot: QtBot, window: QWidget, idle: Idle, clocks: Clocks) -> None:
    clocks.wall += 3600
    with qtbot.waitSignal(idle.lasted):
        press_a_key(window)
    assert window.findChildren(QLineEdit)[0].text() == ""


def test_work_that_goes_on_is_no_absence(qtbot: QtBot, window: QWidget, idle: Idle, clocks: Clocks) -> None:
    clocks.busy = True
    clocks.pass_by(3600)
    with qtbot.assertNotEmitted(idle.lasted):
        idle.look()
    assert idle.seconds == 0
    clocks.pass_by(3600)
    press_a_key(window)
    assert window.findChildren(QLineEdit)[0].text() == "a"
