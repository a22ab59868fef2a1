"""A prompt over the text: one at a time, another, one's own, or a letter to write on in."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from guesthouse.domain.prompt import Letter, Prompt, Prompts, next_prompt
from guesthouse.qt.look import Look
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import pill, primary
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.form import choice
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.roll import Roll

ANY = ""


class PromptCard(Card):
    """Offers; what is done with it is told by signals."""

    used = Signal(str)
    """Words to put into the entry, as Markdown."""
    headline_asked = Signal()
    """A title is all that will be written."""
    own_written = Signal(str)
    own_removed = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, prompts: Prompts, chance: random.Random) -> None:
        """No prompt yet; ``chance`` draws the next one."""
        super().__init__("well")
        self._look, self._prompts, self._chance = look, prompts, chance
        self._own: list[Prompt] = []
        self.may_come: Callable[[str], bool] = lambda _words: True
        """Which of one's own may be drawn."""
        self._shown: list[str] = []
        self._prompt: Prompt | None = None
        self._letter: Letter | None = None
        themes = [(ANY, self.tr("Anything")), *((theme.id, theme.title) for theme in prompts.themes)]
        self.theme = choice(themes, ANY)
        self._words = label(look, "words", selectable=True)
        self._note = label(look, "small", prompts.guidance)
        self._roll = Roll(look)
        self.use = primary(look, self.tr("Use this"))
        self.another = pill(look, self.tr("Another"))
        self.headline = pill(look, self.tr("Headline only"))
        self.letters = [pill(look, letter.title) for letter in prompts.letters]
        self.own = look.dress(QLineEdit(), "soft")
        self.keep_own = pill(look, self.tr("Keep it"))
        self.remove_own = pill(look, self.tr("Remove this prompt"))
        self.close_button = pill(look, self.tr("Put away"))
        self._lay_out()
        self._wire()

    def show_own(self, own: Sequence[tuple[str, str]]) -> None:
        """The prompts that the person has written: id and words."""
        self._own = [Prompt(prompt_id, "", words) for prompt_id, words in own]
        if self._prompt is not None and self._prompt not in (*self._prompts.prompts, *self._own):
            self.draw()

    def draw(self) -> None:
        """Another prompt than this one."""
        theme = self.theme.currentData() or None
        own = (prompt for prompt in self._own if self.may_come(prompt.text))
        prompt = next_prompt((*self._prompts.prompts, *own), self._shown, theme, self._chance)
        if prompt is not None:
            self._offer(prompt)

    def begin(self) -> None:
        """Offer one, and put the focus on it."""
        if self._prompt is None:
            self.draw()
        self.use.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Hold nothing that the person has written."""
        self._own, self._prompt, self._letter = [], None, None
        self._words.setText("")
        self.use.setAccessibleDescription("")
        self.own.setText("")  # clear() could be undone

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        about = label(self._look, "small", self.tr("Prompts about"), wrap=False)
        about.setBuddy(self.theme)
        self.theme.setAccessibleName(about.text())
        top = Flow(gap=4)
        for part in (about, self.theme, self.close_button):
            top.addWidget(part)
        verbs = Flow(gap=4)
        for button in (self.use, self.another, self.headline, *self.letters, self.remove_own):
            verbs.addWidget(button)
        name = self.tr("A prompt of your own")
        self.own.setAccessibleName(name)
        self.own.setPlaceholderText(name)
        self.own.setMaxLength(400)
        row = QWidget()
        own = QHBoxLayout(row)
        own.setContentsMargins(0, 0, 0, 0)
        own.addWidget(self.own, 1)
        own.addWidget(self.keep_own)
        self.column.addWidget(self._roll)
        self._roll.column.addLayout(top)
        self._roll.column.addWidget(self._words)
        self._roll.column.addLayout(verbs)
        self._roll.column.addWidget(row)
        self._roll.column.addWidget(self._note)
        self.remove_own.hide()
        self.keep_own.setEnabled(False)

    def _wire(self) -> None:
        self.another.clicked.connect(self.draw)
        self.theme.currentIndexChanged.connect(self.draw)
        self.use.clicked.connect(self._use)
        self.headline.clicked.connect(self._headline)
        for button, letter in zip(self.letters, self._prompts.letters, strict=True):
            button.clicked.connect(partial(self._offer_letter, letter))
        self.own.textChanged.connect(lambda text: self.keep_own.setEnabled(bool(text.strip())))
        self.own.returnPressed.connect(self._keep_own)
        self.keep_own.clicked.connect(self._keep_own)
        self.remove_own.clicked.connect(self._remove_own)
        self.close_button.clicked.connect(self.closed)

    def _offer(self, prompt: Prompt) -> None:
        self._shown = [*(shown for shown in self._shown if shown != prompt.id), prompt.id]
        self._prompt, self._letter = prompt, None
        self._say(prompt.text)

    def _say(self, words: str) -> None:
        """Show words, and let them be heard: with the button that uses them, and at once by who is in the card."""
        self._words.setText(words)
        self._roll.to_top()
        usable = self._prompt is not None or self._letter is not None
        self.use.setEnabled(usable)
        self.use.setAccessibleDescription(words if usable else "")
        self.remove_own.setVisible(self._letter is None and self._prompt in self._own)
        if self.isVisible():
            announce(self, words)

    def _headline(self) -> None:
        """There is nothing to use then: what stands here is no prompt."""
        self._prompt = self._letter = None
        self._say(self._prompts.headline)
        self.headline_asked.emit()

    def _offer_letter(self, letter: Letter) -> None:
        """What to know about it first; "Use this" puts it in."""
        self._letter = letter
        self._say(letter.note)
        self.use.setFocus()

    def _use(self) -> None:
        """Tell it, and begin with another one next time."""
        if self._letter is not None:
            self.used.emit(self._letter.text.strip("\n") + "\n")
        elif self._prompt is not None:
            quoted = "\n".join(f"> {line}" for line in self._prompt.text.splitlines())
            self.used.emit(f"{quoted}\n\n")
        self.draw()

    def _keep_own(self) -> None:
        """Tell it. Once it has come back as kept it is shown; until then its words stay in the field."""
        if not self.own.text().strip():
            return
        before = set(self._own)
        self.own_written.emit(self.own.text())
        kept = next((prompt for prompt in self._own if prompt not in before), None)
        if kept is not None:
            self.own.clear()
            self._offer(kept)

    def _remove_own(self) -> None:
        if self._prompt is not None:
            self.own_removed.emit(self._prompt.id)
