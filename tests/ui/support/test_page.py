"""The room as a whole: it begins at its top, and the card to keep has the country and the people of now."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from guesthouse.content.helplines import load_regions
from guesthouse.content.support import load_support
from guesthouse.domain.kit import Comfort, Shelf
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.qt.numbers_paper import NumbersCard
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.pages.support import SupportPage
from guesthouse.ui.parts.sheet import Sheet
from guesthouse.ui.support.keep_card import KeepCard


class Kit:
    """What the room needs of a kit: one person."""

    def on(self, shelf: Shelf) -> list[Comfort]:
        return [Comfort("1", shelf, "Mona", "07700 900123")] if shelf is Shelf.PEOPLE else []


@pytest.fixture
def page(qtbot: QtBot, look: Look, preferences: Preferences) -> SupportPage:
    made = SupportPage(
        look=look,
        preferences=preferences,
        support=load_support(resources() / "support", "en"),
        regions=load_regions(resources() / "helplines"),
        country="GB",
    )
    qtbot.addWidget(made)
    made.resize(656, 520)
    made.show()
    return made


@pytest.fixture
def printed(page: SupportPage) -> list[NumbersCard]:
    """What was sent to the printer."""
    sent: list[NumbersCard] = []
    page.findChild(KeepCard).send = lambda card: not sent.append(card)
    return sent


def press_print(page: SupportPage) -> None:
    next(each for each in page.findChildren(QPushButton) if each.text() == "Print a card").click()


def test_arriving_begins_at_the_top(page: SupportPage) -> None:
    bar = page.findChild(Sheet).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    page.arrive()
    assert bar.value() == 0


def test_the_parts_of_the_page_are_chips_that_say_where_they_lead(page: SupportPage) -> None:
    chips = [each for each in page.findChildren(QPushButton) if each.property("chip")]
    assert len(chips) > 6 and {each.accessibleDescription() for each in chips} == {"On this page"}


def test_the_card_has_the_country_that_was_chosen(page: SupportPage, printed: list[NumbersCard]) -> None:
    box = page.findChild(QComboBox)
    box.setCurrentIndex(box.findData("NZ"))
    press_print(page)
    assert [card.region_name for card in printed] == [box.currentText()]
    assert "1737" in [line.number for line in printed[0].lines]


def test_ones_own_people_are_offered_with_a_house_and_not_without(
    page: SupportPage, printed: list[NumbersCard]
) -> None:
    (box,) = page.findChildren(QCheckBox)
    assert box.isHidden()
    page.welcome(SimpleNamespace(kit=Kit()))
    assert not box.isHidden() and not box.isChecked()
    box.setChecked(True)
    press_print(page)
    page.let_go()
    assert box.isHidden()
    press_print(page)
    assert [card.people for card in printed] == [(("Mona", "07700 900123"),), ()]
