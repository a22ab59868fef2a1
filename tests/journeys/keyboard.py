"""Real keys, as the system sends them: they go to the window that is active, and to what has the focus in it."""

from __future__ import annotations

from collections import deque
from contextlib import suppress

from jeepney import HeaderFields, MatchRule, Message, message_bus

from tests.journeys.reader import ATSPI, Node, Visit

ACTIVE, FOCUSABLE, FOCUSED = 1 << 1, 1 << 11, 1 << 12
"""Bits of AT-SPI's states (atspi-constants.h)."""

ITEMS = ("list item", "table cell", "tree item")
"""The focus is said of these, too, beside that of their list."""

SYMBOL = 3
"""AT-SPI's way to press and release a key by its X symbol (KeySynthType)."""

SYMBOLS = {
    "Backspace": 0xFF08,
    "Tab": 0xFF09,
    "Enter": 0xFF0D,
    "Esc": 0xFF1B,
    "Home": 0xFF50,
    "Left": 0xFF51,
    "Up": 0xFF52,
    "Right": 0xFF53,
    "Down": 0xFF54,
    "Space": 0x20,
}
MOST_STOPS = 60
"""So many presses of Tab find everything that can be found by it."""


FOCUS = MatchRule(type="signal", interface=f"{ATSPI}Event.Object", member="StateChanged")


class Keyboard:
    """Somebody who has no mouse, and listens to where the focus goes."""

    def __init__(self, visit: Visit) -> None:
        """In front of this window."""
        self.visit = visit
        self._keys = Node(visit.bus, f"{ATSPI}Registry", "/org/a11y/atspi/registry/deviceeventcontroller")
        self._there: Node | None = None
        self._heard: deque[Message] = visit.bus.filter(FOCUS, bufsize=10_000).__enter__()
        visit.bus.send_and_get_reply(message_bus.AddMatch(FOCUS))
        registry = Node(visit.bus, f"{ATSPI}Registry", "/org/a11y/atspi/registry")
        registry.call("Registry", "RegisterEvent", "sass", "object:state-changed:focused", [], "")
        assert visit.app.name  # whoever answers has heard that somebody listens now: before, no focus would be told
        visit.wait_for(self._is_heard, "a window that has the keyboard")

    def press(self, *names: str) -> None:
        """Press these keys, one after the other."""
        for name in names:
            self._strike(SYMBOLS[name])

    def type(self, text: str) -> None:
        """Letter by letter; returns once all of it stands where the focus is."""
        for letter in text:
            self._strike(ord(letter))
        self.visit.wait_for(lambda: self.there().read().endswith(text), f"{text!r} in the field")

    def focused(self) -> Node | None:
        """What has got the focus last; at first, what has it."""
        assert self.visit.app.name  # whoever answers has told everything that was before
        while self._heard:
            told = self._heard.popleft()
            what, on, *_ = told.body
            if what != "focused" or not on:
                continue
            fields = told.header.fields
            there = Node(self.visit.bus, fields[HeaderFields.sender], fields[HeaderFields.path])
            with suppress(LookupError):  # gone again already
                if there.role not in ITEMS:
                    self._there = there
        if self._there is not None and not self._is_there(self._there):
            self._there = None  # it went with what it stood in, and what has the focus now may have told before
        if self._there is None:
            self._there = self._look_for()
        return self._there

    def _is_heard(self) -> bool:
        """Whether a window of the app is the active one: a key that comes before that is lost."""
        return any(window.state & ACTIVE for window in self.visit.app.children())

    def _look_for(self) -> Node | None:
        """What has it now. What only stands around that, and hands the focus on to it, says so as well."""
        say_so = [node for node in self.visit.app.seen() if self._is_there(node)]
        return next((node for node in say_so if node.state & FOCUSABLE), say_so[0] if say_so else None)

    @staticmethod
    def _is_there(node: Node) -> bool:
        try:
            return bool(node.state & FOCUSED)
        except LookupError:
            return False

    def there(self) -> Node:
        """The same, once something has it."""
        return self.visit.wait_for(self.focused, "anything with the focus")

    def is_at(self, name: str) -> bool:
        """Whether what is called ``name`` has the focus."""
        there = self.focused()
        return there is not None and there.name == name

    def wait_at(self, name: str) -> Node:
        """Wait until it has the focus."""
        self.visit.wait_for(lambda: self.is_at(name), f"the focus at {name!r}")
        return self.there()

    def tab_to(self, name: str) -> Node:
        """Press Tab until what is called ``name`` has the focus."""
        passed = []
        for _ in range(MOST_STOPS):
            there = self.there()
            if there.name == name:
                return there
            passed.append(there.name)
            self._tab_from(there)
        raise AssertionError(f"Tab does not lead to {name!r}, but to {passed}")

    def use(self, name: str, key: str = "Space") -> None:
        """Go there with Tab, and press it."""
        self.tab_to(name)
        self.press(key)

    def choose(self, label: str, option: str) -> None:
        """Choose in the box that is labelled so: open its list, and walk to the option."""
        box = self.visit.box(label)
        place = [item.name for item in box.children()[0].children()].index(option)
        box.press()
        self.visit.wait_for(lambda: box.children()[0].showing, f"the list of {label!r}")
        self.press("Home", *["Down"] * place, "Enter")
        self.visit.wait_for(lambda: box.name == option, f"{option!r} chosen")

    def _strike(self, symbol: int) -> None:
        self._keys.call("DeviceEventController", "GenerateKeyboardEvent", "isu", symbol, "", SYMBOL)

    def _tab_from(self, before: Node) -> None:
        def moved() -> bool:
            there = self.focused()
            return there is not None and there.path != before.path

        self.press("Tab")
        self.visit.wait_for(moved, f"a way on from {before.name!r}")
