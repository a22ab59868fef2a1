"""What the app fills into Help from what it is and has, so that no text of Help can fall behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from PySide6.QtCore import QCoreApplication

from guesthouse.domain.exercise import ExerciseText
from guesthouse.domain.heavy_examples import examples
from guesthouse.domain.heavy_kinds import Kind
from guesthouse.domain.heavy_words import KINDS, Group, HeavyWords
from guesthouse.domain.help import Block, Giver, Heading, Items, Paragraph, Table
from guesthouse.domain.practice import Practice
from guesthouse.paths import Paths
from guesthouse.qt.hide_keys import NONE
from guesthouse.qt.preferences import Preferences

SHOWN = 8
"""So many examples of each kind."""


def givers(
    *,
    paths: Paths,
    preferences: Preferences,
    version: str,
    practices: Callable[[], Sequence[Practice]],
    exercises: Callable[[], Sequence[ExerciseText]],
    phrases: Callable[[], HeavyWords],
    lists: Callable[[], Mapping[str, Sequence[str]]],
) -> Mapping[str, Giver]:
    """What is filled in, by its name; what has to be read is read once, when it is first shown or searched."""
    told = cache(lambda: looked_for(phrases(), lists()))
    return {
        "version": lambda: [Paragraph(_version(version))],
        "folders": lambda: folders(paths),
        "hide-key": lambda: hide_key(preferences),
        "practices": cache(lambda: [Table(tuple((each.title, "\n".join(each.sources)) for each in practices()))]),
        "exercises": cache(lambda: [Table(tuple((each.title, "\n".join(each.sources)) for each in exercises()))]),
        "phrases": told,
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
    key, on_esc = preferences.hide_key, preferences.hide_on_esc
    if key == NONE and on_esc:
        said = translate("Help", "Esc, pressed twice, is the quick hide now.")
    elif key == NONE:
        said = translate("Help", "No key is chosen for the quick hide now. Settings has them.")
    elif on_esc:
        said = translate("Help", "{key} is the key of the quick hide now, and so is Esc, pressed twice.").format(
            key=key
        )
    else:
        said = translate("Help", "{key} is the key of the quick hide now.").format(key=key)
    return [Paragraph(said)]


def looked_for(words: HeavyWords, lists: Mapping[str, Sequence[str]]) -> list[Block]:
    """What is looked for, first in plain sentences with examples, then every line as it stands in the file."""
    translate = QCoreApplication.translate
    if not words.phrases and not lists:
        return [Paragraph(translate("Help", "The list of phrases cannot be read here, so nothing is looked for."))]
    found = [*_in_short(words), *_how_to_read()]
    titles = _titles()
    for kind in Kind:
        found += _of_kind(titles[kind], kind, words)
    found += _listed(translate("Help", "What is passed over"), words.shown_idioms())
    names = _names()
    rows = tuple((_name(key, names), ", ".join(map(_read, said))) for key, said in lists.items())
    if rows:
        found += (Heading(translate("Help", "Lists that the phrases use")), Table(rows))
    return found


def _in_short(words: HeavyWords) -> list[Block]:
    """The kinds, each with a few of its phrases as one says them."""
    translate = QCoreApplication.translate
    titles, shown = _titles(), words.shown()
    rows = [(titles[kind], _examples(shown[kind], words)) for kind in Kind if shown.get(kind)]
    if not rows:
        return []
    passed = words.shown_idioms()
    if passed:
        rows.append((translate("Help", "What is passed over"), _examples(passed, words)))
    told = translate("Help", "These are the kinds, with a few examples of each. Further down stands every line.")
    return [Heading(translate("Help", "In short")), Paragraph(told), Table(tuple(rows))]


def _how_to_read() -> list[Block]:
    translate = QCoreApplication.translate
    told = translate(
        "Help",
        "Each line stands for several ways to say something. A stroke is an “or” between two words; square brackets "
        "hold choices of several words. What is in round brackets may be missing. A name in curly brackets stands for "
        "any line of the list with that name, at the end. Capitals, accents, apostrophes, signs between words and "
        "letters that are repeated make no difference.",
    )
    return [Heading(translate("Help", "The phrases")), Paragraph(told)]


def _of_kind(title: str, kind: Kind, words: HeavyWords) -> list[Block]:
    """Every line of a kind, parted by whose words before it count."""
    found: list[Block] = []
    asked = _asked()
    for group, tells in KINDS.items():
        phrases = words.phrases.get(group, ()) if kind in tells else ()
        if phrases:
            lines = tuple(phrase.shown for phrase in phrases)
            found += (Paragraph(asked[group]), Items(tuple(map(_read, lines))))
    return [Heading(title), *found] if found else []


def _asked() -> dict[Group, str]:
    """Where a phrase counts: a sentence for each list of them."""
    translate = QCoreApplication.translate
    always = translate("Help", "Wherever these stand:")
    person = translate("Help", "Where a person is named right before, as in “I was …” or “my dad …”:")
    not_thing = translate("Help", "Unless a thing is named right before, as in “it hurts me”:")
    return {
        Group.SELF: translate("Help", "Wherever these stand, they are taken to be about oneself:"),
        Group.SELF_OPEN: translate(
            "Help",
            "These are about whoever is named right before (“I am …”, “my sister is …”), and in doubt about oneself:",
        ),
        Group.WANTS: translate("Help", "These are about somebody else, or about a part of oneself (“part of me …”):"),
        Group.SOMEONE: translate("Help", "Wherever these stand, they are about somebody else:"),
        Group.LOSS: translate("Help", "Wherever these stand, somebody has died:"),
        Group.LOSS_BY: translate("Help", "These are about whoever is named right before (“he …”, or “I almost …”):"),
        Group.DANGER: always,
        Group.DANGER_BY: not_thing,
        Group.LOT: always,
        Group.EVENT: always,
        Group.EVENT_BY: person,
        Group.DEATH_OF: translate(
            "Help", "Where somebody else is named right before (“my dad …”, and not “my phone …”):"
        ),
        Group.STRUCK_BY: translate("Help", "Where somebody else is named right before (“he …”, and not “the news …”):"),
        Group.STRUCK: not_thing,
    }


def _examples(phrases: Sequence[str], words: HeavyWords) -> str:
    return ", ".join(f"“{said}”" for said in examples(phrases, words.sets, SHOWN))


def _titles() -> dict[Kind, str]:
    translate = QCoreApplication.translate
    return {
        Kind.SELF: translate("Help", "About dying, or hurting oneself"),
        Kind.SOMEONE: translate("Help", "The same, about somebody else"),
        Kind.DANGER: translate("Help", "About danger from others"),
        Kind.LOSS: translate("Help", "About somebody who died by suicide"),
        Kind.LOT: translate("Help", "About more than one can carry"),
        Kind.EVENT: translate("Help", "About something that happened, a harm or a loss"),
    }


def _names() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "stems": translate("Help", "a word is looked for that begins so"),
        "fillers": translate("Help", "words that may stand in between"),
        "too": translate("Help", "where these stand beside words about somebody else, they are one’s own as well"),
        "too_last": translate("Help", "the same, where nothing comes after them"),
        "meant": translate("Help", "where these stand, nothing is passed over"),
        "apart": translate("Help", "words that are read as others"),
        "subjects.me": translate("Help", "oneself, before a phrase"),
        "subjects.mine": translate("Help", "what is one’s own, before a phrase"),
        "subjects.they": translate("Help", "somebody else, before a phrase"),
        "subjects.others": translate("Help", "other people, before a phrase"),
        "subjects.things": translate("Help", "things, before a phrase"),
        "subjects.between": translate("Help", "words between these and the phrase"),
        "subjects.theirs": translate("Help", "what somebody else does, before a phrase"),
        "subjects.names": translate("Help", "names of people, before a phrase"),
        "subjects.called": translate("Help", "people behind whom any name may stand, before a phrase"),
    }


def _name(key: str, names: Mapping[str, str]) -> str:
    """What a list is called: as the phrases name it, in words, or as the file does."""
    return f"{{{key.removeprefix('sets.')}}}" if key.startswith("sets.") else names.get(key, key)


def _listed(title: str, phrases: Sequence[str]) -> list[Block]:
    return [Heading(title), Items(tuple(map(_read, phrases)))] if phrases else []


def _read(phrase: str) -> str:
    """A phrase as people read it: a stroke for "or"."""
    return phrase.replace("|", " / ")


def _version(version: str) -> str:
    return QCoreApplication.translate("Help", "Guesthouse {version}").format(version=version)
