"""One thought, seen in other ways, by somebody who has a keyboard and a screen reader and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from guesthouse.content.exercises import load_exercises, load_run
from guesthouse.content.practices import load_practices
from guesthouse.content.ratings import load_ratings
from guesthouse.domain.exercise import ExerciseText
from guesthouse.domain.ratings import Moment, Ratings
from guesthouse.domain.sitting import State
from guesthouse.paths import resources
from tests.journeys.keyboard import SYMBOLS, Keyboard
from tests.journeys.reader import Visit
from tests.safety.hands import opened
from tests.screen import Screen

EXERCISES = load_exercises(resources() / "exercises", "en")
RUN = load_run(resources() / "exercises" / "run", "en")
RATINGS = load_ratings(resources() / "ratings", "en")
ACKNOWLEDGING = next(one for one in load_practices(resources() / "practices", "en") if one.id == "ack-noticing")
THOUGHT = "I am never on time"
HALVES = EXERCISES[::2], EXERCISES[1::2]

DONE: dict[str, str] = {
    "ladder": "[One step back] | [One step back] | =What is different? | Space | =Nothing changed | Space",
    "hands": "[Lower it] | =Lift it again | Space | =Lower it",
    "theme": "A plain title for them | “Late again | [Put it on the shelf] | =Take it down | Space | =Put it back",
    "card": "“water the plants | [Put it in the corner] | =Write on it | Done | Right | =Begun | Space | [Put it down]",
    "noted": "“my place | [Noted, mind.] | [Lay it on the desk] | =Answer it anew",
    "clothes": "Usual | Right | =Rounded | Space | [As it was]",
    "ball": "[Still] | [Next word]",
    "popups": "Another one | “it is too loud | [Begin copying] | =Your copy | “The kettle | [Go on]",
    "radio": "[Back to the room]",
    "bus": "“making things | [Get on the bus] | =Drive on | Space | [Stand] | [Go on] | =One stop today | “a call",
    "object": "Right | [Look from the next side]",
    "loop": "[None of these is here] | >means little | [Try “lemon”] | >“lemon” | [Go on] | =One mild word | “late"
    " | [Begin the thirty seconds] | >“late”",
}
"""What is done in each: [what Tab leads to and Space presses], what Tab leads to, a key, “what is typed; and what is
waited for: =what has the focus then, >what is told then."""


class Hands:
    """The page of the word exercises, by keyboard alone."""

    def __init__(self, visit: Visit) -> None:
        """In this window."""
        self.visit, self.keys = visit, Keyboard(visit)

    def come(self) -> None:
        """From the very first page to the exercises."""
        self.keys.wait_at("Begin")
        self.keys.press("Space")
        self.visit.find("Visitors", "radio button")
        self.go_to_exercises()

    def go_to_exercises(self) -> None:
        """From any room."""
        self.keys.use("Visitors")
        self.keys.wait_at("What is visiting right now?")
        self.keys.use("Word exercises")
        self.keys.wait_at("One thought")

    def go_to(self, room: str) -> None:
        """Press a room's name on the rail, and be there."""
        self.keys.use(room)
        self.visit.wait_for(lambda: self.visit.find(room, "radio button").checked, f"{room!r} open")

    def begin(self, text: ExerciseText) -> None:
        """Type the thought, walk to the exercise in the list, and begin: up to the question before it."""
        self.keys.type(THOUGHT)
        self.keys.press("Enter")
        self.keys.wait_at("Word exercises")
        place = self.visit.listed("Word exercises").index(text.title)
        self.keys.press("Home", *["Down"] * place)
        self.visit.find(text.purpose, "label")
        self.keys.press("Enter")
        self.keys.wait_at("Begin here")
        self.keys.press("Space")
        self.visit.find(text.acknowledging, "label")

    def agree(self, text: ExerciseText) -> None:
        """Go on from the question."""
        self.keys.use("Yes" if text.asks else "Begin")

    def do(self, text: ExerciseText) -> None:
        """What it offers, and the way on to its ending."""
        for deed in DONE[text.id].split(" | "):
            sign, rest = deed[0], deed[1:]
            if deed in SYMBOLS:
                self.keys.press(deed)
            elif sign == ">":
                self.visit.wait_for(lambda rest=rest: rest in self.told(), f"{rest!r} to be told")
            else:
                deeds = {"[": lambda name: self.keys.use(name[:-1]), "“": self.keys.type, "=": self.keys.wait_at}
                deeds.get(sign, lambda _, name=deed: self.keys.tab_to(name))(rest)
        self.keys.use("Go on")

    def end(self, text: ExerciseText) -> None:
        """The quiet ending, and back to where one types a thought."""
        self.visit.find(text.ending, "label")
        self.visit.find(RUN.five, "label")
        self.keys.wait_at("Done")
        self.keys.press("Space")
        self.keys.wait_at("One thought")

    def told(self) -> str:
        """What is told of the exercise that goes on."""
        return self.visit.find("What is to be seen", "text").read()


