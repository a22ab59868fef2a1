"""What goes to the file beside a sitting, where the disk is full at first: it is told, and tried until it is there."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from guesthouse.domain.exercise import AS_THEME, TITLE, YES
from guesthouse.domain.ratings import Moment, Ratings
from guesthouse.domain.thought import Wording
from guesthouse.errors import DiskFull
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.run import ExerciseRun
from guesthouse.ui.exercises.stages import Stage
from tests.ui.exercises.run_hands import TINY, WORDS, shown, tiny


@pytest.fixture
def run(qtbot: QtBot, look: Look, preferences: Preferences, house: House) -> ExerciseRun:
    preferences.ratings = True
    return shown(qtbot, look, preferences, house)


def full(*_: object, **__: object) -> None:
    raise DiskFull


def rated(run: ExerciseRun, room: int) -> None:
    run.rating.card.sliders["room"].setValue(room)
    run.rating.card.go_on.click()


def test_ratings_with_a_sitting_of_its_own(
    run: ExerciseRun, house: House, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    run.begin(TINY, WORDS)
    run.asking.yes.click()
    with monkeypatch.context() as patch:
        patch.setattr(house.ratings, "keep", full)
        rated(run, 10)
        assert "disk" in run.showing.note.text().lower()
        run.showing.foot.go_on.click()
        rated(run, 30)
        run.ending.done.click()
        assert run.doing is TINY, "it stays until it is kept"
    with qtbot.waitSignal(run.done):
        run.save()
    (kept,) = house.sittings.of("ex-tiny")
    assert house.ratings.of(sitting=kept.id) == {Moment.BEFORE: Ratings(room=10), Moment.AFTER: Ratings(room=30)}
    assert run.doing is None


def test_ratings_within_a_practice(
    run: ExerciseRun, house: House, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    ladder = house.practices.one("def-ladder")
    assert ladder is not None
    sitting = house.sittings.begin(ladder)
    run.begin(TINY, WORDS, keep=False, asked=True, within=sitting.id)
    run.asking.yes.click()
    with monkeypatch.context() as patch:
        patch.setattr(house.ratings, "keep", full)
        rated(run, 10)
        run.showing.foot.go_on.click()
        rated(run, 30)
        assert run.doing is TINY and "disk" in run.rating.trouble.text().lower()
    with qtbot.waitSignal(run.done):
        run.save()
    assert house.ratings.of(sitting=sitting.id) == {Moment.BEFORE: Ratings(room=10), Moment.AFTER: Ratings(room=30)}


def test_the_name_for_a_guest(
    run: ExerciseRun, house: House, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    preferences.ratings = False
    house.visitors.let_in(WORDS, scene="garden", wording=Wording.NOTICING, keep=True)
    run.begin(TINY, WORDS)
    run.asking.yes.click()
    tiny(run).kept = {TITLE: "Not enough", AS_THEME: YES}
    with monkeypatch.context() as patch:
        patch.setattr(house.guest_book, "name_thought", full)
        run.showing.foot.go_on.click()
        assert run.stage is Stage.ENDING
    run.save()
    assert {guest.theme for guest in house.guest_book.find()} == {"Not enough"}
