"""The text of a topic: it can be read by keys, copied, marked, and it opens nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage, QTextBlock
from pytestqt.qtbot import QtBot

from guesthouse.domain.help import Block, Heading, Items, Paragraph, Quote, Table
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.help.document import HelpText

BLOCKS: list[Block] = [
    Paragraph("A café <b>and</b> more."),
    Heading("Below"),
    Items(("one", "two")),
    Items(("five", "six"), first=5),
    Quote("Nothing is measured."),
    Table((("F1", "Support"), ("Esc", "leave\nat once"))),
    Paragraph("The last line. " * 60),
]


@pytest.fixture
def text(qtbot: QtBot, look: Look) -> HelpText:
    made = HelpText(look)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show_blocks("A title", BLOCKS)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def blocks(text: HelpText) -> list[QTextBlock]:
    found, block = [], text.document().begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def marked(text: HelpText) -> list[str]:
    return [each.cursor.selectedText() for each in text.extraSelections()]


def test_all_of_it_is_there_to_the_letter(text: HelpText) -> None:
    lines = [block.text() for block in blocks(text) if block.text()]
    assert lines[:8] == [
        "A title",
        "A café <b>and</b> more.",
        "Below",
        "one",
        "two",
        "five",
        "six",
        "Nothing is measured.",
    ]
    assert lines[8:12] == ["F1", "Support", "Esc", "leave\u2028at once"]


def test_headings_have_their_levels(text: HelpText) -> None:
    levels = {block.text(): block.blockFormat().headingLevel() for block in blocks(text)}
    assert (levels["A title"], levels["Below"], levels["one"]) == (1, 2, 0)


def test_a_screen_reader_hears_its_title_and_all_of_the_text(text: HelpText) -> None:
    seen = QAccessible.queryAccessibleInterface(text)
    assert seen.text(QAccessible.Text.Name) == "A title"
    heard = seen.textInterface()
    assert "Nothing is measured." in heard.text(0, heard.characterCount())


def test_the_arrow_keys_walk_and_tab_leaves(qtbot: QtBot, text: HelpText) -> None:
    text.setFocus()
    assert text.textCursor().position() == 0
    qtbot.keyClick(text, Qt.Key.Key_Down)
    assert text.textCursor().position() > 0
    before = text.toPlainText()
    qtbot.keyClicks(text, "abc")
    assert text.toPlainText() == before
    assert text.tabChangesFocus()


def test_it_can_be_selected_and_opens_nothing(qtbot: QtBot, text: HelpText) -> None:
    kind, flags = Qt.TextInteractionFlag, text.textInteractionFlags()
    assert flags & kind.TextSelectableByKeyboard and flags & kind.TextSelectableByMouse
    assert not flags & (kind.LinksAccessibleByKeyboard | kind.LinksAccessibleByMouse)
    text.selectAll()
    assert "one" in text.textCursor().selectedText()


def test_words_that_are_looked_for_are_marked_by_their_beginning(text: HelpText) -> None:
    text.mark("CAFE meas")
    assert marked(text) == ["café", "measured"]
    text.mark("")
    assert marked(text) == []


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
def test_what_is_marked_can_be_read_in_every_theme(
    text: HelpText, look: Look, preferences: Preferences, theme: str
) -> None:
    preferences.theme = theme
    text.mark("below")
    (found,) = text.extraSelections()
    assert found.format.background().color() == look.colour("lamp")
    assert found.format.foreground().color() == look.colour("on-lamp")


@pytest.mark.parametrize("sought", ["\x00", "\u202e\u05d0", "\U0001f600", '"', "?", "a" * 5000])
def test_nothing_that_is_looked_for_breaks_it(text: HelpText, sought: str) -> None:
    text.mark(sought)
    assert all(marked(text))


def test_marks_stay_when_the_look_changes(text: HelpText, preferences: Preferences) -> None:
    text.mark("below")
    preferences.theme = "night"
    preferences.text_size = 150
    assert marked(text) == ["Below"]


def test_it_is_as_large_as_the_look_has_it(text: HelpText, preferences: Preferences) -> None:
    before = blocks(text)[1].begin().fragment().charFormat().font().pointSizeF(), text.document().size().height()
    preferences.text_size = 150
    after = blocks(text)[1].begin().fragment().charFormat().font().pointSizeF(), text.document().size().height()
    assert after > before


def test_a_heading_is_brought_to_the_top(text: HelpText) -> None:
    text.show_blocks("A title", [Paragraph("Above. " * 200), Heading("Below"), Paragraph("More. " * 400)])
    text.go_to_heading("Below")
    assert text.textCursor().block().text() == "Below"
    assert 0 <= text.cursorRect().top() < text.viewport().height() / 4
    text.go_to_heading("Nowhere")
    assert text.textCursor().block().text() == "Below"


def test_what_is_shown_again_stays_where_it_is(text: HelpText) -> None:
    bar = text.verticalScrollBar()
    bar.setValue(120)
    text.show_blocks("A title", BLOCKS)
    assert bar.value() == 120
    text.show_blocks("A title", [*BLOCKS, Paragraph("more")])
    assert bar.value() == 120
    text.show_blocks("Another", BLOCKS)
    assert bar.value() == 0


def test_lists_and_statements_are_painted_apart(text: HelpText, look: Look) -> None:
    image = text.grab().toImage()
    colours = {image.pixelColor(x, y).name() for y in range(0, image.height(), 2) for x in range(0, image.width(), 2)}
    assert look.colour("sage-pale").name() in colours
    assert look.colour("sage").name() in colours


def test_what_is_numbered_has_its_numbers(text: HelpText) -> None:
    def seen(first: int) -> QImage:
        text.show_blocks("A title", [Items(("one", "two"), first=first)])
        return text.grab().toImage()

    dots, ones, fives = seen(0), seen(1), seen(5)
    assert dots != ones and ones != fives
    assert seen(1) == ones
