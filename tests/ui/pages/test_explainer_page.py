"""The introduction: it plays when asked, says each caption, can be read, and is left at any moment."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.content.explainer import load_film
from guesthouse.content.scenes import load_figures, load_scene
from guesthouse.domain.film import Film, Subject
from guesthouse.paths import LANGUAGE, resources
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.explainer.pictures import Cast, Pictures
from guesthouse.ui.pages.explainer import ExplainerPage
from guesthouse.ui.pages.page import BACK
from tests.ui.walk import clipped, unnamed

FILM = load_film(resources() / "explainer", LANGUAGE)
FRAMES = ("I’m having the thought that", "I notice I’m having the thought that")


class Clock:
    """Milliseconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def page(qtbot: QtBot, look: Look, preferences: Preferences, clock: Clock) -> ExplainerPage:
    cast = Cast(load_scene(resources() / "scenes" / "garden"), Sprites(load_figures(resources() / "figures")), FRAMES)
    pictures = Pictures(look, FILM, cast, resources() / "explainer" / "art")
    made = ExplainerPage(look=look, motion=Motion(preferences), film=FILM, pictures=pictures, clock=clock)
    qtbot.addWidget(made)
    made.resize(1068, 800)
    made.show()
    made.arrive()
    return made


@pytest.mark.parametrize("size", [(1068, 800), (640, 520)])
def test_in_still_everything_has_been_said_in_the_first_picture(
    page: ExplainerPage, preferences: Preferences, size: tuple[int, int]
) -> None:
    preferences.motion = "still"
    page.resize(*size)
    assert page.screen_of_film.projector.shot.subject is Subject.VOICES
    picture = page.grab().toImage().copy(0, 0, size[0], size[1] // 2)
    page.screen_of_film.projector.on()
    assert page.screen_of_film.projector.shot.subject is Subject.VOICES
    assert page.grab().toImage().copy(0, 0, size[0], size[1] // 2) == picture


def button(page: QWidget, name: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.accessibleName() == name)


def let_pass(page: ExplainerPage, clock: Clock, seconds: float) -> None:
    for _ in range(round(seconds * 20)):
        clock.now += 50
        page.screen_of_film.projector.beat.tick()


def picture(page: ExplainerPage) -> bytes:
    """The upper part, where no caption is."""
    image = page.grab(QRect(QPoint(0, 0), page.size() * 0.6)).toImage()
    return bytes(image.constBits())


def test_nothing_moves_before_it_is_asked_for(page: ExplainerPage, clock: Clock) -> None:
    first = picture(page)
    let_pass(page, clock, 4)
    assert picture(page) == first
    assert not page.screen_of_film.projector.beat.timer.isActive()


def test_every_caption_is_said_in_its_turn(page: ExplainerPage, clock: Clock) -> None:
    said = [page.screen_of_film.caption.text()]
    button(page, "Play").click()
    while page.screen_of_film.projector.playing:
        let_pass(page, clock, 0.5)
        if page.screen_of_film.caption.text() != said[-1]:
            said.append(page.screen_of_film.caption.text())
    assert said == [shot.caption for shot in FILM.shots]
    assert button(page, "Play").isEnabled(), "it can be seen again"


def test_play_becomes_pause_and_stands(page: ExplainerPage, clock: Clock) -> None:
    button(page, "Play").click()
    let_pass(page, clock, 3)
    button(page, "Pause").click()
    there = picture(page)
    let_pass(page, clock, 3)
    assert picture(page) == there


def test_the_hands_rest_lower_and_the_thought_stays_in_sight(page: ExplainerPage, clock: Clock) -> None:
    seen = [shot for shot in FILM.shots if shot.subject is Subject.HANDS]
    number = FILM.shots.index(seen[0])
    for _ in range(number):
        button(page, "Next").click()
    near = picture(page)
    for _ in seen[1:]:
        button(page, "Next").click()
    assert picture(page) != near


def test_all_of_it_can_be_read(page: ExplainerPage) -> None:
    button(page, "In words").click()
    transcript = page.screen_of_film.transcript
    assert transcript.isVisible()
    assert transcript.text.toPlainText().splitlines() == [shot.caption for shot in FILM.shots]
    assert not page.screen_of_film.projector.playing


def test_still_is_a_sequence_of_pictures(page: ExplainerPage, preferences: Preferences, clock: Clock) -> None:
    preferences.motion = "still"
    assert not button(page, "Play").isVisible()
    pictures = {picture(page)}
    for _ in FILM.shots[1:]:
        button(page, "Next").click()
        let_pass(page, clock, 1)
        assert not page.screen_of_film.projector.beat.timer.isActive()
        pictures.add(picture(page))
    assert len(pictures) >= 6
    assert not button(page, "Next").isEnabled()
    button(page, "Back").click()
    assert page.screen_of_film.caption.text() == FILM.shots[-2].caption


def test_esc_leads_to_the_still_page_at_once(qtbot: QtBot, page: ExplainerPage) -> None:
    button(page, "Play").click()
    with qtbot.waitSignal(page.stopped):
        page.stop()
    assert not page.screen_of_film.projector.playing


def test_close_leads_back(qtbot: QtBot, page: ExplainerPage) -> None:
    with qtbot.waitSignal(page.wanted) as wanted:
        button(page, "Close").click()
    assert wanted.args == [BACK]


def test_it_begins_anew_each_time(page: ExplainerPage, clock: Clock) -> None:
    button(page, "Play").click()
    let_pass(page, clock, 30)
    page.leave()
    page.arrive()
    assert page.screen_of_film.caption.text() == FILM.shots[0].caption
    assert not page.screen_of_film.projector.playing
    assert page.focusWidget() is button(page, "Play")


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize(("width", "height", "size"), [(1068, 800, 100), (720, 520, 150), (900, 600, 200)])
def test_nothing_is_clipped_or_without_a_name(
    page: ExplainerPage, preferences: Preferences, theme: str, width: int, height: int, size: int
) -> None:
    preferences.theme, preferences.text_size = theme, size
    page.resize(width, height)
    assert not clipped(page)
    assert not unnamed(page)


def test_the_thought_is_nobodys(page: ExplainerPage) -> None:
    film: Film = page.screen_of_film.projector.film
    assert film.thought == "I’m not good enough"


def test_the_keys_come_in_their_order(qtbot: QtBot, page: ExplainerPage) -> None:
    names = []
    for _ in range(4):
        focused = page.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert names == ["Play", "Next", "In words", "Close"], "there is nothing to go back to yet"
