"""One guest, opened: its figure, its whole words, its name, its visits, and the way to forget it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextDocument, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from guesthouse.domain.visit import Guest, Visit
from guesthouse.qt.look import Look
from guesthouse.ui.canvas.lines import SHOWN_FOR_NUL
from guesthouse.ui.pages.guest_book_model import VisitsModel
from guesthouse.ui.pages.guest_book_rows import Figures, VisitList
from guesthouse.ui.pages.guest_book_words import first_seen, last_seen, visits_of
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label

FIGURE = 84
EDGE, INSET = 2, 4
LARGE_UP_TO = 240
"""Words of more characters than this are set in the smaller of the two sizes."""


class WholeWords(QTextEdit):
    """A person's words, all of them, as plain text to read and select; as tall as they are."""

    def __init__(self, look: Look) -> None:
        """No words yet."""
        super().__init__()
        self._look = look
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._measure = QTextDocument(self)
        self._measure.setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The whole thought"))
        look.changed.connect(self._dress)

    def show_words(self, words: str) -> None:
        """Show ``words``; a NUL is shown by the sign for it."""
        self.setPlainText(words.replace("\0", SHOWN_FOR_NUL))
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As tall as the words are in this width."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(40, 1)

    def _fit(self) -> None:
        """The text's own document cannot be asked: it follows the style sheet's edges one step late."""
        self._measure.setTextWidth(max(1, self.width() - 2 * (EDGE + INSET)))
        self.setFixedHeight(round(self._measure.size().height()) + 2 * EDGE + 2)

    def _dress(self) -> None:
        ring = self._look.colour("focus").name()
        self.setStyleSheet(
            f"QTextEdit {{ border: {EDGE}px solid transparent; border-radius: 8px; margin: 0; padding: 0 {INSET}px;"
            f" background: transparent; }} QTextEdit:focus {{ border-color: {ring}; margin: 0; }}"
        )
        font = self._look.font("words-large" if len(self.toPlainText()) <= LARGE_UP_TO else "words")
        self.setFont(font)
        self._measure.setDefaultFont(font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._measure.setDefaultTextOption(option)
        self._measure.setPlainText(self.toPlainText())
        self._fit()


class NameCard(Card):
    """Where a guest gets a name. What is typed and not kept yet is there again when the guest is opened again."""

    kept = Signal(str)

    def __init__(self, look: Look) -> None:
        """A card for nobody yet."""
        super().__init__()
        self._guest = ""
        self._stored = ""
        self._half: dict[str, str] = {}
        title = label(look, "subheading", self.tr("Name this theme"))
        self._explained = self.tr("A theme is a set of words my mind repeats, true or not.")
        self.field = QLineEdit()
        self.field.setMaxLength(200)
        self.field.setPlaceholderText(self.tr("the not-enough theme, for example"))
        self.field.setAccessibleName(title.text())
        self.field.setAccessibleDescription(self._explained)
        title.setBuddy(self.field)
        self.button = primary(look, self.tr("Keep this name"))
        self._note = label(look, "soft")
        row = Flow()
        row.addWidget(self.button)
        row.addWidget(self._note)
        self.column.addWidget(title)
        self.column.addWidget(label(look, "soft", self._explained))
        self.column.addWidget(look.dress(self.field, "body"))
        self.column.addSpacing(4)
        self.column.addLayout(row)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._keep)
        self.button.clicked.connect(self._keep)

    def show_guest(self, guest: Guest) -> None:
        """The name it has, or what was half-typed for it."""
        if guest.id != self._guest:
            self._note.setText("")
        self._guest, self._stored = guest.id, guest.theme or ""
        self.field.setText(self._half.get(guest.id, self._stored))
        self._typed()

    def empty(self) -> None:
        """Show nobody's name; what was half-typed is kept for its guest."""
        self._guest = self._stored = ""
        self.field.setText("")  # clear() could be undone
        self._note.setText("")

    def forget(self, guest_id: str | None = None) -> None:
        """Hold no half-typed words any more: of this guest, or of anybody."""
        if guest_id is None:
            self._half.clear()
        else:
            self._half.pop(guest_id, None)

    def _typed(self) -> None:
        typed = self.field.text()
        different = typed.strip() != self._stored
        self.button.setEnabled(different)
        if different and self._guest:
            self._half[self._guest] = typed
            self._note.setText("")
        else:
            self._half.pop(self._guest, None)

    def say_kept(self) -> None:
        """The name is in the book."""
        self._half.pop(self._guest, None)
        self._stored = self.field.text().strip()
        self._note.setText(self.tr("Kept.") if self._stored else self.tr("It has no name now."))
        self._typed()

    def _keep(self) -> None:
        if self.button.isEnabled():
            self.kept.emit(self.field.text())


