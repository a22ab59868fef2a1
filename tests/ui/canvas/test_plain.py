"""A plain card on the canvas: the words alone, at rest, with everything else keeping clear of them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QAccessible, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from guesthouse.domain.scene import Scene
from guesthouse.domain.thought import Wording
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.shared import SCENES
from guesthouse.sim.frame import Doing
from guesthouse.ui.canvas.callers import Caller
from guesthouse.ui.canvas.picture import Resting, Riding, Visiting
from guesthouse.ui.canvas.plain import MORE, rows
from tests.ui.canvas.garden import Garden
from tests.ui.hearing import announced

Stand = Callable[..., Garden]
HEAVY = "I want to die"
LONG = "and I have been thinking about it since Sunday when nobody called, so I want to die " * 60
ODD = [LONG, "אני רוצה למות ולא להיות כאן יותר", "👩‍👩‍👧‍👦 I want to die 😶‍🌫️", "I want\nto die\n\nnow", "x" * 5000]
OTHERS = ("I always mess up whatever I begin", "tired", "she has seen by now what kind of person I really am inside")


def resting(garden: Garden) -> list[Resting]:
    """The plain cards in the picture, without the sign of more."""
    return [one for one in garden.stage.view.picture.shown if isinstance(one, Resting) and one.id != MORE]


def words_at(garden: Garden) -> list[QRectF]:
    """Where the words of all others can be read."""
    shown = garden.stage.view.picture.shown
    bubbles = [one.bubble_rect for one in shown if isinstance(one, Visiting) and one.bubble_rect is not None]
    return bubbles + [one.words for one in shown if isinstance(one, Riding)]


def free(garden: Garden) -> QRectF:
    """The canvas between the controls."""
    top, bottom = garden.stage._margins
    return QRectF(0, top, garden.stage.width(), garden.stage.height() - top - bottom)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced."""
    return announced(monkeypatch)


@pytest.mark.parametrize("motion", ["full", "calm", "still"])
def test_a_screen_reader_finds_it_among_the_others_by_its_whole_words(garden: Garden, motion: str) -> None:
    QAccessible.setActive(True)
    garden.stage.set_motion(motion)
    garden.let_in("one")
    garden.let_in(LONG, plain=True, returning=True)
    garden.let_in("two")
    assert garden.heard() == ["one", LONG, "two"]
    assert garden.described(1) == "stays here as it is", "nothing about coming, going, or having been here before"
    QAccessible.setActive(False)


def test_what_is_announced_is_calm_and_does_not_say_it_again(garden: Garden, said: list[str]) -> None:
    garden.let_in(HEAVY, plain=True)
    assert said == ["It is here, as it is."]
    garden.let_in("one")
    assert said[1:] == ["Here now: one"]


@pytest.mark.parametrize("name", SCENES)
def test_it_has_no_figure_and_no_carrier_in_any_scene(stand: Stand, name: str) -> None:
    place = stand(name)
    place.let_in("one")
    place.let_in(HEAVY, plain=True, returning=True)
    place.wait(15, step=0.25)
    assert [figure.id for figure in place.stage.conductor.frame.figures] == [1]
    assert [type(one) for one in place.stage.view.picture.shown if one.id == 2] == [Resting]
    assert sum(isinstance(one, Visiting | Riding) for one in place.stage.view.picture.shown) <= 1


@pytest.mark.parametrize("name", SCENES)
def test_it_stays_where_it_is_for_hours_and_is_never_said_to_have_left(
    stand: Stand, name: str, said: list[str]
) -> None:
    place = stand(name)
    left: list[Caller] = []
    place.stage.left.connect(left.extend)
    place.let_in("one")
    place.let_in(HEAVY, plain=True)
    where = QRectF(resting(place)[0].body)
    said.clear()
    place.wait(7200, step=1)
    assert [one.words for one in place.stage.callers.everyone() if one.plain] == [HEAVY]
    assert HEAVY not in [one.words for one in left] and not any(HEAVY in sentence for sentence in said)
    assert resting(place)[0].body == where


