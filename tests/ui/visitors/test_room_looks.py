"""Nothing of the room is clipped, nameless or over something else, at any size, in any theme, in either direction."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from guesthouse.domain.errand import Watch
from guesthouse.qt.preferences import Preferences
from guesthouse.shared import SCENES
from guesthouse.ui.visitors.soft_box import SoftBox
from tests.ui.visitors.room import Room
from tests.ui.walk import clipped, unnamed

SIZES = [(100, 1068, 800), (150, 1068, 800), (100, 648, 520), (150, 648, 520), (100, 740, 600)]


@pytest.fixture
def dressed(make_room: Callable[..., Room], preferences: Preferences) -> Callable[..., Room]:
    """The room in a theme, a size and a direction, with somebody here whom one attends to, ratings on."""

    def make(theme: str, size: tuple[int, int, int], *, mirrored: bool = False, scene: str = "garden") -> Room:
        preferences.theme, preferences.text_size, preferences.ratings = theme, size[0], True
        preferences.scene = scene
        room = make_room(*size[1:])
        if mirrored:
            room.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return room

    return make


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def shown(room: Room) -> list[QWidget]:
    """What floats over the canvas now."""
    bars, above = room.page.bars, room.page.bars.above
    floating = (bars.controls, bars.way_back, above.notice, above.hint, above.beside, bars.door)
    return [bar for bar in floating if bar.isVisible()]


def crossing(room: Room) -> list[tuple[str, str]]:
    """Bars that lie over one another, or over the edge of the page."""
    places = [(type(bar).__name__, QRect(bar.geometry())) for bar in shown(room)]
    over = [(name, "the edge") for name, place in places if not room.page.rect().contains(place)]
    for number, (name, place) in enumerate(places):
        over += [(name, other) for other, there in places[number + 1 :] if place.intersects(there)]
    return over


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize("size", SIZES)
def test_everything_has_its_room(
    dressed: Callable[..., Room], theme: str, size: tuple[int, int, int], mirrored: bool
) -> None:
    room = dressed(theme, size, mirrored=mirrored)
    settle()
    assert room.page.bars.above.hint.isVisible()
    assert clipped(room.page) == [] and unnamed(room.page) == [] and crossing(room) == []
    room.let_in("I always mess up, and everybody knows it by now")
    beside = room.attend()
    settle()
    assert beside.isVisible()
    assert clipped(room.page) == [] and unnamed(room.page) == [] and crossing(room) == []


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("size", SIZES)
def test_in_every_scene(dressed: Callable[..., Room], scene: str, size: tuple[int, int, int]) -> None:
    room = dressed("light", size, scene=scene)
    room.let_in("I always mess up")
    room.attend()
    room.page.door.below.drifted_button.click()
    room.page.door.below.track_box.setCurrentIndex(1)
    settle()
    assert clipped(room.page) == [] and crossing(room) == []


@pytest.mark.parametrize("still", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_a_long_thought_and_the_way_back_are_not_covered(
    dressed: Callable[..., Room], size: tuple[int, int, int], still: bool
) -> None:
    room = dressed("light", size)
    room.page.controls.still_button.setChecked(still)
    room.page.receive(Watch("word " * 400))
    room.attend()
    settle()
    whole = room.page.stage.whole
    assert whole.isVisible() and room.page.way_back.isVisible() and crossing(room) == []
    covering = [type(bar).__name__ for bar in shown(room) if bar.geometry().intersects(whole.geometry())]
    low = size[0] > 100 and size[2] < 600
    assert covering == [] or (low and covering == ["Beside"])


@pytest.mark.parametrize("size", SIZES)
def test_what_is_chosen_can_be_read(dressed: Callable[..., Room], size: tuple[int, int, int]) -> None:
    room = dressed("light", size)
    controls = room.page.controls
    boxes: list[SoftBox] = [controls.scene_box, controls.length_box]
    for box in boxes:
        for row in range(box.count()):
            box.setCurrentIndex(row)
            settle()
            whole = box.fontMetrics().horizontalAdvance(box.currentText())
            in_a_little_room = size[:2] == (150, 648) and box is controls.scene_box  # rather than in a line more
            assert box.width() >= box.sizeHint().width() > (whole // 3 if in_a_little_room else whole)
    controls.scene_box.setCurrentIndex(controls.scene_box.findData("carousel"))
    controls.wording_box.setCurrentIndex(2)
    settle()
    assert crossing(room) == []
    for box in (controls.scene_box, controls.wording_box):  # what is cut is whole in the list
        box.showPopup()
        assert box.view().width() > box.fontMetrics().horizontalAdvance(box.currentText())
        box.hidePopup()


@pytest.mark.parametrize("size", SIZES)
def test_the_cards_over_the_canvas_have_room_or_scroll(
    dressed: Callable[..., Room], size: tuple[int, int, int]
) -> None:
    room = dressed("light", size)
    room.let_in("I always mess up")
    room.attend().rate_button.click()
    settle()
    assert room.page.rating.sheet.geometry() == room.page.rect() and shown(room) == []
    assert clipped(room.page.rating.sheet) == [] and unnamed(room.page.rating.sheet) == []
    room.page.rating.card.skip.click()
    room.page.bars.end_quietly()
    settle()
    assert clipped(room.page.bars.time_is_up) == [] and unnamed(room.page.bars.time_is_up) == []
    assert room.page.bars.time_is_up.geometry() == room.page.rect() and shown(room) == []


def test_a_ways_out_keeps_its_name_as_an_icon(dressed: Callable[..., Room]) -> None:
    room = dressed("light", (150, 648, 520))
    settle()
    button = room.page.controls.exercises_button
    assert button.text() == "" and not button.icon().isNull()
    assert button.accessibleName() == button.toolTip() == "Word exercises"


def test_with_large_text_in_the_smallest_window_stop_and_the_field_stay_free(dressed: Callable[..., Room]) -> None:
    room = dressed("light", (200, 648, 520))
    room.let_in("I always mess up")
    room.attend()
    room.page.door.below.drifted_button.click()
    settle()
    assert crossing(room) == []


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_where_a_card_below_leaves_the_lowest_canvas_the_field_stop_and_the_words_stay_free(
    dressed: Callable[..., Room], theme: str
) -> None:
    """The smallest window with large text, while heavy words are answered below: scene and wording wait."""
    room = dressed(theme, (150, 613, 286))
    room.let_in("I want to die")
    settle()
    controls = room.page.controls
    assert crossing(room) == [] and clipped(room.page) == []
    assert controls.stop_button.isVisible() and not controls.scene_box.isVisible()
    room.page.resize(613, 520)
    settle()
    assert controls.scene_box.isVisible() and crossing(room) == []


@pytest.mark.parametrize("scene", ["garden", "railway"])
def test_with_the_largest_text_there_the_field_and_stop_are_free_as_well(
    dressed: Callable[..., Room], scene: str
) -> None:
    """Length, pace and Still wait, too; what pauses and stops does not, nor what keeps words from being written."""
    room = dressed("light", (200, 604, 266), scene=scene)
    room.let_in("I want to die")
    settle()
    assert crossing(room) == [] and clipped(room.page) == []
    room.page.door.field.set_words("a line that goes on and on, and is longer than the field is wide, and goes on")
    settle()
    controls = room.page.controls
    assert crossing(room) == [] and clipped(room.page) == []
    assert controls.stop_button.isVisible() and controls.pause_button.isVisible()
    assert room.page.door.unwritten_box.isVisible()
    assert not controls.length_box.isVisible() and not controls.still_button.isVisible()
    room.page.door.field.clear()
    room.page.resize(613, 520)
    settle()
    assert controls.length_box.isVisible() and controls.still_button.isVisible() and crossing(room) == []


@pytest.mark.parametrize("text", [100, 150, 170])
def test_the_bars_are_as_high_in_the_same_width_each_time(dressed: Callable[..., Room], text: int) -> None:
    """Whatever was measured before: also after a card below that left no room for scene and wording."""
    room = dressed("light", (text, 613, 520))
    settle()
    controls = room.page.controls
    first = controls.height()
    for width, height in ((613, 286), (613, 520), (900, 600), (613, 520), (613, 286), (613, 520)):
        room.page.resize(width, height)
        settle()
        assert (width, height) != (613, 520) or controls.height() == first
    room.choose(controls.scene_box, "railway")
    settle()
    room.choose(controls.scene_box, "garden")
    settle()
    assert controls.height() == first


@pytest.mark.parametrize("scene", ["garden", "railway", "carousel"])
def test_no_way_out_has_a_line_of_its_own_in_the_smallest_window(dressed: Callable[..., Room], scene: str) -> None:
    room = dressed("light", (150, 613, 520), scene=scene)
    settle()
    controls = room.page.controls
    assert controls.height() < 2.5 * controls.explainer_button.height()
    assert crossing(room) == []


def test_tab_goes_down_the_room_and_the_door_is_last(room: Room) -> None:
    room.let_in("I always mess up")
    room.attend()
    page, seen = room.page, []
    page.door.field.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(40):
        focused = QApplication.focusWidget()
        if focused in seen or focused is None:
            break
        seen.append(focused)
        page.focusNextChild()
    controls, door, beside = page.controls, page.door, page.bars.above.beside
    order = [
        door.field,
        door.button,
        door.unwritten_box,
        door.below.drifted_button,
        controls.scene_box,
        controls.wording_box,
        controls.exercises_button,
        controls.explainer_button,
        controls.length_box,
        controls.slower_button,
        controls.pause_button,
        controls.stop_button,
        controls.still_button,
        page.stage.view,
        beside.seat_button,
        beside.gate_button,
        beside.another_button,
    ]
    assert [order.index(widget) for widget in seen if widget in order] == list(range(len(order)))


@pytest.mark.parametrize("width", [740, 1030, 1068])
def test_the_bars_have_their_room_when_another_scene_is_chosen(make_room: Callable[..., Room], width: int) -> None:
    room = make_room(width, 800)
    controls = room.page.controls
    for scene in [*SCENES, "railway", "sky", "railway", "bench"]:
        room.choose(controls.scene_box, scene)
        settle()
        bars = [controls.scene_box.parentWidget().parentWidget(), controls.stop_button.parentWidget()]
        assert all(controls.rect().contains(bar.geometry()) for bar in bars), scene
        assert width < 1000 or bars[0].y() == bars[1].y(), scene


@pytest.mark.parametrize(("scene", "width"), [("railway", 1030), ("garden", 1068), ("carousel", 1030)])
def test_the_bars_stay_where_they_are_when_one_pauses(make_room: Callable[..., Room], scene: str, width: int) -> None:
    room = make_room(width, 800)
    controls = room.page.controls
    room.choose(controls.scene_box, scene)
    room.choose(controls.length_box, "2")
    settle()
    buttons = [controls.slower_button, controls.pause_button, controls.stop_button, controls.still_button]
    before = [QRect(button.mapTo(room.page, button.rect().topLeft()), button.size()) for button in buttons]
    controls.pause_button.click()
    settle()
    assert before == [QRect(button.mapTo(room.page, button.rect().topLeft()), button.size()) for button in buttons]
    assert clipped(room.page) == []


@pytest.mark.parametrize("size", [(100, 1030, 800), (150, 964, 800), (150, 648, 520)])
def test_the_door_has_its_room_when_another_scene_is_chosen(
    make_room: Callable[..., Room], preferences: Preferences, size: tuple[int, int, int]
) -> None:
    preferences.text_size = size[0]
    room = make_room(*size[1:])
    room.let_in("I always mess up")
    room.attend()
    door = room.page.door
    for scene in ["railway", "carousel", "railway", "bench", "railway"]:
        room.choose(room.page.controls.scene_box, scene)
        settle()
        inside = QRect(door.below.drifted_button.mapTo(door, QPoint(0, 0)), door.below.drifted_button.size())
        assert door.rect().contains(inside), scene
        assert clipped(room.page) == [] and crossing(room) == [], scene
