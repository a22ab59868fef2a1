"""Today right after Begin: one small thing to do is named, and has the focus; later it is as always."""

from __future__ import annotations

from guesthouse.domain.errand import Begun, Start
from guesthouse.ui.pages.today import TodayPage
from tests.ui.pages.today_hands import texts

FIRST = "One small thing to begin with: name something you notice right now. Or take the step below."
USUAL = "One small step is plenty. None is fine too."


def test_one_small_thing_is_named_once_and_typing_does_it(today: TodayPage) -> None:
    assert USUAL in texts(today) and FIRST not in texts(today)
    today.receive(Begun())
    assert FIRST in texts(today) and USUAL not in texts(today)
    assert today.focusWidget() is today.noticing.builder.field
    assert today.step.try_button.isVisible(), "the step below is there"
    today.leave()
    today.arrive()
    assert USUAL in texts(today) and FIRST not in texts(today)


def test_nothing_else_that_is_brought_changes_it(today: TodayPage) -> None:
    today.receive(None)
    today.receive(Start("any"))
    assert USUAL in texts(today)
