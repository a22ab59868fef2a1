"""The house is locked: no text of the person is left in the window, and afterwards one is where one was."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from guesthouse.domain.errand import Start
from guesthouse.domain.kit import Shelf
from guesthouse.domain.sitting import Kept
from guesthouse.domain.staying import NOTHING_STAYS, Staying
from guesthouse.house import House, open_house
from guesthouse.paths import Paths
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.main_window import MainWindow
from guesthouse.ui.pages.exercises import ExercisesPage
from guesthouse.ui.pages.guest_book import GuestBookPage
from guesthouse.ui.pages.journal import JournalPage
from guesthouse.ui.pages.kit import KitPage
from guesthouse.ui.pages.practices import PracticesPage
from guesthouse.ui.pages.today import TodayPage
from guesthouse.ui.pages.visitors import VisitorsPage
from tests.left_over import running
from tests.ui.filled import Filled
from tests.ui.traces import tidy, traces, without_what_others_left
from tests.ui.whole_window import now, whole_window

WORD = "".join(("zinn", "ober", "wort"))
Open = Callable[..., House]


@pytest.fixture(autouse=True)
def by_itself() -> Iterator[None]:
    """Whatever another test of this process has left alive is no concern of these."""
    with without_what_others_left():
        yield


@pytest.fixture(autouse=True)
def heard(qtbot: QtBot, by_itself: None) -> Iterator[None]:
    """A screen reader listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "house")


@pytest.fixture
def open_it(paths: Paths) -> Iterator[Open]:
    """Opens the house, as often as it was closed."""
    closing: list[Callable[[], None]] = []

    def opened(staying: Staying = NOTHING_STAYS) -> House:
        house = open_house(paths, clock=now, random=random.Random(len(closing)), alone=True, staying=staying)
        closing.append(house.shut)
        return house

    yield opened
    for shut in closing:
        shut()


@pytest.fixture
def window(qtbot: QtBot, look: Look, preferences: Preferences, paths: Paths) -> Iterator[MainWindow]:
    """The whole window with every room there is, as the app makes it."""
    preferences.begun = True
    preferences.ratings = False
    with whole_window(qtbot, look, preferences, paths) as made:
        yield made


KINDS = ("a row", "text", "plainText", "html", "accessibleName", "accessibleDescription", "completionPrefix")
"""Ways in which words can be in a window, each of which the walk has to know."""


def lived_in(window: MainWindow, house: House) -> Filled:
    """The window in this house, with a word in every place."""
    window.take_in(house)
    filled = Filled(window, house, WORD)
    filled.everywhere()
    return filled


def in_sight(window: MainWindow) -> list[str]:
    """Where the word is in the window itself, whatever the house may still hold."""
    return [one for one in traces(WORD, [window]) if not one.startswith("python")]


def test_no_word_is_left_anywhere_when_the_house_is_locked(window: MainWindow, open_it: Open) -> None:
    house = open_it()
    lived_in(window, house)
    before = "\n".join(traces(WORD, [window], undo=False))
    assert all(f": {kind}" in before for kind in KINDS) and "heard: Name" in before and "python: " in before
    window.let_go()
    house.close(staying=True)
    del house

    assert traces(WORD, [window]) == []


def test_nothing_ticks_while_the_house_is_locked(window: MainWindow, open_it: Open) -> None:
    before = set(running())
    lived_in(window, open_it())
    window.let_go()
    tidy()

    assert [words for key, words in running().items() if key not in before] == []


