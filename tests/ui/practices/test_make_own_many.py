"""Make it mine with as many steps as there may be: quick, and no more of them than come back from a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QTextEdit

from guesthouse.domain.practice import MOST_STEPS, Step
from guesthouse.house import House
from guesthouse.ui.parts.flow import Flow
from tests.ui.practices.library_hands import Build, choose, named, offers, own, practice, press, says, write


def test_as_many_steps_as_a_file_may_have_and_no_more(build: Build, house: House, tmp_path: Path) -> None:
    made = own(house, title="Long", original="", steps=tuple(Step(f"Step {n}.") for n in range(1, MOST_STEPS)))
    page = build()
    choose(page, "Long")
    press(page, "Change it")
    assert page.own.add.accessibleDescription() == "" and not says(page, "the most that a practice can have")
    press(page, "Add a step")
    assert not offers(page, "Add a step")
    assert page.own.add.accessibleDescription() == "It has 40 steps, the most that a practice can have."
    assert says(page, "It has 40 steps, the most that a practice can have.")
    write(page, "Step 40", "The last.")
    press(page, "Done")
    kept = practice(house, made.id)
    assert len(kept.steps) == MOST_STEPS
    page.browse.handing.write(kept, tmp_path / "long.toml")
    page.browse.handing.bring_in(tmp_path / "long.toml")
    assert page.browse.open_id != made.id and page.browse.opened.steps == kept.steps  # type: ignore[union-attr]
    press(page, "Change it")
    press(page, "Take out step 40")
    assert offers(page, "Add a step") and page.own.add.accessibleDescription() == ""


def test_one_that_was_taken_out_does_not_come_back_over_the_limit(build: Build, house: House) -> None:
    original = practice(house, "ack-feet")
    added = tuple(Step(f"Step {n}.") for n in range(MOST_STEPS - len(original.steps) + 1))
    own(house, title="Long", steps=(*original.steps[1:], *added))
    page = build()
    choose(page, "Long")
    press(page, "Change it")
    assert says(page, "Taken out") and not offers(page, "Put it back")
    press(page, "Take out step 40")
    press(page, "Put it back")
    assert page.own.steps.read()[0].text == original.steps[0].text


def test_many_steps_are_laid_out_once(build: Build, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each that comes in sight has all of them laid out again: forty took fourteen times as long as six."""
    own(house, title="Long", original="", steps=tuple(Step(f"Step {n}.") for n in range(MOST_STEPS)))
    page = build()
    choose(page, "Long")
    laid: list[object] = []
    lay = Flow.heightForWidth

    def counted(flow: Flow, width: int) -> int:
        laid.append(flow)
        return lay(flow, width)

    assert page.own.steps.shown() == []
    monkeypatch.setattr(Flow, "heightForWidth", counted)
    page.browse.own_asked.emit(page.browse.opened)
    QApplication.processEvents()
    assert len(page.own.steps.shown()) == MOST_STEPS and says(page, "Step 40")
    assert len(laid) < 60 * MOST_STEPS


def test_what_a_new_kind_of_step_needs_is_reached_by_tab_in_its_place(build: Build) -> None:
    page = build()
    choose(page, "Feet and floor")
    press(page, "Make it mine")
    step = page.own.steps.shown()[0]
    for kind in ("look", "choose"):
        step.kind.setCurrentIndex(step.kind.findData(kind))
    named(page, QTextEdit, "A softer line below step 1").setFocus()
    page.focusNextChild()
    assert QApplication.focusWidget() is named(page, QTextEdit, "What there is to choose from, one on a line")
