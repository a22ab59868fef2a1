"""The parts of Support by themselves: what they say, what can be selected and copied, and what is told aloud."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.content.helplines import load_regions
from guesthouse.content.support import load_support
from guesthouse.domain.care import Line, Region, SupportText, region_of
from guesthouse.domain.kit import Comfort, Shelf
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.ui.pages.support_lines import LineList
from guesthouse.ui.support.call_card import CallCard
from guesthouse.ui.support.copying import Copies
from guesthouse.ui.support.fold import Fold
from guesthouse.ui.support.head import Head
from guesthouse.ui.support.lines_card import LinesCard
from guesthouse.ui.support.notes import NoteBody
from guesthouse.ui.support.own_people import OwnPeople
from tests.ui.hearing import announced
from tests.ui.shown import show

REGIONS = load_regions(resources() / "helplines")
BRITAIN, ELSEWHERE = region_of(REGIONS, "GB", ""), REGIONS[-1]
LINE = Line("Listening", "116 123", "Call", "Day and night", "English", "a.org", "2025-04", "")


@pytest.fixture(scope="module")
def words() -> SupportText:
    return load_support(resources() / "support", "en")


def texts(widget: QWidget) -> list[str]:
    """What can be read in it."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def selectable(widget: QWidget, text: str) -> bool:
    (found,) = (label for label in widget.findChildren(QLabel) if label.text() == text)
    return bool(found.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse)


def person(words: str, detail: str = "") -> Comfort:
    return Comfort(id=words, shelf=Shelf.PEOPLE, words=words, detail=detail)


# ----------------------------------------------------------------------------------------------- the head


def test_what_to_do_in_danger_stands_there_with_whose_number_it_is(
    qtbot: QtBot, look: Look, words: SupportText
) -> None:
    head = Head(look, words, least=100, gap=8)
    qtbot.addWidget(head)
    head.show_region(BRITAIN)
    danger = "If your life is in danger now, call 999."
    assert danger in texts(head) and selectable(head, danger)
    assert "Country: United Kingdom. You can choose another one beside the lines." in texts(head)
    assert words.lead in texts(head) and words.steady.text in texts(head)
    head.show_region(ELSEWHERE)
    assert words.danger_elsewhere in texts(head)
    assert not [text for text in texts(head) if text.startswith("Country:")]


# ----------------------------------------------------------------------------------------------- words


def test_a_call_is_told_point_by_point_and_its_sentences_can_be_taken_along(
    qtbot: QtBot, look: Look, words: SupportText
) -> None:
    card = CallCard(look, words.call)
    qtbot.addWidget(card)
    assert texts(card) == [words.call.title, *words.call.points, words.call.first, *words.call.sentences]
    assert all(selectable(card, sentence) for sentence in words.call.sentences)


def test_beside_the_lines_stands_what_they_are_and_that_nobody_has_checked_them(
    qtbot: QtBot, look: Look, words: SupportText
) -> None:
    card = LinesCard(look, words, REGIONS, BRITAIN)
    qtbot.addWidget(card)
    assert {words.contact.text, words.unchecked, words.elsewhere} <= set(texts(card))
    assert selectable(card, words.elsewhere)


def test_every_word_of_a_note_can_be_read(qtbot: QtBot, look: Look, words: SupportText) -> None:
    for note in words.notes:
        body = NoteBody(look, note, lambda text: text)
        qtbot.addWidget(body)
        parts = [text for part in note.parts for text in (part.title, part.text, *part.items) if text]
        assert texts(body) == [note.lead, *parts]


def test_a_note_that_is_asked_for_again_stays_open(qtbot: QtBot, look: Look) -> None:
    made: list[QLabel] = []
    fold = Fold(look, "A note", lambda: made.append(QLabel("Words")) or made[-1])
    qtbot.addWidget(fold)
    fold.unfold()
    fold.unfold()
    assert texts(fold) == ["Words"] and fold.heading.isChecked() and len(made) == 1


# ----------------------------------------------------------------------------------------------- copying


def test_that_a_number_was_copied_is_told_with_it(qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    button = Copies(look).button("116 123", "Copy 116 123, Listening")
    qtbot.addWidget(button)
    told = announced(monkeypatch)
    button.click()
    assert told == ["Copied: 116 123"]


# ----------------------------------------------------------------------------------------------- one's own people


@pytest.fixture
def own(qtbot: QtBot, look: Look, words: SupportText) -> OwnPeople:
    card = OwnPeople(look, words.own)
    qtbot.addWidget(card)
    return card


def test_each_of_ones_own_people_is_named_with_the_number_that_reaches_them(own: OwnPeople, words: SupportText) -> None:
    own.show_people([person("Mona, room 212", "07700 900123"), person("Ann 0151 496 0000"), person("The library")])
    assert [text for text in texts(own) if text not in ("", words.own.title)] == [
        words.own.text,
        *("Mona, room 212", "07700 900123", "Ann 0151 496 0000", "The library"),
    ]
    copies = [each.accessibleName() for each in own.findChildren(QPushButton) if each.text() == "Copy"]
    assert copies == ["Copy 07700 900123, Mona, room 212", "Copy 0151 496 0000, Ann 0151 496 0000"]
    assert own.reachable() == (("Mona, room 212", "07700 900123"), ("Ann 0151 496 0000", "0151 496 0000"))


def test_who_is_told_of_at_length_is_shown_in_short(own: OwnPeople) -> None:
    own.show_people([person("Mona " * 200)])
    (shown,) = (text for text in texts(own) if text.startswith("Mona"))
    assert len(shown) < 420 and shown.endswith("…")


# ----------------------------------------------------------------------------------------------- the list of lines


def test_how_and_when_and_where_it_was_read_are_painted(qtbot: QtBot, look: Look) -> None:
    lines = LineList(look)
    qtbot.addWidget(lines)
    lines.resize(500, 200)

    def seen(line: Line) -> QImage:
        lines.show_lines((line,))
        return lines.grab().toImage()

    def other(**changed: str) -> Line:
        fields = ("name", "number", "how", "hours", "languages", "source", "source_date", "verified")
        return Line(**{field: getattr(LINE, field) for field in fields} | changed)

    whole = seen(LINE)
    assert seen(other()) == whole
    for field, value in (("how", "Text"), ("hours", "Evenings"), ("languages", "Welsh"), ("source_date", "2024-04")):
        assert seen(other(**{field: value})) != whole, field


def test_the_line_the_keyboard_is_at_can_be_seen(qtbot: QtBot, look: Look) -> None:
    lines = LineList(look)
    qtbot.addWidget(lines)
    show(qtbot, lines, 500, 400)
    lines.show_lines(Region("XX", "Nowhere", (), "", (LINE, LINE)).lines)
    lines.list.setFocus()
    qtbot.waitUntil(lines.list.hasFocus)
    lines.list.setCurrentRow(0)
    first = lines.grab().toImage()
    lines.list.setCurrentRow(1)
    assert lines.grab().toImage() != first
