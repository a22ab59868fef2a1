"""What is otherwise than in the original: new, changed, gone and moved, for any two versions."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from guesthouse.domain.differing import StepDifference, differences
from guesthouse.domain.practice import Element, Kind, Practice, Step, Tone

A, B, C = Step("Look at one thing near you."), Step("Press your feet down."), Step("Write a line.", Kind.LINE, key="x")
D = Step("Go on when you like.")
ORIGINAL = Practice("o", "Feet", Element.ACKNOWLEDGE, (1, 2), Tone.NEUTRAL, "Steady.", (A, B, C, D))


def own(*steps: Step, **changed: object) -> Practice:
    return replace(ORIGINAL, id="own", own=True, original="o", steps=steps, **changed)  # type: ignore[arg-type]


def marks(practice: Practice) -> list[str]:
    """Each step with its marks, by the first word of what it says."""
    return [
        " ".join(
            [
                ((each.own or each.original) or A).text.split()[0],
                *(name for name in ("new", "gone", "changed", "moved") if getattr(each, name)),
            ]
        )
        for each in differences(ORIGINAL, practice).steps
    ]


def test_a_copy_is_not_otherwise() -> None:
    assert differences(ORIGINAL, own(A, B, C, D)).none


def test_what_stands_over_the_steps() -> None:
    found = differences(ORIGINAL, own(A, B, C, D, title="Feet, mine", tone=Tone.WARM, not_for="Mornings."))
    assert found.fields == ("title", "not_for", "tone") and not found.none


def test_a_step_that_is_new() -> None:
    assert marks(own(A, Step("Stroke the cat."), B, C, D)) == ["Look", "Stroke new", "Press", "Write", "Go"]


def test_steps_that_are_gone_stand_where_they_stood() -> None:
    assert marks(own(B, D)) == ["Look gone", "Press", "Write gone", "Go"]
    assert marks(own()) == ["Look gone", "Press gone", "Write gone", "Go gone"]


def test_a_step_said_otherwise_is_the_same_step() -> None:
    assert marks(own(A, Step("Press your feet down, and the cat."), C, D)) == ["Look", "Press changed", "Write", "Go"]
    assert marks(own(A, B, replace(C, text="Anything at all"), D)) == ["Look", "Press", "Anything changed", "Go"]
    assert marks(own(A, B, C, replace(D, note="Or not."))) == ["Look", "Press", "Write", "Go changed"]


def test_the_fewest_have_moved() -> None:
    assert marks(own(D, A, B, C)) == ["Go moved", "Look", "Press", "Write"]
    assert marks(own(A, C, B, D)).count("Write moved") + marks(own(A, C, B, D)).count("Press moved") == 1


def test_a_step_can_have_moved_and_be_changed() -> None:
    assert marks(own(replace(D, note="Or not."), A, B, C))[0] == "Go changed moved"


def test_where_it_came_from_can_be_told() -> None:
    found = differences(ORIGINAL, own(Step("All of it is new."), B, C, D), [0, 1, 2, 3])
    assert [each.changed for each in found.steps] == [True, False, False, False]


def test_a_very_long_text_is_soon_compared() -> None:
    long = Step("word " * 20_000)
    assert differences(replace(ORIGINAL, steps=(long,)), own(replace(long, note="more"))).steps[0].changed


STEPS = st.builds(
    Step,
    text=st.sampled_from(["one two three", "one two four", "five", "", "six seven"]),
    note=st.sampled_from(["", "eight"]),
    key=st.sampled_from(["", "x", "y"]),
)


@given(st.lists(STEPS, max_size=7), st.lists(STEPS, max_size=7))
def test_every_step_of_both_is_told_once(before: list[Step], after: list[Step]) -> None:
    found = differences(replace(ORIGINAL, steps=tuple(before)), own(*after)).steps
    assert [each.own for each in found if each.here is not None] == after
    assert [each.here for each in found if each.here is not None] == list(range(len(after)))
    assert sorted(each.there for each in found if each.there is not None) == list(range(len(before)))
    assert all(each.original == before[each.there] for each in found if each.there is not None)
    settled = [each.there for each in found if not each.moved and each.here is not None and each.there is not None]
    assert settled == sorted(settled)
    assert not any(_quiet(each) for each in found), "gone and new have no other marks"


def _quiet(each: StepDifference) -> bool:
    return (each.gone or each.new) and (each.changed or each.moved)
