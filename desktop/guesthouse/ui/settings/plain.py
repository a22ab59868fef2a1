"""The cards that need no house: how it looks, what moves, what is kept and where, and what this is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import TEXT_SIZES, Preferences
from guesthouse.qt.spelling import OFF, SYSTEM
from guesthouse.qt.spelling import languages as spelled_languages
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.form import Form, choice
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.size_slider import SizeSlider


class PlainCard(Card):
    """A title and a form; what is chosen is a preference from then on."""

    def __init__(self, title: str, look: Look, preferences: Preferences) -> None:
        """Fill ``form``."""
        super().__init__()
        self._look, self._preferences = look, preferences
        self.column.addWidget(label(look, "subheading", title))
        self.column.addSpacing(8)
        self.form = Form(look)
        self.column.addWidget(self.form)

    def _choice(self, options: list[tuple[str, str]], name: str) -> QComboBox:
        """One of several, for the preference ``name``."""
        box = choice(options, getattr(self._preferences, name))
        box.currentIndexChanged.connect(lambda: setattr(self._preferences, name, box.currentData()))
        return box

    def _check(self, text: str, name: str) -> QCheckBox:
        """On or off, for the preference ``name``."""
        box = QCheckBox(text)
        box.setChecked(getattr(self._preferences, name))
        box.toggled.connect(lambda on: setattr(self._preferences, name, on))
        return box


class LooksCard(PlainCard):
    """How it looks: theme, size of text, language."""

    def __init__(self, look: Look, preferences: Preferences, languages: Sequence[tuple[str, str]]) -> None:
        """``languages``: code and name of each."""
        super().__init__(QCoreApplication.translate("SettingsPage", "How it looks"), look, preferences)
        themes = [
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("night", self.tr("Night")),
            ("contrast", self.tr("High contrast")),
        ]
        self.theme = self._choice(themes, "theme")
        self.form.add_row(self.tr("Theme"), self.theme)
        size = SizeSlider(look, self.tr("Text size"), TEXT_SIZES, preferences.text_size)
        size.chosen.connect(lambda value: setattr(preferences, "text_size", value))
        self.form.add_row(self.tr("Text size"), size, named=size.slider)
        language = choice(list(languages), languages[0][0])
        self.form.add_row(self.tr("Language"), language, self.tr("More will come when the texts have settled."))


class MovesCard(PlainCard):
    """How much moves."""

    def __init__(self, look: Look, preferences: Preferences) -> None:
        """Shows what is chosen."""
        super().__init__(QCoreApplication.translate("SettingsPage", "What moves"), look, preferences)
        levels = [
            ("system", self.tr("As the system")),
            ("full", self.tr("Full")),
            ("calm", self.tr("Calm")),
            ("still", self.tr("Still")),
        ]
        told = self.tr("Still shows the same visits as quiet cards.")
        self.form.add_row(self.tr("Motion"), self._choice(levels, "motion"), told)
        self.form.add_check(self._check(self.tr("Faces on visitors"), "faces"))


class KeptCard(PlainCard):
    """What is kept, what is marked while one writes, and where all of it lies."""

    def __init__(self, look: Look, preferences: Preferences, database: Path) -> None:
        """``database`` is the file that is shown."""
        super().__init__(QCoreApplication.translate("SettingsPage", "What is kept"), look, preferences)
        self._folder = database.parent
        told = self.tr("Where this is off, a thought is kept nowhere unless you say so beside it.")
        self.form.add_check(self._check(self.tr("Write thoughts down"), "keep_by_default"), told)
        self._add_spelling()
        self._marks = self._check(self.tr("Mark shoulds I write"), "should_marks")
        told = self.tr("Small dots under a rule about yourself. Ctrl+. offers a few lines there. Nothing is changed.")
        self.form.add_check(self._marks, told)
        path = QLineEdit(str(database))
        path.setReadOnly(True)
        path.setCursorPosition(0)
        self.form.add_below(self.tr("Where it is kept"), path)
        folder = quiet(look, self.tr("Open that folder"))
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))))
        self.form.add_button(folder)

    def read(self) -> None:
        """What is switched off where one writes is off here, too."""
        self._marks.setChecked(self._preferences.should_marks)

    def _add_spelling(self) -> None:
        spelled = spelled_languages()
        if not spelled:
            return
        named = [(name, f"{QLocale(name).nativeLanguageName()} ({name})") for name in spelled]
        wishes = [(SYSTEM, self.tr("As the system")), (OFF, self.tr("Off")), *named]
        told = self.tr("In the journal, with the dictionaries of this computer.")
        self.form.add_row(self.tr("Spell check"), self._choice(wishes, "spelling"), told)


class AboutCard(Card):
    """What this is."""

    def __init__(self, look: Look, version: str) -> None:
        """Names the version."""
        super().__init__()
        self.column.addWidget(label(look, "subheading", self.tr("About")))
        self.column.addSpacing(8)
        named = self.tr("Guesthouse {version}").format(version=version)
        self.column.addWidget(label(look, "body", named, selectable=True))
        told = self.tr("Free software under the MIT licence. It never goes online.")
        self.column.addWidget(label(look, "soft", told))
        self.column.addSpacing(8)
        self.help = quiet(look, self.tr("About and Help"))
        row = QHBoxLayout()
        row.addWidget(self.help)
        row.addStretch(1)
        self.column.addLayout(row)
