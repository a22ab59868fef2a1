"""What a practice is for somebody who does without a sense, and how answers stand in its sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guesthouse.domain.practice import (
    Element,
    Kind,
    Option,
    Practice,
    Sense,
    Step,
    Tone,
    filled,
    said,
    without,
    written,
)


def practice(*steps: Step) -> Practice:
    return Practice("one", "One", Element.ACKNOWLEDGE, (1, 1), Tone.NEUTRAL, "Look.", steps)


def test_tones_go_from_plain_to_warm_and_back_down() -> None:
    assert [tone.rank for tone in Tone] == [0, 1, 2]
    assert [tone.below for tone in Tone] == [Tone.NEUTRAL, Tone.NEUTRAL, Tone.GENTLE]


# ---------------------------------------------------------------------------------------------------- without a sense

TOUCH = Step("Press your feet.", note="Lightly.", needs=(Sense.TOUCH,), other="Look at the floor.")


def test_with_all_senses_it_stays_as_it_is() -> None:
    one = practice(TOUCH, Step("Go on."))
    assert without(one, ()) == one
    assert without(one, {Sense.IMAGERY}) == one


def test_a_step_is_said_in_its_other_way_without_the_note_that_belonged_to_the_first() -> None:
    plain = without(practice(TOUCH, Step("Go on.")), {Sense.TOUCH, Sense.BREATH})
    assert plain is not None
    assert [(step.text, step.note, step.needs) for step in plain.steps] == [
        ("Look at the floor.", "", ()),
        ("Go on.", "", ()),
    ]


def test_one_that_knows_no_other_way_is_not_there() -> None:
    assert without(practice(Step("Picture it.", needs=(Sense.IMAGERY,))), [Sense.IMAGERY]) is None


def test_a_step_without_a_text_is_passed_over() -> None:
    begun = without(practice(Step(" \n", note="later"), Step("Go on.")), ())
    assert begun is not None and [step.text for step in begun.steps] == ["Go on."]


def test_options_that_need_a_sense_are_not_offered() -> None:
    hand, chair = Option("A hand", needs=(Sense.TOUCH,)), Option("A chair")
    step = Step("Choose.", Kind.CHOOSE, key="where", options=(hand, chair))
    plain = without(practice(step), {Sense.TOUCH})
    assert plain is not None and plain.steps[0].options == (chair,)
    assert without(practice(Step("Choose.", Kind.CHOOSE, key="where", options=(hand,))), {Sense.TOUCH}) is None
    own = without(practice(Step("Choose.", Kind.CHOOSE, key="where", options=(hand,), own=True)), {Sense.TOUCH})
    assert own is not None and own.steps[0].options == ()


def test_the_senses_of_an_option_come_as_texts_from_a_file() -> None:
    assert Option("A hand", needs=("touch",)) == Option("A hand", needs=(Sense.TOUCH,))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="wings"):
        Option("Fly", needs=("wings",))  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------------------------ answers


def test_the_keys_of_a_step_are_its_own_or_those_of_its_sentence() -> None:
    assert Step("Read.").keys == ()
    assert Step("Name it.", Kind.LINE, key="name").keys == ("name",)
    assert Step("Say it.", Kind.SENTENCE, sentence="{a} and {b}, so {a}").keys == ("a", "b")


@pytest.mark.parametrize(
    ("template", "answers", "text"),
    [
        ("It is {name}.", {"name": "Tom"}, "It is Tom."),
        ("It is {name}.", {}, "It is …"),
        ("It is {name}", {"name": "   "}, "It is …"),
        ("Given {what}, it makes sense.", {"what": "I slept badly."}, "Given I slept badly, it makes sense."),
        ("It matters to me that {care}.", {"care": "she is well."}, "It matters to me that she is well."),
        ("Anyone might {might}.", {"might": "cry?"}, "Anyone might cry?"),
        ("I notice the rule that says: {rule}", {"rule": "I should go!"}, "I notice the rule that says: I should go!"),
        ("Given {what}, so it is.", {"what": "who knows?"}, "Given who knows?, so it is."),
        ("It is {name}.", {"name": ". . ."}, "It is …"),
        ("{line}", {"line": "Enough."}, "Enough."),
        ("I feel {feelings}.", {"feelings": ["sad", "tense", "small"]}, "I feel sad, tense and small."),
        ("{a}\n{b}", {"a": "{b}", "b": "x"}, "{b}\nx"),
        ("{a}", {"a": "\\1 {0} %s"}, "\\1 {0} %s"),
        ("No gap", {"a": "x"}, "No gap"),
    ],
)
def test_gaps_are_filled_to_the_letter(template: str, answers: dict[str, str | list[str]], text: str) -> None:
    assert filled(template, answers) == text


@given(st.text())
def test_anything_typed_stands_there_as_typed(typed: str) -> None:
    text = filled("I notice: {line}", {"line": typed})
    assert text == f"I notice: {typed.strip() or '…'}"


def test_a_list_can_be_said_in_ones_own_way() -> None:
    assert filled("I feel {a}.", {"a": ["x", "y"]}, lambda answer: "/".join(answer)) == "I feel x/y."
    assert said(["a", "b"]) == "a and b" and said("a") == "a"


def test_what_was_written_in_the_order_of_the_steps() -> None:
    one = practice(
        Step("Look."),
        Step("Name it.", Kind.LINE, key="name"),
        Step("Add.", Kind.LINE, key="more"),
        Step("Say it.", Kind.SENTENCE, sentence="Given {name}, {rest}."),
        Step("Pick.", Kind.CHOOSE, key="pick", several=True),
    )
    answers = {"pick": ["b", "a"], "name": "  rain\n", "more": "  ", "elsewhere": "x"}
    assert written(one, answers) == [
        ("Name it.", "  rain\n"),
        ("Say it.", "Given rain, …"),
        ("Pick.", "b and a"),
    ]
    assert written(one, {}) == []