@pytest.mark.timeout(120)
@pytest.mark.parametrize("some", HALVES, ids=["one half", "the other"])
def test_each_is_begun_done_and_ended_by_keyboard(
    screen: Screen, tmp_path: Path, some: tuple[ExerciseText, ...]
) -> None:
    folder = tmp_path / "data"
    with Visit(screen, folder) as evening:
        hands = Hands(evening)
        hands.come()
        for text in some:
            hands.begin(text)
            hands.agree(text)
            assert THOUGHT in hands.told() or text.gated, text.id
            hands.do(text)
            hands.end(text)
        assert evening.close() == 0
    house = opened(folder)
    for text in some:
        (sitting,) = house.sittings.of(text.sitting)
        assert sitting.state is State.FINISHED and sitting.answers["line"] == THOUGHT
    house.close()


def test_who_wishes_is_asked_before_and_after(screen: Screen, tmp_path: Path) -> None:
    folder, text = tmp_path / "data", one("ladder")
    with Visit(screen, folder) as evening:
        hands = Hands(evening)
        hands.come()
        hands.go_to("Settings")
        hands.keys.use("Ratings around exercises")
        hands.go_to_exercises()
        hands.begin(text)
        hands.agree(text)
        answer(hands, "Right", RATINGS.before)
        hands.keys.wait_at("One step back")
        hands.do(text)
        answer(hands, "Left", RATINGS.after, RATINGS.aim)
        hands.end(text)
        assert evening.close() == 0
    house = opened(folder)
    (sitting,) = house.sittings.of(text.sitting)
    said = house.ratings.of(sitting=sitting.id)
    assert said == {Moment.BEFORE: Ratings(room=54), Moment.AFTER: Ratings(room=46)}, "and nothing that was left alone"
    house.close()


def answer(hands: Hands, key: str, *asked: str) -> None:
    """Move the first of the sliders with this key, and go on."""
    for words in asked:
        hands.visit.find(words, "heading", "label")
    room = RATINGS.questions["room"]
    hands.keys.wait_at(f"{room.short}: {room.asked}")
    hands.keys.press(key)
    hands.keys.use("Go on")


def test_a_thought_that_is_too_heavy_is_left_as_it_is(screen: Screen, tmp_path: Path) -> None:
    with Visit(screen, tmp_path / "data") as evening:
        hands, text = Hands(evening), one("clothes")
        hands.come()
        hands.begin(text)
        hands.keys.use("Not this one")
        evening.find(RUN.left, "label")
        hands.keys.use("Too heavy for this")
        hands.keys.use("Acknowledge")
        evening.find(ACKNOWLEDGING.steps[0].text, "label")
        hands.keys.press("Esc")
        evening.gone("Stop here")
        hands.go_to_exercises()
        evening.wait_for(lambda: hands.keys.there().read() == THOUGHT, "the thought in the field")
        plain = [text.title for text in EXERCISES if not text.asks]
        evening.wait_for(lambda: evening.listed("Word exercises") == plain, f"only {plain}")
        hands.keys.use("Take the mark back")
        evening.wait_for(lambda: text.title in evening.listed("Word exercises"), f"{text.title!r} again")
        assert evening.close() == 0


def test_a_card_comes_along_until_it_is_put_down(screen: Screen, tmp_path: Path) -> None:
    with Visit(screen, tmp_path / "data") as evening:
        hands, text = Hands(evening), one("card")
        hands.come()
        hands.begin(text)
        hands.agree(text)
        hands.keys.use("Put it in the corner")
        hands.keys.use("Go on")
        hands.end(text)
        for room in ("Today", "Practices", "Journal", "Guest book", "Settings", "Visitors"):
            hands.go_to(room)
            assert evening.find("The card that you carry", "text").read() == THOUGHT
        hands.keys.press("Esc")
        evening.gone("The card that you carry")
        hands.keys.use("Back to Visitors")
        evening.find("The card that you carry", "text")
        hands.keys.use("Put it down")
        evening.gone("The card that you carry")
        assert evening.close() == 0


def test_what_was_begun_and_what_was_half_typed_outlive_the_power(screen: Screen, tmp_path: Path) -> None:
    folder, text = tmp_path / "data", one("noted")
    log = folder / "guesthouse.db-wal"
    with Visit(screen, folder) as evening:
        hands = Hands(evening)
        hands.come()
        hands.begin(text)
        hands.agree(text)
        hands.keys.tab_to("What might it be trying to protect?")
        hands.keys.type("my place in")
        evening.wait_for(lambda: b"my place in" in log.read_bytes(), "the answer on disk")
        evening.kill()
    with Visit(screen, folder) as next_day:
        hands = Hands(next_day)
        hands.go_to_exercises()
        next_day.find(f"You were in the middle of “{text.title}”.", "label")
        hands.keys.type("half of a thou")
        next_day.wait_for(lambda: b"half of a thou" in log.read_bytes(), "the draft on disk")
        next_day.kill()
    with Visit(screen, folder) as after:
        hands = Hands(after)
        hands.go_to_exercises()
        after.wait_for(lambda: hands.keys.there().read() == "half of a thou", "the draft in the field")
        hands.keys.use("Take it up")
        hands.keys.use("Begin")
        typed = after.find("What might it be trying to protect?", "text")
        after.wait_for(lambda: typed.read() == "my place in" and THOUGHT in hands.told(), "the answer and the thought")
        assert after.close() == 0


def one(exercise: str) -> ExerciseText:
    """The text of this one."""
    return next(text for text in EXERCISES if text.id == exercise)
