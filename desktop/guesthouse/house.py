"""The house: database and services, opened and closed as one, without any window.

The app, the command line and the tests all come in through :func:`open_house`.
"""

from __future__ import annotations

import logging
import random as chance
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from sqlite_utils import Database

from guesthouse.domain.exercise import ExerciseText, RunWords
from guesthouse.domain.kit import Comfort
from guesthouse.domain.noticing import Vocabulary
from guesthouse.domain.practice import Practice
from guesthouse.domain.ratings import RatingWords
from guesthouse.domain.staying import NOTHING_STAYS, Staying
from guesthouse.domain.visit import Departure
from guesthouse.errors import AlreadyOpen, GuesthouseError
from guesthouse.paths import LANGUAGE, Paths, resources
from guesthouse.services.changes import ChangeLog
from guesthouse.services.drawer import Drawer
from guesthouse.services.exercises import Exercises
from guesthouse.services.guest_book import GuestBook
from guesthouse.services.heavy import Heavy
from guesthouse.services.incoming import Incoming
from guesthouse.services.journal import Journal
from guesthouse.services.kit import ComfortKit
from guesthouse.services.noticings import Noticings
from guesthouse.services.outgoing import OutgoingEntries
from guesthouse.services.own_prompts import OwnPrompts
from guesthouse.services.pictures import Pictures
from guesthouse.services.practices import Practices
from guesthouse.services.ratings import RatingBook
from guesthouse.services.sharing import Sharing
from guesthouse.services.sittings import Sittings
from guesthouse.services.visitors import Visitors
from guesthouse.services.wishes import Wishes
from guesthouse.storage.cellar import Cellar, apart, furnish
from guesthouse.storage.check import check
from guesthouse.storage.connection import Place, flush, open_database, scour
from guesthouse.storage.drafts import DraftStore
from guesthouse.storage.heavy import HeavyStore
from guesthouse.storage.kit import KitStore
from guesthouse.storage.lock import Lock
from guesthouse.storage.noticings import HalfDoneStore, NoticingStore
from guesthouse.storage.own_practices import OwnPracticeStore
from guesthouse.storage.own_prompts import OwnPromptStore
from guesthouse.storage.ratings import RatingStore
from guesthouse.storage.sittings import SittingStore
from guesthouse.storage.trouble import told
from guesthouse.storage.visits import VisitStore
from guesthouse.storage.wishes import WishStore

if TYPE_CHECKING:
    from guesthouse.domain.heavy_words import HeavyWords
    from guesthouse.services.archive import Archive
    from guesthouse.services.backups import Backups
    from guesthouse.services.questions import Questions

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class House:
    """What the rooms need. After :meth:`close` none of it can be used."""

    paths: Paths
    visitors: Visitors
    guest_book: GuestBook
    journal: Journal
    drawer: Drawer
    own_prompts: OwnPrompts
    pictures: Pictures
    outgoing: OutgoingEntries
    incoming: Incoming
    practices: Practices
    sharing: Sharing
    sittings: Sittings
    noticings: Noticings
    kit: ComfortKit
    wishes: Wishes
    exercises: Exercises
    heavy: Heavy
    ratings: RatingBook
    changes: ChangeLog
    place: Place
    clock: Callable[[], datetime]
    shut: Callable[[], None]

    @cached_property
    def backups(self) -> Backups:
        """The shelf of the backups, which works beside the rooms; brought in when it is asked for."""
        from guesthouse.services.backups import Backups

        return Backups(self.place, self.paths, self.clock)

    @cached_property
    def archive(self) -> Archive:
        """Everything on its way out as an export, beside the rooms."""
        from guesthouse.services.archive import Archive

        return Archive(self.place, self.clock, questions())

    def close(self, departing: Departure = Departure.APP_CLOSED, *, staying: bool = False) -> Staying:
        """End the visits that go on, with this hour, and close the file; safe to call twice.

        With ``staying`` the visits go on, since the house is opened again soon: hand what is returned to
        :func:`open_house` then. Where it is not, they are ended at the next opening as forgotten.
        What cannot be written now is logged by its kind and made up for at the next opening.
        """
        stays = Staying(self.visitors.on_stage, *self.exercises.since_the_start())
        try:
            if not staying:
                self.visitors.see_all_off(departing)
        except GuesthouseError as error:
            log.warning("the last visits could not be ended: %s", type(error).__name__)
        finally:
            self.shut()
        return stays if staying else NOTHING_STAYS


