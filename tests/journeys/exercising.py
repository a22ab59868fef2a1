"""Hands for the word exercises: of each a little of what it offers, as a screen reader does it, and the way on."""

from __future__ import annotations

from collections.abc import Callable

from tests.journeys.reader import Visit

TYPED = "what I would say, as typed"


class Exercising:
    """Does an exercise that has been opened: the question before it, something in it, and "Go on"."""

    def __init__(self, visit: Visit) -> None:
        """In this window."""
        self.visit = visit
        self._known: dict[str, Callable[[], None]] = {
            "ladder": self._ladder,
            "theme": self._theme,
            "card": self._card,
            "noted": self._noted,
            "clothes": self._clothes,
            "ball": self._ball,
            "popups": self._popups,
            "radio": self._radio,
            "bus": self._bus,
            "object": self._object,
            "loop": self._loop,
        }

    def do(self, exercise: str) -> None:
        """From the question to the way on."""
        look = self.visit.look_for
        self.visit.wait_for(lambda: look("Begin") or look("Yes"), "the question before it").press()
        self.visit.find("What is to be seen", "text")
        self._known[exercise]()
        self._press("Go on")

    def _press(self, *names: str) -> None:
        for name in names:
            self.visit.find_usable(name).press()

    def _write(self, name: str, text: str = TYPED) -> None:
        self.visit.find(name, "text").write(text)

    def _seen(self, *words: str) -> None:
        """Wait until the exercise says one of these of itself."""

        def look() -> bool:
            said = self.visit.find("What is to be seen", "text").read()
            return any(one in said for one in words)

        self.visit.wait_for(look, f"{words[0]!r} among what is to be seen")

    def _ladder(self) -> None:
        self._press("One step back")
        self._seen("I’m having the thought that")
        self._press("One step back")
        self._seen("I notice")
        self._press("What is different?", "Nothing changed")

    def _theme(self) -> None:
        self._write("A plain title for them")
        self._press("Put it on the shelf", "Take it down")
        self._seen("is taken down")

    def _card(self) -> None:
        self._write("One real, small task")
        self._press("Put it in the corner", "Begun", "Put it down")

    def _noted(self) -> None:
        self._write("What might it be trying to protect?")
        self._press("Noted, mind.", "Lay it on the desk")
        self._seen("Noted, mind.")

    def _clothes(self) -> None:
        self._press("Rounded", "Go on")
        self._seen("The clothes they came in.")

    def _ball(self) -> None:
        self._press("Still", "Next word", "Next word")

    def _popups(self) -> None:
        self._press("Begin copying")
        self._write("Your copy")
        self._press("Go on")
        self._seen("That is all right, too.", "They are all still here")

    def _radio(self) -> None:
        self._press("One of my own")
        self._write("My task")
        self._press("Back to the room")
        self.visit.find("Back in the room. The radio plays on.", "label")

    def _bus(self) -> None:
        self._write("Where to", "making things")
        self._press("Get on the bus", "Drive on", "Stand", "Go on")
        self._write("One stop today")

    def _object(self) -> None:
        size = self.visit.wait_for(lambda: self.visit.all_seen("slider"), "what one moves")[0]
        size.set_value(70)
        self._press("Look from the next side")
        self._seen("from its right side")

    def _loop(self) -> None:
        self._press("None of these is here", "Try “lemon”", "Go on")
        self._write("One mild word", "late")
        self._press("Begin the thirty seconds")
        self._seen("late")
