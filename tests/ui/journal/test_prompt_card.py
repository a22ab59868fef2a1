"""The card over the text: what it offers is what it puts in, and own prompts are not lost on their way."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.content.prompts import load_prompts
from guesthouse.domain.prompt import Prompts
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.journal.prompt_card import PromptCard
from tests.ui.hearing import announced as noted
from tests.ui.shown import show
from tests.ui.walk import clipped, unnamed


@pytest.fixture
def prompts() -> Prompts:
    return load_prompts(resources() / "prompts", "en")


@pytest.fixture
def build(look: Look, prompts: Prompts, qtbot: QtBot) -> Callable[..., PromptCard]:
    """Shows the card in a column of its own."""
    pages: list[QWidget] = []

    def made(width: int = 560) -> PromptCard:
        page = QWidget()
        pages.append(page)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        card = PromptCard(look, prompts, random.Random(3))
        column.addWidget(card)
        column.addStretch(1)
        qtbot.addWidget(page)
        show(qtbot, page, width, 780)
        card.begin()
        return card

    return made


@pytest.fixture
def card(build: Callable[..., PromptCard]) -> PromptCard:
    return build()


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told at once."""
    return noted(monkeypatch)


def words(card: PromptCard) -> str:
    """What stands on the card."""
    return card._words.text()


def used(card: PromptCard) -> list[str]:
    """What one press of "Use this" puts into the entry."""
    told: list[str] = []
    card.used.connect(told.append)
    card.use.click()
    card.used.disconnect(told.append)
    return told


def parts(card: PromptCard) -> list[QWidget]:
    """Everything on the card."""
    inside = card._roll.widget()
    return [part for part in inside.children() if isinstance(part, QWidget) and part.isVisible()]


def apart(card: PromptCard) -> bool:
    """Whether no part covers another."""
    places = [part.geometry() for part in parts(card)]
    return not any(one.intersects(other) for place, one in enumerate(places) for other in places[place + 1 :])


def seen(card: PromptCard, part: QWidget) -> bool:
    """Whether all of it is in sight."""
    return part.visibleRegion().boundingRect() == part.rect()


class House:
    """Keeps own prompts as the file does, and can refuse."""

    def __init__(self, card: PromptCard) -> None:
        self.card, self.full = card, False
        self.kept: list[tuple[str, str]] = []
        card.own_written.connect(self.add)
        card.own_removed.connect(self.remove)

    def add(self, text: str) -> None:
        if not self.full:
            self.kept.append((f"own-{len(self.kept)}", text.strip()))
        self.card.show_own(self.kept)

    def remove(self, prompt_id: str) -> None:
        self.kept = [kept for kept in self.kept if kept[0] != prompt_id]
        self.card.show_own(self.kept)


@pytest.fixture
def house(card: PromptCard) -> House:
    return House(card)


class TestUsing:
    def test_a_prompt_is_used_as_a_quote(self, card: PromptCard) -> None:
        shown = words(card)
        assert used(card) == [f"> {shown}\n\n"]

    def test_the_next_time_begins_with_another(self, card: PromptCard) -> None:
        first = words(card)
        used(card)
        card.begin()
        assert words(card) != first

    def test_a_card_put_away_unused_still_has_its_prompt(self, card: PromptCard) -> None:
        first = words(card)
        card.close_button.click()
        card.begin()
        assert words(card) == first

    def test_a_letter_is_used_whole_after_its_note(self, card: PromptCard, prompts: Prompts) -> None:
        card.letters[1].click()
        assert words(card) == prompts.letters[1].note and card.use.hasFocus()
        assert used(card) == [prompts.letters[1].text]
        assert words(card) != prompts.letters[1].note, "the next time begins with a prompt"

    def test_what_is_no_prompt_cannot_be_used(self, card: PromptCard, prompts: Prompts) -> None:
        asked: list[bool] = []
        card.headline_asked.connect(lambda: asked.append(True))
        card.letters[0].click()
        card.headline.click()
        assert words(card) == prompts.headline and asked == [True]
        assert used(card) == [] and not card.use.isEnabled()
        card.another.click()
        assert used(card) and card.use.isEnabled()

    def test_a_theme_keeps_to_its_prompts_and_shows_all_of_them(self, card: PromptCard, prompts: Prompts) -> None:
        card.theme.setCurrentIndex(card.theme.findData("shoulds"))
        wanted = {prompt.text for prompt in prompts.prompts if prompt.theme == "shoulds"}
        seen = [words(card)]
        for _ in range(len(wanted) - 1):
            card.another.click()
            seen.append(words(card))
        assert set(seen) == wanted and len(seen) == len(wanted)

    def test_none_comes_again_before_all_were_shown_however_many_are_ones_own(self, card: PromptCard) -> None:
        card.show_own([(f"own-{number}", f"My question {number}") for number in range(80)])
        seen = [words(card)]
        for _ in range(97):
            card.another.click()
            seen.append(words(card))
        assert len(set(seen)) == 98
        card.another.click()
        assert words(card) == seen[0]


