"""The recovery code on the screen: once, in groups, and not lost by a slip of a finger."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.recovery_paper import RecoveryCard
from guesthouse.ui.dialogs.recovery import RecoveryDialog
from tests.ui.doubled import Doubled
from tests.ui.saving_hands import WORDS, SavingHand, saver
from tests.ui.walk import clipped, unnamed

__all__ = ["saver"]

CODE = "K7Q2M-0PXVA-9ZDT1-HH3R8-4WNCE-5GJ6Y-BSKF0"
PLAIN = [Path("/media/stick/guesthouse-20260301-213002-12-daily.db")]

Build = Callable[..., RecoveryDialog]


@pytest.fixture
def build(qtbot: QtBot, look: Look) -> Build:
    def made(*, plain: list[Path] | None = None) -> RecoveryDialog:
        dialog = RecoveryDialog(CODE, look, None, plain=plain or [])
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return made


def said(dialog: RecoveryDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_each_group_can_be_read_copied_and_heard_by_itself(qtbot: QtBot, build: Build) -> None:
    dialog = build()
    assert "-".join(group.text() for group in dialog.groups) == CODE
    heard = [QAccessible.queryAccessibleInterface(group).text(QAccessible.Text.Name) for group in dialog.groups]
    assert heard[0] == "Group 1 of 7: K 7 Q 2 M" and heard[6] == "Group 7 of 7: B S K F 0"
    for group in dialog.groups:
        assert QApplication.focusWidget() is group
        qtbot.keyClick(group, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        assert group.selectedText() == group.text()
        qtbot.keyClick(group, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.print_it


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_groups_stand_in_columns_of_one_width(qtbot: QtBot, build: Build, mirrored: bool) -> None:
    dialog = build()
    dialog.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    cells = [group.parentWidget() for group in dialog.groups]
    qtbot.waitUntil(lambda: (cells[0].x() > cells[1].x()) is mirrored)
    assert len({cell.width() for cell in cells}) == 1
    starts = [cell.x() for cell in cells[:4]]
    assert sorted(starts, reverse=mirrored) == starts and [cell.x() for cell in cells[4:]] == starts[:3]
    well = cells[0].parentWidget()
    left, right = min(starts), well.width() - max(starts) - cells[0].width()
    assert abs(left - right) <= 4  # nothing is left over at one side


def test_what_is_ticked_fits_each_way_of_keeping_it(build: Build) -> None:
    assert build().kept.text() == "I have it somewhere safe"


def test_done_waits_until_it_is_written_down(build: Build) -> None:
    dialog = build()
    dialog.go_on.click()
    assert dialog.isVisible() and not dialog.go_on.isEnabled()
    dialog.kept.toggle()
    dialog.go_on.click()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_one_esc_does_not_lose_it_and_nobody_is_kept(qtbot: QtBot, build: Build) -> None:
    dialog = build()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible() and dialog.without.isVisible()
    assert "This code is shown only now. Esc once more goes on without it." in said(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_with_the_code_written_down_esc_closes(qtbot: QtBot, build: Build) -> None:
    dialog = build()
    dialog.kept.setChecked(True)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_it_is_saved_where_one_says_with_a_warning_where_that_is(build: Build, tmp_path: Path) -> None:
    dialog, to = build(), tmp_path / "card.txt"
    dialog.ask_place = lambda: to
    dialog.save_it.click()
    assert "7  BSKF0" in to.read_text(encoding="utf-8")
    assert str(to) in said(dialog) and "Whoever finds that file can open your data" in said(dialog)
    dialog.ask_place = lambda: None
    dialog.save_it.click()
    assert [file.name for file in tmp_path.glob("*.txt")] == ["card.txt"]


@pytest.mark.parametrize(("kind", "ending"), [("", ".pdf"), ("Plain text", ".txt")])
def test_a_file_that_is_there_is_not_replaced_unasked(build: Build, saver: SavingHand, kind: str, ending: str) -> None:
    dialog, there = build(), saver.has(f"card{ending}")
    saver.types("card", kind=kind)
    dialog.save_it.click()
    assert saver.asked_about(f"card{ending}") and there.read_text() == WORDS
    assert saver.seen[0] == "Guesthouse recovery card.pdf" and "Saved as" not in said(dialog)


def test_what_cannot_be_saved_is_said_and_the_code_stays(build: Build, tmp_path: Path) -> None:
    dialog = build()
    dialog.ask_place = lambda: tmp_path / "missing" / "card.pdf"
    dialog.save_it.click()
    assert dialog.isVisible() and "Nothing can be written to that place" in said(dialog)


def test_printing_is_told(build: Build) -> None:
    dialog = build()
    printed: list[RecoveryCard] = []
    dialog.send_to_printer = lambda card: bool(printed.append(card)) or True
    dialog.print_it.click()
    assert list(printed[0].groups) == CODE.split("-") and "on its way to the printer" in said(dialog)

    def broken(_card: RecoveryCard) -> bool:
        raise OSError

    dialog.send_to_printer = broken
    dialog.print_it.click()
    assert "Nothing was printed" in said(dialog)


def test_copies_that_stay_readable_are_named(build: Build) -> None:
    assert "without the passphrase" not in said(build())
    dialog = build(plain=PLAIN)
    assert "can still be read without the passphrase" in said(dialog) and str(PLAIN[0]) in said(dialog)


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize(("size", "doubled"), [(80, False), (100, True), (150, False), (200, False)])
def test_nothing_is_clipped_and_all_is_named(
    qapp: QApplication, preferences: Preferences, build: Build, theme: str, size: int, doubled: bool
) -> None:
    language = Doubled()
    if doubled:
        qapp.installTranslator(language)
    try:
        preferences.theme, preferences.text_size = theme, size
        dialog = build(plain=PLAIN)
        dialog.reject()
        dialog.resize(672, 472)
        assert clipped(dialog) == [] and unnamed(dialog) == []
    finally:
        qapp.removeTranslator(language)
