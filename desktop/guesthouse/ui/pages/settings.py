"""The room Settings: how it looks, how much moves, what is kept and where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import TEXT_SIZES, Preferences
from guesthouse.qt.spelling import OFF, SYSTEM
from guesthouse.qt.spelling import languages as spelled_languages
from guesthouse.ui.pages.page import Page
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.form import Form, choice
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.sheet import Sheet
from guesthouse.ui.parts.size_slider import SizeSlider
from guesthouse.ui.settings.practice_wishes import PracticeWishes

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.services.changes import Changes


class SettingsPage(Page):
    """Every change shows at once and is remembered."""

    name = "settings"

    def __init__(
        self,
        *,
        look: Look,
        preferences: Preferences,
        database: Path,
        version: str,
        languages: Sequence[tuple[str, str]],
    ) -> None:
        """``database``: the file shown as where things are kept; ``languages``: code and name of each."""
        super().__init__()
        self._look = look
        self._preferences = preferences
        sheet = Sheet(look)
        sheet.column.addWidget(label(look, "display", self.tr("Settings")))
        sheet.column.addWidget(label(look, "soft", self.tr("Changes show at once and are remembered.")))
        sheet.column.addSpacing(8)
        sheet.column.addWidget(self._card(self.tr("How it looks"), self._looks(languages)))
        sheet.column.addWidget(self._card(self.tr("What moves"), self._moves()))
        self._practices = PracticeWishes(look, preferences, origin=self)
        sheet.column.addWidget(self._practices)
        sheet.column.addWidget(self._card(self.tr("What is kept"), self._kept(database)))
        sheet.column.addWidget(self._card(self.tr("About"), self._about(version)))
        sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)

    def welcome(self, house: House) -> None:
        """A house is open: what is wished in it can be seen."""
        self._practices.welcome(house)

    def let_go(self) -> None:
        """The house closes."""
        self._practices.let_go()

    def refresh(self, changes: Changes | None) -> None:
        """Wishes may have changed elsewhere."""
        if changes is None or changes.wishes:
            self._practices.read()

    def arrive(self) -> None:
        """Start at the first control; what is switched off where one writes is off here, too."""
        self._marks.setChecked(self._preferences.should_marks)
        self._theme.setFocus()

    def _card(self, title: str, content: QWidget) -> Card:
        card = Card()
        card.column.addWidget(label(self._look, "subheading", title))
        card.column.addSpacing(8)
        card.column.addWidget(content)
        return card

    def _looks(self, languages: Sequence[tuple[str, str]]) -> Form:
        form = Form(self._look)
        themes = [
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("night", self.tr("Night")),
            ("contrast", self.tr("High contrast")),
        ]
        self._theme = self._choice(themes, self._preferences.theme, self._set_theme)
        form.add_row(self.tr("Theme"), self._theme)
        size = SizeSlider(self._look, self.tr("Text size"), TEXT_SIZES, self._preferences.text_size)
        size.chosen.connect(self._set_text_size)
        form.add_row(self.tr("Text size"), size)
        language = choice(list(languages), languages[0][0])
        form.add_row(self.tr("Language"), language, self.tr("More will come when the texts have settled."))
        return form

    def _moves(self) -> Form:
        form = Form(self._look)
        levels = [
            ("system", self.tr("As the system")),
            ("full", self.tr("Full")),
            ("calm", self.tr("Calm")),
            ("still", self.tr("Still")),
        ]
        motion = self._choice(levels, self._preferences.motion, self._set_motion)
        form.add_row(self.tr("Motion"), motion, self.tr("Still shows the same visits as quiet cards."))
        form.add_check(self._check(self.tr("Faces on visitors"), self._preferences.faces, self._set_faces))
        return form

    def _kept(self, database: Path) -> Form:
        form = Form(self._look)
        keep = self._check(self.tr("Write thoughts down"), self._preferences.keep_by_default, self._set_keep)
        form.add_check(keep, self.tr("Where this is off, a thought is kept nowhere unless you say so beside it."))
        spelled = spelled_languages()
        if spelled:
            named = [(name, f"{QLocale(name).nativeLanguageName()} ({name})") for name in spelled]
            wishes = [(SYSTEM, self.tr("As the system")), (OFF, self.tr("Off")), *named]
            form.add_row(
                self.tr("Spell check"),
                self._choice(wishes, self._preferences.spelling, self._set_spelling),
                self.tr("In the journal, with the dictionaries of this computer."),
            )
        self._marks = self._check(
            self.tr("Mark shoulds I write"), self._preferences.should_marks, self._set_should_marks
        )
        form.add_check(
            self._marks,
            self.tr("Small dots under a rule about yourself. Ctrl+. offers a few lines there. Nothing is changed."),
        )
        path = QLineEdit(str(database))
        path.setReadOnly(True)
        path.setCursorPosition(0)
        form.add_below(self.tr("Where it is kept"), path)
        folder = quiet(self._look, self.tr("Open that folder"))
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(database.parent))))
        form.add_button(folder)
        return form

    def _set_should_marks(self, value: bool) -> None:
        self._preferences.should_marks = value

    def _set_spelling(self, value: str) -> None:
        self._preferences.spelling = value

    def _about(self, version: str) -> QWidget:
        about = QWidget()
        column = QVBoxLayout(about)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        named = self.tr("Guesthouse {version}").format(version=version)
        column.addWidget(label(self._look, "body", named, selectable=True))
        column.addWidget(
            label(self._look, "soft", self.tr("Free software under the MIT licence. It never goes online."))
        )
        return about

    def _choice(self, options: list[tuple[str, str]], chosen: str, set_to: Callable[[str], None]) -> QComboBox:
        box = choice(options, chosen)
        box.currentIndexChanged.connect(lambda: set_to(box.currentData()))
        return box

    def _check(self, text: str, on: bool, set_to: Callable[[bool], None]) -> QCheckBox:
        box = QCheckBox(text)
        box.setChecked(on)
        box.toggled.connect(set_to)
        return box

    def _set_theme(self, value: str) -> None:
        self._preferences.theme = value

    def _set_text_size(self, value: int) -> None:
        self._preferences.text_size = value

    def _set_motion(self, value: str) -> None:
        self._preferences.motion = value

    def _set_faces(self, value: bool) -> None:
        self._preferences.faces = value

    def _set_keep(self, value: bool) -> None:
        self._preferences.keep_by_default = value