class TestOwn:
    def test_a_kept_one_is_shown_and_can_be_removed(self, card: PromptCard, house: House) -> None:
        card.own.setText("  What was warm today? ")
        card.keep_own.click()
        assert house.kept == [("own-0", "What was warm today?")]
        assert words(card) == "What was warm today?" and card.own.text() == ""
        card.remove_own.click()
        assert house.kept == [] and words(card) != "What was warm today?" and not card.remove_own.isVisible()

    def test_one_that_could_not_be_kept_stays_in_the_field(self, card: PromptCard, house: House) -> None:
        house.full = True
        shown = words(card)
        card.own.setText("What was warm today?")
        card.keep_own.click()
        assert card.own.text() == "What was warm today?" and words(card) == shown

    def test_blank_words_are_not_kept(self, card: PromptCard, house: House, qtbot: QtBot) -> None:
        card.own.setText("   ")
        qtbot.keyClick(card.own, Qt.Key.Key_Return)
        assert house.kept == [] and not card.keep_own.isEnabled()

    def test_only_own_ones_can_be_removed(self, card: PromptCard, house: House) -> None:
        card.own.setText("Mine")
        card.keep_own.click()
        assert card.remove_own.isVisible()
        card.letters[0].click()
        assert not card.remove_own.isVisible()

    def test_nothing_of_the_person_stays(self, card: PromptCard, house: House) -> None:
        card.own.setText("Mine")
        card.keep_own.click()
        card.own.setText("half-writ")
        assert words(card) == "Mine"
        card.forget()
        assert (words(card), card.own.text(), card.use.accessibleDescription()) == ("", "", "")


class TestKeysAndEars:
    def test_a_prompt_is_heard_with_its_button_and_when_another_comes(
        self, card: PromptCard, announced: list[str]
    ) -> None:
        assert card.use.hasFocus() and card.use.accessibleDescription() == words(card)
        card.another.click()
        assert announced == [words(card)] and card.use.accessibleDescription() == words(card)

    def test_nothing_is_said_by_a_card_nobody_sees(self, card: PromptCard, announced: list[str]) -> None:
        card.hide()
        card.draw()
        assert announced == []

    @pytest.mark.parametrize("where", ["use", "own", "theme"])
    def test_esc_puts_it_away_from_anywhere(self, card: PromptCard, qtbot: QtBot, where: str) -> None:
        part = getattr(card, where)
        part.setFocus()
        with qtbot.waitSignal(card.closed, timeout=1000):
            qtbot.keyClick(part, Qt.Key.Key_Escape)

    def test_tab_goes_as_one_reads(self, card: PromptCard, qtbot: QtBot) -> None:
        card.own.setText("x")  # "Keep it" can be pressed only then
        card.theme.setFocus()
        order = [card.close_button, card._words, card.use, card.another, card.headline, *card.letters]
        for expected in (*order, card.own, card.keep_own):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            assert QApplication.focusWidget() is expected


@pytest.mark.parametrize("width", [560, 420])
@pytest.mark.parametrize("text_size", [80, 100, 150])
def test_it_fits_a_narrow_column(
    build: Callable[..., PromptCard], preferences: Preferences, width: int, text_size: int, qtbot: QtBot
) -> None:
    preferences.text_size = text_size
    card = build(width)
    house = House(card)
    card.own.setText("A question of my own that goes on for a while, longer than most of them do")
    card.keep_own.click()
    assert house.kept and card.remove_own.isVisible()
    assert clipped(card) == [] and unnamed(card) == []
    assert card.minimumSizeHint().width() <= width and card.width() == width
    qtbot.waitUntil(lambda: all(seen(card, part) for part in parts(card)))
    assert apart(card) and not card._roll.verticalScrollBar().isVisible()


@pytest.mark.parametrize("height", [420, 300, 250])
def test_where_it_is_low_it_scrolls_and_nothing_lies_upon_another(
    build: Callable[..., PromptCard], preferences: Preferences, qtbot: QtBot, height: int
) -> None:
    preferences.text_size = 150
    card = build(480)
    card.window().setFixedHeight(height)
    card.letters[0].click()
    assert clipped(card) == [] and apart(card)
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert seen(card, QApplication.focusWidget())
    card.another.click()
    assert seen(card, card.theme), "a new prompt is read from its beginning"