LOW = (648, 520, 140, 150, 150)
ROOMS = [(1068, 800, 70, 100, 100), (648, 520, 104, 150, 100), LOW]


@pytest.mark.parametrize("size", ROOMS)
@pytest.mark.parametrize("name", SCENES)
def test_no_words_lie_over_one_another(
    stand: Stand, preferences: Preferences, name: str, size: tuple[int, int, int, int, int]
) -> None:
    width, height, top, bottom, preferences.text_size = size
    place = stand(name)
    place.stage.resize(width, height)
    place.stage.set_margins(top, bottom)
    place.let_in(OTHERS[0], seed=1)
    place.wait(8, step=0.5)
    place.let_in(HEAVY, plain=True)
    place.wait(1)  # what was there slides out of its way
    for seed, words in enumerate(OTHERS[1:]):
        place.let_in(words, seed=seed)
    seen = over = 0
    for _ in range(150):
        place.wait(0.5, step=0.25)
        (card,) = resting(place)
        assert free(place).contains(card.body)
        for other in words_at(place):
            seen += 1
            over += other.adjusted(1, 1, -1, -1).intersects(card.body)
    assert seen > 50
    if (name, size) == ("railway", LOW):  # rails cannot lie as low: there words pass below the card, and come out again
        assert over < seen * 0.5
    else:
        assert over == 0


def test_without_any_room_its_words_can_be_read_all_the_same(garden: Garden) -> None:
    garden.stage.set_margins(420, 380)
    garden.let_in(HEAVY, plain=True)
    assert resting(garden) == []
    garden.stage.view.setFocus()
    garden.stage.view.setCurrentIndex(garden.stage.callers.index(0))
    assert garden.stage.whole.isVisible() and garden.stage.whole.words() == HEAVY
    garden.wait(1)
    garden.stage.set_margins(70, 100)
    assert [one.id for one in resting(garden)] == [1]


def test_where_there_is_hardly_room_for_the_only_one_no_sign_tells_of_more(garden: Garden) -> None:
    garden.let_in(HEAVY, plain=True)
    seen = 0
    for free_pixels in range(24, 90, 2):
        garden.stage.set_margins(70, garden.stage.height() - 70 - free_pixels)
        garden.wait(1)
        seen += len(resting(garden))
        assert MORE not in {one.id for one in garden.stage.view.picture.shown}
    assert seen


def test_nobody_waits_behind_it(garden: Garden) -> None:
    for number in range(12):
        garden.let_in(f"{HEAVY} {number}", plain=True)
    garden.let_in("one")
    assert [figure.doing for figure in garden.stage.conductor.frame.figures] == [Doing.COMING]


@pytest.mark.parametrize("how", ["click", "enter", "reader"])
def test_it_is_not_nudged_but_opens_with_its_words_alone(garden: Garden, how: str) -> None:
    garden.stage.set_wording(Wording.HAVING)
    garden.let_in("one")
    garden.let_in(LONG, plain=True)
    garden.wait(10)
    before = garden.stage.conductor.frame
    view, row = garden.stage.view, garden.stage.callers.index(1)
    view.setFocus()
    if how == "click":
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=resting(garden)[0].body.center().toPoint())
    elif how == "enter":
        view.setCurrentIndex(row)
        garden.stage.whole.hide()
        QTest.keyClick(view, Qt.Key.Key_Return)
    else:
        view.selectionModel().select(row, view.selectionModel().SelectionFlag.Select)
    whole = garden.stage.whole
    assert whole.isVisible() and whole.words() == LONG
    assert [label.text() for label in whole.findChildren(QLabel)] == [""], "no line of framing above it"
    assert garden.stage.conductor.frame.figures == before.figures


