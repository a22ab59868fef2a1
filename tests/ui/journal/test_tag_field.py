"""The tags of an entry: a line of text to whoever writes or listens, little pills to whoever looks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.ui.journal.tag_field import TagField


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> QWidget:
    """A field with another one to go to, the focus on the other."""
    page = QWidget()
    page.resize(320, 120)
    column = QVBoxLayout(page)
    other = QLineEdit()
    column.addWidget(TagField(look))
    column.addWidget(other)
    qtbot.addWidget(page)
    page.show()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    return page


@pytest.fixture
def field(page: QWidget) -> TagField:
    """The field."""
    return page.findChildren(TagField)[0]


def write(field: TagField, qtbot: QtBot, text: str) -> None:
    """Go there and type."""
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, text)


def leave(field: TagField, qtbot: QtBot) -> None:
    """Go to the other field."""
    field.parentWidget().findChildren(QLineEdit)[1].setFocus()
    qtbot.waitUntil(lambda: not field.hasFocus())


def inked(field: TagField, look: Look, token: str = "soft") -> list[int]:
    """How far from the left something stands in this colour."""
    image = field.grab().toImage()
    wanted = look.colour(token).rgb()
    return [x for x in range(image.width()) if any(image.pixel(x, y) == wanted for y in range(image.height()))]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("", ()),
        (" , ,, ", ()),
        ("work", ("work",)),
        ("  brushed   aside ,work", ("brushed aside", "work")),
        ("#work, ##home, # late", ("work", "home", "late")),
        ("Work, work, WORK, home", ("Work", "home")),
        ("C#, a-b, שלום, 👩‍🚀", ("C#", "a-b", "שלום", "👩‍🚀")),
    ],
)
def test_what_stands_there_as_tags(field: TagField, text: str, tags: tuple[str, ...]) -> None:
    field.setText(text)
    assert field.tags() == tags


def test_tags_stand_as_text(field: TagField) -> None:
    field.set_tags(["brushed aside", " work", "Work"])
    assert field.text() == "brushed aside, work"
    heard = QAccessible.queryAccessibleInterface(field)
    assert heard.text(QAccessible.Text.Name) == "Tags"
    assert heard.text(QAccessible.Text.Value) == "brushed aside, work"


def test_a_change_is_told_also_from_assistive_tools(field: TagField) -> None:
    told: list[tuple[str, ...]] = []
    field.changed.connect(lambda: told.append(field.tags()))
    field.set_tags(["work"])
    assert told == [], "showing an entry is no change of it"
    QAccessible.queryAccessibleInterface(field).setText(QAccessible.Text.Value, "work, home")
    field.setText("work,  home ,")
    assert told == [("work", "home")]


def test_what_was_written_becomes_tidy(field: TagField, qtbot: QtBot) -> None:
    write(field, qtbot, "#work,  home,, work")
    leave(field, qtbot)
    assert field.text() == "work, home"


class TestOffers:
    @pytest.fixture(autouse=True)
    def known(self, field: TagField) -> None:
        field.set_known(["brushed aside", "work", "worry"])

    def accept(self, field: TagField, qtbot: QtBot, *keys: Qt.Key) -> None:
        popup = field._completer.popup()
        qtbot.waitUntil(popup.isVisible)
        for key in (*keys, Qt.Key.Key_Return):
            qtbot.keyClick(popup, key)
        qtbot.waitUntil(lambda: not popup.isVisible())

    def test_a_known_tag_is_offered_for_the_word_at_the_cursor(self, field: TagField, qtbot: QtBot) -> None:
        write(field, qtbot, "late, wo")
        self.accept(field, qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down)
        assert field.text() == "late, worry, " and field.tags() == ("late", "worry")
        assert field.cursorPosition() == len(field.text())

    def test_an_offer_takes_the_place_of_the_whole_word(self, field: TagField, qtbot: QtBot) -> None:
        field.set_tags(["wxrk", "late"])
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        field.setCursorPosition(1)
        qtbot.keyClicks(field, "o")
        self.accept(field, qtbot, Qt.Key.Key_Down)
        assert field.tags() == ("work", "late")

    def test_nothing_is_offered_for_an_unknown_or_a_whole_word(self, field: TagField, qtbot: QtBot) -> None:
        for text in ("zebra", ", work", ", "):
            write(field, qtbot, text)
            assert not field._completer.popup().isVisible(), text

    def test_esc_closes_the_offers_and_changes_nothing(self, field: TagField, qtbot: QtBot) -> None:
        write(field, qtbot, "wo")
        qtbot.waitUntil(field._completer.popup().isVisible)
        qtbot.keyClick(field._completer.popup(), Qt.Key.Key_Escape)
        assert not field._completer.popup().isVisible() and field.text() == "wo"


def test_enter_moves_on(field: TagField, qtbot: QtBot) -> None:
    field.returnPressed.connect(field.parentWidget().findChildren(QLineEdit)[1].setFocus)
    write(field, qtbot, "work")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not field.hasFocus() and field.tags() == ("work",)


class TestPills:
    def test_pills_only_where_nobody_writes(self, field: TagField, look: Look, qtbot: QtBot) -> None:
        field.set_tags(["brushed aside", "work"])
        assert inked(field, look, "sage-pale")
        write(field, qtbot, "")
        assert not inked(field, look, "sage-pale")

    def test_an_empty_field_invites_in_soft_ink(self, field: TagField, look: Look) -> None:
        assert inked(field, look) and field.placeholderText() == "+ tag"

    @pytest.mark.parametrize(
        "tags", [["one long tag", "another long tag", "a third", "a fourth"], ["an endless tag " * 5, "two", "three"]]
    )
    def test_tags_without_room_are_counted_within_the_field(self, field: TagField, look: Look, tags: list[str]) -> None:
        field.set_tags(tags)
        ends = inked(field, look)
        assert ends, "nothing tells that there are more"
        assert ends[-1] < field.width() - 4 and inked(field, look, "sage-pale")[-1] < ends[-1]

    def test_a_single_endless_tag_has_the_whole_field(self, field: TagField, look: Look) -> None:
        field.set_tags(["an endless tag " * 5])
        assert field.width() * 0.8 < inked(field, look, "sage-pale")[-1] < field.width()

    def test_a_click_on_a_pill_lets_one_write(self, field: TagField, qtbot: QtBot) -> None:
        field.set_tags(["work"])
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(20, field.height() // 2))
        assert field.hasFocus()
