"""Who listens hears each change, and who stopped hears none."""

from __future__ import annotations

from guesthouse.services.changes import ChangeLog, Changes


def test_everybody_hears_in_the_order_they_came() -> None:
    changes, heard = ChangeLog(), list[str]()
    changes.subscribe(lambda _: heard.append("one"))
    changes.subscribe(lambda _: heard.append("two"))
    changes.tell(Changes(guests=True))

    assert heard == ["one", "two"]


def test_the_same_listener_twice_is_two_and_each_stops_by_itself() -> None:
    changes, heard = ChangeLog(), list[Changes]()
    stop, _ = changes.subscribe(heard.append), changes.subscribe(heard.append)
    changes.tell(Changes(guests=True))
    stop()
    stop()
    changes.tell(Changes(visits=True))

    assert heard == [Changes(guests=True)] * 2 + [Changes(visits=True)]


def test_who_is_stopped_by_another_while_all_are_told_hears_nothing() -> None:
    changes, heard = ChangeLog(), list[str]()
    changes.subscribe(lambda _: stop())
    stop = changes.subscribe(lambda _: heard.append("too late"))
    changes.tell(Changes(draft=True))

    assert heard == []
