"""A thought about dying, harm to somebody or danger in the Visitors room: it stays as it is, and nothing is played."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from guesthouse.domain.errand import Take, Watch
from guesthouse.domain.visit import Departure
from guesthouse.errors import DiskTrouble
from guesthouse.qt.preferences import Preferences
from guesthouse.shared import SCENES
from guesthouse.ui.canvas.picture import Resting
from tests.ui.visitors.room import Room
from tests.ui.walk import clipped, unnamed

HEAVY = "I want to die"
LOT = "I can't do this anymore"
PLAIN = [HEAVY, "my friend wants to die", "he hits me"]


def plain(room: Room) -> list[str]:
    """The thoughts that have no visitor."""
    return [caller.words for caller in room.page.stage.callers.everyone() if caller.plain]


def written(room: Room) -> list[str]:
    """What the page tells to have been written, from now on."""
    heard: list[str] = []
    room.page.written.connect(heard.append)
    return heard


@pytest.mark.parametrize("keep", [True, False])
@pytest.mark.parametrize("words", PLAIN)
def test_it_is_written_down_like_any_other_and_stays_plain(room: Room, words: str, keep: bool) -> None:
    room.let_in(words, keep=keep)
    assert plain(room) == [words] and room.page.stage.conductor.frame.figures == ()
    assert [visit.words for visit in room.visits] == ([words] if keep else [])
    room.wait(3600, step=5)
    assert room.here == [words]
    assert [visit.departure for visit in room.visits] == [None] * keep


@pytest.mark.parametrize("words", ["I can't do this anymore", "I always mess up", "my mother died last week"])
def test_what_is_heavy_otherwise_comes_in_as_any_other(room: Room, words: str) -> None:
    room.let_in(words)
    assert room.here == [words] and plain(room) == []
    assert len(room.page.stage.conductor.frame.figures) == 1


@pytest.mark.parametrize("trouble", [DiskTrouble(), ValueError("a thought like any other")])
def test_where_words_cannot_be_looked_at_they_are_written_down_and_stay_plain(
    room: Room, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, trouble: Exception
) -> None:
    def fail(words: str) -> bool:
        raise trouble

    monkeypatch.setattr(room.house.heavy, "stays_plain", fail)
    room.let_in("a thought like any other")
    assert plain(room) == ["a thought like any other"] == [visit.words for visit in room.visits]
    assert ("ValueError" in caplog.text) is (not isinstance(trouble, DiskTrouble))
    assert "like any other" not in caplog.text


def test_where_nothing_is_looked_for_it_comes_in_as_any_other(room: Room) -> None:
    room.house.heavy.heed(False)
    room.let_in(HEAVY)
    assert room.here == [HEAVY] and plain(room) == []


def test_it_is_asked_once_and_not_with_each_frame(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    known = room.house.heavy.stays_plain

    def stays_plain(words: str) -> bool:
        asked.append(words)
        return known(words)

    monkeypatch.setattr(room.house.heavy, "stays_plain", stays_plain)
    room.let_in(HEAVY)
    room.let_in("one")
    room.wait(60)
    assert asked == [HEAVY, "one"]


@pytest.mark.parametrize("scene", SCENES)
def test_beside_it_is_support_and_nothing_else(room: Room, preferences: Preferences, scene: str) -> None:
    preferences.ratings = True
    room.choose(room.page.controls.scene_box, scene)
    room.let_in("one")
    room.let_in(HEAVY)
    beside = room.attend(1)
    assert [button.text() for button in beside.buttons if button.isVisible()] == ["Support"]
    went: list[str] = []
    room.page.wanted.connect(went.append)
    beside.support_button.click()
    assert went == ["support"]
    room.attend(0)
    assert "Support" not in [button.text() for button in beside.buttons if button.isVisible()]
    assert beside.another_button.isVisible() and beside.rate_button.isVisible()


def test_it_is_not_taken_to_the_exercises(room: Room) -> None:
    carried: list[object] = []
    room.page.carried.connect(lambda _page, thing: carried.append(thing))
    room.let_in(HEAVY)
    room.attend()
    room.page.controls.exercises_button.click()
    assert carried == [Take()]


def test_stop_ends_it_with_the_visit(room: Room) -> None:
    stopped: list[bool] = []
    room.page.stopped.connect(lambda: stopped.append(True))
    room.let_in(HEAVY)
    room.page.controls.stop_button.click()
    assert stopped == [True] and room.here == []
    assert [visit.departure for visit in room.visits] == [Departure.STOPPED]


def test_no_length_begins_with_it_but_with_the_first_that_is_watched(room: Room, preferences: Preferences) -> None:
    room.choose(room.page.controls.length_box, "2")
    room.page.lasting.end()
    room.let_in(HEAVY)
    room.wait(300)
    assert not room.page.bars.time_is_up.isVisible()
    room.let_in("one")
    room.wait(119)
    assert not room.page.bars.time_is_up.isVisible()
    room.wait(2)
    assert room.page.bars.time_is_up.isVisible() and HEAVY in room.here, "it stays until Done"
    room.page.bars.time_is_up.button.click()
    assert room.here == []


def test_a_practice_waits_while_it_is_here(room: Room) -> None:
    room.page.receive(Watch(HEAVY, scene="stream"))
    assert plain(room) == [HEAVY] and room.page.way_back.isVisible()
    room.page.receive("he hits me")
    assert plain(room) == [HEAVY, "he hits me"]


def test_it_stays_when_another_scene_is_chosen(room: Room) -> None:
    room.let_in(HEAVY)
    for scene in SCENES:
        room.choose(room.page.controls.scene_box, scene)
        assert plain(room) == [HEAVY]
        assert room.page.stage.conductor.frame.figures == ()


def test_what_comes_in_is_told_once_it_is_here(room: Room) -> None:
    heard: list[tuple[str, bool]] = []
    room.page.written.connect(lambda words: heard.append((words, words in room.here)))
    room.let_in(HEAVY)
    room.let_in("nowhere", keep=False)
    room.page.receive("from elsewhere")
    room.page.receive(Watch("from a practice"))
    room.page.receive(Watch())
    assert heard == [(HEAVY, True), ("nowhere", True), ("from elsewhere", True), ("from a practice", True)]


def test_what_could_not_come_in_is_not_told(room: Room) -> None:
    heard = written(room)
    room.house.visitors._visits._db.execute("PRAGMA max_page_count = 1")
    room.page.door.field.set_words("a thought " * 400)
    room.page.door.button.click()
    assert heard == [] and room.here == []
    room.house.visitors._visits._db.execute("PRAGMA max_page_count = 1000000")


def test_what_is_half_typed_is_told_when_the_room_is_left_and_not_twice(room: Room) -> None:
    heard = written(room)
    QTest.keyClicks(room.page.door.field, "I want to")
    room.page.leave()
    room.page.leave()
    assert heard == ["I want to"] and room.house.visitors.draft() == "I want to"
    QTest.keyClicks(room.page.door.field, " die")
    assert heard == ["I want to"], "not with each key"
    room.page.leave()
    assert heard == ["I want to", HEAVY]


def test_what_must_not_be_written_down_is_told_only_when_it_comes_in(room: Room) -> None:
    heard = written(room)
    room.page.door.unwritten_box.setChecked(True)
    QTest.keyClicks(room.page.door.field, HEAVY)
    room.page.leave()
    assert heard == []
    QTest.keyClick(room.page.door.field, Qt.Key.Key_Return)
    assert heard == [HEAVY] and plain(room) == [HEAVY] and room.visits == []


def test_what_was_half_typed_last_time_is_in_the_field_and_not_told_again(room: Room) -> None:
    QTest.keyClicks(room.page.door.field, LOT)
    room.page.save()
    room.page.let_go()
    heard = written(room)
    room.page.welcome(room.house)
    assert room.page.door.field.words() == LOT and room.here == []
    room.page.leave()
    assert heard == []


def test_heavy_words_that_were_half_typed_last_time_wait_until_they_are_asked_for(room: Room) -> None:
    began = room.page.door.below.began_button
    assert not began.isVisible()
    QTest.keyClicks(room.page.door.field, HEAVY)
    room.page.save()
    room.page.let_go()
    assert not began.isVisible()
    heard = written(room)
    room.page.welcome(room.house)
    assert room.page.door.field.words() == "" and began.isVisible() and began.text() == "Go on with what you began"
    room.let_in("I always mess up")
    QTest.keyClicks(room.page.door.field, "and mo")
    room.page.save()
    assert room.house.visitors.draft() == f"{HEAVY}\nand mo"
    room.page.door.unwritten_box.setChecked(True)
    assert room.house.visitors.draft() == HEAVY, "what waits was to be written down"
    began.click()
    assert room.page.door.field.words() == f"{HEAVY}\nand mo" and room.page.door.keeps and not began.isVisible()
    assert room.page.door.field.hasFocus() and heard == ["I always mess up"]
    room.page.save()
    assert room.house.visitors.draft() == f"{HEAVY}\nand mo"
    QTest.keyClick(room.page.door.field, Qt.Key.Key_Return)
    assert room.house.visitors.draft() == "" and room.here == ["I always mess up", f"{HEAVY}\nand mo"]


def test_what_waits_is_let_go_with_the_house_and_waits_again(room: Room) -> None:
    room.house.visitors.keep_draft(HEAVY)
    room.page.let_go()
    room.page.welcome(room.house)
    room.page.let_go()
    assert not room.page.register.holds_back and room.house.visitors.draft() == HEAVY
    room.page.welcome(room.house)
    assert room.page.register.holds_back
    room.house.heavy.heed(False)
    room.page.let_go()
    room.page.welcome(room.house)
    assert room.page.door.field.words() == HEAVY and not room.page.register.holds_back


def over_controls(room: Room) -> list[str]:
    """What lies over a plain card, or is lain over."""
    for _ in range(3):
        QApplication.processEvents()
    bars, above = room.page.bars, room.page.bars.above
    floating = [bars.way_back, above.notice, above.hint, above.beside, bars.door]
    places = [(type(bar).__name__, QRect(bar.geometry())) for bar in floating if bar.isVisible()]
    controls = room.page.controls
    places += [("controls", bar.geometry().translated(controls.pos())) for bar in (controls._left, controls._right)]
    cards = [one.body.toRect() for one in room.page.stage.view.picture.shown if isinstance(one, Resting)]
    assert cards and all(room.page.rect().contains(card) for card in cards)
    return [name for name, place in places for card in cards if place.intersects(card)]


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("scene", ["garden", "railway"])
@pytest.mark.parametrize(
    ("text", "theme", "width", "height"),
    [
        (100, "light", 1068, 800),
        (150, "night", 1068, 800),
        (100, "contrast", 648, 520),
        (150, "light", 648, 520),
        (150, "light", 688, 600),
    ],
)
def test_it_lies_free_of_every_control(
    make_room: Callable[..., Room],
    preferences: Preferences,
    text: int,
    theme: str,
    width: int,
    height: int,
    scene: str,
    mirrored: bool,
) -> None:
    preferences.theme, preferences.text_size, preferences.scene = theme, text, scene
    room = make_room(width, height)
    if mirrored:
        room.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    room.page.receive(Watch("one"))
    for words in PLAIN:
        room.let_in(words)
    assert over_controls(room) == []
    room.attend(2)
    room.page.stage.whole.hide()
    room.page.door.below.drifted_button.click()
    assert over_controls(room) == []
    assert clipped(room.page) == [] and unnamed(room.page) == []


@pytest.fixture
def lock(room: Room, tmp_path: Path) -> Callable[[], None]:
    """Puts everybody away and brings them back, as a lock does."""

    def again() -> None:
        staying = room.page.stage.callers.rowCount()
        room.page.save()
        room.page.let_go()
        assert staying and room.here == []
        room.page.welcome(room.house)
        room.page.stage.conductor.set_shown(True)

    return again


def test_after_a_lock_it_is_here_again_as_it_was(room: Room, lock: Callable[[], None]) -> None:
    room.let_in("one")
    room.let_in(HEAVY)
    room.wait(5)
    where = [one.body for one in room.page.stage.view.picture.shown if isinstance(one, Resting)]
    lock()
    assert room.here == ["one", HEAVY] and plain(room) == [HEAVY]
    assert [one.body for one in room.page.stage.view.picture.shown if isinstance(one, Resting)] == where
    assert len(room.page.stage.conductor.frame.figures) == 1
    room.page.stop()
    assert {visit.departure for visit in room.visits} == {Departure.STOPPED}


def test_while_it_is_locked_nothing_is_held_that_was_drawn_of_it(room: Room) -> None:
    room.let_in(HEAVY)
    assert room.page.stage.scenery.plain.shown
    room.page.let_go()
    assert room.page.stage.scenery.plain.shown == () and room.page.stage.view.picture.shown == ()


def test_after_a_lock_it_is_worked_out_anew(room: Room, lock: Callable[[], None]) -> None:
    room.let_in(HEAVY)
    room.house.heavy.heed(False)
    lock()
    assert room.here == [HEAVY] and plain(room) == [] and len(room.page.stage.conductor.frame.figures) == 1
    room.house.heavy.heed(True)
    lock()
    assert plain(room) == [HEAVY] and room.page.stage.conductor.frame.figures == ()


def test_nothing_that_was_found_is_written_anywhere(room: Room) -> None:
    before = {name: len(rows) for name, rows in room.everything().items()}
    room.let_in(HEAVY)
    heavy = {name: len(rows) - before[name] for name, rows in room.everything().items()}
    before = {name: len(rows) for name, rows in room.everything().items()}
    room.let_in("I always mess up")
    assert heavy == {name: len(rows) - before[name] for name, rows in room.everything().items()}


LONG = f"{HEAVY}, and " + "nobody here would so much as notice it for a long while, I think; " * 3


@pytest.fixture
def sliver(make_room: Callable[..., Room], preferences: Preferences) -> Room:
    """What a low window leaves of the room, with large text and a card below it."""
    preferences.text_size = 200
    room = make_room(604, 265)
    room.let_in(LONG)
    return room


def test_where_there_is_little_room_the_door_makes_way_for_whole_words(sliver: Room) -> None:
    page = sliver.page
    page.door.field.set_words("half a line")
    sliver.attend()
    whole = page.stage.whole
    assert whole.isVisible() and whole.words() == LONG
    place = QRect(whole.geometry())
    assert page.rect().contains(place) and not place.intersects(page.controls.geometry())
    assert not page.door.isVisible() and clipped(whole) == []
    page.stop()
    assert not whole.isVisible() and page.door.isVisible() and page.door.half_typed == "half a line"


@pytest.mark.parametrize("mirrored", [False, True])
def test_standing_cards_show_a_whole_line_however_low_it_is(qapp: QApplication, sliver: Room, mirrored: bool) -> None:
    page = sliver.page
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    page.stage.set_motion("still")
    page.bars.place()
    sliver.attend()
    cards = page.stage.cards
    page.stop()
    line = cards.visualRect(cards.currentIndex())
    assert cards.viewport().rect().contains(line)
    seen = QRect(cards.viewport().mapTo(page, line.topLeft()), line.size())
    assert not seen.intersects(page.door.geometry()) and not seen.intersects(page.controls.geometry())
    QTest.keyClick(cards, Qt.Key.Key_Return)
    assert page.stage.whole.isVisible() and page.stage.whole.words() == LONG
