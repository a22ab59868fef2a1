"""Words for what visitors do, for cards and for those who listen instead of look."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from guesthouse.sim.frame import Doing


def doing_words(doing: Doing) -> str:
    """What a visitor is about, in words."""
    translate = QCoreApplication.translate
    return {
        Doing.WAITING: translate("visitors", "waiting at the gate"),
        Doing.COMING: translate("visitors", "coming along the path"),
        Doing.STANDING: translate("visitors", "by the house"),
        Doing.TO_BENCH: translate("visitors", "walking over to the bench"),
        Doing.SITTING: translate("visitors", "sitting on the bench"),
        Doing.TURNING_BACK: translate("visitors", "turning back"),
        Doing.LEAVING: translate("visitors", "going on over the hill"),
    }[doing]


def came(words: str) -> str:
    """What is announced when someone comes in."""
    return QCoreApplication.translate("visitors", "Here now: {words}").format(words=words)


def went(words: str) -> str:
    """What is announced when someone has gone."""
    return QCoreApplication.translate("visitors", "Went on over the hill: {words}").format(words=words)
