"""The room Practices: the library with what is open, the player, and the place where one makes a practice one's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from guesthouse.domain.errand import Open, Start
from guesthouse.domain.player_words import PlayerWords
from guesthouse.domain.practice import Practice, ready, without
from guesthouse.domain.shoulds import Shoulds
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.saving import BEHIND_MS
from guesthouse.qt.voice import Voice
from guesthouse.ui.pages.page import Page
from guesthouse.ui.practices.browse import Browse
from guesthouse.ui.practices.make_own import MakeOwn
from guesthouse.ui.practices.player import Player
from guesthouse.ui.practices.times import Bell, Times
from guesthouse.ui.practices.whereabouts import Whereabouts, found

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.services.changes import Changes

PAUSE_MS = 80
"""So long after the last letter the search begins."""

USUAL = Times()


def local_now() -> datetime:
    """The time here."""
    return datetime.now().astimezone()


class PracticesPage(Page):
    """What is done is found where it was left, whichever of the three it is."""

    name = "practices"

    def __init__(
        self,
        *,
        look: Look,
        preferences: Preferences,
        voice: Voice,
        player_words: PlayerWords,
        sounds: Bell | None = None,
        rules: Shoulds | None = None,
        motion: Motion | None = None,
        clock: Callable[[], datetime] = local_now,
        pause_ms: int = PAUSE_MS,
        behind_ms: int = BEHIND_MS,
        times: Times = USUAL,
    ) -> None:
        """``player_words``, ``sounds``, ``rules``, ``motion`` and ``times`` are the player's.

        ``pause_ms``: from the last letter to the search; ``behind_ms``: from a change in an own practice to its saving.
        """
        super().__init__()
        self._house: House | None = None
        self._player: Player | None = None
        self._own: MakeOwn | None = None
        self._was_at: Whereabouts | None = None
        self._was_own = self._was_open = ""
        self.browse = Browse(look, voice, clock, origin=self, pause_ms=pause_ms, five=player_words.ending.five)
        self._build_player = partial(
            Player, look, preferences, player_words, sounds, motion=motion, rules=rules, clock=clock, times=times
        )
        self._build_own = partial(MakeOwn, look, voice, origin=self, behind_ms=behind_ms)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.browse.start_asked.connect(self._play)
        self.browse.own_asked.connect(self._make_own)
        self.browse.carried.connect(self.carried)
        self.browse.wanted.connect(self.wanted)

    @property
    def player(self) -> Player:
        """Built when something is first done: the room opens sooner without."""
        if self._player is None:
            player = self._player = self._build_player()
            player.ended.connect(self._back_to_library)
            player.stopped.connect(self._stopped)
            player.carried.connect(self.carried)
            player.wanted.connect(self.wanted)
            player.opened.connect(self._look_at)
            player.submitting.written.connect(self.written)
            if self._house is not None:
                player.welcome(self._house)
            self._stack.addWidget(player)
        return self._player

    @property
    def own(self) -> MakeOwn:
        """Built when a practice is first made one's own."""
        if self._own is None:
            own = self._own = self._build_own()
            own.closed.connect(self._own_closed)
            own.original_asked.connect(self._look_at)
            own.submitted.written.connect(self.written)
            if self._house is not None:
                own.welcome(self._house)
            self._stack.addWidget(own)
        return self._own

    def welcome(self, house: House) -> None:
        """Open this house's practices."""
        self._house = house
        self.browse.welcome(house)
        for part in (self._player, self._own):
            if part is not None:
                part.welcome(house)
        if self.isVisible():
            self._be_where_one_was()

    def save(self) -> None:
        """What is being written is on the disk.

        Raises:
            Trouble: it could not be written; it stays in its fields.
        """
        try:
            if self._player is not None:
                self._player.save()
        finally:
            if self._own is not None:
                self._own.writing.save()

    def let_go(self) -> None:
        """Close everything, and hold nobody's words; where one is, is remembered by ids."""
        if self._house is not None:
            self._remember()
        self._house = None
        self._stack.setCurrentWidget(self.browse)
        for part in (self._player, self._own, self.browse):
            if part is not None:
                part.let_go()

    def refresh(self, changes: Changes | None) -> None:
        """Read the library anew where practices or wishes have changed elsewhere."""
        if self._house is not None and (changes is None or changes.practices or changes.wishes):
            self.browse.read()

    def arrive(self) -> None:
        """Where one was: at a step, at a text, or where typing searches."""
        self._be_where_one_was()
        part = self._stack.currentWidget()
        if part is self.browse:
            self.browse.library.field.setFocus()
        elif part is self._own:
            self.own.head.title.field.setFocus()
        else:
            self.player.arrive()

    def leave(self) -> None:
        """Another room is gone to: what is written is on the disk, and submitted."""
        self.save()
        if self._player is not None:
            self._player.submitting.now()
        if self._own is not None:
            self._own.submit()

    def search(self) -> None:
        """Ctrl+F, where the library is seen."""
        if self._stack.currentWidget() is self.browse:
            self.browse.search()

    def stop(self) -> None:
        """Esc leaves what is done; in the library it closes what is open, or empties the search."""
        part = self._stack.currentWidget()
        if part is self._player:
            self.player.stop()
        elif part is self._own:
            self.own.finish()
        else:
            self.browse.step_back()

    def receive(self, thing: object) -> None:
        """A practice to be done at once, or to be looked at."""
        self._forget_where_one_was()
        if isinstance(thing, Start):
            self._play(thing)
        elif isinstance(thing, Open):
            self._look_at(thing.practice)

    def _remember(self) -> None:
        part = self._stack.currentWidget()
        self._was_open = self.browse.open_id or ""
        self._was_at = self.player.whereabouts if part is self._player else None
        own = self.own.practice if part is self._own else None
        self._was_own = own.id if own is not None else ""

    def _forget_where_one_was(self) -> None:
        self._was_at, self._was_own, self._was_open = None, "", ""

    def _be_where_one_was(self) -> None:
        """After a lock, once one comes here: nobody is told of a step before."""
        opened, at, own = self._was_open, self._was_at, self._was_own
        self._forget_where_one_was()
        if self._house is None:
            return
        if opened:
            self.browse.open_practice(opened)
        practice = self._house.practices.one(own) if own else None
        if practice is not None:
            self._make_own(practice)
        elif at is not None and (there := found(self._house, at)) is not None:
            self._stack.setCurrentWidget(self.player)
            self.player.play(there.practice, length=at.length, sitting=there.sitting, waiting=there.waiting)

    def _play(self, start: Start) -> None:
        house = self._house
        practice = house.practices.one(start.practice) if house is not None else None
        if house is None or practice is None:
            return
        self.browse.open_practice(practice.id)
        if not ready(practice) or without(practice, house.wishes.off()) is None:
            self._look_at(practice.id)  # which says why
            return
        self.save()
        sitting = house.sittings.one(start.sitting) if start.sitting is not None else None
        self._stack.setCurrentWidget(self.player)
        self.player.play(practice, length=start.length, answers=start.answers, sitting=sitting)

    def _look_at(self, practice_id: str) -> None:
        """Show it; what was being done can be gone on with later."""
        self.save()
        self._put_away_player()
        if self.browse.open_practice(practice_id):
            self.browse.detail.begin()

    def _put_away_player(self) -> None:
        if self._player is not None and self.player.playing and self._house is not None:
            self.player.submitting.now()
            self.player.let_go()
            self.player.welcome(self._house)
        self._stack.setCurrentWidget(self.browse)
        self.browse.read()

    def _make_own(self, practice: Practice | None) -> None:
        self._stack.setCurrentWidget(self.own)
        self.own.begin(practice)

    def _own_closed(self, practice_id: str) -> None:
        self._stack.setCurrentWidget(self.browse)
        self.browse.read()
        if practice_id and self.browse.open_practice(practice_id):
            self.browse.detail.begin()
        else:
            self.browse.library.field.setFocus()

    def _back_to_library(self) -> None:
        self._stack.setCurrentWidget(self.browse)
        self.browse.read()
        if self.browse.open_id is not None:
            self.browse.detail.begin()

    def _stopped(self) -> None:
        if self.player.playing is None:  # else something is not on the disk yet, and stays on the screen
            self._stack.setCurrentWidget(self.browse)
        self.browse.read()
        self.stopped.emit()
