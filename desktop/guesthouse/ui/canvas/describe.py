"""Words for what those here do in each scene, for cards and for those who listen instead of look."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from guesthouse.domain.scene import Behaviour, Scene
from guesthouse.sim.frame import Doing

BENCH = "bench"
"""The scene in which visitors walk by instead of coming to a door."""


def doing_words(doing: Doing, scene: Scene | None = None, lane: str = "") -> str:
    """What one is about in ``scene``, in words; ``lane`` is the id of the one it is on, where a person chose it."""
    behaviour = scene.behaviour if scene else Behaviour.VISITORS
    if scene is not None and scene.id == BENCH:
        return _in_the_park(doing)
    if behaviour is Behaviour.VISITORS:
        return _in_the_garden(doing)
    title = next((each.title for each in scene.lanes if each.id == lane), "") if scene else ""
    if behaviour is Behaviour.RAILWAY and title and doing is not Doing.UPSTREAM:
        on_track = QCoreApplication.translate("visitors", "on the track “{track}”").format(track=title)
        return on_track if doing is Doing.PASSING else f"{_passing(behaviour, doing)}, {on_track}"
    return _passing(behaviour, doing)


def came(words: str) -> str:
    """What is announced when someone comes in."""
    return QCoreApplication.translate("visitors", "Here now: {words}").format(words=words)


def stays() -> str:
    """What is announced when a thought stays as a plain card; its words are not said again."""
    return QCoreApplication.translate("visitors", "It is here, as it is.")


def went(words: str, scene: Scene | None = None) -> str:
    """What is announced when someone has gone."""
    translate = QCoreApplication.translate
    if scene is not None and scene.id == BENCH:
        pattern = translate("visitors", "Walked on along the path: {words}")
    else:
        pattern = {
            Behaviour.VISITORS: translate("visitors", "Went on over the hill: {words}"),
            Behaviour.STREAM: translate("visitors", "Carried on round the bend: {words}"),
            Behaviour.SKY: translate("visitors", "Drifted on out of sight: {words}"),
            Behaviour.RAILWAY: translate("visitors", "Rolled on out of sight: {words}"),
            Behaviour.CAROUSEL: translate("visitors", "Not on the belt any more: {words}"),
        }[scene.behaviour if scene else Behaviour.VISITORS]
    return pattern.format(words=words)


def _in_the_garden(doing: Doing) -> str:
    translate = QCoreApplication.translate
    return {
        Doing.WAITING: translate("visitors", "waiting at the gate"),
        Doing.COMING: translate("visitors", "coming along the path"),
        Doing.STANDING: translate("visitors", "standing in the garden"),
        Doing.TO_BENCH: translate("visitors", "walking over to the bench"),
        Doing.SITTING: translate("visitors", "sitting on the bench"),
        Doing.TURNING_BACK: translate("visitors", "turning back"),
        Doing.LEAVING: translate("visitors", "going on over the hill"),
    }.get(doing, "")


def _in_the_park(doing: Doing) -> str:
    translate = QCoreApplication.translate
    return {
        Doing.WAITING: translate("visitors", "not on the path yet"),
        Doing.COMING: translate("visitors", "walking along the path"),
        Doing.STANDING: translate("visitors", "standing by the path"),
        Doing.TO_BENCH: translate("visitors", "walking over to another bench"),
        Doing.SITTING: translate("visitors", "sitting on another bench"),
        Doing.TURNING_BACK: translate("visitors", "walking back a little"),
        Doing.LEAVING: translate("visitors", "walking on"),
    }.get(doing, "")


def _passing(behaviour: Behaviour, doing: Doing) -> str:
    """For what is carried. Where a scene has no words of its own for something, plain ones serve."""
    translate = QCoreApplication.translate
    own = {
        (Behaviour.STREAM, Doing.PASSING): translate("visitors", "drifting past"),
        (Behaviour.STREAM, Doing.HELD): translate("visitors", "held in an eddy"),
        (Behaviour.SKY, Doing.PASSING): translate("visitors", "drifting across"),
        (Behaviour.SKY, Doing.HELD): translate("visitors", "parked in the sky"),
        (Behaviour.RAILWAY, Doing.PASSING): translate("visitors", "rolling past below"),
        (Behaviour.RAILWAY, Doing.HELD): translate("visitors", "standing for a while"),
        (Behaviour.CAROUSEL, Doing.UPSTREAM): translate("visitors", "not on the belt yet"),
        (Behaviour.CAROUSEL, Doing.PASSING): translate("visitors", "going past on the belt"),
        (Behaviour.CAROUSEL, Doing.ROUND): translate("visitors", "out of sight, coming round again"),
    }
    usual = {
        Doing.UPSTREAM: translate("visitors", "not in sight yet"),
        Doing.HELD: translate("visitors", "lingering in one place"),
        Doing.ROUND: translate("visitors", "coming round again"),
    }
    return own.get((behaviour, doing)) or usual.get(doing) or translate("visitors", "passing by")
