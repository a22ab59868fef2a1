"""What is submitted is told once, and again only where it has become another text."""

from __future__ import annotations

import gc

from pytestqt.qtbot import QtBot

from guesthouse.ui.parts.submitted import Submitted


def heard(submitted: Submitted) -> list[str]:
    told: list[str] = []
    submitted.written.connect(told.append)
    return told


def test_each_text_is_told_once(qtbot: QtBot) -> None:
    submitted = Submitted()
    told = heard(submitted)
    submitted.tell({"one": "a line", "two": "  ", "three": ""})
    submitted.tell({"one": "a line"})
    assert told == ["a line"]
    submitted.tell({"one": "another line"})
    assert told == ["a line", "another line"]


def test_what_is_known_is_not_told(qtbot: QtBot) -> None:
    submitted = Submitted()
    told = heard(submitted)
    submitted.know({"one": "an older line"})
    assert submitted.is_told({"one": "an older line", "two": ""}) and not submitted.is_told({"two": "a line"})
    assert not submitted.is_told({"one": "an older line", "two": "a line"})
    submitted.tell({"one": "an older line", "two": "a line"})
    assert told == ["a line"]


def test_it_holds_no_words_once_it_has_forgotten(qtbot: QtBot) -> None:
    submitted = Submitted()
    submitted.tell({"one": "".join(("zinn", "ober"))})
    submitted.forget()
    gc.collect()
    assert "zinnober" not in repr(vars(submitted))
