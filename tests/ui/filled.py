"""A whole window with a word of the person's in every place that there is for one: kept, open, and half-typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from guesthouse.domain.errand import CORNER, Carry, Start
from guesthouse.domain.kit import Shelf
from guesthouse.domain.noticing import Noticed
from guesthouse.domain.practice import Kind, Step
from guesthouse.domain.thought import Wording
from guesthouse.domain.visit import Departure
from guesthouse.house import House
from guesthouse.ui.main_window import MainWindow
from guesthouse.ui.pages.exercises import ExercisesPage
from guesthouse.ui.pages.guest_book import GuestBookPage
from guesthouse.ui.pages.journal import JournalPage
from guesthouse.ui.pages.kit import KitPage
from guesthouse.ui.pages.page import Page
from guesthouse.ui.pages.practices import PracticesPage
from guesthouse.ui.pages.today import TodayPage
from guesthouse.ui.pages.visitors import VisitorsPage
from guesthouse.ui.practices.make_own import EMPTY

P = TypeVar("P", bound=Page)


@dataclass
class Filled:
    """The window, its house, and the word that stands everywhere."""

    window: MainWindow
    house: House
    word: str

    def page(self, kind: type[P]) -> P:
        """The page of a room that was gone to."""
        (page,) = self.window.findChildren(kind)
        return page

    def go(self, kind: type[P]) -> P:
        """Go to a room; its page."""
        self.window.go_to(kind.name)
        QApplication.processEvents()
        return self.page(kind)

    def furnish(self) -> None:
        """What is kept in the house before anybody comes."""
        house, word = self.house, self.word
        for number in range(3):
            words = f"thought {number} of a {word}"
            came = house.visitors.let_in(words, scene="garden", wording=Wording.AS_IT_CAME, keep=True)
            house.visitors.let_in(words.upper(), scene="stream", wording=Wording.AS_IT_CAME, keep=True)
            assert came.guest_id is not None
            house.guest_book.name(came.guest_id, f"the {word} theme")
        house.visitors.see_all_off(Departure.OVER_THE_HILL)
        guest = house.guest_book.find()[0].id
        for number in range(4):
            entry = house.journal.begin()
            house.journal.keep(
                replace(
                    entry,
                    text=f"I should write of {word} {number}\n\n- {word}",
                    title=f"About {word}",
                    tags=(f"tag-{word}",),
                    guests=(guest,),
                    noticing=f"anger and {word}",
                )
            )
        house.drawer.put([entry.id])
        own = house.practices.make_own(EMPTY)
        steps = (Step(f"Say {word}"), Step(f"Write {word}", Kind.WRITE, key="own"))
        house.practices.keep_own(replace(own, title=f"With {word}", purpose=f"For {word}", steps=steps))
        house.noticings.keep([Noticed(f"kept {word}")])
        for shelf in Shelf:
            house.kit.add(shelf, f"{shelf} {word}", f"detail {word}")
        house.own_prompts.add(f"What of {word}?")
        house.heavy.mark(f"heavy {word}")
        for kept in (True, False):
            sitting = house.sittings.begin(house.practices.all()[0])
            house.sittings.answer(sitting.id, "line", f"said {word}")
            house.sittings.finish(sitting.id)
            if kept:
                house.sittings.keep_in_journal(sitting.id, f"done {word}", f"said {word}")

    def today(self) -> None:
        """Something half-noticed, one thing opened, the kept ones unfolded."""
        page = self.go(TodayPage)
        builder = page.noticing.builder
        page.noticing.before_button.setChecked(True)
        QTest.keyClicks(builder.field, f"noticed {self.word}")
        QTest.keyClick(builder.field, Qt.Key.Key_Return)
        QTest.keyClicks(builder.field, f"half-noticed {self.word}")
        page.repaint()
        QApplication.processEvents()

    def visitors(self) -> None:
        """Three on stage (one written nowhere, one plain), one attended to, and half a thought with a rule in it."""
        page = self.go(VisitorsPage)
        self.let_in(page, f"written nowhere {self.word}", keep=False)
        self.let_in(page, f"I should {self.word} and so on, " * 30)
        self.let_in(page, f"I want to die, {self.word}")
        here = page.stage.here
        here.setFocus(Qt.FocusReason.TabFocusReason)
        here.setCurrentIndex(page.stage.callers.index(1))
        QTest.keyClicks(page.door.field, f"half a {self.word}")

    def let_in(self, page: VisitorsPage, words: str, *, keep: bool = True) -> None:
        """Type a thought and press Enter."""
        page.door.unwritten_box.setChecked(not keep)
        page.door.field.insertPlainText(words)
        QTest.keyClick(page.door.field, Qt.Key.Key_Return)

    def guest_book(self) -> None:
        """A search, a guest open, and half a name for it."""
        page = self.go(GuestBookPage)
        page.search()
        QTest.keyClicks(QApplication.focusWidget(), self.word)
        (view,) = (one for one in page.findChildren(QListView) if one.accessibleName() == "Guests")
        self.choose(view)
        page._detail.name_card.field.setText(f"half a name {self.word}")
        page.repaint()

    def choose(self, view: QListView, row: int = 0) -> None:
        """As an assistive tool does it, without a key."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        view.selectionModel().setCurrentIndex(view.model().index(row, 0), flag)

    def journal(self) -> None:
        """The drawer and the tags were seen, a search, an own prompt, an entry open and half changed."""
        page = self.go(JournalPage)
        page.asides._show_drawer()
        page.asides._show_tags()
        page.asides.close()
        shelf = page.desk.shelf
        self.choose(shelf.list)
        QTest.keyClicks(shelf.field, self.word)
        page.desk.sheet.foot.prompt.click()
        QTest.keyClicks(page.desk.sheet.editor, f" half-typed {self.word} ")
        QTest.keyClicks(page.desk.sheet.title, f" and {self.word}")
        QTest.keyClicks(page.desk.sheet.tags, f"half-tag-{self.word}")
        QTest.keyClicks(page.desk.sheet.noticing, f" and half {self.word}")
        page.repaint()

    def practices(self) -> None:
        """A search, an own one in its fields, and another in the middle with half an answer."""
        page = self.go(PracticesPage)
        own = next(one for one in self.house.practices.all() if one.own)
        page.search()
        page.browse.open_practice(own.id)
        QTest.keyClicks(page.browse.library.field, self.word)
        page._make_own(own)
        page.own.head.title.field.setFocus()
        page.receive(Start(own.id))
        page.player.course.next.click()
        field = page.player.course.view.first()  # type: ignore[union-attr]
        QTest.keyClicks(field, f"half an answer {self.word}")
        page.repaint()

    def exercises(self) -> None:
        """One in the middle, and another thought in the field."""
        page = self.go(ExercisesPage)
        thought = page.chooser.thought
        thought.field.setFocus()
        QTest.keyClicks(thought.field, f"played with {self.word}")
        assert page.chooser.open_exercise("ladder")
        page._begin()
        page.run._agreed()
        thought.field.insertPlainText(f"another {self.word}")
        page.repaint()

    def kit(self) -> None:
        """Words half-added, a row open, and the candle lit with kind words."""
        page = self.go(KitPage)
        for card in page._cards.values():
            QTest.keyClicks(card.adding.words, f"half-added {self.word}")
        self.choose(page._cards[Shelf.WORDS].view.list)
        page._light.click()
        page.repaint()

    def everywhere(self) -> None:
        """All of it, and a card in the corner."""
        rooms: list[Callable[[], None]] = [
            self.today,
            self.visitors,
            self.guest_book,
            self.journal,
            self.practices,
            self.exercises,
            self.kit,
        ]
        self.furnish()
        for fill in rooms:
            fill()
        for name in ("support", "grounding", "settings"):
            self.window.go_to(name)
            QApplication.processEvents()
        self.window.carry(CORNER, Carry(f"carried {self.word}"))
        self.window.go_to(TodayPage.name)
        QApplication.processEvents()
