"""What is said of a practice in a few words: how long, how warm, which kind of step."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QCoreApplication, QLocale

from guesthouse.domain.practice import Element, Practice, Sense, Tone
from guesthouse.domain.sitting import Verdict
from guesthouse.ui.canvas.lines import SHOWN_FOR_NUL

PIECE = 12
LONG_WORD = re.compile(r"\S{25,}")
"""A word that a narrow page may not hold; a label breaks at spaces alone."""
ZERO_WIDTH_SPACE, JOINER = "\u200b", "\u200d"
MOST_ON_BUTTON = 40


def minutes_of(practice: Practice) -> str:
    """ "2 minutes", "1 to 2 minutes"."""
    return minutes_said(practice.minutes)


def minutes_said(minutes: tuple[int, int]) -> str:
    """Minutes, from and to, in words."""
    say, number = QCoreApplication.translate, QLocale().toString
    first, last = minutes
    if first != last:
        return say("Practices", "{first} to {last} minutes").format(first=number(first), last=number(last))
    if last == 1:
        return say("Practices", "1 minute")
    return say("Practices", "{count} minutes").format(count=number(last))


def seconds_said(seconds: tuple[int, int]) -> str:
    """Seconds in words."""
    return QCoreApplication.translate("Practices", "{count} seconds").format(count=QLocale().toString(seconds[1]))


def length_and_tone(practice: Practice) -> str:
    """ "2 minutes · neutral"."""
    return f"{minutes_of(practice)} · {tone_name(practice.tone).lower()}"


def element_name(element: Element) -> str:
    """The name of a kind of step."""
    say = QCoreApplication.translate
    return {
        Element.ACKNOWLEDGE: say("Practices", "Acknowledge"),
        Element.VALIDATE: say("Practices", "Validate"),
        Element.DEFUSE: say("Practices", "Defuse"),
        Element.KINDNESS: say("Practices", "Kindness"),
        Element.CONNECT: say("Practices", "Connect"),
        Element.EXPLORE: say("Practices", "Explore"),
    }[element]


def element_told(element: Element) -> str:
    """What a kind of step is about, in a few words."""
    say = QCoreApplication.translate
    return {
        Element.ACKNOWLEDGE: say("Practices", "notice what is here"),
        Element.VALIDATE: say("Practices", "it makes sense"),
        Element.DEFUSE: say("Practices", "a step back from thoughts"),
        Element.KINDNESS: say("Practices", "be fair to yourself"),
        Element.CONNECT: say("Practices", "not the only one"),
        Element.EXPLORE: say("Practices", "find out what suits you"),
    }[element]


def tone_name(tone: Tone) -> str:
    """The name of a tone."""
    say = QCoreApplication.translate
    return {
        Tone.NEUTRAL: say("Practices", "Neutral"),
        Tone.GENTLE: say("Practices", "Gentle"),
        Tone.WARM: say("Practices", "Warm"),
    }[tone]


def sense_name(sense: Sense) -> str:
    """The name of what one may want to do without."""
    say = QCoreApplication.translate
    return {
        Sense.TOUCH: say("Practices", "Touch"),
        Sense.BREATH: say("Practices", "Breath"),
        Sense.IMAGERY: say("Practices", "Imagery"),
        Sense.CLOSED_EYES: say("Practices", "Closed eyes"),
    }[sense]


def said_of_it(verdict: Verdict | None) -> str:
    """ "you said maybe", or nothing."""
    say = QCoreApplication.translate
    if verdict is None:
        return ""
    return {
        Verdict.YES: say("Practices", "you said yes"),
        Verdict.MAYBE: say("Practices", "you said maybe"),
        Verdict.NO: say("Practices", "you said not for me"),
    }[verdict]


def title_of(practice: Practice) -> str:
    """Its title on one line; what one without a title is called."""
    return " ".join(practice.title.split()) or QCoreApplication.translate("Practices", "Untitled")


def readable(text: str, most: int | None = None) -> str:
    """The same words, as a label can show them: with a sign for NUL, lines as everywhere, and places to break a word.

    With ``most`` only so many characters of it: where all of it can be read elsewhere.
    """
    if most is not None and len(text) > most:
        text = text[:most].rstrip() + "…"
    shown = text.replace("\r\n", "\n").replace("\0", SHOWN_FOR_NUL)
    return LONG_WORD.sub(lambda word: ZERO_WIDTH_SPACE.join(_pieces(word[0])), shown)


def on_a_button(text: str) -> str:
    """The beginning of a text on one line, with every ampersand as it is."""
    plain = " ".join(readable(text[: 4 * MOST_ON_BUTTON]).split()).replace(ZERO_WIDTH_SPACE, "")
    cut = plain if len(plain) <= MOST_ON_BUTTON else plain[:MOST_ON_BUTTON].rstrip() + "…"
    return cut.replace("&", "&&")


def _pieces(word: str) -> list[str]:
    """A word that is wider than a page, in pieces; signs that belong together stay so."""
    pieces = [""]
    for character in word:
        if len(pieces[-1]) >= PIECE and not _combines(character) and not pieces[-1].endswith(JOINER):
            pieces.append("")
        pieces[-1] += character
    return pieces


def _combines(character: str) -> bool:
    """Whether it belongs to the one before it."""
    return bool(unicodedata.combining(character)) or unicodedata.category(character) in ("Mn", "Me", "Cf", "Sk")
