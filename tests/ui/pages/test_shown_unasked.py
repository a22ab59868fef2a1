"""Words about dying or danger are shown where one looks for them and nowhere else; what is left looks like all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from guesthouse.domain.care import SupportText
from guesthouse.domain.journal import Entry
from guesthouse.domain.kit import Shelf
from guesthouse.domain.noticing import Noticed
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.ui.journal.prompt_card import PromptCard
from guesthouse.ui.pages.grounding import GroundingPage
from guesthouse.ui.pages.journal import JournalPage
from guesthouse.ui.pages.today import TodayPage
from guesthouse.ui.parts.unasked import FURTHEST, guests_unasked, practices_unasked
from tests.ui.pages.conftest import Door
from tests.ui.pages.journal_hands import rows
from tests.ui.pages.today_hands import button, field, items, names, texts

DYING = "I want to die"
HERS = "my friend wants to kill herself"
Build = Callable[[], TodayPage]


def test_guests_with_heavy_words_are_passed_over_and_others_are_found_behind_them(house: House, door: Door) -> None:
    for words in ("you are late", "you are lazy", "my dad died", "he hits me"):
        door.comes(words)
    for number in range(30):
        door.comes(f"{DYING} {number}")
    assert [guest.words for guest in guests_unasked(house, 3)] == ["my dad died", "you are lazy", "you are late"]
    named = house.guest_book.find("lazy")[0]
    house.guest_book.name(named.id, "the suicidal one")
    assert [guest.words for guest in guests_unasked(house, 3)] == ["my dad died", "you are late"]
    house.heavy.heed(False)
    assert [guest.words for guest in guests_unasked(house, 1)] == [f"{DYING} 29"]


def test_only_so_many_are_looked_through(house: House, monkeypatch: pytest.MonkeyPatch, door: Door) -> None:
    door.comes(DYING)
    guest = house.guest_book.find()[0]
    looked: list[int] = []

    def find(_text: str = "", *, limit: int = 200, offset: int = 0) -> list[object]:
        looked.append(limit)
        return [guest] * limit

    monkeypatch.setattr(house.guest_book, "find", find)
    assert guests_unasked(house, 3) == [] and sum(looked) <= FURTHEST + 20


def test_today_shows_no_guest_with_heavy_words(today_build: Build, door: Door) -> None:
    door.comes(DYING)
    door.comes(HERS)
    door.comes("he hits me")  # whoever does it may be beside the screen
    today = today_build()
    assert "A new guest" not in texts(today) and "To the door" in names(today)
    assert not any("yet" in text for text in texts(today.door))
    door.comes("you are late")
    today.refresh(None)
    assert texts(today.door).count("A new guest") == 1 and "To the door" not in names(today)


def test_today_tells_of_a_heavy_entry_its_hour_alone(today_build: Build, write: Callable[..., Entry]) -> None:
    write(f"It was a long day.\n\n{'A line. ' * 60}{DYING}", "About Sunday")
    today = today_build()
    shown = texts(today.writing)
    assert len(shown) == 2 and "Sunday" not in " ".join(shown) and "long day" not in " ".join(shown)
    assert "Keep writing" in names(today.writing)
    write("It was a long day.", "About Monday")
    today.refresh(None)
    assert "About Monday" in texts(today.writing)


@pytest.mark.parametrize("where", ["text", "title", "noticing"])
def test_words_anywhere_in_an_entry_keep_all_of_it_from_today(
    today_build: Build, write: Callable[..., Entry], where: str
) -> None:
    write(**{"text": "A long day.", "title": "Sunday", "noticing": "tired", where: f"A day. {DYING}"})
    shown = " ".join(texts(today_build().writing))
    assert DYING not in shown and "day" not in shown and "Sunday" not in shown and "tired" not in shown


def test_what_was_half_noticed_waits_until_it_is_asked_for(today_build: Build, house: House) -> None:
    house.noticings.keep_draft([Noticed("sad", "a lot"), Noticed(DYING)], "and mo")
    today = today_build()
    assert items(today) == [] and field(today).text() == "" and DYING not in " ".join(texts(today))
    field(today).setText("tired")
    field(today).returnPressed.emit()
    today.save()
    assert house.noticings.draft()[0][:2] == [Noticed("sad", "a lot"), Noticed(DYING)]
    button(today, "Go on with what you began").click()
    assert items(today) == ["sad", DYING, "and mo", "tired"]
    assert "Go on with what you began" not in names(today)


def test_what_waits_is_still_there_after_something_else_was_kept(today_build: Build, house: House) -> None:
    house.noticings.keep_draft([Noticed(DYING)], "")
    today = today_build()
    field(today).setText("tired")
    button(today, "Keep this").click()
    today.save()
    assert house.noticings.draft()[0] == [Noticed(DYING)]
    assert [thing.word for thing in house.noticings.latest()[0].things] == ["tired"]


def test_words_of_the_lists_need_not_be_asked_for(today_build: Build, house: House) -> None:
    house.noticings.keep_draft([Noticed("sad", "a lot")], "and mo")
    assert items(today_build()) == ["sad"]


@pytest.mark.parametrize("where", ["title", "purpose"])
def test_no_own_practice_with_heavy_words_is_suggested(house: House, where: str) -> None:
    own = house.practices.make_own(house.practices.all()[0])
    kept = house.practices.keep_own(replace(own, **{"title": "Mine", "purpose": "For me", where: DYING}))
    assert kept.id in [practice.id for practice in house.practices.all()]
    assert kept.id not in [practice.id for practice in practices_unasked(house)]


def test_the_still_page_offers_the_first_that_is_not_heavy(
    qtbot: QtBot, look: Look, support: SupportText, house: House
) -> None:
    for there in house.kit.on(Shelf.WORDS):
        house.kit.remove(there.id)
    house.kit.add(Shelf.WORDS, "do not kill yourself over it", "")
    house.kit.add(Shelf.WORDS, "you can do one thing", "")
    page = GroundingPage(look=look, words=support.grounding)
    qtbot.addWidget(page)
    page.welcome(house)
    page.show()
    shown = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert "one thing" in shown and "kill" not in shown


def test_in_the_journal_they_are_found_by_those_who_look(
    page: JournalPage, write: Callable[..., Entry], door: Door, house: House
) -> None:
    door.comes(DYING)
    door.comes("you are late")
    guest = house.guest_book.find(DYING)[0]
    write(f"{DYING}, I wrote", guests=(guest.id,))
    page.refresh(None)
    assert DYING in rows(page)[0]  # the list is where one looks oneself
    assert [name for _, name in page.verbs._find_guests("")] == ["you are late"]
    assert [name for _, name in page.verbs._find_guests("want to die")] == [DYING]
    assert page.asides._thoughts("  ") == [] and [name for _, name in page.asides._thoughts("die")] == [DYING]


def test_no_heavy_prompt_is_drawn(page: JournalPage, house: House) -> None:
    house.own_prompts.add(DYING)
    page.prompting.welcome(house)
    card: PromptCard = page.prompting.card
    drawn = set()
    for _ in range(120):
        card.draw()
        drawn.add(card._words.text())
    assert len(drawn) > 10 and DYING not in drawn
