"""The checks that run after every Qt test really see what a test leaves behind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QThread, QTimer, QVariantAnimation
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from tests.left_over import left_over, running, windows


class Ticker(QTimer):
    """A timer by another name."""


@pytest.mark.usefixtures("qapp")
def test_a_timer_that_goes_on_is_seen_until_it_stops() -> None:
    before = {*running(), *windows()}
    timer = Ticker()
    timer.start(60_000)
    assert any("Ticker" in words for words in left_over(before))
    timer.stop()
    assert left_over(before) == []


@pytest.mark.usefixtures("qapp")
def test_a_running_animation_is_seen() -> None:
    before = {*running(), *windows()}
    animation = QVariantAnimation()
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)
    animation.setDuration(60_000)
    animation.start()
    assert any("animation" in words for words in left_over(before))
    animation.stop()
    assert left_over(before) == []


@pytest.mark.usefixtures("qapp")
def test_a_thread_that_was_not_joined_is_seen() -> None:
    before = {*running(), *windows()}
    thread = QThread()
    thread.start()
    assert any("thread" in words for words in left_over(before))
    thread.quit()
    thread.wait()
    assert left_over(before) == []


def test_a_window_nobody_owns_is_seen_and_a_child_is_not(qapp: QApplication) -> None:
    before = {*running(), *windows()}
    window = QWidget()
    window.setObjectName("forgotten")
    child = QWidget(window)
    assert [words for words in left_over(before) if "window" in words] == ["window QWidget forgotten"]
    assert child.parent() is window
    window.deleteLater()
    assert left_over(before) == []


def test_a_dialog_nobody_answers_fails_the_test(qtbot: object) -> None:
    with pytest.raises(AssertionError, match=r"a real dialog was opened: QMessageBox\.question"):
        QMessageBox.question(None, "Forget this guest?", "Its visits go too.")
    with pytest.raises(AssertionError, match="a real dialog was opened"):
        QMessageBox().exec()


def test_a_test_can_answer_a_dialog(qtbot: object, monkeypatch: pytest.MonkeyPatch) -> None:
    yes = QMessageBox.StandardButton.Yes
    monkeypatch.setattr(QMessageBox, "question", lambda *_: yes)
    assert QMessageBox.question(None, "Forget this guest?", "Its visits go too.") == yes
