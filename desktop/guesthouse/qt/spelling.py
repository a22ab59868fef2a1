"""Spelling, where the system has dictionaries and the ``enchant`` package is there; else there is none, and no fuss.

Words that one passes over are remembered until the app closes and written nowhere: enchant's own list of personal words
would be a file outside of ours.
"""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QLocale, QObject, Signal

from guesthouse.qt.preferences import Preferences

OFF, SYSTEM = "off", "system"


class Speller(Protocol):
    """A dictionary of one language."""

    def knows(self, word: str) -> bool:
        """Whether the word is spelled as the dictionary has it."""

    def suggestions(self, word: str) -> list[str]:
        """What may be meant, the likeliest first."""

    def skip(self, word: str) -> None:
        """Take the word as it is, until the app closes."""


class Spelling(QObject):
    """The dictionary that the person's preferences ask for. It is looked for when it is first needed."""

    changed = Signal()

    def __init__(self, preferences: Preferences) -> None:
        """Nothing is loaded yet."""
        super().__init__()
        self._preferences = preferences
        self._found: dict[str, Speller | None] = {}
        preferences.changed.connect(self._preference_changed)

    @property
    def speller(self) -> Speller | None:
        """The dictionary, or None where it is off or not there."""
        wish = self._preferences.spelling
        if wish == OFF:
            return None
        language = QLocale.system().name() if wish == SYSTEM else wish
        if language not in self._found:
            self._found[language] = _speller(language)
        return self._found[language]

    def _preference_changed(self, name: str) -> None:
        if name == "spelling":
            self.changed.emit()


def languages() -> list[str]:
    """The languages that can be spelled here, such as "en_GB"; none where enchant is missing."""
    enchant = _enchant()
    return [] if enchant is None else sorted(str(language) for language in enchant.list_languages())


class _Enchanted:
    """A dictionary of enchant's."""

    def __init__(self, dictionary: Any) -> None:
        self._dictionary = dictionary

    def knows(self, word: str) -> bool:
        return bool(self._dictionary.check(word))

    def suggestions(self, word: str) -> list[str]:
        return [str(suggested) for suggested in self._dictionary.suggest(word)]

    def skip(self, word: str) -> None:
        self._dictionary.add_to_session(word)


def _speller(language: str) -> Speller | None:
    enchant = _enchant()
    if enchant is None:
        return None
    for name in (language, language.partition("_")[0]):
        try:
            if name and enchant.dict_exists(name):
                return _Enchanted(enchant.Dict(name))
        except enchant.errors.Error:
            continue
    return None


def _enchant() -> Any:
    try:
        import enchant
    except ImportError:  # the package, or the library it stands on
        return None
    return enchant
