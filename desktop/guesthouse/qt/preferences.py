"""What the person prefers, kept in an ini file beside nothing personal; needed before the house is open.

A file that cannot be read begins anew, and one that cannot be written is kept in memory for as long as the app runs.
"""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

THEMES = ("system", "light", "night", "contrast")
MOTIONS = ("system", "full", "calm", "still")
PACES = ("own", "slow")
LOCK_AFTER = ("never", "1", "5", "10", "30")
HIDE_KEYS = ("F9", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F10", "F12", "none")
LENGTHS = ("open", "2", "3", "5", "10")
TEXT_SIZES = range(80, 201, 10)

log = logging.getLogger(__name__)


class Flag:
    """A preference that is on or off, as one line in :class:`Preferences`."""

    def __init__(self, default: bool) -> None:
        """``default`` holds until it is chosen otherwise."""
        self._default = default

    def __set_name__(self, owner: type, name: str) -> None:
        """It is kept under its own name."""
        self._name = name

    def __get__(self, preferences: Preferences, owner: type | None = None) -> bool:
        """Whether it is on."""
        return preferences._flag(self._name, self._default)  # noqa: SLF001  a part of the same class

    def __set__(self, preferences: Preferences, value: bool) -> None:
        """Switch it."""
        preferences._keep(self._name, bool(value))  # noqa: SLF001


class Percent:
    """A preference from 0 to 100, as one line in :class:`Preferences`."""

    def __init__(self, default: int) -> None:
        """``default`` holds until it is chosen otherwise."""
        self._default = default

    def __set_name__(self, owner: type, name: str) -> None:
        """It is kept under its own name."""
        self._name = name

    def __get__(self, preferences: Preferences, owner: type | None = None) -> int:
        """How much."""
        try:
            value = int(preferences._values.get(self._name, self._default))  # noqa: SLF001  a part of the same class
        except (TypeError, ValueError, OverflowError):
            return self._default
        return min(max(value, 0), 100)

    def __set__(self, preferences: Preferences, value: int) -> None:
        """So much from now on."""
        preferences._keep(self._name, int(value))  # noqa: SLF001


class OneOf:
    """A preference that is one of a few names, the first at first, as one line in :class:`Preferences`."""

    def __init__(self, *names: str) -> None:
        """These are the names."""
        self._names = names

    def __set_name__(self, owner: type, name: str) -> None:
        """It is kept under its own name."""
        self._name = name

    def __get__(self, preferences: Preferences, owner: type | None = None) -> str:
        """Which it is."""
        return preferences._one_of(self._name, self._names)  # noqa: SLF001  a part of the same class

    def __set__(self, preferences: Preferences, value: str) -> None:
        """This one from now on."""
        preferences._keep(self._name, value)  # noqa: SLF001


class Name:
    """A preference that names something, or nothing at first, as one line in :class:`Preferences`."""

    def __set_name__(self, owner: type, name: str) -> None:
        """It is kept under its own name."""
        self._name = name

    def __get__(self, preferences: Preferences, owner: type | None = None) -> str:
        """What is named."""
        return preferences._text(self._name)  # noqa: SLF001  a part of the same class

    def __set__(self, preferences: Preferences, value: str) -> None:
        """This from now on."""
        preferences._keep(self._name, value)  # noqa: SLF001


class Preferences(QObject):
    """Typed preferences; ``changed`` names the one that is different now."""

    changed = Signal(str)

    sound_volume = Percent(40)
    chime = Flag(False)
    """Whether a bell sounds softly at the end of a practice."""
    pace = OneOf(*PACES)
    """Of practices: "own", every step waits for the person; "slow", a timed one goes on by itself at its end."""
    should_marks = Flag(True)
    """Whether a rule about oneself ("I should") is marked where one writes."""
    ratings = Flag(False)
    """Whether one is asked before and after an exercise how the thought sits."""

    lock_after = OneOf(*LOCK_AFTER)
    """After so many minutes without a key or a touch the window locks, if there is a passphrase."""

    hide_key = OneOf(*HIDE_KEYS)
    """The function key that turns the window into a plain note at once, or "none"."""
    hide_on_esc = Flag(False)
    """Whether Esc, pressed twice, hides as well."""
    hide_locks = Flag(True)
    """Whether the house is locked once it is hidden, where there is a passphrase."""

    wording = Name()
    """The wording last chosen."""
    country = Name()
    """The country chosen in Support."""
    scene = Name()
    """The id of the scene last chosen."""
    length = OneOf(*LENGTHS)
    """Of a visit to the canvas, in minutes, or "open"."""

    def __init__(self, file: Path) -> None:
        """Read ``file``, whatever state it is in."""
        super().__init__()
        self._settings = _open(file)
        self._values: dict[str, Any] = {key: self._settings.value(key) for key in self._settings.allKeys()}
        self._written = True

    def forget(self) -> None:
        """Write nothing from now on: what changes is known for as long as the app runs."""
        self._written = False

    def remember(self) -> None:
        """Write again what changes from now on."""
        self._written = True

    @property
    def theme(self) -> str:
        """One of THEMES."""
        return self._one_of("theme", THEMES)

    @theme.setter
    def theme(self, value: str) -> None:
        self._keep("theme", value)

    @property
    def motion(self) -> str:
        """One of MOTIONS."""
        return self._one_of("motion", MOTIONS)

    @motion.setter
    def motion(self, value: str) -> None:
        self._keep("motion", value)

    @property
    def text_size(self) -> int:
        """Percent of the design size, in steps of ten from 80 to 200."""
        try:
            size = round(int(self._values.get("text_size", 100)), -1)
        except (TypeError, ValueError):
            return 100
        return min(max(size, TEXT_SIZES[0]), TEXT_SIZES[-1])

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._keep("text_size", int(value))

    @property
    def keep_by_default(self) -> bool:
        """Whether a thought is written down unless one says otherwise."""
        return self._flag("keep_by_default", True)

    @keep_by_default.setter
    def keep_by_default(self, value: bool) -> None:
        self._keep("keep_by_default", bool(value))

    @property
    def faces(self) -> bool:
        """Whether visitors have faces."""
        return self._flag("faces", True)

    @faces.setter
    def faces(self, value: bool) -> None:
        self._keep("faces", bool(value))

    @property
    def begun(self) -> bool:
        """Whether the first-run page was left with Begin."""
        return self._flag("begun", False)

    @begun.setter
    def begun(self, value: bool) -> None:
        self._keep("begun", bool(value))

    @property
    def spelling(self) -> str:
        """ "system", "off", or the language that is spelled, such as "en_GB"."""
        return self._text("spelling") or "system"

    @spelling.setter
    def spelling(self, value: str) -> None:
        self._keep("spelling", value)

    @property
    def geometry(self) -> QByteArray:
        """The window's size and place as Qt saves them."""
        value = self._values.get("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._keep("geometry", value)

    def _keep(self, name: str, value: Any) -> None:
        if self._values.get(name) == value:
            return
        self._values[name] = value
        if self._written:
            self._write(name, value)
        self.changed.emit(name)

    def _write(self, name: str, value: Any) -> None:
        self._settings.setValue(name, value)
        self._settings.sync()
        if self._settings.status() != QSettings.Status.NoError:
            log.warning("preferences could not be written: %s", self._settings.status().name)

    def _one_of(self, name: str, allowed: tuple[str, ...]) -> str:
        value = self._text(name)
        return value if value in allowed else allowed[0]

    def _text(self, name: str) -> str:
        value = self._values.get(name, "")
        return value if isinstance(value, str) else ""

    def _flag(self, name: str, default: bool) -> bool:
        value = self._values.get(name)
        return {"true": True, "false": False}.get(str(value).lower(), default)


def _open(file: Path) -> QSettings:
    """The settings in ``file``; one that Qt calls malformed is removed first, for Qt would never write to it again."""
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    if settings.status() == QSettings.Status.FormatError:
        log.warning("preferences could not be read and begin anew")
        with contextlib.suppress(OSError):
            file.unlink()
        settings = QSettings(str(file), QSettings.Format.IniFormat)
    return settings
