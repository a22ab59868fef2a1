"""The canvas as a person meets it: by eye, by hand, by keyboard, and through a screen reader."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from guesthouse.domain.thought import Wording
from guesthouse.qt.preferences import Preferences
from guesthouse.sim.frame import Doing
from guesthouse.ui.canvas.callers import Callers
from guesthouse.ui.canvas.crowding import room_for
from guesthouse.ui.canvas.painter import Mark
from guesthouse.ui.canvas.view import changed
from tests.ui.canvas.garden import Garden

LONG = "and then I said it all wrong again and everyone looked at me " * 60


@pytest.fixture
def client() -> Iterator[None]:
    """Qt keeps its accessibility tree up to date once a client has asked for it."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def reader(garden: Garden) -> QAccessibleInterface:
    """What a screen reader is told about the list that can be seen."""
    interface = QAccessible.queryAccessibleInterface(garden.stage.here)
    assert interface is not None
    return interface


def heard(garden: Garden) -> list[str]:
    """The names of the items a screen reader finds."""
    root = reader(garden)
    items = [root.child(i) for i in range(root.childCount())]
    return [item.text(QAccessible.Text.Name) for item in items if item and item.role() == QAccessible.Role.ListItem]


def doing(garden: Garden, caller_id: int) -> Doing:
    figures = garden.stage.conductor.frame.figures
    return next(figure.doing for figure in figures if figure.id == caller_id)


def looked_at(garden: Garden) -> list[int]:
    return [figure.id for figure in garden.stage.conductor.frame.figures if figure.looks_at_you]


def painted(garden: Garden) -> QImage:
    image = QImage(garden.stage.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    garden.stage.scenery.paint(painter, garden.stage.view.picture, garden.stage.conductor.seconds, Mark())
    painter.end()
    return image


def middle_of(garden: Garden, caller_id: int) -> QPoint:
    shown = garden.stage.view.picture.of(caller_id)
    assert shown is not None
    return shown.body.center().toPoint()


@pytest.mark.parametrize("motion", ["full", "calm", "still"])
def test_a_screen_reader_hears_each_thought_whole_and_in_order(garden: Garden, motion: str) -> None:
    garden.stage.set_motion(motion)
    assert reader(garden).text(QAccessible.Text.Name) == "Visitors here now"
    assert reader(garden).role() == QAccessible.Role.List
    assert heard(garden) == []
    for words in ("I always mess up", LONG, "אני תמיד הורס הכול"):
        garden.let_in(words)
    assert heard(garden) == ["I always mess up", LONG, "אני תמיד הורס הכול"]


def test_those_at_the_gate_are_in_the_list_too(garden: Garden) -> None:
    for i in range(40):
        garden.let_in(f"thought {i}")
    garden.wait(5)
    assert len(heard(garden)) == 40


def test_the_list_says_where_each_is_and_who_was_here_before(garden: Garden) -> None:
    garden.let_in("I always mess up", returning=True)
    garden.wait(1)
    item = reader(garden).child(0)
    assert item is not None
    assert "coming along the path" in item.text(QAccessible.Text.Description)
    assert "here before" in item.text(QAccessible.Text.Description)


def test_sixty_comings_and_goings_while_a_client_walks_the_tree(garden: Garden, client: None) -> None:
    for i in range(60):
        garden.let_in(f"thought {i}")
        heard(garden)
        garden.wait(30, step=1)
        assert heard(garden) == [caller.words for caller in garden.stage.callers.everyone()]
    garden.stage.end()
    assert heard(garden) == []


def test_arrow_keys_go_from_one_to_the_next_and_enter_nudges(garden: Garden) -> None:
    for words in ("one", "two", "three"):
        garden.let_in(words)
        garden.wait(5)
    view = garden.stage.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.currentIndex().data() == "two"
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert looked_at(garden) == [2]
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert looked_at(garden) == [1, 2] or looked_at(garden) == [2, 1]


def test_a_click_and_a_drag_nudge(garden: Garden) -> None:
    for words in ("one", "two"):
        garden.let_in(words)
        garden.wait(6)
    viewport = garden.stage.view.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=middle_of(garden, 1))
    assert looked_at(garden) == [1]
    start = middle_of(garden, 2)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(300, -200))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(300, -200))
    assert set(looked_at(garden)) == {1, 2}
    assert middle_of(garden, 2) == start, "it was not carried away"


def test_an_assistive_tool_can_touch_a_visitor_and_nothing_stays_selected(garden: Garden) -> None:
    garden.let_in("one")
    garden.wait(5)
    item = reader(garden).child(0)
    assert item is not None
    actions = item.actionInterface()
    if actions is not None and actions.actionNames():
        actions.doAction(actions.actionNames()[0])
    else:
        view = garden.stage.view
        view.selectionModel().select(view.model().index(0, 0), view.selectionModel().SelectionFlag.Select)
    assert looked_at(garden) == [1]
    assert garden.stage.view.selectedIndexes() == []


def test_a_short_thought_stands_whole_in_its_bubble_and_a_very_long_one_offers_more(garden: Garden) -> None:
    garden.let_in("everyone can tell that I don’t know what I am doing here and it is a matter of time")
    garden.let_in(LONG)
    garden.wait(5)
    assert not garden.stage.scenery.is_long(1)
    assert garden.stage.scenery.is_long(2)


def test_more_opens_the_whole_on_focus_and_on_click(garden: Garden) -> None:
    garden.let_in("short")
    garden.let_in(LONG)
    garden.wait(9)
    view, whole = garden.stage.view, garden.stage.whole
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert whole.isVisible() and whole.words() == LONG
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert not whole.isVisible()
    shown = view.picture.of(2)
    assert shown is not None and shown.bubble is not None and shown.bubble.more is not None and shown.bubble_rect
    place = shown.bubble.more.translated(shown.bubble_rect.topLeft()).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert whole.isVisible() and whole.words() == LONG