def open_house(
    paths: Paths,
    *,
    clock: Callable[[], datetime],
    random: chance.Random,
    key: bytes | None = None,
    alone: bool = False,
    staying: Staying = NOTHING_STAYS,
) -> House:
    """Open the house in these folders, making what is missing.

    ``clock`` gives aware times, ``key`` is the raw 256-bit key of an encrypted file. With ``alone`` a lock is held
    until the house closes, and AlreadyOpen is raised if another copy holds it. ``staying`` is what :meth:`House.close`
    gave when the same app closed the house for a while. Raises any Trouble about files.
    """
    paths.make()
    lock = _lock(paths, alone=alone)
    try:
        place = place_of(paths, key)
        database = open_database(place, clock)
        try:
            if lock is not None:  # else somebody has it open, and their visits go on
                VisitStore(database).end_forgotten(clock(), staying.visits)
        except BaseException:
            database.close()
            raise
        hands = _Hands(ChangeLog(), clock, random)
        house = _furnish(paths, database, hands, place=place, lock=lock if alone else None)
        house.visitors.go_on(sorted(staying.visits))
        house.exercises.go_on(staying.begun, staying.finished)
        if lock is not None:
            _tidy(house)
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    if lock is not None and not alone:
        lock.release()
    return house


def check_house(paths: Paths, key: bytes | None = None) -> None:
    """Say nothing if the file is ours and whole; else raise the Trouble it is in. Changes nothing."""
    check(place_of(paths, key))


def place_of(paths: Paths, key: bytes | None) -> Place:
    """The file, with its raw key if it is sealed. The copy before a migration goes into the usual folder: a chosen one
    may be far away, and no start waits for it.
    """
    return Place(paths.database, paths.backups, key)


def questions() -> Questions:
    """What is asked in practices and exercises; nothing is read before somebody asks."""
    from guesthouse.services.questions import Questions

    return Questions(_given_practices, _given_exercises, _five)


def _tidy(house: House) -> None:
    """What has been in the drawer for thirty days goes; where that cannot be now, it goes the next time."""
    try:
        house.drawer.tidy()
    except GuesthouseError as error:
        log.warning("the drawer could not be tidied: %s", type(error).__name__)


def _lock(paths: Paths, *, alone: bool) -> Lock | None:
    try:
        return Lock(paths.lock)
    except AlreadyOpen:
        if alone:
            raise
        return None


@dataclass(frozen=True)
class _Hands:
    """What every service is given: where changes are told, the time, and chance."""

    changes: ChangeLog
    clock: Callable[[], datetime]
    random: chance.Random


def _furnish(
    paths: Paths,
    database: Database,
    hands: _Hands,
    *,
    place: Place,
    lock: Lock | None,
) -> House:
    changes, clock, random = hands.changes, hands.clock, hands.random
    beside: Callable[[], AbstractContextManager[Cellar]] = partial(apart, place)
    cellar, visits, sittings = furnish(database), VisitStore(database), SittingStore(database)
    guests, finder = cellar.guests, cellar.finder
    journal, practices = _journal(cellar, hands), _practices(database, sittings, hands)
    return House(
        paths=paths,
        visitors=Visitors(
            guests=guests, visits=visits, drafts=DraftStore(database), changes=changes, clock=clock, random=random
        ),
        guest_book=GuestBook(guests=guests, visits=visits, changes=changes, clock=clock),
        journal=journal,
        drawer=Drawer(entries=cellar.entries, finder=finder, changes=changes, clock=clock),
        own_prompts=OwnPrompts(prompts=OwnPromptStore(database), changes=changes, clock=clock, random=random),
        pictures=Pictures(pictures=cellar.pictures, clock=clock, random=random),
        outgoing=OutgoingEntries(apart=beside),
        incoming=Incoming(apart=beside, changes=changes, forget_order=finder.forget, clock=clock, random=random),
        practices=practices,
        sharing=Sharing(practices),
        sittings=Sittings(sittings=sittings, journal=journal, changes=changes, clock=clock, random=random),
        noticings=_noticings(database, hands),
        kit=ComfortKit(kit=KitStore(database), first=_first_kit, changes=changes, clock=clock, random=random),
        wishes=Wishes(wishes=WishStore(database), changes=changes, clock=clock),
        exercises=_exercises(database, practices, hands),
        heavy=Heavy(
            heavy=HeavyStore(database),
            wishes=WishStore(database),
            words=_heavy_words,
            ahead=_heavy_words_ahead,
            changes=changes,
            clock=clock,
        ),
        ratings=RatingBook(words=_rating_words, ratings=RatingStore(database), clock=clock),
        changes=changes,
        place=place,
        clock=clock,
        shut=_closer(paths, database, lock),
    )


