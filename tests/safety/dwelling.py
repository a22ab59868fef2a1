"""Somebody who lives in the whole app until it is killed, and says on stdout what the app has shown as kept.

    python -m tests.safety.dwelling FOLDER ROUND [PASSPHRASE]

"here" once the house is open; "thought NAME" once a thought is let in, "kept NAME" once the journal says "Saved",
"typed NAME" for what stands half-typed at the visitors' door, "locked" and "here" again after each lock.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.safety.letting_in import say

EVERY_MS = 4


def main(folder: Path, round_: str, passphrase: str | None) -> None:
    """Start the app as the command does, with somebody at its keys."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "preferences.ini").write_text("[General]\nbegun=true\nmotion=still\n", "utf-8")
    import guesthouse.house  # noqa: F401  # in the order of the command line
    from guesthouse import app, cli

    make = app.make_application

    def make_and_live() -> Any:
        application = make()
        from PySide6.QtCore import QTimer

        steps = life(round_, passphrase)
        timer = QTimer(application)
        timer.timeout.connect(lambda: next(steps))
        timer.start(EVERY_MS)
        return application

    app.make_application = make_and_live
    cli.main(["--data-dir", str(folder)])


def life(round_: str, passphrase: str | None) -> Iterator[None]:
    """One thing after the other, each once it can be done."""
    if passphrase is not None:
        yield from unlock(passphrase)
    yield from until(lambda: seen("Something else I notice"))
    window().resize(1280, 800)
    say("here")
    for number in range(10_000):
        name = f"n{round_}-{number}"
        yield from let_in(name)
        yield from write(name)
        if passphrase is not None and number % 3 == 2:
            yield from lock_and_unlock(passphrase)


def let_in(name: str) -> Iterator[None]:
    """A thought, and half of another one."""
    press("Visitors")
    yield from until(lambda: seen("What is visiting right now?"))
    field = seen("What is visiting right now?")
    field.setPlainText(f"thought {name} that comes")
    yield from until(lambda: seen("Let it in").isEnabled())
    press("Let it in")
    yield from until(lambda: field.toPlainText() == "")
    say(f"thought {name}")
    field.setPlainText(f"half of {name}")
    say(f"typed {name}")


def write(name: str) -> Iterator[None]:
    """A page of the journal."""
    press("Journal")
    yield from until(lambda: seen("New entry"))
    press("New entry")
    yield from until(lambda: seen("Entry"))
    seen("Entry").setPlainText(f"page {name} that stays")
    yield from until(lambda: saved())
    say(f"kept {name}")


def lock_and_unlock(passphrase: str) -> Iterator[None]:
    """Away from the table, and back."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.keyClick(window(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    yield from unlock(passphrase)
    yield from until(lambda: seen("Journal") and seen("Journal").isEnabled() and not seen("Passphrase"))
    say("here")


def unlock(passphrase: str) -> Iterator[None]:
    """At the closed door."""
    yield from until(lambda: seen("Passphrase"))
    say("locked")
    seen("Passphrase").setText(passphrase)
    yield from until(lambda: seen("Unlock").isEnabled())
    press("Unlock")


def window() -> Any:
    """The one window."""
    from PySide6.QtWidgets import QApplication

    return next(widget for widget in QApplication.topLevelWidgets() if widget.windowTitle() == "Guesthouse")


def until(there: Callable[[], Any]) -> Iterator[None]:
    """Look again at each beat until it is there."""
    while not there():
        yield


def seen(name: str) -> Any:
    """The control with this name that can be seen, or None."""
    from PySide6.QtWidgets import QAbstractButton, QApplication

    for widget in QApplication.allWidgets():
        said = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
        if said == name and widget.isVisible():
            return widget
    return None


def saved() -> bool:
    """Whether the journal says so."""
    from PySide6.QtWidgets import QApplication, QLabel

    return any(
        isinstance(widget, QLabel) and widget.text() == "Saved" and widget.isVisible()
        for widget in QApplication.allWidgets()
    )


def press(name: str) -> None:
    """Press a button."""
    seen(name).click()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None)
