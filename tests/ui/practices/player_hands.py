"""Hands for the player: they answer whatever step is shown, as a person would."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.content.player import load_player
from guesthouse.domain.practice import Practice
from guesthouse.house import House
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.practices.player import Player
from guesthouse.ui.practices.times import Bell, Times
from guesthouse.ui.steps.choosing import ChooseStep
from guesthouse.ui.steps.finishing import SentenceStep
from guesthouse.ui.steps.picking import AmountStep, PlaceStep, WordsStep
from guesthouse.ui.steps.shaping import ShapeStep
from guesthouse.ui.steps.tasting import CardsStep
from guesthouse.ui.steps.writing import WriteStep
from tests.ui.pages.conftest import Hours
from tests.ui.shown import show

FAST = Times(behind=0, second=1, minute=1)
WORDS = load_player(resources() / "player", "en")


class Sounds:
    """A bell that counts."""

    def __init__(self) -> None:
        self.rung = 0

    def ring(self) -> None:
        self.rung += 1


class Heard:
    """What the player told whoever listens."""

    def __init__(self, player: Player) -> None:
        self.ended: list[bool] = []
        self.stopped: list[bool] = []
        self.carried: list[tuple[str, object]] = []
        self.wanted: list[str] = []
        self.opened: list[str] = []
        player.ended.connect(lambda: self.ended.append(True))
        player.stopped.connect(lambda: self.stopped.append(True))
        player.carried.connect(lambda room, thing: self.carried.append((room, thing)))
        player.wanted.connect(self.wanted.append)
        player.opened.connect(self.opened.append)


def made(
    qtbot: QtBot, look: Look, preferences: Preferences, house: House, hours: Hours, *, sounds: Bell | None = None
) -> Player:
    """A player in this house, shown, in Still."""
    preferences.motion = "still"
    player = Player(look, preferences, WORDS, sounds, motion=Motion(preferences), clock=hours, times=FAST)
    player.welcome(house)
    qtbot.addWidget(player, before_close_func=lambda one: one.let_go())
    show(qtbot, player, 1068, 800)
    return player


def practice_of(house: House, practice_id: str) -> Practice:
    found = house.practices.one(practice_id)
    assert found is not None
    return found


def button(player: QWidget, name: str) -> QAbstractButton:
    """The button that a screen reader would call so, of those in sight."""
    found = [one for one in player.findChildren(QAbstractButton) if one.isVisible() and name_of(one) == name]
    assert len(found) == 1, (name, [name_of(one) for one in player.findChildren(QAbstractButton) if one.isVisible()])
    return found[0]


def name_of(one: QAbstractButton) -> str:
    return one.accessibleName() or one.text()


def has_button(player: QWidget, name: str) -> bool:
    return any(one.isVisible() and name_of(one) == name for one in player.findChildren(QAbstractButton))


def press(player: QWidget, name: str) -> None:
    button(player, name).click()


def shown(player: QWidget) -> str:
    """All words in sight."""
    return "\n".join(one.text() for one in player.findChildren(QLabel) if one.isVisible())


def answer(player: Player) -> None:
    """Answer the step that is shown, in whichever way it can be."""
    view = player.course.view
    if isinstance(view, WriteStep):
        view.field.set_words("")
        view.field.insertPlainText(f"words for {view.step.key} ©")
    elif isinstance(view, WordsStep):
        pick(view, "sad" if view.step.words == "feelings" else "heavy")
    elif isinstance(view, PlaceStep | AmountStep):
        view.picker.findChildren(QAbstractButton)[0].toggle()
    elif isinstance(view, ChooseStep):
        choose(view)
    elif isinstance(view, SentenceStep):
        for field in view.fields.values():
            field.insertPlainText(" and so on")
    elif isinstance(view, ShapeStep):
        for slider in view.sliders.values():
            slider.setValue(83)
    elif isinstance(view, CardsStep):
        view.cards[0].click()
        press(player, "Maybe")
        press(player, "Close the card")


def pick(view: WordsStep, word: str) -> None:
    """A word of one's own, and this one of the lists."""
    view.words.picker.set_chosen([])
    view.words.own.insertPlainText("wobbly")
    view.words.add_own()
    next(one for one in view.words.picker.findChildren(QAbstractButton) if name_of(one) == word).toggle()


def choose(view: ChooseStep) -> None:
    """The first that leads nowhere else, and one's own way where there is room for it."""
    plain = [option.text for option in view.step.options if not option.goes]
    for choice in view.choices.buttons:
        if choice.words in plain[:1]:
            choice.toggle()
    if view.field is not None:
        view.field.insertPlainText("my own way")


def settle(qtbot: QtBot, player: Player) -> None:
    """What was typed is on the disk."""
    qtbot.waitUntil(lambda: not player._keeping._due.isActive())


def focus() -> QWidget:
    there = QApplication.focusWidget()
    assert there is not None
    return there


def key(qtbot: QtBot, one: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(focus(), one, modifier)
