"""The scenes there are are known by title; each is read when somebody goes there, and once."""

from __future__ import annotations

from guesthouse.domain.places import Places
from guesthouse.domain.scene import Scene

TITLES = {"garden": "Garden", "stream": "Stream", "sky": "Sky"}


def scene(name: str) -> Scene:
    return Scene(name, TITLES[name], 1.0, 1.0, (), (), 0.0, (), (), (), {})


def test_each_is_read_once_and_only_when_it_is_gone_to() -> None:
    read: list[str] = []

    def reading(name: str) -> Scene:
        read.append(name)
        return scene(name)

    places = Places(TITLES, reading)
    assert read == [] and list(places.titles) == ["garden", "stream", "sky"]
    assert places.scene("sky") is places.scene("sky")
    assert read == ["sky"]


def test_an_unknown_one_is_the_first() -> None:
    places = Places.of(scene(name) for name in TITLES)
    for name in ("", "a scene of another year", "../garden"):
        assert places.scene(name).id == places.first == "garden"
    assert places.titles == TITLES