def test_afterwards_one_is_where_one_was(window: MainWindow, open_it: Open) -> None:
    house = open_it()
    filled = lived_in(window, house)
    entry = filled.page(JournalPage).desk.writing.entry
    guest = filled.page(GuestBookPage)._open
    place = filled.page(JournalPage).desk.sheet.editor.textCursor().position()
    assert entry is not None and guest is not None and place > 0
    assert window.drops(), "one on stage is written down nowhere"
    window.let_go()
    again = open_it(house.close(staying=True))
    window.take_in(again)

    assert filled.go(VisitorsPage).door.field.words() == f"half a {WORD}"
    here = [caller.words for caller in filled.page(VisitorsPage).stage.callers.everyone()]
    assert here == [f"I should {WORD} and so on, " * 30, f"I want to die, {WORD}"]
    assert not window.drops()
    assert filled.go(TodayPage).noticing.builder.typed() == f"half-noticed {WORD}"
    assert next(thing.word for thing in filled.page(TodayPage).noticing.builder.things()) == f"noticed {WORD}"
    desk = filled.go(JournalPage).desk
    assert desk.writing.entry is not None and desk.writing.entry.id == entry.id
    assert f"half-typed {WORD}" in desk.sheet.editor.words() and f"half-tag-{WORD}" in desk.sheet.tags.tags()
    assert desk.sheet.editor.textCursor().position() == place
    opened = filled.go(GuestBookPage)._open
    assert opened is not None and opened.id == guest.id
    player = filled.go(PracticesPage).player
    assert player.playing is not None and player.playing.title == f"With {WORD}"
    assert player.course.answers() == {"own": f"half an answer {WORD}"}
    exercises = filled.go(ExercisesPage)
    assert exercises.chooser.take_up.isVisible(), "the exercise is offered as half done"
    assert exercises.chooser.thought.words() == f"another {WORD}"
    exercises._take_up()
    assert exercises.run.doing is not None and exercises.run.doing.id == "ladder"
    comforts = [thing.words for thing in again.kit.on(Shelf.COMFORTS)]
    assert f"half-added {WORD}" in comforts
    again.close()


def test_a_half_written_own_practice_lies_open_again(window: MainWindow, open_it: Open) -> None:
    house = open_it()
    window.take_in(house)
    filled = Filled(window, house, WORD)
    filled.furnish()
    page = filled.go(PracticesPage)
    page._make_own(None)
    page.own.head.title.field.insertPlainText(f"half a title {WORD}")
    window.let_go()
    assert in_sight(window) == []
    window.take_in(open_it(house.close(staying=True)))

    page.arrive()
    assert page.own.isVisible() and page.own.head.title.words() == f"half a title {WORD}"


def test_in_another_file_nothing_of_before_is_open(window: MainWindow, open_it: Open, paths: Paths) -> None:
    house = open_it()
    filled = lived_in(window, house)
    window.let_go()
    staying = house.close(staying=True)
    paths.database.unlink()
    window.take_in(open_it(staying))

    for kind in (VisitorsPage, JournalPage, GuestBookPage, PracticesPage, ExercisesPage, KitPage, TodayPage):
        filled.go(kind)
    assert filled.page(VisitorsPage).stage.callers.rowCount() == 0
    assert filled.page(JournalPage).desk.writing.entry is None
    assert filled.page(GuestBookPage)._open is None
    assert filled.page(PracticesPage).player.playing is None
    assert in_sight(window) == []


def test_every_exercise_goes_with_its_words(window: MainWindow, open_it: Open) -> None:
    house = open_it()
    window.take_in(house)
    page = Filled(window, house, WORD).go(ExercisesPage)
    for text in house.exercises.all():
        page.run.begin(text, f"late and {WORD}", answers={"popups": [f"one {WORD}"], "passengers": [f"two {WORD}"]})
        page.run._agreed()
        assert page.run.exercise is not None and page.run.exercise.text is text
        page.run.exercise.equivalent()
        page.run.exercise.grab()
        done = ref(page.run.exercise)
        page.run.let_go()
        tidy()
        assert done() is None, text.id
        page.run.welcome(house)
    window.let_go()
    house.close()
    del house

    assert traces(WORD, [window]) == []


def test_the_ends_of_a_practice_hold_nothing_of_it(window: MainWindow, open_it: Open) -> None:
    house = open_it()
    window.take_in(house)
    filled = Filled(window, house, WORD)
    filled.furnish()
    page = filled.go(PracticesPage)
    own = next(one for one in house.practices.all() if one.own)
    page.receive(Start(own.id))
    page.player.course.unwell.click()
    page.player.minute.next.click()
    page.receive(Start(own.id))
    for _ in range(2):
        page.player.course.next.click()
    page.player.ending.field.insertPlainText(f"in five minutes {WORD}")
    page.player.ending.show_kept(Kept.HERE)
    window.let_go()
    house.close()
    del house, own, filled

    assert traces(WORD, [window]) == []
