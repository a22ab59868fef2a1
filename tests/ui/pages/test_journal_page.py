"""The journal: written and saved by itself, found as one types, put into the drawer and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from guesthouse.domain.errand import Beginning, Open, Reopen
from guesthouse.domain.journal import Entry, Wanted
from guesthouse.errors import DiskFull
from guesthouse.house import House
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.saving import BEHIND_MS
from guesthouse.ui.journal.entries_model import MONTH
from guesthouse.ui.pages.journal import JournalPage
from tests.ui.doubled import Doubled
from tests.ui.pages.conftest import Door, Hours, Listener
from tests.ui.pages.journal_hands import choose, named, rows, saved, spoken
from tests.ui.walk import clipped, unnamed


class TestWriting:
    def test_what_is_typed_is_in_the_file_by_itself(self, page: JournalPage, house: House, qtbot: QtBot) -> None:
        qtbot.mouseClick(named(page, QPushButton, "New entry"), Qt.MouseButton.LeftButton)
        qtbot.keyClicks(page.desk.sheet.editor, "Of course it hurt.")
        qtbot.waitUntil(lambda: bool(saved(house)))
        named(page, QLineEdit, "Title").setText("Too sensitive")
        named(page, QLineEdit, "Tags").setText("work, brushed aside")
        page.desk.sheet.noticing.setText("a tight throat")

        def all_there() -> None:
            (entry,) = saved(house)
            assert (entry.text, entry.title, entry.noticing) == (
                "Of course it hurt.",
                "Too sensitive",
                "a tight throat",
            )
            assert entry.tags == ("work", "brushed aside")

        qtbot.waitUntil(lambda: not page.desk.writing.unsaved)
        all_there()
        assert rows(page) == ["Too sensitive"]

    def test_never_two_seconds_behind(self) -> None:
        assert BEHIND_MS <= 1500

    def test_a_text_is_kept_character_for_character(self, page: JournalPage, house: House, qtbot: QtBot) -> None:
        text = "no-break\u00a0space\n\ttab  two\u2028line שלום 👩‍🚀 e\u0301\n\n* list\n"
        page.desk.begin_entry()
        page.desk.sheet.editor.insert_words(text)
        page.save()
        assert [entry.text for entry in saved(house)] == [text]

    def test_what_no_field_can_show_stays_as_it_was(
        self, page: JournalPage, house: House, write: Callable[..., Entry]
    ) -> None:
        odd = write("one\r\ntwo\rthree\0", "a title\nof two lines" + "x" * 40_000, noticing="a\tb\nc")
        page.desk.open_entry(odd.id)
        page.desk.sheet.tags.setText("work")
        page.save()
        (kept,) = saved(house)
        assert (kept.text, kept.title, kept.noticing) == (odd.text, odd.title, odd.noticing)
        assert kept.tags == ("work",)

    def test_what_could_not_be_saved_is_tried_again(
        self, page: JournalPage, house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("guesthouse.qt.saving.AGAIN_MS", 1)
        page.desk.begin_entry()
        full: list[bool] = []
        keep = house.journal.keep

        def refuse_once(entry: Entry, *, origin: object | None = None) -> Entry:
            if not full:
                full.append(True)
                raise DiskFull
            return keep(entry, origin=origin)

        monkeypatch.setattr(house.journal, "keep", refuse_once)
        page.desk.sheet.editor.insert_words("stays")
        qtbot.waitUntil(lambda: [entry.text for entry in saved(house)] == ["stays"])
        assert full

    def test_nothing_is_kept_of_an_entry_nobody_wrote_in(self, page: JournalPage, house: House) -> None:
        page.desk.begin_entry()
        page.save()
        page.desk.begin_entry()
        page.leave()
        assert saved(house) == []

    def test_undo_goes_back_behind_a_save(self, page: JournalPage, qtbot: QtBot) -> None:
        page.desk.begin_entry()
        qtbot.keyClicks(page.desk.sheet.editor, "first")
        page.save()
        qtbot.keyClick(page.desk.sheet.editor, Qt.Key.Key_Return)
        qtbot.keyClicks(page.desk.sheet.editor, "second")
        page.save()
        while page.desk.sheet.editor.document().isUndoAvailable():
            page.desk.sheet.editor.undo()
        assert page.desk.sheet.editor.words() == ""
        page.desk.sheet.editor.redo()
        assert page.desk.sheet.editor.words().startswith("first")

    def test_leaving_and_closing_save_at_once(self, page: JournalPage, house: House) -> None:
        page.desk.begin_entry()
        page.desk.sheet.editor.insert_words("in mid-sen")
        page.leave()
        assert [entry.text for entry in saved(house)] == ["in mid-sen"]
        page.desk.sheet.editor.insert_words("tence")
        page.save()
        assert [entry.text for entry in saved(house)] == ["in mid-sentence"]

    def test_going_to_another_entry_saves_the_first(self, page: JournalPage, write: Callable[..., Entry]) -> None:
        one = write("one")
        page.refresh(None)
        page.desk.begin_entry()
        page.desk.sheet.editor.insert_words("two")
        page.desk.open_entry(one.id)
        assert page.desk.sheet.editor.words() == "one"
        assert len(saved(page._house)) == 2  # type: ignore[arg-type]

    def test_the_hour_can_be_another_one(
        self, page: JournalPage, house: House, write: Callable[..., Entry], qtbot: QtBot
    ) -> None:
        entry = write("about last week")
        write("later")
        page.desk.open_entry(entry.id)
        page.desk.writing.replace(written=entry.written + timedelta(days=30))
        page.save()
        assert [found.text for found in saved(house)] == ["about last week", "later"]

    def test_the_focus_mode_leaves_only_the_page(self, page: JournalPage, write: Callable[..., Entry]) -> None:
        page.desk.open_entry(write("one").id)
        alone: list[bool] = []
        page.wants_alone.connect(alone.append)
        named(page, QPushButton, "Focus").click()
        assert (
            page.desk.sheet.editor.isVisible()
            and not page.desk.shelf.isVisible()
            and not page.desk.sheet.foot.isVisible()
        )
        page.stop()
        assert page.desk.shelf.isVisible() and alone == [True, False]


class TestFinding:
    def test_the_search_finds_words_phrases_and_beginnings(
        self, page: JournalPage, write: Callable[..., Entry], qtbot: QtBot
    ) -> None:
        write("Of course it hurt, she said. The café was full.", "The bus")
        write("Hurt or not, of all courses this one.", "A menu")
        write("nothing", "", tags=("hurt",))
        page.refresh(None)
        field = named(page, QLineEdit, "Search the journal")

        def found_by(text: str) -> list[str]:
            field.setText(text)
            qtbot.waitUntil(lambda: page.desk.shelf.model.wanted.text == text)
            return rows(page)

        assert found_by("hurt") == ["nothing", "A menu", "The bus"]
        assert found_by('"course it hurt"') == ["The bus"]
        assert found_by("CAFE sai") == ["The bus"]
        assert found_by('") OR title:*') == []
        field.setText("")
        qtbot.waitUntil(lambda: len(rows(page)) == 3)

    def test_the_place_is_marked_in_the_text(
        self, page: JournalPage, write: Callable[..., Entry], qtbot: QtBot
    ) -> None:
        entry = write("😢 one two. " + "filler " * 400 + "a half-remembered phrase here")
        page.refresh(None)
        page.desk.shelf.field.setText("half remem")
        qtbot.waitUntil(lambda: page.desk.shelf.model.many == 1 and bool(page.desk.shelf.model.wanted.text))
        page.desk.open_entry(entry.id)
        marked = [selection.cursor.selectedText() for selection in page.desk.sheet.editor.extraSelections()]  # type: ignore[attr-defined]
        assert marked == ["half", "remembered"]
        line = page.desk.shelf.model.line(0)
        assert line is not None and [line.opening[a:b] for a, b in line.marks] == ["half", "remembered"]

    def test_the_calendar_shows_and_narrows_to_a_day(self, page: JournalPage, write: Callable[..., Entry]) -> None:
        write("the fourth")
        write("the fifth")
        page.refresh(None)
        table = page.desk.shelf.calendar.days
        spoken = [
            table.model().index(week, day).data(Qt.ItemDataRole.AccessibleTextRole)
            for week in range(6)
            for day in range(7)
        ]
        assert "Monday 4 May 2026, 1 entry" in spoken and "Wednesday 6 May 2026" in spoken
        page.desk.shelf.calendar._press(date(2026, 5, 4))
        assert rows(page) == ["the fourth"]
        page.desk.shelf.calendar._press(date(2026, 5, 4))
        assert len(rows(page)) == 2

    def test_the_first_of_a_month_has_its_name_above(
        self, page: JournalPage, write: Callable[..., Entry], hours: Hours, qtbot: QtBot
    ) -> None:
        write("in May")
        hours.pass_by(days=40)
        write("in June")
        page.refresh(None)
        assert rows(page) == ["in June", "in May"]
        model = page.desk.shelf.model
        assert [model.index(row).data(MONTH) for row in (0, 1)] == ["June 2026", "May 2026"]
        page.desk.shelf.field.setFocus()
        qtbot.keyClick(page.desk.shelf.field, Qt.Key.Key_Down)
        qtbot.keyClick(page.desk.shelf.list, Qt.Key.Key_Down)
        assert page.desk.sheet.editor.words() == "in May"
        qtbot.keyClick(page.desk.shelf.list, Qt.Key.Key_Up)
        assert page.desk.sheet.editor.words() == "in June"

    def test_a_tag_narrows_and_is_taken_off_again(self, page: JournalPage, write: Callable[..., Entry]) -> None:
        write("one", tags=("work",))
        write("two")
        page.refresh(None)
        page.desk.shelf.filters.want(Wanted(tag="work"))
        assert rows(page) == ["one"]
        named(page, QPushButton, "Narrowed by: work").click()
        assert len(rows(page)) == 2


class TestTagsAndDrawer:
    def test_a_tag_is_renamed_everywhere_and_merged(
        self, page: JournalPage, house: House, write: Callable[..., Entry]
    ) -> None:
        write("one", tags=("work",))
        open_one = write("two", tags=("job",))
        page.refresh(None)
        page.desk.open_entry(open_one.id)
        page.asides._show_tags()
        page.desk.tags.list.setCurrentRow(0)
        page.desk.tags.field.setText("work")
        named(page, QPushButton, "Rename").click()
        assert [(tag.name, tag.entries) for tag in house.journal.tags()] == [("work", 2)]
        assert page.desk.sheet.tags.tags() == ("work",)

    def test_a_deleted_entry_can_be_taken_back_at_once(
        self, page: JournalPage, house: House, write: Callable[..., Entry]
    ) -> None:
        entry = write("do not lose me", "A title")
        page.refresh(None)
        page.desk.open_entry(entry.id)
        named(page, QPushButton, "Delete entry").click()
        assert rows(page) == [] and page.desk.sheet.editor.words() == ""
        assert [line.id for line in house.drawer.lines()] == [entry.id]
        named(page, QPushButton, "Take it back").click()
        assert page.desk.sheet.editor.words() == "do not lose me"
        assert rows(page) == ["A title"]

    def test_erasing_for_good_asks_first(
        self, page: JournalPage, house: House, write: Callable[..., Entry], listener: Listener
    ) -> None:
        entry = write("gone")
        page.refresh(None)
        choose(page, 0)
        page.asides._erase([entry.id])
        assert len(listener.said) == 1 and len(saved(house)) == 1
        listener.answer = True
        page.asides._erase([entry.id])
        assert saved(house) == [] and house.drawer.lines() == []


class TestElsewhere:
    def test_a_selected_sentence_goes_to_the_canvas(self, page: JournalPage, qtbot: QtBot) -> None:
        carried: list[tuple[str, object]] = []
        page.carried.connect(lambda name, thing: carried.append((name, thing)))
        page.desk.begin_entry()
        page.desk.sheet.editor.insert_words("They laughed. I am too much. Then rain.")
        button = named(page, QPushButton, "Let it in")
        assert not button.isEnabled()
        cursor = page.desk.sheet.editor.textCursor()
        cursor.setPosition(14)
        cursor.setPosition(28, cursor.MoveMode.KeepAnchor)
        page.desk.sheet.editor.setTextCursor(cursor)
        button.click()
        assert carried == [("visitors", "I am too much.")]

    def test_write_about_a_guest(self, page: JournalPage, house: House, door: Door, qtbot: QtBot) -> None:
        door.comes("I am too much")
        (guest,) = house.guest_book.find()
        page.receive(guest.id)
        page.desk.sheet.editor.insert_words("again today")
        page.save()
        (entry,) = saved(house)
        assert entry.guests == (guest.id,)
        qtbot.waitUntil(lambda: "About: I am too much" in spoken(page))
        named(page, QPushButton, "About: I am too much").click()
        page.save()
        assert saved(house)[0].guests == ()

    def test_write_about_a_noticing_and_a_practice(self, page: JournalPage, house: House) -> None:
        carried: list[tuple[str, object]] = []
        page.carried.connect(lambda name, thing: carried.append((name, thing)))
        noticing = "I am noticing fear and a tight chest."
        page.receive(Beginning(title="After rain", text="> Given …\n\n", noticing=noticing, practice="val-sense"))
        page.save()
        (entry,) = saved(house)
        assert (entry.title, entry.text) == ("After rain", "> Given …\n\n")
        assert (entry.noticing, entry.practice) == ("fear and a tight chest", "val-sense")
        assert page.desk.sheet.noticing.cursorPosition() == 0, "a long line is read from its beginning"
        named(page, QPushButton, "After “It makes sense because”").click()
        assert carried == [("practices", Open("val-sense"))]
        page.receive(None)
        assert not [name for name in spoken(page) if name.startswith("After")]

    def test_an_entry_is_written_on(self, page: JournalPage, house: House, write: Callable[..., Entry]) -> None:
        first, _ = write("one"), write("two")
        page.receive(Reopen(first.id))
        page.desk.sheet.editor.moveCursor(QTextCursor.MoveOperation.End)
        page.desk.sheet.editor.insert_words(" and on")
        page.save()
        assert sorted(entry.text for entry in saved(house)) == ["one and on", "two"]

    def test_a_forgotten_guest_is_not_asked_for_again(self, page: JournalPage, house: House, door: Door) -> None:
        door.comes("I am too much")
        (guest,) = house.guest_book.find()
        page.receive(guest.id)
        page.desk.sheet.editor.insert_words("again today")
        page.save()
        house.guest_book.forget(guest.id)
        page.refresh(None)
        page.save()
        assert saved(house)[0].guests == ()


def test_nothing_of_the_person_stays_when_the_house_closes(page: JournalPage, write: Callable[..., Entry]) -> None:
    entry = write("my words", "my title", tags=("mine",))
    page.refresh(None)
    page.desk.open_entry(entry.id)
    page.asides._show_tags()
    page.save()
    page.let_go()
    for field in page.findChildren(QLineEdit):
        field.undo()
    texts = [getattr(widget, "text", str)() for widget in page.findChildren(QLineEdit)]
    assert page.desk.sheet.editor.words() == "" and not any(texts) and rows(page) == []
    assert page.desk.tags.list.count() == 0 and not page.desk.sheet.editor.document().isUndoAvailable()


@pytest.mark.parametrize("size", [(1068, 800), (560, 520)])
@pytest.mark.parametrize("text_size", [100, 150])
def test_every_control_is_named_and_none_is_cut(
    journal_build: Callable[[], JournalPage],
    write: Callable[..., Entry],
    preferences: Preferences,
    size: tuple[int, int],
    text_size: int,
    qtbot: QtBot,
) -> None:
    entry = write("text " * 80, "A title", tags=("one", "two"), noticing="a tight chest")
    preferences.text_size = text_size
    page = journal_build()
    page.resize(*size)
    assert unnamed(page) == [] and clipped(page) == []
    page.desk.open_entry(entry.id)
    assert unnamed(page) == [] and clipped(page) == []


def test_longer_words_of_another_language_fit(
    journal_build: Callable[[], JournalPage], write: Callable[..., Entry], qapp: object, qtbot: QtBot
) -> None:
    entry = write("text")
    translator = Doubled()
    assert qapp.installTranslator(translator)  # type: ignore[attr-defined]
    try:
        page = journal_build()
        page.desk.open_entry(entry.id)
        assert clipped(page) == []
    finally:
        qapp.removeTranslator(translator)  # type: ignore[attr-defined]