def _journal(cellar: Cellar, hands: _Hands) -> Journal:
    return Journal(
        entries=cellar.entries,
        finder=cellar.finder,
        index=cellar.index,
        tags=cellar.tags,
        pictures=cellar.pictures,
        changes=hands.changes,
        clock=hands.clock,
        random=hands.random,
    )


def _practices(database: Database, sittings: SittingStore, hands: _Hands) -> Practices:
    return Practices(
        given=_given_practices,
        own=OwnPracticeStore(database),
        sittings=sittings,
        changes=hands.changes,
        clock=hands.clock,
        random=hands.random,
    )


def _noticings(database: Database, hands: _Hands) -> Noticings:
    return Noticings(
        words=_vocabulary,
        noticings=NoticingStore(database),
        half_done=HalfDoneStore(database),
        changes=hands.changes,
        clock=hands.clock,
        random=hands.random,
    )


def _exercises(database: Database, practices: Practices, hands: _Hands) -> Exercises:
    return Exercises(
        given=_given_exercises,
        words=_run_words,
        practices=practices,
        half_done=HalfDoneStore(database),
        clock=hands.clock,
    )


# What reads the texts is brought in when they are first asked for: the window stands before that.


def _given_practices() -> tuple[Practice, ...]:
    from guesthouse.content.practices import load_practices

    return load_practices(resources() / "practices", LANGUAGE)


def _vocabulary() -> Vocabulary:
    from guesthouse.content.feelings import load_vocabulary

    return load_vocabulary(resources() / "feelings", LANGUAGE)


def _heavy_words() -> HeavyWords:
    from guesthouse.content.heavy_words import load_heavy_words

    return load_heavy_words(resources() / "heavy_words", LANGUAGE)


def _heavy_words_ahead() -> Iterator[None]:
    from guesthouse.content.heavy_words import read_ahead

    return read_ahead(resources() / "heavy_words", LANGUAGE)


def _first_kit() -> tuple[Comfort, ...]:
    from guesthouse.content.kit import load_kit

    return load_kit(resources() / "kit", LANGUAGE)


def _given_exercises() -> tuple[ExerciseText, ...]:
    from guesthouse.content.exercises import load_exercises

    return load_exercises(resources() / "exercises", LANGUAGE)


def _run_words() -> RunWords:
    from guesthouse.content.exercises import load_run

    return load_run(resources() / "exercises" / "run", LANGUAGE)


def _rating_words() -> RatingWords:
    from guesthouse.content.ratings import load_ratings

    return load_ratings(resources() / "ratings", LANGUAGE)


def _five() -> str:
    from guesthouse.content.player import load_player

    return load_player(resources() / "player", LANGUAGE).ending.five


def _closer(paths: Paths, database: Database, lock: Lock | None) -> Callable[[], None]:
    """What closes file and lock, once."""
    once: list[bool] = []

    def shut() -> None:
        if once:
            return
        once.append(True)
        try:
            with told(paths.database):
                scour(database)
                flush(database)
        except GuesthouseError as error:
            log.warning("the file was left with its log beside it: %s", type(error).__name__)
        finally:
            database.close()
            if lock is not None:
                lock.release()

    return shut
