"""What is around a step, with real words and without a house."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from guesthouse.content.feelings import load_vocabulary
from guesthouse.content.player import load_player
from guesthouse.content.shoulds import load_shoulds
from guesthouse.domain.kit import Comfort
from guesthouse.domain.practice import Answer, Element, Practice, Step, Tone
from guesthouse.domain.sitting import Length, Standing, Verdict
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.steps.around import Around, StepView
from guesthouse.ui.steps.views import view_of
from tests.ui.pages.conftest import heard

__all__ = ["heard"]

VOCABULARY = load_vocabulary(resources() / "feelings", "en")
Show = Callable[..., StepView]


class Given:
    """What the tests put around a step, and what the step told."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.before: tuple[Step, ...] = ()
        self.comforts: list[Comfort] = []
        self.standings: dict[str, Standing] = {}
        self.length = Length.SHORT
        self.second_ms = 1
        self.rules = False
        self.changed = 0
        self.went = 0

    def judge(self, practice_id: str, verdict: Verdict | None) -> None:
        self.standings[practice_id] = Standing(verdict=verdict)


@pytest.fixture
def given() -> Given:
    return Given()


@pytest.fixture
def show(qtbot: QtBot, look: Look, preferences: Preferences, given: Given) -> Show:
    """Shows a step; what it tells is counted."""

    def made(step: Step) -> StepView:
        practice = Practice("p", "P", Element.EXPLORE, (1, 1), Tone.NEUTRAL, "", (*given.before, step))
        around = Around(
            look=look,
            motion=Motion(preferences),
            preferences=preferences,
            words=load_player(resources() / "player", "en").between,
            vocabulary=VOCABULARY,
            practice=practice,
            length=given.length,
            answers=given.answers,
            comforts=lambda _shelf: given.comforts,
            standings=lambda: given.standings,
            judge=given.judge,
            rules=load_shoulds(resources() / "shoulds", "en") if given.rules else None,
            second_ms=given.second_ms,
        )
        view = view_of(step, around)
        view.changed.connect(lambda: setattr(given, "changed", given.changed + 1))
        view.went.connect(lambda: setattr(given, "went", given.went + 1))
        qtbot.addWidget(view)
        view.resize(640, 400)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        return view

    return made
