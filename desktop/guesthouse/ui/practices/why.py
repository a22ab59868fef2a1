"""Why a small step is suggested, in one plain sentence."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from guesthouse.domain.suggestion import Reason


def why(reasons: Collection[Reason]) -> str:
    """ "Short, neutral, and you said maybe last time." Nothing where there are no reasons."""
    words = [word for reason, word in _words() if reason in reasons]
    clause = next((clause for reason, clause in _clauses() if reason in reasons), "")
    say = QCoreApplication.translate
    if not words:
        return _sentence(clause)
    told = say("Why", ", ").join(words)
    if clause:
        pattern = say("Why", "{words}, and {clause}") if len(words) > 1 else say("Why", "{words} and {clause}")
        return _sentence(pattern.format(words=told, clause=clause))
    return _sentence(say("Why", " and ").join(words))


def _words() -> list[tuple[Reason, str]]:
    """How it is."""
    say = QCoreApplication.translate
    return [
        (Reason.SHORT, say("Why", "short")),
        (Reason.NEUTRAL, say("Why", "neutral")),
        (Reason.GENTLE, say("Why", "gentle")),
        (Reason.WARM, say("Why", "warm")),
    ]


def _clauses() -> list[tuple[Reason, str]]:
    """What else there is to say; the first that is true is enough."""
    say = QCoreApplication.translate
    return [
        (Reason.STEADY, say("Why", "steadying after what did not sit well")),
        (Reason.GENTLER, say("Why", "gentler than the one before")),
        (Reason.SAID_YES, say("Why", "you said yes last time")),
        (Reason.FAVOURITE, say("Why", "a favourite of yours")),
        (Reason.SAID_MAYBE, say("Why", "you said maybe last time")),
        (Reason.NEXT_ON_PATH, say("Why", "a kind of step that is new to you")),
        (Reason.UNTRIED, say("Why", "one you have not tried")),
    ]


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}." if words else ""
