"""Make it mine: kept as typed, what is otherwise is said in its place, and the original is one press away."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.domain.practice import Element, Kind, Practice, Tone
from guesthouse.errors import DiskFull
from guesthouse.house import House, open_house
from guesthouse.paths import Paths
from guesthouse.qt.saving import BEHIND_MS
from guesthouse.ui.pages.practices import PracticesPage
from tests.ui.pages.conftest import Hours, Listener
from tests.ui.practices.library_hands import (
    Build,
    choose,
    labelled,
    look_for,
    named,
    offers,
    own,
    practice,
    press,
    rows,
    says,
    write,
)

FEET = "Feet and floor"


def ours(house: House) -> list[Practice]:
    return [each for each in house.practices.all() if each.own]


def begun(build: Build, title: str = FEET) -> PracticesPage:
    page = build()
    choose(page, title)
    press(page, "Make it mine")
    return page


class TestKeeping:
    def test_what_is_typed_is_kept_by_itself_and_the_original_stays(
        self, qtbot: QtBot, build: Build, house: House
    ) -> None:
        page = begun(build)
        before = practice(house, "ack-feet")
        assert QApplication.focusWidget() is named(page, QTextEdit, "Title")
        qtbot.keyClicks(QApplication.focusWidget(), ", mine")
        qtbot.waitUntil(lambda: [each.title for each in ours(house)] == ["Feet and floor, mine"])
        write(page, "Step 2", "Find the cat.")
        qtbot.waitUntil(lambda: ours(house)[0].steps[1].text == "Find the cat.")
        made = ours(house)[0]
        assert made.original == "ack-feet" and practice(house, "ack-feet") == before
        assert made.steps[0] == before.steps[0], "what was not touched is as it was"

    def test_never_two_seconds_behind(self) -> None:
        assert BEHIND_MS <= 1500

    def test_what_is_typed_outlives_a_kill(
        self, qtbot: QtBot, build: Build, house: House, hours: Hours, tmp_path: Path
    ) -> None:
        page = begun(build)
        write(page, "Step 1", "Find the cat.")
        qtbot.waitUntil(lambda: bool(ours(house)))
        shutil.copytree(tmp_path / "house", tmp_path / "killed")  # the file as it lies there while the app runs
        again = open_house(Paths.under(tmp_path / "killed"), clock=hours, random=random.Random(2))
        assert ours(again)[0].steps[0].text == "Find the cat."
        again.close()

    def test_nothing_typed_is_nothing_kept(self, build: Build, house: House) -> None:
        page = begun(build)
        press(page, "Done")
        assert ours(house) == [] and page.browse.open_id == "ack-feet"

    def test_it_is_there_and_found_and_can_be_started(self, build: Build, house: House) -> None:
        page = begun(build)
        write(page, "Title", "Paws and floor")
        press(page, "Done")
        assert page.browse.open_id == ours(house)[0].id and says(page, "Paws and floor")
        assert look_for(page, "paws") == ["Paws and floor"]
        press(page, "Start")
        assert says(page, "Press your feet into the floor")

    def test_it_is_changed_again(self, build: Build, house: House) -> None:
        made = own(house, title="Paws")
        page = build()
        choose(page, "Paws")
        press(page, "Change it")
        write(page, "What it is for", "For the cat.")
        press(page, "Done")
        assert [each.purpose for each in ours(house)] == ["For the cat."] and page.browse.open_id == made.id

    def test_leaving_the_room_and_closing_the_house_keep_it(self, build: Build, house: House) -> None:
        page = begun(build)
        write(page, "Title", "One")
        page.leave()
        assert ours(house)[0].title == "One"
        write(page, "Title", "Two")
        page.save()
        assert ours(house)[0].title == "Two"
        page.arrive()
        assert named(page, QTextEdit, "Title").toPlainText() == "Two", "it is found as it was left"
        page.let_go()
        QApplication.processEvents()
        assert not any("Two" in field.toPlainText() for field in page.findChildren(QTextEdit))

    def test_what_could_not_be_kept_is_told_and_tried_again(
        self, qtbot: QtBot, build: Build, house: House, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("guesthouse.qt.saving.AGAIN_MS", 20)
        page = begun(build)
        keep, full = house.practices.keep_own, [True]

        def refuse(made: Practice, *, origin: object | None = None) -> Practice:
            if full:
                raise DiskFull
            return keep(made, origin=origin)

        monkeypatch.setattr(house.practices, "keep_own", refuse)
        write(page, "Title", "Mine")
        qtbot.waitUntil(lambda: says(page, "Not kept yet:"))
        press(page, "Done")
        assert offers(page, "Done"), "it is not left before it is kept"
        full.clear()
        qtbot.waitUntil(lambda: bool(ours(house)))
        assert not says(page, "Not kept yet:")

    def test_what_is_not_kept_is_not_called_kept(
        self, qtbot: QtBot, build: Build, house: House, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(made: Practice, *, origin: object | None = None) -> Practice:
            raise DiskFull

        monkeypatch.setattr("guesthouse.qt.saving.AGAIN_MS", 20)
        page = build()
        press(page, "Write one of my own")
        with monkeypatch.context() as full:
            full.setattr(house.practices, "keep_own", refuse)
            write(page, "Title", "Mine")
            qtbot.waitUntil(lambda: says(page, "Not kept yet:"))
            write(page, "What it is for", "More")
            assert not says(page, "It is kept. To start it")
        qtbot.waitUntil(lambda: says(page, "It is kept. To start it"))
        assert ours(house)[0].title == "Mine" and not says(page, "Not kept yet:")

    @pytest.mark.parametrize(
        "words",
        [
            "",
            "x" * 100_000,
            "no-break\u00a0space \u2028 line",
            "אני לא מספיק",
            "👩\u200d🚀 e\u0301",
            "<b>no</b> & yes",
            "a\0b",
        ],
    )
    def test_anything_can_be_written(self, build: Build, house: House, words: str) -> None:
        page = begun(build)
        write(page, "Step 1", words)
        write(page, "A softer line below step 2", words)
        page.save()
        page.grab()
        first, second = ours(house)[0].steps[0], ours(house)[0].steps[1]
        assert (first.text, second.note) == (words, words)


class TestDifferences:
    def test_what_was_is_said_where_it_is_otherwise_and_comes_back_after_a_question(
        self, build: Build, house: House, listener: Listener
    ) -> None:
        page = begun(build)
        assert not says(page, "Changed.")
        write(page, "Title", "Paws")
        write(page, "Step 1", "Find the cat.")
        assert says(page, "Changed. It was: “Feet and floor”")
        assert says(page, "Changed. It was: “Press your feet into the floor")
        press(page, "Back to the original: Title")
        assert listener.said and named(page, QTextEdit, "Title").toPlainText() == "Paws"
        listener.answer = True
        press(page, "Back to the original: Title")
        assert named(page, QTextEdit, "Title").toPlainText() == FEET
        press(page, "Back to the original: Step 1")
        page.save()
        assert ours(house)[0].steps == practice(house, "ack-feet").steps
        assert not says(page, "Changed.")

    def test_length_tone_and_kind(self, build: Build, house: House, listener: Listener) -> None:
        listener.answer = True
        page = begun(build)
        boxes = [labelled(page, name) for name in ("Length", "Tone", "Kind")]
        assert [box.currentText() for box in boxes] == ["1 to 2 minutes", "Neutral", "Acknowledge"]
        boxes[1].setCurrentIndex(2)
        assert says(page, "Changed. It was: 1 to 2 minutes · neutral · acknowledge")
        page.save()
        assert ours(house)[0].tone is Tone.WARM and ours(house)[0].minutes == (1, 2)
        press(page, "Back to the original: length, tone and kind")
        assert boxes[1].currentText() == "Neutral"

    def test_steps_are_moved_taken_out_put_back_and_added(self, build: Build, house: House) -> None:
        page = begun(build)
        first = practice(house, "ack-feet").steps
        press(page, "Move step 1 down")
        assert says(page, "Moved: it was step 2.") or says(page, "Moved: it was step 1.")
        assert QApplication.focusWidget() is named(page, QAbstractButton, "Move step 2 down")
        press(page, "Take out step 3")
        assert says(page, f"Taken out: “{first[2].text}”")
        press(page, "Add a step")
        write(page, "Step 5", "Pat the cat.")
        assert says(page, "New: the original has no such step.")
        page.save()
        texts = [step.text for step in ours(house)[0].steps]
        assert texts == [first[1].text, first[0].text, first[3].text, first[4].text, "Pat the cat."]
        press(page, "Put it back")
        press(page, "Move step 1 down")
        page.save()
        assert [step.text for step in ours(house)[0].steps][:5] == [step.text for step in first]
        assert not says(page, "Taken out") and not says(page, "Moved")

    def test_a_step_that_comes_or_moves_is_brought_into_sight(self, qtbot: QtBot, build: Build) -> None:
        page = begun(build)

        def seen(name: str) -> bool:
            field = named(page, QTextEdit, name)
            return field.hasFocus() and field.visibleRegion().boundingRect().size() == field.size()

        press(page, "Add a step")
        qtbot.waitUntil(lambda: seen("Step 6"))
        press(page, "Take out step 1")
        qtbot.waitUntil(lambda: seen("Step 1"))

    def test_everything_comes_back_after_a_question(self, build: Build, house: House, listener: Listener) -> None:
        page = begun(build)
        assert not offers(page, "Back to the original")
        press(page, "Take out step 1")
        write(page, "Title", "Paws")
        press(page, "Back to the original")
        assert says(page, "Taken out")
        listener.answer = True
        press(page, "Back to the original")
        page.save()
        kept, original = ours(house)[0], practice(house, "ack-feet")
        assert (kept.title, kept.steps, kept.original) == (original.title, original.steps, "ack-feet")

    def test_the_differences_are_there_again_when_it_is_opened_again(self, build: Build, house: House) -> None:
        page = begun(build)
        press(page, "Take out step 1")
        write(page, "Step 1", "Notice three points where the cat touches you.")
        press(page, "Done")
        press(page, "Change it")
        assert says(page, "Taken out: “Press your feet")
        assert says(page, "Changed. It was: “Notice three points where something touches you.”")

    def test_the_original_is_one_press_away(self, build: Build, house: House) -> None:
        page = begun(build)
        write(page, "Title", "Paws")
        press(page, "See the original: Feet and floor")
        assert page.browse.open_id == "ack-feet" and offers(page, "Start")
        assert ours(house)[0].title == "Paws"


class TestKinds:
    def test_a_step_becomes_one_of_another_kind(self, build: Build, house: House) -> None:
        page = begun(build)
        kind = page.own.steps.shown()[4].kind
        kind.setCurrentIndex(kind.findData("choose"))
        write(page, "What there is to choose from, one on a line", "Tea\n\n  A walk \n")
        page.save()
        step = ours(house)[0].steps[4]
        assert step.kind is Kind.CHOOSE and [option.text for option in step.options] == ["Tea", "A walk"]
        assert step.key and step.key not in {key for each in ours(house)[0].steps[:4] for key in each.keys}
        kind.setCurrentIndex(kind.findData("words-sensations"))
        page.save()
        assert ours(house)[0].steps[4].words == "sensations"

    @pytest.mark.parametrize(
        "kind",
        ["read", "look", "line", "write", "choose", "words-feelings", "words-sensations", "place", "amount", "steady"],
    )
    def test_each_of_them_can_be_played(self, build: Build, house: House, kind: str) -> None:
        page = build()
        page.browse.own_asked.emit(None)
        write(page, "Title", "Mine")
        write(page, "Step 1", "This is it.")
        box = page.own.steps.shown()[0].kind
        box.setCurrentIndex(box.findData(kind))
        press(page, "Done")
        press(page, "Start")
        page.grab()
        assert says(page, "This is it.")
        press(page, "Next")
        assert says(page, "five minutes")

    @pytest.mark.parametrize(
        ("practice_id", "kind"),
        [
            ("val-sense", Kind.SENTENCE),
            ("exp-dates", Kind.CARDS),
            ("ack-room", Kind.SHAPE),
            ("def-drift", Kind.EXERCISE),
        ],
    )
    def test_what_cannot_be_changed_stays_as_it_is(
        self, build: Build, house: House, practice_id: str, kind: Kind
    ) -> None:
        original = practice(house, practice_id)
        number = next(place for place, step in enumerate(original.steps, 1) if step.kind is kind)
        page = build()
        page.browse.open_practice(practice_id)
        press(page, "Make it mine")
        write(page, f"Step {number}", "In my words.")
        page.save()
        step, was = ours(house)[0].steps[number - 1], original.steps[number - 1]
        assert step.text == "In my words." and step.kind is kind
        assert replace(step, text="") == replace(was, text="")

    def test_every_given_practice_can_be_copied_unchanged(self, build: Build, house: House) -> None:
        page = build()
        for each in house.practices.given():
            page.own.begin(each)
            copy = page.own.read()
            assert copy is not None
            assert replace(copy, id=each.id, own=False, original="", twin=each.twin) == each


class TestFromEmpty:
    def test_it_says_what_is_missing_and_is_kept_all_the_same(self, build: Build, house: House) -> None:
        page = build()
        page.browse.library.new_asked.emit()
        assert says(page, "To start it, it needs a title and a step that says something.")
        write(page, "Title", "Tea")
        assert says(page, "It is kept. To start it, it needs a step that says something.")
        press(page, "Done")
        assert not offers(page, "Start") and says(page, "It has no steps yet.")
        assert not offers(page, "Save as a file …"), "as it is, it would be refused on its way back"
        press(page, "Change it")
        press(page, "Done")
        assert ours(house)[0].steps == (), "an empty step is shown, and not kept"
        press(page, "Change it")
        write(page, "Step 1", "Put the kettle on.")
        assert not says(page, "needs a step")
        press(page, "Done")
        assert offers(page, "Start") and offers(page, "Save as a file …")
        assert rows(page)[-1:] != ["Tea"] and "Tea" in rows(page), "it stands with its kind"
        assert ours(house)[0].element is Element.ACKNOWLEDGE and ours(house)[0].original == ""

    def test_the_menu_offers_it(self, qtbot: QtBot, build: Build) -> None:
        page = build()
        more = named(page, QAbstractButton, "More")
        more.click()
        menu = QApplication.activePopupWidget()
        assert menu is not None
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
        assert says(page, "Your own practice")


def test_escape_is_done(build: Build, house: House) -> None:
    page = begun(build)
    write(page, "Title", "Paws")
    page.stop()
    assert ours(house)[0].title == "Paws" and page.browse.open_id == ours(house)[0].id


def test_tab_goes_through_it_from_top_to_foot(qtbot: QtBot, build: Build) -> None:
    page = begun(build)
    press(page, "Add a step")
    press(page, "Move step 6 up")
    seen: list[QWidget] = []
    named(page, QTextEdit, "Title").setFocus()
    while len(seen) < 200 and (
        not seen or QApplication.focusWidget() is not named(page, QAbstractButton, "Add a step")
    ):
        seen.append(QApplication.focusWidget())
        page.focusNextChild()
    fields = [field.accessibleName() for field in seen if isinstance(field, QTextEdit)]
    assert [name for name in fields if name.startswith("Step")] == [f"Step {number}" for number in range(1, 7)]
    tops = [field.mapTo(page, field.rect().topLeft()).y() for field in seen if isinstance(field, QTextEdit)]
    assert tops == sorted(tops)
