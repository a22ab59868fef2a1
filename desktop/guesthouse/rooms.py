"""The pages of the window, each built when it is first gone to.

What a page needs besides a house is handed to it here. The builders import their page late: all of them at once would
double the time to the window.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from guesthouse import __version__
from guesthouse.paths import LANGUAGE, Paths, resources
from guesthouse.qt.i18n import LANGUAGES, country_of_system
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.voice import Voice
from guesthouse.shared import Shared
from guesthouse.ui.heavy.heeding import Heeding
from guesthouse.ui.main_window import EXERCISES, EXPLAINER, FIRST_RUN, GROUNDING, HELP, KIT, LOCK, TROUBLE
from guesthouse.ui.pages.page import Page
from guesthouse.ui.rail import Room

if TYPE_CHECKING:
    from guesthouse.domain.care import Region
    from guesthouse.domain.heavy_words import HeavyWords
    from guesthouse.keeping import Keeping
    from guesthouse.ui.doors import Doors
    from guesthouse.ui.heavy.sayings import Sayings
    from guesthouse.ui.hidden.note import NotePage

log = logging.getLogger(__name__)


class Builders:
    """Knows how each page is made."""

    def __init__(
        self,
        *,
        paths: Paths,
        look: Look,
        preferences: Preferences,
        motion: Motion,
        voice: Callable[[], Voice],
        doors: Doors,
        keeping: Keeping,
    ) -> None:
        """``voice`` is asked for once the window stands; ``doors`` close the house, ``keeping`` has its file."""
        self._keeping = keeping
        self._shared = Shared(
            paths=paths, look=look, preferences=preferences, voice=voice, doors=doors, keeping=keeping
        )
        self._paths, self._look, self._preferences = paths, look, preferences
        self._motion, self._say = motion, voice

    def rooms(self) -> list[Room]:
        """The rail, from top to foot; a new room is one line here and one builder below."""
        say = QCoreApplication.translate
        return [
            Room("today", say("rooms", "Today"), "sun-horizon", self._today, ("Ctrl+1",)),
            Room("visitors", say("rooms", "Visitors"), "users", self._visitors, ("Ctrl+2",)),
            Room("practices", say("rooms", "Practices"), "leaf", self._practices, ("Ctrl+3",)),
            Room("journal", say("rooms", "Journal"), "notebook", self._journal, ("Ctrl+4",)),
            Room("guest-book", say("rooms", "Guest book"), "book-bookmark", self._guest_book, ("Ctrl+5",)),
            Room("support", say("rooms", "Support"), "lifebuoy", self._support, ("F1", "Ctrl+H"), True, False),
            Room("settings", say("rooms", "Settings"), "gear-six", self._settings, (), True, False),
        ]

    def asides(self) -> dict[str, Callable[[], Page]]:
        """The pages without a place on the rail."""
        return {
            FIRST_RUN: self._first_run,
            TROUBLE: self._trouble,
            LOCK: self._lock,
            GROUNDING: self._grounding,
            KIT: self._kit,
            EXPLAINER: self._explainer,
            HELP: self._help,
            EXERCISES: self._exercises,
        }

    def heeding(self) -> Heeding:
        """The place below the pages where heavy words are answered."""
        return Heeding(self._look, self._sayings)

    def _sayings(self) -> Sayings:
        from guesthouse.content.heavy_cards import load_heavy_cards
        from guesthouse.ui.heavy.sayings import Sayings

        cards = load_heavy_cards(resources() / "heavy_cards", LANGUAGE)
        return Sayings(cards, self._regions(), self._preferences, country=country_of_system())

    def _regions(self) -> tuple[Region, ...]:
        """Every region with its lines; where they cannot be read, a place without any, so that the rest is there."""
        from guesthouse.content.helplines import load_regions
        from guesthouse.content.wrong import WrongContent
        from guesthouse.domain.care import Region

        try:
            return load_regions(resources() / "helplines")
        except WrongContent as error:
            log.warning("the lines cannot be read: %s", type(error).__name__)
            return (Region("", QCoreApplication.translate("rooms", "Somewhere else"), (), "", ()),)

    def note(self) -> NotePage:
        """The plain note that hides the window; with nothing on it where its words cannot be read."""
        from guesthouse.content.hidden import load_hidden
        from guesthouse.content.wrong import WrongContent
        from guesthouse.domain.hidden import NOTHING_WRITTEN
        from guesthouse.ui.hidden.note import NotePage

        try:
            words = load_hidden(resources() / "hidden", LANGUAGE)
        except WrongContent:
            words = NOTHING_WRITTEN
        return NotePage(self._look, words)

    def hush(self, hushed: bool) -> None:
        """Let nothing be heard, or something again once it is asked for."""
        self._shared.hush(hushed)

    # ------------------------------------------------------------------------------------------- the rooms

    def _today(self) -> Page:
        from guesthouse.ui.pages.today import TodayPage

        return TodayPage(look=self._look, voice=self._say(), figures=self._shared.figure)

    def _visitors(self) -> Page:
        from guesthouse.content.watching import load_watching
        from guesthouse.ui.pages.visitors import VisitorsPage

        made = VisitorsPage(
            look=self._look,
            preferences=self._preferences,
            motion=self._motion,
            places=self._shared.places,
            sprites=self._shared.sprites,
            words=load_watching(resources() / "visitors", LANGUAGE),
            rules=lambda: self._shared.shoulds,
        )
        made.lead_to(exercises=True, explainer=True)
        return made

    def _exercises(self) -> Page:
        from guesthouse.ui.pages.exercises import ExercisesPage

        return ExercisesPage(look=self._look, motion=self._motion, preferences=self._preferences, voice=self._say())

    def _practices(self) -> Page:
        from guesthouse.content.player import load_player
        from guesthouse.ui.pages.practices import PracticesPage

        return PracticesPage(
            look=self._look,
            preferences=self._preferences,
            voice=self._say(),
            player_words=load_player(resources() / "player", LANGUAGE),
            sounds=self._shared.sounds,
            rules=self._shared.shoulds,
            motion=self._motion,
        )

    def _journal(self) -> Page:
        from guesthouse.content.prompts import load_prompts
        from guesthouse.qt.fonts import load_italics
        from guesthouse.ui.pages.journal import JournalPage

        load_italics()
        return JournalPage(
            look=self._look,
            voice=self._say(),
            prompts=load_prompts(resources() / "prompts", LANGUAGE),
            spelling=self._shared.spelling,
            shoulds=(self._shared.shoulds, self._preferences),
        )

    def _guest_book(self) -> Page:
        from guesthouse.ui.pages.guest_book import GuestBookPage

        return GuestBookPage(
            look=self._look,
            voice=self._say(),
            figures=self._shared.figure,
            scenes={
                key: QCoreApplication.translate("scenes", title) for key, title in self._shared.places.titles.items()
            },
        )

    def _support(self) -> Page:
        from guesthouse.content.support import load_support
        from guesthouse.ui.pages.support import SupportPage

        return SupportPage(
            look=self._look,
            preferences=self._preferences,
            support=load_support(resources() / "support", LANGUAGE),
            regions=self._regions(),
            locked=self._is_sealed,
        )

    def _is_sealed(self) -> bool:
        from guesthouse.domain.safekeeping import State
        from guesthouse.errors import Trouble

        try:
            return self._keeping.strongbox.state() is State.SEALED
        except Trouble:
            return False

    def _grounding(self) -> Page:
        from guesthouse.content.support import load_support
        from guesthouse.ui.pages.grounding import GroundingPage

        return GroundingPage(look=self._look, words=load_support(resources() / "support", LANGUAGE).grounding)

    def _help(self) -> Page:
        from guesthouse.content.exercises import load_exercises
        from guesthouse.content.help import load_help
        from guesthouse.content.practices import load_practices
        from guesthouse.ui.help.given import givers
        from guesthouse.ui.pages.help import HelpPage

        filled_in = givers(
            paths=self._paths,
            preferences=self._preferences,
            version=__version__,
            practices=lambda: load_practices(resources() / "practices", LANGUAGE),
            exercises=lambda: load_exercises(resources() / "exercises", LANGUAGE),
            phrases=lambda: _phrases()[0],
            lists=lambda: _phrases()[1],
        )
        return HelpPage(look=self._look, topics=load_help(resources() / "help", LANGUAGE), givers=filled_in)

    def _kit(self) -> Page:
        from guesthouse.ui.pages.kit import KitPage

        return KitPage(
            look=self._look,
            motion=self._motion,
            art=resources() / "candle",
            preferences=self._preferences,
            sounds=self._shared.sounds,
        )

    def _explainer(self) -> Page:
        from guesthouse.content.explainer import load_film
        from guesthouse.domain.thought import Wording
        from guesthouse.ui.canvas.wording import framing
        from guesthouse.ui.explainer.pictures import Cast, Pictures
        from guesthouse.ui.pages.explainer import ExplainerPage

        folder = resources() / "explainer"
        film = load_film(folder, LANGUAGE)
        rungs = framing(Wording.HAVING), framing(Wording.NOTICING)
        cast = Cast(self._shared.places.scene(self._shared.places.first), self._shared.sprites, rungs)
        pictures = Pictures(self._look, film, cast, folder / "art")
        return ExplainerPage(look=self._look, motion=self._motion, film=film, pictures=pictures)

    def _settings(self) -> Page:
        from guesthouse.ui.pages.settings import SettingsPage

        return SettingsPage(tools=self._shared.tools, version=__version__, languages=LANGUAGES)

    def _first_run(self) -> Page:
        from guesthouse.content.first_run import load_greeting
        from guesthouse.ui.pages.first_run import FirstRunPage

        places = self._shared.places
        return FirstRunPage(
            tools=self._shared.tools,
            greeting=load_greeting(resources() / "first_run", LANGUAGE),
            motion=self._motion,
            scene=lambda: places.scene(places.first),
            sprites=lambda: self._shared.sprites,
        )

    def _trouble(self) -> Page:
        from guesthouse.ui.pages.trouble import TroublePage

        return TroublePage(look=self._look, folder=self._paths.data, tools=self._shared.tools)

    def _lock(self) -> Page:
        from guesthouse.ui.pages.lock import LockPage

        return LockPage(look=self._look, strongbox=lambda: self._keeping.strongbox)


def _phrases() -> tuple[HeavyWords, Mapping[str, Sequence[str]]]:
    """What is looked for in words, and the lists it uses; nothing where that cannot be read."""
    from guesthouse.content.heavy_words import load_heavy_words
    from guesthouse.content.help import load_phrase_lists
    from guesthouse.content.wrong import WrongContent
    from guesthouse.domain.heavy_words import HeavyWords

    folder = resources() / "heavy_words"
    try:
        return load_heavy_words(folder, LANGUAGE), load_phrase_lists(folder, LANGUAGE)
    except (WrongContent, OSError) as error:
        log.warning("the phrases cannot be shown: %s", type(error).__name__)
        return HeavyWords(), {}