@pytest.mark.parametrize("words", ODD)
def test_any_words_have_a_card_of_a_moderate_size(garden: Garden, words: str) -> None:
    garden.let_in(words, plain=True)
    (card,) = resting(garden)
    assert free(garden).contains(card.body) and card.body.height() < free(garden).height() * 0.36
    assert card.pixmap.deviceIndependentSize().toSize() == card.body.size().toSize()
    garden.stage.view.setFocus()
    garden.stage.view.setCurrentIndex(garden.stage.callers.index(0))
    assert garden.stage.whole.isVisible() is (len(words) > 100)


def test_a_wording_changes_nothing_about_it(garden: Garden) -> None:
    garden.let_in(HEAVY, plain=True)
    before = resting(garden)[0]
    image = before.pixmap.toImage()
    garden.stage.set_wording(Wording.NOTICING)
    after = resting(garden)[0]
    assert after.body == before.body and after.pixmap.toImage() == image


def test_it_goes_along_to_every_scene(garden: Garden, scenes: dict[str, Scene]) -> None:
    garden.let_in("one")
    garden.let_in(HEAVY, plain=True)
    for name in [*SCENES, "garden"]:
        garden.stage.change_scene(scenes[name])
        garden.wait(1)
        assert [one.words for one in garden.stage.callers.everyone()] == ["one", HEAVY]
        assert [one.id for one in resting(garden)] == [2]
        assert [figure.id for figure in garden.stage.conductor.frame.figures] == [1]


@pytest.mark.parametrize("size", [(1068, 800), (648, 520)])
def test_several_lie_side_by_side_in_a_crowd(garden: Garden, size: tuple[int, int]) -> None:
    garden.stage.resize(*size)
    for number in range(3):
        garden.let_in(f"{HEAVY} {number}", plain=True)
    for number in range(7):
        garden.let_in(f"thought {number}", seed=number)
    garden.wait(60, step=0.25)
    cards = resting(garden)
    assert [card.id for card in cards] == [1, 2, 3]
    assert not any(one.body.intersects(other.body) for one, other in combinations(cards, 2))
    assert all(free(garden).contains(card.body) for card in cards)


@pytest.fixture
def many(garden: Garden) -> Garden:
    """More than there is room for."""
    garden.stage.resize(648, 520)
    for number in range(40):
        garden.let_in(f"{HEAVY} and this is number {number}", plain=True)
    return garden


def test_where_not_all_have_room_the_newest_are_seen_and_a_sign_of_the_others(many: Garden) -> None:
    shown = [one for one in many.stage.view.picture.shown if isinstance(one, Resting)]
    assert shown[-1].id == MORE and [one.id for one in shown[:-1]] == list(range(42 - len(shown), 41))
    assert all(free(many).contains(one.body) for one in shown)
    assert not any(one.body.intersects(other.body) for one, other in combinations(shown, 2))


def test_each_can_be_come_to_by_keyboard_and_is_seen_then(many: Garden) -> None:
    view = many.stage.view
    view.setFocus()
    for row in reversed(range(40)):
        view.setCurrentIndex(many.stage.callers.index(row))
        assert free(many).contains(QRectF(view.visualRect(view.currentIndex()))), row
        assert view.visualRect(view.currentIndex()).width() > 40


def test_the_whole_words_of_one_that_was_not_seen_open_as_well(garden: Garden) -> None:
    garden.stage.resize(648, 520)
    for number in range(8):
        garden.let_in(f"{number} {LONG}", plain=True)
    view = garden.stage.view
    view.setFocus()
    for row in (5, 0, 3, 7):
        view.setCurrentIndex(garden.stage.callers.index(row))
        assert garden.stage.whole.isVisible() and garden.stage.whole.words() == f"{row} {LONG}"


def test_a_card_that_shows_a_beginning_is_as_wide_as_that(garden: Garden) -> None:
    garden.stage.resize(648, 520)
    for _ in range(4):
        garden.let_in(
            "I want\nto die\nand have been so tired of all of it for such a long time now, all day", plain=True
        )
    assert resting(garden) and all(card.body.width() < 260 for card in resting(garden))


