"""About and Help: found by searching, read by keys, left with Esc, in every size and theme."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from guesthouse.domain.help import Giver, texts_of
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.help.topics import Topics
from guesthouse.ui.pages.help import HelpPage
from guesthouse.ui.pages.page import BACK
from tests.ui.doubled import Doubled
from tests.ui.hearing import announced
from tests.ui.help.conftest import Build
from tests.ui.walk import clipped, unnamed


def button(page: HelpPage, text: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.text() == text)


def titles(page: HelpPage) -> list[str]:
    model = page.topics.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def seek(qtbot: QtBot, page: HelpPage, text: str) -> None:
    with qtbot.waitSignal(page.topics.sought):
        page.topics.field.setText(text)


def shown(page: HelpPage) -> str:
    return page.reader.text.toPlainText()


def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    return announced(monkeypatch)


# -------------------------------------------------------------------------------------------------------- searching


def test_at_first_all_topics_are_there_and_the_first_is_open(page: HelpPage) -> None:
    assert len(titles(page)) > 20
    assert "It is not therapy" in shown(page)
    assert page.topics.field.hasFocus()


def test_a_word_narrows_the_list_marks_the_text_and_says_how_many(
    qtbot: QtBot, page: HelpPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = said(monkeypatch)
    seek(qtbot, page, "clinician")
    assert "Who has reviewed it, and who pays" in titles(page)
    assert len(titles(page)) < 6
    assert "No clinician has reviewed Guesthouse yet." in shown(page)
    assert next(each.cursor.selectedText() for each in page.reader.text.extraSelections()) == "clinician"
    assert told == [f"{len(titles(page))} topics"] or told == ["1 topic"]
    assert page.topics.field.hasFocus()


def test_another_word_for_it_finds_it(qtbot: QtBot, page: HelpPage) -> None:
    for word, title in (
        ("password", "Passphrase and lock"),
        ("panic", "Quick hide"),
        ("telemetry", "What is measured"),
        ("shortcuts", "Keyboard"),
        ("evidence", "Where each practice comes from"),
        ("hotline", "Support, and numbers to call"),
    ):
        seek(qtbot, page, word)
        assert title in titles(page), word


def test_practices_and_folders_are_found_though_the_app_fills_them_in(qtbot: QtBot, page: HelpPage) -> None:
    seek(qtbot, page, "Masuda lemon")
    assert titles(page) == []
    seek(qtbot, page, "Titchener")
    assert titles(page) == ["Where each practice comes from"]
    seek(qtbot, page, "guesthouse.db")
    assert titles(page) == ["Privacy policy"]


def test_where_nothing_is_found_it_is_said_and_the_text_stays(
    qtbot: QtBot, page: HelpPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, before = said(monkeypatch), shown(page)
    seek(qtbot, page, "zyxw")
    assert titles(page) == [] and page.topics.said.isVisible()
    assert page.topics.said.text().startswith("Nothing in Help has all of these words.")
    assert told == [page.topics.said.text()]
    assert shown(page) == before
    qtbot.keyClick(page.topics.field, Qt.Key.Key_Return)
    qtbot.keyClick(page.topics.field, Qt.Key.Key_Down)
    assert page.topics.field.hasFocus()


@pytest.mark.parametrize(
    "typed", ["\x00", "\u202eabc", "\u05e9\u05dc\u05d5\u05dd", "x" * 20000, '"', "\ud83d\ude00", "%_*"]
)
def test_whatever_is_typed_is_looked_for(qtbot: QtBot, page: HelpPage, typed: str) -> None:
    seek(qtbot, page, typed)
    assert len(titles(page)) <= 24


def test_enter_opens_the_first_and_down_goes_to_the_list(qtbot: QtBot, page: HelpPage) -> None:
    seek(qtbot, page, "privacy policy")
    qtbot.keyClick(page.topics.field, Qt.Key.Key_Down)
    assert page.topics.list.hasFocus() and "whole policy" in shown(page)
    page.topics.field.setFocus()
    qtbot.keyClick(page.topics.field, Qt.Key.Key_Return)
    assert page.reader.text.hasFocus()


def test_enter_and_down_wait_for_no_timer(page: HelpPage, qtbot: QtBot) -> None:
    page.topics._pause.setInterval(60_000)
    page.topics.field.setText("licences")
    qtbot.keyClick(page.topics.field, Qt.Key.Key_Return)
    assert shown(page).startswith("Version and licences")


def test_walking_and_selecting_open_a_topic(qtbot: QtBot, page: HelpPage) -> None:
    page.topics.list.setFocus()
    qtbot.keyClick(page.topics.list, Qt.Key.Key_Down)
    assert shown(page).startswith("First steps")
    index = page.topics.list.model().index(4, 0)
    page.topics.list.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert shown(page).startswith("Practices")


# --------------------------------------------------------------------------------------------- Esc, back, deep links


def test_esc_empties_the_search_first_and_then_goes_back(qtbot: QtBot, page: HelpPage) -> None:
    seek(qtbot, page, "lock")
    left: list[str] = []
    page.wanted.connect(left.append)
    page.stop()
    assert page.topics.field.text() == "" and len(titles(page)) > 20 and left == []
    with qtbot.waitSignal(page.wanted) as wanted:
        page.stop()
    assert wanted.args == [BACK]


def test_back_says_where_it_leads(qtbot: QtBot, page: HelpPage) -> None:
    page.come_from("the passphrase")
    with qtbot.waitSignal(page.wanted) as wanted:
        button(page, "Back to the passphrase").click()
    assert wanted.args == [BACK]
    assert button(page, "Back to the passphrase").accessibleName() == "Back to the passphrase"


def test_ctrl_f_leads_to_the_field(page: HelpPage) -> None:
    page.reader.begin()
    page.search()
    assert page.topics.field.hasFocus()


def test_a_topic_can_be_gone_to_by_its_id(qtbot: QtBot, page: HelpPage) -> None:
    seek(qtbot, page, "zyxw")
    page.receive("heavy-words")
    assert shown(page).startswith("Heavy words") and page.reader.text.hasFocus()
    assert len(titles(page)) > 20
    for other in (None, "nowhere", 3):
        page.receive(other)
        assert shown(page).startswith("Heavy words")


def test_leads_go_to_other_pages(qtbot: QtBot, page: HelpPage) -> None:
    page.receive("support")
    for text, name in (("Support", "support"), ("Steady for a minute", "grounding")):
        with qtbot.waitSignal(page.wanted) as wanted:
            button(page, text).click()
        assert wanted.args == [name]
    page.receive("privacy")
    assert not button(page, "Support").isVisible()


def test_every_lead_has_a_button(page: HelpPage) -> None:
    for topic in page._by_id.values():
        page.receive(topic.id)
        open_ = {str(each.property("leads")) for each in page.reader._leads if each.isVisible()}
        assert open_ == set(topic.leads)


# ------------------------------------------------------------------------------------------------------ the phrases


def test_the_phrases_are_folded_until_they_are_asked_for(
    qtbot: QtBot, page: HelpPage, given: Mapping[str, Giver]
) -> None:
    phrases = list(texts_of(given["phrases"]()))
    page.receive("heavy-words")
    assert "hard to read" in shown(page)
    assert "About dying, or hurting oneself" not in shown(page)
    seek(qtbot, page, "overdose")
    assert titles(page) == []
    page.receive("heavy-words")
    button(page, "Show the phrases").click()
    assert page.reader.text.hasFocus()
    for phrase in phrases:
        assert phrase in shown(page)
    seek(qtbot, page, "overdose")
    assert titles(page) == ["Heavy words, and what is looked for"]
    button(page, "Fold the phrases away").click()
    assert titles(page) == []
    assert phrases[4] not in shown(page)


def test_they_are_folded_again_elsewhere_and_when_the_house_closes(page: HelpPage) -> None:
    page.receive("heavy-words")
    button(page, "Show the phrases").click()
    page.receive("about")
    page.receive("heavy-words")
    assert button(page, "Show the phrases").isVisible()
    button(page, "Show the phrases").click()
    page.let_go()
    assert button(page, "Show the phrases").isVisible()


def test_what_was_looked_for_is_forgotten_when_the_house_closes(qtbot: QtBot, page: HelpPage) -> None:
    seek(qtbot, page, "zinnoberwort")
    page.let_go()
    assert page.topics.field.text() == "" and len(titles(page)) > 20
    assert page.reader.text.extraSelections() == []
    assert not page.topics.field.isUndoAvailable()
    assert "zinnoberwort" not in str(vars(page.topics)) + str(vars(page.reader.text))


def test_what_the_app_fills_in_is_as_it_is_on_arrival(page: HelpPage, preferences: Preferences) -> None:
    page.receive("quick-hide")
    preferences.hide_key = "F6"
    page.arrive()
    assert "F6 is the key" in shown(page)


# ------------------------------------------------------------------------------------------------- sizes and themes


def test_in_a_narrow_window_the_list_gives_way_to_the_text(qtbot: QtBot, build: Build) -> None:
    page = build(652, 520)
    assert page.topics.isVisible() and not page.reader.isVisible()
    page.topics.list.setFocus()
    qtbot.keyClick(page.topics.list, Qt.Key.Key_Down)
    assert not page.reader.isVisible()
    qtbot.keyClick(page.topics.list, Qt.Key.Key_Return)
    assert page.reader.isVisible() and not page.topics.isVisible() and page.reader.text.hasFocus()
    page.arrive()
    assert page.reader.text.hasFocus()
    assert button(page, "All topics").isVisible()
    button(page, "All topics").click()
    assert page.topics.list.hasFocus() and not button(page, "All topics").isVisible()
    page.receive("keyboard")
    page.stop()
    assert page.topics.isVisible()
    page.receive("keyboard")
    page.search()
    assert page.topics.isVisible() and page.topics.field.hasFocus()
    page.receive("keyboard")
    page.resize(1232, 800)
    assert page.topics.isVisible() and page.reader.isVisible()


def test_where_larger_text_leaves_no_room_beside_the_list_gives_way(build: Build, preferences: Preferences) -> None:
    page = build(1000, 800)
    assert page.topics.isVisible() and page.reader.isVisible()
    preferences.text_size = 200
    assert page.topics.isVisible() and not page.reader.isVisible()


def test_a_click_opens_the_one_that_is_marked_already(qtbot: QtBot, build: Build) -> None:
    page = build(652, 520)
    page.topics.list.clicked.emit(page.topics.list.model().index(0, 0))
    assert page.reader.isVisible()


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize(
    ("size", "width", "height"), [(80, 1232, 800), (100, 832, 600), (150, 1068, 800), (200, 652, 520)]
)
def test_nothing_is_clipped_or_unnamed(
    build: Build, preferences: Preferences, theme: str, size: int, width: int, height: int
) -> None:
    preferences.theme, preferences.text_size = theme, size
    page = build(width, height)
    for topic in ("heavy-words", "keyboard", "privacy"):
        page.receive(topic)
        assert clipped(page) == []
        assert unnamed(page) == []
        assert page.reader.text.horizontalScrollBar().maximum() == 0
        assert page.reader.text.document().size().width() <= page.reader.text.viewport().width()
    page.search()
    assert clipped(page) == []


def test_with_words_twice_as_long(qapp: QApplication, build: Build, preferences: Preferences) -> None:
    doubled = Doubled()
    qapp.installTranslator(doubled)
    try:
        preferences.text_size = 150
        page = build(832, 600)
        page.receive("heavy-words")
        assert clipped(page) == []
    finally:
        qapp.removeTranslator(doubled)


def test_rows_have_room_for_their_whole_titles(build: Build, preferences: Preferences) -> None:
    page = build(868, 800)
    rows, narrow = page.topics.list, QFontMetrics(page._look.font("rail-chosen"))
    for row, title in enumerate(titles(page)):
        lines = -(-narrow.horizontalAdvance(title) // (rows.viewport().width() - 28))
        assert rows.visualRect(rows.model().index(row, 0)).height() >= lines * narrow.height()
    assert len({rows.visualRect(rows.model().index(row, 0)).height() for row in range(24)}) > 1


def test_the_topics_are_a_list_that_a_screen_reader_walks(page: HelpPage) -> None:
    seen = QAccessible.queryAccessibleInterface(page.topics.list)
    assert seen.text(QAccessible.Text.Name) == "Topics"
    assert [seen.child(row).text(QAccessible.Text.Name) for row in range(3)] == titles(page)[:3]
    assert isinstance(page.topics, Topics)
