"""Work in pieces: what else is to be done comes between them, and nothing is done twice or after it was stopped."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guesthouse.qt import pieces
from guesthouse.qt.pieces import Pieces, take


def test_what_else_is_to_be_done_comes_in_between(qtbot: QtBot) -> None:
    order: list[str] = []

    def steps() -> Iterator[None]:
        for number in range(3):
            order.append(str(number))
            QTimer.singleShot(0, lambda number=number: order.append(f"after {number}"))
            yield
        order.append("end")

    owner = QObject()
    work = Pieces(owner)
    work.at_once = 0
    work.begin(steps())
    qtbot.waitUntil(lambda: len(order) == 7)
    assert order.index("after 0") < order.index("1") and order.index("after 1") < order.index("2")


def test_what_was_stopped_is_not_gone_on_with(qtbot: QtBot) -> None:
    done: list[int] = []
    owner = QObject()
    work = Pieces(owner)
    work.begin(done.append(number) for number in range(3))
    work.stop()
    QApplication.processEvents()
    assert done == []
    work.begin(done.append(number) for number in range(2))
    qtbot.waitUntil(lambda: done == [0, 1])


def test_small_steps_are_taken_together_and_a_long_one_alone() -> None:
    done: list[int] = []
    assert take((done.append(number) for number in range(3)), 0)
    assert done == [0]
    assert not take(done.append(number) for number in range(3))
    assert done == [0, 0, 1, 2]
    assert pieces.AT_ONCE <= 0.008
