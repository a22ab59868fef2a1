"""The one voice: while nobody may hear it, it waits, and says each thing once afterwards."""

from __future__ import annotations

from guesthouse.qt.voice import Saying, Voice


class Listener:
    """Hears, and may be interrupted."""

    def __init__(self) -> None:
        self.heard: list[Saying] = []
        self.voice = Voice(self._hear)
        self.interrupt = False

    def _hear(self, saying: Saying) -> bool:
        self.heard.append(saying)
        if self.interrupt:
            self.voice.hold_back(lambda asked: True)
        return True


def test_what_is_told_waits_and_what_is_asked_is_answered_for_the_person() -> None:
    listener, asked = Listener(), list[Saying]()
    listener.voice.hold_back(lambda saying: asked.append(saying) is not None)
    listener.voice.tell("one", "1")
    listener.voice.tell("two", "2")
    listener.voice.tell("one", "1")
    assert listener.voice.ask("go on?", "", "yes", "no") is False
    assert listener.heard == [] and [saying.title for saying in asked] == ["go on?"]
    listener.voice.go_on()
    assert [saying.title for saying in listener.heard] == ["one", "two"]
    listener.voice.go_on()
    assert len(listener.heard) == 2
    assert listener.voice.ask("go on?", "", "yes", "no") is True


def test_what_was_broken_off_is_told_again_and_the_rest_still_waits() -> None:
    listener = Listener()
    listener.voice.hold_back(lambda saying: False)
    listener.voice.tell("one", "1")
    listener.voice.tell("two", "2")
    listener.interrupt = True
    listener.voice.go_on()
    assert [saying.title for saying in listener.heard] == ["one"]
    listener.interrupt = False
    listener.voice.go_on()
    assert [saying.title for saying in listener.heard] == ["one", "one", "two"]
