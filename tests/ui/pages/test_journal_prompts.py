"""Prompts over the text: one at a time, one's own, letters; and the timer that only suggests."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from guesthouse.house import House
from guesthouse.ui.pages.journal import JournalPage
from tests.ui.pages.journal_hands import named


class TestPrompts:
    def test_a_prompt_goes_into_the_text_as_a_quote(self, page: JournalPage, house: House) -> None:
        page.desk.begin_entry()
        page.desk.sheet.editor.insert_words("before")
        named(page, QPushButton, "Prompt").click()
        page.prompting.card.theme.setCurrentIndex(page.prompting.card.theme.findData("next"))
        named(page, QPushButton, "Use this").click()
        text = page.desk.sheet.editor.words()
        assert text.startswith("before\n\n> ") and text.endswith("\n\n")
        assert not page.prompting.card.isVisible() and page.desk.sheet.editor.hasFocus()

    def test_another_is_another_until_all_were_shown(self, page: JournalPage, house: House) -> None:
        page.desk.begin_entry()
        named(page, QPushButton, "Prompt").click()
        card = page.prompting.card
        seen = [card._words.text()]
        for _ in range(17):
            named(page, QPushButton, "Another").click()
            seen.append(card._words.text())
        assert len(set(seen)) == 18

    def test_own_prompts_are_kept_and_removed(self, page: JournalPage, house: House) -> None:
        page.desk.begin_entry()
        named(page, QPushButton, "Prompt").click()
        named(page, QLineEdit, "A prompt of your own").setText("What was warm today?")
        named(page, QPushButton, "Keep it").click()
        assert [words for _, words in house.own_prompts.all()] == ["What was warm today?"]
        for _ in range(40):
            if page.prompting.card._words.text() == "What was warm today?":
                break
            named(page, QPushButton, "Another").click()
        named(page, QPushButton, "Remove this prompt").click()
        assert house.own_prompts.all() == []

    def test_a_letter_says_first_what_it_is(self, page: JournalPage) -> None:
        page.desk.begin_entry()
        named(page, QPushButton, "Prompt").click()
        named(page, QPushButton, "A fair reference").click()
        assert "something mild" in page.prompting.card._words.text()
        named(page, QPushButton, "Use this").click()
        assert page.desk.sheet.editor.words().startswith("# A fair reference\n")

    def test_the_soft_timer_only_suggests(self, page: JournalPage, qtbot: QtBot) -> None:
        page.desk.begin_entry()
        page.desk.sheet.editor.insert_words("writing")
        page.prompting._set_minutes(3)
        assert not page.prompting.timer.isVisible()
        qtbot.waitUntil(page.prompting.timer.isVisible)
        assert page.desk.sheet.editor.isEnabled()
        named(page, QPushButton, "Add an ending line").click()
        assert page.desk.sheet.editor.words().startswith("writing\n\n") and not page.prompting.timer.isVisible()