def test_each_can_be_come_to_by_touching_the_sign(many: Garden) -> None:
    seen: set[int] = set()
    for _ in range(60):
        seen |= {one.id for one in resting(many)}
        sign = many.stage.view.picture.of(MORE)
        assert sign is not None
        QTest.mouseClick(many.stage.view.viewport(), Qt.MouseButton.LeftButton, pos=sign.body.center().toPoint())
    assert seen == set(range(1, 41))


def test_its_words_are_painted_on_the_ground_of_a_card_in_every_theme(
    garden: Garden, preferences: Preferences, look: Look
) -> None:
    garden.let_in(HEAVY, plain=True)
    for theme in ("light", "night", "contrast"):
        preferences.theme = theme
        card = resting(garden)[0].body.toRect()
        image = garden.painted().copy(card.adjusted(3, 8, -3, -8))
        seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
        assert {look.colour("card").name(), look.colour("ink").name()} <= seen, theme


@pytest.mark.parametrize("motion", ["full", "still"])
def test_when_the_visit_ends_nothing_of_it_is_left(garden: Garden, motion: str) -> None:
    garden.let_in(HEAVY, plain=True)
    garden.let_in("one")
    garden.stage.set_motion(motion)
    ended = garden.stage.end()
    assert [one.words for one in ended] == [HEAVY, "one"]
    assert garden.stage.scenery.plain.shown == ()
    garden.stage.set_motion("full")
    assert garden.stage.view.picture.shown == () and garden.stage.scenery.plain.band == 0


def test_in_still_it_is_a_card_without_a_picture(garden: Garden, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    cards = garden.stage.cards
    portrait = cards.delegate._portrait

    def count(seed: int, size: int, dpr: float) -> QPixmap:
        asked.append(seed)
        return portrait(seed, size, dpr)

    monkeypatch.setattr(cards.delegate, "_portrait", count)
    garden.stage.set_motion("still")
    garden.stage.set_wording(Wording.HAVING)
    garden.let_in("one", seed=5)
    garden.let_in(HEAVY, seed=6, plain=True)
    cards.settle()
    cards.grab()
    assert set(asked) == {5}
    heights = [cards.visualRect(garden.stage.callers.index(row)).height() for row in range(2)]
    assert heights[1] < heights[0], "no framing, and nothing below the words"
    QTest.mouseClick(
        cards.viewport(),
        Qt.MouseButton.LeftButton,
        pos=cards.visualRect(garden.stage.callers.index(1)).center(),
    )
    assert not garden.stage.whole.isVisible()


def test_coming_back_from_still_it_lies_where_it_lay(garden: Garden) -> None:
    garden.let_in(HEAVY, plain=True)
    before = QRectF(resting(garden)[0].body)
    garden.stage.set_motion("still")
    garden.let_in(f"{HEAVY} too", plain=True)
    garden.stage.set_motion("full")
    assert [one.id for one in resting(garden)] == [1, 2] and resting(garden)[0].body == before


def test_rows_begin_at_the_side_one_reads_from() -> None:
    sizes = [QSizeF(100, 40), QSizeF(150, 60), QSizeF(200, 40)]
    assert rows(sizes, 300) == [QPointF(0, 0), QPointF(112, 0), QPointF(0, 72)]
    assert rows(sizes, 300, mirrored=True) == [QPointF(200, 0), QPointF(38, 0), QPointF(100, 72)]
    assert rows([], 300) == []


def test_in_little_more_room_than_a_line_of_small_letters_it_is_seen_small(
    garden: Garden, preferences: Preferences
) -> None:
    preferences.text_size = 150
    garden.let_in(HEAVY, plain=True)
    garden.stage.set_margins(70, garden.stage.height() - 70 - 60)
    usual = resting(garden)[0].body.height()
    garden.stage.set_margins(70, garden.stage.height() - 70 - 38)
    (card,) = resting(garden)
    assert card.body.height() < usual and free(garden).contains(card.body)
    garden.stage.set_margins(70, garden.stage.height() - 70 - 60)
    assert resting(garden)[0].body.height() == usual