class GuestDetail(QScrollArea):
    """Everything about one guest. It asks for changes by signals and is shown the outcome."""

    named = Signal(str)
    forget_asked = Signal()
    write_asked = Signal()
    back = Signal()

    def __init__(self, look: Look, figures: Figures, scenes: dict[str, str]) -> None:
        """An empty page with an invitation."""
        super().__init__()
        self._look, self._figures = look, figures
        self._guest: Guest | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._model = VisitsModel(scenes, self)
        self.words = WholeWords(look)
        self.name_card = NameCard(look)
        self.visits = VisitList(look, self._model)
        self._fill()
        self.name_card.kept.connect(self.named)
        self.visits.walked.connect(self._follow)
        look.changed.connect(self._paint_figure)

    def minimumSizeHint(self) -> QSize:
        """Whatever room there is; it scrolls."""
        return QSize(0, 0)

    def show_guest(self, guest: Guest, visits: list[Visit], now: datetime) -> None:
        """Open this one; at the top, unless it was open before."""
        if self._guest is None or guest.id != self._guest.id:
            self.verticalScrollBar().setValue(0)
        self._guest = guest
        self.words.show_words(guest.words)
        lately = f"{visits_of(guest.visits)} · {last_seen(guest.last_seen, now)}"
        self._facts.setText(f"{lately}\n{first_seen(guest.first_seen, now)}")
        self.name_card.show_guest(guest)
        self._model.show_visits(guest, visits, now)
        self._paint_figure()
        self._nobody.hide()
        self._book.show()

    def empty(self) -> None:
        """Show nobody, and hold no words any more."""
        self._guest = None
        self._book.hide()
        self._nobody.show()
        self.words.show_words("")
        self._facts.setText("")
        self.name_card.empty()
        self._model.show_visits(None, [], None)
        self._picture.clear()

    def show_back(self, on: bool) -> None:
        """Whether the list is out of sight and there must be a way back to it."""
        self._back.setVisible(on)

    def begin(self) -> None:
        """Put the focus on the words."""
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        look = self._look
        self._back = quiet(look, self.tr("All guests"))
        self._back.clicked.connect(self.back)
        self._book = QWidget()
        column = QVBoxLayout(self._book)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._portrait())
        column.addWidget(self.name_card)
        column.addWidget(self._visits_card())
        forget = quiet(look, self.tr("Forget this guest"))
        forget.clicked.connect(self.forget_asked)
        write = quiet(look, self.tr("Write about this"))
        write.clicked.connect(self.write_asked)
        column.addLayout(_at_the_start(write, forget))
        self._ground = QWidget()
        self._ground.setProperty("ground", "plain")
        outer = QVBoxLayout(self._ground)
        outer.setContentsMargins(0, 40, 12, 32)
        outer.setSpacing(12)
        outer.addLayout(_at_the_start(self._back))
        outer.addWidget(self._invitation())
        outer.addWidget(self._book)
        outer.addStretch(1)
        self.setWidget(self._ground)
        self._book.hide()

    def _invitation(self) -> Card:
        self._nobody = Card("sage")
        text = self.tr("Choose a guest to see when it came and went, or to name its theme.")
        self._nobody.column.addWidget(label(self._look, "body", text))
        return self._nobody

    def _portrait(self) -> Card:
        card = Card()
        card.column.setContentsMargins(20, 12, 28, 16)
        self._picture = QLabel()
        self._facts = label(self._look, "soft")
        self._facts.setContentsMargins(EDGE + INSET, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addStretch(1)
        words.addWidget(self.words)
        words.addWidget(self._facts)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        card.column.addLayout(row)
        return card

    def _visits_card(self) -> Card:
        card = Card()
        card.column.setContentsMargins(18, 24, 18, 12)
        title = label(self._look, "subheading", self.tr("Visits"))
        title.setContentsMargins(14, 0, 14, 0)
        card.column.addWidget(title)
        card.column.addWidget(self.visits)
        return card

    def _paint_figure(self) -> None:
        """The words need the room more than the figure does where text is large."""
        if self._guest is not None:
            height = round(FIGURE * min(self._look.scale, 1.2))
            self._picture.setPixmap(self._figures(self._guest.seed, height, self.devicePixelRatioF()))

    def _follow(self, rect: QRect) -> None:
        middle = self.visits.mapTo(self._ground, rect.center())
        self.ensureVisible(middle.x(), middle.y(), 0, rect.height())


def _at_the_start(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