def test_the_same_thought_comes_as_the_same_figure(garden: Garden) -> None:
    garden.let_in("one", seed=12)
    garden.let_in("one again", seed=12)
    garden.let_in("another", seed=13)
    garden.wait(9)
    figures = {one.id: one.look.figure for one in garden.stage.view.picture.shown}
    assert figures[1] == figures[2] != figures[3]


def test_faces_can_be_turned_off(garden: Garden) -> None:
    garden.let_in("one")
    garden.wait(12)
    with_face = painted(garden)
    garden.stage.set_faces(False)
    assert painted(garden) != with_face
    assert not any(one.look.faces for one in garden.stage.view.picture.shown)


def test_the_wording_is_added_and_the_words_stay(garden: Garden) -> None:
    garden.let_in("I always mess up")
    garden.wait(8)
    plain = painted(garden)
    garden.stage.set_wording(Wording.NOTICING)
    assert painted(garden) != plain
    assert heard(garden) == ["I always mess up"]


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
def test_painting_only_what_changed_gives_the_whole_picture(
    garden: Garden, preferences: Preferences, theme: str
) -> None:
    preferences.theme = theme
    for i in range(12):
        garden.let_in(f"thought number {i}", seed=i, returning=i % 2 == 0)
        garden.wait(1.5)
    view = garden.stage.view
    image = painted(garden)
    for _ in range(25):
        garden.clock.now += 130_000
        with QSignalBlocker(garden.stage.conductor):
            garden.stage.conductor.tick()
        frame, seconds = garden.stage.conductor.frame, garden.stage.conductor.seconds
        picture, also = garden.stage.scenery.compose(frame, seconds, None)
        rects = changed(view.picture, picture, also)
        view.show_picture(picture, also)
        painter = QPainter(image)
        for rect in rects:
            painter.setClipRect(rect)
            garden.stage.scenery.paint(painter, picture.within(QRectF(rect)), seconds, Mark())
        painter.end()
    assert image == painted(garden)


def test_still_shows_the_same_visitors_as_cards_for_the_same_time(garden: Garden) -> None:
    garden.stage.set_motion("still")
    garden.let_in("I always mess up")
    assert garden.stage.here is garden.stage.cards and garden.stage.cards.isVisible()
    garden.wait(3, step=0.25)
    index = garden.stage.callers.index(0)
    assert index.data(Callers.DoingRole) is Doing.COMING
    cards = garden.stage.cards
    cards.setFocus()
    cards.setCurrentIndex(index)
    QTest.keyClick(cards, Qt.Key.Key_Return)
    assert looked_at(garden) == [1]


def test_cards_fade_in_and_out_and_then_rest(garden: Garden, qtbot: QtBot) -> None:
    garden.stage.set_motion("still")
    garden.let_in("one")
    cards = garden.stage.cards
    assert cards.fading == 1
    qtbot.waitUntil(lambda: cards.fading == 0)
    garden.stage.end()
    assert cards.fading == 1
    qtbot.waitUntil(lambda: cards.fading == 0)


def test_switching_to_still_and_back_keeps_everyone(garden: Garden) -> None:
    garden.let_in("one")
    garden.wait(4)
    before = garden.stage.conductor.frame
    garden.stage.set_motion("still")
    garden.stage.set_motion("full")
    assert garden.stage.conductor.frame.figures[0].x == pytest.approx(before.figures[0].x, abs=0.5)


def test_nobody_hidden_no_timer(garden: Garden) -> None:
    garden.let_in("one")
    assert garden.stage.conductor.timer.isActive()
    garden.stage.hide()
    assert not garden.stage.conductor.timer.isActive()


def test_none_stays_level_over_thousands_of_painted_frames(garden: Garden) -> None:
    """PySide6 6.12.0 drops a reference to None with each painter call, until the interpreter aborts."""
    for i in range(9):
        garden.let_in(f"thought {i}", returning=True)
    garden.wait(20)
    image = QImage(garden.stage.size(), QImage.Format.Format_RGB32)
    before = sys.getrefcount(None)
    for _ in range(3000):
        painter = QPainter(image)
        painter.setClipRect(0, 0, 40, 40)
        garden.stage.scenery.paint(painter, garden.stage.view.picture, 1.0, Mark())
        painter.end()
    assert abs(sys.getrefcount(None) - before) < 2000


def test_a_crowd_at_the_gate_can_be_seen_and_pointed_at(garden: Garden) -> None:
    for i in range(30):
        garden.let_in(f"thought {i}")
    garden.wait(10)
    waiting = [f.id for f in garden.stage.conductor.frame.figures if f.doing is Doing.WAITING and not f.unseen]
    assert len(waiting) >= 8
    view = garden.stage.view
    bodies = {key: one for key in waiting if (one := view.picture.of(key))}
    free = [key for key, one in bodies.items() if view.picture.at(QPointF(one.body.center().toPoint())) is one]
    assert free, "some of those in line can be pointed at"
    assert bodies[free[-1]].bubble is None
    QTest.mouseMove(view.viewport(), middle_of(garden, free[-1]))
    again = view.picture.of(free[-1])
    assert again is not None and again.bubble is not None, "its words show when one points at it"


@pytest.mark.parametrize(
    ("size", "scale", "room"),
    [((1068, 620), 1.0, 6), ((656, 350), 1.0, 4), ((752, 270), 1.5, 2), ((300, 100), 2.0, 2), ((3600, 1900), 1.0, 6)],
)
def test_fewer_stand_about_where_there_is_little_room(size: tuple[int, int], scale: float, room: int) -> None:
    assert room_for(*size, scale) == room
