"""Every scene on the canvas: what passes is in the list and its words can be read, wherever one goes with it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from guesthouse.domain.scene import Nearness, Scene
from guesthouse.domain.thought import Wording
from guesthouse.qt.preferences import Preferences
from guesthouse.sim.frame import Doing
from guesthouse.ui.canvas import stage
from guesthouse.ui.canvas.callers import Caller
from guesthouse.ui.canvas.painter import Mark
from guesthouse.ui.canvas.picture import Riding
from guesthouse.ui.canvas.view import changed
from tests.ui.canvas.garden import Garden

Stand = Callable[..., Garden]
PASSING = ("stream", "sky", "railway", "carousel")
ALL = ("garden", *PASSING, "bench")
LONG = "and then I said it all wrong again and everyone looked at me " * 80
WORDS = ("I should have done more", "tired", "אני תמיד הורס הכול", "this is dumb 🙂", LONG)


@pytest.fixture
def client() -> Iterator[None]:
    """Qt keeps its accessibility tree up to date once a client has asked for it."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def riding(garden: Garden, caller_id: int = 1) -> Riding:
    """What carries a caller, once it can be seen whole: well within the canvas."""
    view = QRectF(garden.stage.rect()).adjusted(200, 0, -200, 0)
    for _ in range(600):
        one = garden.stage.view.picture.of(caller_id)
        if isinstance(one, Riding) and view.contains(one.body):
            return one
        garden.wait(0.5, step=0.25)
    raise AssertionError("it did not come into sight")


def dark(image: QImage, rect: QRectF, ink: int) -> int:
    """How many pixels of ``rect`` have the colour of the words."""
    part = image.copy(rect.toAlignedRect())
    return sum(part.pixel(x, y) & 0xFFFFFF == ink for x in range(part.width()) for y in range(part.height()))


@pytest.mark.parametrize("name", PASSING)
def test_a_thought_let_in_is_in_the_list_and_its_words_are_painted(
    stand: Stand, name: str, scenes: dict[str, Scene]
) -> None:
    place = stand(name)
    place.let_in("I should have done more")
    assert place.heard() == ["I should have done more"]
    one = riding(place)
    ink = int(scenes[name].variants["day"].carrier_ink.removeprefix("#"), 16)
    image = place.painted()
    assert dark(image, one.words, ink) > 60
    above = QRectF(one.body.left(), one.body.top(), one.body.width(), one.words.top() - one.body.top())
    assert dark(image, above, ink) == 0, "the words stand where they may"


@pytest.mark.parametrize("name", PASSING)
def test_what_is_touched_is_where_it_is_painted(stand: Stand, name: str) -> None:
    place = stand(name)
    place.let_in("one")
    one = riding(place)
    view = place.stage.view
    index = place.stage.callers.index(0)
    assert view.visualRect(index) == one.body.toAlignedRect()
    assert view.indexAt(one.words.center().toPoint()) == index
    start = one.body.center().toPoint()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(300, 0))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(300, 0))
    assert next(f for f in place.stage.conductor.frame.figures).looks_at_you
    after = view.picture.of(1)
    assert after is not None and abs(after.body.left() - one.body.left()) < 3, "it was not carried away"


@pytest.mark.parametrize("name", PASSING)
def test_very_long_words_offer_more_and_more_opens_them_whole(stand: Stand, name: str) -> None:
    place = stand(name)
    place.let_in(LONG)
    one = riding(place)
    assert one.more is not None and one.words.contains(one.more.center())
    QTest.mouseClick(place.stage.view.viewport(), Qt.MouseButton.LeftButton, pos=one.more.center().toPoint())
    assert place.stage.whole.isVisible() and place.stage.whole.words() == LONG


def test_going_elsewhere_takes_everyone_along_and_nobody_comes_anew(
    stand: Stand, monkeypatch: pytest.MonkeyPatch, scenes: dict[str, Scene]
) -> None:
    place = stand("garden")
    for i in range(20):
        place.let_in(f"thought {i}", seed=i)
        place.wait(1)
    place.stage.view.setFocus()
    QTest.keyClick(place.stage.view, Qt.Key.Key_End)
    said: list[str] = []
    monkeypatch.setattr(stage, "announce", lambda view, text: said.append(text))
    before, seconds = place.heard(), place.stage.conductor.seconds
    assert len(before) >= 15
    for name in (*PASSING, "bench", "garden"):
        place.stage.change_scene(scenes[name])
        assert place.heard() == before
        assert place.stage.conductor.course.present == [caller.id for caller in place.stage.callers.everyone()]
        assert place.stage.view.currentIndex().data() == before[-1]
        assert place.stage.conductor.seconds >= seconds
    assert said == []


