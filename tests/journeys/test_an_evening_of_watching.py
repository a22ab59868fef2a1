"""An evening in the Visitors room: what it is about is seen first, then three thoughts go along through all scenes."""

from __future__ import annotations

from pathlib import Path

from guesthouse.content.explainer import load_film
from guesthouse.content.support import load_support
from guesthouse.content.watching import load_watching
from guesthouse.paths import resources
from tests.journeys.keyboard import Keyboard
from tests.journeys.reader import Visit
from tests.safety.hands import contents
from tests.screen import Screen

PLEASANT = "the tea is warm"
DOUBTING = "this is dumb"
LONG = (
    "At lunch I said something about the new plan, and everyone went quiet, and I still hear it: "
    "they must think that I have no idea what I am doing there"
)
SCENES = {
    "stream": "Stream",
    "sky": "Sky",
    "railway": "Railway bridge",
    "carousel": "Luggage carousel",
    "garden": "Garden",
    "bench": "Park bench",
}
"""In the order in which they are gone to; one begins in the garden."""

FILM = load_film(resources() / "explainer", "en")
GROUNDING = load_support(resources() / "support", "en").grounding.title
WORDS = load_watching(resources() / "visitors", "en")


def test_three_thoughts_go_along_through_all_scenes(screen: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with Visit(screen, folder) as evening:
        evening.find("Begin").press()
        evening.go_to("Visitors")
        see_the_introduction(evening)
        evening.let_in(PLEASANT)
        say_where_to_sit(evening)
        evening.let_in(DOUBTING)
        evening.let_in(LONG)
        for scene, title in SCENES.items():
            Keyboard(evening).choose("Scene", title)
            everybody_is_here(evening)
            drift_and_come_back(evening, folder, scene)
        Keyboard(evening).choose("Length", "2 minutes")
        stand_still_and_go_on(evening)
        Keyboard(evening).press("Esc")
        evening.find(GROUNDING, "heading")
        assert evening.look_for("Visitors here now") is None
        assert evening.close() == 0
    with Visit(screen, folder) as next_day:
        next_day.go_to("Visitors")
        assert next_day.listed("Visitors here now") == []
        assert next_day.box("Scene").name == "Park bench"
        assert next_day.box("Length").name == "2 minutes"
        assert next_day.close() == 0


def see_the_introduction(evening: Visit) -> None:
    evening.find("What is this?").press()
    first, second, *_, last = [shot.caption for shot in FILM.shots]
    evening.find(first, "label")
    evening.find("Play").press()
    evening.find("Pause").press()
    evening.find("Play")
    evening.find("Next").press()
    evening.find(second, "label")
    evening.find("In words").press()
    read = evening.find("The film in words", "text").read()
    assert first in read and last in read
    evening.find("Close").press()
    evening.find("Let it in")


def say_where_to_sit(evening: Visit) -> None:
    (visitor,) = evening.find("Visitors here now", "list").children()
    visitor.press()
    evening.find("You can sit there").press()
    evening.find("It goes to a seat, in its own time.", "label")
    everybody_is_here(evening, PLEASANT)


def everybody_is_here(evening: Visit, *words: str) -> None:
    """Everyone, each by the whole of their words, and nobody else."""
    wanted = set(words or (PLEASANT, DOUBTING, LONG))
    evening.wait_for(lambda: set(evening.listed("Visitors here now")) == wanted, f"exactly {wanted}")


def drift_and_come_back(evening: Visit, folder: Path, scene: str) -> None:
    """It is said, and the file is what it was."""
    before = kept(folder)
    evening.find("Back to the bridge" if scene == "railway" else "I drifted").press()
    evening.find(WORDS.of(scene).back, "label")
    assert kept(folder) == before
    assert (evening.look_for("I drifted") is None) == (scene == "railway")


def kept(folder: Path) -> dict[str, bytes]:
    """Everything that is written down."""
    return {name: held for name, held in contents(folder).items() if name.startswith("guesthouse.db")}


def stand_still_and_go_on(evening: Visit) -> None:
    evening.find("Still").press()
    everybody_is_here(evening)
    evening.find("Still").press()
    everybody_is_here(evening)
    evening.find("Pause").press()
    evening.find("Resume").press()
    evening.find("Pause")
