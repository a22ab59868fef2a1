"""Words on the canvas: whole, balanced, and as they were typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guesthouse.ui.canvas import lines
from guesthouse.ui.canvas.lines import Setting, balanced


@pytest.fixture
def font(qtbot: QtBot) -> QFont:
    made = QFont()
    made.setPixelSize(17)
    return made


def widths(setting: Setting) -> list[float]:
    return [setting.layout.lineAt(i).naturalTextWidth() for i in range(setting.layout.lineCount())]


def rejoined(setting: Setting) -> str:
    return setting.layout.text()


def test_a_short_thought_is_one_line_as_wide_as_its_words(font: QFont) -> None:
    setting = balanced("not good enough", font, 250, 6)
    assert setting.lines == 1 and not setting.cut
    assert setting.size.width() == pytest.approx(widths(setting)[0] + 1, abs=1.5)


def test_lines_are_about_equally_long(font: QFont) -> None:
    setting = balanced("I should have said something when they all laughed at her", font, 300, 6)
    assert setting.lines >= 2
    assert min(widths(setting)) > 0.55 * max(widths(setting))


def test_no_more_lines_than_without_balancing(font: QFont) -> None:
    text = "everyone can tell that I do not know what I am doing here at all"
    wide = balanced(text, font, 260, 9)
    assert wide.lines == balanced(text, font, wide.size.width(), 9).lines


@pytest.mark.parametrize(
    "text",
    [
        "אני תמיד הורס הכול",
        "أنا لا أستحق هذا",
        "👩‍👩‍👧‍👦 too much 😶‍🌫️",
        "e\u0301\u0323 combining a\u030a",
        "one\ntwo\n\nthree",
        "no\u00a0break",
        "x" * 60,
    ],
)
def test_the_words_are_unchanged(font: QFont, text: str) -> None:
    setting = balanced(text, font, 250, 9)
    assert not setting.cut
    assert rejoined(setting) == text.replace("\n", "\u2028")


def test_line_ends_make_lines(font: QFont) -> None:
    assert balanced("one\ntwo\nthree", font, 250, 6).lines == 3


def test_a_very_long_thought_shows_its_beginning_and_says_so(font: QFont) -> None:
    text = "and then I said it all wrong again " * 140
    setting = balanced(text, font, 250, 6)
    assert setting.cut and setting.lines <= 6
    assert text.startswith(rejoined(setting).rstrip("…"))


def test_one_word_longer_than_the_line_still_fits_the_width(font: QFont) -> None:
    setting = balanced("w" * 300, font, 200, 6)
    assert max(widths(setting)) <= 201


def test_a_page_full_is_not_laid_out_a_dozen_times(font: QFont, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty thousand letters were felt for seconds at every key."""
    laid: list[str] = []
    real = lines._lay_out
    monkeypatch.setattr(lines, "_lay_out", lambda text, *rest: (laid.append(text), real(text, *rest))[1])
    text = "w" * 30_000
    assert rejoined(balanced(text, font, 400, 9_000, centred=False)) == text
    assert len(laid) == 1


def test_nul_and_nothing_do_no_harm(font: QFont) -> None:
    assert balanced("a\0b", font, 200, 6).lines == 1
    assert balanced("", font, 200, 6).size.height() >= 0


@pytest.mark.parametrize("app", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(("text", "rightward"), [("I am late.", True), ("אני מאחר.", False)])
def test_a_text_runs_as_its_script_does(
    qapp: QApplication, font: QFont, app: Qt.LayoutDirection, text: str, rightward: bool
) -> None:
    qapp.setLayoutDirection(app)
    try:
        setting = balanced(text, font, 400, 6)
        line = setting.layout.lineAt(0)
        assert (line.cursorToX(0)[0] < line.cursorToX(len(text))[0]) is rightward
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("most", [1, 2, 4])
def test_the_sign_of_more_takes_no_line_of_its_own(font: QFont, most: int) -> None:
    words = "I do not want it, and I am in it; if I will it is ill, and it fits in still "
    for start in range(0, 40, 4):
        for widest in range(120, 320, 7):
            setting = balanced((words * 4)[start:], font, float(widest), most, centred=False)
            assert setting.cut and setting.lines <= most, (start, widest)


@pytest.mark.parametrize("most", [1, 2, 3])
def test_where_a_thought_is_cut_no_word_is(font: QFont, most: int) -> None:
    text = "I want to die and I have been thinking about it since Sunday when nobody called " * 4
    for widest in range(60, 400, 7):
        shown = rejoined(balanced(text, font, widest, most))
        assert shown.endswith("…")
        kept = shown.removesuffix("…")
        assert text.startswith(kept) and (text[len(kept)].isspace() or " " not in kept), (widest, shown)


def test_where_a_single_word_is_cut_no_character_is(font: QFont) -> None:
    family = "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
    for widest in range(40, 300, 3):
        shown = rejoined(balanced(family * 200, font, widest, 1)).removesuffix("…")
        assert len(shown) % len(family) == 0 or shown == "\N{WOMAN}", widest
    assert len(rejoined(balanced("x" * 5000, font, 200, 1))) > 10


def test_what_stands_in_the_line_stays_in_it_where_the_rest_is_cut(font: QFont) -> None:
    assert rejoined(balanced("I want\nto die", font, 250, 1)) == "I want…"
