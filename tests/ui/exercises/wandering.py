"""Goes through an exercise as a curious person would: writes in every field, presses every key, and goes on."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTextEdit, QWidget

from tests.ui.exercises.hand import Hand, settle

OWN = "late"
MOST = 80


def buttons(hand: Hand) -> list[QAbstractButton]:
    """What can be pressed now."""
    found = hand.window.findChildren(QAbstractButton)
    return [button for button in found if button.isVisible() and button.isEnabled()]


def names(hand: Hand) -> set[str]:
    """What every key is called that can be seen now, in letters and for those who listen."""
    seen = {button for button in hand.window.findChildren(QAbstractButton) if button.isVisible()}
    return {said for button in seen for said in (button.text(), button.accessibleName(), button.toolTip()) if said}


def shown(hand: Hand) -> str:
    """Every word that can be read now in labels, keys and texts, and what is told of the picture."""
    parts = [hand.exercise.equivalent()]
    for widget in hand.window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            parts.append(widget.text())
        elif isinstance(widget, QTextEdit):
            parts.append(plain(widget))
    return "\n".join(parts)


def plain(text: QTextEdit) -> str:
    """What stands in it, to the letter."""
    return text.document().toRawText().replace("\u2029", "\n")


def wander(hand: Hand, seconds: float = 0.0) -> Iterator[str]:
    """Everything there is to press, each once, with ``seconds`` after each; yields what was done at every stop."""
    pressed: set[QAbstractButton] = set()
    yield "at the beginning"
    for _ in range(MOST):
        write_in(hand.window)
        left = [button for button in buttons(hand) if button not in pressed]
        if left:
            pressed.add(left[0])
            said = left[0].text() or left[0].accessibleName()
            left[0].click()
            hand.wait(seconds, step=200)
            settle()
            yield said
        elif hand.exercise.go_on():
            yield "at the end"
            return
        else:
            hand.wait(seconds, step=200)
            settle()
            yield "gone on"
    raise AssertionError("it never comes to its end")


def write_in(page: QWidget) -> None:
    """Write one word in every field that is still empty."""
    for field in page.findChildren(QWidget):
        if not field.isVisible():
            continue
        if isinstance(field, QLineEdit) and not field.isReadOnly() and not field.text():
            field.setText(OWN)
        elif isinstance(field, QTextEdit) and not field.isReadOnly() and not plain(field):
            field.setPlainText(OWN)