def test_a_lane_that_was_chosen_is_kept_on_the_way_through_another_scene(
    stand: Stand, scenes: dict[str, Scene]
) -> None:
    place = stand("railway")
    lane = scenes["railway"].lanes[2]
    place.let_in("I want to run", lane=lane.id)
    place.stage.change_scene(scenes["stream"])
    place.stage.change_scene(scenes["railway"])
    riding(place)
    figure = place.stage.conductor.frame.figures[0]
    assert figure.y == pytest.approx(lane.route[0].y, abs=1)
    assert lane.title in place.described()


def test_whoever_wished_it_slower_has_it_slower_elsewhere_and_after_the_end(
    stand: Stand, scenes: dict[str, Scene]
) -> None:
    conductor = (place := stand("stream")).stage.conductor
    conductor.set_slower(True)
    place.stage.change_scene(scenes["sky"])
    assert conductor.slower and conductor.course.slower
    place.stage.end()
    assert conductor.course.slower


@pytest.mark.parametrize("name", ALL)
def test_still_shows_the_same_and_says_where_each_is(stand: Stand, name: str) -> None:
    place = stand(name)
    place.let_in("one")
    place.wait(2)
    place.stage.set_motion("still")
    assert place.stage.here is place.stage.cards and place.stage.cards.isVisible()
    place.let_in("two")
    place.wait(8, step=0.5)
    assert place.heard()[:2] == ["one", "two"]
    assert place.described()
    place.stage.set_motion("full")
    assert place.heard()[:2] == ["one", "two"]


@pytest.mark.parametrize("name", PASSING)
def test_a_card_has_a_small_carrier(stand: Stand, name: str) -> None:
    place = stand(name)
    place.let_in("one")
    small = place.stage.scenery.portrait(3, 64, 1.0)
    other = place.stage.scenery.portrait(4, 64, 1.0)
    assert small.width() == small.height() == 64
    assert small.toImage() != other.toImage()


@pytest.mark.parametrize(
    ("name", "doing", "words"),
    [
        ("stream", Doing.UPSTREAM, "not in sight yet"),
        ("stream", Doing.PASSING, "drifting past"),
        ("sky", Doing.PASSING, "drifting across"),
        ("carousel", Doing.PASSING, "going past on the belt"),
        ("bench", Doing.COMING, "walking along the path"),
    ],
)
def test_each_scene_has_words_of_its_own(stand: Stand, name: str, doing: Doing, words: str) -> None:
    place = stand(name)
    for i in range(2):
        place.let_in(f"thought {i}")
    rows = {caller.id: row for row, caller in enumerate(place.stage.callers.everyone())}
    figure = next(each for each in place.stage.conductor.frame.figures if each.doing is doing)
    assert words in place.described(rows[figure.id])


def test_one_who_is_at_the_gate_is_not_said_to_be_by_the_house(stand: Stand) -> None:
    place = stand("garden")
    place.let_in("I should have done more")
    place.stage.place(1, Nearness.GATE)
    place.wait(40, step=0.5)
    assert place.stage.conductor.frame.figures[0].doing is Doing.STANDING
    assert place.described() == "standing in the garden"


@pytest.mark.parametrize("name", PASSING)
def test_sixty_comings_and_goings_while_a_client_walks_the_tree(stand: Stand, client: None, name: str) -> None:
    place = stand(name)
    for i in range(60):
        place.let_in(f"thought {i}")
        place.wait(20, step=2)
        assert place.heard() == [caller.words for caller in place.stage.callers.everyone()]
    place.stage.end()
    assert place.heard() == []


