"""Steps in which something is put together: a sentence, a shape, cards, the garden; and that no kind is forgotten."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton

from guesthouse.domain.errand import Watch
from guesthouse.domain.practice import Kind, Step, Taste
from guesthouse.domain.sitting import Standing, Verdict
from guesthouse.ui.steps.around import StepView
from guesthouse.ui.steps.finishing import SentenceStep
from guesthouse.ui.steps.form import START
from guesthouse.ui.steps.ring import Ring
from guesthouse.ui.steps.shaping import KEY, ShapeStep
from guesthouse.ui.steps.tasting import CardsStep
from tests.ui.steps.conftest import Given, Show
from tests.ui.steps.step_hands import is_there, named, texts

FEELINGS = Step("Pick words.", Kind.WORDS, key="feelings", words="feelings")


# ------------------------------------------------------------------------------------------------ sentence


def test_a_sentence_shows_what_was_chosen_and_can_be_changed(show: Show, given: Given) -> None:
    given.before = (FEELINGS, Step("What?", Kind.LINE, key="what"))
    given.answers |= {"feelings": ["hurt"], "what": "no sleep"}
    view = show(Step("Finish.", Kind.SENTENCE, sentence="Given {what}, it makes sense that I feel {feelings}."))
    assert isinstance(view, SentenceStep)
    assert texts(view)[:2] == ["Given", "it makes sense that I feel"]
    field = view.fields["what"]
    assert field.words() == "no sleep" and field.accessibleName() == "Given"
    field.insertPlainText(" at all")
    named(view, "+ more").click()
    named(view, "Low").click()
    named(view, "sad").click()
    assert view.answers() == {"what": "no sleep at all", "feelings": ["hurt", "sad"]}
    assert given.changed == 2


def test_the_first_gap_without_an_answer_is_where_one_begins(show: Show, given: Given) -> None:
    given.answers["a"] = "there"
    view = show(Step("Finish.", Kind.SENTENCE, sentence="If {a} then {b}."))
    assert isinstance(view, SentenceStep) and view.first() is view.fields["b"]


# ------------------------------------------------------------------------------------------------ shape, cards, garden


def test_a_shape_is_the_same_through_all_steps(show: Show, given: Given) -> None:
    view = show(Step("How big?", Kind.SHAPE, sliders=("size", "weight")))
    assert isinstance(view, ShapeStep) and view.answers() == {}
    assert [one.accessibleName() for one in view.sliders.values()] == ["Size", "Weight"]
    view.sliders["size"].setValue(90)
    given.answers.update(view.answers())
    later = show(Step("How far?", Kind.SHAPE, sliders=("distance",)))
    assert isinstance(later, ShapeStep)
    later.sliders["distance"].setValue(70)
    kept = later.answers()[KEY]
    assert "size 90" in kept and "distance 70" in kept and f"edge {START['edge']}" in kept


@pytest.mark.parametrize("slider", START)
def test_each_slider_changes_the_shape(show: Show, slider: str) -> None:
    view = show(Step("Set it.", Kind.SHAPE, sliders=(slider,)))
    assert isinstance(view, ShapeStep)
    before = view._form.grab().toImage()
    view.sliders[slider].setValue(95)
    assert view._form.grab().toImage() != before


def test_more_room_around_it_leaves_the_shape_as_big_as_it_is(show: Show) -> None:
    view = show(Step("Widen the space.", Kind.SHAPE, sliders=("room",)))
    assert isinstance(view, ShapeStep)
    wide = []
    for room in (0, 50, 100):
        view.sliders["room"].setValue(room)
        wide.append(lilac(view._form.grab().toImage()))
    assert wide[0] > 1000, "it is seen"
    assert max(wide) - min(wide) < wide[0] / 20, "a feeling need not get smaller to have room"


def lilac(image: QImage) -> int:
    """How many pixels have the colour of the shape."""
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(colour.blue() > colour.green() + 12 for colour in colours)


def test_what_is_no_shape_is_passed_over(show: Show, given: Given) -> None:
    given.answers[KEY] = ["size 400", "weight x", "smell 3", ""]
    view = show(Step("Set it.", Kind.SHAPE, sliders=("size",)))
    assert isinstance(view, ShapeStep) and view.sliders["size"].value() == 100


def test_cards_are_opened_and_judged_one_by_one(show: Show, given: Given) -> None:
    cards = tuple(Taste(f"Card {n}", f"Text {n}", f"practice-{n}") for n in range(6))
    view = show(Step("Open any.", Kind.CARDS, cards=cards))
    assert isinstance(view, CardsStep) and view.first() is view.cards[0]
    named(view, "Card 3").click()
    assert "Text 3" in texts(view) and view.findChild(Ring) is not None
    named(view, "Not for me").click()
    named(view, "Close the card").click()
    named(view, "Card 0").click()
    named(view, "Yes").click()
    named(view, "Close the card").click()
    assert {key: one.verdict for key, one in given.standings.items()} == {
        "practice-3": Verdict.NO,
        "practice-0": Verdict.YES,
    }
    assert is_there(view, "Card 3, not for me") and is_there(view, "Card 0, yes") and is_there(view, "Card 1")
    named(view, "Card 0, yes").click()
    assert named(view, "Yes").isChecked()
    named(view, "Yes").click()
    assert given.standings["practice-0"] == Standing()


def test_the_garden_gets_the_words_it_is_to_carry(show: Show, given: Given) -> None:
    given.answers["visitor"] = "not enough"
    told: list[tuple[str, object]] = []
    for carries in ("visitor", ""):
        view: StepView = show(Step("Go.", Kind.EXERCISE, scene="garden", carries=carries))
        view.carried.connect(lambda room, thing: told.append((room, thing)))
        view.findChildren(QAbstractButton)[0].click()
    assert told == [("visitors", Watch("not enough", "garden")), ("visitors", Watch("", "garden"))]


def test_every_kind_has_a_view(show: Callable[[Step], StepView]) -> None:
    fields: dict[Kind, dict[str, object]] = {
        Kind.WORDS: {"words": "feelings"},
        Kind.SENTENCE: {"sentence": "It is {a}."},
        Kind.SHAPE: {"sliders": ("size",)},
        Kind.CARDS: {"cards": (Taste("a", "b", "c"),)},
    }
    for kind in Kind:
        assert show(Step("Words.", kind, key="k", **fields.get(kind, {}))).isVisible()  # type: ignore[arg-type]
