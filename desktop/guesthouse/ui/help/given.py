"""What the app fills into Help from what it is and has, so that no text of Help can fall behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from guesthouse.domain.exercise import ExerciseText
from guesthouse.domain.heavy_words import HeavyWords, Kind
from guesthouse.domain.help import Block, Giver, Heading, Items, Paragraph, Table
from guesthouse.domain.practice import Practice
from guesthouse.paths import Paths
from guesthouse.qt.preferences import Preferences


def givers(
    *,
    paths: Paths,
    preferences: Preferences,
    version: str,
    practices: Callable[[], Sequence[Practice]],
    exercises: Callable[[], Sequence[ExerciseText]],
    phrases: Callable[[], HeavyWords],
) -> Mapping[str, Giver]:
    """What is filled in, by its name; what has to be read is read when it is first shown or searched."""
    return {
        "version": lambda: [Paragraph(_version(version))],
        "folders": lambda: folders(paths),
        "hide-key": lambda: hide_key(preferences),
        "practices": lambda: [Table(tuple((each.title, "\n".join(each.sources)) for each in practices()))],
        "exercises": lambda: [Table(tuple((each.title, "\n".join(each.sources)) for each in exercises()))],
        "phrases": lambda: looked_for(phrases()),
    }


def folders(paths: Paths) -> list[Block]:
    """Where everything lies."""
    translate = QCoreApplication.translate
    return [
        Table(
            (
                (translate("Help", "Your words"), str(paths.database)),
                (translate("Help", "Its keys, where there is a passphrase"), str(paths.keys)),
                (translate("Help", "Backups, unless you chose another folder"), str(paths.backups)),
                (translate("Help", "A damaged file, kept aside"), str(paths.aside)),
                (translate("Help", "Sounds that were made here"), str(paths.sounds)),
                (translate("Help", "Preferences"), str(paths.preferences)),
                (translate("Help", "The log"), str(paths.log)),
            )
        )
    ]


def hide_key(preferences: Preferences) -> list[Block]:
    """Which key hides the window now."""
    translate = QCoreApplication.translate
    if preferences.hide_key == "none":
        said = translate("Help", "No key is chosen for the quick hide now. Settings has them.")
    else:
        said = translate("Help", "{key} is the key of the quick hide now.").format(key=preferences.hide_key)
    if preferences.hide_on_esc:
        said += " " + translate("Help", "Esc, pressed twice, hides as well.")
    return [Paragraph(said)]


def looked_for(words: HeavyWords) -> list[Block]:
    """Every phrase that is looked for, and what is passed over."""
    translate = QCoreApplication.translate
    titles = {
        Kind.SELF: translate("Help", "About dying, or hurting oneself"),
        Kind.SOMEONE: translate("Help", "The same, about somebody else"),
        Kind.DANGER: translate("Help", "About danger from others"),
        Kind.LOT: translate("Help", "About more than one can carry"),
        Kind.EVENT: translate("Help", "About something that happened, a harm or a loss"),
    }
    shown = words.shown()
    found: list[Block] = []
    for kind in Kind:
        if shown.get(kind):
            found += (Heading(titles[kind]), Items(tuple(shown[kind])))
    passed = words.shown_idioms()
    if passed:
        found += (Heading(translate("Help", "What is passed over")), Items(tuple(passed)))
    return found


def _version(version: str) -> str:
    return QCoreApplication.translate("Help", "Guesthouse {version}").format(version=version)