@pytest.mark.parametrize("name", ALL)
def test_the_same_seed_gives_the_same_picture(stand: Stand, name: str) -> None:
    pictures = []
    for _ in range(2):
        place = stand(name)
        for i, words in enumerate(WORDS):
            place.let_in(words, seed=i, returning=i == 1)
            place.wait(8)
        pictures.append(place.painted())
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("name", PASSING)
def test_painting_only_what_changed_gives_the_whole_picture(stand: Stand, name: str) -> None:
    place = stand(name)
    for i, words in enumerate(WORDS):
        place.let_in(words, seed=i, returning=i % 2 == 0)
        place.wait(9)
    stage, image = place.stage, place.painted(focused=1)
    for _ in range(25):
        place.clock.now += 130_000
        with QSignalBlocker(stage.conductor):
            stage.conductor.tick()
        seconds = stage.conductor.ambient_seconds
        picture, also = stage.scenery.compose(stage.conductor.frame, seconds, None)
        rects = changed(stage.view.picture, picture, also)
        stage.view.show_picture(picture, also)
        painter = QPainter(image)
        for rect in rects:
            painter.setClipRect(rect)
            stage.scenery.paint(painter, picture.within(QRectF(rect)), seconds, Mark(focused=1))
        painter.end()
    assert image == place.painted(focused=1)


def test_the_wording_stands_above_the_words(stand: Stand) -> None:
    place = stand("stream")
    place.let_in("I always mess up")
    plain = riding(place).words
    place.stage.set_wording(Wording.NOTICING)
    framed = riding(place).words
    assert framed.height() > plain.height()
    assert place.heard() == ["I always mess up"]


def test_the_tracks_have_their_names_on_boards(stand: Stand) -> None:
    place = stand("railway")
    art = place.stage.scenery.art
    assert art is not None
    for lane in place.stage.scenery.scene.lanes:
        assert lane.board is not None
        middle = art.lens.point(*lane.board)
        board = art.backdrop.toImage().copy(QRectF(middle.x() - 60, middle.y() - 8, 120, 16).toRect())
        assert dark(board, QRectF(board.rect()), 0x332E2E) > 4, lane.title


def test_attention_is_on_who_was_touched_and_stays_when_a_control_gets_the_focus(stand: Stand) -> None:
    place = stand("stream")
    heard: list[Caller | None] = []
    place.stage.attention.connect(heard.append)
    place.let_in("one")
    one = riding(place)
    QTest.mouseClick(place.stage.view.viewport(), Qt.MouseButton.LeftButton, pos=one.body.center().toPoint())
    assert heard[-1] is not None and heard[-1].words == "one"
    place.stage.view.clearFocus()
    assert len(heard) == 1
    place.stage.end()
    assert heard[-1] is None


def test_attention_ends_with_the_one_it_was_on(stand: Stand) -> None:
    place = stand("stream")
    place.let_in("one")
    riding(place)
    place.stage.view.nudged.emit(1)
    heard: list[Caller | None] = []
    place.stage.attention.connect(heard.append)
    for _ in range(400):
        place.wait(2, step=1)
        if heard:
            break
    assert heard == [None] and place.heard() == []


def test_a_leaf_cannot_be_told_where_to_sit(stand: Stand) -> None:
    place = stand("stream")
    place.let_in("one")
    assert not place.stage.place(1, Nearness.SEAT)


def test_a_visit_begins_at_no_time_and_the_clouds_go_on(stand: Stand) -> None:
    place = stand("stream")
    place.wait(10)
    assert place.stage.conductor.seconds == pytest.approx(10, abs=0.2)
    place.stage.end()
    assert place.stage.conductor.seconds == 0
    assert place.stage.conductor.ambient_seconds == pytest.approx(10, abs=0.2)


def test_a_text_twice_as_large_stays_within_the_canvas(stand: Stand, preferences: Preferences, qtbot: QtBot) -> None:
    preferences.text_size = 200
    place = stand("stream")
    place.stage.resize(690, 520)
    place.stage.set_margins(120, 130)
    for i, words in enumerate(WORDS):
        place.let_in(words, seed=i)
    place.wait(60, step=0.5)
    for one in place.stage.view.picture.shown:
        assert one.body.top() >= 119 and one.body.height() < 390


def test_none_stays_level_over_thousands_of_painted_carriers(stand: Stand) -> None:
    place = stand("stream")
    for i in range(6):
        place.let_in(f"thought {i}", returning=True)
        place.wait(6)
    image = QImage(place.stage.size(), QImage.Format.Format_RGB32)
    before = sys.getrefcount(None)
    for _ in range(2000):
        painter = QPainter(image)
        painter.setClipRect(0, 300, 60, 60)
        place.stage.scenery.paint(painter, place.stage.view.picture, 1.0, Mark(focused=1))
        painter.end()
    assert abs(sys.getrefcount(None) - before) < 2000
