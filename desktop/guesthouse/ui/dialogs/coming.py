"""Says what would come in from elsewhere, before anything does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from guesthouse.domain.journal import LeftOut
from guesthouse.qt.look import Look
from guesthouse.services.incoming import Coming
from guesthouse.ui.journal.words import entries_counted, whole_day
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.labels import label

MOST_LISTED = 500


class ComingDialog(QDialog):
    """What is new, what is here already, and by name what cannot come in; nothing comes in unless it is wanted."""

    def __init__(self, coming: Coming, look: Look, parent: QWidget | None) -> None:
        """A dialog ready for ``exec``."""
        super().__init__(parent)
        self.setWindowTitle("Guesthouse")
        self.setAccessibleName(self.tr("Import"))
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 24)
        column.setSpacing(12)
        column.addWidget(label(look, "heading", kind_named(coming.kind)))
        for line in told(coming):
            column.addWidget(label(look, "body", line))
        if coming.left_out:
            column.addWidget(label(look, "soft", self.tr("This cannot come in, and stays where it is:")))
            column.addWidget(_list(coming.left_out, look, self.tr("What cannot come in")), 1)
        take, leave = primary(look, self.tr("Take them in")), quiet(look, self.tr("Leave it"))
        take.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(take)
        take.setVisible(bool(coming.new))
        column.addLayout(buttons)
        self.setMinimumWidth(look.px(460))


def _list(left_out: Sequence[LeftOut], look: Look, name: str) -> QListWidget:
    made = look.dress(QListWidget(), "soft")
    made.setAccessibleName(name)
    made.setWordWrap(True)
    made.addItems([f"{one.name}: {why(one.why)}" for one in left_out[:MOST_LISTED]])
    if len(left_out) > MOST_LISTED:
        made.addItem(f"… {len(left_out) - MOST_LISTED}")
    return made


def told(coming: Coming) -> list[str]:
    """What would come in, in sentences."""
    say = QCoreApplication.translate
    if not coming.new and not coming.known:
        return [say("Import", "There is no entry in it that can come in.")]
    lines = [say("Import", "New here: {entries}.").format(entries=entries_counted(len(coming.new)))]
    if coming.new:
        days = sorted(entry.written.date() for entry in coming.new)
        lines.append(
            say("Import", "From {first} to {last}.").format(first=whole_day(days[0]), last=whole_day(days[-1]))
        )
    if coming.known:
        known = entries_counted(coming.known)
        lines.append(say("Import", "Here already, and left as they are: {entries}.").format(entries=known))
    return lines


def kind_named(kind: str) -> str:
    """Where it comes from."""
    say = QCoreApplication.translate
    return {
        "dayone": "Day One",
        "jrnl": "jrnl",
        "mini-diary": "Mini Diary",
        "mini-diarium": "Mini Diarium",
        "rednotebook": "RedNotebook",
        "guesthouse": "Guesthouse",
        "markdown": say("Import", "Markdown files"),
        "text": say("Import", "Plain text"),
    }.get(kind, say("Import", "Nothing that is known here"))


def why(reason: str) -> str:
    """Why something cannot come in."""
    say = QCoreApplication.translate
    return {
        "unknown": say("Import", "no format that is known here"),
        "not-readable": say("Import", "it cannot be read"),
        "too-large": say("Import", "it is too large"),
        "no-date": say("Import", "nothing tells its day"),
        "no-text": say("Import", "there is nothing in it"),
        "twice": say("Import", "it stands there twice, and comes in once"),
        "media-missing": say("Import", "the picture is not there"),
        "media-kind": say("Import", "pictures alone are kept"),
    }.get(reason, reason)
