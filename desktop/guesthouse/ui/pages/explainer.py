"""The page of the introduction to defusion. Offered, never started by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from guesthouse.domain.film import Film
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.ui.explainer.pictures import Pictures
from guesthouse.ui.explainer.screen import FilmScreen
from guesthouse.ui.pages.page import BACK, Page


class ExplainerPage(Page):
    """The film, from its beginning each time one comes; closing it leads back."""

    name = "explainer"

    def __init__(
        self,
        *,
        look: Look,
        motion: Motion,
        film: Film,
        pictures: Pictures,
        clock: Callable[[], int] | None = None,
    ) -> None:
        """``clock`` gives milliseconds."""
        super().__init__()
        self.screen_of_film = FilmScreen(look=look, film=film, pictures=pictures, clock=clock)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.screen_of_film)
        self.screen_of_film.closed.connect(lambda: self.wanted.emit(BACK))
        self._motion = motion
        motion.changed.connect(self._follow)
        self._follow()

    def arrive(self) -> None:
        """At its beginning, standing: nothing moves that was not asked for."""
        self.screen_of_film.rewind()
        self.screen_of_film.arrive()

    def leave(self) -> None:
        """It stands."""
        self.screen_of_film.projector.pause()

    def stop(self) -> None:
        """Esc leaves it, for the still page."""
        self.screen_of_film.projector.pause()
        self.stopped.emit()

    def _follow(self) -> None:
        self.screen_of_film.set_motion(self._motion.level)
